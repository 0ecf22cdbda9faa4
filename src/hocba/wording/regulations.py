"""Sentences for the problems of ``hocba.regulations`` and of the command that applies it."""

_KEPT = "Các phần khác của bản ghi vẫn được tính."

MESSAGES: dict[str, str] = {
    # the line
    "json.not_utf8": "Dòng này không phải văn bản UTF-8 (sai từ byte thứ {position}). Hãy lưu tệp dạng UTF-8 rồi chạy lại.",
    "json.invalid": "Dòng này không phải JSON hợp lệ. Hãy kiểm tra dấu ngoặc, dấu phẩy và các số, rồi chạy lại.",
    "json.duplicate_key": "Khoá «{value}» xuất hiện hai lần nên không biết giá trị nào đúng. Hãy bỏ một chỗ.",
    "json.too_deep": "Dữ liệu lồng nhau quá sâu. Mỗi dòng chỉ là một học sinh, theo mẫu trong tài liệu.",
    "evaluate.line_too_long": "Dòng này dài hơn {most} byte nên không được đọc. Mỗi dòng chỉ là một học sinh.",
    "evaluate.not_an_object": "Dòng này không phải là một bản ghi học sinh {{…}}. Hãy xem mẫu trong tài liệu.",
    "evaluate.field_missing": "Thiếu trường «{path}». Hãy bổ sung rồi chạy lại.",
    "evaluate.field_type": "Trường «{path}» có kiểu dữ liệu không đúng. Hãy xem mẫu trong tài liệu. " + _KEPT,
    "evaluate.field_unknown": "Không có trường nào tên «{path}»; có thể viết nhầm tên. " + _KEPT,
    "evaluate.stage_unknown": "«{value}» không phải là cấp học. Hãy dùng primary, lower_secondary hoặc upper_secondary.",
    "evaluate.integer": "«{path}» phải là số nguyên trong khoảng hợp lí; giá trị này không được dùng. " + _KEPT,
    "evaluate.two_terms": "«{path}» phải là danh sách có nhiều nhất hai phần tử, mỗi học kì một phần tử. " + _KEPT,
    "evaluate.subject_shape": "«{path}» không phải là một môn học có mã. " + _KEPT,
    "evaluate.term_shape": "«{path}» phải gồm regular, midterm và final, hoặc là «M» nếu được miễn. " + _KEPT,
    "evaluate.not_a_string": 'Giá trị «{value}» tại «{path}» phải viết trong dấu nháy, ví dụ "7.5". ' + _KEPT,
    "evaluate.level_unknown": "«{value}» không phải là mức T, K, Đ hoặc CĐ. " + _KEPT,
    # the law does not know it
    "grade.not_in_stage": "Lớp {value} không thuộc cấp học này. Hãy kiểm tra lại lớp và cấp học.",
    "ruleset.not_found": "Chưa có bộ quy định nào áp dụng cho lớp {value} năm học {school_year}; chưa tính gì.",
    "ruleset.year_not_known": "Năm học {value} chưa có quy định được xác nhận (mới đến {last}); chưa tính gì.",
    "curriculum.not_found": "Chưa có chương trình môn học của lớp {value}.",
    # subjects and their assessments
    "subject.unknown": "Lớp này không có môn học mang mã «{value}»; môn này không được tính. " + _KEPT,
    "subject.duplicate": "Môn «{value}» xuất hiện hai lần nên không biết bên nào đúng; hãy bỏ một chỗ. " + _KEPT,
    "subject.missing": "Thiếu môn học bắt buộc «{value}»; khi chưa có môn này thì chưa xếp được mức. " + _KEPT,
    "subject.kind_differs": "Môn học tại «{path}» không được đánh giá theo hình thức «{value}»; đã dùng hình thức của chương trình.",
    "subject.exempt_with_marks": "Tại «{path}» vừa ghi miễn (M) vừa có kết quả; hãy giữ một trong hai. " + _KEPT,
    "comment.unknown": "«{value}» không phải là Đ hoặc CĐ. Môn này chỉ đánh giá bằng nhận xét. " + _KEPT,
    "regular.too_many": "Có {value} lần đánh giá thường xuyên, quy định là {needed}; môn này chưa được tính. " + _KEPT,
    "regular.too_few": "Mới có {value} lần đánh giá thường xuyên, quy định là {needed}; môn này chưa được tính. "
    + _KEPT,
    # summer
    "summer.reassessment_not_due": "Môn «{value}» không thuộc diện đánh giá lại; kết quả này không được dùng.",
    "summer.conduct_not_due": "Học sinh không thuộc diện rèn luyện trong kì nghỉ hè; kết quả này không được dùng.",
    # two readings of the law: the principal decides, on record
    "interpretation.one_subject_comment": (
        "Đã điều chỉnh lên mức {applied} vì chỉ môn {subject} chưa đạt. Có cách hiểu cho rằng khoản 3 Điều 9 không áp dụng"
        " cho môn đánh giá bằng nhận xét (khi đó là mức {other}); hiệu trưởng cần quyết định."
    ),
    "interpretation.one_subject_left_out": (
        "Đã điều chỉnh lên mức {applied} vì chỉ môn {subject} thấp. Nếu xét các môn còn lại mà không tính môn này thì"
        " không đủ điều kiện điều chỉnh (khi đó là mức {other}); hiệu trưởng cần quyết định."
    ),
    "interpretation.electives": (
        "Đã tính cả môn tự chọn nên được mức {applied}; nếu không tính môn tự chọn thì là mức {other}. Thông tư không nói"
        " rõ; hiệu trưởng cần quyết định."
    ),
    "interpretation.too_few_subjects": (
        "Chỉ có {scored} môn tính điểm, ít hơn {needed} môn mà Điều 9 cần đến, nên chưa xếp mức; hiệu trưởng cần quyết định."
    ),
    "interpretation.exempt_one_term": (
        "Môn học được miễn ở một học kì; thông tư không nói cách tính cả năm, nên để trống; hiệu trưởng cần quyết định."
    ),
    "interpretation.both_failed": (
        "Cả rèn luyện và học tập đều Chưa đạt: đã theo cách hiểu rèn luyện hè trước rồi mới đánh giá lại. Cách hiểu khác là"
        " ở lại lớp ngay; hiệu trưởng cần quyết định."
    ),
}
