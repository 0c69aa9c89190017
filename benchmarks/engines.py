"""The search engines that are compared: ours, and what one would take instead, each as it is meant to be used.

The others get our folded syllables, since without them a query typed without diacritics finds nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from judged import DEPTH, place

from assistant.index import Index, SectionRecord
from assistant.index.embedded import EmbeddedIndex
from assistant.index.tokens import fold, syllables

Search = Callable[[str], list[str]]
"""The names of the ten sections listed first."""
BATCH = 2_000


@contextlib.contextmanager
def sqlite(folder: Path, records: Iterable[SectionRecord]) -> Iterator[Search]:
    with _filled(EmbeddedIndex(folder / "index.sqlite"), records) as search:
        yield search


@contextlib.contextmanager
def our_tantivy(folder: Path, records: Iterable[SectionRecord]) -> Iterator[Search]:
    from assistant.index.tantivy import TantivyIndex

    with _filled(TantivyIndex(folder), records) as search:
        yield search


@contextlib.contextmanager
def bm25s(folder: Path, records: Iterable[SectionRecord]) -> Iterator[Search]:
    import bm25s as library

    held, words = _read(records)
    index = library.BM25()
    index.index(words, show_progress=False)
    index.save(folder / "bm25s", show_progress=False)

    def search(query: str) -> list[str]:
        found, scores = index.retrieve([_syllables(query)], k=min(DEPTH, len(held)), show_progress=False)
        return [held[n] for n, score in zip(found[0], scores[0], strict=True) if score > 0]

    yield search


@contextlib.contextmanager
def rank_bm25(folder: Path, records: Iterable[SectionRecord]) -> Iterator[Search]:  # noqa: ARG001 held in memory
    import numpy
    from rank_bm25 import BM25Okapi

    held, words = _read(records)
    index = BM25Okapi(words)

    def search(query: str) -> list[str]:
        scores = index.get_scores(_syllables(query))
        return [held[n] for n in numpy.argsort(-scores, kind="stable")[:DEPTH] if scores[n] > 0]

    yield search


@contextlib.contextmanager
def tantivy(folder: Path, records: Iterable[SectionRecord]) -> Iterator[Search]:
    import tantivy as library

    schema = library.SchemaBuilder()
    schema.add_text_field("heading")
    schema.add_text_field("body")
    schema.add_text_field("name", stored=True, tokenizer_name="raw")
    (folder / "tantivy").mkdir()
    index = library.Index(schema.build(), str(folder / "tantivy"))
    writer = index.writer()
    for record in records:
        writer.add_document(library.Document(heading=fold(record.heading), body=fold(record.text), name=place(record)))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> list[str]:
        parsed = index.parse_query(" ".join(_syllables(query)), ["heading", "body"])
        return [searcher.doc(address)["name"][0] for _, address in searcher.search(parsed, DEPTH).hits]

    yield search


ENGINES = {
    "SQLite (ours)": sqlite,
    "tantivy (ours)": our_tantivy,
    "bm25s": bm25s,
    "rank-bm25": rank_bm25,
    "tantivy": tantivy,
}


def batches(records: Iterable[SectionRecord]) -> Iterator[list[SectionRecord]]:
    """Whole precedents, about ``BATCH`` sections at a time: all of a precedent come in one call."""
    batch: list[SectionRecord] = []
    for record in records:
        if len(batch) >= BATCH and record.precedent_id != batch[-1].precedent_id:
            yield batch
            batch = []
        batch.append(record)
    yield batch


@contextlib.contextmanager
def _filled(index: Index, records: Iterable[SectionRecord]) -> Iterator[Search]:
    with contextlib.closing(index):
        for batch in batches(records):
            index.add(batch)
        yield lambda query: [place(hit.record) for hit in index.search(query, limit=DEPTH)]


def _read(records: Iterable[SectionRecord]) -> tuple[list[str], list[list[str]]]:
    held, words = [], []
    for record in records:
        held.append(place(record))
        words.append(_syllables(f"{record.heading}\n{record.text}"))
    return held, words


def _syllables(text: str) -> list[str]:
    return syllables(fold(text))
