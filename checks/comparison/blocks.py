"""A document as the blocks a reader compares: paragraphs of the preface, sections and their first items, the call at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checks.comparison.words import Words, words
from checks.document import Document
from checks.finding import Span
from checks.parsing.outline import Section

_OF_THE_WHOLE = ("content", "implementation", "targets", "reward")
"""Roles that every item of their section has, whatever its own heading says."""
_OWN = ("goal", "period", "theme", "scope", "targets", "reward", "requirement", "meaning")
HEADING = 60
"""Characters up to which the words of an item are its title."""
LEVELS = 2
"""Items below this level are compared inside the item that holds them."""


class Block(NamedTuple):
    """One stretch to compare. ``title`` is its number and heading; empty for a paragraph without one."""

    role: str
    number: str
    title: str
    span: Span
    words: Words
    order: int


def blocks(doc: Document) -> tuple[Block, ...]:
    """The blocks of the body in reading order."""
    out: list[Block] = []
    for role, number, title, span in _stretches(doc):
        found = words(doc.text, span)
        if found.keys:
            out.append(Block(role, number, title, span, found, len(out)))
    return tuple(out)


def _stretches(doc: Document) -> Iterator[tuple[str, str, str, Span]]:
    for span in paragraphs(doc, doc.preface):
        yield "preface", "", "", span
    body = [s for s in doc.sections if s.level <= LEVELS]
    closing = _closing(doc)
    stop = closing.start if closing else doc.body.end
    roles: list[str] = [""] * (LEVELS + 1)
    inside_targets = -1
    for i, section in enumerate(body):
        if section.span.start < inside_targets:
            continue
        roles[section.level] = _role(section, roles[section.level - 1] if section.level > 1 else "")
        end = body[i + 1].span.start if i + 1 < len(body) else stop
        if roles[section.level] == "targets":  # the ledger tells what changed inside
            inside_targets = section.span.end
            end = min(section.span.end, stop)
        start = section.span.start + (
            doc.text.find(section.number, section.span.start) - section.span.start + len(section.number)
            if section.number
            else 0
        )
        yield roles[section.level], section.number, section.heading, Span(start, max(start, end))
    if closing:
        yield "closing", "", "", closing


def _role(section: Section, parent: str) -> str:
    if parent in _OF_THE_WHOLE:
        return parent
    if parent and len(section.heading) > HEADING:
        return parent  # a whole sentence names many things
    own = next((role for role in section.roles if role in _OWN), "")
    return own or section.role or parent


def paragraphs(doc: Document, span: Span) -> Iterator[Span]:
    """Paragraphs of ``span``; a line that a page break cut goes on in the next."""
    start = end = -1
    for line in doc.lines[doc.line_at(span.start) : doc.line_at(max(span.start, span.end - 1)) + 1]:
        if line.blank or line.span.end <= span.start or line.span.start >= span.end:
            continue
        if start >= 0 and line.bare[0].islower():
            end = line.span.end
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = line.span
    if start >= 0:
        yield Span(start, end)


def _closing(doc: Document) -> Span | None:
    """The paragraphs after the last item: “Căn cứ Chỉ thị này, yêu cầu …”, where that item is itself a paragraph."""
    last = doc.markers[-1] if doc.markers else None
    if last is None or len(last.line.bare) < 60:
        return None
    after = [
        s for s in paragraphs(doc, Span(min(last.line.span.end + 1, doc.body.end), doc.body.end)) if _is_call(doc, s)
    ]
    return Span(after[0].start, doc.body.end) if after else None


def _is_call(doc: Document, span: Span) -> bool:
    first = doc.text[span.start]
    return first.isupper() and " | " not in doc.text[slice(*span)]
