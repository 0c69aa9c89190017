"""One file of an import, read and understood, in a process of its own: the slow half, which touches no corpus."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import wait
from pathlib import Path
from typing import NamedTuple

from assistant.index import SectionRecord
from assistant.precedents.conversion import converted, is_old
from assistant.precedents.likeness import Sketch, sketch
from assistant.precedents.precedent import Precedent, of_document, sections
from checks.document import Document
from checks.errors import UserError
from checks.letters import with_own_letters
from checks.reading import read, read_bytes
from checks.reading.source import FILE_LIMIT, quoted

OTHER_FILES = frozenset((".json", ".jsonl", ".csv", ".toml", ".xml", ".html", ".htm", ".log", ".ini"))
"""Text, but no document of an office."""
FEW = 16
"""So many files are read in this process: starting others would take longer."""
AHEAD = 4
"""Files read ahead for each process; more would only wait in memory."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that is a directive; its precedent and sections have no free id yet."""

    precedent: Precedent
    sections: tuple[SectionRecord, ...]
    text: str
    original: bytes
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose very bytes the corpus holds already, by their digest."""

    origin: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file cannot be taken in, as one sentence."""

    sentence: str


Outcome = Prepared | Known | Refused


class Held(NamedTuple):
    """Where precedents go, and the digests of files taken in before."""

    root: Path
    origins: frozenset[str]


def prepare(path: Path, held: Held) -> Outcome:
    """Read one file for the corpus."""
    try:
        return _prepare(path, held)
    except UserError as problem:
        return Refused(str(problem))
    except OSError:
        return Refused(f"Không đọc lại được tệp {quoted(str(path))}: hãy thử lại khi tệp không còn bị sửa.")
    except Exception as error:  # noqa: BLE001 our mistake with one file must not cost the other 20,000
        return Refused(
            f"Chương trình gặp lỗi khi đọc {quoted(str(path))} ({type(error).__name__}): hãy gửi tệp cho người phụ trách."
        )


def prepared(paths: Sequence[Path], held: Held, processes: int = 0) -> Iterator[tuple[Path, Outcome]]:
    """Every file with its outcome, in the order given; ``processes`` 0 takes one a core."""
    workers = min(processes or os.cpu_count() or 1, len(paths))
    if workers < 2 or len(paths) <= FEW:
        yield from ((path, prepare(path, held)) for path in paths)
        return
    left = deque(paths)
    while left:
        yield from _by_a_pool(left, held, workers)


def _by_a_pool(left: deque[Path], held: Held, workers: int) -> Iterator[tuple[Path, Outcome]]:
    """As many of ``left`` as a pool lives for; a file that kills its process is found by trying each alone."""
    ahead = iter(tuple(left))
    running: deque[tuple[Path, Future[Outcome]]] = deque()
    try:
        with _pool(held, workers) as pool:
            while left:
                for path in islice(ahead, workers * AHEAD - len(running)):
                    with _deaf():
                        running.append((path, pool.submit(_prepare_here, path)))
                path, future = running[0]
                outcome = future.result()
                running.popleft()
                left.popleft()
                yield path, outcome
    except BrokenProcessPool:
        for path, _ in running:
            left.popleft()
            yield path, _alone(path, held)


def _alone(path: Path, held: Held) -> Outcome:
    try:
        with _pool(held, 1) as pool:
            with _deaf():
                future = pool.submit(_prepare_here, path)
            return future.result()
    except BrokenProcessPool:
        return Refused(
            f"{quoted(str(path))} làm chương trình đọc tệp dừng đột ngột (có thể vì thiếu bộ nhớ): "
            "hãy lưu lại dạng .docx rồi nhập lại."
        )


def _pool(held: Held, workers: int) -> ProcessPoolExecutor:
    # Not forked: the app has threads, and a fork copies their locks as they stand.
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_start, initargs=(held,))


@contextmanager
def _deaf() -> Iterator[None]:
    """A worker started meanwhile is deaf to Ctrl+C from its first breath; here a Ctrl+C waits until the end of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which unblocks the signal once it runs
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_here: list[Held] = []
"""In a worker: what it was started with."""


def _start(held: Held) -> None:
    _here.append(held)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent alone answers it
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _prepare_here(path: Path) -> Outcome:
    return prepare(path, _here[0])


def _end_with_parent() -> None:
    """A worker waits for work for ever when its parent was killed, so it watches the parent itself."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _prepare(path: Path, held: Held) -> Outcome:
    suffix = path.suffix.lower()
    if suffix in OTHER_FILES:
        raise UserError(
            f"{quoted(str(path))} không phải là văn bản: kho chỉ nhận tệp .txt, .md, .docx, .pdf, .doc, .rtf và .odt."
        )
    original = _bytes(path)
    origin = hashlib.sha256(original).hexdigest()
    if origin in held.origins:
        return Known(origin)
    source = read_bytes(converted(original, str(path)), path.name) if is_old(original, path.name) else read(path)
    document = Document.parse(with_own_letters(source.text), source.name, source.layout)
    found = of_document(document, path.stem, held.root / "_", origin)
    if not any((found.issuer, found.kind, found.number, found.signer, found.movement)):
        raise UserError(
            f"{quoted(str(path))} không giống một văn bản hành chính (không có cơ quan ban hành, loại, số, người ký): "
            "hãy bổ sung phần đầu văn bản rồi nhập lại."
        )
    return Prepared(found, tuple(sections(found, document)), document.text, original, sketch(document.text))


def _bytes(path: Path) -> bytes:
    """All of a file. Raises UserError when it is none, or too large."""
    try:
        if path.is_file() and path.stat().st_size <= FILE_LIMIT:
            return path.read_bytes()
    except OSError:
        pass  # said below, better than here
    read(path)
    return path.read_bytes()
