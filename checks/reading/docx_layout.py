"""The form of a Word file: paper, margins, body font, page number."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

from checks.values import NamedTuple

from .docx_body import Walk
from .docx_package import Package, W
from .docx_styles import twips
from .source import Layout, Margins, PageNumber

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeVar

    _T = TypeVar("_T")

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TWIPS_PER_MM = 1440 / 25.4
_ALIGNMENTS: dict[str | None, Literal["left", "center", "right"]] = {
    "center": "center",
    "right": "right",
    "end": "right",
}


class Edges(NamedTuple):
    """The page headers and footers: no part of the text, but of its form."""

    header: list[ET.Element]
    footer: list[ET.Element]

    def say_words(self) -> bool:
        """More stands there than a page number."""
        return any(
            char.isalpha()
            for part in self.header + self.footer
            for text in part.iter(f"{W}t")
            for char in text.text or ""
        )


def layout(document: ET.Element, package: Package, edges: Edges, walk: Walk) -> Layout:
    section = next(document.iter(f"{W}sectPr"), None)
    size = section.find(f"{W}pgSz") if section is not None else None
    font, points = _most(walk.characters) or (None, None)
    indent = _most(walk.indents)
    return Layout(
        page_width=_millimetres(size, "w"),
        page_height=_millimetres(size, "h"),
        margins=_margins(section),
        body_font=_real_name(font, package),
        body_size=points,
        first_line_indent=None if indent is None else round(indent / _TWIPS_PER_MM / 10, 2),
        page_number=_page_number(edges),
        header_in_table=walk.header_in_table,
        automatic_numbers=walk.automatic_numbers,
        tracked_changes=walk.tracked_changes,
        comments=walk.comments,
        hidden_text=walk.hidden > 0,
    )


def _real_name(font: str | None, package: Package) -> str | None:
    """Word's own templates name a place of the theme, such as minorHAnsi, in place of a font."""
    if font is None or not font.startswith(("minor", "major")):
        return font
    theme = package.part("theme/theme1.xml")
    latin = theme.find(f".//{_DRAWING}{font[:5]}Font/{_DRAWING}latin") if theme is not None else None
    return latin.get("typeface") if latin is not None else None


def _margins(section: ET.Element | None) -> Margins | None:
    element = section.find(f"{W}pgMar") if section is not None else None
    values = [_millimetres(element, side) for side in ("top", "bottom", "left", "right")]
    known = [value for value in values if value is not None]
    return Margins(*known) if len(known) == len(values) else None


def _millimetres(element: ET.Element | None, attribute: str) -> float | None:
    value = twips(element.get(W + attribute)) if element is not None else None
    return None if value is None else round(value / _TWIPS_PER_MM, 1)


def _page_number(edges: Edges) -> PageNumber | None:
    places: tuple[tuple[Literal["header", "footer"], list[ET.Element]], ...] = (
        ("header", edges.header),
        ("footer", edges.footer),
    )
    for place, parts in places:
        for paragraph in (paragraph for part in parts for paragraph in part.iter(f"{W}p")):
            if _counts_pages(paragraph):
                return PageNumber(place, _alignment(paragraph))
    return None


def _counts_pages(paragraph: ET.Element) -> bool:
    instructions = [element.text or "" for element in paragraph.iter(f"{W}instrText")]
    instructions += [element.get(f"{W}instr", "") for element in paragraph.iter(f"{W}fldSimple")]
    return "PAGE" in "".join(instructions).upper().split()


def _alignment(paragraph: ET.Element) -> Literal["left", "center", "right"]:
    """By its own setting, its frame, or the tabs of the Header style: the first is the centre, the second the right."""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(f"{W}xAlign"):
        return _ALIGNMENTS.get(frame.get(f"{W}xAlign"), "left")
    setting = paragraph.find(f"{W}pPr/{W}jc")
    if setting is not None:
        return _ALIGNMENTS.get(setting.get(f"{W}val"), "left")
    tabs = sum(1 for run in paragraph.iter(f"{W}r") for _ in run.iterfind(f"{W}tab"))
    return "left" if tabs == 0 else "center" if tabs == 1 else "right"


def _most(counts: Counter[_T]) -> _T | None:
    return max(counts, key=counts.__getitem__) if counts else None
