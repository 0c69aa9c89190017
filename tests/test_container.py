"""The container's recipe: what it copies is what the package is made of, and it runs as an ordinary user.

No container engine runs where the tests do: the image itself was built and run by hand (docs/ci.md).
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RECIPE = (ROOT / "Containerfile").read_text("utf-8")
STEPS = re.findall(r"^([A-Z]+) ((?:\\\n|.)*)$", RECIPE, re.MULTILINE)


def test_all_that_the_package_is_made_of_reaches_the_build() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = build["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        *wheel["packages"],
        *wheel["force-include"],
        *build["project"]["license-files"],
        build["project"]["readme"],
    }
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")]
    assert needed | {"pyproject.toml", ".ci/lock/app.txt"} == set(allowed)
    assert all((ROOT / name).exists() for name in allowed)


def test_packages_are_those_of_the_lock_with_their_hashes() -> None:
    installs = [text for step, text in STEPS if step == "RUN" and "pip install" in text]
    assert [("--require-hashes" in text, "--no-index" in text) for text in installs] == [(True, False), (False, True)]


def test_it_runs_as_an_ordinary_user_that_can_write_to_its_data_only() -> None:
    last = [step for step, _ in STEPS][::-1].index("USER")
    assert STEPS[-1 - last][1] == "10001:10001"
    assert all(step in ("ENTRYPOINT", "CMD") for step, _ in STEPS[len(STEPS) - last :])
    assert ("VOLUME", "/data") in STEPS


def test_nothing_is_fetched_but_packages_and_the_base() -> None:
    assert not re.search(r"\b(?:ADD|curl|wget|apt-get|git clone)\b", RECIPE)
    assert "://" not in re.sub(r"^#.*$", "", RECIPE, flags=re.MULTILINE)
