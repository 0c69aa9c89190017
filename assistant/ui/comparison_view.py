"""A comparison as data for the browser: what a chief asks first, the ledger, left-overs, both texts, the rest."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.ui import ledger_view
from assistant.ui.nodes import Node, node, status_tag
from assistant.ui.texts_view import THIS, place, texts, years
from checks.compare import Comparison
from checks.comparison.details import Detail
from checks.finding import Finding
from checks.report.comparison import STATUS, digest
from checks.report.digest import Line

AROUND = 90
"""Characters shown on each side of a left-over."""


def comparison(result: Comparison) -> list[Node]:
    """The whole of it: a sentence, the bar, and one panel for each of its parts."""
    panels = list(_panels(result))
    tabs = [node("button", name, kind="tab", type="button", **{"data-open": key}) for key, name, _ in panels]
    back = node("button", "← Về chỗ vừa xem", kind="back", type="button", hidden="")
    switch = node(
        "button", "Chỉ khác biệt có nghĩa", kind="switch", type="button", title="Ẩn những gì giữ nguyên và những chỗ chỉ đổi năm",
        **{"data-toggle": "meaningful"},
    )  # fmt: skip
    bar = node("div", *tabs, node("span", kind="gap"), back, switch, kind="bar")
    return [
        node("p", summary(result), kind="summary"),
        node("ul", *map(_digested, digest(result)), kind="digest"),
        bar,
        *(node("div", *nodes, **{"data-panel": key}) for key, _, nodes in panels),
    ]


def _digested(line: Line) -> Node:
    """“Người ký: …”; of many things a row is seen, and each by itself when pressed; the targets' at once."""
    name = node("b", f"{line.name}: ")
    if not line.below:
        return node("li", name, line.said)
    items = node("ul", *(node("li", item) for item in line.below))
    seen = {"open": ""} if line.lead else {}
    return node("li", node("details", node("summary", name, node("span", line.said, kind="brief")), items, **seen))


def summary(result: Comparison) -> str:
    """“30 chỉ tiêu: 20 thay đổi, 3 mới, 4 bỏ, trong đó 1 thấp hơn năm trước. …”."""
    parts = [
        _counted(
            [row.status for row in result.indicators], ("changed", "copied", "unit-changed", "new", "dropped", "kept")
        )
    ]
    lower = sum("lower" in row.notes for row in result.indicators)
    told = f"{len(result.indicators)} chỉ tiêu: {parts[0]}{f'; {lower} chỉ tiêu thấp hơn năm trước' if lower else ''}. "
    if not result.indicators:
        told = "Không đọc được chỉ tiêu nào. "
    left = (
        f"{len(result.leftovers)} chỗ còn sót lại từ năm trước. "
        if result.leftovers
        else "Không thấy chỗ nào còn sót lại. "
    )
    sections = _counted([row.status for row in result.sections], ("reworded", "moved", "new", "dropped", "kept"))
    return f"{told}{left}{len(result.sections)} đoạn: {sections}."


def _counted(statuses: list[str], order: tuple[str, ...]) -> str:
    return ", ".join(f"{statuses.count(one)} {STATUS[one]}" for one in order if one in statuses)


def _panels(result: Comparison) -> Iterator[tuple[str, str, list[Node]]]:
    yield "targets", f"Chỉ tiêu ({len(result.indicators)})", ledger_view.ledger(result)
    if result.resolution is not None:
        differ = sum(match.status != "equal" for match in result.resolution.matches)
        yield "resolution", f"So với nghị quyết ({differ} khác)", ledger_view.resolution(result)
    yield "left", f"Còn sót lại ({len(result.leftovers)})", _leftovers(result)
    yield "texts", "Hai văn bản", texts(result)
    yield "facts", "Nơi nhận, thông tin chung", _facts(result)


def _leftovers(result: Comparison) -> list[Node]:
    if not result.leftovers:
        return [node("p", "Không thấy nội dung nào của năm trước còn sót lại.", kind="quiet")]
    return [_leftover(result, finding) for finding in result.leftovers]


def _leftover(result: Comparison, finding: Finding) -> Node:
    line, _ = result.current.place(finding.span.start)
    text = result.current.text
    start, stop = text.rfind("\n", 0, finding.span.start) + 1, text.find("\n", finding.span.end)
    before, after = text[start : finding.span.start], text[finding.span.end : len(text) if stop < 0 else stop]
    if len(before) > AROUND:
        before = f"… {before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]} …"
    quote = (before, node("mark", text[slice(*finding.span)]), after)
    said = node("div", node("span", "◆", kind="shape"), finding.message, node("small", f" Dòng {line}."))
    led = {"data-go": place(THIS, finding), "tabindex": "0", "title": "Xem trong văn bản"}
    return node("div", said, node("div", *quote, kind="quote"), kind="item", **led)


def _facts(result: Comparison) -> list[Node]:
    return [
        node("h2", "Thông tin chung"),
        _details(result, result.details, "Không đọc được ở hai văn bản."),
        node("h2", "Nơi nhận"),
        _details(result, result.recipients, "Không đọc được nơi nhận."),
        node("h2", "Văn bản được dẫn"),
        _cited(result),
    ]


def _details(result: Comparison, rows: tuple[Detail, ...], none: str) -> Node:
    if not rows:
        return node("p", none, kind="quiet")
    named = any(row.name for row in rows)
    heads = (*(("",) if named else ()), *years(result), "Nhận xét")
    if all(row.status == "kept" for row in rows):
        return node("p", f"Như năm trước: {'; '.join(row.current.strip(' -;.') for row in rows)}.", kind="quiet")
    cells = [((row.name,) if named else ()) + (row.previous or "–", row.current or "–") for row in rows]
    return _table(heads, [([*cell, status_tag(row.status)], row.status) for cell, row in zip(cells, rows, strict=True)])


def _cited(result: Comparison) -> Node:
    rows: list[tuple[list[Node], str]] = []
    for row in result.citations:
        one = row.current or row.previous
        when = f" ngày {one.date:%d/%m/%Y}" if one and one.date else ""
        rows.append(([f"{one.kind if one else ''} {row.number}{when}".strip(), status_tag(row.status)], row.status))
    return _table(("Văn bản", "Nhận xét"), rows) if rows else node("p", "Không dẫn văn bản nào.", kind="quiet")


def _table(heads: tuple[str, ...], rows: list[tuple[list[Node], str]]) -> Node:
    top = node("thead", node("tr", *(node("th", name, scope="col") for name in heads)))
    drawn = [
        node("tr", *(node("td", node("div", cell), **{"data-label": name}) for name, cell in zip(heads, cells, strict=True)), kind=status)
        for cells, status in rows
    ]  # fmt: skip
    return node("table", top, node("tbody", *drawn))
