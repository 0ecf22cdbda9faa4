"""Sentences for signing, issuing and verifying."""

from __future__ import annotations

from hocba.kernel.subjects import subject_name

WORDS: dict[str, str] = {
    "valid": "HỢP LỆ",
    "valid-legacy": "HỢP LỆ (ĐỊNH DẠNG CŨ)",
    "valid-unknown-issuer": "NGUYÊN VẸN, CHƯA RÕ NƠI CẤP",
    "superseded": "ĐÃ CÓ BẢN THAY THẾ",
    "revoked": "KHÔNG CÒN HIỆU LỰC",
    "altered": "ĐÃ BỊ THAY ĐỔI HOẶC GIẢ MẠO",
    "unreadable": "KHÔNG ĐỌC ĐƯỢC",
}
"""The one large word for each verdict."""

_SLOTS = {
    "GVCN": "Giáo viên chủ nhiệm",
    "CBQL": "Cán bộ quản lí",
    "KY_PHAT_HANH": "Con dấu nhà trường",
}


def slot_label(slot: str) -> str:
    """``GVBM:TOAN`` → «Giáo viên môn Toán»."""
    kind, _, subject = slot.partition(":")
    return f"Giáo viên môn {subject_name(subject)}" if kind == "GVBM" else _SLOTS.get(slot, slot)


MESSAGES: dict[str, str] = {
    # the file
    "file.not_opened": "Không mở được tệp: {value}.",
    "document.unknown": "Tệp này không phải học bạ số của hocba. Hãy chọn tệp XML hoặc PDF mà nhà trường đã cấp.",
    "verify.failed": "Không đọc được tệp (lỗi {value}); vì vậy không thể coi là hợp lệ. Hãy xin nhà trường tệp khác.",
    "xml.malformed": "Tệp XML bị cụt hoặc hỏng. Hãy tải lại tệp từ nơi cấp.",
    "xml.markup_forbidden": "Tệp XML có phần chú thích, khai báo hoặc chỉ dẫn mà học bạ số không được phép có.",
    "xml.attributes": "Tệp XML có phần tử mang nhiều thuộc tính hơn mức mà học bạ số có.",
    "xml.id_missing": "Thiếu phần dữ liệu «{value}» mà chữ kí phải bao trùm.",
    "xml.id_duplicate": "Có hai phần dữ liệu cùng mang tên «{value}»; không thể biết chữ kí thuộc về phần nào.",
    "xml.id_spelling": "Tệp XML dùng tên định danh khác quy cách.",
    "xml.misplaced": "Phần dữ liệu «{value}» không đứng đúng chỗ của nó.",
    "pdf.structure": "Tệp PDF bị cụt, hỏng, hoặc không do hocba lập ({value}). Hãy tải lại tệp từ nơi cấp.",
    "pdf.too_large": "Tệp PDF quá lớn nên không được đọc.",
    "pdf.already_sealed": "Tệp PDF đã có con dấu; không đóng dấu lần nữa.",
    "pdf.byte_range": "Con dấu không bao trùm trọn tệp PDF: đã có phần bị thêm vào hoặc bớt đi sau khi đóng dấu.",
    "pdf.changed": "Nội dung tệp PDF khác với nội dung đã đóng dấu.",
    "pdf.revisions": "Tệp PDF đã bị sửa thêm sau khi nhà trường lập.",
    "seal.missing": "Tệp PDF không có con dấu của nhà trường.",
    "seal.form": "Con dấu trên tệp PDF không đúng quy cách.",
    "seal.too_large": "Con dấu không vừa chỗ đã dành; tệp chưa được đóng dấu. Hãy báo người quản trị.",
    "attachment.missing": "Tệp PDF không kèm dữ liệu học bạ XML.",
    "attachment.form": "Dữ liệu XML kèm trong tệp PDF không đúng quy cách.",
    "attachment.other": "Tệp XML kèm trong PDF («{value}») không phải của học bạ này.",
    # signatures
    "signature.missing": "Còn thiếu chữ kí.",
    "signature.stray": "Có chữ kí đứng ngoài các ô quy định.",
    "slot.count": "Tệp có {value} ô chữ kí giáo viên môn học; học bạ số phải có từ 1 đến 40 ô.",
    "slot.content": "Ô chữ kí chứa nội dung khác ngoài một chữ kí.",
    "signature.digest": "Nội dung «{value}» khác với nội dung đã kí.",
    "signature.value": "Giá trị chữ kí không khớp với chứng thư số và nội dung.",
    "signature.form": "Chữ kí không đúng quy cách.",
    "signature.algorithm": "Chữ kí dùng thuật toán không được chấp nhận ({value}).",
    "signature.transforms": "Chữ kí dùng phép biến đổi không được phép, có thể che giấu nội dung.",
    "signature.references": "Chữ kí không bao trùm đúng phần nội dung mà nó phải bao trùm ({value}).",
    "signature.certificate": "Chữ kí không kèm chứng thư số.",
    "cms.form": "Chữ kí trong con dấu hoặc dấu thời gian không đúng quy cách.",
    "cms.signature": "Giá trị chữ kí trong con dấu hoặc dấu thời gian không khớp.",
    "cms.certificate": "Chứng thư số kèm theo không phải chứng thư số đã kí.",
    "timestamp.form": "Dấu thời gian không đọc được.",
    "timestamp.mismatch": "Dấu thời gian không thuộc về chữ kí này.",
    "timestamp.usage": "Dấu thời gian không do một đơn vị cấp dấu thời gian lập.",
    "timestamp.untrusted": "Chứng thư số của nơi cấp dấu thời gian không còn hiệu lực ({value}).",
    "timestamp.missing": "Con dấu không kèm dấu thời gian, nên thời điểm kí chỉ là lời khai của người kí.",
    # signers
    "signer.kind": "Sai loại chứng thư số: ô con dấu cần chứng thư số của tổ chức, các ô khác cần của cá nhân.",
    "signer.wrong": "Người kí không phải người có trách nhiệm kí ô này theo học bạ.",
    "certificate.expired": "Chứng thư số của {value} đã hết hạn ({time}).",
    "certificate.not_yet_valid": "Chứng thư số của {value} chưa có hiệu lực lúc kí (có hiệu lực từ {time}).",
    "certificate.revoked": "Chứng thư số của {value} đã bị thu hồi ({time}).",
    "certificate.usage": "Chứng thư số này không được dùng để kí văn bản.",
    "key.unsupported": "Loại khoá «{value}» không được chấp nhận: cần RSA từ 2048 bit hoặc ECDSA P-256.",
    "issuer.other_name": "Con dấu mang tên «{value}», học bạ lại ghi nơi cấp là «{school}»: chưa thể coi là trường này cấp.",
    "issuer.unknown": "Chưa biết nơi cấp chứng thư số «{value}». Hãy chỉ rõ nơi tin cậy bằng --trust.",
    "issuer.demonstration": "Học bạ TRÌNH DIỄN: kí bằng khoá trình diễn, không có giá trị pháp lí.",
    "issuer.demonstration_mismatch": "Khoá trình diễn và học bạ thật bị dùng lẫn với nhau; chữ kí không được chấp nhận.",
    "revocation.unknown": "Không có danh sách thu hồi để kiểm tra chứng thư số của {value}.",
    "revocation.stale": "Danh sách thu hồi dùng để kiểm tra {value} đã cũ (đến {time}).",
    "time.future": "Thời điểm kí ({value}) nằm trong tương lai.",
    "time.contradicts_stamp": "Thời điểm kí tự khai ({value}) muộn hơn dấu thời gian.",
    "time.order": "Thứ tự thời gian kí không đúng: có người kí trước nội dung mà mình xác nhận.",
    # the ceremony
    "slot.filled": "Ô này đã có chữ kí; chữ kí cũ được giữ nguyên.",
    "slot.order": "Chưa đến lượt kí ô này: các chữ kí bước trước chưa đủ.",
    "slot.unknown": "Học bạ không có ô kí này.",
    "document.changed": "Nội dung đã thay đổi sau khi chuẩn bị kí; chữ kí không được ghi vào. Hãy chuẩn bị kí lại.",
    "issue.incomplete": "Học bạ chưa đủ chữ kí nên chưa lập được bản PDF.",
    "demo_pki.missing": "Chưa có bộ khoá trình diễn trong thư mục này.",
    "demo_box.not_demonstration": "Hộp khoá trình diễn chỉ chạy khi được yêu cầu rõ ràng là trình diễn.",
    "demo_box.unreachable": "Không liên lạc được hộp khoá trình diễn; chưa chữ kí nào được tạo. Hãy thử lại.",
    "demo_box.refused": "Hộp khoá trình diễn từ chối yêu cầu này.",
    "demo_box.weak_token": "Mã truy cập hộp khoá trình diễn quá ngắn: cần ít nhất 32 kí tự.",
    "key.unreadable": "Không mở được khoá «{value}»: sai mật khẩu hoặc tệp hỏng.",
    "credential.unknown": "Không có khoá «{value}».",
    "ticket.unknown": "Yêu cầu kí này không còn; hãy gửi lại.",
    "hash.invalid": "Giá trị băm phải đúng 32 byte.",
    "trust.missing": "Không có thư mục tin cậy đã chỉ ra.",
    "trust.unreadable": "Không đọc được tệp «{value}» trong thư mục tin cậy.",
}
