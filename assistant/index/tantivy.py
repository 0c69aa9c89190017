"""The index for a big single machine: tantivy, an extra (`pip install '.[tantivy]'`, CHITHI_INDEX=tantivy)."""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import tantivy

from assistant.index import ALL, NOBODY, Filters, Hit, Near, SectionRecord
from assistant.index.documents import EXACT, SCHEMA, candidate, conditions, searched, stamp_of, stored, terms
from assistant.index.ranking import IMPLIED_WEIGHT, pool, rank

FOLDER = "tantivy-"
"""And the schema: a version reads its own only."""
UNUSED_DAYS = 30
"""A folder of an older schema that nobody has written to for so long is removed; until then an older version may use it."""
LOCK_SECONDS = 30.0
"""One process writes at a time; the others wait so long for it."""


class TantivyIndex:
    """``Index`` in one folder. A damaged one is replaced by an empty one."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError where ``folder`` cannot be written."""
        _remove_older(folder)
        folder = folder / f"{FOLDER}{SCHEMA}"
        folder.mkdir(parents=True, exist_ok=True)
        schema = _schema()
        try:
            self._index = tantivy.Index(schema, str(folder))
        except ValueError:
            shutil.rmtree(folder)
            folder.mkdir()
            self._index = tantivy.Index(schema, str(folder))
        spaces = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("spaces", spaces)

    def add(self, records: Iterable[SectionRecord]) -> None:
        """See ``Index.add``."""
        with self._writer() as writer:
            for precedent, sections in groupby(records, key=lambda record: record.precedent_id):
                writer.delete_documents_by_term("precedent", precedent)
                for section in sections:
                    fields = {name: value for name, value in searched(section).items() if value is not None}
                    writer.add_document(tantivy.Document(stored=json.dumps(stored(section)).encode(), **fields))

    def remove(self, precedent_id: str) -> None:
        """See ``Index.remove``."""
        with self._writer() as writer:
            writer.delete_documents_by_term("precedent", precedent_id)

    def clear(self) -> None:
        """See ``Index.clear``."""
        with self._writer() as writer:
            writer.delete_all_documents()

    def search(self, query: str, filters: Filters = ALL, limit: int = 10, near: Near = NOBODY) -> list[Hit]:
        """See ``Index.search``."""
        searcher = self._searcher()

        def frequencies(wanted: Sequence[str]) -> dict[str, int]:
            counted = ((token, searcher.doc_freq("words", token)) for token in wanted)
            return {token: frequency for token, frequency in counted if frequency}

        wanted, known, implied = terms(query, frequencies)
        if not (known or implied) or limit < 1:
            return []
        schema = self._index.schema
        any_of = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "words", token)) for token in known]
        for token in implied:
            term = tantivy.Query.term_query(schema, "words", token)
            any_of.append((tantivy.Occur.Should, tantivy.Query.boost_query(term, IMPLIED_WEIGHT)))
        must = [(tantivy.Occur.Must, self._condition(*one)) for one in conditions(filters).items()]
        whole = tantivy.Query.boolean_query([(tantivy.Occur.Must, tantivy.Query.boolean_query(any_of)), *must])
        hits = searcher.search(whole, pool(near, limit), count=False).hits
        candidates = [candidate(_stored(searcher.doc(address)), score) for score, address in hits]
        return rank(candidates, query, near, limit, wanted)

    def stamps(self) -> dict[str, str]:
        """See ``Index.stamps``."""
        held = self._searcher().terms_with_prefix("held", "", tantivy.Query.all_query())
        return dict(stamp_of(term) for term, _ in held)

    def count(self) -> int:
        """See ``Index.count``."""
        return int(self._searcher().num_docs)

    def close(self) -> None:
        """See ``Index.close``."""
        # Files are let go of when the index is forgotten.

    def _condition(self, name: str, value: str | int) -> tantivy.Query:
        schema = self._index.schema
        if name != "issuer_key":
            # The words only choose the candidates; a filter must not change what they are worth.
            return tantivy.Query.const_score_query(tantivy.Query.term_query(schema, name, value), 0.0)
        words = str(value).split()
        if len(words) == 1:
            return tantivy.Query.const_score_query(tantivy.Query.term_query(schema, name, words[0]), 0.0)
        return tantivy.Query.const_score_query(tantivy.Query.phrase_query(schema, name, list(words)), 0.0)

    def _searcher(self) -> tantivy.Searcher:
        self._index.reload()
        return self._index.searcher()

    @contextlib.contextmanager
    def _writer(self) -> Iterator[tantivy.IndexWriter]:
        """All that is written in it is there at its end, or nothing."""
        writer = self._locked()
        try:
            yield writer
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()  # the lock is held until then

    def _locked(self) -> tantivy.IndexWriter:
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                return self._index.writer(num_threads=1)
            except ValueError as error:
                if "Lock" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


def _remove_older(data: Path) -> None:
    """What older schemas have left in ``data``; a folder that is in use on Windows stays."""
    unused = time.time() - UNUSED_DAYS * 86_400
    for folder in (data / f"{FOLDER}{schema}" for schema in range(SCHEMA)):
        with contextlib.suppress(OSError):  # none there, or another process changes it just now
            if not folder.is_symlink() and all(one.stat().st_mtime < unused for one in (folder, *folder.iterdir())):
                shutil.rmtree(folder, ignore_errors=True)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="spaces", index_option="freq")
    builder.add_text_field("issuer_key", tokenizer_name="spaces", index_option="position")
    builder.add_integer_field("year", indexed=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def _stored(found: Any) -> Any:
    return json.loads(bytes(found["stored"][0]))
