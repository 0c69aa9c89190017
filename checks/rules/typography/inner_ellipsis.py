"""Dấu ba chấm giữa câu."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table, word_after, word_before

DOTS = (Pattern(r"\.\.\. (?=[^\W\d_])", needs="... "), Pattern(r"… (?=[^\W\d_])", needs="… "))


class InnerEllipsis(Rule):
    """Phép liệt kê giữa câu kết thúc rõ ràng, không bỏ lửng bằng dấu ba chấm.

    Văn bản hành chính cần biết đã kể đủ hay chưa. Chỗ chấm để điền và “v.v…” không xét.
    """

    severity = Severity.STYLE
    alone = True
    tier = "gợi ý"
    source = "Yêu cầu chính xác, rõ ràng của ngôn ngữ hành chính"
    good = (
        "hội thi, hội diễn, giao lưu thể thao sôi nổi.\n",
        "ngày … tháng … năm; Số … của tỉnh; v.v… và hoạt động.\n",
        "đồ dùng như ví, ba lô... Tìm đồ rất dễ; Công tác Đội… nhiệt tình hưởng ứng.\nhội thi, hội diễn... sôi nổi | 5\n",
    )
    bad = (
        "khu công nghiệp, công sở[[… → ]]với sự tham gia của người dân.\n",
        "tổ chức hội thi, hội diễn, giao lưu thể thao[[... → ]]trong dịp hè.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        found = (m for dots in DOTS for m in dots.finditer(text, doc.body.start, doc.body.end))
        for match in found:
            before, after = word_before(text, match.start()), word_after(text, match.end())
            if len(before) > 1 and before.islower() and after.islower() and not in_table(doc, match.start()):
                yield self.finding(match.span(), "Dấu ba chấm giữa câu: kể đủ hoặc bỏ dấu này.", " ")
