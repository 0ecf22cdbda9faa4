"""Identifiers that are syntactically right and cannot belong to anyone.

Personal identification number: province of birth registration (3 digits), century and sex (1), year (2), six more
digits (Decree 137/2015/NĐ-CP, article 13; Circular 59/2021/TT-BCA, article 4). No province or country has the code 000.
Student codes: no department has the prefix 99. Tax codes: no tax department has the prefix 00.
"""

from __future__ import annotations

from typing import Final

from hocba.demo.names import FEMALE
from hocba.kernel.ids import PersonalId, SchoolCode, StaffCode, StudentCode

PERSONAL_ID_PREFIX: Final = "000"
STUDENT_CODE_PREFIX: Final = "99"
TAX_CODE_PREFIX: Final = "00"


def personal_id(*, birth_year: int, gender: str, serial: int) -> PersonalId:
    century_and_sex = 2 * (birth_year // 100 - 19) + (gender == FEMALE)
    return PersonalId(f"{PERSONAL_ID_PREFIX}{century_and_sex}{birth_year % 100:02d}{serial:06d}")


def student_code(serial: int) -> StudentCode:
    return StudentCode(f"{STUDENT_CODE_PREFIX}{serial:08d}")


def staff_code(school: int, serial: int) -> StaffCode:
    """``school`` 0 is the ward's own office."""
    return StaffCode(f"TD{school}{serial:04d}")


def school_code(school: int) -> SchoolCode:
    return SchoolCode(f"TD{school:06d}")


def tax_code(school: int) -> str:
    return f"{TAX_CODE_PREFIX}{school:08d}"
