"""The foot of a document: “Nơi nhận:” with its entries, and who signs."""

from __future__ import annotations

import re

from checks.finding import Span
from checks.letters import CAPITAL
from checks.parsing.kinds import kind_of
from checks.parsing.lines import RECIPIENTS, Line, is_caps
from checks.patterns import Pattern
from checks.values import NamedTuple

SIGNING = 16
"""Lines from the post to the name of whoever signs, the room for the seal between them."""
_C = f"[{CAPITAL}]"
AUTHORITY = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b[. ]|"
    r"(?:Q\.\s*|QUYỀN |PHÓ )?(?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|BÍ THƯ|CHỦ NHIỆM|THỦ TƯỚNG|TƯ LỆNH|CHÍNH ỦY|CHÍNH TRỊ VIÊN|THƯỜNG TRỰC|"
    r"CHÁNH (?:VĂN PHÒNG|ÁN|THANH TRA)|TỔNG (?:THƯ KÝ|BIÊN TẬP|KIỂM TOÁN))|"
    # any post by its form: “PHÓ HIỆU TRƯỞNG”, “TRƯỞNG TRẠM”, “LỮ ĐOÀN TRƯỞNG”; not “TĂNG TRƯỞNG”, “TRƯỞNG THÀNH”
    rf"PHÓ {_C}{{2}}|TRƯỞNG (?!THÀNH\b){_C}{{2}}|(?:Q\.\s*)?(?:{_C}+ ){{0,2}}(?!TĂNG |SINH ){_C}+ TRƯỞNG\b(?! THÀNH\b))"
)
_TITLES = Pattern(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|Ths|Th\.S|BS|Bs|CKII|CKI|CK2|CK1|DS|KS|CN|NGƯT|NGND|NSƯT|NSND|TTƯT|TTND|"
    r"(?:Phó )?[Gg]iáo sư|Tiến s[ĩỹ]|Thạc s[ĩỹ]|Cử nhân|Luật sư|Bác sĩ|Dược sĩ|Kỹ sư|"
    r"Linh mục|Mục sư|Hòa thượng|Hoà thượng|Thượng tọa|Đại đức|Ni sư|Ni trưởng|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))(?:\.,? ?|,? |(?=[A-ZĐ])))+"
)
_SIGNED = Pattern(r"\(?(?:đã ký|Đã ký|[Kk]ý tên|[Cc]hữ ký|Ký bởi|dấu)|[./ ]+$")
_POST_IN_SMALL = re.compile(
    r"(?:Q\. ?|Quyền |Phó )?(?:Chủ tịch|(?:Tổng )?Giám đốc|Thủ tướng|Bí thư|Viện trưởng|(?:Bộ|Thứ|Hiệu|(?:Chi |Tổng )?Cục|Vụ) trưởng|"
    r"Trưởng (?:ban|phòng)|Chánh (?:án|[Vv]ăn phòng|[Tt]hanh tra))(?: Thường trực)?",
    re.IGNORECASE,
)
ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|BIỂU|DANH MỤC|DANH SÁCH)\b")


class Signature(NamedTuple):
    """``authority``: the lines in capitals (“KT. CHỦ TỊCH”, “PHÓ CHỦ TỊCH”); ``name`` is empty where no name follows."""

    authority: tuple[Line, ...]
    name: str
    name_span: Span | None
    span: Span


def recipients_at(lines: tuple[Line, ...], body_at: int) -> int | None:
    for i in range(body_at, len(lines)):
        match = RECIPIENTS.match(lines[i].bare)
        if match and len(lines[i].bare) < 60:
            return i
    return None


def recipients(lines: tuple[Line, ...], at: int | None) -> tuple[tuple[Line, ...], int]:
    """The entries below “Nơi nhận:” and the index after them; a wrapped entry is a line of its own here."""
    if at is None:
        return (), 0
    out: list[Line] = []
    i = at + 1
    while i < len(lines):
        bare = lines[i].bare
        wrapped = bare and not bare.startswith(("-", "–", "+", "•"))
        if wrapped and (
            AUTHORITY.match(bare)
            or (is_caps(bare) and not bare.endswith((";", ",", ".")))
            or (not out and len(bare) > 200)
            or lines[i - 1].blank
        ):
            break
        if bare:
            out.append(lines[i])
        i += 1
    return tuple(out), i


def signature_at(lines: tuple[Line, ...], body_at: int, recipients_at: int | None) -> int | None:
    """The first line of authority: after the recipients, else just before them (PDF columns), else at the tail."""
    if recipients_at is not None:
        for i in range(recipients_at + 1, min(len(lines), recipients_at + 60)):
            if _signs(lines, i):
                return i
            if ANNEX.match(lines[i].bare) or kind_of(lines[i].bare):
                break
        before = _signers_above(lines, body_at, recipients_at)
        if before is not None:
            return before
        for i in range(max(body_at, recipients_at - 8), recipients_at):
            if _signs(lines, i):
                return i
        return None
    for i in range(max(body_at, len(lines) - 14), len(lines)):
        # The post above “Căn cứ …” is the head of a decision that is cut off below.
        if _signs(lines, i) and not any(line.bare.startswith("Căn cứ") for line in lines[i:]):
            return i
    return None


def _signers_above(lines: tuple[Line, ...], body_at: int, recipients_at: int) -> int | None:
    """The first line of the one or two who sign right above the recipients."""
    first = None
    for i in range(recipients_at - 1, max(body_at, recipients_at - 2 * SIGNING), -1):
        bare = lines[i].bare
        if bare and not (_is_post(bare) or is_name(bare) or _SIGNED.match(bare)):
            break
        first = i if _signs(lines, i) else first
    return first


def cosigner_at(lines: tuple[Line, ...], after: int) -> int | None:
    """Where the second of two who sign a joint document begins: right below the name of the first."""
    at = next((i for i in range(after, min(len(lines), after + SIGNING)) if lines[i].bare), None)
    if at is None or ANNEX.match(lines[at].bare) or kind_of(lines[at].bare) or not AUTHORITY.match(lines[at].bare):
        return None
    return at if _signs(lines, at) else None


def _signs(lines: tuple[Line, ...], at: int) -> bool:
    """Is line ``at`` the post of whoever signs by an authority we know, or by a name below: “PHỤ TRÁCH ĐÀI”, “Trần Văn Minh”?"""
    post = lines[at].bare
    if not _is_post(post):
        return False
    if AUTHORITY.match(post):
        return True
    for line in lines[at : at + SIGNING]:
        bare = line.bare
        if is_name(bare):
            return True
        if bare and not _SIGNED.match(bare) and (not _is_post(bare) or ANNEX.match(bare) or kind_of(bare)):
            return False
    return False


def _is_post(bare: str) -> bool:
    return len(bare) < 90 and is_caps(bare) and not bare.startswith(("-", "–", "+", "•"))


def signature(lines: tuple[Line, ...], at: int) -> tuple[Signature, int]:
    authority: list[Line] = []
    name, name_span = "", None
    i = at
    while i < len(lines) and i < at + SIGNING:
        line = lines[i]
        if authority and _POST_IN_SMALL.fullmatch(
            line.bare
        ):  # “KT. THỦ TƯỚNG” over “Phó Thủ tướng”, as databases print it
            line = Line(line.span, line.text.upper(), line.bare.upper())
        if line.bare and is_caps(line.bare) and not name and not ANNEX.match(line.bare) and not kind_of(line.bare):
            authority.append(line)
        elif line.bare and is_name(line.bare):
            name, name_span = line.bare, line.span
            i += 1
            break
        elif line.bare and not _SIGNED.match(line.bare):
            break
        i += 1
    end = name_span.end if name_span else authority[-1].span.end
    return Signature(tuple(authority), name, name_span, Span(lines[at].span.start, end)), i


def plain_name(name: str) -> str:
    """A signer's name without “Đại tá”, “PGS. TS.” before it."""
    return _TITLES.sub("", name).strip()


def is_name(bare: str) -> bool:
    """A person's name, 2 to 6 words with a capital each, after any academic or military title."""
    words = plain_name(bare).replace("-", " ").split(" ")
    return 2 <= len(words) <= 7 and all(word.isalpha() and word.istitle() for word in words)
