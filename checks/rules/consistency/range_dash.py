"""Dấu nối hai năm trong cùng văn bản."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

# “2026 - 2030”, “2026-2030”, “2026 – 2030”; uneven blanks are told by uneven-dash
YEARS = Pattern(r"(?<![\d/])(?:19|20)\d\d(?P<mark> [-–] |[-–])(?:19|20)\d\d(?![\d/])", hooks=("19", "20"))
CLEAR, ROOM = 3, 2
"""The usual form stands so many times as often; a document is told of it so often, no more."""


class RangeDash(Rule):
    """Hai năm của một giai đoạn nối với nhau một kiểu trong cả văn bản: “2026 - 2030” hoặc “2026-2030”.

    Chỉ nhắc khi văn bản dùng một kiểu rõ rệt. Tên văn bản, tên phong trào trong ngoặc kép và văn bản được viện dẫn giữ nguyên cách viết của chúng.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "giai đoạn 2021 - 2025, nhiệm kỳ 2025-2030.\n",
        "giai đoạn 2021 - 2025, 2022 - 2026, 2026 - 2030; phong trào “Chung sức 2021-2025”.\n",
        "giai đoạn 2021 - 2025, 2022 - 2026, 2026 - 2030; thẻ số 05/2020-2021.\n",
        "giai đoạn 2021 - 2025, 2022 - 2026, 2026 - 2030; thẻ số 2020-2021/05.\n",
        "giai đoạn 2021 - 2025, 2022 - 2026, 2026 - 2030; Kế hoạch số 12/KH-UBND ngày 10/02/2021 về phát triển giai đoạn 2021-2025.\n",
    )
    bad = (
        "giai đoạn 2021 - 2025, nhiệm kỳ 2025 - 2030, năm học 2026 - 2027 và giai đoạn [[2026-2030→2026 - 2030]].\n",
        "giai đoạn 2021-2025, nhiệm kỳ 2025-2030, năm học 2026-2027 và giai đoạn [[2026 – 2030→2026-2030]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        places: dict[str, list[re.Match[str]]] = {}
        for match in YEARS.finditer(doc.text, doc.frame.body.start, doc.body.end):
            places.setdefault(match["mark"], []).append(match)
        if len(places) < 2:
            return
        usual = max(places, key=lambda mark: len(places[mark]))
        others = [match for mark, found in places.items() if mark != usual for match in found]
        if len(places[usual]) < CLEAR * len(others):
            return
        told = (m for m in others if not in_quotes(doc.text, m.start()) and not self._cited(doc, m.start()))
        for match, _ in zip(told, range(ROOM), strict=False):
            right = match[0].replace(match["mark"], usual)
            yield self.finding(
                match.span(), f"Chỗ khác trong văn bản viết “{places[usual][0][0]}”; ở đây nên viết “{right}”.", right
            )

    def _cited(self, doc: Document, at: int) -> bool:
        """Within a citation, or in the subject that follows it in the same sentence?"""
        start = clause_start(doc.text, at)
        return any(start <= c.span.start <= at for c in doc.citations)
