"""Taking an office's own directives into the corpus: what the text says of itself, and what became of each file."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.index import SectionRecord
from assistant.index.tokens import key
from assistant.precedents import store
from assistant.precedents.corpus import Corpus, Progress, Step, unseen
from assistant.precedents.likeness import LIKE, Sketch, likeness, sketch
from assistant.precedents.precedent import Precedent, digest
from assistant.precedents.preparing import Held, Known, Outcome, Prepared, Refused, prepared
from checks.commands.inputs import matching
from checks.errors import UserError

AT_ONCE = 100
"""Files stored under one lock and indexed in one transaction."""
SECONDS = 2.0
"""Others who want to write wait no longer than about this."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the files given. Paths are as given or as found in the folders given."""

    added: tuple[str, ...] = ()
    duplicates: tuple[tuple[Path, str], ...] = ()
    """Not stored: this precedent has the same text."""
    similar: tuple[tuple[str, str], ...] = ()
    """Stored, although this precedent has the same issuer, number and date."""
    unreadable: tuple[tuple[Path, str], ...] = ()
    incomplete: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Stored, but the text does not say these things (named in Vietnamese)."""
    versions: tuple[tuple[str, str, int], ...] = ()
    """Stored, although this precedent of the same issuer and year shares so many percent of its words."""


class Intake:
    """One import: what the corpus holds already, and the report so far."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._by_digest: dict[str, str] = {}
        self._by_origin: dict[str, str] = {}
        self._by_number: dict[Hashable, str] = {}
        self._by_year: defaultdict[Hashable, list[Precedent]] = defaultdict(list)
        self._sketches: dict[str, Sketch] = {}
        self._known: set[str] = set()
        self._added: list[str] = []
        self._duplicates: list[tuple[Path, str]] = []
        self._similar: list[tuple[str, str]] = []
        self._unreadable: list[tuple[Path, str]] = []
        self._incomplete: list[tuple[str, tuple[str, ...]]] = []
        self._versions: list[tuple[str, str, int]] = []
        for precedent in corpus.list_():
            self._know(precedent)

    def take_all(self, paths: Iterable[Path], progress: Progress = unseen, processes: int = 0) -> AddReport:
        """Take every file of ``paths``. What cannot be read is reported and stops nothing."""
        found = list(files(paths))
        held = Held(self._corpus.own, frozenset(self._by_origin))
        batch: list[tuple[Path, Outcome]] = []
        since = time.monotonic()
        for done, outcome in enumerate(prepared(found, held, processes), 1):
            batch.append(outcome)
            if len(batch) == AT_ONCE or time.monotonic() - since > SECONDS or done == len(found):
                progress(Step(done, len(found), tuple(self._take(batch))))
                batch, since = [], time.monotonic()
        return AddReport(
            tuple(self._added),
            tuple(self._duplicates),
            tuple(self._similar),
            tuple(self._unreadable),
            tuple(self._incomplete),
            tuple(self._versions),
        )

    def _take(self, batch: list[tuple[Path, Outcome]]) -> list[str]:
        """Store what is new of ``batch``; their ids."""
        self._unreadable += [(path, outcome.sentence) for path, outcome in batch if isinstance(outcome, Refused)]
        wanted = [(path, outcome) for path, outcome in batch if not isinstance(outcome, Refused)]
        if not wanted:
            return []
        sections: list[SectionRecord] = []
        new: list[str] = []
        with store.locked(self._corpus.own):
            self._notice_others()
            for path, outcome in wanted:
                twin = self._twin(outcome)
                if twin is not None:
                    self._duplicates.append((path, twin))
                elif isinstance(outcome, Prepared):
                    stored = store.write(outcome.precedent, outcome.text, outcome.original, path.suffix)
                    stamp = stored.stamp
                    sections += [replace(one, precedent_id=stored.id, stamp=stamp) for one in outcome.sections]
                    new.append(stored.id)
                    self._tell(stored, outcome.sketch)
            self._corpus.hold(sections)
        self._added += new
        return new

    def _twin(self, outcome: Prepared | Known) -> str | None:
        """The precedent that is this very file or has this very text."""
        if isinstance(outcome, Known):
            return self._by_origin[outcome.origin]
        return self._by_origin.get(outcome.precedent.origin) or self._by_digest.get(outcome.precedent.digest)

    def _tell(self, stored: Precedent, own: Sketch) -> None:
        """Note what is to be said of a new precedent, and know it from now on."""
        self._sketches[stored.id] = own
        like = self._by_number.get(_number(stored)) if stored.number and stored.issued else None
        if like is not None:
            self._similar.append((stored.id, like))
        else:
            alike = [(likeness(own, self._sketch(other)), other.id) for other in self._by_year.get(_year(stored), ())]
            share, twin = max(alike, default=(0.0, ""))
            if share >= LIKE:
                self._versions.append((stored.id, twin, round(100 * share)))
        if stored.missing:
            self._incomplete.append((stored.id, stored.missing))
        self._know(stored)

    def _sketch(self, precedent: Precedent) -> Sketch:
        if precedent.id not in self._sketches:
            self._sketches[precedent.id] = sketch(precedent.text)
        return self._sketches[precedent.id]

    def _know(self, precedent: Precedent) -> None:
        self._known.add(precedent.id)
        self._by_digest.setdefault(precedent.digest or digest(precedent.text), precedent.id)
        self._by_number.setdefault(_number(precedent), precedent.id)
        if precedent.origin:
            self._by_origin.setdefault(precedent.origin, precedent.id)
        if precedent.issuer and precedent.year:
            self._by_year[_year(precedent)].append(precedent)

    def _notice_others(self) -> None:
        """What other processes stored since; the lock is held, so nothing comes after this."""
        for identifier in store.ids(self._corpus.own):
            if identifier in self._known:
                continue
            self._known.add(identifier)
            try:
                self._know(store.load(self._corpus.own, identifier, "own"))
            except UserError:
                continue  # damaged: Corpus.damaged() reports it


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as named or matched by a pattern; in folders everything but hidden files and links, in the order of their names."""
    for path in paths:
        for one in map(Path, matching(str(path))):
            yield from _below(one) if one.is_dir() else (one,)


def _below(path: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for folder, inner, names in os.walk(path, onerror=lambda error: closed.append(Path(error.filename))):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            # “~$…” is Word's mark of an open file.
            if not name.startswith((".", "~$")) and not file.is_symlink():
                yield file
    yield from closed  # reading them says why


def _number(precedent: Precedent) -> Hashable:
    return key(precedent.issuer), key(precedent.number), precedent.issued


def _year(precedent: Precedent) -> Hashable:
    return key(precedent.issuer), precedent.year
