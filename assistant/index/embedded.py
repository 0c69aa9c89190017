"""The default index: one SQLite file, FTS5 over our own tokens. Nothing to install, several processes may use it.

Words of every directive (“thi đua”, “phong trào”) stand in every section, and an OR over them scores every row.
So a query spends a budget of postings, pairs first and the rarest of them: at 200,000 sections 33 ms instead of 286.
With the budget's share applied to the 1,293 judged sections nDCG@10 is 0.005 lower on the tune half.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from heapq import nlargest
from pathlib import Path

from assistant import sqlite
from assistant.index import ALL, NOBODY, Filters, Hit, IndexBusy, IndexDamaged, Near, SectionRecord, topics
from assistant.index.asking import Frequencies, asked, implied
from assistant.index.ranking import ABOUT_WEIGHT, HEADING_WEIGHT, IMPLIED_WEIGHT, Candidate, pool, rank
from assistant.index.tokens import PAIR, key, names, tokens
from assistant.index.where import where, words_key

SCHEMA = 3
"""Raise when the tables, the tokens or the topics change: a file of another schema is emptied and built again."""
POSTINGS_SHARE = 0.25
"""Budget of a query: the summed document frequency of its tokens, as a share of all sections."""
POSTINGS_FREE = 5_000
"""Below this a query costs 3 ms at most and nothing is left out."""
MOST_TOKENS = 64
"""Of a query, rarest first; a pasted page asks for its rarest words."""
IMPLIED = 60
"""Sections taken by other words for what was typed,"""
IMPLIED_PART = 0.25
"""and the part of a budget that these words may cost."""

_STATEMENTS = """
CREATE TABLE sections(
    id INTEGER PRIMARY KEY, precedent TEXT NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL,
    heading TEXT NOT NULL, text TEXT NOT NULL, issuer TEXT NOT NULL, level TEXT NOT NULL, province TEXT NOT NULL,
    year INTEGER, kind TEXT NOT NULL, stamp TEXT NOT NULL, title TEXT NOT NULL,
    issuer_key TEXT NOT NULL, province_key TEXT NOT NULL, kind_key TEXT NOT NULL,
    topics TEXT NOT NULL,
    UNIQUE(precedent, position)
);
CREATE INDEX sections_by_year ON sections(year, level, kind_key);
-- content='': the text is not stored twice; what is deleted is tokenised again from sections.
CREATE VIRTUAL TABLE words USING fts5(heading, body, about, content='', tokenize="ascii tokenchars '_.,/'");
-- fts5vocab takes 3 ms a term at 200,000 sections; this takes microseconds.
CREATE TABLE terms(term TEXT PRIMARY KEY, frequency INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE totals(sections INTEGER NOT NULL);
INSERT INTO totals VALUES (0);
"""
_TABLES = sqlite.Tables(SCHEMA, ("words", "sections", "terms", "totals"), _STATEMENTS)
_COLUMNS = "precedent, position, role, heading, text, issuer, level, province, year, kind, stamp, title"
_INSERT = f"INSERT INTO sections({_COLUMNS}, issuer_key, province_key, kind_key, topics) VALUES ({','.join('?' * 16)})"  # noqa: S608
_COUNT_TERMS = (
    "INSERT INTO terms VALUES (?, ?) ON CONFLICT(term) DO UPDATE SET frequency = frequency + excluded.frequency"
)


class EmbeddedIndex:
    """``Index`` on one SQLite file; ``path`` None keeps it in memory."""

    def __init__(self, path: Path | None = None) -> None:
        """A damaged file is replaced by an empty one. Raises OSError where ``path`` cannot be written."""
        self._path = path
        self._one_thread = threading.Lock()  # the app's threads share one connection
        self._db = sqlite.opened(path, _TABLES)

    def add(self, records: Iterable[SectionRecord]) -> None:
        """See ``Index.add``. Safe on disk when it returns: one transaction, WAL, synchronous=FULL."""
        with self._write() as db:
            counts: Counter[str] = Counter()
            replaced: set[str] = set()
            added = 0
            for record in records:
                if record.precedent_id not in replaced:
                    replaced.add(record.precedent_id)
                    _forget(db, record.precedent_id)
                counts.update(_insert(db, record))
                added += 1
            db.executemany(_COUNT_TERMS, counts.items())
            db.execute("UPDATE totals SET sections = sections + ?", (added,))

    def remove(self, precedent_id: str) -> None:
        """See ``Index.remove``."""
        with self._write() as db:
            _forget(db, precedent_id)

    def clear(self) -> None:
        """See ``Index.clear``."""
        with self._write() as db:
            sqlite.empty(db, _TABLES)

    def search(self, query: str, filters: Filters = ALL, limit: int = 10, near: Near = NOBODY) -> list[Hit]:
        """See ``Index.search``."""
        frequencies = _remembering(self._frequencies)
        wanted = asked(query, frequencies)
        scores = self._best(self._affordable(wanted, frequencies), filters, pool(near, limit))
        other_words = self._affordable(implied(query, wanted, frequencies), frequencies, IMPLIED_PART)
        for row, score in self._best(other_words, filters, IMPLIED).items():
            scores[row] = scores.get(row, 0.0) + IMPLIED_WEIGHT * score
        if not scores or limit < 1:
            return []
        candidates = self._candidates(scores, pool(near, limit))
        return rank(candidates, query, near, limit, wanted)

    def stamps(self) -> dict[str, str]:
        """See ``Index.stamps``."""
        with self._guarded():
            return dict(self._db.execute("SELECT precedent, stamp FROM sections GROUP BY precedent").fetchall())

    def count(self) -> int:
        """See ``Index.count``."""
        with self._guarded():
            return int(self._db.execute("SELECT sections FROM totals").fetchone()[0])

    def close(self) -> None:
        """See ``Index.close``."""
        self._db.close()

    @contextlib.contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with self._guarded(), sqlite.transaction(self._db):
            yield self._db

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        with self._one_thread:
            try:
                yield
            except sqlite3.OperationalError as error:
                if "locked" in str(error):
                    raise IndexBusy(str(error)) from error
                raise
            except sqlite3.DatabaseError as error:
                if not sqlite.damaged(error) or self._path is None:
                    raise
                self._db.close()
                sqlite.set_aside(self._path)
                raise IndexDamaged(str(error)) from error

    def _best(self, words: Sequence[str], filters: Filters, most: int) -> dict[int, float]:
        """Row → score of the best sections that have one of ``words``, by BM25."""
        if not words:
            return {}
        conditions, values = where(filters, "f.")
        sql = f"""
            SELECT words.rowid, -bm25(words, {HEADING_WEIGHT}, 1.0, {ABOUT_WEIGHT}) AS score
            FROM words {"JOIN sections f ON f.id = words.rowid" if conditions else ""}
            WHERE {" AND ".join(("words MATCH ?", *conditions))} ORDER BY score DESC LIMIT {most}
        """  # noqa: S608 no value of a user stands in it
        match = " OR ".join(f'"{token}"' for token in words)
        with self._guarded():
            return dict(self._db.execute(sql, (match, *values)).fetchall())

    def _candidates(self, scores: Mapping[int, float], most: int) -> list[Candidate]:
        chosen = nlargest(most, scores, key=scores.__getitem__)
        marks = ",".join("?" * len(chosen))
        with self._guarded():
            found = self._db.execute(f"SELECT id, topics, {_COLUMNS} FROM sections WHERE id IN ({marks})", chosen)  # noqa: S608
            rows = found.fetchall()
        return [Candidate(SectionRecord(*row), scores[n], held) for n, held, *row in rows]

    def _affordable(self, wanted: Sequence[str], frequencies: Frequencies, part: float = 1.0) -> list[str]:
        """The known tokens within ``part`` of the budget, pairs before lone syllables, the rarest first, at least one."""
        counted = frequencies(wanted)
        whole = part * max(POSTINGS_FREE, POSTINGS_SHARE * self.count()) if counted else 0

        def turn(term: str) -> tuple[bool, bool, int, str]:
            return counted[term] > whole, PAIR not in term, counted[term], term

        budget = whole
        chosen: list[str] = []
        for term in sorted(counted, key=turn)[:MOST_TOKENS]:
            if chosen and budget < counted[term]:
                break
            chosen.append(term)
            budget -= counted[term]
        return chosen

    def _frequencies(self, wanted: Sequence[str]) -> dict[str, int]:
        """See ``asking.Frequencies``."""
        marks = ",".join("?" * len(wanted))
        with self._guarded():
            found = self._db.execute(f"SELECT term, frequency FROM terms WHERE term IN ({marks})", wanted)  # noqa: S608
            return dict(found.fetchall())


def _remembering(frequencies: Frequencies) -> Frequencies:
    """The same within one search, each token looked up once."""
    known: dict[str, int] = {}

    def counted(wanted: Sequence[str]) -> dict[str, int]:
        new = [token for token in wanted if token not in known]
        if new:
            known.update({**dict.fromkeys(new, 0), **frequencies(new)})
        return {token: known[token] for token in wanted if known[token]}

    return counted


def _insert(db: sqlite3.Connection, record: SectionRecord) -> set[str]:
    """Write one section; its terms, each once."""
    keys = (words_key(record.issuer), key(record.province), key(record.kind))
    cursor = db.execute(_INSERT, (*astuple(record), *keys, topics.held(record)))
    words = _words(record)
    db.execute(
        "INSERT INTO words(rowid, heading, body, about) VALUES (?, ?, ?, ?)", (cursor.lastrowid, *_joined(words))
    )
    return _terms(words)


def _words(record: SectionRecord) -> list[list[str]]:
    """The tokens of each column of ``words``."""
    return [tokens(record.heading), tokens(record.text), names(record.about)]


def _joined(words: list[list[str]]) -> list[str]:
    return [" ".join(part) for part in words]


def _terms(words: list[list[str]]) -> set[str]:
    return {token for part in words for token in part}


def _forget(db: sqlite3.Connection, precedent_id: str) -> None:
    rows = db.execute(f"SELECT id, {_COLUMNS} FROM sections WHERE precedent = ?", (precedent_id,)).fetchall()  # noqa: S608
    counts: Counter[str] = Counter()
    for row, *values in rows:
        words = _words(SectionRecord(*values))
        # SQLite 3.40 deletes from a contentless table only when told what stood there.
        db.execute(
            "INSERT INTO words(words, rowid, heading, body, about) VALUES ('delete', ?, ?, ?, ?)",
            (row, *_joined(words)),
        )
        counts.update(_terms(words))
    if rows:
        db.executemany(_COUNT_TERMS, ((term, -count) for term, count in counts.items()))
        db.executemany("DELETE FROM terms WHERE term = ? AND frequency <= 0", ((term,) for term in counts))
        db.execute("DELETE FROM sections WHERE precedent = ?", (precedent_id,))
        db.execute("UPDATE totals SET sections = sections - ?", (len(rows),))
