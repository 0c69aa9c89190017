"""The one tokenizer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks.language.tokens import PARTS, tokens, told_once


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in tokens(text)]


def test_words_numbers_commas_dashes_and_breaks_are_told_apart() -> None:
    text = "Tăng 13.455,5 tấn, thi đua - khen thưởng; xong."
    assert [kind for _, kind in kinds(text)] == [
        "word",
        "number",
        "word",
        "comma",
        "word",
        "word",
        "dash",
        "word",
        "word",
        "break",
        "word",
        "break",
    ]


def test_a_page_break_inside_a_sentence_is_no_break() -> None:
    text = "tập trung phát\n\ntriển kinh tế"
    assert tokens(text).keys == ["tập", "trung", "phát", "triển", "kinh", "tế"]


def test_a_list_item_and_a_capital_begin_after_a_break() -> None:
    text = "mục tiêu\na) thu ngân sách\nHuyện"
    assert [kind for _, kind in kinds(text)].count("break") == 2


def test_a_phrase_is_read_over_commas_and_dashes_and_both_ways_of_writing() -> None:
    text = "Văn hoá - xã hội, kĩ thuật"
    assert tokens(text).keys == ["văn", "hóa", "xã", "hội", "kĩ", "thuật"]


@given(st.text(alphabet="aâăđêôơư áàảãạ,.-–;:\n019()“”*XÐ", max_size=80))
def test_every_token_stands_where_it_says(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


def test_a_text_without_a_blank_is_no_word_to_be_remembered() -> None:
    text = "Thi đua " + "ab" * 5_000
    assert [len(token.text) for token in tokens(text)] == [3, 3] + [100] * 100
    assert max(map(len, PARTS)) < 5_000


def test_what_was_told_of_a_text_is_kept_while_pieces_of_it_are_asked_about() -> None:
    text, asked = tokens("Các thôn thi đua. " * 100), []
    told = told_once(lambda some: asked.append(some))
    for some in (text, tokens("Các thôn"), text, tokens("thi đua"), text):
        told(some)
    assert asked.count(text) == 1
