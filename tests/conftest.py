"""What every test may use: LibreOffice, a browser's path, and a hypothesis profile that is the same on every run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from assistant import programs
from assistant.precedents.corpus import Corpus, shipped

IN_CI = os.environ.get("CI") == "true"
OFFICE_SECONDS = 90
APP = Path(__file__).parent / "app"
"""Tests of the pages: server, browser and test each keep their own time. In CI a second try decides; every one is listed."""

settings.register_profile(
    "ci", max_examples=25, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("local", max_examples=100, deadline=None)
settings.load_profile("ci" if IN_CI else "local")

Convert = Callable[[Path, str], Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test is marked by the program it asks for, so that `-m "not browser"` cannot miss one."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "chromium" in fixtures:
            item.add_marker(pytest.mark.browser)
        if "soffice" in fixtures:
            item.add_marker(pytest.mark.office)
        if IN_CI and APP in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CI=true a skipped browser or office test is a failure: a green run has run them."""
    report = yield
    marked = any(item.get_closest_marker(name) for name in ("browser", "office"))
    # An expected failure (xfail) reports itself as skipped too.
    if IN_CI and marked and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not accept: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data with catalogue and index of all samples, to be copied: to make them takes seconds."""
    folder = tmp_path_factory.mktemp("samples")
    corpus = Corpus(folder, shipped())
    assert corpus.search("trồng rừng")
    corpus.close()
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser that playwright drives."""
    return found("chromium")


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice."""
    return found("soffice")


def found(name: str) -> str:
    path = programs.find(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


@pytest.fixture(scope="session")
def convert(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """`convert(path, "pdf")`: the file that LibreOffice made of `path`, in a new folder.

    The profile is our own: a LibreOffice that the developer has open would take the job and answer nothing.
    """
    profile = tmp_path_factory.mktemp("soffice-profile")

    def run(path: Path, to: str) -> Path:
        out = tmp_path_factory.mktemp("converted")
        done = subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                to,
                "--outdir",
                str(out),
                str(path),
            ],
            capture_output=True,
            text=True,
            timeout=OFFICE_SECONDS,
            check=False,
        )
        made = list(out.iterdir())
        # LibreOffice exits with 0 also when it could not read the file.
        assert len(made) == 1, f"LibreOffice made no {to} of {path.name}: {done.stdout}{done.stderr}"
        return made[0]

    return run
