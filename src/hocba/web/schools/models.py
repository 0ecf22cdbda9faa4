"""Authorities, schools, classes, subjects of a class, teaching assignments."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from hocba.kernel.codes import AssessmentKind, Stage
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import subject_name
from hocba.web.shared.fields import NameField
from hocba.web.shared.models import TenantModel


class Authority(models.Model):
    """A managing body: the department (Sở), or the ward (UBND phường) below it."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", "Sở Giáo dục và Đào tạo"
        WARD = "ward", "Uỷ ban nhân dân phường, xã"

    code = models.CharField(max_length=30, unique=True)
    name = NameField(max_length=150)
    kind = models.CharField(max_length=20, choices=Kind)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")

    def __str__(self) -> str:
        return self.name

    def supervised_schools(self) -> Iterable[int]:
        """Numbers of the schools below this body."""
        below = School.objects.filter(Q(authority=self) | Q(authority__parent=self))
        return below.values_list("pk", flat=True)


class School(models.Model):
    """A school as the public knows it. ``tax_code`` names it in certificates (``MST:<tax code>``)."""

    code = models.CharField(max_length=30, unique=True)
    name = NameField(max_length=150)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="schools")
    stages = ArrayField(models.CharField(max_length=20, choices=[(stage.value, stage.name) for stage in Stage]))
    ward = NameField(max_length=100)
    province = NameField(max_length=100)
    tax_code = models.CharField(max_length=14, blank=True)
    current_year = models.PositiveSmallIntegerField()
    """Calendar year in which the school year at work starts."""

    def __str__(self) -> str:
        return self.name

    @property
    def school_year(self) -> SchoolYear:
        return SchoolYear(self.current_year)


class SchoolClass(TenantModel):
    """A class of one school year; ``year_start`` is the calendar year in which that year starts."""

    year_start = models.PositiveSmallIntegerField()
    grade = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=20)
    homeroom_teacher = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, related_name="homeroom_classes"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "year_start", "name"], name="class_name_once_a_year"),
            models.CheckConstraint(condition=Q(grade__range=(1, 12)), name="class_grade_1_to_12"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def school_year(self) -> SchoolYear:
        return SchoolYear(self.year_start)

    @property
    def stage(self) -> Stage:
        return Stage.of_grade(self.grade)


class ClassSubject(TenantModel):
    """A subject as one class has it. ``subject`` is a code of ``kernel.subjects``; ``label`` the form's wording."""

    school_class = models.ForeignKey(SchoolClass, on_delete=models.PROTECT, related_name="subjects")
    subject = models.CharField(max_length=20)
    label = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.name) for kind in AssessmentKind])
    periods = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school_class", "subject"], name="subject_once_a_class")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """As the transcript prints it, e.g. ``Ngoại ngữ 1 (Tiếng Anh)``."""
        return self.label or subject_name(self.subject)

    @property
    def assessment(self) -> AssessmentKind:
        return AssessmentKind(self.kind)


class TeachingAssignment(TenantModel):
    """Who teaches a subject in a class. Where two share it, one is ``responsible`` and signs."""

    class_subject = models.ForeignKey(ClassSubject, on_delete=models.PROTECT, related_name="assignments")
    teacher = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="assignments")
    responsible = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["class_subject", "teacher"], name="assignment_once"),
            models.UniqueConstraint(
                fields=["class_subject"], condition=Q(responsible=True), name="one_responsible_teacher"
            ),
        ]
