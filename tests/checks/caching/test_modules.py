"""A module from the kept file is the module itself; one whose source has changed is read from its source."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.caching import kept, modules
from checks.rule import Rule

NAME = "checks.made_for_a_test"


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A module of the package beside the others, kept."""
    monkeypatch.setattr(kept, "HOME", tmp_path)
    monkeypatch.setattr(modules, "HOME", str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(sys.modules["checks"], "__path__", [str(tmp_path)])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    file = tmp_path / "made_for_a_test.py"
    file.write_text("ANSWER = 'kept'\n", encoding="utf-8")
    importlib.import_module(NAME)
    modules.keep()
    del sys.modules[NAME]
    modules.use()
    importlib.invalidate_caches()
    yield file
    sys.modules.pop(NAME, None)


def test_a_kept_module_is_the_module(source: Path) -> None:
    module = importlib.import_module(NAME)
    assert isinstance(module.__loader__, modules.Finder)
    assert (module.ANSWER, module.__file__, module.__package__) == ("kept", str(source), "checks")


def test_a_changed_module_is_read_anew(source: Path) -> None:
    source.write_text("ANSWER = 'changed since'\n", encoding="utf-8")
    module = importlib.import_module(NAME)
    assert module.ANSWER == "changed since"


def test_a_module_that_is_gone_is_not_found(source: Path) -> None:
    source.unlink()
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(NAME)


RULE = """
from checks.rule import Rule

GREETING = "Kính gửi"


class MadeForATest(Rule):
    tier = "gợi ý"
    good = (f"{GREETING}: các thôn.",)
    bad = ("[[Kinh gửi]]: các thôn.",)
"""


def test_a_rule_is_kept_without_its_examples_and_tells_them_all_the_same(source: Path) -> None:
    source.write_text(RULE, encoding="utf-8")
    importlib.import_module(NAME)
    modules.keep()
    del sys.modules[NAME]
    modules.use()
    kept_rule = importlib.import_module(NAME).MadeForATest
    assert issubclass(kept_rule, Rule)
    assert not {"good", "bad"} & set(vars(kept_rule))
    assert (kept_rule.tier, kept_rule().good, kept_rule().bad) == (
        "gợi ý",
        ("Kính gửi: các thôn.",),
        ("[[Kinh gửi]]: các thôn.",),
    )
