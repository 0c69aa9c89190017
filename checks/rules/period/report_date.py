"""Ngày báo cáo kết quả."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts import reviews
from checks.facts.dates import short
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “báo cáo kết quả đợt thi đua trước ngày 10/9/2026”
REPORT = Pattern(
    r"áo cáo kết quả (?:(?:thực hiện|tổ chức) )?(?:đợt|phong trào)(?: thi đua)?(?: này| cao điểm)?(?: về [^.;,:\n\d]{2,60})?"
    + reviews.WHEN,
    hooks=("áo cáo kết quả ",),
)
HEAD = (
    "KẾ HOẠCH\nPhát động đợt thi đua cao điểm năm 2026\n\nI. THỜI GIAN THI ĐUA\n\nTừ ngày 05/5/2026 đến ngày 02/9/2026.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n\n"
)


class ReportDate(Rule):
    """Báo cáo kết quả đợt thi đua, phong trào khi thi đua đã bắt đầu.

    Hạn báo cáo trước ngày bắt đầu thường do gõ nhầm tháng. Báo cáo về năm trước không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "Các thôn báo cáo kết quả đợt thi đua trước ngày 10/9/2026; báo cáo kết quả phong trào thi đua năm trước trước ngày 25/4/2026.\n",
        HEAD
        + "Báo cáo kết quả đợt thi đua trước ngày 05/5/2026; báo cáo kết quả đợt thi đua trước ngày 31/4/2026, báo cáo kết quả đợt thi đua"
        " trước ngày 25/12/2025.\n",
        HEAD.replace("02/9/2026.", "02/9/2026; đợt hai từ ngày 05/10/2026 đến ngày 02/12/2026.")
        + "Các thôn báo cáo kết quả đợt thi đua trước ngày 25/4/2026.\n",
        HEAD.replace("ngày 05/5/2026", "tháng 5/2026") + "Báo cáo kết quả đợt thi đua trước ngày 25/4/2026.\n",
        HEAD.replace("ngày 05/5/2026", "ngày phát động") + "Báo cáo kết quả đợt thi đua trước ngày 25/4/2026.\n",
    )
    bad = (
        HEAD + "Các thôn báo cáo kết quả đợt thi đua [[trước ngày 25/4/2026]].\n",
        HEAD + "Báo cáo kết quả phong trào về Văn phòng [[trước ngày 04/5/2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        starts = [p.start for p in doc.periods if p.start and p.exact]
        for match in REPORT.finditer(doc.text, *doc.body) if len(starts) == 1 else ():
            due = reviews.due(match)
            if due and due[1] < starts[0] and due[1].year == starts[0].year:
                message = f"Báo cáo kết quả trước khi phong trào bắt đầu ({short(starts[0])})."
                yield self.finding(match.span("when"), message)
