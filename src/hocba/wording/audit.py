"""Words of the actions in the trail."""

from __future__ import annotations

from typing import Final

ACTIONS: Final[dict[str, str]] = {
    "batch.confirmed": "xác nhận lượt kí",
    "class.homeroom_changed": "đổi giáo viên chủ nhiệm",
    "exemption.granted": "cho miễn môn",
    "gradebook.locked": "khoá sổ điểm",
    "gradebook.saved": "ghi sổ điểm",
    "gradebook.unlocked": "mở khoá sổ điểm",
    "import.brought": "đưa tệp Excel vào xem trước",
    "import.undone": "hoàn tác lần nhập từ Excel",
    "import.written": "ghi dữ liệu từ Excel",
    "result.ruled": "quyết định cách hiểu quy định",
    "student.added": "thêm học sinh",
    "student.corrected": "sửa thông tin học sinh",
    "student.enrolled": "xếp lớp",
    "student.enrolment_undone": "huỷ xếp lớp",
    "student.left_class": "cho rời lớp",
    "student.private_corrected": "sửa thông tin riêng tư",
    "student.private_seen": "xem thông tin riêng tư",
    "teaching.assigned": "phân công giảng dạy",
    "transcript.issued": "cấp học bạ",
    "transcript.recalled": "thu hồi học bạ",
    "transcript.signed": "kí học bạ",
    "transcripts.discarded": "bỏ bản nháp học bạ",
    "transcripts.drafted": "lập học bạ để kí",
}


def action_words(action: str) -> str:
    """What was done; an unknown action is shown as it is rather than hidden."""
    return ACTIONS.get(action, action)
