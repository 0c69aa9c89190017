"""The request as filled in by an officer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant import pipeline
from assistant.entry import request_form
from assistant.request import Target
from checks.errors import UserError

BASE = {"issuer": "Ủy ban nhân dân tỉnh Thạch Giang", "year": "2027", "movement": "annual"}


def last_targets() -> list[request_form.Indicator]:
    return list(pipeline.document(pipeline.sample_pair()[1]).indicators)


def test_last_years_directive_fills_issuer_and_next_year() -> None:
    filled = request_form.filled_from(pipeline.document(pipeline.sample_pair()[1]))
    assert (filled["issuer"], filled["year"]) == ("Ủy ban nhân dân tỉnh Thạch Giang", "2027")


def test_a_figure_beside_last_years_target_is_this_years_target() -> None:
    one = last_targets()[0]
    asked = request_form.request(BASE, [(one, "12,5")])
    target = asked.targets[0]
    assert isinstance(target, Target)
    assert (target.name, target.value, target.unit) == (one.name, Decimal("12.5"), one.unit)


def test_a_range_has_two_ends() -> None:
    target = request_form.request(BASE, [(last_targets()[0], "8 - 9,5")]).targets[0]
    assert isinstance(target, Target)
    assert (target.value, target.upper) == (Decimal(8), Decimal("9.5"))


def test_words_beside_a_target_are_taken_as_they_are() -> None:
    one = last_targets()[0]
    assert request_form.request(BASE, [(one, "cao hơn năm 2026")]).targets == (f"{one.name} cao hơn năm 2026",)


def test_targets_left_empty_are_not_asked_for() -> None:
    assert request_form.request(BASE, [(one, " ") for one in last_targets()]).targets == ()


def test_lines_lose_their_bullets() -> None:
    asked = request_form.request({**BASE, "recipients": "- Bộ Nội vụ (b/c)\n\n+ Lưu: VT"})
    assert asked.recipients == ("Bộ Nội vụ (b/c)", "Lưu: VT")


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("year", "hai nghìn", "Năm phát động"),
        ("date", "31/02/2027", "Ngày ban hành"),
        ("issuer", "", "còn để trống ô “Cơ quan ban hành”"),
    ],
)
def test_a_mistake_is_told_with_the_name_of_its_field(name: str, value: str, label: str) -> None:
    with pytest.raises(UserError, match=label):
        request_form.request({**BASE, name: value})


def test_a_campaign_keeps_its_dates() -> None:
    asked = request_form.request({**BASE, "movement": "campaign", "start": "03/9/2027", "end": "31/12/2027"})
    assert asked.period is not None
    assert asked.period.start.isoformat() == "2027-09-03"
