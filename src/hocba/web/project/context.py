"""What the base page shows on every page: where am I, where can I go."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from hocba.web.project.navigation import navigation
from hocba.web.shared.actor import Actor


def workplace(request: HttpRequest) -> dict[str, object]:
    """``actor``, ``where``, ``nav``, ``demo``, ``assumed_day``; a request that broke early has no actor."""
    actor: Actor | None = getattr(request, "actor", None)
    frame: dict[str, object] = {"actor": actor, "demo": settings.HOCBA_DEMO, "assumed_day": settings.HOCBA_TODAY}
    if actor is None:
        return frame
    where = {
        "place": actor.place,
        "role": actor.role.label,
        "school_year": actor.school_year or "",
        "change_url": reverse("accounts:office_list") if actor.has_other_offices else "",
    }
    return frame | {"where": where, "nav": navigation(actor, request.path)}
