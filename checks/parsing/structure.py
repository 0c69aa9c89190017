"""The frame of a document: header, kind and subject, body, recipients, signature, as lines of its text.

Nothing is refused: what is missing is None and for a rule to report. Texts come from Word (header cells
one after the other), from PDF (columns may share a line, `**` marks bold) and from web pages.
"""

from __future__ import annotations

import re

from checks.finding import Span
from checks.parsing import foot
from checks.parsing.columns import columns_apart
from checks.parsing.foot import AUTHORITY, Signature
from checks.parsing.kinds import DRAFT, KINDS, kind_of
from checks.parsing.lines import MOTTO, Line, is_caps
from checks.patterns import Pattern
from checks.values import NamedTuple


class Frame(NamedTuple):
    """Where the parts of one document lie. Spans and lines are of the whole text."""

    issuer: tuple[Line, ...]
    motto: tuple[Line, ...]
    number: Line | None
    place_date: Line | None
    kind: Line | None
    subject: tuple[Line, ...]
    body: Span
    recipients_head: Line | None
    recipients: tuple[Line, ...]
    signature: Signature | None
    end: int
    """Where the document itself ends and its annexes begin."""
    about: tuple[Line, ...] = ()
    """The “V/v …” of a letter, which has no kind."""
    cosigner: Signature | None = None
    """Who signs a joint document for the second of its issuers."""


HEAD_LINES = 60
"""The kind stands within so many lines of the top, or the text has no header."""
LONGEST_PLACE = 6
"""Words before the date of a line that ends with a full stop: a longer one is a sentence, and one without its comma (“Gửi hồ sơ chậm nhất ngày 30 …”)."""
ABOUT_LINES, PROSE = 6, 160
"""The “V/v …” of a letter has fewer lines; a line above it that is longer in characters is no header."""
TITLE_LINE = 120
"""A longer line below a title is prose."""
# “PHÁT ĐỘNG / PHONG TRÀO THI ĐUA …”, “… lập thành tích chào mừng / Ngày truyền thống …”
_HANGING = Pattern(
    r"(?:(?<=\s)|^)(?:phát động|phong trào|chào mừng|ngành|kỷ niệm|hưởng ứng|tổ chức|triển khai|thực hiện|hoàn thành|lập thành tích|đợt|ngày|năm|"
    r"giai đoạn|lần thứ|về|về việc|và|của|với|cho|các|trong|tại|trên)$",
    flags=re.IGNORECASE,
)
# “Năm 2026”, “(Giai đoạn 2026 - 2030)”, “Năm học: 2026 - 2027” on a line of its own
_OF_YEARS = Pattern(
    r"\(?(?:năm|năm học|giai đoạn|nhiệm kỳ|quý [IV\d]{1,3} năm|đợt [IVX\d]{1,3} năm):? \d{4}(?: ?[-–] ?\d{4})?\)?$",
    flags=re.IGNORECASE,
)
_BASES = ("Căn cứ", "Xét ", "Theo ", "Thực hiện ")
"""“Căn cứ Luật … ngày 19 tháng 6 năm 2015” above “QUYẾT ĐỊNH:” tells a date of its own."""
REPUBLIC = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_OF_A_YEAR = re.compile(r"Năm (?:học )?20\d{2}(?: ?[-–] ?20\d{2})?(?:,| là )")
"""“Năm 2025, ngành Y tế tỉnh hoàn thành …” right below the subject, as a PDF has it."""
_NUMBERED = Pattern(r"(?:[IVXL]+|\d+|[A-D])(?:[.)/] |[.)]\S)|[IVXL]+ ?[-–] ")
NUMBER_LINE = re.compile(r"S[ốỐ]\s*[:;]?\s*(?:(?=[\d./…_\s#-])[^\n]*?[/-]|[.…_]{3,}$)", re.ASCII)
PLACE_DATE = re.compile(r",?\s*ngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm\s*[\d.…_]{0,4}", re.IGNORECASE)
_NUMBER_ALONE = Pattern(r"\d*[\w/]*/[\w-]+")
_NUMBER_INSIDE = Pattern(r"(?<= )Số *: *\d*[\w/]*[/-][\w/-]*[\w]")


def frame(lines: tuple[Line, ...]) -> Frame:
    """The frame found in ``lines``; parts that are absent are None or empty."""
    lines = columns_apart(lines)
    kind_at = _kind_at(lines)
    # A text without a kind (công văn, a fragment, a lost header) keeps its head in the lines above its first prose.
    head_end = kind_at if kind_at is not None else _first_prose(lines)
    head = lines[:head_end]
    number = _number_line(head)
    dated = (x for x in head if PLACE_DATE.search(x.bare) and len(x.bare) < 120)
    place_date = next((x for x in dated if not x.bare.startswith(_BASES) and not x.bare.endswith(";")), None)
    motto = tuple(x for x in head if MOTTO.search(x.bare) or (" " in x.bare and _of_motto(x.bare)))
    issuer = _issuer(head, number)
    subject, body_at = _subject(lines, kind_at) if kind_at is not None else ((), head_end)
    recipients_at = foot.recipients_at(lines, body_at)
    sign_at = foot.signature_at(lines, body_at, recipients_at)
    stops = [i for i in (recipients_at, sign_at) if i is not None]
    body_stop = min(stops, default=len(lines))
    recipients, after = foot.recipients(lines, recipients_at)
    signature, last = foot.signature(lines, sign_at) if sign_at is not None else (None, after)
    second_at = foot.cosigner_at(lines, last) if signature and signature.name else None
    cosigner, last = foot.signature(lines, second_at) if second_at is not None else (None, last)
    end_line = max(last, after) if stops else len(lines)
    size = lines[-1].span.end if lines else 0
    starts = lines[body_at].span.start if body_at < len(lines) else size
    return Frame(
        issuer=issuer,
        motto=motto,
        number=number,
        place_date=place_date,
        kind=lines[kind_at] if kind_at is not None else None,
        subject=subject,
        body=Span(starts, max(starts, lines[body_stop - 1].span.end if body_stop else 0)),
        recipients_head=lines[recipients_at] if recipients_at is not None else None,
        recipients=recipients,
        signature=signature,
        end=max((line.span.end for line in lines[:end_line]), default=size),
        about=_about(lines) if kind_at is None else (),
        cosigner=cosigner,
    )


def _kind_at(lines: tuple[Line, ...]) -> int | None:
    """Index of the line that names the kind; the title of a web page, above the header, only repeats it."""
    head = lines[:HEAD_LINES]
    first = next((i for i, line in enumerate(head) if kind_of(line.bare)), None)
    if first is not None and _decides(head, first):
        return None  # its title is lost
    if first is None or any(MOTTO.search(line.bare) or _is_number_line(line.bare) for line in head[:first]):
        return first
    motto = next((i for i in range(first, len(head)) if MOTTO.search(head[i].bare)), len(head))
    return next((i for i in range(motto, len(head)) if kind_of(head[i].bare)), first)


def _decides(lines: tuple[Line, ...], at: int) -> bool:
    """Is it the formula of a decision, “QUYẾT ĐỊNH:” below its bases and above “Điều 1”, and not its title?"""
    behind = next((line.bare for line in lines[at + 1 :] if line.bare), "Điều")
    formula = lines[at].bare == "QUYẾT ĐỊNH:" and behind.startswith("Điều")
    return formula and any(line.bare.startswith("Căn cứ ") for line in lines[:at])


def _first_prose(lines: tuple[Line, ...]) -> int:
    """Index of the first line that is neither blank nor a piece of a header."""
    about = _about(lines)
    for i, line in enumerate(lines[:HEAD_LINES]):
        bare = line.bare
        if line in about:
            continue
        # The Party is named in a header, and in sentences.
        motto = len(bare) < PROSE and MOTTO.search(bare)
        if not bare or motto or _is_number_line(bare) or is_caps(bare) or set(bare) <= set("-_—–*=| "):
            continue
        if bare.startswith(("V/v", "Về việc", "Kính gửi")) or _is_place_date(bare):
            continue
        return i
    return min(len(lines), HEAD_LINES)


def _about(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """What a letter without a kind is about: “V/v phát động đợt thi đua / chào mừng …”, up to the next piece of its header."""
    start = next(
        (
            i
            for i, line in enumerate(lines[:HEAD_LINES])
            if line.bare.startswith(("V/v", "Về việc ")) and "iệc làm" not in line.bare[:12]
        ),
        None,
    )
    if start is None or any(len(line.bare) > PROSE or line.bare.endswith((".", ";")) for line in lines[:start]):
        return ()
    about = [lines[start]]
    for end in range(start + 1, min(start + ABOUT_LINES, len(lines))):
        bare = lines[end].bare
        below = lines[end + 1].bare if end + 1 < len(lines) else ""
        if (not bare or _is_place_date(bare)) and below[:1].islower():  # the other column, or a PDF parting a cell
            continue
        if not bare or bare == "|" or MOTTO.search(bare) or bare.startswith("Kính gửi") or _is_place_date(bare):
            return tuple(about)
        about.append(lines[end])
    return lines[start : start + 1]


def _is_place_date(bare: str) -> bool:
    """“Hà Tân, ngày 12 tháng 01 năm 2026”: nothing but a number follows the date; a sentence goes on, or ends with a full stop."""
    match = PLACE_DATE.search(bare) if len(bare) < 120 else None
    words = len(bare[: match.start()].split()) if match else 0
    if match and bare.endswith(".") and words > (LONGEST_PLACE if match[0].startswith(",") else 2):
        return False
    rest = bare[match.end() :].strip(" .*|)") if match else "…"
    return not rest or NUMBER_LINE.match(rest) is not None


def _is_number_line(bare: str) -> bool:
    return len(bare) < 120 and NUMBER_LINE.match(bare) is not None


def _number_line(head: tuple[Line, ...]) -> Line | None:
    """“Số: 12/CT-UBND”; a web page may break the line after “Số:”, then both lines are one."""
    for i, line in enumerate(head):
        if _is_number_line(line.bare):
            return line
        after = next((x for x in head[i + 1 : i + 4] if x.bare), None)
        if line.bare in ("Số:", "Số :", "Số") and after and _NUMBER_ALONE.match(after.bare):
            between = "\n" * (after.span.start - line.span.end)
            whole = f"{line.text}{between}{after.text}"
            return Line(Span(line.span.start, after.span.end), whole, f"{line.bare} {after.bare}")
    return next((found for line in head if (found := _number_inside(line))), None)


def _number_inside(line: Line) -> Line | None:
    """The number of a head that a web page put on one line: “Hà Tân, ngày 08 tháng 11 năm 2021 Số: 10/KH-THCS”."""
    match = _NUMBER_INSIDE.search(line.text) if len(line.bare) < 240 else None
    if match is None:
        return None
    return Line(Span(line.span.start + match.start(), line.span.start + match.end()), match[0], match[0].strip("* "))


def _issuer(head: tuple[Line, ...], number: Line | None) -> tuple[Line, ...]:
    """Lines in capitals above the number that are not the motto: the parent body, then the issuer."""
    out = []
    for line in head:
        if number is not None and line.span.start >= number.span.start:
            break
        bare = MOTTO.split(line.bare)[0].strip() if MOTTO.search(line.bare) else line.bare
        if _NUMBERED.match(bare):  # “I. MỤC ĐÍCH” of a text that lost its header
            break
        if _of_motto(bare):
            continue
        if (
            bare
            and is_caps(bare)
            and len(bare) < 120
            and "VIỆT NAM" not in line.bare.removeprefix(bare)
            and not kind_of(bare)
        ):
            out.append(line._replace(bare=bare))
    return tuple(out)


def _of_motto(bare: str) -> bool:
    """Is it a piece of the motto, which a narrow cell broke into “CỘNG” and “HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”?"""
    piece = " ".join(bare.split()).replace("OÀ", "ÒA") if bare.isupper() else ""
    return bool(piece) and (REPUBLIC.startswith(f"{piece} ") or REPUBLIC.endswith(f" {piece}"))


def _subject(lines: tuple[Line, ...], kind_at: int) -> tuple[tuple[Line, ...], int]:
    """The lines right below the kind, up to the first blank line after them, and the index of the body."""
    at = kind_at + 1
    while at < len(lines) and lines[at].blank:
        at += 1
    # “KẾ HOẠCH TỔ CHỨC PHONG TRÀO …” has its subject in its own line: prose below it is the body.
    own = lines[kind_at].bare.strip(":. ").removeprefix(DRAFT) not in KINDS
    subject: list[Line] = []
    while at < len(lines) and len(subject) < 6:
        # Word parts the lines of a title that somebody typed as paragraphs.
        apart = lines[at].blank and at + 1 < len(lines) and _goes_on([x.bare for x in subject], lines[at + 1].bare)
        here = at + 1 if apart else at
        if lines[here].blank or _opens_body(lines[here].bare, own or bool(subject)):
            break
        if subject and is_caps(subject[-1].bare) and _prose(lines[here].bare):
            break
        subject.append(lines[here])
        at = here + 1
    return tuple(subject), at


def _goes_on(title: list[str], below: str) -> bool:
    """Is the line ``below`` a blank one still of the title: does that hang, or the line begin with a small letter?"""
    if (
        not title
        or not below
        or len(below) > TITLE_LINE
        or below.endswith((".", ":", ";"))
        or _NUMBERED.match(below)
        or below[1:2] in tuple(").,/")
    ):
        return False
    if _OF_YEARS.match(below):
        return True
    so_far = " ".join(title)
    hangs = _HANGING.search(so_far) is not None or so_far.count("“") > so_far.count("”")
    return below[0].islower() or (hangs and is_caps(so_far) == is_caps(below))


def _prose(bare: str) -> bool:
    """Is it a line that goes on below a title in capitals, even if it was copied without its end?"""
    return len(bare) > PROSE and not is_caps(bare) and not bare.startswith("(")


def _opens_body(bare: str, after_subject: bool) -> bool:
    """A subject is a phrase; prose, a legal basis, the issuing post or a rule line below it is not part of it."""
    if set(bare) <= set("-_—–*= "):
        return True
    if _NUMBERED.match(bare):
        return True
    if bare.startswith(("Căn cứ", "Thực hiện", "Thời gian qua", "Kính gửi")):
        return after_subject or not bare.startswith("Thực hiện")
    if (
        after_subject
        and is_caps(bare)
        and " VỀ " not in bare
        and (AUTHORITY.match(bare) or bare.startswith(("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "BỘ TRƯỞNG")))
    ):
        return True
    if after_subject and _OF_A_YEAR.match(bare):
        return True
    return len(bare) > 420 or (after_subject and bare.endswith((".", ";", ":")) and len(bare) > 160)
