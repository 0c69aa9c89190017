"""A comparison as a Word report: a digest and the ledger of targets first, then what an officer must still look at, then the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from assistant.word import parts
from assistant.word.parts import Piece
from checks.compare import Comparison
from checks.comparison.details import Detail
from checks.comparison.ledger import IndicatorChange
from checks.comparison.resolution import Match
from checks.comparison.sections import SectionChange, title_of
from checks.letters import capital
from checks.report.comparison import NOTES, ROLES, STATUS, amount, change
from checks.report.comparison_words import cited_line, edits, excerpt, section_status, verdict
from checks.report.digest import digest

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

TITLE, HEAD, TEXT = 14, 13, 11
"""Points."""
YEARS = ("Năm trước", "Năm nay")
DAY = date(2000, 1, 1)
"""Of every report: the same comparison makes the same bytes."""
SHOWN = 12
"""Changes shown of one section; a section rewritten beyond that is read side by side."""
Row = Sequence[Sequence[Piece]]


def comparison_docx(result: Comparison) -> bytes:
    """The bytes of a Word file in the page of Nghị định 30; the same comparison makes the same bytes."""
    document = parts.new()
    title = f"So sánh {result.previous.name} và {result.current.name}"
    parts.write(document.add_paragraph(), [Piece("SO SÁNH VỚI VĂN BẢN NĂM TRƯỚC", bold=True)], TITLE, "center")
    parts.write(document.add_paragraph(), [Piece(f"{result.previous.name} – {result.current.name}")], TEXT, "center")
    _notes(document, result.warnings)
    for line in digest(result):
        lead = f"{line.lead or line.name}:" if line.below else f"{line.name}: "
        said = [] if line.below else [Piece(line.said)]
        parts.write(document.add_paragraph(), [Piece(lead, bold=True), *said], TEXT, "left", before=6)
        for item in line.below:
            parts.write(document.add_paragraph(), [Piece(f"- {item}")], TEXT, "left", inset=8)
    rows = [_target(row) for row in result.indicators]
    _table(document, "Chỉ tiêu", ("Chỉ tiêu", *YEARS, "Thay đổi", "Nhận xét"), (55, 30, 30, 22, 28), rows)
    if result.resolution:
        _notes(document, result.resolution.warnings)
        heads = ("Chỉ tiêu", "Nghị quyết", "Dự thảo", "Nhận xét")
        _table(document, "So với nghị quyết", heads, (60, 35, 35, 35), [_match(m) for m in result.resolution.matches])
    _table(document, "Còn sót lại từ năm trước", ("Dòng", "Trong văn bản", "Nhận xét"), (15, 60, 90), list(_leftovers(result)))  # fmt: skip
    changed = [_section(result, row) for row in result.sections if row.status != "kept"]
    _table(document, "Các phần đã thay đổi", ("Phần", "Tình trạng", "Thay đổi"), (45, 25, 95), changed)
    for name, details in (("Thông tin chung", result.details), ("Nơi nhận", result.recipients)):
        facts = [_detail(detail) for detail in details if detail.status != "kept"]
        _table(document, name, ("", *YEARS, "Nhận xét"), (30, 55, 55, 25), facts)
    cited = [
        _cells(cited_line(row).split("] ", 1)[1], STATUS[row.status])
        for row in result.citations
        if row.status != "kept"
    ]
    _table(document, "Văn bản dẫn", ("Văn bản", "Nhận xét"), (130, 35), cited)
    return parts.finished(document, title, parts.AUTHOR, DAY)


def _notes(document: WordDocument, sentences: Sequence[str]) -> None:
    for sentence in sentences:
        parts.write(document.add_paragraph(), [Piece("Lưu ý: ", bold=True), Piece(sentence)], TEXT, "left", before=6)


def _table(
    document: WordDocument, title: str, heads: Sequence[str], widths: Sequence[float], rows: Sequence[Row]
) -> None:
    heading = document.add_paragraph()
    parts.write(heading, [Piece(title, bold=True)], HEAD, "left", before=12, with_next=True)
    if not rows:
        parts.write(document.add_paragraph(), [Piece("Không có.")], TEXT, "left")
        return
    cells = parts.table(document, widths, len(rows) + 1, grid=True)
    for cell, head in zip(cells[0], heads, strict=True):
        parts.write(cell.paragraphs[0], [Piece(head, bold=True)], TEXT, "center")
    _repeat_first_row(document)
    for line, row in zip(cells[1:], rows, strict=True):
        for cell, pieces in zip(line, row, strict=True):
            parts.write(cell.paragraphs[0], pieces, TEXT, "left")


def _repeat_first_row(document: WordDocument) -> None:
    """A table longer than a page has its heading on each."""

    parts.repeat_head(document)


def _target(row: IndicatorChange) -> Row:
    told = ", ".join([STATUS[row.status], *(NOTES[note] for note in row.notes)])
    before, after = (amount(one) if one else "–" for one in (row.previous, row.current))
    return _cells(capital(row.name), before, after, change(row), told)


def _match(match: Match) -> Row:
    before, after = (f"{amount(one)} (dòng {one.line})" if one else "–" for one in (match.resolved, match.drafted))
    return _cells(capital(match.name), before, after, verdict(match))


def _leftovers(result: Comparison) -> Iterator[Row]:
    for finding in result.leftovers:
        line, _ = result.current.place(finding.span.start)
        yield _cells(str(line), excerpt(result.current.text[slice(*finding.span)]), finding.message)


def _section(result: Comparison, row: SectionChange) -> Row:
    shown = row.current or row.previous
    assert shown is not None, "a row has a side"
    title = title_of(shown, result.current if row.current else result.previous)
    share = f", {round(row.verbatim * 100)}% nguyên văn" if row.previous and row.current else ""
    told = list(edits(result, row))
    pieces = [piece for before, after in told[:SHOWN] for piece in _edit(before, after)]
    if len(told) > SHOWN:
        pieces.append(Piece(f"… và {len(told) - SHOWN} chỗ khác\n"))
    name = [Piece(f"{ROLES.get(row.role, row.role)}: ", bold=True), Piece(title)]
    return (
        name,
        [Piece(section_status(row) + share)],
        pieces[:-1] + [p._replace(text=p.text.rstrip("\n")) for p in pieces[-1:]],
    )


def _edit(before: str, after: str) -> list[Piece]:
    """One change on a line of its own: what stood there in italics, what stands there in bold."""
    old, new = Piece(excerpt(before), italic=True), Piece(excerpt(after), bold=True)
    if not before or not after:
        return [Piece("bỏ: " if before else "thêm: "), old if before else new, Piece("\n")]
    return [old, Piece(" → "), new, Piece("\n")]


def _detail(detail: Detail) -> Row:
    return _cells(detail.name, detail.previous or "–", detail.current or "–", STATUS[detail.status])


def _cells(*texts: str) -> Row:
    return [[Piece(text)] for text in texts]
