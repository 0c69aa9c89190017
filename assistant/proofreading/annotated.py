"""A text as a client sent it and as it is judged: without markup, in NFC, with “\\n” line ends; places of one in the other.

LanguageTool leaves markup out and counts it in the offsets: “<b>chào</b>, bạn” is judged as “chào, bạn”, or the blank
before the comma would be ours.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from checks.finding import Span
from checks.letters import composed

# “hoà  bình\r\n”: words, line ends and blanks are composed apart, since nothing composes across a blank
PIECES = re.compile(r"\r\n?|[^\r\s]+|[^\S\r]+")
BYTE_ORDER_MARK = "\ufeff"
# Half of a pair that JSON may hold and no text can
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Part(NamedTuple):
    """What a client sent: text, or markup and what it is to be read as."""

    sent: str
    read_as: str | None = None
    """None for text."""


class Piece(NamedTuple):
    """``plain`` begins at ``at`` in the judged text, ``sent`` at ``origin`` in what was sent."""

    at: int
    origin: int
    plain: str
    sent: str
    markup: bool = False


class Annotated:
    """``sent`` is what the client counts in, ``text`` what is judged. Offsets are code points of either."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._pieces: list[Piece] = []
        at = origin = 0
        for sent, plain, markup in _cut(parts):
            self._pieces.append(Piece(at, origin, plain, sent, markup))
            at, origin = at + len(plain), origin + len(sent)
        self._starts = [piece.at for piece in self._pieces]
        self.text = "".join(piece.plain for piece in self._pieces)
        self.sent = "".join(piece.sent for piece in self._pieces)

    def place(self, span: Span) -> Span:
        """Where ``span`` of the judged text stands in what was sent; markup around it stays outside."""
        first, last = self._piece(span.start), self._piece(max(span.start, span.end - 1))
        start = first.origin + (0 if first.markup else _into(first, span.start - first.at))
        if span.start == span.end:
            return Span(start, start)
        end = last.origin + (len(last.sent) if last.markup else _into(last, span.end - last.at))
        return Span(start, end)

    def has_markup(self, span: Span) -> bool:
        """Does markup stand within ``span`` of the judged text? To replace the words would lose it."""
        return any(piece.markup and piece.sent for piece in self._within(span))

    def is_markup(self, span: Span) -> bool:
        """Is all of ``span`` what some markup is read as? Nobody wrote it."""
        return span.start < span.end and all(piece.markup or not piece.plain for piece in self._within(span))

    def _within(self, span: Span) -> list[Piece]:
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return self._pieces[max(0, first) : last + 1]

    def _piece(self, at: int) -> Piece:
        if not self._pieces:
            return Piece(0, 0, "", "")
        return self._pieces[max(0, bisect_right(self._starts, at) - 1)]


def plain(text: str) -> Annotated:
    """A text without markup."""
    return Annotated([Part(text)])


def from_json(data: str) -> Annotated:
    """The value of LanguageTool's ``data`` field. Raises ValueError with LanguageTool's words for what it refuses."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise ValueError("Could not parse JSON from 'data' parameter") from None
    if not isinstance(value, dict) or not ("text" in value or "annotation" in value):
        raise ValueError("'data' key in JSON requires 'text' or 'annotation' key")
    if "text" in value and "annotation" in value:
        raise ValueError("'data' key in JSON requires either 'text' or 'annotation' key, not both")
    if "text" in value:
        return plain(_string(value["text"], "text"))
    if not isinstance(value["annotation"], list):
        raise ValueError("'annotation' must be a list of objects with 'text' or 'markup'")
    return Annotated([_part(item) for item in value["annotation"]])


def _part(item: object) -> Part:
    if not isinstance(item, dict) or not ("text" in item or "markup" in item):
        raise ValueError("Only 'text' and 'markup' are supported in 'annotation' list")
    if "text" in item and "markup" in item:
        raise ValueError("Only either 'text' or 'markup' are supported in an object in 'annotation' list, not both")
    if "text" not in item:
        return Part(_string(item["markup"], "markup"), _string(item.get("interpretAs", ""), "interpretAs"))
    if "interpretAs" in item:
        raise ValueError("'text' cannot be used with 'interpretAs' (only 'markup' can)")
    return Part(_string(item["text"], "text"))


def _string(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"'{name}' must be a string")
    return value


def _cut(parts: Iterable[Part]) -> Iterable[tuple[str, str, bool]]:
    """What was sent, what is judged, whether it is markup; small enough that a place in one is found in the other."""
    for part in parts:
        sent = LONE_SURROGATE.sub("\ufffd", part.sent)
        if part.read_as is not None:
            yield sent, _judged(LONE_SURROGATE.sub("\ufffd", part.read_as)), True
        elif sent and _judged(sent) == sent:
            yield sent, sent, False
        else:
            yield from ((piece, _judged(piece), False) for piece in PIECES.findall(sent))


def _judged(sent: str) -> str:
    text = sent.replace("\r\n", "\n").replace("\r", "\n").replace(BYTE_ORDER_MARK, "")
    return composed(text)


def _into(piece: Piece, length: int) -> int:
    """How much of ``piece.sent`` its first ``length`` judged code points are, marks that compose with them included."""
    if piece.plain == piece.sent:
        return length
    low, high = 0, len(piece.sent)
    if length in (0, len(piece.plain)):
        return high if length else 0
    while low < high:
        middle = (low + high) // 2
        if len(_judged(piece.sent[:middle])) >= length:
            high = middle
        else:
            low = middle + 1
    while low < len(piece.sent) and unicodedata.combining(piece.sent[low]):
        low += 1
    return low
