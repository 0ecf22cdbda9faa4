"""What a clerk fills in about a pupil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hocba.interchange.spreadsheets.values.dates import read_date
from hocba.kernel.problems import Problem, ProblemError
from hocba.web.registry.models import PrivateRecord, Student
from hocba.web.schools.api import SchoolClass
from hocba.wording.api import sentence

if TYPE_CHECKING:
    RecordForm = forms.ModelForm[PrivateRecord]
else:
    RecordForm = forms.ModelForm  # not generic when it runs

SCHOOL_DATE = forms.DateInput(attrs={"inputmode": "numeric", "placeholder": "05/09/2025"}, format="%d/%m/%Y")
DATE_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"]


class DayField(forms.DateField):
    """A day, day first."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=SCHOOL_DATE, input_formats=DATE_FORMATS, **options)


class ReasonField(forms.CharField):
    """Why: it stands in the trail."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Lí do"), help_text=_("Ghi ngắn gọn, ví dụ: theo giấy khai sinh. Lí do nằm trong nhật kí."),
            max_length=500,
        )  # fmt: skip


class StudentForm(forms.Form):
    """Particulars as ``services.Particulars`` takes them."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=150)
    code = forms.CharField(
        label=_("Mã học sinh"),
        max_length=20,
        validators=[RegexValidator(r"^[0-9A-Za-z.-]+$", _("Mã chỉ gồm chữ không dấu và chữ số."))],
    )
    gender = forms.ChoiceField(
        label=_("Giới tính"), choices=[("Nữ", _("Nữ")), ("Nam", _("Nam"))], widget=forms.RadioSelect
    )
    birth_date = forms.CharField(
        label=_("Ngày sinh"), help_text=_("Ví dụ: 05/03/2012. Chỉ biết năm thì ghi 2012."), max_length=10
    )
    birth_place = forms.CharField(label=_("Nơi sinh"), max_length=200, required=False)
    ethnicity = forms.CharField(label=_("Dân tộc"), max_length=50, required=False)

    def __init__(self, *args: Any, student: Student | None = None, **options: Any) -> None:
        self.student = student
        super().__init__(*args, **options)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        others = Student.objects.filter(code=code)
        if (others.exclude(pk=self.student.pk) if self.student else others).exists():
            raise ValidationError(sentence(Problem("student.code_taken", value=code)))
        return code

    def clean_birth_date(self) -> str:
        try:
            return read_date(self.cleaned_data["birth_date"])
        except ProblemError as error:
            raise ValidationError(sentence(error.problem)) from None


class AdmissionForm(StudentForm):
    """A new pupil of a class."""

    joined_on = DayField(label=_("Vào lớp từ ngày"), initial=timezone.localdate)


class CorrectionForm(StudentForm):
    """A pupil's particulars, with the reason."""

    reason = ReasonField()


class PrivateForm(RecordForm):
    """The covered record; opened only after its showing went on record."""

    reason = ReasonField()

    class Meta:
        model = PrivateRecord
        fields = (
            "personal_id",
            "telephone",
            "residence",
            "father_name",
            "father_occupation",
            "mother_name",
            "mother_occupation",
            "guardian_name",
            "guardian_occupation",
        )
        labels = {
            "personal_id": _("Số định danh cá nhân"),
            "telephone": _("Điện thoại"),
            "residence": _("Nơi ở hiện tại"),
            "father_name": _("Họ tên cha"),
            "father_occupation": _("Nghề nghiệp của cha"),
            "mother_name": _("Họ tên mẹ"),
            "mother_occupation": _("Nghề nghiệp của mẹ"),
            "guardian_name": _("Họ tên người giám hộ"),
            "guardian_occupation": _("Nghề nghiệp của người giám hộ"),
        }

    def clean_personal_id(self) -> str:
        number: str = self.cleaned_data["personal_id"].replace(" ", "")
        if number and not (number.isascii() and number.isdecimal() and len(number) == 12):
            raise ValidationError(_("Số định danh cá nhân có đúng 12 chữ số."))
        if number and PrivateRecord.objects.filter(personal_id=number).exclude(pk=self.instance.pk).exists():
            raise ValidationError(sentence(Problem("student.identity_taken")))
        return number


class MoveForm(forms.Form):
    """To which class, from which day."""

    school_class = forms.ModelChoiceField(
        label=_("Chuyển đến lớp"), queryset=SchoolClass.objects.none(), empty_label=_("Chọn lớp")
    )
    on = DayField(label=_("Từ ngày"), initial=timezone.localdate)
    reason = ReasonField()
