"""The ledger of targets, and the resolution's beside the draft's, as rows that lead to their places in the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.ui.nodes import Node, node, status_tag
from assistant.ui.texts_view import LAST, THIS, place, years
from checks.compare import Comparison
from checks.comparison.ledger import IndicatorChange
from checks.comparison.resolution import Match
from checks.facts.indicators import Indicator
from checks.letters import capital
from checks.report.comparison import NOTES, amount, change, verdict

CHIPS = (
    ("lower", "thấp hơn năm trước", "care"), ("direction-reversed", "đổi chiều", "care"), ("unit-changed", "đổi đơn vị, cách tính", "care"),
    ("copied", "chép nguyên", "care"), ("new", "mới", "good"), ("dropped", "bỏ", "bad"), ("comparison-changed", "đổi cách so sánh", ""),
    ("changed", "thay đổi", ""), ("kept", "giữ nguyên", ""),
)  # fmt: skip
"""What a chief asks for, the most urgent first."""


def ledger(result: Comparison) -> list[Node]:
    """Every target of both years; a row leads to its places."""
    if not result.indicators:
        return [node("p", "Không đọc được chỉ tiêu nào ở hai văn bản.", kind="quiet")]
    rows = [_row(row) for row in result.indicators]
    kept = sum(row.status == "kept" for row in result.indicators)
    hidden = [node("p", f"Đang ẩn {kept} chỉ tiêu giữ nguyên.", kind="quiet unseen")] if kept else []
    return [_chips(result.indicators), _table(("Chỉ tiêu", *years(result), "Tăng, giảm", "Nhận xét"), rows), *hidden]


def resolution(result: Comparison) -> list[Node]:
    """Each target of the resolution beside the draft's."""
    if result.resolution is None:
        return []
    warnings = [node("p", warning) for warning in result.resolution.warnings]
    if not result.resolution.matches:
        return [*warnings, node("p", "Không đọc được chỉ tiêu nào.", kind="quiet")]
    rows = [_match(match) for match in result.resolution.matches]
    return [*warnings, _table(("Chỉ tiêu", "Nghị quyết", "Dự thảo", "Nhận xét"), rows)]


def told(row: IndicatorChange) -> tuple[str, ...]:
    """What a row can be looked for by."""
    return (row.status, *row.notes)


def _chips(rows: Sequence[IndicatorChange]) -> Node:
    count = Counter(name for row in rows for name in told(row))
    chips = [
        node("button", f"{count[name]} {label}", kind=f"chip {colour}".strip(), type="button", **{"data-only": name})
        for name, label, colour in CHIPS
        if count[name]
    ]
    every = node("button", f"tất cả {len(rows)}", kind="chip", type="button", **{"data-only": ""})
    hint = node("small", "Bấm một dòng để xem chỗ đó trong hai văn bản.")
    return node("div", every, *chips, hint, kind="chips")


def _row(row: IndicatorChange) -> Node:
    sides = [place(side, one) for side, one in ((LAST, row.previous), (THIS, row.current)) if one]
    before, after = (_figure(one) for one in (row.previous, row.current))
    cells = (_name(row), before, after, _step(row), node("span", *_tags(row)))
    return _tr(cells, ("Chỉ tiêu", "Năm trước", "Năm nay", "Tăng, giảm", "Nhận xét"), sides, row.status, told(row))


def _match(match: Match) -> Node:
    cells = (
        capital(match.name),
        _figure(match.resolved),
        _figure(match.drafted),
        node("span", verdict(match), kind=f"tag {match.status}"),
    )
    sides = [place(THIS, match.drafted)] if match.drafted else []
    status = "kept" if match.status == "equal" else match.status
    return _tr(cells, ("Chỉ tiêu", "Nghị quyết", "Dự thảo", "Nhận xét"), sides, status)


def _tr(cells: Sequence[Node], heads: Sequence[str], sides: list[str], status: str, tags: Sequence[str] = ()) -> Node:
    led = {"data-go": " ".join(sides), "tabindex": "0", "title": "Xem trong văn bản"} if sides else {}
    named = {"data-tags": " ".join(tags)} if tags else {}
    drawn = (node("td", node("div", cell), **{"data-label": head}) for head, cell in zip(heads, cells, strict=True))
    return node("tr", *drawn, kind=status, **led, **named)


def _table(heads: Sequence[str], rows: list[Node]) -> Node:
    top = node("thead", node("tr", *(node("th", name, scope="col") for name in heads)))
    return node("table", top, node("tbody", *rows), kind="ledger")


def _name(row: IndicatorChange) -> Node:
    shown = row.current or row.previous
    if shown and shown.scope and not row.name.startswith(shown.scope):
        return node("span", capital(row.name), node("div", f"trong “{shown.scope}”", kind="part"))
    return capital(row.name)


def _figure(one: Indicator | None) -> Node:
    return amount(one) if one else "–"


def _step(row: IndicatorChange) -> Node:
    if not row.change:
        return ""
    return node("span", change(row), kind="up" if row.change > 0 else "down")


def _tags(row: IndicatorChange) -> Iterator[Node]:
    """“thay đổi” alone is no news: the figures say it."""
    if row.status != "changed":
        yield status_tag(row.status)
        yield " "
    for note in row.notes:
        yield node("span", NOTES[note], kind=f"tag note {note}")
        yield " "
