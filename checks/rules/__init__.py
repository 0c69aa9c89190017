"""Every rule of the house, one module each, found by walking this package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from checks.rule import Rule


def _discover() -> Iterator[Rule]:
    for folder in iter_modules(__path__, f"{__name__}."):
        package = import_module(folder.name)
        for module in iter_modules(package.__path__, f"{folder.name}."):
            for item in vars(import_module(module.name)).values():
                if isinstance(item, type) and issubclass(item, Rule) and item.__module__ == module.name:
                    yield item()


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    return tuple(sorted(_discover(), key=lambda rule: rule.name()))
