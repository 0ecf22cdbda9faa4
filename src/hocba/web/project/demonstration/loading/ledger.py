"""What has been laid out so far, so that later rows can point to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from hocba.demo.model import Ward
from hocba.kernel.ids import SchoolCode, StaffCode
from hocba.kernel.subjects import SubjectCode
from hocba.web.accounts.api import User
from hocba.web.registry.api import Enrolment
from hocba.web.schools.api import ClassSubject, School, SchoolClass

ClassKey = tuple[SchoolCode, str]
"""School code, class name of the school year at work."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """``now``: the moment of loading, aware. ``using``: alias of the connection that works as the owner."""

    ward: Ward
    now: datetime
    using: str
    users: dict[StaffCode, User] = field(default_factory=dict)
    schools: dict[SchoolCode, School] = field(default_factory=dict)
    classes: dict[ClassKey, SchoolClass] = field(default_factory=dict)
    subjects: dict[ClassKey, Mapping[SubjectCode, ClassSubject]] = field(default_factory=dict)
    enrolments: dict[ClassKey, list[Enrolment]] = field(default_factory=dict)
    """In the order of the invented class."""

    @property
    def year_start(self) -> int:
        return self.ward.school_year.start

    @property
    def first_day(self) -> date:
        """On which offices and enrolments of the year begin."""
        return date(self.year_start, 9, 5)
