"""Pages about pupils."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from hocba.web.registry import services
from hocba.web.registry.forms import PrivateForm
from hocba.web.registry.models import PrivateRecord, Student
from hocba.web.registry.policies import may_reveal, private_record, student_to_view
from hocba.web.registry.selectors import found_by, history_of, pupils_of, with_class
from hocba.web.schools.api import ClassSubject, SchoolClass, class_to_view, is_homeroom_teacher, school_of, subjects_of
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import guard, needs
from hocba.web.shared.http import Request, actor_of
from hocba.web.shared.permissions import Permission

PER_PAGE = 50


@guard(needs(Permission.CLASS_VIEW))
def student_list(request: Request, actor: Actor) -> HttpResponse:
    """Pupils whom the actor may see; found by name or code."""
    query = request.GET.get("q", "")[:100]
    found = with_class(found_by(actor, query), year_start=school_of(actor).current_year)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"query": query, "page": page, "numbers": page.paginator.get_elided_page_range(page.number)}
    return render(request, "registry/student_list.html", context)


@guard(class_to_view)
def class_page(request: Request, school_class: SchoolClass) -> HttpResponse:
    """One class: its pupils in Vietnamese order, its subjects and who teaches them."""
    actor = actor_of(request)
    subjects = subjects_of(school_class)
    whole_class = actor.may(Permission.SCHOOL_WIDE) or is_homeroom_teacher(actor, school_class)
    context = {
        "school_class": school_class,
        "pupils": pupils_of(school_class),
        "subjects": subjects,
        "whole_class": whole_class,
        "readable": {each.pk for each in subjects if whole_class or _taught_by(actor, each)},
        "may_admit": actor.may(Permission.STUDENT_EDIT),
        "may_assign": actor.may(Permission.TEACHING_ASSIGN),
        "is_homeroom": is_homeroom_teacher(actor, school_class),
        "breadcrumbs": class_crumbs(school_class),
    }
    return render(request, "registry/class_page.html", context)


def _taught_by(actor: Actor, subject: ClassSubject) -> bool:
    """Read from the ``assignments`` that the page shows."""
    return any(each.teacher_id == actor.user_id for each in subject.assignments.all())


@guard(student_to_view)
def student_page(request: Request, student: Student) -> HttpResponse:
    """One pupil; the private record stays covered."""
    return render(request, "registry/student_page.html", page_of(student, actor_of(request)))


@guard(private_record, methods=("POST",))
def reveal(request: Request, record: PrivateRecord) -> HttpResponse:
    """Uncover the private record once; nothing of it is kept by the browser."""
    actor = actor_of(request)
    services.reveal(record, actor=actor)
    form = PrivateForm(instance=record) if actor.may(Permission.STUDENT_EDIT) else None
    return uncovered(request, record, form)


def uncovered(request: Request, record: PrivateRecord, form: PrivateForm | None) -> HttpResponse:
    """The pupil's page with the record shown; never kept by the browser."""
    context = {**page_of(record.student, actor_of(request)), "private": record, "form": form}
    response = render(request, "registry/student_page.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


def page_of(student: Student, actor: Actor) -> dict[str, object]:
    """What the pupil's page shows to this actor."""
    history = list(history_of(student))
    crumbs = class_crumbs(history[0].school_class) if history else []
    return {
        "student": student,
        "history": history,
        "may_reveal": may_reveal(actor, student),
        "may_edit": actor.may(Permission.STUDENT_EDIT),
        "may_audit": actor.may(Permission.AUDIT_VIEW),
        "breadcrumbs": [*crumbs, {"label": student.full_name, "url": ""}],
    }


def class_crumbs(school_class: SchoolClass) -> list[dict[str, str]]:
    """From the list of classes down to this one."""
    return [
        {"label": gettext("Lớp học"), "url": reverse("schools:class_list")},
        {"label": school_class.name, "url": reverse("registry:class_page", args=[school_class.pk])},
    ]
