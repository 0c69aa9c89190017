"""A comparison for a chief to read in two minutes, and the words in which every report of it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from checks.compare import Comparison
from checks.comparison.details import CitationChange, Detail
from checks.comparison.ledger import IndicatorChange
from checks.comparison.resolution import Against, Match
from checks.comparison.sections import SectionChange, expected, title_of
from checks.facts.indicators import Indicator
from checks.facts.numbers import spell
from checks.finding import Span
from checks.letters import capital

STATUS = {
    "kept": "giữ nguyên", "changed": "thay đổi", "new": "mới", "dropped": "bỏ", "unit-changed": "đổi đơn vị, cách tính",
    "copied": "chép nguyên", "reworded": "sửa lời", "moved": "chuyển chỗ",
    "equal": "đúng nghị quyết", "different": "khác nghị quyết", "missing": "còn thiếu", "extra": "không có trong nghị quyết",
}  # fmt: skip
NOTES = {
    "direction-reversed": "đổi chiều", "lower": "thấp hơn năm trước", "comparison-changed": "đổi cách so sánh",
}  # fmt: skip
RESOLVED_NOTES = NOTES | {"lower": "thấp hơn"}
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
# What follows or leads a figure: “42| giáo viên”, “97|% kế hoạch”, “ngày |07”
_COUNTED = re.compile(r"(?: ?%)?(?: (?!tháng |năm )[^\W\d_]+){1,2}")
_LEADING = re.compile(r"[^\W\d_]+ $")


def figure(one: Indicator, write: Any) -> str:
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


def verdict(match: Match) -> str:
    """“khác nghị quyết, thấp hơn”."""
    return ", ".join([STATUS[match.status], *(RESOLVED_NOTES[note] for note in match.notes)])


def amount(one: Indicator) -> str:
    """“tối thiểu 76,2 tỷ đồng”, “từ 16,3 xuống 13,1%” as an officer writes it."""
    unit = one.unit.removeprefix("x/x ")
    shown = figure(one, spell) + (unit if unit in ("%", "‰") else f" {unit}" if unit else "")
    if one.previous is not None:
        return f"từ {spell(one.previous)} {'xuống' if one.value < one.previous else 'lên'} {shown}"
    word = one.comparison
    if word.endswith(("trở lên", "trở xuống")):
        head, way = word[: word.index("trở")].strip(), word[word.index("trở") :]
        return f"{head} {shown} {way}".strip()
    return f"{word} {shown}".strip() if "…" not in word else shown


def change(row: IndicatorChange) -> str:
    """“+7,7; +11,2%”, “+1 điểm %”; empty where nothing is to be told."""
    if row.change is None or row.change == 0:
        return ""
    step = _signed(row.change) + (" điểm %" if row.unit == "%" else "")
    if row.status == "unit-changed":
        step += f" {row.unit}"
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
            yield _worded(result.previous.text, edit.before, result.current.text, edit.after)


def _worded(before: str, old: Span, after: str, new: Span) -> tuple[str, str]:
    """The words of both sides; a bare figure with what it counts or dates: “42 giáo viên” → “43 giáo viên”."""
    a, b = before[slice(*old)], after[slice(*new)]
    if not a or not b or any(map(str.isalpha, a + b)):
        return a, b
    following = _COUNTED.match(before, old.end), _COUNTED.match(after, new.end)
    if following[0] and following[1] and following[0][0].split()[0] == following[1][0].split()[0]:
        return a + following[0][0], b + following[1][0]
    leading = _LEADING.search(before[max(0, old.start - 20) : old.start])
    return (leading[0] + a, leading[0] + b) if leading else (a, b)


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


def cited_line(row: CitationChange) -> str:
    one = row.current or row.previous
    assert one is not None, "a row has a side"
    return f"[{STATUS[row.status]}] {one.kind} {row.number}{f' ngày {one.date:%d/%m/%Y}' if one.date else ''}".replace(
        "  ", " "
    )
