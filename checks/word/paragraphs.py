"""The end of a paragraph marked as put in or taken out, and new paragraphs behind it, in the bytes of a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from checks.word.nodes import Node, Part, Splice
from checks.word.runs import Names, Run, Stamp

_TRACKED = {"ins", "del", "moveFrom", "moveTo", "rPrChange"}
_BEFORE_NUMBER = {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"}


def holds_box(part: Part, paragraph: Node) -> bool:
    """The words of a text box come behind its paragraph: lines put in or out would not stand where they should."""
    return b"txbxContent" in part.bytes_of(paragraph)


def can_be_marked(paragraph: Node) -> bool:
    """Not when someone has marked its end already, or a section ends with it."""
    properties = paragraph.child("pPr")
    look = properties.child("rPr") if properties is not None else None
    marked = any(child.local in _TRACKED for child in look.children) if look is not None else False
    ends_section = properties is not None and properties.child("sectPr") is not None
    return paragraph.close < paragraph.end and not marked and not ends_section


def can_be_repeated(paragraph: Node, lines: Sequence[tuple[str, bool]]) -> bool:
    """A last paragraph whose end is taken over must find its properties there, its number too."""
    return _siblings(paragraph)[-1] is not paragraph or lines[-1][1]


def ends_to_drop(paragraphs: Sequence[Node]) -> list[Node]:
    """The paragraphs whose ends go when these go: a cell keeps its last end, so the one before is dropped for it."""
    chosen: list[Node] = []
    for paragraph in paragraphs:
        beside = _siblings(paragraph)
        if beside[-1] is not paragraph:
            chosen.append(paragraph)
    for paragraph in paragraphs:
        beside = _siblings(paragraph)
        if beside[-1] is paragraph:
            before = next((node for node in reversed(beside[:-1]) if node not in chosen), None)
            chosen += [before] if before is not None and can_be_marked(before) else []
    return chosen


def _siblings(paragraph: Node) -> list[Node]:
    """The paragraphs that stand directly beside one another, this one among them: a table parts them."""
    assert paragraph.parent is not None, "a paragraph stands in a body, a cell or a box"
    group: list[Node] = []
    for node in paragraph.parent.children:
        if node.local == "p":
            group.append(node)
        elif node.local in {"tbl", "sdt", "altChunk", "sectPr"}:
            if paragraph in group:
                break
            group = []
    return group


def marked_end(part: Part, paragraph: Node, kind: Literal["ins", "del"], names: Names, stamp: Stamp) -> Splice:
    """Mark the paragraph's own end. It carries the paragraph's properties: where it goes, the next ones hold."""
    p = names.prefix
    mark = f"<{p}{kind}{names.declaration} {stamp.attributes(p)}/>".encode()
    properties = paragraph.child("pPr")
    if properties is None:
        opened = f"<{p}pPr{names.declaration}><{p}rPr>".encode()
        return Splice(paragraph.inner, paragraph.inner, opened + mark + f"</{p}rPr></{p}pPr>".encode())
    look = properties.child("rPr")
    if look is None:
        mark = f"<{p}rPr{names.declaration}>".encode() + mark + f"</{p}rPr>".encode()
        change = properties.child("pPrChange")
        return _inside(part, properties, change.start if change is not None else properties.close, mark)
    return _inside(part, look, look.inner, mark)


def added_behind(
    paragraph: Node, lines: Sequence[tuple[str, bool]], run: Run, names: Names, stamp: Stamp
) -> list[Splice]:
    """New paragraphs behind `paragraph`, with its properties and ends of their own, which are marked as new.

    Rejected, they join the paragraph that follows. Where none does, the last of them takes over the old end instead.
    """
    has_next = _siblings(paragraph)[-1] is not paragraph
    made = []
    for n, (line, numbered) in enumerate(lines):
        p = names.prefix
        is_new = has_next or n < len(lines) - 1
        mark = f"<{p}ins{names.declaration} {stamp.attributes(p)}/>".encode() if is_new else b""
        properties = _properties(run.part, paragraph, mark, names, numbered=numbered)
        made += [f"<{p}p{names.declaration}>".encode(), properties, run.new(line), f"</{p}p>".encode()]
    old_end = [] if has_next else [marked_end(run.part, paragraph, "ins", names, stamp)]
    return [*old_end, Splice(paragraph.end, paragraph.end, b"".join(made))]


def _properties(part: Part, paragraph: Node, mark: bytes, names: Names, *, numbered: bool) -> bytes:
    p = names.prefix
    properties = paragraph.child("pPr")
    children = [] if properties is None else properties.children
    kept = [child for child in children if child.local not in {"rPr", "sectPr", "pPrChange"}]
    pieces = [part.bytes_of(child) for child in kept]
    if not numbered:
        pieces = [raw for raw, child in zip(pieces, kept, strict=True) if child.local != "numPr"]
        at = sum(child.local in _BEFORE_NUMBER for child in kept)
        pieces.insert(at, f'<{p}numPr{names.declaration}><{p}numId {p}val="0"/></{p}numPr>'.encode())
    look = properties.child("rPr") if properties is not None else None
    looks = [part.bytes_of(child) for child in look.children if child.local not in _TRACKED] if look is not None else []
    if mark or looks:
        looks = [f"<{p}rPr{names.declaration}>".encode(), mark, *looks, f"</{p}rPr>".encode()]
    content = b"".join([*pieces, *looks])
    return f"<{p}pPr>".encode() + content + f"</{p}pPr>".encode() if content else b""


def _inside(part: Part, node: Node, at: int, content: bytes) -> Splice:
    if node.close < node.end:
        return Splice(at, at, content)
    opened = part.start_tag(node)[:-2].rstrip() + b">"
    return Splice(node.start, node.end, opened + content + f"</{node.name}>".encode())
