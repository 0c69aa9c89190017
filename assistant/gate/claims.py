"""What a sentence states that can be looked up: figures, dates, documents, quotations, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from assistant.gate.number_words import spelled
from checks.facts import numbers
from checks.facts.citations import SYMBOL, Citation, citations
from checks.facts.dates import LONG, SHORT
from checks.facts.spelled import DIGITS
from checks.facts.units import SCALES, UNIT, normal
from checks.letters import CAPITAL, SMALL

Kind = Literal[
    "address", "citation", "number", "unnumbered", "quote", "date", "deadline", "year", "range", "ordinal", "reference", "source", "figure",
]  # fmt: skip


class Claim(NamedTuple):
    """One statement of a sentence. ``value`` is its normal form, to be compared."""

    kind: Kind
    start: int
    end: int
    text: str
    value: tuple[object, ...] = ()
    citation: Citation | None = None


class Amount(NamedTuple):
    """A figure in its base unit: “2.838 tỷ đồng” is 2838000000000 đồng."""

    value: Decimal
    unit: str


ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\d)0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)|(?<!\w)\w+(?:\.\w+)*\.(?:vn|com|org|net)(?!\w)"
)
QUOTE = re.compile(r"[“\"«](?P<said>[^“”\"«»]+)[”\"»]")
# “với chủ đề Đoàn kết, kỷ cương”, without quotation marks
SLOGAN = re.compile(
    r"(?:chủ đề|khẩu hiệu|phương châm|thông điệp|tên gọi)(?: là|:)?\s(?P<said>[" + CAPITAL + r"](?![A-Z])[^.;:“”\"()]*)"
)
_NAMED_MONTH = "giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười hai|mười một|mười|chạp"
# “tháng 6 năm 2027”, “tháng 6/2027”, “tháng ba”, “ngày 15/6”, “ngày mười lăm tháng ba”
MONTH = re.compile(
    rf"(?:ngày (?:mùng |mồng )?(?P<d>\d{{1,2}}|(?:mùng |mồng )?(?:[{SMALL}]+ ){{0,2}}[{SMALL}]+) )?(?<!hằng )(?<!hàng )tháng "
    rf"(?P<m>\d{{1,2}}(?![\d.]|,\d)|(?:{_NAMED_MONTH})(?= năm \d|[.,;)]|$| (?:tới|này|và|hằng)))(?:(?: năm |/)(?P<y>\d{{4}}))?",
    re.IGNORECASE,
)
DAY = re.compile(r"ngày (?P<d>\d{1,2})(?:[/.-](?P<m>\d{1,2}))?(?![\d/.-]\d|\d)", re.IGNORECASE)
QUARTER = re.compile(r"quý (?P<q>IV|I{1,3}|[1-4]|một|hai|ba|tư|bốn)(?!\w)(?:(?: năm |/)(?P<y>\d{4}))?", re.IGNORECASE)
RANGE = re.compile(r"(?<![\d/.])(?P<a>(?:19|20)\d{2}) ?- ?(?P<b>(?:19|20)\d{2})(?![\d/])")
YEAR = re.compile(r"(?<![\d./,-])(?P<y>(?:19|20)\d{2})(?![\d%‰]|[.,/]\d| (?:tỷ|triệu|ha|tấn|hộ|người|km|đồng)\b)")
# “lần thứ XIV”, “khóa XVI”, “kỳ họp thứ 8”, “Đại hội XIV”, “thứ hai mươi”
ORDINAL = re.compile(
    r"(?:lần thứ|kỳ họp thứ|thứ|khóa|khoá|nhiệm kỳ|Đại hội) (?P<n>[IVXLC]+|\d+|nhất|nhì|mười \w+|hai mươi(?: \w+)?|mười|\w+)(?!\w)"
)
REFERENCE = re.compile(
    r"(?<!\w)(?:(?:điểm [a-zđ](?= khoản| mục| Điều)|khoản \d+|[Đđ]iều \d+[a-z]?|Mục [IVX\d]+|mục [IVX\d]+|Phụ lục(?: [IVX\d]+)|Phần [IVX\d]+)(?!\w),? ?)+"
    r"(?:của )?(?:(?:Luật|Nghị định|Thông tư|Chỉ thị|Kế hoạch)(?: \w+){0,3})?"
)
# “chậm nhất là giữa năm”, “xong trước Tết Nguyên đán”, “trong vòng một tháng”, “vào thứ Sáu hằng tuần”
_SEASON = (
    r"(?:(?:giữa|đầu|cuối) (?:năm|quý|tháng|tuần|kỳ|mùa)|cuối cùng của (?:tháng|quý|năm)|ngày (?:đầu|cuối)(?: \w+){0,4}|"
    r"Tết(?: Nguyên đán)?|mùa \w+(?: bão| lũ)?|kỳ nghỉ \w+|lễ \w+(?: \w+)?)"
)
_LASTING = (
    r"(?:\d+|(?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|mốt|vài)(?: (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|mốt)){0,2}) "
    r"(?:giờ|ngày|tuần|tháng|quý|năm)"
)
DEADLINE = re.compile(
    rf"(?<!\w)(?:(?:trước|(?:chậm|muộn) nhất(?: là)?(?: vào| trước| đến)?) {_SEASON}|"
    rf"(?:trong vòng|trong thời hạn|(?:chậm|muộn) nhất(?: là)?(?: sau| trong)?) (?:không quá )?{_LASTING}(?: làm việc)?|{_LASTING} một lần|"
    r"trong (?:ngày|tuần|tháng)(?= đối với|[,.;]|$)|"
    r"(?:vào |trước )?(?:sáng |chiều |tối )?(?:(?<!lần )(?<!giải )(?<!hạng )thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật)(?: hằng tuần| hàng tuần)?)(?!\w)"
)
# “báo cáo hằng tuần”, “mỗi tháng kiểm tra”
_EACH = r"(?:hằng|hàng|mỗi) (?:tuần|tháng|quý)(?: (?:một|1|01) lần)?"
_REPORT = r"(?P<act>báo cáo|gửi|sơ kết|tổng hợp|kiểm tra|giao ban|công bố|công khai)"
EACH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_REPORT}[^.;,]{{0,80}}? (?P<each>{_EACH})(?!\w)",
        rf"(?<!\w)(?<!ịnh kỳ )(?P<each>{_EACH}) [^.;,]{{0,60}}?{_REPORT}",
    )
)
_MINISTRY = (
    r"(?:Bộ Chính trị|Ban Bí thư|Quốc hội|Ủy ban Thường vụ Quốc hội|Chính phủ|Thủ tướng(?: Chính phủ)?|Chủ tịch nước|"
    r"Bộ [A-ZĐ][^\W\d_]+(?: [^\W\d_]+)?)"
)
# “kết luận của Ban Bí thư”: one document without its number; “các nghị quyết của Quốc hội” are no one document
UNNUMBERED = re.compile(
    r"(?<!các )(?<!những )(?<!mọi )(?<!\w)(?P<kind>[Nn]ghị quyết|[Kk]ết luận|[Cc]hỉ thị|[Qq]uyết định|[Cc]ông điện|[Cc]ông văn|"
    rf"[Nn]ghị định|[Tt]hông tư|[Tt]hông báo|[Kk]ế hoạch|[Cc]hương trình|[Đđ]ề án) của (?P<issuer>{_MINISTRY})"
)
# “Kinh phí lấy từ quỹ khen thưởng của nhà trường”
SOURCE = re.compile(
    r"(?:[Kk]inh phí|[Tt]iền thưởng)[^.,;:]{0,30}? (?:lấy|trích|chi|bố trí|sử dụng|huy động|được cấp) từ (?P<source>[^,.;:]+)"
)
# “năm thứ hai thực hiện …”, “năm cuối của nhiệm kỳ”
TERM_YEAR = re.compile(
    r"(?<!\w)(?<!những )(?<!các )năm (?:thứ (?:nhất|hai|ba|tư|năm|\d)|đầu(?: tiên)?|cuối(?: cùng)?|bản lề|giữa)"
    r"(?= (?:của|thực hiện|triển khai|nhiệm kỳ|kế hoạch|đưa)(?!\w))"
)
_F = numbers.FIGURE.pattern
FIGURE = re.compile(
    rf"(?<![\w])(?P<value>{_F})(?:\s?/\s?(?P<of>{_F})|\s?-\s?(?P<upper>{_F}))?(?:\s?(?P<unit>{UNIT}|phần trăm|\w+(?:/\w+)?)(?!\w))?"
)
# “72 triệu đồng mỗi năm” is “72 triệu đồng/năm”
PER = re.compile(r" (?:mỗi|một) (?P<per>năm|tháng|quý|ngày|người|hộ|ha)(?!\w)")
# “sở ngoại vụ” in small letters is a body too
LOW_BODY = re.compile(
    r"(?<!\w)(?:sở|bộ|phòng|chi cục|cục) (?:nội vụ|ngoại vụ|tài chính|y tế|xây dựng|tư pháp|công thương|giáo dục|nông nghiệp|khoa học|"
    r"văn hóa|dân tộc|tôn giáo|thông tin|kế hoạch|tài nguyên|giao thông|lao động|quốc phòng|kinh tế|du lịch|thống kê|kiểm lâm)"
)
CODE = re.compile(r"(?<!\w)(?:[A-Za-zĐđ]+[-.]?\d[\w.-]*|\d+[A-Za-zĐ]{1,3}\d*|4\.0)(?!\w)")
# “sơ kết 6 tháng”, “09 tháng đầu năm”: the calendar of reports, no figure
REPORTING = re.compile(r"(?:0?6|0?9) tháng(?: đầu năm| cuối năm)?(?!\w)|(?:sáu|chín) tháng(?: đầu năm| cuối năm)")
LABEL = re.compile(r"\s*(?:(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.,)]\)?|[-+•]|\d{1,2}(?= [" + CAPITAL + r"]))\s+")
_MONTHS = {"giêng": 1, "tư": 4, "chạp": 12, "mười": 10, "mười một": 11, "mười hai": 12}
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_ORDER = {
    "nhất": 1,
    "nhì": 2,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}


def claims(text: str) -> list[Claim]:
    """The claims of a plain sentence but for its names, in reading order; none overlaps another."""
    found: list[Claim] = []
    for source in (_addresses, _citations, _quotes, _dates, _deadlines, _ordinals, _references, _figures):
        for claim in source(text):
            if all(claim.end <= one.start or claim.start >= one.end for one in found):
                found.append(claim)
    return sorted(found, key=lambda claim: claim.start)


def amount(value: Decimal, unit: str) -> Amount:
    """In its base unit, so that “2,5 tỷ đồng” and “2.500 triệu đồng” are equal."""
    plain = normal(unit.replace("phần trăm", "%") if unit == "phần trăm" else unit)
    for scale, size in numbers.MULTIPLES.items():
        if plain == scale or plain.startswith(f"{scale} "):
            return Amount(value * size, plain.removeprefix(scale).strip())
    return Amount(value, plain)


def _addresses(text: str) -> Iterator[Claim]:
    for match in ADDRESS.finditer(text):
        yield Claim("address", *match.span(), match[0])


def _citations(text: str) -> Iterator[Claim]:
    numbered = []
    for one in citations(text):
        end = one.date_span.end if one.date_span else one.number_span.end
        numbered.append(one.number_span)
        yield Claim("citation", one.span.start, end, text[one.span.start : end], (one.number,), one)
    for match in SYMBOL.finditer(text):
        if any(a <= match.start() < b for a, b in numbered):
            continue
        number = re.search(r"\d+[a-z]?\s?$", text[: match.start()])
        if number:
            yield Claim("number", number.start(), match.end(), text[number.start() : match.end()])
    for match in re.finditer(
        r"(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Nghị định|Thông tư|văn bản) số (?P<n>\d+)", text
    ):
        yield Claim("number", *match.span(), match[0])


def _quotes(text: str) -> Iterator[Claim]:
    for match in QUOTE.finditer(text):
        yield Claim("quote", *match.span(), match["said"].strip(" .,;"))
    for match in SLOGAN.finditer(text):
        yield Claim("quote", *match.span("said"), match["said"].strip(" .,;"), ("slogan",))


def _dates(text: str) -> Iterator[Claim]:
    for pattern in (LONG, SHORT):
        for match in pattern.finditer(text):
            day, month = (int(part) if part.strip().isdigit() else None for part in (match["d"], match["m"]))
            yield Claim("date", *match.span(), match[0], (int(match["y"]), month, day))
    for match in MONTH.finditer(text):
        month = _month(match["m"])
        named = match["d"]
        day = int(named) if named and named.isdigit() else _spelled_day(named) if named else None
        yield Claim("date", *match.span(), match[0], (int(match["y"]) if match["y"] else None, month, day))
    for match in QUARTER.finditer(text):
        quarter = _QUARTERS.get(match["q"].upper() if match["q"].isascii() else match["q"].lower()) or int(match["q"])
        yield Claim("date", *match.span(), match[0], (int(match["y"]) if match["y"] else None, f"quý {quarter}", None))
    for match in RANGE.finditer(text):
        yield Claim("range", *match.span(), match[0], (int(match["a"]), int(match["b"])))
    for match in DAY.finditer(text):
        yield Claim("date", *match.span(), match[0], (None, int(match["m"]) if match["m"] else None, int(match["d"])))
    for match in YEAR.finditer(text):
        yield Claim("year", *match.span(), match[0], (int(match["y"]),))
    for one in spelled(text):
        if one.value is not None and 1900 <= one.value <= 2100 and text[: one.start].endswith("năm "):
            yield Claim("year", one.start, one.end, one.text, (int(one.value),))


def _deadlines(text: str) -> Iterator[Claim]:
    for match in DEADLINE.finditer(text):
        yield Claim("deadline", *match.span(), match[0])
    for pattern in EACH:
        for match in pattern.finditer(text):
            period = match["each"].split()[1].lower()
            yield Claim("deadline", *match.span("each"), match["each"], (match["act"].lower(), period))


def _month(named: str) -> int:
    low = named.lower()
    return int(named) if named.isdigit() else _MONTHS.get(low) or DIGITS.get(low, 0)


def _spelled_day(named: str) -> int | None:
    return next((int(one.value) for one in spelled(f"{named} ngày") if one.value is not None), None)


def _ordinals(text: str) -> Iterator[Claim]:
    for match in TERM_YEAR.finditer(text):
        yield Claim("ordinal", *match.span(), match[0], ("year",))
    for match in ORDINAL.finditer(text):
        said = match["n"]
        number = numbers.roman(said) or (int(said) if said.isdigit() else _ORDER.get(said.split()[0], 0))
        lead = match[0].split()[0]
        if not number or (
            lead == "thứ" and (text[: match.start()].endswith(("ngày ", "Ngày ")) or not said[0].isupper())
        ):
            continue
        if lead in ("Đại", "nhiệm") and not numbers.roman(said):
            continue
        yield Claim("ordinal", *match.span(), match[0], (number,))


def _references(text: str) -> Iterator[Claim]:
    for match in LOW_BODY.finditer(text):
        yield Claim("reference", *match.span(), match[0])
    for match in UNNUMBERED.finditer(text):
        yield Claim("unnumbered", *match.span(), match[0], (match["kind"], match["issuer"]))
    for match in SOURCE.finditer(text):
        yield Claim("source", *match.span("source"), match["source"].strip())
    for match in REFERENCE.finditer(text):
        yield Claim("reference", match.start(), match.start() + len(match[0].rstrip(" ,")), match[0].strip(" ,"))


def _figures(text: str) -> Iterator[Claim]:
    label = LABEL.match(text)
    begin = label.end() if label else 0
    for match in REPORTING.finditer(text, begin):
        yield Claim("figure", *match.span(), match[0], ("reporting",))
    for match in CODE.finditer(text, begin):
        yield Claim("reference", *match.span(), match[0], ("code",))
    for match in FIGURE.finditer(text, begin):
        unit = match["unit"] or ""
        known = re.fullmatch(rf"(?:{UNIT}|phần trăm)", unit) is not None
        per = PER.match(text, match.end()) if "đồng" in unit else None
        unit = f"{unit}/{per['per']}" if per else unit
        base = amount(numbers.value(match["value"]), unit if known else "")
        upper = amount(numbers.value(match["upper"]), unit if known else "").value if match["upper"] else None
        of = numbers.value(match["of"]) if match["of"] else None
        end = (
            per.end() if per else match.end() if known else max(match.end("value"), match.end("of"), match.end("upper"))
        )
        yield Claim("figure", match.start(), end, text[match.start() : end], (base, upper, of))
    for one in spelled(text[begin:]):
        start, end = begin + one.start, begin + one.end
        if one.value is None:
            yield Claim("figure", start, end, one.text, ("vague",))
            continue
        value, unit = _with_scale(one.text, one.value, one.unit)
        yield Claim(
            "figure",
            start,
            end + (len(one.unit) + 1 if one.unit else 0),
            f"{one.text} {one.unit}".strip(),
            (amount(value, unit), None, None),
        )


def _with_scale(said: str, value: Decimal, unit: str) -> tuple[Decimal, str]:
    """“hai tỷ” alone speaks of money."""
    scaled = said.split()[-1] in SCALES and not unit
    return value, "đồng" if scaled else unit
