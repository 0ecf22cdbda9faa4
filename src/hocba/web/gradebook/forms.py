from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from hocba.web.gradebook.models import EntryLock


class LockForm(forms.Form):
    """Why entry is closed or opened; who meets the lock reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Lí do"),
        max_length=EntryLock._meta.get_field("reason").max_length,
        help_text=gettext_lazy("Thầy cô bị chặn sẽ đọc được dòng này."),
    )
