"""How Vietnamese syllables are written."""

from __future__ import annotations

import pytest

from checks.language.syllables import is_syllable, key, parse, spellings, tone_misplaced


@pytest.mark.parametrize(
    "word",
    [
        "nghiệp",
        "quyết",
        "khuỷu",
        "giữ",
        "gìn",
        "gì",
        "giếng",
        "ủy",
        "uỷ",
        "hoà",
        "thuyền",
        "yêu",
        "khoẻ",
        "quốc",
        "suýt",
    ],
)
def test_these_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["nghành", "luât", "nươc", "câp", "cê", "gê", "kan", "qđ", "tđkt", "ngị", "giièn", "office"]
)
def test_these_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("nứơc", "nước"),
        ("đựơc", "được"),
        ("qủa", "quả"),
        ("tòan", "toàn"),
        ("qúy", "quý"),
        ("cuả", "của"),
        ("hòan", "hoàn"),
    ],
)
def test_a_mark_on_the_wrong_vowel_is_seen(wrong: str, right: str) -> None:
    assert tone_misplaced(wrong) == right


@pytest.mark.parametrize(
    "word", ["hòa", "hoà", "ủy", "uỷ", "thúy", "thuý", "kỹ", "kĩ", "quý", "quí", "của", "giữa", "nghĩa", "mía"]
)
def test_both_placements_and_both_letters_are_right(word: str) -> None:
    assert tone_misplaced(word) is None


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("uỷ", "ủy"), ("kỹ", "kĩ"), ("quý", "quí"), ("lý", "lí")])
def test_two_right_spellings_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize("word", ["hoàn", "kỷ", "thủy", "cương", "nghĩa", "giờ"])
def test_a_syllable_is_among_its_own_spellings(word: str) -> None:
    syllable = parse(word)
    assert syllable is not None
    assert key(word) in {key(form) for form in spellings(syllable)}
