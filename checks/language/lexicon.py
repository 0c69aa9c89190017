"""What an office writes: the phrases of the genre and the ordinary compounds, indexed by pairs of syllables.

``phrases.txt`` holds one phrase a line under ``#`` headings; ``!`` before a syllable says that the phrase is
never written without it. ``compounds.txt`` holds ordinary words, grouped by first syllable: they are never
looked for, they only protect what is written right.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence, Set
from functools import cached_property, lru_cache

from checks.caching import kept
from checks.caching.answers import GROUPS, WORDS, Answers
from checks.language import confusables, lexicon_index, syllables
from checks.language.confusables import FARTHEST, cost, neighbourhood
from checks.language.lexicon_index import (
    EMPTY_FIRST,
    EMPTY_SECOND,
    FIRST,
    GAP,
    PIECE,
    SECOND,
    WORD,
    Bytes,
    Index,
    PackedLines,
    PackedRows,
    PlainRows,
    by_letters_of,
    filtered,
    indexed,
    may_be,
    numbered,
    pack,
    pack_lines,
    row_of,
)  # fmt: skip
from checks.language.syllables import KEYS, bare
from checks.language.tokens import CUT_OUT
from checks.tables import DATA, words, written
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.language.lexicon_index import Rows

    Lines = Sequence[str] | PackedLines

PHRASES, COMPOUNDS = "phrases.txt", "compounds.txt"
STORE = "lexicon"
KEPT = FIRST | SECOND | EMPTY_FIRST | EMPTY_SECOND | GAP

# Words that stand beside anything: a pair with one of them tells nothing about what is written beside it.
FUNCTION_WORDS = words(
    """
    và của các những được cho trong trên với về để là có không do từ đến tại theo ở ra vào khi như này đó một mà thì
    đã đang sẽ cũng còn hoặc nếu bị bởi vì nên rất hơn nhất mọi mỗi từng cả đều chỉ lại hai ba năm số ngoài dưới giữa
    """
)


class Phrase(NamedTuple):
    """A phrase as it is written, its folded syllables, and after which of them a comma or dash stands."""

    text: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    joints: frozenset[int]
    obligatory: tuple[int, ...]
    """Which of them are never left out."""


class Cut(NamedTuple):
    """A phrase that may lack its ``at``-th syllable."""

    phrase: Phrase
    at: int

    @property
    def left(self) -> tuple[str, ...]:
        return self.phrase.keys[: self.at] + self.phrase.keys[self.at + 1 :]


def parse_phrase(line: str) -> Phrase:
    """A line of ``phrases.txt``."""
    words: list[str] = []
    joints: set[int] = set()
    obligatory: list[int] = []
    for part in line.replace(",", " , ").split():
        if part in (",", "-", "–"):
            joints.add(len(words) - 1)
            continue
        if part[0] == "!":
            obligatory.append(len(words))
            part = part[1:]
        words.append(part)
    keys = tuple(KEYS[word.lower()] for word in words)
    return Phrase(line.replace("!", ""), tuple(words), keys, frozenset(joints), tuple(obligatory))


Shortened = dict[str, list[tuple[str, int, int]]]
"""By the first pair left, longest first: what is left behind it, the number of the phrase, which syllable it lacks."""


def shortened(lines: Iterable[str]) -> Shortened:
    """The phrases without one of their obligatory syllables; kept, for to parse all of them is a tenth of a cold run."""
    cuts = [
        (Cut(phrase, at).left, number, at)
        for number, line in enumerate(lines)
        if "!" in line
        for phrase in [parse_phrase(line)]
        for at in phrase.obligatory
    ]
    found: Shortened = {}
    for left, number, at in sorted(cuts, key=lambda cut: -len(cut[0])):
        found.setdefault(" ".join(left[:2]), []).append(("".join(left[2:3]), number, at))
    return found


class _Known(Answers[str, bool]):
    """Whether two folded syllables side by side are a word."""

    room = GROUPS

    def __init__(self, tails: Rows, words: Iterable[str]) -> None:
        self.given = frozenset(words)
        super().__init__(dict.fromkeys(self.given, True))
        self.tails = tails

    def find(self, pair: str) -> bool:
        head, _, tail = pair.partition(" ")
        return self.tails.has(head, tail)

    def opens(self, syllable: str) -> bool:
        """Whether any word begins with ``syllable``."""
        return bool(self.tails.row(syllable))


# Thousands of pairs at a time: as bytes they are translated in one go.
OUTSIDE_WORDS = bytes(not bits & WORD for bits in range(256))
IN_A_GAP = bytes(bool(bits & GAP) for bits in range(256))


class Sides(NamedTuple):
    """The syllables of a text and their neighbours."""

    bits: bytes
    """What each pair is, with nothing before the first and behind the last: ``WORD``, or the bits of what else it may be."""
    alone: bytes
    """Whether each syllable makes a word with none of its neighbours."""

    @property
    def gaps(self) -> bytes:
        """Whether a long phrase may have one syllable in the midst of each pair."""
        return self.bits[1:].translate(IN_A_GAP)


NOTHING: tuple[Sequence[str], Sides] = ((), Sides(b"\0\0", b""))


class _Beside(Answers[str, int]):
    """What two folded syllables side by side are."""

    room = GROUPS

    def __init__(self, known: _Known, sieve: Bytes, judged: Container[str]) -> None:
        super().__init__()
        self._known, self._sieve, self._judged = known, sieve, judged
        self._last: dict[bool, tuple[Sequence[str], Sides]] = {}

    def sides(self, pairs: Sequence[str]) -> Sides:
        """What each of ``pairs`` is; those not met lately are judged in one go, most of what is asked of a text."""
        whole = len(pairs) > CUT_OUT
        asked, told = self._last.get(whole, NOTHING)
        if asked is pairs:  # several rules ask about one text, and about pieces of it
            return told
        new = [pair for pair in set(pairs) if pair not in self]
        self.make_room(len(new))
        self.update(zip(new, map(self._judge, new, may_be(self._sieve, new)), strict=True))
        bits = bytes([0, *map(self.__getitem__, pairs), 0])
        # Each syllable's pair before and pair behind as the digits of one number.
        both = int.from_bytes(bits[:-1], "big") | int.from_bytes(bits[1:], "big")
        told = Sides(bits, both.to_bytes(len(pairs) + 1, "big").translate(OUTSIDE_WORDS))
        self._last[whole] = pairs, told
        return told

    def find(self, pair: str) -> int:
        return self._judge(pair, *may_be(self._sieve, [pair]))

    def _judge(self, pair: str, bits: int) -> int:
        """What ``pair`` is, by the bits of what it may be."""
        one, _, other = pair.partition(" ")
        if bits & WORD and (pair in self._known.given or self._known.tails.has(one, other)):
            return WORD
        bits &= KEPT
        if one not in self._judged and one.isalpha():  # of which nothing is known
            bits |= FIRST
        if other not in self._judged and other.isalpha():
            bits |= SECOND
        return bits


class _Row(Answers[str, frozenset[str]]):
    """The syllables of a row."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows

    def find(self, asked: str) -> frozenset[str]:
        row = self._rows.row(asked)
        return frozenset(row.split()) if row else NONE


NONE: frozenset[str] = frozenset()


class _Halves(Answers[str, frozenset[str]]):
    """The syllables that make a word behind a syllable."""

    def __init__(self, known: _Known, behind: _Row) -> None:
        super().__init__()
        self._known, self._behind = known, behind

    def find(self, asked: str) -> frozenset[str]:
        pieces = (other for other in self._behind[asked] if self._known[f"{asked} {other}"])
        return frozenset((*self._known.tails.row(asked).split(), *pieces))


class _Near(Answers[str, frozenset[str]]):
    """The syllables that share a key with a syllable."""

    def __init__(self, by_edit: Rows) -> None:
        super().__init__()
        self._rows = by_edit

    def find(self, written: str) -> frozenset[str]:
        return frozenset("".join([self._rows.row(edited) for edited in neighbourhood(bare(written))]).split())


class _Close(Answers[str, tuple[str, ...]]):
    """The syllables that a syllable may be a slip of; those of the ``judged`` were computed."""

    def __init__(self, near: _Near, computed: Rows, judged: Container[str]) -> None:
        super().__init__()
        self._near, self._computed, self._judged = near, computed, judged

    def find(self, written: str) -> tuple[str, ...]:
        if written in self._judged:
            return tuple(self._computed.row(written).split())
        return tuple(meant for meant in sorted(self._near[written]) if 0 < cost(written, meant) <= FARTHEST)


class _Told(Answers[tuple[str, str], tuple[Phrase, ...]]):
    """The phrases whose numbers ``Index.numbers`` tells for a syllable and what stands behind it."""

    room = WORDS

    def __init__(self, lines: Lines, numbers: Rows) -> None:
        super().__init__()
        self._lines, self._numbers = lines, numbers

    def find(self, asked: tuple[str, str]) -> tuple[Phrase, ...]:
        one, behind = asked
        numbers = self._numbers.row(one).partition(f"|{behind}:")[2].partition("|")[0]
        return tuple(parse_phrase(self._lines[int(number)]) for number in numbers.split(",") if number)


class _Parsed(Answers[int, Phrase]):
    """The phrases of the lines, by number."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    def find(self, number: int) -> Phrase:
        return parse_phrase(self._lines[number])


class Lexicon:
    """Phrases, asked by pairs of folded syllables (“nền tảng”), and the words of two syllables beside them.

    ``tails`` tell of each first syllable of a word all that may follow it, each with a space before and after.
    """

    def __init__(
        self, phrases: Lines, tails: Rows, kept: tuple[Index, dict[str, int], Shortened] | None = None
    ) -> None:
        self.lines = phrases
        self._tails = tails
        self.words = _Known(tails, ())
        if kept:
            self.index, self._judged, self._shortened = kept
        else:
            self.index, self._own, self.edits = indexed(self.lines)
            self._judged, self._shortened = {}, {}
        self._parsed = _Parsed(self.lines)
        self._near = _Near(self.index.by_edit)
        self._close = _Close(self._near, self.index.close, self._judged)
        self._phrases = _Told(self.lines, self.index.numbers)
        self.after, self.before = _Row(self.index.after), _Row(self.index.before)
        self.known = _Known(tails, self.index.pairs)
        self.halves = _Halves(self.known, self.after)
        self.beside = _Beside(self.known, self.index.sieve, self._judged)

    def stand(self, pairs: Sequence[str]) -> list[bool]:
        """Of each of ``pairs`` whether its two syllables stand side by side in a phrase."""
        after = self.index.after
        return [
            bool(bits & PIECE) and after.has(*pair.partition(" ")[::2])
            for pair, bits in zip(pairs, may_be(self.index.sieve, pairs), strict=True)
        ]

    def near(self, written: str) -> frozenset[str]:
        """Syllables of the phrases that ``written`` may stand for, before their cost is asked."""
        return self._near[written]

    def close(self, written: str) -> tuple[str, ...]:
        """Syllables of the phrases that ``written`` may be a slip of, at any price that is believed."""
        return self._close[written]

    def in_use(self, syllable: str) -> bool:
        """Whether a word begins with ``syllable`` or a phrase has it: the rest is hardly ever written on purpose."""
        return bool(self.after[syllable] or self.before[syllable] or self.words.opens(syllable))

    def reading(self, one: str, other: str, following: str) -> tuple[Phrase, ...]:
        """The phrases in which ``other`` stands behind ``one``, and behind both ``following`` or nothing."""
        return self._phrases[one, f"{other} {following}"] + (self._phrases[one, f"{other} "] if following else ())

    def opening(self, one: str, other: str) -> tuple[Phrase, ...]:
        """The phrases that begin with the two syllables."""
        return self._phrases[one, f"^{other}"]

    @cached_property
    def shortened(self) -> Shortened:
        """Phrases without one of their obligatory syllables."""
        return self._shortened or shortened(self.lines)

    def cut(self, number: int, at: int) -> Cut:
        """The phrase of that number without its ``at``-th syllable."""
        return Cut(self._parsed[number], at)

    @cached_property
    def syllables(self) -> Set[str]:
        """Every syllable that is in use in the phrases and the words."""
        return self._judged.keys() or self._own | compound_syllables()

    @cached_property
    def by_letters(self) -> Rows:
        """These by their letters without any diacritic."""
        return self.index.by_letters or by_letters_of(self.syllables)

    def with_phrases(self, phrases: Iterable[str]) -> Lexicon:
        """This lexicon and the phrases of an office's own papers."""
        return Lexicon((*self.lines, *phrases), self._tails)


def data_lines(name: str) -> list[str]:
    """The lines of a data file that are neither empty nor a heading."""
    return [line for line in written(name).split("\n") if line and line[0] != "#"]


def tails_of(compounds: Iterable[str]) -> PlainRows:
    """The lines of ``compounds.txt``, by their first syllable."""
    return PlainRows({head: f" {tails} " for head, _, tails in (line.partition(" ") for line in compounds)})


def compound_syllables() -> frozenset[str]:
    return frozenset(" ".join(data_lines(COMPOUNDS)).split())


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon of the house, read once."""
    stored = kept.load_tables(STORE, _stamp())
    if stored is None:
        return Lexicon(data_lines(PHRASES), tails_of(data_lines(COMPOUNDS)))
    (pairs, cuts), (words, edits, letters, sieve, *halves, ends, text) = stored
    judged = numbered(words)
    asked: list[dict[str, int] | Bytes] = [judged, judged, judged, judged, judged, edits, letters]
    tails, numbers, after, before, close, by_edit, by_letters = map(PackedRows, asked, halves[::2], halves[1::2])
    index = Index(numbers, after, before, by_edit, close, pairs, (), sieve, by_letters)
    return Lexicon(PackedLines(ends, text), tails, (index, judged, cuts))


def keep() -> None:
    """Keep the index of the shipped lexicon for cold runs."""
    made = Lexicon(phrases := data_lines(PHRASES), tails := tails_of(data_lines(COMPOUNDS)))
    judged = sorted(made.syllables)
    close, by_letters = row_of({written: made.close(written) for written in judged}), by_letters_of(judged)
    index = made.index._replace(close=close)
    tables = [map(rows.row, judged) for rows in (tails, index.numbers, index.after, index.before, index.close)]
    tables += [map(index.by_edit.row, made.edits), map(by_letters.row, by_letters)]
    halves = [half for table in (*tables, phrases) for half in pack(table)]
    compounds = (f"{head} {tail}" for head, row in tails.items() for tail in row.split())
    sieve = filtered(index, compounds, judged, FUNCTION_WORDS)
    lines = map(pack_lines, (judged, made.edits, by_letters))
    kept.save(STORE, _stamp(), (index.pairs, made.shortened), [*lines, sieve, *halves])


def _stamp() -> list[tuple[int, int]]:
    """Of what the index follows from: the data, its form, and the rules of writing and of slips."""
    forms = [str(module.__file__) for module in (lexicon_index, confusables, syllables)]
    return [kept.stamp_of(file) for file in (f"{DATA}/{PHRASES}", f"{DATA}/{COMPOUNDS}", __file__, *forms)]
