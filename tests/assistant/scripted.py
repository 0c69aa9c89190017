"""Models of the tests' own: functions that answer as written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.faults import Kind, ModelFault
from assistant.model import Message


def slots(*paragraphs: str) -> str:
    """An answer of the form asked for."""
    return json.dumps({"paragraphs": list(paragraphs)}, ensure_ascii=False)


class Scripted:
    """Gives its answers one after the other, the last one again and again; remembers what it was asked.

    ``cut``: the fault its first answer ends in, after ``at`` characters.
    """

    def __init__(self, *answers: str, cut: Kind | None = None, at: int = 0) -> None:
        self.answers = list(answers)
        self.cut = cut
        self.at = at
        self.asked: list[list[Message]] = []

    def __call__(self, messages: Sequence[Message], schema: Mapping[str, Any] | None = None, /) -> Iterator[str]:  # noqa: ARG002
        self.asked.append(list(messages))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        cut, self.cut = self.cut, None
        said = answer[: self.at] if cut else answer
        for start in range(0, len(said), 7):
            yield said[start : start + 7]
        if cut:
            raise ModelFault(cut, said)
