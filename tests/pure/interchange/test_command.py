"""``hocba read`` as it is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.pure.interchange import workbooks as make

from hocba.cli.main import main
from hocba.wording.spreadsheets import KINDS


def run(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> tuple[int, list[str]]:
    status = main(["read", str(path), *options])
    return status, capsys.readouterr().out.splitlines()


def saved(folder: Path, data: bytes, name: str = "Toán.xls") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_good_file_exits_0_with_one_line_for_each_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = make.gradebook_rows()
    status, lines = run(capsys, saved(tmp_path, make.xlsx({"Toán": rows, "Trống": []})), "--json")
    assert status == 0
    assert json.loads(lines[0]) == make.gradebook_json("Toán")
    assert [json.loads(line)["kind"] for line in lines] == ["gradebook", "unknown"]


def test_problems_exit_1_and_are_told_in_vietnamese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, make.xlsx({"Toán": [["STT", "Họ và tên", "TX1"], [1, "Lê An", 85]]}))
    status, lines = run(capsys, path)
    assert status == 1
    assert lines[0] == "Toán: sổ điểm, TOAN, 1 học sinh"
    assert lines[1].startswith("  C2: «85»")


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty"), (b"%PDF-1.7", "not_a_spreadsheet"), (b"PK\x03\x04", "damaged")]
)
def test_unreadable_file_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, reason: str) -> None:
    status, lines = run(capsys, saved(tmp_path, data), "--json")
    assert status == 2
    (found,) = json.loads(lines[0])["problems"]
    assert (found["code"], found["params"]) == ("file.unreadable", {"reason": reason})


def test_missing_file_exits_2_without_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = run(capsys, tmp_path / "không có.xlsx")
    assert status == 2
    assert "Không đọc được tệp" in lines[1]


def test_every_kind_has_a_name() -> None:
    from hocba.interchange.spreadsheets.api import SheetKind

    assert KINDS.keys() == set(SheetKind)
