"""``python -m checks.precompile``: keep what every cold run would compute anew. Run by the installation.

Python caches a module's code and never a pattern's, nor an index of the lexicon (``checks.kept``).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from checks import engine, examples, kept, modules, patterns
from checks.language import lexicon, slips
from checks.rules import all_rules


def main() -> int:
    """Compile what the examples of all rules and the sample directives need, and write it down."""
    from checks import checking  # noqa: F401 - so that the modules of a run are there to be kept
    from checks.reading import text as _text  # noqa: F401
    from checks.report import text as _report  # noqa: F401

    rules = all_rules()
    for rule in rules:
        for text in (*rule.good, *rule.bad):
            engine.check(examples.document(examples.read(text).text), rules)
    for text in _samples():
        engine.check(examples.document(text), rules)
    keep_patterns({key: code for key in sorted(patterns.seen) if (code := _code(*key)) is not None})
    lexicon.keep()
    slips.keep()
    modules.keep()
    return 0


def keep_patterns(code: dict[patterns.Key, Any]) -> None:
    """Store compiled code for ``patterns.compiled``."""
    import _sre  # type: ignore[import-not-found,unused-ignore]

    kept.save(patterns.STORE, _sre.MAGIC, code)


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


if __name__ == "__main__":
    sys.exit(main())
