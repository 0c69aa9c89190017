"""What stands around a place in a text: a table row, an address, the start of a sentence, a word before or after.

Rules search for a literal first and ask these questions of the few places it is found at.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Span
from checks.parsing.lines import GAP
from checks.patterns import Pattern, occurrences
from checks.tables import words

CURLY = Pattern(r"“([^“”\n]*)”", needs="“")
ITEM_MARK = r"(?:[-–+*•]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))"
"""What stands before an item at the start of its line, for a pattern: “- ”, “2.1. ”, “a) ”."""
QUOTED_NAME = range(12, 241)
"""Letters of a quoted name of a movement: “Bệnh viện không giấy, người bệnh hài lòng”."""
OPENERS = "“\"'(«‘["
SENTENCE_ENDS = ".!?:"
REACH = 2_000
"""No paragraph is looked at further than this: a megabyte on one line must not make every question a megabyte dear."""
ADDRESS, WORD = 200, 60
"""Nor is an address, or a word, longer than this."""
IN_NUMBERS = {"mươi": words("mốt tư lăm nhăm"), "mười": words("lăm nhăm"), "trăm": words("linh lẻ")}
"""Syllables that are figures behind these: “ba mươi mốt tỷ”, “sáu mươi tư đồng”, “một trăm linh năm xã”."""


def in_table(doc: Document, at: int) -> bool:
    """Is the place in a table row? Cells are torn apart by extraction and keep their own habits."""
    text = doc.text
    start, end = line_bounds(text, at)
    return " | " in text[start:end] or text.startswith(("|", "TT ", "STT "), start)


def at_edge(doc: Document, start: int, end: int) -> bool:
    """Does a line of a cell begin or end with this word, many blanks beside it? What goes before stands elsewhere."""
    text = doc.text
    return (text[start].islower() and text.endswith(GAP, 0, start)) or text.startswith(GAP, end)


def line_bounds(text: str, at: int) -> tuple[int, int]:
    """Start and end of the line that holds ``at``, within reach of it."""
    first, last = max(0, at - REACH), min(len(text), at + REACH)
    start, end = text.rfind("\n", first, at), text.find("\n", at, last)
    return first if start < 0 else start + 1, last if end < 0 else end


def line_before(text: str, at: int) -> str:
    """What the line that holds ``at`` says before it, within reach of it."""
    return text[line_bounds(text, at)[0] : at]


def of_a_number(text: str, start: int, end: int) -> bool:
    """Is the word a figure of a number in words, whatever is counted behind it?"""
    return text[start:end].lower() in IN_NUMBERS.get(word_before(text, start - 1).lower(), ())


def in_address(text: str, at: int) -> bool:
    """Is the place inside a web or mail address?"""
    chunk = chunk_at(text, at)
    return "@" in chunk or "://" in chunk or "www." in chunk or "\\" in chunk


def chunk_at(text: str, at: int) -> str:
    """What stands between the blanks around ``at``, as far as an address may be long."""
    start, first, last = at, max(0, at - ADDRESS), min(len(text), at + ADDRESS)
    while start > first and not text[start - 1].isspace():
        start -= 1
    end = at
    while end < last and not text[end].isspace():
        end += 1
    return text[start:end]


def word_before(text: str, at: int) -> str:
    """The letters that end right before ``at``."""
    start, first = at, max(0, at - WORD)
    while start > first and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def word_after(text: str, at: int) -> str:
    """The letters that begin at ``at``."""
    end, last = at, min(len(text), at + WORD)
    while end < last and text[end].isalpha():
        end += 1
    return text[at:end]


def opens_sentence(text: str, at: int) -> bool:
    """Does a sentence, a line, a quotation or a bracket begin at ``at``?"""
    before = text[max(0, at - 12) : at]
    line = before.rpartition("\n")[2]
    if len(line) < len(before) or at <= 12:
        bare = line.strip().strip("*").strip()
        # “- ”, “a) ”, “2. ” begin an item
        if not bare or bare[-1] in "-–+•)." or bare.isdigit():
            return True
    kept = line.rstrip(" *")
    return not kept or kept[-1] in SENTENCE_ENDS + OPENERS


def in_quotes(text: str, at: int) -> bool:
    """Is a quotation open at ``at`` on its line? What is quoted is written as its source writes it."""
    start, end = line_bounds(text, at)
    straight, curly = text.count('"', start, at), text.rfind("“", start, at)
    if straight and curly >= 0:
        return _open_among_both(text, start, at, end)
    return curly > text.rfind("”", start, at) or straight % 2 == 1


def quotations(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """What stands between the marks of each quotation of ``text[start:end]`` that begins and ends in one line, in no order.

    Straight marks open and close by turns; a line with an odd one out is left alone.
    """
    stop = len(text) if end is None else end
    for match in CURLY.finditer(text, start, stop):
        yield Span(*match.span(1))
    done = start
    while (at := text.find('"', done, stop)) >= 0:
        first, done = line_bounds(text, at)
        marks = list(occurrences('"', text, max(first, start), min(done, stop)))
        if len(marks) % 2 == 0:
            yield from (Span(one + 1, other) for one, other in zip(marks[::2], marks[1::2], strict=True))


def _open_among_both(text: str, start: int, at: int, end: int) -> bool:
    """The same where a line has both kinds of marks: “Dân vận khéo" is closed, “Đề án "Dân vận khéo" của xã” is one quotation."""
    opened, inner, within = "", 0, False
    for place in range(start, at):
        mark = text[place]
        if mark == "“":
            inner += bool(opened)
            opened = opened or mark
        elif mark == "”":
            opened, inner, within = (opened, inner - 1, within) if inner else ("", 0, False)
        elif mark == '"' and opened == "“":
            if within:
                within = False
            elif _is_a_pair(text, place, end):
                within = True
            else:
                opened, inner = "", 0
        elif mark == '"':
            opened = "" if opened else mark
    return bool(opened)


def _is_a_pair(text: str, place: int, end: int) -> bool:
    """Does the straight mark at ``place`` have its second before the curly quotation around it ends?"""
    close = text.find("”", place, end)
    return close >= 0 and text.find('"', place + 1, close) >= 0 and text.find("“", place, close) < 0
