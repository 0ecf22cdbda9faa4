"""Grids as JSON, between the process that opens a file and the one that reads it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hocba.interchange.spreadsheets.grid import CellValue, Grid, Merge


def dump(grids: list[Grid]) -> bytes:
    return json.dumps({"sheets": [_shown(grid) for grid in grids]}, allow_nan=False).encode()


def load(sheets: list[dict[str, Any]]) -> list[Grid]:
    return [
        Grid(
            sheet["name"],
            sheet["hidden"],
            {row: {column: _value(value) for column, value in cells} for row, cells in sheet["rows"]},
            tuple(Merge(*corners) for corners in sheet["merges"]),
        )
        for sheet in sheets
    ]


def _shown(grid: Grid) -> dict[str, object]:
    return {
        "name": grid.name,
        "hidden": grid.hidden,
        "rows": [
            [
                row,
                [
                    [column, {"date": value.isoformat()} if isinstance(value, date) else value]
                    for column, value in cells.items()
                ],
            ]
            for row, cells in grid.rows.items()
        ],
        "merges": [[merge.top, merge.left, merge.bottom, merge.right] for merge in grid.merges],
    }


def _value(value: Any) -> CellValue:
    if isinstance(value, dict):
        return date.fromisoformat(value["date"])
    return value if isinstance(value, str) else float(value)
