"""Documents a text cites: “Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về …”.

The grammar of numbers is that of Nghị định 30/2020/NĐ-CP, Phụ lục III, of Quy định 399-QĐ/TW for
Party documents and of the National Assembly's laws. A number alone is not unique: the Party's restart
with each term, the Prime Minister's each year; the key is (number, date).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.facts.dates import IN_WORDS, SHORT
from checks.finding import Span
from checks.patterns import Pattern
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Family = Literal["party", "law", "normative", "admin", "official-letter"]

TYPES = "CT|QĐ|NQ|KH|BC|TB|TTr|HD|CĐ|PA|ĐA|DA|CTr|QC|QyĐ|TC|BB|HĐ|NĐ|TT|TTLT|KL|CV|GM|PB|VBHN|L|PL|SL|QyĐ|LT"
"""Abbreviations of document types: Nghị định 30, Phụ lục III, and the Party's KL."""

# “-CT/TW”, “/2025/NĐ-CP”, “ /NQ-HĐND”, “/QĐ-EVN SPC” (a power corporation): searched from the separator, the number is read backwards from it
SYMBOL = Pattern(
    r"[/-]\s?(?P<symbol>(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ0-9.&]*(?:[/-][A-ZĐ][A-Za-zĐđ0-9.&]*)*(?:(?<=EVN) [A-Z]{3,5})?)(?![\w/])"
)
# “152/2025/NĐCP”, “88/NQHĐND”; “QĐUB” of before 2000 is no slip
_JOINED = Pattern(
    r"/(?P<symbol>(?P<type>NĐ|NQ|QĐ|CT|KH|TB|HD|BC|TTr|CTr|TT)(?P<body>CP|TTg|Tg|HĐND|UBND|BNV|BTC|BTP|BXD|BYT|BGDĐT|MTTQ|VPCP))(?![\w/-])"
)
# “1315/QĐ- TTg”, “1924/SGDĐT – VP”, “733/QĐ/TTg”, “298 KH/TWĐTN”
_TORN = Pattern(
    r"(?:[Ss]ố:?|Quyết định|Chỉ thị|Nghị quyết|Kế hoạch|Nghị định|Thông tư|Công văn|Kết luận) "
    r"(?P<number>(?P<n>\d{1,5})(?P<sep> ?[/–-] ?| |(?=VBHN))(?P<year>\d{4}/)?(?P<type>[A-ZĐ][A-Za-zĐđ]{1,6})(?P<gap> ?[-–/] ?)"
    r"(?P<owner>[A-ZĐ][A-Za-zĐ]+(?:[-/][A-ZĐ][A-Za-zĐ0-9]*)*))(?![\w/-])",
    hooks=(
        "số",
        "Số",
        "Quyết định",
        "Chỉ thị",
        "Nghị quyết",
        "Kế hoạch",
        "Nghị định",
        "Thông tư",
        "Công văn",
        "Kết luận",
    ),
)
# “MTTW” is the Fatherland Front, which writes “04/KH-MTTW-BTT”; “BTĐKTTW” is a board of the State.
_PARTY_OWNER = Pattern(r"(?:(?<![MK]T)TW|TU|ThU|HU|QU|ĐU|ĐTN)(?:-\S+)?$|TWĐTN")
_STATE_OWNERS = frozenset({"TTg", "CP", "UBND", "HĐND"})
_NUMBER = Pattern(r"(?<![\w/.-])\d{1,5}(?:\.\d{1,2})?[a-z]?\s?$")
KINDS = (
    "Nghị quyết liên tịch|Thông tư liên tịch|Văn bản hợp nhất|Nghị quyết|Quyết định|Chỉ thị|Quy chế|Quy định|Thông báo|"
    "Hướng dẫn|Chương trình|Kế hoạch|Phương án|Đề án|Báo cáo|Tờ trình|Công văn|Công điện|Nghị định|Thông tư|Luật|Bộ luật|"
    "Pháp lệnh|Kết luận|Quy chế phối hợp|Văn bản|Thông tri|Lệnh|Hiến pháp"
)
_BEFORE = Pattern(rf"(?P<kind>{KINDS})(?: hành động)? *(?:(?P<so>số) *:? *)?$", flags=re.IGNORECASE)
_AFTER_DATE = Pattern(
    rf",? *(?:{IN_WORDS}|ngày *{SHORT.pattern.replace('<d>', '<sd>').replace('<m>', '<sm>').replace('<y>', '<sy>')})"
)
_OWNER = Pattern(
    r",? *của +(?P<issuer>[^,;:.()“”\"\n]{3,90}?)"
    r"(?= +(?:[Vv]ề|[Pp]hê duyệt|[Bb]an hành|[Qq]uy định|[Ss]ửa đổi|[Hh]ướng dẫn|triển khai|thực hiện|phát động)\b|[,;:.()“”\"\n]|$)"
)
_TITLE = Pattern(
    r",? *(?:[“\"] *)?(?P<title>(?:về|Về|phê duyệt|ban hành|quy định|sửa đổi)\b(?:[^;.\n“”\"()]|“[^“”\n]{1,160}”){3,260})"
)
# “… của Luật Thi đua, khen thưởng và Thông tư số 02/2011/TT-BNV”: the next document of the list
_NEXT = Pattern(rf",? (?:và|cùng|hoặc) (?:{KINDS}) (?:số )?\d")


class Citation(NamedTuple):
    """One citation as written; what the text does not say is empty or None."""

    kind: str
    number: str
    date: date | None
    issuer: str
    title: str
    span: Span
    number_span: Span
    family: Family
    date_span: Span | None

    @property
    def identity(self) -> tuple[str, object]:
        """What two citations of one document share, whatever blanks stand in its number."""
        return re.sub(r"\s", "", self.number), self.date


def citations(text: str, start: int = 0, end: int | None = None) -> Iterator[Citation]:
    """Every numbered document cited in ``text[start:end]``, in reading order."""
    stop = len(text) if end is None else end
    for match in SYMBOL.finditer(text, start, stop):
        number = _NUMBER.search(text, max(start, match.start() - 10), match.start())
        family = family_of(match[0][0], match["symbol"]) if number else None
        if number is None or family is None:
            continue
        before = _BEFORE.search(text, max(start, number.start() - 40), number.start())
        if before is None and not _listed(text, number.start()):
            continue
        # The full stop of the sentence is none of the number's
        last = match.end() - text.endswith(".", match.start(), match.end())
        yield _citation(text, stop, Span(number.start(), last), before, family)


def _citation(text: str, stop: int, number: Span, before: re.Match[str] | None, family: Family) -> Citation:
    at = number.end
    when = _AFTER_DATE.match(text, at, stop)
    day = None
    if when:
        at = when.end()
        parts = (when["y"] or when["sy"], when["m"] or when["sm"], when["d"] or when["sd"])
        try:
            day = date(*(int(p) for p in parts))
        except (ValueError, TypeError):
            day = None
    owner = _OWNER.match(text, at, stop)
    at = owner.end() if owner else at
    title = _TITLE.match(text, at, stop)
    other = _NEXT.search(text, *title.span("title")) if title else None
    last = other.start() if other else title.end() if title else at
    return Citation(
        kind=before["kind"] if before else "",
        number=text[number.start : number.end],
        date=day,
        issuer=owner["issuer"].strip() if owner else "",
        title=text[title.start("title") : last].strip() if title else "",
        span=Span(before.start() if before else number.start, last),
        number_span=number,
        family=family,
        date_span=Span(*when.span()) if when else None,
    )


def family_of(separator: str, symbol: str) -> Family | None:
    """Which grammar a number follows; None where it is no document number (“3/4”, “60/2019”)."""
    parts = re.split(r"[/-]", symbol)
    head = parts[0]
    if separator == "-":
        return "party" if head in _TYPES and "/" in symbol else None
    if head.isdigit():
        body = parts[1] if len(parts) > 1 else ""
        if re.fullmatch(r"QH\d{1,2}|UBTVQH\d{1,2}", body):
            return "law"
        return "normative" if body in _TYPES else None
    if head in _TYPES and len(parts) > 1:
        return "admin"
    return "official-letter" if len(parts) > 1 and len(head) > 1 and head.isupper() else None


def joined(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """Symbols that lost the hyphen between type and body: “152/2025/NĐCP”; where, and as it should be."""
    for match in _JOINED.finditer(text, start, len(text) if end is None else end):
        number = text[max(0, match.start() - 2) : match.start()]
        if number[-1:].isdigit() or (number[:1].isdigit() and number[-1:].islower()):  # “30c/NQCP”
            body = "TTg" if match["body"] == "Tg" else match["body"]  # “27/CTTg”
            yield Span(*match.span("symbol")), f"{match['type']}-{body}"


def torn(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """Numbers with a blank, a dash or a stroke where none belongs; where, and as they should be."""
    for match in _TORN.finditer(text, start, len(text) if end is None else end):
        right = _whole(match)
        if right and right != match["number"]:
            yield Span(*match.span("number")), right


def _whole(match: re.Match[str]) -> str | None:
    """The number as it should be; None where it may be something else."""
    known, gap, sep = match["type"] in _TYPES, match["gap"].strip(), match["sep"].strip()
    if known and not match["year"] and _PARTY_OWNER.search(match["owner"]):
        return f"{match['n']}-{match['type']}/{match['owner']}"
    if gap == "/" and match["owner"] not in _STATE_OWNERS:
        return None  # “55/2005/TTLT/BNV-VPCP”, “25/QĐ/UB” of older days
    if known or (sep == "/" and match["type"].isupper()):
        return f"{match['n']}/{match['year'] or ''}{match['type']}-{match['owner']}"
    return None


def _listed(text: str, at: int) -> bool:
    """A number after “số” or in a list of numbers: “các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND”."""
    before = text[max(0, at - 6) : at].rstrip()
    return before.endswith(("số", "Số", ",", "và", ";", "("))


_TYPES = frozenset(TYPES.split("|"))
