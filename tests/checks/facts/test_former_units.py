"""Provinces and departments that are gone, and the cities of today."""

from __future__ import annotations

from datetime import date

import pytest

from checks.facts.former_units import cities, departments, is_city, provinces


@pytest.mark.parametrize(
    ("old", "into"),
    [("Yên Bái", "tỉnh Lào Cai"), ("Hà Giang", "tỉnh Tuyên Quang"), ("Quảng Nam", "thành phố Đà Nẵng"), ("Bình Dương", "thành phố Hồ Chí Minh")],
)  # fmt: skip
def test_a_merged_province_has_its_successor_and_day(old: str, into: str) -> None:
    found = provinces()[old]
    assert (found.name, found.into.lower(), found.since) == (old, into.lower(), date(2025, 7, 1))


@pytest.mark.parametrize("name", ["Lào Cai", "Tuyên Quang", "Cao Bằng", "Đà Nẵng"])
def test_a_province_that_keeps_its_name_is_not_gone(name: str) -> None:
    assert name not in provinces()


def test_departments_that_were_merged_are_known_and_those_of_today_are_not() -> None:
    found = departments()["Sở Kế hoạch và Đầu tư"]
    assert (found.name, found.into) == ("Sở Kế hoạch và Đầu tư", "Sở Tài chính")
    assert not {"Sở Nội vụ", "Sở Tài chính", "Tuyên Quang"} & departments().keys()


@pytest.mark.parametrize(
    ("name", "day", "city"),
    [
        ("Đà Nẵng", date(2020, 1, 1), True),
        ("Cao Bằng", date(2026, 11, 1), False),
        ("Đồng Nai", date(2026, 4, 29), False),
        ("Đồng Nai", date(2026, 4, 30), True),
        ("Quảng Ninh", date(2026, 9, 1), True),
        ("Bắc Ninh", date(2026, 9, 19), False),
        ("Hà Tân", date(2026, 9, 19), False),
    ],
)
def test_three_provinces_became_cities_in_2026(name: str, day: date, *, city: bool) -> None:
    assert is_city(name, day) is city


def test_cities_of_a_province_before_the_reform_are_known() -> None:
    assert {"Sơn La", "Vinh"} <= cities()
