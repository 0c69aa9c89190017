"""The part of a Word file that holds its comments, and what leads to it: appended to, or made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checks.reading.docx_package import WORD, Package, damaged, unpack
from checks.word.nodes import Part, Splice, load, quoted
from checks.word.runs import Names

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = {
    WORD: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"


class Remark(NamedTuple):
    """A comment and the number it is anchored by."""

    number: int
    text: str


def comments_path(package: Package) -> str | None:
    """The path of the comments part, if there is one."""
    relationships = _load(package, _relationships_path(package))
    for node in relationships.nodes if relationships else ():
        if node.local == "Relationship" and (node.get("Type") or "").endswith("/comments"):
            path = _resolved(package, node.get("Target") or "")
            return path if path in package.archive.NameToInfo else None
    return None


def with_remarks(
    package: Package, remarks: Sequence[Remark], author: str, date: str, namespace: str
) -> dict[str, bytes]:
    """The parts that change when the comments are put in, by path."""
    path = comments_path(package)
    if path is None:
        return _made(package, remarks, author, date, namespace)
    part = _load(package, path)
    assert part is not None, "comments_path knows that it is there"
    names = Names.beside(part.root, namespace)
    return {path: _appended(part, "".join(_comment(one, author, date, names) for one in remarks))}


def _made(package: Package, remarks: Sequence[Remark], author: str, date: str, namespace: str) -> dict[str, bytes]:
    folder = package.document.rpartition("/")[0]
    path = next(
        path
        for path in (f"{folder}/comments{n or ''}.xml" for n in range(len(package.archive.namelist()) + 1))
        if path not in package.archive.NameToInfo
    )
    content = "".join(_comment(one, author, date, Names("w:", "")) for one in remarks)
    types = _load(package, _TYPES)
    if types is None:
        raise damaged(package.name)
    prefix = types.root.name[: -len(types.root.local)]
    override = f'<{prefix}Override PartName="/{path}" ContentType="{_CONTENT_TYPE}"/>'
    return {
        _TYPES: _appended(types, override),
        _relationships_path(package): _related(package, path.rpartition("/")[2], namespace),
        path: f'{_DECLARATION}<w:comments xmlns:w="{namespace}">{content}</w:comments>'.encode(),
    }


def _related(package: Package, target: str, namespace: str) -> bytes:
    part = _load(package, _relationships_path(package))
    used = {node.get("Id") for node in part.nodes} if part else set()
    key = next(key for key in (f"rId{n}" for n in range(1, len(used) + 2)) if key not in used)
    said = f'Relationship Id="{key}" Type="{_KIND[namespace]}" Target="{target}"/>'
    if part is None:
        return f'{_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}"><{said}</Relationships>'.encode()
    return _appended(part, f"<{part.root.name[: -len(part.root.local)]}{said}")


def _appended(part: Part, content: str) -> bytes:
    """The part with something more at the end of its root."""
    root = part.root
    if root.close < root.end:
        return part.spliced([Splice(root.close, root.close, content.encode())])
    return part.spliced([Splice(root.end - 2, root.end, f">{content}</{root.name}>".encode())])


def _comment(remark: Remark, author: str, date: str, names: Names) -> str:
    p = names.prefix
    initials = "".join(word[0] for word in author.split())[:4]
    paragraphs = (
        f'<{p}p><{p}r>{f"<{p}annotationRef/>" if n == 0 else ""}<{p}t xml:space="preserve">{quoted(line)}</{p}t></{p}r></{p}p>'
        for n, line in enumerate(remark.text.split("\n"))
    )
    return (
        f'<{p}comment{names.declaration} {p}id="{remark.number}" {p}author="{quoted(author)}" {p}date="{date}" '
        f'{p}initials="{quoted(initials)}">{"".join(paragraphs)}</{p}comment>'
    )


def _relationships_path(package: Package) -> str:
    folder, _, file = package.document.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _resolved(package: Package, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return f"{package.document.rpartition('/')[0]}/{target.removeprefix('./')}"


def _load(package: Package, path: str) -> Part | None:
    """A part that the reader did not come by, so is judged first."""
    if path not in package.archive.NameToInfo:
        return None
    package.parse(path)
    return load(unpack(package.archive, path, package.name))
