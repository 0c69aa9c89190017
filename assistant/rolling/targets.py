"""This year's targets on last year's lines: the figure, or the office's own words, where the name matches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft import BLANK
from assistant.form import bare
from assistant.request import Target
from assistant.rolling.additions import added
from assistant.rolling.edits import Edit, Edits, Turn
from assistant.rolling.matching import FIRST_FIGURE, Asked, asked, matched, names_alike
from checks.facts.indicators import Indicator
from checks.finding import Span
from checks.letters import CAPITAL, capital
from checks.parsing.lines import Line
from checks.surroundings import line_bounds

# “đạt trên”, “tăng từ”, “tối thiểu” right before the amount
LEAD = re.compile(
    r"(?<!\w)(?:(?:[Đđ]ạt|[Tt]rên|[Dd]ưới|[Tt]ừ|tăng|giảm|còn|[Tt]ối thiểu|[Tt]ối đa|[Íí]t nhất|[Kk]hông dưới|[Kk]hông quá|[Hh]ơn|"
    r"[Kk]hoảng|là|bằng|xuống|lên|duy trì|thêm) )+$"
)
UPWARDS = re.compile(r"\s*trở (?:lên|xuống)")
FURTHER = re.compile(r" [^.;\n\d]{1,120}? trở (?:lên|xuống)(?=[.;,\n]|$)")
# “nâng lũy kế lên 12 tỷ”, “giảm xuống dưới 6%”: the way stays, whatever comparison is asked for
WAY = re.compile(r".*\b(?:lên|xuống|còn) ")
BASE = re.compile(r"so với[^.;\n()]{1,50}\($")
SENTENCE_END = re.compile(r"\.(?=\s+[" + CAPITAL + r"])")
LEADING = re.compile(r"(?:trong đó|bao gồm|gồm|và|còn|riêng):?\s+")


def edits(turn: Turn) -> Iterator[Edit]:
    """Figures and lines of the request; what it does not name is left to be opened as a blank."""
    new = asked(turn.request.targets)
    if not new:
        return
    found, taken = matched(new, [one for one in turn.last.indicators if not _of_the_year_before(turn, one)]), Edits()
    left: list[Asked] = []
    for ask in sorted(new, key=lambda one: one.target is None):  # figures first: words take what these leave
        indicator = found.get(ask.order)
        made = list(_continued(turn, ask, indicator)) if indicator else []
        if made and all(taken.free(edit.span) for edit in made):
            for edit in made:
                taken.offer(edit)
                yield edit
        else:
            left.append(ask)
    yield from added(turn, sorted(left, key=lambda one: one.order))


def _of_the_year_before(turn: Turn, indicator: Indicator) -> bool:
    """“tăng 8% so với năm 2026 (2.170 tỷ đồng)”: what it is compared with is no target."""
    return BASE.search(turn.text, max(0, indicator.span.start - 60), indicator.span.start) is not None


def _continued(turn: Turn, ask: Asked, indicator: Indicator) -> Iterator[Edit]:
    row = " | " in turn.last.lines[indicator.line - 1].text
    if ask.target is None and row:
        yield from _cell(turn, ask, indicator)
    elif ask.target is None:
        yield from _clause(turn, ask, indicator)
    elif row:
        yield _amount(turn, ask.target, indicator, with_unit=False)
    else:
        yield from _comparison(turn, ask.target, indicator)
        yield from _whole(turn, ask.target, indicator)
        yield _amount(
            turn, ask.target, indicator, with_unit=bool(ask.target.unit) and ask.target.unit != indicator.unit
        )


def _cell(turn: Turn, ask: Asked, indicator: Indicator) -> Iterator[Edit]:
    """The figure of the office's own words in the cell of last year's; none where the words say more than one figure."""
    written = turn.text[slice(*indicator.span)]
    was = FIRST_FIGURE.search(written)
    if ask.figure and was and indicator.previous is None and ask.unit == indicator.unit:
        start = indicator.span.start
        note = f"Chỉ tiêu theo yêu cầu: “{bare(ask.line)}”; năm trước: {written.strip()}."
        amount = _padded(ask.figure, written)
        yield Edit(Span(start + was.start(), start + was.end()), amount, note=note, requested=True)


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
    item, _ = _item(turn, turn.last.lines[indicator.line - 1])
    first = (lead.start() if lead else indicator.span.start) == item
    around = turn.text[start : indicator.span.start].lower()
    if not around.rstrip().endswith(indicator.name.lower().split()[-1]) and (first or not lead):
        asked_ = asked_.removeprefix(
            "đạt"
        ).strip()  # “96% người dân tham gia …”, “Trồng mới 25 ha chè”: nothing reaches it
    if first:
        asked_ = capital(asked_)
    if lead and lead[0].lower().endswith("từ ") and FURTHER.match(turn.text, indicator.span.end):
        return  # “từ 95% hộ dân … trở lên” stays a floor
    if lead and lead[0].strip() != asked_:
        way = WAY.match(lead[0])
        kept = way[0] if way and not asked_.startswith(("tăng", "giảm")) else ""
        yield Edit(Span(*lead.span()), f"{kept}{asked_} " if asked_ else kept, requested=True)
    elif not lead and asked_:
        yield Edit(Span(indicator.span.start, indicator.span.start), f"{asked_} ", requested=True)
    after = UPWARDS.match(turn.text, indicator.span.end)
    way = re.search(r" trở (?:lên|xuống)$", f" {target.comparison}")
    if after and not way:
        yield Edit(Span(*after.span()), "", requested=True)
    elif way and not after:
        yield Edit(Span(indicator.span.end, indicator.span.end), way[0], requested=True)


def _whole(turn: Turn, target: Target, indicator: Indicator) -> Iterator[Edit]:
    """“đạt từ 99% trở lên” asked to be 100% is “đạt 100%”: nothing is above it."""
    after = UPWARDS.match(turn.text, indicator.span.end)
    if after and target.unit == "%" and target.amount == "100" and not target.comparison:
        yield Edit(Span(*after.span()), "", requested=True)
        lead = re.search(r"(?:từ|trên|tối thiểu) $", turn.text[: indicator.span.start])
        if lead:
            yield Edit(Span(*lead.span()), "", requested=True)


def _clause(turn: Turn, ask: Asked, indicator: Indicator) -> Iterator[Edit]:
    """The office's own words in place of the clause that named this target, and of no other target; none if it cannot."""
    line = turn.last.lines[indicator.line - 1]
    start, end = _item(turn, line)
    part = _part(turn, ask, indicator, start, end)
    if part is None:
        return
    first, last = part
    words = bare(ask.line)
    if first > start:
        written = words[0].lower() + words[1:] if words[1:2].islower() else words
    else:
        written = capital(words) if turn.text[first].isupper() else words
    note = f"Chỉ tiêu theo yêu cầu; năm trước: “{turn.text[first:last].strip()}”."
    yield Edit(Span(first, last), written, note=note, requested=True)


def _part(turn: Turn, ask: Asked, indicator: Indicator, start: int, end: int) -> tuple[int, int] | None:
    """The part of an item that states this target alone; None where words of two targets cannot be told apart."""
    text, amount = turn.text, indicator.span
    # “Dự án cầu: tổng mức đầu tư 1.480 tỷ đồng. Chủ đầu tư: …”: what it is about and who does it stay
    first = max(start, *(text.rfind(mark, start, amount.start) + len(mark) for mark in (";", ". ")))
    colon = text.rfind(": ", first, amount.start)
    if colon >= 0 and not names_alike(text[first:colon], ask.name):  # “Diện tích cây ăn quả: 120 ha” is all one name
        first = colon + 2
    closed = SENTENCE_END.search(text, amount.end, end)
    semicolon = text.find(";", amount.end, end)
    last = min(stop for stop in (semicolon if semicolon >= 0 else end, closed.start() if closed else end))
    near = [i for i in turn.last.indicators if i.span != amount and first <= i.span.start < last]
    if any(i.name == indicator.name for i in near):  # “có 90/148 trạm y tế xã, phường đạt chuẩn, đạt 60,8%”
        return None
    others = [i.span for i in near]
    before = max((s.end for s in others if s.end <= amount.start), default=None)
    after = min((s.start for s in others if s.start >= amount.end), default=None)
    if before is not None:
        comma = re.search(r", |(?= và )", text[before : amount.start])
        if comma is None:
            return None
        first = before + comma.end()
    if after is not None:
        commas = list(re.finditer(r",| và ", text[amount.end : after]))
        if not commas:
            return None
        # “2.400 sáng kiến khối sản xuất, kinh doanh và 1.200 sáng kiến khối …”: a name behind its amount runs on
        behind = indicator.name.split()[-1] in text[amount.end : after].split(" và ")[0]
        last = amount.end + commas[-1 if behind else 0].start()
    first += len(text[first:last]) - len(text[first:last].lstrip())
    lead = LEADING.match(text, first, last)
    return (lead.end() if lead else first), last


def _item(turn: Turn, line: Line) -> tuple[int, int]:
    """Where the words of a list item begin and end, without its mark and its last sign."""
    marker = next((m for m in turn.last.markers if m.line.span.start == line.span.start), None)
    text = line.text.rstrip()
    lead = re.match(r"\s*[-–+•*]*\s*", text)
    start = marker.text_at if marker else line.span.start + (lead.end() if lead else 0)
    return start, line.span.start + len(text.rstrip(";., "))
