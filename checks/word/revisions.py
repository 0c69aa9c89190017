"""What others left in a Word file: tracked changes not yet accepted, and comments."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Literal, NamedTuple

from checks.reading.docx_package import Package, W, damaged, open_package
from checks.reading.docx_signs import SIGNS
from checks.word.remarks import comments_path

Kind = Literal["inserted", "deleted", "moved-from", "moved-to", "formatted"]

_KINDS: dict[str, Kind] = {
    f"{W}ins": "inserted",
    f"{W}del": "deleted",
    f"{W}moveFrom": "moved-from",
    f"{W}moveTo": "moved-to",
}
_FORMATTED = {f"{W}r": f"{W}rPr/{W}rPrChange", f"{W}p": f"{W}pPr/{W}pPrChange"}
LABELS: dict[Kind, str] = {
    "inserted": "thêm",
    "deleted": "xóa",
    "moved-from": "chuyển đi",
    "moved-to": "chuyển đến",
    "formatted": "đổi định dạng",
}
"""The words an officer reads."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_END = "¶"
"""A paragraph end that is inserted or deleted."""


class Revision(NamedTuple):
    """One tracked change; `date` as the file says it, `text` the words it is about."""

    author: str
    date: str
    kind: Kind
    text: str


class Comment(NamedTuple):
    """One comment; `quote` are the words it stands at."""

    author: str
    date: str
    text: str
    quote: str


def pending(data: bytes, name: str = "văn bản.docx") -> tuple[Revision, ...]:
    """The tracked changes in reading order; neighbours of one author, kind and date are one.

    Raises UserError where `checks.reading` does.
    """
    found: list[Revision] = []
    try:
        for root in _roots(open_package(data, name)):
            for follows, revision in _revisions(root):
                if follows and found[-1][:3] == revision[:3]:
                    found[-1] = found[-1]._replace(text=found[-1].text + revision.text)
                else:
                    found.append(revision)
    except RecursionError as error:
        raise damaged(name) from error
    return tuple(found)


def comments(data: bytes, name: str = "văn bản.docx") -> tuple[Comment, ...]:
    """The comments in the order of the comments part, with the words they stand at."""
    package = open_package(data, name)
    path = comments_path(package)
    if path is None:
        return ()
    quotes = _quotes(package.main())
    return tuple(
        Comment(
            one.get(f"{W}author", ""),
            one.get(f"{W}date", ""),
            "\n".join(_text(paragraph) for paragraph in one.iter(f"{W}p")).strip(),
            " ".join(quotes.get(one.get(f"{W}id", ""), "").split()),
        )
        for one in package.parse(path).iter(f"{W}comment")
    )


def _roots(package: Package) -> Iterator[ET.Element]:
    yield package.main()
    for part in ("footnotes.xml", "endnotes.xml"):
        root = package.part(part)
        if root is not None:
            yield root


def _revisions(parent: ET.Element) -> Iterator[tuple[bool, Revision]]:
    """Each change, and whether it follows directly on the one before."""
    follows = False
    for element in parent:
        if element.tag == _FALLBACK:
            continue
        kind = _KINDS.get(element.tag)
        if kind is not None:
            yield follows, _revision(element, kind, _text(element) or _END)
        changed = element.find(_FORMATTED[element.tag]) if element.tag in _FORMATTED else None
        if changed is not None:
            yield False, _revision(changed, "formatted", _text(element) or _END)
        inner = list(_revisions(element))
        yield from inner
        follows = kind is not None and not inner


def _revision(element: ET.Element, kind: Kind, text: str) -> Revision:
    return Revision(element.get(f"{W}author", ""), element.get(f"{W}date", ""), kind, text)


def _quotes(root: ET.Element) -> dict[str, str]:
    """The words between the two ends of each comment, without those that are deleted."""
    open_: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    older = {element for fallback in root.iter(_FALLBACK) for element in fallback.iter()}
    for element in root.iter():
        key = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_[key] = []
        elif element.tag == f"{W}commentRangeEnd":
            done[key] = "".join(open_.pop(key, []))
        elif open_ and element.tag != f"{W}delText" and element not in older:
            for words in open_.values():
                words.append(" " if element.tag == f"{W}p" else _character(element))
    return done


def _text(element: ET.Element) -> str:
    return "".join(_character(part) for part in element.iter())


def _character(element: ET.Element) -> str:
    if element.tag in {f"{W}t", f"{W}delText"}:
        return element.text or ""
    return " " if element.tag in SIGNS else ""
