"""Two syllables of a word in the wrong order."""

from __future__ import annotations

import pytest

from checks.language import context
from checks.language.lexicon import shipped
from checks.language.swapped import swapped
from checks.language.tokens import tokens


def turned(text: str) -> list[str]:
    return [one.right for one in swapped(tokens(text), shipped(), context.load())]


def test_a_word_that_nobody_wrote_in_this_order_is_turned() -> None:
    assert turned("Phong trào phải có dung nội thiết thực.") == ["nội dung"]


@pytest.mark.parametrize(
    "text",
    [
        "Công chức, viên chức không thuộc đối tượng trên; công chức, việc chức không thuộc.",
        "Thực hiện nghiêm, hiện thực hóa mục tiêu; ngày đêm bám việc, đêm ngày bám trụ.",
        "Khó khăn của thôn, nông thôn; đảm bảo, bảo đảm; thống kê, kê khai.",
    ],
)
def test_what_is_a_word_either_way_is_left_alone(text: str) -> None:
    assert not turned(text)
