"""Settings of an office: ``chithi.toml`` or ``[tool.chithi]`` of ``pyproject.toml``, found upwards from the file.

Paths in it are relative to it. Nothing is parsed where there is no such file, so a lint without one pays nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from checks.errors import UserError
from checks.finding import Severity
from checks.rules import all_rules
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

OWN_FILE = "chithi.toml"
SHARED_FILE = "pyproject.toml"
WAIVERS = "chithi-waivers.toml"
TABLE = "tool.chithi"
FAIL_ON = ("error", "warning", "style", "never")
PATHS = ("dictionary", "phrases", "waivers", "baseline")
KEYS = ("select", "ignore", "severity", "fail-on", "final", *PATHS)
OFFICE = "office-phrase"
LANGUAGETOOL = "languagetool"


class Settings(NamedTuple):
    """How one file is judged. Empty ``select``: every rule."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    fail_on: str = "error"
    final: bool = False
    dictionary: Path | None = None
    phrases: Path | None = None
    waivers: Path | None = None
    baseline: Path | None = None
    origin: Path | None = None
    """The file these were read from."""


def settings_for(path: str, config: Path | None = None, *, isolated: bool = False) -> Settings:
    """The settings of the file at ``path``. Raises UserError for a mistake in them."""
    if isolated:
        return Settings()
    folder = os.path.realpath(os.path.dirname(path) if path != "-" else "")
    if config is None:
        return _found(folder)
    return _with_waivers(read(config), folder)


@lru_cache(maxsize=256)
def _found(folder: str) -> Settings:
    for home in _upwards(folder):
        own, shared = os.path.join(home, OWN_FILE), os.path.join(home, SHARED_FILE)
        if os.path.isfile(own):
            return _with_waivers(_read(own), folder)
        if os.path.isfile(shared) and _mentions(shared):
            return _with_waivers(_read(shared), folder)
    return _with_waivers(Settings(), folder)


def _with_waivers(settings: Settings, folder: str) -> Settings:
    if settings.waivers is not None:
        return settings
    near = next(filter(os.path.isfile, (os.path.join(home, WAIVERS) for home in _upwards(folder))), None)
    if near is None:
        return settings
    from pathlib import Path

    return settings._replace(waivers=Path(near))


def _upwards(folder: str) -> Iterator[str]:
    """``folder`` and all above it."""
    above = ""
    while folder != above:
        yield folder
        above, folder = folder, os.path.dirname(folder)


def _mentions(shared: str) -> bool:
    """Cheaper than parsing: most ``pyproject.toml`` files are not ours."""
    try:
        with open(shared, "rb") as file:
            return b"tool.chithi" in file.read()
    except OSError:
        return False


def _read(file: str) -> Settings:
    from pathlib import Path

    return read(Path(file))


@lru_cache(maxsize=64)
def read(file: Path) -> Settings:
    """The settings in ``file``. Raises UserError for unknown keys, wrong values and what cannot be read."""
    from checks.settings import toml

    data: Any = toml.read(file)
    where = str(file)
    if file.name == SHARED_FILE:
        where = f"[{TABLE}] của {file}"
        data = toml.table(data.get("tool", {}), "[tool]").get("chithi")
        if data is None:
            raise UserError(f"{file} không có bảng [{TABLE}]: hãy thêm bảng đó hoặc bỏ --config.")
        data = toml.table(data, where)
    toml.refuse_unknown(data, KEYS, where)
    final = data.get("final", False)
    if not isinstance(final, bool):
        raise UserError(f"{where}: final phải là true hoặc false (không có ngoặc kép): hãy sửa lại.")
    return Settings(
        select=_rules(toml.strings(data.get("select", []), f"{where}: select"), f"{where}: select"),
        ignore=_rules(toml.strings(data.get("ignore", []), f"{where}: ignore"), f"{where}: ignore"),
        severity=_severities(toml.table(data.get("severity", {}), f"{where}: severity"), where),
        fail_on=toml.choice(data.get("fail-on", "error"), FAIL_ON, f"{where}: fail-on"),
        final=final,
        origin=file,
        **{key: file.parent / toml.string(data[key], f"{where}: {key}") for key in PATHS if key in data},
    )


def rule_names() -> tuple[str, ...]:
    """Every name that a setting or a waiver may use: rules, the office's own, findings of a comparison and of LanguageTool."""
    from checks.comparison.leftovers import RULES

    return (*(rule.name() for rule in all_rules()), OFFICE, LANGUAGETOOL, *RULES)


def _rules(names: Sequence[str], where: str) -> tuple[str, ...]:
    own = {rule.name() for rule in all_rules()}
    for name in names:
        if name not in own and name not in (known := rule_names()):
            from checks.settings import toml

            raise UserError(
                f"{where} nêu phép kiểm không có “{name}”{toml.nearest(name, known)}: hãy xem danh sách bằng chithi rules."
            )
    return tuple(names)


def _severities(table: Mapping[str, Any], where: str) -> tuple[tuple[str, Severity], ...]:
    from checks.settings import toml

    _rules(tuple(table), f"{where}: severity")
    return tuple(
        (name, Severity(toml.choice(level, tuple(Severity), f"{where}: severity.{name}")))
        for name, level in table.items()
    )


def shown(settings: Settings) -> str:
    """The settings as a ``chithi.toml`` would say them, with a line that says where they came from."""
    import json

    origin = settings.origin or "không có tệp cấu hình"
    lines = [f"# {origin}"]
    for key in ("select", "ignore"):
        lines.append(f"{key} = {json.dumps(getattr(settings, key))}")
    lines += [f'fail-on = "{settings.fail_on}"', f"final = {str(settings.final).lower()}"]
    for key in PATHS:
        value = getattr(settings, key)
        lines.append(
            f"# {key}: không dùng" if value is None else f"{key} = {json.dumps(str(value), ensure_ascii=False)}"
        )
    if settings.severity:
        lines += ["", "[severity]", *(f'{name} = "{level}"' for name, level in settings.severity)]
    return "\n".join(lines) + "\n"
