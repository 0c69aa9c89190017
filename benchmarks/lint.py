"""How long a check takes beside a bare Python and beside the floor of lint_floor.py, printed as a Markdown table.

    python benchmarks/lint.py [--rounds 15] > benchmarks/lint.md

All programs of a row are started in turn, so that a busy machine slows them alike: read the ratios. The texts are made
of the shipped precedents, brought to 19 KB with paragraphs of one another.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SIZE = 19_583
"""Bytes of the directive the goals were set with."""
MANY = 500
PAIRS = 40_000
FLOOR = str(ROOT / "benchmarks" / "lint_floor.py")

LAUNCHER = """
import os, resource, sys, time
null = os.open(os.devnull, os.O_WRONLY)
started = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                       file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
wall = time.perf_counter() - started
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, wall * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)
"""
"""A child inherits the highest memory of whoever starts it, so that has to be a small process."""


class Measured(NamedTuple):
    """Of one program: least wall time, median processor time, both in milliseconds, and highest memory in MiB."""

    wall: float
    cpu: float
    peak: float


class Row(NamedTuple):
    """``goal`` is said of ``measured.wall`` in milliseconds."""

    name: str
    measured: Measured
    floor: Measured
    bare: Measured
    goal: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        texts = made_texts()
        words = home / "words.txt"
        words.write_text("\n".join(known_words(texts)), encoding="utf-8")
        report(cold_rows(home, words, texts, rounds), warm_rows(home, words, texts, rounds), rounds)


def cold_rows(home: Path, words: Path, texts: Sequence[str], rounds: int) -> list[Row]:
    """One file, and many, each run a process of its own."""
    text, word = home / "a.txt", home / "a.docx"
    text.write_text(texts[0], encoding="utf-8")
    word.write_bytes(as_word(texts[0]))
    many = home / "many"
    many.mkdir()
    for number in range(MANY):
        (many / f"{number:03}.txt").write_text(texts[number % len(texts)] + f"\n{number}\n", encoding="utf-8")
    check = [sys.executable, "-m", "checks"]
    floor = [sys.executable, FLOOR, str(words)]
    bare = [sys.executable, "-c", "pass"]
    few = max(1, rounds // 5)
    return [
        row(f"cold, text of {SIZE / 1000:.1f} KB", [*check, str(text)], [*floor, str(text)], bare, rounds, 60),
        row("cold, the same through `chithi check`", [sys.executable, "-m", "assistant.cli", "check", str(text)],
            [*floor, str(text)], bare, rounds, 60),
        row("cold, the same as JSON", [*check, str(text), "--format", "json"], [*floor, str(text)], bare, rounds, 60),
        row("cold, the same as .docx", [*check, str(word)], [*floor, str(text)], bare, rounds, 85),
        row(f"{MANY} texts, one process", [*check, str(many), "--jobs", "1"],
            [*floor, *map(str, sorted(many.iterdir()))], bare, few, 2000),
        row(f"{MANY} texts, as many processes as processors", [*check, str(many)],
            [*floor, *map(str, sorted(many.iterdir()))], bare, few, 1000),
    ]  # fmt: skip


def warm_rows(home: Path, words: Path, texts: Sequence[str], rounds: int) -> list[Row]:
    """The same text judged again and again in one process, as the server does; the first run does not count."""
    from checks import engine
    from checks.document import Document
    from checks.rules import all_rules

    rules = all_rules()

    def judge() -> None:
        engine.check(Document.parse(texts[0]), rules)

    judge()
    wall, cpu = in_process(judge, rounds * 2)
    done = subprocess.run(
        [sys.executable, FLOOR, str(words), "--warm", str(rounds * 2), str(home / "a.txt")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    least = float(done.stdout)
    return [Row("warm, in process", Measured(wall, cpu, 0), Measured(least, least, 0), Measured(0, 0, 0), 5)]


def row(name: str, check: list[str], floor: list[str], bare: list[str], rounds: int, goal: float) -> Row:
    """The three programs in turn; the first round only fills the caches."""
    runs: list[list[Measured]] = [[], [], []]
    for number in range(rounds + 1):
        for kept, command in zip(runs, (check, floor, bare), strict=True):
            measured = run(command)
            if number:
                kept.append(measured)
    return Row(name, *map(typical, runs), goal)


def typical(runs: Sequence[Measured]) -> Measured:
    """The least disturbed wall time, and the medians of what the load of the machine does not change."""
    return Measured(min(r.wall for r in runs), median(r.cpu for r in runs), median(r.peak for r in runs))


def run(command: list[str]) -> Measured:
    """One process and what it and its children used."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, *command],
        capture_output=True, text=True, cwd=ROOT, env=environment, check=True,
    )  # fmt: skip
    code, *used = map(float, done.stdout.split())
    if code not in (0, 1):
        raise SystemExit(f"{' '.join(command[:4])} … exited with {code:.0f}")
    return Measured(*used)


def in_process(job: Callable[[], None], rounds: int) -> tuple[float, float]:
    walls, cpus = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        job()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return min(walls) * 1000, median(cpus) * 1000


def made_texts() -> list[str]:
    """Every shipped precedent, brought to SIZE with paragraphs of the others put in before its recipients."""
    own = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").glob("*/document.txt"), reverse=True)]
    spare = [line for text in own for line in text.split("\n") if len(line) > 200 and line[0].isupper()]
    texts = []
    for number, text in enumerate(own):
        head, mark, tail = text.rpartition("\nNơi nhận")
        more: list[str] = []
        missing = SIZE - len(text.encode())
        while missing > 0:
            paragraph = spare[(number * 7 + len(more)) % len(spare)]
            more.append(paragraph)
            missing -= len(paragraph.encode()) + 2
        texts.append(f"{head}\n" + "\n\n".join(more) + f"\n{mark}{tail}" if mark else text)
    return texts


def known_words(texts: Sequence[str]) -> list[str]:
    """The syllables of the texts, and so many pairs of them that the list is as long as a real one."""
    syllables = sorted({word.lower() for text in texts for word in text.split() if word.isalpha()})
    pairs = (f"{one} {other}" for one in syllables for other in syllables)
    return [*syllables, *(pair for _, pair in zip(range(PAIRS), pairs, strict=False))]


def as_word(text: str) -> bytes:
    """``text`` as a Word file, a paragraph a line."""
    from io import BytesIO

    from docx import Document as WordDocument

    word = WordDocument()
    for line in text.split("\n"):
        word.add_paragraph(line)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def report(cold: Sequence[Row], warm: Sequence[Row], rounds: int) -> None:
    from checks.rules import all_rules

    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print("# Speed and memory of a check\n")
    print("Command: `python benchmarks/lint.py > benchmarks/lint.md`\n")
    print(
        f"CPython {platform.python_version()}, {cpus} processors, {len(all_rules())} rules, {rounds} runs a row, programs in "
        "turn. Wall times are the least of the runs, processor times their median. Times depend on the machine and its "
        "load; the ratios less so. “Floor” is the least program that could find anything (`benchmarks/lint_floor.py`), "
        "“bare” is `python -c pass`.\n"
    )
    print("| what | wall ms | goal ms | cpu ms | floor cpu | bare cpu | cpu × floor | peak MiB | floor MiB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for one in (*cold, *warm):
        m, f, b = one.measured, one.floor, one.bare
        times = [f"{m.wall:,.1f}", f"{one.goal:,.0f}", f"{m.cpu:,.1f}", f"{f.cpu:,.1f}", _or_dash(b.cpu)]
        print("| " + " | ".join([one.name, *times, f"{m.cpu / f.cpu:.1f}", _or_dash(m.peak), _or_dash(f.peak)]) + " |")


def _or_dash(value: float) -> str:
    return f"{value:,.1f}" if value else "-"


if __name__ == "__main__":
    main()
