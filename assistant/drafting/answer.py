"""The answer of a model as slots: paragraphs of one section, read while they come."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"paragraphs": {"type": "array", "items": {"type": "string"}}},
    "required": ["paragraphs"],
    "additionalProperties": False,
}
_FENCE = re.compile(r"\A\s*(?:<think>.*?</think>\s*)?(?:```(?:json)?\s*)?|\s*```\s*\Z", re.DOTALL)
_OPENING = re.compile(r'\A\s*\{\s*"paragraphs"\s*:\s*\[\s*')
_COMMA = re.compile(r"\s*,\s*")
_STRING = re.compile(r'"(?P<said>(?:[^"\\\x00-\x1f]|\\.)*)(?P<end>"?)', re.DOTALL)


class Answer(BaseModel):
    """What is asked for; anything else is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    paragraphs: tuple[str, ...]


def bare(text: str) -> str:
    """The JSON of an answer without a fence or thoughts around it."""
    return _FENCE.sub("", text)


def closed_paragraphs(text: str, *, whole: bool = False) -> tuple[str, ...]:
    """The paragraphs that have come to their end. ``whole``: the answer is complete, so it must be of the form."""
    said = bare(text)
    try:
        return _split(Answer.model_validate_json(said).paragraphs)
    except ValidationError:
        if whole:
            return ()
    return _split(one for one, closed in _strings(said) if closed)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs so far, the last of them perhaps half; what is shown while an answer comes."""
    return _split(said for said, _ in _strings(bare(text)))


def _strings(text: str) -> list[tuple[str, bool]]:
    opening = _OPENING.match(text)
    if opening is None:
        return []
    out = []
    at = opening.end()
    while match := _STRING.match(text, at):
        said = match["said"]
        try:
            out.append((str(json.loads(f'"{said}"')), bool(match["end"])))
        except ValueError:  # an escape that is not complete yet
            out.append((said.rpartition("\\")[0], False))
        at = match.end()
        comma = _COMMA.match(text, at)
        if not match["end"] or comma is None:
            break
        at = comma.end()
    return out


def _split(paragraphs: Any) -> tuple[str, ...]:
    """One line a paragraph: a line break inside a slot makes two."""
    return tuple(line.strip() for said in paragraphs for line in said.splitlines() if line.strip())
