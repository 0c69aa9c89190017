"""The one command, ``chithi``: each subcommand is imported when it is the one asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from assistant import own_table
from checks import cli as checking
from checks.entry import start, stopped

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from pathlib import Path
    from typing import NoReturn

HOMES = {
    "check": "checks.commands.options",
    "fix": "checks.commands.options",
    "rules": "checks.commands.options",
    "explain": "checks.commands.options",
    "compare": "assistant.commands.compare",
    "draft": "assistant.commands.draft",
    "corpus": "assistant.commands.corpus",
    "serve": "assistant.proofreading.server",
    "dictionary": "assistant.commands.dictionary",
    "app": "assistant.launch",
}
"""Which module registers a subcommand; a lint must not pay for the drafting."""


def main(argv: Sequence[str] | None = None) -> int:
    """``chithi COMMAND …``; exit codes as in ``checks.cli``."""
    checking.speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    asked = arguments[0] if arguments and arguments[0] in HOMES else None
    args = checking.plain(arguments[1:]) if asked == "check" else None
    args = args or _parsed(arguments, asked)
    if asked in PAIRED and args.pairs is None and getattr(args, "previous", None):
        args.pairs = remembered_pairs()
    if asked in JUDGING:
        own_table.use(stays=asked in STAYING)
    return checking.guarded(args.run, args)


def _parsed(arguments: Sequence[str], asked: str | None) -> argparse.Namespace:
    from importlib import import_module

    from checks.commands.options import Parser

    parser = Parser(prog="chithi", description="Soạn và kiểm tra văn bản phát động thi đua.")
    parser.tell_version()
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    for home in [HOMES[asked]] if asked else dict.fromkeys(HOMES.values()):
        import_module(home).register(commands)
    return parser.parse_args(arguments)


JUDGING = frozenset({"check", "fix", "draft", "serve", "app"})
"""Commands that judge spelling: by the office's own table, where its corpus has made one."""
STAYING = frozenset({"serve", "app"})
"""Those that run on while the corpus is added to."""
PAIRED = frozenset({"check", "compare"})
"""Commands that hold a text against last year's: targets an officer has paired by hand are paired there too."""


def remembered_pairs() -> Path | None:
    """The file of pairs in the office's folder; None where nothing was paired yet."""
    from assistant.folders import data_folder
    from assistant.pairs import FILE

    path = data_folder() / FILE
    return path if path.is_file() else None


BRIEF = frozenset({"check", "fix", "rules", "explain", "compare"})
"""Commands that are over in a moment and leave nothing to be torn down."""


def entry() -> NoReturn:
    """The command ``chithi`` as a process."""
    if BRIEF.intersection(sys.argv[1:2]):
        start(main)
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(stopped())


if __name__ == "__main__":
    entry()
