"""Sentences for what a gradebook refuses."""

MESSAGES: dict[str, str] = {
    "choice.unknown": "«{value}» không có trong các giá trị của cột này ({choices}). Giá trị đã lưu trước đó vẫn giữ nguyên.",
    "sessions.invalid": "«{value}» không phải là số buổi nghỉ. Hãy nhập số nguyên từ 0 đến {most}; giá trị đã lưu trước đó vẫn giữ nguyên.",
    "text.too_long": "Nhận xét dài {value} kí tự, nhiều nhất là {most}. Hãy viết gọn lại; nhận xét đã lưu trước đó vẫn giữ nguyên.",
    "cell.unknown": "Ô này không còn trong sổ (học sinh có thể đã chuyển lớp). Hãy tải lại trang; các ô khác đã được lưu.",
    "cell.exempt": "Học sinh được miễn môn này trong học kì nên không ghi điểm. Nếu không còn miễn, hãy báo ban giám hiệu.",
    "entry.locked": "Sổ điểm đã khoá lúc {at} ({by}): {value}. Chưa có gì được ghi; điểm vừa gõ vẫn còn trên màn hình. "
    "Muốn sửa, hãy đề nghị hiệu trưởng mở khoá.",
    "entry.not_locked": "Sổ điểm của lớp {value} đang mở, không có khoá nào để gỡ.",
    "exemption.has_marks": "Học sinh đã có điểm ở học kì này nên chưa thể ghi miễn. Hãy xoá các điểm đó trước, rồi ghi miễn.",
    "batch.malformed": "Trang đang mở không gửi đúng dạng dữ liệu nên chưa có gì được ghi. Hãy tải lại trang rồi thử lại.",
    "batch.too_large": "Lần lưu này có {value} ô, nhiều nhất là {most} ô. Chưa có gì được ghi; hãy dán từng phần.",
    "batch.key_reused": "Lần lưu này trùng mã với một lần lưu khác nên chưa có gì được ghi. Hãy tải lại trang rồi thử lại.",
}
