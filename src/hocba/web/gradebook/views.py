"""Pages of the gradebook: a subject's sheets, the homeroom teacher's, a class at a glance, history, locks."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from hocba.kernel import strict_json
from hocba.kernel.problems import ProblemError
from hocba.web.gradebook import locks, pages, policies, services
from hocba.web.gradebook.derived import derive
from hocba.web.gradebook.edits import read_batch
from hocba.web.gradebook.forms import LockForm
from hocba.web.gradebook.grid import view_of
from hocba.web.gradebook.progress import class_progress, homeroom_progress
from hocba.web.gradebook.selectors import history_of_sheet
from hocba.web.gradebook.sheets import Sheet
from hocba.web.schools.api import SchoolClass
from hocba.web.shared.actor import Actor
from hocba.web.shared.deadlines import counting_day
from hocba.web.shared.guards import guard, needs
from hocba.web.shared.http import Request, actor_of
from hocba.web.shared.permissions import Permission
from hocba.wording.api import sentence

CHANGES_ON_A_PAGE = 100


@guard(needs(Permission.CLASS_VIEW))
def index(request: Request, actor: Actor) -> HttpResponse:
    """Where to enter: own subjects and own class; for the office every class."""
    return render(request, "gradebook/index.html", pages.index(actor))


@guard(policies.subject_sheet_to_view)
def subject_sheet(request: Request, sheet: Sheet) -> HttpResponse:
    """One subject's sheet of a class: marks of a term, or remarks."""
    return _sheet_page(request, sheet)


@guard(policies.homeroom_sheet_to_view)
def homeroom_sheet(request: Request, sheet: Sheet) -> HttpResponse:
    """Absences, conduct and remarks of a class."""
    return _sheet_page(request, sheet)


def _sheet_page(request: Request, sheet: Sheet) -> HttpResponse:
    context = pages.sheet(sheet, actor_of(request), to_print="in" in request.GET)
    return render(request, "gradebook/print.html" if "in" in request.GET else "gradebook/sheet.html", context)


@guard(policies.subject_sheet_to_write, methods=("POST",))
def save_subject(request: Request, sheet: Sheet) -> HttpResponse:
    """Save a batch of cells (protocol: docs/interface.md)."""
    return _save(request, sheet)


@guard(policies.homeroom_sheet_to_write, methods=("POST",))
def save_homeroom(request: Request, sheet: Sheet) -> HttpResponse:
    return _save(request, sheet)


def _save(request: Request, sheet: Sheet) -> HttpResponse:
    """400: not the protocol; 409: locked or a key used twice. Both have written nothing."""
    try:
        batch, edits = read_batch(strict_json.loads(request.body))
    except ProblemError as error:
        return _refusal(error, 400)
    try:
        answers = services.save(sheet, edits=edits, batch=batch, actor=actor_of(request))
    except ProblemError as error:
        return _refusal(error, 409)
    rows = derive(sheet, {answer.row for answer in answers})
    return JsonResponse(
        {
            "cells": [answer.as_json() for answer in answers],
            "derived": {str(row): values for row, values in rows.items()},
            "progress": view_of(sheet).progress,
        }
    )


def _refusal(error: ProblemError, status: int) -> HttpResponse:
    return JsonResponse({"code": error.problem.code, "message": sentence(error.problem)}, status=status)


@guard(policies.class_overview)
def class_page(request: Request, school_class: SchoolClass) -> HttpResponse:
    """The class at a glance: what is filled in, subject by subject and term by term; locks."""
    actor = actor_of(request)
    context = {
        "school_class": school_class,
        "subjects": class_progress(school_class),
        "homeroom": homeroom_progress(school_class),
        "locks": locks.locks_of(school_class),
        "may_lock": actor.may(Permission.GRADEBOOK_LOCK),
        "form": LockForm(),
        "deadline": pages.entry_deadline(school_class, counting_day()),
        "breadcrumbs": pages.crumbs(school_class, gettext("Tiến độ nhập điểm")),
    }
    return render(request, "gradebook/class_page.html", context)


@guard(policies.subject_sheet_to_view)
def subject_history(request: Request, sheet: Sheet) -> HttpResponse:
    """Who changed what in a subject's sheet."""
    return _history_page(request, sheet)


@guard(policies.homeroom_sheet_to_view)
def homeroom_history(request: Request, sheet: Sheet) -> HttpResponse:
    return _history_page(request, sheet)


def _history_page(request: Request, sheet: Sheet) -> HttpResponse:
    changes = pages.narrowed(history_of_sheet(sheet), request.GET.get("hs", ""))
    page = Paginator(changes, CHANGES_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "gradebook/history.html", pages.history(sheet, page))


@guard(policies.class_to_lock, methods=("POST",))
def lock(request: Request, school_class: SchoolClass) -> HttpResponse:
    """Close entry for the whole class."""
    form = LockForm(request.POST)
    if form.is_valid():
        locks.lock_class(actor=actor_of(request), school_class=school_class, reason=form.cleaned_data["reason"])
        messages.success(request, gettext("Đã khoá sổ điểm lớp %(name)s.") % {"name": school_class.name})
    else:
        messages.error(request, gettext("Chưa khoá: cần ghi lí do."))
    return redirect("gradebook:class_page", class_id=school_class.pk)


@guard(policies.class_to_lock, methods=("POST",))
def unlock(request: Request, school_class: SchoolClass) -> HttpResponse:
    """Open entry again; the reason stays on record."""
    form = LockForm(request.POST)
    try:
        if not form.is_valid():
            messages.error(request, gettext("Chưa mở khoá: cần ghi lí do."))
        else:
            locks.unlock_class(actor=actor_of(request), school_class=school_class, reason=form.cleaned_data["reason"])
            messages.success(request, gettext("Đã mở khoá sổ điểm lớp %(name)s.") % {"name": school_class.name})
    except ProblemError as error:
        messages.error(request, sentence(error.problem))
    return redirect("gradebook:class_page", class_id=school_class.pk)
