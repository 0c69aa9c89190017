"""Chữ hoặc cụm từ viết lặp hai lần."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.doubled import ALONE, doubled_words
from checks.language.lexicon import shipped
from checks.rule import Rule
from checks.structure import GAP


class DoubledWord(Rule):
    """Không chữ nào, cụm từ nào bị viết lặp.

    Tiếng Việt có nhiều chỗ lặp đúng (“hành vi vi phạm”, “Luật Luật sư”, “trực tiếp tiếp nhận”) nên chỉ báo ba loại không
    ngữ pháp nào cho phép: hư từ lặp, cả cụm từ lặp, và một chữ thừa trong cụm từ cố định.
    """

    alone = True
    tier = "thông lệ"
    source = "Chính tả tiếng Việt"
    good = (
        "Xử lý hành vi vi phạm; Luật Luật sư; sử dụng dụng cụ; cán bộ trực tiếp tiếp nhận hồ sơ; Đảng ủy Ủy ban nhân dân.\n",
        "ĐẠI DIỆN KHỐI          ĐẠI DIỆN CỤM\nHiệu trưởng          Hiệu trưởng\n",
        "TỔNG CỤC HẢI QUAN CỤC HẢI QUAN TỈNH LÃNG KHÊ\n",
        "Thực hiện từng bước, từng bước một; ngày ngày phấn đấu; mã số số 12; nghệ nhân nhân dân.\n",
    )
    bad = (
        "Bố trí [[các các→các]] nguồn kinh phí, giải ngân 486 [[tỷ tỷ→tỷ]] đồng.\n",
        "Ủy ban [[nhân nhân→nhân]] dân xã tổ chức thực hiện.\n",
        "Bộ phận một cửa [[tiếp nhận tiếp nhận→tiếp nhận]] hồ sơ.\n",
        "Báo cáo trước [[ngày ngày→ngày]] 15 tháng 12.\n",
        "Thi đua trong các khu công nghiệp [[tỉnh Hà Tân Tỉnh Hà Tân]] có 8 khu công nghiệp.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for doubled in doubled_words(doc.tokens, shipped()):
            once = doc.text[doubled.start - len(doubled.words) : doubled.start]
            start = doubled.start - len(once)
            if GAP in doc.text[start : doubled.end]:  # two columns, a signature in each
                continue
            if once.isupper() and doc.text[:start].endswith("TỔNG "):  # the body above and the issuer, in one line
                continue
            if " " in once and once[0].islower() and doubled.words[0].isupper():
                message = f"“{once}” viết hai lần liền nhau: bỏ một, hoặc ngắt câu ở giữa."
                yield self.finding((start, doubled.end), message, severity=Severity.WARNING)
                continue
            certain = once == doubled.words and once in ALONE
            message = f"“{once}” bị viết hai lần liền nhau, nên bỏ một."
            yield self.finding((start, doubled.end), message, once, safe=certain)
