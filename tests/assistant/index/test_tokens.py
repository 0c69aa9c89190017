"""Folding and pairs: what is equal for a search."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.tokens import bare, exact_tokens, fold, is_folded, key, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Phong trào thi đua", "phong trao thi dua"),
        ("ĐẠI HỘI", "dai hoi"),
        ("Ưu tiên người nghèo ở Đắk Lắk", "uu tien nguoi ngheo o dak lak"),
        (unicodedata.normalize("NFD", "Yêu nước"), "yeu nuoc"),
    ],
)
def test_folding_drops_diacritics_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_pair_follows_its_second_syllable() -> None:
    assert tokens("Thi đua yêu") == ["thi", "dua", "thi_dua", "yeu", "dua_yeu"]


def test_no_pair_spans_the_end_of_a_clause() -> None:
    assert tokens("yêu nước. Phong trào") == ["yeu", "nuoc", "yeu_nuoc", "phong", "trao", "phong_trao"]


def test_a_figure_is_one_token() -> None:
    assert tokens("giảm 1,5%") == ["giam", "1,5", "giam_1,5"]


def test_exact_tokens_keep_their_diacritics() -> None:
    assert exact_tokens("Thi Đua") == ["thi", "đua", "thi đua"]


def test_an_abbreviated_issuer_has_the_key_of_the_full_one() -> None:
    assert key("UBND tỉnh Lạng Hà") == key("UỶ BAN NHÂN DÂN TỈNH LẠNG HÀ")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="thi đuaphongtrào .,;“”12\n"))
def test_composed_and_decomposed_text_have_the_same_tokens(text: str) -> None:
    assert tokens(unicodedata.normalize("NFD", text)) == tokens(unicodedata.normalize("NFC", text))


@given(st.text())
def test_folded_text_counts_as_typed_without_diacritics(text: str) -> None:
    assert is_folded(fold(text))


@given(st.text("Thi đua, “GIẢM” 1,5% – Đẩy\u00a0mạnh…\n.ü²"))
def test_a_bare_text_keeps_its_places_and_its_tokens(text: str) -> None:
    plain = bare(text)
    assert len(plain) == len(text)
    assert tokens(plain) == tokens(fold(text))
