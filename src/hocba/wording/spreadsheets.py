"""Sentences for what is found in spreadsheets."""

from __future__ import annotations

from hocba.kernel.problems import Problem
from hocba.wording import api

MESSAGES: dict[str, str] = {
    "file.unreadable": "Không đọc được tệp này như một bảng tính; chưa có gì được ghi.",
    "file.too_large": "Tệp vượt quá giới hạn đọc ({limit}); chưa có gì được ghi. Hãy tách thành các tệp nhỏ hơn rồi thử lại.",
    "header.not_found": "Không tìm thấy dòng tiêu đề cột có «Họ và tên», nên trang tính này chưa được đọc. "
    "Hãy kiểm tra tên các cột hoặc dùng tệp mẫu.",
    "name.missing": "Dòng này có dữ liệu nhưng thiếu họ và tên. Hãy bổ sung tên học sinh rồi đọc lại.",
    "date.invalid": "«{value}» không phải là ngày sinh. Hãy viết dạng 05/03/2012; các dữ liệu khác của dòng vẫn được giữ.",
    "id.duplicate": "«{value}» đã có ở dòng {first_row}. Mỗi học sinh chỉ có một mã; hãy kiểm tra và sửa một trong hai dòng.",
    "id.ruined": "«{value}» đã bị bảng tính rút gọn nên mất chữ số. Hãy đổi cột sang dạng văn bản và nhập lại mã.",
    "row.duplicate": "Dòng của «{value}» trùng với dòng {first_row}. Hãy bỏ bớt một dòng nếu là cùng một học sinh.",
    "average.differs": "Điểm trung bình trong tệp là {value}, tính lại từ các điểm thành phần được {expected}. "
    "Hãy kiểm tra các điểm; hệ thống luôn dùng kết quả tính lại.",
    "level.unknown": "«{value}» không phải là một mức đánh giá ở cột này. Hãy nhập lại, ví dụ Đ hoặc CĐ; các ô khác vẫn được giữ.",
    "gender.unknown": "«{value}» không phải là giới tính. Hãy ghi Nam hoặc Nữ.",
    "count.invalid": "«{value}» không phải là số buổi. Hãy nhập một số nguyên, ví dụ 3.",
}

REASONS: dict[str, str] = {
    "empty": "Tệp rỗng.",
    "encrypted": "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại.",
    "damaged": "Tệp bị hỏng hoặc chưa tải xong; hãy mở bằng Excel, lưu lại rồi thử lần nữa.",
    "encoding": "Tệp lẫn nhiều bảng mã; hãy lưu lại dạng UTF-8 hoặc .xlsx.",
    "entities": "Tệp có khai báo lạ mà bảng tính không bao giờ cần.",
    "not_a_spreadsheet": "Nội dung không phải bảng tính, dù tên tệp có thể ghi khác.",
    "no_file": "Không mở được tệp ở đường dẫn đã cho.",
    "bytes": "Tệp quá nặng.",
    "unpacked": "Nội dung sau khi giải nén quá lớn.",
    "parts": "Tệp nén có quá nhiều phần.",
    "sheets": "Có quá nhiều trang tính.",
    "rows": "Một trang tính có quá nhiều dòng.",
    "columns": "Một trang tính có quá nhiều cột.",
    "cells": "Có quá nhiều ô có dữ liệu.",
    "memory": "Tệp đòi hỏi quá nhiều bộ nhớ.",
    "seconds": "Tệp mất quá nhiều thời gian để mở.",
}

KINDS: dict[str, str] = {
    "gradebook": "sổ điểm",
    "class_list": "danh sách lớp",
    "year_summary": "bảng tổng hợp kết quả",
    "primary_subject": "đánh giá môn học tiểu học",
    "primary_competency": "đánh giá phẩm chất, năng lực tiểu học",
    "unknown": "không có học sinh",
}


def told(problem: Problem) -> str:
    """The sentence, with the reason behind it where a file is refused for one."""
    reason = REASONS.get(problem.params.get("reason", ""), "")
    return f"{api.sentence(problem)} {reason}".rstrip()
