"""The theme: this year's in place of last year's, wherever it is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.rolling.edits import Edit, Turn
from checks.finding import Span

# “phát động phong trào thi đua năm 2026”: the theme follows it
ORDER = re.compile(r"phát động[^.;:“\n]*?năm (?:học )?\d{4}(?: ?[-–] ?\d{4})?(?! ?với chủ đề)", re.IGNORECASE)


def edits(turn: Turn) -> Iterator[Edit]:
    """Every place of last year's theme; where there was none and one is asked for, after the order sentence."""
    old, new = turn.last.theme, turn.request.theme.strip(' “”"')
    if old:
        for match in turn.find(re.compile(re.escape(old))):
            span = Span(*match.span())
            if new:
                yield Edit(span, new, requested=True)
            else:
                yield Edit(span, BLANK, f"Chủ đề thi đua năm {turn.new}", old)
    elif new:
        yield _added(turn, new)


def _added(turn: Turn, theme: str) -> Edit:
    preface = turn.last.preface
    order = ORDER.search(turn.text, *preface)
    if order:
        return Edit(Span(order.end(), order.end()), f" với chủ đề “{theme}”", requested=True)
    end = preface.start + len(turn.text[slice(*preface)].rstrip())
    return Edit(Span(end, end), f"\n\nChủ đề thi đua năm {turn.new}: “{theme}”.", requested=True)
