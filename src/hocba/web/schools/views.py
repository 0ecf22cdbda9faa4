"""Pages about classes and teachers."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from hocba.web.schools import selectors
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import guard, needs
from hocba.web.shared.http import Request
from hocba.web.shared.permissions import Permission


@guard(needs(Permission.CLASS_VIEW))
def class_list(request: Request, actor: Actor) -> HttpResponse:
    """Classes of the year at work: the own ones, or all for the school's office."""
    school = selectors.school_of(actor)
    classes = selectors.classes_visible_to(actor).filter(year_start=school.current_year)
    return render(request, "schools/class_list.html", {"school": school, "classes": classes})


@guard(needs(Permission.SCHOOL_WIDE))
def teacher_list(request: Request, actor: Actor) -> HttpResponse:
    """Teachers of the school and what they teach this year."""
    school = selectors.school_of(actor)
    return render(request, "schools/teacher_list.html", {"school": school, "teachers": selectors.teachers(school)})
