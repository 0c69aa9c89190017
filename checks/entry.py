"""How a process of ours begins and ends: a lint is over in milliseconds, so it pays for neither collector nor teardown."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable

from checks.caching import expressions, modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

GARBAGE = 100_000
"""Objects between two collections: the default of 700 walks every imported module some forty times in a run."""


STOPPED = 130
"""The exit code of what Ctrl+C ended, as shells have it."""


def stopped() -> int:
    """Say that a person has ended the run; the exit code of it."""
    print("Đã dừng theo lệnh: việc chưa làm xong.", file=sys.stderr)
    return STOPPED


def start(main: Callable[[], int]) -> NoReturn:
    """Run ``main`` as the process, with its exit code. Tearing a hundred modules down would cost 5 ms."""
    gc.set_threshold(GARBAGE)
    modules.use()
    expressions.use()
    try:
        status = main()
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else 2 if stop.code else 0
    except KeyboardInterrupt:
        status = stopped()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:  # the reader (head, less) has seen enough
        status = status or 0
    os._exit(status)
