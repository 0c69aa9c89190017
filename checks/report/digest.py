"""“Khác gì năm ngoái?” for a chief with half a minute: the kinds of change, the telling ones of each named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from checks.compare import Comparison
from checks.comparison.details import CitationChange
from checks.comparison.ledger import IndicatorChange
from checks.comparison.sections import title_of
from checks.comparison.substance import Change, substance
from checks.letters import capital
from checks.report.comparison_words import amount, arrow, counted, excerpt, worded

NAMED = 4
"""So many are named; of the others the number is told."""
ONE_ROW = 130
"""Characters that are read at a glance."""
BULLET = "-–+• "
_AWARDS = ("thưởng", "Giấy khen", "Bằng khen", "Cờ thi đua", "biểu dương")
_FACTS = ("Cơ quan ban hành", "Chủ đề", "Thời gian thi đua", "Người ký", "Thể thức ký")


class Line(NamedTuple):
    """One kind of change: “Thời hạn”, and what of it is named, each by itself. ``lead`` counts what the items are of."""

    name: str
    items: tuple[str, ...]
    lead: str = ""

    @property
    def said(self) -> str:
        """In one line: “30 chỉ tiêu: 15 cao hơn năm trước; 2 mới (…)”."""
        return f"{self.lead}: {'; '.join(self.items)}" if self.lead else "; ".join(self.items)

    @property
    def below(self) -> tuple[str, ...]:
        """The items where they are read better below one another; none where they fit behind the name."""
        return self.items if len(self.items) > 1 and len(self.said) > ONE_ROW else ()


def digest(result: Comparison) -> tuple[Line, ...]:
    """The lines in the order in which they are asked for; what has not changed has none, but for the targets."""
    rows = result.indicators
    targets = Line("Chỉ tiêu", _targets(rows), f"{len(rows)} chỉ tiêu" if rows else "")
    return targets, *(Line(name, tuple(items)) for name, items in _lines(result) if items)


def _lines(result: Comparison) -> Iterator[tuple[str, Sequence[str]]]:
    for fact in result.details:
        if fact.name in _FACTS and fact.status != "kept":
            yield fact.name, [arrow(excerpt(fact.previous), excerpt(fact.current))]
    found = list(substance(result.previous, result.current, result.sections, result.indicators))
    awards = [one for one in found if one.kind != "words" and _of_awards(result, one)]
    rest = [one for one in found if one not in awards]
    yield "Thời hạn", _told(result, rest, "deadline")
    yield "Cơ quan, đơn vị", _told(result, rest, "body")
    yield "Người phụ trách", _told(result, rest, "person")
    yield "Khen thưởng", _told(result, awards, *(one.kind for one in awards))
    yield "Số liệu khác", _told(result, rest, "figure")
    yield "Nội dung", _named([*_parts(result), *_phrases(result, rest, "added", "left-out", "replaced")])
    cited = {"new": "thêm", "dropped": "thôi dẫn"}
    changed = [c for c in result.citations if c.status in cited]
    often = Counter(c.number for c in changed)
    yield (
        "Văn bản dẫn",
        _named([f"{cited[c.status]} {c.number}{_of_day(c) if often[c.number] > 1 else ''}" for c in changed]),
    )
    yield "Nơi nhận", _named([arrow(d.previous, d.current) for d in result.recipients if d.status != "kept"])
    wording = sum(one.kind == "words" for one in rest)
    yield "Câu chữ", [f"{wording} chỗ chỉ sửa lời văn, không nêu cụ thể"] if wording else []
    yield "Còn sót lại", [f"{len(result.leftovers)} chỗ của năm trước cần xem lại"] if result.leftovers else []


def _of_day(one: CitationChange) -> str:
    """Two documents of one number, or one with another day: “ ngày 05/01/2027”."""
    cited = one.current or one.previous
    return f" ngày {cited.date:%d/%m/%Y}" if cited and cited.date else ""


def _targets(rows: Sequence[IndicatorChange]) -> tuple[str, ...]:
    if not rows:
        return ("không đọc được chỉ tiêu nào",)
    lower = [row for row in rows if "lower" in row.notes]
    others = [row for row in rows if row.status == "changed" and row not in lower]
    parts: list[tuple[str, list[IndicatorChange], Callable[[IndicatorChange], str] | None]] = [
        ("cao hơn năm trước", [row for row in others if _way(row) > 0], None),
        ("giảm theo hướng tốt", [row for row in others if _way(row) < 0], _step),
        ("đổi tổng số hoặc cách nêu", [row for row in others if not _way(row)], _step),
        ("thấp hơn năm trước", lower, _step),
        ("đổi đơn vị, cách tính", [row for row in rows if row.status == "unit-changed"], _step),
        ("mới", [row for row in rows if row.status == "new"], _step),
        ("bỏ", [row for row in rows if row.status == "dropped"], _step),
        ("như năm trước", [row for row in rows if row.status in ("kept", "copied")], None),
    ]
    return tuple(
        f"{len(some)} {name}" + (f" ({'; '.join(_named([tell(row) for row in some], 'chỉ tiêu'))})" if tell else "")
        for name, some, tell in parts
        if some
    )


def _way(row: IndicatorChange) -> Decimal:
    """More, less, or 0 where that is no answer: “9/21 thôn” after “8/9 thôn” are more and yet a smaller share."""
    before, now, change = row.previous, row.current, row.change or Decimal(0)
    if before and now and before.of and now.of:
        share = now.value / now.of - before.value / before.of
        return change if change * share > 0 else Decimal(0)
    return change


def _step(row: IndicatorChange) -> str:
    sides = " → ".join(amount(one) for one in (row.previous, row.current) if one)
    return f"{capital(row.name)}: {sides}"


def _of_awards(result: Comparison, one: Change) -> bool:
    """In a part on rewards, or in words that speak of them."""
    if one.role == "reward":
        return True
    if one.kind in ("deadline", "body", "person"):
        return False
    text, (start, end) = result.current.text, one.edit.after
    first = max(text.rfind(mark, 0, start) for mark in (". ", "; ", "\n")) + 1
    return any(word in text[first:end] for word in _AWARDS)


def _told(result: Comparison, found: Sequence[Change], *kinds: str) -> list[str]:
    return _named(list(_phrases(result, found, *kinds)))


def _phrases(result: Comparison, found: Sequence[Change], *kinds: str) -> Iterator[str]:
    for one in found:
        if one.kind in kinds:
            sides = one.before, one.after
            if one.kind == "deadline":
                sides = one.before.lstrip(BULLET), one.after.lstrip(BULLET)
            elif one.kind not in ("body", "person"):
                sides = worded(result.previous.text, one.edit.before, result.current.text, one.edit.after)
            if not sides[1] and _left_open(result, one):
                what = counted(result.previous.text, one.edit.before) if one.kind == "figure" else ""
                yield f"“{excerpt(what or sides[0])}” → còn để trống"
            else:
                yield _due(*sides) if one.kind == "deadline" and all(sides) else arrow(*map(excerpt, sides))


def _left_open(result: Comparison, one: Change) -> bool:
    """Is “………” where last year's words stood: to be filled, not dropped?"""
    at = one.edit.after
    return "…" in result.current.text[max(0, at.start - 3) : at.end + 3]


def _due(before: str, after: str) -> str:
    """“… báo cáo trước ngày 28/02/2025 → ngày 31/01/2026”: what is due is said once."""
    common = 0
    one, other = before.split(), after.split()
    while common < min(len(one), len(other)) - 1 and one[common] == other[common]:
        common += 1
    while common and (one[common - 1].isdigit() or one[common - 1] in ("tháng", "quý", "năm")):  # a date stays whole
        common -= 1
    lead = f"… {' '.join(one[:common])} " if common else ""
    return f"{lead}{arrow(excerpt(' '.join(one[common:])), excerpt(' '.join(other[common:])))}"


def _parts(result: Comparison) -> Iterator[str]:
    """Parts that are new, gone or moved."""
    said = {"new": "thêm phần", "dropped": "bỏ phần", "moved": "chuyển chỗ"}
    whole: dict[str, int] = {}
    for row in result.sections:
        block = row.current or row.previous
        if block is None or row.status not in said or row.role in ("targets", "preface"):
            continue
        doc = result.current if row.current else result.previous
        if row.status in ("new", "dropped"):
            if block.span.start < whole.get(row.status, 0):
                continue  # an item of the part that was named
            heads = (s for s in doc.sections if s.number and s.span.start <= block.span.start <= s.body.start)
            whole[row.status] = max((s.span.end for s in heads if s.number == block.number), default=0)
        yield f"{said[row.status]} “{excerpt(title_of(block, doc))}”"


def _named(said: Sequence[str], what: str = "chỗ") -> list[str]:
    """The first of them, each once, and how many more there are."""
    more = [f"và {len(said) - NAMED} {what} khác"] if len(said) > NAMED else []
    return [*dict.fromkeys(said[:NAMED]), *more]
