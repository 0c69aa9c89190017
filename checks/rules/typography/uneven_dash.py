"""Dấu cách hai bên gạch nối."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_address, in_table

# “3- 4%”, “kinh tế- xã hội”; “3 -4%”, “kinh tế -xã hội”
RIGHT = (Pattern(r"- +(?=\w)", needs="- "), Pattern(r"– +(?=\w)", needs="– "))
LEFT = (Pattern(r" -(?=\w)", needs=" -"), Pattern(r" –(?=\w)", needs=" –"))
ABBREVIATION = 3
"""Shorter capitals before a dash may belong to a number (“/KH- UBND”)."""


class UnevenDash(Rule):
    """Hai bên dấu gạch ngang hoặc cùng có dấu cách, hoặc cùng không: “3 - 4%”, “kinh tế - xã hội”."""

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Nghị định 30/2020/NĐ-CP in “20 - 25 mm”, “13 - 14”"
    good = (
        "ngày 02-9; TP.HCM-Long Thành; -5 độ C.\n",
        "giảm 3 - 4% mỗi năm, giai đoạn 2026-2030, kinh tế - xã hội.\n",
        "- Nội dung thứ nhất;\n+ Nội dung thứ hai; - nội dung thứ ba.\n",
        "nhiệt độ từ -2 đến 5 độ, Kế hoạch số 12 -KH/TU; Xin- ga-po; nước Campu- chia.\n",
        "| kinh tế- xã hội | 5 |\n\nCông văn số 12/UBND- VX; Kế hoạch số 15/HD- đoàn.\n",
        "Các xã tổ chức sơ kết phong trào thi đua, đánh giá tác\nđộng của thiên tai, dịch bệnh và của xung đột quân sự Nga-\n"
        "Ukraine, biến động giá cả đến sản xuất và đời sống của\nngười dân trong xã, nhất là các hộ nghèo ven sông.\n",
    )
    bad = (
        "giảm [[3- 4→3 - 4]]% mỗi năm.\n",
        "phát triển kinh [[tế- xã→tế - xã]] hội.\n",
        "công chức, [[CCVC- đoàn→CCVC - đoàn]] viên công đoàn.\n",
        "Sở Lao [[động -Thương→động - Thương]] binh và Xã hội.\n",
        "giai đoạn [[2026 -2030→2026 - 2030]].\n",
        "ông Trần Văn [[Đào- Trưởng→Đào - Trưởng]] thôn Hạ.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for pattern in RIGHT + LEFT:
            for match in pattern.finditer(text):
                before, after = self._beside(text, match.start(), match.end())
                alike = before.isdigit() == after[:1].isdigit() and (
                    before.isdigit()
                    or (before.islower() and after.isalpha())
                    or self._short(pattern, before, after)
                    or self._names(pattern, before, after)
                )
                # “Nga-” at the end of a line, “Ukraine” at the head of the next: the line broke there, nobody wrote a blank
                broken = "\n" in doc.written[match.start() : match.end()]
                if broken or not alike or in_table(doc, match.start()) or in_address(text, match.start()):
                    continue
                span = (match.start() - len(before), match.end() + len(after))
                yield self.finding(span, "Dấu gạch ngang chỉ có dấu cách ở một bên.", f"{before} - {after}", safe=True)

    def _short(self, pattern: Pattern, before: str, after: str) -> bool:
        """“CCVC- đoàn viên”: an abbreviation and a word, no number “12/KH- UBND” torn apart."""
        return pattern in RIGHT and before.isupper() and len(before) > ABBREVIATION and after.islower()

    def _names(self, pattern: Pattern, before: str, after: str) -> bool:
        """“Nguyễn Văn Hồng- Trưởng ban”, “Bà Rịa- Vũng Tàu”, no syllables of one foreign name (“Xin- ga-po”)."""
        return pattern in RIGHT and all(part.istitle() and len(part) > 1 for part in (before, after))

    def _beside(self, text: str, start: int, end: int) -> tuple[str, str]:
        """The word or the digits right before ``start`` and right after ``end``."""
        first, last = start, end
        while first and text[first - 1].isalnum():
            first -= 1
        while last < len(text) and text[last].isalnum():
            last += 1
        before, after = text[first:start], text[end:last]
        return (before, after) if before.isalpha() or before.isdigit() else ("", after)
