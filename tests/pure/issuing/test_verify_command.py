"""``hocba verify`` as a stranger uses it: the installed command, files, a trust folder, exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from signing_kit import ASKED, issued, world

from hocba.signing.demo_pki.store import publish_trust

AT = ASKED.isoformat()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("verify")
    (made / "good.xml").write_bytes(issued().xml)
    (made / "good.pdf").write_bytes(issued().pdf)
    (made / "forged.xml").write_bytes(issued().xml.replace(b">8.3<", b">9.3<", 1))
    (made / "forged.pdf").write_bytes(issued().pdf + b"\n")
    (made / "note.txt").write_bytes(b"xin chao")
    publish_trust(world().pki, made / "trust", at=ASKED)
    return made


def ask(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "hocba"), "verify", *words, "--at", AT]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_valid_files_give_status_0_and_one_large_word(folder: Path) -> None:
    result = ask(folder, "good.xml", "good.pdf", "--trust", "trust")
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("HỢP LỆ") == 2
    assert "không có giá trị pháp lí" in result.stdout
    assert "Giáo viên môn Toán" in result.stdout


def test_json_gives_one_object_per_file(folder: Path) -> None:
    result = ask(folder, "good.xml", "forged.xml", "forged.pdf", "--trust", "trust", "--json")
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["verdict"] for each in verdicts] == ["valid", "altered", "altered"]
    assert verdicts[0]["transcript"]["student"] == "Nguyễn Thị Ánh"
    assert verdicts[1]["transcript"] is None
    assert verdicts[1]["messages"]


def test_an_altered_file_gives_status_1(folder: Path) -> None:
    result = ask(folder, "good.xml", "forged.xml", "--trust", "trust")
    assert result.returncode == 1
    assert "ĐÃ BỊ THAY ĐỔI" in result.stdout


def test_without_trust_the_issuer_is_unknown_and_the_status_1(folder: Path) -> None:
    result = ask(folder, "good.pdf", "--json")
    assert result.returncode == 1
    assert json.loads(result.stdout)["verdict"] == "valid-unknown-issuer"


@pytest.mark.parametrize("name", ["note.txt", "missing.xml"])
def test_what_cannot_be_read_gives_status_2(folder: Path, name: str) -> None:
    result = ask(folder, name, "--trust", "trust")
    assert result.returncode == 2
    assert "KHÔNG ĐỌC ĐƯỢC" in result.stdout
    assert "Traceback" not in result.stderr


def test_a_missing_trust_folder_is_said_to_be_so(folder: Path) -> None:
    result = ask(folder, "good.xml", "--trust", "nowhere")
    assert result.returncode == 2
    assert "thư mục tin cậy" in result.stderr


def test_every_code_of_a_verdict_has_a_sentence() -> None:
    from hocba.issuing import verdict
    from hocba.wording.api import messages

    named = verdict.NOTES | verdict._UNREADABLE | verdict._NOT_IN_FORCE
    assert {code for code in named if code not in messages()} <= {
        "xml.not_transcript",
        "xml.not_well_formed",
        "xml.too_large",
    }


def test_every_code_raised_in_signing_and_issuing_has_a_sentence() -> None:
    import re

    import hocba
    from hocba.wording.api import messages

    root = Path(hocba.__file__).parent
    texts = [path.read_text("utf-8") for room in ("signing", "issuing") for path in (root / room).rglob("*.py")]
    codes = {code for text in texts for code in re.findall(r'(?:fail|Problem)\(\s*"([a-z_]+\.[a-z_]+)"', text)}
    assert len(codes) > 40
    assert codes - messages().keys() <= {"xml.too_large", "xml.not_canonical"}
