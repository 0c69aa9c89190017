"""What a query asks for, whatever engine searches: its tokens with slips of the keyboard mended, its roles and years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from string import ascii_lowercase
from typing import NamedTuple

from assistant.index.thesaurus import senses
from assistant.index.tokens import PAIR, key, tokens

Frequencies = Callable[[Sequence[str]], Mapping[str, int]]
"""In how many sections each of these tokens stands; tokens that stand in none may be left out."""

MOST_READ = 2_000
"""Tokens of a query looked at; a pasted page has more than anybody waits for."""
MOST_MENDED = 4
"""Syllables of one query that are mended: more unknown ones are a language we do not hold."""
SHORTEST_MENDED, LONGEST_MENDED = 3, 12
"""Letters. A shorter syllable is one letter away from dozens of others, and a longer one is none: “a” a thousand times has
fifty thousand slips."""

ROLE_WORDS = {
    "can cu": "preface",
    "nam qua": "preface",
    "nam truoc": "preface",
    "muc tieu": "goal",
    "muc dich": "goal",
    "yeu cau": "goal",
    "chi tieu": "targets",
    "noi dung": "content",
    "thoi gian": "period",
    "thoi han": "period",
    "tien do": "period",
    "to chuc thuc hien": "implementation",
    "trach nhiem": "implementation",
    "phan cong": "implementation",
    "phoi hop": "implementation",
    "theo doi": "implementation",
    "don doc": "implementation",
    "so ket": "implementation",
    "tong ket": "implementation",
    "khen thuong": "reward",
    "tieu chuan": "reward",
    "tieu chi": "criteria",
    "binh xet": "criteria",
    "cham diem": "criteria",
    "thang diem": "criteria",
    "chu de": "theme",
    "khau hieu": "theme",
    "giai phap": "means",
    "bien phap": "means",
    "kinh phi": "budget",
    "pham vi": "scope",
    "doi tuong": "scope",
}
"""Words of a query that ask for a kind of section (``checks.parsing.headings.ROLES``), as typed without diacritics."""
MEASURES = (
    "ty le",
    "so luong",
    "so luot",
    "so xa",
    "so ho",
    "san luong",
    "toc do",
    "kim ngach",
    "dien tich",
    "thu nhap",
)
"""A query that begins so asks for a figure, and figures stand among the targets."""
EVERYWHERE = frozenset(tokens("phong trào thi đua"))
"""Words of every directive: they say nothing of what a query is about."""
_YEAR = re.compile(r"\b20\d\d\b")


def asked(query: str, frequencies: Frequencies) -> list[str]:
    """The different tokens to search for, in the order of the query; a slip (“ngan sahc”) is asked for mended too."""
    typed = tokens(query)[:MOST_READ]
    known = frequencies(list(dict.fromkeys(typed)))
    mended = islice(_mended(typed, known, frequencies), MOST_MENDED)
    return list(dict.fromkeys([*typed, *(token for tokens_ in mended for token in tokens_)]))


def implied(query: str, wanted: Sequence[str], frequencies: Frequencies) -> list[str]:
    """Tokens by which sections are found that say the same in other words: the rarest pair of each of these words."""
    pairs = [[token for token in tokens(words) if PAIR in token] for sense in senses(query) for words in sense.others]
    counted = frequencies(list(dict.fromkeys(token for some in pairs for token in some)))
    rarest = (min(some, key=counted.__getitem__) for some in pairs if some and all(map(counted.get, some)))
    return list(dict.fromkeys(token for token in rarest if token not in wanted))


def topic(query: str, wanted: Sequence[str]) -> list[str]:
    """The tokens that say what is looked for, not in which kind of section; all of them where there are no others."""
    words = f" {key(query)} "
    kinds = {token for phrase in (*ROLE_WORDS, *MEASURES) if f" {phrase} " in words for token in tokens(phrase)}
    matter = [token for token in wanted if token not in EVERYWHERE]
    return [token for token in matter if token not in kinds] or matter or list(wanted)


class Roles(NamedTuple):
    """The kinds of section that a query names, and those it begins with."""

    all: frozenset[str]
    leading: frozenset[str]


def roles(query: str) -> Roles:
    """The kinds of section that ``query`` names."""
    words = f" {key(query)} "
    named = {phrase: role for phrase, role in ROLE_WORDS.items() if f" {phrase} " in words}
    leading = (role for phrase, role in named.items() if words.startswith(f" {phrase} "))
    measured = {"targets"} if words.startswith(tuple(f" {measure} " for measure in MEASURES)) else set()
    return Roles(frozenset(named.values()) | measured, frozenset(leading))


def years(query: str) -> frozenset[int]:
    """The years that ``query`` names."""
    return frozenset(int(year) for year in _YEAR.findall(query))


def _mended(typed: Sequence[str], known: Mapping[str, int], frequencies: Frequencies) -> Iterator[list[str]]:
    """For each syllable that no section has, or no section beside its neighbours: the one meant, with its pairs."""
    all_typed = frozenset(typed)
    for before, here, after in _neighbours(typed):
        if not here.isalpha() or not SHORTEST_MENDED <= len(here) <= LONGEST_MENDED:
            continue
        beside = [f"{before}{PAIR}{{}}"] * bool(before) + [f"{{}}{PAIR}{after}"] * bool(after)
        strange = here not in known
        if not strange and (len(beside) < 2 or any(pair.format(here) in known for pair in beside)):
            continue
        near = [word for word in _one_slip(here) if word not in all_typed]
        counted = frequencies([*near, *(pair.format(word) for word in near for pair in beside)])

        def worth(word: str, beside: list[str] = beside, counted: Mapping[str, int] = counted) -> tuple[int, int, int]:
            pairs = [counted.get(pair.format(word), 0) for pair in beside]
            return sum(map(bool, pairs)), sum(pairs), counted.get(word, 0)

        best = max(near, key=worth, default="")
        fits, _, seen = worth(best)
        # A known syllable is replaced in thought only where the other one fits on both sides.
        if fits == 2 or (strange and (fits or (seen and not beside))):
            yield [best, *(pair.format(best) for pair in beside if pair.format(best) in counted)]


def _neighbours(typed: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each syllable with the ones its pairs tie it to, empty where a clause begins or ends."""
    words: list[str] = []
    before: list[str] = []
    for token in typed:
        if PAIR in token:
            before[-1] = token.split(PAIR)[0]
        else:
            words.append(token)
            before.append("")
    for word, left, right, tied in zip(words, before, [*words, ""][1:], [*before, ""][1:], strict=True):
        yield left, word, right if tied else ""


def _one_slip(word: str) -> list[str]:
    """What ``word`` is when one letter was left out, added, changed or swapped with the next."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    dropped = [a + b[1:] for a, b in cuts if b]
    changed = [a + letter + b[1:] for a, b in cuts if b for letter in ascii_lowercase]
    added = [a + letter + b for a, b in cuts for letter in ascii_lowercase]
    return [other for other in dict.fromkeys([*swapped, *dropped, *changed, *added]) if other != word and other]
