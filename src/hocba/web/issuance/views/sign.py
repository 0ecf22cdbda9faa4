"""The page on which a person sees what is about to be signed, and starts signing it."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from hocba.issuing.slots import SEAL
from hocba.kernel.problems import ProblemError
from hocba.web.issuance import keys, steps, tables
from hocba.web.issuance.policies import Task, task_to_sign
from hocba.web.issuance.preflight import preflight
from hocba.web.issuance.progress import class_progress
from hocba.web.issuance.services.begin import begin
from hocba.web.issuance.services.certificates import register_certificates
from hocba.web.issuance.waiting import all_slots, digest_of, ready_slots, short_code
from hocba.web.schools.api import school_of
from hocba.web.shared.actor import Actor
from hocba.web.shared.deadlines import counting_day, deadline_for
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of
from hocba.wording.api import sentence


@guard(task_to_sign)
def sign(request: Request, task: Task) -> HttpResponse:
    """The table of exactly what is signed, and one button."""
    actor = actor_of(request)
    ready = list(ready_slots(task.school_class, task.slot, holder_id=None if task.slot == SEAL else actor.user_id))
    digest = digest_of(ready)
    check = preflight(actor, task.slot, now=timezone.now())
    context = {
        "task": task,
        "title": _title(task),
        "heads": tables.heads(task.slot),
        "rows": tables.rows(ready),
        "is_subject": task.stage == steps.SUBJECT_STAGE,
        "reads": task.stage != steps.SUBJECT_STAGE,
        "signed": all_slots(task.school_class, task.slot).filter(signed_at__isnull=False).count(),
        "waits": _waits(task),
        "seen": digest,
        "code": short_code(digest),
        "ticket": uuid4(),
        "certificate": check.certificate,
        "problem": sentence(check.problem) if check.problem else "",
        "findable": check.problem is not None,
        "warning": sentence(check.warning) if check.warning else "",
        "breadcrumbs": _crumbs(task),
        "deadline": _deadline(task),
    }
    return render(request, "issuance/sign.html", context)


@guard(task_to_sign, methods=("POST",))
def start(request: Request, task: Task) -> HttpResponse:
    """Begin the batch that was confirmed. A second click finds the first one's batch."""
    actor = actor_of(request)
    try:
        ticket = UUID(request.POST.get("ticket", ""))
        batch = begin(task.school_class, task.slot, actor=actor, seen=request.POST.get("seen", ""), ticket=ticket)
    except ProblemError as error:
        messages.error(request, sentence(error.problem))
        return _back(task)
    except ValueError:
        return _back(task)
    return redirect("issuance:batch", batch_id=batch.pk)


@guard(task_to_sign, methods=("POST",))
def find_certificate(request: Request, task: Task) -> HttpResponse:
    """Ask the holder of keys which certificates it has for this school's people."""
    try:
        found = _find(actor_of(request))
    except ProblemError as error:
        messages.error(request, sentence(error.problem))
    else:
        text = gettext("Đã nhận %(n)d chứng thư số.") if found else gettext("Không có chứng thư số nào mới.")
        messages.info(request, text % {"n": found} if found else text)
    return _back(task)


def _find(actor: Actor) -> int:
    return register_certificates(school_of(actor), keys.connect().provider.credentials())


def _back(task: Task) -> HttpResponse:
    return redirect("issuance:sign", class_id=task.school_class.pk, step=task.word)


def _title(task: Task) -> str:
    name = {"name": task.school_class.name, "what": steps.what(task.slot)}
    if task.slot == SEAL:
        return gettext("Đóng dấu, phát hành học bạ lớp %(name)s") % name
    return gettext("Kí học bạ lớp %(name)s – %(what)s") % name


def _waits(task: Task) -> list[str]:
    (progress,) = class_progress([task.school_class])
    slot = progress.task(task.slot)
    return progress.waits_for(slot) if slot else []


def _deadline(task: Task) -> dict[str, str] | None:
    school_class = task.school_class
    found = deadline_for("signing", grade=school_class.grade, school_year=school_class.school_year)
    return found.shown(counting_day()) if found else None


def _crumbs(task: Task) -> list[dict[str, str]]:
    school_class = task.school_class
    page = reverse("issuance:class_page", kwargs={"class_id": school_class.pk})
    return [
        {"label": gettext("Học bạ"), "url": reverse("issuance:class_list")},
        {"label": gettext("Lớp %(name)s") % {"name": school_class.name}, "url": page},
        {"label": gettext("Kí"), "url": ""},
    ]
