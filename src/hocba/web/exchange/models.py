"""Files that were brought in, what was decided about them, and what was written from them."""

from __future__ import annotations

from django.db import models

from hocba.web.shared.models import TenantModel


class Import(TenantModel):
    """One workbook. The file itself is a blob that ends on ``expires_on``; what was written from it stays on record.

    ``choices``: see ``choices.Choices``. ``seen``: what stood in each cell to be changed when the preview was last
    drawn up. ``written``: see ``services.write.Written``; empty until it is confirmed.
    """

    filename = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField()
    choices = models.JSONField(default=dict)
    seen = models.JSONField(default=dict)
    written = models.JSONField(default=dict)
    written_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.filename
