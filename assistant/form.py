"""The frame of a directive as text: header, number, place and date, recipients, signature."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.draft import BLANK
from assistant.request import Request
from checks.document import Document
from checks.facts import dates
from checks.letters import CAPITAL
from checks.parsing import naming
from checks.parsing.lines import Line

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
PARTY_SIGNS = {"tỉnh ủy": "TU", "thành ủy": "TU", "đảng ủy": "ĐU"}
KIND_SIGNS = {
    "Chỉ thị": "CT",
    "Kế hoạch": "KH",
    "Phát động": "PĐ",
    "Công văn": "",
    "Hướng dẫn": "HD",
    "Chương trình": "CTr",
}
# “Ủy ban nhân dân tỉnh Sơn Thủy”: two lines in a header
COMMITTEE = re.compile(r"(?P<body>(?:Ủy ban|Hội đồng) nhân dân) (?P<unit>.+)", re.IGNORECASE)
PLACE = re.compile(
    r"(?P<unit>tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu) (?P<name>[" + CAPITAL + r"].*)"
)
# “Tỉnh ủy Sơn Thủy”, “Tỉnh đoàn Sơn Thủy”: their unit is a part of what they call themselves
OWN_UNIT = re.compile(r"(?P<unit>Tỉnh|Thành) ?(?:ủy|đoàn) (?P<name>[" + CAPITAL + r"].*)")
OWN_UNITS = {"Tỉnh": "tỉnh", "Thành": "thành phố"}
# “Căn cứ Luật …;”, “Thực hiện Chỉ thị số …,”
LEGAL_BASE = re.compile(r"(?:Căn cứ|Thực hiện|Theo|Xét)\b")
# “Lưu: VT”, “Lưu Văn phòng Đảng ủy”, “Lưu VP, Ban TG”; “Lưu học sinh …” is somebody
FILED = re.compile(r"Lưu\s*(?::|VT|VP|Văn (?:phòng|thư))")
# Committees of the Party and of unions: a deputy signs for them without “KT.”
COLLEGE = re.compile(r"T/?M\.? (?:BAN |BCH|BTV|ĐOÀN |ĐẢNG |CHI |THƯỜNG )")


class Unit(NamedTuple):
    """“tỉnh”, “Sơn Thủy”; both empty where a name tells of none."""

    kind: str = ""
    name: str = ""


def issuer_lines(issuer: str, parent: str = "") -> tuple[str, ...]:
    """The lines in capitals at the top left: the parent body, then the issuer."""
    committee = COMMITTEE.fullmatch(issuer)
    if committee:
        return committee["body"].upper(), committee["unit"].upper()
    if is_party(issuer):
        return (*((parent.upper(),) if parent else ()), issuer.upper(), "*")
    own = re.sub(r" (?:tỉnh|thành phố) [" + CAPITAL + r"].*$", "", issuer) if issuer.startswith("Sở ") else issuer
    return (*((parent.upper(),) if parent else ()), own.upper())


def is_party(issuer: str) -> bool:
    """A committee of the Party writes in the Party's form."""
    return naming.level(issuer) == "party"


def motto(issuer: str) -> tuple[str, ...]:
    """The state's, or the Party's."""
    return (PARTY,) if is_party(issuer) else MOTTO


def number_line(request: Request, sign: str) -> str:
    """“Số: 02/CT-UBND”, the Party's “Số 05-CT/ĐU” for the sign “-CT/ĐU”; its number open where it is not yet given."""
    number = request.number.split("/")[0].strip()
    padded = f"0{number}" if len(number) == 1 and number.isdigit() else number
    opened = "Số" if is_party(request.issuer) else "Số:"
    return f"{opened} {padded or BLANK}{'' if sign.startswith('-') else '/'}{sign}"


def sign(kind: str, issuer: str) -> str:
    """“CT-UBND”, “KH-SYT”, “KH-THCSVK”: of the kind and the issuer's initials; the Party's “-CT/TU”."""
    if is_party(issuer):
        body = next((sign for name, sign in PARTY_SIGNS.items() if issuer.lower().startswith(name)), "ĐU")
        return f"-{KIND_SIGNS.get(kind, '')}/{body}"
    if COMMITTEE.fullmatch(issuer):
        body = "UBND" if issuer.lower().startswith("ủy ban") else "HĐND"
    elif issuer.startswith("Ủy ban Mặt trận Tổ quốc"):
        body = "MTTQ-BTT"
    else:
        named = re.sub(r" (?:tỉnh|thành phố|huyện|xã|phường) [" + CAPITAL + r"].*$", "", issuer)
        words = [
            w
            for w in re.split(r"[\s,\-]+", named.removeprefix("Trường "))
            if w and w.lower() not in ("và", "của", "các")
        ]
        body = "".join(word[0].upper() for word in words).replace("Ủ", "U")
    first = KIND_SIGNS.get(kind, "")
    return f"{first}-{body}" if first else body


def place_line(request: Request, place: str, year: int) -> str:
    """“Sơn Thủy, ngày 12 tháng 01 năm 2026”, day and month open where the date is not yet given."""
    when = dates.spell(request.date) if request.date else f"ngày {BLANK} tháng {BLANK} năm {year}"
    return f"{place or BLANK}, {when}"


def seat(request: Request) -> str:
    """The place before the date: as asked, else the unit of the issuer's name or of the body above it."""
    return request.place or unit_of(request.issuer).name or unit_of(request.parent).name


def unit_of(issuer: str) -> Unit:
    """The unit an issuer's name ends with."""
    if own := OWN_UNIT.fullmatch(issuer):
        return Unit(OWN_UNITS[own["unit"]], own["name"])
    match = PLACE.search(issuer)
    return Unit(match["unit"], match["name"]) if match else Unit()


def recipient_lines(recipients: tuple[str, ...], filing: str = "Lưu: VT", mark: str = ";") -> tuple[str, ...]:
    """“- Các sở, ban, ngành tỉnh;” … “- Lưu: VT, NC.”; the filing line is added where it is missing.

    ``mark``: between them; the Party writes commas.
    """
    plain = [text for text in map(bare, recipients) if text]
    filed = [text for text in plain if FILED.match(text)]
    entries = [text for text in plain if text not in filed] + (filed or [bare(filing)])
    return (*(f"- {text}{mark}" for text in entries[:-1]), f"- {entries[-1]}.")


def bare(line: str) -> str:
    """A recipient or a line of the request without its bullet and its closing mark."""
    return re.sub(r"^[-–+•]\s*", "", line.strip()).rstrip(";., ")


def signature_lines(above: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Authority and post in capitals, then the name. A deputy signs with “KT.” and the head's post above.

    Not so for a committee of the Party or of a union: “TM. BAN THƯỜNG VỤ / PHÓ BÍ THƯ”.
    """
    posts = [line.upper() for line in above if line]
    deputy = next((i for i, post in enumerate(posts) if post.startswith("PHÓ ")), None)
    acting = any(post.startswith(("KT.", "TUQ.", "TL.")) or COLLEGE.match(post) for post in posts)
    if deputy is not None and not acting:
        posts.insert(deputy, f"KT. {posts[deputy].removeprefix('PHÓ ')}")
    return (*posts, name or BLANK)


def signing_below(doc: Document, after: int) -> list[Line]:
    """The lines behind ``after``, where the first signature ends, of whoever signs beside the first; no recipients."""
    given = {line.span.start for line in (*doc.frame.recipients, doc.frame.recipients_head) if line}
    return [
        line
        for line in doc.lines
        if after <= line.span.start < doc.frame.end and line.bare and line.span.start not in given
    ]
