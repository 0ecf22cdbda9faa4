"""Sentences for the problems of ``hocba.kernel``."""

MESSAGES: dict[str, str] = {
    "mark.not_a_number": "«{value}» không phải là điểm. Hãy nhập số từ 0 đến 10, ví dụ 7,5; điểm đã lưu trước đó vẫn giữ nguyên.",
    "mark.ambiguous": "«{value}» có thể là 8,5 viết thiếu dấu phẩy hoặc gõ nhầm. Hãy gõ lại cho rõ; chưa có gì được ghi.",
    "mark.out_of_range": "«{value}» nằm ngoài thang điểm 0–10. Hãy kiểm tra và nhập lại; điểm đã lưu trước đó vẫn giữ nguyên.",
    "mark.too_precise": "«{value}» có nhiều hơn một chữ số thập phân. Hãy làm tròn đến một chữ số rồi nhập lại.",
    "school_year.invalid": "«{value}» không phải là năm học. Hãy viết dạng 2025-2026.",
    "personal_id.invalid": "Số định danh cá nhân phải có đúng 12 chữ số. Hãy kiểm tra lại; chưa có gì được ghi.",
}
