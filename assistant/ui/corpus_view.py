"""Precedents as data for the browser: a row, a search hit, the facts, the text, what became of an import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.index import Hit, Snippet
from assistant.precedents.intake import AddReport
from assistant.precedents.levels import LEVELS
from assistant.precedents.precedent import FIELDS, Precedent
from assistant.reviewing.view import line_kinds
from assistant.ui.nodes import Node, node, table
from checks.document import Document
from checks.letters import capital

FEW = 8
"""Up to so many files that came in well are named one by one."""


def row(precedent: Precedent) -> Node:
    """Title, issuer, year; samples say that they are."""
    return node("div", node("div", precedent.title, kind="title"), node("div", *_about(precedent), kind="quiet"))


def hit(found: Hit, precedent: Precedent) -> Node:
    """The section found, with the words that were asked for."""
    why = [node("small", f" ({', '.join(found.why)})")] if found.why else []
    return node(
        "div",
        node("div", precedent.title, kind="title"),
        node("div", *_about(precedent), kind="quiet"),
        node("div", node("b", found.record.heading), *why),
        node("div", *_marked(found.snippet), kind="quote"),
    )


def facts(precedent: Precedent) -> Node:
    """What is known of it."""
    values = {name: str(getattr(precedent, name) or "–") for name in FIELDS}
    values["level"] = LEVELS.get(precedent.level, "–")
    values["issued"] = f"{precedent.issued:%d/%m/%Y}" if precedent.issued else "–"
    pairs = (node("div", node("small", capital(label)), node("div", values[name])) for name, label in FIELDS.items())
    return node("div", node("h2", precedent.title), node("div", *pairs, kind="facts"), *_note(precedent))


def text(document: Document) -> Node:
    """The document as it is printed."""
    kinds = dict(line_kinds(document))
    rows = (node("div", line.text, kind=f"row {kinds.get(n, '')}".strip()) for n, line in enumerate(document.lines))
    return node("div", *rows, kind="document", lang="vi", tabindex="0")


def added(reports: Sequence[AddReport]) -> Iterator[Node]:
    """How many files came in, and those the officer has to look at; a few that went well are named too."""
    look: list[list[Node]] = []
    well: list[list[Node]] = []
    for report in reports:
        like = dict(report.similar)
        versions = {identifier: (twin, share) for identifier, twin, share in report.versions}
        missing = dict(report.incomplete)
        for identifier in report.added:
            told = []
            if identifier in like:
                told.append(f"Cùng cơ quan, số và ngày với {like[identifier]}: hãy xóa bản không dùng.")
            if identifier in versions:
                twin, share = versions[identifier]
                told.append(f"Giống {twin} {share}%, có thể là dự thảo và bản ban hành: hãy xóa bản không dùng.")
            lacks = [f"Văn bản không ghi: {'; '.join(missing[identifier])}."] if identifier in missing else []
            made: list[Node] = [identifier, node("span", "đã thêm", kind="tag new"), " ".join([*told, *lacks])]
            (look if told else well).append(made)
        look += [
            [path.name, node("span", "trùng", kind="tag copied"), f"Nội dung trùng với {twin}."]
            for path, twin in report.duplicates
        ]
        look += [
            [path.name, node("span", "không đọc được", kind="tag dropped"), sentence]
            for path, sentence in report.unreadable
        ]
    counts = (
        (sum(len(report.added) for report in reports), "văn bản đã thêm"),
        (sum(len(report.duplicates) for report in reports), "tệp trùng"),
        (sum(len(report.unreadable) for report in reports), "tệp không đọc được"),
    )
    yield node("p", "; ".join(f"{count} {what}" for count, what in counts if count) + ".")
    rows = [*look, *(well if len(well) <= FEW else [])]
    if rows:
        yield table(("Tệp, mã", "Kết quả", "Ghi chú"), rows)


def _about(precedent: Precedent) -> Iterator[Node]:
    yield f"{precedent.issuer or precedent.id}, {precedent.year or 'không rõ năm'} "
    yield node(
        "span",
        "mẫu" if precedent.provenance == "sample" else "của cơ quan",
        kind="tag" if precedent.provenance == "sample" else "tag new",
    )


def _note(precedent: Precedent) -> list[Node]:
    return [node("p", precedent.note, kind="quiet")] if precedent.note else []


def _marked(snippet: Snippet) -> Iterator[Node]:
    at = 0
    for mark in snippet.marks:
        yield snippet.text[at : mark.start]
        yield node("mark", snippet.text[mark.start : mark.end])
        at = mark.end
    yield snippet.text[at:]
