"""``hocba render`` and ``hocba lint`` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.samples import sample_summary, sample_transcript

from hocba.cli.main import main
from hocba.transcript.api import record_to_json, write_xml


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record_to_json(sample_transcript())))
    return path


def test_render_writes_a_pdf_from_a_record_and_from_xml(record: Path, tmp_path: Path) -> None:
    xml = tmp_path / "a.xml"
    xml.write_bytes(write_xml(sample_transcript()))
    for source in (record, xml):
        target = tmp_path / f"{source.name}.pdf"
        assert main(["render", str(source), "-o", str(target)]) == 0
        assert target.read_bytes().startswith(b"%PDF-")


def test_render_explains_a_bad_record_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "bad.json", tmp_path / "a.pdf"
    source.write_text('{"grade": "8"}')
    assert main(["render", str(source), "-o", str(target)]) == 1
    assert "bắt buộc" in capsys.readouterr().err
    assert not target.exists()


def test_render_says_when_a_file_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(tmp_path / "none.json"), "-o", str(tmp_path / "a.pdf")]) == 2
    assert "không đọc hoặc ghi được" in capsys.readouterr().err


def test_lint_of_a_sound_record(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(record)]) == 0
    assert "Không phát hiện lỗi" in capsys.readouterr().out


def test_lint_of_xml_adds_the_schematron(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    xml = tmp_path / "a.xml"
    xml.write_bytes(write_xml(sample_transcript(summary=sample_summary(completion="Hoàn thành"))))
    assert main(["lint", str(xml), "--json"]) == 1
    codes = [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]
    assert codes == ["lint.completion_grade", "schematron.completion.grade"]


def test_lint_tells_warnings_from_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record_to_json(sample_transcript(history=()))))
    assert main(["lint", str(path)]) == 0
    assert capsys.readouterr().out.startswith("Lưu ý:")


def test_lint_of_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"<a/>")
    assert main(["lint", str(path)]) == 2
    assert main(["lint", str(tmp_path / "none")]) == 2
