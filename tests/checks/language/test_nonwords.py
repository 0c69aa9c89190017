"""What was meant by a word that is no syllable."""

from __future__ import annotations

import pytest

from checks.language import context
from checks.language.lexicon import shipped
from checks.language.nonwords import mended
from checks.language.tokens import tokens


def told(text: str) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.right) for one in mended(tokens(text), shipped(), context.load())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công trình hoàn thành đúnh hạn trong quý II.", [("đúnh", "đúng")]),
        ("Gửi báo cáo trước ngyà 15 tháng 6 năm 2026.", [("ngyà", "ngày")]),
        ("Nghiên cứu phương tệin thông tin đại chúng.", [("tệin", "tiện")]),
        ("Chủ tịch Ủy bab nhân dân xã chịu trách nhiệm.", [("bab", "ban")]),
        ("Phòng, chng thiên tai.", [("chng", "chống")]),
        ("Huy động nhândân làm đường.", [("nhândân", "nhân dân")]),
    ],
)
def test_the_words_beside_it_tell_what_was_meant(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


def test_two_vowels_are_no_two_words_and_what_is_not_clear_is_not_mended() -> None:
    assert told("Trung tâm giữ tàan số lưới.") == [("tàan", None)]


@pytest.mark.parametrize(
    "text",
    ["Lắp 12 camera an ninh tại xã.", "Lập nhóm chat của khu phố.", "Phát 300 bộ kit xét nghiệm.", "Tải file về máy."],
)
def test_words_of_others_are_let_be(text: str) -> None:
    assert told(text) == []
