"""What the server keeps between requests: the office's words, the answers it gave lately, who checks and who waits."""

from __future__ import annotations

import asyncio
import hashlib
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NamedTuple

from checks.errors import UserError
from checks.language import context
from checks.settings.office import lines

SMALL = 16
"""Bytes of a digest; nobody's text is kept to know it again."""
LARGEST = 8_000_000
"""Bytes of answers kept in all, with what it costs to keep them: some 6,000 paragraphs."""
AROUND = 300
"""Bytes that an answer takes beside its own: its key and its place."""
ASKED = (
    "text", "data", "language", "level", "enabledOnly", "enabledRules", "disabledRules", "enabledCategories",
    "disabledCategories",
)  # fmt: skip
"""The fields that an answer depends on."""
WAITING = 64
"""Texts that may wait for their turn; one more is refused at once."""
SECONDS_TO_WAIT = 5.0
"""A text that waited longer is refused: its writer has gone on."""


class Words:
    """The office's dictionary, read again when its file changes; a request never waits for a broken file."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._stamp = 0
        self._words: frozenset[str] = frozenset()
        self._lock = threading.Lock()

    def now(self) -> Known:
        """The words and the table as their files are now; the words read last where they cannot be read."""
        return Known(self._read(), context.renewed())

    def _read(self) -> frozenset[str]:
        if self._file is None:
            return self._words
        try:
            stamp = self._file.stat().st_mtime_ns
            with self._lock:
                if stamp != self._stamp:
                    self._words = frozenset(line.casefold() for _, line in lines(self._file))
                    self._stamp = stamp
        except (OSError, UserError):
            return self._words
        return self._words


class Known(NamedTuple):
    """What an answer depends on beside the question."""

    words: frozenset[str]
    """Of the office's dictionary, folded."""
    table: float
    """When the office's context table was renewed."""


class Answers:
    """The answers given lately, while the office's words and its context table stay the same.

    Clients send again what did not change: LibreOffice each paragraph when a document is opened, an editor the whole
    text after each pause.
    """

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest = largest
        self._size = 0
        self._known: Known | None = None
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = threading.Lock()

    @staticmethod
    def exact(*sent: bytes) -> bytes:
        """What tells the bytes of one request from those of another, known before they are read."""
        digest = hashlib.blake2b(digest_size=SMALL, person=b"sent")
        for part in sent:
            digest.update(b"%d=" % len(part))
            digest.update(part)
        return digest.digest()

    @staticmethod
    def key(form: Mapping[str, str]) -> bytes:
        """What tells what one client asks from what another does, however it is sent."""
        digest = hashlib.blake2b(digest_size=SMALL)
        for name in ASKED:
            value = form.get(name, "").encode("utf-8", "surrogatepass")
            digest.update(f"{name}={len(value)}=".encode())
            digest.update(value)
        return digest.digest()

    def get(self, key: bytes, known: Known) -> bytes | None:
        """The answer to the same question by the same words and table, if it is still there."""
        with self._lock:
            if known != self._known:
                self._kept.clear()
                self._size, self._known = 0, known
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: bytes, known: Known, answer: bytes) -> None:
        """Keep an answer; those asked for longest ago make room."""
        with self._lock:
            if known != self._known or key in self._kept or len(answer) > self._largest:
                return
            self._kept[key] = answer
            self._size += len(answer) + AROUND
            while self._size > self._largest:
                _, gone = self._kept.popitem(last=False)
                self._size -= len(gone) + AROUND


class BusyError(Exception):
    """Too many texts are waiting, or one has waited too long."""


class GoneError(Exception):
    """Whoever asked does not wait any more."""


class Checkers:
    """Who checks the texts, so that the server goes on answering: one thread, or as many processes as are asked for.

    Texts are checked in the order they came in. Nobody waits for minutes: what cannot be checked soon is refused, and what
    its sender no longer waits for is not checked.
    """

    def __init__(self, processes: int = 1) -> None:
        self._processes = processes
        self._executor = self._started()
        self._free = asyncio.Semaphore(processes)
        self._waiting = 0

    async def run(self, check: Callable[[], bytes], gone: Callable[[], Awaitable[bool]]) -> bytes:
        """What ``check`` returns. Raises BusyError and, for a text that had to wait, GoneError."""
        waits = self._free.locked()
        await (self._turn() if waits else self._free.acquire())
        try:
            if waits and await gone():
                raise GoneError
            return await self._checked(check)
        finally:
            self._free.release()

    async def _turn(self) -> None:
        if self._waiting >= WAITING:
            raise BusyError
        self._waiting += 1
        try:
            async with asyncio.timeout(SECONDS_TO_WAIT):
                await self._free.acquire()
        except TimeoutError:
            raise BusyError from None
        finally:
            self._waiting -= 1

    async def _checked(self, check: Callable[[], bytes]) -> bytes:
        """A process that was killed is replaced, and its texts are checked again, once."""
        executor = self._executor
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(executor, check)
        except BrokenProcessPool:
            if executor is self._executor:
                self._executor = self._started()
            return await loop.run_in_executor(self._executor, check)

    def stop(self) -> None:
        self._executor.shutdown(cancel_futures=True)

    def _started(self) -> Executor:
        if self._processes == 1:
            # More threads would take turns at every hundredth of a second, and all be late.
            return ThreadPoolExecutor(1)
        return ProcessPoolExecutor(self._processes, multiprocessing.get_context("spawn"), _ready, (context.used(),))


def _ready(table: Path | str | None) -> None:
    """Load the rules and the office's table before the first text.

    Ctrl+C is the server's business, and no process outlives the server.
    """
    from checks.rules import all_rules

    context.use(table)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    all_rules()


def _end_with_the_server() -> None:
    server = multiprocessing.parent_process()
    if server is not None:
        server.join()
        os._exit(1)
