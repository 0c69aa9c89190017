"""Directives written the way other offices write them: what is right there is not reported."""

from __future__ import annotations

import pytest

from checks import engine
from checks.document import Document
from checks.finding import Severity
from checks.rules import all_rules

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BODY = (
    "Ban Thường vụ phát động phong trào thi đua tới toàn thể hội viên với các nội dung sau:\n\n"
    "1. Mục tiêu\n\nHoàn thành nhiệm vụ năm 2026, có ít nhất 90% hội viên đạt các tiêu chí thi đua.\n\n"
    "2. Nội dung thi đua\n\nThi đua lao động giỏi; tuyên truyền, nhân rộng điển hình tiên tiến.\n\n"
    "3. Thời gian thi đua: Từ ngày ban hành đến hết ngày 31/12/2026.\n\n"
    "4. Tổ chức thực hiện\n\nVăn phòng theo dõi, kiểm tra, sơ kết, tổng kết và đề nghị khen thưởng"
)


def found(text: str, least: Severity = Severity.WARNING) -> list[tuple[str, str]]:
    doc = Document.parse(text)
    kept = [f for f in engine.check(doc, all_rules()).findings if f.severity.rank <= least.rank]
    return [(f.rule, doc.text[slice(*f.span)]) for f in kept]


LISTED = f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ LÂM VÂN
{STATE}
Số: 03/CT-UBND

Lâm Vân, ngày 14 tháng 02 năm 2025

CHỈ THỊ
Về tổ chức phong trào thi đua yêu nước năm 2025

Để góp phần hoàn thành nhiệm vụ năm 2025, Chủ tịch Ủy ban nhân dân Thành phố yêu cầu các sở, ban, ngành thực hiện tốt các nội dung sau:

1. Tổ chức phong trào thi đua rộng khắp, thiết thực với các chỉ tiêu cụ thể; phấn đấu tốc độ tăng trưởng đạt 8,5%.

2. Đẩy mạnh cải cách hành chính, chuyển đổi số; giải ngân vốn đầu tư công đạt từ 95% trở lên.

3. Kịp thời phát hiện, nhân rộng các điển hình tiên tiến; khen thưởng người lao động trực tiếp.

4. Ban Thi đua - Khen thưởng Thành phố có trách nhiệm hướng dẫn, đôn đốc việc thực hiện; tham mưu sơ kết, tổng kết trước ngày 31 tháng 12 năm 2025.

5. Thời gian thi đua từ ngày ký Chỉ thị đến hết ngày 31 tháng 12 năm 2025./.

Nơi nhận:
- Các sở, ban, ngành Thành phố;
- Lưu: VT, NC.

CHỦ TỊCH

Phan Văn Mạnh
"""


def test_a_directive_that_lists_its_tasks_misses_no_section_for_certain() -> None:
    assert found(LISTED, Severity.ERROR) == []


def test_a_list_of_tasks_without_anyone_to_organise_them_lacks_that_part() -> None:
    text = LISTED.replace("có trách nhiệm hướng dẫn, đôn đốc việc thực hiện; tham mưu", "sẽ")
    assert found(text, Severity.ERROR) == [("required-sections", "CHỈ THỊ")]


def test_a_plan_named_by_its_years_is_only_reminded_of_a_section_on_time() -> None:
    text = (
        "KẾ HOẠCH\nTổ chức phong trào thi đua “Lao động giỏi, lao động sáng tạo” giai đoạn 2026 - 2030\n\nI. MỤC ĐÍCH\n\n"
        "Nâng cao năng suất lao động.\n\nII. NỘI DUNG THI ĐUA\n\nPhấn đấu có 70% đoàn viên đạt lao động giỏi; mỗi năm có "
        "1.200 sáng kiến; 85% công đoàn cơ sở vững mạnh.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nVăn phòng theo dõi, đôn đốc.\n"
    )
    wrong = ("required-sections", "KẾ HOẠCH")
    assert wrong not in found(text, Severity.ERROR)
    assert wrong in found(text, Severity.WARNING)
    assert wrong in found(text.replace(" giai đoạn 2026 - 2030", ""), Severity.ERROR)


PARTY = """ĐẢNG BỘ TỈNH LÂM VÂN
HUYỆN ỦY THANH HÒA
*
Số 12-CT/HU

ĐẢNG CỘNG SẢN VIỆT NAM

Thanh Hòa, ngày 20 tháng 02 năm 2019

CHỈ THỊ
VỀ ĐẨY MẠNH PHONG TRÀO THI ĐUA YÊU NƯỚC CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ CÁC CẤP

Ban Thường vụ Huyện ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nhiệm vụ sau:

1. Quán triệt, thực hiện nghiêm túc các chủ trương của Đảng về thi đua, khen thưởng.

2. Ban Tuyên giáo Huyện ủy theo dõi, đôn đốc và định kỳ báo cáo Ban Thường vụ Huyện ủy.

Chỉ thị này phổ biến đến chi bộ.

Nơi nhận:
- Ban Thường vụ Tỉnh ủy (báo cáo),
- Các đồng chí Huyện ủy viên,
- Lưu Văn phòng Huyện ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Nguyễn Hữu Lợi
"""


def test_a_paper_of_the_party_keeps_the_form_of_the_party() -> None:
    assert found(PARTY) == []


@pytest.mark.parametrize(
    ("head", "sign"),
    [
        (
            "ỦY BAN MTTQ VIỆT NAM TỈNH BẮC LÂM\nBAN THƯỜNG TRỰC\n" + STATE + "\nSố: 77/KH-MTTQ-BTT\n\nBắc Lâm",
            "TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH HÒA AN\n***\nSố: 145-KH/TĐTN-PT\n\nĐOÀN TNCS HỒ CHÍ MINH\n\nHòa An",
            "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nPHÓ BÍ THƯ",
        ),
        (
            "CÔNG AN TỈNH BÌNH LÂM\nCÔNG AN XÃ TÂN HƯNG\n" + STATE + "\nSố: 215/KH-CAX-TH\n\nTân Hưng",
            "KT. TRƯỞNG CÔNG AN XÃ\nPHÓ TRƯỞNG CÔNG AN XÃ",
        ),
    ],
)
def test_mass_organisations_and_forces_have_heads_and_signatures_of_their_own(head: str, sign: str) -> None:
    text = (
        f"{head}, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n{BODY}./.\n\n"
        f"Nơi nhận:\n- Các cấp hội;\n- Lưu: VT, VP.\n\n{sign}\n\nVũ Hoài Nam\n"
    )
    assert found(text) == []


def test_the_year_a_plan_looks_ahead_to_is_not_its_year() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH LÂM VÂN\n{STATE}\nSố: 230/KH-UBND\n\nLâm Vân, ngày 26 tháng 8 năm 2022\n\nKẾ HOẠCH\n"
        "Phát triển thể thao giai đoạn 2022 - 2025, định hướng đến năm 2030\n\nCác sở, ngành thực hiện.\n"
    )
    assert Document.parse(text).year == 2022


def test_a_kind_and_its_subject_on_one_line_of_a_web_page_are_both_read() -> None:
    doc = Document.parse(
        "KẾ HOẠCH Tổ chức phong trào thi đua năm 2026\n\nCăn cứ nhiệm vụ năm học, nhà trường phát động thi đua.\n"
    )
    assert (doc.kind, doc.subject) == ("Kế hoạch", "Tổ chức phong trào thi đua năm 2026")


def test_a_number_beside_the_place_is_a_number() -> None:
    doc = Document.parse(
        "Hà Tân, ngày 08 tháng 11 năm 2021 Số: 10/KH-THCS\nKẾ HOẠCH\nPhát động thi đua\n\nCác lớp thực hiện.\n"
    )
    assert (doc.number, doc.issued and doc.issued.isoformat()) == ("10/KH-THCS", "2021-11-08")


def test_an_issuer_ends_at_the_colon() -> None:
    text = "Nghị quyết số 25/NQ-HĐND ngày 20 tháng 12 năm 2022 của Hội đồng nhân dân thành phố: Giá trị sản xuất tăng 11,5%.\n"
    assert Document.parse(text).citations[0].issuer == "Hội đồng nhân dân thành phố"


def test_a_ministry_that_builds_a_plan_is_no_ministry_of_construction() -> None:
    assert found("Các cơ quan, đơn vị thuộc Bộ xây dựng kế hoạch trước ngày 15 tháng 4 năm 2025.\n") == []


def test_a_bare_opening_is_not_asked_for_the_sections_below_it() -> None:
    text = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nNăm 2026 là năm đầu của nhiệm kỳ mới.\n"
    assert not [rule for rule, _ in found(text) if rule == "required-sections"]


def test_the_targets_of_a_directive_that_only_lists_its_tasks_are_read() -> None:
    assert [(one.name, str(one.value)) for one in Document.parse(LISTED).indicators] == [
        ("tốc độ tăng trưởng", "8.5"),
        ("giải ngân vốn đầu tư công", "95"),
    ]


def test_the_phases_of_a_school_year_are_its_period() -> None:
    text = (
        "KẾ HOẠCH\nTổ chức phong trào thi đua “Dạy tốt - Học tốt” năm học 2024 - 2025\n\nI. MỤC ĐÍCH\n\nNâng cao chất lượng.\n\n"
        "II. NỘI DUNG VÀ CHỈ TIÊU THI ĐUA\n\n- Đợt 1 (từ 05/9/2024 đến 20/11/2024): chào mừng Ngày Nhà giáo Việt Nam.\n\n"
        "III. TỔ CHỨC THỰC HIỆN\n\nCác tổ trưởng triển khai.\n"
    )
    assert "required-sections" not in [rule for rule, _ in found(text)]
