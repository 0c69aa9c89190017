"""Ngày kết thúc của phong trào thi đua theo năm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.dates import short, spell
from checks.finding import Finding
from checks.rule import Rule

TITLE = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n4. Thời gian thi đua: "


class PeriodEnd(Rule):
    """Phong trào thi đua theo năm kết thúc ngày 31 tháng 12 của năm ghi ở trích yếu.

    Ngày hoặc năm khác thường là phần còn sót lại khi soạn từ chỉ thị năm trước. Đợt thi đua, cao điểm, chuyên đề có thời
    gian riêng và năm học không bị xét ở đây. “Trong năm 2026”, “đến hết năm 2026” là đủ.
    """

    scope = "annual"
    tier = "thông lệ"
    source = "Thông lệ của chỉ thị phát động thi đua hằng năm; việc tổng kết theo năm công tác (Nghị định 91/2017/NĐ-CP, Điều 4 khoản 1)"
    good = (
        TITLE + "Từ ngày phát động đến hết ngày 31 tháng 12 năm 2026.\n",
        TITLE + "trong năm 2026 và tính đến hết ngày 31/12/2026.\n",
        TITLE + "Bắt đầu từ ngày ký, kết thúc vào ngày 31-12.\n",
        TITLE + "Từ tháng 01 đến hết tháng 12 năm 2026.\n",
        TITLE + "Đợt 1 từ ngày 12/01/2026 đến ngày 30/6/2026; đợt 2 từ ngày 01/7/2026 đến hết ngày 31/12/2026.\n",
    )
    bad = (
        TITLE + "Từ ngày phát động đến hết [[ngày 31 tháng 12 năm 2025→ngày 31 tháng 12 năm 2026]].\n",
        TITLE + "từ nay đến hết ngày [[30/12/2026→31/12/2026]].\n",
        TITLE
        + "Từ ngày ký đến [[ngày 31 tháng 12 năm 2025→ngày 31 tháng 12 năm 2026]]; sơ kết đợt 1 đến hết ngày 30/6/2026.\n",
        TITLE + "Từ tháng 01 đến hết [[tháng 12 năm 2025→ngày 31 tháng 12 năm 2026]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside:
            return outside
        if doc.school_year:
            return "phong trào thi đua theo năm học"
        return None if doc.periods else "không đọc được ngày kết thúc trong phần thời gian"

    def check(self, doc: Document) -> Iterator[Finding]:
        year = doc.year or 0
        right = date(year, 12, 31)
        if any(p.end == right for p in doc.periods):
            return
        # The slip is the 31/12 of another year where there is one, not the end of a first stage.
        last = max(doc.periods, key=lambda p: (bool(p.end and (p.end.month, p.end.day) == (12, 31)), p.end or date.min))
        written = doc.text[slice(*last.end_span)]
        long = "tháng" in written or "năm" in written
        fix = spell(right) if long else written.replace(written.lstrip("ngày "), short(right))
        if not long and not written.lower().startswith("ngày"):
            fix = short(right)
        span = last.end_span
        if not long and written.lower().startswith("ngày"):
            skip = len(written) - len(written[4:].lstrip())
            span, fix = span._replace(start=span.start + skip), short(right)
        yield self.finding(span, f"Theo thông lệ, phong trào thi đua năm {year} kết thúc {spell(right)}.", fix)
