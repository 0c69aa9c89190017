"""Ngày báo cáo kết quả."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts import reviews
from checks.facts.dates import short
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_before

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
# “tham mưu tổng kết phong trào trước ngày 30/6/2027”, “Tổ chức tổng kết phong trào thi đua và bình xét khen thưởng trước ngày 10/12/2026”
SUMMED = Pattern(r"[Tt]ổng kết(?: [^.;:\n\d]{0,50}?)?" + reviews.ON_DAY, hooks=("ổng kết",), back=1)
# “các thôn báo cáo kết quả về Văn phòng trước ngày 05/12/2026”
REPORTED = Pattern(
    r"[Bb]áo cáo (?:kết quả|tổng kết)(?P<to>(?: [^.;:\n\d]{0,90}?)?)" + reviews.WHEN,
    hooks=("áo cáo kết quả", "áo cáo tổng kết"),
    back=1,
)
# “gửi báo cáo tổng kết trước ngày 16/7/2026”, “báo cáo kết quả, đề nghị khen thưởng về Công an tỉnh trước ngày 25/3/2026”
FINAL = Pattern(
    r"[Bb]áo cáo (?:tổng kết|kết quả(?: thực hiện)?(?:,| và)(?: hồ sơ)? đề nghị khen thưởng)(?: [^.;:\n\d]{0,90}?)?"
    + reviews.WHEN,
    hooks=("áo cáo tổng kết", "áo cáo kết quả"),
    back=1,
)
EARLY = 15
"""Days before its end at which a campaign may be reported on, to have its awards ready."""
# Who sums up for all: the office itself, not each of its units
OWN = re.compile(r"[Tt]ham mưu")
UNITS = re.compile(
    r"(?:[Cc]ác|[Tt]hủ trưởng|[Tt]rưởng|[Hh]iệu trưởng|[Cc]hủ tịch|[Gg]iám đốc|[Bb]í thư) (?:cơ quan|đơn vị|sở|ban|phòng|khoa|thôn|bản|xóm|ấp|"
    r"tổ dân phố|khu phố|trường|chi bộ|chi đoàn|chi hội|xã|phường|địa phương|Ủy ban nhân dân|các|đảng bộ|công đoàn cơ sở|cụm|khối)(?!\w)"
)
# What goes up, or is of a part of the movement
UPWARD = re.compile(
    r"Ủy ban nhân dân|UBND|Chủ tịch|Trung ương|Bộ (?!phận)|Thường vụ|Thường trực|cấp trên|Tỉnh|Thành|Hội đồng|Tổng|chuyên đề|hằng|định kỳ"
)
PART = re.compile(
    r"học k[ỳì]|đợt \d|chặng|giai đoạn|quý|tháng (?:đầu|cuối)|(?:6|sáu|9|chín) tháng|sơ kết|hội thi", re.IGNORECASE
)
LATE = 60
"""Days: what is due later than this is another report."""
HEAD = (
    "KẾ HOẠCH\nPhát động đợt thi đua cao điểm năm 2026\n\nI. THỜI GIAN THI ĐUA\n\nTừ ngày 05/5/2026 đến ngày 02/9/2026.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n\n"
)


class ReportDate(Rule):
    """Báo cáo kết quả đợt thi đua, phong trào khi thi đua đã bắt đầu; việc “sau khi kết thúc đợt thi đua” có hạn sau ngày kết thúc.

    Đơn vị báo cáo trước khi cơ quan tổng kết; tổng kết do đơn vị tự làm, báo cáo gửi lên cấp trên không bị so.
    Hạn báo cáo trước ngày bắt đầu thường do gõ nhầm tháng. Báo cáo về năm trước không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + "1. Các thôn tổng kết trước ngày 20/10/2026, báo cáo kết quả về Văn phòng trước ngày 30/10/2026.\n\n"
        "2. Văn phòng tham mưu tổng kết trước ngày 20/11/2026, báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 30/11/2026.\n",
        HEAD
        + "1. Văn phòng tham mưu tổng kết đợt 1 trước ngày 20/6/2026.\n\n2. Các thôn báo cáo kết quả về Văn phòng trước ngày 10/9/2026.\n",
        HEAD
        + "1. Văn phòng tham mưu tổng kết trước ngày 20/9/2026.\n\n2. Các thôn báo cáo kết quả về Văn phòng trước ngày 10/9/2026; các trường báo cáo "
        "kết quả hằng tháng trước ngày 25/9/2026, báo cáo kết quả lên Ủy ban nhân dân tỉnh trước ngày 25/9/2026.\n",
        HEAD + "Các thôn gửi báo cáo tổng kết trước ngày 25/8/2026; báo cáo tổng kết hội thi trước ngày 05/7/2026.\n",
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
        HEAD
        + "1. Văn phòng tham mưu tổng kết phong trào trước ngày 20/9/2026.\n\n2. Các thôn báo cáo kết quả về Văn phòng [[trước ngày 25/9/2026]].\n",
        HEAD.replace(
            "02/9/2026.", "02/9/2026. Tổ chức tổng kết phong trào thi đua và bình xét khen thưởng trước ngày 10/9/2026."
        )
        + "Thủ trưởng các đơn vị xây dựng kế hoạch; báo cáo kết quả thực hiện về Sở Nội vụ [[trước ngày 20/9/2026]] để tổng hợp.\n",
        HEAD + "Phòng Nội vụ trình khen thưởng sau khi kết thúc đợt thi đua, [[trước ngày 25/8/2026]].\n",
        HEAD
        + "Kết thúc đợt thi đua, lựa chọn đề nghị khen thưởng 02 tập thể, 05 cá nhân; hồ sơ gửi Văn phòng [[trước ngày 25/8/2026]].\n",
        HEAD + "Các thôn báo cáo kết quả đợt thi đua [[trước ngày 25/4/2026]].\n",
        HEAD + "Các thôn gửi báo cáo tổng kết về Văn phòng [[trước ngày 05/8/2026]].\n",
        HEAD + "Báo cáo kết quả phong trào về Văn phòng [[trước ngày 04/5/2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        starts = [p.start for p in doc.periods if p.start and p.exact]
        for match in REPORT.finditer(doc.text, *doc.body) if len(starts) == 1 else ():
            due = reviews.due(match)
            if due and due[1] < starts[0] and due[1].year == starts[0].year:
                message = f"Báo cáo kết quả trước khi phong trào bắt đầu ({short(starts[0])})."
                yield self.finding(match.span("when"), message)
        yield from self._after_all(doc)
        yield from self._within(doc)
        ends = {p.end for p in doc.periods if p.start and p.exact and p.year_stated}
        for match in CLOSED.finditer(doc.text, *doc.body) if ends else ():
            due = reviews.due(match)
            if due and due[1] < max(ends) and due[1].year == max(ends).year and not reviews.done(doc.text, match):
                yield self.finding(match.span("when"), f"Đến hạn này đợt thi đua chưa kết thúc ({short(max(ends))}).")

    def _within(self, doc: Document) -> Iterator[Finding]:
        """“báo cáo tổng kết trước ngày 16/6/2026” of a campaign that goes on to 13/7."""
        told = [(p.start, p.end) for p in doc.periods if p.start and p.exact and p.year_stated]
        if len(told) != 1 or doc.movement != "campaign":
            return
        start, end = told[0]
        for match in FINAL.finditer(doc.text, *doc.body):
            days = reviews.due(match)
            if days is None or PART.search(doc.text[slice(*sentence(doc.text, match.start()))]):
                continue
            if start <= days[1] and (end - days[1]).days > EARLY and not reviews.done(doc.text, match):
                yield self.finding(match.span("when"), f"Đến hạn này đợt thi đua chưa kết thúc ({short(end)}).")

    def _after_all(self, doc: Document) -> Iterator[Finding]:
        """A report of the units that is due when the office has summed up already."""
        summed = {
            (days := reviews.due(match)) and days[1]
            for match in SUMMED.finditer(doc.text, *doc.body)
            if _own(doc, match)
        }
        last = summed.pop() if len(summed) == 1 else None
        for match in REPORTED.finditer(doc.text, *doc.body) if last else ():
            due = reviews.due(match)
            if last is None or due is None or not 0 < (due[0] - last).days <= LATE:
                continue
            before = line_before(doc.text, match.start())
            told = doc.text[slice(*sentence(doc.text, match.start()))]
            if (
                UNITS.search(before)
                and "tổng kết" not in before
                and not (UPWARD.search(match["to"]) or PART.search(told))
            ):
                yield self.finding(match.span("when"), f"Hạn này sau ngày tổng kết ({short(last)}).")


def _own(doc: Document, match: re.Match[str]) -> bool:
    """Does the office sum up the whole movement, not each unit its own part?"""
    start = sentence(doc.text, match.start(), clauses=False).start
    before = doc.text[start : match.start()]
    if PART.search(doc.text, start, match.start("when")) or "áo cáo" in before or reviews.done(doc.text, match):
        return False
    period = doc.section("period")
    inside = period is not None and period.body.start <= match.start() < period.body.end
    return OWN.search(before) is not None or (inside and not UNITS.search(before))
