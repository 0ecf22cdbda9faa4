"""Sentences for the problems of ``hocba.transcript``."""

from hocba.kernel.subjects import subject_name

_NOTHING_SIGNED = "Chưa có gì được kí."

MESSAGES: dict[str, str] = {
    "transcript.bad_identifier": "Mã học bạ «{value}» không đúng dạng (8–64 chữ cái, chữ số, dấu chấm hoặc gạch). " + _NOTHING_SIGNED,
    "transcript.bad_subject_code": "Mã môn «{value}» không đúng dạng. Hãy dùng mã môn trong danh mục.",
    "transcript.bad_version": "Phiên bản «{value}» không hợp lệ: phiên bản đầu tiên là 1.",
    "transcript.bad_salt": "Chuỗi ngẫu nhiên bảo vệ của học bạ phải dài đúng 16 byte. " + _NOTHING_SIGNED,
    "transcript.subject_twice": "Môn {value} xuất hiện hai lần trong học bạ. Hãy bỏ bớt một dòng; " + _NOTHING_SIGNED.lower(),
    "transcript.bad_value": "«{value}» không phải điểm (0–10, một chữ số thập phân) hay mức Đ, CĐ, M. Hãy kiểm tra lại sổ điểm.",
    "transcript.forbidden_character": "Có kí tự không nhìn thấy ({value}) tại {path}. Hãy gõ lại nội dung này; phần còn lại vẫn giữ nguyên.",
    "transcript.not_nfc": "Chữ có dấu tại {path} viết theo kiểu tổ hợp (NFD). Hãy chuẩn hoá sang Unicode dựng sẵn rồi làm lại.",
    "xml.too_large": "Tệp quá lớn ({size} byte; giới hạn {limit}). Học bạ số thường dưới 200 kB: hãy kiểm tra lại tệp.",
    "xml.not_transcript": "Tệp này không phải học bạ số dạng XML của hệ thống ({reason}). Tệp gốc không bị thay đổi.",
    "xml.not_well_formed": "Tệp XML bị hỏng hoặc bị cắt cụt {reason}. Hãy lấy lại tệp gốc từ nơi phát hành.",
    "xml.schema": "Tệp XML không đúng cấu trúc học bạ số: {reason}. Hãy lấy lại tệp gốc từ nơi phát hành.",
    "xml.not_canonical": "Tệp có phần dư hoặc đã bị viết lại so với bản phát hành, nên không được chấp nhận. Hãy lấy lại tệp gốc.",
    "record.not_json": "Tệp bản ghi không phải JSON hợp lệ. Hãy kiểm tra lại tệp; chưa có gì được tạo.",
    "record.unknown_key": "Mục «{path}» không có trong mẫu bản ghi học bạ. Hãy xoá hoặc sửa tên mục này.",
    "record.missing_key": "Bản ghi thiếu mục bắt buộc «{path}». Hãy bổ sung rồi làm lại.",
    "record.bad_value": "Giá trị «{value}» tại «{path}» không đúng kiểu. Hãy sửa rồi làm lại.",
    "form.unknown": "Chưa có mẫu in «{value}». Các mẫu hiện có: thcs-tt22-2021.",
    "lint.missing": "Thiếu thông tin bắt buộc: {field}. Hãy bổ sung trước khi kí.",
    "lint.signatory_missing": "Chưa có người kí cho {field}. Hãy phân công trước khi kí.",
    "lint.signatory_identity": "Chưa gắn danh tính chứng thư số cho {field}. Hãy khai báo chứng thư của người kí hoặc của trường.",
    "lint.subject_twice": "Môn {value} có {times} dòng. Mỗi môn chỉ được một dòng.",
    "lint.value_kind": "Môn {value}: kết quả không khớp hình thức đánh giá (môn nhận xét không có điểm số và ngược lại).",
    "lint.year_missing": "Môn {value} chưa có kết quả cả năm.",
    "lint.term_missing": "Môn {value} có kết quả cả năm nhưng thiếu học kì II.",
    "lint.term1_missing": "Môn {value} thiếu kết quả học kì I. Nếu học sinh chuyển đến giữa năm thì có thể bỏ qua.",
    "lint.untidy_name": "«{value}» có khoảng trắng thừa hoặc kí tự lạ. Nên viết lại cho gọn.",
    "lint.birth_date": "Ngày sinh «{value}» không phải là một ngày có thật.",
    "lint.unusual_age": "Ngày sinh {value} khác thường với học sinh lớp {grade} (thường sinh năm {usual}). Hãy đối chiếu giấy khai sinh.",
    "lint.remark_too_long": "Nhận xét tại {field} dài {length} kí tự; khi gửi lên cơ sở dữ liệu quốc gia chỉ giữ {limit}. Nên viết gọn lại.",
    "lint.undetermined": "Chưa xác định kết quả cuối năm của học sinh. Hãy hoàn tất đánh giá trước khi kí.",
    "lint.completion_grade": "Lớp {grade} không ghi hoàn thành chương trình cấp học. Hãy để trống mục này.",
    "lint.completion_missing": "Học sinh hoàn thành cấp học nhưng chưa có lời xác nhận hoàn thành chương trình. Hãy bổ sung.",
    "lint.decision_grade": "Kết quả «{value}» không dùng cho lớp {grade}. Hãy kiểm tra lại.",
    "lint.level_missing": "Chưa có mức đánh giá cả năm ({field}).",
    "lint.honour_without_levels": "Có danh hiệu nhưng rèn luyện và học tập cả năm chưa cùng ở mức Tốt. Hãy kiểm tra lại.",
    "lint.history_missing": "Quá trình học tập còn trống. Nên ghi đủ các năm đã học.",
    "lint.history_order": "Quá trình học tập có năm bị lặp hoặc sai thứ tự. Hãy sắp xếp lại.",
    "lint.history_year": "Quá trình học tập chưa có năm học {value}.",
    "lint.correction_subject": "Chỗ sửa thuộc môn {value} không có trong học bạ này.",
    "lint.correction_incomplete": "Chỗ sửa {field} thiếu người sửa, thời điểm hoặc lí do.",
    "lint.correction_empty": "Chỗ sửa {field} có nội dung cũ và mới giống nhau.",
    "lint.not_exact": "Bản ghi không giữ nguyên khi ghi ra XML rồi đọc lại. Hãy báo cho người quản trị; chưa có gì được kí.",
    "lint.issued_too_early": "Ngày phát hành {value} sớm hơn năm học. Hãy kiểm tra lại ngày.",
}  # fmt: skip

FIELDS: dict[str, str] = {
    "school.code": "mã trường",
    "school.name": "tên trường",
    "school.ward": "xã, phường của trường",
    "school.province": "tỉnh, thành phố của trường",
    "school.identity": "chứng thư số của trường",
    "class_name": "tên lớp",
    "place": "nơi lập học bạ",
    "student.code": "mã học sinh",
    "student.name": "họ và tên học sinh",
    "student.gender": "giới tính của học sinh",
    "student.birth_date": "ngày sinh của học sinh",
    "student.ethnicity": "dân tộc của học sinh",
    "subjects": "các môn học",
    "summary.remark": "nhận xét của giáo viên chủ nhiệm",
    "summary.absences": "số buổi nghỉ học",
    "summary.year.conduct": "rèn luyện cả năm",
    "summary.year.learning": "học tập cả năm",
    "homeroom": "giáo viên chủ nhiệm",
    "homeroom.identity": "giáo viên chủ nhiệm",
    "principal": "hiệu trưởng",
    "principal.identity": "hiệu trưởng",
}
"""How people call the places of a record that the checks point to."""

_SUBJECT_PARTS = {
    "teacher": "giáo viên",
    "teacher.identity": "giáo viên",
    "remark": "nhận xét",
    "term1": "học kì I",
    "term2": "học kì II",
    "year": "cả năm",
}


def field_name(path: str) -> str:
    """``giới tính của học sinh`` of ``student.gender``, ``giáo viên môn Toán`` of ``subjects.TOAN.teacher``."""
    head, _, rest = path.partition(".")
    code, _, part = rest.partition(".")
    if head == "subjects" and part in _SUBJECT_PARTS:
        return f"{_SUBJECT_PARTS[part]} môn {subject_name(code)}"
    return FIELDS.get(path, path)
