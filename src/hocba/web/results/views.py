"""Pages of results: a class, and why a pupil's year is what it is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from hocba.kernel.problems import ProblemError
from hocba.web.gradebook.api import class_overview
from hocba.web.registry.api import Enrolment
from hocba.web.results import pages
from hocba.web.results.forms import RulingForm
from hocba.web.results.policies import pupil_of_class, pupil_to_rule
from hocba.web.results.rulings import Doubt, rule
from hocba.web.results.selectors import class_results, doubts_now, explained
from hocba.web.schools.api import SchoolClass
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of
from hocba.web.shared.permissions import Permission
from hocba.wording.api import sentence


@guard(class_overview)
def class_page(request: Request, school_class: SchoolClass) -> HttpResponse:
    """Results of a class as they stand now, and what is missing."""
    try:
        context = pages.class_page(class_results(school_class, remarks=False))
        context["may_rule"] = actor_of(request).may(Permission.RESULT_RULE)
    except ProblemError as error:
        context = _unjudged(school_class, error)
    return render(request, "results/class_page.html", context)


@guard(pupil_of_class)
def pupil_page(request: Request, enrolment: Enrolment) -> HttpResponse:
    """Why: every value of one pupil's year with its sentence and its place in the circular."""
    context: dict[str, object] = {
        "enrolment": enrolment,
        "breadcrumbs": pages.pupil_crumbs(enrolment),
        **pages.neighbours(enrolment),
    }
    try:
        outcome, subjects = explained(enrolment)
        context |= {
            "summary": pages.summary(outcome),
            "groups": pages.reasons(outcome, subjects),
            "problems": [sentence(problem) for problem in outcome.problems],
        }
    except ProblemError as error:
        context["refused"] = sentence(error.problem)
    return render(request, "results/pupil_page.html", context)


@guard(pupil_to_rule, methods=("GET", "POST"))
def ruling_page(request: Request, enrolment: Enrolment) -> HttpResponse:
    """The doubts of one pupil: both readings, and a decision on each."""
    context = {"enrolment": enrolment, "breadcrumbs": pages.crumbs(enrolment.school_class, gettext("Cách hiểu"))}
    try:
        doubts = doubts_now(enrolment)
    except ProblemError as error:
        return render(request, "results/ruling_page.html", {**context, "refused": sentence(error.problem)})
    forms = [(doubt, _ruling_form(request, doubt)) for doubt in doubts]
    for doubt, form in forms:
        if form.is_bound and form.is_valid():
            rule(enrolment, doubt, actor=actor_of(request), **form.cleaned_data)
            messages.success(request, gettext("Đã ghi quyết định."))
            return redirect("results:class_page", class_id=enrolment.school_class_id)
    context["doubts"] = [(pages.doubt_shown(doubt), form) for doubt, form in forms]
    return render(request, "results/ruling_page.html", context)


def _ruling_form(request: Request, doubt: Doubt) -> RulingForm:
    sent = request.method == "POST" and request.POST.get("doubt") == doubt.code
    return RulingForm(request.POST if sent else None, prefix=doubt.rule)


def _unjudged(school_class: SchoolClass, error: ProblemError) -> dict[str, object]:
    crumbs = pages.crumbs(school_class, gettext("Kết quả"))
    return {"school_class": school_class, "refused": sentence(error.problem), "breadcrumbs": crumbs}
