"""The sentence around a place."""

from __future__ import annotations

from checks.facts.sentences import sentence

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
