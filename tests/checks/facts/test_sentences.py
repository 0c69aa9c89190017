"""The sentence around a place."""

from __future__ import annotations

from checks.facts.sentences import REACH, sentence

TEXT = "Mở đầu. Giao TT. Tỉnh ủy chỉ đạo; Sở Nội vụ đôn đốc. Kết thúc.\nĐoạn sau"


def around(word: str, *, clauses: bool = True) -> str:
    return TEXT[slice(*sentence(TEXT, TEXT.index(word), clauses=clauses))]


def test_a_semicolon_ends_a_clause() -> None:
    assert around("Sở") == "Sở Nội vụ đôn đốc"


def test_a_whole_sentence_goes_past_semicolons() -> None:
    assert around("Sở", clauses=False) == "Giao TT. Tỉnh ủy chỉ đạo; Sở Nội vụ đôn đốc"


def test_an_abbreviation_ends_no_sentence() -> None:
    assert around("chỉ đạo") == "Giao TT. Tỉnh ủy chỉ đạo"


def test_a_line_ends_a_sentence() -> None:
    assert around("Đoạn") == "Đoạn sau"


def test_an_abbreviation_behind_the_place_ends_no_sentence_either() -> None:
    assert around("Giao") == "Giao TT. Tỉnh ủy chỉ đạo"


def test_an_initial_ends_no_sentence() -> None:
    text = "Đồng chí Nguyễn Đ. Minh chủ trì. Xã báo cáo."
    assert text[slice(*sentence(text, text.index("Minh")))] == "Đồng chí Nguyễn Đ. Minh chủ trì"


def test_the_point_of_thousands_ends_no_sentence() -> None:
    text = "Vận động 1.200 hộ hiến đất. Xã báo cáo."
    assert text[slice(*sentence(text, text.index("hộ")))] == "Vận động 1.200 hộ hiến đất"


def test_a_heading_without_a_mark_is_a_sentence_of_its_own() -> None:
    text = "Mục đích\nNâng cao đời sống\nYêu cầu"
    assert [text[slice(*sentence(text, text.index(word)))] for word in ("Mục", "đời", "Yêu")] == text.split("\n")


def test_what_never_ends_is_cut() -> None:
    text = "thi đua " * 400
    assert sentence(text, 1600) == (1600 - REACH, 1600 + REACH)


def test_behind_the_last_sentence_there_is_none() -> None:
    assert sentence("Kết thúc. ", 10) == (10, 10)
