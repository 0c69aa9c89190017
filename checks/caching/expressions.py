"""The code of the regular expressions a lint compiles, kept in one file: compiling them is 45 ms of a cold run.

``re`` itself takes it from there, so that a rule may write ``re.search`` wherever that reads best.
"""

from __future__ import annotations

import re
from re import _compiler, _parser  # type: ignore[attr-defined]

from checks.caching import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STORE = "expressions"
Key = tuple[str | bytes, int]
"""A source and its flags."""
Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine is handed: flags, instructions, groups, their numbers by name and their names by number."""


def use() -> None:
    """From now on compile what is kept from its code; for processes of our own, not for whoever imports ``checks``."""
    stored: dict[Key, Code] | None = kept.load(STORE, _stamp())
    if not stored:
        return
    compile_anew = re._compile  # type: ignore[attr-defined]
    made: dict[Key, re.Pattern[Any]] = {}

    def compile_kept(source: Any, flags: int) -> re.Pattern[Any]:
        key = source, flags if flags.__class__ is int else int(flags)
        if key in made:
            return made[key]
        if key not in stored:
            return compile_anew(source, flags)  # type: ignore[no-any-return]
        made[key] = found = _pattern(source, stored[key])
        return found

    re._compile = compile_kept  # type: ignore[attr-defined]


def record() -> set[Key]:
    """What is compiled in this process from now on, filled as it goes."""
    seen: set[Key] = set()
    compile_anew = _compiler.compile

    def compile_seen(source: Any, flags: int = 0) -> re.Pattern[Any]:
        seen.add((source, flags))
        return compile_anew(source, flags)  # type: ignore[no-any-return]

    _compiler.compile = compile_seen
    return seen


def keep(seen: set[Key]) -> None:
    """Keep the code of all that was ``seen``."""
    made = {key: code for key in sorted(seen, key=repr) if (code := code_of(*key)) is not None}
    kept.save(STORE, _stamp(), made)


def _stamp() -> tuple[int, tuple[int, int]]:
    """Of the engine whose code it is, and of this module, which says in what form it is kept."""
    return _compiler.MAGIC, kept.stamp_of(__file__)


def code_of(source: Any, flags: int) -> Code | None:
    """What ``re.compile`` hands to the engine; None where this interpreter's compiler is not as we know it."""
    from array import array

    try:
        tree: Any = _parser.parse(source, flags)
        code = _compiler._code(tree, flags)
        names = dict(tree.state.groupdict)
        by_number: list[str | None] = [None] * tree.state.groups
        for name, number in names.items():
            by_number[number] = name
    except AttributeError:
        return None
    return flags | tree.state.flags, array("I", code).tobytes(), tree.state.groups - 1, names, tuple(by_number)


def _pattern(source: Any, code: Code) -> re.Pattern[Any]:
    flags, words, groups, names, by_number = code
    instructions = memoryview(words).cast("I").tolist()
    return _compiler._sre.compile(source, flags, instructions, groups, names, by_number)  # type: ignore[no-any-return]
