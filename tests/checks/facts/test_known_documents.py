"""What is known of cited documents, and when two dates are one with a slip."""

from __future__ import annotations

from datetime import date

import pytest

from checks.facts.known_documents import law_names, laws, numbered, slip


def test_the_versions_of_a_law_stand_under_its_name_oldest_first() -> None:
    assert [known.signed.year for known in laws()["thi đua, khen thưởng"]] == [2003, 2022]
    assert laws()["sửa đổi, bổ sung một số điều của luật thi đua, khen thưởng"]


def test_resolutions_of_the_national_assembly_and_papers_of_others_are_no_laws() -> None:
    assert not [name for name in laws() if name.startswith("về ") or not name]
    assert not numbered("34-CT/TW")[0].law


def test_the_longest_name_is_tried_first() -> None:
    lengths = [len(name) for name in law_names()]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(("number", "own"), [("06/2022/QH15", True), ("34-CT/TW", False)])
def test_a_number_with_a_year_is_given_out_once(number: str, *, own: bool) -> None:
    assert numbered(number)[0].own_number is own


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (date(2022, 6, 16), True),
        (date(2022, 5, 15), True),
        (date(2023, 6, 15), True),
        (date(2022, 5, 16), False),
        (date(2022, 6, 15), False),
        (date(2003, 11, 26), False),
    ],
)
def test_a_date_with_one_slip_is_meant_for_the_other(written: date, *, told: bool) -> None:
    assert slip(written, date(2022, 6, 15)) is told


@pytest.mark.parametrize(("written", "told"), [(date(2020, 3, 5), True), (date(2021, 3, 5), False)])
def test_day_and_month_may_be_exchanged_within_a_year(written: date, *, told: bool) -> None:
    assert slip(written, date(2020, 5, 3)) is told
