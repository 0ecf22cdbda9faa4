"""Identifiers: opaque strings with a type each, so that one kind is never passed for another."""

from __future__ import annotations

import re
from typing import NewType

from hocba.kernel.problems import fail

SchoolCode = NewType("SchoolCode", str)
"""Mã trường, issued by the managing body (Circular 42/2021, article 10)."""

StudentCode = NewType("StudentCode", str)
"""Mã học sinh of the ministry's database: unique, never changes, opaque (today ten digits)."""

PersonalId = NewType("PersonalId", str)
"""Số định danh cá nhân: twelve digits. Sensitive: masked by default."""

StaffCode = NewType("StaffCode", str)
"""Mã giáo viên, cán bộ within the sector database."""

SignerIdentity = NewType("SignerIdentity", str)
"""How a certificate names its holder: ``CCCD:<12 digits>`` for a person, ``MST:<tax code>`` for an organisation."""

_PERSONAL_ID = re.compile(r"\d{12}", re.ASCII)


def parse_personal_id(text: str) -> PersonalId:
    """Twelve digits; raises ProblemError ``personal_id.invalid``."""
    compact = text.replace(" ", "")
    if _PERSONAL_ID.fullmatch(compact) is None:
        raise fail("personal_id.invalid", value=mask_id(text))
    return PersonalId(compact)


def mask_id(text: str) -> str:
    """All but the last three characters hidden: ``•••••••••123``."""
    return "•" * max(len(text) - 3, 0) + text[-3:] if len(text) > 3 else "•" * len(text)
