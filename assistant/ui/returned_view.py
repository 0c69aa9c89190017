"""A returned Word file as data for the browser: findings by what became of them, then each line before and after."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.drafting.returned import Change, Returned
from assistant.ui.nodes import Node, node, table
from checks.document import Document
from checks.finding import Finding

KINDS = {"filled": "đã điền", "changed": "đã sửa", "added": "thêm", "dropped": "bỏ"}
"""What the office did with a line."""


def findings(found: Returned) -> list[Node]:
    """What the checks say of the file, and what of it was settled since the draft."""
    rows = [
        *(_row("đã xong", None, one) for one in found.resolved),
        *(_row("còn lại", found.document, one) for one in found.kept),
        *(_row("mới", found.document, one) for one in found.fresh),
    ]
    if not rows:
        return [node("p", "Máy không nêu chỗ nào ở cả hai bản.", kind="quiet")]
    return [node("h3", "Những chỗ máy nêu"), table(("Tình trạng", "Dòng", "Nội dung"), rows)]


def changes(found: Returned) -> list[Node]:
    """Each line the office touched, words gone struck out, new words marked."""
    if not found.changes:
        return []
    rows: list[list[Node]] = [
        [KINDS[one.kind], node("span", *_side(one, "del")), node("span", *_side(one, "ins"))] for one in found.changes
    ]
    return [node("h3", "Những đoạn đã đổi"), table(("Việc", "Dự thảo", "Tệp đưa lại"), rows, kind="sides")]


def _row(status: str, document: Document | None, one: Finding) -> list[Node]:
    line = str(document.place(one.span.start)[0]) if document else "–"
    return [status, line, one.message]


def _side(one: Change, tag: str) -> Iterator[Node]:
    """One side of a change; only whole words are marked."""
    before, after = one.before.split(), one.after.split()
    if not (before and after):
        yield " ".join(before if tag == "del" else after) or "–"
        return
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        words = " ".join(before[a:b] if tag == "del" else after[c:d])
        if words:
            yield f"{words} " if kind == "equal" else node(tag, words)
            yield "" if kind == "equal" else " "
