"""``python -m checks.precompile``: keep the compiled code of every pattern that checking uses. Run by the installation.

Python caches a module's code and never a pattern's. The code comes from the interpreter's own compiler and is read back
by the same interpreter only; a wrong or foreign file is ignored (``checks.patterns``).
"""

from __future__ import annotations

import marshal
import sys
import tempfile
from pathlib import Path
from typing import Any

from checks import engine, examples, patterns
from checks.rules import all_rules


def main() -> int:
    """Compile what the examples of all rules and the sample directives need, and write it down."""
    rules = all_rules()
    for rule in rules:
        for text in (*rule.good, *rule.bad):
            engine.check(examples.document(examples.read(text).text), rules)
    for text in _samples():
        engine.check(examples.document(text), rules)
    kept = {key: code for key in sorted(patterns.seen) if (code := _code(*key)) is not None}
    _write(patterns.store(), kept)
    return 0


def _samples() -> list[str]:
    here = Path(__file__).resolve().parent.parent
    return [path.read_text("utf-8") for path in sorted(here.glob("corpus/*/document.txt"))]


def _code(source: str, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]] | None:
    """What ``re.compile`` hands to the engine; None where this interpreter's compiler is not as we know it."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

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


def _write(path: Path, kept: dict[patterns.Key, Any]) -> None:
    import _sre  # type: ignore[import-not-found,unused-ignore]

    path.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(marshal.dumps((_sre.MAGIC, sys.version, kept)))
    made = Path(file.name)
    made.chmod(0o644)
    made.replace(path)


if __name__ == "__main__":
    sys.exit(main())
