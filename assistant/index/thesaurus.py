"""Words that offices use for the same thing (``thesaurus.txt``): what else a query means that uses one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from assistant.index.tokens import ABBREVIATIONS, exact, fold, syllables


class Sense(NamedTuple):
    """One thing that a query names: the words it uses, and the other words for the same."""

    typed: tuple[str, ...]
    others: tuple[str, ...]


class _Term(NamedTuple):
    group: int
    words: str
    syllables: tuple[str, ...]


@lru_cache(maxsize=64)
def senses(query: str) -> tuple[Sense, ...]:
    """What ``query`` names, in the order of the thesaurus; a syllable typed without diacritics is taken for any."""
    typed = list(_written_out(query))
    used: defaultdict[int, list[str]] = defaultdict(list)
    for n, syllable in enumerate(typed):
        for term in _starting_with().get(fold(syllable), ()):
            if _stands(term.syllables, typed[n : n + len(term.syllables)]):
                used[term.group].append(term.words)
    return tuple(
        Sense(tuple(used[group]), tuple(words for words in _groups()[group] if words not in used[group]))
        for group in sorted(used)
    )


def _stands(term: Sequence[str], here: Sequence[str]) -> bool:
    return len(term) == len(here) and all(
        typed in (meant, fold(meant)) for meant, typed in zip(term, here, strict=True)
    )


def _written_out(query: str) -> Iterator[str]:
    for syllable in syllables(exact(query)):
        yield from ABBREVIATIONS.get(fold(syllable), (syllable,))


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    lines = files("assistant.index").joinpath("thesaurus.txt").read_text("utf-8").splitlines()
    written = (line.partition(":")[2] for line in lines if line and not line.startswith("#"))
    return tuple(tuple(words.strip() for words in group.split("|")) for group in written)


@lru_cache(maxsize=1)
def _starting_with() -> Mapping[str, Sequence[_Term]]:
    """The terms by their first syllable."""
    found: defaultdict[str, list[_Term]] = defaultdict(list)
    for group, terms in enumerate(_groups()):
        for words in terms:
            parts = tuple(syllables(exact(words)))
            found[fold(parts[0])].append(_Term(group, words, parts))
    return found
