"""Đề mục in hoa không có dấu ở cuối."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.lines import is_caps
from checks.rule import Rule

TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua năm 2026\n\n"


class HeadingEnding(Rule):
    """Trích yếu in hoa, đề mục in hoa đứng riêng một dòng không có dấu chấm ở cuối: “I. MỤC ĐÍCH, YÊU CẦU”.

    Dấu hai chấm chỉ bị nhắc khi phần lớn đề mục in hoa khác của văn bản không có.
    """

    severity = Severity.STYLE
    scope = "document"
    tier = "gợi ý"
    source = "Cách trình bày đề mục trong các mẫu của Nghị định 30/2020/NĐ-CP, Phụ lục III"
    good = (
        f"{TITLE}I. MỤC TIÊU:\n\nHoàn thành kế hoạch.\n\nII. NỘI DUNG:\n\nThi đua lao động.\n",
        f"{TITLE}I. MỤC TIÊU\n\nHoàn thành kế hoạch.\n\n1. Nội dung thi đua.\n\nThi đua lao động.\n\n2. KHEN THƯỞNG.\n\nKhen hộ giỏi.\n",
        f"{TITLE}I. Mục tiêu.\n\nHoàn thành kế hoạch.\n\nII. NỘI DUNG:\n\nThi đua lao động.\n\nIII. KHEN THƯỞNG\n\nKhen hộ giỏi.\n",
    )
    bad = (
        "KẾ HOẠCH\nTỔ CHỨC PHONG TRÀO THI ĐUA NĂM 2026\nTRÊN ĐỊA BÀN XÃ AN PHÚ TÂY[[.→]]\n\nThực hiện kế hoạch của tỉnh, xã tổ chức như sau:\n",
        f"{TITLE}I. MỤC TIÊU\n\nHoàn thành kế hoạch.\n\nII. NỘI DUNG[[;→]]\n\nThi đua lao động.\n",
        f"{TITLE}I. MỤC TIÊU[[.→]]\n\nHoàn thành kế hoạch.\n\nII. NỘI DUNG\n\nThi đua lao động.\n",
        f"{TITLE}I. MỤC TIÊU\n\nHoàn thành kế hoạch.\n\nII. NỘI DUNG[[:→]]\n\nThi đua lao động.\n\nIII. KHEN THƯỞNG\n\nKhen hộ giỏi.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for line in doc.frame.subject[-1:]:
            if is_caps(line.bare) and line.bare.endswith(".") and not line.bare.endswith(".."):
                at = line.span.start + line.text.rindex(".")
                yield self.finding((at, at + 1), "Bỏ dấu “.” ở cuối trích yếu in hoa.", "")
        # The body of a section begins right behind the words of its heading, the mark included; “214/NQ-CP).” is none.
        ends = [
            section.body.start
            for section in doc.sections
            if section.heading.isupper() and not section.number[:1].isdigit()
        ]
        for at in ends:
            if doc.text[at - 1 : at] == ";":
                yield self.finding((at - 1, at), "Bỏ dấu “;” ở cuối đề mục in hoa.", "")
        marks = {at: doc.text[at : at + 2] for at in ends}
        bare = sum(mark[:1] in ("\n", "") for mark in marks.values())
        for at, mark in marks.items():
            if mark == ".\n" or (mark == ":\n" and bare > len(ends) - bare):
                yield self.finding((at, at + 1), f"Bỏ dấu “{mark[0]}” ở cuối đề mục in hoa.", "")
