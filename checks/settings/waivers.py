"""Waivers: findings that a named reason lets pass, until a day.

``chithi-waivers.toml`` holds one table a waiver. A waiver names its rule and quotes the words it is about; a reason is
required; after ``expires`` the finding counts again and that is said. Nobody here reads a clock: today is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Any

from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding
from checks.settings import toml
from checks.settings.baseline import name_in
from checks.values import NamedTuple

KEYS = ("rule", "quote", "context", "file", "reason", "expires")


class Waiver(NamedTuple):
    """``quote``: words that hold or touch the finding; ``context``: its fingerprint. One of the two is given."""

    rule: str
    reason: str
    quote: str = ""
    context: str = ""
    file: str = "*"
    """Pattern of file names, or of paths from the folder of the waivers."""
    expires: date | None = None
    """The last day it holds."""

    def about(self, path: str, home: Path) -> bool:
        """Does it speak of the file at ``path``? ``home``: the file of the waivers."""
        return fnmatch(Path(path).name, self.file) or fnmatch(name_in(home, path), self.file)

    def covers(self, doc: Document, finding: Finding, key: str) -> bool:
        """Is ``finding`` the one it speaks of?"""
        if finding.rule != self.rule:
            return False
        if self.context:
            return key == self.context
        quoted = re.compile(r"\s+".join(map(re.escape, self.quote.split())))
        return any(m.start() <= finding.span.end and finding.span.start <= m.end() for m in quoted.finditer(doc.text))


def load(file: Path, rules: Sequence[str]) -> tuple[Waiver, ...]:
    """The waivers of ``file``. Raises UserError for a mistake in it; ``rules`` are the names there are."""
    return _load(file, tuple(rules))


@lru_cache(maxsize=8)
def _load(file: Path, rules: tuple[str, ...]) -> tuple[Waiver, ...]:
    data = toml.read(file)
    toml.refuse_unknown(data, ("waiver",), f"Tệp {file}")
    items = data.get("waiver", [])
    if not isinstance(items, list):
        raise UserError(f"Tệp {file} phải gồm các bảng [[waiver]] (hai ngoặc vuông): hãy sửa lại.")
    return tuple(_waiver(item, f"Miễn trừ thứ {n} trong {file}", rules) for n, item in enumerate(items, 1))


def _waiver(item: Mapping[str, Any], where: str, rules: tuple[str, ...]) -> Waiver:
    toml.refuse_unknown(toml.table(item, where), KEYS, where)
    rule = toml.string(item.get("rule"), f"{where}: rule")
    if rule not in rules:
        raise UserError(f"{where} nêu phép kiểm không có “{rule}”{toml.nearest(rule, rules)}: hãy xem chithi rules.")
    if ("quote" in item) == ("context" in item):
        raise UserError(f"{where} phải có một trong hai khóa quote (trích chữ) và context (mã của phát hiện).")
    told = "quote" if "quote" in item else "context"
    expires = item.get("expires")
    if expires is not None and type(expires) is not date:
        raise UserError(f"{where}: expires phải là ngày không có ngoặc kép, ví dụ 2026-12-31: hãy sửa lại.")
    return Waiver(
        rule=rule,
        reason=toml.string(item.get("reason"), f"{where}: reason (lý do)"),
        file=toml.string(item.get("file", "*"), f"{where}: file"),
        expires=expires,
        **{told: toml.string(item[told], f"{where}: {told}")},
    )


def told(waiver: Waiver) -> str:
    """The reason as a report gives it, with its last day."""
    return f"{waiver.reason} (đến hết ngày {waiver.expires:%d/%m/%Y})" if waiver.expires else waiver.reason


def expired_remark(path: str, waiver: Waiver) -> str:
    """The finding counts again."""
    return (
        f"{path}: miễn trừ cho {waiver.rule} “{waiver.quote or waiver.context}” đã hết hạn ngày "
        f"{waiver.expires:%d/%m/%Y} nên phát hiện được tính lại; hãy sửa văn bản hoặc gia hạn."
    )


def idle_remark(path: str, waiver: Waiver) -> str:
    """The waiver names this file and covers nothing in it."""
    return (
        f"{path}: miễn trừ cho {waiver.rule} “{waiver.quote or waiver.context}” không còn khớp phát hiện nào; "
        "hãy xóa khỏi tệp miễn trừ."
    )
