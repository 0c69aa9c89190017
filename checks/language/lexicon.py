"""What an office writes: the phrases of the genre and the ordinary compounds, indexed by pairs of syllables.

``phrases.txt`` holds one phrase a line under ``#`` headings; ``!`` before a syllable says that the phrase is
never written without it. ``compounds.txt`` holds ordinary words, grouped by first syllable: they are never
looked for, they only protect what is written right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from checks.language.confusables import neighbourhood
from checks.language.syllables import KEYS, bare

DATA = Path(__file__).parents[1] / "data"

# Words that stand beside anything: a pair with one of them tells nothing about what is written beside it.
FUNCTION_WORDS = frozenset(
    """
    và của các những được cho trong trên với về để là có không do từ đến tại theo ở ra vào khi như này đó một mà thì
    đã đang sẽ cũng còn hoặc nếu bị bởi vì nên rất hơn nhất mọi mỗi từng cả đều chỉ lại hai ba năm số ngoài dưới giữa
    """.split()
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


class _Known(dict[str, bool]):
    """Whether two syllables side by side are a word: pairs of the phrases, and compounds looked up when first met."""

    def __init__(self, tails: dict[str, str]) -> None:
        super().__init__()
        self._tails = tails

    def __missing__(self, pair: str) -> bool:
        head, _, tail = pair.partition(" ")
        self[pair] = found = f" {tail} " in self._tails.get(head, "")
        return found


class Lexicon:
    """Phrases and compounds, asked by pairs of folded syllables (“nền tảng”)."""

    def __init__(self, phrases: Iterable[str], compounds: Iterable[str]) -> None:
        self.lines = tuple(phrases)
        self._compounds = tuple(compounds)
        self._tails = {KEYS[head]: f" {tails} " for head, _, tails in (line.partition(" ") for line in self._compounds)}
        self.pairs: dict[str, list[int]] = {}
        self.after: dict[str, set[str]] = {}
        self.before: dict[str, set[str]] = {}
        self.known = _Known(self._tails)
        self._phrases: dict[int, Phrase] = {}
        self._index()

    def _index(self) -> None:
        pairs, after, before, known = self.pairs, self.after, self.before, self.known
        marks = str.maketrans({",": " ", "!": None, "-": None})
        text = "\n".join(self.lines).lower().translate(marks)
        for number, line in enumerate(text.split("\n")):
            words = [KEYS[word] for word in line.split()]
            for one, other in pairwise(words):
                pair = f"{one} {other}"
                if pair in pairs:
                    pairs[pair].append(number)
                    continue
                pairs[pair] = [number]
                after.setdefault(one, set()).add(other)
                before.setdefault(other, set()).add(one)
            if len(words) == 2:
                known[pair] = True

    @cached_property
    def _by_edit(self) -> dict[str, list[str]]:
        """The syllables of the phrases by the keys they share with whatever may be written for them."""
        found: dict[str, list[str]] = {}
        for syllable in self.after.keys() | self.before.keys():
            base = bare(syllable)
            for edited in {base, *(base[:at] + base[at + 1 :] for at in range(len(base)))}:
                found.setdefault(edited, []).append(syllable)
        return found

    @cached_property
    def _near(self) -> dict[str, frozenset[str]]:
        return {}

    def near(self, written: str) -> frozenset[str]:
        """Syllables of the phrases that ``written`` may stand for, before their cost is asked."""
        base = bare(written)
        found = self._near.get(base)
        if found is None:
            by_edit = self._by_edit
            found = frozenset(s for edited in neighbourhood(base) for s in by_edit.get(edited, ()))
            self._near[base] = found
        return found

    def is_compound(self, one: str, other: str) -> bool:
        return f" {other} " in self._tails.get(one, "")

    def phrase(self, number: int) -> Phrase:
        found = self._phrases.get(number)
        if found is None:
            found = self._phrases[number] = parse_phrase(self.lines[number])
        return found

    def with_pair(self, pair: str) -> Iterator[Phrase]:
        """The phrases in which the two syllables of ``pair`` stand side by side."""
        return map(self.phrase, self.pairs.get(pair, ()))

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every syllable that is in use: of phrases, compounds and names."""
        tails = " ".join(self._tails.values()).split()
        return frozenset([*self.after, *self.before, *self._tails, *map(KEYS.__getitem__, tails)])

    def with_phrases(self, phrases: Iterable[str]) -> Lexicon:
        """This lexicon and the phrases of an office's own papers."""
        return Lexicon((*self.lines, *phrases), self._compounds)


def data_lines(name: str) -> list[str]:
    """The lines of a data file that are neither empty nor a heading."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon of the house, read once."""
    return Lexicon(data_lines("phrases.txt"), data_lines("compounds.txt"))
