"""Small trees that mend what a linear score gets wrong, each fitted on what is left of the errors before it.

All nodes of one depth ask the same question, so a tree is three questions and eight numbers: it is written on one
line and judged by three comparisons (“gain > 4.2 cost > 1.3 alone > 0.5 = …”).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from checks.language.regression import fit, probability
from checks.tables import rows as rows_of
from checks.values import NamedTuple

TREES, DEPTH, RATE, RIDGE = 60, 3, 0.15, 10.0
CUTS = 16
"""Into how many parts the values of a feature are divided, each with about as many rows."""


class Tree(NamedTuple):
    """``values`` by the answers to ``questions``, the first answer the highest bit; a question is a feature and a limit."""

    questions: tuple[tuple[int, float], ...]
    values: tuple[float, ...]


class Weights(NamedTuple):
    """One number for each feature, the constant, and the trees that mend what these get wrong."""

    linear: tuple[float, ...]
    bias: float
    trees: tuple[Tree, ...]

    def __call__(self, row: Sequence[float]) -> float:
        value = self.bias + sum(map(float.__mul__, self.linear, row))
        told = [
            values[4 * (row[a] > x) + 2 * (row[b] > y) + (row[c] > z)]
            for ((a, x), (b, y), (c, z)), values in self.trees
        ]
        return value + sum(told)


@cache
def weights_in(file: str, fields: tuple[str, ...]) -> Weights:
    """Those of a file: “gain | 0.6” and “gain > 4.2, cost > 1.3, alone > 0.5 | …”."""
    linear: dict[str, float] = {}
    trees = []
    for asked, told in rows_of(file):
        if ">" not in asked:
            linear[asked] = float(told)
            continue
        questions = (question.split(" > ") for question in asked.split(", "))
        numbered = tuple((fields.index(name), float(limit)) for name, limit in questions)
        trees.append(Tree(numbered, tuple(map(float, told.split()))))
    return Weights(tuple(linear[name] for name in fields), linear["bias"], tuple(trees))


def fitted(fields: Sequence[str], rows: Sequence[Sequence[float]], labels: Sequence[bool]) -> str:
    """The lines for the weights, and the trees, that tell the right repairs from the wrong ones."""
    *linear, bias = [round(weight, 4) for weight in fit(rows, labels)]
    scores = [bias + sum(map(float.__mul__, linear, row)) for row in rows]
    lines = [f"{name} | {weight}" for name, weight in zip((*fields, "bias"), (*linear, bias), strict=True)]
    for tree in boost(rows, labels, scores):
        questions = ", ".join(f"{fields[feature]} > {limit}" for feature, limit in tree.questions)
        lines.append(f"{questions} | {' '.join(map(str, tree.values))}")
    return "\n".join([*lines, ""])


def boost(rows: Sequence[Sequence[float]], labels: Sequence[bool], scores: Sequence[float]) -> list[Tree]:
    """Trees whose sum with ``scores`` makes ``labels`` more probable."""
    columns = list(zip(*rows, strict=True))
    limits = [limits_of(column) for column in columns]
    parts = [[bisect_left(cuts, value) for value in column] for cuts, column in zip(limits, columns, strict=True)]
    scores, trees = list(scores), []
    for _ in range(TREES):
        chances = [probability(value) for value in scores]
        slopes = [label - chance for label, chance in zip(labels, chances, strict=True)]
        curves = [max(chance * (1 - chance), 1e-6) for chance in chances]
        leaves, questions = [0] * len(rows), []
        for depth in range(DEPTH):
            feature, cut = _question(parts, limits, leaves, 1 << depth, slopes, curves)
            questions.append((feature, limits[feature][cut]))
            leaves = [leaf + leaf + (part > cut) for leaf, part in zip(leaves, parts[feature], strict=True)]
        slope, curve = _sums(leaves, 1 << DEPTH, slopes, curves)
        values = tuple(round(RATE * s / (c + RIDGE), 4) for s, c in zip(slope, curve, strict=True))
        scores = [value + values[leaf] for value, leaf in zip(scores, leaves, strict=True)]
        trees.append(Tree(tuple(questions), values))
    return trees


def limits_of(column: Sequence[float]) -> list[float]:
    """Where the values of a feature are cut."""
    found = sorted(set(column))
    if len(found) <= CUTS:
        return [round((one + other) / 2, 3) for one, other in pairwise(found)]
    ordered = sorted(column)
    return sorted({round(ordered[len(ordered) * part // CUTS], 3) for part in range(1, CUTS)})


def _question(
    parts: Sequence[Sequence[int]],
    limits: Sequence[Sequence[float]],
    leaves: Sequence[int],
    size: int,
    slopes: Sequence[float],
    curves: Sequence[float],
) -> tuple[int, int]:
    """The feature and the cut that divide all leaves best."""
    best = (-1.0, 0, 0)
    for feature, column in enumerate(parts):
        wide = len(limits[feature]) + 1
        keys = [leaf * wide + part for leaf, part in zip(leaves, column, strict=True)]
        slope, curve = _sums(keys, size * wide, slopes, curves)
        gains = [0.0] * (wide - 1)
        for first in range(0, size * wide, wide):
            every, steep = sum(slope[first : first + wide]), sum(curve[first : first + wide])
            some = less = 0.0
            for cut in range(wide - 1):
                some += slope[first + cut]
                less += curve[first + cut]
                gains[cut] += some * some / (less + RIDGE) + (every - some) ** 2 / (steep - less + RIDGE)
        best = max((best, *((gain, feature, cut) for cut, gain in enumerate(gains))), key=lambda one: one[0])
    return best[1:]


def _sums(
    keys: Sequence[int], size: int, slopes: Sequence[float], curves: Sequence[float]
) -> tuple[list[float], list[float]]:
    slope, curve = [0.0] * size, [0.0] * size
    for key, one, other in zip(keys, slopes, curves, strict=True):
        slope[key] += one
        curve[key] += other
    return slope, curve
