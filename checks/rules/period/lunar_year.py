"""Năm âm lịch và năm dương lịch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

STEMS = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")
BRANCHES = ("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi")
"""Year 0 of our count is Canh Thân, so the remainder of a year by ten and by twelve is its place in these."""
ALIKE = {"Kỉ": "Kỷ", "Quí": "Quý", "Tí": "Tý", "Mẹo": "Mão", "Tị": "Tỵ"}
_NAME = rf"(?P<stem>{'|'.join(STEMS)}|Kỉ|Quí) (?P<branch>{'|'.join(BRANCHES)}|Tí|Mẹo|Tị)"
# “Tết Nguyên đán Bính Ngọ 2026”, “xuân Bính Ngọ năm 2026”, “năm Bính Ngọ (2026)”
NAMED = Pattern(
    rf"(?:Tết(?: Nguyên [Đđ]án| [Cc]ổ truyền)?|[Xx]uân|[Nn]ăm)(?: năm| mới|,)* (?P<name>{_NAME})"
    r"(?:(?:,? năm| -| –|,)? \(?(?:năm )?(?P<year>[12]\d{3}))?(?![\w/]|[.,]\d)",
    hooks=("Tết ", "uân ", "ăm "),
    back=1,
)
# The last month of the lunar year falls into the next year of ours
LAST_MONTH = Pattern(r"(?:tháng (?:Chạp|chạp|12|Mười Hai)|ông Công|ông Táo)[^.;\n]{0,40}$")
TOLD = Pattern(r"(?<!\w)(?:đã|vừa qua|năm trước|năm ngoái|kết quả|trong dịp)(?!\w)")
HEAD = "Hà Tân, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nCác phòng thực hiện:\n\nI. NỘI DUNG\n\n"
HALF = 6
"""A paper of the first half of a year speaks of the Tết of that year."""


class LunarYear(Rule):
    """Năm âm lịch khớp với năm dương lịch ghi cạnh: Tết Nguyên đán Bính Ngọ là Tết năm 2026, Tết Đinh Mùi là năm 2027.

    Tên năm âm lịch không kèm năm dương lịch chỉ xét sau chữ “Tết”, “xuân”: văn bản ban hành đầu năm 2026 mà còn ghi Tết Ất Tỵ, cuối năm 2026 mà còn
    phát động chăm lo Tết Bính Ngọ, là sót từ năm trước.
    """

    tier = "gợi ý"
    source = "Phép tính can chi"
    good = (
        "Chăm lo Tết Nguyên đán Bính Ngọ 2026; mừng Đảng, mừng xuân Đinh Mùi năm 2027; sinh năm Canh Dần 1890; năm Kỉ Tị (1989).\n",
        "Đưa ông Táo ngày 23 tháng Chạp năm Ất Tỵ 2026; xuân Bính Ngọ, 2.026 cây; thôn Tân Mùi năm 2026.\n",
        HEAD
        + "1. Năm Ất Tỵ là năm được mùa; Tết Đinh Mùi; trong dịp Tết Ất Tỵ không để xảy ra cháy nổ; chăm lo Tết Bính Ngọ.\n",
        HEAD.replace("tháng 01", "tháng 11")
        + "1. Chăm lo Tết Đinh Mùi; năm Bính Ngọ được mùa; đã chăm lo Tết Bính Ngọ.\n",
        HEAD.replace("Phát động phong trào thi đua", "Công tác dân số").replace("tháng 01", "tháng 11")
        + "1. Chăm lo Tết Bính Ngọ.\n",
    )
    bad = (
        HEAD.replace("tháng 01", "tháng 8") + "1. Bàn giao nhà để các hộ đón Tết Nguyên đán [[Bính Ngọ→Đinh Mùi]].\n",
        HEAD + "1. Đợt 1: mừng Đảng, mừng Xuân [[Bính Tỵ→Bính Ngọ]].\n",
        "Bình ổn thị trường dịp Tết Nguyên đán [[Ất Tỵ→Bính Ngọ]] 2026; mừng xuân [[Bính Mùi→Đinh Mùi]] - 2027.\n",
        HEAD + "1. Bảo đảm an ninh trật tự dịp Tết Nguyên đán [[Ất Tỵ→Bính Ngọ]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in NAMED.finditer(doc.text):
            if LAST_MONTH.search(doc.text, max(0, match.start() - 60), match.start()):
                continue
            name = f"{ALIKE.get(match['stem'], match['stem'])} {ALIKE.get(match['branch'], match['branch'])}"
            if match["year"]:
                right = lunar(int(match["year"]))
                if name != right:
                    yield self.finding(match.span("name"), f"Năm {match['year']} là năm {right}.", right)
            elif not match[0].lower().startswith("năm"):
                yield from self._left_over(doc, match, name)

    def _left_over(self, doc: Document, match: re.Match[str], name: str) -> Iterator[Finding]:
        """The Tết of last year in what is to be done this year."""
        issued = doc.issued
        if issued is None or match.start() < doc.preface.end:
            return
        next_one = issued.year + (issued.month > HALF)  # whose Tết is still to come
        if issued.month > HALF and not (doc.launch and name == lunar(issued.year)):
            return
        if name != lunar(next_one - 1) and not _mixed(name, issued.year):
            return
        line = doc.text.rfind("\n", 0, match.start()) + 1
        if not TOLD.search(doc.text, line, match.start()):
            right = lunar(next_one)
            message = f"Văn bản ban hành năm {issued.year}, Tết năm này là {right}: xem lại “{name}”."
            if next_one > issued.year:
                message = f"Tết {name} đã qua khi văn bản được ban hành; Tết sắp tới là {right}."
            yield self.finding(match.span("name"), message, right, severity=Severity.WARNING)


def _mixed(name: str, year: int) -> bool:
    """“Xuân Đinh Tỵ” of 2027: one half is right, the other left over."""
    return sum(a == b for a, b in zip(name.split(), lunar(year).split(), strict=True)) == 1


def lunar(year: int) -> str:
    """The name of the lunar year that begins in ``year``."""
    return f"{STEMS[year % 10]} {BRANCHES[year % 12]}"
