"""Repairs as tracked changes and remarks as comments, put into the bytes of a Word file; everything else stays.

A repair that Word cannot hold as a tracked change (of an automatic number, of two paragraphs into one, in letters of an
old font) becomes a comment that says what to write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import count
from typing import NamedTuple

from checks.finding import Span
from checks.reading.docx_package import WORD, unpack
from checks.word.archive import rewritten
from checks.word.changes import Repair, core
from checks.word.lines import Added, Dropped, added, dropped
from checks.word.nodes import Node, Splice, load
from checks.word.paragraphs import added_behind, can_be_marked, can_be_repeated, ends_to_drop, holds_box, marked_end
from checks.word.places import Places, places
from checks.word.plan import Change, change, words_at
from checks.word.remarks import STRICT, Remark, comments_path, with_remarks
from checks.word.runs import Cuts, Mark, Names, Run, Stamp
from checks.word.trace import NOWHERE

_NOTES = ("footnote", "endnote")


class Revised(NamedTuple):
    """A Word file with its marks, and how many; `left` are the repairs that only a comment could say."""

    data: bytes
    tracked: int
    commented: int
    left: tuple[Repair, ...]


def revise(
    data: bytes,
    repairs: Iterable[tuple[Span, str]],
    comments: Iterable[tuple[Span, str]],
    author: str,
    date: datetime,
) -> bytes:
    """`data` with each repair as w:ins and w:del and each comment as a Word comment.

    Spans count code points of the text that `checks.reading` reads from `data`. Of two repairs that overlap the first
    wins. The same input gives the same bytes. Raises UserError for what is not a Word file.
    """
    return revised(places(data), data, repairs, comments, author, date).data


def revised(
    found: Places,
    data: bytes,
    repairs: Iterable[tuple[Span, str]],
    comments: Iterable[tuple[Span, str]],
    author: str,
    date: datetime,
) -> Revised:
    """As `revise`, for a file whose places are known; also says which repairs became comments."""
    writing = _Writing(found, author, date)
    tracked = done = 0
    left: list[Repair] = []
    for span, replacement in sorted(repairs):
        if span.start < done or found.text[slice(*span)] == replacement:
            continue
        done = span.end
        repair = core(found.text, Repair(span, replacement))
        made = change(found, repair) or added(found, repair) or dropped(found, repair)
        if made is not None and writing.take(made):
            tracked += 1
        else:
            left.append(Repair(span, replacement))
    advice = [(repair.span, _advice(found.text, repair)) for repair in left]
    said = sorted([*advice, *comments], key=lambda comment: comment[0])
    if not tracked and not said:
        return Revised(data, 0, 0, ())
    return Revised(writing.written(data, said), tracked, len(said), tuple(left))


def _advice(text: str, repair: Repair) -> str:
    was, now = text[slice(*repair.span)].strip(), repair.replacement.strip()
    if not was:
        return f"Đề nghị thêm “{now}”."
    return f"Đề nghị sửa “{was}” thành “{now}”." if now else f"Đề nghị bỏ “{was}”."


class _Writing:
    """One file being written: its parts, the next free numbers, and what goes into each part."""

    def __init__(self, found: Places, author: str, date: datetime) -> None:
        self._found = found
        self._package = found.package
        self._author = author
        self._date = date.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._parts = {path: load(unpack(self._package.archive, path, self._package.name)) for path, _ in found.parts}
        self._main = self._parts[self._package.document]
        self._namespace = STRICT if STRICT.encode() in self._main.start_tag(self._main.root) else WORD
        self._stamp = Stamp(author, self._date, _numbers(node for part in self._parts.values() for node in part.nodes))
        self._cuts: defaultdict[int, Cuts] = defaultdict(Cuts)
        self._splices: defaultdict[str, list[Splice]] = defaultdict(list)
        self._empty: defaultdict[Node, list[bytes]] = defaultdict(list)
        self._added: dict[int, Added] = {}
        self._dropped: list[int] = []

    def take(self, one: Change | Added | Dropped) -> bool:
        """Put a change into the file, unless its paragraphs cannot be marked."""
        if isinstance(one, Change):
            self._track(one)
            return True
        paragraphs = [one.paragraph] if isinstance(one, Added) else one.paragraphs
        if any(n in self._added or n in self._dropped or not self._can_mark(n) for n in paragraphs):
            return False
        if isinstance(one, Added):
            if not can_be_repeated(self._node(one.paragraph), one.lines):
                return False
            self._added[one.paragraph] = one
        else:
            nodes = [self._node(n) for n in paragraphs]
            if one.labelled and len(ends_to_drop(nodes)) < len(nodes):
                return False
            self._dropped += one.paragraphs
            for number in (number for atoms in one.deleted for number in atoms):
                self._delete(number)
        return True

    def _can_mark(self, paragraph: int) -> bool:
        path, _ = self._found.located(paragraph)
        node = self._node(paragraph)
        return can_be_marked(node) and not holds_box(self._parts[path], node)

    def written(self, data: bytes, comments: Sequence[tuple[Span, str]]) -> bytes:
        """The file with what was taken and the comments."""
        # Before the comments, whose ends stand behind the properties of a paragraph.
        self._mark_ends()
        remarks = self._remarks([text for _, text in comments])
        for (span, _), remark in zip(comments, remarks, strict=True):
            self._anchor(span, remark.number)
        for paragraph, marks in self._empty.items():
            opened = self._main.start_tag(paragraph)[:-2] + b">"
            content = b"".join([opened, *marks, f"</{paragraph.name}>".encode()])
            self._splices[self._package.document].append(Splice(paragraph.start, paragraph.end, content))
        # A run that holds a text box comes before the runs in it: what is put in at one byte keeps this order.
        for number in sorted(self._cuts):
            path, _ = self._found.located(number)
            self._splices[path] += self._run(number).cut(self._cuts[number])
        parts = {path: self._parts[path].spliced(splices) for path, splices in self._splices.items()}
        if remarks:
            parts |= with_remarks(self._package, remarks, self._author, self._date, self._namespace)
        return rewritten(data, parts)

    def _remarks(self, texts: Sequence[str]) -> list[Remark]:
        used = _numbers(node for node in self._main.nodes if node.local.startswith("comment"))
        path = comments_path(self._package)
        if path is not None:
            used |= _numbers(load(unpack(self._package.archive, path, self._package.name)).nodes)
        free = (number for number in count() if number not in used)
        return [Remark(number, text) for number, text in zip(free, texts, strict=False)]

    def _track(self, one: Change) -> None:
        atoms = self._found.atoms
        for number in one.deleted:
            self._delete(number)
        if one.text:
            beside = atoms[one.beside]
            cuts = self._cuts[beside.run]
            new = Mark(self._run(atoms[one.look].run).new(one.text), is_insertion=True)
            (cuts.after if one.after else cuts.before)[beside].append(new)

    def _delete(self, number: int) -> None:
        atom = self._found.atoms[number]
        self._cuts[atom.run].deleted.add(atom)

    def _mark_ends(self) -> None:
        for number, one in self._added.items():
            path, node = self._found.located(number)[0], self._node(number)
            names = Names.beside(node, self._namespace)
            run = self._run(self._found.atoms[one.look].run)
            self._splices[path] += added_behind(node, one.lines, run, names, self._stamp)
        for node in ends_to_drop([self._node(number) for number in self._dropped]):
            names = Names.beside(node, self._namespace)
            self._splices[self._package.document].append(marked_end(self._main, node, "del", names, self._stamp))

    def _anchor(self, span: Span, number: int) -> None:
        """Around the words in the first paragraph they stand in, or around what Word can comment instead of them."""
        found, trace = self._found, self._found.trace
        start, end = words_at(found.text, span)
        stored = [n for n in range(start, end) if trace.first[n] != NOWHERE and not found.text[n].isspace()]
        paragraph = trace.paragraph[stored[0] if stored else min(start, len(found.text) - 1)]
        outside = self._outside(self._node(paragraph))
        if outside is not None:
            self._around(outside, number)
        elif stored:
            own = [n for n in stored if trace.paragraph[n] == paragraph]
            self._around_atoms(trace.first[own[0]], trace.last[own[-1]] - 1, number)
        else:
            self._around(self._node(paragraph), number)

    def _outside(self, paragraph: Node) -> Node | None:
        """Word has no comments in notes and text boxes: the run that refers to the note, the paragraph of the box."""
        note = next((node for node in paragraph.ancestors() if node.local in _NOTES), None)
        if note is not None:
            return self._node(self._found.references[f"{note.local}s", note.get("id") or ""])
        if any(node.local == "txbxContent" for node in paragraph.ancestors()):
            return [node for node in paragraph.ancestors() if node.local == "p"][-1]
        return None

    def _around_atoms(self, first: int, last: int, number: int) -> None:
        atoms, old = self._found.atoms, self._found.old_fonts
        # A run in an old font is read as a whole: its letters tell whether it is in the old code.
        while first and atoms[first].run in old and atoms[first - 1].run == atoms[first].run:
            first -= 1
        while last + 1 < len(atoms) and atoms[last].run in old and atoms[last + 1].run == atoms[last].run:
            last += 1
        begin, end = atoms[first], atoms[last]
        opening, closing = self._marks(self._node(begin.run), number)
        marks = self._cuts[begin.run].before[begin]
        # Words put in before these words belong to the comment.
        marks.insert(sum(not mark.is_insertion for mark in marks), Mark(opening))
        self._cuts[end.run].after[end].append(Mark(closing))

    def _around(self, node: Node, number: int) -> None:
        opening, closing = self._marks(node, number)
        splices = self._splices[self._package.document]
        if node.local != "p":
            splices += [Splice(node.start, node.start, opening), Splice(node.end, node.end, closing)]
        elif node.close == node.end:
            self._empty[node] += [opening, closing]
        else:
            properties = node.child("pPr")
            at = properties.end if properties is not None else node.inner
            splices += [Splice(at, at, opening), Splice(node.close, node.close, closing)]

    def _marks(self, beside: Node, number: int) -> tuple[bytes, bytes]:
        p, declaration = Names.beside(beside, self._namespace)
        opening = f'<{p}commentRangeStart{declaration} {p}id="{number}"/>'
        closing = f'<{p}commentRangeEnd{declaration} {p}id="{number}"/>'
        reference = f'<{p}r{declaration}><{p}commentReference {p}id="{number}"/></{p}r>'
        return opening.encode(), (closing + reference).encode()

    def _node(self, number: int) -> Node:
        path, own = self._found.located(number)
        return self._parts[path].nodes[own]

    def _run(self, number: int) -> Run:
        path, _ = self._found.located(number)
        node = self._node(number)
        return Run(self._parts[path], node, number - node.index, Names.beside(node, self._namespace), self._stamp)


def _numbers(nodes: Iterable[Node]) -> set[int]:
    """The numbers that marks have."""
    said = (node.get("id") for node in nodes)
    return {int(number) for number in said if number and number.isascii() and number.isdigit()}
