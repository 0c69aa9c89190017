"""Names of targets that mean the same, and names that do not."""

from __future__ import annotations

import pytest

from assistant.request import Target
from assistant.rolling.matching import asked, matched
from checks.document import Document

LAST = Document.parse(
    "1. Chỉ tiêu\n\n"
    "- Tỷ lệ hộ nghèo giảm 2%.\n- Tỷ lệ hộ cận nghèo giảm 1,5%.\n- Thu ngân sách đạt 120 tỷ đồng.\n"
    "- Thành lập mới 300 doanh nghiệp và 40 hợp tác xã.\n- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 95%.\n"
)


def continues(name: str, unit: str = "") -> str:
    found = matched(asked([Target.model_validate({"name": name, "value": 1, "unit": unit})]), LAST.indicators)
    return found[0].name if found else ""


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("Giảm tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo"),
        ("Tỷ lệ hộ cận nghèo", "Tỷ lệ hộ cận nghèo"),
        ("Thu ngân sách nhà nước trên địa bàn tỉnh", "Thu ngân sách"),
        ("Thành lập mới hợp tác xã", "Thành lập mới hợp tác xã"),
        ("Tỷ lệ bao phủ bảo hiểm y tế dân số", "tỷ lệ dân số tham gia bảo hiểm y tế"),
        ("Dân số tham gia BHYT", "tỷ lệ dân số tham gia bảo hiểm y tế"),
        ("Tỷ lệ bao phủ bảo hiểm xã hội", ""),
        ("Số điểm trường được xóa", ""),
    ],
)
def test_a_name_finds_its_target(name: str, old: str) -> None:
    assert continues(name).lower() == old.lower()


def test_each_target_is_continued_once() -> None:
    twice = [Target.model_validate({"name": "Tỷ lệ hộ nghèo", "value": n}) for n in (1, 2)]
    assert len({id(x) for x in matched(asked(twice), LAST.indicators).values()}) == len(
        matched(asked(twice), LAST.indicators)
    )


def test_a_unit_and_its_longer_name_count_the_same() -> None:
    last = Document.parse(
        "1. Chỉ tiêu\n\n- Vận động xây mới 25 căn nhà cho hộ nghèo, xong việc xóa nhà tạm, nhà dột nát.\n"
    )
    ask = asked([Target.model_validate({"name": "Vận động xây mới", "value": 12, "unit": "căn nhà"})])
    assert 0 in matched(ask, last.indicators)
