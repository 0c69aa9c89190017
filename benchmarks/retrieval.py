"""How well and how fast sections are found, ours beside bm25s, rank-bm25 and tantivy, printed as Markdown.

    pip install bm25s rank-bm25 tantivy
    python benchmarks/retrieval.py [--speed] [SECTIONS…]

Without sizes 2,000 and 20,000 sections are searched, in about four minutes where nothing else runs. ``--speed 200000`` leaves
relevance out; it takes about a quarter of an hour, 4 GB of memory (bm25s, rank-bm25) and 1 GB of disk.
An engine that is not installed is left out. Each engine and size runs in a process of its own, one after the other.
Relevance is measured on the judged queries over the shipped directives (``judged.txt``); speed on their sections given
to other issuers and years, with every figure and some of the words changed so that no two are equal.
"""

from __future__ import annotations

import json
import os
import platform
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import astuple, replace
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from statistics import mean
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engines import ENGINES, Search  # noqa: E402
from judged import Judged, binary_ndcg, ndcg, read, reciprocal_rank  # noqa: E402

from assistant.index import SectionRecord  # noqa: E402
from assistant.precedents.corpus import Corpus  # noqa: E402
from assistant.precedents.precedent import Precedent, records  # noqa: E402
from assistant.precedents.retrieve import ROLE_QUERIES, nearest, previous_of  # noqa: E402

SIZES = (2_000, 20_000)
PLACES = 400
LIBRARIES = {"bm25s": "bm25s", "rank-bm25": "rank_bm25", "tantivy": "tantivy", "tantivy (ours)": "tantivy"}


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(sys.argv[2], Path(sys.argv[3]))))
        return
    speed_only = sys.argv[1:2] == ["--speed"]
    sizes = [int(argument) for argument in sys.argv[1 + speed_only :]] or list(SIZES)
    engines = [name for name in ENGINES if name not in LIBRARIES or find_spec(LIBRARIES[name])]
    shipped = samples()
    held, judged = read(shipped)
    if not speed_only:
        print("# Finding sections\n")
        print("Command: `python benchmarks/retrieval.py`, then `python benchmarks/retrieval.py --speed 200000`\n")
        relevance(engines, held, judged)
        own_sections(shipped)
    speed(engines, sizes, len(judged))


def relevance(engines: list[str], held: list[SectionRecord], judged: list[Judged]) -> None:
    kinds = list(dict.fromkeys(query.kind for query in judged))
    print(f"## Relevance: {len(judged)} judged queries over {len(held)} sections of the shipped directives\n")
    print(
        "nDCG@10 with gains 2 and 1; “any” counts whatever helps as one; MRR asks for grade 2. Half of the queries, the "
        "“test” half, took no part in choosing weights.\n"
    )
    print(f"| engine | nDCG@10 | tune half | test half | any | MRR | {' | '.join(kinds)} |")
    print("|---|" + "---:|" * (5 + len(kinds)))
    for name in engines:
        with tempfile.TemporaryDirectory() as folder, ENGINES[name](Path(folder), held) as search:
            found = [(query, search(query.words)) for query in judged]
        graded = [(query, ndcg(names, query.grades)) for query, names in found]
        row = [
            mean(value for _, value in graded),
            *(mean(value for query, value in graded if query.half == half) for half in ("tune", "test")),
            mean(binary_ndcg(names, query.grades) for query, names in found),
            mean(reciprocal_rank(names, query.grades) for query, names in found),
            *(mean(value for query, value in graded if query.kind == kind) for kind in kinds),
        ]
        print(f"| {name} | {' | '.join(f'{value:.3f}' for value in row)} |")
    print()


class Asking(NamedTuple):
    issuer: str
    level: str
    year: int
    theme: str


def own_sections(shipped: list[Precedent]) -> None:
    """Whoever has a directive of last year finds each of its sections first."""
    asked = first = 0
    with tempfile.TemporaryDirectory() as empty:
        corpus = Corpus(Path(empty), ROOT / "corpus")
        for precedent in shipped:
            asking = Asking(precedent.issuer, precedent.level, precedent.year or 0, precedent.theme)
            own = previous_of(corpus, asking.issuer, asking.year)
            for role in ROLE_QUERIES:
                if own and any(record.role == role for record in records(own)):
                    asked += 1
                    first += nearest(asking, corpus, role)[0].record.precedent_id == own.id
        corpus.close()
    print(f"An issuer's own section of last year is listed first: {first} of {asked}.\n")


def speed(engines: list[str], sizes: list[int], asked: int) -> None:
    print("## Speed\n")
    print(
        f"CPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores, seconds and milliseconds of processor time because "
        f"other work shares them; the {asked} queries, top 10; ours with reasons and snippets, the others with names only.\n"
    )
    print("| sections | engine | build s | disk MB | p50 ms | p95 ms | peak MB |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = Path(folder) / f"{size}.jsonl"
            with file.open("w", encoding="utf-8") as lines:
                lines.writelines(json.dumps(astuple(record)) + "\n" for record in synthetic(size))
            for name in engines:
                command = [sys.executable, __file__, "--one", name, str(file)]
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                row = json.loads(done.stdout) if done.returncode == 0 else [f"failed ({done.returncode})"] + ["–"] * 4
                print(f"| {size:,} | {name} | {' | '.join(row)} |", flush=True)


def measured(name: str, file: Path) -> list[str]:
    """One row of the table: ``name`` holding the sections of ``file``."""
    words = [query.words for query in read(samples())[1]]
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        making = 0.0

        def made() -> Iterator[SectionRecord]:
            nonlocal making
            with file.open(encoding="utf-8") as lines:
                while True:
                    before = time.process_time()
                    line = next(lines, None)
                    record = SectionRecord(*json.loads(line)) if line else None
                    making += time.process_time() - before
                    if record is None:
                        return
                    yield record

        with ENGINES[name](Path(folder), made()) as search:
            build = time.process_time() - start - making
            times = timed(search, words)
            disk = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [f"{build:.1f}", f"{disk:.0f}", f"{quantile(times, 0.5):.1f}", f"{quantile(times, 0.95):.1f}", f"{peak:.0f}"]


def samples() -> list[Precedent]:
    with tempfile.TemporaryDirectory() as empty:
        return Corpus(Path(empty), ROOT / "corpus").list_()


def synthetic(size: int) -> Iterator[SectionRecord]:
    """``size`` sections of other issuers and years, as many as one precedent has under each id."""
    chance = random.Random(7)
    shipped = [list(records(precedent)) for precedent in samples()]
    words = sorted({word for sections in shipped for section in sections for word in section.text.split()})
    made = 0
    for n in count():
        sections = shipped[n % len(shipped)]
        where = n % PLACES
        year = 2015 + n // PLACES % 12
        for section in sections:
            if made == size:
                return
            made += 1
            yield replace(
                section,
                precedent_id=f"p{n}",
                issuer=f"{section.issuer.rsplit(' ', 2)[0]} Số {where}",
                province=f"Số {where % 34}",
                year=year,
                text=changed(section.text, words, chance),
            )


def changed(text: str, words: list[str], chance: random.Random) -> str:
    """Every figure another, one word in twelve another."""
    other = re.sub(r"\d+", lambda match: str(chance.randrange(10 ** len(match[0]))), text)
    return re.sub(r"\w+", lambda match: chance.choice(words) if chance.random() < 1 / 12 else match[0], other)


def timed(search: Search, words: list[str]) -> list[float]:
    """Milliseconds of each query, after one to open files."""
    search(words[0])
    times = []
    for query in words:
        start = time.process_time()
        search(query)
        times.append((time.process_time() - start) * 1e3)
    return times


def quantile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


if __name__ == "__main__":
    main()
