"""What is entered, cell by cell. Each cell has its own version; every change of it stands in ``EntryHistory``.

A cell without a row was never filled in. A row without a value was filled in and blanked. A mark of 0 is a mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from hocba.kernel.codes import CommentResult
from hocba.kernel.marks import Tenths, format_mark
from hocba.web.shared.models import TenantModel

FIRST, SECOND, SUMMER = 1, 2, 3
"""Terms of ``Mark``. After the year's end come re-assessments (Circular 22/2021, article 14)."""


_RESULTS = [each.value for each in CommentResult]


class Cell(TenantModel):
    """One value in a sheet, of one pupil. ``version`` counts the changes; 1 is the first value."""

    id = models.BigAutoField(primary_key=True)  # type: ignore[assignment]
    enrolment = models.ForeignKey("registry.Enrolment", on_delete=models.PROTECT, related_name="+")
    column = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    if TYPE_CHECKING:

        @property
        def text(self) -> str:
            """The value as it travels; empty when blank."""

        def hold(self, text: str) -> None:
            """Take a canonical value."""


class Mark(Cell):
    """One assessment. ``column``: ``tx1`` … ``tx5``, ``gk``, ``ck``; in the summer ``dgl`` (đánh giá lại).

    ``tenths`` of a point for a scored subject, ``result`` for one assessed by comment.
    """

    class_subject = models.ForeignKey(
        "schools.ClassSubject", on_delete=models.PROTECT, related_name="marks", db_index=False
    )
    term = models.PositiveSmallIntegerField()
    tenths = models.PositiveSmallIntegerField(null=True)
    result = models.CharField(max_length=2, blank=True, choices=[(each.value, each.name) for each in CommentResult])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["class_subject", "term", "enrolment", "column"], name="mark_cell_once"),
            models.CheckConstraint(condition=Q(tenths__range=(0, 100)), name="mark_in_tenths"),
            models.CheckConstraint(condition=Q(result__in=["", *_RESULTS]), name="mark_result"),
            models.CheckConstraint(condition=Q(tenths__isnull=True) | Q(result=""), name="mark_or_result"),
            models.CheckConstraint(condition=Q(term__range=(FIRST, SUMMER)), name="mark_term"),
        ]

    @property
    def value(self) -> Tenths | CommentResult | None:
        """The assessment as the regulations take it."""
        if self.tenths is not None:
            return Tenths(self.tenths)
        return CommentResult(self.result) if self.result else None

    @property
    def text(self) -> str:
        return self.result if self.tenths is None else format_mark(Tenths(self.tenths))

    def hold(self, text: str) -> None:
        whole, _, tenth = text.partition(".")
        numeric = whole.isdecimal()
        self.tenths = int(whole) * 10 + int(tenth or 0) if numeric else None
        self.result = "" if numeric else text


class TextCell(Cell):
    """A cell that holds words."""

    value = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def text(self) -> str:
        return self.value

    def hold(self, text: str) -> None:
        self.value = text


class SubjectRemark(TextCell):
    """The subject teacher's remark on a pupil for the year, as the transcript prints it. ``column``: ``nx``."""

    class_subject = models.ForeignKey(
        "schools.ClassSubject", on_delete=models.PROTECT, related_name="remarks", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["class_subject", "enrolment", "column"], name="remark_cell_once")
        ]


class HomeroomEntry(TextCell):
    """What the homeroom teacher keeps on a pupil. Columns and their values: ``gradebook.columns.HOMEROOM``."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "column"], name="homeroom_cell_once")]


class Exemption(TenantModel):
    """A pupil is not assessed in a subject for a term (articles 10 and 11): granted by the school's head."""

    enrolment = models.ForeignKey("registry.Enrolment", on_delete=models.PROTECT, related_name="exemptions")
    class_subject = models.ForeignKey("schools.ClassSubject", on_delete=models.PROTECT, related_name="exemptions")
    term = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)
    granted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "class_subject", "term"], name="exemption_once"),
            models.CheckConstraint(condition=Q(term__range=(FIRST, SECOND)), name="exemption_term"),
        ]


class EntryHistory(TenantModel):
    """One change of one cell: from what, to what, who, when, why. Only grows.

    ``class_subject`` is empty for the homeroom teacher's cells, ``term`` where a cell belongs to the year.
    ``batch``: the changes that were saved together. ``version``: the cell's, after the change.
    """

    id = models.BigAutoField(primary_key=True)  # type: ignore[assignment]
    enrolment = models.ForeignKey("registry.Enrolment", on_delete=models.PROTECT, related_name="+")
    class_subject = models.ForeignKey("schools.ClassSubject", on_delete=models.PROTECT, related_name="+", null=True)
    term = models.PositiveSmallIntegerField(null=True)
    column = models.CharField(max_length=20)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    batch = models.UUIDField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["batch"], name="history_batch")]


class SavedBatch(TenantModel):
    """The answer that a batch got, so that sending it again does nothing twice. Kept for some days."""

    key = models.UUIDField()
    sheet = models.CharField(max_length=100)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(auto_now_add=True)
    request = models.CharField(max_length=64)
    """SHA-256 of what was asked."""
    answer = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="batch_once")]


class EntryLock(TenantModel):
    """Closes entry for a class, or for a part of it: ``class_subject`` and ``term`` empty mean all."""

    school_class = models.ForeignKey("schools.SchoolClass", on_delete=models.PROTECT, related_name="entry_locks")
    class_subject = models.ForeignKey("schools.ClassSubject", on_delete=models.PROTECT, related_name="+", null=True)
    term = models.PositiveSmallIntegerField(null=True)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school_class", "class_subject", "term"], name="entry_lock_once", nulls_distinct=False
            )
        ]
