"""The site's own process: ``python -m hocba.web.project.demonstration.site PORT``."""

from __future__ import annotations

import os
import sys

from hocba.web.project.demonstration.lifeline import end_with_parent
from hocba.web.project.demonstration.ports import HOST


def main(port: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hocba.web.project.settings")
    from hocba.web.project.server import serve

    end_with_parent()
    serve(f"{HOST}:{port}", workers=2)


if __name__ == "__main__":
    main(sys.argv[1])
