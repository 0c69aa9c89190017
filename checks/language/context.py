"""The context table: how often syllables stand after one another, in a file that is searched where it lies.

The file is a trie of sorted rows. ``row[a]`` to ``row[a + 1]`` are the places of all pairs that begin with the
syllable ``a``, sorted by their second syllable; ``triples[i]`` to ``triples[i + 1]`` those of all triples that begin
with the pair ``i``. It is mapped into memory and read by bisection: a cold run pays for the pages it touches.
Commas, dashes, numbers and breaks count as syllables: “khối, cụm thi đua” is a triple of its own.
"""

from __future__ import annotations

import mmap
import os
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log, prod

from checks.caching import kept
from checks.caching.answers import GROUPS, Answers
from checks.errors import UserError
from checks.language import computed, confusables, syllables
from checks.language.computed import COLUMNS, UNKNOWN, Computed, Forward, Mostly, Nothing
from checks.language.syllables import KEYS, bare
from checks.language.tokens import kind_of
from checks.tables import DATA
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = os.path.join(DATA, "context.bin")
STORE = "context"
MAGIC = b"chithi2\n"
HEADER = 8
"""How many numbers follow the magic: syllables, pairs, triples, bases, relatives, tokens, documents, bytes of text."""
DISCOUNT = 0.75
SELDOM = 3
"""What so few documents have, a word of the lexicon that none has among it, may be a slip."""
MANY = 10
"""In so many documents a syllable beside its neighbour is at home there, or one that may have been meant."""

UNMET, HARDLY = 1, 2
"""A pair that no text and no phrase has, though a frame may have made it a place; one that hardly any text has, which may be
a slip of it. Bits, so that they are told of two pairs at once."""
MET = bytes(0 if documents > SELDOM else HARDLY if documents else UNMET for documents in range(256))

FOLDED = {"number": "0", "comma": ",", "dash": "-", "break": ".", "other": "*"}


def fold(word: str) -> str:
    """What a token in small letters counts as."""
    kind = kind_of(word)
    return KEYS[word] if kind == "word" else FOLDED[kind]


class Layout(NamedTuple):
    """The columns of the file, in its order; each is an ``array`` when written and a view when read."""

    counts: Sequence[int]
    row: Sequence[int]
    before_row: Sequence[int]
    triples: Sequence[int]
    near_row: Sequence[int]
    second: Sequence[int]
    pair_counts: Sequence[int]
    before: Sequence[int]
    third: Sequence[int]
    triple_counts: Sequence[int]
    near: Sequence[int]
    syllable_documents: Sequence[int]
    pair_documents: Sequence[int]


CODES = "IIIIIHHHHHHHB"
BYTES = {"I": 4, "H": 2, "B": 1}


class _Ids(Answers[str, int]):
    """The number of every token met so far."""

    def find(self, word: str) -> int:
        folded = fold(word)
        return self[folded] if folded != word and folded in self else UNKNOWN


class _Pairs(Answers[int, int]):
    """The place of every pair asked for lately, by one number: tuples are made, hashed and compared in three times as long."""

    room = GROUPS

    def __init__(self, row: Sequence[int], second: Sequence[int]) -> None:
        super().__init__()
        self._row, self._second = row, second
        self.base = len(row)
        """What the first syllable is multiplied with; one more than there are, so that ``UNKNOWN`` is none behind another."""

    def find(self, pair: int) -> int:
        one, other = divmod(pair, self.base)
        if one < 0:
            return UNKNOWN
        end = self._row[one + 1]
        at = bisect_left(self._second, other, self._row[one], end)
        return at if at < end and self._second[at] == other else UNKNOWN


class _Close(Answers[str, frozenset[int]]):
    """The syllables that a folded syllable may be a slip of; those near it, ten times as many, where that was not computed."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def find(self, written: str) -> frozenset[int]:
        number, computed = self._table.ids[written], self._table.computed
        if computed is None or number < 0:
            return self._table.near(bare(written))
        rows = computed.close_row
        return frozenset(computed.close[rows[number] : rows[number + 1]])


class Table:
    """Counts of syllables, pairs and triples. A syllable is a number; ``UNKNOWN`` is one the table has never seen."""

    def __init__(self, data: memoryview) -> None:
        at = len(MAGIC) + 4 * HEADER
        if data[: len(MAGIC)] != MAGIC or len(data) < at:
            raise ValueError("no context table of this version")
        header = _view(data[len(MAGIC) : at], "I")
        syllables, pairs, triples, bases, relatives, self.tokens, self.documents, length = header
        per_syllable, per_pair = (syllables, syllables + 1, syllables + 1), (pairs, pairs, pairs)
        sizes = (*per_syllable, pairs + 1, bases + 1, *per_pair, triples, triples, relatives, syllables, pairs)
        if len(data) != at + length + sum(
            size * BYTES[code] + -size * BYTES[code] % 4 for code, size in zip(CODES, sizes, strict=True)
        ):
            raise ValueError("a damaged context table")
        columns = []
        for code, size in zip(CODES, sizes, strict=True):
            end = at + size * BYTES[code]
            columns.append(_view(data[at:end], code))
            at = end + -end % 4
        self.columns = Layout(*columns)
        words, self.bases = bytes(data[at : at + length]).decode().split("\n\n")
        self.syllables = words.split("\n")
        self.ids = _Ids(zip(self.syllables, range(syllables), strict=True))
        self._row, self._second, self._triples, self._third, self._triple_counts = (
            self.columns.row,
            self.columns.second,
            self.columns.triples,
            self.columns.third,
            self.columns.triple_counts,
        )
        self.pairs = _Pairs(self._row, self._second)
        self._shares = self.tokens + 0.1 * syllables
        self.close = _Close(self)
        self.computed: Computed | None = None
        self.met = bytes(self.columns.pair_documents).translate(MET) + bytes([UNMET])
        """How often the pair at each place is met; ``UNKNOWN``, the last, is not."""

    @cached_property
    def _base_ids(self) -> dict[str, int]:
        return {base: number for number, base in enumerate(self.bases.split("\n"))}

    def pair(self, one: int, other: int) -> int:
        """The place of a pair, ``UNKNOWN`` if never seen."""
        return self.pairs[one * self.pairs.base + other]

    def triple(self, pair: int, third: int) -> int:
        """How often ``third`` follows the pair at the place ``pair``."""
        if pair < 0 or third < 0:
            return 0
        end = self._triples[pair + 1]
        at = bisect_left(self._third, third, self._triples[pair], end)
        return self._triple_counts[at] if at < end and self._third[at] == third else 0

    def triple_place(self, pair: int, third: int) -> int:
        """Where the table has ``third`` behind the pair at the place ``pair``; ``UNKNOWN`` where it has not."""
        if pair < 0 or third < 0:
            return UNKNOWN
        end = self._triples[pair + 1]
        at = bisect_left(self._third, third, self._triples[pair], end)
        return at if at < end and self._third[at] == third else UNKNOWN

    def likeliest(self, pair: int) -> tuple[int, int]:
        """How often the syllable that stands most behind the pair at the place ``pair`` stands there, and which it is."""
        start, end = self._triples[pair], self._triples[pair + 1]
        return max(
            zip(self.columns.triple_counts[start:end], self._third[start:end], strict=True), default=(0, UNKNOWN)
        )

    def count(self, syllable: int) -> int:
        return self.columns.counts[syllable] if syllable >= 0 else 0

    def count_documents(self, syllable: int) -> int:
        """In how many documents the syllable stands, the lexicon apart: many syllables live in one word only."""
        return self.columns.syllable_documents[syllable] if syllable >= 0 else 0

    def followers(self, syllable: int) -> int:
        """After how many different syllables it was met, and before how many."""
        if syllable < 0:
            return 0
        rows, back = self._row, self.columns.before_row
        return rows[syllable + 1] - rows[syllable] + back[syllable + 1] - back[syllable]

    def pair_count(self, pair: int) -> int:
        return self.columns.pair_counts[pair] if pair >= 0 else 0

    def pair_documents(self, pair: int) -> int:
        """In how many documents the pair stands; what the lexicon has counts as two."""
        return self.columns.pair_documents[pair] if pair >= 0 else 0

    @cached_property
    def mostly(self) -> Mostly:
        """What nearly all wrote beside a pair; of the table of an office only what they wrote behind it, found when asked for."""
        return Mostly(Forward(self), Nothing(), b"")

    @lru_cache(maxsize=1 << 10)  # noqa: B019 there is one table to a process
    def after(self, syllable: int) -> frozenset[int]:
        """All that was ever written after ``syllable``."""
        if syllable < 0:
            return frozenset()
        return frozenset(self._second[self._row[syllable] : self._row[syllable + 1]])

    @lru_cache(maxsize=1 << 10)  # noqa: B019
    def before(self, syllable: int) -> frozenset[int]:
        """All that was ever written before ``syllable``."""
        if syllable < 0:
            return frozenset()
        rows = self.columns.before_row
        return frozenset(self.columns.before[rows[syllable] : rows[syllable + 1]])

    def between(self, pair: int) -> set[int]:
        """All that was ever written behind the pair at the place ``pair``."""
        return set(self._third[self._triples[pair] : self._triples[pair + 1]]) if pair >= 0 else set()

    def amid(self, one: int, other: int, among: Set[int] | None = None) -> Set[int]:
        """All that was ever written between two; those ``among`` some are told fast by a table of an office too."""
        if one < 0 or other < 0:
            return frozenset()
        if self.computed is None:
            some = self.after(one) & self.before(other)
            some = some if among is None else some & among
            return {middle for middle in some if self.triple(self.pair(one, middle), other)}
        around, asked = self.computed.around, one * self.pairs.base + other
        first = last = bisect_left(around, asked)
        while last < len(around) and around[last] == asked:
            last += 1
        found = frozenset(self.computed.amid[first:last])
        return found if among is None else found & among

    @lru_cache(maxsize=1 << 10)  # noqa: B019
    def near(self, base: str) -> frozenset[int]:
        """The syllables in use that one slip parts from the letters ``base`` (no diacritics), or none at all.

        Letters that no syllable has (“đoạc”) are near those of which they are one letter more, less or another.
        """
        number = self._base_ids.get(base)
        if number is None:
            keys = confusables.neighbourhood(base)
            shared = [other for other in self._base_ids if other[:1] == base[:1] and abs(len(other) - len(base)) < 2]
            bases = {
                base[:-1],
                *(other for other in shared if keys & confusables.neighbourhood(other)),
            } & self._base_ids.keys()
            return frozenset(at for other in bases for at in self._spelt(other))
        rows = self.columns.near_row
        return frozenset(self.columns.near[rows[number] : rows[number + 1]])

    def _spelt(self, base: str) -> list[int]:
        """The syllables that have just these letters."""
        rows, number = self.columns.near_row, self._base_ids[base]
        return [at for at in self.columns.near[rows[number] : rows[number + 1]] if bare(self.syllables[at]) == base]

    def likelihood(self, *row: int) -> float:
        """How probable a row of syllables is from its third on, in nats."""
        pairs, base = self.pairs, self.pairs.base
        places = [pairs[one * base + other] for one, other in pairwise(row)]
        return log(prod(map(self._probability, places, row[1:], row[2:], places[1:])))

    def _probability(self, pair: int, two: int, three: int, last: int) -> float:
        """How probable ``three`` is after the pair at the place ``pair``, which ends with ``two``: absolute discounting,
        interpolated; ``last`` is the place of ``two three``."""
        columns = self.columns
        less = ((columns.counts[three] if three >= 0 else 0) + 0.1) / self._shares
        seen = columns.counts[two] if two >= 0 else 0
        if seen:
            followers = self._row[two + 1] - self._row[two] or 1
            times = columns.pair_counts[last] if last >= 0 else 0
            less = max(times - DISCOUNT, 0) / seen + min(DISCOUNT * followers / seen, 1) * less
        seen = columns.pair_counts[pair] if pair >= 0 else 0
        if not seen:
            return less
        followers = self._triples[pair + 1] - self._triples[pair] or 1
        return max(self.triple(pair, three) - DISCOUNT, 0) / seen + min(DISCOUNT * followers / seen, 1) * less


def _view(data: memoryview, code: str) -> Sequence[int]:
    """The numbers of a column, which the file holds in little-endian order."""
    if sys.byteorder == "little":
        return data.cast(code)  # type: ignore[call-overload,no-any-return]
    column = array(code, bytes(data))
    column.byteswap()
    return column


@lru_cache(maxsize=2)
def load(path: Path | str = SHIPPED) -> Table:
    """The table of a file; that of an office's corpus holds the shipped one as well."""
    try:
        table = Table(_mapped(path))
    except (OSError, ValueError) as error:
        raise UserError(
            f"Không đọc được bảng ngữ cảnh “{os.path.basename(path)}”: hãy tạo lại bằng lệnh python -m checks.language.train."
        ) from error
    if path == SHIPPED and (stored := kept.load_tables(STORE, _stamp())):
        table.computed = Computed(*(column.cast(code) for column, code in zip(stored[1], COLUMNS, strict=True)))  # type: ignore[call-overload]
        table.mostly = Mostly(*table.computed[-3:])
    return table


def keep() -> None:
    """Keep what follows from the shipped table: to price all slips takes seconds."""
    columns = zip(computed.computed(load()), COLUMNS, strict=True)
    kept.save(STORE, _stamp(), None, [array(code, column).tobytes() for column, code in columns])


def _stamp() -> list[tuple[int, int]]:
    """Of the table, the rules of slips and of writing, and of this module."""
    return [
        kept.stamp_of(str(file))
        for file in (SHIPPED, confusables.__file__, syllables.__file__, computed.__file__, __file__)
    ]


def _mapped(path: Path | str) -> memoryview:
    with open(path, "rb") as file:
        if path != SHIPPED and sys.platform == "win32":  # there a mapped file cannot be replaced
            return memoryview(file.read())
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class _InUse:
    """The office's own table, looked at again whenever its file changes: ``corpus add`` renews it behind our back."""

    file: Path | str | None = None
    stamp = 0.0
    table: Table | None = None

    def now(self) -> Table:
        """The office's table if there is one that is newer than the shipped one and whole, else the shipped one."""
        if self.file is None:
            return self.table or load()
        stamp = _written(self.file)
        if stamp != self.stamp:
            try:
                table = Table(_mapped(self.file)) if stamp > _written(SHIPPED) else None
            except (OSError, ValueError):  # of an older version, or damaged: “corpus add” writes it anew
                table = None
            # In this order: another thread that finds the stamp finds its table.
            self.table, self.stamp = table, stamp
        return self.table or load()


_IN_USE = _InUse()


def in_use() -> Table:
    """The table that the rules judge by."""
    return _IN_USE.now()


def use(file: Path | str | None, table: Table | None = None) -> None:
    """Judge by an office's own table from now on, or by a ``table`` of no file; ``None``: by the shipped one."""
    _IN_USE.file, _IN_USE.stamp, _IN_USE.table = file, 0.0, table


def used() -> Path | str | None:
    """The file of ``use``, for the processes that work for this one."""
    return _IN_USE.file


def renewed() -> float:
    """When the office's table was last renewed: what was judged before may now be judged otherwise."""
    return _written(_IN_USE.file) if _IN_USE.file else 0.0


def _written(path: Path | str) -> float:
    """When a file was written or put where it is; 0 if it is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return 0.0
    return max(found.st_mtime, found.st_ctime)
