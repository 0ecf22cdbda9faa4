"""Sentences for drafting, signing in batches, issuing and recalling."""

MESSAGES: dict[str, str] = {
    "issuance.no_form": "Chưa có mẫu học bạ số cho khối lớp này, nên lớp này chưa lập học bạ được.",
    "issuance.no_seal": "Nhà trường chưa khai mã số thuế, nên chưa biết con dấu số nào là của trường. Hãy báo văn thư.",
    "issuance.no_principal": "Nhà trường chưa có Hiệu trưởng trong danh sách nhân sự. Hãy bổ sung rồi lập lại.",
    "issuance.no_homeroom": "Lớp chưa có giáo viên chủ nhiệm. Hãy phân công rồi lập lại.",
    "issuance.no_teacher": "Môn {value} chưa có giáo viên chịu trách nhiệm kí. Hãy phân công rồi lập lại.",
    "issuance.no_identity": "Chưa có số định danh của {value}, nên chưa biết chứng thư số nào là của thầy cô ấy. Hãy báo văn thư.",
    "issuance.nothing_to_draft": "Chưa có học bạ nào lập được: mọi học sinh đã có học bạ hoặc còn thiếu dữ liệu. Chưa có gì thay đổi.",
    "issuance.nothing_to_sign": "Hiện không có học bạ nào đến lượt thầy cô kí ở đây. Chưa có gì thay đổi.",
    "issuance.changed": "Danh sách đã thay đổi từ lúc thầy cô mở trang; chưa có gì được kí. Hãy xem lại bảng dưới đây rồi kí.",
    "issuance.reason_missing": "Hãy ghi lí do; chưa có gì thay đổi.",
    "issuance.nothing_open": "Lớp này không có bản thảo nào đang mở.",
    "issuance.signed_already": "Đã có {value} chữ kí trên các học bạ này; chỉ Hiệu trưởng được huỷ. Chưa có gì thay đổi.",
    "issuance.not_issued": "Học bạ này không còn ở trạng thái đã cấp, nên không thu hồi được nữa.",
    "issuance.not_open": "Bản thảo này đã được huỷ hoặc đã cấp; không kí nữa.",
    "issuance.not_verified": "Tự kiểm tra trước khi cấp không đạt ({value}); học bạ chưa được cấp. Hãy báo người quản trị.",
    "keys.away": "Chưa liên lạc được nơi giữ khoá; chữ kí đã có được giữ nguyên, phần còn lại vẫn chờ. Hãy thử lại sau ít phút.",
    "certificate.none": "Chưa có chứng thư số nào được đăng kí cho việc kí này.",
    "certificate.other_person": "Chứng thư số đang đăng kí là của {value}, không phải của người đang kí. Hãy báo văn thư.",
    "certificate.expires_soon": "Chứng thư số của {value} sẽ hết hạn ngày {time}. Thầy cô vẫn kí được; hãy xin gia hạn sớm.",
}
