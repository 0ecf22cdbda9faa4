"""The request as our views see it."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from hocba.web.shared.actor import Actor


class Request(HttpRequest):
    """``actor`` is None for a stranger; behind a guard it never is."""

    actor: Actor | None
    htmx: HtmxDetails


def actor_of(request: Request) -> Actor:
    """The actor behind a guard, where there always is one."""
    assert request.actor is not None, "only behind a guard"
    return request.actor
