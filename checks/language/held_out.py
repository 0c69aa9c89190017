"""A table without some of the documents that it counts: what a model is judged by on papers it must not know.

To count and sort everything anew takes ten seconds, to take something back from the table that is there less than one.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress, pairwise

from checks.language.computed import UNKNOWN, rows_of
from checks.language.context import Layout, Table
from checks.language.lexicon import Lexicon
from checks.language.training import MOST, Counts, misses, written


def without(table: Table, own: Counts, lexicon: Lexicon) -> Table:
    """``table`` as it would be had it never counted ``own``; a syllable that only ``own`` has is unknown to it."""
    columns = _closed(_less(table, own, lexicon))
    size = table.tokens - own.single.total(), table.documents - own.documents
    found = Table(memoryview(written(columns, table.syllables, table.bases.split("\n"), *size)))
    for name in own.single:
        if not columns.counts[table.ids[name]]:
            del found.ids[name]
    return found


def _less(table: Table, own: Counts, lexicon: Lexicon) -> Layout:
    """The columns of ``table`` with the counts of ``own`` taken off; what has none left still has its place."""
    old, ids = table.columns, table.ids
    counts, documents = array("I", old.counts), array("H", old.syllable_documents)
    _take(counts, ((ids[name], times) for name, times in own.single.items()))
    _take(documents, ((ids[name], times) for name, times in own.single_in_documents.items()))
    pairs, pair_documents, triples = (
        array("H", old.pair_counts),
        array("B", old.pair_documents),
        array("H", old.triple_counts),
    )
    place = {(one, other): table.pair(ids[one], ids[other]) for one, other in own.pairs}
    _take(pairs, ((place[pair], times) for pair, times in own.pairs.items()))
    _take(pair_documents, ((place[pair], times) for pair, times in own.in_documents.items()))
    _take(
        triples, ((table.triple_place(place[one, two], ids[three]), n) for (one, two, three), n in own.triples.items())
    )
    for (one, other), at in place.items():
        if at >= 0 and pairs[at] and pair_documents[at] < 2 and misses(lexicon, one, other):
            pairs[at] = 0
            for before in table.before(ids[one]):
                _take(triples, [(table.triple_place(table.pair(before, ids[one]), ids[other]), MOST["H"])])
    return old._replace(
        counts=counts,
        syllable_documents=documents,
        pair_counts=pairs,
        pair_documents=pair_documents,
        triple_counts=triples,
    )


def _closed(columns: Layout) -> Layout:
    """``columns`` without the pairs and triples that have no count left."""
    pairs, triples = columns.pair_counts, columns.triple_counts
    firsts, behind = _rows(columns.row), _rows(columns.triples)
    kept = [times and pairs[pair] for times, pair in zip(triples, behind, strict=True)]
    many = len(columns.counts)
    backwards = sorted(compress(map(int.__add__, map(many.__mul__, columns.second), firsts), pairs))
    syllables = range(many)
    return columns._replace(
        row=_starts(Counter(compress(firsts, pairs)), syllables),
        before_row=_starts(Counter([pair // many for pair in backwards]), syllables),
        triples=_starts(Counter(compress(behind, kept)), compress(range(len(pairs)), pairs)),
        second=array("H", compress(columns.second, pairs)),
        pair_counts=array("H", compress(pairs, pairs)),
        before=array("H", [pair % many for pair in backwards]),
        third=array("H", compress(columns.third, kept)),
        triple_counts=array("H", compress(triples, kept)),
        pair_documents=array("B", compress(columns.pair_documents, pairs)),
    )


def _take(column: array[int], some: Iterable[tuple[int, int]]) -> None:
    """Less at each place; not from a number that stands for all that are too great for the column."""
    most = MOST[column.typecode]
    for place, times in some:
        if place != UNKNOWN and column[place] < most:
            column[place] = max(column[place] - times, 0)


def _rows(starts: Sequence[int]) -> list[int]:
    """Of each place the row that it lies in."""
    return [row for row, (start, end) in enumerate(pairwise(starts)) for _ in range(start, end)]


def _starts(lengths: Counter[int], rows: Iterable[int]) -> list[int]:
    return rows_of([lengths[row] for row in rows])
