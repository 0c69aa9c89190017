"""A draft as a file: Word in the form of Nghị định 30/2020/NĐ-CP with its notes as comments, or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from assistant.draft import Blank, Draft, Paragraph
from assistant.form import LEGAL_BASE, signing_below
from assistant.word import parts
from assistant.word.parts import WIDTH, Piece
from checks.document import Document, Section
from checks.finding import Span
from checks.parsing import naming
from checks.parsing.lines import Line

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

SHORT_CELL = 12
"""Characters up to which the cells of a column stand in its middle."""
HEADER = (66.0, WIDTH - 66.0)
SIGNATURE = (82.0, WIDTH - 82.0)
MOTTO_LINE, SUBJECT_LINE, ISSUER_LINE = 57.0, 46.0, 24.0
"""Lengths of the three lines of a header: as long as the motto; a third to a half of the other texts."""
SUBJECT_LENGTH, SUBJECT_INSET = 58, 18.0
"""Characters that fit on one line; millimetres a longer subject stays off either margin."""
SPACING = 1.15
CELL = " | "
SYMBOL = re.compile(r"(?:\d[\w.]*)?/[\w/.]*-[A-ZĐ][\w/&-]*|\d+-[A-ZĐa-z]{2,4}/[A-ZĐ]\w*")


def export_text(draft: Draft) -> str:
    """The text with one newline at its end."""
    return draft.document.text.strip("\n") + "\n"


# “GIÁM ĐỐC⇥GIÁM ĐỐC”, “CHỦ TỊCH CÔNG ĐOÀN            GIÁM ĐỐC”
BESIDE = re.compile(r"\S(?:\t|\s{3,})\S")
BESIDES = re.compile(r"\S(?:(?!\t|\s{3}).)*(?<!\s)")
POST = re.compile(
    r"(?:KT\. |PHÓ |TỔNG )*(?:GIÁM ĐỐC|CHÁNH |TRƯỞNG |CHỦ TỊCH|HIỆU TRƯỞNG|BÍ THƯ|CHỈ HUY|CỤC TRƯỞNG|VIỆN TRƯỞNG)"
)
LONGEST_FOOT = 120


def export_docx(draft: Draft) -> bytes:
    """The Word file; the same draft gives the same bytes."""
    document, doc = parts.new(), draft.document
    notes = _Notes(draft)
    _header(document, doc, notes)
    _title(document, doc, notes)
    foot = _several(doc)
    _body(document, doc, Span(doc.body.start, foot[0].span.start) if foot else doc.body, notes)
    if foot:
        _signers(document, doc, foot, notes)
    else:
        _closing(document, doc, notes)
    # A blank in the name's place is part of the signature, although the frame knows names only.
    named = _name(doc, doc.signature.authority[-1].span.end) if doc.signature and not doc.signature.name else None
    annex = Span(max(doc.frame.end, named.span.end if named else 0), len(doc.text))
    if doc.frame.end > doc.body.end and doc.text[slice(*annex)].strip():
        document.add_page_break()  # type: ignore[no-untyped-call]
        _body(document, doc, annex, notes)
    title = f"{doc.kind or ''} {doc.subject[:1].lower()}{doc.subject[1:]}".strip()
    day = doc.issued or date(doc.year or 2000, 1, 1)
    return parts.finished(document, title, doc.issuer, day)


class _Notes:
    """What is to be said at which place of the draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._paragraphs = {span.start: paragraph for span, paragraph in draft.paragraph_spans()}

    def blanks(self, span: Span) -> list[Blank]:
        return [b for b in self._draft.blanks if span.start <= b.span.start and b.span.end <= span.end]

    def said(self, blank: Blank) -> str:
        return self._draft.note_of(blank)

    def paragraph(self, line: Line) -> Paragraph | None:
        return self._paragraphs.get(line.span.start)

    def pieces(self, doc: Document, line: Line, bold: tuple[Span, ...] = (), *, italic: bool = False) -> list[Piece]:
        """The runs of a line: ``bold`` stretches, yellow blanks; the paragraph's own note sits on its first words."""
        start = line.span.start + len(line.text) - len(line.text.lstrip())
        end = line.span.start + len(line.text.rstrip())
        blanks = self.blanks(line.span)
        edges = {start, end, *(at for b in blanks for at in b.span), *(at for b in bold for at in b)}
        cuts = sorted(at for at in edges if start <= at <= end)
        paragraph = self.paragraph(line)
        note = paragraph.note if paragraph else ""
        out: list[Piece] = []
        for a, b in pairwise(cuts):
            inside = next((x for x in blanks if x.span.start <= a < x.span.end), None)
            heavy = any(x.start <= a < x.end for x in bold)
            said = self.said(inside) if inside else self._between(blanks, a, b)
            if not said and note:
                said, note = note, ""
            out.append(Piece(_unbroken(doc.text[a:b]), heavy, italic, inside is not None, said))
        if note and out:
            out[0] = out[0]._replace(note=f"{note} {out[0].note}")
        return out

    def _between(self, blanks: list[Blank], start: int, end: int) -> str:
        """Words between two blanks that are one thing to decide: “ngày ……… tháng ……… năm”."""
        before = next((b for b in blanks if b.span.end == start), None)
        after = next((b for b in blanks if b.span.start == end), None)
        if before and after and (before.what, before.last) == (after.what, after.last):
            return self.said(before)
        return ""


def _unbroken(text: str) -> str:
    """Without bold marks, and with hyphens of document numbers at which no line is broken: “95/NQ-HĐND”."""
    return SYMBOL.sub(lambda match: match[0].replace("-", parts.NO_BREAK_HYPHEN), text.replace("**", ""))


def _header(document: WordDocument, doc: Document, notes: _Notes) -> None:
    frame = doc.frame
    (left, right), (number, place) = parts.table(document, HEADER, 2)
    top = frame.motto[0].span.start if frame.motto else 0
    # A parent body that is left open is no capital letter, so the frame does not see it.
    lines = [line for line in doc.lines if line.bare and line.span.end <= top] or list(frame.issuer)
    if frame.kind is None and frame.place_date:  # what stands below the date is the title of a letter
        lines = [line for line in lines if line.span.start < frame.place_date.span.start]
    own = min(_own_from(doc) + max(len(lines) - len(frame.issuer), 0), len(lines) - 1)
    for i, line in enumerate(lines):
        bold = (line.span,) if i >= own else ()
        parts.write(parts.next_paragraph(left), notes.pieces(doc, line, bold), 13, "center")
    parts.rule(parts.next_paragraph(left), ISSUER_LINE, HEADER[0])
    for i, line in enumerate(frame.motto):
        size = 12 if i == 0 else 13
        parts.write(parts.next_paragraph(right), notes.pieces(doc, line, (line.span,)), size, "center")
    if frame.motto:
        parts.rule(parts.next_paragraph(right), MOTTO_LINE, HEADER[1])
    if frame.number:
        parts.write(parts.next_paragraph(number), notes.pieces(doc, frame.number), 13, "center", before=2)
    if frame.place_date:
        pieces = notes.pieces(doc, frame.place_date, italic=True)
        parts.write(parts.next_paragraph(place), pieces, 13, "center", before=2)


def _own_from(doc: Document) -> int:
    """Index of the issuer's first own line; the lines above it name its parent body and are not bold."""
    lines = [line.bare for line in doc.frame.issuer]
    return next(
        (i for i in range(len(lines)) if naming.sentence_case(" ".join(lines[i:])) == doc.issuer),
        max(0, len(lines) - 1),
    )


def _title(document: WordDocument, doc: Document, notes: _Notes) -> None:
    frame = doc.frame
    if frame.kind is None:
        # “BẢN GIAO ƯỚC THI ĐUA”, “THƯ PHÁT ĐỘNG”: no kind of document, yet its title
        above = [x for x in (*frame.motto, frame.number, frame.place_date) if x]
        top = max((x.span.end for x in above), default=doc.body.start)
        for i, line in enumerate(x for x in doc.lines if x.bare and top < x.span.start < doc.body.start):
            parts.write(
                document.add_paragraph(), notes.pieces(doc, line, (line.span,)), 14, "center", before=0 if i else 14
            )
        return
    parts.write(document.add_paragraph(), notes.pieces(doc, frame.kind, (frame.kind.span,)), 14, "center", before=14)
    for line in frame.subject:
        # A long subject is broken into lines of about one length, not one word left over.
        inset = SUBJECT_INSET if len(line.bare) > SUBJECT_LENGTH else 0
        parts.write(document.add_paragraph(), notes.pieces(doc, line, (line.span,)), 14, "center", inset=inset)
    parts.rule(document.add_paragraph(), SUBJECT_LINE, WIDTH)


def _body(document: WordDocument, doc: Document, span: Span, notes: _Notes) -> None:
    lines = [x for x in doc.lines if span.start <= x.span.start and x.span.end <= span.end and x.bare]
    rows: list[Line] = []
    for i, line in enumerate(lines):
        if CELL in line.text:
            rows.append(line)
            continue
        if rows:
            _grid(document, doc, rows, notes)
            rows = []
        bold, heading = _heavy(doc, line)
        # The last lines stay with the signature: a page with nothing but a signature is sent back.
        last = i >= len(lines) - 1
        italic = line.span.start < doc.preface.end and LEGAL_BASE.match(line.bare) is not None and line.bare[-1] in ";,"
        pieces = notes.pieces(doc, line, bold, italic=italic)
        parts.write(
            document.add_paragraph(), pieces, 14, "justify",
            before=6, first_line=parts.FIRST_LINE, spacing=SPACING, with_next=heading or last,
        )  # fmt: skip
    if rows:
        _grid(document, doc, rows, notes)


def _heavy(doc: Document, line: Line) -> tuple[tuple[Span, ...], bool]:
    """What of a line is bold, and whether the line is a heading of its own: “II. NỘI DUNG”, “4. Thời gian: …”."""
    start = line.span.start
    section = next((s for s in doc.sections if s.span.start == start), None)
    theme = tuple(_theme(doc, line))
    if section is None or not section.heading:
        return theme, False
    rest = doc.text[section.body.start : line.span.end].strip(" *")
    if not rest or rest == ":":
        alone = line.bare[-1] not in ".;," and len(line.bare) < 150
        return ((line.span,), True) if alone else (theme, False)
    run_in = _run_in(doc, section) and all(_run_in(doc, one) for one in _siblings(doc, section))
    return ((Span(start, section.body.start + 1), *theme), False) if run_in else (theme, False)


def _run_in(doc: Document, section: Section) -> bool:
    """“4. Thời gian: từ ngày ký …”, or a heading alone on its line."""
    if len(section.heading) >= 80 or section.level > 2 or not section.number:
        return False
    rest = doc.text[section.body.start : doc.text.find("\n", section.body.start)].strip(" *")
    return rest.startswith(":") or (not rest and section.heading[-1:] not in (".", ",", ";"))


def _siblings(doc: Document, section: Section) -> Iterator[Section]:
    """Those numbered alike under one heading: where one of them is a plain sentence, none is set in bold."""
    before = takewhile(lambda s: s.level >= section.level, reversed([s for s in doc.sections if s.span < section.span]))
    after = takewhile(lambda s: s.level >= section.level, [s for s in doc.sections if s.span > section.span])
    yield from (s for s in (*before, *after) if s.level == section.level and s.number)


def _theme(doc: Document, line: Line) -> Iterator[Span]:
    """The theme where it is first quoted."""
    at = doc.text.find(doc.theme, doc.body.start) if doc.theme else -1
    if at >= 0 and line.span.start <= at < line.span.end:
        yield Span(at, at + len(doc.theme))


def _grid(document: WordDocument, doc: Document, rows: list[Line], notes: _Notes) -> None:
    """Rows of a table of targets; a column is as wide as its longest words need, the head stands on every page."""
    cells = [_cells(line) for line in rows]
    count = max(len(row) for row in cells)
    longest = [max((len(row[i].bare) for row in cells if i < len(row)), default=1) for i in range(count)]
    shares = [min(max(n + 3, 8), 38) for n in longest]
    parts.space_after_last(document)
    made = parts.table(document, [WIDTH * share / sum(shares) for share in shares], len(rows), grid=True)
    parts.repeat_head(document)
    worded = [any(i < len(row) and len(row[i].bare) > SHORT_CELL for row in cells[1:]) for i in range(count)]
    for i, (row, out) in enumerate(zip(cells, made, strict=True)):
        for j, cell in enumerate(row):
            head = (cell.span,) if i == 0 else ()
            align: parts.Align = "left" if i > 0 and worded[j] else "center"
            parts.write(parts.next_paragraph(out[j]), notes.pieces(doc, cell, head), 12, align, before=2)


def _cells(line: Line) -> list[Line]:
    out, at = [], line.span.start
    for text in line.text.split(CELL):
        out.append(Line(Span(at, at + len(text)), text, text.strip()))
        at += len(text) + len(CELL)
    return out


def _several(doc: Document) -> list[Line]:
    """The foot of a pact or a letter that several sign side by side; empty where one signs."""
    if doc.frame.recipients_head or doc.frame.kind or not doc.signature or not doc.signature.authority:
        return []
    lines = [line for line in doc.lines if line.bare]
    at = next(i for i, line in enumerate(lines) if line.span.start >= doc.signature.authority[0].span.start)
    while at and BESIDE.search(lines[at - 1].bare) and len(lines[at - 1].bare) < LONGEST_FOOT:
        at -= 1
    return lines[at:] if any(BESIDE.search(line.bare) for line in lines[at:]) else []


def _signers(document: WordDocument, doc: Document, foot: list[Line], notes: _Notes) -> None:
    """Bodies and posts side by side, room for each signature below its post."""
    made = parts.table(document, (WIDTH / 2, WIDTH / 2), len(foot))
    for i, (line, (left, right)) in enumerate(zip(foot, made, strict=True)):
        signs = i > 0 and POST.match(foot[i - 1].bare) is not None and POST.match(line.bare) is None
        cells = [
            Line(Span(line.span.start + m.start(), line.span.start + m.end()), m[0], m[0])
            for m in BESIDES.finditer(line.text)
        ]
        for cell, part in zip(cells, (left, right), strict=False):
            pieces = notes.pieces(doc, cell, (cell.span,))
            parts.write(
                parts.next_paragraph(part), pieces, 14, "center", before=70 if signs else 6, with_next=i < len(foot) - 1
            )


def _closing(document: WordDocument, doc: Document, notes: _Notes) -> None:
    frame, signature = doc.frame, doc.signature
    ((left, right),) = parts.table(document, SIGNATURE)
    if frame.recipients_head:
        head = notes.pieces(doc, frame.recipients_head, (frame.recipients_head.span,), italic=True)
        parts.write(parts.next_paragraph(left), head, 12, "left", before=12)
    for line in frame.recipients:
        parts.write(parts.next_paragraph(left), notes.pieces(doc, line), 11, "left")
    if signature is None:
        return
    for i, line in enumerate(signature.authority):
        pieces = notes.pieces(doc, line, (line.span,))
        parts.write(parts.next_paragraph(right), pieces, 14, "center", before=12 if i == 0 else 0, with_next=True)
    name = _name(doc, signature.authority[-1].span.end)
    if name:
        parts.write(parts.next_paragraph(right), notes.pieces(doc, name, (name.span,)), 14, "center", before=70)
        _beside_the_first(doc, name, right, notes)


def _beside_the_first(doc: Document, first: Line, cell: _Cell, notes: _Notes) -> None:
    """Who signs below the first: the director below the union."""
    below = signing_below(doc, first.span.end)
    before = first
    for line in below:
        room = 0 if line.bare.isupper() == before.bare.isupper() else 24 if line.bare.isupper() else 70
        parts.write(
            parts.next_paragraph(cell),
            notes.pieces(doc, line, (line.span,)),
            14,
            "center",
            before=room,
            with_next=line is not below[-1],
        )
        before = line


def _name(doc: Document, after: int) -> Line | None:
    """The line of the signer's name, or of the blank in its place."""
    return next((line for line in doc.lines if line.span.start > after and line.bare), None)
