"""A directive of another level as the pattern: what speaks of that level is pointed out, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import form
from assistant.rolling.edits import Edit, Turn
from checks.finding import Span
from checks.letters import CAPITAL


def edits(turn: Turn) -> Iterator[Edit]:
    """The first word of each line that names the level of last year's issuer where this year's has another."""
    old, new = form.unit_of(turn.last.issuer).kind, form.unit_of(turn.request.issuer).kind
    if not old or not new or old == new:
        return
    # “tỉnh Sơn Thủy” is a place, and another step renames it
    level = re.compile(rf"(?<!\w){old}(?!\w| [{CAPITAL}])", re.IGNORECASE)
    note = f"Văn bản trước là của {old}, văn bản này của {new}: xem lại “{old}” và những cơ quan nêu ở đây."
    for line in turn.last.lines:
        found = level.search(turn.text, *line.span)
        if found and (turn.inside(found.start()) or line in turn.last.frame.recipients):
            yield Edit(Span(*found.span()), found[0], note=note)
