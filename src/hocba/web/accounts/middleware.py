"""Puts the actor on the request and the scope on the database, for the length of the request."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponseBase

from hocba.web.accounts.selectors import SESSION_KEY, actor_for
from hocba.web.shared import tenancy
from hocba.web.shared.http import Request
from hocba.web.shared.own_transactions import commits_by_itself


class ActorMiddleware:
    """One transaction per request, in the actor's scope; a stranger's scope shows nothing.

    The view itself runs in a savepoint (``ATOMIC_REQUESTS``): what it returns is kept, what it raises is undone,
    404 and 403 included. Views marked ``own_transactions`` get no transaction and open their scopes themselves.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, plain: HttpRequest) -> HttpResponseBase:
        request = cast(Request, plain)
        request.actor = None
        user_id = request.user.pk if request.user.is_authenticated else None
        if commits_by_itself(plain):
            with tenancy.scope(tenancy.Scope(user_id=user_id)):
                request.actor = None if user_id is None else actor_for(user_id, request.session.get(SESSION_KEY))
            return self.get_response(request)
        with tenancy.scope(tenancy.Scope(user_id=user_id)):
            if user_id is None:
                return self.get_response(request)
            request.actor = actor_for(user_id, request.session.get(SESSION_KEY))
            if request.actor is None:
                return self.get_response(request)
            with tenancy.scope(request.actor.scope):
                return self.get_response(request)
