"""Số đợt, số giai đoạn, số nội dung nêu trước."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.counts import COUNT, against, counted, stated
from checks.facts.numbers import numeral
from checks.finding import Finding, Severity
from checks.parsing.markers import Marker
from checks.patterns import Pattern
from checks.rule import Rule

_ITEMS = (
    r"nội dung|nhiệm vụ|giải pháp|biện pháp|mục tiêu|yêu cầu|lĩnh vực|khâu|việc|vấn đề|bước|dự án|công trình|đối tượng|mô hình|chương trình"
    r"|tiêu chí|chỉ tiêu"
)
# “tổ chức 04 đợt thi đua:”, “chia làm hai giai đoạn:”
ANNOUNCED = Pattern(
    COUNT + r"(?P<what>đợt|giai đoạn|chặng))(?=[ ,:;])[^\n.;]{0,80}:[ *]*\n",
)
# “gồm ba nhóm nội dung:”, “thực hiện tốt 05 nhiệm vụ trọng tâm sau đây:”, with its items numbered below
NUMBERED = Pattern(
    COUNT + rf"(?P<what>(?:nhóm )?(?:{_ITEMS})))(?=[ ,:])(?:[^\n.;:]|(?<=\d)\.(?=\d)){{0,60}}:[ *]*\n\s*",
)
# “03 nội dung: (1) …; (2) …”, “bốn nhiệm vụ: một là …; hai là …”, “Thứ nhất, … Thứ hai, …”
ORDERED = Pattern(
    COUNT
    + rf"(?P<what>(?:nhóm )?(?:{_ITEMS})))(?=[ ,:])[^\n.;:]{{0,60}}:[ *]*(?=\(1\) |[Mm]ột là|\n?\n?[- ]*Thứ nhất|\n\n?[- ]*Một là)",
)
# “03 chiến dịch thi đua: “60 ngày đêm” (…); “Mùa khô” (…); “Về đích” (…)”: each item a quoted name
NAMED = Pattern(
    COUNT
    + r"(?P<what>chiến dịch|phong trào|cuộc vận động|đợt|hội thi|mô hình|chủ đề|chương trình))(?=[ :])[^\n.;:“”]{0,60}: ?"
    r"(?P<list>“[^“”\n]+”[^“”;\n]{0,160}(?:; “[^“”\n]+”[^“”;\n]{0,160}?)+)(?=[.\n])",
)
# “Sau 03 đợt thi đua trên, nhà trường tổng kết”: told above, one a line
ABOVE = Pattern(COUNT + r"(?P<what>đợt|giai đoạn|chặng))(?: thi đua)? (?:nêu |ở )?trên(?!\w)")
ROW = re.compile(r"\|? *(?:(?P<n>\d{1,2})|[^|\t\n]{0,40}?) *[|\t]")
HEAD_ROW = re.compile(r"\|? *(?:S?TT|Số TT|-+) *[|\t]", re.IGNORECASE)
_NUMERALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám")
ORDERS = (
    [re.compile(rf"\({n}\) ") for n in range(1, 20)],
    [re.compile(rf"(?<!\w){word} là(?!\w)", re.IGNORECASE) for word in _NUMERALS],
    [re.compile(rf"(?<!\w)Thứ {word}(?=[,:])", re.IGNORECASE) for word in _ORDINALS],
)
NEXT_HEADING = re.compile(r"\n[ *]*(?:[IVX]+|\d+(?:\.\d+)*)[.)] ")
BULLET = re.compile(r"[ \t]*(?P<mark>[-–•*+]) *\S")
CLOSE = 2
REACH = 1600
"""Characters below in which the parts stand, each with its number."""
IN_LIST = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC TIÊU\n\nLập thành tích.\n\nII. NỘI DUNG\n\n"


class AnnouncedCount(Rule):
    """Số đợt, số giai đoạn, số nội dung nêu trước khớp với những gì kể ra: “04 đợt: Đợt 1 …, Đợt 4 …”.

    Chỉ xét khi từng đợt, từng nội dung kể ra có đánh số (“Đợt 1”, “1.”, “(1)”, “một là”, “Thứ nhất”) hoặc gạch đầu dòng.
    """

    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        IN_LIST
        + "Triển khai nhiệm vụ sau:\n\n1. Lao động.\n\n2. Học tập.\n\n3. Tiết kiệm.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác thôn.\n",
        "Tập trung 04 nội dung: (1) phát triển kinh tế; (2) giảm nghèo; (3) chuyển đổi số; (4) bảo vệ môi trường.\n"
        "Có ba việc: một là học; hai là làm; ba là chơi.\n",
        "Tập trung 2 nhiệm vụ trọng tâm sau:\n- Giải phóng mặt bằng.\n+ Đo đạc.\n- Nâng cao chất lượng dạy học.\nNgoài ra:\n- Giữ gìn vệ sinh.\n",
        "Năm học tổ chức 02 đợt thi đua:\n- Đợt 1: Từ tháng 9 đến tháng 11.\n- Đợt 2: Từ tháng 12 đến tháng 5.\n",
        IN_LIST
        + "Hoàn thành 18 chỉ tiêu sau:\n\n1. Trồng 12 ha rừng.\n\n2. Làm 5 km đường.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        "Tập trung 3 chỉ tiêu sau:\n\nTT | Chỉ tiêu | Kế hoạch\nI | Kinh tế | \n1 | Làm đường | 5\n2 | Hộ nghèo | 6\n",
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
    )
    bad = (
        "- Đợt 1: từ ngày 05/9/2026.\n- Đợt 2: từ ngày 21/11/2026.\n- Đợt 3: từ ngày 16/01/2027.\n\nSau [[02 đợt]] thi đua trên, nhà trường tổng kết.\n",
        "Tổ chức [[04 chiến dịch]] thi đua: “60 ngày đêm” (từ ngày 20/01 đến ngày 20/3); “Mùa khô thắng lợi” (tháng 4); “Về đích” (tháng 9).\n",
        "Tập trung thực hiện [[03 nội dung]]: (1) phát triển kinh tế; (2) giảm nghèo; (3) chuyển đổi số; (4) bảo vệ môi trường.\n",
        "Tập trung [[4 nhiệm vụ]] sau: một là xây dựng nông thôn mới; hai là giảm nghèo; ba là chuyển đổi số.\n",
        "Thực hiện [[02 nhiệm vụ]] trọng tâm:\n\nThứ nhất, giảm nghèo.\n\nThứ hai, học tập.\n\nThứ ba, lao động.\n",
        "Tập trung vào [[bốn nhiệm vụ]] trọng tâm sau:\n\n- Nâng cao chất lượng giảng dạy.\n\n- Xây dựng trường học an toàn.\n\n- Đẩy mạnh chuyển đổi số.\n",
        "Năm học tổ chức [[03 đợt]] thi đua:\n- Đợt 1: Từ tháng 9 đến tháng 11.\n- Đợt 2: Từ tháng 12 đến tháng 5.\n",
        "Phong trào chia thành [[bốn đợt]]:\n\n1. Đợt 1: Quý I.\n\n2. Đợt 2: Quý II, quý III.\n\n3. Đợt 3: Quý IV.\n",
        "Thời gian chia làm [[ba giai đoạn]]:\n- Giai đoạn I: năm 2026;\n- Giai đoạn II: năm 2027.\n",
        IN_LIST
        + "Tập trung [[03 nhiệm vụ]] trọng tâm sau:\n\na) Lao động.\n\nb) Học tập.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        IN_LIST
        + "Tập trung vào [[04 dự án]] trọng điểm với tổng mức đầu tư 7.420 tỷ đồng:\n\n1. Cầu.\n\n2. Kè.\n\n3. Đường.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        IN_LIST
        + "Hoàn thành [[04 chỉ tiêu]] sau:\n\n1. Trồng 12 ha rừng.\n\n2. Làm 5 km đường.\n\n3. Giảm 6 hộ nghèo.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        IN_LIST + "Tập trung [[04 chỉ tiêu]] chủ yếu sau:\n\nTT | Chỉ tiêu | Kế hoạch\n"
        "1 | Trồng rừng | 12\n2 | Làm đường | 5\n3 | Hộ nghèo | 6\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        IN_LIST
        + "Gồm [[hai nhóm nội dung]]:\n\n1. Lao động.\n\n2. Học tập.\n\n3. Tiết kiệm.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in counted(ANNOUNCED, doc):
            what = match["what"]
            below = doc.text[match.end() : min(match.end() + REACH, doc.body.end)]
            numbers = list(map(numeral, _stages(what, below)))
            if numbers == list(range(1, len(numbers) + 1)):
                yield from self._compared(match, len(numbers), Severity.ERROR)
        for match in counted(ABOVE, doc):
            above = doc.text[max(doc.body.start, match.start() - REACH) : match.start()]
            numbers = [numeral(n) for n in _stages(match["what"], above)]
            if numbers and numbers == list(range(1, len(numbers) + 1)):
                yield from self._compared(match, len(numbers), Severity.WARNING)
        for match in counted(NUMBERED, doc):
            items = (
                _listed(doc.markers, match.end())
                or _bullets(doc.text, match.end(), doc.body.end)
                or _rows(doc.text, match.end(), doc.body.end)
            )
            if doc.text[match.start() - 1] == "/":  # “đạt 12/15 chỉ tiêu sau:”
                continue
            if match["what"].endswith("chỉ tiêu") and abs(items - stated(match)) > CLOSE:
                continue  # “18 chỉ tiêu sau:”, several in an item
            yield from self._compared(match, items, Severity.WARNING)
        for match in counted(NAMED, doc):
            yield from self._compared(match, match["list"].count("“"), Severity.WARNING)
        for match in counted(ORDERED, doc):
            below = doc.text[match.end() : min(match.end() + REACH, doc.body.end)]
            yield from self._compared(match, _ordered(below), Severity.WARNING)

    def _compared(self, match: re.Match[str], told: int, severity: Severity) -> Iterator[Finding]:
        if message := against(match, told):
            yield self.finding(match.span("count"), message, severity=severity)


def _stages(what: str, text: str) -> list[str]:
    """The numbers of the stages that begin a line: “- Đợt 2: từ ngày …”."""
    return re.findall(rf"(?m)^[ \t*•+–-]*(?:\d{{1,2}}[.)] |[a-zđ]\) )?{what.capitalize()} (\d{{1,2}}|[IVX]+)\b", text)


def _ordered(listed: str) -> int:
    """How many items are told in their order from the first on; 0 where they may go on behind what is read."""
    heading = NEXT_HEADING.search(listed)
    if heading is None and len(listed) == REACH:
        return 0
    listed = listed[: heading.start()] if heading else listed
    for orders in ORDERS:
        at, told = 0, 0
        for order in orders:
            found = order.search(listed, at)
            if found is None:
                break
            at, told = found.end(), told + 1
        if told:
            return told if told < len(orders) else 0
    return 0


def _bullets(text: str, at: int, end: int) -> int:
    """How many items with one mark stand in the lines from ``at`` on; 0 where what follows them is no other thing."""
    first, found = BULLET.match(text, at, end), 0
    if first is None:
        return 0
    for line in text[at:end].split("\n"):
        bullet = BULLET.match(line)
        if bullet and bullet["mark"] == first["mark"]:
            found += 1
        elif not bullet and line.strip():
            # A line that a page break cut: where the items end cannot be told
            return found if not line.strip()[0].islower() else 0
    return found


def _rows(text: str, at: int, end: int) -> int:
    """How many rows, numbered from 1 on, the table has that begins at ``at``; 0 where it is none or its rows have groups."""
    found = 0
    for line in filter(str.strip, text[at:end].split("\n")):
        first = ROW.match(line)
        if first is None or (found and int(first["n"] or 0) != found + 1):
            return found if first is None else 0
        if not found and first["n"] is None and not HEAD_ROW.match(line):
            return 0
        found += first["n"] is not None
    return found


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
