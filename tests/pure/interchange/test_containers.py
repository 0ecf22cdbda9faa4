"""One gradebook in every container gives one JSON."""

from __future__ import annotations

from datetime import date

import pytest
from tests.pure.interchange import workbooks as make

from hocba.interchange.spreadsheets.api import SheetKind, read_workbook
from hocba.interchange.spreadsheets.containers.delimited import separator
from hocba.interchange.spreadsheets.grid import column_letter

ROWS = make.gradebook_rows()
TEXT = make.delimited(ROWS, separator=";")
CONTAINERS = {
    "xlsx": make.xlsx({"Toán": ROWS}),
    "xls": make.xls({"Toán": ROWS}),
    "ods": make.ods({"Toán": ROWS}),
    "html": make.html(ROWS),
    "xml2003": make.xml2003({"Toán": ROWS}),
    "csv with mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "csv utf-8": make.delimited(ROWS).encode(),
    "csv utf-16": TEXT.encode("utf-16"),
    "csv utf-16 without mark": TEXT.encode("utf-16-le"),
    "tsv utf-16 big": b"\xfe\xff" + make.delimited(ROWS, separator="\t").encode("utf-16-be"),
}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("filename", ["Toán.xls", "Toán"])
def test_every_container_says_the_same_whatever_its_name(container: str, filename: str) -> None:
    assert make.only(CONTAINERS[container], filename=filename).as_json() == make.gradebook_json("Toán")


def test_windows_1258_text_is_composed() -> None:
    # code page 1258 writes tones as letters of their own
    row = b"STT;Ho\xf2 va\xcc t\xean;TX1\r\n1;Nguy\xea\xden Thi\xf2 A\xccnh;7,5\r\n"
    reading = make.only(row, filename="Toan.csv")
    assert reading.rows[0].name == "Nguyễn Thị Ành"


def test_excel_names_the_separator_in_the_first_line() -> None:
    reading = make.only("sep=|\r\nSTT|Họ và tên|TX1\r\n1|Lê An|7,5;8\r\n".encode(), filename="Toán.csv")
    assert reading.rows[0].as_json()["regular"] == ["7.5", "8"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b;c\n1;8,5;7,5\n2;8,0;7,0", ";"),
        ('a,b,c\n1,"x;y;z",2\n1,2,3', ","),
        ("a\tb\tc\n1\t8,5\t7,5", "\t"),
        ("", "\t"),
    ],
)
def test_comma_decimals_do_not_decide_the_separator(text: str, mark: str) -> None:
    assert separator(text) == mark


def test_sheet_of_html_is_named_by_excel_and_titles_stand_outside_the_table() -> None:
    page = make.html(
        [["STT", "Họ và tên", "TX1"], [1, "Lê An", "8,5"]],
        before="<!--[if gte mso 9]><x:Name>Vật lí</x:Name><![endif]-->"
        "<h2>Lớp 10A2</h2><p>Học kỳ 2</p><script>x</script>",
    )
    reading = make.only(page, filename="export.xls")
    assert (reading.sheet, reading.subject, reading.school_class, reading.term) == ("Vật lí", "VAT_LI", "10A2", 2)
    assert reading.rows[0].row == 4


def test_html_spans_and_exact_numbers_are_understood() -> None:
    page = (
        "<table><tr><th rowspan=2>STT<th rowspan=2>Họ và<br>tên<th colspan=2>ĐĐGtx<th rowspan=2>ĐĐGgk</tr>"
        "<tr><th>1<th>2</tr><tr><td>1<td>Lê An<td x:num='8.5'>8,50 đ<td>7<td>9</tr></table>"
    )
    entry = make.only(page.encode(), filename="Toan.xls").rows[0].as_json()
    assert (entry["regular"], entry["midterm"]) == (["8.5", "7"], "9")


def test_xml2003_skips_cells_and_rows_by_index_and_hides_sheets() -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    book = (
        f'<?xml version="1.0" encoding="utf-16"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        '<Worksheet ss:Name="Toán"><Table><Row ss:Index="3"><Cell ss:Index="2">'
        '<Data ss:Type="String">Họ tên</Data></Cell>'
        '<Cell><Data ss:Type="String">GK</Data></Cell></Row>'
        '<Row ss:Index="6"><Cell ss:Index="2"><Data ss:Type="String">'
        'Lê An</Data></Cell><Cell ss:Formula="=1+1"/></Row></Table></Worksheet>'
        '<Worksheet ss:Name="Ẩn"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>'
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">'
        "<Visible>SheetHidden</Visible></WorksheetOptions>"
        "</Worksheet></Workbook>"
    )
    (reading,) = read_workbook(book.encode("utf-16"))
    assert (reading.rows[0].row, reading.rows[0].as_json()["midterm"]) == (6, None)


@pytest.mark.parametrize("build", [make.xlsx, make.xls, make.ods])
def test_cells_keep_their_places_when_first_rows_and_columns_are_blank(build: object) -> None:
    rows: make.Rows = [[], [], [None, None, "STT", "Họ và tên", "TX1"], [None, None, 1, "Lê An", 85]]
    reading = make.only(build({"Toán": rows}))  # type: ignore[operator]
    assert [problem.as_json() for problem in reading.problems] == [make.problem("E4", "mark.ambiguous", "85")]


def test_hidden_sheet_with_pupils_is_read_and_marked() -> None:
    rows: make.Rows = [["STT", "Họ và tên", "TX1"], [1, "Lê An", 8]]
    readings = read_workbook(make.xlsx({"Toán": rows, "Cũ": rows, "Mã": [["Kinh"]]}, hidden=["Cũ", "Mã"]))
    assert [(reading.sheet, reading.hidden) for reading in readings] == [("Toán", False), ("Cũ", True)]
    assert readings[1].as_json()["hidden"] is True


def test_error_cells_are_problems_and_not_blanks() -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(make.xlsx({"Toán": [["STT", "Họ và tên", "TX1"], [1, "Lê An", "#DIV/0!"]]}))
    )
    book["Toán"]["C2"].data_type = "e"
    stream = io.BytesIO()
    book.save(stream)
    reading = make.only(stream.getvalue())
    assert [p.as_json() for p in reading.problems] == [make.problem("C2", "mark.not_a_number", "#DIV/0!")]


def test_dates_of_cells_are_dates_in_every_binary_container() -> None:
    for build in (make.xlsx, make.xls, make.ods):
        rows: make.Rows = [["STT", "Họ và tên", "Ngày sinh"], [1, "Lê An", date(2012, 3, 5)]]
        assert make.only(build({"8A1": rows})).rows[0].birth_date == "2012-03-05"


def test_unreadable_header_is_a_problem_only_where_pupils_are() -> None:
    known: make.Rows = [["STT", "Họ và tên", "TX1"], [1, "Lê An", 8]]
    book = {"Toán": known, "Bìa": [["SỔ ĐIỂM"]], "Lạ": [["x", "Nguyễn Văn An"], ["y", "Trần Thị Bình"]], "Trống": []}
    readings = {reading.sheet: reading for reading in read_workbook(make.xlsx(book))}
    assert {name for name, reading in readings.items() if reading.kind is SheetKind.UNKNOWN} == {"Bìa", "Lạ", "Trống"}
    assert [name for name, reading in readings.items() if reading.problems] == ["Lạ"]


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_are_named_as_excel_names_them(number: int, letters: str) -> None:
    assert column_letter(number) == letters


def test_tables_within_a_layout_table_are_read() -> None:
    inner = make.html([["STT", "Họ và tên", "TX1"], [1, "Lê An", "8,5"], [2, "Trần Bình", "9"]]).decode()
    table = inner[inner.index("<table") : inner.index("</body>")]
    page = f"<table><tr><td>Môn Toán</td><td>Lớp 8A1</td></tr><tr><td colspan=2>{table}</td><td>x</td></tr></table>"
    reading = make.only(page.encode(), filename="a.xls")
    assert (reading.subject, reading.school_class) == ("TOAN", "8A1")
    assert [row.name for row in reading.rows] == ["Lê An", "Trần Bình"]
