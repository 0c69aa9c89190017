"""Words that offices use for the same thing (``thesaurus.txt``): what else a query means that uses one of them."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from assistant.index.tokens import written_out
from assistant.index.words import uses, word_list


class Sense(NamedTuple):
    """One thing that a query names: the words it uses, and the other words for the same."""

    typed: tuple[str, ...]
    others: tuple[str, ...]


@lru_cache(maxsize=64)
def senses(query: str) -> tuple[Sense, ...]:
    """What ``query`` names, in the order of the thesaurus; a syllable typed without diacritics is taken for any."""
    thesaurus = word_list("thesaurus.txt")
    used: defaultdict[int, list[str]] = defaultdict(list)
    for term, _, _ in uses(thesaurus, written_out(query)):
        used[term.group].append(term.words)
    return tuple(
        Sense(tuple(used[group]), tuple(words for words in thesaurus.groups[group] if words not in used[group]))
        for group in sorted(used)
    )
