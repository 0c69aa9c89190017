"""A real LanguageTool from Maven Central, with our dictionary as its Vietnamese: what we are measured against."""

from __future__ import annotations

import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.commands.dictionary import export
from tests.assistant import maven
from tests.ports import free_port

POM = Path(__file__).with_name("languagetool") / "pom.xml"
SECONDS_TO_FETCH, SECONDS_TO_START = 150, 180


@pytest.fixture(scope="session")
def languagetool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address. Skipped, with the reason, without Java, Maven or the way to Maven Central."""
    java = shutil.which("java")
    if not java or not shutil.which("mvn"):
        pytest.skip("a real LanguageTool needs Java and Maven (Debian: default-jre-headless, maven)")
    folder = tmp_path_factory.mktemp("languagetool")
    jars = _class_path(folder / "jars.txt")
    settings = folder / "server.properties"
    dictionary = export(folder / "dictionary", ["Kơxia"])
    settings.write_text(f"lang-vi=Vietnamese\nlang-vi-dictPath={dictionary}\n", "utf-8")
    port = free_port()
    command = [java, "-Xmx512m", "-cp", jars, "org.languagetool.server.HTTPServer", "--port", str(port)]
    log = folder / "log.txt"
    with log.open("wb") as out:
        server = subprocess.Popen([*command, "--config", str(settings)], stdout=out, stderr=subprocess.STDOUT)
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while not _answers(f"http://127.0.0.1:{port}/v2/healthcheck"):
            assert server.poll() is None, log.read_text("utf-8", "replace")[-2000:]
            assert time.monotonic() < deadline, "LanguageTool did not start"
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def _class_path(into: Path) -> str:
    goal = ("dependency:build-classpath", f"-Dmdep.outputFile={into}")
    for offline in (["-o"], []):  # first what is here already: Maven asks the network about each of 120 files
        try:
            maven.run(POM, *goal, *offline, seconds=SECONDS_TO_FETCH).check_returncode()
            return into.read_text("utf-8").strip()
        except (subprocess.SubprocessError, OSError):
            into.unlink(missing_ok=True)
    pytest.skip("LanguageTool could not be fetched from Maven Central")
