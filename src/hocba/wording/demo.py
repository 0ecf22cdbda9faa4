"""Sentences for the codes of the demonstration."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "demo.out_not_a_directory": "«{value}» đã có và không phải là thư mục nên chưa ghi gì. Hãy chọn thư mục khác.",
    "demo.out_not_empty": "Thư mục «{value}» đã có tệp khác nên chưa ghi gì. Hãy chọn một thư mục mới hoặc thư mục trống.",
    "demo.foreign_file": "Tệp «{value}» không do lần chạy này tạo ra, hoặc đã bị sửa, nên được giữ nguyên. "
    "Hãy chuyển tệp đi nơi khác rồi chạy lại.",
}
