"""The house keeps its own promises: pages fresh, every error in Vietnamese, commands of the README real."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import HOMES
from checks.report.pages import pages
from checks.rules import all_rules

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*ROOT.glob("checks/**/*.py"), *ROOT.glob("assistant/**/*.py")])
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
DOCUMENTS = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]


def test_the_rules_page_is_fresh() -> None:
    assert (ROOT / "docs/rules.md").read_text("utf-8") == pages(all_rules())


def test_nothing_stray_lies_at_the_top() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    top = {name.partition("/")[0] for name in tracked if name and not name.startswith(".")}
    if not top:
        pytest.skip("no checkout of git: what is tracked cannot be told")
    rooms = {"assistant", "benchmarks", "checks", "corpus", "docs", "prompts", "tests"}
    assert top <= {*rooms, "app.py", "pyproject.toml", "README.md", "LICENSE", "Containerfile"}


def test_a_rule_has_its_own_name() -> None:
    names = [rule.name() for rule in all_rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_problem_the_office_can_solve_is_told_in_vietnamese(source: Path) -> None:
    told = []
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UserError" and node.args:
            words = "".join(
                str(part.value)
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
            literal = isinstance(node.args[0], (ast.Constant, ast.JoinedStr))
            told.append(not literal or not words.strip(" .:") or VIETNAMESE.search(words) is not None)
    assert all(told)


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda p: p.name)
def test_commands_named_in_the_documents_exist(page: Path) -> None:
    named = set(re.findall(r"(?:^|`)chithi ([a-z]+)\b", page.read_text("utf-8"), re.MULTILINE))
    assert named <= {*HOMES, "corpus"}, named - set(HOMES)


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda p: p.name)
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("command", sorted(HOMES))
def test_every_command_explains_itself(command: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "assistant.cli", command, "--help"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert VIETNAMESE.search(run.stdout)


def test_modules_stay_readable() -> None:
    long = {str(p.relative_to(ROOT)): n for p in SOURCES if (n := len(p.read_text("utf-8").splitlines())) > 420}
    assert long == {}


def test_every_folder_and_every_module_beside_it_has_its_place_in_the_architecture() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    folders = {
        f"{source.parent.relative_to(ROOT).as_posix()}/"
        for source in SOURCES
        if len(source.parent.relative_to(ROOT).parts) == 2
    }
    modules = {source.name for home in ("checks", "assistant") for source in (ROOT / home).glob("[a-z]*.py")}
    known = {name for line in page.splitlines() if line.startswith("|") for name in re.findall(r"`([^` ]+)`", line)}
    named = known | {f"checks/{name}" for name in known} | {name.rpartition("/")[2] for name in known}
    assert sorted((folders | modules) - named) == []
