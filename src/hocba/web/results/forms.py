from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from hocba.web.results.models import Ruling


class RulingForm(forms.Form):
    """Which reading holds, and why."""

    reading = forms.ChoiceField(
        label=gettext_lazy("Quyết định"),
        choices=Ruling.Reading.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Phần mềm tính theo câu chữ của thông tư. Nếu chọn cách hiểu khác, quyết định được ghi lại và học bạ của em"
            " này được giữ lại, chưa lập."
        ),
    )
    reason = forms.CharField(label=gettext_lazy("Lí do"), max_length=Ruling._meta.get_field("reason").max_length)
