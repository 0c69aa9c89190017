"""The ledger of targets: last year's figure beside this year's, paired by what the names mean, never across units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from checks.comparison.meaning import likeness, meaning, moves, parted, weights
from checks.comparison.pairing import NOTHING, Decided, Pair, decided
from checks.facts.indicators import Indicator, open_targets
from checks.facts.units import SHARES, ratio
from checks.patterns import Pattern

if TYPE_CHECKING:
    from checks.document import Document

Status = Literal["kept", "changed", "new", "dropped", "unit-changed", "copied"]
Note = Literal["direction-reversed", "lower", "comparison-changed"]

SAME = 0.5
"""From this likeness two names of one unit mean the same target."""
SURE = 0.8
"""Names of different units, or of a rise and a level, must be so alike."""
TELLING, FREQUENT, MANY = 3, 60, 100
"""Partners are looked for by a name's rarest words and by all words that stand in no more names than this, and
never among more than so many names: in order of their place, which matters only for lists of thousands."""
_FALLS_ARE_GOOD = (
    "nghèo", "thất nghiệp", "suy dinh dưỡng", "sdd", "tai nạn", "tội phạm", "tỷ suất sinh", "tử vong", "tảo hôn", "bỏ học",
    "ô nhiễm", "vi phạm", "phạm pháp", "chưa đạt", "trễ hẹn", "quá hạn", "trả lại", "mất kết nối", "vụ việc", "ngộ độc",
    "thất thoát", "tổn thất", "hao hụt", "tiêu hao", "tồn đọng", "nợ đọng", "nợ xấu", "khiếu kiện", "thiệt hại", "vụ cháy",
)  # fmt: skip

# “Giải quyết 40% đơn thư tồn đọng”, “Tỷ lệ điều tra, khám phá tội phạm”: the more, the better
_DONE_AWAY = (
    "giải quyết",
    "xử lý",
    "khắc phục",
    "thu hồi",
    "thu nợ",
    "điều tra",
    "khám phá",
    "phát hiện",
    "xóa",
    "triệt phá",
)
# “Xây 25 căn nhà cho hộ nghèo”, “giúp 5 hộ thoát nghèo”, “hộ nghèo được vay vốn”: the more, the better
_HELPED = Pattern(
    r"(?:cho|giúp|hỗ trợ|tặng|thăm|đưa|vì)(?: [^\W\d_]+){0,6} (?:nghèo|khó khăn)|thoát nghèo|hộ(?: cận)? nghèo(?= (?:được|có|tham gia|tiếp cận))"
)


class IndicatorChange(NamedTuple):
    """One row. ``change`` is this year's value less last year's, in this year's unit; ``percent`` is of last year's.

    None where that means nothing; “68 tạ/ha” after “6,5 tấn/ha” is ``unit-changed`` with a change of 3.
    """

    name: str
    unit: str
    previous: Indicator | None
    current: Indicator | None
    change: Decimal | None
    percent: Decimal | None
    status: Status
    notes: tuple[Note, ...] = ()


def ledger(
    previous: Sequence[Indicator], current: Sequence[Indicator], by_hand: Sequence[Pair] = ()
) -> tuple[IndicatorChange, ...]:
    """Every target of both years once: this year's in order, then last year's that are gone. ``by_hand`` comes first."""
    pairs = _pairs(previous, current, decided(by_hand, previous, current) if by_hand else NOTHING)
    rows = [_row(previous[pairs[j]] if j in pairs else None, one) for j, one in enumerate(current)]
    gone = set(range(len(previous))) - set(pairs.values())
    return (*rows, *(_row(previous[i], None) for i in sorted(gone)))


def targets(
    previous: Document, current: Document, by_hand: Sequence[Pair] = ()
) -> tuple[tuple[IndicatorChange, ...], tuple[IndicatorChange, ...]]:
    """The ledger of two documents, and apart from it the rows whose figure this year's text still leaves blank.

    Such a target is neither dropped nor changed.
    """
    blank = open_targets(current)
    stated = sorted((*current.indicators, *blank), key=lambda one: one.span)
    rows = ledger(previous.indicators, stated, by_hand)
    undecided = {one.span for one in blank}
    left = [row for row in rows if row.current is not None and row.current.span in undecided]
    return tuple(row for row in rows if row not in left), tuple(row for row in left if row.previous is not None)


def _pairs(previous: Sequence[Indicator], current: Sequence[Indicator], known: Decided) -> dict[int, int]:
    """Index of this year's target → index of last year's: what is known, then the surest first, each target once."""
    weight = weights([*previous, *current])
    before = [meaning(one, weight) for one in previous]
    where: dict[str, list[int]] = defaultdict(list)
    for i, other in enumerate(before):
        for word in other.words:
            where[word].append(i)
    scored = []
    after = [meaning(target, weight) for target in current]
    for j, one in enumerate(after):
        told = sorted((word for word in one.words if word in where), key=lambda word: len(where[word]))
        telling = [word for k, word in enumerate(told) if k < TELLING or len(where[word]) <= FREQUENT]
        near = {i for word in telling for i in where[word]}
        if len(near) > MANY:
            near = set(sorted(near, key=lambda i: abs(i - j))[:MANY])
        for i in near:
            share, alike = likeness(before[i], one), (before[i].unit, before[i].sort) == (one.unit, one.sort)
            split = parted(before[i], one, after) or parted(one, before[i], before)
            if share >= (SAME if alike else SURE) and not split:
                said = previous[i].comparison != current[j].comparison
                scored.append((not alike, -share, said, abs(i / len(previous) - j / len(current)), i, j))
    pairs = dict(known.pairs)
    taken = {*pairs.values(), *known.alone_previous}
    for *_, i, j in sorted(scored):
        if j not in pairs and i not in taken and j not in known.alone_current:
            pairs[j] = i
            taken.add(i)
    return pairs


def _row(previous: Indicator | None, current: Indicator | None) -> IndicatorChange:
    shown = current or previous
    assert shown is not None, "a row has a side"
    if previous is None or current is None:
        return IndicatorChange(shown.name, shown.unit, previous, current, None, None, "new" if current else "dropped")
    before = _before(previous, current)
    if before is None:
        return IndicatorChange(
            shown.name, shown.unit, previous, current, None, None, "unit-changed", _notes(previous, current)
        )
    same = figures(previous) == figures(current)
    status: Status = ("kept" if standing(current) else "copied") if same else "changed"
    if previous.unit != current.unit:
        status = "unit-changed"
    change = current.value - before
    percent = None
    if before and current.unit not in SHARES and current.of is None:
        percent = (100 * change / before).quantize(Decimal("0.1"))
    return IndicatorChange(
        shown.name, shown.unit, previous, current, change, percent, status, _notes(previous, current)
    )


def _before(previous: Indicator, current: Indicator) -> Decimal | None:
    """Last year's figure in this year's unit; None where the two cannot be set against each other."""
    if moves(previous) != moves(current):
        return None
    if previous.unit == current.unit:
        return previous.value
    times = ratio(previous.unit, current.unit)
    return None if times is None else (previous.value * times).normalize() + Decimal(0)


def figures(one: Indicator) -> tuple[Decimal | None, ...]:
    """All that a target states in figures."""
    return one.value, one.upper, one.of, one.previous


def standing(one: Indicator) -> bool:
    """Is the figure one that stays: everything, or what is to be kept up?"""
    return (one.unit == "%" and one.value == 100) or one.value == one.of or one.comparison.startswith("duy trì")


def _notes(previous: Indicator, current: Indicator) -> tuple[Note, ...]:
    notes: list[Note] = []
    ways = [next((w for w in ("tăng", "giảm") if one.comparison.startswith(w)), "") for one in (previous, current)]
    if all(ways) and ways[0] != ways[1]:
        notes.append("direction-reversed")
    elif previous.comparison != current.comparison:
        notes.append("comparison-changed")
    before = _before(previous, current)
    if before is not None and current.value < before and not falls_are_good(current):
        notes.append("lower")
    return tuple(notes)


def falls_are_good(one: Indicator) -> bool:
    """Is a lower level the better one? A fall itself is meant to be large: “giảm 4% hộ nghèo” after 5% asks for less."""
    if moves(one) == "move" and one.comparison.startswith("giảm"):
        return False
    name = _HELPED.sub("", one.name.lower())
    bad = any(word in name for word in _FALLS_ARE_GOOD) and not name.removeprefix("tỷ lệ ").startswith(_DONE_AWAY)
    return bad or one.comparison.startswith(("dưới", "tối đa", "còn", "từ … xuống"))
