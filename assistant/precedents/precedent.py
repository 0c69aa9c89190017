"""A directive already issued: its metadata, its text, and the sections by which it is found."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

from assistant.index import SectionRecord
from assistant.index.tokens import fold, key
from checks.document import Document, Section

Provenance = Literal["sample", "own"]

ID = re.compile(r"[a-z0-9-]{1,64}")
DOCUMENT, METADATA = "document.txt", "metadata.toml"

FIELDS = {
    "issuer": "cơ quan ban hành",
    "level": "cấp",
    "province": "tỉnh, thành phố",
    "kind": "loại văn bản",
    "number": "số, ký hiệu",
    "issued": "ngày ban hành",
    "year": "năm",
    "signer": "người ký",
    "theme": "chủ đề",
}
"""What is read from a text, as the office calls it."""

WHOLE_SECTION = 2_000
"""A section of at most so many characters is one record; a longer one is cut at its subsections."""


@dataclass(frozen=True)
class Precedent:
    """What ``metadata.toml`` says of a directive; the text is read from ``folder`` when asked for."""

    id: str
    title: str
    folder: Path
    provenance: Provenance
    issuer: str = ""
    level: str = ""
    province: str = ""
    kind: str = ""
    number: str = ""
    issued: date | None = None
    year: int | None = None
    movement: str = ""
    signer: str = ""
    theme: str = ""
    note: str = ""
    previous: str = ""
    digest: str = ""
    """Of the normalised text; empty where the metadata file does not keep it."""
    origin: str = ""
    """Of the bytes of the file it came from, so that the same file need not be read again."""

    @cached_property
    def text(self) -> str:
        return (self.folder / DOCUMENT).read_text("utf-8")

    @cached_property
    def document(self) -> Document:
        return Document.parse(self.text, self.id)

    @property
    def stamp(self) -> str:
        """See ``stamp_of``."""
        return stamp_of(self.folder)

    @property
    def missing(self) -> tuple[str, ...]:
        """Vietnamese names of what the text did not say."""
        return tuple(label for name, label in FIELDS.items() if not getattr(self, name))


def stamp_of(folder: Path | str) -> str:
    """Changes whenever one of a precedent's files does, and with a release, which may cut sections otherwise."""
    found = (os.stat(f"{folder}/{name}") for name in (DOCUMENT, METADATA))  # noqa: PTH116 40,000 of them wait
    return " ".join([_release(), *(f"{fact.st_mtime_ns}-{fact.st_size}" for fact in found)])


def of_document(document: Document, name: str, folder: Path, origin: str = "") -> Precedent:
    """The precedent a text is, by what the text itself says; its id is not yet checked for collisions."""
    number = document.number or ""
    known = Precedent(
        id="",
        title=_title(document) or name,
        folder=folder,
        provenance="own",
        issuer=document.issuer,
        level=document.level,
        province=document.province,
        kind=document.kind or "",
        number=number if any(char.isdigit() for char in number) else "",
        issued=document.issued,
        year=document.year,
        movement=document.movement or "",
        signer=document.signer,
        theme=document.theme,
        digest=digest(document.text),
        origin=origin,
    )
    return with_id(known, identifier(known, name))


def with_id(precedent: Precedent, new: str) -> Precedent:
    """The same precedent under another id, in the folder of that name."""
    values = {field.name: getattr(precedent, field.name) for field in fields(precedent)}
    return Precedent(**{**values, "id": new, "folder": precedent.folder.parent / new})


def identifier(precedent: Precedent, name: str) -> str:
    """Issuer-year-kind-number, or a slug of the file's name where the text says too little."""
    tail = slug(f"{precedent.year or ''} {precedent.kind} {precedent.number}")[:40]
    if precedent.issuer and tail:
        head = slug(precedent.issuer)[: 60 - len(tail)].strip("-")
        return f"{head}-{tail}".strip("-")
    # The prefix also keeps clear of the names Windows reserves (“con”, “nul”).
    return f"van-ban-{slug(name)[:50]}".strip("-")


def slug(text: str) -> str:
    """``text`` in the letters of an id."""
    short = fold(text).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")
    return re.sub(r"[^a-z0-9]+", "-", short).strip("-")


def digest(text: str) -> str:
    """One value for texts that differ only in blanks and line ends."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def described(precedent: Precedent) -> dict[str, str | int | date | None]:
    """What the directive is, by the names of its metadata file."""
    return {
        "id": precedent.id,
        "title": precedent.title,
        "issuer": precedent.issuer,
        "level": precedent.level,
        "province": precedent.province,
        "kind": precedent.kind,
        "number": precedent.number,
        "date": precedent.issued,
        "year": precedent.year,
        "movement": precedent.movement,
        "signer": precedent.signer,
        "theme": precedent.theme,
    }


def facts(precedent: Precedent) -> dict[str, str | int | date]:
    """What the metadata file of ``precedent`` says, by its names; what is unknown is left out."""
    values = {
        **described(precedent),
        "previous": precedent.previous,
        "note": precedent.note,
        "digest": precedent.digest,
        "origin": precedent.origin,
    }
    return {name: value or "" for name, value in values.items() if value or name in ("id", "title")}


def to_toml(precedent: Precedent) -> str:
    """The metadata file of ``precedent``."""
    return "".join(f"{name} = {_toml(value)}\n" for name, value in facts(precedent).items())


def from_toml(meta: Mapping[str, Any], folder: Path, provenance: Provenance) -> Precedent:
    """The precedent in ``folder``. Raises ValueError when a value is of another kind than it should be."""

    def text(name: str) -> str:
        value = meta.get(name, "")
        if not isinstance(value, str):
            raise ValueError(name)
        return value

    issued, year = meta.get("date"), meta.get("year")
    if not (issued is None or type(issued) is date):
        raise ValueError("date")
    if not (year is None or type(year) is int):
        raise ValueError("year")
    return Precedent(
        id=folder.name,
        title=text("title"),
        folder=folder,
        provenance=provenance,
        issuer=text("issuer"),
        level=text("level"),
        province=text("province"),
        kind=text("kind"),
        number=text("number"),
        issued=issued,
        year=year,
        movement=text("movement"),
        signer=text("signer"),
        theme=text("theme"),
        note=text("note"),
        previous=text("previous"),
        digest=text("digest"),
        origin=text("origin"),
    )


def records(precedent: Precedent) -> Iterator[SectionRecord]:
    """The sections of a stored precedent as they are searched."""
    return sections(precedent, precedent.document, precedent.stamp)


def sections(precedent: Precedent, document: Document, stamp: str = "") -> Iterator[SectionRecord]:
    """The sections of ``document``, whose metadata ``precedent`` is; the opening, with its subject, is the first."""
    opening = document.text[document.preface.start : document.preface.end]
    parts = [("preface", document.subject or precedent.title, opening), *_parts(document)]
    for position, (role, heading, text) in enumerate(parts):
        yield SectionRecord(
            precedent_id=precedent.id,
            position=position,
            role=role,
            heading=heading,
            text=text.strip(),
            issuer=precedent.issuer,
            level=precedent.level,
            province=precedent.province,
            year=precedent.year,
            kind=precedent.kind,
            stamp=stamp,
            title=precedent.title,
        )


def heading_line(section: Section) -> str:
    """Number and heading as printed: “2. Chỉ tiêu”."""
    return f"{section.number} {section.heading}".strip()


def same_issuer(one: str, other: str) -> bool:
    """The same body, however it is spelt or abbreviated."""
    return bool(one) and key(one) == key(other)


def _parts(document: Document) -> Iterator[tuple[str, str, str]]:
    """Role, heading and text of each part; a heading over nothing but its subsections is found through them."""
    for role, heading, text, over_others in _cut(document):
        if text.strip() or not over_others:
            yield role, heading, text


def _cut(document: Document) -> Iterator[tuple[str, str, str, bool]]:
    """Each top section whole, or its opening and its subsections one by one; last, whether others stand below it."""
    tops = [section for section in document.sections if section.level == 1]
    for top in tops:
        inner = [s for s in document.sections if s.level == 2 and top.span.start < s.span.start < top.span.end]
        long = top.span.end - top.span.start > WHOLE_SECTION
        cut = bool(long and inner)
        first = inner[0].span.start if cut else top.span.end
        opening = document.text[top.body.start : max(first, top.body.start)].lstrip(" :.*")
        yield top.role, heading_line(top), opening, cut or not top.heading
        for section in inner if long else ():
            # A sentence that happens to name a role is no heading; only a joint heading is split by its items.
            role = section.role if len(top.roles) > 1 and section.role in top.roles else top.role
            heading = f"{heading_line(top)} – {heading_line(section)}" if section.heading else heading_line(top)
            yield role, heading, document.text[section.body.start : section.span.end].lstrip(" :.*"), False


def _title(document: Document) -> str:
    subject = document.subject
    if document.kind and subject[1:2].islower():
        subject = subject[0].lower() + subject[1:]
    return f"{document.kind or ''} {subject}".strip() if subject else ""


@cache
def _release() -> str:
    try:
        return metadata.version("chithi")
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        return "-"


def _toml(value: str | int | date) -> str:
    if isinstance(value, str):
        # A JSON string is a TOML string but for DEL, which TOML wants escaped, and half characters.
        plain = value.encode("utf-8", "replace").decode("utf-8")
        return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)
