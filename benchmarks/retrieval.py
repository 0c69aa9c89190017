"""How fast the embedded index is filled and searched, printed as a Markdown table.

    python benchmarks/retrieval.py [SECTIONS…] > benchmarks/retrieval.md

The sections are those of the shipped precedents, given to other issuers and years, with every figure and some of
the words changed so that no two are equal.
"""

from __future__ import annotations

import platform
import random
import re
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.corpus import Corpus  # noqa: E402
from assistant.index import Filters, Near, SectionRecord  # noqa: E402
from assistant.index.embedded import EmbeddedIndex  # noqa: E402
from assistant.precedent import records  # noqa: E402

SIZES = (2_000, 20_000)
ROUNDS = 5
PLACES = 400
QUERIES = (
    "phong trao thi dua",
    "phong trào thi đua yêu nước năm 2026",
    "chỉ tiêu giảm nghèo",
    "muc tieu chung cua phong trao",
    "cải cách hành chính, chuyển đổi số",
    "tổ chức thực hiện chỉ thị",
    "thời gian thi đua đến hết ngày 31 tháng 12",
    "xay dung nong thon moi",
    "khen thưởng đột xuất",
    "trồng rừng, bảo vệ môi trường",
    "an toàn giao thông",
    "chất lượng dạy và học",
    "khám chữa bệnh bảo hiểm y tế",
    "thu ngân sách nhà nước",
    "giải ngân vốn đầu tư công",
    "chào mừng đại hội đảng bộ",
    "ngày đêm cao điểm",
    "dich vu cong truc tuyen",
    "quốc phòng, an ninh",
    "gương người tốt, việc tốt",
)


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    print("# Retrieval with the embedded index\n")
    print("Command: `python benchmarks/retrieval.py > benchmarks/retrieval.md`\n")
    print(
        f"CPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {len(QUERIES)} queries "
        f"(some without diacritics) × {ROUNDS} rounds, top 10, snippets included. Times depend on the machine.\n"
    )
    print(
        "| sections | build s | file MB | open ms | search p50 / p95 ms | filtered p50 / p95 ms | near p50 / p95 ms | add one ms | peak MB |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for size in sizes:
        print(f"| {size:,} | {' | '.join(measured(size))} |")


def measured(size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.sqlite"
        index = EmbeddedIndex(path)
        start = time.perf_counter()
        for batch in batches(synthetic(size), 2_000):
            index.add(batch)
        build = time.perf_counter() - start
        extra = next(synthetic(1))
        added = timed([lambda n=n: index.add([replace(extra, precedent_id=f"extra-{n}")]) for n in range(10)])
        index.close()
        megabytes = path.stat().st_size / 1e6
        start = time.perf_counter()
        index = EmbeddedIndex(path)
        index.search(QUERIES[0])
        opened = (time.perf_counter() - start) * 1e3
        near = Near(issuer="Ủy ban nhân dân tỉnh Số 7", province="Số 7", year=2026, role="targets")
        plain, filtered, boosted = (
            timed([lambda q=query, a=arguments: index.search(q, **a) for _ in range(ROUNDS) for query in QUERIES])
            for arguments in ({}, {"filters": Filters(level="province", kind="Chỉ thị")}, {"near": near})
        )
        index.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        f"{build:.1f}",
        f"{megabytes:.0f}",
        f"{opened:.1f}",
        *(f"{quantile(times, 0.5):.1f} / {quantile(times, 0.95):.1f}" for times in (plain, filtered, boosted)),
        f"{quantile(added, 0.5):.1f}",
        f"{peak:.0f}",
    ]


def batches(records: Iterator[SectionRecord], length: int) -> Iterator[list[SectionRecord]]:
    while batch := list(islice(records, length)):
        yield batch


def synthetic(size: int) -> Iterator[SectionRecord]:
    """``size`` sections of other issuers and years, as many as one precedent has under each id."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as empty:
        shipped = [list(records(precedent)) for precedent in Corpus(Path(empty), ROOT / "corpus").list_()]
    words = sorted({word for sections in shipped for section in sections for word in section.text.split()})
    made = 0
    for n in count():
        sections = shipped[n % len(shipped)]
        place = n % PLACES
        year = 2015 + n // PLACES % 12
        for section in sections:
            if made == size:
                return
            made += 1
            yield replace(
                section,
                precedent_id=f"p{n}",
                issuer=f"{section.issuer.rsplit(' ', 2)[0]} Số {place}",
                province=f"Số {place % 34}",
                year=year,
                text=changed(section.text, words, chance),
            )


def changed(text: str, words: list[str], chance: random.Random) -> str:
    """Every figure another, one word in twelve another."""
    other = re.sub(r"\d+", lambda match: str(chance.randrange(10 ** len(match[0]))), text)
    return re.sub(r"\w+", lambda match: chance.choice(words) if chance.random() < 1 / 12 else match[0], other)


def timed(calls: list[Callable[[], object]]) -> list[float]:
    """Milliseconds of each call."""
    times = []
    for call in calls:
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1e3)
    return times


def quantile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


if __name__ == "__main__":
    main()
