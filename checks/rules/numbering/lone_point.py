"""Điểm a) đứng một mình."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.markers import Marker
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
        open_point: Marker | None = None
        for marker in doc.markers:
            if marker.scheme != "letter" or marker.form not in (")", "."):
                continue
            if marker.nth == 1:
                yield from self._alone(doc, open_point, marker.span.start)
                open_point = marker
            elif marker.nth == 2:
                open_point = None
        if not doc.cut:  # what was copied only so far may go on with b)
            yield from self._alone(doc, open_point, doc.body.end)

    def _alone(self, doc: Document, point: Marker | None, stop: int) -> Iterator[Finding]:
        # “a) …; b) …” may stand within one paragraph, or behind a line break that hides the marker
        if point is not None and "b)" not in doc.text[point.span.end : stop]:
            yield self.finding(point.span, "Chỉ có điểm a), không có điểm b).")
