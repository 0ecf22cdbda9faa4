"""The person at work: who, in which office, where. Handed to every service as ``actor=``."""

from __future__ import annotations

from dataclasses import dataclass

from hocba.kernel.school_year import SchoolYear
from hocba.web.shared.permissions import GRANTS, Permission, Role
from hocba.web.shared.tenancy import Scope


@dataclass(frozen=True, slots=True)
class Actor:
    """One signed-in person in the office that the session shows.

    ``school_id`` is None for an officer of an authority, ``authority_id`` is None for school staff.
    ``supervised``: schools whose counts (not children) an officer may see.
    """

    user_id: int
    name: str
    role: Role
    school_id: int | None = None
    authority_id: int | None = None
    place: str = ""
    """Name of the school or authority, as the page header shows it."""
    school_year: SchoolYear | None = None
    """The school year at work."""
    supervised: frozenset[int] = frozenset()
    has_other_offices: bool = False
    """Whether the page header offers to change the office."""

    def may(self, permission: Permission) -> bool:
        return permission in GRANTS[self.role]

    @property
    def scope(self) -> Scope:
        """What the database lets this person reach."""
        schools = frozenset() if self.school_id is None else frozenset({self.school_id})
        return Scope(user_id=self.user_id, schools=schools, supervised=self.supervised)

    @property
    def school(self) -> int:
        """The school at work; only for staff of a school."""
        if self.school_id is None:
            raise LookupError("an officer of an authority works in no school")
        return self.school_id
