"""What other apps may use of the gradebook."""

from __future__ import annotations

from hocba.web.gradebook.cards import cards
from hocba.web.gradebook.columns import HOMEROOM, HOMEROOM_MORE, REMARK, Column, Kind, has_gradebook, mark_columns
from hocba.web.gradebook.edits import CellAnswer, Edit, Status
from hocba.web.gradebook.exemptions import exempt
from hocba.web.gradebook.locks import lock_class, lock_on, locks_of, unlock_class
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
from hocba.web.gradebook.policies import class_overview, sees_whole_class, subject_sheet_to_write
from hocba.web.gradebook.progress import Progress, SubjectProgress, class_progress, homeroom_progress, progress_of
from hocba.web.gradebook.selectors import Entries, entries_of, history_of_batch
from hocba.web.gradebook.services import save
from hocba.web.gradebook.sheets import Sheet, homeroom_sheet, mark_sheet, subject_sheet

__all__ = [
    "FIRST",
    "HOMEROOM",
    "HOMEROOM_MORE",
    "REMARK",
    "SECOND",
    "SUMMER",
    "CellAnswer",
    "Column",
    "Edit",
    "Entries",
    "EntryHistory",
    "EntryLock",
    "Exemption",
    "HomeroomEntry",
    "Kind",
    "Mark",
    "Progress",
    "Sheet",
    "Status",
    "SubjectProgress",
    "SubjectRemark",
    "cards",
    "class_overview",
    "class_progress",
    "entries_of",
    "exempt",
    "has_gradebook",
    "history_of_batch",
    "homeroom_progress",
    "homeroom_sheet",
    "lock_class",
    "lock_on",
    "locks_of",
    "mark_columns",
    "mark_sheet",
    "progress_of",
    "save",
    "sees_whole_class",
    "subject_sheet",
    "subject_sheet_to_write",
    "unlock_class",
]
