"""Maven, one run at a time: two that fetch into the same folder at once break each other's files."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def run(pom: Path, *arguments: str, seconds: float) -> subprocess.CompletedProcess[str]:
    """``mvn ARGUMENTS`` for ``pom``, quietly. Raises subprocess.TimeoutExpired after ``seconds``."""
    command = ["mvn", "-q", "-B", "-f", str(pom), *arguments]
    with _alone():
        return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)


@contextmanager
def _alone() -> Iterator[None]:
    if os.name == "nt":
        yield
        return
    import fcntl

    with (Path(tempfile.gettempdir()) / f"chithi-tests-maven-{os.getuid()}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
