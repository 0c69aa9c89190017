"""Units as written and as they are compared, and the kinds of bodies and people that are counted."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from checks.facts import kinds
from checks.facts.units import UNIT, counted, normal, ratio


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("tỉ đồng", "tỷ đồng"),
        ("ngàn người", "nghìn người"),
        ("bác sỹ/1 vạn dân", "bác sĩ/vạn dân"),
        ("bác sĩ/ một vạn dân", "bác sĩ/vạn dân"),
        ("bác sĩ trên 10.000 dân", "bác sĩ/10.000 dân"),
        ("m²", "m2"),
        ("héc-ta", "ha"),
        ("Km", "km"),
        ("KW", "kW"),
        ("mbps", "Mbps"),
        ("điểm %", "điểm phần trăm"),
        ("triệu đô la Mỹ", "triệu USD"),
        ("Triệu USD", "triệu USD"),
        ("HTX", "hợp tác xã"),
        ("Hộ gia đình", "hộ"),
        ("trường học/xã", "trường/xã"),
        ("thị xã", "thị xã"),
    ],
)
def test_one_unit_has_one_spelling(written: str, unit: str) -> None:
    assert normal(written) == unit


@pytest.mark.parametrize(
    ("unit", "things"),
    [("xã", True), ("hộ/thôn", True), ("%", False), ("tỷ đồng", False), ("ha/năm", False), ("/100.000 dân", False), ("", False)],
)  # fmt: skip
def test_things_that_are_counted_are_told_from_measures(unit: str, *, things: bool) -> None:
    assert counted(unit) is things


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("triệu đồng/người/năm", "triệu đồng/người/năm"),
        ("điểm đen giao thông", "điểm đen"),
        ("điểm trường", "điểm trường"),
        ("xã, phường", "xã, phường"),
        ("nghìn lượt khách", "nghìn lượt khách"),
        ("triệu đồng/ha/vụ", "triệu đồng/ha/vụ"),
        ("mức", None),
        ("m chí", None),
    ],
)
def test_the_longest_unit_is_read(text: str, unit: str | None) -> None:
    match = re.match(UNIT, text, re.IGNORECASE)
    assert (match and match[0]) == unit


def test_a_list_of_kinds_is_followed_to_its_last_comma() -> None:
    assert kinds.listed(" cán bộ, công chức, viên chức có chứng chỉ, đạt 95%") == len(" cán bộ, công chức, ")
    assert kinds.listed(" hộ dân đạt chuẩn") == 0
    assert kinds.listed(" các quận, huyện, thị xã và ") == len(" các quận, huyện, ")


@pytest.mark.parametrize(
    ("tail", "more"), [(", giải pháp hữu ích được công nhận", True), (", trồng rừng", False), (" xã", False)]
)
def test_another_kind_behind_a_comma_goes_on_with_the_list(tail: str, *, more: bool) -> None:
    assert kinds.goes_on(tail) is more


def test_what_is_said_of_a_kind_is_told_from_the_kind() -> None:
    assert kinds.kind_only("cơ quan, trường học")
    assert not kinds.kind_only("cơ quan đạt chuẩn")
    assert kinds.said_of_kind("hộ gia đình đạt chuẩn văn hóa") == "đạt chuẩn văn hóa"
    assert kinds.said_of_kind("hộ gia đình văn hóa") == ""


@pytest.mark.parametrize(
    ("unit", "other", "is_other"),
    [
        ("tấn/ha", "tạ/ha", "10"),
        ("tạ", "kg", "100"),
        ("km", "m", "1000"),
        ("km2", "ha", "100"),
        ("ha", "m2", "10000"),
        ("MW", "kW", "1000"),
        ("nghìn tỷ đồng", "tỷ đồng", "1000"),
        ("triệu USD", "nghìn USD", "1000"),
        ("triệu đồng", "đồng", "1000000"),
        ("tỷ đồng/năm", "tỷ đồng/tháng", None),
        ("ha", "km", None),
        ("hộ", "hộ", None),
        ("ha", "hộ", None),
        ("triệu hộ", "triệu đồng", None),
        ("mỗi đồng", "đồng", None),
        ("triệu USD", "triệu đồng", None),
    ],
)
def test_what_one_unit_is_in_another_is_known_where_both_measure_the_same(
    unit: str, other: str, is_other: str | None
) -> None:
    assert ratio(unit, other) == (None if is_other is None else Decimal(is_other))
