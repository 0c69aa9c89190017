"""The code of the modules a lint imports, kept in one file: found and read one by one they are 15 ms of a cold run.

Like a .pyc, a module's code is used while its source has the size and time it was compiled from. What every lint imports is
kept as code, so that all of it is read at once and a name that stands in every module is made once; the rest as bytes.
The examples of rules are left out: who asks for them reads the source (``whole``).
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Container, Iterator
from types import CodeType, ModuleType

from checks.caching import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from typing import Any
else:
    ModuleSpec = type(__spec__)

STORE = "modules"
EXAMPLES = frozenset({"good", "bad"})
PACKAGE = "checks"
HOME = os.path.dirname(os.path.dirname(__file__))
Kept = dict[str, tuple[str, tuple[int, int], CodeType | bytes]]
"""By the name of a module: its file below ``HOME``, the stamp of that file, its code or what a .pyc holds of it."""


class Finder:
    """Finds and loads what is kept; ``sys.meta_path`` asks it first."""

    def __init__(self, stored: Kept) -> None:
        self.stored = stored

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        file = self.file(name)
        if file is None:
            return None
        spec = ModuleSpec(name, self, origin=file)  # type: ignore[arg-type]
        if file.endswith("__init__.py"):
            spec.submodule_search_locations = [file.rpartition("/")[0]]
        return spec

    def file(self, name: str) -> str | None:
        """The source of a module whose kept code is still what the source says."""
        if name not in self.stored:
            return None
        below, stamp, _ = self.stored[name]
        file = f"{HOME}/{below}"
        try:
            return file if kept.stamp_of(file) == stamp else None
        except OSError:
            return None

    def create_module(self, spec: ModuleSpec) -> None:
        """None: an ordinary module."""

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = module.__spec__.origin  # type: ignore[union-attr]
        exec(self.code(module.__name__), vars(module))  # noqa: S102 - trusted as a .pyc is

    def code(self, name: str) -> CodeType:
        found = self.stored.pop(name)[2]  # run once: what only the module itself needed is in nobody's memory after it
        return marshal.loads(found) if isinstance(found, bytes) else found  # noqa: S302 - as a .pyc is


_in_use: list[Finder] = []
"""The finder of this process, once there is one."""


def use() -> None:
    """From now on import what is kept; for processes of our own, not for whoever imports ``checks``."""
    stored = kept.load(STORE, _stamp())
    if stored:
        _in_use[:] = [Finder(stored)]
        sys.meta_path.insert(0, _in_use[0])


def leaf(name: str) -> ModuleType:
    """What ``import`` gives, for a module that one thread alone imports: what is kept needs neither locks nor a search."""
    file = _in_use[0].file(name) if _in_use and name not in sys.modules else None
    if file is None:
        __import__(name)
        return sys.modules[name]
    made = ModuleType(name)
    vars(made).update(__file__=file, __package__=name.rpartition(".")[0])
    exec(_in_use[0].code(name), vars(made))  # noqa: S102
    sys.modules[name] = made
    return made


def whole(name: str) -> dict[str, Any]:
    """What a module holds with the examples of its rules."""
    held = {**vars(sys.modules[name])}
    exec(compile(_read(held["__file__"]), held["__file__"], "exec", dont_inherit=True), held)  # noqa: S102
    return held


def keep(often: Container[str] = ()) -> None:
    """Keep the code of every module of ours that is now imported; as code for those that are imported ``often``."""
    kept.save(STORE, _stamp(), {name: found for name in sorted(sys.modules) for found in _compiled(name, often)})


def _stamp() -> tuple[str, tuple[int, int]]:
    """Of where the modules stand, and of this one, which says in what form they are kept."""
    return HOME, kept.stamp_of(__file__)


def _compiled(name: str, often: Container[str]) -> Iterator[tuple[str, tuple[int, int], CodeType | bytes]]:
    file = getattr(sys.modules[name], "__file__", None)
    if not file or name == PACKAGE or not name.startswith(f"{PACKAGE}."):
        return
    stamp = kept.stamp_of(file)
    code = compile(_without_examples(_read(file)), file, "exec", dont_inherit=True)
    yield os.path.relpath(file, HOME).replace(os.sep, "/"), stamp, code if name in often else marshal.dumps(code)


def _read(file: str) -> bytes:
    with open(file, "rb") as source:
        return source.read()


def _without_examples(source: bytes) -> Any:
    """The syntax tree of a module whose classes have no ``EXAMPLES``."""
    import ast

    tree = ast.parse(source)
    for made in tree.body:
        if isinstance(made, ast.ClassDef):
            made.body = [part for part in made.body if not _names_examples(part)]
    return tree


def _names_examples(part: Any) -> bool:
    return EXAMPLES.issuperset(getattr(target, "id", "") for target in getattr(part, "targets", ["?"]))
