"""Cut a run of a Word file where a change or a comment begins or ends, and mark what is deleted.

Only what is cut is written anew, with a copy of the run's own start tag and properties; a tab, a picture or a field
mark in the run keeps its bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from checks.word.nodes import Node, Part, Splice, quoted
from checks.word.trace import Atom

_ONE = {"tab", "ptab", "br", "cr", "noBreakHyphen", "sym"}
_SILENT = {"lastRenderedPageBreak"}
_ID = re.compile(rb'(?P<name>\b[\w.-]+:id=)"[^"]*"')


class Stamp:
    """Who marks, when, and the next free number: those of others' changes and comments stay theirs."""

    def __init__(self, author: str, date: str, used: Iterable[int]) -> None:
        self.author = author
        self.date = date
        taken = frozenset(used)
        self._free = (number for number in count(1) if number not in taken)

    def attributes(self, prefix: str) -> str:
        """The attributes of a w:ins or w:del."""
        return f'{prefix}id="{next(self._free)}" {prefix}author="{quoted(self.author)}" {prefix}date="{self.date}"'

    def renumbered(self, raw: bytes) -> bytes:
        """A copy of someone's mark, which needs a number of its own."""
        return _ID.sub(lambda match: match["name"] + b'"%d"' % next(self._free), raw)


class Names(NamedTuple):
    """The prefix of Word's namespace where something is put in, and its declaration where there is none."""

    prefix: str
    declaration: str

    @classmethod
    def beside(cls, node: Node, namespace: str) -> Names:
        prefix = node.name[: -len(node.local)]
        return cls(prefix, "") if prefix else cls("w:", f' xmlns:w="{namespace}"')


class Mark(NamedTuple):
    """Something put between characters; an insertion must stand outside the insertions of others."""

    content: bytes
    is_insertion: bool = False


class Slice(NamedTuple):
    child: Node
    start: int
    end: int
    deleted: bool


class Cuts:
    """What happens to the characters of one run."""

    def __init__(self) -> None:
        self.deleted: set[Atom] = set()
        self.before: defaultdict[Atom, list[Mark]] = defaultdict(list)
        self.after: defaultdict[Atom, list[Mark]] = defaultdict(list)


class Run(NamedTuple):
    """A run in its part, whose elements atoms know by their index and `first`."""

    part: Part
    node: Node
    first: int
    names: Names
    stamp: Stamp

    def new(self, text: str) -> bytes:
        """A w:ins that looks like this run."""
        p = self.names.prefix
        properties = self.node.child("rPr")
        look = _without_changes(self.part, properties) if properties is not None else b""
        before = f"<{p}ins{self.names.declaration} {self.stamp.attributes(p)}><{p}r>"
        return before.encode() + look + f'<{p}t xml:space="preserve">{quoted(text)}</{p}t></{p}r></{p}ins>'.encode()

    def cut(self, cuts: Cuts) -> Iterator[Splice]:
        """The changes of the run's bytes."""
        tokens = list(self._tokens(cuts))
        slices = [n for n, token in enumerate(tokens) if isinstance(token, Slice)]
        first, last = slices[0], slices[-1]
        head, tail = tokens[first], tokens[last]
        assert isinstance(head, Slice)
        assert isinstance(tail, Slice)
        yield Splice(self.node.start, self.node.start, self._marks(tokens[:first]) + self._opened(head, again=False))
        before: Slice | None = None
        marks: list[Slice | Mark] = []
        content: dict[Node, list[bytes]] = {}
        kept: set[Node] = set()
        for token in tokens[first : last + 1]:
            if not isinstance(token, Slice):
                marks.append(token)
                continue
            written = content.setdefault(token.child, [])
            if before is not None and (marks or before.deleted != token.deleted):
                written.append(self._closed(before) + self._marks(marks) + self._opened(token, again=True))
            whole = token.end - token.start == _length(token.child)
            if whole and (not token.deleted or token.child.local != "t"):
                kept.add(token.child)
            written.append(self._slice(token))
            before, marks = token, []
        for child, written in content.items():
            if child not in kept:
                yield Splice(child.start, child.end, b"".join(written))
            elif len(written) > 1:
                yield Splice(child.start, child.start, written[0])
        closing = b"" if not tail.deleted else f"</{self.names.prefix}del>".encode()
        yield self._trailing(closing, tokens[last + 1 :])

    def _trailing(self, closing: bytes, tokens: list[Slice | Mark]) -> Splice:
        """What follows the run. At the end of someone's insertion that one is closed, not closed and opened again."""
        outer = self._outer()
        marks = [token for token in tokens if isinstance(token, Mark)]
        at = next((n for n, mark in enumerate(marks) if mark.is_insertion), None)
        if outer is None or at is None or self.node.end != outer.close:
            return Splice(self.node.end, self.node.end, closing + self._marks(tokens))
        inside, outside = (b"".join(mark.content for mark in part) for part in (marks[:at], marks[at:]))
        end_tag = self.part.raw[outer.close : outer.end]
        return Splice(self.node.end, outer.end, closing + inside + end_tag + outside)

    def _tokens(self, cuts: Cuts) -> Iterator[Slice | Mark]:
        deleted = False
        for child in self.node.children:
            if child.local == "rPr":
                continue
            length = _length(child)
            if not length:
                yield Slice(child, 0, 0, deleted and child.local in _SILENT)
                continue
            start = 0
            for at in range(length):
                atom = Atom(self.first + self.node.index, self.first + child.index, at)
                now = atom in cuts.deleted
                if at > start and (atom in cuts.before or now != deleted):
                    yield Slice(child, start, at, deleted)
                    start = at
                yield from cuts.before.get(atom, ())
                deleted = now
                if atom in cuts.after:
                    yield Slice(child, start, at + 1, deleted)
                    start = at + 1
                    yield from cuts.after[atom]
            if start < length:
                yield Slice(child, start, length, deleted)

    def _slice(self, piece: Slice) -> bytes:
        if piece.child.local != "t":
            return self.part.bytes_of(piece.child)
        name = f"{self.names.prefix}{'delText' if piece.deleted else 't'}"
        text = quoted(piece.child.text[piece.start : piece.end])
        return f'<{name}{self.names.declaration} xml:space="preserve">{text}</{name}>'.encode()

    def _opened(self, piece: Slice, *, again: bool) -> bytes:
        p = self.names.prefix
        opened = f"<{p}del{self.names.declaration} {self.stamp.attributes(p)}>".encode() if piece.deleted else b""
        if not again:
            return opened
        properties = self.node.child("rPr")
        look = self.stamp.renumbered(self.part.bytes_of(properties)) if properties is not None else b""
        return opened + self.part.start_tag(self.node) + look

    def _closed(self, piece: Slice) -> bytes:
        return f"</{self.node.name}>".encode() + (f"</{self.names.prefix}del>".encode() if piece.deleted else b"")

    def _marks(self, tokens: list[Slice | Mark]) -> bytes:
        outer = self._outer()
        out = []
        for mark in tokens:
            assert isinstance(mark, Mark)
            if mark.is_insertion and outer is not None:
                again = self.stamp.renumbered(self.part.start_tag(outer))
                out += [self.part.raw[outer.close : outer.end], mark.content, again]
            else:
                out.append(mark.content)
        return b"".join(out)

    def _outer(self) -> Node | None:
        """The insertion of another author that the run stands in."""
        parent = self.node.parent
        return parent if parent is not None and parent.local == "ins" else None


def _length(child: Node) -> int:
    return len(child.text) if child.local == "t" else int(child.local in _ONE)


def _without_changes(part: Part, properties: Node) -> bytes:
    """A run's properties as they are now, without the record of what they were."""
    raw = part.bytes_of(properties)
    for child in reversed(properties.children):
        if child.local in {"rPrChange", "ins", "del", "moveFrom", "moveTo"}:
            raw = raw[: child.start - properties.start] + raw[child.end - properties.start :]
    return raw
