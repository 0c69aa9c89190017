"""Cách viết tên COVID-19."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_bounds

NAME = Pattern(r"(?:COVID|Covid|covid|CoVid)(?:[- ]| [-–] )?19(?!\w)", needs=("COVID", "Covid", "covid", "CoVid"))


class DiseaseName(Rule):
    """Trong một văn bản, COVID-19 chỉ viết theo một cách.

    Tên phong trào do Thủ tướng Chính phủ phát động viết “COVID-19” nên cách này được giữ khi số lần bằng nhau.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = ("phòng, chống dịch COVID-19; sau dịch COVID-19.\n", "dịch Covid-19 đã được kiểm soát.\n")
    bad = (
        "tác động của đại dịch [[Covid - 19→Covid-19]]; sau dịch Covid-19, Covid-19.\n",
        "phòng, chống dịch COVID-19; hậu quả của dịch [[Covid-19→COVID-19]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        found = [m for m in NAME.finditer(doc.text) if not self._capitals(doc.text, m.start())]
        counts = Counter(match[0] for match in found)
        if len(counts) < 2:
            return
        kept = max(counts, key=lambda form: (" " not in form, counts[form], form == "COVID-19"))
        for match in found:
            if match[0] != kept:
                yield self.finding(match.span(), f"Chỗ khác trong văn bản viết “{kept}”.", kept)

    def _capitals(self, text: str, at: int) -> bool:
        return text[slice(*line_bounds(text, at))].isupper()
