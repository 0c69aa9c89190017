"""Năm ở câu kết."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.named_year import NAMED, NO_YEAR, rightly, stated, years_of
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Trên đây là Kế hoạch phát động phong trào thi đua năm học 2025 - 2026 của nhà trường”
CLOSING = Pattern(
    r"[Tt]rên đây là (?:nội dung |toàn bộ nội dung |toàn văn )?(?:bản )?"
    r"(?:Kế hoạch|Chỉ thị|Hướng dẫn|Chương trình|Thông báo|Báo cáo|kế hoạch|chỉ thị|hướng dẫn|báo cáo)"
    r"(?! số)(?:[^.;:\n“”]|“[^“”\n]{2,90}”){0,140}?" + NAMED + r"(?!\d)",
    hooks=("rên đây là ",),
    back=1,
)
HEAD = "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện.\n\n"


class ClosingYear(Rule):
    """Câu kết “Trên đây là Kế hoạch …” nhắc đúng năm, đúng năm học ghi ở trích yếu.

    Câu kết là chỗ hay bị quên khi lấy văn bản năm trước làm mẫu. Trích yếu không ghi năm thì không xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu với trích yếu của chính văn bản"
    apart = (HEAD.replace(" năm 2026\n\nCác", "\n\nCác") + "Trên đây là Kế hoạch phát động thi đua năm 2025.\n",)
    good = (
        HEAD + "Trên đây là Kế hoạch phát động phong trào thi đua năm 2026 của xã.\n",
        HEAD + "Trên đây là Kế hoạch số 12/KH-UBND năm 2025.\n",
        HEAD + "Trên đây là Kế hoạch phát động thi đua năm học 2024 - 2025 của trường.\n",
        HEAD.replace("thi đua năm 2026", "thi đua năm học 2025 - 2026")
        + "Trên đây là Kế hoạch thi đua năm học 2025-2026.\n",
    )
    bad = (
        HEAD.replace(
            "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026", "BÁO CÁO\nTổng kết thi đua năm 2026, nhiệm vụ năm 2027"
        )
        + "Trên đây là Báo cáo tổng kết thi đua [[năm 2025]] của xã.\n",
        HEAD + "Trên đây là Kế hoạch phát động phong trào thi đua “Vì an ninh Tổ quốc” [[năm 2025→năm 2026]].\n",
        HEAD + "Trên đây là Kế hoạch phát động phong trào thi đua [[năm 2025→năm 2026]] của xã.\n",
        HEAD.replace("thi đua năm 2026", "thi đua giai đoạn 2026 - 2030")
        + "Trên đây là Kế hoạch phát động phong trào thi đua [[năm 2025]] của xã.\n",
        HEAD.replace("Phát động phong trào thi đua năm 2026", "PHÁT ĐỘNG THI ĐUA NĂM HỌC 2025 - 2026")
        + "Trên đây là Kế hoạch phát động phong trào thi đua [[năm học 2024 - 2025→năm học 2025 - 2026]] của trường.\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if years_of(doc.subject) else NO_YEAR)

    def check(self, doc: Document) -> Iterator[Finding]:
        years = years_of(doc.subject)
        for match in CLOSING.finditer(doc.text, doc.body.start, doc.frame.end):
            told, right = stated(match), rightly(match, years)
            if not set(told) <= set(years) and (not match["school"] or "năm học" in doc.subject.lower()):
                message = f"Câu kết ghi {match['named']}, trích yếu ghi {right}."
                yield self.finding(match.span("named"), message, right if len(told) == len(years) else None)
