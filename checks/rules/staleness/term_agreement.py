"""Khóa Quốc hội và nhiệm kỳ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman, to_roman
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031”
TERM = Pattern(
    r"Quốc hội kh(?:óa|oá) (?P<n>X[IVX]{0,4})(?!\w)[^.;\n]{0,70}?nhiệm kỳ (?P<years>(?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d))",
    needs="Quốc hội kh",
)
FIRST, BEGAN, LENGTH = 14, 2016, 5
"""The 14th National Assembly sat from 2016, and so did the people's councils; each term is five years."""


class TermAgreement(Rule):
    """Khóa Quốc hội khớp với nhiệm kỳ ghi cùng: khóa XV là 2021 - 2026, khóa XVI là 2026 - 2031.

    Đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp được bầu cùng ngày, nhiệm kỳ năm năm.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Các cuộc bầu cử đại biểu Quốc hội và Hội đồng nhân dân năm 2016, 2021, 2026"
    good = (
        "bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031.\n",
        "đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân tỉnh, nhiệm kỳ 2021 - 2026; nhiệm kỳ 2025 - 2030 của Đảng bộ.\n",
    )
    bad = (
        "bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ [[2021 - 2026→2026 - 2031]].\n",
        "bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ [[2026 - 2031→2021 - 2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in TERM.finditer(doc.text):
            number = roman(match["n"])
            first = BEGAN + LENGTH * (number - FIRST)
            if number < FIRST or (int(match["first"]), int(match["last"])) == (first, first + LENGTH):
                continue
            right = f"{first} - {first + LENGTH}"
            message = f"Quốc hội khóa {to_roman(number)} và Hội đồng nhân dân cùng kỳ có nhiệm kỳ {right}."
            yield self.finding(match.span("years"), message, right)
