"""Names to sign in with."""

from __future__ import annotations

import re

from hocba.demo.model import Ward
from hocba.demo.user_names import user_names


def test_each_person_has_an_own_name_that_any_keyboard_can_type(ward: Ward) -> None:
    names = user_names(ward)
    assert len(names) == 1 + sum(len(school.staff) for school in ward.schools)
    assert len(set(names.values())) == len(names)
    assert all(re.fullmatch(r"[a-z]+(\.[a-z]+)+\d*", name) for name in names.values())


def test_names_stay_the_same(ward: Ward) -> None:
    assert user_names(ward) == user_names(ward)
