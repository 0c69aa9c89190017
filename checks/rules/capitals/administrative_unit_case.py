"""Viết thường tên loại đơn vị hành chính."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL, SMALL
from checks.parsing.lines import is_caps
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, line_bounds, word_after, word_before
from checks.tables import words

UNIT = r"(?P<unit>Tỉnh|Huyện|Xã|Phường|Quận)(?!\w)"
AFTER_BODY = tuple(
    Pattern(f"{body} {UNIT}", needs=f"{body} ")
    for body in ("UBND", "HĐND", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân")
)
# “chào mừng Đại hội Đoàn Quận Sơn Thủy”: a unit in a sentence, before its name of two syllables
NAMED = Pattern(
    rf"(?:(?<=[{SMALL}] )|(?<=(?:UB|HĐ)ND )(?!Tỉnh))(?P<unit>Tỉnh|Huyện|Quận|Thị [Xx]ã|Thị [Tt]rấn|Thành [Pp]hố) "
    rf"(?P<name>[{CAPITAL}][{SMALL}]+) (?P<rest>[{CAPITAL}][{SMALL}]+)",
    hooks=("Tỉnh ", "Huyện ", "Quận ", "Thị ", "Thành "),
)
SURNAMES = words(
    "Lê Nguyễn Trần Phạm Phan Lý Ngô Đinh Hoàng Huỳnh Võ Vũ Đặng Bùi Trương Hồ Đỗ Hà Mai Cao Chu Dương Lương"
)
"""A unit may bear the name of a person, and then has a capital: “Quận Lê Chân”. Hà Nội is written both ways by its own offices."""
# “Thành phố Hồ Chí Minh” is a special case since Nghị định 30; “các thành phố Hồ Chí Minh, Đà Nẵng” lists two.
CITY = Pattern(r"thành phố(?= Hồ Chí Minh)", needs="thành phố Hồ Chí Minh")
PARTY = ("ủy", "uỷ", "đoàn", "đội")


HOUSE = 4
"""So many capitals and no small one are the way an office writes."""


class AdministrativeUnitCase(Rule):
    """Từ chỉ loại đơn vị hành chính viết thường: “UBND tỉnh”, “Ủy ban nhân dân xã”.

    Chỉ viết hoa trong “Thủ đô Hà Nội”, “Thành phố Hồ Chí Minh” và tên ghép với chữ số, tên người, sự kiện như “Quận 1”.
    """

    severity = Severity.WARNING
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III khoản 1"
    good = (
        "các Phó Chủ tịch UBND tỉnh; Ủy ban nhân dân xã; UBND Quận 1; UBND Phường Lê Lợi.\n",
        "Quận đoàn, Tỉnh Đoàn Sơn Thủy, Đảng bộ Quận Lê Chân, Thành phố Hà Nội, Thành phố Hồ Chí Minh; (số 5, Phường An Phú, Thành phố Sơn Khê).\n",
        "Thường trực HĐND, Tỉnh ủy; UBND, Huyện ủy; các thành phố Hồ Chí Minh, Đà Nẵng; thành phố Cần Thơ.\n",
    )
    bad = (
        "- Chủ tịch, các Phó Chủ tịch UBND [[Tỉnh→tỉnh]];\n",
        "Hội đồng nhân dân [[Xã→xã]] khóa XX.\n",
        "chào mừng Đại hội Đoàn [[Quận→quận]] Sơn Trà; đến trụ sở tại [[Thành phố→thành phố]] Đà Nẵng.\n",
        "Kế hoạch số 61/KH-UBND ngày 05/02/2021 của UBND [[Huyện→huyện]] Sơn Khê.\n",
        "trên địa bàn [[thành phố→Thành phố]] Hồ Chí Minh.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in (m for pattern in AFTER_BODY for m in pattern.finditer(text)):
            start, end = match.span("unit")
            following = word_after(text, end + 1) if text[end : end + 1] == " " else ""
            named = match["unit"] != "Tỉnh" and (following.istitle() or text[end + 1 : end + 2].isdigit())
            if named or following in PARTY or in_quotes(text, start) or is_caps(text[slice(*line_bounds(text, start))]):
                continue
            right = match["unit"].lower()
            # An office that never writes it small means its own unit by it: “các phòng, ban Quận”.
            own = doc.framed and text.count(f" {match['unit']}") >= HOUSE and f" {right}" not in doc.text
            yield self.finding(
                (start, end), f"“{right}” viết thường.", right, safe=not own, severity=Severity.STYLE if own else None
            )
        for match in NAMED.finditer(text):
            start, end = match.span("unit")
            other = match["name"] in SURNAMES or match["name"].lower() in PARTY or match["rest"].lower() in PARTY
            if other or match["name"] == "Hội" or in_quotes(text, start) or in_table(doc, start):
                continue
            right = match["unit"].lower()
            if text.count(match["unit"]) < HOUSE:  # else the office means its own unit by it
                yield self.finding((start, end), f"“{right}” viết thường.", right, safe=True)
        for match in CITY.finditer(text) if doc.decree_30 else ():
            if word_before(text, match.start() - 1) != "các" and not in_quotes(text, match.start()):
                yield self.finding(match.span(), "“Thành phố Hồ Chí Minh” viết hoa chữ đầu.", "Thành phố", safe=True)
