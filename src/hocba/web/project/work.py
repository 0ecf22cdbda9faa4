"""The page after sign-in: what awaits this person. The explicit list of apps that have something to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from hocba.web.gradebook.api import cards as gradebook_cards
from hocba.web.issuance.api import cards as issuance_cards
from hocba.web.schools.api import cards as schools_cards
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import anybody_signed_in, guard
from hocba.web.shared.http import Request
from hocba.web.shared.work import Card, CardSource
from hocba.web.supervision.api import cards as supervision_cards

CARD_SOURCES: Sequence[CardSource] = (issuance_cards, gradebook_cards, supervision_cards, schools_cards)
"""In the order of the page. An app adds its ``api.cards`` here."""

_URGENCY = {"late": 0, "soon": 1, "calm": 2}


@dataclass(frozen=True, slots=True)
class Work:
    """The cards by what they ask of the reader.

    ``now``: the one to begin with. ``open``: can be done as well. ``waiting``: others act first. ``done``: finished.
    ``watched``: numbers to keep an eye on. ``ways``: no work by themselves, the way to a section.
    """

    now: Card | None
    open: Sequence[Card]
    waiting: Sequence[Card]
    done: Sequence[Card]
    watched: Sequence[Card]
    ways: Sequence[Card]


def arranged(cards: Iterable[Card]) -> Work:
    """Most urgent first; among equals the order in which the apps speak."""
    listed = list(cards)
    counted = [card for card in listed if card.total and not card.watched]
    unfinished = [card for card in counted if not card.finished]
    ready = sorted((card for card in unfinished if not card.waiting), key=_urgency)
    return Work(
        now=ready[0] if ready else None,
        open=ready[1:],
        waiting=[card for card in unfinished if card.waiting],
        done=[card for card in counted if card.finished],
        watched=[card for card in listed if card.watched],
        ways=[card for card in listed if not card.total and not card.watched],
    )


def _urgency(card: Card) -> int:
    return _URGENCY.get(card.deadline["state"], 3) if card.deadline else 3


@guard(anybody_signed_in)
def work(request: Request, actor: Actor) -> HttpResponse:
    """My work: the next step first."""
    cards = [card for source in CARD_SOURCES for card in source(actor)]
    return render(request, "project/work.html", {"work": arranged(cards), "name": actor.name})
