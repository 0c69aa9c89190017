"""Figures with their units in a sentence: “từ 13,18% xuống 13,08%”, “07/16 xã”, “1 - 2 xóm”, “trên 2.838 tỷ đồng”.

Numbers that state no amount are left out: of documents, dates, years, terms, articles, grades and ages.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checks.facts import numbers
from checks.facts.dates import LONG, SHORT
from checks.facts.units import IGNORED, SCALES, SHARES, UNIT, normal
from checks.finding import Span
from checks.patterns import Pattern
from checks.values import NamedTuple

_F = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?(?![\d.]\d)"

# “90/100.000 dân”: no 90 of so many, but a rate
_WHOLE = r"1(?:0|00)?\.000"

# “từ 31 hộ xuống còn 22 hộ”, “từ 61 xã lên 71 xã”, “từ 45 vụ năm 2022 xuống còn 38 vụ”, “từ 90% đến 95%”
_CHANGE = Pattern(
    rf"[Tt]ừ\s+(?P<first>{_F})(?P<first_unit>\s?/\s?{_WHOLE}\s\w+|[^\d,;.()]{{0,30}}?)"
    rf"(?P<when>\s\(?(?:cuối\s|đầu\s)?năm\s\d{{4}}\)?)?"
    rf"\s(?P<way>(?:giảm\s|tăng\s)?(?:xuống|lên|còn|đến)(?:\s(?:còn|thành|mức|dưới|trên|không quá|tối đa|khoảng)){{0,2}})\s+(?P<last>{_F})",
    hooks=("từ", "Từ"),
)
# “14/14”, “90 - 95”, “1.909”
_AMOUNT = re.compile(
    rf"(?<![\w.,/–-])(?P<value>{_F})(?:\s?/\s?(?!{_WHOLE}\s(?:dân|trẻ))(?P<of>\d+(?:\.\d{{3}})*)(?![/\d])|(?:\s?[%‰])?\s?[-–]\s?(?P<upper>{_F}))?"
)
UNIT_AT = re.compile(rf"\s?(?P<unit>{UNIT})", re.IGNORECASE)
# Words before a number that make it a name and not an amount: “lớp 10”, “mức độ 3”, “Điều 5”, “giai đoạn 2”, “cả 3 tiêu chí”
_NAMED = re.compile(
    r"(?:(?<!\w)số|điều|khoản|thứ|năm|tháng|ngày|quý|kh[oó][áa]|giai đoạn|mức độ|cấp độ|mức|đợt|khu vực|(?<!các )(?<!mọi )loại|hạng|nhóm|lớp|khối|tuần|"
    r"phụ lục|quốc lộ|tỉnh lộ|đường tỉnh|cao tốc|cả|bước|kỳ họp|nhiệm kỳ|học kỳ|covid|tiết thứ|trang|thang điểm|thang|đề án)\s?[-–]?\s?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MONTH = re.compile(
    r"tháng\s\d{1,2}(?:\s?/\s?\d{4})?|ngày\s\d{1,2}(?:[/-]\d{1,2})?(?![\d/])|\d{4}\s?[-–]\s?\d{4}", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d+[a-z]?\s?[/-]\s?(?:\d{4}/)?[A-ZĐ][\w/.-]*")
_OPEN_NOUN = re.compile(r"\s?(?P<quoted>“)?(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+)?)")
# “5 không, 3 sạch”, “3 ca, 4 kíp”: numbers of a slogan
_QUOTED = re.compile(r"“[^”\n]{1,80}”")
_NOT_UNIT = re.compile(
    r"(?:đến|và|hoặc|trở|của|cho|các|những|trong|so|theo|để|là|được|tại|ở|thì|mỗi|với|từ|vào|trước|sau|nay|có|đạt|duy|thực|tham|"
    r"không|do|hoàn|đăng|xây|tổ|giữ|bị|mới|đã|đang|sẽ|tốt|nhằm|nêu|trên|dưới|về|ra|lên|xuống|còn|như|nhất|phải)(?!\w)",
    re.IGNORECASE,
)
# “nâng tổng số tiêu chí đạt chuẩn lên 17/19”: what is counted stands before
_COUNTED_BEFORE = re.compile(r"(?<!\w)[sS]ố(?P<counted>\s[^;.,]*)(?:lên|đạt|là|:)\s$")
# “Số sáng kiến được công nhận: 45”: the line counts what it is headed by
_HEADED = re.compile(rf"[sS]ố (?:lượng )?(?P<counted>(?!tài khoản|thẻ)(?:{UNIT})(?: [^;.,:\d]*)?): ?$")
# “Điểm trung bình … đạt 3,6” has no unit
_SCORE = re.compile(r"(?:điểm|chỉ số|hệ số)[^;.]*?(?:đạt|là|từ|trên|:)\s$", re.IGNORECASE)
# “thời gian chờ dưới 12 phút”
_TIMED = re.compile(r"\s?(?P<unit>phút|giờ|ngày(?: làm việc)?|tuổi)(?!\w)")
_LASTS = re.compile(
    r"(?:thời gian|tuổi thọ|ngày điều trị)[^;.]{0,80}(?:dưới|không quá|tối đa|còn|xuống|đạt|khoảng|từ|bình quân|trung bình|là|:|≤|<)\s$",
    re.IGNORECASE,
)
_TIME = re.compile(r"thời gian", re.IGNORECASE)
# “Số bác sĩ trên |10.000 dân| đạt 9,8 bác sĩ”: what the target is counted by, no amount
_RATE = re.compile(r"(?:số|tỷ suất|tỷ lệ) [^;,.\d]{2,60} trên (?:mỗi )?$", re.IGNORECASE)
_RATED = re.compile(r" [^;,.\d]{2,40} \d")
_SHARE = re.compile(r"t[ỷỉ] (?:lệ|trọng|suất|số)(?!\w)", re.IGNORECASE)
_BASES = ("100", "1.000", "10.000", "100.000")
_TEN_THOUSAND = re.compile(r"0?1\svạn\s(?:dân|người)")
_CLOSES = re.compile(r"\s*(?:[;.]|$|trở lên)")
BEFORE = 80
"""So many characters before a clause may bear on the figures in it."""


class Quantity(NamedTuple):
    """One amount as written. ``unit`` is normalised; ``noun`` is what the text says, for the name of what is counted."""

    span: Span
    value: Decimal
    upper: Decimal | None
    of: Decimal | None
    """The whole of “07/16 xã”."""
    previous: Decimal | None
    way: str
    """“xuống”, “lên”, “đến” where the amount is written as a change."""
    unit: str
    noun: str


def quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The amounts in ``text[start:end]`` in reading order."""
    if not any(map(str.isdigit, text[start:end])):
        return []
    names = (LONG, SHORT, _MONTH, _NUMBERED, _QUOTED)
    taken = [m.span() for pattern in names for m in pattern.finditer(text, start, end)]
    found = []
    for match in _CHANGE.finditer(text, start, end):
        change = _change(text, end, match) if _free(match.span(), taken) else None
        if change:
            taken.append(change.span)
            found.append(change)
    for match in _AMOUNT.finditer(text, start, end):
        if _free(match.span(), taken):
            amount = _amount(text, start, end, match)
            if amount:
                found.append(amount)
                taken.append(amount.span)  # “bác sĩ trên 10.000 dân”: its unit has a figure too
    return _shared(sorted(found))


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    for start, end in taken:  # noqa: SIM110 - asked of every figure: all() over a generator costs three times as much
        if start < span[1] and span[0] < end:
            return False
    return True


def _change(text: str, end: int, match: re.Match[str]) -> Quantity | None:
    timed = _TIME.search(text, max(0, match.start() - BEFORE), match.start()) is not None
    after = UNIT_AT.match(text, match.end(), end) or (timed and _TIMED.match(text, match.end(), end)) or None
    before = UNIT_AT.fullmatch(match["first_unit"]) or (timed and _TIMED.fullmatch(match["first_unit"])) or None
    noun = after["unit"] if after else before["unit"] if before else ""
    if before and before["unit"] in SCALES and noun.startswith(f"{before['unit']} "):
        before = after  # “từ 8 triệu đến 9 triệu lượt khách”
    if not noun or (match["first_unit"].strip() and not before) or (normal(noun) in IGNORED and not timed):
        return None
    if before and normal(before["unit"]) != normal(noun):
        return None
    first, last = numbers.value(match["first"]), numbers.value(match["last"])
    way = next(word for word in ("đến", "lên", "xuống", "còn") if word in match["way"])
    span = Span(match.start(), after.end() if after else match.end())
    if way == "đến" and first <= last and not match["way"].startswith(("giảm", "tăng")):
        return Quantity(span, first, last, None, None, way, normal(noun), noun)
    return Quantity(span, last, None, None, first, "xuống" if last < first else "lên", normal(noun), noun)


def _amount(text: str, start: int, end: int, match: re.Match[str]) -> Quantity | None:
    known = UNIT_AT.match(text, match.end(), end)
    if known and _SHARE.match(text, known.start("unit")):
        return None  # “6 Tỷ lệ hộ nghèo”: the row of a table that a PDF lost
    name = _NAMED.search(text, max(start, match.start() - 14), match.start())
    if name and not (known and (name[0].lower().startswith("mức ") or normal(known["unit"]) in SHARES)):
        return None  # “mức 2”, “lớp 9”; but “ở mức 54,3%”, “so với dân số 42%”
    named = (known["unit"], known.end()) if known else _open_unit(text, start, end, match)
    timed = _TIMED.match(text, match.end(), end) if named is None or normal(named[0]) in IGNORED else None
    if timed and _LASTS.search(text, start, match.start()):
        named = (timed["unit"], timed.end())
    elif named is None or normal(named[0]) in IGNORED:
        return None
    if _YEAR.fullmatch(match[0]):
        return None
    base = match[0] in _BASES or _TEN_THOUSAND.match(text, match.start(), end)
    if base and _RATE.search(text, start, match.start()) and _RATED.match(text, named[1], end):
        return None
    value = numbers.value(match["value"])
    upper = numbers.value(match["upper"]) if match["upper"] else None
    of = numbers.value(match["of"]) if match["of"] else None
    if (upper is not None and upper <= value) or (of is not None and (of < value or of == 0)):
        return None
    unit = normal(named[0])
    return Quantity(
        Span(match.start(), named[1]),
        value,
        upper,
        of,
        None,
        "",
        unit if of is None else f"x/x {unit}".strip(),
        named[0],
    )


def _open_unit(text: str, start: int, end: int, match: re.Match[str]) -> tuple[str, int] | None:
    """A counted noun outside the table: two syllables where they are a word, else one; or a bare score."""
    noun = _OPEN_NOUN.match(text, match.end(), end)
    said = noun["noun"].lower() if noun and noun["quoted"] else noun["noun"] if noun else ""
    if noun is None or not said.islower() or _NOT_UNIT.match(said):
        if not _CLOSES.match(text, match.end(), end):
            return None
        if match["of"]:
            before = _COUNTED_BEFORE.search(text, start, match.start())
            counted = before and UNIT_AT.match(before["counted"])
            score = _SCORE.search(text, start, match.start())
            return (counted["unit"], match.end()) if counted else ("", match.end()) if score else None
        headed = _HEADED.match(text, start, match.start())
        counted = headed and UNIT_AT.match(headed["counted"])
        if counted:
            return counted["unit"], match.end()
        return ("", match.end()) if _SCORE.search(text, start, match.start()) else None
    words = said.split()
    if words[0] in IGNORED:
        return None
    unit = said if len(words) == 2 and not _NOT_UNIT.match(words[1]) and _is_word(said) else words[0]
    return unit, noun.start("noun") + len(unit)


def _is_word(pair: str) -> bool:
    from checks.language.lexicon import shipped

    return bool(shipped().known[pair.lower()])


def _shared(found: list[Quantity]) -> list[Quantity]:
    """“30 giường bệnh và 10,2 bác sĩ trên 10.000 dân”: what both are counted by is said once."""
    for i in range(len(found) - 2, -1, -1):
        one, after = found[i], found[i + 1]
        if "/" not in one.unit and after.unit.endswith("dân") and after.span.start - one.span.end <= 4:
            found[i] = one._replace(unit=f"{one.unit}/{after.unit.partition('/')[2]}")
    return found
