"""The Word file an office has worked on, back beside the draft it came from: what changed, what was resolved, what is left."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from assistant.draft import OPEN, Draft
from assistant.drafting.editing import paired, with_text
from checks import engine
from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding
from checks.reading import Source
from checks.rules import all_rules
from checks.settings.fingerprint import fingerprints

SHARED = 0.25
"""Least share of common lines between a draft and its own file."""
BLANKS = "open-blank"


class Change(NamedTuple):
    """One line of the draft and what the office made of it; the other side is empty for added and dropped."""

    kind: Literal["filled", "changed", "added", "dropped"]
    before: str
    after: str


class Returned(NamedTuple):
    """``resolved``: findings of the draft that are gone; ``kept``: still there; ``fresh``: new in the file."""

    document: Document
    changes: tuple[Change, ...]
    resolved: tuple[Finding, ...]
    kept: tuple[Finding, ...]
    fresh: tuple[Finding, ...]
    blanks: int
    """Blanks still open."""
    filled: int
    notes: tuple[str, ...] = ()


def returned(draft: Draft, source: Source) -> Returned:
    """``source`` checked anew and held beside ``draft``. Raises UserError when it is another document."""
    document = Document.parse(source.text, source.name, source.layout)
    old, new = _lines(draft.document), _lines(document)
    pairs = paired(old, new)
    same = sum(1 for a, b in pairs if a is not None and b is not None)
    if same < SHARED * max(len(old), 1):
        raise UserError(f"“{source.name}” không phải bản Word của dự thảo này: hãy chọn đúng tệp đã tải về rồi sửa.")
    before, after = _checked(draft.document), _checked(document)
    marks = set(fingerprints(document, after))
    known = dict(zip(fingerprints(draft.document, before), before, strict=True))
    return Returned(
        document,
        tuple(_changes(old, new, pairs)),
        tuple(finding for mark, finding in known.items() if mark not in marks),
        tuple(f for f, mark in zip(after, fingerprints(document, after), strict=True) if mark in known),
        tuple(f for f, mark in zip(after, fingerprints(document, after), strict=True) if mark not in known),
        len(OPEN.findall(document.text)),
        max(0, len(draft.blanks) - len(OPEN.findall(document.text))),
        source.notes,
    )


def taken(draft: Draft, found: Returned) -> Draft:
    """The draft as the office has it now; lines that stayed keep their origin."""
    return with_text(draft, _in_order(draft.document, found.document))


def _in_order(draft: Document, file: Document) -> str:
    """The text of the file, its head as the draft has it: a Word table gives the number before the motto."""
    ends = [doc.frame.kind.span.start if doc.frame.kind else 0 for doc in (draft, file)]
    old, new = (_lines(Document(doc.text[:end])) for doc, end in zip((draft, file), ends, strict=True))
    pairs = [(a, b) for a, b in paired(old, new) if b is not None]
    if len(old) != len(new) or any(a is None for a, _ in pairs):
        return file.text
    head = draft.text[: ends[0]]
    for a, b in pairs:
        assert a is not None
        head = head.replace(old[a], new[b], 1)
    return head + file.text[ends[1] :]


def _lines(document: Document) -> list[str]:
    return [line.text.strip() for line in document.lines if line.text.strip()]


def _checked(document: Document) -> tuple[Finding, ...]:
    found = engine.check(document, all_rules()).findings
    return tuple(finding for finding in found if finding.rule != BLANKS)


def _changes(old: list[str], new: list[str], pairs: list[tuple[int | None, int | None]]) -> list[Change]:
    """In the order of the file; what was dropped stands where it was."""
    out: list[tuple[float, Change]] = []
    place = {a: b for a, b in pairs if a is not None and b is not None}
    for a, b in pairs:
        if b is None:
            continue
        if a is None:
            out.append((b, Change("added", "", new[b])))
        elif old[a] != new[b]:
            filled = OPEN.search(old[a]) is not None and not _reworded(old[a], new[b])
            out.append((b, Change("filled" if filled else "changed", old[a], new[b])))
    for a, line in enumerate(old):
        if a not in place:
            before = [place[n] for n in place if n < a]
            out.append((max(before, default=-1) + 0.5, Change("dropped", line, "")))
    return [change for _, change in sorted(out, key=lambda pair: pair[0])]


def _reworded(old: str, new: str) -> bool:
    """Did words outside the blanks change?"""
    matched = SequenceMatcher(None, OPEN.sub("\x00", old), new, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched) < len(OPEN.sub("", old))
