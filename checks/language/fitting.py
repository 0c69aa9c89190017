"""Fitting the weights of the context model on our own texts: errors are put in, and each directive is judged by a
table that knows neither it nor any other of the same office (a pair of years shares whole paragraphs)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, repeat, zip_longest
from pathlib import Path
from random import Random
from typing import NamedTuple

from checks.language.boosting import fitted
from checks.language.candidates import candidates
from checks.language.context import Table
from checks.language.context_errors import WEIGHTS
from checks.language.evidence import Features
from checks.language.held_out import without
from checks.language.injection import FITTED, Injected, Slips, inject
from checks.language.lexicon import shipped
from checks.language.syllables import KEYS
from checks.language.tokens import tokens
from checks.language.training import Counts, encode

__all__ = ["WEIGHTS", "Fold", "folds", "weights_of"]

ROUNDS, EVERY, SEED = 3, 30, 1
CLEAN = 3
"""So many times a text counts as it is: a right word that is doubted must weigh as much as in what is checked."""
HEADING = (
    "# Trọng số của mô hình ngữ cảnh: mỗi đặc trưng của checks/language/evidence.py một dòng,\n"
    "# rồi mỗi cây sửa điểm một dòng: các câu hỏi, và điểm thêm theo các câu trả lời (không … không đến có … có).\n"
    "# Do lệnh python -m checks.language.train --fit ghi ra; không sửa bằng tay.\n"
)


class Fold(NamedTuple):
    """The directives of one office, and a table that has never seen any of them."""

    texts: list[str]
    table: Table


def folds(corpus: Path, first: int = 0, every: int = 1) -> Iterator[Fold]:
    """Every office of the corpus once, or only each ``every``-th from the ``first`` on."""
    offices: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(corpus.glob("*/document.txt")):
        offices[office(path.parent.name)].append(path.read_text(encoding="utf-8"))
    total, lexicon = Counts(), shipped()
    total.add_lexicon()
    for texts in offices.values():
        for text in texts:
            total.add_document(text)
    table = Table(memoryview(encode(total, lexicon)))
    for texts in list(offices.values())[first::every]:
        own = Counts()
        for text in texts:
            own.add_document(text)
        yield Fold(texts, without(table, own, lexicon))


def office(precedent: str) -> str:
    """The part of a precedent's id that two years of one office share."""
    return re.sub(r"(-(chi-thi|ke-hoach|dot-thi-dua|phat-dong))?(-\d{4})?$", "", precedent)


def weights_of(corpus: Path, processes: int = 1) -> str:
    """The weights file for the shipped model, the same however many processes look at the offices."""
    with ProcessPoolExecutor(processes) as pool:
        shares = pool.map(_examples, repeat(corpus), range(processes), repeat(processes))
        by_office = list(chain.from_iterable(zip_longest(*shares, fillvalue=())))
    examples = list(chain.from_iterable(by_office))
    return HEADING + fitted(Features._fields, [one.features for one in examples], [one.right for one in examples])


class _Example(NamedTuple):
    """What speaks for a repair, and whether it puts back what stood there."""

    features: Features
    right: bool


def _examples(corpus: Path, first: int, every: int) -> list[list[_Example]]:
    """Those of each ``every``-th office from the ``first`` on, office by office."""
    slips = Slips(shipped().syllables)
    return [
        [example for text in fold.texts for wrong in _versions(text, slips) for example in _judged(wrong, fold.table)]
        for fold in folds(corpus, first, every)
    ]


def _versions(text: str, slips: Slips) -> Iterator[Injected]:
    """A text with errors put in, and as it is."""
    for round_ in range(ROUNDS):
        yield inject(tokens(text), slips, FITTED, EVERY, _random(text, round_))
    yield from [Injected(text, {})] * CLEAN


def _random(text: str, round_: int) -> Random:
    """The same for the same text, whatever was read before it."""
    return Random(f"{SEED} {round_} {text}")  # noqa: S311


def _judged(wrong: Injected, table: Table) -> Iterator[_Example]:
    read = tokens(wrong.text)
    for found in candidates(read, shipped(), table):
        if read.texts[found.place].islower():
            error = wrong.errors.get(read.start(found.place))
            yield _Example(found.features, error is not None and KEYS[error.meant] == table.syllables[found.meant])
