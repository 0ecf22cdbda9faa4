"""One step of a batch, as the progress page asks for it again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Q

from hocba.issuing.slots import SEAL
from hocba.kernel.problems import Problem, ProblemError
from hocba.web.issuance.keys import Keys
from hocba.web.issuance.models import SigningBatch, SigningItem
from hocba.web.issuance.services.seal import seal
from hocba.web.issuance.services.sign import Desk, claim, release, sign_slots
from hocba.web.shared import tenancy
from hocba.web.shared.actor import Actor

CHUNK = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a batch is. ``trouble``: why nothing could be done just now."""

    signed: int
    refused: int
    total: int
    trouble: Problem | None = None

    @property
    def pending(self) -> int:
        return self.total - self.signed - self.refused

    @property
    def finished(self) -> bool:
        return self.pending == 0


def step(batch: SigningBatch, *, actor: Actor, connect: Callable[[], Keys], most: int = CHUNK) -> Tally:
    """Sign up to ``most`` items. Call it outside a transaction: each item is committed by itself."""
    trouble = None
    try:
        _work(Desk(actor, batch, connect()), most)
    except ProblemError as error:
        trouble = error.problem
    return tally(batch, actor=actor, trouble=trouble)


def _work(desk: Desk, most: int) -> None:
    items = claim(desk, most)
    try:
        (seal if desk.batch.slot_name == SEAL else sign_slots)(desk, items)
    finally:
        release(desk, items)


def tally(batch: SigningBatch, *, actor: Actor, trouble: Problem | None = None) -> Tally:
    """Count the items of a batch."""
    state = SigningItem.State
    with tenancy.scope(actor.scope):
        found = batch.items.aggregate(
            signed=Count("id", filter=Q(state=state.SIGNED)),
            refused=Count("id", filter=Q(state=state.REFUSED)),
            total=Count("id"),
        )
    return Tally(**found, trouble=trouble)
