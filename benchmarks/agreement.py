"""How far two judges agree on which sections answer a query, and what that leaves for a ranking to reach, as Markdown.

    pip install bm25s tantivy
    python benchmarks/agreement.py

Compares ``judged.txt`` with ``second.txt``. An order of the pooled sections by the second judge's grades, equal ones by lot, is
what a ranking could be that agrees with the first judge as a reader does.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engines import ENGINES  # noqa: E402
from judged import Judged, ndcg, read, second_judge  # noqa: E402
from retrieval import samples  # noqa: E402

RANKED = ("SQLite (ours)", "tantivy (ours)", "bm25s")
LOTS = 20
GRADES = (0, 1, 2)
BEST = 2
"""What the first judge gives at most: the second's 3 is his 2."""

Pair = tuple[int, int]


def main() -> None:
    held, queries = read(samples())
    second = second_judge()
    first = {query.words: query.grades for query in queries}
    other = {query.words: {name: min(grade, BEST) for name, grade in query.grades.items()} for query in second}
    pooled = [
        query._replace(grades={name: first[query.words].get(name, 0) for name in query.grades}) for query in second
    ]
    agreement([(grade, other[query.words][name]) for query in pooled for name, grade in query.grades.items()])
    print("| order | nDCG@10 by the first judge | by the second |\n|---|---:|---:|")
    print(f"| the second judge's grades | {by_lot(second, first):.3f} | – |")
    capped = [query._replace(grades=other[query.words]) for query in second]
    print(f"| the same, 3 as 2 | {by_lot(capped, first):.3f} | – |")
    print(
        f"| the first judge's grades, of the same sections | {by_lot(pooled, first):.3f} | {by_lot(pooled, other):.3f} |"
    )
    for name in RANKED:
        with tempfile.TemporaryDirectory() as folder, ENGINES[name](Path(folder), held) as search:
            found = {words: search(words) for words in other}
        row = (mean(ndcg(names, grades[words]) for words, names in found.items()) for grades in (first, other))
        print(f"| {name} | {' | '.join(f'{value:.3f}' for value in row)} |")


def agreement(pairs: Sequence[Pair]) -> None:
    counted = Counter(pairs)
    print("| first judge | second: 0 | 1 | 2 or 3 |\n|---|---:|---:|---:|")
    for grade in GRADES:
        print(f"| {grade} | {' | '.join(str(counted[grade, other]) for other in GRADES)} |")
    same = sum(one == other for one, other in pairs) / len(pairs)
    print(
        f"\n{len(pairs)} pairs, {same:.0%} the same; kappa {kappa(pairs, lambda a, b: a != b):.2f}, with squared distances "
        f"{kappa(pairs, lambda a, b: (a - b) ** 2):.2f}; whether a section helps at all "
        f"{kappa([(min(a, 1), min(b, 1)) for a, b in pairs], lambda a, b: a != b):.2f}, whether it is what was looked for "
        f"{kappa([(a // BEST, b // BEST) for a, b in pairs], lambda a, b: a != b):.2f}.\n"
    )


def kappa(pairs: Sequence[Pair], distance: Callable[[int, int], float]) -> float:
    """Cohen's: 1 when both say the same, 0 when they agree no more than chance would."""
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    seen = mean(distance(one, other) for one, other in pairs)
    chance = sum(ones[a] * others[b] * distance(a, b) for a in ones for b in others) / len(pairs) ** 2
    return 1 - seen / chance


def by_lot(ordered: Sequence[Judged], graded: Mapping[str, Mapping[str, int]]) -> float:
    """nDCG@10 by ``graded`` of the sections in the order of their grades; the mean over the lots for equal ones."""

    def value(query: Judged, lot: int) -> float:
        chance = random.Random(lot)
        names = sorted(query.grades, key=lambda name: (-query.grades[name], chance.random()))
        return ndcg(names, graded[query.words])

    return mean(value(query, lot) for query in ordered for lot in range(LOTS))


if __name__ == "__main__":
    main()
