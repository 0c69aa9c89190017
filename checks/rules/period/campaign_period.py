"""Thời gian của một đợt thi đua."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.dates import short
from checks.facts.periods import days_stated
from checks.finding import Finding, Severity
from checks.rule import Rule

TITLE = "KẾ HOẠCH\nPhát động đợt thi đua cao điểm {n} ngày đêm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\nII. THỜI GIAN THI ĐUA\n\n"


class CampaignPeriod(Rule):
    """Đợt thi đua có ngày bắt đầu trước ngày kết thúc, và số ngày nêu trong văn bản khớp với hai ngày đó.

    “60 ngày đêm” khớp khi từ ngày đầu đến ngày cuối là 60 ngày, tính cả ngày cuối hay không. Đợt chia nhiều giai đoạn
    được tính từ ngày đầu tiên đến ngày cuối cùng.
    """

    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu các ngày nêu trong chính văn bản; Luật Thi đua, khen thưởng năm 2022, Điều 17 khoản 1 (thời gian thi đua)"
    good = (
        TITLE.format(n=60) + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n",
        TITLE.format(n=59) + "Từ ngày 05/7/2026 đến ngày 02/9/2026.\n",
    )
    bad = (
        TITLE.format(n="[[60]]").replace("[[60]] ngày đêm", "[[60 ngày đêm]]")
        + "[[Từ ngày 19/8/2026 đến ngày 19/10/2026]].\n",
        TITLE.format(n=60) + "[[Từ ngày 05/9/2026 đến ngày 02/9/2026]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (
            None
            if any(p.start and p.end for p in doc.periods)
            else "văn bản không nêu đủ ngày bắt đầu và ngày kết thúc"
        )

    def check(self, doc: Document) -> Iterator[Finding]:
        whole = [p for p in doc.periods if p.start and p.end]
        reversed_ = [p for p in whole if p.start and p.end and p.start > p.end]
        for p in reversed_:
            yield self.finding(p.span, "Ngày bắt đầu sau ngày kết thúc.", severity=Severity.ERROR)
        exact = [p for p in whole if p.exact and p.start and p.end and p not in reversed_]
        stated = list(
            days_stated(
                doc.text, doc.body._replace(start=doc.frame.kind.span.start if doc.frame.kind else doc.body.start)
            )
        )
        if reversed_ or not exact or not stated:
            return
        first = min(p.start for p in exact if p.start)
        last = max(p.end for p in exact if p.end)
        lengths = {(p.end - p.start).days + one for p in exact if p.start and p.end for one in (0, 1)}
        lengths |= {(last - first).days, (last - first).days + 1}
        odd = [(span, n) for span, n in stated if n not in lengths]
        if len(odd) < len(stated) or not odd:
            return
        days = (last - first).days + 1
        span, n = odd[0]
        message = f"Văn bản nêu {n} ngày nhưng từ ngày {short(first)} đến ngày {short(last)} là {days} ngày (tính cả ngày cuối)."
        yield self.finding(span, message, severity=Severity.WARNING)
        yield self.finding(exact[0].span, message, severity=Severity.WARNING)
