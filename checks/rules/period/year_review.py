"""Ngày sơ kết 6 tháng, tổng kết năm học."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts import reviews
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Sơ kết 6 tháng đầu năm trước ngày 15/01/2026”, in any text; a report may be due some weeks early
EARLY = Pattern(
    r"(?:[Ss]ơ kết|[Bb]áo cáo|[Tt]ổng kết|[Đđ]ánh giá)(?: kết quả)? (?:6|06|sáu) tháng đầu năm(?: 20\d\d)?,? "
    r"(?P<due>trước ngày \d{1,2}/0?[1-4]/20\d\d)",
    hooks=(" tháng đầu năm",),
    back=len("Tổng kết kết quả sáu"),
)
# “Sơ kết 6 tháng đầu năm trước ngày 30/9/2026”
LATE = Pattern(
    r"[Ss]ơ kết (?:6|06|sáu) tháng đầu năm(?: 20\d\d)?[,:]? "
    r"(?P<due>(?:trước|trong|vào|chậm nhất)(?: vào| là)? (?:ngày \d{1,2}(?:/| tháng )|tháng )(?:9|1[0-2])(?:/| năm )20\d\d)",
    hooks=(" tháng đầu năm",),
    back=len("Sơ kết sáu"),
)
# “tổng hợp kết quả 6 tháng báo cáo Bộ trưởng trước ngày 15/5/2026”, in a movement of the year
RESULTS = Pattern(
    r"kết quả (?:6|sáu|06) tháng(?: đầu năm)?(?! (?:cuối|thực hiện|triển khai))[^.;,\n\d]{0,60}" + reviews.WHEN,
    needs="kết quả ",
)
# “báo cáo kết quả đợt 1 trước ngày 05/7/2027, kết quả năm trước ngày 10/01/2027”
FULL = Pattern(
    r"(?:kết quả|áo cáo|ổng kết) (?:cả )?năm(?: \d{4})?(?: (?:về|gửi) [^.;,:\n\d]{2,60})?" + reviews.WHEN,
    hooks=("kết quả cả năm", "kết quả năm", "áo cáo năm", "ổng kết năm", "ổng kết cả năm"),
)
HALF = re.compile(r"(?:6|sáu) tháng")
JUNE = 6
# “Tổng kết năm học 2025 - 2026 trước ngày 31/5/2025”
SCHOOL = Pattern(
    r"[Tt]ổng kết năm học 20\d\d ?[-–] ?(?P<last>20\d\d),? "
    r"(?P<due>(?:trước|vào|chậm nhất) ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )(?P<year>20\d\d))",
    hooks=("ổng kết năm học ",),
    back=1,
)
HEAD = (
    "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
)


class YearReview(Rule):
    """6 tháng đầu năm được sơ kết, báo cáo kết quả vào giữa năm; kết quả cả năm báo cáo khi năm đã qua nửa; năm học được tổng kết trong năm mà nó kết thúc.

    Hạn rơi vào đầu năm, cuối năm hay năm trước thường do gõ nhầm tháng, năm. Ngoài phong trào của năm, “6 tháng” có thể là 6 tháng
    khác nên chỉ xét “6 tháng đầu năm”.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính câu văn"
    good = (
        "Sơ kết 6 tháng đầu năm trước ngày 15/6/2026; tổng kết năm học 2025 - 2026 trước ngày 31/5/2026.\n",
        "Sơ kết 6 tháng, báo cáo kết quả 6 tháng đầu năm trước ngày 15/5/2026; sơ kết 6 tháng trước ngày 15/5/2026.\n",
        HEAD + "Gửi kết quả 6 tháng trước ngày 01/6/2026, kết quả 6 tháng cuối năm trước ngày 15/01/2026.\n",
        HEAD + "Gửi kết quả 6 tháng thực hiện trước ngày 15/5/2026, kết quả 6 tháng trước ngày 15/01/2027.\n",
        HEAD
        + "Gửi kết quả 6 tháng trước ngày 31/4/2026; sơ kết 6 tháng trước ngày 15/6/2026; sơ kết trước ngày 15/5/2026.\n",
        HEAD + "Gửi kết quả năm 2025 trước ngày 20/01/2026, kết quả năm trước ngày 15/12/2026.\n",
        HEAD + "Xã đã sơ kết 6 tháng vào tháng 5/2026; sơ kết 6 tháng trước ngày 05/01/2026.\n",
        HEAD.replace("phong trào thi đua năm 2026", "đợt thi đua cao điểm chào mừng Quốc khánh")
        + "Sơ kết 6 tháng trước ngày 15/5/2026.\n",
    )
    bad = (
        "Sơ kết 6 tháng đầu năm [[trước ngày 30/9/2026]]; sơ kết sáu tháng đầu năm [[trong tháng 10 năm 2026]].\n",
        "Sơ kết 6 tháng đầu năm [[trước ngày 15/01/2026]]; tổng kết năm học 2025 - 2026 [[trước ngày 31/5/2025]].\n",
        HEAD
        + "Văn phòng tổng hợp kết quả 6 tháng báo cáo Chủ tịch [[trước ngày 31/5/2026]], kết quả cả năm trước ngày 15/12/2026.\n",
        HEAD + "Văn phòng sơ kết phong trào thi đua 6 tháng [[trong tháng 5/2026]].\n",
        HEAD + "Phòng Tổ chức báo cáo kết quả đợt 1 trước ngày 05/7/2026, kết quả năm [[trước ngày 10/01/2026]].\n",
        HEAD + "Văn phòng sơ kết 6 tháng đầu năm [[trước ngày 15/4/2026]].\n",
        HEAD.replace("12 tháng", "……… tháng") + "Văn phòng sơ kết 6 tháng [[trước ngày 15/5/2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        early = [match.span("due") for match in EARLY.finditer(doc.text)]
        early += _of_this_year(doc) if doc.movement == "annual" else ()
        for span in dict.fromkeys(early):
            yield self.finding(span, "Hạn này đến trước khi hết 6 tháng đầu năm.")
        for match in FULL.finditer(doc.text, *doc.body) if doc.movement == "annual" and not doc.school_year else ():
            due, own = reviews.due(match), f"năm {doc.year}" in match[0] or "năm 20" not in match[0]
            if due and own and due[1].year == doc.year and due[1].month < JUNE and not reviews.done(doc.text, match):
                yield self.finding(match.span("when"), "Kết quả cả năm khi năm chưa qua một nửa.")
        for match in LATE.finditer(doc.text):
            yield self.finding(
                match.span("due"), "Sơ kết 6 tháng đầu năm thường làm trong tháng 6, tháng 7; hạn này đã về cuối năm."
            )
        for match in SCHOOL.finditer(doc.text):
            if match["year"] != match["last"]:
                yield self.finding(match.span("due"), f"Năm học này kết thúc trong năm {match['last']}.")


def _of_this_year(doc: Document) -> Iterator[tuple[int, int]]:
    """Where the first half of the year that a movement runs through is due before June."""
    reviewed = (m for m in reviews.REVIEW.finditer(doc.text, *doc.body) if HALF.search(m[0]))
    for match in (*reviewed, *RESULTS.finditer(doc.text, *doc.body)):
        due = reviews.due(match)
        if due is None or due[1].year != doc.year or due[1].month >= JUNE or reviews.done(doc.text, match):
            continue
        if doc.issued is None or due[1] >= doc.issued:  # review-date and deadline-before-issue tell the others
            yield match.span("when")
