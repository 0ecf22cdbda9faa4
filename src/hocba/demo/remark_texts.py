"""The words of the remarks: about the pupil's own progress, never about a place in the class.

By subject, four bands from the surest to the one who needs most help; two wordings each.
"""

from __future__ import annotations

from typing import Final

Band = tuple[str, str]

SUBJECT: Final[dict[str, tuple[Band, Band, Band, Band]]] = {
    "NGU_VAN": (
        (
            "Cảm thụ văn học tinh tế, diễn đạt mạch lạc, bài viết giàu hình ảnh.",
            "Đọc hiểu sâu, lập luận chặt chẽ, biết nêu suy nghĩ riêng trong bài viết.",
        ),
        (
            "Nắm chắc kiến thức đọc hiểu, bài viết đúng hướng và đủ ý.",
            "Trình bày rõ ràng, biết chọn dẫn chứng phù hợp; nên đọc thêm sách để vốn từ phong phú hơn.",
        ),
        (
            "Hiểu nội dung chính của văn bản; cần luyện cách triển khai ý và dùng dấu câu.",
            "Có cố gắng trong các bài viết; cần lập dàn ý trước khi viết để bài mạch lạc hơn.",
        ),
        (
            "Chịu khó chép bài và tham gia nhóm; cần được hỗ trợ thêm về đọc hiểu và viết đoạn văn.",
            "Có tiến bộ khi được hướng dẫn riêng; cần luyện chính tả và tập viết câu đủ thành phần.",
        ),
    ),
    "TOAN": (
        (
            "Tư duy logic tốt, trình bày lời giải chặt chẽ, vận dụng linh hoạt vào bài toán thực tế.",
            "Nắm vững kiến thức, tính toán chính xác, thích tìm nhiều cách giải cho một bài toán.",
        ),
        (
            "Hiểu bài, làm tốt các dạng bài cơ bản; nên luyện thêm bài hình học có nhiều bước.",
            "Tính toán khá chắc, trình bày rõ; cần cẩn thận hơn ở bước đặt điều kiện và kết luận.",
        ),
        (
            "Nắm được kiến thức cơ bản; cần luyện kĩ năng biến đổi biểu thức và vẽ hình.",
            "Có cố gắng làm bài tập về nhà; cần đọc kĩ đề và trình bày đủ các bước.",
        ),
        (
            "Có ý thức hỏi bài khi chưa hiểu; cần ôn lại các phép tính cơ bản và làm bài đều mỗi ngày.",
            "Làm được bài khi có ví dụ mẫu; cần được kèm thêm về phân số, phương trình và hình học cơ bản.",
        ),
    ),
    "NGOAI_NGU_1": (
        (
            "Nghe và nói tự tin, phát âm rõ, vốn từ phong phú.",
            "Sử dụng ngữ pháp linh hoạt, viết đoạn văn tốt, tích cực trong hoạt động giao tiếp.",
        ),
        (
            "Nắm được từ vựng và cấu trúc trọng tâm; nên luyện nói thêm để phản xạ nhanh hơn.",
            "Đọc hiểu tốt, làm bài cẩn thận; cần luyện nghe thường xuyên.",
        ),
        (
            "Hiểu các mẫu câu quen thuộc; cần học từ vựng theo chủ đề và luyện phát âm.",
            "Có cố gắng trong giờ luyện nói; cần ôn lại các thì cơ bản và cách viết câu.",
        ),
        (
            "Mạnh dạn hơn khi làm việc theo cặp; cần học từ vựng mỗi ngày với lượng vừa sức.",
            "Nhận biết được từ đã học; cần được hỗ trợ thêm về ngữ pháp cơ bản và kĩ năng nghe.",
        ),
    ),
    "GDCD": (
        (
            "Hiểu sâu bài học, liên hệ tốt với đời sống, biết bảo vệ ý kiến đúng.",
            "Xử lí tình huống hợp lí, có trách nhiệm trong các dự án học tập.",
        ),
        (
            "Nắm được nội dung bài, biết nhận xét hành vi trong các tình huống thực tế.",
            "Tích cực thảo luận; nên nêu thêm ví dụ từ cuộc sống quanh mình.",
        ),
        (
            "Hiểu các chuẩn mực cơ bản; cần mạnh dạn trình bày ý kiến của mình.",
            "Hoàn thành nhiệm vụ được giao; cần liên hệ bài học với việc làm hằng ngày.",
        ),
        (
            "Lễ phép, biết lắng nghe; cần ghi nhớ nội dung chính và tham gia thảo luận nhiều hơn.",
            "Có thái độ học tập đúng mực; cần được nhắc ôn bài trước giờ kiểm tra.",
        ),
    ),
    "LS_DL": (
        (
            "Ghi nhớ có hệ thống, phân tích tốt bản đồ và tư liệu, say mê tìm hiểu lịch sử địa phương.",
            "Trình bày sự kiện và hiện tượng địa lí rõ ràng, biết giải thích nguyên nhân.",
        ),
        (
            "Nắm được các mốc chính, đọc lược đồ khá tốt; nên lập sơ đồ để nhớ lâu hơn.",
            "Hiểu bài, biết khai thác bảng số liệu; cần viết câu trả lời đầy đủ hơn.",
        ),
        (
            "Nhớ được kiến thức cơ bản; cần luyện kĩ năng đọc bản đồ và nhận xét biểu đồ.",
            "Có chuẩn bị bài; cần phân biệt rõ nguyên nhân, diễn biến và kết quả của sự kiện.",
        ),
        (
            "Thích nghe kể chuyện lịch sử; cần ôn bài theo câu hỏi gợi ý và tập đọc lược đồ.",
            "Hoàn thành phần việc trong nhóm; cần được hướng dẫn cách ghi nhớ kiến thức chính.",
        ),
    ),
    "KHTN": (
        (
            "Tìm tòi, ham hiểu biết, thực hành thí nghiệm an toàn và giải thích hiện tượng chính xác.",
            "Vận dụng tốt kiến thức vào bài tập và đời sống, biết thiết kế phương án kiểm tra giả thuyết.",
        ),
        (
            "Hiểu bài, thao tác thực hành cẩn thận; nên luyện thêm bài tập tính toán.",
            "Nắm được khái niệm trọng tâm, biết ghi chép kết quả thí nghiệm khoa học.",
        ),
        (
            "Nhận biết được hiện tượng; cần luyện cách giải thích và đổi đơn vị đo.",
            "Tham gia thực hành tích cực; cần học kĩ công thức và kí hiệu hoá học.",
        ),
        (
            "Hứng thú với giờ thực hành; cần ôn lại khái niệm cơ bản sau mỗi chủ đề.",
            "Có cố gắng ghi bài; cần được hỗ trợ khi làm bài tập có nhiều bước.",
        ),
    ),
    "CONG_NGHE": (
        (
            "Khéo tay, sản phẩm thực hành đẹp và đúng quy trình, có ý tưởng sáng tạo.",
            "Đọc bản vẽ và lập quy trình tốt, biết giúp bạn trong giờ thực hành.",
        ),
        (
            "Nắm được quy trình, hoàn thành sản phẩm đúng hạn; nên chú ý hơn đến chi tiết.",
            "Hiểu bài, thực hành an toàn, biết tiết kiệm vật liệu.",
        ),
        (
            "Hoàn thành sản phẩm cơ bản; cần đọc kĩ hướng dẫn trước khi làm.",
            "Có ý thức trong giờ thực hành; cần ôn kiến thức về vật liệu và dụng cụ.",
        ),
        (
            "Thích làm việc với dụng cụ; cần được nhắc các bước và quy tắc an toàn.",
            "Tham gia cùng nhóm; cần cố gắng hoàn thiện sản phẩm của mình.",
        ),
    ),
    "TIN_HOC": (
        (
            "Sử dụng phần mềm thành thạo, tư duy thuật toán tốt, có trách nhiệm trên môi trường số.",
            "Biết tự tìm hiểu công cụ mới, sản phẩm số trình bày đẹp và khoa học.",
        ),
        (
            "Thực hành khá tốt, nắm được thao tác chính; nên luyện thêm phần thuật toán.",
            "Hiểu bài, biết tìm kiếm và chọn lọc thông tin phù hợp.",
        ),
        (
            "Làm được các thao tác cơ bản; cần luyện gõ văn bản và sắp xếp tệp.",
            "Có cố gắng trong giờ thực hành; cần ghi nhớ các bước của thuật toán đơn giản.",
        ),
        (
            "Hào hứng khi thực hành; cần thêm thời gian luyện các thao tác cơ bản trên máy tính.",
            "Biết nhờ bạn hỗ trợ; cần ôn kiến thức lí thuyết sau mỗi bài.",
        ),
    ),
    "GDTC": (
        (
            "Thể lực tốt, thực hiện động tác đúng kĩ thuật, tinh thần đồng đội cao.",
            "Tích cực luyện tập, nhiệt tình trong các hoạt động thể thao của lớp.",
        ),
        (
            "Thực hiện được các động tác cơ bản, tập luyện chuyên cần.",
            "Có ý thức rèn luyện, biết hợp tác trong trò chơi vận động.",
        ),
        (
            "Hoàn thành nội dung luyện tập; cần rèn thêm sức bền.",
            "Tham gia đầy đủ; cần khởi động kĩ và kiên trì hơn.",
        ),
        ("Có cố gắng theo sức của mình; cần tập đều hơn.", "Cần mạnh dạn tham gia luyện tập, nâng dần thể lực."),
    ),
    "NGHE_THUAT": (
        (
            "Cảm nhận âm nhạc tốt, hát đúng giai điệu; tranh vẽ giàu màu sắc và ý tưởng.",
            "Tự tin biểu diễn, sản phẩm mĩ thuật sáng tạo, biết nhận xét bài của bạn một cách thân thiện.",
        ),
        (
            "Hát đúng nhịp, vẽ đúng chủ đề, tham gia tích cực các hoạt động.",
            "Biết phối hợp màu sắc, chuyên cần trong giờ âm nhạc.",
        ),
        (
            "Hoàn thành bài thực hành; nên mạnh dạn thể hiện ý tưởng riêng.",
            "Thuộc bài hát đã học; cần chú ý hơn về cao độ và bố cục tranh.",
        ),
        ("Có hứng thú với môn học; cần hoàn thành đủ sản phẩm.", "Cần chuẩn bị đồ dùng và luyện tập thêm ở nhà."),
    ),
    "HDTN_HN": (
        (
            "Chủ động tổ chức hoạt động, biết lắng nghe và gắn kết các bạn, hiểu rõ sở trường của mình.",
            "Tham gia nhiệt tình hoạt động vì cộng đồng, biết lập kế hoạch cho bản thân.",
        ),
        (
            "Tham gia đầy đủ, hoàn thành nhiệm vụ của nhóm, biết chia sẻ cảm xúc.",
            "Hợp tác tốt, bước đầu tìm hiểu các nghề ở địa phương.",
        ),
        (
            "Tham gia các hoạt động chung; cần mạnh dạn nêu ý kiến hơn.",
            "Hoàn thành việc được giao; cần chủ động hơn khi làm việc nhóm.",
        ),
        (
            "Biết giúp đỡ bạn; cần tham gia đầy đủ các hoạt động của lớp.",
            "Cần tự tin hơn trong hoạt động tập thể, thầy cô và các bạn luôn sẵn sàng hỗ trợ.",
        ),
    ),
    "GDDP": (
        (
            "Hiểu biết tốt về lịch sử, lễ hội và biển đảo quê hương, bài giới thiệu sinh động.",
            "Tích cực sưu tầm tư liệu địa phương, có ý thức giữ gìn di sản.",
        ),
        (
            "Nắm được các chủ đề về địa phương, tham gia tốt buổi trải nghiệm.",
            "Biết giới thiệu một nét đẹp của quê hương, ghi chép cẩn thận.",
        ),
        (
            "Hoàn thành sản phẩm của nhóm; nên tìm hiểu thêm từ người thân.",
            "Tham gia đầy đủ; cần trình bày rõ hơn kết quả tìm hiểu.",
        ),
        ("Quan tâm đến quê hương; cần hoàn thành đủ bài thu hoạch.", "Cần chuẩn bị bài trước mỗi buổi trải nghiệm."),
    ),
}

RISING: Final = ("Học kì II tiến bộ rõ.", "Có nhiều cố gắng trong học kì II.")
FALLING: Final = ("Cần giữ nhịp học đều hơn.", "Mong em dành thêm thời gian tự học.")

CONDUCT: Final[dict[str, Band]] = {
    "T": (
        "Ngoan ngoãn, lễ phép, trung thực, có trách nhiệm với công việc chung.",
        "Chăm chỉ, hoà đồng, sẵn lòng giúp đỡ bạn bè, chấp hành tốt nội quy.",
    ),
    "K": (
        "Lễ phép, hoà nhã với bạn bè, có ý thức thực hiện nội quy.",
        "Biết quan tâm tập thể, có tinh thần xây dựng lớp; đôi lúc cần được nhắc về nền nếp.",
    ),
    "Đ": (
        "Biết nhận lỗi và sửa lỗi, có cố gắng thực hiện nền nếp của lớp.",
        "Có tiến bộ về ý thức; cần chủ động hơn trong việc thực hiện nội quy.",
    ),
    "CĐ": (
        "Tình cảm, biết nghe lời khuyên; cần cùng gia đình và thầy cô rèn luyện nền nếp trong hè.",
        "Có mong muốn thay đổi; cần được gia đình và nhà trường đồng hành để rèn luyện thêm.",
    ),
}

LEARNING: Final[tuple[Band, Band, Band, Band]] = (
    (
        "Tự giác, có phương pháp học tập tốt, tiếp thu nhanh ở nhiều môn.",
        "Say mê học tập, biết tự đặt mục tiêu và kiên trì thực hiện.",
    ),
    (
        "Có ý thức học tập, nắm chắc kiến thức các môn, tích cực phát biểu.",
        "Chăm chỉ, hoàn thành tốt nhiệm vụ học tập, có tiến bộ đều trong năm.",
    ),
    (
        "Có cố gắng, nắm được kiến thức cơ bản; cần rèn thói quen tự học.",
        "Chịu khó; cần mạnh dạn hỏi thầy cô khi chưa hiểu bài.",
    ),
    (
        "Đã cố gắng vượt khó; cần được hỗ trợ thêm để nắm vững kiến thức cơ bản.",
        "Có tiến bộ từng bước; cần ôn tập đều với sự giúp đỡ của thầy cô và gia đình.",
    ),
)

ABSENT_OFTEN: Final = "Nghỉ học nhiều vì lí do sức khoẻ, cần được giúp bù kiến thức."
WISHES: Final = (
    "Chúc em tiếp tục phát huy.",
    "Thầy cô tin em sẽ tự tin hơn trong năm học tới.",
    "Cần duy trì thói quen đọc sách và rèn luyện sức khoẻ.",
    "",
    "",
)
