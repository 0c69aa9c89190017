"""The fixtures of conftest.py at work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

SKIPPING = """
import pytest

@pytest.mark.browser
def test_of_a_page():
    pytest.skip("no browser")
"""


def test_libreoffice_makes_a_word_file(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    text = tmp_path / "chi-thi.txt"
    text.write_text("Chỉ thị về phong trào thi đua", encoding="utf-8")
    assert convert(text, "docx").suffix == ".docx"


@pytest.mark.parametrize(("ci", "outcome"), [("true", {"failed": 1}), ("", {"skipped": 1})])
def test_a_skipped_browser_test_fails_in_ci_only(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: dict[str, int]
) -> None:
    here = Path(__file__).parent
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PYTHONPATH", str(here.parent))
    pytester.makeconftest((here / "conftest.py").read_text("utf-8"))
    pytester.makeini("[pytest]\nmarkers =\n    browser: b\n    office: o\n")
    pytester.makepyfile(SKIPPING)
    done = pytester.runpytest_subprocess()
    done.assert_outcomes(**outcome)
