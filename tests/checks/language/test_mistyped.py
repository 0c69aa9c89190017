"""A syllable that only a wrong key explains."""

from __future__ import annotations

import pytest

from checks.language import context
from checks.language.lexicon import shipped
from checks.language.mistyped import mistyped
from checks.language.tokens import tokens


def meant(text: str) -> list[str]:
    return [one.word for one in mistyped(tokens(text), shipped(), context.load())]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chỉ tiêu phù hợp với điều kiệu của từng khu phố.", "điều kiện"),
        ("Văn phòng là đầu mối, tổng hợm kết quả.", "tổng hợp"),
        ("Tổ trực khắc khục sự cố nhanh.", "khắc phục"),
        ("Giáo viên chủ nghiệm theo dõi nề nếp.", "chủ nhiệm"),
    ],
)
def test_one_letter_away_from_the_other_half_of_a_word(text: str, word: str) -> None:
    assert meant(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện tốt qui tắc ứng xử.",
        "Rước kiệu trong lễ hội; khục khặc như cỗ máy cũ.",
        "Nhà máy thay mô-tơ; tổ hợp tác trồng sấu, chè.",
    ],
)
def test_what_may_be_meant_stands(text: str) -> None:
    assert meant(text) == []
