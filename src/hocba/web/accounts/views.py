"""Choosing the office to work in. Sign-in, password and two-step pages come from allauth."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from hocba.web.accounts.models import Membership
from hocba.web.accounts.policies import own_office
from hocba.web.accounts.selectors import SESSION_KEY, offices_of
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import anybody_signed_in, guard
from hocba.web.shared.http import Request


@guard(anybody_signed_in)
def office_list(request: Request, actor: Actor) -> HttpResponse:
    """The offices that this person holds."""
    return render(request, "accounts/office_list.html", {"offices": offices_of(actor.user_id)})


@guard(own_office, methods=("POST",))
def choose_office(request: Request, office: Membership) -> HttpResponse:
    """Work in another office from now on."""
    request.session[SESSION_KEY] = str(office.pk)
    return redirect("work")
