"""Last year's sentences a year on: what names a part, a day of the week, a body or a movement is neither lost nor stale."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.draft import BLANK, Draft
from assistant.request import read_request
from assistant.rolling.rollforward import rollforward
from checks.document import Document

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
TAIL = "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nPhan Văn Lộc\n"


def plan(body: str, preface: str = "", kind: str = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026") -> Document:
    order = preface or "Ủy ban nhân dân xã phát động phong trào thi đua năm 2026 như sau:"
    head = f"ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ\n\n{STATE}\n\nSố: 12/KH-UBND\n\nSuối Mơ, ngày 12 tháng 01 năm 2026"
    return Document.parse(f"{head}\n\n{kind}\n\n{order}\n\n{body}\n\n{TAIL}", "2026")


def rolled(last: Document, **values: Any) -> Draft:
    return rollforward(last, read_request({"issuer": "Ủy ban nhân dân xã Suối Mơ", "year": 2027, **values}))


def text(body: str, preface: str = "", **values: Any) -> str:
    return rolled(plan(body, preface), **values).document.text


@pytest.mark.parametrize(
    ("sentence", "next_"),
    [
        ("Lễ phát động lúc 8 giờ 00 phút, thứ Sáu, ngày 06 tháng 02 năm 2026.", "lúc 8 giờ 00 phút, thứ Bảy, ngày 06 tháng 02 năm 2027."),
        ("Lễ phát động vào Thứ bảy ngày 07/02/2026.", "vào Chủ nhật ngày 07/02/2027."),
        ("Các thôn họp trước ngày 25 hằng tháng (từ 05 tháng 9 năm 2026).", "trước ngày 25 hằng tháng (từ 05 tháng 9 năm 2027)."),
        ("Mỗi tháng 02 buổi phát thanh.", f"Mỗi tháng {BLANK} buổi phát thanh."),
        ("Phủ sóng 5G; gọi điện thoại 0256.3812.447 khi cần.", "Phủ sóng 5G; gọi điện thoại 0256.3812.447 khi cần."),
        ("Cụm thi đua số 3 chấm Cụm thi đua số 4.", "Cụm thi đua số 3 chấm Cụm thi đua số 4."),
        ("Thực hiện chỉ tiêu được giao tại Quyết định số 31/QĐ-TCT ngày 05/01/2026.", "31/QĐ-TCT"),
        (
            "Hoàn thành nhiệm vụ năm 2026 được Tổng công ty giao tại Quyết định số 31/QĐ-TCT ngày 05/01/2026.",
            f"nhiệm vụ năm 2027 được Tổng công ty giao tại Quyết định số {BLANK}/QĐ-TCT ngày {BLANK}.",
        ),
        ("Các bản 14 đảng viên; Phòng Nghiệp vụ 2 theo dõi.", f"Các bản {BLANK} đảng viên; Phòng Nghiệp vụ 2 theo dõi."),
        ("Lễ phát động vào Chủ nhật ngày 01 tháng 3 năm 2026.", "vào thứ Hai ngày 01 tháng 3 năm 2027."),
        ("Hưởng ứng Ngày Gia đình Việt Nam 28/6.", "Ngày Gia đình Việt Nam 28/6."),
        ("Chào mừng kỉ niệm 40 năm ngày mở xã.", "kỉ niệm 41 năm ngày mở xã."),
        ("Kỷ niệm 30 năm Ngày lập trường và 12 năm Ngày lập quỹ.", "31 năm Ngày lập trường và 13 năm Ngày lập quỹ."),
        ("Như đã thống nhất tại Hội nghị ngày 08 tháng 01 năm 2026.", f"tại Hội nghị ngày {BLANK}."),
        ("Chào mừng 71 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2026), 51 năm Ngày Giải phóng miền Nam.", ", 52 năm Ngày Giải phóng"),
        ("Hướng tới kỷ niệm 50 năm Ngày thành lập xã (30/10/1978 - 30/10/2028).", "50 năm Ngày thành lập xã (30/10/1978 - 30/10/2028)"),
        ("Các tiểu đoàn 1, 2, 3 và đại đội 20 thuộc Quân khu 4 ký giao ước.", "Các tiểu đoàn 1, 2, 3 và đại đội 20 thuộc Quân khu 4 ký giao ước."),
        ("Duy trì ISO 9001:2015 và ISO/IEC 17025:2017, đường dây nóng 24/24 giờ.", "Duy trì ISO 9001:2015 và ISO/IEC 17025:2017, đường dây nóng 24/24 giờ."),
        ("Phấn đấu 14 bác sĩ trên 01 vạn dân, giảm tai nạn cả 3 tiêu chí.", f"{BLANK} bác sĩ trên 01 vạn dân, giảm tai nạn cả 3 tiêu chí."),
        ("Đợt 1 (từ 01/01 đến 30/6/2026).", "Đợt 1 (từ 01/01 đến 30/6/2027)."),
        ("| TT | Chỉ tiêu | Thực hiện 2025 | Kế hoạch 2026 |", "| Thực hiện 2026 | Kế hoạch 2027 |"),
        ("Phòng 15 là thường trực; Phòng 9, Phòng 10 thực hiện.", "Phòng 15 là thường trực; Phòng 9, Phòng 10 thực hiện."),
        ("Năm 2026 là năm thứ hai 07 Viện kiểm sát khu vực hoạt động.", "Năm 2027 là năm thứ ba"),
        ("Hội nghị phát động ngày 30 tháng 01 năm 2026 (thứ sáu).", "ngày 30 tháng 01 năm 2027 (thứ bảy)."),
        ("Đăng ký trong 10 ngày kể từ ngày ban hành, xử lý ổ dịch trong 48 giờ.", "trong 10 ngày kể từ ngày ban hành, xử lý ổ dịch trong 48 giờ."),
        ("Thực hiện Luật Nhà giáo có hiệu lực từ ngày 01 tháng 01 năm 2026.", "có hiệu lực từ ngày 01 tháng 01 năm 2026."),
        ("Chờ khám không quá 35 phút (năm 2025 là 48 phút).", f"không quá {BLANK} phút (năm 2026 là {BLANK} phút)."),
        ("Từ Quỹ: 180.000.000 đồng (Một trăm tám mươi triệu đồng).", f"Từ Quỹ: {BLANK} đồng ({BLANK})."),
        ("Gửi về thidua2026@suoimo.vn.", "Gửi về thidua2026@suoimo.vn."),
        ("Đợt đặc biệt 100 ngày, từ ngày 15 tháng 4 đến ngày 23 tháng 7 năm 2026.", "đặc biệt 100 ngày, từ ngày 15 tháng 4 đến ngày 23 tháng 7 năm 2027."),
        ("Chủ nhiệm lớp 12A1 đến 12A11 phụ đạo.", "lớp 12A1 đến 12A11 phụ đạo."),
        ("Chào mừng cuộc bầu cử đại biểu Quốc hội khóa XVI (ngày 15 tháng 3 năm 2026).", f"Chào mừng {BLANK}."),
        ("Quý | Thu (tỷ đồng)\nI/2026 | 5,2\nII/2026 | 6", f"I/2027 | {BLANK}\nII/2027 | {BLANK}"),
        ("Đợt | Thời gian\n1 | 15/01/2026 - 20/11/2026", "1 | 15/01/2027 - 20/11/2027"),
        ("Theo Nghị quyết số 02/NQ-HĐND ngày 15/7/2025 của Hội đồng nhân dân xã khóa I, kỳ họp thứ nhất.", f"xã khóa I, kỳ họp thứ {BLANK}."),
        ("Theo Kế hoạch số 12-KH/TU ngày 16/7/2025 của Tỉnh ủy về Đại hội Đảng bộ các cấp.", f"của Tỉnh ủy về {BLANK}."),
    ],
)  # fmt: skip
def test_a_sentence_a_year_on(sentence: str, next_: str) -> None:
    assert next_ in text(f"1. Tổ chức thực hiện\n\n{sentence}")


def test_a_day_of_the_week_is_open_where_its_day_is() -> None:
    last = plan(
        "1. Thời gian: lễ phát động thứ Hai ngày 02 tháng 3 năm 2026.",
        kind="KẾ HOẠCH\nPhát động đợt thi đua 60 ngày đêm năm 2026",
    )
    assert f"thứ {BLANK} ngày {BLANK}" in rolled(last).document.text


TARGETS = (
    "1. Chỉ tiêu\n\n1.1. Thu ngân sách đạt 21 tỷ đồng, trong đó thuế 9 tỷ đồng, phí 4 tỷ đồng. Phòng Kinh tế theo dõi.\n"
    "1.2. Tỷ lệ hộ dùng nước sạch đạt từ 92% trở lên.\n1.3. Thôn nào cũng có tủ sách.\n\n"
    "2. Phân công\n\nVăn phòng theo dõi các chỉ tiêu 1.1, 1.2 và chỉ tiêu 1.3."
)


def test_parts_of_the_document_keep_their_numbers() -> None:
    assert "theo dõi các chỉ tiêu 1.1, 1.2 và chỉ tiêu 1.3." in text(TARGETS)


def test_a_new_target_follows_the_last_item_with_the_next_number() -> None:
    new = {"name": "Số hộ có cây xanh", "value": "310", "unit": "hộ"}
    assert "1.3. Thôn nào cũng có tủ sách.\n1.4. Số hộ có cây xanh 310 hộ.\n\n2. Phân công" in text(
        TARGETS, targets=[new]
    )


def test_words_of_the_request_take_the_place_of_one_target_only() -> None:
    draft = text(TARGETS, targets=["Thuế thu 11 tỷ đồng", {"name": "Thu ngân sách", "value": "25", "unit": "tỷ đồng"}])
    assert f"đạt 25 tỷ đồng, trong đó thuế thu 11 tỷ đồng, phí {BLANK} tỷ đồng. Phòng Kinh tế theo dõi." in draft


def test_a_target_without_its_place_is_added_and_never_lost() -> None:
    lines = ["Thu ngân sách đạt 25 tỷ đồng", "Thu ngân sách trên địa bàn phấn đấu 26 tỷ đồng"]
    assert all(line in text(TARGETS, targets=lines) for line in lines)


def test_nothing_is_above_a_hundred_percent() -> None:
    target = {"name": "Tỷ lệ hộ dùng nước sạch", "value": "100", "unit": "%"}
    assert "1.2. Tỷ lệ hộ dùng nước sạch đạt 100%.\n" in text(TARGETS, targets=[target])


def test_of_two_targets_with_one_name_the_nearer_figure_is_continued() -> None:
    body = "1. Chỉ tiêu\n\n- Tăng trưởng: dịch vụ tăng 9%.\n- Cơ cấu: dịch vụ 41%."
    draft = text(body, targets=[{"name": "Dịch vụ", "value": "42", "unit": "%"}])
    assert f"dịch vụ tăng {BLANK}%.\n- Cơ cấu: dịch vụ 42%." in draft


def test_an_amount_does_not_take_the_place_of_a_share() -> None:
    body = "1. Chỉ tiêu\n\n- Doanh thu tăng 8% so với năm 2025 (210 tỷ đồng)."
    draft = text(body, targets=[{"name": "Doanh thu", "value": "240", "unit": "tỷ đồng"}])
    assert f"tăng {BLANK}% so với năm 2026 ({BLANK} tỷ đồng)." in draft
    assert "- Doanh thu 240 tỷ đồng." in draft


@pytest.mark.parametrize(
    ("item", "line", "next_"),
    [
        ("Diện tích cây dó bầu: 40 ha.", "Diện tích cây dó bầu đạt 55 ha", "- Diện tích cây dó bầu đạt 55 ha."),
        (
            "Có 30 sáng kiến, gồm 20 sáng kiến khối may, thêu và 10 sáng kiến khối gỗ.",
            "Sáng kiến khối may, thêu 24 sáng kiến",
            f"gồm sáng kiến khối may, thêu 24 sáng kiến và {BLANK} sáng kiến khối gỗ.",
        ),
    ],
)
def test_words_of_the_request_stand_whole(item: str, line: str, next_: str) -> None:
    assert next_ in text(f"1. Chỉ tiêu\n\n- Thôn nào cũng có tủ sách.\n- {item}", targets=[line])


def test_a_row_of_years_keeps_its_years() -> None:
    body = "1. Lộ trình\n\nTT | Việc | 2026 | 2027 | 2028 | 2029\n1 | Trồng cây | 5 | 6 | 7 | 8"
    assert "TT | Việc | 2026 | 2027 | 2028 | 2029" in text(body)


def test_the_number_of_items_that_follow_stays() -> None:
    assert "gồm 02 chặng:\n\na) Chặng một.\n\nb) Chặng hai." in text(
        "1. Tiến độ gồm 02 chặng:\n\na) Chặng một.\n\nb) Chặng hai."
    )


def test_a_pasted_table_keeps_its_rows() -> None:
    body = "1. Chỉ tiêu\n\nTT\tChỉ tiêu\tĐơn vị tính\tNăm 2026\n1\tThu ngân sách\ttỷ đồng\t21\n2\tCây xanh\tcây\t900"
    draft = text(body, targets=[{"name": "Thu ngân sách", "value": "25", "unit": "tỷ đồng"}])
    assert f"1 | Thu ngân sách | tỷ đồng | 25\n2 | Cây xanh | cây | {BLANK}" in draft


def test_a_plan_told_year_by_year_keeps_its_years() -> None:
    body = "1. Kinh phí\n\n- Năm 2026: 5 tỷ đồng;\n- Năm 2027: 6 tỷ đồng;\n- Năm 2028: 7 tỷ đồng."
    assert all(f"- Năm {year}: {BLANK}" in text(body) for year in (2026, 2027, 2028))


def test_the_name_of_a_national_movement_is_no_theme() -> None:
    body = "1. Nội dung\n\nThực hiện phong trào thi đua “Cả nước chung tay giữ rừng” tại các thôn."
    draft = text(
        body,
        "Ủy ban nhân dân xã phát động phong trào thi đua “Cả nước chung tay giữ rừng” năm 2026 như sau:",
        theme="Bền chí",
    )
    assert "phong trào thi đua “Cả nước chung tay giữ rừng” tại" in draft
    assert "“Bền chí”" in draft


def test_a_duty_counted_in_words_is_no_review() -> None:
    preface = (
        "Ba là, mỗi thôn có ít nhất 03 sáng kiến.\n\nỦy ban nhân dân xã phát động phong trào thi đua năm 2026 như sau:"
    )
    assert f"Ba là, mỗi thôn có ít nhất {BLANK} sáng kiến." in text("1. Mục tiêu\n\nĐoàn kết.", preface)


def test_a_committee_of_the_party_keeps_its_head_and_foot() -> None:
    last = Document.parse(
        "ĐẢNG BỘ TỈNH SƠN THỦY\nĐẢNG ỦY XÃ SUỐI MƠ\n\nSố: 05-CT/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSuối Mơ, ngày 12 tháng 01 năm 2026\n\n"
        "CHỈ THỊ\nvề lãnh đạo phong trào thi đua yêu nước năm 2026\n\nBan Thường vụ Đảng ủy yêu cầu:\n\n1. Các chi bộ phát động thi đua.\n\n"
        "Nơi nhận:\n- Các chi bộ;\n- Lưu Văn phòng Đảng ủy.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nPhan Văn Lộc\n"
    )
    draft = rolled(last, issuer="Đảng ủy xã Suối Mơ").document.text
    assert "Hạnh phúc" not in draft
    assert "VT" not in draft
    assert "KT." not in draft
    assert f"ĐẢNG CỘNG SẢN VIỆT NAM\n\nSố {BLANK}-CT/ĐU" in draft


def test_no_symbol_is_made_up_for_an_office_that_wrote_none() -> None:
    last = Document.parse(
        plan("1. Nội dung\n\nThi đua.")
        .text.replace("ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ", "LIÊN ĐỘI TRƯỜNG SUỐI MƠ")
        .replace("Số: 12/KH-UBND\n\n", "")
    )
    assert f"Số: {BLANK}/KH-{BLANK}\n" in rolled(last, issuer="Liên đội Trường Suối Mơ").document.text


def test_what_is_new_goes_into_the_plan_behind_its_decision() -> None:
    last = Document.parse(
        f"SỞ NỘI VỤ\nTRUNG TÂM LƯU TRỮ\n\n{STATE}\n\nSố: 41/QĐ-TTLT\n\nSuối Mơ, ngày 12 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\n"
        "Ban hành Kế hoạch phát động phong trào thi đua năm 2026\n\nGIÁM ĐỐC TRUNG TÂM LƯU TRỮ\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành Kế hoạch phát động phong trào thi đua năm 2026.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký./.\n\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nPhan Văn Lộc\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n"
        "(Kèm theo Quyết định số 41/QĐ-TTLT ngày 12/01/2026 của Giám đốc)\n\nI. CHỈ TIÊU\n\n1. Số hóa 2.000 hồ sơ.\n\n2. Không để mất hồ sơ.\n\n"
        "II. THỰC HIỆN\n\nPhòng Hành chính theo dõi.\n"
    )
    target = {"name": "Tài liệu được chỉnh lý", "value": "15", "unit": "m"}
    draft = rolled(last, issuer="Trung tâm Lưu trữ", targets=[target], theme="Bền chí").document.text
    decision, behind = draft.split("KẾ HOẠCH\n", 1)
    assert "15 m" not in decision
    assert "Bền chí" not in decision
    assert "3. Tài liệu được chỉnh lý 15 m." in behind
    assert "Bền chí" in behind
    assert "41/QĐ" not in behind


ASKED = {"name": "Tỷ lệ người dân tham gia bảo hiểm y tế", "value": 96, "unit": "%"}


@pytest.mark.parametrize(
    ("line", "comparison", "next_"),
    [
        ("95% người dân tham gia bảo hiểm y tế.", "đạt", "- 96% người dân tham gia"),
        ("Trên 95% người dân tham gia bảo hiểm y tế.", "đạt trên", "- Trên 96% người dân tham gia"),
        ("Có 95% người dân tham gia bảo hiểm y tế.", "đạt", "- Có 96% người dân tham gia"),
        (
            "Từ 95% người dân tham gia bảo hiểm y tế trở lên.",
            "đạt",
            "- Từ 96% người dân tham gia bảo hiểm y tế trở lên",
        ),
    ],
)
def test_a_figure_that_leads_its_line_is_not_reached(line: str, comparison: str, next_: str) -> None:
    assert next_ in text(f"1. Chỉ tiêu\n\n- {line}", targets=[ASKED | {"comparison": comparison}])


def test_all_of_them_and_a_scale_of_points_are_asked_for_again() -> None:
    body = (
        "1. Nội dung\n\n100% hộ dân ký cam kết; sản lượng tăng 100%.\n\n2. Chấm điểm\n\nThang điểm 100, gồm: sản xuất 60 điểm; "
        "an ninh 40 điểm. Báo cáo chậm trừ 05 điểm/lần. Khen 12 hộ."
    )
    draft = text(body)
    assert f"100% hộ dân ký cam kết; sản lượng tăng {BLANK}%." in draft
    assert f"sản xuất 60 điểm; an ninh 40 điểm. Báo cáo chậm trừ 05 điểm/lần. Khen {BLANK} hộ." in draft


def test_a_count_in_words_stays_and_is_pointed_out() -> None:
    body = "1. Nội dung\n\nMỗi thôn mở ba phong trào, giao ban hai lần trong năm."
    notes = [part.note for part in rolled(plan(body)).paragraphs if part.note]
    assert "Giữ “ba phong trào” của văn bản trước: hãy kiểm tra số này." in " ".join(notes)
    assert "hai lần" not in " ".join(notes)


PACT = (
    f"UBND TỈNH SƠN LĨNH\nKHỐI THI ĐUA SỐ 4\n\n{STATE}\n\nSơn Lĩnh, ngày 28 tháng 3 năm 2026\n\nBẢN GIAO ƯỚC THI ĐUA\nNăm 2026\n\n"
    "Các đơn vị trong Khối thi đua số 4 thống nhất ký kết giao ước thi đua năm 2026 như sau:\n\n1. Hoàn thành nhiệm vụ được giao.\n\n"
    "2. Mỗi đơn vị có 02 sáng kiến.\n\nSỞ NGOẠI VỤ\tSỞ TƯ PHÁP\nGIÁM ĐỐC\tGIÁM ĐỐC\n"
)


def test_a_pact_keeps_its_own_head_and_foot() -> None:
    last = Document.parse(PACT, "2026")
    draft = rollforward(last, read_request({"issuer": last.issuer, "year": 2027})).document.text
    assert (
        f"KHỐI THI ĐUA SỐ 4\n\n{STATE}\n\nSơn Lĩnh, ngày {BLANK} tháng {BLANK} năm 2027\n\nBẢN GIAO ƯỚC THI ĐUA\nNăm 2027"
        in draft
    )
    assert draft.rstrip().endswith(
        f"2. Mỗi đơn vị có {BLANK} sáng kiến.\n\nSỞ NGOẠI VỤ\tSỞ TƯ PHÁP\nGIÁM ĐỐC\tGIÁM ĐỐC"
    )


def test_what_stands_between_authority_and_post_stays() -> None:
    foot = "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nTM. KHỐI THI ĐUA\nTRƯỞNG KHỐI\nGIÁM ĐỐC SỞ XÂY DỰNG\n\nPhan Văn Lộc\n"
    last = Document.parse(plan("1. Nội dung\n\nThi đua.").text.replace(TAIL, foot), "2026")
    signer = {"authority": "TM. KHỐI THI ĐUA", "post": "GIÁM ĐỐC SỞ XÂY DỰNG", "name": "Lê Thị Hòa"}
    assert "TM. KHỐI THI ĐUA\nTRƯỞNG KHỐI\nGIÁM ĐỐC SỞ XÂY DỰNG\n" in rolled(last, signer=signer).document.text


CITED = (
    "Thực hiện Chỉ thị số 05/CT‑UBND ngày 09 tháng 02 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh về việc phát động phong trào thi đua năm 2026 và "
    "Công văn số 1128/BNNMT-TCCB ngày 25 tháng 02 năm 2026 của Bộ Nông nghiệp và Môi trường về hướng dẫn phong trào thi đua, Ủy ban nhân dân xã "
    "ban hành Kế hoạch phát động phong trào thi đua năm 2026 như sau:"
)


def test_the_theme_is_not_put_into_another_documents_title() -> None:
    draft = text("1. Nội dung\n\nThi đua.", CITED, theme="Kỷ cương, sáng tạo")
    assert "Kế hoạch phát động phong trào thi đua năm 2027 với chủ đề “Kỷ cương, sáng tạo” như sau:" in draft
    assert (
        f"số {BLANK}/CT-UBND ngày {BLANK} của Chủ tịch Ủy ban nhân dân tỉnh về việc phát động phong trào thi đua năm 2027 và"
        in draft
    )
    assert f"Công văn số {BLANK}/BNNMT-TCCB ngày {BLANK}" in draft


def test_a_text_pasted_from_a_pdf_is_rolled_in_whole_sentences() -> None:
    last = plan("1. Nội dung\n\nThi đua.", CITED)
    words = CITED.split(" ")
    lines = "\n".join(" ".join(words[i : i + 16]) for i in range(0, len(words), 16))
    pasted = Document.parse(last.text.replace(CITED, lines), "2026")
    assert rolled(pasted).document.text == rolled(last).document.text


def test_words_asked_for_a_row_of_the_table_fill_its_cell() -> None:
    rows = "STT | Chỉ tiêu | Đơn vị tính | Năm 2026\n1 | Thu ngân sách trên địa bàn | tỷ đồng | 32\n2 | Sản lượng lúa | tấn | 900"
    draft = text(f"1. Chỉ tiêu\n\n{rows}", targets=["Thu ngân sách trên địa bàn đạt 35,5 tỷ đồng"])
    assert f"1 | Thu ngân sách trên địa bàn | tỷ đồng | 35,5\n2 | Sản lượng lúa | tấn | {BLANK}" in draft


def test_what_is_said_of_one_recipient_are_sentences() -> None:
    last = plan("1. Các thôn thực hiện.").text.replace("2026", "2025")
    old = Document.parse(last.replace("- Các thôn;", "- Ủy ban nhân dân huyện Vĩnh Lâm, Phòng Nội vụ huyện;"), "2025")
    (note,) = (p.note for p in rolled(old).paragraphs if "huyện" in p.note and p.text.startswith("- "))
    assert ": ghi tên đơn vị mới hoặc bỏ. Năm trước: huyện Vĩnh Lâm. " in note


def test_what_of_a_department_that_is_gone_went_where_is_told_by_the_task() -> None:
    head = f"ỦY BAN NHÂN DÂN\nTỈNH SUỐI MƠ\n\n{STATE}\n\nSố: 12/CT-UBND\n\nSuối Mơ, ngày 12 tháng 01 năm 2024"
    last = Document.parse(
        f"{head}\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2024\n\n1. Nội dung\n\n"
        "Thực hiện Nghị quyết đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2020 - 2025.\n\n2. Tổ chức thực hiện\n\n"
        "a) Sở Thông tin và Truyền thông chỉ đạo các cơ quan báo chí đưa tin trên Báo Suối Mơ, Đài Phát thanh - Truyền hình Suối Mơ.\n\n"
        f"b) Sở Thông tin và Truyền thông hướng dẫn chữ ký số.\n\n{TAIL}",
        "2024",
    )
    request = read_request({"issuer": "Ủy ban nhân dân tỉnh Suối Mơ", "year": 2026})
    written = rollforward(last, request).document.text
    assert "a) Sở Văn hóa, Thể thao và Du lịch chỉ đạo các cơ quan báo chí" in written
    assert "trên Báo và phát thanh, truyền hình Suối Mơ." in written
    assert "b) Sở Khoa học và Công nghệ hướng dẫn chữ ký số." in written
    assert "đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2025 - 2030" in written


def test_a_pattern_of_another_hospital_leaves_none_of_its_names() -> None:
    last = Document.parse(
        "SỞ Y TẾ TỈNH TÂY KHÊ\nBỆNH VIỆN ĐA KHOA TÂY KHÊ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 31/KH-BVĐK\n\nTây Khê, ngày 02 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua của Bệnh viện Đa khoa Tây Khê năm 2026\n\n"
        "Thực hiện kế hoạch của Sở Y tế tỉnh Tây Khê, Bệnh viện phát động phong trào thi đua năm 2026 như sau:\n\n"
        "1. Nội dung\n\nKhám bệnh lưu động tại xã Đồng Vọng; duy trì bếp ăn 0 đồng; giảm tai nạn giao thông cả 3 tiêu chí; "
        "số bác sĩ trên 01 vạn dân đạt 12 bác sĩ; báo cáo trước 16 giờ thứ Sáu hằng tuần.\n\n"
        "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nPhan Văn Lộc\n"
    )
    draft = rolled(last, issuer="Bệnh viện Đa khoa Sơn Lũng", parent="Sở Y tế tỉnh Sơn Lũng")
    text = draft.document.text
    assert "Tây Khê" not in text
    assert "Phan Văn Lộc" not in text
    assert "của Bệnh viện Đa khoa Sơn Lũng năm 2027" in text
    assert "Sở Y tế tỉnh Sơn Lũng, Bệnh viện" in text
    assert "\nSơn Lũng, ngày" in text
    assert "bếp ăn 0 đồng" in text
    assert "cả 3 tiêu chí; số bác sĩ trên 01 vạn dân đạt ……… bác sĩ; báo cáo trước 16 giờ thứ Sáu" in text
    assert any("“xã Đồng Vọng” là tên riêng trong văn bản mẫu" in p.note for p in draft.paragraphs)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Bà Trần Thị Thu, Phó Chủ tịch Ủy ban nhân dân xã, trực tiếp chỉ đạo.", "“Bà Trần Thị Thu” là người nêu"),
        ("Chương trình “Qua miền di sản” lần thứ XI - Suối Mơ 2026.", "“lần thứ XI” là của văn bản trước"),
    ],
)
def test_who_and_which_edition_of_last_year_is_told(sentence: str, said: str) -> None:
    draft = rolled(plan(f"1. Tổ chức thực hiện\n\n{sentence}"))
    assert said in " ".join(p.note for p in draft.paragraphs)


def test_a_name_of_history_and_a_task_that_is_no_work_are_not_told() -> None:
    body = "1. Nội dung\n\nNoi gương đồng chí Hoàng Văn Thụ, hoàn thành các chỉ tiêu được giao và yêu cầu nhiệm vụ."
    assert "văn bản trước:" not in " ".join(p.note for p in rolled(plan(body)).paragraphs if "Hoàng" in p.text)


def test_half_a_year_asked_for_whole_is_told_where_it_still_stands() -> None:
    kind = "KẾ HOẠCH\nTổ chức phong trào thi đua 6 tháng cuối năm 2026"
    last = plan("1. Nội dung\n\nHoàn thành nhiệm vụ 6 tháng cuối năm 2026.", kind=kind)
    draft = rolled(last, subject="Tổ chức phong trào thi đua năm 2027")
    assert "“6 tháng cuối năm” lấy theo văn bản trước" in " ".join(p.note for p in draft.paragraphs)


def test_what_the_year_itself_was_given_is_no_review_of_the_year_before() -> None:
    preface = (
        "Năm 2025, hưởng ứng phong trào do Chủ tịch Ủy ban nhân dân xã phát động, Nhân dân đã làm 12 km đường.\n\n"
        "Bước sang năm 2026, xã được giao thu 8 tỷ đồng. Ủy ban nhân dân xã phát động phong trào thi đua năm 2026 như sau:"
    )
    made = text("1. Nội dung\n\nLàm đường.", preface)
    assert f"Năm 2026, {BLANK}.\n" in made
    assert f"Bước sang năm 2027, xã được giao thu {BLANK} tỷ đồng." in made


def test_a_new_signer_below_the_committee_keeps_its_first_line() -> None:
    last = plan("1. Nội dung\n\nLàm đường.")
    above = Document.parse(
        last.text.replace("\nCHỦ TỊCH\n", "\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"), "2026"
    )
    made = rolled(above, signer={"authority": "KT. CHỦ TỊCH", "post": "PHÓ CHỦ TỊCH", "name": "Lê Minh Đức"})
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in made.document.text


def test_a_regiment_below_its_command_is_the_same_body() -> None:
    last = plan("1. Nội dung\n\nLàm đường.").text.replace(
        "ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ", "BỘ CHỈ HUY QUÂN SỰ TỈNH HÀ KHÊ\nTRUNG ĐOÀN 862"
    )
    made = rolled(Document.parse(last.replace("12/KH-UBND", "12/KH-TĐ"), "2026"), issuer="Trung đoàn 862")
    assert made.document.text.startswith("BỘ CHỈ HUY QUÂN SỰ TỈNH HÀ KHÊ\nTRUNG ĐOÀN 862")
    assert "/KH-TĐ\n" in made.document.text


def test_the_standing_movement_of_schools_is_no_theme_of_one_year() -> None:
    kind = "KẾ HOẠCH\nPhát động phong trào thi đua “Dạy tốt - Học tốt” năm 2026"
    assert "“Dạy tốt - Học tốt” năm 2027" in rolled(plan("1. Nội dung\n\nLàm đường.", kind=kind)).document.text


def test_a_piece_of_the_old_theme_is_told_where_it_is_quoted() -> None:
    preface = (
        "Ủy ban nhân dân xã phát động phong trào thi đua năm 2026 với chủ đề “Suối Mơ xanh hơn, gần dân hơn” như sau:"
    )
    draft = rolled(
        plan("1. Nội dung\n\n1.1. Thi đua “xanh hơn” ở các thôn.", preface), theme="Suối Mơ số hóa, gần dân hơn"
    )
    assert "“xanh hơn” lấy từ chủ đề của văn bản trước" in " ".join(p.note for p in draft.paragraphs)


def test_who_signs_beside_the_first_is_not_lost() -> None:
    last = plan("I. NỘI DUNG\n\n1. Trồng rừng.")
    union = last.with_text(
        last.text.replace(
            "CHỦ TỊCH\n\nPhan Văn Lộc",
            "TM. BAN CHẤP HÀNH CÔNG ĐOÀN\nCHỦ TỊCH\n\nĐỗ Văn Tám\n\nGIÁM ĐỐC\n\nPhan Văn Lộc",
        )
    )
    assert rolled(union).document.text.endswith("CHỦ TỊCH\n\nĐỗ Văn Tám\n\nGIÁM ĐỐC\n\nPhan Văn Lộc\n")


def test_a_figure_asked_for_in_words_is_not_mistaken_for_one_in_its_name() -> None:
    table = "II. CHỈ TIÊU\n\nTT | Chỉ tiêu | Đơn vị | Kế hoạch 2026\n1 | Số giường bệnh trên 10.000 dân | giường | 32\n2 | Trồng rừng | ha | 45"
    assert "10.000 dân | giường | 33\n2 |" in text(table, targets=["Số giường bệnh trên 10.000 dân đạt 33 giường"])


def test_names_under_last_years_head_of_a_column_and_aged_words_are_marked() -> None:
    draft = rolled(
        plan(
            "I. NỘI DUNG\n\nCụm | Cụm trưởng năm 2026\nCụm 1 | Hội Nông dân xã Tân Phú\n\nGiao bác sĩ CKII Lê Thị Vân, Phó Giám đốc phòng, chống COVID-19."
        )
    )
    notes = " ".join(p.note for p in draft.paragraphs)
    assert [part in notes for part in ("Cột “Cụm trưởng năm 2027”", "“bác sĩ CKII Lê Thị Vân”", "“COVID-19”")] == [
        True
    ] * 3
