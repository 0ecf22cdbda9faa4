"""The pattern page: every component with sample data, in development and demonstration only. All names are invented."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.forms import BooleanField, CharField, ChoiceField, DateField, Form, RadioSelect, Textarea
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PUPILS = ("Nguyễn Thị Ánh", "Trần Văn Bình", "Đặng Minh Châu", "Lê Hoàng Diệu", "Phạm Gia Hưng", "Vũ Khánh Linh")


class SampleForm(Form):
    """One field of each kind; bound with faults so that the error states show."""

    reason = CharField(label="Lí do sửa", help_text="Ghi ngắn gọn; lí do nằm trong nhật kí.", widget=Textarea)
    day = DateField(label="Ngày họp hội đồng", help_text="Ví dụ: 20/05/2026")
    scope = ChoiceField(label="Phạm vi", choices=[("1", "Một học sinh"), ("2", "Cả lớp")], widget=RadioSelect)
    read = BooleanField(label="Tôi đã đọc bản sẽ kí")


def sample_grid() -> dict[str, object]:
    """A class sheet of six pupils: four regular marks, midterm, final, a locked cell, a derived average."""
    columns = [{"code": f"tx{n}", "label": f"TX{n}", "long": f"Đánh giá thường xuyên {n}"} for n in range(1, 5)]
    columns += [
        {"code": "gk", "label": "GK", "long": "Đánh giá giữa kì"},
        {"code": "ck", "label": "CK", "long": "Đánh giá cuối kì"},
        {"code": "nx", "label": "Nhận xét", "kind": "text"},
    ]
    return {
        "title": "Toán 8A1, học kì I",
        "save_url": "luu/",
        "queue": "mau",
        "progress": "28/36 điểm",
        "columns": columns,
        "derived": [{"label": "ĐTB", "long": "Điểm trung bình môn học kì"}],
        "rows": [_sample_row(number, name) for number, name in enumerate(PUPILS, start=1)],
    }


def _sample_row(number: int, name: str) -> dict[str, object]:
    marks = ["8", "7,5", "9" if number % 2 else "", "10", "7" if number != 2 else "0", "8,5", "Chăm học"]
    cells = [{"value": mark, "version": 1, "locked": number == 6 and place < 2} for place, mark in enumerate(marks)]
    return {
        "id": f"r{number}",
        "code": f"25000000{number:02}",
        "name": name,
        "cells": cells,
        "derived": [{"code": "average", "value": "8,1"}],
    }


def sample_context() -> dict[str, object]:
    """Everything that the pattern page shows."""
    page = Paginator(range(230), 25).page(3)
    return {
        "where": {"place": "Trường THCS Vạn Hương", "role": "Giáo viên chủ nhiệm 8A1", "school_year": "2025-2026"},
        "nav": [
            {"label": "Việc của tôi", "url": "#", "current": True},
            {"label": "Sổ điểm", "url": "#"},
            {"label": "Kí học bạ", "url": "#"},
        ],
        "breadcrumbs": [{"label": "Việc của tôi", "url": "#"}, {"label": "Mẫu giao diện", "url": ""}],
        "deadline": {"label": "Kí xong học bạ", "date": "30/5/2026", "left": "còn 12 ngày", "state": "soon"},
        "late": {"label": "Nhập xong điểm", "date": "19/5/2026", "left": "quá 3 ngày", "state": "late"},
        "done": {"label": "Kí xong lớp 9", "date": "20/5/2026", "left": "đã xong", "state": "done"},
        "demo": True,
        "steps": SAMPLE_STEPS,
        "items": SAMPLE_ITEMS,
        "form": SampleForm({"day": "31/2/2026", "scope": "1"}),
        "answers": SAMPLE_ANSWERS,
        "valid": VALID,
        "invalid": INVALID,
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number),
        "tabs": [
            {"label": "Học kì I", "url": "#", "current": True},
            {"label": "Học kì II", "url": "#"},
            {"label": "Cả năm", "url": "#"},
        ],
        "chart": SAMPLE_CHART,
        "grid": sample_grid(),
        "pupils": PUPILS,
    }


SAMPLE_STEPS = [
    {"name": "Giáo viên môn", "more": "12/12 đã kí", "state": "done", "url": "#"},
    {"name": "Chủ nhiệm", "more": "đang kí 31/45", "state": "now"},
    {"name": "Hiệu trưởng", "more": "sau chủ nhiệm", "state": "ahead"},
    {"name": "Dấu nhà trường", "more": "văn thư", "state": "ahead"},
]

SAMPLE_ITEMS = [
    {"label": PUPILS[0], "more": "Giỏi · 12 chữ kí", "state": "done", "status": "đã kí", "url": "#"},
    {"label": PUPILS[1], "more": "chờ giáo viên Tin học", "state": "waiting", "status": "đang chờ", "url": "#"},
    {"label": PUPILS[2], "more": "thiếu điểm cuối kì môn Toán", "state": "problem", "status": "cần sửa", "url": "#"},
    {"label": PUPILS[3], "more": "bản 1", "state": "seal", "status": "đã đóng dấu"},
    {"label": PUPILS[4], "state": "locked", "status": "đã khoá"},
]

SAMPLE_ANSWERS = [
    {"label": "Lớp", "value": "8A1, 45 học sinh"},
    {"label": "Kí với tư cách", "value": "Giáo viên chủ nhiệm", "change_url": "#"},
    {"label": "Chứng thư số", "value": "Phạm Thu Hà, hết hạn 31/12/2026", "change_url": "#"},
]

VALID = {
    "kind": "valid",
    "word": "Hợp lệ",
    "lead": "Học bạ của Nguyễn Thị Ánh, lớp 8, năm học 2025-2026.",
    "questions": [
        {"question": "Còn nguyên vẹn?", "answer": "Còn nguyên", "detail": "16 chữ kí khớp", "state": "valid"},
        {"question": "Còn hiệu lực?", "answer": "Chưa kiểm tra được", "detail": "không có mạng", "state": "waiting"},
        {"question": "Ai cấp?", "answer": "Trường THCS Vạn Hương", "detail": "dấu số ngày 28/5/2026", "state": "valid"},
    ],
}

INVALID = {
    "kind": "invalid",
    "word": "Đã bị sửa",
    "lead": "Nội dung tệp không còn là nội dung đã được kí.",
    "reasons": ["Chữ kí của giáo viên môn Toán không khớp với điểm trong tệp.", "Các chữ kí còn lại khớp."],
}

SAMPLE_CHART = {
    "title": "Tiến độ kí theo lớp",
    "unit": "học bạ",
    "rows": [
        {"label": "8A1", "value": 45, "total": 45, "state": "done"},
        {"label": "8A2", "value": 31, "total": 44, "state": "waiting"},
        {"label": "9A1", "value": 12, "total": 43, "state": "problem", "note": "quá hạn"},
    ],
}


def patterns(request: HttpRequest) -> HttpResponse:
    """Reads nothing and writes nothing; its address exists in development and demonstration only."""
    return render(request, "patterns/page.html", sample_context())
