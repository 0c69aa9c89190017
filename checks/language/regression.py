"""Logistic regression by Newton's method, for a few dozen features and some thousands of rows."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

ROUNDS = 12


def fit(rows: Sequence[Sequence[float]], labels: Sequence[bool], ridge: float = 1.0) -> list[float]:
    """The weights that make ``labels`` most probable, the last one the constant; ``ridge`` keeps them small."""
    widened = [[*row, 1.0] for row in rows]
    size = len(widened[0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-ridge * weight for weight in weights[:-1]] + [0.0]
        curve = [[ridge * (i == j) for j in range(size)] for i in range(size)]
        for row, label in zip(widened, labels, strict=True):
            chance = probability(sum(map(float.__mul__, weights, row)))
            spread = max(chance * (1 - chance), 1e-6)
            for i, value in enumerate(row):
                if value:
                    slope[i] += (label - chance) * value
                    line, part = curve[i], spread * value
                    for j in range(i + 1):
                        line[j] += part * row[j]
        for i in range(size):
            for j in range(i):
                curve[j][i] = curve[i][j]
        step = solve(curve, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def probability(score: float) -> float:
    """The logistic function, without overflow."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def solve(matrix: list[list[float]], target: list[float]) -> list[float]:
    """``x`` with ``matrix · x = target``, by elimination with pivots; both are used up."""
    size = len(target)
    for i in range(size):
        pivot = max(range(i, size), key=lambda row: abs(matrix[row][i]))
        matrix[i], matrix[pivot] = matrix[pivot], matrix[i]
        target[i], target[pivot] = target[pivot], target[i]
        for row in range(i + 1, size):
            factor = matrix[row][i] / matrix[i][i]
            if factor:
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[i], strict=True)]
                target[row] -= factor * target[i]
    for i in reversed(range(size)):
        known = sum(matrix[i][j] * target[j] for j in range(i + 1, size))
        target[i] = (target[i] - known) / matrix[i][i]
    return target
