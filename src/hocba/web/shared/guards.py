"""Guards: a view gets its object loaded **and** authorised, or it is not entered at all.

    @guard(policies.class_to_view)
    def class_page(request: Request, school_class: SchoolClass) -> HttpResponse: ...

The policy is called with the actor and what the address captured. It returns the object or raises: ``Http404`` when
the actor may not know that it exists (another school, a stranger's class), ``PermissionDenied`` (403) when it may be
seen but not changed. A visitor without a session is sent to the sign-in page.
Each view carries its guard as ``view.guard``; the route test refuses a view without one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from hocba.web.shared.actor import Actor
from hocba.web.shared.http import Request
from hocba.web.shared.permissions import Permission

T = TypeVar("T")
P = ParamSpec("P")


class View(Protocol):
    def __call__(self, request: HttpRequest, **captured: Any) -> HttpResponseBase: ...


def guard(
    policy: Callable[Concatenate[Actor, P], T], *, methods: tuple[str, ...] = ("GET",)
) -> Callable[[Callable[[Request, T], HttpResponseBase]], View]:
    """Enter the view with what ``policy`` loads; only with one of ``methods`` (HEAD goes with GET)."""
    allowed = {*methods, *({"HEAD"} if "GET" in methods else ())}

    def decorate(view: Callable[[Request, T], HttpResponseBase]) -> View:
        @wraps(view)
        def guarded(request: Request, *args: P.args, **captured: P.kwargs) -> HttpResponseBase:
            if request.actor is None:
                return _turn_away(request)
            if request.method not in allowed:
                return HttpResponseNotAllowed(sorted(allowed))
            return view(request, policy(request.actor, *args, **captured))

        return _marked(guarded, policy)

    return decorate


def public(view: Callable[..., HttpResponseBase]) -> View:
    """Declare on purpose that anybody may enter."""
    return _marked(view, public)


def needs(permission: Permission) -> Callable[[Actor], Actor]:
    """The simplest policy: the permission alone; the view gets the actor."""

    def policy(actor: Actor) -> Actor:
        require(actor, permission)
        return actor

    return policy


def anybody_signed_in(actor: Actor) -> Actor:
    """A policy that only wants a session."""
    return actor


def require(actor: Actor, permission: Permission) -> None:
    """Raise 403 unless the actor's office grants ``permission``."""
    if not actor.may(permission):
        raise PermissionDenied(permission.value)


def _turn_away(request: Request) -> HttpResponseBase:
    if request.user.is_authenticated:  # signed in, but holds no office any more
        raise PermissionDenied("no office")
    if request.htmx:  # a fragment cannot show the sign-in page: let the browser go there
        return HttpResponse(status=401, headers={"HX-Redirect": redirect_to_login(request.path).url})
    return redirect_to_login(request.get_full_path())


def _marked(view: Callable[..., HttpResponseBase], policy: object) -> View:
    view.guard = policy  # type: ignore[attr-defined]
    return view
