"""Syllables that wait for their other half: how seldom each stands alone in texts that are right.

``waiting_syllables.txt`` has them by how much less often than any other they stand alone, as a logarithm: 5 says that one in
150 does. It is counted in our own texts by ``python -m checks.language.train``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import compress
from math import log

from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.tokens import Tokens, tokens
from checks.tables import rows

WAITING = "waiting_syllables.txt"
LEAST = 2.0
"""One in seven: what stands alone more often waits for nothing."""
STEP = 0.5
HEADING = (
    "# Âm tiết hầu như không đứng một mình, xếp theo mức hiếm khi đứng một mình trong các văn bản mẫu (logarit).\n"
    "# Do lệnh python -m checks.language.train ghi ra; không sửa bằng tay.\n"
)


@cache
def waiting() -> dict[str, float]:
    """The folded syllables that wait for another half, each with how much."""
    return {syllable: float(level) for level, listed in rows(WAITING) for syllable in listed.split()}


def lonely(tokens: Tokens, lexicon: Lexicon) -> Iterator[int]:
    """The places in ``tokens.keys`` of waiting syllables that make a word with neither neighbour."""
    keys, waits = tokens.keys, waiting()
    alone = lexicon.beside.sides(tokens.pairs).alone
    return (place for place in compress(range(len(keys)), alone) if keys[place] in waits)


def counted(texts: Iterable[str], lexicon: Lexicon) -> str:
    """The file for these texts."""
    met, alone = Counter[str](), Counter[str]()
    for text in texts:
        read = tokens(text)
        met.update(read.keys)
        alone.update(compress(read.keys, lexicon.beside.sides(read.pairs).alone))
    levels: dict[float, list[str]] = {}
    for syllable in sorted(met.keys() - FUNCTION_WORDS):
        level = log((met[syllable] + 2) / (alone[syllable] + 1)) // STEP * STEP
        if syllable.isalpha() and level >= LEAST:
            levels.setdefault(level, []).append(syllable)
    return HEADING + "".join(f"{level} | {' '.join(levels[level])}\n" for level in sorted(levels, reverse=True))
