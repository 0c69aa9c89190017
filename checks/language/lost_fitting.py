"""Fitting what speaks for a lost syllable, beside a half that waits and between two that nobody wrote side by side.

Some are taken out of our own texts, and each text is judged by a table that knows none of a sixth of the offices, its own among
them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, repeat
from pathlib import Path
from random import Random
from typing import NamedTuple

from checks.language import continued, gaps, lost
from checks.language.boosting import fitted
from checks.language.computed import mostly
from checks.language.context import Table
from checks.language.fitting import office
from checks.language.injection import FITTED, Slips, inject
from checks.language.lexicon import Lexicon, shipped
from checks.language.syllables import KEYS, parse
from checks.language.tokens import Tokens, tokens
from checks.language.training import Counts, encode

PARTS, ROUNDS, EVERY, SLIPS_EVERY = 6, 2, 25, 40
CLEAN = 3
"""So many times a text as it is counts where every place is asked."""
FREE = 0.3
"""So many of those that are no half of a word are taken out too."""
HEADING = (
    "# Trọng số của mô hình chữ bị rơi: mỗi chứng cứ của checks/language/{module}.py một dòng, rồi mỗi cây sửa điểm một dòng.\n"
    "# Do lệnh python -m checks.language.train --fit ghi ra; không sửa bằng tay.\n"
)


class Dropped(NamedTuple):
    """A text without some of its syllables, each by the place where the word before it ends."""

    text: str
    lost: Mapping[int, str]
    clean: bool = False
    """Whether it is as it was written."""


def drop(read: Tokens, lexicon: Lexicon, random: Random) -> Dropped:
    """The text of ``read`` without one in ``EVERY`` of its small-letter syllables behind small letters, most of them halves of words."""
    out: list[str] = []
    lost: dict[int, str] = {}
    done = length = 0
    last = -9
    for at in range(1, len(read) - 1):
        word = read.texts[at]
        if not word.islower() or parse(word) is None or at - last < 6 or random.random() * EVERY > 1:
            continue
        left, key, right = (KEYS[one] for one in read.lower[at - 1 : at + 2])
        half = lexicon.known[f"{left} {key}"] or lexicon.known[f"{key} {right}"]
        start, end = read.span(at, at)
        if (not half and random.random() > FREE) or not read.texts[at - 1].islower() or read.text[start - 1] != " ":
            continue
        out.append(read.text[done : start - 1])
        length += len(out[-1])
        lost[length] = key
        done, last = end, at
    return Dropped("".join([*out, read.text[done:]]), lost)


def weights_of(corpus: Path, processes: int = 1) -> dict[str, str]:
    """The weights files by their names, the same however many processes look at the parts."""
    with ProcessPoolExecutor(processes) as pool:
        parts = list(pool.map(_examples, repeat(corpus), range(PARTS)))
    return {
        lost.WEIGHTS: _file("lost", lost.Evidence._fields, [part[0] for part in parts]),
        gaps.WEIGHTS: _file("gaps", gaps.Evidence._fields, [part[1] for part in parts]),
        continued.WEIGHTS: _file("continued", continued.FIELDS, [part[2] for part in parts]),
    }


class _Example(NamedTuple):
    """What was weighed, and whether it puts back what stood there."""

    evidence: tuple[float, ...]
    right: bool


def _file(module: str, fields: tuple[str, ...], parts: list[list[_Example]]) -> str:
    examples = list(chain.from_iterable(parts))
    lines = fitted(fields, [one.evidence for one in examples], [one.right for one in examples])
    return HEADING.format(module=module) + lines


def _examples(corpus: Path, part: int) -> tuple[list[_Example], ...]:
    """What each model weighs in the texts of a part of the offices."""
    texts, table = _part(corpus, part)
    lexicon = shipped()
    slips = Slips(lexicon.syllables)
    waiting: list[_Example] = []
    open_: list[_Example] = []
    wide: list[_Example] = []
    for wrong in (version for text in texts for version in _versions(text, lexicon, slips)):
        read = tokens(wrong.text)
        for one in lost.losses(read, lexicon, table):
            waiting.append(_Example(one.evidence, _back(read, wrong, one.place) == table.syllables[one.lost]))
        for gap in gaps.gaps(read, lexicon, table):
            open_.append(_Example(gap.evidence, _back(read, wrong, gap.place) == table.syllables[gap.lost]))
        for way in continued.ways(read, lexicon, table):
            example = _Example(way.evidence, _back(read, wrong, way.place) == table.syllables[way.lost])
            wide += [example] * (CLEAN if wrong.clean else 1)
    return waiting, open_, wide


def _back(read: Tokens, wrong: Dropped, place: int) -> str | None:
    """What was taken out behind a token."""
    return wrong.lost.get(read.span(place, place)[1])


def _part(corpus: Path, part: int) -> tuple[list[str], Table]:
    """The texts of each sixth office, and a table of all the others."""
    offices: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(corpus.glob("*/document.txt")):
        offices[office(path.parent.name)].append(path.read_text(encoding="utf-8"))
    counts = Counts()
    counts.add_lexicon()
    for number, texts in enumerate(offices.values()):
        for text in texts if number % PARTS != part else ():
            counts.add_document(text)
    mine = [text for texts in list(offices.values())[part::PARTS] for text in texts]
    table = Table(memoryview(encode(counts, shipped())))
    table.mostly = mostly(table)
    return mine, table


def _versions(text: str, lexicon: Lexicon, slips: Slips) -> Iterator[Dropped]:
    """A text as it is, without some of its syllables, and with slips, which are no lost syllables."""
    read = tokens(text)
    yield Dropped(text, {}, clean=True)
    yield from (drop(read, lexicon, Random(f"{round_} {text[:300]}")) for round_ in range(ROUNDS))  # noqa: S311
    yield Dropped(inject(read, slips, FITTED, SLIPS_EVERY, Random(text[:200])).text, {})  # noqa: S311
