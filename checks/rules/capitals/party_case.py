"""Viết hoa chữ Đảng."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, word_after
from checks.tables import words

PARTY = Pattern(r" đảng(?!\w)", needs=" đảng")
# “Đại hội đại biểu toàn quốc lần thứ XIV của đảng”
CONGRESS = Pattern(r"(?:lần thứ|Đại hội) [IVX]+ của $")
# “Nghị quyết trung ương 4 khóa XII”
PLENUM = Pattern(r"(?:Nghị quyết|Hội nghị|Kết luận) (?P<word>trung ương) (?=\d|lần thứ)", needs=" trung ương ")
FREE = (
    "lãnh đạo của",
    "chủ trương của",
    "đường lối của",
    "nghị quyết của",
    "Nghị quyết của",
    "quan điểm của",
    "mừng",
    "xây dựng",
    "ơn",
    "theo",
    "bảo vệ",
)
COMPOUNDS = words("viên ủy uỷ bộ đoàn phái phí cầm chính trị kỳ huy")


class PartyCase(Rule):
    """“Đảng” chỉ Đảng Cộng sản Việt Nam viết hoa: “sự lãnh đạo của Đảng”, “xây dựng Đảng”.

    “đảng viên”, “cấp ủy đảng”, “tổ chức cơ sở đảng”, “kỷ luật đảng” viết thường.
    """

    severity = Severity.WARNING
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 4"
    good = (
        "dưới sự lãnh đạo của Đảng; công tác xây dựng Đảng; tổ chức cơ sở đảng; cấp ủy đảng; lãnh đạo của đảng ủy xã.\n",
        "sự lãnh đạo của đảng bộ; xây dựng đảng viên gương mẫu; kỷ luật đảng.\n",
    )
    bad = (
        "Thực hiện Nghị quyết [[trung ương→Trung ương]] 4 khóa XII.\n",
        "theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của [[đảng→Đảng]].\n",
        "dưới sự lãnh đạo của [[đảng→Đảng]], nhiệm vụ đã hoàn thành.\n",
        "công tác xây dựng [[đảng→Đảng]] trong sạch, vững mạnh.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in PLENUM.finditer(text):
            yield self.finding(match.span("word"), "“Trung ương” trong tên hội nghị viết hoa.", "Trung ương", safe=True)
        for match in PARTY.finditer(text):
            start, end = match.start() + 1, match.end()
            following = word_after(text, end + 1) if text[end : end + 1] == " " else ""
            congress = CONGRESS.search(text, max(0, start - 30), start)
            free = text.endswith(FREE, 0, match.start()) or congress
            if following not in COMPOUNDS and free and not in_quotes(text, start):
                yield self.finding((start, end), "“Đảng” chỉ Đảng Cộng sản Việt Nam được viết hoa.", "Đảng")
