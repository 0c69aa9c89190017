"""A comparison as data for the browser: the ledger of targets first, then left-overs, sections side by side, the rest."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.ui.nodes import Node, node, table
from checks.compare import Comparison
from checks.comparison.details import Detail
from checks.comparison.ledger import IndicatorChange
from checks.comparison.sections import SectionChange, title_of
from checks.finding import Finding, Span
from checks.report.comparison import NOTES, ROLES, STATUS, amount, change

LEDGER = ("Chỉ tiêu", "Năm trước", "Năm nay", "Thay đổi", "Nhận xét")
FACTS = ("", "Năm trước", "Năm nay", "Nhận xét")


def ledger(result: Comparison) -> Node:
    """Every target of both years."""
    if not result.indicators:
        return node("p", "Không đọc được chỉ tiêu nào ở hai văn bản.", kind="quiet")
    return table(LEDGER, [_target(row) for row in result.indicators], kind="ledger")


def leftovers(result: Comparison) -> list[Node]:
    """What is still last year's."""
    if not result.leftovers:
        return [node("p", "Không thấy nội dung nào của năm trước còn sót lại.", kind="quiet")]
    return [_leftover(result, finding) for finding in result.leftovers]


def sections(result: Comparison, *, unchanged: bool) -> list[Node]:
    """Sections side by side; those taken over word by word only where ``unchanged`` asks for them."""
    rows = [row for row in result.sections if unchanged or row.status != "kept"]
    if rows:
        years = node(
            "div", node("div", "Năm trước", kind="year"), node("div", "Năm nay", kind="year"), kind="pair years"
        )
        return [years, *(_pair(result, row) for row in rows)]
    return [node("p", "Mọi phần đều giữ nguyên như năm trước.", kind="quiet")]


def facts(rows: tuple[Detail, ...]) -> Node:
    """Theme, period, signer; or the recipients."""
    if not rows:
        return node("p", "Không đọc được ở hai văn bản.", kind="quiet")
    return table(FACTS, [[row.name, row.previous or "–", row.current or "–", _tag(row.status)] for row in rows])


def cited(result: Comparison) -> Node:
    """Documents cited last year, this year, or both."""
    rows: list[list[Node]] = []
    for row in result.citations:
        one = row.current or row.previous
        when = f" ngày {one.date:%d/%m/%Y}" if one and one.date else ""
        rows.append([f"{one.kind if one else ''} {row.number}{when}".strip(), _tag(row.status)])
    return table(("Văn bản được dẫn", "Nhận xét"), rows) if rows else node("p", "Không dẫn văn bản nào.", kind="quiet")


def _target(row: IndicatorChange) -> list[Node]:
    told = [_tag(row.status), *(node("span", NOTES[note], kind="tag note") for note in row.notes)]
    before, after = (amount(one) if one else "–" for one in (row.previous, row.current))
    return [row.name, before, after, change(row), node("span", *_spaced(told))]


def _leftover(result: Comparison, finding: Finding) -> Node:
    line, _ = result.current.place(finding.span.start)
    text = result.current.text
    start = max(text.rfind("\n", 0, finding.span.start) + 1, finding.span.start - 90)
    stop = text.find("\n", finding.span.end)
    stop = min(len(text) if stop < 0 else stop, finding.span.end + 90)
    return node(
        "div",
        node("div", node("span", "◆", kind="shape"), finding.message, node("small", f" Dòng {line}.")),
        node(
            "div",
            text[start : finding.span.start],
            node("mark", text[slice(*finding.span)]),
            text[finding.span.end : stop],
            kind="quote",
        ),
        kind="item",
    )


def _pair(result: Comparison, row: SectionChange) -> Node:
    shown = row.current or row.previous
    title = title_of(shown, result.current if row.current else result.previous) if shown else ""
    share = (
        [node("small", f"{round(row.verbatim * 100)}% nguyên văn năm trước")] if row.previous and row.current else []
    )
    about = node(
        "div",
        _tag(row.status),
        node("b", ROLES.get(row.role, row.role)),
        node("span", title, kind="quiet"),
        *share,
        kind="about",
    )
    if row.status == "kept" and row.current:
        return node("div", about, _side(result.current.text, row.current.span, (), "ins"), kind="pair")
    before = (
        _side(result.previous.text, row.previous.span, [e.before for e in row.edits], "del") if row.previous else None
    )
    after = _side(result.current.text, row.current.span, [e.after for e in row.edits], "ins") if row.current else None
    return node(
        "div",
        about,
        before or _absent("Năm trước không có phần này."),
        after or _absent("Năm nay không còn phần này."),
        kind="pair",
    )


def _side(text: str, span: Span, changed: list[Span] | tuple[()], tag: str) -> Node:
    return node("div", *_marked(text, span, changed, tag), kind="side")


def _marked(text: str, span: Span, changed: list[Span] | tuple[()], tag: str) -> Iterator[Node]:
    """``text[span]`` with the changed words in elements of their own."""
    at = span.start + len(text[slice(*span)]) - len(text[slice(*span)].lstrip())
    for one in changed:
        if one.start >= at and one.end > one.start:
            yield text[at : one.start]
            yield node(tag, text[slice(*one)])
            at = one.end
    yield text[at : span.end].rstrip()


def _absent(sentence: str) -> Node:
    return node("div", sentence, kind="side none")


def _tag(status: str) -> Node:
    return node("span", STATUS[status], kind=f"tag {status}")


def _spaced(nodes: list[Node]) -> Iterator[Node]:
    for one in nodes:
        yield one
        yield " "
