"""Who leads a class, who teaches a subject."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hocba.web.accounts.api import User, holders
from hocba.web.shared.permissions import Role


class HomeroomForm(forms.Form):
    """One teacher of the school, or nobody."""

    teacher = forms.ModelChoiceField(
        label=_("Giáo viên chủ nhiệm"), queryset=User.objects.none(), empty_label=_("Chưa phân công"), required=False
    )

    def __init__(self, *args: Any, school_id: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["teacher"].queryset = teaching_staff(school_id)  # type: ignore[attr-defined]


class AssignmentForm(forms.Form):
    """The teacher who answers for the subject, and perhaps one who shares it."""

    responsible = forms.ModelChoiceField(
        label=_("Giáo viên phụ trách"), queryset=User.objects.none(), empty_label=_("Chọn giáo viên"),
        help_text=_("Nhập điểm và kí học bạ của môn này."),
    )  # fmt: skip
    helper = forms.ModelChoiceField(
        label=_("Cùng dạy (nếu có)"), queryset=User.objects.none(), empty_label=_("Không có"), required=False,
        help_text=_("Cùng nhập điểm, không kí."),
    )  # fmt: skip

    def __init__(self, *args: Any, school_id: int, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("responsible", "helper"):
            self.fields[name].queryset = teaching_staff(school_id)  # type: ignore[attr-defined]


def teaching_staff(school_id: int) -> Any:
    """Teachers and leaders, who may teach as well, in Vietnamese order."""
    return holders(school_id, Role.TEACHER, Role.PRINCIPAL, Role.VICE_PRINCIPAL)
