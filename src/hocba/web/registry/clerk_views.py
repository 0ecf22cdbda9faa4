"""Pages on which the school's office writes about pupils: one form each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from hocba.kernel.problems import ProblemError
from hocba.web.registry import changes, services
from hocba.web.registry.forms import AdmissionForm, CorrectionForm, MoveForm, PrivateForm
from hocba.web.registry.models import PrivateRecord, Student
from hocba.web.registry.policies import class_to_admit_to, private_record_to_edit, student_to_edit
from hocba.web.registry.selectors import classes_to_move_to
from hocba.web.registry.views import class_crumbs, page_of, uncovered
from hocba.web.schools.api import SchoolClass
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of
from hocba.wording.api import sentence

PARTICULARS = ("code", "full_name", "gender", "birth_date", "birth_place", "ethnicity")


@guard(class_to_admit_to, methods=("GET", "POST"))
def admit(request: Request, school_class: SchoolClass) -> HttpResponse:
    """A new pupil of the class."""
    form = AdmissionForm(request.POST or None)
    if form.is_valid():
        facts = services.Particulars(**{name: form.cleaned_data[name] for name in PARTICULARS})
        joined_on = form.cleaned_data["joined_on"]
        enrolment = services.admit(school_class, particulars=facts, joined_on=joined_on, actor=actor_of(request))
        messages.success(request, gettext("Đã thêm %(name)s vào lớp.") % {"name": enrolment.student.full_name})
        return redirect("registry:class_page", school_class.pk)
    heading = gettext("Thêm học sinh vào lớp %(class)s") % {"class": school_class.name}
    crumbs = [*class_crumbs(school_class), {"label": gettext("Thêm học sinh"), "url": ""}]
    back = crumbs[-2]["url"]
    return _page(request, form, heading=heading, submit=gettext("Thêm học sinh"), breadcrumbs=crumbs, cancel_url=back)


@guard(student_to_edit, methods=("GET", "POST"))
def correct(request: Request, student: Student) -> HttpResponse:
    """The pupil's particulars; only what differs is written."""
    shown = {name: getattr(student, name) for name in PARTICULARS} | {"birth_date": student.birth_date_vi}
    form = CorrectionForm(request.POST or None, initial=shown, student=student)
    if form.is_valid():
        changed = {
            name: form.cleaned_data[name] for name in PARTICULARS if form.cleaned_data[name] != getattr(student, name)
        }
        if changed:
            services.correct(student, changes=changed, reason=form.cleaned_data["reason"], actor=actor_of(request))
        messages.success(request, gettext("Đã lưu.") if changed else gettext("Không có gì thay đổi."))
        return redirect("registry:student_page", student.pk)
    return _student_page(request, student, form, heading=gettext("Sửa thông tin học sinh"), submit=gettext("Lưu"))


@guard(private_record_to_edit, methods=("POST",))
def correct_private(request: Request, record: PrivateRecord) -> HttpResponse:
    """The covered record, sent from the page that uncovered it."""
    before = {name: getattr(record, name) for name in PrivateForm.Meta.fields}
    form = PrivateForm(request.POST, instance=record)
    if not form.is_valid():
        return uncovered(request, record, form)
    changed = {name: form.cleaned_data[name] for name in before if form.cleaned_data[name] != before[name]}
    if changed:
        reason = form.cleaned_data["reason"]
        changes.correct_private(record, changes=changed, reason=reason, actor=actor_of(request))
    messages.success(request, gettext("Đã lưu.") if changed else gettext("Không có gì thay đổi."))
    return redirect("registry:student_page", record.student_id)


@guard(student_to_edit, methods=("GET", "POST"))
def move(request: Request, student: Student) -> HttpResponse:
    """Into another class of the same grade, from a day on."""
    form = MoveForm(request.POST or None)
    form.fields["school_class"].queryset = classes_to_move_to(student)  # type: ignore[attr-defined]
    if form.is_valid():
        chosen, on = form.cleaned_data["school_class"], form.cleaned_data["on"]
        try:
            changes.move(student, to=chosen, on=on, reason=form.cleaned_data["reason"], actor=actor_of(request))
        except ProblemError as error:
            form.add_error(error.problem.path or None, sentence(error.problem))
        else:
            messages.success(request, gettext("Đã chuyển sang lớp %(class)s.") % {"class": chosen.name})
            return redirect("registry:student_page", student.pk)
    return _student_page(request, student, form, heading=gettext("Chuyển lớp"), submit=gettext("Chuyển lớp"))


def _student_page(request: Request, student: Student, form: BaseForm, *, heading: str, submit: str) -> HttpResponse:
    crumbs: Any = page_of(student, actor_of(request))["breadcrumbs"]
    back = f"../../{student.pk}/"
    crumbs = [*crumbs[:-1], {"label": student.full_name, "url": back}, {"label": heading, "url": ""}]
    lead = f"{student.full_name} · {student.code}"
    return _page(request, form, heading=heading, lead=lead, submit=submit, breadcrumbs=crumbs, cancel_url=back)


def _page(request: Request, form: BaseForm, **context: object) -> HttpResponse:
    return render(request, "layouts/form_page.html", {"form": form, **context})
