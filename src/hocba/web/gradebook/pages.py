"""What the pages show: contexts for the templates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.core.paginator import Page
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from hocba.web.gradebook.columns import has_gradebook
from hocba.web.gradebook.grid import SheetView, grid, shown, view_of
from hocba.web.gradebook.locks import lock_on, locks_of
from hocba.web.gradebook.models import EntryHistory
from hocba.web.gradebook.policies import may_write, sees_whole_class
from hocba.web.gradebook.progress import progress_of
from hocba.web.gradebook.sheets import HOMEROOM_PARTS, REMARKS, Sheet
from hocba.web.schools.api import SchoolClass, classes_visible_to, school_of, taught_by
from hocba.web.shared.actor import Actor
from hocba.web.shared.deadlines import counting_day, deadline_for

MISSING_SHOWN = 8
"""Pupils with gaps that the page names; the rest are counted."""


def part_names() -> dict[str, str]:
    return {
        "hk1": gettext("Học kì I"),
        "hk2": gettext("Học kì II"),
        REMARKS: gettext("Nhận xét"),
        "he": gettext("Đánh giá lại"),
        "nam": gettext("Chuyên cần, rèn luyện, nhận xét"),
        "them": gettext("Khen thưởng, hoạt động hè"),
    }


def address(view: str, sheet: Sheet, part: str = "") -> str:
    """Of a view of this sheet: ``sheet``, ``save``, ``history``; of another ``part`` of the same owner."""
    name = {"sheet": "_sheet", "history": "_history"}.get(view)
    of_subject = sheet.class_subject is not None
    owner = "subject" if of_subject else "homeroom"
    key = "class_subject_id" if of_subject else "class_id"
    arguments = {key: sheet.owner.pk, "part": part or sheet.part}
    return reverse(f"gradebook:{owner}{name}" if name else f"gradebook:save_{owner}", kwargs=arguments)


def tabs(sheet: Sheet, view: str = "sheet") -> list[dict[str, object]]:
    parts = ["hk1", "hk2", REMARKS, "he"] if sheet.class_subject else list(HOMEROOM_PARTS)
    names = part_names()
    return [{"label": names[part], "url": address(view, sheet, part), "current": part == sheet.part} for part in parts]


def title(sheet: Sheet) -> str:
    name = sheet.class_subject.name if sheet.class_subject else gettext("Sổ chủ nhiệm")
    return gettext("%(name)s, lớp %(class)s") % {"name": name, "class": sheet.school_class.name}


def crumbs(school_class: SchoolClass, last: str) -> list[dict[str, str]]:
    return [
        {"label": gettext("Sổ điểm"), "url": reverse("gradebook:index")},
        {"label": gettext("Lớp %(name)s") % {"name": school_class.name}, "url": _class_url(school_class)},
        {"label": last, "url": ""},
    ]


def _class_url(school_class: SchoolClass) -> str:
    return reverse("registry:class_page", kwargs={"class_id": school_class.pk})


def entry_deadline(school_class: SchoolClass, today: date) -> dict[str, str] | None:
    found = deadline_for("entry", grade=school_class.grade, school_year=school_class.school_year)
    return found.shown(today) if found else None


def sheet(sheet: Sheet, actor: Actor, *, to_print: bool) -> dict[str, object]:
    """The page of a sheet, to write in, to read or to print."""
    view, locks = view_of(sheet), locks_of(sheet.school_class)
    writable = may_write(actor, sheet) and not to_print
    terms = {sheet.term_of(column) for column in sheet.columns}
    heading = title(sheet)
    part = part_names()[sheet.part]
    return {
        "sheet": sheet,
        "heading": heading,
        "part": part,
        "tabs": tabs(sheet),
        "grid": grid(view, title=f"{heading}, {part}", save_url=address("save", sheet), writable=writable, locks=locks),
        "locks": [lock for term in terms if (lock := lock_on(sheet, term, locks))][:1],
        "may_write": may_write(actor, sheet),
        "whole_class": sees_whole_class(actor, sheet.school_class),
        "missing": missing(view),
        "more_missing": max(len(view.missing) - MISSING_SHOWN, 0),
        "history_url": address("history", sheet),
        "class_url": reverse("gradebook:class_page", kwargs={"class_id": sheet.school_class.pk}),
        "deadline": entry_deadline(sheet.school_class, counting_day()),
        "breadcrumbs": crumbs(sheet.school_class, sheet.class_subject.name if sheet.class_subject else heading),
    }


def missing(view: SheetView) -> list[dict[str, str]]:
    """The first pupils who lack something, with what."""
    names = {pupil.pk: pupil.student.full_name for pupil in view.pupils}
    return [
        {"name": names[row], "columns": ", ".join(labels)} for row, labels in list(view.missing.items())[:MISSING_SHOWN]
    ]


def index(actor: Actor) -> dict[str, object]:
    """Own subjects with their progress; classes of which all may be seen."""
    year_start = school_of(actor).current_year
    classes = [each for each in classes_visible_to(actor).filter(year_start=year_start) if has_gradebook(each.stage)]
    own = [each for each in taught_by(actor, year_start=year_start) if has_gradebook(each.school_class.stage)]
    return {
        "subjects": progress_of(own),
        "classes": [each for each in classes if sees_whole_class(actor, each)],
    }


def narrowed(changes: QuerySet[EntryHistory], wanted: str) -> QuerySet[EntryHistory]:
    """Only one pupil's changes, if ``wanted`` names an enrolment."""
    try:
        return changes.filter(enrolment=UUID(wanted)) if wanted else changes
    except ValueError:
        return changes.none()


def history(sheet: Sheet, page: Page[EntryHistory]) -> dict[str, object]:
    heading = title(sheet)
    return {
        "heading": gettext("Lịch sử sửa: %(title)s") % {"title": heading},
        "tabs": tabs(sheet, "history"),
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number),
        "changes": list(_changes(sheet, page.object_list)),
        "sheet_url": address("sheet", sheet),
        "breadcrumbs": crumbs(sheet.school_class, heading),
    }


def _changes(sheet: Sheet, entries: Iterable[EntryHistory]) -> Iterable[dict[str, object]]:
    for entry in entries:
        column = sheet.column(entry.column)
        assert column is not None, "the history is filtered by the sheet's columns"
        old, new = shown(column, entry.old), shown(column, entry.new)
        yield {
            "entry": entry,
            "name": entry.enrolment.student.full_name,
            "column": column.label,
            "old": old,
            "new": new,
        }
