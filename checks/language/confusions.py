"""Words that are always wrong beside each other: “sử lý”, “bổ xung”, “bức phá”.

Most mistakes are found as near-misses of right phrases; this list holds what people believe to be right,
and what hearing confuses (s and x, tr and ch, d, gi and r, l and n).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from checks.language.lexicon import Lexicon, data_lines
from checks.language.near_miss import like
from checks.language.syllables import KEYS
from checks.language.tokens import Tokens, told_once
from checks.language.word_places import meetings
from checks.values import NamedTuple

SURE = 3
"""So many words are not met by chance, whatever stands behind them."""


class Confusion(NamedTuple):
    """``wrong`` is written for ``right``, except before or after the syllables with which it is right."""

    wrong: tuple[str, ...]
    right: tuple[str, ...]
    not_before: frozenset[str]
    not_after: frozenset[str]


class Wrong(NamedTuple):
    """The words between ``start`` and ``end`` must be ``right``."""

    start: int
    end: int
    right: str


@cache
def lines() -> dict[str, list[str]]:
    """The list, by the first two syllables of what is wrong; a text needs few of its lines."""
    found: dict[str, list[str]] = {}
    for line in data_lines("confusions.txt"):
        one, other = line.split(" ", 2)[:2]
        if other != "|":
            found.setdefault(f"{KEYS[one]} {KEYS[other]}", []).append(line)
    return found


@cache
def lone() -> dict[str, Confusion]:
    """What is wrong wherever it stands, but in the few words that have it: “sẻ” for “sẽ”, “đả” for “đã”."""
    found = (_confusion(line) for line in data_lines("confusions.txt") if line.split(" ", 2)[1] == "|")
    return {one.wrong[0]: one for one in found}


@cache
def confusions(pair: str) -> tuple[Confusion, ...]:
    """Those that begin with ``pair``."""
    return tuple(map(_confusion, lines()[pair]))


def _confusion(line: str) -> Confusion:
    wrong, right, *guards = (column.strip() for column in line.split("|"))
    not_before, not_after = (_keys(guard) for guard in (*guards, "", "")[:2])
    return Confusion(tuple(KEYS[word] for word in wrong.split()), tuple(right.split()), not_before, not_after)


def _keys(guard: str) -> frozenset[str]:
    return frozenset(KEYS[word.strip()] for word in guard.split(",") if word.strip())


@told_once
def wrong_phrases(tokens: Tokens, lexicon: Lexicon) -> tuple[Wrong, ...]:
    """Every place where a phrase of the list is written, in reading order; four rules ask about one text."""
    phrases = list(_phrases(tokens, lexicon))
    alone = (one for one in _alone(tokens, lexicon) if not any(w.start <= one.start < w.end for w in phrases))
    return tuple(sorted((*phrases, *alone)))


def _alone(tokens: Tokens, lexicon: Lexicon) -> Iterator[Wrong]:
    for key in lone().keys() & tokens.word_places.keys():
        for index in tokens.word_places[key]:
            place = bisect_left(tokens.places, index)
            if _small(tokens, place) and not _at_home(tokens, lexicon, lone()[key], place):
                yield _wrong(tokens, lone()[key], place)


def _small(tokens: Tokens, place: int) -> bool:
    """Whether the word is no name (“anh Sẻ”): in small letters, or behind a mark with one capital."""
    index = tokens.places[place]
    written = tokens.texts[index]
    first = not place or tokens.places[place - 1] != index - 1 or not tokens.keys[place - 1].isalpha()
    return written.islower() or (first and written[1:].islower())


def _at_home(tokens: Tokens, lexicon: Lexicon, one: Confusion, place: int) -> bool:
    """Whether a word beside it makes one of the few words that have it: “chia sẻ”, “đả kích”."""
    before, behind = tokens.keys[max(place - 1, 0) : place], tokens.keys[place + 1 : place + 2]
    if not one.not_after.isdisjoint(before) or not one.not_before.isdisjoint(behind):
        return True
    return any(map(lexicon.known.__getitem__, tokens.pairs[max(place - 1, 0) : place + 1]))


def _phrases(tokens: Tokens, lexicon: Lexicon) -> Iterator[Wrong]:
    done = 0
    for place in meetings(tokens, lines()):
        if place >= done:
            for one in confusions(tokens.pairs[place]):
                if _written(tokens, one, place) and not _excused(tokens, lexicon, one, place):
                    yield _wrong(tokens, one, place)
                    done = place + len(one.wrong)
                    break


def _written(tokens: Tokens, one: Confusion, place: int) -> bool:
    last = place + len(one.wrong) - 1
    if tuple(tokens.keys[place : last + 1]) != one.wrong:
        return False
    return tokens.places[last] - tokens.places[place] == last - place


def _excused(tokens: Tokens, lexicon: Lexicon, one: Confusion, place: int) -> bool:
    """Whether the words belong to what stands beside them: “của chủ / chương trình”, “thành tựu / chung”."""
    keys, pairs, last = tokens.keys, tokens.pairs, place + len(one.wrong) - 1
    if place and keys[place - 1] in one.not_after:
        return True
    # “báo cáo kết qua thực hiện”: “qua thực” belongs to “qua thực tế”.
    short = len(one.wrong) < SURE
    return last < len(pairs) and (keys[last + 1] in one.not_before or (short and lexicon.known[pairs[last]]))


def _wrong(tokens: Tokens, one: Confusion, place: int) -> Wrong:
    start, end = tokens.span(tokens.places[place], tokens.places[place + len(one.wrong) - 1])
    written = tokens.text[start:end].split()
    if len(written) != len(one.right):
        return Wrong(start, end, like(tokens.text[start:end], " ".join(one.right)))
    return Wrong(start, end, " ".join(like(old, new) for old, new in zip(written, one.right, strict=True)))
