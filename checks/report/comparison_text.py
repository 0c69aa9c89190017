"""A comparison for a chief to read in two minutes: the digest, the ledger, left-overs, the rest."""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare import Comparison
from checks.comparison.details import Detail
from checks.comparison.ledger import IndicatorChange
from checks.comparison.resolution import Against, Match
from checks.comparison.sections import title_of
from checks.letters import capital
from checks.report.comparison_words import (
    NOTES,
    ROLES,
    STATUS,
    amount,
    arrow,
    change,
    cited_line,
    edits,
    excerpt,
    section_status,
    verdict,
)
from checks.report.digest import Line, digest

SHOWN = 4
"""Changes shown of one section in the text report; the page shows all."""
REWRITTEN = 0.35
"""Below this share of taken-over words a section is rewritten: single changes tell nothing."""


def as_text(result: Comparison) -> str:
    """The digest, the ledger, then what was left over, then sections and the rest."""
    blocks = [
        [f"Lưu ý: {warning}" for warning in result.warnings],
        ["TÓM TẮT", *(row for line in digest(result) for row in _digested(line))],
        _titled(
            "CHỈ TIÊU (năm trước → năm nay)",
            [_ledger_line(row) for row in result.indicators],
            "không đọc được chỉ tiêu nào",
        ),
        _resolution(result.resolution) if result.resolution else [],
        _titled(
            "CÒN SÓT LẠI TỪ NĂM TRƯỚC", [_leftover_line(result, i) for i in range(len(result.leftovers))], "không thấy"
        ),
        _titled("CÁC PHẦN", list(_section_lines(result)), "giống hệt năm trước"),
        _titled("THÔNG TIN CHUNG", [_detail_line(d) for d in result.details if d.status != "kept"], "như năm trước"),
        _titled("NƠI NHẬN", [_detail_line(d) for d in result.recipients if d.status != "kept"], "như năm trước"),
        _titled(
            "VĂN BẢN DẪN",
            [cited_line(c) for c in result.citations if c.status != "kept"],
            "như năm trước" if result.citations else "không dẫn văn bản nào",
        ),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _digested(line: Line) -> list[str]:
    """“Người ký: …” in one row; of many things each in its own."""
    if not line.below:
        return [f"  {line.name}: {line.said}"]
    return [f"  {line.lead or line.name}:", *(f"    - {item}" for item in line.below)]


def _titled(title: str, lines: list[str], none: str) -> list[str]:
    return [title, *(f"  {line}" for line in lines or [f"({none})"])]


def _ledger_line(row: IndicatorChange) -> str:
    before = amount(row.previous) if row.previous else "–"
    after = amount(row.current) if row.current else "–"
    told = [STATUS[row.status], *(NOTES[note] for note in row.notes)]
    step = change(row)
    return f"{capital(row.name)}: {before} → {after}{f' ({step})' if step else ''} [{', '.join(told)}]"


def _resolution(held: Against) -> list[str]:
    lines = [f"Lưu ý: {warning}" for warning in held.warnings] + [_match_line(match) for match in held.matches]
    return _titled("SO VỚI NGHỊ QUYẾT (nghị quyết → dự thảo)", lines, "không đọc được chỉ tiêu nào")


def _match_line(match: Match) -> str:
    before, after = (f"{amount(one)} (dòng {one.line})" if one else "–" for one in (match.resolved, match.drafted))
    return f"{capital(match.name)}: {before} → {after} [{verdict(match)}]"


def _leftover_line(result: Comparison, i: int) -> str:
    finding = result.leftovers[i]
    line, _ = result.current.place(finding.span.start)
    return f"dòng {line}: “{excerpt(result.current.text[slice(*finding.span)])}”: {finding.message} [{finding.rule}]"


def _section_lines(result: Comparison) -> Iterator[str]:
    for row in result.sections:
        if row.status == "kept":
            continue
        shown = row.current or row.previous
        assert shown is not None, "a row has a side"
        title = title_of(shown, result.current if row.current else result.previous)
        share = f", {round(row.verbatim * 100)}% nguyên văn" if row.previous and row.current else ""
        yield f"[{section_status(row)}{share}] {ROLES.get(row.role, row.role)}: {title}"
        if row.role == "targets" and row.status == "reworded" and result.indicators:
            yield "    từng chỉ tiêu: xem phần CHỈ TIÊU ở trên"
        if row.role == "targets" or row.verbatim < REWRITTEN:
            continue
        told = list(edits(result, row))
        for before, after in told[:SHOWN]:
            yield f"    {arrow(excerpt(before), excerpt(after))}"
        if len(told) > SHOWN:
            yield f"    … và {len(told) - SHOWN} chỗ khác"


def _detail_line(detail: Detail) -> str:
    name = f"{detail.name}: " if detail.name else ""
    return f"[{STATUS[detail.status]}] {name}{arrow(detail.previous, detail.current)}"
