"""XML back to the record; nothing but what ``write_xml`` writes is accepted, plus signatures in their slots."""

from __future__ import annotations

import base64
import re
from datetime import date
from functools import cache
from importlib.resources import files

from lxml import etree

from hocba.kernel.codes import Decision, Honour, Level
from hocba.kernel.ids import SchoolCode, StaffCode, StudentCode
from hocba.kernel.problems import ProblemError, fail
from hocba.kernel.school_year import SchoolYear
from hocba.kernel.subjects import SubjectCode
from hocba.transcript.model import (
    Correction,
    LevelPair,
    Parent,
    School,
    Signatory,
    Student,
    StudyHistoryRow,
    SubjectResult,
    Transcript,
    YearSummary,
)
from hocba.transcript.vocabulary import DECLARATION, KIND_WORDS, LARGEST_FILE, NAMESPACE, read_value, require_clean
from hocba.transcript.xml_writer import write_xml

_KINDS = {word: kind for kind, word in KIND_WORDS.items()}
_IN = f"{{{NAMESPACE}}}"
# the start of a signature, whatever prefix its writer chose
_SIGNATURE = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?Signature)[ >]")


def read_xml(source: bytes) -> Transcript:
    """The record in a transcript file, signed or not. Signatures are not verified here.

    The bytes outside the signatures must be exactly those that ``write_xml`` gives for the record, so nothing can hide
    in the file that the record does not show. Raises ProblemError: ``xml.too_large``, ``xml.not_transcript`` (another
    declaration, DTD, comment, processing instruction or encoding), ``xml.not_well_formed``, ``xml.schema``,
    ``xml.not_canonical``, ``transcript.*``.
    """
    root = parse(source)
    try:
        transcript = _transcript(_required(root, "DU_LIEU_HOC_BA", "THONG_TIN_HOC_BA"))
    except ProblemError:
        raise
    except ValueError:  # white space that the schema's date type tolerates and ours does not
        raise fail("xml.not_canonical") from None
    if write_xml(transcript) != without_signatures(source):
        raise fail("xml.not_canonical")
    return transcript


def parse(source: bytes) -> etree._Element:
    """The valid element tree; raises ProblemError as ``read_xml`` does."""
    _refuse_hostile(source)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise fail("xml.not_well_formed", reason=_reason(error)) from None
    try:
        _schema().assertValid(root)
    except etree.DocumentInvalid as error:
        raise fail("xml.schema", reason=str(error)) from None
    return root


def without_signatures(source: bytes) -> bytes:
    """A well-formed file as it was before anybody signed: every slot empty."""
    kept, position = [], 0
    while (found := _SIGNATURE.search(source, position)) is not None:
        end = b"</" + found[1] + b">"
        close = source.find(end, found.end())
        if close < 0:
            break
        kept.append(source[position : found.start()])
        position = close + len(end)
    return b"".join((*kept, source[position:]))


def _refuse_hostile(source: bytes) -> None:
    if len(source) > LARGEST_FILE:
        raise fail("xml.too_large", size=str(len(source)), limit=str(LARGEST_FILE))
    declaration = DECLARATION.encode()
    if not source.startswith(declaration):
        raise fail("xml.not_transcript", reason="declaration")
    # in canonical XML "<!" opens nothing: no DTD, entity, comment, CDATA; "<?" nothing after the declaration
    if b"<!" in source or b"<?" in source[len(declaration) :]:
        raise fail("xml.not_transcript", reason="markup")
    try:
        require_clean(source.decode())
    except UnicodeDecodeError:
        raise fail("xml.not_well_formed", reason="UTF-8") from None


def _reason(error: Exception) -> str:
    position = getattr(error, "position", None)
    return f"{position[0]}:{position[1]}" if position else ""


@cache
def _schema() -> etree.XMLSchema:
    source = files("hocba.transcript.schemas").joinpath("hocba-transcript-1.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(source))


def _transcript(content: etree._Element) -> Transcript:
    text = _texts(content)
    return Transcript(
        id=text["MA_HOC_BA"],
        version=int(text["PHIEN_BAN"]),
        salt=base64.b64decode(text["MUOI"]),
        form=text["MAU_HOC_BA"],
        ruleset=text["QUY_DINH"],
        school=_school(_required(content, "TRUONG")),
        school_year=SchoolYear.parse(text["NAM_HOC"]),
        grade=int(text["KHOI"]),
        class_name=text["LOP"],
        student=_student(_required(content, "HOC_SINH")),
        history=tuple(map(_history_row, _required(content, "QUA_TRINH_HOC_TAP"))),
        subjects=tuple(map(_subject, content.iterchildren(f"{_IN}DIEM_TONG_KET"))),
        summary=_summary(_required(content, "TONG_KET")),
        homeroom=_person(_required(content, "GIAO_VIEN_CHU_NHIEM")),
        principal=_person(_required(content, "CAN_BO_QUAN_LY")),
        place=text["DIA_DANH_PHAT_HANH"],
        issued_on=date.fromisoformat(text["NGAY_PHAT_HANH"]),
        corrections=tuple(map(_correction, _required(content, "SUA_CHUA"))),
        supersedes=text["THAY_THE"],
        demonstration=text["THU_NGHIEM"] == "1",
        extra={row["TEN"]: row["GIA_TRI"] for row in map(_texts, _required(content, "THONG_TIN_KHAC"))},
    )


def _school(element: etree._Element) -> School:
    text = _texts(element)
    return School(SchoolCode(text["MA_TRUONG"]), text["TEN_TRUONG"], text["XA"], text["TINH"], text["DINH_DANH"])


def _student(element: etree._Element) -> Student:
    text = _texts(element)
    return Student(
        code=StudentCode(text["MA_HOC_SINH"]),
        name=text["HO_TEN"],
        gender=text["GIOI_TINH"],
        birth_date=text["NGAY_SINH"],
        birth_place=text["NOI_SINH"],
        ethnicity=text["DAN_TOC"],
        policy_group=text["DOI_TUONG_CHINH_SACH"],
        residence=text["CHO_O_HIEN_TAI"],
        father=_parent(_required(element, "CHA")),
        mother=_parent(_required(element, "ME")),
        guardian=_parent(_required(element, "NGUOI_GIAM_HO")),
        register_number=text["SO_DANG_BO"],
    )


def _parent(element: etree._Element) -> Parent:
    text = _texts(element)
    return Parent(text["HO_TEN"], text["NGHE_NGHIEP"])


def _history_row(element: etree._Element) -> StudyHistoryRow:
    text = _texts(element)
    return StudyHistoryRow(SchoolYear.parse(text["NAM_HOC"]), text["LOP"], text["TEN_TRUONG"])


def _subject(element: etree._Element) -> SubjectResult:
    text = _texts(element)
    return SubjectResult(
        code=SubjectCode(element.get("MA_MON", "")),
        name=text["TEN_MON"],
        kind=_KINDS[text["HINH_THUC"]],
        term1=read_value(text["HOC_KI_1"]),
        term2=read_value(text["HOC_KI_2"]),
        year=read_value(text["CA_NAM"]),
        reassessed=read_value(text["DANH_GIA_LAI"]),
        remark=text["NHAN_XET"],
        teacher=_person(_required(element, "GVBM")),
    )


def _summary(element: etree._Element) -> YearSummary:
    text = _texts(element)
    return YearSummary(
        term1=_levels(_required(element, "HOC_KI_1")),
        term2=_levels(_required(element, "HOC_KI_2")),
        year=_levels(_required(element, "CA_NAM")),
        after_summer=_levels(_required(element, "SAU_HE")),
        absences=int(text["SO_BUOI_NGHI"]) if text["SO_BUOI_NGHI"] else None,
        decision=Decision(text["KET_QUA"]),
        honour=Honour(text["DANH_HIEU"]) if text["DANH_HIEU"] else None,
        completion=text["HOAN_THANH_CHUONG_TRINH"],
        certificates=text["CHUNG_CHI"],
        contests=text["CUOC_THI"],
        awards=text["KHEN_THUONG"],
        summer_conduct=text["REN_LUYEN_HE"],
        remark=text["NHAN_XET"],
    )


def _levels(element: etree._Element) -> LevelPair:
    conduct, learning = (Level(child.text) if child.text else None for child in element)
    return LevelPair(conduct, learning)


def _person(element: etree._Element) -> Signatory:
    text = _texts(element)
    return Signatory(StaffCode(text["MA"]), text["HO_TEN"], text["DINH_DANH"], text["CHUC_VU"], text["KY_THAY"])


def _correction(element: etree._Element) -> Correction:
    text = _texts(element)
    return Correction(
        SubjectCode(text["MA_MON"]),
        text["MUC"],
        text["CU"],
        text["MOI"],
        text["NGUOI_SUA"],
        text["NGAY_SUA"],
        text["LY_DO"],
    )


def _texts(element: etree._Element) -> dict[str, str]:
    """The text of each child by its local name."""
    return {str(child.tag)[len(_IN) :]: child.text or "" for child in element}


def _required(element: etree._Element, *names: str) -> etree._Element:
    for name in names:
        found = element.find(_IN + name)
        if found is None:  # the schema promises it
            raise fail("xml.schema", path=name)
        element = found
    return element
