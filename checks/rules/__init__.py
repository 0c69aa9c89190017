"""Every rule of the house, one module each, found by walking this package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from checks.rule import Rule


def _discover() -> Iterator[Rule]:
    # pkgutil would import inspect, ast and dis: 4 ms of every run.
    for file in Path(__file__).parent.glob("*/*.py"):
        if file.stem == "__init__":
            continue
        module = import_module(f"{__name__}.{file.parent.name}.{file.stem}")
        for item in vars(module).values():
            if isinstance(item, type) and issubclass(item, Rule) and item.__module__ == module.__name__:
                yield item()


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    return tuple(sorted(_discover(), key=lambda rule: rule.name()))
