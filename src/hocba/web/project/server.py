"""gunicorn, started from the ``hocba`` command instead of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from gunicorn.app.base import BaseApplication


class Site(BaseApplication):  # type: ignore[misc]
    """The WSGI application with our few settings."""

    def __init__(self, bind: str, workers: int, scratch: Path) -> None:
        self.options: dict[str, Any] = {
            "bind": bind,
            "workers": workers,
            # a page that signs a class waits for keys, not for the processor: threads serve the rest meanwhile
            "threads": 4,
            "timeout": 120,
            # nothing outside the data directory, and no second way in
            "worker_tmp_dir": str(scratch),
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from hocba.web.project.wsgi import application

        return application


def serve(bind: str, *, workers: int) -> None:
    """Serve until stopped. No connection of this process is carried over into the workers."""
    connections.close_all()
    scratch: Path = settings.HOCBA_DATA / "run"
    scratch.mkdir(parents=True, exist_ok=True)
    Site(bind, workers, scratch).run()
