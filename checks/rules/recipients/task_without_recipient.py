"""Cơ quan được giao việc phải nhận được văn bản."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.tasks import OWN_HOUSE, covered, tasks
from checks.finding import Finding, Severity
from checks.rule import Rule

HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nI. NỘI DUNG\n\nThi đua lao động.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
END = "\n\nNơi nhận:\n- Thường trực Tỉnh ủy (b/c);\n- Chủ tịch, các Phó Chủ tịch UBND tỉnh;\n{more}- Lưu: VT, TH.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"
ENOUGH = 3
"""A shorter list, or one whose lines a web page dropped, says too little to judge by."""


class TaskWithoutRecipient(Rule):
    """Cơ quan, địa phương được giao việc ở phần tổ chức thực hiện có tên trong nơi nhận.

    Tên chung (“các sở, ban, ngành”, “UBND các xã, phường”, “như Điều 3”, “các cơ quan, đơn vị”) được tính cho mọi cơ quan
    thuộc nhóm đó, trừ khi chính câu giao việc kể nhóm ấy riêng (“các cơ quan, đơn vị, UBND các xã”); chữ viết tắt (“Ủy ban MTTQ”,
    “Sở GDĐT”) được nhận ra. Phòng của chính cơ quan, đoàn thể, quân sự, trạm y tế, trường học cùng cấp, thôn, bản, cụm, khối thi đua
    thì chỉ gợi ý, vì có thể nhận văn bản trực tiếp. Chiều ngược lại không xét: nơi nhận còn để báo cáo,
    để biết, để kiểm tra, nên có trong nơi nhận mà không được giao việc là thường. Đã đếm lại riêng những nơi nhận ghi đích danh:
    93 tên trong 116 văn bản không có trong nội dung; 60 tên đã đọc đều là cấp trên, báo đài hoặc tên viết tắt, không chỗ nào sai.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 9 điểm a (nơi nhận để thực hiện)"
    apart = (HEAD + "1. Giao Sở Tài chính cân đối.\n\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n",)
    good = (
        HEAD
        + "1. Các chi bộ xây dựng kế hoạch.\n\n2. Các LĐLĐ huyện, công đoàn ngành phát động."
        + END.format(more="- Các tổ chức cơ sở đảng;\n- Công đoàn ngành;\n"),
        "SỞ TÀI CHÍNH\n\nSố: 05/KH-STC\n\nSơn Khê, ngày 12 tháng 01 năm 2026\n\n"
        + HEAD
        + "1. Giao Sở Tài chính cân đối."
        + END.format(more="- Sở Nội vụ;\n"),
        HEAD
        + "1. Giao Sở Nội vụ hướng dẫn.\n\n2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp."
        + END.format(more="- Các sở, ban, ngành;\n- UBMTTQ tỉnh;\n"),
        HEAD
        + "1. Phòng Kinh tế theo dõi.\n\n2. Phòng Văn hóa - Xã hội tổng hợp.\n\n3. Hội Nông dân vận động."
        + END.format(more="- Các đoàn thể;\n- Phòng Kinh tế;\n").replace("VT, TH", "VT, VHXH"),
        HEAD
        + "1. Trưởng các thôn họp dân.\n\n2. Các khối thi đua ký giao ước.\n\n3. Các trường học đăng ký."
        + END.format(more="- Các thôn, khối trưởng;\n- Trường THCS;\n"),
        HEAD + "1. Giao Sở Giáo dục và Đào tạo hướng dẫn." + END.format(more="- Sở GDĐT;\n"),
        HEAD + "1. Đề nghị Công đoàn phối hợp." + END.format(more="- Như kính gửi;\n"),
        HEAD + "1. Ủy ban nhân dân các xã, phường tổ chức." + END.format(more="- Các cơ quan, đơn vị thuộc tỉnh;\n"),
    )
    bad = (
        HEAD
        + "1. [[Các Xí nghiệp]] Cấp nước đăng ký thi đua.\n\n2. Các chi nhánh báo cáo."
        + END.format(more="- Các chi nhánh;\n"),
        HEAD
        + "1. Sở Tài chính theo dõi các chỉ tiêu; [[Công an tỉnh]] chủ trì phong trào bảo vệ an ninh Tổ quốc."
        + END.format(more="- Sở Tài chính;\n- Sở Nội vụ;\n"),
        HEAD
        + "1. Sở Nội vụ, Sở Tài chính và [[Công an tỉnh]] theo dõi các chỉ tiêu, phối hợp với Sở Y tế."
        + END.format(more="- Sở Tài chính;\n- Sở Nội vụ;\n"),
        HEAD
        + "1. Thủ trưởng các sở, ban, ngành, Chủ tịch [[Ủy ban nhân dân các xã]], phường phát động.\n\n2. [[Các cụm, khối thi đua]] ký giao ước."
        + END.format(more="- Các sở, ban, ngành;\n- Các tổ chức chính trị - xã hội;\n"),
        HEAD
        + "1. Các cơ quan, đơn vị, [[UBND các xã]], thị trấn xây dựng kế hoạch."
        + END.format(more="- Các cơ quan, đơn vị;\n"),
        HEAD
        + "1. [[Ban quản lý các bản]] họp dân.\n\n2. [[Các trường học]] đăng ký."
        + END.format(more="- Phòng Nông nghiệp và Phát triển nông thôn;\n"),
        HEAD
        + "1. Các phòng, [[Công an các xã]], phường phát động.\n\n2. [[Các cơ sở Đoàn]] đăng ký.\n\n3. [[Tổ trưởng chuyên môn]] họp tổ.\n\n"
        "4. [[Ban Xây dựng Đảng]] theo dõi.\n\n5. [[Hội Nông dân các xã]], phường vận động.\n\n6. [[Tổ trưởng tổ dân phố]] họp dân."
        + END.format(more="- Các phòng;\n- Các đồng chí Ủy viên BCH Đảng bộ;\n"),
        HEAD + "1. [[UBND các huyện]], thành phố tổ chức." + END.format(more="- Sở Nội vụ;\n"),
        HEAD
        + "1. Ban Xây dựng Đảng Đảng ủy tham mưu.\n\n2. [[Ủy ban Kiểm tra Đảng ủy]] kiểm tra, giám sát."
        + END.format(more="- Ban Xây dựng Đảng, Văn phòng Đảng ủy;\n"),
        HEAD
        + "1. [[Các chi bộ]], đảng bộ cơ sở xây dựng kế hoạch.\n\n2. [[Các LĐLĐ]] huyện, thành phố phát động."
        + END.format(more="- Tổng LĐLĐ Việt Nam (b/c);\n"),
        HEAD
        + "1. [[Phòng Văn hóa - Xã hội]] tổng hợp.\n\n2. [[Hội Nông dân]] vận động.\n\n3. [[Ban Chỉ huy quân sự]] xã phối hợp."
        + END.format(more="- Phòng Kinh tế;\n"),
        HEAD
        + "1. Giao [[Sở Tài chính]] cân đối kinh phí.\n\n2. Giao Sở Tài chính kiểm tra."
        + END.format(more="- Sở Nội vụ;\n"),
        HEAD
        + "1. [[Ủy ban nhân dân các xã]], phường tổ chức.\n\n2. Sở Nội vụ hướng dẫn."
        + END.format(more="- Sở Nội vụ;\n"),
        HEAD
        + "1. Đề nghị [[Ủy ban Mặt trận Tổ quốc]] Việt Nam tỉnh phối hợp."
        + END.format(more="- Các sở, ban, ngành;\n"),
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside is None and len(doc.recipients) < ENOUGH:
            return "nơi nhận quá ngắn hoặc không đọc được"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        listed = " ; ".join(doc.recipients).lower().replace("uỷ", "ủy")
        said: set[str] = set()
        for task in tasks(doc):
            own = task.body.lower() in doc.issuer.lower()
            if own or task.body in said or covered(task, listed):
                continue
            said.add(task.body)
            severity = Severity.STYLE if task.kind in OWN_HOUSE else Severity.WARNING
            message = f"{task.body} được giao việc nhưng không có trong nơi nhận."
            yield self.finding(task.span, message, severity=severity)
