"""What the styles of a Word file say of its characters and paragraphs, inheritance resolved."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from checks.values import NamedTuple

from .docx_numbering import Reference, reference
from .docx_package import W

TABLE_STYLES = (b'<w:style w:type="table"', b"</w:style>")
"""Nine tenths of the styles that python-docx writes into every file: 10 ms to parse, and nothing for us in them."""

_OFF = {"0", "false", "off", "none"}
_RUN = f"{W}rPr"
_PARAGRAPH = f"{W}pPr"


class Character(NamedTuple):
    """What is said of characters; None where nothing is said."""

    font: str | None = None
    """A name, or a place of the theme such as minorHAnsi."""
    size: float | None = None
    """Points."""
    hidden: bool | None = None
    capitals: bool | None = None

    def over(self, base: Character) -> Character:
        """This, completed by `base` where it says nothing."""
        return Character(
            base.font if self.font is None else self.font,
            base.size if self.size is None else self.size,
            base.hidden if self.hidden is None else self.hidden,
            base.capitals if self.capitals is None else self.capitals,
        )


class Style(NamedTuple):
    character: Character
    numbering: Reference | None
    first_line: int | None
    """Twips; negative when hanging."""


class Styles(NamedTuple):
    """Every style by its id, and the id of the one that paragraphs without a style have."""

    by_id: dict[str, Style]
    default: str | None

    def paragraph(self, style: str | None) -> Style:
        return self.by_id.get(style or self.default or "", _PLAIN)

    def references(self) -> dict[str, Reference]:
        return {key: style.numbering for key, style in self.by_id.items() if style.numbering}


NOTHING = Character()
_PLAIN = Style(NOTHING, None, None)


def load_styles(part: ET.Element | None) -> Styles:
    if part is None:
        return Styles({}, None)
    elements = {style.get(f"{W}styleId", ""): style for style in part.iterfind(f"{W}style")}
    base = Style(character(part.find(f"{W}docDefaults/{W}rPrDefault/{_RUN}")), None, None)
    resolved: dict[str, Style] = {}
    for key in elements:
        _resolve(key, elements, resolved, base)
    default = next(
        (
            key
            for key, style in elements.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in _OFF
        ),
        None,
    )
    resolved.setdefault(default or "", base)
    return Styles(resolved, default)


def character(properties: ET.Element | None) -> Character:
    """What a w:rPr says."""
    if properties is None:
        return NOTHING
    font: str | None = None
    size: float | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    for element in properties:
        tag = element.tag
        if tag == f"{W}rFonts":
            font = element.get(f"{W}asciiTheme") or element.get(f"{W}ascii") or element.get(f"{W}hAnsi")
        elif tag == f"{W}sz":
            size = points(element.get(f"{W}val"))
        elif tag == f"{W}vanish":
            hidden = is_on(element)
        elif tag == f"{W}caps":
            capitals = is_on(element)
    return Character(font, size, hidden, capitals)


def is_on(element: ET.Element) -> bool:
    """A switch without a value is on."""
    return element.get(f"{W}val", "1") not in _OFF


def points(half_points: str | None) -> float | None:
    try:
        return float(half_points) / 2 if half_points else None
    except ValueError:
        return None


def twips(value: str | None) -> int | None:
    """A length in twentieths of a point; None for what is none, such as “2.5cm” of another standard."""
    try:
        return round(float(value)) if value else None
    except (ValueError, OverflowError):
        return None


def first_line(properties: ET.Element | None) -> int | None:
    """The first-line indent of a w:pPr in twips."""
    indent = properties.find(f"{W}ind") if properties is not None else None
    if indent is None:
        return None
    hanging = twips(indent.get(f"{W}hanging"))
    return -hanging if hanging else twips(indent.get(f"{W}firstLine"))


def _resolve(key: str, elements: dict[str, ET.Element], resolved: dict[str, Style], base: Style) -> None:
    """Bases first, without recursion: a chain of styles may be long or bite its own tail."""
    chain: dict[str, None] = {}
    at: str | None = key
    while at and at in elements and at not in resolved and at not in chain:
        chain[at] = None
        based = elements[at].find(f"{W}basedOn")
        at = based.get(f"{W}val") if based is not None else None
    for own in reversed(chain):
        element = elements[own]
        parent = resolved.get(_base(element) or "", _root(element, base))
        properties = element.find(_PARAGRAPH)
        indent = first_line(properties)
        resolved[own] = Style(
            character(element.find(_RUN)).over(parent.character),
            _merged(reference(properties), parent.numbering),
            indent if indent is not None else parent.first_line,
        )


def _root(element: ET.Element, base: Style) -> Style:
    """Paragraph styles begin at the document's defaults; a character style only adds to the paragraph's."""
    return base if element.get(f"{W}type") == "paragraph" else _PLAIN


def _base(element: ET.Element) -> str | None:
    based = element.find(f"{W}basedOn")
    return based.get(f"{W}val") if based is not None else None


def _merged(own: Reference | None, parent: Reference | None) -> Reference | None:
    if own is None or parent is None:
        return own or parent
    instance = own.instance if own.instance is not None else parent.instance
    return Reference(instance, own.level if own.level is not None else parent.level)
