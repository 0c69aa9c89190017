"""Texts that nobody meant to write: judged without a crash, and a long one no slower for each of its characters."""

from __future__ import annotations

import time

import pytest

from checks import engine
from checks.document import Document
from checks.rules import all_rules

RULES = {rule.name(): rule for rule in all_rules()}
LONG = 50_000
BLANK = "\n "
SECONDS = 5.0
"""Several times what any of these rules takes, and a fraction of what it took when it went back over the whole line."""


def test_a_day_of_the_year_0000_is_no_crash() -> None:
    report = engine.check(
        Document.parse(
            "ỦY BAN NHÂN DÂN\nXÃ TÂN PHONG\n\nTân Phong, ngày … tháng … năm 0000\n\nCHỈ THỊ\nPhát động phong trào thi đua\n"
        ),
        RULES.values(),
    )
    assert not report.crashed, report.not_evaluated


def test_a_figure_of_five_thousand_digits_is_no_crash() -> None:
    report = engine.check(Document.parse(f"Mua 5 x {'1' * 5_000} = 5.\n"), RULES.values())
    assert not report.crashed, report.not_evaluated


def test_a_pile_of_marks_in_a_pasted_text_is_cut_before_it_is_sorted() -> None:
    assert len(Document.parse("a" + "\u0301\u0323" * 100_000).text) < 6


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("balanced-marks", ")"),
        ("balanced-marks", "a) "),
        ("balanced-marks", "(“"),
        ("number-list-as-decimal", "1,"),
        ("sum-of-parts", "trong đó 5 hộ, "),
        ("space-after-mark", "thi,đua"),
        ("unlikely-word", "12 ha "),
    ],
)
def test_a_line_of_50_kb_is_judged_soon(rule: str, part: str) -> None:
    judged_soon(part * (LONG // len(part)), rule)


def test_five_thousand_headings_without_a_word_below_are_judged_soon() -> None:
    judged_soon("KẾ HOẠCH\nPhát động phong trào thi đua\n\n" + "I. MỤC TIÊU\n" * 5_000, "empty-section")


def test_ten_thousand_empty_lines_among_the_targets_are_judged_soon() -> None:
    head = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n"
    judged_soon(f"{head}{BLANK * 10_000}\n- Thu nhập 50 triệu đồng.\n", "same-indicator-two-values")


def judged_soon(text: str, rule: str) -> None:
    doc = Document.parse(text)
    started = time.process_time()
    engine.check(doc, [RULES[rule]])
    assert time.process_time() - started < SECONDS
