"""The XML form of a record: deterministic, canonical, exact both ways, and closed to everything else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.samples import sample_student, sample_subjects, sample_summary, sample_transcript

from hocba.kernel.codes import Decision, Level
from hocba.kernel.marks import Tenths
from hocba.kernel.problems import ProblemError
from hocba.kernel.subjects import SubjectCode
from hocba.transcript.api import read_xml, schematron_problems, without_signatures, write_xml
from hocba.transcript.model import Correction, LevelPair, SubjectValue, Transcript

SIGNATURE = (
    b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="s"><ds:SignedInfo></ds:SignedInfo></ds:Signature>'
)

_letters = st.text(st.sampled_from("aăâđêôơưÁặễửĐ &<>\"'1.,\n"), max_size=40)
_lines = _letters.map(lambda text: text.replace("\n", " "))
_values: st.SearchStrategy[SubjectValue] = st.one_of(
    st.none(), st.integers(0, 100).map(Tenths), st.sampled_from(["Đ", "CĐ", "M"])
)
_levels = st.builds(LevelPair, st.none() | st.sampled_from(Level), st.none() | st.sampled_from(Level))


@st.composite
def _transcripts(draw: st.DrawFn) -> Transcript:
    subjects = tuple(
        replace(subject, term1=draw(_values), year=draw(_values), reassessed=draw(_values), remark=draw(_letters))
        for subject in sample_subjects()[: draw(st.integers(0, 3))]
    )
    return sample_transcript(
        version=draw(st.integers(1, 999999)),
        salt=draw(st.binary(min_size=16, max_size=16)),
        student=sample_student(name=draw(_lines), residence=draw(_lines), policy_group=draw(_lines)),
        subjects=subjects,
        summary=sample_summary(
            term1=draw(_levels),
            after_summer=draw(_levels),
            absences=draw(st.none() | st.integers(0, 999)),
            decision=draw(st.sampled_from(Decision)),
            honour=None,
            remark=draw(_letters),
        ),
        corrections=tuple(
            Correction(SubjectCode("TOAN"), draw(_lines), draw(_letters), draw(_letters), "A", "2026-06-01", "b")
            for _ in range(draw(st.integers(0, 2)))
        ),
        demonstration=draw(st.booleans()),
        extra=draw(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), _letters, max_size=3)),
    )


def code_of(source: bytes) -> str:
    with pytest.raises(ProblemError) as caught:
        read_xml(source)
    return caught.value.problem.code


@given(_transcripts())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back_exactly(transcript: Transcript) -> None:
    assert read_xml(write_xml(transcript)) == transcript


@given(_transcripts())
@settings(max_examples=30, deadline=None)
def test_written_bytes_are_exclusive_canonical_xml(transcript: Transcript) -> None:
    declaration, body = write_xml(transcript).split(b"\n", 1)
    assert declaration == b'<?xml version="1.0" encoding="UTF-8"?>'
    assert etree.tostring(etree.fromstring(body), method="c14n", exclusive=True) == body


def test_same_record_same_bytes_whatever_the_order_of_the_extra_facts() -> None:
    one, two = sample_transcript(extra={"a": "1", "b": "2"}), sample_transcript(extra={"b": "2", "a": "1"})
    assert write_xml(one) == write_xml(two)


def test_every_slot_stands_outside_what_it_covers() -> None:
    root = etree.fromstring(write_xml(sample_transcript()))
    by_id = {element.get("Id"): element for element in root.iter() if element.get("Id")}
    covers = {"ky-gvbm-TOAN": ["mon-TOAN"], "ky-gvcn": ["thongtinhocba", "ky-gvbm"], "ky-cbql": ["data"]}
    covers["ky-phat-hanh"] = ["data", "ky-cbql"]
    for slot, covered in covers.items():
        for identifier in covered:
            assert by_id[slot] not in list(by_id[identifier].iter())


def test_signatures_in_slots_do_not_change_the_record() -> None:
    empty = write_xml(sample_transcript())
    signed = empty.replace(b'<GVCN Id="ky-gvcn">', b'<GVCN Id="ky-gvcn">' + SIGNATURE)
    assert read_xml(signed) == sample_transcript()
    assert without_signatures(signed) == empty


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"class_name": "8A\x001"}, "transcript.forbidden_character"),
        ({"class_name": "8A\r"}, "transcript.forbidden_character"),
        ({"place": "Đồ\u202eSơn"}, "transcript.forbidden_character"),
        ({"place": "Đo\u0302\u0300 Sơn"}, "transcript.not_nfc"),
        ({"place": "\u0338"}, "transcript.not_nfc"),
        ({"id": 'x" Id="data'}, "transcript.bad_identifier"),
        ({"version": 0}, "transcript.bad_version"),
        ({"salt": b"short"}, "transcript.bad_salt"),
        ({"subjects": sample_subjects()[:1] * 2}, "transcript.subject_twice"),
        ({"subjects": (replace(sample_subjects()[0], code=SubjectCode("a b")),)}, "transcript.bad_subject_code"),
        ({"subjects": (replace(sample_subjects()[0], year=Tenths(101)),)}, "transcript.bad_value"),
        ({"subjects": (replace(sample_subjects()[0], year=7.5),)}, "transcript.bad_value"),  # type: ignore[arg-type]
        ({"subjects": (replace(sample_subjects()[0], year=True),)}, "transcript.bad_value"),
        ({"subjects": (replace(sample_subjects()[0], year="Tốt"),)}, "transcript.bad_value"),
    ],
)
def test_what_the_format_cannot_carry_is_refused_at_writing(changes: dict[str, object], code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        write_xml(sample_transcript(**changes))
    assert caught.value.problem.code == code


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"<KHOI>8</KHOI>", b"<KHOI>13</KHOI>", "xml.schema"),
        (b"<KHOI>8</KHOI>", b"<KHOI>8</KHOI><KHOI>8</KHOI>", "xml.schema"),
        (b"<KHOI>8</KHOI>", b"", "xml.schema"),
        (b"<KHOI>8</KHOI>", b"<KHOI>8</KHOI><LA>1</LA>", "xml.schema"),
        (b"<CA_NAM>8.1</CA_NAM>", b"<CA_NAM>8.15</CA_NAM>", "xml.schema"),
        (b"<CA_NAM>8.1</CA_NAM>", b"<CA_NAM>11</CA_NAM>", "xml.schema"),
        (b'Id="ky-gvcn"', b'Id="ky-cbql"', "xml.schema"),
        (b'Id="mon-TOAN"', b'Id="mon-NGU_VAN"', "xml.schema"),
        (b"2026-05-29", b"2026-02-30", "xml.schema"),
        (b"2026-05-29", b" 2026-05-29", "xml.not_canonical"),
        (b'MA_HOC_BA="d0s0n-7K2M', b'MA_HOC_BA="d0s0n-0000', "xml.not_canonical"),
        (b'Id="gv-TOAN"', b'Id="gv-TOANX"', "xml.not_canonical"),
        (b"</TRUONG>", b"</TRUONG>\n", "xml.not_canonical"),
        (b'<GVCN Id="ky-gvcn"></GVCN>', b'<GVCN Id="ky-gvcn"/>', "xml.not_canonical"),
        (b"Vi\xe1\xbb\x87t", b"Vi&#7879;t", "xml.not_canonical"),
        (b"<NAM_HOC>2025-2026", b"<NAM_HOC>2025-2027", "school_year.invalid"),
        (b"<KHOI>", b"<!-- x --><KHOI>", "xml.not_transcript"),
        (b"<KHOI>", b"<?php x ?><KHOI>", "xml.not_transcript"),
        (b"<KHOI>8</KHOI>", b"<KHOI><![CDATA[8]]></KHOI>", "xml.not_transcript"),
        (b"<HOC_BA ", b'<!DOCTYPE a [<!ENTITY b "c">]><HOC_BA ', "xml.not_transcript"),
        (b"<HOC_BA ", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><HOC_BA ', "xml.not_transcript"),
        (b"UTF-8", b"UTF-16", "xml.not_transcript"),
        (b"</HOC_BA>", b"", "xml.not_well_formed"),
        (b"<KHOI>8</KHOI>", b"<KHOI>&lol;</KHOI>", "xml.not_well_formed"),
        (b"\xe1\xbb\x87", b"\xe1\xbb", "xml.not_well_formed"),
        ("Việt".encode(), "Vie\u0323\u0302t".encode(), "transcript.not_nfc"),
        ("Việt".encode(), "Việt\u200b".encode(), "transcript.forbidden_character"),
        (b"urn:hocba:transcript:1", b"urn:hocba:transcript:2", "xml.schema"),
    ],
)
def test_a_changed_or_hostile_file_is_refused(old: bytes, new: bytes, code: str) -> None:
    source = write_xml(sample_transcript())
    assert old in source
    assert code_of(source.replace(old, new, 1)) == code


def test_anything_but_a_signature_in_a_slot_is_refused() -> None:
    source = write_xml(sample_transcript())
    for stranger in (b"<b></b>", b"text", SIGNATURE + SIGNATURE):
        assert code_of(source.replace(b'ky-gvcn">', b'ky-gvcn">' + stranger)) == "xml.schema"


def test_a_signature_outside_the_slots_is_refused() -> None:
    assert code_of(write_xml(sample_transcript()).replace(b"<KHOI>", SIGNATURE + b"<KHOI>")) == "xml.schema"


@pytest.mark.parametrize("source", [b"", b"x", b"<a/>", b"\x00" * 64, b"%PDF-1.7", b"\xff\xfe<\x00"])
def test_other_files_are_refused(source: bytes) -> None:
    assert code_of(source) == "xml.not_transcript"


def test_a_huge_file_is_refused_unread() -> None:
    assert code_of(write_xml(sample_transcript()) + b" " * 5_000_000) == "xml.too_large"


def test_truncation_anywhere_is_refused() -> None:
    source = write_xml(sample_transcript())
    for length in range(0, len(source), 97):
        assert code_of(source[:length]).startswith(("xml.", "transcript."))


def test_every_single_bit_matters() -> None:
    """The bytes that no signature covers are guarded by the reader: a flipped bit is another record or no record."""
    source, transcript = write_xml(sample_transcript()), sample_transcript()
    for position in range(0, len(source), 41):
        flipped = bytearray(source)
        flipped[position] ^= 1 << position % 8
        try:
            assert read_xml(bytes(flipped)) != transcript
        except ProblemError:
            continue


def test_schematron_accepts_a_sound_record() -> None:
    assert schematron_problems(write_xml(sample_transcript())) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"summary": sample_summary(completion="Hoàn thành")}, "completion.grade"),
        ({"summary": sample_summary(decision=Decision.COMPLETED)}, "completion.decision"),
        ({"grade": 9}, "promotion.grade"),
        ({"subjects": (replace(sample_subjects()[8], year=Tenths(80)),)}, "value.comment"),
        ({"subjects": (replace(sample_subjects()[0], year="Đ"),)}, "value.mark"),
        (
            {"corrections": (Correction(SubjectCode("TIENG_DTTS"), "a", "1", "2", "b", "c", "d"),)},
            "correction.subject",
        ),
    ],
)
def test_schematron_names_the_broken_rule(changes: dict[str, object], rule: str) -> None:
    problems = schematron_problems(write_xml(sample_transcript(**changes)))
    assert [problem.code for problem in problems] == [f"schematron.{rule}"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b'Id="mon-TOAN"', b'Id="mon-TOAM"', "subject.id"),
        (b'MA_HOC_BA="d0s0n', b'MA_HOC_BA="dosonn', "subject.transcript"),
        (b'MA_MON="NGU_VAN" PHIEN_BAN="1"', b'MA_MON="NGU_VAN" PHIEN_BAN="2"', "subject.version"),
        (b'Id="gv-TOAN"', b'Id="gv-TOAM"', "subject.teacher_id"),
        (b'Id="ky-gvbm-TOAN"', b'Id="ky-gvbm-TOAM"', "slot.id"),
    ],
)
def test_schematron_holds_identifiers_together(old: bytes, new: bytes, rule: str) -> None:
    source = write_xml(sample_transcript())
    assert [p.code for p in schematron_problems(source.replace(old, new, 1))] == [f"schematron.{rule}"]


def test_a_subject_without_slot_breaks_the_schematron() -> None:
    source = write_xml(sample_transcript()).replace(b'<GVBM Id="ky-gvbm-TOAN" MA_MON="TOAN"></GVBM>', b"")
    assert [p.code for p in schematron_problems(source)] == ["schematron.subject.slot"]
