"""Every counted figure of a text with the words before it and the noun phrase behind: “triển khai |20 kỹ thuật mới|”.

An index to compare any two places that count the same, whatever part of the document they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.facts.numbers import FIGURE, value
from checks.facts.sentences import sentence
from checks.finding import Span
from checks.tables import words
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

# A figure that names, dates or belongs to another figure
NAMES = (
    "ngày ", "tháng ", "năm ", "quý ", "số ", "khoản ", "điều ", "mục ", "phần ", "khóa ", "thứ ", "giờ ", "khối ", "lớp ", "- ", "– ",
    *"0123456789.,/–-", *(f"{digit} " for digit in range(10)),
)  # fmt: skip
GOES_ON = re.compile(r"[/\d]|[.,]\d| ?[-–] ?\d| phần| tháng \d")
_WORD = re.compile(r"[“”]|[^\W\d_]+|\S")
# Where the noun phrase ends: “1.500 sáng kiến |được công nhận|”
_ENDS = words(
    "được trở trong cho và để của đạt có tại ở trước theo so vào từ đến là do bằng với về trên dưới bị bao gồm nhằm khi đã đang sẽ phải "
    "không hoặc nếu thì mà qua"
)
# What narrows a figure to a part, looks back or compares
_NARROWS = re.compile(
    r"[Rr]iêng|[Tt]rong đó|[Mm]ỗi|[Tt]ừng|[Đđ]ợt|[Cc]hặng|[Gg]iai đoạn|[Qq]uý|[Tt]háng|(?<!\w)đã(?!\w)|so với|cùng kỳ|[Nn]ăm trước|thêm|bình quân|"
    r"[Kk]hối |[Nn]hóm|[Cc]ụm|năm 20\d\d|(?:thôn|xã|phường|bản|tổ|xóm|ấp) [A-ZĐ]|(?<!ổng )số \d|hằng |[Kk]ết quả|[Đđ]ến ngày|một (?!số)|/"
)
# What narrows it behind: “5,2 km đường trước ngày 30/6/2026” may be half of it
_PART = re.compile(
    r"trước (?!ngày \d{1,2}(?:/| tháng )(?:9|1[0-2])(?!\d))|đợt|giai đoạn|quý|(?<!\d )tháng|đến (?:hết )?ngày|(?<!tr)ở |tại (?!phụ lục)|cho |so với|"
    r"đối với|thuộc|của (?:thôn|xã|khối)"
)
_MARK = re.compile(r"[,;.:()\n](?!\d)")
LONGEST = 7
"""Words of a noun phrase."""
REACH = 60
"""Characters: so far behind a figure its noun phrase reaches, and before it the words that lead to it."""

LINE = 2_000
"""No row of a table is looked at further than this: a megabyte on one line must not make every figure a megabyte dear."""


class Mention(NamedTuple):
    """A figure as written, its value, the words that lead to it and those it counts, in small letters."""

    figure: str
    value: Decimal
    lead: tuple[str, ...]
    phrase: tuple[str, ...]
    span: Span
    end: int
    """Where the phrase ends."""
    named: bool = False
    """Is there a name in quotation marks in the phrase?"""


def mentions(doc: Document) -> Iterator[Mention]:
    """The figures of the body that count something, but for those in rows of a table."""
    text, end, last = doc.text, doc.body.start, doc.body.end
    for start, _ in doc.figures:
        match = FIGURE.match(text, start) if end <= start < last else None
        if match is None:  # before the body, or the “000” of “860.000”
            continue
        end = match.end()
        first, stop = max(0, start - LINE), min(last, end + LINE)
        newline = text.find("\n", end, stop)
        line = (text.rfind("\n", first, start) + 1 or first, stop if newline < 0 else newline)
        before = text[max(line[0], start - REACH) : start]
        named = before.lower().endswith(NAMES) and not before.endswith("ổng số ")
        if named or GOES_ON.match(text, end) or " | " in text[slice(*line)]:
            continue
        phrase, ends = _phrase(text, end, min(line[1], end + REACH))
        if phrase:
            yield Mention(
                match[0], value(match[0]), _lead(before), phrase, Span(start, end), ends, "“" in text[end:ends]
            )


def narrowed(doc: Document, one: Mention) -> bool:
    """Does the sentence, up to the figure and its phrase, tell of a part, a place, another time?"""
    return _NARROWS.search(doc.text, sentence(doc.text, one.span.start).start, one.end) is not None


def tail(doc: Document, one: Mention) -> str:
    """What is said between the phrase and the next mark: “ cho học sinh nghèo”."""
    mark = _MARK.search(doc.text, one.end, one.end + REACH)
    return doc.text[one.end : mark.start() if mark else one.end].lower()


def partial(tail: str) -> bool:
    """Does a tail narrow what is counted to a part or a time before the end?"""
    return _PART.search(tail) is not None


def _phrase(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The words right behind a figure up to a mark or a word that says no more of what is counted, and where they end."""
    words: list[str] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower()
        if word in "“”":
            continue
        if not word[0].isalpha() or word in _ENDS:
            return tuple(words), match.start()
        words.append(word)
        if len(words) == LONGEST:
            return tuple(words), match.end()
    return tuple(words), end


def _lead(before: str) -> tuple[str, ...]:
    """The last four words before a figure; none in front of a mark."""
    words = _WORD.findall(before.rpartition("\n")[2])
    first = next((at for at in range(len(words), 0, -1) if not words[at - 1][0].isalpha()), 0)
    return tuple(map(str.lower, words[first:][-4:]))
