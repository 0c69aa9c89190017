"""Patterns: what is looked up before an expression is tried never hides a match."""

from __future__ import annotations

import re

import pytest

from checks.patterns import LONG, Pattern

FILL = "Các thôn thi đua làm đường, trồng hoa và giữ sạch bản làng.\n"
LONGER = FILL * (LONG // len(FILL) + 1)


@pytest.mark.parametrize("text", ["", FILL, LONGER], ids=["nothing", "a line", "a long text"])
@pytest.mark.parametrize("written", ["giảm 5%", "giảm\u00a05%", "tăng giảm 7 lần", "(giảm 12)", "giảm"])
def test_a_match_is_found_in_a_text_of_any_length(text: str, written: str) -> None:
    source = r"giảm[ \u00a0]\d+"
    whole = f"{text}Số hộ {written}{text}"
    wanted = [match.span() for match in re.finditer(source, whole)]
    assert [m.span() for m in Pattern(source, needs=("tăng mạnh ", "giảm")).finditer(whole)] == wanted
    assert [m.span() for m in Pattern(source, hooks=("tăng ", "iảm"), back=1).finditer(whole)] == wanted


def test_a_blank_alone_may_be_what_a_pattern_needs() -> None:
    assert Pattern(" {2,}", needs="  ").search(f"{LONGER}hai  chỗ trống")
    assert not Pattern(" {2,}", needs="  ").possible(LONGER)


def test_words_that_stand_apart_are_no_phrase() -> None:
    assert not Pattern("bản thi đua", needs="bản thi đua").possible(LONGER)
    assert Pattern("thi đua làm", needs="đua làm").possible(LONGER)
