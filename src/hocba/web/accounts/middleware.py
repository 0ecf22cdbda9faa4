"""Puts the actor on the request and the scope on the database, for the length of the request."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponseBase

from hocba.web.accounts.selectors import SESSION_KEY, actor_for
from hocba.web.shared import tenancy
from hocba.web.shared.http import Request


class ActorMiddleware:
    """One transaction per request, in the actor's scope; a stranger's scope shows nothing.

    The view itself runs in a savepoint (``ATOMIC_REQUESTS``): what it returns is kept, what it raises is undone,
    404 and 403 included.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, plain: HttpRequest) -> HttpResponseBase:
        request = cast(Request, plain)
        request.actor = None
        user_id = request.user.pk if request.user.is_authenticated else None
        with tenancy.scope(tenancy.Scope(user_id=user_id)):
            if user_id is None:
                return self.get_response(request)
            request.actor = actor_for(user_id, request.session.get(SESSION_KEY))
            if request.actor is None:
                return self.get_response(request)
            with tenancy.scope(request.actor.scope):
                return self.get_response(request)
