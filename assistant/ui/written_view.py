"""What a model wrote as data for the browser: what may enter, what was refused and why, what the checks say."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.rewriting import Example
from assistant.drafting.write import Written
from assistant.ui.nodes import Node, node


def written(found: Written) -> Node:
    """Paragraphs that may enter the draft, then the refused sentences struck out."""
    enters = [node("p", p.text, *([" ", node("small", p.note)] if p.note else [])) for p in found.paragraphs]
    rows: list[Node] = [node("div", *enters, kind="quote", lang="vi")] if enters else []
    if not enters:
        rows.append(node("p", "Không câu nào đưa được vào dự thảo.", kind="quiet"))
    if found.refused:
        refused = [node("li", node("del", s.text), " ", node("small", " ".join(s.reasons))) for s in found.refused]
        rows += [node("h3", "Câu bị bỏ vì không có căn cứ"), node("ul", *refused)]
    if found.findings:
        said = [node("li", one.message) for one in found.findings]
        rows += [node("h3", "Phép kiểm còn nêu"), node("ul", *said)]
    return node("div", *rows)


def examples(found: Sequence[Example]) -> Node:
    """Sections of other directives, each with the reason why it stands here."""
    if not found:
        return node("p", "Kho chưa có văn bản nào gần với yêu cầu này.", kind="quiet")
    rows: list[Node] = []
    for one in found:
        why = f"Vì: {', '.join(one.reasons)}." if one.reasons else "Vì: lời văn gần nhất."
        words = [node("p", line) for line in one.text.split("\n") if line.strip()]
        about = node("summary", node("b", one.name), f", mục “{one.heading}”. ", node("small", why))
        rows.append(node("details", about, node("div", *words, kind="quote", lang="vi")))
    return node("div", *rows)
