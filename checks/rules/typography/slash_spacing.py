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
# “ngày 14/ 9”, “ngày 12, 13/ 9”, “ngày 16/11 /2013”
DATE = Pattern(
    r"ngày (?:\d{1,2}, ?){0,3}\d{1,2}(?:(?P<first>/ +| +/)(?:0?[1-9]|1[0-2])(?!\d|[.,]\d|%)|/\d{1,2}(?P<second>/ +| +/)\d{4}(?!\d))",
    hooks=("ngày ",),
)


class SlashSpacing(Rule):
    """Dấu gạch chéo viết liền với hai bên: “máy tính/học sinh”, “ngày 14/9”.

    Số, ký hiệu văn bản có phép kiểm riêng; chữ đánh điểm “a/ ” không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = (
        "đạt 01 máy tính/học sinh.\n",
        "a/ Về kinh tế\n\nb/ Về xã hội\n",
        "ngày 10/ 50 hộ; ngày 05/9/2026; trong ngày 12 / tháng 5.\n",
        "Số: 15 /KH-UBND; lưu hành / nội bộ; gửi về UBND/ các sở; sở/ Ban.\n",
        "| máy tính/ học sinh | 1 |\n\nGửi về https://thidua.hatan/ trước ngày 15/6/2026.\n",
    )
    bad = (
        "đạt 01 máy tính/[[ →]]học sinh.\n",
        "nộp bài ngày 12, 13/[[ →]]9, chấm ngày 14/[[ →]]9; theo Luật ngày 16/11[[ →]]/2013.\n",
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
        for match in DATE.finditer(text):
            gap = match["first"] or match["second"]
            start, end = match.span("first" if match["first"] else "second")
            if not in_table(doc, start):
                span = (start + 1, end) if gap[0] == "/" else (start, end - 1)
                yield self.finding(span, "Thừa dấu cách trong ngày, tháng.", "", safe=True)
