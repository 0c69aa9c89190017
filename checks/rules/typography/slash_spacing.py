"""Dấu cách quanh dấu gạch chéo."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_address, in_table, word_after, word_before

# “điện lưới/ điện mặt trời”, “điện lưới /điện mặt trời”; “điện lưới / điện mặt trời” is even
RIGHT = Pattern(r"/ +(?=[^\W\d_])", needs="/ ")
LEFT = Pattern(r" /(?=[^\W\d_])", needs=" /")


class SlashSpacing(Rule):
    """Dấu gạch chéo viết liền với hai bên: “máy tính/học sinh”.

    Số, ký hiệu văn bản có phép kiểm riêng; chữ đánh điểm “a/ ” không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = (
        "đạt 01 máy tính/học sinh.\n",
        "a/ Về kinh tế\n\nb/ Về xã hội\n",
        "Số: 15 /KH-UBND; lưu hành / nội bộ; gửi về UBND/ các sở; sở/ Ban.\n",
        "| máy tính/ học sinh | 1 |\n\nGửi về https://thidua.hatan/ trước ngày 15/6/2026.\n",
    )
    bad = (
        "đạt 01 máy tính/[[ →]]học sinh.\n",
        "hộ dùng điện lưới[[ →]]/điện mặt trời đạt 80%.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for pattern in (RIGHT, LEFT):
            for match in pattern.finditer(text):
                before, after = word_before(text, match.start()), word_after(text, match.end())
                if not (before[1:].islower() and after[:2].islower()):
                    continue
                if in_table(doc, match.start()) or in_address(text, match.start()):
                    continue
                span = (match.start() + 1, match.end()) if pattern is RIGHT else (match.start(), match.end() - 1)
                yield self.finding(span, "Thừa dấu cách cạnh dấu “/”.", "", safe=True)
