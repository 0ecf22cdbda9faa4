"""Words for what the regulations conclude, and sentences for what a year still lacks."""

from hocba.kernel.codes import Decision, Honour, Level

LEVELS: dict[Level, str] = {
    Level.GOOD: "Tốt",
    Level.FAIR: "Khá",
    Level.PASS: "Đạt",
    Level.FAIL: "Chưa đạt",
}

DECISIONS: dict[Decision, str] = {
    Decision.PROMOTED: "Được lên lớp",
    Decision.COMPLETED: "Hoàn thành chương trình",
    Decision.REASSESS: "Đánh giá lại trong hè",
    Decision.SUMMER_CONDUCT: "Rèn luyện trong hè",
    Decision.RETAINED: "Không được lên lớp",
    Decision.UNDETERMINED: "Chưa đủ dữ liệu",
}

HONOURS: dict[Honour, str] = {
    Honour.EXCELLENT: "Học sinh Xuất sắc",
    Honour.GOOD: "Học sinh Giỏi",
}

SHORT_SUBJECTS: dict[str, str] = {
    "TOAN": "Toán",
    "NGU_VAN": "Văn",
    "NGOAI_NGU_1": "NN1",
    "GDCD": "GDCD",
    "LS_DL": "LS&ĐL",
    "KHTN": "KHTN",
    "CONG_NGHE": "CN",
    "TIN_HOC": "Tin",
    "GDTC": "GDTC",
    "NGHE_THUAT": "NT",
    "HDTN_HN": "HĐTN",
    "GDDP": "GDĐP",
    "NGOAI_NGU_2": "NN2",
    "TIENG_DTTS": "TDT",
}
"""Headings of narrow columns; the full name stands beside each for whoever asks."""

PERIODS: dict[str, str] = {"terms.0": "Học kì 1", "terms.1": "Học kì 2", "year": "Cả năm"}

MESSAGES: dict[str, str] = {
    "missing.mark": "Môn {subject}, học kì {term} còn thiếu: {columns}.",
    "missing.remark": "Môn {subject} chưa có nhận xét.",
    "missing.homeroom": "Sổ chủ nhiệm còn thiếu: {columns}.",
}
