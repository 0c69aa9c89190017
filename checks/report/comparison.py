"""A comparison for a chief to read in two minutes, for a program, and for printing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape
from typing import Any

from checks.compare import Comparison
from checks.comparison.details import CitationChange, Detail
from checks.comparison.ledger import IndicatorChange
from checks.comparison.leftovers import RULES
from checks.comparison.sections import SectionChange, expected, title_of
from checks.facts.indicators import Indicator
from checks.facts.numbers import spell
from checks.report.json import finding_json

STATUS = {
    "kept": "giữ nguyên", "changed": "thay đổi", "new": "mới", "dropped": "bỏ", "unit-changed": "đổi cách tính",
    "copied": "chép nguyên", "reworded": "sửa lời", "moved": "chuyển chỗ",
}  # fmt: skip
NOTES = {
    "direction-reversed": "đổi chiều", "lower": "thấp hơn năm trước", "comparison-changed": "đổi cách so sánh",
}  # fmt: skip
ROLES = {
    "preface": "Mở đầu", "goal": "Mục tiêu", "targets": "Chỉ tiêu", "content": "Nội dung", "period": "Thời gian",
    "scope": "Phạm vi, đối tượng", "theme": "Chủ đề", "criteria": "Tiêu chí", "means": "Giải pháp",
    "implementation": "Tổ chức thực hiện", "reward": "Khen thưởng", "review": "Sơ kết, tổng kết", "inspection": "Kiểm tra",
    "meaning": "Ý nghĩa", "requirement": "Yêu cầu", "budget": "Kinh phí", "closing": "Kết thúc", "": "Khác",
}  # fmt: skip
EXCERPT = 70
"""Characters of changed words shown on each side."""
SHOWN = 4
"""Changes shown of one section in the text report; the page shows all."""
REWRITTEN = 0.35
"""Below this share of taken-over words a section is rewritten: single changes tell nothing."""


def as_json(result: Comparison) -> str:
    """The fixed shape of the design; figures are strings with a decimal point."""
    before, after = result.previous, result.current
    data = {
        "schema": 1,
        "warnings": list(result.warnings),
        "sections": [
            {
                "role": row.role,
                "previous": title_of(row.previous, before) if row.previous else None,
                "current": title_of(row.current, after) if row.current else None,
                "status": row.status,
                "verbatim": round(row.verbatim, 3),
            }
            for row in result.sections
        ],
        "indicators": [_indicator_json(row) for row in result.indicators],
        "leftovers": [
            finding_json(after, f, {name: (title, "") for name, title in RULES.items()}) for f in result.leftovers
        ],
        "citations": [
            {
                "number": row.number,
                "previous": _citation(row.previous),
                "current": _citation(row.current),
                "status": row.status,
            }
            for row in result.citations
        ],
        "recipients": [
            {"previous": d.previous or None, "current": d.current or None, "status": d.status}
            for d in result.recipients
        ],
        "details": [
            {"name": d.name, "previous": d.previous or None, "current": d.current or None, "status": d.status}
            for d in result.details
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _indicator_json(row: IndicatorChange) -> dict[str, Any]:
    return {
        "name": row.name,
        "unit": row.unit,
        "previous": _figure(row.previous, str) if row.previous else None,
        "current": _figure(row.current, str) if row.current else None,
        "change": None if row.change is None else str(row.change),
        "percent": None if row.percent is None else str(row.percent),
        "status": row.status,
        "notes": list(row.notes),
    }


def _citation(one: Any) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "kind": one.kind,
        "number": one.number,
        "date": one.date.isoformat() if one.date else None,
        "issuer": one.issuer,
    }


def _figure(one: Indicator, write: Any) -> str:
    """“76,2”, “90 - 95”, “7/16” as ``write`` spells numbers."""
    shown = write(one.value)
    if one.upper is not None:
        shown += f" - {write(one.upper)}" if write is spell else f"-{write(one.upper)}"
    return f"{shown}/{write(one.of)}" if one.of is not None else str(shown)


def as_text(result: Comparison) -> str:
    """Ledger first, then what was left over, then sections and the rest."""
    blocks = [
        [f"Lưu ý: {warning}" for warning in result.warnings],
        _titled(
            "CHỈ TIÊU (năm trước → năm nay)",
            [_ledger_line(row) for row in result.indicators],
            "không đọc được chỉ tiêu nào",
        ),
        _titled(
            "CÒN SÓT LẠI TỪ NĂM TRƯỚC", [_leftover_line(result, i) for i in range(len(result.leftovers))], "không thấy"
        ),
        _titled("CÁC PHẦN", list(_section_lines(result)), "giống hệt năm trước"),
        _titled("THÔNG TIN CHUNG", [_detail_line(d) for d in result.details if d.status != "kept"], "như năm trước"),
        _titled("NƠI NHẬN", [_detail_line(d) for d in result.recipients if d.status != "kept"], "như năm trước"),
        _titled("VĂN BẢN DẪN", [_cited_line(c) for c in result.citations if c.status != "kept"], "như năm trước"),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _titled(title: str, lines: list[str], none: str) -> list[str]:
    return [title, *(f"  {line}" for line in lines or [f"({none})"])]


def _ledger_line(row: IndicatorChange) -> str:
    before = amount(row.previous) if row.previous else "–"
    after = amount(row.current) if row.current else "–"
    told = [STATUS[row.status], *(NOTES[note] for note in row.notes)]
    step = change(row)
    return f"{row.name}: {before} → {after}{f' ({step})' if step else ''} [{', '.join(told)}]"


def amount(one: Indicator) -> str:
    """“tối thiểu 76,2 tỷ đồng”, “từ 16,3 xuống 13,1%” as an officer writes it."""
    unit = one.unit.removeprefix("x/x ")
    figure = _figure(one, spell) + (unit if unit in ("%", "‰") else f" {unit}" if unit else "")
    if one.previous is not None:
        return f"từ {spell(one.previous)} {'xuống' if one.value < one.previous else 'lên'} {figure}"
    word = one.comparison
    if word.endswith(("trở lên", "trở xuống")):
        head, way = word[: word.index("trở")].strip(), word[word.index("trở") :]
        return f"{head} {figure} {way}".strip()
    return f"{word} {figure}".strip() if "…" not in word else figure


def change(row: IndicatorChange) -> str:
    """“+7,7; +11,2%”; empty where nothing is to be told."""
    if row.change is None or row.change == 0:
        return ""
    step = _signed(row.change)
    return f"{step}; {_signed(row.percent)}%" if row.percent is not None else step


def _signed(number: Decimal) -> str:
    return f"+{spell(number)}" if number > 0 else spell(number).replace("-", "−")


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
        yield f"[{STATUS[row.status]}{share}] {ROLES.get(row.role, row.role)}: {title}"
        if row.role == "targets" or row.verbatim < REWRITTEN:
            continue
        told = list(edits(result, row))
        for before, after in told[:SHOWN]:
            yield f"    {_arrow(excerpt(before), excerpt(after))}"
        if len(told) > SHOWN:
            yield f"    … và {len(told) - SHOWN} chỗ khác"


def edits(result: Comparison, row: SectionChange) -> Iterator[tuple[str, str]]:
    """The changed words of a section; years and dates that only went on are left out."""
    for edit in row.edits:
        if not expected(result.previous, result.current, edit):
            yield result.previous.text[slice(*edit.before)], result.current.text[slice(*edit.after)]


def _arrow(before: str, after: str) -> str:
    if not before:
        return f"thêm “{after}”"
    return f"“{before}” → “{after}”" if after else f"bỏ “{before}”"


def excerpt(text: str) -> str:
    """One line, cut in its middle."""
    plain = " ".join(text.split())
    if len(plain) <= EXCERPT:
        return plain
    head, tail = plain[: EXCERPT // 2].rsplit(" ", 1)[0], plain[-EXCERPT // 3 :].split(" ", 1)[-1]
    return f"{head} … {tail}"


def _detail_line(detail: Detail) -> str:
    name = f"{detail.name}: " if detail.name else ""
    return f"[{STATUS[detail.status]}] {name}{_arrow(detail.previous, detail.current)}"


def _cited_line(row: CitationChange) -> str:
    one = row.current or row.previous
    assert one is not None, "a row has a side"
    return f"[{STATUS[row.status]}] {one.kind} {row.number}{f' ngày {one.date:%d/%m/%Y}' if one.date else ''}".replace(
        "  ", " "
    )


_STYLE = """
body { font: 15px/1.5 "Times New Roman", serif; margin: 2em auto; max-width: 62em; padding: 0 1em; color: #111; background: #fff; }
h1 { font-size: 1.4em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; }
td.n { text-align: right; white-space: nowrap; } del { color: #8a1c1c; } ins { color: #14532d; }
.new td { background: #eef7ee; } .dropped td { background: #f9eeee; } .copied td { background: #fff7dd; } .warning { background: #fff7dd; padding: .5em; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def as_html(result: Comparison) -> str:
    """One page to print: no script, nothing loaded, every word of the documents escaped."""
    body = "".join(
        (
            *(f'<p class="warning">{escape(warning)}</p>' for warning in result.warnings),
            _table(
                "Chỉ tiêu",
                ("Chỉ tiêu", "Năm trước", "Năm nay", "Tăng, giảm", "Nhận xét"),
                map(_ledger_row, result.indicators),
            ),
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
                    f"<tr class={c.status}>{_cells(_cited_line(c).split('] ', 1)[1], STATUS[c.status])}</tr>"
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


def _ledger_row(row: IndicatorChange) -> str:
    told = ", ".join([STATUS[row.status], *(NOTES[note] for note in row.notes)])
    figures = (amount(row.previous) if row.previous else "–", amount(row.current) if row.current else "–", change(row))
    cells = "".join(f'<td class="n">{escape(text)}</td>' for text in figures)
    return f"<tr class={row.status}>{_cells(row.name)}{cells}{_cells(told)}</tr>"


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
    return f"<tr class={row.status}>{_cells(f'{ROLES.get(row.role, row.role)}: {title}', STATUS[row.status], share)}<td>{told}</td></tr>"


def _detail_row(detail: Detail) -> str:
    return (
        f"<tr class={detail.status}>{_cells(detail.name, detail.previous, detail.current, STATUS[detail.status])}</tr>"
    )
