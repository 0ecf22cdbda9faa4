"""What other apps may use of the gradebook."""

from __future__ import annotations

from hocba.web.gradebook.columns import HOMEROOM, HOMEROOM_MORE, REMARK, Column, Kind, has_gradebook, mark_columns
from hocba.web.gradebook.models import (
    FIRST,
    SECOND,
    SUMMER,
    EntryHistory,
    EntryLock,
    Exemption,
    HomeroomEntry,
    Mark,
    SubjectRemark,
)

__all__ = [
    "FIRST",
    "HOMEROOM",
    "HOMEROOM_MORE",
    "REMARK",
    "SECOND",
    "SUMMER",
    "Column",
    "EntryHistory",
    "EntryLock",
    "Exemption",
    "HomeroomEntry",
    "Kind",
    "Mark",
    "SubjectRemark",
    "has_gradebook",
    "mark_columns",
]
