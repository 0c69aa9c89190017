"""Một chỉ tiêu hai con số."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.document import Document
from checks.facts.numbers import spell
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

if TYPE_CHECKING:
    from checks.facts.indicators import Indicator

YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")
# What narrows an indicator without being part of its name: “đợt 1”, “riêng khu vực đô thị”, “đến tháng 6”
NARROWS = Pattern(
    r"riêng|trong đó|bao gồm|gồm|đợt|quý|tháng|giai đoạn|đến ngày|đến năm|đối với|ở |tại |khu vực|vùng|cấp |bậc|loại|mức|nhóm"
)
# “- Tỷ lệ che phủ rừng”, “; tỷ lệ hộ nghèo đa”, “| Tỷ lệ che phủ rừng”: the first words of an item, a clause or a cell
ITEM = Pattern(r"(?:\n[^\w\n]*(?:\d[\d.]*[.)] |[a-zđ]\) )?|; |\d \| )(?P<opening>[^\W\d]+(?: [^\W\d]+){3})")
WORDS = 4
"""A shorter name (“hộ nghèo”, “số trường”) is shared by different indicators."""
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Mục tiêu\n\nVề đích.\n\n2. Chỉ tiêu\n\n"
END = "\n3. Nội dung\n\nThi đua.\n"


class SameIndicatorTwoValues(Rule):
    """Một chỉ tiêu nêu hai lần trong phần chỉ tiêu thì cùng một con số.

    Chỉ so hai chỗ cùng tên đầy đủ, cùng phạm vi, cùng năm, cùng cách so sánh và cùng đơn vị. Các bậc của một thang, các nhóm
    nhỏ hơn, các mốc thời gian khác nhau không bị so.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "- Tỷ lệ che phủ rừng đạt 60,9%.\n- Tỷ lệ hộ nghèo đa chiều còn 3%; tỷ lệ hộ nghèo đa chiều ở xã biên giới còn 9%.\n"
        + END,
    )
    bad = (
        HEAD
        + "Tỷ lệ hộ nghèo còn [[3,5%]].\n\n| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch |\n|---|---|---|---|\n| 1 | Tỷ lệ hộ nghèo | % | 5,3 |\n"
        + END,
        HEAD
        + "- Tỷ lệ che phủ rừng toàn xã đạt [[60,9%]].\n\nTT | Chỉ tiêu | Đơn vị tính | Kế hoạch\n1 | Tỷ lệ che phủ rừng toàn xã | % | 61,9\n"
        + END,
        HEAD
        + "- Tỷ lệ che phủ rừng toàn tỉnh đạt 60,9%.\n- Trồng 120 ha rừng.\n- Tỷ lệ che phủ rừng toàn tỉnh đạt [[61,9%]].\n"
        + END,
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.section("targets") else "văn bản không có phần chỉ tiêu")

    def check(self, doc: Document) -> Iterator[Finding]:
        if not _repeats(doc):
            return
        seen: dict[tuple[str, str, str, str, str], Indicator] = {}
        for found in doc.indicators:
            name = " ".join(found.name.lower().split())
            line = doc.lines[found.line - 1].text
            if len(name.split()) < WORDS or NARROWS.search(f"{name} {found.scope} ") or found.of or found.previous:
                continue
            years = " ".join(YEAR.compiled.findall(line))
            # A table leaves out “đạt”, “còn”
            comparison = "" if found.comparison in ("đạt", "còn") else found.comparison
            key = (name, found.scope, comparison, found.unit, years)
            first = seen.setdefault(key, found)
            if (first.value, first.upper) != (found.value, found.upper) and first.line != found.line:
                message = f"Chỉ tiêu này ở dòng {first.line} ghi {spell(first.value)}, ở đây ghi {spell(found.value)}."
                yield self.finding(found.span, message)


def _repeats(doc: Document) -> bool:
    """Do two items begin alike? Reading the targets costs 20 ms of a cold run, and few texts name one twice."""
    openings: set[str] = set()
    for section in doc.sections:
        if "targets" not in section.roles or section.level > 1:
            continue
        for item in ITEM.finditer(doc.text, *section.body):
            opening = item["opening"].lower()
            if opening in openings:
                return True
            openings.add(opening)
    return False
