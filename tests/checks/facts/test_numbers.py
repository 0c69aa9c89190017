"""Figures in Vietnamese form, and Roman numerals of terms and parts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checks.facts.numbers import roman, spell, to_roman, value


@pytest.mark.parametrize(
    ("figure", "number"),
    [("2.838", "2838"), ("13.455,5", "13455.5"), ("0,15", "0.15"), ("05", "5"), ("1.250.000", "1250000")],
)
def test_a_point_groups_thousands_and_a_comma_parts_decimals(figure: str, number: str) -> None:
    assert value(figure) == Decimal(number)


@pytest.mark.parametrize(
    ("number", "figure"),
    [("13455.5", "13.455,5"), ("5.00", "5"), ("0.15", "0,15"), ("-1200.5", "-1.200,5"), ("-7", "-7"), ("1250000", "1.250.000")],
)  # fmt: skip
def test_a_number_is_spelled_as_an_office_spells_it(number: str, figure: str) -> None:
    assert spell(Decimal(number)) == figure


def test_every_roman_numeral_of_a_congress_a_term_or_a_year_is_read_as_it_is_written() -> None:
    assert [roman(to_roman(n)) for n in range(1, 4000)] == list(range(1, 4000))
    assert [to_roman(n) for n in (4, 9, 14, 40, 49, 90, 99, 400, 944, 2026)] == [
        "IV", "IX", "XIV", "XL", "XLIX", "XC", "XCIX", "CD", "CMXLIV", "MMXXVI",
    ]  # fmt: skip


@pytest.mark.parametrize("letters", ["", "A", "XA", "IIII", "VX", "IC", "XIIV", "ii"])
def test_letters_that_are_no_numeral_count_nothing(letters: str) -> None:
    assert roman(letters) == 0
