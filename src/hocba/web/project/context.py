"""What the base page shows on every page: where am I, where can I go."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from hocba.web.project.navigation import navigation
from hocba.web.shared.actor import Actor


def workplace(request: HttpRequest) -> dict[str, object]:
    """``actor``, ``where``, ``nav``, ``demo``. A request that broke before the actor was known has none."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {"actor": None, "demo": settings.HOCBA_DEMO}
    where = {"place": actor.place, "role": actor.role.label, "school_year": actor.school_year or ""}
    return {"actor": actor, "demo": settings.HOCBA_DEMO, "where": where, "nav": navigation(actor, request.path)}
