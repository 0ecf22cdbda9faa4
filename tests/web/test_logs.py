"""Log lines carry no number of a person."""

from __future__ import annotations

import logging

import pytest

from hocba.web.shared.log_filter import NoPersonalData


def passed(message: str, *arguments: object) -> str:
    record = logging.LogRecord("x", logging.INFO, "x", 1, message, arguments, None)
    assert NoPersonalData().filter(record)
    return record.getMessage()


@pytest.mark.parametrize("number", ["000212345678", "2500000001", "0912345678"])
def test_a_long_number_is_covered_in_text_and_in_arguments(number: str) -> None:
    assert number not in passed(f"học sinh {number}")
    assert number not in passed("học sinh %s, lớp %s", number, "8A1")


@pytest.mark.parametrize("message", ["GET /lop/ 200", "cổng 8000", "năm 2026", "0198f0c2-7c1e-7aaa-8bbb-123456789012"])
def test_other_lines_stay(message: str) -> None:
    assert passed(message) == message


def test_every_handler_of_the_site_filters() -> None:
    from hocba.web.project.logs import LOGGING

    assert all("no_personal_data" in handler["filters"] for handler in LOGGING["handlers"].values())
