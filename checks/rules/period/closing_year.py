"""Năm ở câu kết."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Trên đây là Kế hoạch phát động phong trào thi đua năm học 2025 - 2026 của nhà trường”
CLOSING = Pattern(
    r"[Tt]rên đây là (?:nội dung |toàn bộ nội dung |toàn văn )?(?:bản )?(?:Kế hoạch|Chỉ thị|Hướng dẫn|Chương trình|Thông báo|kế hoạch|chỉ thị|hướng dẫn)"
    r"(?! số)(?:[^.;:\n“”]|“[^“”\n]{2,90}”){0,140}?năm (?P<school>học )?(?P<year>20\d\d)(?: ?[-–] ?(?P<last>20\d\d))?(?!\d)",
    hooks=("rên đây là ",),
    back=1,
)
ANOTHER = re.compile(r"20\d\d")
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
        HEAD + "Trên đây là Kế hoạch phát động phong trào thi đua “Vì an ninh Tổ quốc” [[năm 2025→năm 2026]].\n",
        HEAD + "Trên đây là Kế hoạch phát động phong trào thi đua [[năm 2025→năm 2026]] của xã.\n",
        HEAD.replace("thi đua năm 2026", "thi đua giai đoạn 2026 - 2030")
        + "Trên đây là Kế hoạch phát động phong trào thi đua [[năm 2025]] của xã.\n",
        HEAD.replace("thi đua năm 2026", "thi đua năm học 2025 - 2026")
        + "Trên đây là Kế hoạch phát động phong trào thi đua [[năm học 2024 - 2025→năm học 2025 - 2026]] của trường.\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if ANOTHER.search(doc.subject) else "trích yếu không ghi năm")

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in CLOSING.finditer(doc.text, doc.body.start, doc.frame.end):
            stated = [match["year"], match["last"]] if match["last"] else [match["year"]]
            years = list(dict.fromkeys(ANOTHER.findall(doc.subject)))
            right = f"năm học {years[0]} - {years[1]}" if match["school"] and len(years) == 2 else f"năm {years[0]}"
            at = match.start("school") if match["school"] else match.start("year")
            alike = len(years) == len(stated)
            if not set(stated) <= set(years) and (not match["school"] or "năm học" in doc.subject):
                told = doc.text[at - len("năm ") : match.end()]
                message = f"Câu kết ghi {told}, trích yếu ghi {right}."
                yield self.finding((at - len("năm "), match.end()), message, right if alike else None)
