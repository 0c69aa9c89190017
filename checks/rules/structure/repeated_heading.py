"""Hai đề mục cùng tên."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

TITLE = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"
FEWEST, MOST = 2, 12
"""Words of a heading: one word is a label, many are a sentence."""


class RepeatedHeading(Rule):
    """Hai phần liền nhau ở cùng một cấp không mang cùng một tên.

    Hai đề mục “CHỈ TIÊU THI ĐUA” thường do chép đề mục phía trên mà quên đổi tên.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        TITLE
        + "I. CHỈ TIÊU THI ĐUA\n\n1. Kinh tế - xã hội\n\nTrồng rừng.\n\nII. NỘI DUNG THI ĐUA\n\n1. Kinh tế - xã hội\n\nLao động.\n",
        TITLE + "I. Nội dung\n\nTrồng rừng.\n\nII. Nội dung\n\nLao động.\n",
    )
    bad = (
        TITLE
        + "I. CHỈ TIÊU THI ĐUA\n\nTrồng rừng.\n\n[[II. CHỈ TIÊU THI ĐUA]]\n\nLao động.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác thôn.\n",
        TITLE
        + "1. Chỉ tiêu thi đua\n\nTrồng rừng.\n\n[[2. Chỉ tiêu thi đua]]\n\nLao động.\n\n3. Tổ chức thực hiện\n\nCác thôn.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        before = None
        for section in doc.sections:
            if section.level != 1:
                continue
            heading = section.heading.strip(" .:*").lower()
            told = FEWEST < len(heading.split()) <= MOST
            if before and told and heading == before[0] and section.number != before[1]:
                line = doc.lines[doc.line_at(section.span.start)]
                yield self.finding(line.within(), f"Phần ngay trên cũng mang tên “{section.heading}”.")
            before = (heading, section.number)
