"""A demonstration never meets production, whichever way the site is started."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from hocba.web.project.environment import Environment, read
from hocba.web.project.standing import in_production, refuse_mixture

DEMO_KEYS = "hocba.web.project.demonstration.keys.connect"


def environment(**values: str) -> Environment:
    return read({f"HOCBA_{name.upper()}": value for name, value in values.items()})


@pytest.mark.parametrize(
    "values",
    [
        {"url": "https://hocba.example.vn"},
        {"hosts": "hocba.example.vn"},
        {"hosts": "127.0.0.1,10.0.0.5"},
        {"url": "http://truong.lan:8000"},
        {"url": "https://hocba.example.vn", "debug": "1"},
    ],
)
def test_what_others_reach_is_production_and_takes_no_demonstration(values: dict[str, str]) -> None:
    assert in_production(environment(**values))
    with pytest.raises(ImproperlyConfigured, match="HOCBA_DEMO"):
        refuse_mixture(environment(demo="1", **values))
    refuse_mixture(environment(**values))


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"url": "http://localhost:8080"},
        {"url": "http://[::1]:8000", "hosts": "[::1],127.0.0.2"},
        {"hosts": "truong.lan", "debug": "1"},
    ],
)
def test_this_machine_may_show_a_demonstration(values: dict[str, str]) -> None:
    refuse_mixture(environment(demo="1", keys=DEMO_KEYS, **values))


def test_demonstration_keys_are_refused_without_the_demonstration() -> None:
    with pytest.raises(ImproperlyConfigured, match="HOCBA_KEYS"):
        refuse_mixture(environment(keys=DEMO_KEYS))


def test_other_keys_are_welcome() -> None:
    refuse_mixture(environment(keys="truong.khoa.connect", url="https://hocba.example.vn"))


def test_only_a_demonstration_may_assume_another_day() -> None:
    refuse_mixture(environment(demo="1", today="2026-05-18"))
    with pytest.raises(ImproperlyConfigured, match="HOCBA_TODAY"):
        refuse_mixture(environment(today="2026-05-18"))
