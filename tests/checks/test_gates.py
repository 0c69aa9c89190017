"""What a pattern of a rule asks for before it is tried (``needs``, ``hooks``) hides nothing from it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checks import examples
from checks.patterns import Pattern
from checks.rules import all_rules

CORPUS = sorted(Path(__file__).parents[2].glob("corpus/*/document.txt"))[::9]
RULES = {rule.name(): rule for rule in all_rules()}
NARROWER = frozenset({"stated-mean", "stated-share"})
"""Whose hooks are a part of what they look for: a share of things counted, and a mean without the comma before it."""


@pytest.mark.parametrize("name", sorted(RULES.keys() - NARROWER))
def test_a_pattern_finds_what_its_expression_finds(name: str) -> None:
    rule = RULES[name]
    texts = [examples.read(example).text for example in (*rule.good, *rule.bad)]
    texts.append("\n".join(path.read_text("utf-8") for path in CORPUS))
    own = [value for value in vars(sys.modules[type(rule).__module__]).values() if isinstance(value, Pattern)]
    for pattern in own:
        for text in texts:
            found = [match.span() for match in pattern.finditer(text)]
            assert found == [match.span() for match in pattern.compiled.finditer(text)], pattern.source
