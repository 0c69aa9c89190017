"""From candidates of any engine to hits: the same boosts, reasons and snippets whatever found them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.index import Hit, Near, SectionRecord, Snippet, asking
from assistant.index.tokens import PAIR, bare, exact, exact_tokens, fold, is_folded, key, syllables, tokens
from checks.finding import Span

CANDIDATES = 100
"""How many of the engine's best are ranked again."""
HEADING_WEIGHT = 2.0
"""A word in the heading counts this many times a word in the body (BM25 field weight)."""

ABOUT_WEIGHT = 3.0
"""A word of the issuer's name, the kind, the year or the title (``SectionRecord.about``)."""

# Added to 1 and multiplied with the score: tried on 300 queries for “this issuer's own section of last year”.
ISSUER_BOOST = 2.0
PROVINCE_BOOST = 0.5
ROLE_BOOST = 0.5
HALF_LIFE_YEARS = 3.0
"""A section this many years from the year drafted for counts half. Only when that year is known."""
OWN_ROLE_BOOST = 1.0
"""Once more where issuer and kind of section are both named: “tỉnh Sơn Thủy chỉ tiêu 2026”."""
UNASKED = {
    "preface": -0.15,
    "goal": -0.15,
    "implementation": -0.15,
    **dict.fromkeys(("period", "scope", "reward", "criteria", "theme", "requirement"), -0.3),
}
"""Where no kind of section is asked for: what is to be done stands in contents and targets, here only in passing."""
YEAR_BOOST = 0.5
"""For a section of a year that the query names."""
HEADING_BOOST = 0.5
"""For a heading of which every word is asked for; in proportion for others."""
LEADING_ROLE_BOOST = 0.5
"""Once more where the query begins with the role: “chỉ tiêu giảm nghèo” asks for targets, whatever follows."""
AGAIN = 0.95
"""What each further section of one precedent keeps: ten pieces of one directive are no choice."""
SAME_HEADING = 0.6
"""And what is left of it for each further piece under the very same heading."""
PIECE = 0.7
"""What a piece of a long section keeps that is found by the heading of them all: a whole section answers better."""
EXACT_FLOOR = 0.1
"""What a section keeps that has the query's words only with other diacritics (“thị dừa” for “thi đua”)."""

MOST_FORMS = 40
"""Words of a query compared with their diacritics; a pasted page has more, and 200 sections wait."""
SPARE = 10
"""Looked at beyond what is shown, before the sections of one precedent are set back."""
SNIPPET_LENGTH = 240
SNIPPET_LEAD = 30
"""Characters shown before the first matched word."""
PAIR_GAIN = 3
"""What a matched pair is worth beside a lone syllable when a snippet is chosen."""


class Candidate(NamedTuple):
    """A section and what the engine gave it: larger is better."""

    record: SectionRecord
    relevance: float


def rank(candidates: Sequence[Candidate], query: str, near: Near, limit: int, wanted: Sequence[str]) -> list[Hit]:
    """The ``limit`` best of ``candidates`` with the reasons that raised them and a snippet each.

    ``wanted`` are the tokens of the query (``asking.asked``).
    """
    if not candidates:
        return []
    best = max(candidate.relevance for candidate in candidates) or 1.0
    named = asking.roles(query)
    need = _Need(near, named.all | ({near.role} - {""}), named.leading, asking.years(query), frozenset(wanted))
    pieces = Counter((record.precedent_id, record.heading) for record, _ in candidates)
    boosted = []
    for record, relevance in candidates:
        boost, why = _boost(record, need)
        if pieces[record.precedent_id, record.heading] > 1 and _share(record.heading, need.wanted) >= 0.5:
            boost *= PIECE
        boosted.append(_Scored(relevance / best * boost, record, why))
    boosted.sort(key=_order)
    enough = limit + SPARE
    fitting = boosted[:enough] if is_folded(query) else _as_typed(boosted, _forms(query), enough)
    chosen = _mixed(fitting)[:limit]
    return [Hit(record, round(score, 6), why, snippet(record.text, query, wanted)) for score, record, why in chosen]


def snippet(text: str, query: str, wanted: Iterable[str] = ()) -> Snippet:
    """The stretch of ``text`` with most different words of the query; a pair of neighbours weighs more than two."""
    text = " ".join(text.split())
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    found = _matches(text, _asked(query, frozenset(wanted)))
    first = _densest(found)
    start = found[first].start if found else 0
    start = max(0, min(start - SNIPPET_LEAD, len(text) - SNIPPET_LENGTH))
    end = min(len(text), start + SNIPPET_LENGTH)
    start, end = _to_spaces(text, start, end)
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    shift = len(lead) - start
    marks = (Span(one.start + shift, one.end + shift) for one in found if start <= one.start and one.end <= end)
    return Snippet(lead + text[start:end] + tail, tuple(marks))


@lru_cache(maxsize=16)
def _asked(query: str, wanted: frozenset[str]) -> frozenset[str]:
    """All that is to be marked; the same for every section that a search finds."""
    return frozenset((*tokens(query), *syllables(fold(query)), *wanted))


class _Need(NamedTuple):
    near: Near
    roles: frozenset[str]
    leading: frozenset[str]
    years: frozenset[int]
    wanted: frozenset[str]


def _boost(record: SectionRecord, need: _Need) -> tuple[float, tuple[str, ...]]:
    near = need.near
    boost, why = 1.0, []
    if near.issuer and key(record.issuer) == key(near.issuer):
        boost += ISSUER_BOOST
        why.append("cùng cơ quan")
    if near.province and key(record.province) == key(near.province):
        boost += PROVINCE_BOOST
        why.append("cùng tỉnh, thành phố")
    if record.role in need.roles:
        boost += ROLE_BOOST
        why.append("cùng mục")
        if _own_name(record.issuer) in need.wanted:
            boost += OWN_ROLE_BOOST
    if record.role in need.leading:
        boost += LEADING_ROLE_BOOST
    if not need.roles:
        boost += UNASKED.get(record.role, 0.0)
    if record.year in need.years:
        boost += YEAR_BOOST
    boost += HEADING_BOOST * _share(record.heading, need.wanted)
    if near.year is not None and record.year is not None:
        boost *= 0.5 ** (abs(near.year - record.year) / HALF_LIFE_YEARS)
        if record.year == near.year - 1:
            why.append("năm liền trước")
    return boost, tuple(why)


@lru_cache(maxsize=4_096)
def _own_name(issuer: str) -> str:
    """The last two syllables as a pair: “Ủy ban nhân dân tỉnh Sơn Thủy” is called “Sơn Thủy”."""
    return PAIR.join(key(issuer).split()[-2:])


def _share(heading: str, wanted: frozenset[str]) -> float:
    """How much of a heading is asked for; its number does not count."""
    pairs = _pairs(heading)
    return len(pairs & wanted) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=4_096)
def _pairs(heading: str) -> frozenset[str]:
    """Headings repeat from directive to directive, and 200 candidates wait for each search."""
    return frozenset(token for token in tokens(heading) if PAIR in token)


def _mixed(ranked: Sequence[_Scored]) -> list[_Scored]:
    """``ranked`` with the further sections of a precedent set back a little."""
    precedents: Counter[str] = Counter()
    headings: Counter[tuple[str, str]] = Counter()
    mixed = []
    for entry in ranked:
        precedent, heading = entry.record.precedent_id, (entry.record.precedent_id, entry.record.heading)
        kept = AGAIN ** precedents[precedent] * SAME_HEADING ** headings[heading]
        mixed.append(entry._replace(score=entry.score * kept))
        precedents[precedent] += 1
        headings[heading] += 1
    return sorted(mixed, key=_order)


class _Scored(NamedTuple):
    score: float
    record: SectionRecord
    why: tuple[str, ...]


def _order(entry: _Scored) -> tuple[float, str, int]:
    return -entry.score, entry.record.precedent_id, entry.record.position


def _as_typed(boosted: Sequence[_Scored], forms: Sequence[_Form], limit: int) -> list[_Scored]:
    """The ``limit`` best when other diacritics cost; reads no further than a perfect match could still enter."""
    kept: list[_Scored] = []
    for entry in boosted:
        if len(kept) >= limit and entry.score <= kept[limit - 1].score:
            break
        kept.append(entry._replace(score=entry.score * _faithful(entry.record, forms)))
        kept.sort(key=_order)
    return kept[:limit]


class _Form(NamedTuple):
    folded: str
    exact: str


def _forms(query: str) -> tuple[_Form, ...]:
    """The query's first tokens that carry a diacritic, folded and as typed."""
    marked = (token for token in dict.fromkeys(exact_tokens(query)) if not is_folded(token))
    return tuple(_Form(fold(token), token) for token in islice(marked, MOST_FORMS))


def _faithful(record: SectionRecord, forms: Iterable[_Form]) -> float:
    """From ``EXACT_FLOOR`` to 1: how many of the words that match when folded also match as typed."""
    text = exact(f"{record.heading}\n{record.text}")
    plain = bare(text)
    folded = sum(_stands_in(form.folded, plain) for form in forms)
    if not folded:  # found by an abbreviation or by its title
        return 1.0
    as_typed = sum(_stands_in(form.exact, text) for form in forms)
    return EXACT_FLOOR + (1 - EXACT_FLOOR) * min(1.0, as_typed / folded)


def _stands_in(token: str, text: str) -> bool:
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(token, at + 1)
    return False


class _Match(NamedTuple):
    """A syllable that was asked for, with the tokens of the query it is, closes or opens."""

    start: int
    end: int
    tokens: tuple[str, ...]


def _matches(text: str, asked: frozenset[str]) -> list[_Match]:
    folded = fold(text)
    pattern = _any_of(frozenset(token for token in asked if PAIR not in token))
    if pattern is None or len(folded) != len(text):  # a letter that folds to two: nothing could be marked in its place
        return []
    found: list[_Match] = []
    for match in pattern.finditer(folded):
        start, end = match.span()
        here: tuple[str, ...] = (match[0],)
        if found and not any(map(str.isalnum, folded[found[-1].end : start])):
            # Whoever asks for a pair asks for its syllables too.
            pair = f"{found[-1].tokens[0]}{PAIR}{match[0]}"
            if pair in asked:
                found[-1] = found[-1]._replace(tokens=(*found[-1].tokens, pair))
                here = (match[0], pair)
        found.append(_Match(start, end, here))
    return found


@lru_cache(maxsize=64)
def _any_of(words: frozenset[str]) -> re.Pattern[str] | None:
    """Only what is asked for is looked for: a section has ten times as many syllables."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if words else None


def _densest(found: Sequence[_Match]) -> int:
    """The match from which a snippet's length holds most different tokens; the first one of several."""
    best, most, end, gain = 0, 0, 0, 0
    inside: Counter[str] = Counter()
    for first, match in enumerate(found):
        while end < len(found) and found[end].end - match.start <= SNIPPET_LENGTH - SNIPPET_LEAD:
            for token in found[end].tokens:
                gain += 0 if inside[token] else _worth(token)
                inside[token] += 1
            end += 1
        if gain > most:
            best, most = first, gain
        for token in match.tokens:
            inside[token] -= 1
            gain -= 0 if inside[token] else _worth(token)
    return best


def _worth(token: str) -> int:
    return PAIR_GAIN if PAIR in token else 1


def _to_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the cuts inward to spaces so that no word is cut."""
    if start:
        start = text.find(" ", start - 1) + 1 or start
    if end < len(text):
        end = text.rfind(" ", start, end + 1) if " " in text[start : end + 1] else end
    return start, end
