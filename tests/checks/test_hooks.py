"""The pre-commit hooks and the GitHub Action, run by hand on a git repository as their hosts would run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
ACTION = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text("utf-8"))
WRONG = "Các thôn nêu (ba việc và thi đua lập thành tích.\n"
REPAIRABLE = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nCác thôn thực hiện./\n\nNơi nhận:\n- Lưu: VT.\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A repository with one good and one wrong document, both committed to the index."""
    (tmp_path / "văn bản").mkdir()
    (tmp_path / "văn bản/sạch.txt").write_text("Các thôn thi đua lập thành tích.\n", encoding="utf-8")
    (tmp_path / "văn bản/sai.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "ghi-chu.py").write_text("(\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "add", "."], check=True)
    return tmp_path


def staged(repository: Path, pattern: str) -> list[str]:
    """The files pre-commit would hand to a hook: those in the index that match its ``files``."""
    listed = subprocess.run(
        ["git", "-C", repository, "ls-files", "-z"], capture_output=True, text=True, check=True
    ).stdout
    return [name for name in listed.split("\0") if name and re.search(pattern, name)]


def hook(identity: str, repository: Path) -> subprocess.CompletedProcess[str]:
    """The entry of a hook, started as pre-commit starts a script of the hook's repository."""
    script, *options = HOOKS[identity]["entry"].split()
    names = staged(repository, HOOKS[identity]["files"])
    return subprocess.run(
        [str(ROOT / script), *options, *names], capture_output=True, text=True, cwd=repository, check=False
    )


def action(repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step of the action, with the expressions of its ``env`` filled in as the runner does."""
    given = {name: str(item["default"]) for name, item in ACTION["inputs"].items()} | inputs
    (step,) = ACTION["runs"]["steps"]

    def filled(text: str) -> str:
        text = text.replace("${{ github.action_path }}", str(ROOT / ".github/actions/check"))
        return re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda m: given[m[1]], text)

    environment = {**os.environ, **{name: filled(text) for name, text in step["env"].items()}}
    assert "${{" not in step["run"], "an input in the script is a script of whoever names the file"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        capture_output=True,
        text=True,
        cwd=repository,
        env=environment,
        check=False,
    )


def test_the_hooks_are_named_as_the_documentation_names_them() -> None:
    assert set(HOOKS) == {"chithi-check", "chithi-fix"}
    assert os.access(ROOT / ".ci/chithi", os.X_OK)


def test_the_check_hook_blocks_a_commit_with_an_error(office: Path) -> None:
    done = hook("chithi-check", office)
    assert (done.returncode, "văn bản/sai.txt:1:" in done.stdout) == (1, True)


def test_the_check_hook_lets_a_clean_commit_pass(office: Path) -> None:
    subprocess.run(["git", "-C", office, "rm", "-q", "-f", "văn bản/sai.txt"], check=True)
    assert hook("chithi-check", office).returncode == 0


def test_the_fix_hook_repairs_in_place_and_leaves_nothing_beside(office: Path) -> None:
    (office / "văn bản/kế hoạch.txt").write_text(REPAIRABLE, encoding="utf-8")
    subprocess.run(["git", "-C", office, "add", "."], check=True)
    before = sorted(office.rglob("*.*"))
    hook("chithi-fix", office)
    assert "thực hiện./.\n" in (office / "văn bản/kế hoạch.txt").read_text("utf-8")
    assert sorted(office.rglob("*.*")) == before


def test_pre_commit_itself_runs_the_hooks(office: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    pre_commit = Path(sys.executable).with_name("pre-commit")
    home = tmp_path_factory.mktemp("pre-commit")
    clone = home / "chithi"
    subprocess.run(["git", "init", "-q", clone], check=True)
    shutil.copytree(ROOT / "checks", clone / "checks", ignore=shutil.ignore_patterns("__pycache__"))
    (clone / ".ci").mkdir()
    shutil.copy2(ROOT / ".ci/chithi", clone / ".ci/chithi")
    shutil.copy2(ROOT / ".pre-commit-hooks.yaml", clone)
    person = ["-c", "user.name=a", "-c", "user.email=a@localhost"]
    subprocess.run(["git", "-C", clone, "add", "."], check=True)
    subprocess.run(["git", "-C", clone, *person, "commit", "-q", "-m", "chithi"], check=True)
    done = subprocess.run(
        [str(pre_commit), "try-repo", str(clone), "chithi-check", "--all-files", "--verbose"],
        capture_output=True,
        text=True,
        cwd=office,
        env={**os.environ, "PRE_COMMIT_HOME": str(home / "cache")},
        check=False,
    )
    assert (done.returncode, "văn bản/sai.txt:1:" in done.stdout) == (1, True), done.stdout + done.stderr


def test_the_action_annotates_and_fails_the_step(office: Path) -> None:
    done = action(office)
    assert (done.returncode, "::error file=văn bản/sai.txt,line=1" in done.stdout) == (1, True)


def test_the_action_takes_its_inputs_as_data(office: Path) -> None:
    done = action(office, files="văn bản/sạch.txt\n$(touch hacked)\n")
    assert (done.returncode, (office / "hacked").exists()) == (2, False)


def test_the_action_writes_sarif_and_still_fails(office: Path) -> None:
    done = action(office, sarif="chithi.sarif", exclude="*.md")
    assert (done.returncode, json.loads((office / "chithi.sarif").read_text("utf-8"))["version"]) == (1, "2.1.0")


def test_the_action_can_look_without_failing(office: Path) -> None:
    assert action(office, **{"fail-on": "never"}).returncode == 0
