"""Năm ở lời mở đầu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.named_year import NAMED, NO_YEAR, rightly, stated, years_of
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Nhà trường xây dựng Kế hoạch hoạt động ngoài giờ năm học 2025 - 2026 như sau:”
FOLLOWS = Pattern(
    NAMED + r",? (?:(?:cụ thể )?như sau|với (?:các|những) nội dung(?: cụ thể| chính)?(?: như)? sau) ?:",
    needs=" sau",
)
SETS_OUT = Pattern(r"(?:xây dựng|ban hành|đề ra|lập) (?:[Kk]ế hoạch|[Cc]hương trình|[Hh]ướng dẫn)")
PAST = Pattern(r"tổng kết|sơ kết|kết quả|đánh giá|đã |trước|vừa qua|giao", flags=re.IGNORECASE)
HEAD = "Hà Tân, ngày 12 tháng 9 năm 2026\n\nKẾ HOẠCH\nHoạt động chuyên môn năm học 2026 - 2027\n\n"


class OpeningYear(Rule):
    """Lời mở đầu “… xây dựng Kế hoạch … năm học 2026 - 2027 như sau:” nhắc đúng năm, đúng năm học ghi ở trích yếu.

    Lời mở đầu là chỗ hay bị quên khi lấy văn bản năm trước làm mẫu. Trích yếu không ghi năm thì không xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu với trích yếu của chính văn bản"
    apart = (HEAD.replace(" năm học 2026 - 2027", "") + "Nhà trường xây dựng Kế hoạch năm học 2025 - 2026 như sau:\n",)
    good = (
        HEAD + "Nhà trường xây dựng Kế hoạch hoạt động chuyên môn năm học 2026-2027 như sau:\n",
        HEAD + "Căn cứ kết quả năm học 2025 - 2026 và Kế hoạch năm học 2025 - 2026, nhà trường báo cáo như sau:\n",
        HEAD + "Nhà trường đánh giá việc xây dựng Kế hoạch năm học 2025 - 2026 như sau: tốt.\n",
        HEAD.replace("năm học 2026 - 2027", "năm 2026")
        + "Xã ban hành Kế hoạch hoạt động năm 2026 với các nội dung sau:\n",
        HEAD + "1. Nội dung\n\nTổ xây dựng Kế hoạch năm học 2025 - 2026 như sau: mỗi tháng một buổi.\n",
    )
    bad = (
        HEAD
        + "Nhà trường xây dựng Kế hoạch hoạt động chuyên môn [[năm học 2025 - 2026→năm học 2026 - 2027]] như sau:\n",
        HEAD.replace("năm học 2026 - 2027", "năm 2026")
        + "Ủy ban nhân dân xã ban hành Kế hoạch hoạt động [[năm 2025→năm 2026]], cụ thể như sau:\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if years_of(doc.subject) else NO_YEAR)

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.launch and not doc.school_year:
            return  # year-agreement tells it
        years = years_of(doc.subject)
        first = doc.markers[0].span.start if doc.markers else doc.body.end
        for match in FOLLOWS.finditer(doc.text, doc.body.start, first):
            before = doc.text[clause_start(doc.text, match.start()) : match.start()]
            told = stated(match)
            if len(told) != len(years) or told == years or not SETS_OUT.search(before) or PAST.search(before):
                continue
            if bool(match["school"]) == ("năm học" in doc.subject.lower()):
                right = rightly(match, years)
                message = f"Lời mở đầu ghi {match['named']}, trích yếu ghi {right}."
                yield self.finding(match.span("named"), message, right)
