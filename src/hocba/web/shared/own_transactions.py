"""Views that commit step by step instead of once per request, because they wait for keys outside."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction
from django.http import Http404, HttpRequest
from django.urls import resolve

ViewT = TypeVar("ViewT")


def own_transactions(view: ViewT) -> ViewT:
    """Put it above ``guard``; policy and view then open a ``tenancy.scope`` for each step themselves."""
    marked: ViewT = transaction.non_atomic_requests(view)  # type: ignore[call-overload]
    return marked


def commits_by_itself(request: HttpRequest) -> bool:
    """Whether the view of this address is such a view."""
    try:
        view = resolve(request.path_info).func
    except Http404:
        return False
    return "default" in getattr(view, "_non_atomic_requests", ())
