"""Pages that name the teachers of a class: one form each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from hocba.kernel.problems import ProblemError
from hocba.web.schools import services
from hocba.web.schools.forms import AssignmentForm, HomeroomForm
from hocba.web.schools.models import ClassSubject, SchoolClass
from hocba.web.schools.policies import class_to_staff, subject_to_staff
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of
from hocba.wording.api import sentence


@guard(class_to_staff, methods=("GET", "POST"))
def assign_homeroom(request: Request, school_class: SchoolClass) -> HttpResponse:
    """Who leads the class."""
    initial = {"teacher": school_class.homeroom_teacher_id}
    form = HomeroomForm(request.POST or None, initial=initial, school_id=school_class.school_id)
    # an empty choice is an answer, and a form whose only field is empty still was sent
    if request.method == "POST" and form.is_valid():
        services.appoint_homeroom_teacher(school_class, teacher=form.cleaned_data["teacher"], actor=actor_of(request))
        messages.success(request, gettext("Đã lưu phân công."))
        return redirect(_address(school_class))
    heading = gettext("Chủ nhiệm lớp %(class)s") % {"class": school_class.name}
    return _page(request, form, school_class, heading)


@guard(subject_to_staff, methods=("GET", "POST"))
def assign_teacher(request: Request, class_subject: ClassSubject) -> HttpResponse:
    """Who teaches the subject in the class."""
    school_class = class_subject.school_class
    form = AssignmentForm(request.POST or None, initial=_present(class_subject), school_id=class_subject.school_id)
    if form.is_valid():
        try:
            services.assign(class_subject, **form.cleaned_data, actor=actor_of(request))
        except ProblemError as error:
            form.add_error(error.problem.path or None, sentence(error.problem))
        else:
            messages.success(request, gettext("Đã lưu phân công."))
            return redirect(_address(school_class))
    numbers = {"subject": class_subject.name, "class": school_class.name}
    return _page(request, form, school_class, gettext("%(subject)s, lớp %(class)s: ai dạy?") % numbers)


def _present(class_subject: ClassSubject) -> dict[str, int]:
    found: dict[str, int] = {}
    for assignment in class_subject.assignments.all():
        found["responsible" if assignment.responsible else "helper"] = assignment.teacher_id
    return found


def _address(school_class: SchoolClass) -> str:
    return reverse("registry:class_page", args=[school_class.pk])


def _page(
    request: Request, form: HomeroomForm | AssignmentForm, school_class: SchoolClass, heading: str
) -> HttpResponse:
    crumbs = [
        {"label": gettext("Lớp học"), "url": reverse("schools:class_list")},
        {"label": school_class.name, "url": _address(school_class)},
        {"label": gettext("Phân công"), "url": ""},
    ]
    context = {
        "form": form,
        "heading": heading,
        "submit": gettext("Lưu phân công"),
        "cancel_url": _address(school_class),
        "breadcrumbs": crumbs,
    }
    return render(request, "layouts/form_page.html", context)
