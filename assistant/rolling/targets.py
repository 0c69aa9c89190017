"""This year's targets on last year's lines: the figure where the name matches, the rest at the end of the list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.request import Target
from assistant.rolling.edits import Edit, Turn
from assistant.rolling.matching import Asked, asked, matched
from checks.facts.indicators import Indicator
from checks.finding import Span
from checks.letters import capital
from checks.parsing.lines import Line
from checks.parsing.markers import LETTERS
from checks.surroundings import line_bounds

# “đạt trên”, “tăng từ”, “tối thiểu” right before the amount
LEAD = re.compile(
    r"(?:(?:đạt|trên|dưới|từ|tăng|giảm|còn|tối thiểu|tối đa|ít nhất|không dưới|không quá|hơn|khoảng|là|bằng|xuống|lên|duy trì|thêm) )+$"
)
UPWARDS = re.compile(r"\s*trở (?:lên|xuống)")
FIRST_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?(?:\s?[-–]\s?\d[\d.]*(?:,\d+)?)?")
ITEM = re.compile(r"(?P<mark>[-–+•]\s*|\(?\d{1,3}[.)]\s*|[a-zđ]\)\s*)?(?P<text>.*?)(?P<end>[;.,]?)$", re.DOTALL)


def edits(turn: Turn) -> Iterator[Edit]:
    """Figures and lines of the request; what it does not name is left to be opened as a blank."""
    new = asked(turn.request.targets)
    if not new:
        return
    found = matched(new, turn.last.indicators)
    for ask in new:
        indicator = found.get(ask.order)
        if indicator:
            yield from _continued(turn, ask, indicator)
    yield from _added(turn, [ask for ask in new if ask.order not in found])


def _continued(turn: Turn, ask: Asked, indicator: Indicator) -> Iterator[Edit]:
    if ask.target is None:
        yield _clause(turn, ask, indicator)
    elif " | " in turn.last.lines[indicator.line - 1].text:
        yield _amount(turn, ask.target, indicator, with_unit=False)
    else:
        yield from _comparison(turn, ask.target, indicator)
        yield _amount(
            turn, ask.target, indicator, with_unit=bool(ask.target.unit) and ask.target.unit != indicator.unit
        )


def _amount(turn: Turn, target: Target, indicator: Indicator, *, with_unit: bool) -> Edit:
    """The figure on its old place, with last year's unit unless the request names another."""
    start = indicator.span.start
    written = turn.text[slice(*indicator.span)]
    figure = FIRST_FIGURE.search(written)
    end = indicator.span.end if with_unit or not figure or indicator.previous is not None else start + figure.end()
    begin = start if with_unit or not figure or indicator.previous is not None else start + figure.start()
    gap = "" if target.unit in ("%", "‰") else " "
    whole = f"{target.amount}{gap}{target.unit}" if target.unit else target.amount
    if indicator.previous is not None:
        # “từ 6% xuống còn 3%”: the level reached is asked for, the one it starts from is this year's to state.
        return _change(turn, target, indicator, written)
    return Edit(
        Span(begin, end),
        whole if with_unit else _padded(target.amount, written),
        note=_told(target, written),
        requested=True,
    )


def _change(turn: Turn, target: Target, indicator: Indicator, written: str) -> Edit:
    figures = list(FIRST_FIGURE.finditer(written))
    first, last = figures[0], figures[-1]
    text = (
        written[: first.start()] + BLANK + written[first.end() : last.start()] + target.amount + written[last.end() :]
    )
    what = f"Mức của năm {turn.new - 1}, từ đó phấn đấu: {indicator.name}"
    return Edit(indicator.span, text, what, written, _told(target, written), requested=True)


def _padded(amount: str, written: str) -> str:
    """“05 xã” last year writes “6 xã” as “06 xã”."""
    return f"0{amount}" if len(amount) == 1 and re.match(r"0\d(?!\d)", written) else amount


def _told(target: Target, written: str) -> str:
    note = f" {target.note}" if target.note else ""
    return f"Chỉ tiêu “{target.name}”: năm trước {written.strip()}.{note}"


def _comparison(turn: Turn, target: Target, indicator: Indicator) -> Iterator[Edit]:
    """Another comparison than last year's takes the place of the words before the amount."""
    asked_ = target.comparison.replace(" trở lên", "").replace(" trở xuống", "").strip()
    if not target.comparison or target.comparison == indicator.comparison or indicator.previous is not None:
        return
    start = line_bounds(turn.text, indicator.span.start)[0]
    lead = LEAD.search(turn.text, start, indicator.span.start)
    if lead and lead[0].strip() != asked_:
        yield Edit(Span(*lead.span()), f"{asked_} " if asked_ else "", requested=True)
    elif not lead and asked_:
        yield Edit(Span(indicator.span.start, indicator.span.start), f"{asked_} ", requested=True)
    after = UPWARDS.match(turn.text, indicator.span.end)
    way = re.search(r" trở (?:lên|xuống)$", f" {target.comparison}")
    if after and not way:
        yield Edit(Span(*after.span()), "", requested=True)
    elif way and not after:
        yield Edit(Span(indicator.span.end, indicator.span.end), way[0], requested=True)


def _clause(turn: Turn, ask: Asked, indicator: Indicator) -> Edit:
    """The office's own words in place of the clause that named this target."""
    line = turn.last.lines[indicator.line - 1]
    start, end = _item(turn, line)
    before = turn.text.rfind(";", start, indicator.span.start) + 1
    after = turn.text.find(";", indicator.span.end, end)
    first = before if before > start else start
    first += len(turn.text[first:end]) - len(turn.text[first:end].lstrip())
    last = after if after >= 0 else end
    words = _bare(ask.line)
    inner = first > start
    if inner:
        written = words[0].lower() + words[1:] if words[1:2].islower() else words
    else:
        written = capital(words) if turn.text[first].isupper() else words
    note = f"Chỉ tiêu theo yêu cầu; năm trước: “{turn.text[first:last].strip()}”."
    return Edit(Span(first, last), written, note=note, requested=True)


def _item(turn: Turn, line: Line) -> tuple[int, int]:
    """Where the words of a list item begin and end, without its mark and its last sign."""
    marker = next((m for m in turn.last.markers if m.line.span.start == line.span.start), None)
    text = line.text.rstrip()
    lead = re.match(r"\s*[-–+•*]*\s*", text)
    start = marker.text_at if marker else line.span.start + (lead.end() if lead else 0)
    return start, line.span.start + len(text.rstrip(";., "))


def _bare(line: str) -> str:
    return re.sub(r"^[-–+•*]\s*", "", line.strip()).rstrip(";., ")


def _added(turn: Turn, new: list[Asked]) -> Iterator[Edit]:
    """New targets in the style of the list, or as a list of their own where last year had none."""
    if not new:
        return
    items = _list(turn)
    if items:
        yield _appended(turn, items, new)
        return
    goal = turn.last.section("goal")
    at = goal.span.end if goal else turn.last.preface.end
    at -= len(turn.text[:at]) - len(turn.text[:at].rstrip())
    year = f"năm học {turn.new} - {turn.new + 1}" if turn.last.school_year else f"năm {turn.new}"
    lines = "\n".join(f"- {_words(ask)}." for ask in new)
    yield Edit(Span(at, at), f"\n\nChỉ tiêu thi đua {year}:\n\n{lines}", requested=True)


def _list(turn: Turn) -> list[Line]:
    """The last list of targets: bulleted or numbered lines or table rows in the sections of targets."""
    numbered = {m.line.span.start for m in turn.last.markers}
    own = {indicator.line - 1 for indicator in turn.last.indicators if turn.in_targets(indicator.span.start)}
    lines = [turn.last.lines[i] for i in sorted(own)]
    return [x for x in lines if re.match(r"[-–+•]", x.bare) or x.span.start in numbered or " | " in x.bare] or lines


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
    """The mark that follows this line's: “- ”, “(12) ”, “9. ”, “g) ”."""
    match = ITEM.match(bare)
    mark = (match["mark"] or "- ") if match else "- "
    number = re.search(r"\d+", mark)
    if number:
        return mark.replace(number[0], str(int(number[0]) + step), 1)
    letter = re.match(r"[a-zđ](?=\))", mark)
    if letter and letter[0] in LETTERS:
        return LETTERS[min(LETTERS.index(letter[0]) + step, len(LETTERS) - 1)] + mark[1:]
    return mark


def _words(ask: Asked) -> str:
    return capital(ask.target.text if ask.target else _bare(ask.line))


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
        row[figures[-1]] = ask.target.amount if ask.target else BLANK
    return " | ".join(row)
