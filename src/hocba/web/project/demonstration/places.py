"""What the demonstration keeps in the data folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    data: Path

    @property
    def lock(self) -> Path:
        return self.data / "demo.lock"

    @property
    def log(self) -> Path:
        return self.data / "demo.log"

    @property
    def keys(self) -> Path:
        """For the key box alone."""
        return self.data / "demo-keys"

    @property
    def trust(self) -> Path:
        """Trust anchors, for everybody."""
        return self.data / "demo-trust"

    @property
    def samples(self) -> Path:
        """Workbooks to try the import with."""
        return self.data / "demo"

    @property
    def box_ready(self) -> Path:
        """Where the key box announces its address."""
        return self.data / "demo-box.address"
