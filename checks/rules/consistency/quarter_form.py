"""Cách ghi quý."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman, to_roman
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table

# “quý IV”, “Quý I/2026”; “quý 4”, no amount (“quý 3 tháng”, “quý 1,5 lần”)
ROMAN = Pattern(r"[Qq]u[ýí] (?P<n>IV|I{1,3})(?!\w)", hooks=("uý I", "uí I"), back=1)
DIGIT = Pattern(r"[Qq]u[ýí] (?P<n>0?[1-4])(?!\w|[.,]\d| (?:tháng|lần|người|năm học))", hooks=("uý ", "uí "), back=1)


class QuarterForm(Rule):
    """Quý ghi cùng một kiểu chữ số trong cả văn bản: “quý I, quý IV” hoặc “quý 1, quý 4”.

    Kiểu ít gặp hơn bị nhắc; khi ngang nhau thì giữ chữ số La Mã như văn bản của Chính phủ.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "sơ kết trong quý II, tổng kết trong quý IV; mỗi quý 3 lần kiểm tra.\n",
        "sơ kết trong quý 2, tổng kết trong quý 4/2026.\n",
        "sơ kết trong quý II, tổng kết trong quý IV; đợt “Quý 1 về đích”.\n| Quý 3 | Kiểm tra |\n",
    )
    bad = (
        "sơ kết trong quý II, tổng kết trong quý [[4→IV]]/2026.\n",
        "sơ kết trong quý 1, quý 2; tổng kết trong quý [[IV→4]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        found = {
            pattern: [m for m in pattern.finditer(doc.text) if not self._apart(doc, m.start())]
            for pattern in (ROMAN, DIGIT)
        }
        rare, kept = (ROMAN, DIGIT) if len(found[ROMAN]) < len(found[DIGIT]) else (DIGIT, ROMAN)
        if not found[kept]:
            return
        model = found[kept][0][0]
        for match in found[rare]:
            number = match["n"]
            right = to_roman(int(number)) if rare is DIGIT else str(roman(number))
            yield self.finding(match.span("n"), f"Chỗ khác trong văn bản ghi quý theo kiểu “{model}”.", right)

    def _apart(self, doc: Document, at: int) -> bool:
        return in_table(doc, at) or in_quotes(doc.text, at)
