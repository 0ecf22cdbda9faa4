"""Bars that stand inside the table of their numbers (``components/bar_chart.html``)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from hocba.web.supervision.selectors import ClassProgress, SchoolProgress

Chart = dict[str, object]


def entry_chart(progress: Sequence[SchoolProgress] | Sequence[ClassProgress]) -> Chart:
    """Marks entered of marks needed."""
    rows = [_row(each, each.entry.filled, each.entry.needed) for each in progress if each.entry.needed]
    return {"title": gettext("Điểm đã nhập"), "unit": gettext("ô điểm"), "rows": rows}


def issued_chart(progress: Sequence[SchoolProgress] | Sequence[ClassProgress]) -> Chart:
    """Transcripts issued of pupils present."""
    rows = [_row(each, each.issued, each.pupils) for each in progress if each.pupils]
    return {"title": gettext("Học bạ đã cấp"), "unit": gettext("học bạ"), "rows": rows}


def _row(each: SchoolProgress | ClassProgress, value: int, total: int) -> dict[str, object]:
    label = each.name if isinstance(each, ClassProgress) else each.school.name
    return {
        "label": label,
        "value": min(value, total),
        "total": total,
        "state": "done" if value >= total else "waiting",
    }
