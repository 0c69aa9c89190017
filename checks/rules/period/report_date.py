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
# “sau khi kết thúc đợt thi đua, trước ngày 15/8/2026”, “Kết thúc đợt thi đua, lựa chọn …; hồ sơ gửi Tổ Tổng hợp trước ngày 15/8/2026”
CLOSED = Pattern(
    r"[Kk]ết thúc (?:đợt|phong trào)(?: thi đua)?(?: này| cao điểm)?"
    r"(?:[,;] [^.\n\d]{0,60}?(?:\d{1,2} (?:tập thể|cá nhân)[^.\n\d]{0,60}){0,3}?)?" + reviews.WHEN,
    hooks=("ết thúc đợt", "ết thúc phong trào"),
    back=1,
)
HEAD = (
    "KẾ HOẠCH\nPhát động đợt thi đua cao điểm năm 2026\n\nI. THỜI GIAN THI ĐUA\n\nTừ ngày 05/5/2026 đến ngày 02/9/2026.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n\n"
)


class ReportDate(Rule):
    """Báo cáo kết quả đợt thi đua, phong trào khi thi đua đã bắt đầu; việc “sau khi kết thúc đợt thi đua” có hạn sau ngày kết thúc.

    Hạn báo cáo trước ngày bắt đầu thường do gõ nhầm tháng. Báo cáo về năm trước không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + "Trình khen thưởng sau khi kết thúc đợt thi đua, trước ngày 15/9/2026.\n",
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
        HEAD + "Phòng Nội vụ trình khen thưởng sau khi kết thúc đợt thi đua, [[trước ngày 25/8/2026]].\n",
        HEAD
        + "Kết thúc đợt thi đua, lựa chọn đề nghị khen thưởng 02 tập thể, 05 cá nhân; hồ sơ gửi Văn phòng [[trước ngày 25/8/2026]].\n",
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
        ends = {p.end for p in doc.periods if p.start and p.exact and p.year_stated}
        for match in CLOSED.finditer(doc.text, *doc.body) if ends else ():
            due = reviews.due(match)
            if due and due[1] < max(ends) and due[1].year == max(ends).year and not reviews.done(doc.text, match):
                yield self.finding(match.span("when"), f"Đến hạn này đợt thi đua chưa kết thúc ({short(max(ends))}).")
