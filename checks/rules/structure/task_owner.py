"""Việc được giao mà không ghi ai làm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.rule import Rule

# “4. Chuẩn bị các điều kiện tổ chức lễ phát động …”: what is to be done comes first
DOES = re.compile(
    r"(?:Phát động|Chuẩn bị|Bố trí|Tổ chức|Xây dựng|Hướng dẫn|Theo dõi|Tham mưu|Tuyên truyền|Đôn đốc|Kiểm tra|Tổng hợp|Đăng ký|Triển khai|Rà soát|"
    r"Thẩm định|Quán triệt|Phổ biến|Chủ trì|Cân đối|Vận động|Lập|Gửi|Cung cấp)(?= [^\W\d_])"
)
WHO = re.compile(
    r"(?:Giao |Đề nghị |Yêu cầu )?(?:Các |Giám đốc |Thủ trưởng |Người đứng đầu |Trưởng |Chủ tịch |Lãnh đạo )?(?:các )?"
    r"(?:Phòng|Ban|Tổ|Sở|Văn phòng|Công an|Đoàn|Hội|Ủy ban|UBND|Trạm|Trường|Trung tâm|Khoa|Công đoàn|Giáo viên|Bộ phận|Đội|Xí nghiệp|"
    r"Mặt trận|Liên đoàn|Hiệu trưởng|Bí thư|Chi |Cụm|Khối|Kế toán|Đảng ủy|Thường trực|Chánh|Bệnh viện|Báo|Đài|Ngân hàng|Kho bạc|Thuế|Lực lượng|"
    r"Thủ trưởng|Chỉ huy|Công ty|cơ quan|đơn vị|thôn|phòng|sở|khoa|tổ|xã|trường|cụm|khối|cấp|ban|khu|chi |đội)"
)
FEWEST = 3
"""So many items begin with who is to act for the one that does not to be a slip; where two do not, it is the way of the text."""
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\nThi đua.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
ITEMS = (
    "1. Phòng Kỹ thuật theo dõi chỉ tiêu.\n\n2. Phòng Tài chính bố trí kinh phí.\n\n3. Các đội ký giao ước thi đua.\n\n"
)


class TaskOwner(Rule):
    """Mỗi việc ở phần tổ chức thực hiện ghi rõ ai làm.

    Chỉ báo khi các mục khác đều mở đầu bằng tên cơ quan, đơn vị, người làm, còn một mục mở đầu bằng việc phải làm: tên người làm thường rơi mất khi cắt
    dán. Văn bản giao việc theo lối khác (mục nào cũng mở đầu bằng việc) không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    apart = ("KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\nThi đua.\n",)
    good = (
        HEAD + ITEMS + "4. Văn phòng chuẩn bị lễ phát động.\n",
        HEAD + ITEMS + "4. Chuẩn bị lễ phát động.\n\n5. Tuyên truyền phong trào.\n",
        HEAD + "1. Chuẩn bị lễ phát động.\n\n2. Phòng Tài chính bố trí kinh phí.\n",
        HEAD + ITEMS + "4. Trong quá trình thực hiện, nếu có vướng mắc thì báo cáo Văn phòng.\n",
        HEAD + "Các thôn thực hiện.\n",
    )
    bad = (
        HEAD + ITEMS + "4. [[Chuẩn bị]] các điều kiện tổ chức lễ phát động.\n",
        HEAD
        + "1. [[Phát động]] phong trào đến từng hộ.\n\n"
        + ITEMS.replace("3.", "4.").replace("2.", "3.").replace("1.", "2."),
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (
            None if doc.section("implementation") else "văn bản không có phần tổ chức thực hiện"
        )

    def check(self, doc: Document) -> Iterator[Finding]:
        part = doc.section("implementation")
        below = [m for m in doc.markers if part and part.body.start <= m.span.start < part.span.end]
        top = min((m.depth for m in below), default=0)
        items = [m for m in below if m.depth == top]
        named = sum(WHO.match(doc.text, m.text_at) is not None for m in items)
        ownerless = [match for m in items if (match := DOES.match(doc.text, m.text_at))]
        if named >= FEWEST and len(ownerless) == 1 and named >= len(items) - 2:
            yield self.finding(
                Span(*ownerless[0].span()), "Mục này chưa ghi ai làm; các mục khác đều mở đầu bằng tên người làm."
            )
