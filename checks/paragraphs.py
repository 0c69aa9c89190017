"""What rules say of each paragraph, remembered: a text of which one paragraph was typed on is judged there only.

A rule whose findings in a paragraph hang on it, on what stands right beside it and on what the head of the document says
(``Rule.alone``) is asked about paragraphs that nobody asked about yet, in an excerpt of them and their neighbours. All
other rules see the whole document, as ever.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate

from checks.document import Document
from checks.finding import Finding, Span
from checks.language.tokens import BREAK, Stretch, Tokens, stretch
from checks.rule import Rule
from checks.values import NamedTuple

ROOM = 30_000
"""So many paragraphs and findings are remembered, in some 15 MB; then all are forgotten."""
LETTERS = 400_000
"""Of the paragraphs whose tokens are remembered."""
FEW = 4
"""A text of so few paragraphs is judged as soon as looked up."""
REACH = 250
"""So many characters before and behind a paragraph may bear on it, and always the paragraphs beside it."""
SMALL = 16
"""Bytes of a digest."""

Own = tuple[Finding, ...]
"""Findings in one paragraph; their places count from its beginning."""


class Piece(NamedTuple):
    """A paragraph with the line ends behind it, and what it is known by."""

    start: int
    end: int
    key: object


class Stretches(dict[tuple[str, str], Stretch]):
    """The tokens of the stretches met lately; in some 10 MB, then all are forgotten."""

    def __init__(self, room: int = LETTERS) -> None:
        super().__init__()
        self._room, self._used = room, 0

    def __missing__(self, written: tuple[str, str]) -> Stretch:
        self._used += len(written[0])
        if self._used > self._room:
            self.clear()
            self._used = len(written[0])
        found = stretch(*written)
        if self._used <= self._room:
            self[written] = found
        return found


class Paragraphs:
    """The findings of paragraphs met before. One for all texts that a process judges, one after the other."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._used = 0
        self._stretches = Stretches()
        self._known: dict[object, dict[object, Own]] = {}

    def findings(self, doc: Document, rules: Sequence[Rule]) -> dict[str, list[Finding]]:
        """What the rules that judge paragraphs say of ``doc``, by name; empty where the text has to be judged as a whole."""
        alone = tuple(rule for rule in rules if rule.alone)
        if not alone or doc.written is not doc.text:
            return {}
        vars(doc).setdefault("tokens", Tokens(doc.text, self._stretches))
        pieces = list(_pieces(doc))
        if len(pieces) <= FEW:
            return {}
        facts = (alone, doc.as_of, doc.issued, doc.seat, doc.framed, doc.parted)
        known, beside = self._known.get(facts, {}), _beside(pieces)
        around = [
            (number - first, *(one.key for one in pieces[first:last])) for number, (first, last) in enumerate(beside)
        ]
        own = [known.get(key) for key in around]
        new = [number for number, found in enumerate(own) if found is None]
        try:
            judged = _judged(doc, pieces, beside, new, alone)
        except Exception:  # noqa: BLE001 - the engine asks again, of the whole, and reports the rule that fails
            return {}
        self._keep(facts, {around[number]: own for number, own in judged.items()})
        out: dict[str, list[Finding]] = {rule.name(): [] for rule in alone}
        for number, (piece, found) in enumerate(zip(pieces, own, strict=True)):
            for finding in judged[number] if found is None else found:
                out[finding.rule].append(finding.moved(piece.start))
        return out

    def _keep(self, facts: object, judged: dict[object, Own]) -> None:
        self._used += sum(1 + len(own) for own in judged.values())
        if self._used > self._room:
            self._known.clear()
            self._used = sum(1 + len(own) for own in judged.values())
        self._known.setdefault(facts, {}).update(judged)


def _pieces(doc: Document) -> Iterator[Piece]:
    """The paragraphs of ``doc``, parted where the tokens of a sentence end, too."""
    parts, (first, last), torn = BREAK.split(doc.text), doc.body, doc.torn
    start = 0
    for text in map("".join, zip(parts[::2], [*parts[1::2], ""], strict=True)):
        end = start + len(text)
        key: object = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=SMALL).digest()
        if not first <= start <= end <= last or start < torn <= end:
            cuts = (min(max(place - start, -1), len(text) + 1) for place in (first, last, torn))
            key = (key, *cuts)
        yield Piece(start, end, key)
        start = end


def _beside(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """For each piece the range of those that bear on it, itself among them."""
    starts, last = [piece.start for piece in pieces], len(pieces) - 1
    return [
        (
            max(0, min(number - 1, bisect_right(starts, piece.start - REACH) - 1)),
            min(last, max(number + 1, bisect_right(starts, piece.end + REACH) - 1)) + 1,
        )
        for number, piece in enumerate(pieces)
    ]


def _judged(
    doc: Document,
    pieces: Sequence[Piece],
    beside: Sequence[tuple[int, int]],
    new: Sequence[int],
    rules: Iterable[Rule],
) -> dict[int, Own]:
    """What ``rules`` say of the ``new`` pieces, by their numbers."""
    numbers = sorted({number for one in new for number in range(*beside[one])})
    if not numbers:
        return {}
    at = [0, *accumulate(pieces[number].end - pieces[number].start for number in numbers)]

    def place(whole: int) -> int:
        """Where a place of the whole is in the excerpt, or where what follows it begins."""
        for number, begins in zip(numbers, at, strict=False):
            if whole <= pieces[number].end:
                return begins + max(0, whole - pieces[number].start)
        return at[-1]

    if len(numbers) == len(pieces):
        excerpt = doc
    else:
        text = "".join(doc.text[slice(*pieces[number][:2])] for number in numbers)
        torn = place(doc.torn) if numbers[-1] == len(pieces) - 1 else -1
        excerpt = _excerpt(doc, text, Span(*map(place, doc.body)), torn)
    out: dict[int, list[Finding]] = {number: [] for number in new}
    for rule in rules:
        for finding in rule.suspects(excerpt):
            nth = min(bisect_right(at, finding.span.start), len(numbers)) - 1
            if numbers[nth] in out:
                out[numbers[nth]].append(finding.moved(-at[nth]))
    return {number: tuple(own) for number, own in out.items()}


def _excerpt(doc: Document, text: str, body: Span, torn: int) -> Document:
    """Some paragraphs of ``doc`` as a document that has its head: when and where it was issued, and whether it is whole."""
    part = Document(text, doc.name, issued=doc.issued)
    head = {name: getattr(doc, name) for name in ("place_date", "as_of", "seat", "framed", "parted")}
    vars(part).update(head, body=body, torn=torn, _whole=None)
    return part
