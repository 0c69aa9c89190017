"""Marked examples of a rule: ``[[sai→đúng]]``, ``[[sai]]``, ``[[→thiếu]]``. Docs and tests read them alike."""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.finding import Span

MARK = re.compile(r"\[\[(?P<wrong>.*?)(?:→(?P<right>.*?))?\]\]", re.DOTALL)


class Example(NamedTuple):
    """``a [[b→c]] d`` read as the text ``a b d``, the span of ``b`` and the repaired text ``a c d``."""

    text: str
    spans: tuple[Span, ...]
    repaired: str


def read(marked: str) -> Example:
    """The example behind its marks."""
    text, done = "", 0
    spans = []
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark["wrong"])))
        text += mark["wrong"]
        done = mark.end()
    repaired = MARK.sub(lambda m: m["wrong"] if m["right"] is None else m["right"], marked)
    return Example(text + marked[done:], tuple(spans), repaired)
