"""Sentences of the public verification page."""

NOT_REGISTERED = "sổ cấp của trang này không có số học bạ này; hãy hỏi nơi cấp"
DIFFERENT_FILE = "Trong sổ cấp, học bạ mang số này là một tệp khác với tệp vừa gửi. Hãy xin nhà trường tệp đã cấp."

MESSAGES: dict[str, str] = {
    "upload.missing": "Chưa có tệp nào. Hãy chọn tệp XML hoặc PDF mà nhà trường đã cấp.",
    "upload.too_large": "Tệp lớn hơn 10 MB nên không được đọc. Học bạ số thường chỉ vài trăm kB; hãy kiểm tra lại tệp.",
    "upload.too_often": "Máy này đã hỏi quá nhiều lần. Hãy chờ một phút rồi thử lại; không có gì bị mất.",
}
