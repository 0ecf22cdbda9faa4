"""The folder of a journey: foreign files stay, ours are whole, a stopped run goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from hocba.demo.outbox import MARK, Outbox
from hocba.kernel.problems import ProblemError


def code_of(raised: pytest.ExceptionInfo[ProblemError]) -> str:
    return raised.value.problem.code


def test_new_folder_is_made_and_filled(tmp_path: Path) -> None:
    out = Outbox.open(tmp_path / "a" / "b")
    assert out.put("x.xml", b"<a></a>").read_bytes() == b"<a></a>"
    assert sorted(p.name for p in (tmp_path / "a" / "b").iterdir()) == [MARK, "x.xml"]


def test_folder_with_foreign_files_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    with pytest.raises(ProblemError) as raised:
        Outbox.open(tmp_path)
    assert code_of(raised) == "demo.out_not_empty"
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(ProblemError) as raised:
        Outbox.open(tmp_path / "out")
    assert code_of(raised) == "demo.out_not_a_directory"
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_files_of_an_earlier_run_are_known_again(tmp_path: Path) -> None:
    Outbox.open(tmp_path).put("x.xml", b"1")
    again = Outbox.open(tmp_path)
    assert again.has("x.xml")
    assert not again.has("y.xml")


@pytest.mark.parametrize("act", [lambda o: o.has("x.xml"), lambda o: o.put("x.xml", b"2")])
def test_a_changed_or_foreign_file_is_never_overwritten(tmp_path: Path, act: object) -> None:
    Outbox.open(tmp_path).put("x.xml", b"1")
    (tmp_path / "x.xml").write_bytes(b"edited by hand")
    with pytest.raises(ProblemError) as raised:
        act(Outbox.open(tmp_path))  # type: ignore[operator]
    assert code_of(raised) == "demo.foreign_file"
    assert (tmp_path / "x.xml").read_bytes() == b"edited by hand"


def test_a_run_cut_off_before_the_file_appeared_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Outbox.open(tmp_path)
    with monkeypatch.context() as cut:
        cut.setattr(Path, "replace", _power_cut)
        with pytest.raises(OSError, match="power"):
            out.put("x.xml", b"1")
    assert not (tmp_path / "x.xml").exists()
    again = Outbox.open(tmp_path)
    assert not again.has("x.xml")
    again.put("x.xml", b"signed anew")
    assert Outbox.open(tmp_path).has("x.xml")


def _power_cut(*_: object) -> None:
    raise OSError("power")
