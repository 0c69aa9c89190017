"""What an edit changes for those who must act: a deadline, a body, a figure, a whole sentence, or only the wording."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from checks.comparison.ledger import IndicatorChange
from checks.comparison.past import years_across
from checks.comparison.sections import SectionChange, expected
from checks.comparison.words import WORD, Edit, bonded, folded
from checks.document import Document
from checks.facts.counts import WORDS
from checks.finding import Span
from checks.letters import CAPITAL, SMALL
from checks.tables import words

Kind = Literal["deadline", "body", "person", "figure", "added", "left-out", "replaced", "words"]

ADDED, REPLACED = 6, 5
"""Words from which what was added or left out, or stands in the place of as many, says something of its own."""
IN_WORDS = {word: str(n) for word, n in WORDS.items() if word != "năm"}
"""“năm” is a year more often than five."""
YEARS = 5
"""A longer time is that of an anniversary, “(02/9/1945 - 02/9/2025)”, in which nothing is due."""
NONE = Span(-1, -1)
SHARED = 0.5
"""Share of common words from which one wording stands for another."""
_NAMES = re.compile(
    r"(?<!\w)(?<!đại biểu )(?:Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|Hội(?! nghị| nhập| thi| thao| diễn| thảo)|Sở|Ban(?! hành| đầu)|Bộ(?! máy| phận| đội| mặt)|"
    r"Văn phòng|"
    r"Phòng(?! chống|, chống| ngừa)|Trung tâm|Công an|Thanh tra|Chi cục|Cục|Đảng ủy|Tỉnh ủy|"
    r"Thành ủy|Huyện ủy|Liên đoàn|Liên đội|Công đoàn|Đoàn(?! kết| viên| thể)|Mặt trận|Kho bạc|Bảo hiểm|Đài|Báo(?! cáo)|Trường(?! học| hợp)|"
    r"Bệnh viện|[Tt]rạm(?: y tế)?|Xí nghiệp|Nhà máy|Công ty|Tổng công ty|Thuế|Hải quan|Viện|Vụ(?! việc)|Tổ(?! chức| quốc))(?!\w)"
)
# “Thầy Nguyễn Đức Thịnh”, “bà Phạm Thanh Trúc”, “đồng chí Lê Văn Hòa”
_PEOPLE = re.compile(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|đ/c|[Tt]hầy|[Cc]ô|[Bb]ác sĩ|(?:Đại|Thượng|Trung|Thiếu) tá)(?: [{CAPITAL}][{SMALL}]+){{2,5}}"
)
_NEXT = re.compile(r"(?P<link> - |, | và | )(?P<word>[^\W\d_]+)")
_PLACES = words("nhân dân các cấp tỉnh thành phố huyện quận thị xã phường đặc khu vực thôn ấp bản")
# “ngày 20 tháng cuối quý”, “quý II”, “trong 8 giờ”; not “60 ngày đêm”
_TIME = re.compile(
    r"(?<!\w)(?:(?:ngày|tuần|tháng) \d{1,2}|quý [IV\d]+|(?<=trong )\d+ (?:giờ|phút|ngày)(?! đêm)|"
    r"(?<!năm )(?<!lần )(?<!kỳ )(?<!hạng )thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy))(?!\w)[^,;.]*"
)
_LEAD = re.compile(
    r"(?:(?P<before>[^\s,;.:()]+) (?=(?:[^\s,;.:()]+ ){6}$))?(?P<words>(?P<first>[^\s,;.:()]+) (?:[^\s,;.:()]+ ){0,5})$"
)
# what is due begins with a whole word: “kế hoạch tổ chức phong trào trước ngày”
LEAD = 70
"""Characters before a date in which the words stand that say what is due."""


class Change(NamedTuple):
    """One change, in the words of both years; an empty side where something was only added or left out."""

    kind: Kind
    before: str
    after: str
    role: str
    """Of the section it stands in."""
    edit: Edit


def substance(
    previous: Document, current: Document, rows: Iterable[SectionChange], ledger: Iterable[IndicatorChange]
) -> Iterator[Change]:
    """Every edit of the sections, but of targets, which the ledger tells; what only went on a year is left out."""
    told = [(one.previous.span if one.previous else NONE, one.current.span if one.current else NONE) for one in ledger]
    for row in rows:
        for edit in row.edits if row.role != "targets" else ():
            stated = any(edit.before.meets(one) or edit.after.meets(other) for one, other in told)
            if not stated and not expected(previous, current, edit):
                yield from _changes(previous, current, row.role, edit)


def _changes(previous: Document, current: Document, role: str, edit: Edit) -> Iterator[Change]:
    before, after = previous.text[slice(*edit.before)], current.text[slice(*edit.after)]
    if role == "preface" or _cited(previous, edit.before) or _cited(current, edit.after):
        yield Change("words", before, after, role, edit)  # told by what is cited, by the theme and the period
        return
    found: list[Change] = []
    told: tuple[tuple[Kind, Callable[[Document, Span], str]], ...] = (
        ("deadline", _dates),
        ("body", _bodies),
        ("person", _people),
    )
    for kind, read in told:
        sides = read(previous, edit.before), read(current, edit.after)
        if kind == "body" and all(sides) != any(sides):
            sides = (
                _lengthened(sides[0], previous, edit.before, sides[1]),
                _lengthened(sides[1], current, edit.after, sides[0]),
            )
        if sides[0] != sides[1]:
            found.append(Change(kind, *sides, role, edit))
    if found:
        yield from found
        return
    yield Change(_kind(before, after, (str(previous.year), str(current.year))), before, after, role, edit)


def _cited(doc: Document, span: Span) -> bool:
    return any(one.span.meets(span) for one in doc.citations)


def _dates(doc: Document, span: Span) -> str:
    """The date that the edit touches, behind the words that say what is due."""
    if span.start == span.end:
        return ""
    dates = [one.span for one in doc.dates if one.span.meets(span) and years_across(doc.text, one) <= YEARS]
    dates = [one for one in dates if not _cited(doc, one)]  # the day of another paper is no deadline
    times = (Span(*m.span()) for m in _TIME.finditer(doc.text, *_line(doc, span)))
    at = dates or [one for one in times if one.meets(span) and not _cited(doc, one)]
    if not at:
        return ""
    if re.search(r"\((?:ngày )?$", doc.text[max(at[0].start - 6, 0) : at[0].start]):
        return ""  # “cuộc bầu cử (ngày 15 tháng 3 năm 2026)”: when it is, not what is due
    lead = _LEAD.search(doc.text[max(at[0].start - LEAD, 0) : at[0].start])
    return (_whole(lead) if lead else "") + doc.text[at[0].start : at[-1].end].strip()


def _whole(lead: re.Match[str]) -> str:
    """The words of a lead, with the one before them where they would begin amid a compound: “kế hoạch tổ chức …”."""
    torn = lead["before"] and bonded(folded(lead["before"]), folded(lead["first"]))
    return lead[0] if torn else lead["words"]


def _bodies(doc: Document, span: Span) -> str:
    """The bodies whose names the edit touches, whole."""
    line = _line(doc, span)
    met = (_name(doc.text, m.start(), m.end(), line.end) for m in _NAMES.finditer(doc.text, *line))
    kept: list[Span] = []
    for one in met:
        if one.meets(span) and not (kept and one.start < kept[-1].end):
            kept.append(one)
    named = (doc.text[slice(*one)] for one in kept)
    return ", ".join(name for name in named if " " in name or name.isupper())  # “Sở” alone says of no body which


def _people(doc: Document, span: Span) -> str:
    """The persons whose names the edit touches, whole."""
    met = (m for m in _PEOPLE.finditer(doc.text, *_line(doc, span)) if Span(*m.span()).meets(span))
    return ", ".join(m[0] for m in met)


def _lengthened(name: str, doc: Document, span: Span, other: str) -> str:
    """“Ban Tuyên giáo” where “và Dân vận” was added behind it: the shorter name ends right before the edit."""
    if name or span.start != span.end:
        return name
    before = _bodies(doc, Span(max(span.start - 2, 0), span.end))
    return before if before and other.startswith(before) else name


def _name(text: str, start: int, at: int, end: int) -> Span:
    """From its first word on: “Sở Nông nghiệp và Môi trường”, “Ủy ban nhân dân các huyện, thành phố”."""
    before, head = text[start:at].split()[-1], at
    while step := _NEXT.match(text, at, end):
        word = step["word"]
        if step["link"] != " " and _NAMES.match(text, step.start("word"), end):
            break  # “Phòng Kinh tế và Công an phường” are two
        joined = step["link"] == " " and (at == head or before[0].isupper()) and bonded(folded(before), folded(word))
        if not (word[0].isupper() or word in _PLACES or joined):
            break
        before, at = word, step.end()
    return Span(start, at)


def _line(doc: Document, span: Span) -> Span:
    first, last = doc.lines[doc.line_at(span.start)], doc.lines[doc.line_at(span.end)]
    return Span(first.span.start, last.span.end)


def _kind(before: str, after: str, years: tuple[str, str]) -> Kind:
    """``years``: of the two documents; that the one stands for the other is no change of figures."""
    said = [WORD.findall(text) for text in (before, after)]
    if not said[0] and len(said[1]) >= ADDED:
        return "added"
    if not said[1] and len(said[0]) >= ADDED:
        return "left-out"
    figures = [
        sorted(
            IN_WORDS.get(word, word).lstrip("0")
            for word in words
            if word != year and (word[0].isdigit() or word in IN_WORDS)
        )
        for words, year in zip(said, years, strict=True)
    ]
    if figures[0] != figures[1]:
        return "figure"
    one, other = (set(map(folded, words_)) for words_ in said)
    anew = min(len(one), len(other)) >= REPLACED and len(one & other) < SHARED * min(len(one), len(other))
    return "replaced" if anew else "words"
