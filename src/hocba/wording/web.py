"""Words of the site's own problems."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "blob.missing": "Không tìm thấy tệp trong kho lưu. Sổ cấp học bạ vẫn còn nguyên; hãy báo người quản trị khôi phục tệp từ bản sao lưu.",
    "blob.altered": "Tệp trong kho lưu không còn giống lúc được cất nên hệ thống không đưa ra dùng. Hãy báo người quản trị khôi phục tệp từ bản sao lưu.",
    "student.code_taken": "Mã học sinh «{value}» đã có ở một học sinh khác của trường. Chưa có gì được ghi; hãy xem lại mã.",
    "student.identity_taken": "Số định danh này đã có ở một học sinh khác của trường. Chưa có gì được ghi; hãy xem lại số, hoặc tìm học sinh đã có.",
    "enrolment.same_class": "Học sinh đang học chính lớp này. Chưa có gì thay đổi.",
    "enrolment.before_joining": "Ngày chuyển sớm hơn ngày vào lớp đang học ({joined}). Hãy chọn ngày khác.",
    "enrolment.none": "Học sinh không đang học lớp nào của năm học này. Chưa có gì thay đổi.",
    "assignment.already": "Giáo viên này đã được phân công dạy môn này ở lớp này.",
    "assignment.not_staff": "Người được chọn không phải giáo viên đang làm việc ở trường. Chưa có gì thay đổi.",
}
