"""Dấu hai chấm sau “như sau”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “…, cụ thể như sau.” at the end of its line; or no mark at all
AS_FOLLOWS = Pattern(r"như sau(?P<mark>[.;,]?)[ *]*(?=\n)", needs="như sau")
DECIDES = "QUYẾT ĐỊNH"
BULLETS = ("- ", "+ ", "• ")


class LeadInColon(Rule):
    """Câu dẫn vào một danh mục kết thúc bằng dấu hai chấm: “cụ thể như sau:”.

    Chỉ nhắc khi “như sau” đứng cuối dòng và dòng sau là một mục, một điểm hay một gạch đầu dòng.
    """

    severity = Severity.STYLE
    tier = "thông lệ"
    source = "Quy tắc dấu câu tiếng Việt: dấu hai chấm báo trước phần liệt kê; các mẫu của Nghị định 30/2020/NĐ-CP, Phụ lục III viết “như sau:”"
    good = (
        "Ủy ban nhân dân xã ban hành Kế hoạch, cụ thể như sau:\n\n1. Mục đích\n\nNâng cao chất lượng phong trào.\n",
        "Kết quả của năm 2025 như sau.\nCác thôn đều hoàn thành chỉ tiêu trồng cây.\n",
        "Việc chấm điểm làm như sau, mỗi thôn tự chấm trước:\n- Tự chấm trong tháng 11.\n",
        "Lịch họp của các tổ như sau.\n",
    )
    bad = (
        "Ủy ban nhân dân xã ban hành Kế hoạch, cụ thể như sau[[.→:]]\n\n1. Mục đích\n\nNâng cao chất lượng phong trào.\n",
        "Ủy ban nhân dân xã ban hành Kế hoạch, cụ thể như sau[[→:]]\n\n1. Mục đích\n\nNâng cao chất lượng phong trào.\n",
        "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nTheo đề nghị của Trưởng phòng.\n\nQUYẾT ĐỊNH[[→:]]\n\nĐiều 1. Ban hành Kế hoạch.\n",
        "Các thôn đăng ký thi đua như sau[[;→:]]\n- Thôn Thượng trồng 400 cây xanh;\n- Thôn Hạ sửa 2 km đường.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        items = {marker.line.span.start for marker in doc.markers}
        for match in AS_FOLLOWS.finditer(doc.text):
            below = doc.lines[doc.line_at(match.start()) + 1 :]
            following = next((line for line in below if line.bare), None)
            if following and (following.span.start in items or following.bare.startswith(BULLETS)):
                yield self.finding(match.span("mark"), "Câu dẫn vào một danh mục kết thúc bằng dấu hai chấm.", ":")
        yield from self._decides(doc)

    def _decides(self, doc: Document) -> Iterator[Finding]:
        """“QUYẾT ĐỊNH:” above the first article of a decision."""
        lines = [line for line in doc.body_lines if line.bare] if doc.kind == "Quyết định" else []
        for line, below in pairwise(lines):
            if line.bare == DECIDES and below.bare.startswith("Điều 1"):
                end = line.within().end
                yield self.finding((end, end), "Trên Điều 1 ghi “QUYẾT ĐỊNH:”, có dấu hai chấm.", ":")
