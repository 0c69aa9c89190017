"""A syllable lost beside the other half of its word."""

from __future__ import annotations

import pytest

from checks.language import context
from checks.language.lexicon import shipped
from checks.language.lost import lost_syllables
from checks.language.tokens import tokens
from checks.language.waiting import lonely, waiting


def lost(text: str) -> list[str]:
    return [missing.phrase for missing in lost_syllables(tokens(text), shipped(), context.load())]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Rút ngắn thời chờ của người bệnh.", "thời gian"),
        ("Xóa nhà tạm, nhà nát cho hộ nghèo.", "dột nát"),
        ("Đề nghị các cơ truyền thông mở chuyên mục.", "cơ quan"),
        ("Các chi bộ tổ chức thực nghị quyết.", "thực hiện"),
    ],
)
def test_a_syllable_is_missed_where_its_half_waits_for_it(text: str, phrase: str) -> None:
    assert lost(text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Sơ, tổng kết phong trào; thanh, quyết toán kinh phí.",
        "Doanh thu tăng 9% so cùng kỳ, vượt 4% so dự toán.",
        "Khen kịp thời người có công; thi nói tiếng Anh giữa các lớp.",
        "Nhà trường giữ nền nếp, yêu ngành, yêu nghề.",
    ],
)
def test_what_may_stand_alone_stands(text: str) -> None:
    assert lost(text) == []


def test_half_of_a_word_waits_and_a_word_does_not() -> None:
    assert waiting().keys() >= {"kế", "nghiệp", "tiêu"}
    assert not waiting().keys() & {"các", "mỗi", "người"}


def test_a_half_that_has_its_other_half_is_not_alone() -> None:
    read = tokens("kế hoạch năm; căn cứ kế số 113")
    assert [read.keys[place] for place in lonely(read, shipped())] == ["kế"]
