"""The page after sign-in: what awaits this person. The explicit list of apps that have something to say."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hocba.web.gradebook.api import cards as gradebook_cards
from hocba.web.issuance.api import cards as issuance_cards
from hocba.web.schools.api import cards as schools_cards
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import anybody_signed_in, guard
from hocba.web.shared.http import Request
from hocba.web.shared.work import Card, CardSource
from hocba.web.supervision.api import cards as supervision_cards

CARD_SOURCES: Sequence[CardSource] = (issuance_cards, gradebook_cards, schools_cards, supervision_cards)
"""In the order of the page. An app adds its ``api.cards`` here."""


@guard(anybody_signed_in)
def work(request: Request, actor: Actor) -> HttpResponse:
    """My work: next steps first, in the order of the list."""
    cards: list[Card] = [card for source in CARD_SOURCES for card in source(actor)]
    return render(request, "project/work.html", {"cards": cards, "today": timezone.localdate()})
