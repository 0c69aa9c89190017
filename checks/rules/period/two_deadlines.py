"""Hai hạn cho cùng một báo cáo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import ITEM_MARK

# “Các thôn gửi báo cáo tổng kết về Văn phòng trước ngày 20/11/2026”, found by when it is due
DUE = Pattern(
    r"(?:trước|chậm nhất(?: là)?) (?P<date>ngày (?P<d>\d{1,2})(?:/| tháng )(?P<m>\d{1,2})(?:(?:/| năm )(?P<y>20\d\d))?)(?![\d/])",
    hooks=("trước ngày ", "chậm nhất ngày ", "chậm nhất là ngày "),
)
MARK = re.compile(rf"\s*{ITEM_MARK}?\s*")
# What comes once in a movement: a review may come after each stage
ORDER = re.compile(
    r"(?P<who>(?:[^\W\d]|[ ,])+?),? (?:(?:có trách nhiệm |tổng hợp, |xây dựng, )?(?:gửi|nộp|hoàn thành|trình) )?(?:bản |báo cáo )?"
    r"(?P<what>tổng kết(?: năm| đợt thi đua| phong trào(?: thi đua)?)?|đăng ký(?: giao ước)? thi đua|hồ sơ (?:đề nghị )?khen thưởng)"
    r"(?: về (?P<where>(?:[^\W\d]|[ -])+?))?,?(?: xong)?",
)
BEHIND = re.compile(r" về (?P<where>(?:[^\W\d]|[ -])+)")
STAGES = re.compile(r"(?:đợt|giai đoạn|chặng|lần) (?:2|II|hai|thứ hai)(?!\w)", re.IGNORECASE)
LONGEST = 200
"""Characters: who sends what is said in less."""
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\nThi đua.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"


class TwoDeadlines(Rule):
    """Một cơ quan gửi cùng một báo cáo tổng kết, bản đăng ký, hồ sơ khen thưởng theo một hạn.

    Chỉ so hai chỗ cùng người gửi, cùng việc, cùng nơi nhận, ghi đúng như nhau. Văn bản chia nhiều đợt, hạn của hai năm khác nhau không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "1. Các thôn gửi báo cáo tổng kết về Văn phòng trước ngày 20/11/2026.\n\n2. Văn phòng gửi báo cáo tổng kết về Sở Nội vụ trước ngày 05/12/2026.\n",
        HEAD
        + "1. Phòng Kinh tế theo dõi; tham mưu tổng kết trước ngày 20/11/2026.\n\n2. Văn phòng đôn đốc; tham mưu tổng kết trước ngày 30/11/2026.\n",
        HEAD
        + "1. Các thôn gửi hồ sơ khen thưởng trước ngày 20/6/2026 (đợt 1).\n\n2. Các thôn gửi hồ sơ khen thưởng trước ngày 20/11/2026 (đợt 2).\n",
        HEAD
        + "1. Các thôn gửi báo cáo tổng kết trước ngày 20/11/2026.\n\n2. Các thôn gửi báo cáo tổng kết trước ngày 15/11/2027.\n",
        HEAD
        + "1. Các thôn gửi báo cáo tổng kết trước ngày 20/11.\n\n2. Các thôn gửi báo cáo tổng kết trước ngày 20/11/2026.\n",
        HEAD
        + "1. Các thôn gửi đăng ký thi đua trước ngày 28/02/2026.\n\n2. Các thôn gửi đăng ký thi đua trước ngày 28 tháng 02 năm 2026.\n",
    )
    bad = (
        HEAD
        + "1. Các thôn gửi báo cáo tổng kết về Văn phòng trước ngày 20/11/2026.\n\n2. Các thôn gửi báo cáo tổng kết trước [[ngày 25/11/2026]] về Văn phòng.\n",
        HEAD
        + "- Các trường nộp hồ sơ khen thưởng chậm nhất ngày 10/12/2026.\n\n- Các trường nộp hồ sơ đề nghị khen thưởng trước [[ngày 05 tháng 12 năm 2026]].\n",
        HEAD
        + "1. Các thôn đăng ký thi đua trước ngày 15/02.\n\n2. Các thôn đăng ký thi đua trước [[ngày 20/02/2026]]. "
        "Các thôn gửi báo cáo tổng kết trước ngày 20/11/2026.\n\n"
        "3. Các thôn gửi báo cáo tổng kết trước [[ngày 25/11]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        seen: dict[tuple[str, ...], tuple[int, int, str | None]] = {}
        for match in DUE.finditer(doc.text, *doc.body):
            start = clause_start(doc.text, match.start(), ".;:")
            start = (MARK.match(doc.text, start) or match).end()
            if not 0 < match.start() - start < LONGEST:
                continue
            order = ORDER.fullmatch(doc.text, start, match.start() - 1)
            # “…; tham mưu tổng kết trước ngày”: who is named further up
            if order is None or not order["who"][0].isupper():
                continue
            behind = BEHIND.match(doc.text, match.end())
            where = order["where"] or (behind["where"] if behind else "")
            what = order["what"].replace(" đề nghị", "")
            key = tuple(" ".join(part.lower().split()) for part in (order["who"], what, where))
            due = (int(match["d"]), int(match["m"]), match["y"])
            first = seen.setdefault(key, due)
            if first[:2] != due[:2] and (first[2] or due[2]) == (due[2] or first[2]) and not STAGES.search(doc.text):
                message = f"Ở trên, hạn của việc này ghi là ngày {first[0]:02}/{first[1]}."
                yield self.finding(Span(*match.span("date")), message)
