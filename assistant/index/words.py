"""Lists of words kept as text, one group a line (“what it is: words | words”), and where a text uses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

from assistant.index.tokens import exact, fold, syllables


class Term(NamedTuple):
    """One of the words of a group."""

    group: int
    words: str
    syllables: tuple[str, ...]
    folded: tuple[str, ...]


class Use(NamedTuple):
    """A term in a text: from which syllable to which."""

    term: Term
    start: int
    end: int


class WordList(NamedTuple):
    """The groups in the order of their file, and their terms by the two syllables they begin with."""

    groups: tuple[tuple[str, ...], ...]
    beginning: Mapping[tuple[str, ...], Sequence[Term]]


@lru_cache(maxsize=2)
def word_list(name: str) -> WordList:
    """The list of that name in this folder."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    written = (line.partition(":")[2] for line in lines if line and not line.startswith("#"))
    groups = tuple(tuple(words.strip() for words in group.split("|")) for group in written)
    beginning: defaultdict[tuple[str, ...], list[Term]] = defaultdict(list)
    for group, terms in enumerate(groups):
        for words in terms:
            parts = tuple(syllables(exact(words)))
            term = Term(group, words, parts, tuple(map(fold, parts)))
            for first in _beginnings(term):
                beginning[first].append(term)
    return WordList(groups, beginning)


def uses(listed: WordList, text: Sequence[str]) -> Iterator[Use]:
    """Where the syllables ``text`` are a term of the list; one typed without diacritics is taken for any."""
    beginning = listed.beginning
    for start, pair in enumerate(pairwise([*text, ""])):
        for term in (*beginning.get(pair, ()), *beginning.get(pair[:1], ())):
            end = start + len(term.syllables)
            if end <= start + 2 or _same(term, text[start:end]):
                yield Use(term, start, end)


def _beginnings(term: Term) -> set[tuple[str, ...]]:
    """As they may be typed; a lone syllable without its diacritics would be a dozen words."""
    if len(term.syllables) == 1:
        return {term.syllables}
    return set(product(*(set(pair) for pair in zip(term.syllables[:2], term.folded, strict=False))))


def _same(term: Term, here: Sequence[str]) -> bool:
    return len(term.syllables) == len(here) and all(
        typed in meant for *meant, typed in zip(term.syllables, term.folded, here, strict=True)
    )
