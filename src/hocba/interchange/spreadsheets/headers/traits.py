"""Khoa học, Tin học, Công nghệ, Thể chất: subjects in one sheet, competencies in another."""

from __future__ import annotations

from dataclasses import replace

from hocba.interchange.spreadsheets.headers.columns import Column

_SHARED = {"KHOA_HOC": "KHOA_HOC", "TIN_HOC": "TIN_HOC", "CONG_NGHE": "CONG_NGHE", "GDTC": "THE_CHAT"}


def settle_shared_names(columns: list[Column]) -> list[Column]:
    """A shared name right after a competency is one, as in the list of specific competencies."""
    settled: list[Column] = []
    for column in columns:
        follows = bool(settled) and settled[-1].trait is not None and column.trait is None and column.meaning is None
        if follows and column.subject in _SHARED:
            settled.append(replace(column, subject=None, trait=_SHARED[column.subject]))
        else:
            settled.append(column)
    return settled
