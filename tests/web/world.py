"""The little world of the web tests: a ward, two schools, people in every office, two classes each. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from hocba.web.accounts.api import Membership, StaffProfile, User
from hocba.web.registry.api import Enrolment, PrivateRecord, Student
from hocba.web.schools.api import Authority, ClassSubject, School, SchoolClass, TeachingAssignment
from hocba.web.shared.permissions import Role

YEAR = 2025
PASSWORD = "một mật khẩu đủ dài"


@contextmanager
def as_owner() -> Iterator[None]:
    """Work as the role that owns the tables: to lay out data, never to test what the site may do."""
    with transaction.atomic():
        _become("hocba_owner")
        yield
        # deferred keys are checked here, not at the end of the test, where nobody would see them fail
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        _become("hocba_app")


def _become(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")


@dataclass(frozen=True)
class Campus:
    """One school. ``classes[0]`` (8A1) is the teacher's own and taught by them in mathematics; ``classes[1]`` is
    nobody's. ``colleague`` teaches literature in 8A1."""

    school: School
    principal: User
    vice_principal: User
    clerk: User
    teacher: User
    colleague: User
    classes: tuple[SchoolClass, ...]
    maths: ClassSubject
    literature: ClassSubject
    pupils: tuple[Student, ...]
    """Of 8A1, in Vietnamese order."""


@dataclass(frozen=True)
class World:
    ward: Authority
    officer: User
    here: Campus
    there: Campus
    homeless: User
    """An account without any office."""


def build() -> World:
    with as_owner():
        ward = Authority.objects.create(code="DS", name="UBND phường Đồ Sơn", kind=Authority.Kind.WARD)
        officer = person("cv.phuong", "Vũ Thị Phương")
        Membership.objects.create(user=officer, role=Role.WARD_OFFICER, authority=ward, started_on=date(2025, 8, 1))
        return World(
            ward=ward,
            officer=officer,
            here=campus(ward, "A", "Trường THCS Hải Âu (trình diễn)"),
            there=campus(ward, "B", "Trường THCS Bạch Đằng (trình diễn)"),
            homeless=person("khong.viec", "Đỗ Văn Không"),
        )


def person(username: str, name: str) -> User:
    return User.objects.create_user(username, PASSWORD, full_name=name)


def campus(ward: Authority, code: str, name: str) -> Campus:
    school = School.objects.create(
        code=f"TH{code}", name=name, authority=ward, stages=["lower_secondary"], ward="Phường Đồ Sơn",
        province="Thành phố Hải Phòng", tax_code="0200000000", current_year=YEAR,
    )  # fmt: skip
    staff = {role: employ(school, f"{role}.{code}", role) for role in Role if role is not Role.WARD_OFFICER}
    teacher, colleague = staff[Role.TEACHER], employ(school, f"colleague.{code}", Role.TEACHER)
    own = SchoolClass.objects.create(school=school, year_start=YEAR, grade=8, name="8A1", homeroom_teacher=teacher)
    other = SchoolClass.objects.create(school=school, year_start=YEAR, grade=9, name="9A1")
    enrol(school, other, "9999999999", "Hoàng Thị Xa")
    return Campus(
        school=school,
        principal=staff[Role.PRINCIPAL],
        vice_principal=staff[Role.VICE_PRINCIPAL],
        clerk=staff[Role.CLERK],
        teacher=teacher,
        colleague=colleague,
        classes=(own, other),
        maths=teach(own, "TOAN", "mark", 140, teacher),
        literature=teach(own, "NGU_VAN", "mark", 140, colleague),
        pupils=(
            enrol(school, own, "2500000001", "Nguyễn Thị Ánh"),
            enrol(school, own, "2500000002", "Trần Văn Dũng"),
            enrol(school, own, "2500000003", "Lê Đức Đạt"),
        ),
    )


def employ(school: School, username: str, role: Role) -> User:
    user = person(username, f"{role.label} {school.code}")
    StaffProfile.objects.create(user=user, staff_code=username, identity="CCCD:000000000001")
    Membership.objects.create(user=user, role=role, school=school, started_on=date(2025, 8, 1))
    return user


def teach(school_class: SchoolClass, code: str, kind: str, periods: int, teacher: User) -> ClassSubject:
    subject = ClassSubject.objects.create(
        school_id=school_class.school_id, school_class=school_class, subject=code, kind=kind, periods=periods
    )
    TeachingAssignment.objects.create(school_id=school_class.school_id, class_subject=subject, teacher=teacher)
    return subject


def enrol(school: School, school_class: SchoolClass, code: str, name: str) -> Student:
    student = Student.objects.create(school=school, code=code, full_name=name, gender="Nam", birth_date="2012-03-05")
    PrivateRecord.objects.create(school=school, student=student, personal_id="000212345678", residence="Tổ 3")
    Enrolment.objects.create(
        school=school, student=student, school_class=school_class, year_start=YEAR, joined_on=date(2025, 9, 5)
    )
    return student
