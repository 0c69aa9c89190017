"""Totals and the parts told with them: “92 tỷ đồng, gồm thuế 61 tỷ đồng, phí 31 tỷ đồng”, in a line or in the lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.facts import units
from checks.facts.dates import BY_A_DAY
from checks.facts.numbers import FIGURE, value
from checks.facts.units import SHARES, normal
from checks.finding import Span
from checks.patterns import Pattern, occurrences
from checks.values import NamedTuple

UNIT = rf"(?:cơ sở giáo dục|{units.UNIT}|đại biểu|thành viên|giờ dạy|giải(?! (?:pháp|thưởng))|em)"
_ENLISTED = ({"quân đội", "công an"}, {"quân sự", "công an"})
"""Where the young men of a year go: nobody to both."""
_FORCES = {
    "công an",
    "quân sự",
    "dân quân",
    "bộ đội",
    "biên phòng",
    "kiểm lâm",
    "lực lượng công an",
    "lực lượng quân sự",
    "dân quân tự vệ",
    "an ninh cơ sở",
}
"""Nobody serves in two of them."""
_PUPILS = ("em", "cháu", "học sinh", "trẻ", "trẻ em")
"""“986 học sinh (khối 6: 262 em, …)”: a school calls its pupils by either."""
_SCHOOLS = ("trường", "trung tâm")
"""“624 cơ sở giáo dục, trong đó có 210 trường mầm non, …, 03 trung tâm giáo dục thường xuyên”."""
_UNIT_AT = Pattern(UNIT, flags=re.IGNORECASE)
# Neither end of “145 - 150 ha” is a figure of its own
_F = rf"(?<![\d.,/–-])(?<!\d [-–] )(?:{FIGURE.pattern})(?![\d/]|[.,]\d| ?[-–] ?\d)"
# “đạt 638 triệu USD. T”, “86 nhà cho hộ nghèo (”: the total told just before
_BEFORE = Pattern(
    rf"(?P<total>{_F}) ?(?P<unit>{UNIT})(?!\w)[^\n;“”\d()]{{0,60}}"
    rf"(?:{BY_A_DAY}|(?<= năm )20\d\d)?[^\n“”\d()]{{0,3}}$"
)
_BEFORE_COLON = Pattern(rf"(?P<total>{_F}) ?(?P<unit>{UNIT})(?!\w)[^\n;:“”\d.()]{{0,40}}$")
# “kế hoạch vốn năm 2026 (7.200 tỷ đồng), trong đó”: the only amount so far
_BEFORE_BRACKET = Pattern(rf"\((?P<total>{_F}) ?(?P<unit>{UNIT})\)[,;:.]? ?$")
# “gồm 07 sản phẩm 3 sao và 02 sản phẩm 4 sao”: the stars are no count
_STARS = Pattern(r"[1-5](?<![\d.,][1-5])(?= sao(?!\w))", needs=" sao")
# “20 nhà “Mái ấm Công đoàn”, trong đó …”: the name of what is counted, as if without its marks
_TITLE = Pattern(r"“([^“”\n\d:;,.]{3,40})”", needs="“")
_EACH_OF = ("giải", "tập thể", "cá nhân", "mỗi", "mức")
MANY = 3
"""So many amounts before “tổng cộng” are its parts, whatever their names."""
REACH = 110
LONGEST = 2_000
"""No list inside a sentence is longer; a table that lost its line ends must not be read again for each of its figures."""
# “Trong đó: …”, “gồm: …”
_SAID = Pattern(
    r"(?:(?P<some>rong đó|(?<=đồng, )từ(?= (?:nguồn|ngân sách|quỹ)))|ao gồm|(?<!ao )gồm)(?: có)? ?:? ?(?=[^\s])",
    hooks=("rong đó", "ao gồm", "gồm", "từ nguồn", "từ ngân sách", "từ quỹ"),
)
_DIGIT = re.compile(r"\d")
# “14 triệu tấn, tăng 10% so với năm 2019 (13 triệu tấn), trong đó”: the total stands before what it is compared with
_COMPARED = Pattern(
    rf"[,;]? (?:tăng|giảm|vượt|bằng|đạt) {_F} ?(?:%|{UNIT})(?: so với| kế hoạch| dự toán| cùng kỳ| thực hiện| năm)"
    r"[^;:.“”()\n%]{0,40}(?: \([^()\n]{2,40}\))?[,;.] ?$"
)
_LEAST = re.compile(r"ít nhất $")
_SCALE = re.compile(r"hang (?:điểm )?$")
# “trong số 25 sáng kiến có 10 sáng kiến cấp tỉnh, 15 sáng kiến cấp cơ sở”
_AMONG = Pattern(r"rong (?:tổng )?số [^\n.;:()]{3,60}? có (?=\d)", hooks=("rong số ", "rong tổng số "))
# “86 nhà (xây mới 52 nhà, sửa chữa 34 nhà)”, “25 tập thể: 09 tập thể khối nội chính, …”
_BRACKET = Pattern(r"\((?!trong đó|gồm|bao gồm)(?=[^()\n]{6,160}\))", needs="(")
_COLON = Pattern(r": (?=[^\n]{10})", needs=": ")
# “20.000 cây xanh, khối thôn 12.000 cây, khối trường 8.000 cây”
_GROUPS = ("khối", "giai đoạn", "nam", "Tiểu đoàn", "Đại đội", "Trung đoàn", "Thôn")
_BARE = Pattern(rf", (?=(?:{'|'.join(_GROUPS)}) )", hooks=tuple(f", {word} " for word in _GROUPS))
# “quý I trồng 30 ha, quý II trồng 45 ha, tổng cộng 75 ha”
_SUMMED = Pattern(
    rf"[,;] (?:tổng cộng|tổng số|tổng|cộng|cả năm)(?: là| có|:)?[^\d,;.\n]{{0,24}} (?P<total>{_F}) ?(?P<unit>{UNIT})(?!\w)",
    hooks=(", tổng ", "; tổng ", ", cộng ", "; cộng ", ", cả năm "),
)
# What a figure is not a part with: a change, a bound, a comparison, another year
_NO_PART = Pattern(
    r"(?:tăng|giảm|(?<!cấp )trên|dưới|tối thiểu|tối đa|ít nhất|thêm|mỗi|bình quân|"
    r"từ(?! hoạt động| nguồn| thuế| tiền| đất)|đến|khoảng|hơn|gần|không quá|vượt|còn(?! lại)|nâng(?! cấp| công suất)|"
    r"so với|cùng kỳ|kế hoạch|"
    r"dự toán|chỉ tiêu giao|lũy kế|năm \d{4}|trong đó|riêng)(?!\w)",
    flags=re.IGNORECASE,
)
# Where the parts end and something else is said of them
_ON = Pattern(
    r", (?:đạt|bằng|chiếm|trị giá|tương đương|phấn đấu|bảo đảm|đảm bảo|hoàn thành|với|góp phần|nhằm|để|nâng|tăng|giảm|vượt) (?!tốt|xuất)"
)
_BRACKET_END, _SENTENCE_END = re.compile(r"[)\n]"), re.compile(r"\n|[.](?=\s|$)(?<!\d\.)|[.]$")
_OTHERS = re.compile(r"(?<!\w)(?:nhiều|một số|các|những|v\.v|khác)(?!\w)")
_MORE = re.compile(r"(?:và|cùng) (?:nhiều|một số|các)(?!\w)")
# Numbers that are names: “quý 2”, “loại 1”, “Cụm 3”, “giai đoạn 2026 - 2028”
_NAMED = Pattern(
    r"giai đoạn 20\d\d ?[-–] ?20\d\d(?!\d)"
    r"|(?:số|quý|tháng|ngày|khóa|lần thứ|thứ|loại|hạng|nhóm|tổ|đội|lớp|khối|mức|thôn|"
    r"đợt|chặng|cụm|giai đoạn|khu|khu vực|khu phố|tổ dân phố|tiểu khu|học kỳ|điều|khoản|đại đội|tiểu đoàn|trung đoàn|trung đội|lữ đoàn|phân xưởng) \d+"
    rf"(?![\d/]|[.,]\d| ?{UNIT})",
    flags=re.IGNORECASE,
)
_ITEM = Pattern(r"[ \t]*(?P<mark>[-–+•*]|\d{1,2}[.)]|[a-zđ][.)])[ \t]+(?P<name>[^\n]*)")
# “- Năm 2026: 980 triệu đồng”
_YEARLY = re.compile(r"Năm \d{4}: ")
_LEADS = Pattern(
    rf"(?P<total>{_F}) ?(?P<unit>{UNIT})(?!\w)[^\n;“”\d()]{{0,80}}[.,;]? ?"
    r"(?P<lead>[Tt]rong đó|(?:[Bb]ao )?[Gg]ồm|(?:[Cc]ụ thể|[Pp]hân bổ|[Cc]hia ra)(?: như sau)?)(?: có)?:$"
)
_LIST_HEAD = Pattern(r"(?:[Tt]rong đó|(?:[Bb]ao )?[Gg]ồm)(?: có)?:$")


class Total(NamedTuple):
    """A stated total with the amounts that are told as its parts, all in one unit."""

    span: Span
    figure: str
    unit: str
    parts: tuple[Decimal, ...]
    form: str
    """“gồm”, “trong đó”, “trong số”, “ngoặc”, “kể”, “nhóm”, “cộng”, “dòng”: how the text joins them."""
    apart: bool
    """Do the parts exclude each other by their names (“khối …, khối …”, “nam …, nữ …”)?"""
    parted: bool = False
    """Do semicolons stand between them? Behind one something else may be told."""
    names: tuple[str, ...] = ()
    """What each part is, in small letters."""


def totals(text: str) -> Iterator[Total]:
    """The totals of ``text`` whose parts can be read, in no order."""
    text = _TITLE.sub(r" \1 ", _STARS.sub("x", text))
    for match in _SAID.finditer(text):
        form = "trong đó" if match["some"] else "gồm"
        yield from _told(text, match.start(), match.end(), form, _BEFORE)
    for pattern, form, before in (
        (_BRACKET, "ngoặc", _BEFORE_COLON),
        (_COLON, "kể", _BEFORE_COLON),
        (_BARE, "nhóm", _BEFORE_COLON),
    ):
        for match in pattern.finditer(text):
            yield from _told(text, match.start(), match.end(), form, before)
    for match in _AMONG.finditer(text):
        yield from _told(text, match.end() - len(" có "), match.end(), "trong số", _BEFORE_COLON)
    for match in _SUMMED.finditer(text):
        yield from _summed(text, match)
    yield from _lines(text)


def _told(text: str, at: int, start: int, form: str, before: Pattern) -> Iterator[Total]:
    first = max(0, at - REACH)
    begin = max(first, text.rfind("\n", first, at) + 1)
    if not _DIGIT.search(text, begin, at):
        return
    # “… 20 ha. T|rong đó”; a unit may end in such a letter too: “960 lượt: …”
    lead = text[begin:at].rstrip("TtBb") if form in ("trong đó", "gồm") else text[begin:at]
    compared = _COMPARED.search(lead)
    lead = lead[: compared.start()] if compared else lead
    told = before.search(lead) or _in_brackets(lead, form)
    if (
        told is None
        or not _additive(told["unit"])
        or _SCALE.search(told.string, 0, told.start())
        or (form == "nhóm" and _grouped(text[begin:at]))
    ):
        return
    listed = _clause(text, start, inside=form == "ngoặc")
    if _LEAST.search(told.string, 0, told.start()):  # “ít nhất 42 giải, trong đó có ít nhất 01 giải Nhất, 41 giải Nhì”
        listed = listed.removeprefix("ít nhất ")
    parts = _parts(listed, told["unit"], strict=form in ("ngoặc", "kể", "nhóm"))
    if not parts and form in (
        "trong đó",
        "gồm",
    ):  # “64 chi bộ với 1.300 đảng viên, trong đó 38 chi bộ …”: of what is told before
        told, parts = _earlier(text[begin:at], listed, told)
    # “trong đó 15 sản phẩm 3 sao, 04 sản phẩm 4 sao”: there may be some of five stars
    starred = form == "trong đó" and " x sao" in listed and sum(amount for amount, _ in parts) < value(told["total"])
    if parts and not starred:
        span = Span(begin + told.start("total"), begin + told.end("unit"))
        names = [name for _, name in parts]
        rest = "còn lại" in names[-1]  # “bản Cang 6 km, các bản còn lại 5,5 km”
        form = "gồm" if rest or _sexes(names) else form  # there is no other part
        yield Total(
            span,
            told["total"],
            told["unit"],
            tuple(p for p, _ in parts),
            form,
            _apart(names),
            ";" in listed,
            tuple(names),
        )


def _earlier(before: str, listed: str, told: re.Match[str]) -> tuple[re.Match[str], list[tuple[Decimal, str]]]:
    """The total told before the last one whose unit the parts have, if they are more than it: fewer may be some of them."""
    for other in re.finditer(rf"(?P<total>{_F}) (?P<unit>{UNIT})(?!\w)", before[: told.start()]):
        parts = _parts(listed, other["unit"], strict=False) if _additive(other["unit"]) else []
        if sum(amount for amount, _ in parts) > value(other["total"]):
            return other, parts
    return told, []


def _in_brackets(before: str, form: str) -> re.Match[str] | None:
    told = _BEFORE_BRACKET.search(before) if form in ("trong đó", "gồm") else None
    alone = told and len(re.findall(rf"{_F} ?{re.escape(told['unit'])}(?!\w)", before)) == 1
    return told if alone else None


def _grouped(before: str) -> bool:
    """Is the total told at the end of ``before`` itself one of the groups (“khối thôn 12 chi bộ, khối trường …”)?"""
    own = re.split(r"[,;:.] ", before)[-1]
    return any(re.search(rf"(?<!\w){word}(?!\w)", own, re.IGNORECASE) for word in _GROUPS)


def _summed(text: str, match: re.Match[str]) -> Iterator[Total]:
    first = max(0, match.start() - LONGEST)
    begin = max(text.rfind(mark, first, match.start()) + 1 for mark in ("\n", ". ", ": "))
    if begin == 0 < first:
        return
    parts = _parts(text[begin : match.start()], match["unit"], strict=False)
    names = [name for _, name in parts]
    each = re.search(r"(?<!\w)(?:[Mm]ỗi|[Mm]ức)(?!\w)", text[max(first, begin - len("Mức thưởng: ")) : match.start()])
    if each or any(name.startswith(_EACH_OF) for name in names):
        return  # “giải nhất 5 triệu đồng, giải nhì 3 triệu đồng; tổng tiền thưởng …”: what each is given
    summed, stated = sum((part for part, _ in parts), Decimal()), value(match["total"])
    near = len(parts) > 1 and abs(summed - stated) * 10 <= stated  # “sửa chữa 30 nhà, xây mới 12 nhà, tổng số 45 nhà”
    if _additive(match["unit"]) and parts and (len(parts) >= MANY or near or _apart(names)):
        span = Span(match.start("total"), match.end("unit"))
        yield Total(span, match["total"], match["unit"], tuple(p for p, _ in parts), "cộng", True)


def _lines(text: str) -> Iterator[Total]:
    """“Tổng diện tích 4.250 ha, gồm:” with a figure in each line of the list below."""
    for at in occurrences(":\n", text):
        begin = text.rfind("\n", 0, at) + 1
        line = text[begin : at + 1]
        lead = _LEADS.search(line) or _compared_lead(line)
        if lead and _additive(lead["unit"]):
            parts = _listed(text, at + 2, lead["unit"])
            if len(parts) > 1:
                span = Span(begin + lead.start("total"), begin + lead.end("unit"))
                form = "trong đó" if lead["lead"].lower() == "trong đó" else "dòng"
                amounts, names = tuple(p for p, _ in parts), [name for _, name in parts]
                yield Total(span, lead["total"], lead["unit"], amounts, form, _apart(names))


def _compared_lead(line: str) -> re.Match[str] | None:
    """“58.000 tỷ đồng, tăng 5.600 tỷ đồng so với năm 2025, trong đó:”: the total stands before what it is compared with."""
    head = _LIST_HEAD.search(line)
    compared = _COMPARED.search(line, 0, head.start()) if head else None
    return _LEADS.search(f"{line[: compared.start()]}, {line[head.start() :]}") if head and compared else None


def _listed(text: str, start: int, unit: str) -> list[tuple[Decimal, str]]:
    """The amounts of the items below, one each; none where an item has another amount or none."""
    found: list[tuple[Decimal, str]] = []
    mark = ""
    for line in text[start : start + 1500].split("\n"):
        if not line.strip():
            continue
        item = _ITEM.fullmatch(line)
        kind = re.sub(r"\w+", "x", item["mark"]) if item else ""
        if item is None or (mark and kind != mark):
            break
        mark = kind
        name = _YEARLY.sub("năm: ", item["name"].rstrip(";. "))
        parts = _parts(name, unit, strict=True, fewest=1)
        if len(parts) != 1:
            return []
        found.append(parts[0])
    return found


def _additive(unit: str) -> bool:
    return unit not in SHARES and "/" not in unit and " trên " not in unit


def _clause(text: str, start: int, *, inside: bool) -> str:
    """The list that begins at ``start``: to the end of its sentence or bracket; empty where that is far."""
    listed = text[start : start + LONGEST]
    end = (_BRACKET_END if inside else _SENTENCE_END).search(listed)
    if end is None and len(listed) == LONGEST:
        return ""
    listed = listed[: end.start()] if end else listed
    if not inside and ")" in listed and "(" not in listed[: listed.find(")")]:
        listed = listed[: listed.find(")")]
    first, _, _ = listed.partition(";")  # “lúa 31.500 tấn, ngô 8.700 tấn; diện tích chè …”: the comma parts them
    listed = first if len(re.findall(_F, _NAMED.sub(_named, first))) > 1 else listed
    on = _ON.search(listed)
    return listed[: on.start()] if on and FIGURE.search(listed[: on.start()]) else listed


def _parts(listed: str, unit: str, *, strict: bool, fewest: int = 2) -> list[tuple[Decimal, str]]:
    """Each part and the words of its name; empty where not every figure is a part in ``unit``."""
    found: list[tuple[Decimal, str]] = []
    open_name = ""
    for piece in re.split(r"; |, | và (?=[^,;]*\d)|;$", _NAMED.sub(_named, listed)):
        segment, open_name = f"{open_name}{piece}", ""
        figures = list(re.finditer(_F, segment))
        if not figures:
            open_name = f"{segment}, "
            if re.search(r"\d", segment) or (_OTHERS.match(segment.strip()) and segment.count(" ") > 1):
                return []
            continue
        match = figures[0]
        name, after = segment[: match.start()].strip(), segment[match.end() :].strip()
        counted = _same(after, unit) or (not after and unit.split()[0].lower() in name.lower())
        if _MORE.search(after):
            return []
        if len(figures) > 1 or _NO_PART.search(name) or not counted:
            # Behind a semicolon something else may be told, except in a bracket or a plain list
            return found if len(found) >= fewest and ";" in listed and not strict else []
        found.append((value(match[0]), (name or _behind(after)).lower()))
    return found if len(found) >= fewest else []


def _behind(after: str) -> str:
    """What tells the part where its figure stands first: “khối trường” of “16 đảng viên khối trường”."""
    match = _UNIT_AT.match(after)
    return after[match.end() :].strip() if match else ""


def _named(match: re.Match[str]) -> str:
    """“khối 10”, “giai đoạn 2026 - 2028” without the number: what is left tells the groups apart."""
    return match[0].rstrip("0123456789 -–")


def _same(after: str, unit: str) -> bool:
    """Is what is counted there what the total counts (“cây” and “cây xanh”)?"""
    match = _UNIT_AT.match(after)
    one, other = normal(match[0]) if match else after, normal(unit)
    if other == "cơ sở giáo dục" and one.startswith(_SCHOOLS):
        return True
    same = one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")
    return same or (one in _PUPILS and other in _PUPILS)


def _apart(names: list[str]) -> bool:
    first = {name.split(" ")[0] for name in names}
    return (len(first) == 1 and not first & {"", "có", "là"}) or _sexes(names)


def _sexes(names: list[str]) -> bool:
    return {name.split(" ")[0] for name in names} == {"nam", "nữ"} or set(names) in _ENLISTED or set(names) <= _FORCES
