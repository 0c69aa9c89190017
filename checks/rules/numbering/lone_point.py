"""Điểm a) đứng một mình."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\n1. Nội dung\n\n"


class LonePoint(Rule):
    """Đã có điểm a) thì phải có điểm b); chỉ một ý thì không đánh điểm."""

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (TITLE + "a) Thi đua lao động.\n\nb) Thi đua học tập.\n\n2. Tổ chức thực hiện\n\nCác thôn thực hiện.\n",)
    bad = (TITLE + "[[a)]] Thi đua lao động.\n\n2. Tổ chức thực hiện\n\nCác thôn thực hiện.\n",)

    def check(self, doc: Document) -> Iterator[Finding]:
        markers = doc.markers
        for i, marker in enumerate(markers):
            if marker.scheme != "letter" or marker.nth != 1 or marker.form not in (")", "."):
                continue
            after = next((m for m in markers[i + 1 :] if m.depth <= marker.depth), None)
            # a list that goes on with the same letters below another number is of one level with this one
            alone = after is None or after.depth < marker.depth or after.scheme != "letter"
            if alone and not any(m.scheme == "letter" and m.nth == 2 for m in markers[i + 1 : i + 4]):
                yield self.finding(marker.span, "Chỉ có điểm a), không có điểm b).")
