"""The numbers Word writes itself: the label of each automatically numbered paragraph, as it prints.

Counters belong to the abstract list, so two lists made from one count on together unless one overrides its start;
a deeper level starts anew after a higher one. LibreOffice's labels are the oracle in the tests.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from checks.values import NamedTuple

from .docx_package import W

_LEVELS = 9
_LARGEST = 9_999
"""No list counts further; a start value of two thousand million would be a Roman number of two million letters."""
_LABEL = 100
"""Longest text of a level; a long one repeated before every paragraph would fill the memory."""
_PLACE = re.compile(r"%(?P<level>[1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SEPARATOR = {"tab": " ", "space": " ", "nothing": ""}


class Level(NamedTuple):
    """One level of a list: its format and its text, such as `%1.%2.` or `%3)`."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    separator: str
    style: str | None


class Override(NamedTuple):
    start: int | None
    level: Level | None


class Instance(NamedTuple):
    """A w:num: an abstract list and what this use of it changes."""

    abstract: str
    overrides: dict[int, Override]


class Reference(NamedTuple):
    """A w:numPr: what a paragraph or a style says of its list. None: said by the style, or by nobody."""

    instance: str | None
    level: int | None


class Numbering:
    """Hands out the labels of one document, whose paragraphs must be asked in their order."""

    def __init__(self, part: ET.Element | None, styles: dict[str, Reference]) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._instances: dict[str, Instance] = {}
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if part is not None:
            self._load(part)

    def label(self, own: Reference | None, style: str | None) -> str:
        """The label before a paragraph, with the blank after it; empty when it is not numbered.

        Every bullet becomes “- ”, the sign of an enumeration in administrative documents, except “+ ”.
        """
        from_style = self._styles.get(style or "")
        instance = own.instance if own and own.instance is not None else from_style and from_style.instance
        if instance is None or instance not in self._instances:
            return ""
        abstract, overrides = self._instances[instance]
        levels = self._levels.get(abstract, {})
        at = self._level(own, from_style, style, levels)
        level = _level_at(at, levels, overrides)
        if level is None:
            return ""
        counts = self._count(instance, at, level)
        if level.format == "bullet":
            return "+ " if level.text.strip() == "+" else "- "
        text = _PLACE.sub(lambda match: self._number(int(match["level"]) - 1, level, counts, instance), level.text)
        return text + level.separator if text else ""

    def _load(self, part: ET.Element) -> None:
        links: dict[str, str] = {}
        definers: dict[str, str] = {}
        for abstract in part.iterfind(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            self._levels[key] = dict(_levels(abstract))
            if (link := _value(abstract, "numStyleLink")) is not None:
                links[key] = link
            if (link := _value(abstract, "styleLink")) is not None:
                definers[link] = key
        for key, link in links.items():
            self._levels[key] = self._levels.get(definers.get(link, ""), {})
        for num in part.iterfind(f"{W}num"):
            abstract_key = _value(num, "abstractNumId")
            if abstract_key is not None:
                # A list that only links to a style counts with the list that defines the style.
                shared = definers.get(links.get(abstract_key, ""), abstract_key)
                self._instances[num.get(f"{W}numId", "")] = Instance(shared, dict(_overrides(num)))

    def _level(
        self, own: Reference | None, from_style: Reference | None, style: str | None, levels: dict[int, Level]
    ) -> int:
        if own and own.level is not None:
            return own.level
        linked = next((at for at, level in levels.items() if level.style == style and style), None)
        if linked is not None:
            return linked
        return from_style.level or 0 if from_style else 0

    def _count(self, instance: str, at: int, level: Level) -> dict[int, int]:
        abstract, overrides = self._instances[instance]
        counts = self._counts.setdefault(abstract, {})
        start = overrides[at].start if at in overrides else None
        if start is not None and (instance, at) not in self._started:
            counts[at] = start
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._started.add((instance, at))
        levels = self._levels.get(abstract, {})
        for deeper in [deeper for deeper in counts if deeper > at]:
            restart = levels[deeper].restart if deeper in levels else None
            # lvlRestart 0: never; n: only after level n or a higher one.
            if restart is None or (restart != 0 and at < restart):
                del counts[deeper]
        return counts

    def _number(self, at: int, level: Level, counts: dict[int, int], instance: str) -> str:
        abstract, overrides = self._instances[instance]
        named = _level_at(at, self._levels.get(abstract, {}), overrides) or level
        number = counts.setdefault(at, named.start)
        return str(number) if level.legal else _FORMATS.get(named.format, str)(number)


def reference(properties: ET.Element | None) -> Reference | None:
    """The w:numPr of a w:pPr."""
    element = properties.find(f"{W}numPr") if properties is not None else None
    if element is None:
        return None
    level = _value(element, "ilvl")
    return Reference(_value(element, "numId"), None if level is None else _integer(level, 0))


def _level_at(at: int, levels: dict[int, Level], overrides: dict[int, Override]) -> Level | None:
    override = overrides.get(at)
    return override.level if override and override.level else levels.get(at)


def _levels(parent: ET.Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterfind(f"{W}lvl"):
        at = _integer(element.get(f"{W}ilvl"), 0)
        if at >= _LEVELS:
            continue
        restart = _value(element, "lvlRestart")
        legal = element.find(f"{W}isLgl")
        yield (
            at,
            Level(
                start=_integer(_value(element, "start"), 0),
                format=_value(element, "numFmt") or "decimal",
                text=(_value(element, "lvlText") or "")[:_LABEL],
                restart=None if restart is None else _integer(restart, 0),
                legal=legal is not None and legal.get(f"{W}val", "1") not in {"0", "false", "off"},
                separator=_SEPARATOR.get(_value(element, "suff") or "tab", " "),
                style=_value(element, "pStyle"),
            ),
        )


def _overrides(num: ET.Element) -> Iterator[tuple[int, Override]]:
    for element in num.iterfind(f"{W}lvlOverride"):
        start = _value(element, "startOverride")
        level = next((level for _, level in _levels(element)), None)
        yield _integer(element.get(f"{W}ilvl"), 0), Override(None if start is None else _integer(start, 1), level)


def _value(parent: ET.Element, tag: str) -> str | None:
    element = parent.find(W + tag)
    return None if element is None else element.get(f"{W}val")


def _integer(value: str | None, default: int) -> int:
    try:
        return max(0, min(int(value or default), _LARGEST))
    except ValueError:
        return default


def _roman(number: int) -> str:
    digits = []
    for value, sign in _ROMAN:
        digits.append(sign * (number // value))
        number %= value
    return "".join(digits)


def _letter(number: int) -> str:
    """a, b, c, d, e … z, aa, bb: Word knows no đ, so an automatic list prints e) where đ) is meant."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if number > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "none": lambda _: "",
}
