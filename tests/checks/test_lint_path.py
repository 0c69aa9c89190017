"""A lint stays light: after checking a text or a Word file, nothing heavy has been imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checks.cli import plain
from checks.commands.options import Parser, register
from checks.report import FORMATS
from tests.checks.reading.make import directive

ROOT = Path(__file__).parents[2]
HEAVY = {
    "pydantic",
    "typer",
    "click",
    "requests",
    "openai",
    "langchain",
    "langchain_core",
    "langchain_openai",
    "streamlit",
    "docx",
    "numpy",
    "pandas",
    "lxml",
}
ONLY_WHEN_ASKED = {
    "json",
    "tomllib",
    "hashlib",
    "difflib",
    "inspect",
    "concurrent",
    "multiprocessing",
    "traceback",
    "typing",
    "pathlib",
    "argparse",
    "contextlib",
    "importlib.metadata",
    "checks.settings.baseline",
    "checks.settings.waivers",
    "checks.settings.toml",
    "checks.settings.office",
    "checks.settings.fingerprint",
    "checks.commands.timing",
    "checks.commands.pool",
    "checks.commands.fix",
    "checks.comparison",
}
PROGRAM = """
import sys
before = set(sys.modules)
from assistant.cli import main
code = main(sys.argv[1:])
loaded = sorted(set(sys.modules) - before)
import json
print(json.dumps([code, loaded]), file=sys.stderr)
"""


def modules_after(*arguments: str | Path) -> set[str]:
    """What ``chithi ARGUMENTS`` imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    code, names = json.loads(done.stderr.strip().splitlines()[-1])
    assert code in (0, 1), done.stderr
    return set(names)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One directive as text and as a Word file, in a folder of their own."""
    folder = tmp_path_factory.mktemp("van-ban")
    (folder / "a.docx").write_bytes(directive())
    source = ROOT / "corpus/xa-tan-phong-thuong-chi-thi-2026/document.txt"
    (folder / "a.txt").write_text(source.read_text("utf-8"), encoding="utf-8")
    return {"text": folder / "a.txt", "word": folder / "a.docx"}


@pytest.mark.parametrize("kind", ["text", "word"])
def test_nothing_heavy_is_imported_by_a_check(kind: str, files: dict[str, Path]) -> None:
    assert modules_after("check", files[kind]) & HEAVY == set()


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_heavy_is_imported_for_any_format(name: str, files: dict[str, Path]) -> None:
    loaded = modules_after("check", files["text"], "--format", name)
    reports = {module.removeprefix("checks.report.") for module in loaded if module.startswith("checks.report.")}
    assert (loaded & HEAVY, reports & set(FORMATS)) == (set(), {name})


def test_a_plain_check_imports_nothing_that_nobody_asked_for(files: dict[str, Path]) -> None:
    assert modules_after("check", files["text"]) & ONLY_WHEN_ASKED == set()


@pytest.mark.parametrize(
    "arguments",
    [["a.txt"], ["-"], ["a.txt", "b.txt"], ["a.txt", "--format", "json"], ["--format", "html", "a.txt", "thu-muc"]],
    ids=" ".join,
)
def test_plain_arguments_are_read_as_argparse_reads_them(arguments: list[str]) -> None:
    parser = Parser()
    register(parser.add_subparsers(dest="command"))
    assert vars(plain(arguments)) == {**vars(parser.parse_args(["check", *arguments])), "exclude": ()}


@pytest.mark.parametrize(
    "arguments",
    [[], ["--fix", "a.txt"], ["a.txt", "--format", "xml"], ["a.txt", "--format", "json", "b.txt"], ["--format", "json"],
     ["--format=json", "a.txt"], ["a.txt", "--format"], ["--format", "json", "a.txt", "--format", "text"]],
    ids=" ".join,
)  # fmt: skip
def test_argparse_reads_all_other_arguments(arguments: list[str]) -> None:
    assert plain(arguments) is None
