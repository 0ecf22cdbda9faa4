"""The folder that a journey fills: nothing foreign is touched, no file is ever half there, a stopped run goes on.

The folder is known as ours by ``.hocba-demo/``. Before a file appears, its digest is written to the journal there;
so a file that the journal does not know came from somebody else, whenever the run was cut off.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from hocba.kernel.problems import fail

MARK: Final = ".hocba-demo"
_JOURNAL: Final = "journal.txt"


@dataclass(slots=True)
class Outbox:
    directory: Path
    _known: set[str] = field(default_factory=set)

    @classmethod
    def open(cls, directory: Path) -> Self:
        """An empty, a new or an own folder.

        Raises ProblemError ``demo.out_not_a_directory``, ``demo.out_not_empty``.
        """
        if directory.exists() and not directory.is_dir():
            raise fail("demo.out_not_a_directory", value=str(directory))
        own = directory / MARK
        if directory.exists() and not own.is_dir() and any(directory.iterdir()):
            raise fail("demo.out_not_empty", value=str(directory))
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        journal = own / _JOURNAL
        return cls(directory, set(journal.read_text("ascii").split("\n")) if journal.exists() else set())

    @property
    def private(self) -> Path:
        """Where the run keeps what is not to be handed on, such as demonstration keys."""
        return self.directory / MARK

    def has(self, name: str) -> bool:
        """Whether a whole file of ours stands there already. Raises ProblemError ``demo.foreign_file``."""
        path = self.directory / name
        if not path.exists():
            return False
        if _entry(name, path.read_bytes()) not in self._known:
            raise fail("demo.foreign_file", value=str(path))
        return True

    def put(self, name: str, data: bytes) -> Path:
        """Write a file all at once; a foreign one in its place stays. Raises ProblemError ``demo.foreign_file``."""
        self.has(name)
        self._remember(_entry(name, data))
        path = self.directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = self.private / f"{path.name}.part"
        partial.write_bytes(data)
        partial.replace(path)
        return path

    def _remember(self, entry: str) -> None:
        with (self.private / _JOURNAL).open("a", encoding="ascii") as journal:
            journal.write(entry + "\n")
            journal.flush()
            os.fsync(journal.fileno())
        self._known.add(entry)


def _entry(name: str, data: bytes) -> str:
    return f"{hashlib.sha256(data).hexdigest()}  {name}"
