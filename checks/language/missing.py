"""A phrase that lacks a syllable: “thi đua yêu [nước] các cấp”, “chăm lo đời vật chất và tinh thần”.

Some phrases are never written without one of their syllables (``!`` in the list). Any long phrase is believed to lack one
where the other half of its word is left alone and nobody has written the two syllables around the gap beside each other.
And where all who wrote two syllables went on with one and the same, a text that goes on with another lacks that one
(“trên địa [bàn] tăng 9%”).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count

from checks.caching.answers import GROUPS, Answers
from checks.language.confusables import FARTHEST, cost
from checks.language.context import Table
from checks.language.evidence import WINDOW, single_words, text_of
from checks.language.lexicon import FUNCTION_WORDS, Cut, Lexicon, Phrase
from checks.language.lexicon_index import LONG
from checks.language.near_miss import like
from checks.language.syllables import KEYS
from checks.language.tokens import Tokens
from checks.language.word_places import meetings
from checks.tables import words
from checks.values import NamedTuple

LOOSE = FUNCTION_WORDS | words("toàn cấp nhất mới chung riêng lớn tốt cao đẩy")
"""What may be left out of a phrase on purpose: “trong phạm vi [toàn] tỉnh”."""


ALWAYS = 0.9
"""So often, or more, the same syllable must have followed two others, to be missed where another does."""
OFTEN, SURELY = 8, 20
"""So many times, and so many to be sure of it."""
READ_ON = 5
"""Or, where what stands behind the gap was met so often behind the syllable that is missed, after fewer."""
WRITTEN = 8
"""So often, or more, a long phrase must have been met whole around its gap, to be sure of it."""
SHORT, COMMON = 4, 8
"""A phrase of so few syllables is believed to lack one if it was met whole so often: “Thủ [tướng] Chính phủ”."""
ENDED = frozenset("(.;:),")
"""What may stand behind a phrase that lost its last syllable."""
SPARED = 8
"""Within so many tokens behind a comma stands the syllable that is said once for two words: “sơ, tổng kết”."""
EXTENTS = words("đợt khóa tuyến khối cụm chiến cuộc vụ giai chặng khu vùng dự lớp trường viện công hội phong bản văn")
"""What “toàn” may be said of: “toàn đợt”, “toàn chiến dịch”."""


class Missing(NamedTuple):
    """``syllable`` must stand at ``at``, after the words between ``start`` and ``at``; ``phrase`` is the whole."""

    start: int
    at: int
    syllable: str
    phrase: str
    sure: bool = False
    weak: bool = False
    """Whether it is no more than a suggestion."""


def missing_syllables(tokens: Tokens, lexicon: Lexicon) -> Iterator[Missing]:
    """Every known phrase that lacks its obligatory syllable."""
    done = -1
    shortened = lexicon.shortened
    for place in meetings(tokens, shortened):
        if place < done:
            continue
        behind = tokens.keys[place + 2 : place + 3]
        for third, number, at in shortened[tokens.pairs[place]]:
            if third and third not in behind:
                continue
            cut = lexicon.cut(number, at)
            last = place + len(cut.phrase.keys) - 1
            if (
                _reads(tokens, cut.phrase, place, cut.at)
                and not _whole(tokens, cut.phrase, place)
                and not _goes_on(tokens, cut, last, lexicon)
                and not _ends(tokens, cut, place, lexicon)
                and not _misspelt(tokens, cut, place)
            ):
                yield _missing(tokens, cut, place)
                done = last
                break


def cut_phrases(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Missing]:
    """Every long phrase without one of its inner syllables."""
    keys, pairs, gaps, used = tokens.keys, tokens.pairs, _gaps(lexicon, table), -1
    sides = lexicon.beside.sides(pairs)
    alone = sides.alone
    for gap in compress(count(), sides.gaps):
        for place in (gap, gap + 1):
            if not alone[place] or place <= used or keys[place] in FUNCTION_WORDS:
                continue
            cuts = gaps[pairs[gap]]
            found = _longest(tokens, lexicon, gap, keys[place], cuts) if cuts else None
            if found is not None:
                yield found._replace(sure=_met_whole(table, keys[gap], found.syllable, keys[gap + 1]) >= WRITTEN)
                used = place
                break


def _met_whole(table: Table, one: str, lost: str, other: str) -> int:
    """How often ``lost`` was met between two."""
    left, middle, right = (table.ids[word] for word in (one, KEYS[lost.lower()], other))
    return table.triple(table.pair(left, middle), right)


def unfinished(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Missing]:
    """Every half of a word behind which, after the syllable before it, only its other half was ever written."""
    text = text_of(tokens, table)
    for at in compress(range(1, len(tokens) - 1), text.strange[WINDOW + 1 :]):
        half = KEYS[tokens.lower[at]]
        if not tokens.texts[at].islower() or half in single_words() or half in FUNCTION_WORDS:
            continue
        before, behind = KEYS[tokens.lower[at - 1]], KEYS[tokens.lower[at + 1]]
        if not before.isalpha() or half == behind or (half == "toàn" and behind in EXTENTS):
            continue
        place = text.pairs[at - 1 + WINDOW]
        times = table.pair_count(place)
        if times < READ_ON or not (behind.isalpha() or behind in ENDED) or _read(lexicon, before, half, behind):
            continue
        most, other = table.likeliest(place)
        missed = table.syllables[other]
        if most < ALWAYS * times or not lexicon.known[f"{half} {missed}"]:
            continue
        if behind == "," and (times < SURELY or missed in map(KEYS.__getitem__, tokens.lower[at : at + SPARED])):
            continue
        on = table.triple(table.pair(text.ids[at + WINDOW], other), text.ids[at + WINDOW + 1])
        if (on >= READ_ON or times >= OFTEN) and not 0 < cost(behind, missed) <= FARTHEST:
            start, end = tokens.span(at, at)
            lost = like(missed, missed)
            yield Missing(start, end, lost, f"{half} {lost}", on >= READ_ON or times >= SURELY)


def _read(lexicon: Lexicon, before: str, half: str, behind: str) -> bool:
    """Is the half a word with a neighbour as it stands, or as any phrase writes it, or the next no word here at all?"""
    return (
        (before not in FUNCTION_WORDS and bool(lexicon.known[f"{before} {half}"]))
        or bool(lexicon.known[f"{half} {behind}"])
        or any(lexicon.stand([f"{half} {behind}"]))
        or (behind.isalpha() and not lexicon.in_use(behind))
    )


def _longest(tokens: Tokens, lexicon: Lexicon, gap: int, alone: str, cuts: tuple[Cut, ...]) -> Missing | None:
    """The longest phrase that lacks, between ``gap`` and the next, the other half of ``alone``."""
    free = alone in single_words()
    read = [
        cut
        for cut in cuts
        if _reads(tokens, cut.phrase, gap - cut.at + 1, cut.at) and not (free and len(cut.phrase.keys) <= SHORT)
    ]
    for phrase, at in sorted(read, key=lambda cut: (-len(cut.phrase.keys), cut.phrase.text)):
        pair = phrase.keys[at - 1 : at + 1] if tokens.keys[gap] == alone else phrase.keys[at : at + 2]
        if lexicon.known[" ".join(pair)]:
            start, end = tokens.span(tokens.places[gap - at + 1], tokens.places[gap])
            return Missing(start, end, phrase.words[at], phrase.text)
    return None


def _reads(tokens: Tokens, phrase: Phrase, first: int, at: int) -> bool:
    """Does the text have ``phrase`` from ``first`` on but for its syllable ``at``, with marks only where it has them?"""
    cut = phrase.keys[:at] + phrase.keys[at + 1 :]
    if first < 0 or tuple(tokens.keys[first : first + len(cut)]) != cut:
        return False
    joints = {joint if joint < at else joint - 1 for joint in phrase.joints}
    return all(
        after in joints
        for after in range(len(cut) - 1)
        if tokens.places[first + after + 1] - tokens.places[first + after] > 1
    )


class _Gaps(Answers[str, tuple[Cut, ...]]):
    """The long phrases that have one syllable between two that nobody has written beside each other."""

    room = GROUPS

    def __init__(self, lexicon: Lexicon, table: Table) -> None:
        super().__init__()
        self._lexicon, self._table = lexicon, table

    def find(self, pair: str) -> tuple[Cut, ...]:
        one, _, other = pair.partition(" ")
        ids = self._table.ids
        if self._table.pair(ids[one], ids[other]) >= 0 or any(self._lexicon.stand([pair])):
            return ()
        after = self._lexicon.after[one]
        return tuple(
            Cut(phrase, at)
            for lost in (after & self._lexicon.before[other]) - LOOSE
            for phrase in self._lexicon.reading(one, lost, other)
            for at in range(1, len(phrase.keys) - 1)
            if len(phrase.keys) >= LONG
            and phrase.keys[at - 1 : at + 2] == (one, lost, other)
            and not _shared(phrase, at)
            and (len(phrase.keys) > SHORT or self._common(one, lost, other))
        )

    def _common(self, one: str, lost: str, other: str) -> bool:
        """Was it often met whole, and is none of the two a slip of what is lost: “điển hình tiến tiến”?"""
        close = any(0 < cost(word, lost) <= FARTHEST for word in (one, other))
        return not close and _met_whole(self._table, one, lost, other) >= COMMON


@lru_cache(maxsize=4)
def _gaps(lexicon: Lexicon, table: Table) -> _Gaps:
    return _Gaps(lexicon, table)


def _shared(phrase: Phrase, at: int) -> bool:
    """Is the syllable said once for both words around a comma: “các chi, đảng bộ cơ sở”?"""
    return at in phrase.joints and phrase.keys[at + 2 : at + 3] == (phrase.keys[at],)


def _whole(tokens: Tokens, phrase: Phrase, place: int) -> bool:
    return tuple(tokens.keys[place : place + len(phrase.keys)]) == phrase.keys


def _goes_on(tokens: Tokens, cut: Cut, last: int, lexicon: Lexicon) -> bool:
    """Is the one syllable behind the gap the first of another word: “phong trào thi đua [yêu] nước rút”?"""
    behind = tokens.keys[last - 1 : last + 1]
    adjacent = last < len(tokens.places) and tokens.places[last] - tokens.places[last - 1] == 1
    return cut.at == len(cut.phrase.keys) - 2 and adjacent and bool(lexicon.known[" ".join(behind)])


def _ends(tokens: Tokens, cut: Cut, place: int, lexicon: Lexicon) -> bool:
    """Is the one syllable before the gap the last of another word: “bảo vệ Tổ quốc, an ninh”?"""
    if cut.at != 1 or not place:
        return False
    adjacent = tokens.places[place] - tokens.places[place - 1] == 1
    return adjacent and bool(lexicon.known[tokens.pairs[place - 1]])


def _misspelt(tokens: Tokens, cut: Cut, place: int) -> bool:
    """Is the last syllable of the phrase there, with a slip: “Thủ tướng Chính phù”?"""
    last = place + cut.at
    behind = tokens.keys[last] if last < len(tokens.keys) else ""
    return cut.at == len(cut.phrase.keys) - 1 and 0 < cost(behind, cut.phrase.keys[-1]) <= FARTHEST


def _missing(tokens: Tokens, cut: Cut, place: int) -> Missing:
    start, at = tokens.span(tokens.places[place], tokens.places[place + cut.at - 1])
    return Missing(start, at, cut.phrase.words[cut.at], cut.phrase.text)
