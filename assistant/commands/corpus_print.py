"""What the commands of the corpus print: precedents, results, reports of an import, as lines or as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from assistant.precedents.levels import LEVELS
from checks.letters import capital

if TYPE_CHECKING:
    from assistant.index import Hit, Snippet
    from assistant.precedents.corpus import Step
    from assistant.precedents.intake import AddReport
    from assistant.precedents.precedent import Precedent

SAMPLE = "văn bản mẫu"
MANY = 1_000
"""Files between two lines of progress where there is no terminal."""
AT_ONCE = 100
MOST_TWINS = 20
"""Files told one by one that the corpus already has: an import taken up again passes over thousands."""


def precedent_line(precedent: Precedent) -> str:
    """A precedent in a list: two lines."""
    mark = f"  [{SAMPLE}]" if precedent.provenance == "sample" else ""
    return f"{precedent.id}  {precedent.year or '—'}  {precedent.issuer or '—'}{mark}\n    {precedent.title}"


def labelled(precedent: Precedent) -> list[tuple[str, str]]:
    """The same for a reader, each with its label."""
    from assistant.precedents.precedent import FIELDS

    values = {name: getattr(precedent, name) or "—" for name in FIELDS}
    values["level"] = LEVELS.get(precedent.level, "—")
    values["issued"] = f"{precedent.issued:%d/%m/%Y}" if precedent.issued else "—"
    facts = [("Mã", precedent.id), ("Tiêu đề", precedent.title)]
    facts += [(capital(label), str(values[name])) for name, label in FIELDS.items()]
    origin = SAMPLE if precedent.provenance == "sample" else "cơ quan đã nhập"
    facts.append(("Nguồn", origin))
    return facts


def facts(precedent: Precedent) -> dict[str, Any]:
    """What is known of a precedent, for ``--json``."""
    from assistant.precedents.precedent import described

    issued = precedent.issued.isoformat() if precedent.issued else None
    return {**described(precedent), "date": issued, "provenance": precedent.provenance}


def hit_as_data(hit: Hit, precedent: Precedent) -> dict[str, Any]:
    """A result for ``--json``."""
    return {
        "id": hit.record.precedent_id,
        "year": hit.record.year,
        "issuer": hit.record.issuer,
        "provenance": precedent.provenance,
        "role": hit.record.role,
        "heading": hit.record.heading,
        "score": hit.score,
        "why": list(hit.why),
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
    }


def marked(snippet: Snippet, *, colour: bool) -> str:
    """Matched words bold in a terminal, plain elsewhere."""
    if not colour:
        return snippet.text
    out, at = [], 0
    for mark in snippet.marks:
        out += [snippet.text[at : mark.start], "\033[1m", snippet.text[mark.start : mark.end], "\033[0m"]
        at = mark.end
    return "".join([*out, snippet.text[at:]])


def print_step(step: Step) -> None:
    """A line that is written over in a terminal; elsewhere one every so often, and none for a few files."""
    line = f"{step.done}/{step.total} tệp"
    if sys.stderr.isatty():
        print(f"\r{line}", end="\n" if step.done == step.total else "", file=sys.stderr, flush=True)
    elif step.total > MANY and (step.done == step.total or step.done % MANY < AT_ONCE):
        print(line, file=sys.stderr, flush=True)


def print_report(report: AddReport) -> None:
    from checks.reading.source import quoted

    for identifier, missing in report.incomplete:
        print(f"{identifier}: văn bản không ghi {'; '.join(missing)}.")
    for identifier, like in report.similar:
        print(f"{identifier} cùng cơ quan, số và ngày với {like}: hãy xóa bản không dùng.")
    for identifier, like, share in report.versions:
        print(f"{identifier} giống {like} {share}%, có thể là dự thảo và bản ban hành: hãy xóa bản không dùng.")
    for path, twin in report.duplicates[:MOST_TWINS]:
        print(f"Bỏ qua {quoted(str(path))}: nội dung trùng với {twin}.")
    if len(report.duplicates) > MOST_TWINS:
        print(f"… và {len(report.duplicates) - MOST_TWINS} tệp khác có nội dung đã có trong kho.")
    for _, sentence in report.unreadable:
        print(f"Lỗi: {sentence}", file=sys.stderr)
    print(f"{len(report.added)} đã nhập, {len(report.duplicates)} trùng, {len(report.unreadable)} không đọc được.")


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))
