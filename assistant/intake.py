"""Taking an office's own directives into the corpus: what the text says of itself, and what became of each file."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant import store
from assistant.corpus import Corpus
from assistant.index.tokens import key
from assistant.precedent import Precedent, digest, of_document
from checks.document import Document
from checks.errors import UserError
from checks.reading import Source, read
from checks.reading.source import quoted

OTHER_FILES = frozenset((".json", ".jsonl", ".csv", ".toml", ".xml", ".html", ".htm", ".log", ".ini"))
"""Text, but no document of an office."""


class Unreadable(UserError):  # noqa: N818 reported of a file, never raised to the caller
    """One file cannot be taken in; the others can."""


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


class Intake:
    """One import: what the corpus holds already, and the report so far."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._by_digest: dict[str, str] = {}
        self._by_number: dict[Hashable, str] = {}
        self._known: set[str] = set()
        self._added: list[str] = []
        self._duplicates: list[tuple[Path, str]] = []
        self._similar: list[tuple[str, str]] = []
        self._unreadable: list[tuple[Path, str]] = []
        self._incomplete: list[tuple[str, tuple[str, ...]]] = []
        for precedent in corpus.list_():
            self._know(precedent)

    def take_all(self, paths: Iterable[Path]) -> AddReport:
        """Take every file of ``paths``. What cannot be read is reported and stops nothing."""
        for path in files(paths):
            try:
                self._take(path)
            except Unreadable as problem:
                self._unreadable.append((path, str(problem)))
        return AddReport(
            tuple(self._added),
            tuple(self._duplicates),
            tuple(self._similar),
            tuple(self._unreadable),
            tuple(self._incomplete),
        )

    def _take(self, path: Path) -> None:
        source, original = _read(path)
        document = Document.parse(source.text, source.name, source.layout)
        found = of_document(document, path.stem, self._corpus.own / "_")
        if not any((found.issuer, found.kind, found.number, found.signer, found.movement)):
            raise Unreadable(
                f"{quoted(str(path))} không giống một văn bản hành chính (không có cơ quan ban hành, loại, số, người ký): "
                "hãy bổ sung phần đầu văn bản rồi nhập lại."
            )
        with store.locked(self._corpus.own):
            self._notice_others()
            twin = self._by_digest.get(found.digest)
            if twin is not None:
                self._duplicates.append((path, twin))
                return
            stored = self._corpus.store_new(found, document.text, original, path.suffix)
        self._added.append(stored.id)
        like = self._by_number.get(_number(stored)) if stored.number and stored.issued else None
        if like is not None:
            self._similar.append((stored.id, like))
        if stored.missing:
            self._incomplete.append((stored.id, stored.missing))
        self._know(stored)

    def _know(self, precedent: Precedent) -> None:
        self._known.add(precedent.id)
        self._by_digest.setdefault(precedent.digest or digest(precedent.text), precedent.id)
        self._by_number.setdefault(_number(precedent), precedent.id)

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
    """Files as named; in folders everything but hidden files and links, in the order of their names."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, inner, names in os.walk(path):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                # “~$…” is Word's mark of an open file.
                if not name.startswith((".", "~$")) and not file.is_symlink():
                    yield file


def _read(path: Path) -> tuple[Source, bytes]:
    if path.suffix.lower() in OTHER_FILES:
        raise Unreadable(f"{quoted(str(path))} không phải là văn bản: kho chỉ nhận tệp .txt, .md, .docx và .pdf.")
    try:
        return read(path), path.read_bytes()
    except UserError as problem:
        raise Unreadable(str(problem)) from problem
    except OSError as error:
        raise Unreadable(
            f"Không đọc lại được tệp {quoted(str(path))}: hãy thử lại khi tệp không còn bị sửa."
        ) from error


def _number(precedent: Precedent) -> Hashable:
    return key(precedent.issuer), key(precedent.number), precedent.issued
