"""What a command line asks for: which files, and how they are judged over what the office's configuration says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.commands import inputs
from checks.errors import UserError
from checks.report import STDIN
from checks.rules import all_rules
from checks.settings import config
from checks.settings.config import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def paths(args: argparse.Namespace) -> tuple[str, ...]:
    """The files to read. Raises UserError when there are none, or a name is given to no standard input."""
    found = inputs.files(args.files, args.exclude)
    if args.stdin_filename and STDIN not in found:
        raise UserError(
            "--stdin-filename đặt tên cho văn bản vào từ đầu vào chuẩn: hãy thêm “-” vào chỗ tên tệp, hoặc bỏ tùy chọn này."
        )
    return found


def named(args: argparse.Namespace, path: str) -> str:
    """The name a file goes by: an editor sends the text of a file, unsaved, through standard input."""
    return args.stdin_filename or path if path == STDIN else path


def settings(args: argparse.Namespace, path: str) -> Settings:
    """The settings for the file at ``path``: an option of the command takes the place of the key of the same name."""
    found = config.settings_for(path, args.config, isolated=args.isolated)
    if args.select:  # asked for by name: what the configuration ignores is not ignored now
        found = found._replace(select=_names(args.select), ignore=())
    if args.ignore:
        found = found._replace(ignore=_names(args.ignore))
    given = {key: value for key in ("fail_on", "baseline", "waivers") if (value := getattr(args, key)) is not None}
    return found._replace(**given, final=found.final or args.final)


def _names(items: Iterable[str]) -> tuple[str, ...]:
    own = [rule.name() for rule in all_rules()]
    wanted = _split(items)
    # Findings of a comparison are no rules; their names are imported only when somebody asks for one.
    return names(items, own if set(wanted) <= set(own) else config.rule_names())


def names(items: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """The names in ``items``, which commas may join. Raises UserError for one that is not ``known``."""
    wanted = _split(items)
    for name in wanted:
        if name not in known:
            from checks.settings.toml import nearest

            raise UserError(f"Không có phép kiểm tên “{name}”{nearest(name, known)}; xem danh sách bằng chithi rules.")
    return wanted


def _split(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for item in items for name in item.split(",") if name.strip())
