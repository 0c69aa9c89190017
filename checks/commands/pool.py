"""Many files over several processes. A worker that dies ends the run: what it held was not checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from checks.commands.judging import Job, Outcome, judge
from checks.errors import UserError
from checks.language import context

CHUNK = 8
"""Files handed over at a time: few enough that the progress line moves."""


def judge_all(jobs: Sequence[Job], processes: int | None = None) -> list[Outcome]:
    """The outcomes in the order of ``jobs``. Raises UserError when a process dies."""
    workers = min(processes or _processors(), len(jobs))
    outcomes: list[Outcome] = []
    shown = sys.stderr.isatty()
    try:
        with ProcessPoolExecutor(workers, initializer=context.use, initargs=(context.used(),)) as pool:
            for outcome in pool.map(judge, jobs, chunksize=CHUNK):
                outcomes.append(outcome)
                if shown:
                    print(f"\rĐã kiểm tra {len(outcomes)}/{len(jobs)} tệp", end="", file=sys.stderr, flush=True)
    except BrokenProcessPool as error:
        after = f" sau {outcomes[-1].path}" if outcomes else ""
        raise UserError(
            f"Một tiến trình kiểm tra bị dừng giữa chừng{after} nên kết quả không đầy đủ: hãy chạy lại với --jobs 1."
        ) from error
    finally:
        if shown:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)
    return outcomes


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
