"""What a query asks for: abbreviations written out, slips mended, roles and years named."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from assistant.index.asking import asked, implied, roles, topic, years
from assistant.index.tokens import PAIR, key, tokens

HELD = Counter(
    tokens(
        "Thu ngân sách trên địa bàn. Giải ngân vốn đầu tư công. Xây dựng nông thôn mới. An ninh trật tự. Kiểm lâm giữ rừng."
    )
)


def frequencies(wanted: Sequence[str]) -> Mapping[str, int]:
    return {token: HELD[token] for token in wanted if token in HELD}


def added(query: str) -> list[str]:
    """What is asked for beyond what was typed."""
    return [token for token in asked(query, frequencies) if token not in tokens(query)]


@pytest.mark.parametrize(
    ("query", "mended"),
    [
        ("thu ngan sahc", ["sach", "ngan_sach"]),
        ("kiem lamm giu rung", ["lam", "kiem_lam", "lam_giu"]),
        ("an nin trat tu", ["ninh", "an_ninh", "ninh_trat"]),
        ("nogn thon moi", ["nong", "nong_thon"]),
    ],
)
def test_a_slip_is_asked_for_mended_too(query: str, mended: list[str]) -> None:
    assert added(query) == mended


def test_a_known_syllable_is_mended_where_the_other_fits_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(HELD, "thong", 3)
    assert added("nong thong moi") == ["thon", "nong_thon", "thon_moi"]


@pytest.mark.parametrize("query", ["thu ngân sách", "giải ngân", "2026", "xyzzyq", "an", "vốn rừng", "a" * 20_000])
def test_what_is_right_or_hopeless_is_left_alone(query: str) -> None:
    assert added(query) == []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("CCHC", "cải cách hành chính"),
        ("đẩy mạnh CĐS", "đẩy mạnh chuyển đổi số"),
        ("chỉ tiêu KT-XH", "chỉ tiêu kinh tế xã hội"),
    ],
)
def test_an_abbreviation_is_its_words(short: str, long: str) -> None:
    assert (tokens(short), key(short)) == (tokens(long), key(long))


def test_a_number_of_a_document_keeps_its_parts() -> None:
    assert PAIR.join(("ct", "tw")) in tokens("Chỉ thị số 41-CT/TW")


def test_roles_and_years_are_named_by_the_query() -> None:
    named = roles("chi tieu giam ngheo, khen thưởng 2026")
    assert (named.all, named.leading, years("chỉ tiêu 2026")) == ({"targets", "reward"}, {"targets"}, {2026})


def test_a_query_for_a_measure_asks_for_targets() -> None:
    assert roles("tỷ lệ hộ nghèo giảm").all == {"targets"}


def test_other_words_are_asked_for_by_their_rarest_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys.modules[__name__], "HELD", Counter(tokens("Giúp hộ nghèo. Giúp thoát nghèo. Họp hộ nghèo."))
    )
    assert implied("giảm nghèo", tokens("giảm nghèo"), frequencies) == ["ho_ngheo", "thoat_ngheo"]


def test_the_kind_of_section_is_not_what_a_query_is_about() -> None:
    assert topic("chỉ tiêu giảm nghèo", tokens("chỉ tiêu giảm nghèo")) == ["giam", "tieu_giam", "ngheo", "giam_ngheo"]


def test_a_query_for_a_kind_of_section_alone_is_about_that() -> None:
    assert topic("tổ chức thực hiện", tokens("tổ chức thực hiện"))[:2] == ["to", "chuc"]
