"""Phần còn ẩn trong tệp."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

WORD = "Tệp Word: còn lại: {rest}"
TEXT = (
    "\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\n{kind}\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện./.\n"
)


class HiddenContent(Rule):
    """Tệp sắp ban hành không còn dấu vết sửa đổi, lời góp ý và chữ ẩn.

    Người nhận mở tệp sẽ đọc được câu đã xóa, lời trao đổi nội bộ và tên người góp ý. Chấp nhận hoặc từ chối mọi thay đổi,
    xóa góp ý và chữ ẩn trước khi ký, phát hành.
    """

    severity = Severity.WARNING
    scope = "word"
    tier = "thông lệ"
    source = "Việc làm trước khi phát hành văn bản điện tử; Nghị định 30/2020/NĐ-CP, Điều 12 (kiểm tra trước khi ký ban hành)"
    good = (WORD.format(rest="0 0 không") + TEXT.format(kind="CHỈ THỊ"),)
    bad = (
        WORD.format(rest="3 2 không") + TEXT.format(kind="[[CHỈ THỊ]]"),
        WORD.format(rest="0 0 ẩn") + TEXT.format(kind="[[CHỈ THỊ]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.layout is None:
            return
        left = [
            words
            for words, there in (
                (f"{doc.layout.tracked_changes} chỗ theo dõi sửa đổi", doc.layout.tracked_changes > 0),
                (f"{doc.layout.comments} lời góp ý", doc.layout.comments > 0),
                ("chữ ẩn", doc.layout.hidden_text),
            )
            if there
        ]
        if left:
            yield self.finding(self.anchor(doc), f"Tệp Word còn {', '.join(left)}: xử lý hết trước khi ban hành.")
