"""Three real OpenSearch nodes in one Java process, for the tests of the distributed index; skipped where they cannot be had."""

from __future__ import annotations

import queue
import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest

from tests.assistant import maven
from tests.ports import free_ports

HERE = Path(__file__).parent / "opensearch"
NODES = 3
START_SECONDS = FETCH_SECONDS = 240
MEMORY = ("-Xms256m", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


class Nodes:
    """A running cluster. ``ports`` are those of HTTP, node by node."""

    def __init__(self, jars: Path, data: Path) -> None:
        free = free_ports(2 * NODES)
        self.ports = free[:NODES]
        pairs = [f"{http},{transport}" for http, transport in zip(self.ports, free[NODES:], strict=True)]
        self._process = subprocess.Popen(
            ["java", *MEMORY, "-cp", f"{jars}/*", str(HERE / "Nodes.java"), str(data), *pairs],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._wait_for("ready", START_SECONDS)

    def url(self, name: str) -> str:
        return f"opensearch://{','.join(f'127.0.0.1:{port}' for port in self.ports)}/{name}"

    def stop(self, node: int) -> None:
        """Stop a node, counted from 1; returns at once, while others write."""
        self._tell(f"stop {node}")

    def start(self, node: int) -> None:
        self._tell(f"start {node}")
        self._wait_for(f"start {node}", START_SECONDS)

    def ended(self) -> bool:
        """Whether the machine that all nodes share is gone as a whole, which no cluster survives."""
        return self._process.poll() is not None

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def _tell(self, command: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(line.strip())

    def _wait_for(self, line: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        heard: list[str] = []
        while time.monotonic() < deadline:
            try:
                heard.append(self._said.get(timeout=1))
            except queue.Empty:
                if self._process.poll() is not None:
                    break
            else:
                if heard[-1] == line:
                    return
        self.close()
        raise RuntimeError("\n".join([f"OpenSearch did not say “{line}”:", *heard[-20:]]))


def jars(cache: Path) -> Path:
    """The jars of ``pom.xml``, fetched once from Maven Central."""
    for program in ("java", "javac", "mvn"):
        if shutil.which(program) is None:
            pytest.skip(f"no {program} on this machine: the tests with real OpenSearch nodes need Java and Maven")
    if not (cache / "complete").exists():
        cache.mkdir(parents=True, exist_ok=True)
        try:
            done = maven.run(
                HERE / "pom.xml", "dependency:copy-dependencies", f"-DoutputDirectory={cache}", seconds=FETCH_SECONDS
            )
        except subprocess.TimeoutExpired:
            pytest.skip("Maven Central did not answer in time: the tests with real OpenSearch nodes are left out")
        if done.returncode:
            pytest.skip(f"Maven Central cannot be reached: {done.stdout.strip()[-200:]}")
        (cache / "complete").touch()
    return cache
