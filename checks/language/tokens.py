"""The one tokenizer of the house: a text as words, numbers, commas, dashes and breaks.

Everything is kept as parallel lists and the offsets are found only when somebody asks: most documents
have no finding, and 4,000 tuples for each would cost more than all that is done with them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, compress, count, pairwise
from operator import itemgetter

from checks.caching.answers import Answers
from checks.language.syllables import KEYS
from checks.letters import SMALL
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Concatenate, Literal, ParamSpec, TypeVar

    P = ParamSpec("P")
    T = TypeVar("T")
    Kind = Literal["word", "number", "comma", "dash", "break", "other"]

# A page break or a soft wrap stands inside a sentence when the next letter is small (“phát\n\ntriển”),
# unless that letter is the mark of a list item (“a) …”).
BREAK = re.compile(r"(\n\s*+(?![" + SMALL + r"](?!\))))")
LONGEST = 100
"""Letters of a token: what is said of words is remembered, and a text of 100 KB may have no blank."""
TOKEN = re.compile(rf"[^\W\d_]{{1,{LONGEST}}}|\d+(?:[.,/]\d+)*|[^\w\s*]")
"""One token between two blanks."""

CUT_OUT = 200
"""Tokens: what a rule cuts out of a text around a place, to ask about that place, has no more."""

COMMAS = frozenset(",")
DASHES = frozenset("-–—−")
BREAKS = frozenset(".;:!?…\"“”‘’«»'")
JOINTS = COMMAS | DASHES
QUOTES = {"“": "”", "‘": "’", "«": "»"}
"""What opens a quotation, with what closes it."""


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


class _Parts(Answers[str, tuple[str, ...]]):
    """The tokens between two blanks; a text has most of them many times."""

    def find(self, part: str) -> tuple[str, ...]:
        return (part,) if part.isalpha() and len(part) <= LONGEST else tuple(TOKEN.findall(part))


class _Small(Answers[str, str]):
    """Tokens in small letters; that the same string comes back spares whoever looks one up to hash it again."""

    def find(self, text: str) -> str:
        return text.lower()


PARTS, SMALL_LETTERS = _Parts(), _Small()


Stretch = tuple[list[str], list[str], list[str], list[str], list[str]]
"""What ``Tokens`` keeps of a stretch and the break behind it: ``texts``, ``lower``, ``_read``, ``keys``, ``pairs``."""


def stretch(text: str, gap: str) -> Stretch:
    """The tokens of ``text`` and of the break ``gap``, for those who meet the same again."""
    read = Tokens(text + gap)
    return read.texts, read.lower, read._read, read.keys, read.pairs


class Tokens:
    """The tokens of one text: ``texts[i]`` as written, ``lower[i]`` in small letters, ``token(i)`` with its place."""

    def __init__(self, text: str, met: Mapping[tuple[str, str], Stretch] | None = None) -> None:
        self.text = text
        self.texts: list[str] = []
        self._stretches: list[tuple[int, int]] = []  # the first token of each, and where it begins
        self._starts: dict[int, list[int]] = {}
        self.meetings: tuple[int, list[int]] = (-1, [])  # what ``word_places.meetings`` found, of so many pairs
        if met is not None:
            self._put_together(met)
            return
        at = 0
        for number, stretch in enumerate(BREAK.split(text)):
            self._stretches.append((len(self.texts), at))
            self.texts += (stretch,) if number % 2 else chain.from_iterable(map(PARTS.__getitem__, stretch.split()))
            at += len(stretch)
        self.lower = list(map(SMALL_LETTERS.__getitem__, self.texts))

    def _put_together(self, met: Mapping[tuple[str, str], Stretch]) -> None:
        """The same from stretches that were met before."""
        self.lower = []
        self._read, self.keys, self.pairs = [], [], []
        at = 0
        parts = BREAK.split(self.text)
        for written in zip(parts[::2], [*parts[1::2], ""], strict=True):
            texts, lower, read, keys, pairs = met[written]
            self._stretches.append((len(self.texts), at))
            self.texts += texts
            self.lower += lower
            self._read += read
            if self.keys and keys:
                self.pairs.append(f"{self.keys[-1]} {keys[0]}")
            self.keys += keys
            self.pairs += pairs
            at += sum(map(len, written))

    def start(self, index: int) -> int:
        """Where a token begins."""
        stretch = bisect_right(self._stretches, (index, len(self.text))) - 1
        return self._starts_of(stretch)[index - self._stretches[stretch][0]]

    def index(self, start: int) -> int:
        """Which token begins at ``start``, or is the first behind it."""
        stretch = bisect_right(self._stretches, start, key=itemgetter(1)) - 1
        return self._stretches[stretch][0] + bisect_left(self._starts_of(stretch), start)

    def _starts_of(self, stretch: int) -> list[int]:
        """Where the tokens of a stretch begin, found when first asked for."""
        if stretch not in self._starts:
            self._starts[stretch] = list(self._found(stretch))
        return self._starts[stretch]

    def _found(self, stretch: int) -> Iterator[int]:
        """Where the tokens of a stretch begin: between two there is nothing that a token begins with."""
        first, at = self._stretches[stretch]
        after = self._stretches[stretch + 1][0] if stretch + 1 < len(self._stretches) else len(self.texts)
        for text in self.texts[first:after]:
            at = self.text.find(text, at)
            yield at
            at += len(text)

    @cached_property
    def _read(self) -> list[str]:
        """The folded spelling of every token; empty for the commas and dashes a phrase may be read over."""
        folded = list(map(KEYS.__getitem__, self.lower))
        for mark in JOINTS & self.word_places.keys():
            for place in self.word_places[mark]:
                folded[place] = ""
        return folded

    @cached_property
    def places(self) -> list[int]:
        """The tokens a phrase may be read over: all but commas and dashes."""
        return list(compress(count(), self._read))

    @cached_property
    def keys(self) -> list[str]:
        """The folded spelling of every token of ``places``."""
        return list(filter(None, self._read))

    @cached_property
    def pairs(self) -> list[str]:
        """``pairs[i]`` is ``keys[i]`` and ``keys[i + 1]`` with a space between."""
        return list(map(" ".join, pairwise(self.keys)))

    @cached_property
    def word_places(self) -> dict[str, list[int]]:
        """The indices of every token in small letters."""
        return places_of(self.lower)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Token]:
        return map(self.token, range(len(self.texts)))

    def token(self, index: int) -> Token:
        written, start = self.texts[index], self.start(index)
        return Token(start, start + len(written), written, self.lower[index], kind_of(written))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens ``first`` to ``last`` (included) stand in the text."""
        return self.start(first), self.start(last) + len(self.texts[last])


def places_of(items: Sequence[T]) -> dict[T, list[int]]:
    """The indices of every item."""
    places: defaultdict[T, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        places[item].append(index)
    return places


def told_once(find: Callable[Concatenate[Tokens, P], T]) -> Callable[Concatenate[Tokens, P], T]:
    """``find`` for several rules that ask about one text: it remembers what it told of the last one, and apart from it what
    it told of the last piece that was cut out of one, or every piece would push out the text."""
    of_text, of_piece = lru_cache(maxsize=1)(find), lru_cache(maxsize=1)(find)

    def told(tokens: Tokens, /, *rest: P.args, **named: P.kwargs) -> T:
        return (of_text if len(tokens) > CUT_OUT else of_piece)(tokens, *rest, **named)  # type: ignore[arg-type]

    return told


def tokens(text: str) -> Tokens:
    """The tokens of ``text`` (NFC): about 0.3 ms for a directive of 19 KB."""
    return Tokens(text)
