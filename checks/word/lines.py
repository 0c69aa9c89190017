"""Whole paragraphs put in or taken out: what that means for a Word file, or that it means nothing Word can track."""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.finding import Span
from checks.word.changes import Repair
from checks.word.places import Places
from checks.word.plan import fits
from checks.word.trace import NOWHERE

_NUMBER = re.compile(r"\d+|(?<![^\W_])[^\W\d_](?![^\W_])")
"""In an automatic label: “3” of “3. ”, “b” of “b) ”."""

_LINE = re.compile(r"[^\n]+")


class Added(NamedTuple):
    """New paragraphs behind one, looking like it: the words of each, and whether Word numbers it as well."""

    paragraph: int
    look: int
    """The stored character whose run the new words look like."""
    lines: tuple[tuple[str, bool], ...]


class Dropped(NamedTuple):
    """Paragraphs taken out with all they store."""

    paragraphs: tuple[int, ...]
    deleted: tuple[range, ...]
    labelled: bool
    """Word numbers one of them, which would print as an empty item if it stayed."""


def added(found: Places, repair: Repair) -> Added | None:
    """None unless lines are put in between two paragraphs of which the first can be repeated."""
    (at, end), text = repair
    whole, trace = found.text, found.trace
    between = (at == 0 or whole[at - 1] == "\n") and text.endswith("\n")
    behind = whole[at : at + 1] in ("", "\n") and text.startswith("\n")
    if at != end or not (between or behind):
        return None
    last = len(whole[:at].rstrip()) - 1
    start = whole.rfind("\n", 0, last + 1) + 1
    owners = set(trace.paragraph[start : last + 1])
    following = len(whole) - len(whole[at:].lstrip())
    is_inside = following < len(whole) and trace.paragraph[following] in owners
    if len(owners) != 1 or is_inside or trace.last[last] == NOWHERE:
        return None
    first = next(n for n in range(start, last + 1) if trace.first[n] != NOWHERE)
    lines = tuple(_numbered(whole[start:first], line.strip()) for line in text.split("\n") if line.strip())
    look = trace.last[last] - 1
    return Added(owners.pop(), look, lines) if all(fits(found, look, line) for line, _ in lines) else None


def dropped(found: Places, repair: Repair) -> Dropped | None:
    """None unless the span holds whole paragraphs of the main text and nothing takes their place."""
    (start, end), text = repair
    whole, trace = found.text, found.trace
    between = (start == 0 or whole[start - 1] == "\n") and (end == len(whole) or whole[end - 1] == "\n")
    behind = whole[start : start + 1] == "\n" and whole[end : end + 1] in ("", "\n")
    if text or not (between or behind):
        return None
    rows = [set(trace.paragraph[slice(*line.span())]) for line in _LINE.finditer(whole, start, end)]
    owners = dict.fromkeys(owner for row in rows for owner in row)
    outside = {trace.paragraph[n] for n in range(len(whole)) if not start <= n < end and whole[n] != "\n"}
    in_notes = any(found.located(owner)[0] != found.package.document for owner in owners)
    if not owners or any(len(row) > 1 for row in rows) or owners.keys() & outside or in_notes:
        return None
    spans = [[n for n in range(start, end) if trace.paragraph[n] == owner] for owner in owners]
    deleted = (found.atoms_of(Span(own[0], own[-1] + 1)) for own in spans)
    labelled = any(trace.first[n] == NOWHERE and not whole[n].isspace() for n in range(start, end))
    return Dropped(tuple(owners), tuple(atoms for atoms in deleted if atoms), labelled)


def _numbered(label: str, line: str) -> tuple[str, bool]:
    """A typed line behind a paragraph with an automatic label: the label it repeats is Word's to write."""
    if not label.strip():
        return line, True
    shape = "".join(
        (r"\d+" if part[0].isdigit() else r"[^\W\d_]") if _NUMBER.fullmatch(part) else re.escape(part)
        for part in re.split(f"({_NUMBER.pattern})", label.strip())
        if part
    )
    match = re.match(rf"{shape}\s+", line)
    return (line[match.end() :], True) if match else (line, False)
