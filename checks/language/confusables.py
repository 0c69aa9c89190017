"""How easily one syllable is written for another: the weighted edit cost of the errors people really make.

The weights follow 10,845 labelled errors of the VSEC set and 1,029 of Viwiki-Spelling: nine tenths of the
real-word errors cost at most 2. A cost above ``FARTHEST`` is no slip of hand, ear or keyboard.
"""

from __future__ import annotations

from functools import lru_cache

from checks.language.syllables import BARE, parse
from checks.tables import words

FARTHEST = 2.6
NEVER = 99.0
LONGEST = 40
"""Letters of what may be a slip: the keys of a longer word would take the square of its length."""

ONSET_COST = {
    frozenset(pair.split()): cost
    for cost, pairs in (
        (1.0, "ng ngh, g gh"),
        (1.2, "s x, tr ch, d gi, d đ, c k"),
        (1.5, "d r, gi r, l n"),
        (1.8, "d v, gi v, h kh, c ch, t th, t tr, n nh, n ng, p ph"),
        (2.0, "b v, m n, ch th"),
        (2.2, "qu h, kh nh, qu c"),
    )
    for pair in pairs.split(", ")
}
OTHER_ONSET = 2.2

FINAL_COST = {
    frozenset(pair.split()): cost
    for cost, pairs in (
        (1.2, "n ng, c t, o u"),
        (1.5, "n nh, ng nh, ch t, c ch, i y"),
        (1.8, "m n, p t, p c"),
    )
    for pair in pairs.split(", ")
}
LOST_FINAL = 2.0
SWAPPED = 1.3

MISSING_TONE, HOOK_OR_TILDE, EXTRA_TONE, OTHER_TONE = 1.0, 0.8, 1.2, 1.3
MISSING_MARK, OTHER_MARK, SECOND_MARK = 1.0, 1.3, 0.3
OTHER_VOWEL, LOST_VOWEL, LOST_VOWEL_AND_MARK = 2.0, 1.8, 2.2

FINALS = ("ch", "nh", "ng", "c", "m", "n", "p", "t")
OPEN_PAIRS = words("uy ua ia ưa uê uơ oa oe")


@lru_cache(maxsize=1 << 12)
def cost(written: str, meant: str) -> float:
    """The cost of writing the syllable ``written`` where ``meant`` was meant; ``NEVER`` if either is no syllable."""
    one, other = parse(written), parse(meant)
    if one is None or other is None:
        return NEVER
    total = _tone_cost(one.tone, other.tone) + _onset_cost(one.onset, other.onset)
    return total + _rime_cost(one.rime, other.rime) if total <= FARTHEST else NEVER


def _tone_cost(written: int, meant: int) -> float:
    if written == meant:
        return 0
    if {written, meant} == {3, 4}:
        return HOOK_OR_TILDE
    if written == 0:
        return MISSING_TONE
    return EXTRA_TONE if meant == 0 else OTHER_TONE


def _onset_cost(written: str, meant: str) -> float:
    if written == meant:
        return 0
    known = ONSET_COST.get(frozenset((written, meant)))
    if known is not None:
        return known
    short = len(written) <= 1 and len(meant) <= 1
    return OTHER_ONSET if short or written in meant or meant in written else NEVER


@lru_cache(maxsize=1 << 12)
def _rime_cost(written: str, meant: str) -> float:
    if written == meant:
        return 0
    if _swapped(written, meant):
        return SWAPPED
    nucleus, final = _split_rime(written)
    meant_nucleus, meant_final = _split_rime(meant)
    total = _nucleus_cost(nucleus, meant_nucleus)
    if final != meant_final:
        lost = LOST_FINAL if not final or not meant_final else NEVER
        total += FINAL_COST.get(frozenset((final, meant_final)), lost)
    return total


def _swapped(written: str, meant: str) -> bool:
    """“đau” for “đua”: the same letters, two of them in the other order."""
    if len(written) != len(meant) or sorted(written) != sorted(meant):
        return False
    places = [at for at in range(len(written)) if written[at] != meant[at]]
    return len(places) == 2 and places[1] - places[0] == 1


def _split_rime(rime: str) -> tuple[str, str]:
    for final in FINALS:
        if rime.endswith(final):
            return rime[: -len(final)], final
    if len(rime) > 1 and rime[-1] in "iyou" and rime not in OPEN_PAIRS:
        return rime[:-1], rime[-1]
    return rime, ""


def _nucleus_cost(written: str, meant: str) -> float:
    if written == meant:
        return 0
    bare, bare_meant = written.translate(BARE), meant.translate(BARE)
    if bare == bare_meant:
        pairs = [(a, b) for a, b in zip(written, meant, strict=True) if a != b]
        first = MISSING_MARK if all(a in "aeou" for a, _ in pairs) else OTHER_MARK
        return first + SECOND_MARK * (len(pairs) - 1)
    if len(written) == len(meant):
        return OTHER_VOWEL if sum(a != b for a, b in zip(written, meant, strict=True)) == 1 else NEVER
    short, long = sorted((written, meant), key=len)
    if len(long) - len(short) > 1:
        return NEVER
    if short in _one_less(long):
        return LOST_VOWEL
    return LOST_VOWEL_AND_MARK if short.translate(BARE) in _one_less(long.translate(BARE)) else NEVER


def _one_less(letters: str) -> set[str]:
    return {letters[:at] + letters[at + 1 :] for at in range(len(letters))}


ONSET_TWINS = (
    ("tr", "ch"),
    ("gi", "d"),
    ("gi", "r"),
    ("qu", "h"),
    ("kh", "nh"),
    ("ch", "th"),
    ("gi", "v"),
    ("qu", "c"),
)
TWINS_OF = {
    first: tuple((old, new) for pair in ONSET_TWINS for old, new in (pair, pair[::-1]) if old[0] == first)
    for first in "tcgdrqhknv"
}
"""By the first letter: most syllables have no such onset."""
OTHER_I = {"i": "y", "y": "i"}


@lru_cache(maxsize=1 << 12)
def neighbourhood(base: str) -> frozenset[str]:
    """Keys two bare syllables share if one edit leads from one to the other: the letters, and the letters less one."""
    if len(base) > LONGEST:
        return frozenset((base,))
    keys = {base} | _one_less(base)
    for old, new in TWINS_OF.get(base[:1], ()):
        if base.startswith(old):
            rest = base[len(old) :]
            keys.add(new + rest)
            if "qu" in (old, new) and rest[:1] in OTHER_I:  # “hiền”, “quyền”
                keys.add(new + OTHER_I[rest[0]] + rest[1:])
    return frozenset(keys)
