"""Workbooks to try the import with. Only a demonstration has them; its address stands in ``project/urls.py``."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404

from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import guard, require
from hocba.web.shared.http import Request
from hocba.web.shared.permissions import Permission


def samples() -> dict[str, Path]:
    """Files by name; none outside a demonstration."""
    if not settings.HOCBA_DEMO:
        return {}
    return {path.name: path for path in sorted((settings.HOCBA_DATA / "demo").glob("*.xlsx"))}


def sample_workbook(actor: Actor, *, name: str) -> Path:
    require(actor, Permission.DATA_IMPORT)
    if name not in samples():
        raise Http404("no such workbook")
    return samples()[name]


@guard(sample_workbook)
def sample(request: Request, path: Path) -> FileResponse:
    """One workbook."""
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)
