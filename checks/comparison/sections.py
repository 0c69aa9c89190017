"""Sections of two years side by side, found by what they do and say, whatever their numbers and titles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

from checks.comparison.blocks import Block, blocks
from checks.comparison.words import Edit, difference, increasing
from checks.document import Document

Status = Literal["kept", "reworded", "moved", "new", "dropped"]

ALIKE = 0.3
"""From this share of common word pairs two blocks say the same thing."""
SAME_TITLE = 0.6
SINGLE = frozenset(
    {"goal", "targets", "period", "theme", "scope", "reward", "closing", "budget", "meaning", "requirement", "preface"}
)
"""Roles that a directive plays once: what plays them is compared even if no word is the same, the preface in order."""
TITLE = 90
"""Characters of a title shown."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# “1. ”, “1- ”, “a) ”, “- ”, “1 | ”: the place of an item in its list
_MARK = re.compile(r"^(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])(?:[.)]|\s?[-–](?=\s)|\s?\||\t)|[-–+•])\s*")
_OTHER = re.compile(r"[^\W\d_]+|\d+")
# “81 năm Ngày …”, not “81 năm 2025”
_COUNT = re.compile(r" năm (?!\d)")
YEAR_DIGITS = 4


class SectionChange(NamedTuple):
    """One row: last year's block, this year's, and what happened between them."""

    role: str
    previous: Block | None
    current: Block | None
    status: Status
    verbatim: float
    """Share of this year's words taken over from last year's, 0 to 1."""
    edits: tuple[Edit, ...] = ()
    reordered: bool = False
    """Do its items stand in another order, and say the same?"""


def compare_sections(previous: Document, current: Document) -> tuple[SectionChange, ...]:
    """Every block of both years once, in this year's order; what was dropped stands where it stood."""
    before, after = blocks(previous), blocks(current)
    pairs = _pairs(before, after)
    steady = set(_steady(pairs, after))
    places = {one.order: order for order, one in pairs.items()}
    gone: dict[int, list[SectionChange]] = defaultdict(list)
    last = -1
    for block in before:
        last = places.get(block.order, last)
        if block.order not in places:
            gone[last].append(SectionChange(block.role, block, None, "dropped", 0.0))
    rows = gone[-1]
    for block in after:
        rows.append(_row(previous, current, pairs, steady, block))
        rows.extend(gone[block.order])
    return tuple(rows)


def _row(
    previous: Document, current: Document, pairs: dict[int, Block], steady: set[int], block: Block
) -> SectionChange:
    partner = pairs.get(block.order)
    if partner is None:
        return SectionChange(block.role, None, block, "new", 0.0)
    told = difference(partner.words, block.words)
    edits = tuple(e for e in told.edits if not expected(previous, current, e))
    items = _items(current, block)
    if edits and len(items) > 1 and _items(previous, partner, (current.year or 0) - (previous.year or 0)) == items:
        return SectionChange(block.role, partner, block, "moved", 1.0, (), reordered=True)
    moved = block.order not in steady or not _same_role(partner, block)
    status: Status = "moved" if moved else "reworded" if edits else "kept"
    return SectionChange(block.role, partner, block, status, told.verbatim, told.edits)


def _items(doc: Document, block: Block, step: int = 0) -> list[str]:
    """The lines of a block without their marks and last signs, in an order of their own; last year's of ``step`` years later."""
    lines = (_MARK.sub("", line.strip(" |\t;.,"), count=1) for line in doc.text[slice(*block.span)].split("\n"))
    moved = (_YEAR.sub(lambda year: str(int(year[0]) + step), line) if step else line for line in lines)
    return sorted(line.strip().lower() for line in moved if line.strip())


def expected(previous: Document, current: Document, edit: Edit) -> bool:
    """Is the change only the year going on: years, the same day of the next year, the next anniversary?"""
    step = (current.year or 0) - (previous.year or 0)
    before, after = previous.text[slice(*edit.before)], current.text[slice(*edit.after)]
    if before.isdigit() and after.isdigit() and len(before) < YEAR_DIGITS:  # “kỷ niệm |81| năm Ngày …”
        counted = _COUNT.match(previous.text, edit.before.end) and _COUNT.match(current.text, edit.after.end)
        return bool(counted) and int(before) + step == int(after)
    return goes_on(before, after, step)


def goes_on(before: str, after: str, step: int) -> bool:
    """Does ``after`` say of ``step`` years later what ``before`` says, and nothing else?"""
    years = [int(y) for y in _YEAR.findall(before)], [int(y) for y in _YEAR.findall(after)]
    if step <= 0 or not years[0] or [y + step for y in years[0]] != years[1]:
        return False
    return _rest(before) == _rest(after)


def _rest(text: str) -> list[str]:
    """The words and the other figures: “05/01” and “05 tháng 01” are days of their own."""
    return [word.lower().lstrip("0") for word in _OTHER.findall(_YEAR.sub("", text))]


def _same_role(one: Block, other: Block) -> bool:
    return one.role == other.role or not one.role or not other.role


def _steady(pairs: dict[int, Block], after: Iterable[Block]) -> list[int]:
    """The pairs that kept their order; the others moved."""
    orders = [block.order for block in after if block.order in pairs]
    return [orders[i] for i in increasing([pairs[order].order for order in orders])]


def _pairs(before: tuple[Block, ...], after: tuple[Block, ...]) -> dict[int, Block]:
    """This year's order → last year's block; the most alike first, each block once."""
    found: dict[int, Block] = {}
    taken: set[int] = set()
    scored = sorted(
        ((score, -abs(one.order - other.order), one, other) for score, one, other in _scores(before, after)),
        key=lambda item: (-item[0], -item[1], item[3].order, item[2].order),
    )
    for _, _, one, other in scored:
        if other.order not in found and one.order not in taken:
            found[other.order] = one
            taken.add(one.order)
    for role in SINGLE:
        left = [b for b in before if b.role == role and b.order not in taken]
        right = [b for b in after if b.role == role and b.order not in found]
        if len(left) == len(right) and (role == "preface" or _once(role, before) or _once(role, after)):
            found.update((other.order, one) for one, other in zip(left, right, strict=True))
            taken.update(one.order for one in left)
    return found


def _once(role: str, blocks_: tuple[Block, ...]) -> bool:
    return sum(block.role == role for block in blocks_) == 1


def _scores(before: tuple[Block, ...], after: tuple[Block, ...]) -> list[tuple[float, Block, Block]]:
    """Pairs worth considering, by common word pairs, role and title."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    sizes = [0] * len(before)
    for block in before:
        shingles = _shingles(block)
        sizes[block.order] = len(shingles)
        for pair in shingles:
            where[pair].append(block.order)
    titles: dict[str, list[Block]] = defaultdict(list)
    for block in before:
        if block.title:
            titles[block.role].append(block)
    out = []
    for block in after:
        shingles = _shingles(block)
        common = Counter(
            order for pair in shingles if len(where.get(pair, ())) <= COMMON for order in where.get(pair, ())
        )
        near = titles[block.role] if block.title and len(titles[block.role]) <= TITLES else ()
        titled = {b.order for b in near if _alike_titles(b.title, block.title)}
        for order in common.keys() | titled:
            one = before[order]
            share = 2 * common[order] / (sizes[order] + len(shingles)) if sizes[order] + len(shingles) else 0.0
            role = 0.1 if one.role == block.role else -0.15
            if share + role >= ALIKE or order in titled:
                out.append((share + role + (0.3 if order in titled else 0), one, block))
    return out


TITLES = 200
"""Titles alone find a partner only among so many: a text with more is no directive."""
COMMON = 40
"""A word pair in more blocks than this tells nothing about which belong together."""


def _shingles(block: Block) -> set[tuple[str, str]]:
    keys = ["0" if key[0].isdigit() else key for key in block.words.keys]
    return set(pairwise(keys)) or {(key, "") for key in keys}


def _alike_titles(one: str, other: str) -> bool:
    a, b = set(one.lower().split()), set(other.lower().split())
    return bool(a and b) and len(a) <= 20 and 2 * len(a & b) / (len(a) + len(b)) >= SAME_TITLE


def title_of(block: Block, doc: Document) -> str:
    """Number and heading, or the first words of a paragraph."""
    shown = f"{block.number} {block.title}".strip()
    if block.title:
        return shown if len(shown) <= TITLE else shown[:TITLE].rsplit(" ", 1)[0] + "…"
    text = " ".join((shown + " " + doc.text[slice(*block.span)]).split())
    return text if len(text) <= TITLE else text[:TITLE].rsplit(" ", 1)[0] + "…"
