"""Học kỳ của kế hoạch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import numeral
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “học kỳ II”, “Học kì 1”
SEMESTER = Pattern(r"(?:học k[ỳì]|Học k[ỳì]|HỌC K[ỲÌ]) (?P<n>II?|[12])(?!\w)", hooks=("học k", "Học k", "HỌC K"))
PAST = Pattern(r"kết quả|sơ kết|tổng kết|đánh giá|so với|đã |vừa qua|thành tích", flags=re.IGNORECASE)
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua học kỳ II, năm học 2026 - 2027\n\n"


class Semester(Rule):
    """Học kỳ trong nội dung là học kỳ của trích yếu.

    Chỉ nhắc khi nội dung không nói tới học kỳ của trích yếu mà nói tới học kỳ kia; câu nhìn lại kết quả học kỳ trước không xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + "Các lớp đăng ký thi đua trong học kỳ II, giữ vững nền nếp của học kỳ I.\n",
        HEAD + "Phát huy kết quả học kỳ I, các lớp đăng ký thi đua từ ngày 18/01/2027.\n",
        HEAD.replace("học kỳ II", "học kỳ I và học kỳ II") + "Các lớp đăng ký thi đua trong học kỳ I.\n",
        HEAD.replace("học kỳ II, ", "") + "Các lớp đăng ký thi đua trong học kỳ I.\n",
    )
    bad = (
        HEAD + "Nhà trường tổ chức các hoạt động thi đua trong [[học kỳ I]] năm học 2026 - 2027.\n",
        HEAD.replace("học kỳ II", "học kỳ 1") + "Các lớp đăng ký thi đua trong [[học kỳ 2]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        meant = {numeral(match["n"]) for match in SEMESTER.finditer(doc.subject)}
        told = list(SEMESTER.finditer(doc.text, doc.body.start, doc.body.end))
        if len(meant) != 1 or any(numeral(match["n"]) in meant for match in told):
            return
        own = next(SEMESTER.finditer(doc.subject))["n"]
        for match in told:
            if not PAST.search(doc.text[slice(*sentence(doc.text, match.start()))]):
                message = f"Trích yếu là học kỳ {own}, ở đây ghi học kỳ {match['n']}: xem lại một trong hai."
                yield self.finding(match.span(), message)
