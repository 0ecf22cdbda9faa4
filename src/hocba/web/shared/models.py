"""The base of tenant rows, and the audit trail."""

from __future__ import annotations

from django.db import models

from hocba.web.shared.keys import new_id


class TenantModel(models.Model):
    """A row that belongs to one school. Its migration needs ``shared.db.TenantTable``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    school = models.ForeignKey("schools.School", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class AuditEntry(models.Model):
    """One change or one look at a sensitive field. Append-only: the database refuses to change or delete it.

    ``before`` and ``after`` hold only the fields that changed. The school is a plain number, because an entry outlives
    what it speaks of.
    """

    at = models.DateTimeField(auto_now_add=True)
    school_id = models.BigIntegerField(null=True)
    actor_id = models.BigIntegerField()
    actor_name = models.CharField(max_length=150)
    actor_role = models.CharField(max_length=20)
    action = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    object_label = models.CharField(max_length=200)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["school_id", "-at"], name="audit_school_at"),
            models.Index(fields=["object_kind", "object_id"], name="audit_object"),
        ]
