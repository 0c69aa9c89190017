"""From candidates of any engine to hits: the same boosts, reasons and snippets whatever found them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.index import NOBODY, Hit, Near, SectionRecord, asking, topics
from assistant.index.passages import Passage, Sought, evidence, read, snippet, sought, stands_in, understood
from assistant.index.tokens import PAIR, bare, exact, exact_tokens, fold, is_folded, key, tokens

CANDIDATES = 100
"""How many of the engine's best are ranked again where it counts for whom one searches."""
FEW_CANDIDATES = 50
"""And where it does not: on the judged queries 40 are enough."""
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

MOST_OTHER_WORDS = 2
"""Reasons shown of this kind."""
MOST_FORMS = 40
"""Words of a query compared with their diacritics; a pasted page has more, and 200 sections wait."""
SPARE = 5
"""Looked at beyond what is shown, before the sections of one precedent are set back."""
IMPLIED_WEIGHT = 0.5
"""A word that means the same as one typed (``asking.implied``), beside the word itself."""
LENGTH = 0.08
"""Power of a section's length: BM25 takes a little too much from long sections."""
TOPIC = 0.8
"""How much it counts that a section has sentences of its own on the matter (``topics.on``), as a power of e."""
ABOUT, WITH_FIGURE = 0.4, 0.2
"""How much the sentences of a section count (``passages.Evidence``), as powers of e."""


PLACES = 6
"""Digits of a score that count: what is beyond them comes from the order of a sum."""


class Candidate(NamedTuple):
    """A section, what the engine gave it (larger is better) and its topics (``topics.held``)."""

    record: SectionRecord
    relevance: float
    topics: str


def pool(near: Near, limit: int) -> int:
    """How many of its best an engine gives to ``rank``."""
    return max(CANDIDATES if near != NOBODY else FEW_CANDIDATES, limit + SPARE)


def rank(candidates: Sequence[Candidate], query: str, near: Near, limit: int, wanted: Sequence[str]) -> list[Hit]:
    """The ``limit`` best of ``candidates`` with the reasons that raised them and a snippet each.

    ``wanted`` are the tokens of the query (``asking.asked``).
    """
    if not candidates:
        return []
    best = max(candidate.relevance for candidate in candidates) or 1.0
    named = asking.roles(query)
    need = _Need(
        near,
        named.all | ({near.role} - {""}),
        named.leading,
        asking.years(query),
        frozenset(wanted),
        topics.asked(query),
    )
    pieces = Counter((record.precedent_id, record.heading) for record, *_ in candidates)
    boosted = []
    for record, relevance, held in candidates:
        boost, why = _boost(record, need)
        if need.topics:
            boost *= math.exp(TOPIC * (topics.on(held, need.topics) - 1))
        if pieces[record.precedent_id, record.heading] > 1 and _share(record.heading, need.wanted) >= 0.5:
            boost *= PIECE
        boosted.append(_Scored(relevance / best * boost * (len(record.text) + 50) ** LENGTH, record, why))
    boosted.sort(key=_order)
    enough = limit + SPARE
    fitting = boosted[:enough] if is_folded(query) else _as_typed(boosted, _forms(query), enough)
    looked = sought(query, wanted)
    passages = {_place(entry.record): read(entry.record.text, looked) for entry in fitting}
    weighed = [entry._replace(score=entry.score * _said(passages[_place(entry.record)], looked)) for entry in fitting]
    chosen = _mixed(sorted(weighed, key=_order))[:limit]
    return [_hit(entry, passages[_place(entry.record)], looked) for entry in chosen]


def _hit(entry: _Scored, passage: Passage, looked: Sought) -> Hit:
    other_words = list(dict.fromkeys(understood(passage, entry.record.heading, looked)))[:MOST_OTHER_WORDS]
    told = ", ".join(f"“{words}”" for words in other_words)
    why = (*entry.why, f"hiểu là {told}") if told else entry.why
    return Hit(entry.record, round(entry.score, PLACES), why, snippet(passage, looked))


def _said(passage: Passage, looked: Sought) -> float:
    """At most 1, where three sentences hold all of the matter, one of them with a figure."""
    said = evidence(passage, looked)
    return math.exp(ABOUT * (said.about - 1) + WITH_FIGURE * (said.with_figure - 1))


def _place(record: SectionRecord) -> tuple[str, int]:
    return record.precedent_id, record.position


class _Need(NamedTuple):
    near: Near
    roles: frozenset[str]
    leading: frozenset[str]
    years: frozenset[int]
    wanted: frozenset[str]
    topics: Mapping[int, float]


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


def _order(entry: _Scored) -> tuple[float, int, str, int]:
    """The best first; of equals the newest."""
    record = entry.record
    return -round(entry.score, PLACES), -(record.year or 0), record.precedent_id, record.position


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


def _faithful(record: SectionRecord, forms: Sequence[_Form]) -> float:
    """From ``EXACT_FLOOR`` to 1: how many of the words that match when folded also match as typed."""
    text = exact(f"{record.heading}\n{record.text}")
    missing = [form for form in forms if not stands_in(form.exact, text)]
    if not missing:
        return 1.0
    plain = bare(text)
    otherwise = sum(stands_in(form.folded, plain) for form in missing)
    # With none of them it was found by an abbreviation, by its title or by other words.
    return 1.0 - (1 - EXACT_FLOOR) * otherwise / (len(forms) - len(missing) + otherwise) if otherwise else 1.0
