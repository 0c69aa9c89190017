"""Phần đầu hai cột."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

WORD = "Tệp Word: tiêu đề: {place}"
HEAD = "\n\nUBND XÃ AN PHÚ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n{kind}\nPhát động thi đua\n\nCác thôn thực hiện./.\n"


class HeaderInTable(Rule):
    """Tên cơ quan và Quốc hiệu đặt song song trong một bảng hai cột không kẻ khung.

    Căn hai cột bằng dấu cách hay phím tab sẽ lệch khi mở trên máy khác.
    """

    severity = Severity.STYLE
    scope = "word"
    tier = "thông lệ"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần IV (sơ đồ bố trí); bảng hai cột là cách làm chung trong tệp Word"
    good = (WORD.format(place="trong bảng") + HEAD.format(kind="CHỈ THỊ"),)
    bad = (WORD.format(place="ngoài bảng") + HEAD.format(kind="[[CHỈ THỊ]]"),)

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.frame.motto else "văn bản không có phần đầu")

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.layout is not None and not doc.layout.header_in_table:
            yield self.finding(
                self.anchor(doc), "Phần đầu văn bản không đặt trong bảng hai cột, dễ lệch khi mở trên máy khác."
            )
