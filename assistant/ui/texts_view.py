"""Both documents in full, section beside section: changed words marked, each target and left-over a place to jump to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.ui.nodes import Node, node, status_tag
from checks.compare import Comparison
from checks.comparison.sections import SectionChange, expected, title_of
from checks.comparison.words import Edit, difference, words
from checks.document import Document
from checks.facts.indicators import Indicator
from checks.finding import Finding, Span
from checks.report.comparison import ROLES
from checks.report.comparison_words import section_status

LAST, THIS = "p", "c"
"""Names of the sides in a place: last year's, this year's."""


class _Mark(NamedTuple):
    span: Span
    tag: str
    kind: str = ""
    place: str = ""


def place(side: str, one: Indicator | Finding) -> str:
    """The name of where ``one`` stands: “c1204”."""
    return f"{side}{one.span.start}"


def texts(result: Comparison) -> list[Node]:
    """The heads, every section, and what follows the last."""
    sides = node("div", *(node("div", name, kind="year") for name in years(result)), kind="pair years")
    rows = [_pair(result, row) for row in result.sections]
    first, last = _around(result)
    return [sides, *first, *rows, *last]


def years(result: Comparison) -> tuple[str, str]:
    """“Năm 2025”, “Năm 2026”; without numbers where they would not tell the two apart."""
    before, after = result.previous.year, result.current.year
    if before and after and before != after:
        return f"Năm {before}", f"Năm {after}"
    return "Năm trước", "Năm nay"


def _around(result: Comparison) -> tuple[list[Node], list[Node]]:
    """What no section holds: the head above the preface, and recipients and signature below."""
    heads = tuple(_head(result, side) for side in (LAST, THIS))
    ends = tuple(_end(result, side) for side in (LAST, THIS))
    return _framed(result, "Phần đầu", *heads), _framed(result, "Nơi nhận, người ký", *ends)


def _head(result: Comparison, side: str) -> Span:
    return Span(0, min((block.start for block in _blocks(result, side)), default=_document(result, side).body.end))


def _end(result: Comparison, side: str) -> Span:
    doc = _document(result, side)
    last = max((block.end for block in _blocks(result, side)), default=doc.body.end)
    return Span(max(last, doc.body.end), len(doc.text))


def _blocks(result: Comparison, side: str) -> Iterator[Span]:
    for row in result.sections:
        block = row.previous if side == LAST else row.current
        if block is not None:
            yield block.span


def _document(result: Comparison, side: str) -> Document:
    return result.previous if side == LAST else result.current


def _framed(result: Comparison, title: str, before: Span, after: Span) -> list[Node]:
    a, b = words(result.previous.text, before), words(result.current.text, after)
    if not a.keys and not b.keys:
        return []
    edits = difference(a, b).edits
    status = "reworded" if any(not expected(result.previous, result.current, one) for one in edits) else "kept"
    about = node("div", status_tag(status), node("b", title), kind="about")
    return [node("div", about, *_sides(result, before, after, edits), kind=f"pair {status}")]


def _pair(result: Comparison, row: SectionChange) -> Node:
    shown = row.current or row.previous
    title = title_of(shown, result.current if row.current else result.previous) if shown else ""
    both = row.previous and row.current
    share = [node("small", f"{round(row.verbatim * 100)}% nguyên văn năm trước")] if both else []
    head = (
        status_tag(row.status, section_status(row)),
        node("b", ROLES.get(row.role, row.role)),
        node("span", title, kind="quiet"),
        *share,
    )
    before, after = (block.span if block else None for block in (row.previous, row.current))
    return node(
        "div", node("div", *head, kind="about"), *_sides(result, before, after, row.edits), kind=f"pair {row.status}"
    )


def _sides(result: Comparison, before: Span | None, after: Span | None, edits: Sequence[Edit]) -> Iterator[Node]:
    quiet = [expected(result.previous, result.current, edit) for edit in edits]
    last, this = years(result)
    for side, span, absent, name in (
        (LAST, before, "Năm trước không có phần này.", last),
        (THIS, after, "Năm nay không còn phần này.", this),
    ):
        if span is None:
            yield node("div", absent, kind="side none")
            continue
        tag = "del" if side == LAST else "ins"
        changed = [
            _Mark(edit.before if side == LAST else edit.after, tag, "expected" if year else "")
            for edit, year in zip(edits, quiet, strict=True)
        ]
        shown = _marked(_document(result, side).text, span, changed, _places(result, side))
        yield node("div", *shown, kind="side", **{"data-label": name})


def _places(result: Comparison, side: str) -> list[_Mark]:
    targets = _document(result, side).indicators
    marks = [_Mark(one.span, "mark", "", place(side, one)) for one in targets]
    if side == THIS:
        marks += [_Mark(one.span, "mark", "left", place(side, one)) for one in result.leftovers]
    return marks


def _marked(text: str, span: Span, changed: Iterable[_Mark], places: Iterable[_Mark]) -> Iterator[Node]:
    """``text[span]``: changed words in elements of their own, each place around them; of two places the shorter."""
    start, end = span.start, span.start + len(text[slice(*span)].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    inside = [m for m in changed if m.span.end > m.span.start]
    around = sorted((m for m in places if m.span.meets(Span(start, end))), key=lambda m: len(text[slice(*m.span)]))
    cuts = {start, end}
    for mark in (*inside, *around):
        cuts.update(at for at in mark.span if start < at < end)
    at = sorted(cuts)
    for left, right in pairwise(at):
        yield _wrapped(text[left:right], _over(around, left, right), _over(inside, left, right))


def _over(marks: Iterable[_Mark], start: int, end: int) -> _Mark | None:
    return next((m for m in marks if m.span.start <= start and end <= m.span.end), None)


def _wrapped(words: str, around: _Mark | None, inside: _Mark | None) -> Node:
    piece: Node = node(inside.tag, words, kind=inside.kind) if inside else words
    return node(around.tag, piece, kind=around.kind, **{"data-place": around.place}) if around else piece
