"""Counting what stands after what: the shipped corpus, the lexicon, an office's own papers, and word lists of packages.

A document is counted as it is; a phrase of the lexicon as a sentence of two documents, for somebody has vouched for
it; a word of a word list as a pair only.
"""

from __future__ import annotations

import importlib.util
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from checks.language.computed import rows_of
from checks.language.confusables import cost, neighbourhood
from checks.language.context import CODES, HEADER, MAGIC, Layout, Table, fold
from checks.language.lexicon import Lexicon, data_lines
from checks.language.near_miss import VARIANTS
from checks.language.syllables import KEYS, bare, is_syllable
from checks.language.tokens import tokens

VOUCHED = 2
SLIP = 1.3
"""The dearest slip for which one document is not believed."""
CONSONANTS, VOWELS = "bcdghklmnpqrstvx", ("a", "e", "i", "o", "u", "y")
VOWEL_ONSETS = ("gi", "qu")
MOST = {"B": 255, "H": 65535, "I": 2**32 - 1}

WORD_LISTS = (("pyvi", "models/words.txt"), ("underthesea", "corpus/data/Viet74K.txt"))
"""Packages with word lists in plain text, and where they keep them. They are read where they are installed."""

T = TypeVar("T")
Pair = tuple[str, str]
Triple = tuple[str, str, str]


class Counts:
    """How often syllables, pairs and triples were met, and in how many documents each pair."""

    def __init__(self) -> None:
        self.single: Counter[str] = Counter()
        self.pairs: Counter[Pair] = Counter()
        self.triples: Counter[Triple] = Counter()
        self.in_documents: Counter[Pair] = Counter()
        self.single_in_documents: Counter[str] = Counter()
        self.documents = 0

    def add(self, stream: list[str], documents: int = 1) -> None:
        """Count a text as folded tokens."""
        pairs = list(pairwise(stream))
        self.single.update(stream)
        self.pairs.update(pairs)
        self.triples.update(zip(stream, stream[1:], stream[2:], strict=False))
        for pair in set(pairs):
            self.in_documents[pair] += documents

    def add_document(self, text: str) -> None:
        self.add_pieces([stream_of(text)])

    def add_pieces(self, pieces: Iterable[list[str]]) -> None:
        """Count a document that was cut where it is not believed."""
        pairs: set[Pair] = set()
        syllables: set[str] = set()
        for piece in pieces:
            self.add(piece, documents=0)
            pairs.update(pairwise(piece))
            syllables.update(piece)
        self.in_documents.update(pairs)
        self.single_in_documents.update(syllables)
        self.documents += 1

    def add_word(self, word: str) -> None:
        """Count an entry of a word list, once, unless it is known already."""
        keys = [fold(syllable) for syllable in word.lower().replace("_", " ").split()]
        if 1 < len(keys) < 5 and all(map(is_syllable, keys)) and not all(pair in self.pairs for pair in pairwise(keys)):
            self.add(keys, VOUCHED)

    def subtract(self, other: Counts) -> None:
        """Take back what ``other`` has counted."""
        _subtract(self.single, other.single)
        _subtract(self.pairs, other.pairs)
        _subtract(self.triples, other.triples)
        _subtract(self.in_documents, other.in_documents)
        _subtract(self.single_in_documents, other.single_in_documents)
        self.documents -= other.documents

    def add_lexicon(self) -> None:
        """The phrases, compounds and ordinary words of the house."""
        for line in data_lines("phrases.txt"):
            self.add(stream_of(line.replace("!", "")), VOUCHED)
        for line in data_lines("context_words.txt"):
            for phrase in line.split(","):
                self.add(stream_of(phrase.strip()), VOUCHED)
        for line in data_lines("compounds.txt"):
            head, *tails = line.split()
            for tail in tails:
                self.add([KEYS[head], KEYS[tail]], VOUCHED)
        self.add_frames(data_lines("context_frames.txt"))

    def add_frames(self, lines: Iterable[str]) -> None:
        """Count what frames let stand side by side, once and in no document, and the words that they are made of."""
        classes: dict[str, list[str]] = {}
        words: set[str] = set()
        pairs: set[Pair] = set()
        for line in lines:
            name, defines, listed = line.partition(" = ")
            if defines:
                classes[name] = listed.split(", ")
                continue
            lefts, rights = (_terms(side, classes) for side in line.split(" + "))
            words.update(lefts, rights)
            ends = {fold(left.lower().rsplit(" ", 1)[-1]) for left in lefts}
            heads = {fold(right.lower().split(" ", 1)[0]) for right in rights}
            pairs.update((end, head) for end in ends for head in heads if end != head)
        for word in sorted(words):
            self.add(stream_of(word), VOUCHED)
        self.pairs.update(pairs)
        self.in_documents.update(dict.fromkeys(pairs, 0))

    def doubtful(self, lexicon: Lexicon) -> set[Pair]:
        """Pairs of at most one document that miss a phrase of the lexicon by one slip: they may be its mistakes."""
        return {pair for pair in self.pairs if self.in_documents[pair] < 2 and misses(lexicon, *pair)}

    def add_table(self, table: Table) -> None:
        """All that a table has counted."""
        names, columns = table.syllables, table.columns
        self.single.update(dict(zip(names, columns.counts, strict=True)))
        self.single_in_documents.update(dict(zip(names, columns.syllable_documents, strict=True)))
        for one, (start, end) in enumerate(pairwise(columns.row)):
            for place in range(start, end):
                pair = names[one], names[columns.second[place]]
                self.pairs[pair] += columns.pair_counts[place]
                self.in_documents[pair] += columns.pair_documents[place]
                for at in range(columns.triples[place], columns.triples[place + 1]):
                    self.triples[*pair, names[columns.third[at]]] += columns.triple_counts[at]
        self.documents += table.documents


def _terms(listed: str, classes: Mapping[str, list[str]]) -> list[str]:
    """The words of a list, those of a class for its name."""
    return [term for part in listed.split(", ") for term in classes.get(part, [part])]


def misses(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether one slip parts two syllables from two that stand together in a phrase of the lexicon."""
    after, before = lexicon.after[one], lexicon.before[other]
    meant = [(s, other) for s in after & lexicon.near(other)] if after else []
    meant += [(s, one) for s in before & lexicon.near(one)] if before else []
    return any(0 < cost(written, right) <= SLIP and {right, written} not in VARIANTS for right, written in meant)


def _subtract(counter: Counter[T], other: Counter[T]) -> None:
    counter.subtract(other)
    for name in other:
        if not counter[name]:
            del counter[name]


def stream_of(text: str) -> list[str]:
    """The folded tokens of a text."""
    return [fold(word) for word in tokens(text).lower]


def texts_of(folder: Path) -> Iterator[str]:
    """The precedents of a corpus folder, in the order of their names."""
    for path in sorted(folder.glob("*/document.txt")):
        yield path.read_text(encoding="utf-8")


def extra_words() -> Iterator[str]:
    """The entries of the word lists of installed packages, none if no such package is there."""
    for package, name in WORD_LISTS:
        spec = importlib.util.find_spec(package)
        for root in (spec.submodule_search_locations or ()) if spec else ():
            path = Path(root, name)
            if path.is_file():
                yield from path.read_text(encoding="utf-8").splitlines()


def encode(counts: Counts, lexicon: Lexicon) -> bytes:
    """The table of ``counts`` without what is doubtful: the same bytes for the same counts."""
    doubtful = counts.doubtful(lexicon)
    names = sorted(counts.single, key=lambda name: (-counts.single[name], name))[: MOST["H"]]
    names.sort()
    number = {name: at for at, name in enumerate(names)}
    pairs = sorted((number[a], number[b]) for a, b in counts.pairs.keys() - doubtful if a in number and b in number)
    triples = sorted(
        (number[a], number[b], number[c])
        for a, b, c in counts.triples
        if {a, b, c} <= number.keys() and (a, b) not in doubtful and (b, c) not in doubtful
    )
    followers = Counter((a, b) for a, b, _ in triples)
    backwards = sorted((b, a) for a, b in pairs)
    bases = _relatives(number)
    lengths = Counter(a for a, _ in pairs)
    back_lengths = Counter(b for b, _ in backwards)
    named = [(names[a], names[b]) for a, b in pairs]
    columns = Layout(
        counts=[counts.single[name] for name in names],
        row=rows_of([lengths[at] for at in range(len(names))]),
        before_row=rows_of([back_lengths[at] for at in range(len(names))]),
        triples=rows_of([followers[pair] for pair in pairs]),
        near_row=rows_of([len(near) for near in bases.values()]),
        second=[b for _, b in pairs],
        pair_counts=[counts.pairs[pair] for pair in named],
        before=[a for _, a in backwards],
        third=[c for _, _, c in triples],
        triple_counts=[counts.triples[names[a], names[b], names[c]] for a, b, c in triples],
        near=[syllable for near in bases.values() for syllable in near],
        syllable_documents=[counts.single_in_documents[name] for name in names],
        pair_documents=[counts.in_documents[pair] for pair in named],
    )
    return written(columns, names, list(bases), counts.single.total(), counts.documents)


def written(columns: Layout, names: list[str], bases: list[str], tokens: int, documents: int) -> bytes:
    """The file of a table."""
    text = ("\n".join(names) + "\n\n" + "\n".join(bases)).encode()
    sizes = [len(names), len(columns.second), len(columns.third), len(bases), len(columns.near)]
    header = [*sizes, tokens, documents, len(text)]
    assert len(header) == HEADER
    out = bytearray(MAGIC + _packed("I", header))
    for code, column in zip(CODES, columns, strict=True):
        out += _packed(str(code), column)
        out += bytes(-len(out) % 4)
    return bytes(out + text)


def _packed(code: str, column: Iterable[int]) -> bytes:
    most = MOST[code]
    typed = isinstance(column, array) and column.typecode == code
    numbers = array(code, column if typed else [min(number, most) for number in column])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _relatives(number: dict[str, int]) -> dict[str, list[int]]:
    """For the bare letters of every syllable, the syllables that may have been meant by them."""
    by_base: defaultdict[str, list[int]] = defaultdict(list)
    for name, at in number.items():
        if is_syllable(name):
            by_base[bare(name)].append(at)
    by_edit: defaultdict[str, set[str]] = defaultdict(set)
    for base in by_base:
        shorter = (base[:at] + base[at + 1 :] for at in range(len(base)))
        for edited in (base, *shorter, _opening(base), _rime(base), *_half_onset(base)):
            by_edit[edited].add(base)
    found = {}
    for base in sorted(by_base):
        keys = (*neighbourhood(base), _opening(base), f"<{base}", *_half_onset(base))
        near = {other for edited in keys for other in by_edit.get(edited, ())}
        near.update(by_base.keys() & {_rime(base)[1:]})
        found[base] = sorted(at for other in near for at in by_base[other])
    return found


def _opening(base: str) -> str:
    """Bare letters without the last consonants: “sa>” of “sat”, “sach” and “sa”."""
    return base.rstrip(CONSONANTS) + ">"


def _rime(base: str) -> str:
    """Bare letters without the first consonants: “<am” of “tham”, which may be written “am”; “<up” of “giup”."""
    onset = next((onset for onset in VOWEL_ONSETS if base.startswith(onset) and base[2:3] in VOWELS), "")
    return "<" + base[len(onset) :].lstrip("" if onset else CONSONANTS)


def _half_onset(base: str) -> list[str]:
    """“hiep” of “nghiep”: two letters lost at once."""
    return [base[2:]] if base.startswith("ngh") else []
