"""Fitting the weights of the context model on our own texts: errors are put in, and each directive is judged by a
table that knows neither it nor any other of the same office (a pair of years shares whole paragraphs)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from checks.language.boosting import boost
from checks.language.context import Table
from checks.language.context_errors import WEIGHTS, candidates
from checks.language.evidence import Features
from checks.language.injection import FITTED, Slips, inject
from checks.language.lexicon import shipped
from checks.language.regression import fit
from checks.language.syllables import KEYS
from checks.language.tokens import tokens
from checks.language.training import Counts, encode

__all__ = ["WEIGHTS", "Fold", "folds", "weights_of"]

ROUNDS, EVERY, SEED = 3, 30, 1
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
    for texts in list(offices.values())[first::every]:
        own = Counts()
        for text in texts:
            own.add_document(text)
        total.subtract(own)
        yield Fold(texts, Table(memoryview(encode(total, lexicon))))
        for text in texts:
            total.add_document(text)


def office(precedent: str) -> str:
    """The part of a precedent's id that two years of one office share."""
    return re.sub(r"(-(chi-thi|ke-hoach|dot-thi-dua|phat-dong))?(-\d{4})?$", "", precedent)


def weights_of(corpus: Path) -> str:
    """The weights file for the shipped model."""
    lexicon, random = shipped(), Random(SEED)  # noqa: S311
    slips = Slips(lexicon.syllables)
    rows: list[Features] = []
    labels: list[bool] = []
    for fold in folds(corpus):
        for text in fold.texts:
            for _ in range(ROUNDS):
                wrong = inject(tokens(text), slips, FITTED, EVERY, random)
                read = tokens(wrong.text)
                for found in candidates(read, lexicon, fold.table):
                    if read.texts[found.place].islower():
                        error = wrong.errors.get(read.start(found.place))
                        rows.append(found.features)
                        labels.append(error is not None and KEYS[error.meant] == fold.table.syllables[found.meant])
    return HEADING + fitted(rows, labels)


def fitted(rows: list[Features], labels: list[bool]) -> str:
    """The lines for the weights that tell the right repairs from the wrong ones."""
    *linear, bias = [round(weight, 4) for weight in fit(rows, labels)]
    scores = [bias + sum(map(float.__mul__, linear, row)) for row in rows]
    names = Features._fields
    lines = [f"{name} | {weight}" for name, weight in zip((*names, "bias"), (*linear, bias), strict=True)]
    for tree in boost(rows, labels, scores):
        questions = ", ".join(f"{names[feature]} > {limit}" for feature, limit in tree.questions)
        lines.append(f"{questions} | {' '.join(map(str, tree.values))}")
    return "\n".join([*lines, ""])
