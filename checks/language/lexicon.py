"""What an office writes: the phrases of the genre and the ordinary compounds, indexed by pairs of syllables.

``phrases.txt`` holds one phrase a line under ``#`` headings; ``!`` before a syllable says that the phrase is
never written without it. ``compounds.txt`` holds ordinary words, grouped by first syllable: they are never
looked for, they only protect what is written right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from checks import kept
from checks.answers import GROUPS, WORDS, Answers
from checks.language.confusables import FARTHEST, cost, neighbourhood
from checks.language.syllables import KEYS, bare
from checks.tables import words
from checks.values import NamedTuple

DATA = Path(__file__).parents[1] / "data"
PHRASES, COMPOUNDS = "phrases.txt", "compounds.txt"
STORE = "lexicon"
PACKED = "utf-16-le"

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
    obligatory: int | None


def parse_phrase(line: str) -> Phrase:
    """A line of ``phrases.txt``."""
    words: list[str] = []
    joints: set[int] = set()
    obligatory = None
    for part in line.replace(",", " , ").split():
        if part in (",", "-", "–"):
            joints.add(len(words) - 1)
            continue
        if part[0] == "!":
            obligatory, part = len(words), part[1:]
        words.append(part)
    keys = tuple(KEYS[word.lower()] for word in words)
    return Phrase(line.replace("!", ""), tuple(words), keys, frozenset(joints), obligatory)


Packed = bytes | memoryview
"""Lines as Python has them in memory: decoding 300 KB of UTF-8 takes 1 ms, this a tenth."""


class Rows:
    """Syllables with a space between, by what they are looked up with; what was kept is unpacked when first asked for."""

    def __init__(self, rows: dict[str, str] | None = None, packed: tuple[Packed, Packed] = (b"", b"")) -> None:
        self._rows, self.packed = rows, packed

    @cached_property
    def rows(self) -> dict[str, str]:
        if self._rows is not None:
            return self._rows
        return dict(zip(*map(_unpacked, self.packed), strict=True))

    def pack(self) -> tuple[bytes, bytes]:
        return _packed(self.rows), _packed(self.rows.values())


class _Known(Answers[str, bool]):
    """Whether two folded syllables side by side are a word."""

    room = GROUPS

    def __init__(self, tails: Rows, words: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(words, True))
        self._tails = tails.rows

    def find(self, pair: str) -> bool:
        head, _, tail = pair.partition(" ")
        tails = self._tails.get(head, "")
        # First without the spaces: a search for them stops at every word.
        return tail in tails and f" {tail} " in tails

    def opens(self, syllable: str) -> bool:
        """Whether any word begins with ``syllable``."""
        return syllable in self._tails


class _Row(Answers[str, frozenset[str]]):
    """The syllables of a row, taken apart when first asked for."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows

    def find(self, asked: str) -> frozenset[str]:
        row = self._rows.rows.get(asked)
        return frozenset(row.split(" ")) if row else NONE


NONE: frozenset[str] = frozenset()


class _Near(Answers[str, frozenset[str]]):
    """The syllables that share a key with a syllable."""

    def __init__(self, by_edit: Rows) -> None:
        super().__init__()
        self._rows = by_edit

    def find(self, written: str) -> frozenset[str]:
        rows = self._rows.rows
        return frozenset(" ".join([rows[edited] for edited in neighbourhood(bare(written)) if edited in rows]).split())


class _Close(Answers[str, tuple[str, ...]]):
    """The syllables that a syllable may be a slip of; those that were computed are taken apart only."""

    def __init__(self, near: _Near, computed: Rows) -> None:
        super().__init__()
        self._near, self._computed = near, computed

    def find(self, written: str) -> tuple[str, ...]:
        row = self._computed.rows.get(written)
        if row is not None:
            return tuple(row.split())
        return tuple(meant for meant in sorted(self._near[written]) if 0 < cost(written, meant) <= FARTHEST)


class _Told(Answers[tuple[str, str], tuple[Phrase, ...]]):
    """The phrases whose numbers ``Index.numbers`` tells for a syllable and what stands behind it."""

    room = WORDS

    def __init__(self, lines: Sequence[str], numbers: Rows) -> None:
        super().__init__()
        self._lines, self._numbers = lines, numbers

    def find(self, asked: tuple[str, str]) -> tuple[Phrase, ...]:
        one, behind = asked
        numbers = self._numbers.rows.get(one, "").partition(f"|{behind}:")[2].partition("|")[0]
        return tuple(parse_phrase(self._lines[int(number)]) for number in numbers.split(",") if number)


class Index(NamedTuple):
    """What a lexicon computes from its phrases."""

    numbers: Rows
    """By a syllable, the numbers of the phrases in which another stands behind it, by that one and the next: “|đua khen:0,17|đua :5|”;
    and of those that begin with the two: “^đua:5”."""
    after: Rows
    """What stands behind a syllable."""
    before: Rows
    pairs: list[str]
    """Phrases of two syllables."""
    by_edit: Rows
    """The syllables by the keys they share with whatever may be written for them."""
    close: Rows
    """What each syllable in use may be a slip of; empty where that is found when asked for."""


class Lexicon:
    """Phrases, asked by pairs of folded syllables (“nền tảng”), and the words of two syllables beside them.

    ``tails`` tell of each first syllable of a word all that may follow it, each with a space before and after.
    """

    def __init__(self, phrases: Iterable[str], tails: Rows, index: Index | None = None) -> None:
        self.lines = tuple(phrases)
        self._tails = tails
        self.words = _Known(tails, ())
        self.index = index or self._index()
        self._near = _Near(self.index.by_edit)
        self._close = _Close(self._near, self.index.close)
        self._phrases = _Told(self.lines, self.index.numbers)
        self.after, self.before = _Row(self.index.after), _Row(self.index.before)
        self.known = _Known(tails, self.index.pairs)
        self.packed_syllables: Packed = b""

    def _index(self) -> Index:
        numbers: dict[str, dict[str, list[str]]] = {}
        after: dict[str, set[str]] = {}
        before: dict[str, set[str]] = {}
        pairs: list[str] = []
        for number, line in enumerate(self.lines):
            plain = line.lower().replace(",", "").replace("!", "").replace(" - ", " ")
            keys = [KEYS[word] for word in plain.split()]
            for one, *rest in dict.fromkeys(zip(keys, keys[1:], [*keys[2:], ""], strict=False)):
                numbers.setdefault(one, {}).setdefault(" ".join(rest), []).append(str(number))
                after.setdefault(one, set()).add(rest[0])
                before.setdefault(rest[0], set()).add(one)
            if len(keys) > 1:
                numbers[keys[0]].setdefault(f"^{keys[1]}", []).append(str(number))
            if len(keys) == 2:
                pairs.append(" ".join(keys))
        by_edit: dict[str, set[str]] = {}
        for syllable in after.keys() | before.keys():
            base = bare(syllable)
            for edited in {base, *(base[:at] + base[at + 1 :] for at in range(len(base)))}:
                by_edit.setdefault(edited, set()).add(syllable)
        told = {
            one: "|".join(["", *(others + ":" + ",".join(found) for others, found in behind.items()), ""])
            for one, behind in numbers.items()
        }
        return Index(Rows(told), _rows(after), _rows(before), pairs, _rows(by_edit), Rows({}))

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
    def shortened(self) -> dict[str, list[tuple[Phrase, tuple[str, ...]]]]:
        """Phrases with an obligatory syllable and what is left without it, by the first pair left, longest first."""
        found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
        for phrase in (parse_phrase(line) for line in self.lines if "!" in line):
            at = phrase.obligatory or 0
            cut = phrase.keys[:at] + phrase.keys[at + 1 :]
            found.setdefault(" ".join(cut[:2]), []).append((phrase, cut))
        for phrases in found.values():
            phrases.sort(key=lambda one: -len(one[1]))
        return found

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every syllable that is in use in the phrases and the words."""
        if self.packed_syllables:
            return frozenset(_unpacked(self.packed_syllables))
        return frozenset(
            [
                *self.index.after.rows,
                *self.index.before.rows,
                *self._tails.rows,
                *" ".join(self._tails.rows.values()).split(),
            ]
        )

    def with_phrases(self, phrases: Iterable[str]) -> Lexicon:
        """This lexicon and the phrases of an office's own papers."""
        return Lexicon((*self.lines, *phrases), self._tails)


def _rows(sets: dict[str, set[str]]) -> Rows:
    return Rows({asked: " ".join(sorted(found)) for asked, found in sets.items()})


def data_lines(name: str) -> list[str]:
    """The lines of a data file that are neither empty nor a heading."""
    text = (DATA / name).read_bytes().decode()
    return [line for line in text.split("\n") if line and line[0] != "#"]


def tails_of(compounds: Iterable[str]) -> Rows:
    """The lines of ``compounds.txt``, by their first syllable."""
    return Rows({head: f" {tails} " for head, _, tails in (line.partition(" ") for line in compounds)})


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon of the house, read once."""
    stored = kept.load_tables(STORE, _stamp())
    if stored is None:
        return Lexicon(data_lines(PHRASES), tails_of(data_lines(COMPOUNDS)))
    pairs, (phrases, syllables, *tables) = stored
    tails, numbers, after, before, by_edit, close = (Rows(packed=two) for two in zip(*[iter(tables)] * 2, strict=True))
    lexicon = Lexicon(_unpacked(phrases), tails, Index(numbers, after, before, pairs, by_edit, close))
    lexicon.packed_syllables = syllables
    return lexicon


def keep() -> None:
    """Keep the index of the shipped lexicon for cold runs."""
    made = Lexicon(phrases := data_lines(PHRASES), tails := tails_of(data_lines(COMPOUNDS)))
    numbers, after, before, pairs, by_edit, _ = made.index
    close = Rows({written: " ".join(made.close(written)) for written in sorted(made.syllables)})
    tables = [half for table in (tails, numbers, after, before, by_edit, close) for half in table.pack()]
    kept.save(STORE, _stamp(), pairs, [_packed(phrases), _packed(sorted(made.syllables)), *tables])


def _stamp() -> list[tuple[int, int]]:
    return [kept.stamp_of(file) for file in (DATA / PHRASES, DATA / COMPOUNDS, __file__)]


def _packed(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode(PACKED)


def _unpacked(lines: Packed) -> list[str]:
    return str(lines, PACKED).split("\n")
