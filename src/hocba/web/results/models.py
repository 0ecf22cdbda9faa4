"""What the school's head decides where the law admits two readings. Results themselves are never stored."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hocba.web.shared.models import TenantModel


class Ruling(TenantModel):
    """One decision on one doubt of one pupil; the table only grows and the last one holds.

    ``facts`` is the doubt as it was seen (every place with its parameters): once marks change it, the ruling is about
    something else and no longer holds.
    """

    class Reading(models.TextChoices):
        LITERAL = "literal", "Giữ cách hiểu theo câu chữ"
        OTHER = "other", "Theo cách hiểu khác"

    enrolment = models.ForeignKey("registry.Enrolment", on_delete=models.PROTECT, related_name="rulings")
    doubt = models.CharField(max_length=60)
    """The code, ``interpretation.…``."""
    facts = models.JSONField()
    reading = models.CharField(max_length=10, choices=Reading)
    reason = models.CharField(max_length=500)
    ruled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ruled_at = models.DateTimeField(auto_now_add=True)
