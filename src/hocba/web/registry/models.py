"""Pupils and their enrolments."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from hocba.web.shared.fields import NameField, NameKeyField
from hocba.web.shared.models import TenantModel

PARTIAL_DATE = RegexValidator(r"^\d{4}(-\d{2}(-\d{2})?)?$")


class Student(TenantModel):
    """A pupil as a school knows them. ``birth_date`` is ISO and may be partial (``2012``, ``2012-03``)."""

    code = models.CharField(max_length=20)
    full_name = NameField(max_length=150)
    name_key = NameKeyField()
    gender = models.CharField(max_length=3, choices=[("Nam", "Nam"), ("Nữ", "Nữ")])
    birth_date = models.CharField(max_length=10, validators=[PARTIAL_DATE])
    birth_place = NameField(max_length=200, blank=True)
    ethnicity = NameField(max_length=50, blank=True)
    policy_group = models.CharField(max_length=100, blank=True)
    register_number = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "code"], name="student_code_once")]

    def __str__(self) -> str:
        return self.full_name

    @property
    def birth_date_vi(self) -> str:
        """Day first, as far as it is known: ``05/03/2012``, ``03/2012``, ``2012``."""
        return "/".join(reversed(self.birth_date.split("-")))


class PrivateRecord(TenantModel):
    """What is covered until somebody asks, with the asking on record: numbers, address, family.

    Apart from ``Student`` so that no list carries it by accident.
    """

    student = models.OneToOneField(Student, on_delete=models.PROTECT, related_name="private")
    personal_id = models.CharField(max_length=12, blank=True)
    telephone = models.CharField(max_length=20, blank=True)
    residence = models.CharField(max_length=250, blank=True)
    father_name = NameField(max_length=150, blank=True)
    father_occupation = models.CharField(max_length=100, blank=True)
    mother_name = NameField(max_length=150, blank=True)
    mother_occupation = models.CharField(max_length=100, blank=True)
    guardian_name = NameField(max_length=150, blank=True)
    guardian_occupation = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(personal_id="") | Q(personal_id__regex=r"^[0-9]{12}$"), name="personal_id_12_digits"
            )
        ]


class Enrolment(TenantModel):
    """A pupil in a class, from one day until another; ``left_on`` is empty while it lasts."""

    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="enrolments")
    school_class = models.ForeignKey("schools.SchoolClass", on_delete=models.PROTECT, related_name="enrolments")
    year_start = models.PositiveSmallIntegerField()
    """As in the class; here so that the database can see to one class per pupil and year."""
    joined_on = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student", "year_start"], condition=Q(left_on__isnull=True), name="one_class_a_year"
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")), name="enrolment_period"
            ),
        ]
