"""Dấu cách trước dấu câu."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table

# “phòng , ban”; not “tỉnh ………”, “khoản .5”
LOOSE = Pattern(r" (?:[,;.:?!](?![\w.…_,;:?!/])|[,;](?=[^\W\d_]{2}))", needs=(" ,", " ;", " .", " :", " ?", " !"))
CLOSED = ")”\"'%’»]"


class SpaceBeforeMark(Rule):
    """Dấu chấm, phẩy, hai chấm, chấm phẩy viết liền với chữ đứng trước.

    Dấu câu rời khỏi chữ dễ rơi xuống đầu dòng sau. Chỗ chấm để điền và ô trong bảng không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = (
        "Các sở, ban, ngành; Ủy ban nhân dân các xã, phường: thực hiện.\n",
        "Họ và tên : ………\n",
        "Thu ngân sách đạt ……… ; chi ngân sách đạt ………\n",
        "Gửi tệp .docx; bản đồ tỷ lệ 1 : 5.000; đơn vị : .....\n| Hạ , Trung | 20 |\n",
    )
    bad = (
        "Tiền mặt còn 20%[[ →]];tỷ lệ hài lòng đạt 94%.\n",
        "Các phòng[[ →]], ban, đơn vị chủ động thực hiện.\n",
        "Nơi nhận[[ →]]:\n- Như trên;\n",
        "thi đua “Dạy tốt, học tốt”[[  →]]; xây dựng trường học xanh.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in LOOSE.finditer(text):
            start, mark = match.start(), match.end() - 1
            while start and text[start - 1] == " ":
                start -= 1
            before = text[start - 1] if start else "\n"
            if not (before.isalnum() or before in CLOSED) or in_table(doc, mark) or blank_after(text, mark + 1):
                continue
            if text[mark] == ":" and before.isdigit():
                continue
            yield self.finding((start, mark), f"Thừa dấu cách trước dấu “{text[mark]}”.", "", safe=True)


def blank_after(text: str, at: int) -> bool:
    """Does a blank to fill in follow (“Họ và tên : ……”)?"""
    return text[at : at + 3].lstrip()[:1] in ("…", "_") or text[at : at + 5].lstrip().startswith("..")
