"""Syllables that never stand alone, and do."""

from __future__ import annotations

import pytest

from checks.language import context
from checks.language.bound import left_alone
from checks.language.lexicon import shipped
from checks.language.tokens import tokens


def alone(text: str) -> list[tuple[str, str | None]]:
    found = left_alone(tokens(text), shipped(), context.in_use())
    return [(text[one.start : one.end], one.whole) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công đoàn tổ chức các hoạt thi đua trong quý I.", [("hoạt", "hoạt động")]),
        ("Các chi bộ duy trì và triển đảng viên mới.", [("triển", "phát triển")]),
        ("Hướng dẫn các cơ sở trên địa thành phố.", [("địa", "địa bàn")]),
    ],
)
def test_a_bound_syllable_that_stands_alone_has_lost_its_other_half(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert alone(text) == expected


def test_where_the_context_knows_no_word_for_the_place_none_is_proposed() -> None:
    assert alone("Các thôn đã soát mười ngôi nhà cũ.") == [("soát", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức các hoạt động, sinh hoạt chi đoàn.",
        "Tổ chức các hoạt đông trong tháng.",  # a slip of its other half is for near-miss
        "Tổ chức các hoạt\n\nI. MỤC TIÊU",
        "Phong trào “Cần, kiệm, liêm, chính”.",
        "Ông Hoạt phát biểu; bà Thụ Dưỡng ghi biên bản.",
        "Hợp đồng triển/ký trong tháng; phần hoạt…",
        "Thay mô-tơ cho trạm bơm; đón tàu ro-ro; trên mạng di động động.",
        "phát tri",
    ],
)
def test_a_slip_a_break_a_name_or_a_cut_is_no_lost_word(text: str) -> None:
    assert alone(text) == []
