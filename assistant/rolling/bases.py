"""The legal bases of this year, where the request gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.form import LEGAL_BASE
from assistant.rolling.cited import symbol
from assistant.rolling.edits import Edit, Turn
from checks.facts.citations import citations
from checks.finding import Span
from checks.parsing.lines import Line

BASE = re.compile(r"(?:Căn cứ|Thực hiện|Theo)\b")


def edits(turn: Turn) -> Iterator[Edit]:
    """A list of bases is replaced; bases told in a sentence are matched by symbol, others go in front."""
    asked = turn.request.legal_bases
    if not asked:
        return
    old = _list(turn)
    if old:
        yield from _replaced(old, asked)
        return
    told = {symbol(c) for c in turn.last.citations if c.span.start < turn.last.preface.end}
    new = [base for base in asked if not any(symbol(c) in told for c in citations(base))]
    if new:
        start = turn.last.preface.start
        yield Edit(Span(start, start), "".join(f"{_line(base)}\n\n" for base in _ended(new, ".")), requested=True)


def _list(turn: Turn) -> list[Line]:
    """The lines of bases that open the body."""
    found: list[Line] = []
    for line in turn.last.body_lines:
        if line.span.start >= turn.last.preface.end:
            break
        if (
            line.bare
            and BASE.match(line.bare)
            and line.bare.endswith((";", ",", "."))
            and "phát động phong trào thi đua" not in line.bare[-200:]
        ):
            found.append(line)
        elif line.bare:
            break
    return found


def _replaced(old: list[Line], asked: tuple[str, ...]) -> Iterator[Edit]:
    end = old[-1].bare[-1]
    lines = [_line(base) for base in _ended(list(asked), end)]
    yield Edit(Span(old[0].span.start, old[-1].span.end), "\n\n".join(lines), requested=True)


def _ended(bases: list[str], end: str) -> list[str]:
    plain = [base.rstrip(";,. ") for base in bases]
    return [f"{base};" for base in plain[:-1]] + [f"{plain[-1]}{end}"]


def _line(base: str) -> str:
    return base if LEGAL_BASE.match(base) else f"Căn cứ {base}"
