"""What the "my work" page says about entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext

from hocba.web.gradebook.columns import has_gradebook
from hocba.web.gradebook.pages import entry_deadline
from hocba.web.gradebook.progress import NOTHING, SubjectProgress, homeroom_progress, progress_of
from hocba.web.schools.api import ClassSubject, SchoolClass, classes_visible_to, school_of, taught_by
from hocba.web.shared.actor import Actor
from hocba.web.shared.deadlines import counting_day
from hocba.web.shared.permissions import Permission
from hocba.web.shared.work import Card


def cards(actor: Actor) -> Sequence[Card]:
    """Own subjects and the own class for teachers; all classes in one card for the school's office."""
    if not actor.may(Permission.CLASS_VIEW):
        return ()
    year_start = school_of(actor).current_year
    own = [each for each in taught_by(actor, year_start=year_start) if has_gradebook(each.school_class.stage)]
    classes = [each for each in classes_visible_to(actor).filter(year_start=year_start) if has_gradebook(each.stage)]
    homerooms = [each for each in classes if each.homeroom_teacher_id == actor.user_id]
    found = [*map(_homeroom_card, homerooms), *map(_subject_card, progress_of(own))]
    return [*found, *_school_card(classes)] if actor.may(Permission.SCHOOL_WIDE) else found


def _subject_card(progress: SubjectProgress) -> Card:
    subject, whole = progress.class_subject, progress.whole
    part = "hk2" if progress.terms[0].complete else "hk1"
    gap = gettext("Còn thiếu %(n)d ô điểm.") % {"n": whole.missing}
    return Card(
        title=gettext("%(subject)s %(class)s") % {"subject": subject.name, "class": subject.school_class.name},
        text=gettext("Đã đủ điểm cả năm.") if whole.complete else gap,
        url=reverse("gradebook:subject_sheet", kwargs={"class_subject_id": subject.pk, "part": part}),
        done=whole.filled,
        total=whole.needed,
        deadline=None if whole.complete else entry_deadline(subject.school_class, counting_day()),
    )


def _homeroom_card(school_class: SchoolClass) -> Card:
    progress = homeroom_progress(school_class)
    gap = gettext("Chuyên cần, rèn luyện, nhận xét: còn thiếu %(n)d ô.") % {"n": progress.missing}
    return Card(
        title=gettext("Chủ nhiệm lớp %(class)s") % {"class": school_class.name},
        text=gettext("Chuyên cần, rèn luyện và nhận xét đã đủ.") if progress.complete else gap,
        url=reverse("gradebook:homeroom_sheet", kwargs={"class_id": school_class.pk, "part": "nam"}),
        done=progress.filled,
        total=progress.needed,
        deadline=None if progress.complete else entry_deadline(school_class, counting_day()),
    )


def _school_card(classes: Iterable[SchoolClass]) -> Iterator[Card]:
    listed = list(classes)
    subjects = ClassSubject.objects.filter(school_class__in=listed).select_related("school_class")
    whole = sum((each.whole for each in progress_of(subjects)), NOTHING)
    if whole.needed:
        numbers = {"n": len(listed), "missing": whole.missing}
        yield Card(
            title=gettext("Tiến độ nhập điểm"),
            text=gettext("%(n)d lớp, còn thiếu %(missing)d ô điểm.") % numbers,
            url=reverse("gradebook:index"),
            done=whole.filled,
            total=whole.needed,
            watched=True,
        )
