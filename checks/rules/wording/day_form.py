"""Cách viết ngày lễ và ngày ngắn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern, occurrences
from checks.rule import Rule
from checks.surroundings import in_quotes

# “Cách mạng tháng 8”: the event has a name, not a month
AUGUST = Pattern(r"[Cc]ách mạng (?P<month>[Tt]háng 8)(?![\d/.]| năm)", needs="ách mạng ")
# “chào mừng ngày 20.10”, “Quốc khánh 2.9”; “mục 2.9” is a number of a part
DOTTED = Pattern(
    r"(?:[Nn]gày|[Qq]uốc khánh|[Qq]uốc tế [Ll]ao động|[Dd]ịp(?: lễ)?|[Ll]ễ|kỷ niệm) \(?"
    r"(?P<day>(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2]))(?![\d%]|[.,/-] ?\d| (?:đồng|tỷ|triệu|ha|km|lượt))",
)

# “từ ngày 1.9.2025 đến ngày 31.12.2025”
FULL = Pattern(r"(?<![\d./])(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)(?![\d/]|\.\d)")


ROOM = 2
"""A document that writes its days so throughout is told once, at the first."""


class DayForm(Rule):
    """Ngày lễ viết như Nghị định 30: “Cách mạng tháng Tám”, “Quốc khánh 2-9”; ngày và tháng không cách nhau bằng dấu chấm.

    “2.9” dễ đọc thành một con số; viết “2-9” hoặc “02/9”. Văn bản viết ngày với dấu chấm ở nhiều chỗ được nhắc một lần, ở chỗ đầu.
    """

    severity = Severity.STYLE
    tier = "thông lệ"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 5, khoản 9 viết “Quốc khánh 2-9”, “Cách mạng tháng Tám”"
    good = (
        "Chào mừng 81 năm Cách mạng tháng Tám và Quốc khánh 2-9; ngày 20/10; mục 2.9 của Kế hoạch; cách mạng tháng 8 năm 1945.\n",
        "Phiên bản 10.0.2026; tệp 3.12.2025.1; mã 12.5.20261; tòa nhà B.12.2026.\n",
        "Chi mỗi ngày 2.500 đồng; chi ngày 12.5 triệu; phong trào “Sáng mãi Cách mạng tháng 8”.\n",
    )
    bad = (
        "Chào mừng 81 năm Cách mạng [[tháng 8→tháng Tám]] và Quốc khánh [[2.9→2-9]].\n",
        "Phụ nữ toàn xã thi đua chào mừng ngày [[20.10→20-10]], tổng kết trước ngày [[15.11→15-11]].\n",
        "Thời gian thi đua từ ngày [[1.9.2026→01/9/2026]] đến ngày [[28.2.2027→28/02/2027]].\n",
        "Đợt một từ ngày [[1.9.2026→01/9/2026]] đến ngày 20.10.2026, đợt hai từ ngày 21.10.2026; sơ kết trước ngày 15.11.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in AUGUST.finditer(doc.text):
            if not in_quotes(doc.text, match.start()):
                yield self.finding(match.span("month"), "Tên sự kiện viết là “Cách mạng tháng Tám”.", "tháng Tám")
        text = doc.text
        dotted = [*self._full(text), *self._short(text)]
        if len(dotted) <= ROOM:
            yield from dotted
            return
        first = min(dotted, key=lambda finding: finding.span)
        yield first._replace(message=f"{first.message} Văn bản có {len(dotted)} ngày viết với dấu chấm như vậy.")

    def _short(self, text: str) -> Iterator[Finding]:
        """A day and its month."""
        dots = [at for at in occurrences(".", text) if text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()]
        for match in DOTTED.behind(dots, len("quốc tế lao động (31"), text):
            right = f"{match['d']}-{match['m']}"
            yield self.finding(
                match.span("day"), f"Ngày và tháng viết là “{right}” hoặc “{match['d']}/{match['m']}”.", right
            )

    def _full(self, text: str) -> Iterator[Finding]:
        """A date with its year, dots between its figures."""
        for match in FULL.behind(sorted([*occurrences(".19", text), *occurrences(".20", text)]), 5, text):
            day, month = int(match["d"]), int(match["m"])
            # only days under 10 and the first two months take a zero (Nghị định 30, Phụ lục I, mục II khoản 4)
            right = f"{day:02}/{month:02}/{match['y']}" if month < 3 else f"{day:02}/{month}/{match['y']}"
            yield self.finding(match.span(), f"Ngày, tháng, năm viết là “{right}”.", right)
