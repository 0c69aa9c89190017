"""The code of the modules a lint imports, kept in one file: found and read one by one they are 12 ms of a cold run.

Like a .pyc, a module's code is used while its source has the size and time it was compiled from.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from types import ModuleType

from checks import kept

STORE = "modules"
PACKAGE = "checks"
HOME = os.path.dirname(__file__)  # noqa: PTH120 - pathlib is not worth its 3 ms here
Kept = dict[str, tuple[str, tuple[int, int], bytes]]
"""By the name of a module: its file below ``HOME``, the stamp of that file, its code as in a .pyc."""


class Finder:
    """Finds and loads what is kept; ``sys.meta_path`` asks it first."""

    def __init__(self, stored: Kept) -> None:
        self.stored = stored

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name not in self.stored:
            return None
        below, stamp = self.stored[name][:2]
        file = f"{HOME}/{below}"
        try:
            if kept.stamp_of(file) != stamp:
                return None
        except OSError:
            return None
        spec = ModuleSpec(name, self, origin=file)  # type: ignore[arg-type]
        if below.endswith("__init__.py"):
            spec.submodule_search_locations = [file.rpartition("/")[0]]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """None: an ordinary module."""

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = module.__spec__.origin  # type: ignore[union-attr]
        exec(marshal.loads(self.stored[module.__name__][2]), vars(module))  # noqa: S102, S302 - trusted as a .pyc is


def use() -> None:
    """From now on import what is kept; for processes of our own, not for whoever imports ``checks``."""
    stored = kept.load(STORE, _stamp())
    if stored:
        sys.meta_path.insert(0, Finder(stored))


def keep() -> None:
    """Keep the code of every module of ours that is now imported."""
    kept.save(STORE, _stamp(), {name: found for name in sorted(sys.modules) for found in _compiled(name)})


def _stamp() -> tuple[str, tuple[int, int]]:
    """Of where the modules stand, and of this one, which says in what form they are kept."""
    return HOME, kept.stamp_of(__file__)


def _compiled(name: str) -> Iterator[tuple[str, tuple[int, int], bytes]]:
    file = getattr(sys.modules[name], "__file__", None)
    if not file or name == PACKAGE or not name.startswith(f"{PACKAGE}."):
        return
    stamp = kept.stamp_of(file)
    with open(file, "rb") as source:  # noqa: PTH123
        code = compile(source.read(), file, "exec", dont_inherit=True)
    yield os.path.relpath(file, HOME).replace(os.sep, "/"), stamp, marshal.dumps(code)
