"""The default index: one SQLite file with postings of our own. Nothing to install, several processes may use it.

Words of every directive (“thi đua”, “phong trào”) stand in every section, and an OR over them scores every row.
So a query spends a budget of postings, pairs first and the rarest of them, to find sections; the words left over are
looked up in the best of these only. With a budget's share on the 1,332 judged sections nDCG@10 is 0.002 lower on the tune half.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from heapq import nlargest
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from assistant import sqlite
from assistant.index import ALL, NOBODY, Filters, Hit, IndexBusy, IndexDamaged, Near, SectionRecord, topics
from assistant.index.asking import Frequencies, asked, implied
from assistant.index.postings import BLOCK, Block, blocks, counted, rarity, scores, scores_of, without
from assistant.index.ranking import IMPLIED_WEIGHT, Candidate, pool, rank
from assistant.index.tokens import PAIR, key
from assistant.index.where import where, words_key

SCHEMA = 5
"""Raise when the tables, the tokens or the topics change: a file of another schema is emptied and built again."""
POSTINGS_SHARE = 0.125
"""Budget of a query: the summed document frequency of the tokens that find sections, as a share of all sections."""
POSTINGS_FREE = 2_500
"""Below this a query costs half a millisecond at most and nothing is left out."""
MOST_TOKENS = 64
"""Of a query, rarest first; a pasted page asks for its rarest words."""
REFINED = 60
"""Of the sections found by these, so many are put in order by the other words of the query too."""
LEAST_WORTH = 0.1
"""A word of nearly half of all sections tells them no better apart."""
FILTERED = 500
"""Sections looked up at once that filters may leave out."""
IMPLIED = 60
"""Sections taken by other words for what was typed,"""
IMPLIED_PART = 0.25
"""and the part of a budget that these words may cost."""

_STATEMENTS = """
DROP TABLE IF EXISTS words;
-- The long columns come last: what only filters asks for stands before them, on the row's first page.
CREATE TABLE sections(
    id INTEGER PRIMARY KEY, precedent TEXT NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL, level TEXT NOT NULL,
    year INTEGER, issuer_key TEXT NOT NULL, province_key TEXT NOT NULL, kind_key TEXT NOT NULL, topics TEXT NOT NULL,
    issuer TEXT NOT NULL, province TEXT NOT NULL, kind TEXT NOT NULL, stamp TEXT NOT NULL, title TEXT NOT NULL,
    heading TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE(precedent, position)
);
-- By block first: what is new stands together, and a precedent is added by writing half of what it would be by term.
CREATE TABLE postings(block INTEGER NOT NULL, term TEXT NOT NULL, rows BLOB NOT NULL, PRIMARY KEY(block, term)) WITHOUT ROWID;
CREATE TABLE terms(term TEXT PRIMARY KEY, frequency INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE totals(sections INTEGER NOT NULL);
INSERT INTO totals VALUES (0);
"""
_TABLES = sqlite.Tables(SCHEMA, ("sections", "postings", "terms", "totals"), _STATEMENTS)
_COLUMNS = "precedent, position, role, heading, text, issuer, level, province, year, kind, stamp, title"
_INSERT = f"INSERT INTO sections({_COLUMNS}, issuer_key, province_key, kind_key, topics) VALUES ({','.join('?' * 16)})"  # noqa: S608
_ADD_POSTINGS = (
    "INSERT INTO postings VALUES (?, ?, ?) ON CONFLICT(block, term) "
    "DO UPDATE SET rows = CAST(rows || excluded.rows AS BLOB)"
)
_HELD_POSTINGS = "SELECT rows FROM postings WHERE block = ? AND term = ?"
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
            rows: dict[int, Mapping[str, int]] = {}
            for record in records:
                if record.precedent_id not in replaced:
                    replaced.add(record.precedent_id)
                    _forget(db, record.precedent_id)
                weights = counted(record)
                rows[_insert(db, record)] = weights
                counts.update(weights.keys())
            db.executemany(_ADD_POSTINGS, blocks(rows.items()))
            db.executemany(_COUNT_TERMS, sorted(counts.items()))
            db.execute("UPDATE totals SET sections = sections + ?", (len(rows),))

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
        most = pool(near, limit)
        found = self._best(self._worth(wanted, frequencies), filters, most)
        others = self._worth(implied(query, wanted, frequencies), frequencies, IMPLIED_PART)
        for row, score in self._best(others, filters, IMPLIED).items():
            found[row] = found.get(row, 0.0) + IMPLIED_WEIGHT * score
        if not found or limit < 1:
            return []
        return rank(self._candidates(found, most), query, near, limit, wanted)

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

    def _best(self, words: Words, filters: Filters, most: int) -> dict[int, float]:
        """Row → score of the best sections that have one of ``words``, by BM25."""
        with self._guarded():
            found = scores(self._postings(words.finding), words.finding)
        rows = self._passing(sorted(found, key=found.__getitem__, reverse=True), filters)
        chosen = {row: found[row] for row in islice(rows, max(REFINED, most))}
        if words.refining:
            numbers = {row // BLOCK for row in chosen}
            with self._guarded():
                more = scores_of(chosen, self._postings(words.refining, numbers), words.refining)
            chosen = {row: score + more.get(row, 0.0) for row, score in chosen.items()}
        return {row: chosen[row] for row in nlargest(most, chosen, key=chosen.__getitem__)}

    def _postings(self, terms: Iterable[str], numbers: Iterable[int] | None = None) -> Iterator[Block]:
        """The postings of these terms, of some blocks or of all."""
        if numbers is None:
            (last,) = self._db.execute("SELECT max(id) FROM sections").fetchone()
            numbers = range((last or 0) // BLOCK + 1)
        asked = tuple(terms)
        among = f"block IN ({','.join(map(str, numbers))}) AND term IN ({','.join('?' * len(asked))})"
        return map(Block._make, self._db.execute(f"SELECT block, term, rows FROM postings WHERE {among}", asked))  # noqa: S608

    def _passing(self, rows: Sequence[int], filters: Filters) -> Iterator[int]:
        """Those of ``rows`` that meet ``filters``, in their order; looked up as far as they are asked for."""
        if filters == ALL:
            yield from rows
            return
        conditions, values = where(filters)
        for start in range(0, len(rows), FILTERED):
            some = rows[start : start + FILTERED]
            asked = " AND ".join((f"id IN ({','.join(map(str, some))})", *conditions))
            with self._guarded():
                kept = {row for (row,) in self._db.execute(f"SELECT id FROM sections WHERE {asked}", values)}  # noqa: S608
            yield from (row for row in some if row in kept)

    def _candidates(self, scores: Mapping[int, float], most: int) -> list[Candidate]:
        chosen = nlargest(most, scores, key=scores.__getitem__)
        marks = ",".join("?" * len(chosen))
        with self._guarded():
            found = self._db.execute(f"SELECT id, topics, {_COLUMNS} FROM sections WHERE id IN ({marks})", chosen)  # noqa: S608
            rows = found.fetchall()
        return [Candidate(SectionRecord(*row), scores[n], held) for n, held, *row in rows]

    def _worth(self, wanted: Sequence[str], frequencies: Frequencies, part: float = 1.0) -> Words:
        """What the known tokens are worth: those within ``part`` of the budget, pairs and the rarest first, find sections."""
        counted = frequencies(wanted)
        if not counted:
            return Words({}, {})
        held = self.count()
        whole = part * max(POSTINGS_FREE, POSTINGS_SHARE * held)

        def turn(term: str) -> tuple[bool, bool, int, str]:
            return counted[term] > whole, PAIR not in term, counted[term], term

        turns = sorted(counted, key=turn)[:MOST_TOKENS]
        spent = accumulate(counted[term] for term in turns)
        finding = sum(1 for sum_ in spent if sum_ <= whole) or 1
        worth = [(term, rarity(counted[term], held)) for term in turns]
        return Words(dict(worth[:finding]), {term: gain for term, gain in worth[finding:] if gain >= LEAST_WORTH})

    def _frequencies(self, wanted: Sequence[str]) -> dict[str, int]:
        """See ``asking.Frequencies``."""
        marks = ",".join("?" * len(wanted))
        with self._guarded():
            found = self._db.execute(f"SELECT term, frequency FROM terms WHERE term IN ({marks})", wanted)  # noqa: S608
            return dict(found.fetchall())


class Words(NamedTuple):
    """Terms by which sections are found, and those by which only what was found is put in order, with their worth."""

    finding: Mapping[str, float]
    refining: Mapping[str, float]


def _remembering(frequencies: Frequencies) -> Frequencies:
    """The same within one search, each token looked up once."""
    known: dict[str, int] = {}

    def counted(wanted: Sequence[str]) -> dict[str, int]:
        new = [token for token in wanted if token not in known]
        if new:
            known.update({**dict.fromkeys(new, 0), **frequencies(new)})
        return {token: known[token] for token in wanted if known[token]}

    return counted


def _insert(db: sqlite3.Connection, record: SectionRecord) -> int:
    """Write one section; its row."""
    keys = (words_key(record.issuer), key(record.province), key(record.kind))
    return db.execute(_INSERT, (*astuple(record), *keys, topics.held(record))).lastrowid or 0


def _forget(db: sqlite3.Connection, precedent_id: str) -> None:
    found = db.execute(f"SELECT id, {_COLUMNS} FROM sections WHERE precedent = ?", (precedent_id,)).fetchall()  # noqa: S608
    if not found:
        return
    rows = {row: counted(SectionRecord(*values)) for row, *values in found}
    counts = Counter(term for weights in rows.values() for term in weights)
    gone = {(number, term): postings for number, term, postings in blocks(rows.items())}
    held = ((db.execute(_HELD_POSTINGS, place).fetchone()[0], place) for place in gone)
    left = [(without(postings, gone[place]), *place) for postings, place in held]
    db.executemany("UPDATE postings SET rows = ? WHERE block = ? AND term = ?", (row for row in left if row[0]))
    db.executemany("DELETE FROM postings WHERE block = ? AND term = ?", (row[1:] for row in left if not row[0]))
    db.executemany(_COUNT_TERMS, ((term, -count) for term, count in counts.items()))
    db.executemany("DELETE FROM terms WHERE term = ? AND frequency <= 0", ((term,) for term in counts))
    db.execute("DELETE FROM sections WHERE precedent = ?", (precedent_id,))
    db.execute("UPDATE totals SET sections = sections - ?", (len(rows),))
