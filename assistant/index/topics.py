"""What a section is on, among the matters of the field (``topics.txt``): whether it has sentences of its own on them.

“Thực hành tiết kiệm” in a list of ten duties has one sentence's tenth; a sentence on switching off lights has all of it,
in words nobody typed. Read when a section is indexed, so that a search only compares numbers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from assistant.index import SectionRecord
from assistant.index.tokens import exact, syllables, written_out
from assistant.index.words import Use, uses, word_list

LIST = "topics.txt"
SENTENCE_END = re.compile(r"[.;](?=\s)|\n")
"""“1.250” has no end in it."""
NAMED = 2
"""Syllables of a topic's words that name it for certain; a lone one (“rừng”) is half as much."""
LEAST = 0.05
"""A share of a sentence not worth keeping."""


def held(record: SectionRecord) -> str:
    """The topics of a section with the sentences it has on each, a shared one in part: “12:1.5 40:0.33”."""
    whole: Counter[int] = Counter(_shares(record.heading, whole=True))
    for sentence in SENTENCE_END.split(record.text):
        whole.update(_shares(sentence))
    return " ".join(f"{topic}:{amount:.3g}" for topic, amount in sorted(whole.items()) if amount >= LEAST)


@lru_cache(maxsize=64)
def asked(query: str) -> Mapping[int, float]:
    """The topics of a query and the part each has in it, together 1; empty when it names none."""
    used = list(uses(word_list(LIST), written_out(query)))
    covered: defaultdict[int, set[int]] = defaultdict(set)
    for use in used:
        if not any(_inside(use, other) for other in used):
            covered[use.term.group].update(range(use.start, use.end))
    sharing = Counter(place for places in covered.values() for place in places)
    parts = {topic: sum(1 / sharing[place] for place in places) for topic, places in covered.items()}
    total = sum(parts.values())
    return {topic: part / total for topic, part in parts.items()}


def on(topics: str, asked: Mapping[int, float]) -> float:
    """From 0 to 1: how much a section that holds ``topics`` is on what is asked; one sentence of its own is a half."""
    amounts = ((part, _amount(topics, topic)) for topic, part in asked.items())
    return sum(part * amount / (amount + 1) for part, amount in amounts)


def _amount(topics: str, topic: int) -> float:
    """Only what is asked for is read: fifty sections wait, each with a dozen topics."""
    _, found, rest = f" {topics} ".partition(f" {topic}:")
    return float(rest[: rest.index(" ")]) if found else 0.0


def _shares(sentence: str, whole: bool = False) -> dict[int, float]:
    """The topics of a sentence and what part each has of it; of a heading each has all."""
    said: defaultdict[int, set[tuple[str, ...]]] = defaultdict(set)
    for use in uses(word_list(LIST), syllables(exact(sentence))):
        said[use.term.group].add(use.term.syllables)
    counted = {topic: sum(map(len, terms)) / NAMED for topic, terms in said.items()}
    total = sum(counted.values())
    return {topic: count if whole else min(count, 1.0) * count / total for topic, count in counted.items()}


def _inside(use: Use, other: Use) -> bool:
    return other.start <= use.start and use.end <= other.end and len(other.term.syllables) > len(use.term.syllables)
