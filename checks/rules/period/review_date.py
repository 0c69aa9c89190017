"""Ngày sơ kết."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts import reviews
from checks.facts.dates import short
from checks.facts.periods import last_end
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “…, tổng kết đợt thi đua trước ngày 15/8/2026” in the same sentence
CLOSING = Pattern(r"(?:,| và|;|,? báo cáo| việc)*(?: báo cáo)? tổng kết" + reviews.OWN + reviews.WHEN)
RUNS = "Từ ngày 05/5/2026 đến ngày 02/9/2026."
HEAD = (
    "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\n"
    f"II. THỜI GIAN THI ĐUA\n\n{RUNS}\n\nIII. TỔ CHỨC THỰC HIỆN\n\n"
)
FROM_ISSUE = HEAD.replace(RUNS, "Từ ngày ban hành đến hết ngày 31/12/2026; cao điểm từ tháng 8 đến tháng 11.")
STAGES = HEAD.replace(
    RUNS,
    "- Giai đoạn 1: Từ ngày 05/5/2026 đến ngày 30/6/2026.\n- Giai đoạn 2: Từ ngày 01/7/2026 đến ngày 02/9/2026.",
)


class ReviewDate(Rule):
    """Sơ kết trong thời gian thi đua, trước khi tổng kết.

    Sơ kết là đánh giá giữa chừng: ngày sơ kết trước khi bắt đầu, sau khi kết thúc hoặc sau ngày tổng kết thường do gõ nhầm tháng,
    năm. Sơ kết chương trình, đề án khác không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        FROM_ISSUE + "Xã sơ kết trong tháng 7 năm 2026.\n",
        FROM_ISSUE.replace("ngày 12 tháng 01 năm", "ngày ……… tháng ……… năm") + "Xã sơ kết trong tháng 7 năm 2026.\n",
        HEAD + "Các thôn sơ kết trước ngày 30/6/2026, tổng kết trước ngày 20/8/2026.\n",
        HEAD + "Các thôn sơ kết Đề án 06 trước ngày 30/12/2026; đã sơ kết vào tháng 12 năm 2025.\n",
        HEAD + "Sơ kết giai đoạn 1 vào tháng 9/2026, tổng kết vào tháng 9/2026; các xóm sơ kết trước ngày 31/6/2026.\n",
        HEAD + "Các thôn sơ kết trước ngày 02/9/2026, tổng kết trước ngày 02/9/2026.\n",
        HEAD + "Các thôn sơ kết trước ngày 05/5/2026.\n",
        HEAD.replace(RUNS, "Từ ngày 05/5/2025 đến ngày 02/9/2025.") + "Các thôn sơ kết trước ngày 30/6/2026.\n",
        HEAD.replace(RUNS, "Đến hết ngày 02/9.") + "Các thôn sơ kết trước ngày 15/9/2026.\n",
        STAGES + "Sơ kết giai đoạn 1 trước ngày 05/4/2026.\n",
    )
    bad = (
        HEAD + "Các thôn sơ kết [[trước ngày 30/10/2026]], tổng kết trước ngày 20/11/2026.\n",
        HEAD + "Các thôn sơ kết [[trước ngày 15/9/2026]].\n",
        HEAD + "Báo cáo sơ kết gửi [[trước ngày 15 tháng 4 năm 2026]].\n",
        HEAD + "Sơ kết đợt 1 [[trong tháng 8/2026]], tổng kết trong tháng 7/2026.\n",
        FROM_ISSUE + "Xã sơ kết [[trước ngày 05/01/2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        early = {stage.span for stage in reviews.early(doc.text, doc.body, doc.periods)}  # stage-review tells them
        for match in reviews.REVIEW.finditer(doc.text, *doc.body):
            due = reviews.due(match)
            if due and not reviews.done(doc.text, match) and match.span("when") not in early:
                said = _said_against(doc, *due, match.end())
                if said:
                    yield self.finding(match.span("when"), said)


def _said_against(doc: Document, first: date, last: date, behind: int) -> str | None:
    """Why a review between ``first`` and ``last`` cannot be, with what stands ``behind`` it; None where it can."""
    closing = CLOSING.match(doc.text, behind)
    closed = closing and reviews.due(closing)
    if closed and first > closed[1]:
        return f"Sơ kết sau khi tổng kết ({short(closed[1])})."
    end = last_end(doc.periods, doc.year)
    if end and first > end:
        return f"Sơ kết sau khi phong trào kết thúc ({short(end)})."
    starts = [p.start for p in doc.periods if p.start]
    if any(p.start is None for p in doc.periods):  # “từ ngày ban hành đến hết ngày …”
        starts = [*starts, doc.issued] if doc.issued else []  # whatever stretches are told within
    if starts and last < min(starts):
        return f"Sơ kết trước khi phong trào bắt đầu ({short(min(starts))})."
    return None
