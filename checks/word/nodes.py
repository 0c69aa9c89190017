"""An XML part as bytes and the places of its elements, so that it can be changed without being written anew.

ElementTree forgets prefixes, the order of declarations and entities; Word refuses a file whose `mc:Ignorable` names a
prefix that is gone. So a part is never serialised: pieces are spliced into its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(?P<empty>/?)>""")
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Node:
    """An element: `start` to `inner` is its start tag, `close` to `end` its end tag; all equal to `end` when empty."""

    __slots__ = ("attributes", "children", "close", "end", "index", "inner", "name", "parent", "start", "text")

    def __init__(self, index: int, name: str, attributes: dict[str, str], start: int, parent: Node | None) -> None:
        self.index = index
        """Its number among the elements of the part."""
        self.name = name
        """As written, with its prefix."""
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node] = []
        self.text = ""
        """The characters before its first child."""
        self.start = self.inner = self.close = self.end = start

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    def get(self, local: str) -> str | None:
        """An attribute by its name without prefix."""
        return next((value for name, value in self.attributes.items() if name.rpartition(":")[2] == local), None)

    def child(self, local: str) -> Node | None:
        return next((child for child in self.children if child.local == local), None)

    def ancestors(self) -> Iterator[Node]:
        """Parent first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


class Splice(NamedTuple):
    """Bytes to put in place of `start` to `end`."""

    start: int
    end: int
    content: bytes


class Part(NamedTuple):
    """An XML part. `nodes` are all its elements in the order of their start tags, the root first."""

    raw: bytes
    """Always UTF-8; `encoding` is what the file had."""
    nodes: list[Node]
    encoding: str

    @property
    def root(self) -> Node:
        return self.nodes[0]

    def bytes_of(self, node: Node) -> bytes:
        return self.raw[node.start : node.end]

    def start_tag(self, node: Node) -> bytes:
        return self.raw[node.start : node.inner]

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The part with the splices made, which must not overlap; of insertions at one place the first comes first."""
        out = []
        done = 0
        for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
            out += [self.raw[done : splice.start], splice.content]
            done = splice.end
        out.append(self.raw[done:])
        made = b"".join(out)
        return made if self.encoding == "utf-8" else made.decode("utf-8").encode(self.encoding)


def load(data: bytes) -> Part:
    """The elements of a part that was read before, so is known to be well-formed and without DOCTYPE."""
    encoding = _UTF16.get(data[:2], "utf-8")
    raw = data if encoding == "utf-8" else data.decode(encoding).encode("utf-8")
    nodes: list[Node] = []
    open_: list[Node] = []
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex
        parent = open_[-1] if open_ else None
        node = Node(len(nodes), name, attributes, at, parent)
        tag = _TAG.match(raw, at)
        assert tag is not None, "expat found a start tag here"
        node.inner = tag.end()
        if parent is not None:
            parent.children.append(node)
        nodes.append(node)
        open_.append(node)

    def end(_: str) -> None:
        node = open_.pop()
        if raw.endswith(b"/>", node.start, node.inner):
            node.close = node.end = node.inner
        else:
            node.close = parser.CurrentByteIndex
            node.end = raw.index(b">", node.close) + 1

    def text(characters: str) -> None:
        if open_ and not open_[-1].children:
            open_[-1].text += characters

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(raw, True)
    return Part(raw, nodes, encoding)


def quoted(text: str) -> str:
    """Text as it may stand in an element or, in double quotes, in an attribute."""
    return escape(_ILLEGAL.sub("\ufffd", text), {'"': "&quot;", "\r": "&#13;"})


def is_writable(text: str) -> bool:
    """XML can hold the text as it is."""
    return _ILLEGAL.search(text) is None
