"""Long phrases without one of their syllables."""

from __future__ import annotations

import random

import pytest

from checks.language import context
from checks.language.lexicon import FUNCTION_WORDS, PHRASES, data_lines, parse_phrase, shipped
from checks.language.missing import SHORT, cut_phrases, unfinished
from checks.language.tokens import tokens

CARRIER = "Hôm nay: {}."


def lost(text: str) -> list[str]:
    return [one.syllable for one in cut_phrases(tokens(text), shipped(), context.in_use())]


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("Chăm lo đời vật chất và tinh thần của công nhân.", "sống"),
        ("Thực hành tiết, chống lãng phí trong hội họp.", "kiệm"),
        ("ĐẨY MẠNH CẢI HÀNH CHÍNH", "cách"),
        ("Thực hiện chỉ đạo của Thủ Chính phủ.", "tướng"),
    ],
)
def test_a_long_phrase_that_lacks_an_inner_syllable_gets_it_back(text: str, syllable: str) -> None:
    assert lost(text) == [syllable]


@pytest.mark.parametrize(
    "text",
    [
        "Trong phạm vi tỉnh; các ngày lễ lớn năm 2026; đạt thành tích cao chào mừng đại hội.",
        "Ủy ban nhân dân tỉnh giao nhiệm vụ; thực hiện tốt nội dung phong trào thi đua.",
        "Đời sống vật chất và tinh thần; cải cách. Hành chính công.",
    ],
)
def test_what_may_be_left_out_on_purpose_is_not_missed(text: str) -> None:
    assert lost(text) == []


def test_no_phrase_as_it_is_written_lacks_anything() -> None:
    assert lost("\n".join(f"{line};" for line in data_lines(PHRASES)).replace("!", "")) == []


def test_of_the_phrases_that_lose_a_syllable_four_in_ten_are_seen() -> None:
    chance, tried, seen = random.Random(3), 0, 0
    for phrase in chance.sample([p for p in map(parse_phrase, data_lines(PHRASES)) if len(p.keys) > SHORT], 400):
        at = chance.randrange(1, len(phrase.keys) - 1)
        if phrase.keys[at] not in FUNCTION_WORDS:
            tried += 1
            seen += lost(CARRIER.format(" ".join(phrase.words[:at] + phrase.words[at + 1 :]))) == [
                phrase.words[at].lower()
            ]
    assert seen > 0.4 * tried, (seen, tried)


def test_the_half_of_a_word_that_all_others_go_on_with_is_missed() -> None:
    found = unfinished(tokens("Giá trị sản xuất trên địa tăng 9%; cán bộ trên địa bàn xã."), shipped(), context.load())
    assert [(one.at, one.syllable) for one in found] == [(25, "bàn")]
