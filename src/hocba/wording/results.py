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

PERIODS: dict[str, str] = {"terms.0": "Học kì I", "terms.1": "Học kì II", "year": "Cả năm"}

MESSAGES: dict[str, str] = {
    "missing.mark": "Môn {subject}, học kì {term} còn thiếu: {columns}.",
    "missing.remark": "Môn {subject} chưa có nhận xét.",
    "ruling.open": "Quy định có hai cách hiểu đối với em này; hiệu trưởng hoặc phó hiệu trưởng cần quyết định trước khi lập học bạ.",
    "ruling.other_reading": (
        "Đã quyết định theo cách hiểu khác với câu chữ. Phần mềm chỉ tính theo câu chữ của thông tư nên học bạ của em này"
        " được giữ lại; quyết định đã được lưu. Nếu muốn lập học bạ, hãy ghi quyết định mới giữ cách hiểu theo câu chữ."
    ),
    "ruling.no_reason": "Quyết định chưa có lí do. Chưa có gì được ghi; hãy ghi lí do.",
    "ruling.unknown_reading": "Không có cách hiểu «{value}». Chưa có gì được ghi; hãy chọn lại.",
    "missing.homeroom": "Sổ chủ nhiệm còn thiếu: {columns}.",
}
