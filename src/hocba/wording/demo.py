"""Sentences for the codes of the demonstration."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "demo.out_not_a_directory": "«{value}» đã có và không phải là thư mục nên chưa ghi gì. Hãy chọn thư mục khác.",
    "demo.out_not_empty": "Thư mục «{value}» đã có tệp khác nên chưa ghi gì. Hãy chọn một thư mục mới hoặc thư mục trống.",
    "demo.foreign_file": "Tệp «{value}» không do lần chạy này tạo ra, hoặc đã bị sửa, nên được giữ nguyên. "
    "Hãy chuyển tệp đi nơi khác rồi chạy lại.",
    "demo.running": "Phường trình diễn đang chạy từ một cửa sổ khác với cùng thư mục dữ liệu. "
    "Hãy dùng cửa sổ đó, hoặc dừng nó bằng Ctrl-C rồi chạy lại.",
    "demo.port_taken": "Cổng {value} đang có chương trình khác dùng. Hãy chọn cổng khác: hocba demo --port 8100",
    "demo.owner_missing": "Cần thêm DATABASE_OWNER_URL: kết nối của vai sở hữu bảng (hocba_owner) để nạp dữ liệu trình diễn.",
    "demo.foreign_database": "Cơ sở dữ liệu này đã có trường không phải trình diễn nên chưa nạp gì. "
    "Hãy chỉ DATABASE_URL đến một cơ sở dữ liệu trống, hoặc đặt HOCBA_DATA sang thư mục khác.",
    "demo.fallen": "Trang trình diễn không chạy được hoặc đã dừng giữa chừng; dữ liệu còn nguyên. Chi tiết ở {value}",
}
