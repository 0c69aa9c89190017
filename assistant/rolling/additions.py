"""Targets that last year had not: at the end of its list of targets, in the style of that list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.form import bare
from assistant.rolling.edits import Edit, Turn
from assistant.rolling.matching import Asked
from checks.facts.indicators import Indicator
from checks.finding import Span
from checks.letters import capital
from checks.parsing.lines import Line
from checks.parsing.markers import LETTERS

# “- ”, “(12) ”, “9. ”, “2.8. ”, “g) ”
MARK = re.compile(r"[-–+•]\s*|\(?(?:\d{1,3}\.)*\d{1,3}[.)]\s*|(?:\d{1,3}\.)+\d{1,3}\s+|[a-zđ]\)\s*")


def added(turn: Turn, new: list[Asked]) -> Iterator[Edit]:
    """New targets in the style of the list, or as a list of their own where last year had none."""
    if not new:
        return
    items = _list(turn)
    if items:
        yield _appended(turn, items, new)
        return
    plan = turn.last.enclosure
    doc, by = (plan.document, plan.by) if plan else (turn.last, 0)
    goal = doc.section("goal")
    at = (goal.span.end if goal else turn.farewell if doc is turn.last else doc.preface.end) + by
    at -= len(turn.text[:at]) - len(turn.text[:at].rstrip())
    year = f"năm học {turn.new} - {turn.new + 1}" if turn.last.school_year else f"năm {turn.new}"
    lines = "\n".join(f"- {_words(ask)}." for ask in new)
    yield Edit(Span(at, at), f"\n\nChỉ tiêu thi đua {year}:\n\n{lines}", requested=True)


def _list(turn: Turn) -> list[Line]:
    """The last list of targets: bulleted or numbered lines or table rows in the sections of targets."""
    numbered = {m.line.span.start for m in turn.last.markers}
    plan = turn.last.enclosure
    headed = [
        one
        for one in turn.last.indicators
        if turn.in_targets(one.span.start) or (plan and one.span.start >= plan.start)
    ]
    own = {one.line - 1 for one in headed or _among_duties(turn)}
    lines = [turn.last.lines[i] for i in sorted(own)]
    listed = [x for x in lines if MARK.match(x.bare) or x.span.start in numbered or " | " in x.bare] or lines
    return listed and [*listed[:-1], *_to_its_end(turn, listed[-1])]


def _among_duties(turn: Turn) -> list[Indicator]:
    """Where no section is headed as targets: those of the part that states most."""
    parts = [s.span for s in turn.last.sections if s.level == 1 and s.number]
    inside = [[one for one in turn.last.indicators if part.start <= one.span.start < part.end] for part in parts]
    return max(inside, key=len, default=[])


def _to_its_end(turn: Turn, line: Line) -> list[Line]:
    """``line`` and the items that follow it in its list: a target may stand before the last of them."""
    mark = MARK.match(line.bare)
    if mark is None or " | " in line.bare:
        return [line]
    found = [line]
    for item in turn.last.lines[turn.last.lines.index(line) + 1 :]:
        next_ = MARK.match(item.bare)
        if item.blank:
            continue
        if turn.in_targets(line.span.start) and not turn.in_targets(item.span.start):
            break
        if next_ is None or _shape(next_[0]) != _shape(mark[0]) or not _follows(found[-1].bare, item.bare):
            break
        found.append(item)
    return found


def _shape(mark: str) -> str:
    return re.sub(r"[a-zđ]", "a", re.sub(r"\d+", "1", mark.strip()))


def _follows(one: str, other: str) -> bool:
    """“b)” after “a)”, “4.3.” after “4.2.”; bullets always do."""
    mark = MARK.match(other)
    return mark is not None and mark[0].strip() == _mark(one, 1).strip()


def _appended(turn: Turn, items: list[Line], new: list[Asked]) -> Edit:
    last = items[-1]
    at = last.span.start + len(last.text.rstrip())
    note = "Chỉ tiêu mới của năm nay: hãy chuyển về nhóm phù hợp."
    if " | " in last.bare:
        return Edit(
            Span(at, at),
            "".join(f"\n{_row(last.bare, ask, i + 1)}" for i, ask in enumerate(new)),
            note=note,
            requested=True,
        )
    ends = Counter(x.bare[-1] for x in items[:-1] if x.bare[-1] in ";.,")
    usual = ends.most_common(1)[0][0] if ends else "."
    closing = last.bare[-1] if last.bare[-1] in ";.," else "."
    gap = (
        "\n\n"
        if turn.text[last.span.end : last.span.end + 2] == "\n\n" and len(items) > 1 and _spaced(turn, items)
        else "\n"
    )
    text = ""
    for i, ask in enumerate(new):
        end = closing if i == len(new) - 1 else usual
        text += f"{gap}{_mark(last.bare, i + 1)}{_words(ask)}{end}"
    if closing != usual:
        # “…;” in the list and “.” at its end: the old last line now stands inside.
        return Edit(Span(at - 1, at), f"{usual}{text}", note=note, requested=True)
    return Edit(Span(at, at), text, note=note, requested=True)


def _spaced(turn: Turn, items: list[Line]) -> bool:
    return "\n\n" in turn.text[items[-2].span.end : items[-1].span.start]


def _mark(bare: str, step: int) -> str:
    """The mark that follows this line's: “- ”, “(12) ”, “9. ”, “2.9. ”, “g) ”."""
    match = MARK.match(bare)
    mark = match[0] if match else "- "
    letter = re.match(r"[a-zđ](?=\))", mark)
    if letter and letter[0] in LETTERS:
        return LETTERS[min(LETTERS.index(letter[0]) + step, len(LETTERS) - 1)] + mark[1:]
    return re.sub(r"\d+(?=\D*$)", lambda number: str(int(number[0]) + step), mark)


def _words(ask: Asked) -> str:
    return capital(ask.target.text if ask.target else bare(ask.line))


def _row(bare: str, ask: Asked, step: int) -> str:
    """A row of the same number of cells: number, name, unit, this year's figure; what is not known is open."""
    cells = [cell.strip() for cell in bare.split(" | ")]
    row = [BLANK] * len(cells)
    row[0] = str(int(cells[0]) + step) if cells[0].isdigit() else cells[0]
    if len(row) > 1:
        row[1] = ask.name
    if len(row) > 2:
        row[2] = ask.unit or BLANK
    figures = [i for i, cell in enumerate(cells) if i > 2 and re.fullmatch(r"[\d.,/ -]+", cell)]
    if figures:
        row[figures[-1]] = (ask.target.amount if ask.target else ask.figure) or BLANK
    return " | ".join(row)
