"""Files that were never meant to be read: a clear code, little memory, little time, nothing executed."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pure.interchange import workbooks as make

from hocba.interchange.spreadsheets import limits
from hocba.interchange.spreadsheets.api import read_workbook
from hocba.interchange.spreadsheets.containers.worker import answer
from hocba.kernel.problems import ProblemError

XML_HEAD = b"<Workbook urn:schemas-microsoft-com:office:spreadsheet "
HEADER = ["STT", "Họ và tên", "TX1"]
GOOD = make.xlsx({"Toán": [HEADER, [1, "Lê An", 8]]})


def refusal(data: bytes, filename: str = "a.xlsx") -> tuple[str, str]:
    started = time.monotonic()
    with pytest.raises(ProblemError) as caught:
        read_workbook(data, filename=filename)
    assert time.monotonic() - started < 20
    return caught.value.problem.code, caught.value.problem.params["reason"]


def rewritten(change: Callable[[str, bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return make.zipped({name: change(name, archive.read(name)) for name in archive.namelist()})


def with_sheet(xml: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{xml}</sheetData></worksheet>'.encode()
    return rewritten(lambda name, part: sheet if name.startswith("xl/worksheets/") else part)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\0" * 5000, "empty"),
        (b" \r\n", "empty"),
        (b"%PDF-1.7 ...", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_spreadsheet"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "not_a_spreadsheet"),
        (bytes(range(1, 256)) * 40, "encoding"),
        (b"STT;" + bytes(range(1, 9)) * 40, "not_a_spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK\x03\x04rubbish", "damaged"),
        (make.zipped({"word/document.xml": "<w/>"}), "not_a_spreadsheet"),
        (make.zipped({"xl/workbook.xml": "<w/>"}), "damaged"),
        (b'<?xml version="1.0"?><invoice/>', "not_a_spreadsheet"),
        (make.xml2003({"Toán": [HEADER]})[:-40], "damaged"),
        ("Họ và tên".encode() + b"\xff\xfe\x81\x90", "encoding"),
    ],
)
def test_what_is_no_spreadsheet_is_unreadable_and_says_why(data: bytes, reason: str) -> None:
    assert refusal(data) == ("file.unreadable", reason)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("build", [make.xlsx, make.ods])
def test_truncated_file_is_unreadable(share: float, build: Callable[[dict[str, make.Rows]], bytes]) -> None:
    data = build({"Toán": [HEADER, [1, "Lê An", 8]]})
    assert refusal(data[: int(len(data) * share)]) == ("file.unreadable", "damaged")


def test_encrypted_zip_is_named_as_such() -> None:
    data = bytearray(make.zipped({"xl/workbook.xml": "<w/>"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + flags] |= 1
    assert refusal(bytes(data)) == ("file.unreadable", "encrypted")


def test_zip_bomb_is_refused_by_its_directory() -> None:
    bomb = make.zipped({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": b"\0" * (limits.MAX_UNPACKED_BYTES + 1)})
    assert refusal(bomb) == ("file.too_large", "unpacked")


def test_zip_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(make.zipped({"xl/workbook.xml": b" " * 5_000_000}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature) + place
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert refusal(bytes(data)) == ("file.unreadable", "damaged")


def test_zip_of_many_parts_is_refused() -> None:
    parts: dict[str, str | bytes] = {f"xl/{n}.xml": b"" for n in range(limits.MAX_PARTS)}
    assert refusal(make.zipped({"xl/workbook.xml": "<w/>"} | parts)) == ("file.too_large", "parts")


def test_file_heavier_than_the_limit_is_not_even_opened() -> None:
    assert refusal(b"x" * (limits.MAX_FILE_BYTES + 1)) == ("file.too_large", "bytes")


def test_billion_laughs_in_a_workbook_part_is_refused() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst>&b;</sst>'
    data = rewritten(lambda name, part: laughs if name == "xl/styles.xml" else part)
    assert refusal(data) == ("file.unreadable", "entities")


def test_billion_laughs_in_xml2003_is_refused() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = make.xml2003({"&amp;": [HEADER]}, before=f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>')
    assert refusal(data) == ("file.unreadable", "entities")


def test_external_entity_is_refused_and_not_fetched() -> None:
    data = make.xml2003({"x": [HEADER]}, before='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>')
    assert refusal(data) == ("file.unreadable", "entities")


def test_one_far_cell_costs_no_terabytes() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refusal(with_sheet(far))[0] == "file.too_large"


def test_far_row_in_a_narrow_sheet_is_read() -> None:
    cells = "".join(f'<c r="{c}1" t="inlineStr"><is><t>{t}</t></is></c>' for c, t in zip("ABC", HEADER, strict=True))
    far = f'<row r="1">{cells}</row><row r="1048576"><c r="B1048576" t="inlineStr"><is><t>Lê An</t></is></c></row>'
    assert [row.row for row in make.only(with_sheet(far)).rows] == [1_048_576]


def test_repeated_rows_of_ods_cost_nothing_when_blank_and_are_refused_when_not() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16"/>'
    blank = f'<table:table-row table:number-rows-repeated="1048000">{cell}</table:table-row>'
    assert len(make.only(make.ods({"Toán": [HEADER, [1, "Lê An", 8]]}, tail=blank)).rows) == 1
    full = blank.replace('16"/>', '16" office:value-type="float" office:value="1"/>')
    assert refusal(make.ods({"Toán": [HEADER]}, tail=full))[0] == "file.too_large"


def test_a_million_rows_are_refused() -> None:
    assert refusal(b"STT,H\xe1\xbb\x8d t\xc3\xaan,TX1\n" + b"1,Le An,8\n" * 1_000_000) == ("file.too_large", "rows")


def test_twenty_thousand_columns_are_refused() -> None:
    assert refusal(b",".join([b"x"] * 20_000)) == ("file.too_large", "columns")
    assert refusal(make.html([["x"] * 20_000]), "a.xls") == ("file.too_large", "columns")


@pytest.mark.parametrize("tag", ["table", "div", "b", "tr"])
def test_deeply_nested_html_is_bounded(tag: str) -> None:
    page = "<html><body>" + f"<{tag}>" * 300_000 + "x" + f"</{tag}>" * 300_000
    assert [problem.problem.code for problem in make.only(page.encode()).problems] == ["header.not_found"]


def test_absurd_spans_of_html_are_bounded() -> None:
    page = make.html([["x"]]).replace(b"<td>", b'<td colspan="999999999" rowspan="99999999">') * 50
    assert [p.problem.code for p in make.only(page).problems] == ["header.not_found"]


def test_formula_without_stored_value_is_blank_and_nothing_runs() -> None:
    reading = make.marks("=1+7", '=WEBSERVICE("http://127.0.0.1/")', "=cmd|'/c calc'!A0", 8)
    assert reading.rows[0].as_json()["regular"] == []
    assert reading.rows[0].as_json()["final"] == "8"


def test_formula_text_of_csv_stays_text() -> None:
    text = 'STT,Họ và tên,TX1,Nhận xét\n1,=Lê An,=1+1,"=HYPERLINK(""http://x"")"\n'
    reading = make.only(text.encode(), filename="Toán.csv")
    assert reading.rows[0].as_json()["comment"] == '=HYPERLINK("http://x")'
    assert [p.as_json() for p in reading.problems] == [make.problem("C2", "mark.not_a_number", "=1+1")]


def test_null_bytes_within_text_are_dropped() -> None:
    reading = make.only("STT,Họ và tên,TX1\n1,Lê\0 An,8\n".encode(), filename="Toán.csv")
    assert reading.rows[0].name == "Lê An"


def test_external_links_are_not_followed() -> None:
    data = rewritten(
        lambda name, part: part.replace(b"</Relationships>", b'<Relationship Id="rX" Type="http://x/externalLink" '
        b'Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/></Relationships>')
    )  # fmt: skip
    assert len(make.only(data).rows) == 1


def test_wrong_types_in_every_column_are_problems() -> None:
    header = ["STT", "Mã học sinh", "Số định danh cá nhân", "Họ và tên", "Ngày sinh", "TX1", "GK"]
    reading = make.only(make.xlsx({"Toán": [header, ["x", True, "abc", 12.5, "hôm qua", True, "tám"]]}))
    codes = [problem.problem.code for problem in reading.problems]
    assert codes == ["personal_id.invalid", "date.invalid", "mark.not_a_number", "mark.not_a_number"]


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(
        [b"", b"PK\x03\x04", b"<table>", b"\xff\xfe", b"<Workbook urn:schemas-microsoft-com:office:spreadsheet "]
    ),
)
def test_no_bytes_cause_anything_but_sheets_or_a_problem(data: bytes, prefix: bytes) -> None:
    assert answer(prefix + data, "x").startswith((b'{"sheets"', b'{"problem"'))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_flipped_byte_never_escapes_as_an_exception(position: int, change: int) -> None:
    data = bytearray(GOOD)
    data[position] ^= change
    assert answer(bytes(data), "x").startswith((b'{"sheets"', b'{"problem"'))
