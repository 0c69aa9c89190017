"""Dates and stretches of time as directives write them."""

from __future__ import annotations

from datetime import date

import pytest

from checks.facts.dates import as_written, mentions, short, spell, words
from checks.facts.periods import days_stated, periods, told
from checks.finding import Span


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 05 tháng 01 năm 2026", date(2026, 1, 5)),
        ("Ngày 5 tháng 1 năm 2026", date(2026, 1, 5)),
        ("31/12/2026", date(2026, 12, 31)),
        ("30-12-2022", date(2022, 12, 30)),
        ("01.9.2025", date(2025, 9, 1)),
    ],
)
def test_a_day_is_read_in_each_form(text: str, day: date) -> None:
    (one,) = mentions(f"họp {text}, tổng kết")
    assert one.date == day


@pytest.mark.parametrize(
    "text", ["12/2026", "1/2/3/2026", "12/02/2026/QĐ", "1.234.5678", "ngày 05 tháng 01 năm 20261", "01/02-2026"]
)
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert [m.date for m in mentions(text) if m.date] == []


def test_a_blank_is_told_from_an_impossible_day() -> None:
    blank, wrong = mentions("ngày … tháng 01 năm 2026; ngày 31 tháng 02 năm 2026")
    assert [(m.day, m.date, m.impossible) for m in (blank, wrong)] == [(None, None, False), (31, None, True)]


@pytest.mark.parametrize("text", ["ngày 05 tháng … năm 2026", "ngày … tháng 13 năm 2026", "ngày tháng năm 2026"])
def test_a_day_or_a_month_left_open_makes_no_date_and_no_mistake(text: str) -> None:
    (one,) = mentions(text)
    assert (one.date, one.impossible, one.year) == (None, False, 2026)


def test_dates_are_read_between_two_places_only() -> None:
    text = "31/12/2025 và ngày 05 tháng 01 năm 2026"
    assert [m.date for m in mentions(text, 11)] == [date(2026, 1, 5)]
    assert [m.date for m in mentions(text, 0, 10)] == [date(2025, 12, 31)]


def test_where_no_date_is_there_is_none_to_give_back() -> None:
    assert words("trong năm 2026", Span(0, 14)) is None
    assert words("ngày 12 tháng 02 năm 2026", Span(0, 25)) == Span(0, 25)
    assert words("12/02/2026", Span(0, 10)) == Span(0, 10)


def test_days_are_spelled_as_the_decree_spells_them() -> None:
    days = [date(2026, 1, 5), date(2026, 2, 12), date(2026, 3, 31), date(2026, 10, 1)]
    assert [spell(d) for d in days[:2]] == ["ngày 05 tháng 01 năm 2026", "ngày 12 tháng 02 năm 2026"]
    assert [short(d) for d in days] == ["05/01/2026", "12/02/2026", "31/3/2026", "01/10/2026"]
    assert [as_written(old, days[2]) for old in ("ngày 01 tháng 4 năm 2026", "ngày 01/4/2026", "01/4/2026")] == [
        "ngày 31 tháng 3 năm 2026",
        "ngày 31/3/2026",
        "31/3/2026",
    ]


def test_the_word_for_day_belongs_to_a_date() -> None:
    text = "trước, ngày 12/02/2026 và 13/02/2026"
    assert [text[slice(*at)] for at in (words(text, Span(5, 23)), words(text, Span(24, 36))) if at] == [
        "ngày 12/02/2026",
        "13/02/2026",
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "exact"),
    [
        ("Từ ngày 05/7/2026 đến ngày 02/9/2026.", date(2026, 7, 5), date(2026, 9, 2), True),
        ("từ ngày 05/7 đến hết ngày 02/9/2026", date(2026, 7, 5), date(2026, 9, 2), True),
        ("từ tháng 10 năm 2025 đến hết tháng 3 năm 2026", date(2025, 10, 1), date(2026, 3, 31), False),
        ("từ ngày phát động đến hết ngày 31 tháng 12 năm 2026", None, date(2026, 12, 31), False),
        ("đến hết ngày 31/12", None, date(2026, 12, 31), False),
        ("trong năm 2026", date(2026, 1, 1), date(2026, 12, 31), False),
        ("từ năm 2024 đến năm 2026", date(2024, 1, 1), date(2026, 12, 31), False),
    ],
)
def test_a_period_is_read_with_both_ends(text: str, start: date | None, end: date, exact: bool) -> None:
    found = [(p.start, p.end, p.exact) for p in periods(text, Span(0, len(text)), 2026)]
    assert found == [(start, end, exact)]


def test_lengths_of_campaigns_are_read_and_deadlines_are_not() -> None:
    text = "đợt thi đua 100 ngày; cao điểm 60 ngày đêm; trả lời trong 30 ngày; đợt 10 ngày làm việc"
    assert [n for _, n in days_stated(text, Span(0, len(text)))] == [100, 60]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("từ ngày 05/7/2026, sau đó quyên góp từ thiện đến ngày 02/9/2026", [(date(2026, 7, 5), date(2026, 9, 2), True)]),
        ("từ ngày 05/7/2026 đến hết năm 2026", [(date(2026, 7, 5), date(2026, 12, 31), False)]),
        ("từ tháng 7 năm 2026 đến ngày 02/9/2026", [(date(2026, 7, 1), date(2026, 9, 2), False)]),
        ("kết thúc vào ngày 15 tháng 5 năm 2026", [(None, date(2026, 5, 15), False)]),
        ("đến hết  tháng 02/2028", [(None, date(2028, 2, 29), False)]),
        ("trong năm 2025 - 2026", []),
        ("trong năm 0000, đến ngày 31/12/0000, đến năm 9999", []),
        ("đến hết tháng 0/2026, đến ngày 31/11/2026", []),
        ("nhân rộng đến các thôn; từ ngày 05/7/2026 đến", []),
        ("từ ngày 01/3/2026; sơ kết đến ngày 30/6/2026", [(None, date(2026, 6, 30), False)]),
    ],
)  # fmt: skip
def test_what_is_no_end_makes_no_period(text: str, found: list[tuple[date | None, date, bool]]) -> None:
    assert [(p.start, p.end, p.exact) for p in periods(text, Span(0, len(text)), 2026)] == found


def test_an_end_says_whether_its_year_is_written() -> None:
    text = "trong năm 2026; đến hết ngày 31/12; đến hết ngày 31/12/2026"
    found = sorted((p.span.start, p.year_stated) for p in periods(text, Span(0, len(text)), 2026))
    assert [stated for _, stated in found] == [True, False, True]


def test_the_clauses_that_speak_of_the_time_are_found_behind_a_place() -> None:
    text = "từ ngày ký đến hết quý I. Khen thưởng; thời gian thi đua trong năm 2026; tổng kết.\nThời lượng từ ngày 01/3 đến ngày 05/3"
    clauses = [text[slice(*span)] for span in told(text, 20, len(text))]
    assert clauses == [" thời gian thi đua trong năm 2026", "Thời lượng từ ngày 01/3 đến ngày 05/3"]
    assert [span.start for span in told(text, 0, len(text))] == [0, 38, 83]
