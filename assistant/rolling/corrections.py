"""What the checks find wrong in last year's text is not carried into this year's."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.rolling.edits import Edit, Turn
from checks import engine
from checks.document import Document
from checks.facts.numbers import to_roman
from checks.finding import Finding, Fix, Severity, Span
from checks.parsing.markers import LETTERS, Marker
from checks.rules import all_rules
from checks.surroundings import line_bounds

ROUNDS = 3
"""A repair may uncover another error; what is left after so many is shown to the officer."""


def corrected(last: Document) -> Document:
    """``last`` with every error repaired that has a repair."""
    for _ in range(ROUNDS):
        wrong = _repairable(last)
        if not wrong:
            break
        last = last.with_text(engine.apply(last.text, wrong, unsafe=True))
    return last


def edits(turn: Turn, original: Document) -> Iterator[Edit]:
    """A note on each paragraph that was repaired; ``original`` is the text before."""
    shift = done = 0
    for finding in _repairable(original):
        if finding.span.start < done or finding.fix is None:
            continue
        at = finding.span.start + shift
        was = original.text[slice(*finding.span)]
        shift += len(finding.fix.replacement) - len(was)
        done = finding.span.end
        start = line_bounds(turn.text, at)[0]
        if turn.inside(start):
            note = f"Đã sửa lỗi của văn bản trước (“{was or '…'}” → “{finding.fix.replacement}”)."
            yield Edit(Span(start, start), "", note=note)


def _repairable(doc: Document) -> list[Finding]:
    found = [f for f in engine.check(doc, all_rules()).findings if f.severity is Severity.ERROR]
    # The rule renames one number; here its whole list follows.
    with_fix = [f for f in found if f.fix is not None and f.rule != "heading-sequence"] + _renumbered(doc)
    if with_fix:
        return sorted(with_fix, key=lambda f: f.span)
    # A mark without its counterpart says nothing; the note on its paragraph does.
    return [f._replace(fix=Fix("", False)) for f in found if f.rule == "balanced-marks"]


def _renumbered(doc: Document) -> list[Finding]:
    """The first number that skips or repeats, and all that follow it in its list."""
    first = next((m for m in doc.markers if m.expected and m.scheme in ("arabic", "decimal", "roman", "letter")), None)
    if first is None or first.expected is None:
        return []
    step = first.expected - first.nth
    out = []
    for marker in doc.markers[doc.markers.index(first) :]:
        if marker.depth < first.depth:
            break
        if marker.depth == first.depth and marker.scheme == first.scheme and marker.prefix == first.prefix:
            label = _label(marker, marker.nth + step)
            out.append(
                Finding("heading-sequence", Severity.ERROR, marker.span, "Đã đánh lại số thứ tự.", Fix(label, False))
            )
    return out


def _label(marker: Marker, nth: int) -> str:
    """“2.7.” for “2.8.”."""
    if marker.scheme == "roman":
        value = to_roman(nth)
    elif marker.scheme == "letter":
        value = LETTERS[nth - 1]
    else:
        value = ".".join(map(str, (*marker.prefix, nth)))
    return f"{value}{marker.form}"
