"""The printed form: readable by people and by programs, deterministic, with the XML inside."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.samples import sample_student, sample_subjects, sample_summary, sample_transcript

from hocba.cli.bench.report import peak_memory_mib
from hocba.kernel.codes import Decision, Level
from hocba.kernel.marks import Tenths
from hocba.kernel.problems import ProblemError
from hocba.kernel.subjects import SubjectCode
from hocba.transcript.api import SignatureNote, render_pdf, write_xml
from hocba.transcript.model import Correction, LevelPair, Parent, Transcript

Tool = Callable[[str], str]
URL = "https://hocba.example.vn/k/7K2MQ4XW"
SIGNED_AT = datetime(2026, 5, 28, 3, 15, tzinfo=UTC)
MARK = "BẢN THỬ NGHIỆM — KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
LONG = (
    "Nắm vững kiến thức trọng tâm, vận dụng linh hoạt; còn hạn chế ở kĩ năng trình bày và thói quen tự kiểm tra. " * 3
)


def notes_of(transcript: Transcript) -> list[SignatureNote]:
    teachers = [SignatureNote(f"GVBM:{s.code}", s.teacher.name, SIGNED_AT, "ab" * 32) for s in transcript.subjects]
    return [
        *teachers,
        SignatureNote("GVCN", transcript.homeroom.name, SIGNED_AT, "0123456789" * 6),
        SignatureNote("KY_PHAT_HANH", transcript.school.name, SIGNED_AT, "fedcba9876" * 6),
    ]


def render(transcript: Transcript) -> bytes:
    return render_pdf(transcript, xml=write_xml(transcript), signatures=notes_of(transcript), verify_url=URL)


def text_of(pdf: bytes, pdftotext: str, *options: str) -> str:
    done = subprocess.run([pdftotext, *options, "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def words_of(pdf: bytes, pdftotext: str) -> str:
    return " ".join(text_of(pdf, pdftotext).split())


def longest() -> Transcript:
    subjects = [replace(subject, remark=LONG) for subject in sample_subjects()]
    subjects.append(replace(subjects[2], code=SubjectCode("NGOAI_NGU_2"), name="Ngoại ngữ 2 (Tiếng Nhật)"))
    subjects.append(replace(subjects[2], code=SubjectCode("TIENG_DTTS"), name="Tiếng dân tộc thiểu số"))
    student = sample_student(name="Công Tằng Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Nguyên Anh", residence=LONG)
    summary = sample_summary(
        decision=Decision.COMPLETED,
        completion="Hoàn thành chương trình trung học cơ sở",
        remark=LONG * 4,
        awards=LONG,
        after_summer=LevelPair(Level.GOOD, Level.PASS),
    )
    return sample_transcript(grade=9, student=student, subjects=tuple(subjects), summary=summary)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(sample_transcript())


def test_everything_on_the_record_can_be_read_from_the_text(pdf: bytes, need_tool: Tool) -> None:
    text, transcript = words_of(pdf, need_tool("pdftotext")), sample_transcript()
    assert unicodedata.is_normalized("NFC", text)
    expected = [transcript.student.name, "05/03/2012", "TRƯỜNG TRUNG HỌC CƠ SỞ VẠN HƯƠNG", "Xã/Phường/Đặc khu"]
    expected += ["Được lên lớp: Lớp 9", "Đồ Sơn, ngày 29 tháng 5 năm 2026", "QUÁ TRÌNH HỌC TẬP", "8,1", "10,0", URL]
    expected += ["Trong trang này có sửa chữa ở 0 chỗ", "Đã kí số bởi Nguyễn Thị Ánh", "10:15 28/05/2026", "01234567"]
    assert [wanted for wanted in expected if wanted not in text] == []
    assert [row.teacher.name for row in transcript.subjects if row.teacher.name not in text] == []


def test_the_attached_xml_is_the_signed_file_to_the_byte(pdf: bytes, need_tool: Tool, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(pdf)
    subprocess.run([need_tool("pdfdetach"), "-saveall", "-o", tmp_path, source], check=True)
    attached = tmp_path / f"hocba-{sample_transcript().id}.xml"
    assert attached.read_bytes() == write_xml(sample_transcript())


def test_the_file_is_sound_for_qpdf(pdf: bytes, need_tool: Tool, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(pdf)
    done = subprocess.run([need_tool("qpdf"), "--check", source], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_says_that_it_is_pdf_a_3b_and_in_vietnamese(pdf: bytes) -> None:
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert re.search(rb"/Lang\s?\(vi", pdf)
    assert b"/StructTreeRoot" in pdf
    assert b"/AFRelationship/Source" in pdf.replace(b" ", b"")


def test_its_cross_references_are_a_plain_table(pdf: bytes) -> None:
    """The incremental writer of the seal relies on this."""
    start = int(pdf.rsplit(b"startxref", 1)[1].split()[0])
    assert pdf[start : start + 4] == b"xref"
    assert b"/ObjStm" not in pdf
    assert b"/XRef" not in pdf
    assert pdf.count(b"startxref") == 1


def test_only_the_shipped_typeface_is_used(pdf: bytes, need_tool: Tool, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(pdf)
    listed = subprocess.run([need_tool("pdffonts"), source], capture_output=True, text=True, check=True).stdout
    names = [line.split()[0] for line in listed.splitlines()[2:]]
    assert names
    assert all("+Tinos-" in name for name in names)


def test_same_record_same_bytes(pdf: bytes) -> None:
    assert render(sample_transcript()) == pdf


def test_nothing_of_one_record_is_left_in_the_next(need_tool: Tool) -> None:
    """typst takes up again what it laid out before; each page must still name its own pupil and its own record."""
    records = [
        sample_transcript(
            id=f"hs-{number:08d}", class_name=f"7A{number}", student=sample_student(name=f"Lê Thị {name}")
        )
        for number, name in enumerate(("Một", "Hai", "Ba"))
    ]
    for mine in (*records, *records):
        pages = text_of(render(mine), need_tool("pdftotext")).split("\f")[:-1]
        for page in pages:
            assert {other.student.name for other in records if other.student.name in page} == {mine.student.name}
            assert {other.id for other in records if other.id in page} == {mine.id}


def test_memory_stays_flat_whatever_number_is_rendered() -> None:
    """A file name that typst never saw before is kept for ever with its contents."""
    xml = b" " * 2_000_000

    sizes = []
    for number in range(40):
        render_pdf(sample_transcript(id=f"hs-{number:08d}"), xml=xml)
        sizes.append(peak_memory_mib())
    assert sizes[-1] - sizes[14] < 20


def test_another_mark_gives_another_file(pdf: bytes) -> None:
    subjects = (replace(sample_subjects()[0], year=Tenths(82)), *sample_subjects()[1:])
    assert render(sample_transcript(subjects=subjects)) != pdf


def test_an_ordinary_record_takes_five_pages(pdf: bytes, need_tool: Tool) -> None:
    assert text_of(pdf, need_tool("pdftotext")).count("\f") == 5


@pytest.mark.parametrize("transcript", [sample_transcript(), replace(longest(), demonstration=True)])
def test_a_demonstration_says_so_on_every_page(transcript: Transcript, need_tool: Tool) -> None:
    pages = text_of(render(transcript), need_tool("pdftotext")).rstrip("\f").split("\f")
    assert len(pages) >= 5
    assert all(MARK in " ".join(page.split()) for page in pages)


def test_a_real_record_carries_no_such_mark(need_tool: Tool) -> None:
    assert "THỬ NGHIỆM" not in text_of(render(sample_transcript(demonstration=False)), need_tool("pdftotext"))


def test_a_long_record_loses_no_word(need_tool: Tool) -> None:
    text, transcript = words_of(render(longest()), need_tool("pdftotext")), longest()
    assert text.count("vận dụng linh hoạt") == LONG.count("vận dụng linh hoạt") * (14 + 4 + 1 + 1)
    assert transcript.summary.completion in text
    assert "Tiếng dân tộc thiểu số" in text


def test_no_line_is_printed_over_another(need_tool: Tool) -> None:
    """Boxes of words on one page do not overlap; the page's own large mark is not part of this record."""
    record = replace(longest(), demonstration=False)
    layout = text_of(render(record), need_tool("pdftotext"), "-bbox")
    box = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')
    for page in layout.split("<page ")[1:]:
        words = [tuple(map(float, found)) for found in box.findall(page)]
        assert words
        for index, (left, top, right, bottom) in enumerate(words):
            beside = [word for word in words[:index] if word[0] < right - 1 and left < word[2] - 1]
            hit = [word for word in beside if min(bottom, word[3]) - max(top, word[1]) > 0.3 * (bottom - top)]
            assert hit == []


def test_a_remark_longer_than_a_page_goes_on_overleaf(need_tool: Tool) -> None:
    subjects = (replace(sample_subjects()[0], remark="lời nhận xét dài " * 230), *sample_subjects()[1:])
    text = words_of(render(sample_transcript(subjects=subjects)), need_tool("pdftotext"))
    assert text.count("nhận") >= 230
    assert "Nội dung giáo dục của địa phương" in text


def test_empty_values_leave_room_and_break_nothing(need_tool: Tool) -> None:
    student = sample_student(father=Parent(), mother=Parent(), residence="", birth_date="", gender="")
    bare = sample_summary(absences=None, decision=Decision.REASSESS, honour=None, remark="", awards="", contests="")
    transcript = sample_transcript(student=student, summary=bare, subjects=(), history=())
    text = words_of(render_pdf(transcript, xml=write_xml(transcript)), need_tool("pdftotext"))
    assert "Phải thực hiện: Đánh giá lại môn học trong kì nghỉ hè" in text
    assert "None" not in text
    assert "(chưa đóng dấu số)" in text


def test_corrections_are_counted_and_shown(need_tool: Tool) -> None:
    corrections = (
        Correction(SubjectCode("TOAN"), "Cả năm", "7.5", "8.8", "Phạm Quốc Việt", "2026-06-02", "nhập nhầm"),
    )
    text = words_of(render(sample_transcript(corrections=corrections)), need_tool("pdftotext"))
    assert "có sửa chữa ở 1 chỗ, thuộc môn học, hoạt động giáo dục: Toán" in text
    assert "Toán, Cả năm: 7,5 → 8,8; Phạm Quốc Việt, 02/06/2026; lí do: nhập nhầm" in text


def test_what_people_write_is_never_layout_code(need_tool: Tool) -> None:
    hostile = '#panic("x") *a* _b_ $c$ @d <e> \\ `f` "g" #sys.inputs'
    subjects = (replace(sample_subjects()[0], remark=hostile), *sample_subjects()[1:])
    assert hostile in words_of(render(sample_transcript(subjects=subjects)), need_tool("pdftotext"))


def test_the_qr_code_leads_to_the_verification_page(pdf: bytes, need_tool: Tool, tmp_path: Path) -> None:
    source, picture = tmp_path / "a.pdf", tmp_path / "page"
    source.write_bytes(pdf)
    options = ["-r", "120", "-png", "-singlefile", "-f", "1", "-l", "1"]
    subprocess.run([need_tool("pdftoppm"), *options, source, picture], check=True)
    read = subprocess.run(
        [need_tool("zbarimg"), "-q", "--raw", f"{picture}.png"], capture_output=True, text=True, check=True
    )
    assert read.stdout.strip() == URL


def test_an_unknown_form_is_named() -> None:
    with pytest.raises(ProblemError) as caught:
        render_pdf(sample_transcript(form="thpt"), xml=b"")
    assert (caught.value.problem.code, caught.value.problem.value) == ("form.unknown", "thpt")
