"""What a repair means for the stored characters of a Word file, or that it means nothing Word can track."""

from __future__ import annotations

from typing import NamedTuple

from checks.finding import Span
from checks.word.changes import Repair
from checks.word.nodes import is_writable
from checks.word.places import Places
from checks.word.trace import NOWHERE


class Change(NamedTuple):
    """Delete the characters `deleted` and put `text` beside one, looking like the run of another.

    Stored characters are told by their numbers in `Places.atoms`.
    """

    deleted: range
    beside: int
    after: bool
    look: int
    text: str


def change(found: Places, repair: Repair) -> Change | None:
    """None when it cannot be a tracked change inside one paragraph."""
    (start, end), text = repair
    if "\n" in text or not is_writable(text):
        return None
    if start == end:
        return _insertion(found, start, text)
    trace = found.trace
    while start and trace.last[start - 1] > trace.first[start] != NOWHERE:
        start -= 1  # the letter before shares a stored character
        text = found.text[start] + text
    while end < len(found.text) and NOWHERE != trace.first[end] < trace.last[end - 1]:
        text += found.text[end]
        end += 1
    if NOWHERE in trace.first[start:end] or len(set(trace.paragraph[start:end])) > 1:
        return None
    deleted = found.atoms_of(Span(start, end))
    if not all(fits(found, number, text) for number in deleted):
        return None
    return Change(deleted, deleted[-1], after=True, look=deleted[0], text=text)


def words_at(text: str, span: Span) -> Span:
    """The span, or where it is empty or blank the word it touches, so that a comment stands at something."""
    start, end = span
    if text[start:end].strip():
        return span
    while start and text[start - 1] not in " \n":
        start -= 1
    while end < len(text) and text[end] not in " \n":
        end += 1
    if not text[start:end].strip() and text[:start].rstrip(" ")[-1:].strip():
        start = len(text[:start].rstrip(" "))
        return words_at(text, Span(start, start))
    return Span(start, end)


def _insertion(found: Places, at: int, text: str) -> Change | None:
    """After the character before, whose look it takes as when typing; else before the one that follows."""
    trace = found.trace
    if at and trace.last[at - 1] != NOWHERE and found.text[at - 1] != "\n":
        beside, after = trace.last[at - 1] - 1, True
    elif at < len(found.text) and trace.first[at] != NOWHERE and found.text[at] != "\n":
        beside, after = trace.first[at], False
    else:
        return None
    return Change(range(0), beside, after, beside, text) if fits(found, beside, text) else None


def fits(found: Places, number: int, text: str) -> bool:
    """The run can show the text: one in an old font shows other letters, one in capitals no small ones."""
    run = found.atoms[number].run
    return run not in found.old_fonts and (run not in found.capitals or text == text.upper())
