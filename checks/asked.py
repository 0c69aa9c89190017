"""What a command line asks for, over what the office's configuration says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks import config
from checks.config import Settings
from checks.errors import UserError
from checks.rules import all_rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


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
            from checks.toml import nearest

            raise UserError(f"Không có phép kiểm tên “{name}”{nearest(name, known)}; xem danh sách bằng chithi rules.")
    return wanted


def _split(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for item in items for name in item.split(",") if name.strip())
