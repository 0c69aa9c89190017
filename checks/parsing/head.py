"""What the head of a document says, and its list of recipients: read from the lines that ``structure`` found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.facts import dates
from checks.letters import CAPITAL, SMALL
from checks.parsing.kinds import DRAFT, KINDS
from checks.parsing.lines import Line, is_caps
from checks.parsing.structure import HEAD_LINES, PLACE_DATE, Frame
from checks.patterns import Pattern

# What stands before a place on one line with it: a column gap, a symbol in capitals
SEAT = Pattern(r"\s{3,}|\t|Hạnh phúc\s+|(?!TP\.)(?<!\w)[A-ZĐ]{2,}\S*\s+(?=[" + CAPITAL + r"][" + SMALL + r"])")
ABOUT = Pattern(r"^(?:V/v|Về việc) ?:?")
OWN_NAMES = (
    "ĐOÀN TNCS",
    "ĐỘI TNTP",
    "ĐỘI TN TP",
    "HỘI SINH VIÊN VIỆT NAM",
    "HỘI LHTN VIỆT NAM",
    "HỘI LIÊN HIỆP THANH NIÊN VIỆT NAM",
)
"""Organisations of the young put their own name where an office puts the name of the state."""
# “(Kèm theo Quyết định số 141/QĐ-SNV ngày 31/5/2026 của Giám đốc Sở Nội vụ)” below the subject
ENCLOSED = Pattern(
    r"[\n ]\(?(?:[Bb]an hành )?[Kk]èm theo (?:Quyết định|Thông báo|Công văn|Tờ trình|Nghị quyết|Kế hoạch|Hướng dẫn)(?= (?:này|số|ngày))[^\n]*",
    needs="èm theo ",
)
# “THƯ PHÁT ĐỘNG THI ĐUA”, “THƯ GỬI CÁN BỘ …”; not “THƯ VIỆN TỈNH”
LETTER = Pattern(
    r"(?:THƯ|LỜI|BÀI) (?:PHÁT ĐỘNG|KÊU GỌI|CHÚC MỪNG|KHEN|NGỎ|GỬI|CẢM ƠN)(?!\w)", needs=("THƯ ", "LỜI ", "BÀI ")
)
PACT = Pattern(
    r"(?:BẢN |BẢNG )?(?:(?:ĐĂNG KÝ )?GIAO ƯỚC|CAM KẾT|ĐĂNG KÝ THI ĐUA)(?= THI ĐUA| NĂM|$)",
    needs=("GIAO ƯỚC", "CAM KẾT", "ĐĂNG KÝ THI ĐUA"),
)
OWN_NUMBER = Pattern(r"\d*-[A-ZĐ][A-Za-zĐ]*/(?:TW|TU|ThU|HU|QU|ĐU|LĐ|ĐTN|TĐTN|ĐTr|HĐĐ|TWĐTN|HND[TWHX]*|CCB)(?:-\S+)?")
"""“12-CT/HU”, “145-KH/TĐTN-PT”, “21-KH/HNDT”: the numbers of the Party and of mass organisations, the other way round."""


def framed(frame: Frame) -> bool:
    """Is it a whole document?"""
    parts = (
        frame.kind is not None,
        frame.number is not None,
        frame.place_date is not None,
        bool(frame.motto),
        frame.recipients_head is not None,
        frame.signature is not None,
    )
    # “QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH ….” over a piece of news: a heading with a full stop, and nothing of a document
    headline = frame.kind is not None and frame.kind.bare.endswith(".") and is_caps(frame.kind.bare)
    return sum(parts) >= 2 or (frame.kind is not None and not headline)


def titled(title: Pattern, text: str, lines: Sequence[Line]) -> bool:
    """Does one of the first ``lines`` of ``text`` begin with ``title``?"""
    return title.possible(text) and any(title.match(line.bare) for line in lines[:HEAD_LINES])


def subject(frame: Frame, kind: str | None) -> str:
    """The subject on one line; for a kind and subject printed on one line, what follows the kind."""
    if frame.about:
        return ABOUT.sub("", " ".join(line.bare for line in frame.about)).strip()
    own = " ".join(line.bare for line in frame.subject)
    with_ = ENCLOSED.search(own)
    own = own[: with_.start()] if with_ else own
    if frame.kind and kind and frame.kind.bare.strip(":. ").removeprefix(DRAFT) not in KINDS:
        return f"{frame.kind.bare.removeprefix(DRAFT)[len(kind) :].strip()} {own}".strip()
    return own


def number(line: Line) -> str | None:
    """“01/CT-UBND” of “Số: 01/CT-UBND”."""
    bare = dates.LONG.split(line.bare)[0]
    match = re.match(r"S[ốỐ]\s*[:;]?\s*(?P<n>[^\n]*?[/-] ?[^\s,;]*(?: ?[-–/] ?[^\s,;]+)*)", bare)
    return re.sub(r"[\s.…_]+", "", match["n"]) if match else None


def seat(line: Line) -> str:
    """“Cao Bằng” of “Cao Bằng, ngày 12 tháng 01 năm 2026”."""
    match = PLACE_DATE.search(line.bare)
    before = line.bare[: match.start()] if match else ""
    return SEAT.compiled.split(before)[-1].strip(" ,")


def of_an_organisation(above: str, stated: str | None) -> bool:
    """Do what stands above the body and the number show a paper of the Party or a mass organisation?"""
    return any(name in above for name in OWN_NAMES) or OWN_NUMBER.fullmatch(stated or "") is not None


def recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    """The entries without bullet and closing mark, wrapped lines joined."""
    out: list[str] = []
    for line in lines:
        if line.bare.startswith(("-", "–", "+", "•")) or not out:
            out.append(line.bare.lstrip("-–+• ").strip())
        else:
            out[-1] += " " + line.bare
    return tuple(entry.rstrip(";,./ ") for entry in out if entry.strip(";,./ "))
