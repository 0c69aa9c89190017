"""Ban hành sau ngày bắt đầu."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.dates import short
from checks.facts.periods import stage_of
from checks.finding import Finding, Severity
from checks.rule import Rule

HEAD = "Hà Tân, ngày {day} tháng 9 năm 2026\n\nKẾ HOẠCH\nPhát động đợt thi đua chào mừng\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\nII. THỜI GIAN THI ĐUA\n\n"

YEAR = "Hà Tân, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n4. Thời gian thi đua: "
LONG_AGO, YEARS_AND_MORE = 60, 500
"""Days."""
YEAR_LONG = range(364, 367)
"""Days from the first to the last of a year of work."""


class IssueAfterStart(Rule):
    """Văn bản phát động nên ban hành trước ngày phong trào bắt đầu.

    Khi tiếp nối phong trào của cấp trên, ngày bắt đầu có thể đã qua; vì vậy đây chỉ là gợi ý xem lại. Thời gian thi đua đã
    hết trước ngày ban hành là còn sót từ văn bản năm trước. Phong trào tính trọn năm
    công tác (“từ ngày 01/01/2026 đến hết ngày 31/12/2026”) thường được phát động trong tháng 01 đến tháng 3, nên không bị xét.
    """

    severity = Severity.STYLE
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    apart = (HEAD.replace("ngày {day} tháng 9", "ngày   tháng 9") + "Từ ngày 10/9/2026 đến ngày 30/10/2026.\n",)
    good = (
        HEAD.format(day="05") + "Từ ngày 10/9/2026 đến ngày 30/10/2026.\n",
        YEAR + "Từ ngày 01/01/2026 đến hết ngày 31/12/2026.\n",
        YEAR + "Đợt 1 từ ngày 01/01/2026 đến ngày 30/6/2026; đợt 2 từ ngày 01/7/2026 đến ngày 31/12/2026.\n",
        YEAR + "Từ ngày 01/12/2025 đến hết ngày 30/11/2026.\n",
    )
    bad = (
        YEAR
        + "\n- Đợt 1: từ ngày phát động [[đến hết ngày 30/6/2025]].\n- Đợt 2: Từ ngày 01/7/2026 đến hết ngày 31/12/2026.\n",
        YEAR + "[[Từ tháng 01/2025 đến hết tháng 12/2026]].\n",
        HEAD.format(day="15") + "[[Từ ngày 10/9/2025 đến ngày 30/10/2025]].\n",
        HEAD.format(day="15")
        + "Tổng kết trước ngày 30/11/2026. Đợt thi đua [[từ ngày 10/9/2026 đến ngày 30/10/2026]].\n",
        HEAD.format(day="15") + "[[Từ ngày 10/9/2026 đến ngày 30/10/2026]].\n",
        YEAR + "[[Từ ngày 01/01/2025 đến hết ngày 31/12/2026]].\n",
        YEAR.replace("ngày 12 tháng 01", "ngày 12 tháng 3") + "[[Từ ngày 01/3/2026 đến hết ngày 31/12/2026]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.issued else "văn bản chưa ghi đủ ngày ban hành")

    def check(self, doc: Document) -> Iterator[Finding]:
        issued = doc.issued
        first = min(
            (p for p in doc.periods if p.start and p.exact), key=lambda p: (p.start or p.end, p.span), default=None
        )
        last = max((p for p in doc.periods if p.exact and p.year_stated), key=lambda p: p.end, default=None)
        if issued and last and last.end < issued:
            message = (
                f"Thời gian thi đua kết thúc ngày {short(last.end)}, trước ngày ban hành văn bản ({short(issued)})."
            )
            yield self.finding(last.span, message, severity=Severity.WARNING)
            return
        if issued:
            yield from self._over(doc, issued)
        if issued and first and first.start and first.start < issued <= first.end:
            if _of_a_year(doc, first.start, first.end):
                return
            message = f"Phong trào bắt đầu ngày {short(first.start)}, trước ngày ban hành văn bản ({short(issued)})."
            yield self.finding(first.span, message)

    def _over(self, doc: Document, issued: date) -> Iterator[Finding]:
        """A stage that ended in the year before, and a year that begins a year too early."""
        for p in doc.periods:
            if p.exact or (not p.start and p.year_stated):
                over = p.end.year == issued.year - 1 and (issued - p.end).days > LONG_AGO and stage_of(doc.text, p)
                if over and not (p.start and p.start > p.end):  # campaign-period tells it
                    message = f"{over['name'].capitalize()} {over['n']} kết thúc ngày {short(p.end)}, trước ngày ban hành văn bản ({short(issued)})."
                    yield self.finding(p.span, message, severity=Severity.WARNING)
            elif doc.movement == "annual" and p.start and p.year_stated and (p.end - p.start).days > YEARS_AND_MORE:
                message = f"Từ tháng {p.start:%m/%Y} đến tháng {p.end:%m/%Y} dài hơn một năm."
                yield self.finding(p.span, message, severity=Severity.WARNING)


def _of_a_year(doc: Document, start: date, end: date) -> bool:
    """Does a movement run by the year of work, however late in it it is launched?"""
    begins = doc.movement == "annual" and (start.month, start.day, start.year) == (1, 1, doc.year)
    return begins or (end - start).days in YEAR_LONG
