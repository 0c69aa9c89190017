"""A letter or a pact: no kind, no number, no recipients, perhaps several signers; it keeps its own head and foot."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.rolling import localities
from assistant.rolling.edits import Edit, Turn, keep
from checks.facts.dates import spell
from checks.finding import Span

SIGNED = "Phần ký lấy theo văn bản trước: hãy kiểm tra người ký."


def as_it_stands(turn: Turn) -> bool:
    """Would a frame built anew be another document's? The request may still ask for a kind, or for recipients."""
    frame, request = turn.last.frame, turn.request
    framed = frame.number or frame.recipients_head or frame.kind
    return not (framed or request.kind or request.recipients) and localities.same_body(turn)


def edits(turn: Turn) -> Iterator[Edit]:
    """The day above it, and a word on who signs."""
    if not turn.whole:
        return
    for line in turn.last.frame.issuer:
        yield keep(turn, line.span)
    dated = turn.last.place_date
    if dated:
        when = spell(turn.request.date) if turn.request.date else f"ngày {BLANK} tháng {BLANK} năm {turn.new}"
        yield Edit(dated.span, when, "Ngày, tháng ban hành", " ".join(turn.text[slice(*dated.span)].split()))
    foot = turn.last.signature
    if foot and foot.authority:
        at = foot.authority[0].span.start
        yield Edit(Span(at, at), "", note=SIGNED)
