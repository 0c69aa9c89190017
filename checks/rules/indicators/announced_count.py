"""Số đợt, số giai đoạn, số nội dung nêu trước."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
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
_GROUPS = ("khối", "cụm", "nhóm", "tổ", "đội", "mũi", "khâu", "khu vực", "giai đoạn", "đợt", "mức", "hội thi")
REPEATED = Pattern(
    _COUNT
    + rf"(?P<what>{'|'.join(_GROUPS)}))(?=[ :])[^\n.;:,]{{0,24}}?(?::| gồm:?| là:?) ?(?P<list>(?i:(?P=what)) (?:[^.\n()]|\([^()\n]*\))+)",
    hooks=_GROUPS,
    back=len("bốn "),
)
# “chọn 2 xã làm điểm là xã Hồng Phong, xã Minh Sơn”
PLACES = Pattern(
    _COUNT + r"(?P<what>xã|phường|thôn|bản))(?=[ :])[^\n.;:,]{0,24}?(?::| gồm:?| là:?) ?(?P<list>(?P=what) [^.\n()]+)",
    hooks=tuple(f"{joined} {place} " for joined in (":", " gồm", " là") for place in ("xã", "phường", "thôn", "bản")),
    back=len("bốn phường có tất cả hai mươi chữ"),
)
# “phong trào “3 tốt”: học tập tốt, kỷ luật tốt, lao động tốt”
SLOGAN = Pattern(
    r"“(?P<count>(?P<n>\d|hai|ba|bốn|năm|sáu) (?P<what>[^\W\d_]+))”(?: gồm)?: ?(?P<list>[^.;:\n()“”]+)(?=[.;\n])",
    needs="”",
)
# “05 cá nhân: ông Nguyễn Văn Hải, bà Trần Thị Lụa, …”
_NAMED = rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Tt]hầy) [{CAPITAL}]"
PERSONS = Pattern(
    _COUNT
    + rf"(?P<what>cá nhân|đồng chí|học sinh|giáo viên|đảng viên))(?=[ :])[^\n.;:,]{{0,40}}: ?(?P<list>{_NAMED}[^\n.()…]+)(?=[.\n])",
    hooks=tuple(
        f": {word} " for word in ("ông", "bà", "đồng chí", "anh", "chị", "em", "cô", "thầy", "Ông", "Bà", "Đồng chí")
    ),
    back=len("bốn đồng chí có tất cả bốn mươi chữ và dấu, được"),
)
# “03 tập thể: Công an xã, Trạm Y tế, Đoàn Thanh niên”, “ba danh hiệu: Lao động tiên tiến, …”: each item begins as such a name does
_HEADS = (
    "Sở|Ban|Phòng|Văn phòng|Công an|Đoàn|Hội|Ủy ban|UBND|Trạm|Trường|Trung tâm|Chi cục|Chi bộ|Liên đoàn|Công đoàn|Báo|Đài|Bệnh viện|"
    "Công ty|Mặt trận|Kho bạc|Thuế|Hạt|Thanh tra|Bảo hiểm|Ngân hàng|Thôn|thôn|Xã|xã|Phường|phường|Bản|bản|Bộ Chỉ huy|Bưu điện|Tòa án|Viện|Lao động tiên tiến|"
    "Chiến sĩ thi đua|Tập thể|Đơn vị|Cờ thi đua|Gia đình văn hóa|Bằng khen|Giấy khen|Huân chương"
)
BODIES = Pattern(
    _COUNT
    + rf"(?P<what>tập thể|cơ quan|đơn vị|danh hiệu|trường|phòng|ban|sở))(?=[ :])[^\n.;:,]{{0,24}}?(?::| gồm:?| là:?) ?(?P<list>(?:{_HEADS})(?!\w)[^.\n();…]+)"
    r"(?=[.;\n])",
    hooks=("tập thể", "cơ quan", "đơn vị", "danh hiệu", "trường", "phòng", "ban", "sở"),
    back=len("bốn "),
)
NEXT = re.compile(rf"(?:, | và |, và )(?=(?:{_HEADS})(?!\w))")
# “02 xã về đích: Mường Chanh và Nà Lốc”: nothing but names
_NAME = r"[A-ZĐÀ-Ỵ]\w*(?: [A-ZĐÀ-Ỵ]\w*){0,3}"
NAMES = Pattern(
    _COUNT
    + rf"(?P<what>xã|phường|thôn|bản|xóm|ấp|huyện))(?=[ :])[^\n.;:,\d]{{0,40}}?: ?(?P<list>{_NAME}(?:, {_NAME})*(?:,? và {_NAME})?)(?=[.;)\n])",
    hooks=("xã", "phường", "thôn", "bản", "xóm", "ấp", "huyện"),
    back=len("bốn "),
)
# “giảm cả ba tiêu chí: số vụ, số người chết, số người bị thương”
COUNTS = Pattern(
    _COUNT + r"(?P<what>tiêu chí|mặt))(?=[ :])[^\n.;:,]{0,24}?(?::| về| gồm:?) ?\(?(?P<list>số [^.\n();]+)(?=[.;)\n])",
    hooks=("tiêu chí", "mặt"),
    back=len("bốn "),
)
# “đồng chí Hải và hai đồng chí ở thôn Thượng”
BRACKETED = re.compile(r" \([^()]*\)")
SOME = re.compile(r"(?:^|[,;] |và )(?:hai|ba|bốn|năm|\d{1,2}|các|một số) ")
BULLET = re.compile(r"[ \t]*(?P<mark>[-–•*+]) *\S")
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
        "Biểu dương 04 tập thể: Công an xã, Trạm Y tế, Trường Mầm non Sơn Ca, Đoàn Thanh niên.\n"
        "Giao 02 cơ quan gồm Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ.\n"
        "Hoàn thành 02 xã về đích: Mường Chanh và Nà Lốc; giảm cả ba tiêu chí: số vụ, số người chết, số người bị thương.\n"
        "Khen 03 tập thể: Công an xã, Trạm Y tế và hai trường học; chọn 03 xã: Mường Chanh, Nà Lốc và xã khác.\n",
        "Địa bàn có 03 khu vực: khu vực trung tâm, khu vực vùng cao và ven sông. Biểu dương 04 đồng chí: đồng chí Hải, đồng chí Lụa và hai đồng chí khác.\n"
        "Khen 02 cá nhân: ông Nguyễn Văn Hải, Trưởng thôn Hạ; bà Lý Thị Mẩy.\n"
        "Thực hiện “3 nhất”: kỷ luật nghiêm nhất, chất lượng tốt nhất, hiệu quả cao nhất; “3 sạch” gồm: nhà sạch, bếp và ngõ sạch.\n",
        "Tập trung 2 nhiệm vụ trọng tâm sau:\n- Giải phóng mặt bằng.\n+ Đo đạc.\n- Nâng cao chất lượng dạy học.\nNgoài ra:\n- Giữ gìn vệ sinh.\n",
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
        "Biểu dương [[03 tập thể]]: Công an xã, Trạm Y tế, Trường Mầm non Sơn Ca, Đoàn Thanh niên.\n",
        "Xét tặng [[02 danh hiệu]]: Lao động tiên tiến, Chiến sĩ thi đua cơ sở, Tập thể lao động tiên tiến.\n",
        "Hoàn thành [[03 xã]] về đích nông thôn mới: Mường Chanh và Nà Lốc.\n",
        "Giảm tai nạn giao thông trên cả [[hai tiêu chí]]: số vụ, số người chết, số người bị thương.\n",
        "Địa bàn chia thành [[04 khu vực]]: khu vực trung tâm, khu vực vùng cao, khu vực ven sông.\n",
        "Chọn [[2 xã]] làm điểm là xã Hồng Phong, xã Minh Sơn, xã An Bình.\n",
        "Tặng Giấy khen cho [[05 cá nhân]]: ông Nguyễn Văn Hải, bà Trần Thị Lụa, ông Hoàng Văn Páo và bà Lý Thị Mẩy.\n",
        "Thi đua thực hiện “[[3 tốt]]”: học tập tốt, rèn luyện tốt, kỷ luật tốt, lao động tốt.\n",
        "Tập trung vào [[bốn nhiệm vụ]] trọng tâm sau:\n\n- Nâng cao chất lượng giảng dạy.\n\n- Xây dựng trường học an toàn.\n\n- Đẩy mạnh chuyển đổi số.\n",
        "Năm học tổ chức [[03 đợt]] thi đua:\n- Đợt 1: Từ tháng 9 đến tháng 11.\n- Đợt 2: Từ tháng 12 đến tháng 5.\n",
        "Thời gian chia làm [[ba giai đoạn]]:\n- Giai đoạn I: năm 2026;\n- Giai đoạn II: năm 2027.\n",
        IN_LIST
        + "Tập trung [[03 nhiệm vụ]] trọng tâm sau:\n\na) Lao động.\n\nb) Học tập.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        IN_LIST
        + "Gồm [[hai nhóm nội dung]]:\n\n1. Lao động.\n\n2. Học tập.\n\n3. Tiết kiệm.\n\nIII. TỔ CHỨC\n\nCác thôn.\n",
        "Các khu phố chia thành [[04 cụm]]: Cụm 1 (khu phố 1, 2, 3), Cụm 2 (khu phố 4, 5), Cụm 3 (khu phố 6).\n",
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
            told_there = _listed(doc.markers, match.end()) or _bullets(doc.text, match.end(), doc.body.end)
            yield from self._compared(match, told_there, Severity.WARNING)
        grouped = REPEATED.finditer(doc.text, doc.body.start, doc.body.end)
        for match in (*grouped, *PLACES.finditer(doc.text, doc.body.start, doc.body.end)):
            again = re.compile(rf"{match['what']}(?!\w){HEAD_OF}", re.IGNORECASE)
            items = _items(BRACKETED.sub("", match["list"]))
            named = sum(again.match(item) is not None for item in items)
            # “khu vực trung tâm, khu vực vùng cao và ven sông” are three
            if named == len(items) or named > _stated(match):
                yield from self._compared(match, named, Severity.WARNING)
        yield from self._names(doc)
        for match in SLOGAN.finditer(doc.text, doc.body.start, doc.body.end):
            items = _items(match["list"].strip())
            if all(item.endswith(f" {match['what']}") for item in items):
                yield from self._compared(match, len(items), Severity.WARNING)
        for match in PERSONS.finditer(doc.text, doc.body.start, doc.body.end):
            named = len(re.findall(rf"(?:^|[,;] |và ){_NAMED}", match["list"]))
            if SOME.search(match["list"]):
                continue
            yield from self._compared(match, named, Severity.WARNING)

    def _names(self, doc: Document) -> Iterator[Finding]:
        for match in BODIES.finditer(doc.text, doc.body.start, doc.body.end):
            items = NEXT.split(match["list"])
            # A comma left in an item may be of its name (“Sở Văn hóa, Thể thao và Du lịch”) or part another one
            if not any(", " in item or SOME.search(item) for item in items):
                yield from self._compared(match, len(items), Severity.WARNING)
        for match in NAMES.finditer(doc.text, doc.body.start, doc.body.end):
            yield from self._compared(match, len(_items(match["list"])), Severity.WARNING)
        for match in COUNTS.finditer(doc.text, doc.body.start, doc.body.end):
            items = _items(match["list"])
            if all(item.startswith("số ") for item in items):
                yield from self._compared(match, len(items), Severity.WARNING)

    def _compared(self, match: re.Match[str], told: int, severity: Severity) -> Iterator[Finding]:
        stated = _stated(match)
        if told >= 2 and told != stated:
            message = f"Văn bản nêu {stated:02} {match['what']} nhưng kể ra {told:02}."
            yield self.finding(match.span("count"), message, severity=severity)


def _stated(match: re.Match[str]) -> int:
    return WORDS.get(match["n"]) or int(match["n"])


def _items(listed: str) -> list[str]:
    return [item for item in re.split(r"[,;] (?:và )?| và ", listed) if item.strip()]


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
