"""The words in which every report of a comparison speaks: statuses, figures, changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from checks.compare import Comparison
from checks.comparison.details import CitationChange
from checks.comparison.ledger import IndicatorChange
from checks.comparison.resolution import Match
from checks.comparison.sections import SectionChange, expected
from checks.facts.counts import WORDS
from checks.facts.indicators import Indicator
from checks.facts.numbers import spell
from checks.finding import Span

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
# What follows or leads a figure: “42| giáo viên”, “97|% kế hoạch”, “65|% số cá nhân”, “ngày |07”
_COUNTED = re.compile(r"(?: ?%)?(?: số(?= ))?(?: (?!tháng |năm )[^\W\d_]+){1,2}")
_LEADING = re.compile(r"[^\W\d_]+ $")


def figure(one: Indicator, write: Any) -> str:
    """“76,2”, “90 - 95”, “7/16” as ``write`` spells numbers."""
    shown = write(one.value)
    if one.upper is not None:
        shown += f" - {write(one.upper)}" if write is spell else f"-{write(one.upper)}"
    return f"{shown}/{write(one.of)}" if one.of is not None else str(shown)


def section_status(row: SectionChange) -> str:
    """“sửa lời”; “đổi thứ tự” where the items of a section only stand in another order."""
    return "đổi thứ tự" if row.reordered else STATUS[row.status]


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


def edits(result: Comparison, row: SectionChange) -> Iterator[tuple[str, str]]:
    """The changed words of a section; years and dates that only went on are left out."""
    for edit in row.edits:
        if not expected(result.previous, result.current, edit):
            yield worded(result.previous.text, edit.before, result.current.text, edit.after)


def worded(before: str, old: Span, after: str, new: Span) -> tuple[str, str]:
    """The words of both sides; a bare figure with what it counts or dates: “42 giáo viên” → “43 giáo viên”."""
    a, b = before[slice(*old)], after[slice(*new)]
    if not a or not b or not all(side in WORDS or not any(map(str.isalpha, side)) for side in (a, b)):
        return a, b
    following = _COUNTED.match(before, old.end), _COUNTED.match(after, new.end)
    if following[0] and following[1] and following[0][0].split()[0] == following[1][0].split()[0]:
        return a + following[0][0], b + following[1][0]
    leading = _LEADING.search(before[max(0, old.start - 20) : old.start])
    return (leading[0] + a, leading[0] + b) if leading else (a, b)


def counted(text: str, span: Span) -> str:
    """A figure with what it counts: “6 km đường”; empty where it counts nothing."""
    following = _COUNTED.match(text, span.end)
    return text[span.start : following.end()] if following else ""


def arrow(before: str, after: str) -> str:
    if not before:
        return f"thêm “{after}”"
    return f"“{before}” → “{after}”" if after else f"bỏ “{before}”"


def excerpt(text: str) -> str:
    """One line, cut in its middle; a figure is cut out only of what is twice too long."""
    plain = " ".join(text.split())
    if len(plain) <= EXCERPT:
        return plain
    head, tail = plain[: EXCERPT // 2].rsplit(" ", 1)[0], plain[-EXCERPT // 3 :].split(" ", 1)[-1]
    cut = plain[len(head) : len(plain) - len(tail)]
    return plain if len(plain) <= 2 * EXCERPT and any(map(str.isdigit, cut)) else f"{head} … {tail}"


def cited_line(row: CitationChange) -> str:
    one = row.current or row.previous
    assert one is not None, "a row has a side"
    return f"[{STATUS[row.status]}] {one.kind} {row.number}{f' ngày {one.date:%d/%m/%Y}' if one.date else ''}".replace(
        "  ", " "
    )
