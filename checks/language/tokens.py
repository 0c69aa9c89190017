"""The one tokenizer of the house: a text as words, numbers, commas, dashes and breaks.

Everything is kept as parallel lists and the offsets are found only when somebody asks: most documents
have no finding, and 4,000 tuples for each would cost more than all that is done with them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, compress, count, filterfalse, pairwise
from operator import not_
from typing import Literal

from checks.language.syllables import KEYS
from checks.letters import SMALL
from checks.values import NamedTuple

Kind = Literal["word", "number", "comma", "dash", "break", "other"]

# A page break or a soft wrap stands inside a sentence when the next letter is small (“phát\n\ntriển”),
# unless that letter is the mark of a list item (“a) …”).
TOKEN = re.compile(r"([^\W\d_]+|\d+(?:[.,/]\d+)*|[^\w\s*]|\n\s*+(?![" + SMALL + r"](?!\))))")

COMMAS = frozenset(",")
DASHES = frozenset("-–—−")
BREAKS = frozenset(".;:!?…\"“”‘’«»'")
JOINTS = COMMAS | DASHES


class Token(NamedTuple):
    """One token with its place in the text."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind


def kind_of(text: str) -> Kind:
    """What a token is, from its text alone."""
    if text.isalpha():
        return "word"
    if text[0].isdigit():
        return "number"
    if text in COMMAS:
        return "comma"
    if text in DASHES:
        return "dash"
    if text in BREAKS or text[0] == "\n":
        return "break"
    return "other"


class Tokens:
    """The tokens of one text: ``texts[i]`` as written, ``lower[i]`` in small letters, ``token(i)`` with its place."""

    __slots__ = ("__dict__", "_parts", "lower", "text", "texts")

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts: list[str] = TOKEN.split(text)  # what stands between the tokens, and the tokens
        self.texts = self._parts[1::2]
        self.lower = list(map(str.lower, self.texts))

    @cached_property
    def starts(self) -> list[int]:
        return list(accumulate(map(len, self._parts)))[:-1:2]

    @cached_property
    def places(self) -> list[int]:
        """The tokens a phrase may be read over: all but commas and dashes."""
        return list(compress(count(), map(not_, map(JOINTS.__contains__, self.lower))))

    @cached_property
    def keys(self) -> list[str]:
        """The folded spelling of every token of ``places``."""
        return list(map(KEYS.__getitem__, filterfalse(JOINTS.__contains__, self.lower)))

    @cached_property
    def pairs(self) -> list[str]:
        """``pairs[i]`` is ``keys[i]`` and ``keys[i + 1]`` with a space between."""
        return list(map(" ".join, pairwise(self.keys)))

    @cached_property
    def places_of(self) -> dict[str, list[int]]:
        """The indices of each token in small letters."""
        return _places(self.lower)

    @cached_property
    def places_of_pairs(self) -> dict[str, list[int]]:
        """The indices of each pair in ``pairs``."""
        return _places(self.pairs)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Token]:
        return map(self.token, range(len(self.texts)))

    def token(self, index: int) -> Token:
        written, start = self.texts[index], self.starts[index]
        return Token(start, start + len(written), written, self.lower[index], kind_of(written))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens ``first`` to ``last`` (included) stand in the text."""
        return self.starts[first], self.starts[last] + len(self.texts[last])


def _places(words: list[str]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        places[word].append(index)
    return dict(places)


def tokens(text: str) -> Tokens:
    """The tokens of ``text`` (NFC): about 0.6 ms for a directive of 19 KB."""
    return Tokens(text)
