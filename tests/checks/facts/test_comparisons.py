"""What a sentence says about an amount, read from the words around it."""

from __future__ import annotations

import pytest

from checks.facts.comparisons import comparison


@pytest.mark.parametrize(
    ("lead", "tail", "said", "rest"),
    [
        ("Tỷ lệ hộ nghèo giảm ", "", "giảm", "Tỷ lệ hộ nghèo"),
        ("Tỷ lệ hộ nghèo còn dưới ", "", "dưới", "Tỷ lệ hộ nghèo"),
        ("Giảm tỷ lệ hộ nghèo ", "", "giảm", "tỷ lệ hộ nghèo"),
        ("Phấn đấu giảm tỷ lệ hộ nghèo ", "", "giảm", "tỷ lệ hộ nghèo"),
        ("Thu ngân sách đạt trên ", "", "trên", "Thu ngân sách"),
        ("Tăng thu nhập bình quân đạt ", "", "đạt", "thu nhập bình quân"),
        ("Giữ ổn định tỷ lệ che phủ rừng ở mức ", "", "duy trì", "tỷ lệ che phủ rừng"),
        ("Tăng ", "", "tăng", ""),
        ("Đạt ", "", "đạt", ""),
        ("số vụ ≤ ", "", "tối đa", "số vụ"),
        ("tăng thêm tối thiểu ", "", "tăng tối thiểu", ""),
        ("Tỷ lệ hồ sơ đạt từ ", " trở lên", "trở lên", "Tỷ lệ hồ sơ"),
        ("từ ", " hộ nghèo người dân tộc trở xuống", "trở xuống", ""),
        ("Tỷ lệ hồ sơ đạt từ ", "", "tối thiểu", "Tỷ lệ hồ sơ"),
        ("Duy trì số xã đạt chuẩn tăng ", "", "tăng", "Duy trì số xã đạt chuẩn"),
        ("Thu ngân sách: Trên ", "", "trên", "Thu ngân sách:"),
    ],
)
def test_movement_and_bound_are_read_and_the_name_is_left(lead: str, tail: str, said: str, rest: str) -> None:
    found = comparison(lead, tail, "", opens=True)
    assert (found.word, found.rest, found.said) == (said, rest, True)


@pytest.mark.parametrize(
    ("lead", "tail"),
    [
        ("tỷ lệ chưa đạt ", ""),
        ("Xếp loại, Đạt ", ""),
        ("có ", " sáng kiến từ cấp xã trở lên"),
        ("có ", " hộ khá trở lên"),
        ("có ", " đề tài cấp tỉnh trở lên được nghiệm thu"),
        ("có ", " hộ, trong đó hộ trẻ trở lên"),
        ("có ", " hộ nghèo người dân tộc trở xuống"),
        ("số hộ ", ""),
    ],
)
def test_grades_denials_and_bounds_of_something_else_say_nothing(lead: str, tail: str) -> None:
    assert not comparison(lead, tail, "", opens=True).said


@pytest.mark.parametrize("tail", [" sáng kiến từ cấp xã trở lên", " hộ, hộ trẻ trở lên", " hộ; loại khá trở lên"])
def test_upwards_of_something_else_is_not_that_of_the_amount(tail: str) -> None:
    assert comparison("từ ", tail, "", opens=True).word == "tối thiểu"


@pytest.mark.parametrize(("lead", "word"), [("Giảm tỷ lệ hộ nghèo", ""), ("Tăng thu nhập bình quân đạt", "đạt")])
def test_only_what_opens_a_sentence_is_read_at_its_start(lead: str, word: str) -> None:
    found = comparison(lead, "", "", opens=False)
    assert (found.word, found.rest) == (word, lead.removesuffix(" đạt"))


@pytest.mark.parametrize("lead", ["Đạt ", "Giảm "])
def test_a_capital_within_a_sentence_is_a_grade(lead: str) -> None:
    assert (comparison(lead, "", "", opens=True).said, comparison(lead, "", "", opens=False).said) == (True, False)


@pytest.mark.parametrize(("way", "word"), [("đến", "từ … đến …"), ("lên", "từ … lên …"), ("xuống", "từ … xuống …")])
def test_a_way_is_told_instead_of_movement_and_bound(way: str, word: str) -> None:
    found = comparison("Tỷ lệ hộ nghèo giảm trên ", "", way, opens=True)
    assert (found.word, found.move, found.bound) == (word, "", "")
    assert comparison("Tỷ lệ hộ nghèo ", "", way, opens=True).said


def test_the_lower_end_of_a_range_is_no_floor() -> None:
    assert comparison("Tỷ lệ hồ sơ đạt từ ", "", "", opens=True, ranged=True).word == "đạt"


@pytest.mark.parametrize(
    ("lead", "copula"),
    [
        ("Tốc độ tăng ", True),
        ("Thu đạt ", True),
        ("Thu ngân sách ước đạt ", True),
        ("Giảm hộ nghèo ", False),
    ],
)
def test_a_word_between_name_and_amount_joins_them(lead: str, *, copula: bool) -> None:
    assert comparison(lead, "", "", opens=True).copula is copula
