"""How long a client of ``chithi serve`` waits, and what 100,000 requests leave behind.

    python benchmarks/serve.py [--write] [--seconds 20] [--requests 100000] [--processes 1]

The server runs as its own process on this machine; requests start by the clock, 50 a second, whether or not earlier ones
are answered, and are timed from the moment they were due. Texts are made of the corpus, 14 KB each. The long runs send
paragraphs as LibreOffice does, one after the other on eight connections, while the office's dictionary is written anew:
once as offices write, once with numbers and names that never come again. ``--write`` renews benchmarks/serve.md.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
SIZE = 14_000
SHORT = 60
"""Characters of a heading or a cell, which every office writes alike."""
RATE = 50
CONNECTIONS = 8
CLIENTS = 160
"""Who may wait for an answer at the same time: more than the server lets wait."""
OK, BUSY = 200, 503
PARAGRAPH, STRANGE = "a paragraph, four of five sent before", "a paragraph with numbers and names that never come again"
DICTIONARY_EVERY = 0.5
"""Seconds between two versions of the office's dictionary."""


class Server(NamedTuple):
    port: int
    pid: int
    dictionary: Path


class Row(NamedTuple):
    name: str
    milliseconds: list[float]
    """Of the texts that were checked."""
    refused: int
    """Texts that were told at once, or after five seconds, that the server is busy."""
    lost: int
    cpu: float
    """Seconds of processor time a text that was checked."""


class LongRun(NamedTuple):
    name: str
    memory: list[tuple[int, int]]
    """Requests so far and the server's kilobytes, once at the start and ten times."""
    failed: int
    rate: float
    """Requests a second."""
    cpu: float


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=1)
    args = parser.parse_args()
    command = "python " + " ".join(["benchmarks/serve.py", *sys.argv[1:]])
    with served(args.processes) as server:
        rows = [by_the_clock(server, name, make, args.seconds) for name, make in kinds().items() if name != STRANGE]
    runs = []
    for name in (PARAGRAPH, STRANGE):
        with served(args.processes) as server:
            runs.append(long_run(server, name, args.requests))
    table = rendered(command, rows, runs)
    print(table)
    if args.write:
        (ROOT / "benchmarks" / "serve.md").write_text(table, "utf-8")


def kinds() -> dict[str, Callable[[random.Random], str]]:
    lines = [
        line
        for file in sorted(ROOT.glob("corpus/*/document.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line
    ]

    def another(chance: random.Random) -> str:
        at = chance.randrange(len(lines))
        taken: list[str] = []
        while sum(len(line.encode()) + 1 for line in taken) < SIZE:
            line = lines[at % len(lines)]
            # No paragraph comes twice: what is remembered of those met before helps nobody here.
            taken.append(f"{line} Đợt {chance.randrange(10**6)}." if len(line) > SHORT else line)
            at += 1
        return "\n".join(taken)

    def again(_: random.Random) -> str:
        return another(random.Random(1))

    typed_into = another(random.Random(2)).split("\n")

    def typed(chance: random.Random) -> str:
        at = chance.randrange(len(typed_into))
        line = typed_into[at]
        return "\n".join([*typed_into[:at], f"{line} Đợt {chance.randrange(10**6)}.", *typed_into[at + 1 :]])

    def strange(chance: random.Random) -> str:
        name = "".join(chance.choice("bcdghklmnpqrstvx") + chance.choice("aeiouy") for _ in range(3))
        return f"{chance.choice(lines)} Đợt {chance.randrange(10**9)}, bản {name} {chance.randrange(10**9)} việc."

    def paragraph(chance: random.Random) -> str:
        return chance.choice(lines) + (
            f" Đợt {chance.randrange(500)}, {chance.randrange(500)} việc." if chance.random() < 0.2 else ""
        )

    return {
        "14 KB, no two paragraphs alike": another,
        "14 KB, one paragraph typed on": typed,
        "14 KB, sent again": again,
        PARAGRAPH: paragraph,
        STRANGE: strange,
    }


@contextmanager
def served(processes: int) -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        dictionary = Path(folder) / "tu-dien.txt"
        dictionary.write_text("Nậm Kha\n", "utf-8")
        more = ["--processes", str(processes)] if processes > 1 else []
        command = [
            sys.executable,
            "-m",
            "assistant.cli",
            "serve",
            "--port",
            str(port),
            "--dictionary",
            str(dictionary),
            *more,
        ]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        server = Server(port, process.pid, dictionary)
        try:
            for _ in range(200):
                try:
                    ask(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "Chào bạn.")
                    break
                except OSError:
                    time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            process.wait(20)


def ask(connection: http.client.HTTPConnection, text: str) -> int:
    """The status of the answer, 0 for an answer without matches."""
    connection.request("POST", "/v2/check", urlencode({"language": "vi", "text": text}))
    answer = connection.getresponse()
    body = answer.read()
    return answer.status if answer.status != 200 or "matches" in json.loads(body) else 0


def by_the_clock(server: Server, name: str, make: Callable[[random.Random], str], seconds: int) -> Row:
    chance = random.Random(name)
    texts = [make(chance) for _ in range(RATE * seconds)]
    here = threading.local()
    waited: list[float] = []
    refused: list[int] = []

    def send(due: float, text: str) -> None:
        if not hasattr(here, "connection"):
            here.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        status = ask(here.connection, text)
        if status == BUSY:
            refused.append(1)
        elif status == OK:
            waited.append((time.perf_counter() - due) * 1000)

    for _ in range(RATE):  # as the server is after its first minute
        send(time.perf_counter(), make(chance))
    waited.clear()
    refused.clear()
    before = processor_seconds(server.pid)
    with ThreadPoolExecutor(CLIENTS) as pool:
        began = time.perf_counter()
        for number, text in enumerate(texts):
            due = began + number / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            pool.submit(send, due, text)
    cpu = (processor_seconds(server.pid) - before) / max(len(waited), 1)
    return Row(name, waited, len(refused), len(texts) - len(refused) - len(waited), cpu)


def long_run(server: Server, name: str, requests: int) -> LongRun:
    make = kinds()[name]
    memory: list[tuple[int, int]] = []
    done: list[int] = []
    failed: list[int] = []
    over = threading.Event()

    def rewrite() -> None:
        number = 0
        while not over.wait(DICTIONARY_EVERY):
            number += 1
            new = server.dictionary.with_suffix(".new")
            new.write_text(f"Nậm Kha\nbản số {number}\n", "utf-8")
            new.replace(server.dictionary)

    def client(seed: int) -> None:
        chance = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        for _ in range(requests // CONNECTIONS):
            try:
                (done if ask(connection, make(chance)) == OK else failed).append(1)
            except (OSError, http.client.HTTPException):
                failed.append(1)
                connection.close()

    warm = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for seed in range(500):
        ask(warm, make(random.Random(-seed - 1)))
    memory.append((0, resident(server.pid)))
    writer = threading.Thread(target=rewrite)
    clients = [threading.Thread(target=client, args=(seed,)) for seed in range(CONNECTIONS)]
    began, before = time.perf_counter(), processor_seconds(server.pid)
    for thread in (writer, *clients):
        thread.start()
    for tenth in range(1, 11):
        while len(done) + len(failed) < requests // CONNECTIONS * CONNECTIONS * tenth // 10:
            time.sleep(0.05)
        memory.append((len(done) + len(failed), resident(server.pid)))
    rate = requests / (time.perf_counter() - began)
    cpu = (processor_seconds(server.pid) - before) / requests
    over.set()
    for thread in (writer, *clients):
        thread.join()
    return LongRun(name, memory, len(failed), rate, cpu)


def family(pid: int) -> list[int]:
    """The process and those it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def processor_seconds(pid: int) -> float:
    ticks = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> int:
    """Kilobytes."""
    pages = sum(int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in family(pid))
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def rendered(command: str, rows: Sequence[Row], runs: Sequence[LongRun]) -> str:
    out = ["# Waiting for the proofreading server", "", f"`{command}`", ""]
    out += [f"{RATE} requests a second by the clock, client and server on the same 2 cores; milliseconds:", ""]
    out += ["| text | checked | median | p95 | p99 | told busy | lost | processor ms a text |"]
    out += ["|---|--:|--:|--:|--:|--:|--:|--:|"]
    for row in rows:
        cuts = statistics.quantiles(row.milliseconds, n=100)
        out.append(
            f"| {row.name} | {len(row.milliseconds):,} | {cuts[49]:.1f} | {cuts[94]:.1f} | {cuts[98]:.1f} "
            f"| {row.refused:,} | {row.lost} | {row.cpu * 1000:.1f} |"
        )
    out += [
        "",
        f"Paragraphs on {CONNECTIONS} connections, the dictionary written anew every {DICTIONARY_EVERY} s. Resident",
    ]
    out += ["megabytes of the server on the way:"]
    for run in runs:
        out += [
            "",
            f"*{run.name}*: {run.rate:.0f} a second, {run.failed} lost, {run.cpu * 1000:.1f} processor ms a request",
            "",
        ]
        out += ["| requests | " + " | ".join(f"{number:,}" for number, _ in run.memory) + " |"]
        out += ["|---" * (len(run.memory) + 1) + "|"]
        out += ["| MB | " + " | ".join(f"{kilobytes / 1024:.1f}" for _, kilobytes in run.memory) + " |"]
    out += [""]
    return "\n".join(out)


if __name__ == "__main__":
    main()
