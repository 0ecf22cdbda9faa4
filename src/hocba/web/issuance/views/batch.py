"""A batch in progress: each answer asks for the next step, until all is signed or something is in the way."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from hocba.kernel.problems import Problem
from hocba.web.issuance import keys, steps
from hocba.web.issuance.models import SigningBatch, SigningItem
from hocba.web.issuance.policies import batch_of_mine
from hocba.web.issuance.services.begin import retry as take_up_again
from hocba.web.issuance.services.work import Tally, step, tally
from hocba.web.issuance.waiting import short_code
from hocba.web.shared import tenancy
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of
from hocba.web.shared.own_transactions import own_transactions
from hocba.wording.api import sentence

_STATUS = {
    SigningItem.State.SIGNED: ("done", "đã kí"),
    SigningItem.State.PENDING: ("waiting", "đang chờ"),
    SigningItem.State.REFUSED: ("problem", "chưa kí được"),
}


@own_transactions
@guard(batch_of_mine)
def batch(request: Request, found: SigningBatch) -> HttpResponse:
    """The whole page; it starts working as soon as it is shown."""
    return _show(request, found, "issuance/batch.html", tally(found, actor=actor_of(request)))


@own_transactions
@guard(batch_of_mine, methods=("POST",))
def advance(request: Request, found: SigningBatch) -> HttpResponse:
    """One step; without scripts the person asks for each one."""
    now = step(found, actor=actor_of(request), connect=lambda: keys.connect())
    if not request.htmx and now.trouble is None:
        return redirect("issuance:batch", batch_id=found.pk)
    return _show(request, found, "issuance/batch_progress.html" if request.htmx else "issuance/batch.html", now)


@own_transactions
@guard(batch_of_mine, methods=("POST",))
def retry(request: Request, found: SigningBatch) -> HttpResponse:
    """Once more what was refused or left behind."""
    with tenancy.scope(actor_of(request).scope):
        take_up_again(found)
    return redirect("issuance:batch", batch_id=found.pk)


def _show(request: Request, found: SigningBatch, template: str, now: Tally) -> HttpResponse:
    with tenancy.scope(actor_of(request).scope):
        items = found.items.select_related("slot__transcript").order_by("position")
        context = {
            "batch": found,
            "tally": now,
            "what": steps.what(found.slot_name),
            "code": short_code(found.seen_sha256),
            "items": [_item(item) for item in items],
            "trouble": sentence(now.trouble) if now.trouble else "",
        }
        return render(request, template, context)


def _item(item: SigningItem) -> dict[str, str]:
    state, status = _STATUS[SigningItem.State(item.state)]
    more = sentence(Problem(item.reason)) if item.reason else ""
    return {"label": item.slot.transcript.student_name, "more": more, "state": state, "status": status}
