"""What a model wrote as data for the browser: what may enter, what was refused and why, what the checks say."""

from __future__ import annotations

from assistant.ui.nodes import Node, node
from assistant.write import Written


def written(found: Written) -> Node:
    """Paragraphs that may enter the draft, then the refused sentences struck out."""
    enters = [node("p", paragraph.text) for paragraph in found.paragraphs]
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
