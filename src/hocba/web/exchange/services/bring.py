"""A file comes in, and is decided about. Nothing of it is written to marks or pupils here."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from hocba.interchange.spreadsheets.api import read_workbook
from hocba.kernel.names import clean
from hocba.web.exchange.choices import Choices, as_json
from hocba.web.exchange.draw_up import plan_of
from hocba.web.exchange.files import KEPT, forget_expired, keep
from hocba.web.exchange.models import Import
from hocba.web.shared import audit
from hocba.web.shared.actor import Actor


@transaction.atomic
def bring(content: bytes, *, filename: str, actor: Actor) -> Import:
    """Keep a workbook for a preview; a good moment to forget old ones.

    Raises ProblemError ``file.unreadable``, ``file.too_large``, and keeps nothing then.
    """
    read_workbook(content, filename=filename)
    today = timezone.localdate()
    brought = Import.objects.create(
        school_id=actor.school, filename=clean(filename)[-200:], digest=keep(content, actor=actor),
        by_id=actor.user_id, expires_on=today + KEPT,
    )  # fmt: skip
    audit.record(actor=actor, action="import.brought", target=brought, label=brought.filename)
    look(brought, actor=actor)
    forget_expired(actor=actor, today=today)  # after the new row, which may need the same bytes
    return brought


@transaction.atomic
def decide(brought: Import, *, choices: Choices, actor: Actor) -> None:
    """Keep what was decided, and look again."""
    brought.choices = as_json(choices)
    brought.save(update_fields=["choices"])
    look(brought, actor=actor)


def look(brought: Import, *, actor: Actor) -> None:
    """Remember what stands in the cells now: the person is about to see it."""
    brought.seen = plan_of(brought, actor=actor).seen
    brought.save(update_fields=["seen"])
