"""Dated facts: documents that newer ones have followed, bodies and units that no longer exist."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from assistant.rolling.edits import Edit, Turn, blank
from checks.document import LAW_2022
from checks.facts.dates import spell
from checks.finding import Span
from checks.letters import CAPITAL, SMALL


class Cited(NamedTuple):
    """A document and its end. ``by`` is the number that followed, ``hint`` what may be cited instead."""

    number: str
    title: str
    issued: date | None
    """Its own date, where the number was used again."""
    signed: date | None
    """The date to cite it with."""
    until: date
    by: str
    hint: str


class Wording(NamedTuple):
    """Words that a law overtook; ``write`` is empty where nothing certain took their place."""

    match: re.Pattern[str]
    write: str
    since: date
    note: str
    drop: bool
    levels: tuple[str, ...]


@cache
def documents() -> dict[str, Cited]:
    return {
        item["number"]: Cited(
            item["number"], item.get("title", ""), item.get("issued"), item.get("date"),
            item.get("until", date.max), item.get("by", ""), item.get("hint", ""),
        )
        for item in _table()["document"]
    }  # fmt: skip


@cache
def wordings() -> tuple[Wording, ...]:
    return tuple(
        Wording(
            _pattern(item["match"]),
            item["write"], item["since"], item["note"], item.get("drop", False), tuple(item.get("levels", ())),
        )
        for item in _table()["wording"]
    )  # fmt: skip


def _pattern(match: str) -> re.Pattern[str]:
    """A match of the table, at the start of a word unless it begins with a blank."""
    letters = match.replace("[HOA]", f"[{CAPITAL}]").replace("[thường]", f"[{SMALL}]")
    return re.compile(letters if letters.startswith(" ") else rf"(?<!\w)(?:{letters})")


def edits(turn: Turn) -> Iterator[Edit]:
    """Words a law overtook between last year's document and this one; recipients included."""
    written, today = turn.last.as_of or date(turn.old, 1, 1), turn.today
    spans = [*turn.area, *(line.span for line in turn.last.frame.recipients)]
    for wording in wordings():
        if not written < wording.since <= today or (wording.levels and turn.last.level not in wording.levels):
            continue
        for span in spans:
            for match in wording.match.finditer(turn.text, *span):
                yield _reworded(turn, match, wording)


def successor(number: str, issued: date | None, today: date) -> Cited | None:
    """What to cite in place of ``number`` on ``today``: itself where nothing is known against it, None where open."""
    known = documents().get(number)
    if known is None or (known.issued and issued and known.issued != issued):
        return Cited(number, "", None, None, date.max, "", "")
    while known.until < today:
        after = documents().get(known.by)
        if after is None or (after.signed and after.signed > today):
            return None
        known = after
    return known


def cited_on(today: date) -> tuple[str, str]:
    """The law on emulation and its decree, as they are cited on a day."""
    law = "15 tháng 6 năm 2022" if today >= LAW_2022 else "26 tháng 11 năm 2003"
    decree = successor("91/2017/NĐ-CP", None, today) or documents()["152/2025/NĐ-CP"]
    when = f" {spell(decree.signed)}" if decree.signed else ""
    return f"Luật Thi đua, khen thưởng ngày {law}", f"Nghị định số {decree.number}{when} của Chính phủ {decree.title}"


def _reworded(turn: Turn, match: re.Match[str], wording: Wording) -> Edit:
    span = Span(*match.span())
    if not wording.write and not wording.drop:
        return blank(turn, span, wording.note)
    written = match.expand(wording.write)
    return Edit(span, written, note=f"{wording.note} (văn bản trước ghi “{match[0].strip()}”).")


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(files(__package__ or "assistant.rolling").joinpath("changes.toml").read_text("utf-8"))
