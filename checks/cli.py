"""The commands that need no drafting: check, fix, rules, explain. Imported on every lint, so it imports little."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace

from checks.errors import UserError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any, TextIO

OK, FOUND, FAILED = 0, 1, 2
"""Exit codes: nothing at or above --fail-on; something; could not check."""
COMMANDS = ("check", "fix", "rules", "explain")


def run_check(args: argparse.Namespace) -> int:
    """``chithi check``: report every file that can be read; exit 2 if one could not be checked."""
    from checks.commands.check import check

    return check(args)


def run_fix(args: argparse.Namespace) -> int:
    """``chithi fix``: show or write the text with its certain repairs made; the original is never lost."""
    from checks.commands.fix import fix

    return fix(args)


def run_rules(args: argparse.Namespace) -> int:
    """``chithi rules``: name, severity, strength of source and title of every rule."""
    from checks.rules import all_rules

    if args.markdown:
        from checks.report.pages import pages

        print(pages(all_rules()), end="")
        return OK
    if args.json:
        from checks.report.pages import listed

        print(listed(all_rules()), end="")
        return OK
    widest = max(len(rule.name()) for rule in all_rules())
    for rule in all_rules():
        print(f"{rule.name():{widest}} {rule.severity.label:12} {rule.tier:9} {rule.title()}")
    return OK


def run_explain(args: argparse.Namespace) -> int:
    """``chithi explain RULE``."""
    from checks.commands.asked import names
    from checks.report.pages import page
    from checks.rules import all_rules

    wanted = names([args.rule], [rule.name() for rule in all_rules()])
    print("\n".join(page(rule) for rule in all_rules() if rule.name() in wanted), end="")
    return OK


def plain(arguments: Sequence[str]) -> Any:
    """What argparse makes of the arguments of ``check`` if they name files and at most a format before or behind them.

    None for all others. To ask argparse takes as long as a third of the rules.
    """
    from checks.report import FORMATS

    files, name = list(arguments), "text"
    at = files.index("--format") if "--format" in files else -1
    if at >= 0 and at in (0, len(files) - 2) and len(files) > 2:
        _, name = files[at : at + 2]
        del files[at : at + 2]
    if not files or name not in FORMATS or any(file.startswith("-") and file != "-" for file in files):
        return None
    return SimpleNamespace(**UNASKED, files=files, format=name, run=run_check)


NONE = "stdin_filename output fail_on previous pairs languagetool baseline write_baseline waivers jobs select ignore issued config"
FALSE = "diff fix unsafe_fixes statistics timing show_settings final isolated"
UNASKED: dict[str, object] = {
    "command": "check",
    "exclude": (),
    **dict.fromkeys(NONE.split()),
    **dict.fromkeys(FALSE.split(), False),
}
"""The options of a check where nobody asks for any."""


def speak_utf8() -> None:
    """A pipe on Windows is not UTF-8, and a file name on Linux may be no text at all: neither may stop a report."""
    # Closed by whoever started us (“>&-”), a stream is None: what nobody hears goes nowhere.
    sys.stdout, sys.stderr = (stream or open(os.devnull, "w", encoding="utf-8") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def guarded(run: Any, args: argparse.Namespace, stderr: TextIO | None = None) -> int:
    """Run a command; a problem the office can solve is one sentence and exit 2, and so is a defect of ours."""
    try:
        return int(run(args))
    except UserError as error:
        print(error, file=stderr or sys.stderr)
    except BrokenPipeError:  # “chithi check … | head”
        # Or Python complains once more while it exits, and exits with 120.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception:  # noqa: BLE001 - an uncaught exception would exit with 1, which means “findings”
        import traceback

        traceback.print_exc(file=stderr or sys.stderr)
        print(
            "chithi gặp sự cố nên chưa kiểm tra xong: hãy gửi đoạn báo lỗi trên cho người phụ trách.", file=sys.stderr
        )
    return FAILED


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m checks``: ``chithi check`` without the rest."""
    speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] not in (*COMMANDS, "-h", "--help", "--version"):
        arguments = ["check", *arguments]
    args = plain(arguments[1:]) if arguments[0] == "check" else None
    if args is None:
        from checks.commands.options import Parser, register

        parser = Parser(prog="python -m checks", description="Kiểm tra văn bản trước khi ban hành.")
        parser.tell_version()
        commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", prog=parser.prog)
        register(commands)
        args = parser.parse_args(arguments)
    return guarded(args.run, args)
