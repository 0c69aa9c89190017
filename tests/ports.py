"""Ports for the servers that tests start: none that another worker, or a connection going out, takes meanwhile."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

FIRST, LAST = 20_000, 32_000
"""Below the ports that Linux, macOS and Windows give to connections going out."""
EACH = 2_000
"""Ports of one worker of pytest-xdist (“gw0”, “gw1”…)."""


def _own() -> Iterator[int]:
    number = int("".join(filter(str.isdigit, os.environ.get("PYTEST_XDIST_WORKER", ""))) or 0)
    first = FIRST + number * EACH % (LAST - FIRST)
    start = os.getpid() % EACH  # two runs on one machine begin apart
    while True:
        yield from (first + (start + step) % EACH for step in range(EACH))


_PORTS = _own()


def free_ports(count: int) -> list[int]:
    """Ports on which nobody listens, none of them given before."""
    found: list[int] = []
    while len(found) < count:
        port = next(_PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.append(port)
    return found


def free_port() -> int:
    """One such port."""
    return free_ports(1)[0]
