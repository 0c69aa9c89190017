"""Cách viết ngày của văn bản được viện dẫn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.citations import Citation
from checks.facts.dates import LONG
from checks.finding import Finding, Severity
from checks.rule import Rule
from checks.surroundings import line_bounds

CLEAR = 3
LONG_FORM, SHORT_FORM = "ngày 10 tháng 12 năm 2025", "ngày 10/12/2025"


class DateForm(Rule):
    """Ngày của các văn bản viện dẫn viết cùng một kiểu: “ngày 10/12/2025” hoặc “ngày 10 tháng 12 năm 2025”.

    Các dòng căn cứ ở đầu văn bản thường viết đầy đủ nên không so với phần sau.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Căn cứ Luật số 06/2022/QH15 ngày 15 tháng 6 năm 2022;\n"
        "Chỉ thị số 41-CT/TW ngày 26/12/2024, Kế hoạch số 12/KH-UBND ngày 05/01/2026, Kế hoạch số 15/KH-UBND ngày 12/01/2026.\n",
        "Chỉ thị số 41-CT/TW ngày 26/12/2024, Kế hoạch số 12/KH-UBND ngày 05/01/2026 và Nghị quyết số 31/NQ-HĐND ngày 10 tháng 12 năm 2025.\n",
    )
    bad = (
        "Chỉ thị số 41-CT/TW ngày 26/12/2024, Kế hoạch số 12/KH-UBND ngày 05/01/2026, Kế hoạch số 15/KH-UBND ngày 12/01/2026 và "
        "Nghị quyết số 31/NQ-HĐND [[ngày 10 tháng 12 năm 2025→ngày 10/12/2025]].\n",
        "Chỉ thị số 41-CT/TW ngày 26/12/2024, Kế hoạch số 12/KH-UBND ngày 05/01/2026, Kế hoạch số 15/KH-UBND ngày 12/01/2026 và "
        "Nghị quyết số 31/NQ-HĐND [[ngày 10 tháng 02 năm 2026→ngày 10/02/2026]].\n",
        "Chỉ thị số 41-CT/TW ngày 26 tháng 12 năm 2024, Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026, Kế hoạch số 15/KH-UBND "
        "ngày 12 tháng 01 năm 2026 và Nghị quyết số 31/NQ-HĐND [[ngày 10/3/2026→ngày 10 tháng 3 năm 2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        dated = [c for c in doc.citations if c.date_span and c.span.start < doc.frame.end and not self._basis(doc, c)]
        long = [c for c in dated if LONG.search(doc.text, *c.span)]
        short = [c for c in dated if c not in long]
        rare, usual = (long, short) if len(long) <= len(short) else (short, long)
        if len(rare) != 1 or len(usual) < CLEAR or rare[0].date_span is None or rare[0].date is None:
            return
        day, at = rare[0].date, doc.text.find("ngày", *rare[0].date_span)
        if at < 0:
            return
        right = f"ngày {day:%d/%m/%Y}" if rare is long else f"ngày {day:%d} tháng {day:%m} năm {day.year}"
        # Only the first two months take a zero (Nghị định 30, Phụ lục I, mục II khoản 4).
        if day.month > 2:
            right = right.replace(f"/{day:%m}/", f"/{day.month}/").replace(f"tháng {day:%m} ", f"tháng {day.month} ")
        model = SHORT_FORM if rare is long else LONG_FORM
        yield self.finding(
            (at, rare[0].date_span.end), f"Các văn bản khác được viện dẫn ghi ngày theo kiểu “{model}”.", right
        )

    def _basis(self, doc: Document, citation: Citation) -> bool:
        start, _ = line_bounds(doc.text, citation.span.start)
        return doc.text[start : start + 12].lstrip("*_ -").startswith("Căn cứ")
