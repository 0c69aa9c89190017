"""A draft: its text, where every paragraph came from, and what is still to be decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from checks.document import Document
from checks.finding import Span

BLANK = "………"
"""What stands where only a person can decide."""
OPEN = re.compile(r"…{2,}")

Origin = Literal["request", "previous", "precedent", "section-text", "model", "officer"]


class Provenance(NamedTuple):
    """Where a paragraph came from. ``verbatim`` is the share of it taken over word by word, 0 to 1."""

    kind: Origin
    id: str
    section: str
    verbatim: float


class Paragraph(NamedTuple):
    """One line of the draft. ``note`` tells the officer what to look at; empty where nothing is to be said."""

    text: str
    provenance: Provenance
    note: str = ""


class Blank(NamedTuple):
    """A place to fill: what belongs there, and what stood there last year (empty where nothing did)."""

    span: Span
    what: str
    last: str


@dataclass(frozen=True)
class Draft:
    """``paragraphs`` are the lines of the document that are not empty, in reading order."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    blanks: tuple[Blank, ...]
    prompts: tuple[str, ...] = ()
    """Versions of the section texts used, as ``sections/annual/goal@3f2a9c1b``."""

    def note_of(self, blank: Blank) -> str:
        """One sentence for the margin: “Chỉ tiêu GRDP. Năm trước: 9%.”"""
        return told(blank.what, blank.last)

    def paragraph_spans(self) -> Iterator[tuple[Span, Paragraph]]:
        """Each paragraph with its place in the document."""
        lines = (line for line in self.document.lines if line.text.strip())
        for line, paragraph in zip(lines, self.paragraphs, strict=True):
            yield line.span, paragraph


class Run(NamedTuple):
    """A stretch of a draft in the making. ``what`` and ``last`` describe the blanks inside it."""

    text: str
    provenance: Provenance
    kept: bool = False
    """Taken over unchanged."""
    what: str = ""
    last: str = ""
    note: str = ""
    """Said of the paragraph as a whole."""


def assemble(runs: Iterable[Run], name: str, prompts: tuple[str, ...] = ()) -> Draft:
    """The draft those stretches make, one after the other; newlines in them part the paragraphs."""
    text = ""
    blanks: list[Blank] = []
    paragraphs: list[Paragraph] = []
    line: list[Run] = []
    for run in runs:
        blanks += _blanks(run, len(text))
        text += run.text
        first, *rest = run.text.split("\n")
        # What an insertion adds below a line is said of its own lines: at its first break it only ends that one.
        line.append(run._replace(text=first, note="" if rest and not first.strip(" .,;") else run.note))
        for piece in rest:
            paragraphs += _paragraph(line)
            line = [run._replace(text=piece, note=run.note if piece else "")]
    paragraphs += _paragraph(line)
    document = Document(text, name)
    return Draft(document, tuple(paragraphs), tuple(blanks), prompts)


def told(what: str, last: str) -> str:
    """A note in one or two sentences."""
    head = f"{what.rstrip('. ')}."
    return f"{head} Năm trước: {last.rstrip('. ')}." if last else head


def _blanks(run: Run, at: int) -> Iterator[Blank]:
    for match in OPEN.finditer(run.text):
        yield Blank(Span(at + match.start(), at + match.end()), run.what or "Nội dung cần điền", run.last)


def _paragraph(line: list[Run]) -> Iterator[Paragraph]:
    """The paragraph on a line; an empty line is none."""
    text = "".join(run.text for run in line)
    if not text.strip():
        return
    said = [run for run in line if run.text.strip()] or line
    kept = sum(len(run.text) for run in line if run.kept)
    longest = max(said, key=lambda run: (run.kept, len(run.text)))
    notes = dict.fromkeys(run.note for run in line if run.note)
    yield Paragraph(text, longest.provenance._replace(verbatim=round(kept / len(text), 3)), " ".join(notes))
