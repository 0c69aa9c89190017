"""A comparison as one page to print: no script, nothing loaded, every word of the documents escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from checks.compare import Comparison
from checks.comparison.details import Detail
from checks.comparison.ledger import IndicatorChange
from checks.comparison.resolution import Against, Match
from checks.comparison.sections import SectionChange, title_of
from checks.letters import capital
from checks.report.comparison_words import (
    NOTES,
    ROLES,
    STATUS,
    amount,
    change,
    cited_line,
    edits,
    section_status,
    verdict,
)
from checks.report.digest import Line, digest

_STYLE = """
body { font: 15px/1.5 "Times New Roman", serif; margin: 2em auto; max-width: 62em; padding: 0 1em; color: #111; background: #fff; }
h1 { font-size: 1.4em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; }
td.n { text-align: right; white-space: nowrap; } del { color: #8a1c1c; } ins { color: #14532d; }
.new td { background: #eef7ee; } .dropped td { background: #f9eeee; } .copied td, .different td, .missing td { background: #fff7dd; }
.warning { background: #fff7dd; padding: .5em; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def as_html(result: Comparison) -> str:
    """One page to print: no script, nothing loaded, every word of the documents escaped."""
    body = "".join(
        (
            *(f'<p class="warning">{escape(warning)}</p>' for warning in result.warnings),
            _table("Tóm tắt", ("", "Khác năm trước"), map(_digest_row, digest(result))),
            _table(
                "Chỉ tiêu",
                ("Chỉ tiêu", "Năm trước", "Năm nay", "Tăng, giảm", "Nhận xét"),
                map(_ledger_row, result.indicators),
            ),
            _resolution(result.resolution) if result.resolution else "",
            _table(
                "Còn sót lại từ năm trước",
                ("Dòng", "Trong văn bản", "Nhận xét"),
                (_leftover_row(result, i) for i in range(len(result.leftovers))),
            ),
            _table(
                "Các phần",
                ("Phần", "Tình trạng", "Nguyên văn", "Thay đổi"),
                (_section_row(result, row) for row in result.sections),
            ),
            _table("Thông tin chung", ("", "Năm trước", "Năm nay", "Nhận xét"), map(_detail_row, result.details)),
            _table("Nơi nhận", ("", "Năm trước", "Năm nay", "Nhận xét"), map(_detail_row, result.recipients)),
            _table(
                "Văn bản dẫn",
                ("Văn bản", "Nhận xét"),
                (
                    f"<tr class={c.status}>{_cells(cited_line(c).split('] ', 1)[1], STATUS[c.status])}</tr>"
                    for c in result.citations
                ),
            ),
        )
    )
    title = escape(f"So sánh {result.previous.name} và {result.current.name}")
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>{body}</body></html>\n"
    )


def _table(title: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    found = "".join(rows)
    if not found:
        return f"<h2>{escape(title)}</h2><p>Không có.</p>"
    head = "".join(f"<th>{escape(h)}</th>" for h in heads)
    return f"<h2>{escape(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{found}</tbody></table>"


def _cells(*texts: str) -> str:
    return "".join(f"<td>{escape(text)}</td>" for text in texts)


def _digest_row(line: Line) -> str:
    return f"<tr>{_cells(line.name)}<td>{'<br>'.join(map(escape, line.below or (line.said,)))}</td></tr>"


def _ledger_row(row: IndicatorChange) -> str:
    told = ", ".join([STATUS[row.status], *(NOTES[note] for note in row.notes)])
    figures = (amount(row.previous) if row.previous else "–", amount(row.current) if row.current else "–", change(row))
    cells = "".join(f'<td class="n">{escape(text)}</td>' for text in figures)
    return f"<tr class={row.status}>{_cells(capital(row.name))}{cells}{_cells(told)}</tr>"


def _resolution(held: Against) -> str:
    warnings = "".join(f'<p class="warning">{escape(warning)}</p>' for warning in held.warnings)
    heads = ("Chỉ tiêu", "Nghị quyết", "Dự thảo", "Nhận xét")
    return warnings + _table("So với nghị quyết", heads, map(_match_row, held.matches))


def _match_row(match: Match) -> str:
    sides = (f"{amount(one)} (dòng {one.line})" if one else "–" for one in (match.resolved, match.drafted))
    cells = "".join(f'<td class="n">{escape(text)}</td>' for text in sides)
    return f"<tr class={match.status}>{_cells(capital(match.name))}{cells}{_cells(verdict(match))}</tr>"


def _leftover_row(result: Comparison, i: int) -> str:
    finding = result.leftovers[i]
    line, _ = result.current.place(finding.span.start)
    return f"<tr>{_cells(str(line), result.current.text[slice(*finding.span)], finding.message)}</tr>"


def _section_row(result: Comparison, row: SectionChange) -> str:
    shown = row.current or row.previous
    assert shown is not None, "a row has a side"
    title = title_of(shown, result.current if row.current else result.previous)
    share = f"{round(row.verbatim * 100)}%" if row.previous and row.current else ""
    told = "<br>".join(
        " ".join(
            part for part in (f"<del>{escape(a)}</del>" if a else "", f"<ins>{escape(b)}</ins>" if b else "") if part
        )
        for a, b in edits(result, row)
    )
    return f"<tr class={row.status}>{_cells(f'{ROLES.get(row.role, row.role)}: {title}', section_status(row), share)}<td>{told}</td></tr>"


def _detail_row(detail: Detail) -> str:
    return (
        f"<tr class={detail.status}>{_cells(detail.name, detail.previous, detail.current, STATUS[detail.status])}</tr>"
    )
