"""Số đợt, số giai đoạn, số nội dung nêu trước."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman
from checks.finding import Finding, Severity
from checks.outline import Marker
from checks.patterns import Pattern
from checks.rule import Rule

WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
_COUNT = r"(?P<count>(?P<n>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám) "
_ITEMS = r"nội dung|nhiệm vụ|giải pháp|biện pháp|mục tiêu|yêu cầu|lĩnh vực|khâu|việc|vấn đề|bước"
# “tổ chức 04 đợt thi đua:”, “chia làm hai giai đoạn:”
ANNOUNCED = Pattern(
    _COUNT + r"(?P<what>đợt|giai đoạn|chặng))(?=[ ,:;])[^\n.;]{0,80}:[ *]*\n",
    hooks=("đợt", "giai đoạn", "chặng"),
    back=len("bốn "),
)
# “gồm ba nhóm nội dung:”, “thực hiện tốt 05 nhiệm vụ trọng tâm sau đây:”, with its items numbered below
NUMBERED = Pattern(
    _COUNT + rf"(?P<what>(?:nhóm )?(?:{_ITEMS})))(?=[ ,:])[^\n.;:]{{0,60}}:[ *]*\n\s*",
    hooks=("nhóm ", *_ITEMS.split("|")),
    back=len("bốn "),
)
# “chia thành bốn cụm: cụm biển, cụm chợ, …”: each item says again what it is
REPEATED = Pattern(
    _COUNT + r"(?P<what>khối|cụm|nhóm|tổ|đội|mũi|khâu))(?=[ :])[^\n.;:,]{0,24}: ?(?P<list>(?P=what) [^.\n()]+)",
    hooks=("khối", "cụm", "nhóm", "tổ", "đội", "mũi", "khâu"),
    back=len("bốn "),
)
HEAD_OF = r"(?! trưởng| phó| viên)"
"""“tổ trưởng” is no second group."""
REACH = 1600
"""Characters below in which the parts stand, each with its number."""
IN_LIST = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC TIÊU\n\nLập thành tích.\n\nII. NỘI DUNG\n\n"


class AnnouncedCount(Rule):
    """Số đợt, số giai đoạn, số nội dung nêu trước khớp với những gì kể ra: “04 đợt: Đợt 1 …, Đợt 4 …”.

    Chỉ xét khi từng đợt, từng nội dung kể ra có đánh số, hoặc mỗi phần kể ra nhắc lại tên gọi (“bốn cụm: cụm biển, cụm chợ, …”).
    """

    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Năm học tổ chức 02 đợt thi đua:\n- Đợt 1: Từ tháng 9 đến tháng 11.\n- Đợt 2: Từ tháng 12 đến tháng 5.\n",
        "Chia làm hai giai đoạn:\n- Giai đoạn I: năm 2026;\n- Giai đoạn II: năm 2027.\n",
        "Chia làm 02 giai đoạn:\n- Chuẩn bị;\n- Thực hiện.\n",
        "Tổ chức 03 đợt:\n- Đợt 1: quý I.\n- Đợt 3: quý III; đợt hai báo cáo sau.\n",
        IN_LIST
        + "Thực hiện ba việc:\n\nNhư năm trước.\n\n1. Lao động.\n\n2. Học tập.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác thôn.\n",
        IN_LIST
        + "Phong trào gồm hai nội dung:\n\n1. Lao động.\n\n2. Học tập.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Các thôn.\n",
        "Phong trào gồm hai nội dung:\n\n1. Lao động.\n\n2. Học tập.\n\n3. Các thôn thực hiện.\n",
        IN_LIST
        + "Thực hiện ba việc:\n\n1. Lao động.\n\n2. Học tập.\n\n4. Tiết kiệm.\n\nTrong đó có hai việc:\n\n2. Một.\n",
        "Chia thành ba khối: khối nội, khối ngoại, khối văn phòng; khối trưởng luân phiên. Có hai tổ: tổ một.\n",
    )
    bad = (
        "Năm học tổ chức [[03 đợt]] thi đua:\n- Đợt 1: Từ tháng 9 đến tháng 11.\n- Đợt 2: Từ tháng 12 đến tháng 5.\n",
        "Thời gian chia làm [[ba giai đoạn]]:\n- Giai đoạn I: năm 2026;\n- Giai đoạn II: năm 2027.\n",
        IN_LIST
        + "Tập trung [[03 nhiệm vụ]] trọng tâm sau:\n\na) Lao động.\n\nb) Học tập.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        IN_LIST
        + "Gồm [[hai nhóm nội dung]]:\n\n1. Lao động.\n\n2. Học tập.\n\n3. Tiết kiệm.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        "Địa bàn chia thành [[bốn cụm]] thi đua: cụm biển, cụm chợ và cụm đồng muối.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in ANNOUNCED.finditer(doc.text, doc.body.start, doc.body.end):
            what = match["what"]
            below = doc.text[match.end() : min(match.end() + REACH, doc.body.end)]
            told = re.findall(rf"(?m)^[ \t*•+–-]*{what.capitalize()} (\d{{1,2}}|[IVX]+)\b", below)
            numbers = [int(label) if label.isdigit() else roman(label) for label in told]
            if numbers == list(range(1, len(numbers) + 1)):
                yield from self._compared(match, len(numbers), Severity.ERROR)
        for match in NUMBERED.finditer(doc.text, doc.body.start, doc.body.end):
            yield from self._compared(match, _listed(doc.markers, match.end()), Severity.WARNING)
        for match in REPEATED.finditer(doc.text, doc.body.start, doc.body.end):
            items = re.findall(rf"(?:^|[,;] |và ){match['what']}(?!\w){HEAD_OF}", match["list"])
            yield from self._compared(match, len(items), Severity.WARNING)

    def _compared(self, match: re.Match[str], told: int, severity: Severity) -> Iterator[Finding]:
        stated = WORDS.get(match["n"]) or int(match["n"])
        if told >= 2 and told != stated:
            what = match["what"]
            message = f"Văn bản nêu {stated:02} {what} nhưng kể ra {told:02} {what}."
            yield self.finding(match.span("count"), message, severity=severity)


def _listed(markers: tuple[Marker, ...], at: int) -> int:
    """How many items the numbered list has that begins at ``at``; 0 where it is no whole list below a heading."""
    start = next((i for i, m in enumerate(markers) if m.span.start >= at), len(markers))
    below = markers[start:]
    if not below or below[0].line.span.start > at or below[0].nth != 1 or below[0].depth < 2:
        return 0
    first, found = below[0], 0
    for marker in below:
        if marker.depth < first.depth:
            break
        if marker.depth == first.depth:
            found += 1
            if marker.scheme != first.scheme or marker.nth != found:
                return 0
    return found
