"""Where every class stands, one class in detail, drafting and going back to entry."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from hocba.issuing.slots import SEAL
from hocba.kernel.names import repeated
from hocba.kernel.problems import ProblemError
from hocba.web.issuance import steps
from hocba.web.issuance.drafting import staffing_of
from hocba.web.issuance.models import Transcript
from hocba.web.issuance.policies import class_to_draft, may_draft
from hocba.web.issuance.progress import BLOCKERS_SHOWN, ClassProgress, class_progress, signing_url
from hocba.web.issuance.services.discard import discard_drafts
from hocba.web.issuance.services.draft import draft_class, obstacles, to_draft
from hocba.web.issuance.waiting import SlotCount
from hocba.web.schools.api import SchoolClass, class_to_view, classes_visible_to, school_of
from hocba.web.shared.actor import Actor
from hocba.web.shared.deadlines import counting_day, deadline_for
from hocba.web.shared.guards import guard, needs
from hocba.web.shared.http import Request, actor_of
from hocba.web.shared.permissions import Permission
from hocba.wording.api import sentence


@guard(needs(Permission.CLASS_VIEW))
def class_list(request: Request, actor: Actor) -> HttpResponse:
    """Classes of the year at work and how far their transcripts are."""
    classes = classes_visible_to(actor).filter(year_start=school_of(actor).current_year)
    return render(request, "issuance/class_list.html", {"classes": class_progress(classes)})


@guard(class_to_view)
def class_page(request: Request, school_class: SchoolClass) -> HttpResponse:
    """The way of one class, from the draft to the register."""
    actor = actor_of(request)
    (progress,) = class_progress([school_class])
    transcripts = _transcripts(school_class)
    context = {
        "school_class": school_class,
        "progress": progress,
        "steps": _steps(progress),
        "tasks": [_task(progress, each) for each in progress.own_tasks(actor)],
        "transcripts": transcripts,
        "namesakes": repeated(each.student_name for each in transcripts),
        "drafting": _drafting(school_class, actor, progress),
        "may_draft": may_draft(actor, school_class),
        "reads": actor.may(Permission.SCHOOL_WIDE) or school_class.homeroom_teacher_id == actor.user_id,
        "may_recall": actor.may(Permission.PRINCIPAL_SIGN),
        "deadline": _deadline(progress),
        "breadcrumbs": _crumbs(school_class),
    }
    return render(request, "issuance/class_page.html", context)


@guard(class_to_draft, methods=("POST",))
def draft(request: Request, school_class: SchoolClass) -> HttpResponse:
    """Freeze the pupils who lack nothing."""
    try:
        done = draft_class(school_class, actor=actor_of(request))
    except ProblemError as error:
        messages.error(request, sentence(error.problem))
        return redirect("issuance:class_page", class_id=school_class.pk)
    count = len(done.made)
    text = ngettext("Đã lập %(n)d học bạ.", "Đã lập %(n)d học bạ.", count) % {"n": count}
    if done.left_out:
        text += " " + gettext("%(n)d học sinh còn thiếu, xem danh sách bên dưới.") % {"n": len(done.left_out)}
    messages.success(request, text)
    return redirect("issuance:class_page", class_id=school_class.pk)


@guard(class_to_draft, methods=("GET", "POST"))
def discard(request: Request, school_class: SchoolClass) -> HttpResponse:
    """Ask for the reason, then put the open drafts aside and open the gradebook again."""
    problem = ""
    if request.method == "POST":
        try:
            discard_drafts(school_class, actor=actor_of(request), reason=request.POST.get("reason", ""))
        except ProblemError as error:
            problem = sentence(error.problem)
        else:
            messages.success(request, gettext("Đã huỷ các bản thảo; sổ điểm của lớp đã mở lại."))
            return redirect("issuance:class_page", class_id=school_class.pk)
    (progress,) = class_progress([school_class])
    signatures = sum(each.signed for each in progress.slots)
    context = {"school_class": school_class, "progress": progress, "signatures": signatures, "problem": problem}
    return render(request, "issuance/discard.html", {**context, "breadcrumbs": _crumbs(school_class)})


def _drafting(school_class: SchoolClass, actor: Actor, progress: ClassProgress) -> dict[str, object] | None:
    """What stands in the way of drafting, pupil by pupil; only for who may mend or draft."""
    if not (may_draft(actor, school_class) and progress.undrafted):
        return None
    try:
        staff = staffing_of(school_class)
        found = [(year, obstacles(year, staff)) for year in to_draft(school_class)]
    except ProblemError as error:
        return {"blocking": [sentence(error.problem)], "ready": 0, "lacking": []}
    lacking = [(year, [sentence(problem) for problem in problems]) for year, problems in found if problems]
    return {"blocking": [], "ready": len(found) - len(lacking), "lacking": lacking}


def _steps(progress: ClassProgress) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for stage, name in enumerate(steps.STAGE_NAMES):
        slots = [each for each in progress.slots if each.stage == stage]
        total, signed = sum(each.total for each in slots), sum(each.signed for each in slots)
        before = all(step["state"] == "done" for step in found)
        done = (total > 0 and signed == total) or (not progress.open and progress.issued > 0)
        state = "done" if done else "now" if before and total else "ahead"
        found.append({"name": name, "more": f"{signed}/{total}" if total else "", "state": state})
    return found


def _task(progress: ClassProgress, slot: SlotCount) -> dict[str, object]:
    blocked = progress.waits_for(slot)
    signing = gettext("Kí %(what)s") % {"what": steps.what(slot.name)}
    return {
        "what": gettext("Đóng dấu, phát hành") if slot.name == SEAL else signing,
        "waiting": slot.waiting,
        "url": signing_url(progress.school_class.pk, slot.name),
        "blocked": blocked[:BLOCKERS_SHOWN],
        "more_blocked": blocked[BLOCKERS_SHOWN:],
    }


def _transcripts(school_class: SchoolClass) -> list[Transcript]:
    rows = Transcript.objects.filter(school_class=school_class).exclude(state=Transcript.State.DISCARDED)
    return list(
        rows.select_related("register_entry", "enrolment__student")
        .prefetch_related("slots")
        .order_by("enrolment__student__name_key", "enrolment__student__code", "version")
    )


def _deadline(progress: ClassProgress) -> dict[str, str] | None:
    """None once every pupil has the transcript."""
    school_class = progress.school_class
    if progress.issued and progress.issued == progress.pupils:
        return None
    found = deadline_for("signing", grade=school_class.grade, school_year=school_class.school_year)
    return found.shown(counting_day()) if found else None


def _crumbs(school_class: SchoolClass) -> list[dict[str, str]]:
    return [
        {"label": gettext("Học bạ"), "url": reverse("issuance:class_list")},
        {"label": gettext("Lớp %(name)s") % {"name": school_class.name}, "url": ""},
    ]
