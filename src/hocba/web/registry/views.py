"""Pages about pupils."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from hocba.web.registry import services
from hocba.web.registry.models import PrivateRecord, Student
from hocba.web.registry.policies import may_reveal, private_record, student_to_view
from hocba.web.registry.selectors import history_of, pupils_of
from hocba.web.schools.api import SchoolClass, class_to_view, subjects_of
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of


@guard(class_to_view)
def class_page(request: Request, school_class: SchoolClass) -> HttpResponse:
    """One class: its pupils in Vietnamese order, its subjects and who teaches them."""
    context = {
        "school_class": school_class,
        "pupils": pupils_of(school_class),
        "subjects": subjects_of(school_class),
    }
    return render(request, "registry/class_page.html", context)


@guard(student_to_view)
def student_page(request: Request, student: Student) -> HttpResponse:
    """One pupil; the private record stays covered."""
    context = {
        "student": student,
        "history": history_of(student),
        "may_reveal": may_reveal(actor_of(request), student),
    }
    return render(request, "registry/student_page.html", context)


@guard(private_record, methods=("POST",))
def reveal(request: Request, record: PrivateRecord) -> HttpResponse:
    """Uncover the private record once; nothing of it is kept by the browser."""
    services.reveal(record, actor=actor_of(request))
    response = render(
        request,
        "registry/student_page.html",
        {"student": record.student, "history": history_of(record.student), "private": record},
    )
    response.headers["Cache-Control"] = "no-store"
    return response
