"""Pages of the ward: schools, then the classes of one."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from hocba.web.schools.api import School
from hocba.web.shared.deadlines import counting_day
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of
from hocba.web.supervision.charts import entry_chart, issued_chart
from hocba.web.supervision.policies import supervised_school, supervised_schools
from hocba.web.supervision.selectors import ClassProgress, SchoolProgress, progress_of
from hocba.web.supervision.stages import countdowns, standing_of


@guard(supervised_schools)
def overview(request: Request, schools: list[School]) -> HttpResponse:
    """Every school of the ward with its numbers."""
    progress = progress_of(schools)
    context = {
        "place": actor_of(request).place,
        "progress": progress,
        "deadlines": _countdowns(progress),
        "charts": [entry_chart(progress), issued_chart(progress)],
        "now": timezone.localtime(),
    }
    return render(request, "supervision/overview.html", context)


@guard(supervised_school)
def school_page(request: Request, school: School) -> HttpResponse:
    """The classes of one school with their numbers."""
    (progress,) = progress_of([school])
    today = counting_day()
    context = {
        "progress": progress,
        "rows": [(each, standing_of(each, school_year=school.school_year, today=today)) for each in progress.classes],
        "deadlines": _countdowns([progress]),
        "charts": [issued_chart([each for each in progress.classes if each.subjects])],
        "now": timezone.localtime(),
        "breadcrumbs": [
            {"label": gettext("Tiến độ học bạ"), "url": reverse("supervision:overview")},
            {"label": school.name, "url": ""},
        ],
    }
    return render(request, "supervision/school_page.html", context)


def _countdowns(progress: Sequence[SchoolProgress]) -> list[dict[str, str]]:
    classes: list[ClassProgress] = [each for school in progress for each in school.classes]
    if not progress:
        return []
    school_year = max(each.school.school_year for each in progress)
    return countdowns(classes, school_year=school_year, today=counting_day())
