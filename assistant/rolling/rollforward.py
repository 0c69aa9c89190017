"""Next year's directive from last year's, without a model: what can be computed is, what must be decided is a blank."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.draft import Draft, Run, assemble
from assistant.request import Request
from assistant.rolling import (
    anniversaries,
    bases,
    calendar,
    changes,
    cited,
    corrections,
    events,
    figures,
    frame,
    letters,
    levels,
    localities,
    review,
    targets,
    tasks,
    terms,
    themes,
    wrapped,
)
from assistant.rolling.edits import Edits, Turn, applied
from checks.document import Document
from checks.errors import UserError
from checks.finding import Span

STEPS = (
    letters,
    bases,
    review,
    themes,
    targets,
    events,
    localities,
    changes,
    cited,
    anniversaries,
    terms,
    calendar,
    tasks,
    figures,
    levels,
)
"""Who looks first decides: what replaces a whole sentence before what moves a year in it, the net and mere remarks last."""


def rollforward(last: Document, request: Request, id_: str = "") -> Draft:
    """The draft for the year of the request. Raises UserError where ``last`` is no directive of an earlier year."""
    source = id_ or last.name
    if last.year is None or not last.body_lines:
        raise UserError(f"Không đọc được năm của văn bản “{source}”: hãy chọn đúng văn bản phát động của năm trước.")
    if last.year >= request.year:
        raise UserError(
            f"Văn bản “{source}” là của năm {last.year}, không trước năm {request.year} của yêu cầu: "
            "hãy chọn văn bản của năm trước hoặc sửa trường “year”."
        )
    last = wrapped.with_cells(wrapped.with_plain_hyphens(last.flowing))
    turn = Turn(corrections.corrected(last), request, source)
    if letters.as_it_stands(turn):
        turn = Turn(turn.last, request, source, whole=True)
    localities.refuse_ended_level(request, turn.today)
    edits = Edits()
    for step in STEPS:
        for edit in step.edits(turn):
            edits.offer(edit)
    for edit in corrections.edits(turn, last):
        edits.offer(edit)
    return assemble(_runs(turn, edits), f"dự thảo {request.year}")


def _runs(turn: Turn, edits: Edits) -> Iterator[Run]:
    """The draft from top to bottom; the frame is built anew, the rest is last year's with its edits."""
    if turn.whole:
        yield from applied(turn, edits, Span(0, len(turn.text)))
        return
    yield from frame.head(turn)
    yield from frame.title(turn, edits)
    yield frame.line("")
    body = turn.last.body
    lead = len(turn.text[slice(*body)]) - len(turn.text[slice(*body)].lstrip())
    stop = body.start + len(turn.text[slice(*body)].rstrip())
    yield from applied(turn, edits, Span(body.start + lead, stop))
    yield frame.line("\n")
    yield from frame.recipients(turn, edits)
    yield frame.line("")
    yield from frame.signature(turn)
    if turn.text[slice(*turn.annex)].strip():
        yield frame.line("")
        yield from applied(turn, edits, turn.annex)
