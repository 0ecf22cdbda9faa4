"""Who may do what. Roles and permissions of the whole site in one place; everything not granted is denied.

A permission opens a kind of action; whether this class or this subject is the actor's own is decided by the app's
``policies``.
"""

from __future__ import annotations

import enum

from django.utils.translation import gettext, gettext_noop


class Role(enum.StrEnum):
    """An office that a person holds in a school or an authority."""

    TEACHER = "teacher"
    PRINCIPAL = "principal"
    VICE_PRINCIPAL = "vice_principal"
    CLERK = "clerk"
    WARD_OFFICER = "ward_officer"

    @property
    def label(self) -> str:
        return gettext(_LABELS[self])


_LABELS = {
    Role.TEACHER: gettext_noop("Giáo viên"),
    Role.PRINCIPAL: gettext_noop("Hiệu trưởng"),
    Role.VICE_PRINCIPAL: gettext_noop("Phó Hiệu trưởng"),
    Role.CLERK: gettext_noop("Văn thư"),
    Role.WARD_OFFICER: gettext_noop("Chuyên viên phường"),
}


class Permission(enum.StrEnum):
    """One kind of action. Names say the object, then the verb."""

    CLASS_VIEW = "class.view"
    """See classes and pupils: own classes for a teacher, all for the school's office."""
    SCHOOL_WIDE = "school.wide"
    """Every class of the school, not only the own ones."""
    STUDENT_EDIT = "student.edit"
    STUDENT_REVEAL = "student.reveal"
    """Uncover a sensitive field; each time is recorded."""
    TEACHING_ASSIGN = "teaching.assign"
    MARK_ENTER = "mark.enter"
    HOMEROOM_WRITE = "homeroom.write"
    GRADEBOOK_LOCK = "gradebook.lock"
    RESULT_RULE = "result.rule"
    """Decide where the legal text admits two readings."""
    DATA_IMPORT = "data.import"
    ISSUANCE_PREPARE = "issuance.prepare"
    SUBJECT_SIGN = "subject.sign"
    HOMEROOM_SIGN = "homeroom.sign"
    PRINCIPAL_SIGN = "principal.sign"
    SEAL = "seal"
    AUDIT_VIEW = "audit.view"
    SUPERVISE = "supervise"
    """Counts of the schools below an authority, never a child's name."""


_P = Permission
_LEADERSHIP = frozenset(
    {
        _P.CLASS_VIEW,
        _P.SCHOOL_WIDE,
        _P.STUDENT_EDIT,
        _P.STUDENT_REVEAL,
        _P.TEACHING_ASSIGN,
        _P.GRADEBOOK_LOCK,
        _P.RESULT_RULE,
        _P.DATA_IMPORT,
        _P.ISSUANCE_PREPARE,
        _P.PRINCIPAL_SIGN,
        _P.AUDIT_VIEW,
    }
)

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.TEACHER: frozenset(
        {
            _P.CLASS_VIEW,
            _P.MARK_ENTER,
            _P.HOMEROOM_WRITE,
            _P.STUDENT_REVEAL,
            _P.DATA_IMPORT,
            _P.SUBJECT_SIGN,
            _P.HOMEROOM_SIGN,
        }
    ),
    Role.PRINCIPAL: _LEADERSHIP,
    Role.VICE_PRINCIPAL: _LEADERSHIP,
    Role.CLERK: frozenset(
        {
            _P.CLASS_VIEW,
            _P.SCHOOL_WIDE,
            _P.STUDENT_EDIT,
            _P.STUDENT_REVEAL,
            _P.TEACHING_ASSIGN,
            _P.DATA_IMPORT,
            _P.ISSUANCE_PREPARE,
            _P.SEAL,
        }
    ),
    Role.WARD_OFFICER: frozenset({_P.SUPERVISE}),
}
