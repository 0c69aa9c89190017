"""Tổng của những thứ khác loại."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts import units
from checks.facts.dates import BY_A_DAY
from checks.facts.numbers import COUNT, spell, whole_number
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “gồm 12 tập thể và 30 cá nhân”
LIST = Pattern(
    rf"(?P<word>ao gồm|gồm|trong đó)(?: có)?:? ?(?=(?P<parts>(?:{COUNT}(?= )[^\d\n.;()%]{{2,60}}){{2,9}}))",
    hooks=("ao gồm", "gồm", "trong đó"),
)
# “42 tập thể, cá nhân được khen thưởng”, read backwards from there
WHOLE = Pattern(rf"(?<![\d.,/])(?P<total>{COUNT}) (?P<what>[^\d\n.;:%]{{2,70}}?)(?:{BY_A_DAY})?[ ,(:]*b?$")
REACH = 120
# “102 đơn vị hành chính cấp xã (88 xã, 14 phường)”
BRACKET = Pattern(
    rf"\((?=(?P<parts>{COUNT} [^\d\n.;()%/]{{2,40}}(?:(?:,| và) {COUNT} [^\d\n.;()%/]{{2,40}}){{1,4}})\))", needs="("
)
# “…, tổng kinh phí 680 triệu đồng”: of the parts something else is told
ON = re.compile(r", (?:với )?(?:tổng|trị giá|mỗi|bình quân)(?!\w)")
PART = Pattern(rf"(?P<count>{COUNT}) (?P<of>[^\d]+)")
# “12 tập thể và 30 cá nhân, tổng số 42 …”
AFTER = Pattern(
    rf"(?<![\d.,/])(?P<groups>{COUNT}) tập thể(?:,| và) (?P<persons>{COUNT}) cá nhân[^\d\n.;]{{0,60}}[;,(]? ?"
    rf"(?<!trong )tổng (?:số|cộng)(?: là|:)? ?(?P<total>{COUNT})(?![\d.])(?! (?:tập thể|cá nhân)(?! và|, ))",
    hooks=(" tập thể và ", " tập thể, "),
    back=len("1.234"),
)
# “42 cán bộ, giáo viên, nhân viên: 03 cán bộ quản lý, 34 giáo viên và 05 nhân viên”: nobody holds two of these posts
_POST = (
    r"cán bộ(?: quản lý)?|giáo viên|nhân viên|công chức|viên chức|lao động hợp đồng|hợp đồng lao động|người lao động"
)
STAFF = Pattern(
    rf"(?<![\d.,/])(?P<total>{COUNT}) (?P<what>(?:cán bộ|giáo viên|nhân viên|công chức|viên chức|người|lao động)(?!\w)[^\d.;:()\n]{{0,50}}?)"
    rf"(?:,? gồm:?| \(|:) ?(?=(?P<parts>(?:{COUNT} (?:{_POST})(?!\w)[^\d;.()\n]{{0,25}}){{2,5}})[).;\n])",
    hooks=(" cán bộ", " giáo viên", " nhân viên", " công chức", " viên chức", " người", " lao động"),
    back=len("1.234"),
)
_KIND = rf"(?:{COUNT}) [^\W\d_][^\d\n.;:()%]{{2,40}}"
# “10 khu phố, 05 tập thể và 45 cá nhân, tổng cộng 60 trường hợp”
IN_ALL = Pattern(
    rf"(?<![\d.,/–-])(?P<parts>{_KIND}(?:(?:,| và) {_KIND}){{1,4}}),? \(?(?:tổng cộng|tổng số) (?:là )?"
    rf"(?P<total>{COUNT}) (?:trường hợp|đơn vị|đầu mối|tổ chức|tập thể, cá nhân|tập thể và cá nhân|đối tượng|điển hình|gương|"
    rf"khoa, phòng|phòng, khoa|phòng, ban|xã, phường|thôn, bản|sở, ngành|lớp, khối)(?!\w)",
    hooks=("tổng cộng ", "tổng số "),
    back=200,
)
AWARDED = ("tập thể, cá nhân", "tập thể và cá nhân", "cá nhân, tập thể", "trường hợp", "điển hình", "gương")
"""What counts groups and persons together."""
UNIT = Pattern(rf"(?:{units.UNIT})(?!\w)", flags=re.IGNORECASE)
SEPARATORS = (",", " và", ";", ", và")
NEAR = 10
"""A slip of one figure misses by less than a tenth; farther off, the total contains the parts and is not made of them."""
LONGEST = 7
"""Words of what a bracket divides: farther back another thing is counted."""
PLACES = (
    "xã", "phường", "đặc khu", "thị trấn", "thôn", "bản", "buôn", "làng", "xóm", "ấp", "khu phố", "tổ dân phố", "khối phố", "huyện", "sở", "ban",
    "phòng", "chi cục", "trung tâm", "cơ quan", "doanh nghiệp", "trường", "bệnh viện", "trạm", "hợp tác xã",
)  # fmt: skip
"""No two of these are one; of people in a bracket one may be several."""
FEWEST = 6
"""“05 huyện, gồm 32 xã”: a small total is a place, its parts are in it."""


class SumOfKinds(Rule):
    """Tổng của những thứ khác loại bằng số từng loại cộng lại: “42 tập thể, cá nhân, gồm 12 tập thể và 30 cá nhân”.

    Số tập thể và số cá nhân không bao giờ trùng nhau nên tổng phải khớp. Những thứ khác (“12 công trình, gồm 05 trường học, 07 trạm
    y tế”) chỉ báo khi văn bản nói “gồm” và tổng lệch ít, như khi gõ nhầm một chữ số.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính câu văn"
    good = (
        "Có 42 cán bộ, giáo viên, nhân viên (03 cán bộ quản lý, 34 giáo viên, 05 nhân viên).\n",
        "Có 62 công chức (45 công chức nam, 20 đảng viên); khen 20 người (12 giáo viên).\n",
        "Khen thưởng 42 tập thể, cá nhân, gồm 12 tập thể và 30 cá nhân; biểu dương 12 tập thể, 30 cá nhân, tổng số 42 gương.\n",
        "Khen thưởng 60 trường hợp, trong đó 12 tập thể, 30 cá nhân; hoàn thành 40 công trình, gồm 12 trường học, 10 trạm y tế.\n",
        "Hoàn thành 12 công trình, gồm 05 cầu dân sinh, 04 trường học, 02 trạm y tế và 01 nhà văn hóa.\n",
        "Toàn tỉnh có 10 cụm thi đua, gồm 60 xã, 30 phường. Cả 4 khối, gồm 3 sở, 2 ban; 20 xã, trong đó 10 xã, 9 xã biên giới.\n",
        "Ban có 15 thành viên, gồm 01 trưởng ban, 02 phó trưởng ban. Tổ 9 người, gồm 5 nữ 5 nam. Cả 20 xã, trong đó 15 xã, 4 thôn.\n",
        "Trồng 40 ha rừng, gồm 12 tập thể và 30 cá nhân nhận khoán; có 20 xã, gồm 8 xã và 11 xã biên giới.\n",
        "Có 5 cụm, gồm 3 xã, 1 phường; khen 45 trường hợp, trong đó 12 tập thể, 30 cá nhân; 30 đơn vị gồm 20 xã, 6 phường.\n",
        "Trao 12 “Mái ấm Công đoàn”, gồm 08 nhà xây mới và 04 nhà sửa chữa, tổng kinh phí 680 triệu đồng.\n",
        "Tuyên dương 12 tập thể, 30 cá nhân trong tổng số 30 cá nhân được đề nghị.\n",
    )
    bad = (
        "Tặng Giấy khen cho 10 khu phố, 05 tập thể cơ quan, đơn vị và 45 cá nhân, tổng cộng [[65]] trường hợp.\n",
        "Nhà trường có [[43]] cán bộ, giáo viên, nhân viên: 03 cán bộ quản lý, 34 giáo viên và 05 nhân viên.\n",
        "Danh hiệu: [[55]] lao động tiên tiến (45 giáo viên, 05 nhân viên, 02 cán bộ quản lý).\n",
        "Tổ giúp việc có [[08]] người, gồm 01 tổ trưởng, 02 tổ phó và 06 tổ viên.\n",
        "Tặng Bằng khen cho [[58]] tập thể, cá nhân, trong đó có 21 tập thể và 36 cá nhân.\n",
        "Khen thưởng [[45]] tập thể, cá nhân, gồm 12 tập thể và 30 cá nhân có thành tích.\n",
        "Khen thưởng [[42]] trường hợp, trong đó 12 tập thể, 31 cá nhân.\n",
        "Có 100% khoa, phòng (18 khoa, 07 phòng, tổng số [[24]] khoa, phòng) đăng ký thi đua.\n",
        "Biểu dương 12 tập thể, 30 cá nhân tiêu biểu, tổng số [[43]] điển hình tiên tiến.\n",
        "Phấn đấu có [[120]] điển hình tiên tiến (gồm 45 tập thể và 70 cá nhân).\n",
        "Trao [[12]] “Mái ấm Công đoàn”, gồm 08 nhà xây mới và 05 nhà sửa chữa, tổng kinh phí 680 triệu đồng.\n",
        "Sửa xong [[37]] công trình thủy lợi, đê kè xung yếu trước ngày 31 tháng 8 năm 2026, gồm 21 công trình thủy lợi và 18 đoạn đê, kè.\n",
        "Lắp đặt [[320]] bóng đèn chiếu sáng ngõ, gồm 220 bóng do ngân sách phường đầu tư và 120 bóng từ nguồn xã hội hóa.\n",
        "Tỉnh có [[102]] đơn vị hành chính cấp xã (86 xã, 14 phường).\n",
        "Phạm vi: 07 phòng chuyên môn, 08 chi cục và 11 đơn vị sự nghiệp trực thuộc Sở (tổng số [[28]] đơn vị).\n",
        "Hoàn thành [[12]] công trình, gồm 05 cầu dân sinh, 04 trường học, 02 trạm y tế.\n",
        "Địa bàn có [[130]] đơn vị hành chính cấp xã, bao gồm 108 xã và 21 phường.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in LIST.finditer(doc.text):
            parts = _parts(match["parts"])
            whole = WHOLE.search(doc.text, max(0, match.start() - REACH), match.start()) if parts else None
            if whole and _wrong(whole, match["word"] != "trong đó", parts):
                yield self._told(whole, sum(count for count, _ in parts))
        for match in BRACKET.finditer(doc.text):
            parts = _parts(match["parts"])
            whole = WHOLE.search(doc.text, max(0, match.start() - REACH), match.start()) if parts else None
            apart = all(of.startswith(PLACES) for _, of in parts)
            if whole and apart and len(whole["what"].split()) <= LONGEST and _wrong(whole, True, parts):
                yield self._told(whole, sum(count for count, _ in parts))
        for match in STAFF.finditer(doc.text):
            parts = _parts(match["parts"])
            summed, total = sum(count for count, _ in parts), whole_number(match["total"])
            if (
                parts
                and summed != total
                and abs(summed - total) * NEAR <= total
                and len({of.split(",")[0] for _, of in parts}) == len(parts)
            ):
                yield self._told(match, summed)
        awards = list(AFTER.finditer(doc.text))
        told = {match.start("total") for match in awards}
        for match in IN_ALL.finditer(doc.text):
            if match.start("total") in told:
                continue
            parts = _parts(match["parts"])
            summed, total = sum(count for count, _ in parts), whole_number(match["total"])
            if parts and summed != total and abs(summed - total) * NEAR <= total:
                yield self._told(match, summed)
        for match in awards:
            summed = whole_number(match["groups"]) + whole_number(match["persons"])
            if whole_number(match["total"]) != summed:
                yield self._told(match, summed)

    def _told(self, whole: re.Match[str], summed: int) -> Finding:
        return self.wrong_total(whole.span("total"), whole["total"], spell(Decimal(summed)))


def _wrong(whole: re.Match[str], all_of_it: bool, parts: list[tuple[int, str]]) -> bool:
    total, summed = whole_number(whole["total"]), sum(count for count, _ in parts)
    firsts = {of.split(" ")[0] for _, of in parts}
    same = len(firsts) == 1 and (
        whole["what"].startswith(tuple(firsts)) or len({of[:8] for _, of in parts}) < len(parts)
    )
    # “320 bóng đèn, gồm 200 bóng …, 120 bóng …”: a thing nobody listed among the units is added up here
    listed = same and UNIT.match(whole["what"])
    if summed == total or (same and (listed or not all_of_it)):
        return False
    if [of[:7] for _, of in parts] == ["tập thể", "cá nhân"]:
        both = "tập thể" in whole["what"] and "cá nhân" in whole["what"] and "hộ" not in whole["what"]
        close = both and abs(summed - total) * NEAR <= total
        return any(words in whole["what"] for words in AWARDED) and (all_of_it or summed > total or close)
    return all_of_it and total >= FEWEST and abs(summed - total) * NEAR <= max(total, NEAR)


def _parts(listed: str) -> list[tuple[int, str]]:
    """Each part's count and what it is of; empty where they are not set apart as a list."""
    on = ON.search(listed)
    found = list(PART.finditer(listed[: on.start()] if on else listed))
    apart = all(m["of"].rstrip().endswith(SEPARATORS) for m in found[:-1])
    return [(whole_number(m["count"]), m["of"]) for m in found] if apart and len(found) > 1 else []
