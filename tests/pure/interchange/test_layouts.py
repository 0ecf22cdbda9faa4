"""The sheets that schools really have (domain notes, section 6), each to its exact JSON."""

from __future__ import annotations

import io
import unicodedata
from datetime import date

import openpyxl
import pytest
from tests.pure.interchange import workbooks as make

from hocba.interchange.spreadsheets.api import read_workbook

ANH, BINH = "Nguyễn Thị Ánh", "Trần Văn Bình"


def vnedu(subject: str, title: str, regular: int, pupils: make.Rows) -> openpyxl.Workbook:
    """Rows 1-4 merged titles, two header rows 6-7, name over two columns, data from row 8."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = subject
    for row, text in enumerate(["SỞ GD&ĐT HẢI PHÒNG", "TRƯỜNG THCS ĐỒ SƠN", title, "Khối 8 - Lớp 8A1"], start=1):
        sheet.cell(row, 1, text)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=8 + regular)
    after = 5 + regular
    heads = {1: "STT", 2: "Mã học sinh", 3: "Họ và tên", 5: "ĐĐGtx", after: "ĐĐGgk", after + 1: "ĐĐGck"}
    heads |= {after + 2: "ĐTBmhk", after + 3: "Nhận xét"}
    for column, text in heads.items():
        sheet.cell(6, column, text)
        if column not in (3, 5):
            sheet.merge_cells(start_row=6, end_row=7, start_column=column, end_column=column)
    sheet.merge_cells("C6:D7")
    sheet.merge_cells(start_row=6, end_row=6, start_column=5, end_column=4 + regular)
    for number in range(1, regular + 1):
        sheet.cell(7, 4 + number, f"TX{number}")
    for pupil in pupils:
        sheet.append(list(pupil))
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_vnedu_detailed_score_sheet() -> None:
    title = "BẢNG ĐIỂM CHI TIẾT MÔN TOÁN HỌC KỲ 1 NĂM HỌC 2025-2026"
    pupils: make.Rows = [
        [1, "2512345678", "Nguyễn Thị", "Ánh", 8, 7.5, None, 0, 7, None, 7.4, "Tốt"],
        [2, "2512345679", "Trần Văn", "Bình", 85, "7,5", "vắng", 9, 7, 8.25, None, None],
        [None, None, "Hiệu trưởng"],
        [None, None, "Lê Thị", "Hoa"],
    ]
    assert make.only(saved(vnedu("Toán", title, 4, pupils))).as_json() == {
        "sheet": "Toán",
        "kind": "gradebook",
        "class": "8A1",
        "subject": "TOAN",
        "term": 1,
        "school_year": "2025-2026",
        "rows": [
            make.pupil(8, "2512345678", ANH, None, regular=["8", "7.5", None, "0"], midterm="7", final=None,
                       average="7.4", comment="Tốt"),
            make.pupil(9, "2512345679", BINH, None, regular=[None, "7.5", None, "9"], midterm="7", final=None,
                       average=None, comment=None),
        ],
        "problems": [
            make.problem("E9", "mark.ambiguous", "85"),
            make.problem("G9", "mark.not_a_number", "vắng"),
            make.problem("J9", "mark.too_precise", "8.25"),
        ],
    }  # fmt: skip


@pytest.mark.parametrize("regular", [2, 3, 4, 5])
def test_vnedu_number_of_regular_marks_varies_by_sheet(regular: int) -> None:
    pupils: make.Rows = [[1, "2512345678", "Lê", "An", *range(1, regular + 1), 9, 10, None, "Khá"]]
    row = make.only(saved(vnedu("Tin học", "MÔN TIN HỌC HỌC KỲ 2", regular, pupils))).rows[0].as_json()
    assert row["regular"] == [str(n) for n in range(1, regular + 1)]
    assert (row["midterm"], row["final"], row["comment"]) == ("9", "10", "Khá")


def test_per_subject_sheet_with_averages_of_both_terms_and_the_year() -> None:
    header = ["STT", "Mã HS", "Họ tên", "Ngày sinh", "Giới tính", "TX1", "TX2", "TX3", "TX4", "TX5", "ĐĐGgk", "ĐĐGck"]
    header += ["ĐTBmhk1", "ĐTBmhk2", "ĐTBmcn"]
    rows: make.Rows = [
        ["Môn: Địa lý - Lớp 10A1 - Học kỳ II"], [], [], [], [], header,
        [1, "2512345678", ANH, "05.03.2010", "Nữ", 8, 8, 8, None, None, 8, 8, 5, 8, 7],
    ]  # fmt: skip
    reading = make.only(make.xls({"Sheet1": rows})).as_json()
    assert (reading["subject"], reading["term"], reading["class"], reading["problems"]) == ("DIA_LI", 2, "10A1", [])
    entry = {"regular": ["8", "8", "8"], "midterm": "8", "final": "8", "average": "8", "comment": None}
    assert reading["rows"] == [make.pupil(7, "2512345678", ANH, "2010-03-05", **entry)]


def test_pupil_file_of_the_sector_database() -> None:
    header = [
        "STT",
        "Mã lớp\n(*)",
        "Mã học sinh",
        "Họ tên\n",
        "Ngày sinh",
        "Giới tính",
        "Trạng thái HS",
        "Dân tộc",
        "Loại khuyết tật",
    ]
    header += [
        "Số định danh\ncá nhân",
        "Nơi sinh",
        "Họ tên cha",
        "Nghề nghiệp cha",
        "Năm sinh cha",
        "Họ tên mẹ",
        "Số điện thoại",
    ]
    header[1] = "Mã lớp"
    header = [unicodedata.normalize("NFD", text) if n % 2 else text for n, text in enumerate(header)]
    pupil: list[make.Value] = [
        1,
        "1A1",
        "2512345678",
        unicodedata.normalize("NFD", ANH),
        43165,
        "02",
        "Đang học",
        "Kinh",
        None,
    ]
    pupil += [31219001234, "Hải Phòng", "Nguyễn Văn Cha", "Ngư dân", 1985, "Lê Thị Mẹ", 912345678]
    book = {"Sheet1": [["DANH SÁCH HỌC SINH"], [], header, pupil], "DanToc": [["01", "Kinh"], ["02", "Tày"]]}
    first, codes = read_workbook(make.xls(book))
    assert first.as_json() == {
        "sheet": "Sheet1",
        "kind": "class_list",
        "class": "1A1",
        "subject": None,
        "term": None,
        "school_year": None,
        "rows": [
            {"row": 4, "code": "2512345678", "personal_id": "031219001234", "name": ANH, "birth_date": "2018-03-06",
             "gender": "Nữ", "ethnicity": "Kinh", "status": "Đang học", "birth_place": "Hải Phòng"},
        ],
        "problems": [],
    }  # fmt: skip
    assert codes.as_json()["kind"] == "unknown"
    assert codes.problems == ()


def test_class_list_export_of_several_classes() -> None:
    header = [
        "STT",
        "Mã định danh Bộ GD&ĐT",
        "Họ tên",
        "Ngày sinh",
        "Giới tính",
        "Dân tộc",
        "Trạng thái",
        "Nơi sinh chi tiết",
    ]
    header += ["Số CMND", "Tên cha", "Lớp học", "Khối học", "Số định danh cá nhân"]
    rows: make.Rows = [
        ["ỦY BAN NHÂN DÂN PHƯỜNG ĐỒ SƠN"], ["DANH SÁCH HỌC SINH NĂM HỌC 2025 - 2026"], [], header,
        [1, "2512345678", ANH, "5-3-2012", "Nữ", "Kinh", "Đang học", "Đồ Sơn",
         None, "Cha A", "8A1", 8, "031212001234"],
        [2, 912345679, BINH, "2012", "Nam", "Tày", "Chuyển đến", None, None, None, "Lớp 8/2", 8, 1212001235],
    ]  # fmt: skip
    reading = make.only(make.xlsx({"DSHS": rows})).as_json()
    assert (reading["kind"], reading["class"], reading["school_year"]) == ("class_list", None, "2025-2026")
    assert reading["rows"] == [
        {"row": 5, "class": "8A1", "code": "2512345678", "personal_id": "031212001234", "name": ANH,
         "birth_date": "2012-03-05", "gender": "Nữ", "ethnicity": "Kinh", "status": "Đang học",
         "birth_place": "Đồ Sơn"},
        {"row": 6, "class": "8/2", "code": "0912345679", "personal_id": "001212001235", "name": BINH,
         "birth_date": "2012", "gender": "Nam", "ethnicity": "Tày", "status": "Chuyển đến", "birth_place": None},
    ]  # fmt: skip
    assert reading["problems"] == []


def test_score_template_1() -> None:
    header = [
        "STT",
        "Lớp",
        "Mã định danh Bộ GD&ĐT",
        "Họ và tên",
        "Ngày sinh",
        "ĐĐGtx1",
        "ĐĐGtx2",
        "ĐĐGtx3",
        "ĐĐGtx4",
        "ĐĐGtx5",
    ]
    header += ["ĐĐGgk", "ĐĐGck", "Nhận xét"]
    rows: make.Rows = [
        header,
        [1, "8A1", "2512345678", ANH, "05/03/2012", "8,0", 7, None, None, None, 0, "10", "Tiến bộ"],
    ]
    reading = make.only(make.xlsx({"KHTN": rows})).as_json()
    assert (reading["class"], reading["subject"]) == ("8A1", "KHTN")
    entry = {"regular": ["8", "7"], "midterm": "0", "final": "10", "average": None, "comment": "Tiến bộ"}
    assert reading["rows"] == [make.pupil(2, "2512345678", ANH, "2012-03-05", **entry)]


def test_score_template_2_with_all_regular_marks_in_one_cell() -> None:
    header = [
        "STT",
        "Lớp",
        "Mã định danh Bộ GD&ĐT",
        "Họ và tên",
        "ĐĐGtx",
        "ĐĐGgk",
        "ĐĐGck",
        "ĐTBmhk",
        "Mã nhận xét",
        "Nội dung nhận xét",
    ]
    rows: make.Rows = [
        header,
        [1, "8A1", "2512345678", ANH, "8 7,5  0", 7, 8, 6.7, "T1", "Chăm chỉ"],
        [2, "8A1", "2512345679", BINH, 8.5, 7, 8, 7.8, None, None],
        [3, "8A1", "2512345680", "Lê An", "8 85", 7, 8, 7.8, None, None],
    ]
    found = make.only(make.xlsx({"Lịch sử & Địa lý": rows})).as_json()
    assert found["subject"] == "LS_DL"
    assert [row["regular"] for row in found["rows"]] == [["8", "7.5", "0"], ["8.5"], ["8"]]  # type: ignore[index,union-attr]
    assert found["problems"] == [make.problem("E4", "mark.ambiguous", "85")]


def test_comment_subject_template() -> None:
    header = [
        "STT",
        "Lớp",
        "Mã định danh Bộ GD&ĐT",
        "Họ và tên",
        "TX1",
        "TX2",
        "GK",
        "CK",
        "Đánh giá",
        "Nội dung nhận xét",
    ]
    rows: make.Rows = [
        ["MÔN: THỂ DỤC HKI"], header,
        [1, "8A1", "2512345678", ANH, "Đ", "Đạt", "d", "CĐ", "Chưa đạt", None],
        [2, "8A1", "2512345679", BINH, "Miễn", "M", 8, "Chua dat", "cd", "Cần tập thêm"],
    ]  # fmt: skip
    reading = make.only(make.xlsx({"Sheet1": rows})).as_json()
    assert (reading["kind"], reading["subject"], reading["term"]) == ("gradebook", "GDTC", 1)
    assert reading["rows"] == [
        make.pupil(3, "2512345678", ANH, None, regular=["Đ", "Đ"], midterm="Đ", final="CĐ", average="CĐ", comment=None),
        make.pupil(4, "2512345679", BINH, None, regular=["M", "M"], midterm=None, final="CĐ", average="CĐ",
                   comment="Cần tập thêm"),
    ]  # fmt: skip
    assert reading["problems"] == [make.problem("G4", "level.unknown", "8")]


def test_year_summary_template() -> None:
    header = [
        "STT",
        "Mã lớp",
        "Mã học sinh",
        "Họ tên",
        "Ngày sinh",
        "Ngữ văn",
        "Toán",
        "Lịch sử và Địa lí",
        "Giáo dục thể chất",
    ]
    header += ["Kết quả rèn luyện", "Kết quả học tập", "Danh hiệu cả năm", "TS ngày nghỉ học cả năm", "Được lên lớp"]
    rows: make.Rows = [
        ["BẢNG TỔNG HỢP KẾT QUẢ CẢ NĂM - NĂM HỌC 2025-2026"], header,
        [1, "8A1", "2512345678", ANH, "05/03/2012", "7,8", 8, 0, "Đ", "Tốt", "Khá", "Học sinh Giỏi", 3, "x"],
        [2, "8A1", "2512345679", BINH, "06/03/2012", None, 11, 6.25, "Chưa đạt", "Đ", "yếu", None, "ba", None],
    ]  # fmt: skip
    reading = make.only(make.xlsx({"Tổng kết": rows})).as_json()
    assert (reading["kind"], reading["class"], reading["subject"], reading["term"]) == (
        "year_summary",
        "8A1",
        None,
        None,
    )
    assert reading["rows"] == [
        make.pupil(3, "2512345678", ANH, "2012-03-05",
                   results={"NGU_VAN": "7.8", "TOAN": "8", "LS_DL": "0", "GDTC": "Đ"},
                   conduct="T", level="K", honour="G", absences=3),
        make.pupil(4, "2512345679", BINH, "2012-03-06",
                   results={"NGU_VAN": None, "TOAN": None, "LS_DL": "6.3", "GDTC": "CĐ"},
                   conduct="Đ", level=None, honour=None, absences=None),
    ]  # fmt: skip
    assert reading["problems"] == [
        make.problem("G4", "mark.ambiguous", "11"),
        make.problem("K4", "level.unknown", "yếu"),
        make.problem("M4", "count.invalid", "ba"),
    ]


def test_school_export_with_old_upper_case_names() -> None:
    header = [
        "STT",
        "HỌ VÀ TÊN",
        "GDCD",
        "THỂ DỤC",
        "HOẠT ĐỘNG NGOÀI GIỜ LÊN LỚP",
        "MỸ THUẬT",
        "TIẾNG ANH",
        "HÓA",
        "HK",
        "HL",
    ]
    rows: make.Rows = [["LỚP 11B2"], [], [], header, [1, ANH, 8, "Đ", "Đ", "CĐ", 9.5, 7, "T", "CĐ"]]
    reading = make.only(make.xlsx({"Sheet1": rows})).as_json()
    (row,) = reading["rows"]  # type: ignore[misc]
    results = {"GDKT_PL": "8", "GDTC": "Đ", "HDTN_HN": "Đ", "MI_THUAT": "CĐ", "NGOAI_NGU_1": "9.5", "HOA_HOC": "7"}
    assert (row["results"], row["conduct"], row["level"]) == (results, "T", "CĐ")


def test_primary_subject_sheet() -> None:
    header = [
        "STT",
        "Lớp",
        "Mã học sinh",
        "Họ và tên",
        "Ngày sinh",
        "Mức đạt được",
        "Điểm KTĐK",
        "Mã nhận xét",
        "Nội dung nhận xét",
    ]
    header += ["Thời điểm đánh giá"]
    rows: make.Rows = [
        header,
        [1, "4A", "2512345678", ANH, "05/03/2016", "T", 9, "A1", "Đọc tốt", "Cuối kì I"],
        [2, "4A", "2512345679", BINH, "06/03/2016", "Hoàn thành", "7,5", None, None, "Cuối kì I"],
        [3, "4A", "2512345680", "Lê An", "07/03/2016", "Đ", 0, None, None, "Cuối kì I"],
    ]
    reading = make.only(make.xlsx({"Tiếng Việt": rows})).as_json()
    assert {k: reading[k] for k in ("kind", "class", "subject", "term")} == {
        "kind": "primary_subject", "class": "4A", "subject": "TIENG_VIET", "term": 1,
    }  # fmt: skip
    assert reading["rows"] == [
        make.pupil(2, "2512345678", ANH, "2016-03-05", level="T", test="9", comment="Đọc tốt"),
        make.pupil(3, "2512345679", BINH, "2016-03-06", level="H", test=None, comment=None),
        make.pupil(4, "2512345680", "Lê An", "2016-03-07", level=None, test="0", comment=None),
    ]
    assert reading["problems"] == [
        make.problem("G3", "mark.too_precise", "7,5"),
        make.problem("F4", "level.unknown", "Đ"),
    ]


def test_primary_competency_sheet_with_remarks() -> None:
    header = [
        "STT",
        "Lớp",
        "Mã định danh",
        "Họ và tên",
        "Ngày sinh",
        "Nhận xét NL Chung",
        "NL Đặc thù",
        "Phẩm chất",
        "Thời điểm đánh giá",
    ]
    rows: make.Rows = [header, [1, "2B", "2512345678", ANH, "05/03/2018", "Tự học tốt", None, "Ngoan", "Cuối năm"]]
    reading = make.only(make.xlsx({"NLPC": rows})).as_json()
    assert (reading["kind"], reading["term"]) == ("primary_competency", 2)
    comments = {"general": "Tự học tốt", "specific": None, "qualities": "Ngoan"}
    assert reading["rows"] == [
        make.pupil(2, "2512345678", ANH, "2018-03-05", qualities={}, competencies={}, comments=comments)
    ]


def test_primary_competency_sheet_with_levels_under_merged_groups() -> None:
    rows: make.Rows = [
        ["STT", "Họ và tên", "Năng lực chung", None, "Năng lực đặc thù", None, None, "Phẩm chất", None],
        [
            None,
            None,
            "Tự chủ và tự học",
            "Giao tiếp và hợp tác",
            "Ngôn ngữ",
            "Khoa học",
            "Thể chất",
            "Yêu nước",
            "Nhân ái",
        ],
        [1, ANH, "T", "Đạt", "Tốt", "Đ", "C", "Cần cố gắng", "x"],
    ]
    merges = ["A1:A2", "B1:B2", "C1:D1", "E1:G1", "H1:I1"]
    for data in (make.xlsx({"1A": rows}, merges=merges), make.ods({"1A": rows})):
        reading = make.only(data).as_json()
        competencies = {
            "TU_CHU_TU_HOC": "T",
            "GIAO_TIEP_HOP_TAC": "Đ",
            "NGON_NGU": "T",
            "KHOA_HOC": "Đ",
            "THE_CHAT": "C",
        }
        entry = {"qualities": {"YEU_NUOC": "C", "NHAN_AI": None}, "competencies": competencies}
        assert reading["rows"] == [make.pupil(3, None, ANH, None, **entry)]
        assert reading["problems"] == [make.problem("I3", "level.unknown", "x")]


def test_primary_class_summary_with_level_and_test_of_each_subject() -> None:
    rows: make.Rows = [
        ["STT", "Họ và tên", "Toán", None, "Đạo đức", "Yêu nước", "Đánh giá KQGD", "Khen thưởng"],
        [None, None, "Mức", "Điểm", "Mức", None, None, None],
        [1, ANH, "T", 10, "H", "Đ", "HTXS", "Học sinh Xuất sắc"],
    ]
    reading = make.only(make.xlsx({"3A": rows}, merges=["A1:A2", "B1:B2", "C1:D1"])).as_json()
    (row,) = reading["rows"]  # type: ignore[misc]
    assert (reading["kind"], row["results"], row["tests"]) == (
        "year_summary",
        {"TOAN": "T", "DAO_DUC": "H"},
        {"TOAN": "10"},
    )
    assert (row["qualities"], row["level"], row["honour"]) == ({"YEU_NUOC": "Đ"}, "HTXS", "XS")


def test_misa_one_sheet_for_each_class() -> None:
    header = ["STT", "Mã học sinh", "Mã thống kê", "Họ và tên", "TX1", "TX2", "GK", "CK"]
    title: list[make.Value] = ["Môn học: Giáo dục công dân - Học kì I"]
    book: dict[str, make.Rows] = {
        name: [title, header, [1, f"HS00{n}", "x", ANH, 8, 9, 10, 7]] for n, name in enumerate(["6A", "6B"])
    }
    readings = [reading.as_json() for reading in read_workbook(make.xlsx(book))]
    assert [(r["sheet"], r["class"], r["subject"]) for r in readings] == [("6A", "6A", "GDCD"), ("6B", "6B", "GDCD")]


def test_whole_school_in_one_sheet_with_a_header_for_each_class() -> None:
    header = ["STT", "Mã học sinh", "Họ và tên", "TX1", "GK", "CK"]
    other = ["STT", "Họ và tên", "Mã học sinh", "TX1", "TX2", "GK", "CK"]
    rows: make.Rows = [
        ["BẢNG ĐIỂM MÔN CÔNG NGHỆ HỌC KÌ II"],
        ["Lớp: 8A1"], header, [1, "2512345678", ANH, 8, 7, 6], ["Tổng cộng", None, "1 học sinh"], [],
        ["Lớp: 8A2"], other, [1, BINH, "2512345679", 5, 6, 7, 8], [None, "Tống Công Minh", "2512345680", 1, 2, 3, 4],
    ]  # fmt: skip
    reading = make.only(make.xlsx({"Toàn trường": rows})).as_json()
    assert (reading["class"], reading["subject"], reading["term"]) == (None, "CONG_NGHE", 2)
    entries = [(row["row"], row["class"], row["name"], row["regular"], row["final"]) for row in reading["rows"]]  # type: ignore[index,union-attr]
    assert entries == [
        (4, "8A1", ANH, ["8"], "6"),
        (9, "8A2", BINH, ["5", "6"], "8"),
        (10, "8A2", "Tống Công Minh", ["1", "2"], "4"),
    ]


def test_several_subjects_and_terms_in_one_sheet_give_a_reading_each() -> None:
    rows: make.Rows = [
        ["STT", "Họ và tên", "Toán", None, None, "Ngữ văn", None, None],
        [None, None, "TX1", "GK", "CK", "TX1", "GK", "CK"],
        [1, ANH, 1, 2, 3, 4, 5, 6],
    ]
    readings = read_workbook(make.xlsx({"8A1": rows}, merges=["A1:A2", "B1:B2", "C1:E1", "F1:H1"]))
    assert [(r.subject, r.rows[0].as_json()["final"]) for r in readings] == [("TOAN", "3"), ("NGU_VAN", "6")]
    terms: make.Rows = [
        ["STT", "Họ và tên", "Học kì I", None, "Học kì II", None],
        [None, None, "TX1", "CK", "TX1", "CK"], [1, ANH, 1, 2, 3, 4],
    ]  # fmt: skip
    readings = read_workbook(make.xlsx({"Toán": terms}, merges=["A1:A2", "B1:B2", "C1:D1", "E1:F1"]))
    assert [(r.term, r.rows[0].as_json()["regular"]) for r in readings] == [(1, ["1"]), (2, ["3"])]


@pytest.mark.parametrize("row", [1, 12, 29])
def test_header_is_found_anywhere_in_the_first_thirty_rows(row: int) -> None:
    rows: list[list[make.Value]] = [["x"] for _ in range(row)]
    rows += [["STT", "HỌ, TÊN", "Điểm kiểm tra thường xuyên"], [1, ANH, date(2026, 5, 8)]]
    reading = make.only(make.xlsx({"Toán": rows}))
    assert reading.rows[0].row == row + 2
    assert [p.as_json() for p in reading.problems] == [make.problem(f"C{row + 2}", "mark.ambiguous", "2026-05-08")]


def test_numbered_columns_empty_form_lines_and_footers_are_no_pupils() -> None:
    rows: make.Rows = [
        ["STT", "Mã HS", "Họ và tên", "Nữ", "Ngày sinh"], ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "HS1", ANH, "x", "2012"], [2, "HS2", BINH, None, "03/2012"], [3], [4],
        [5, "HS5", None, None, None],
        ["Danh sách này có 3 học sinh"], ["Hải Phòng, ngày 5 tháng 9 năm 2025"], [None, None, "Phạm Thị Thu Hà"],
    ]  # fmt: skip
    reading = make.only(make.xlsx({"8A1": rows}))
    rows_read = [(row.row, row.name, row.birth_date, row.as_json()["gender"]) for row in reading.rows]
    assert rows_read == [(3, ANH, "2012", "Nữ"), (4, BINH, "2012-03", "Nam"), (7, None, None, "Nam")]
    assert [p.as_json() for p in reading.problems] == [make.problem("C7", "name.missing")]


def test_duplicates_and_wrong_averages_are_reported_where_they_stand() -> None:
    header = ["STT", "Mã HS", "Họ tên", "Ngày sinh", "TX1", "GK", "CK", "ĐTB"]
    rows: make.Rows = [
        header, [1, "A1", ANH, "1/2/2012", 8, 8, 8, 8], [2, "A1", BINH, "1/3/2012", 8, 7, 6, 6.7142857],
        [3, None, "Lê An", "1/4/2012", 8, 8, 8, 7], [4, None, "LÊ AN", "01.04.2012", None, None, None, None],
        [5, "A5", ANH, "1/2/2012", 9, 9, 9, 9],
    ]  # fmt: skip
    assert [p.as_json() for p in make.only(make.xlsx({"Toán": rows})).problems] == [
        make.problem("B3", "id.duplicate", "A1", first_row="2"),
        make.problem("H4", "average.differs", "7", expected="8"),
        make.problem("C5", "row.duplicate", "LÊ AN", first_row="4"),
    ]


def test_summary_of_nothing_but_names_and_subjects() -> None:
    rows: make.Rows = [["Họ và tên", "Toán", "Văn"], [ANH, 8, "7,5"], [BINH, None, 0]]
    reading = make.only(make.xlsx({"8A1": rows})).as_json()
    assert reading["kind"] == "year_summary"
    assert [row["results"] for row in reading["rows"]] == [  # type: ignore[index,union-attr]
        {"TOAN": "8", "NGU_VAN": "7.5"},
        {"TOAN": None, "NGU_VAN": "0"},
    ]


def test_a_short_row_that_names_its_class_is_a_pupil() -> None:
    rows: make.Rows = [["Họ và tên", "Ngày sinh", "Lớp"], [ANH, "2012", "Lớp 8A1"], [BINH, "2012", "Lớp 8A1"]]
    reading = make.only(make.xlsx({"DS": rows}))
    assert (reading.school_class, [row.name for row in reading.rows]) == ("8A1", [ANH, BINH])


def test_the_only_average_names_the_term_and_weights_in_headers_are_ignored() -> None:
    header = ["STT", "Họ và tên", "TX 1", "Điểm GK (HS2)", "Điểm CK (hệ số 3)", "ĐTB HKI"]
    reading = make.only(make.xlsx({"Toán": [header, [1, ANH, 8, 7, 8, 7.7]]}))
    entry = {"regular": ["8"], "midterm": "7", "final": "8", "average": "7.7", "comment": None}
    assert reading.term == 1
    assert reading.rows[0].as_json() == make.pupil(2, None, ANH, None, **entry)


def test_two_row_header_of_a_csv_without_merged_cells() -> None:
    text = (
        "BẢNG ĐIỂM LỚP 8A1\nSTT,Mã HS,Họ và tên,,ĐĐGtx,,,ĐĐGgk,ĐĐGck\n,,,,TX1,TX2,TX3,,\n"
        "1,2512345678,Nguyễn Thị,Ánh,8,,9,7,8\n"
    )
    (row,) = make.only(text.encode(), filename="Toán.csv").rows
    entry = {"regular": ["8", None, "9"], "midterm": "7", "final": "8", "average": None, "comment": None}
    assert row.as_json() == make.pupil(4, "2512345678", ANH, None, **entry)


def test_summary_of_the_year_takes_the_columns_of_the_year() -> None:
    rows: make.Rows = [
        ["STT", "Họ tên", "Toán", None, None, "Rèn luyện", None, None, "Số buổi nghỉ", None],
        [None, None, "HKI", "HKII", "CN", "HK1", "HK2", "Cả năm", "P", "K"],
        [1, ANH, 7, 8, 7.7, "T", "K", "Đ", 1, 2],
    ]
    reading = make.only(make.xlsx({"8A1": rows}, merges=["A1:A2", "B1:B2", "C1:E1", "F1:H1", "I1:J1"]))
    summary = {"results": {"TOAN": "7.7"}, "conduct": "Đ", "level": None, "honour": None, "absences": 3}
    assert reading.rows[0].as_json() == make.pupil(3, None, ANH, None, **summary)
