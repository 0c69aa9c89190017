"""A draft as data for the browser: each paragraph with where it came from, the blanks, the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.draft import OPEN, Draft, Provenance
from assistant.drafting.decisions import Decision
from assistant.reviewing.view import line_kinds
from assistant.ui.nodes import Node, node, table
from checks.document import Document
from checks.engine import Report
from checks.finding import Span

SHAPES = {"error": "▲", "warning": "◆", "style": "●"}
BLANKS = "open-blank"
KINDS = {
    "request": "yêu cầu", "previous": "năm trước, đã sửa", "precedent": "văn bản mẫu", "section-text": "câu mẫu",
    "model": "mô hình soạn", "officer": "người soạn",
}  # fmt: skip
OPEN_KINDS = {"blank": "còn trống", "leftover": "còn của năm trước", "resolution": "khác nghị quyết"}
LEAST = 20
"""Per cent of words taken over below which a model's paragraph is its own."""
BESIDE = 16
"""Letters shown on either side of a sign that is missing or needless."""
MOSTLY = 50
"""Per cent of last year's words from which a paragraph still is last year's."""


def paragraphs(draft: Draft) -> Node:
    """The draft from top to bottom, origin at the right, notes below."""
    kinds = dict(line_kinds(draft.document))
    told = {span.start: paragraph for span, paragraph in draft.paragraph_spans()}
    rows: list[Node] = []
    for n, line in enumerate(draft.document.lines):
        paragraph = told.get(line.span.start)
        if paragraph is None:
            continue
        name, kind = origin(paragraph.provenance)
        badge = node(
            "details", node("summary", node("span", name, kind=f"tag {kind}")), _from(paragraph.provenance), kind="say"
        )
        note = [node("div", f"◆ {paragraph.note}", kind="why")] if paragraph.note else []
        rows.append(
            node("div", node("div", *_blanks(line.text), kind="words"), badge, *note, kind=f"from {kinds.get(n, '')}")
        )
    return node("div", *rows, kind="document", lang="vi", tabindex="0")


def origin(provenance: Provenance) -> tuple[str, str]:
    """The badge and its class."""
    match provenance.kind:
        case "request":
            return "yêu cầu", "request"
        case "previous":
            share = round(provenance.verbatim * 100)
            if share < MOSTLY:
                return "năm trước, đã thay", "previous"
            return ("năm trước, nguyên văn" if share == 100 else f"năm trước, giữ {share}%"), "previous"
        case "precedent":
            return "văn bản mẫu", "precedent"
        case "section-text":
            return "câu mẫu", "section-text"
        case "model":
            share = round(provenance.verbatim * 100)
            return (f"mô hình, {share}% theo mẫu" if share >= LEAST else "mô hình soạn"), "note"
        case "officer":
            return "người soạn", "request"


def origins(draft: Draft) -> Node:
    """“41 đoạn, trong đó yêu cầu: 9; …”: the number last, for “20 năm trước” reads “20 years ago”."""
    told: Counter[str] = Counter()
    for paragraph in draft.paragraphs:
        came = paragraph.provenance
        whole = came.kind == "previous" and came.verbatim == 1
        told["năm trước, nguyên văn" if whole else KINDS[came.kind]] += 1
    said = "; ".join(f"{name}: {count}" for name, count in told.most_common())
    return node(
        "p",
        f"{len(draft.paragraphs)} đoạn, trong đó {said}. Bấm vào nhãn của một đoạn để xem lấy từ đâu.",
        kind="quiet",
    )


def others(asked: Sequence[Decision]) -> Node:
    """What is to be decided besides the blanks."""
    rows: list[list[Node]] = [[str(one.line), OPEN_KINDS[one.kind], one.message] for one in asked]
    return node("div", node("h3", "Cần xem lại"), table(("Dòng", "Vì sao", "Nội dung"), rows))


def findings(report: Report) -> Node:
    """What the checks say besides the blanks, which are listed apart."""
    found = [f for f in report.findings if f.rule != BLANKS]
    doc = report.document
    total = len(report.evaluated) + len(report.not_evaluated)
    ran = node("p", f"Đã chạy {len(report.evaluated)}/{total} phép kiểm.", kind="quiet")
    if not found:
        return node("div", ran, node("p", "Ngoài các chỗ còn trống, không có gì phải sửa."))
    rows: list[list[Node]] = []
    for one in found:
        shape = node(
            "span", SHAPES[one.severity], kind=f"shape {one.severity}", role="img", **{"aria-label": one.severity.label}
        )
        rows.append(
            [
                node("span", shape, one.severity.label, kind="level"),
                str(doc.place(one.span.start)[0]),
                one.message,
                _words(doc, one.span),
            ]
        )
    return node("div", ran, table(("Mức độ", "Dòng", "Nội dung", "Chữ trong dự thảo"), rows))


def _from(provenance: Provenance) -> str:
    """What the badge tells when pressed."""
    where = ", ".join(part for part in (provenance.id, provenance.section) if part)
    if provenance.kind == "officer":
        return f"Người soạn viết lại; trước đó: {where}" if where else "Người soạn viết"
    return where or "phiếu yêu cầu"


def _blanks(text: str) -> Iterator[Node]:
    at = 0
    for match in OPEN.finditer(text):
        yield text[at : match.start()]
        yield node("mark", match[0], kind="blank")
        at = match.end()
    yield text[at:]


def _words(doc: Document, span: Span) -> str:
    """The words of a finding; of a missing or needless sign what stands beside it."""
    words = " ".join(doc.text[slice(*span)].split())
    if words:
        return words[:140]
    line = doc.lines[doc.line_at(span.start)].span
    _, _, before = doc.text[max(line.start, span.start - BESIDE) : span.start].partition(" ")
    after, _, _ = doc.text[span.end : min(line.end, span.end + BESIDE)].rpartition(" ")
    return f"… {before}{doc.text[slice(*span)]}{after} …"
