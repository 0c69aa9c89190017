"""The draft's targets against those the People's Council resolved: equal, different, missing, extra."""

from __future__ import annotations

import json

import pytest

from checks.compare import compare
from checks.comparison.resolution import against
from checks.document import Document
from checks.report.comparison import as_html, as_json, as_text

COMMUNE = """HỘI ĐỒNG NHÂN DÂN
XÃ SUỐI MƠ

Số: 12/NQ-HĐND

Suối Mơ, ngày 18 tháng 12 năm 2025

NGHỊ QUYẾT
Về phát triển kinh tế - xã hội năm 2026

HỘI ĐỒNG NHÂN DÂN XÃ SUỐI MƠ
KHÓA II, KỲ HỌP THỨ NĂM

Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT NGHỊ:

Điều 1. Mục tiêu, chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội năm 2026

1. Mục tiêu tổng quát

Giữ vững sản xuất, nâng cao đời sống Nhân dân.

2. Các chỉ tiêu chủ yếu

a) Chỉ tiêu kinh tế:

- Thu ngân sách trên địa bàn đạt 60 tỷ đồng.
- Trồng mới 25 ha chè.

b) Chỉ tiêu xã hội:

- Tỷ lệ hộ nghèo còn dưới 4%.
- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 96% trở lên.

Điều 2. Tổ chức thực hiện

Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này.

Nghị quyết được Hội đồng nhân dân xã Suối Mơ khóa II, kỳ họp thứ năm thông qua ngày 18 tháng 12 năm 2025./.

CHỦ TỊCH

Trần Văn Mẫu
"""
PROVINCE = """HỘI ĐỒNG NHÂN DÂN
TỈNH SUỐI MƠ

Số: 88/NQ-HĐND

Suối Mơ, ngày 09 tháng 12 năm 2025

NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm 2026

QUYẾT NGHỊ:

Điều 1. Thông qua kế hoạch phát triển kinh tế - xã hội năm 2026

I. CÁC CHỈ TIÊU CHỦ YẾU

STT | Chỉ tiêu | Đơn vị | Kế hoạch năm 2026
1 | Tốc độ tăng tổng sản phẩm trên địa bàn | % | 9,5
2 | Thu ngân sách nhà nước trên địa bàn | tỷ đồng | 6.720
3 | Tỷ lệ che phủ rừng | % | 62,4
4 | Số lao động được tạo việc làm mới | người | 19.000

II. NHIỆM VỤ, GIẢI PHÁP

Huy động mọi nguồn lực.

Điều 2. Nghị quyết có hiệu lực từ ngày được thông qua./.

CHỦ TỊCH

Lê Thị Mẫu
"""
DRAFTED = (
    "- Thu ngân sách trên địa bàn đạt 58 tỷ đồng.\n- Trồng mới 25 ha chè.\n"
    "- Tỷ lệ dân số tham gia bảo hiểm y tế tối thiểu 96%.\n- Làm 3 km đường thôn."
)


def statuses(resolution: str, draft: Document) -> dict[str, str]:
    return {match.name: match.status for match in against(Document.parse(resolution), draft).matches}


def test_each_target_of_a_resolution_in_prose_is_found_in_the_draft(write) -> None:
    assert statuses(COMMUNE, write(2026, targets=DRAFTED)) == {
        "Thu ngân sách trên địa bàn": "different",
        "Trồng mới chè": "equal",
        "Tỷ lệ hộ nghèo": "missing",
        "Tỷ lệ dân số tham gia bảo hiểm y tế": "equal",
        "đường thôn": "extra",
    }


def test_each_target_of_a_resolution_in_a_table_is_found_in_the_draft(write) -> None:
    targets = (
        "- Tốc độ tăng tổng sản phẩm trên địa bàn đạt 10%.\n- Thu ngân sách nhà nước trên địa bàn đạt 6.720 tỷ đồng.\n"
        "- Tỷ lệ che phủ rừng đạt 62,4%.\n- Tỷ lệ lao động qua đào tạo đạt 67%."
    )
    assert list(statuses(PROVINCE, write(2026, targets=targets)).values()) == [
        "different",
        "equal",
        "equal",
        "missing",
        "extra",
    ]


def test_a_target_in_another_unit_is_missing_and_extra(write) -> None:
    draft = write(2026, targets="- Trồng mới chè đạt 12%.")
    assert [(m.unit, m.status) for m in against(Document.parse(COMMUNE), draft).matches if "chè" in m.name] == [
        ("ha", "missing"),
        ("%", "extra"),
    ]


def test_less_than_was_resolved_is_told(write) -> None:
    (match, *_) = against(Document.parse(COMMUNE), write(2026, targets=DRAFTED)).matches
    assert match.notes == ("lower",)


def test_a_bound_the_resolution_does_not_have_is_a_difference(write) -> None:
    draft = write(2026, targets="- Trồng mới tối đa 25 ha chè.")
    assert statuses(COMMUNE, draft)["Trồng mới chè"] == "different"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("NGHỊ QUYẾT\nVề", "BÁO CÁO\nVề"), "không phải nghị quyết"),
        (("XÃ SUỐI MƠ", "XÃ ĐỒI CHÈ"), "không phải của địa phương"),
        (("xã hội năm 2026", "xã hội năm 2025"), "Nghị quyết là cho năm 2025"),
    ],
)
def test_the_wrong_resolution_is_told_in_one_sentence(write, changed: tuple[str, str], said: str) -> None:
    (warning,) = against(Document.parse(COMMUNE.replace(*changed)), write(2026, targets=DRAFTED)).warnings
    assert said in warning


def test_a_resolution_without_targets_is_told(write) -> None:
    text = COMMUNE[: COMMUNE.index("2. Các chỉ tiêu")] + COMMUNE[COMMUNE.index("Điều 2.") :]
    assert any("Không đọc được chỉ tiêu" in w for w in against(Document.parse(text), write(2026)).warnings)


def test_every_form_tells_the_resolution_with_its_places(write) -> None:
    result = compare(write(2025), write(2026, targets=DRAFTED), Document.parse(COMMUNE, "nq.docx"))
    data = json.loads(as_json(result))["resolution"]
    line = result.resolution.matches[0].resolved.line
    assert data["indicators"][0]["resolution"]["start"]["line"] == line
    assert data["indicators"][0]["resolution"]["text"] == "- Thu ngân sách trên địa bàn đạt 60 tỷ đồng."
    assert f"đạt 60 tỷ đồng (dòng {line}) → đạt 58 tỷ đồng" in as_text(result)
    assert "So với nghị quyết" in as_html(result)


def test_without_a_resolution_nothing_is_said_of_one(write) -> None:
    result = compare(write(2025), write(2026))
    assert "nghị quyết" not in as_text(result).lower()
    assert "resolution" not in json.loads(as_json(result))
