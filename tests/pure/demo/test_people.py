"""The pupils: natural, plausible in age, and nobody real."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from hocba.demo.model import Pupil, SchoolClass, Showcase, Ward
from hocba.demo.numbers import PERSONAL_ID_PREFIX, STUDENT_CODE_PREFIX, TAX_CODE_PREFIX
from hocba.kernel.ids import parse_personal_id


def pupils(ward: Ward, *, without_faults: bool = True) -> Iterator[tuple[SchoolClass, Pupil]]:
    for _, school_class in ward.each_class():
        if without_faults and school_class.showcase is Showcase.WITH_FAULTS:
            continue
        for pupil in school_class.pupils:
            yield school_class, pupil


def test_names_are_composed_and_tidy(ward: Ward) -> None:
    for _, pupil in pupils(ward):
        for name in (pupil.name, pupil.father.name, pupil.mother.name, pupil.guardian.name, pupil.residence):
            assert unicodedata.is_normalized("NFC", name)
            assert name == " ".join(name.split())
        assert len(pupil.name.split()) >= 3


def test_no_syllable_stands_twice_in_a_name(ward: Ward) -> None:
    doubled = [p.name for _, p in pupils(ward) if len(set(p.name.split())) < len(p.name.split())]
    assert doubled == []


def test_family_names_have_their_usual_shares(ward: Ward) -> None:
    families = Counter(p.name.split()[0] for _, p in pupils(ward))
    share = families["Nguyễn"] / families.total()
    assert 0.28 < share < 0.42
    assert len(families) >= 20


def test_children_bear_the_fathers_family_name(ward: Ward) -> None:
    for _, pupil in pupils(ward):
        assert not pupil.father.name or pupil.father.name.split()[0] == pupil.name.split()[0]


def test_somebody_stands_for_every_pupil(ward: Ward) -> None:
    for _, pupil in pupils(ward):
        assert pupil.father.name or pupil.mother.name or pupil.guardian.name


def test_personal_ids_are_well_formed_and_of_no_province(ward: Ward) -> None:
    people = [s.personal_id for school in ward.schools for s in school.staff] + [ward.officer.personal_id]
    people += [p.personal_id for _, p in pupils(ward) if p.personal_id is not None]
    for number in people:
        assert parse_personal_id(number) == number
        assert number.startswith(PERSONAL_ID_PREFIX)
    assert len(set(people)) == len(people)


def test_personal_ids_agree_with_sex_and_birth(ward: Ward) -> None:
    for _, pupil in pupils(ward):
        if pupil.personal_id is not None:
            century_and_sex, year = pupil.personal_id[3], pupil.personal_id[4:6]
            assert century_and_sex == ("3" if pupil.gender == "Nữ" else "2")
            assert year == pupil.birth_date[2:4]


def test_student_codes_are_ten_digits_of_no_department_and_unique(ward: Ward) -> None:
    codes = [p.code for _, p in pupils(ward)]
    assert all(len(c) == 10 and c.isdigit() and c.startswith(STUDENT_CODE_PREFIX) for c in codes)
    assert len(set(codes)) == len(codes)


def test_tax_codes_are_ten_digits_of_no_office(ward: Ward) -> None:
    codes = [s.tax_code for s in ward.schools]
    assert all(len(c) == 10 and c.startswith(TAX_CODE_PREFIX) for c in codes)
    assert len(set(codes)) == 3


def test_ages_fit_the_grade(ward: Ward) -> None:
    for school_class, pupil in pupils(ward, without_faults=False):
        age = 2025 - int(pupil.birth_date[:4])
        assert age - (school_class.grade + 5) in {0, 1}


def test_addresses_have_two_tiers(ward: Ward) -> None:
    for _, pupil in pupils(ward):
        assert pupil.residence.endswith("phường Đồ Sơn, thành phố Hải Phòng")
        assert "quận" not in pupil.residence
        assert "huyện" not in pupil.residence


def test_history_leads_up_to_this_year(ward: Ward) -> None:
    for school_class, pupil in pupils(ward):
        last = pupil.history[-1]
        assert (last.school_year, last.class_name) == (ward.school_year, school_class.name)
        starts = [row.school_year.start for row in pupil.history]
        assert starts == list(range(starts[0], 2026))


def test_the_pupils_whom_careless_software_forgets_are_there(ward: Ward) -> None:
    everyone = [p for _, p in pupils(ward)]
    assert [p.nationality for p in everyone if p.personal_id is None] == ["Hàn Quốc"]
    assert any(p.ethnicity == "Mông" for p in everyone)
    assert any(len(p.name) > 40 for p in everyone)
    assert any(len(p.birth_date) < 10 for p in everyone)
    twins = Counter((p.birth_date, p.residence, p.father.name) for p in everyone)
    assert 2 in twins.values()


def test_two_people_of_one_class_share_a_full_name(ward: Ward) -> None:
    _, school_class = ward.showcase(Showcase.READY_TO_SIGN)
    same = [p for p in school_class.pupils if p.name == "Nguyễn Minh Anh"]
    assert len(same) >= 2
    assert len({p.code for p in same}) == len(same)
