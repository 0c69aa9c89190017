"""From candidates of any engine to hits: the same boosts, reasons and snippets whatever found them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from assistant.index import Hit, Near, SectionRecord, Snippet
from assistant.index.tokens import PAIR, exact, exact_tokens, fold, is_folded, key, places, tokens
from checks.finding import Span

CANDIDATES = 200
"""How many of the engine's best are ranked again."""
HEADING_WEIGHT = 3.0
"""A word in the heading counts this many times a word in the body (BM25 field weight)."""

# Added to 1 and multiplied with the score: tried on 300 queries for “this issuer's own section of last year”.
ISSUER_BOOST = 2.0
PROVINCE_BOOST = 0.5
ROLE_BOOST = 0.5
HALF_LIFE_YEARS = 3.0
"""A section this many years from the year drafted for counts half. Only when that year is known."""
EXACT_FLOOR = 0.1
"""What a section keeps that has the query's words only with other diacritics (“thị dừa” for “thi đua”)."""

MOST_FORMS = 40
"""Words of a query compared with their diacritics; a pasted page has more, and 200 sections wait."""
SNIPPET_LENGTH = 240
SNIPPET_LEAD = 30
"""Characters shown before the first matched word."""
PAIR_GAIN = 3
"""What a matched pair is worth beside a lone syllable when a snippet is chosen."""

ROLE_WORDS = {
    "muc tieu": "goal",
    "muc dich": "goal",
    "chi tieu": "targets",
    "noi dung": "content",
    "thoi gian": "period",
    "thoi han": "period",
    "to chuc thuc hien": "implementation",
    "trach nhiem thuc hien": "implementation",
    "khen thuong": "reward",
    "tieu chuan": "reward",
    "tieu chi": "criteria",
    "chu de": "theme",
    "khau hieu": "theme",
    "giai phap": "means",
    "bien phap": "means",
    "kinh phi": "budget",
    "pham vi": "scope",
    "doi tuong": "scope",
}
"""Words of a query that ask for a kind of section (``checks.outline.ROLES``), as typed without diacritics."""


class Candidate(NamedTuple):
    """A section and what the engine gave it: larger is better."""

    record: SectionRecord
    relevance: float


def rank(candidates: Sequence[Candidate], query: str, near: Near, limit: int) -> list[Hit]:
    """The ``limit`` best of ``candidates`` with the reasons that raised them and a snippet each."""
    if not candidates:
        return []
    best = max(candidate.relevance for candidate in candidates) or 1.0
    roles = _roles(query, near)
    boosted = []
    for record, relevance in candidates:
        boost, why = _boost(record, near, roles)
        boosted.append(_Scored(relevance / best * boost, record, why))
    boosted.sort(key=_order)
    chosen = boosted[:limit] if is_folded(query) else _as_typed(boosted, _forms(query), limit)
    return [Hit(record, round(score, 6), why, snippet(record.text, query)) for score, record, why in chosen]


def snippet(text: str, query: str) -> Snippet:
    """The stretch of ``text`` with most different words of the query; a pair of neighbours weighs more than two."""
    text = " ".join(text.split())
    found = places(text)
    asked = _asked([syllable for syllable, _ in found], set(tokens(query)))
    first = _densest([span for _, span in found], asked)
    start = found[first][1].start if found else 0
    start = max(0, min(start - SNIPPET_LEAD, len(text) - SNIPPET_LENGTH))
    end = min(len(text), start + SNIPPET_LENGTH)
    start, end = _to_spaces(text, start, end)
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    shift = len(lead) - start
    marks = (
        Span(span.start + shift, span.end + shift)
        for matched, (_, span) in zip(asked, found, strict=True)
        if matched and start <= span.start and span.end <= end
    )
    return Snippet(lead + text[start:end] + tail, tuple(marks))


def _boost(record: SectionRecord, near: Near, roles: frozenset[str]) -> tuple[float, tuple[str, ...]]:
    boost, why = 1.0, []
    if near.issuer and key(record.issuer) == key(near.issuer):
        boost += ISSUER_BOOST
        why.append("cùng cơ quan")
    if near.province and key(record.province) == key(near.province):
        boost += PROVINCE_BOOST
        why.append("cùng tỉnh, thành phố")
    if record.role in roles:
        boost += ROLE_BOOST
        why.append("cùng mục")
    if near.year is not None and record.year is not None:
        boost *= 0.5 ** (abs(near.year - record.year) / HALF_LIFE_YEARS)
        if record.year == near.year - 1:
            why.append("năm liền trước")
    return boost, tuple(why)


def _roles(query: str, near: Near) -> frozenset[str]:
    words = f" {key(query)} "
    asked = {role for phrase, role in ROLE_WORDS.items() if f" {phrase} " in words}
    return frozenset(asked | {near.role} - {""})


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
    as_typed = sum(_stands_in(form.exact, text) for form in forms)
    if not as_typed:
        return EXACT_FLOOR
    bare = fold(text)
    folded = sum(_stands_in(form.folded, bare) for form in forms)
    return EXACT_FLOOR + (1 - EXACT_FLOOR) * min(1.0, as_typed / max(folded, 1))


def _stands_in(token: str, text: str) -> bool:
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(token, at + 1)
    return False


def _asked(found: Sequence[str], wanted: set[str]) -> list[tuple[str, ...]]:
    """For each syllable the tokens of the query it is, or closes as a pair, or opens."""
    asked: list[tuple[str, ...]] = [(syllable,) if syllable in wanted else () for syllable in found]
    for at in range(1, len(found)):
        pair = f"{found[at - 1]}{PAIR}{found[at]}"
        if pair in wanted:
            asked[at - 1] += (pair,)
            asked[at] += (pair,)
    return asked


def _densest(spans: Sequence[Span], asked: Sequence[tuple[str, ...]]) -> int:
    """The syllable from which a snippet's length holds most different tokens; the first one of several."""
    best, most, end = 0, 0, 0
    inside: Counter[str] = Counter()
    for first, span in enumerate(spans):
        while end < len(spans) and spans[end].end - span.start <= SNIPPET_LENGTH - SNIPPET_LEAD:
            if asked[end]:
                inside.update(asked[end])
            end += 1
        if not asked[first]:
            continue
        gain = sum(PAIR_GAIN if PAIR in token else 1 for token in inside)
        if gain > most:
            best, most = first, gain
        inside.subtract(asked[first])
        inside += Counter()  # drops what is no longer inside
    return best


def _to_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the cuts inward to spaces so that no word is cut."""
    if start:
        start = text.find(" ", start - 1) + 1 or start
    if end < len(text):
        end = text.rfind(" ", start, end + 1) if " " in text[start : end + 1] else end
    return start, end
