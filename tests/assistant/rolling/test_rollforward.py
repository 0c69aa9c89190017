"""Rolling forward: what a year changes is moved, opened or replaced; the rest stays word by word."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.draft import BLANK, Draft
from assistant.rolling.rollforward import rollforward
from checks.document import Document
from checks.errors import UserError
from tests.assistant.lung_van import LAST, asked, last


def rolled(**values: Any) -> Draft:
    return rollforward(last(), asked(**values))


def written(draft: Draft, start: str) -> str:
    return next(p.text for p in draft.paragraphs if p.text.startswith(start))


@pytest.mark.parametrize(
    "sentence",
    [
        "Phát động phong trào thi đua năm 2026",
        f"Lũng Vân, ngày {BLANK} tháng {BLANK} năm 2026",
        f"Số: {BLANK}/CT-UBND",
        f"Năm 2025, {BLANK}.",
        "là năm đầu thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2025 - 2030",
        f"năm diễn ra {BLANK} và kỷ niệm 81 năm Quốc khánh (02/9/1945 - 02/9/2026)",
        f"Nghị quyết số {BLANK}/NQ-HĐND ngày {BLANK} của Hội đồng nhân dân tỉnh về nhiệm vụ năm 2026",
        f"với chủ đề “{BLANK}”",
        f"đạt trên {BLANK} tỷ đồng, trong đó thu nội địa {BLANK} tỷ đồng",
        f"từ {BLANK} hộ xuống còn {BLANK} hộ",
        "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định về phân cấp, phân quyền",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
        f"Sở Tài chính cùng Ủy ban nhân dân các xã, phường giải ngân {BLANK}% vốn",
        "sửa Đường tỉnh 152; chuẩn bị tết Nguyên đán Đinh Mùi",
        "đến hết ngày 31 tháng 12 năm 2026",
        "trước ngày 20 tháng 02 năm 2026",
        "- UBND các xã, phường;",
    ],
)
def test_the_year_turns(sentence: str) -> None:
    # The decree changed on 1 July 2025, so the draft is dated after it.
    assert sentence in rolled(date=None).document.text


def test_a_blank_says_what_belongs_there_and_what_stood_there() -> None:
    draft = rolled()
    blank = next(b for b in draft.blanks if "che phủ" in b.what)
    assert draft.note_of(blank) == "Chỉ tiêu năm 2026: Tỷ lệ che phủ rừng. Năm trước: 55,5%."
    assert draft.document.text[slice(*blank.span)] == BLANK


def test_every_blank_of_the_text_is_listed() -> None:
    draft = rolled()
    assert draft.document.text.count(BLANK) == len(draft.blanks)


def test_what_is_computed_is_pointed_out() -> None:
    notes = " ".join(p.note for p in rolled().paragraphs)
    assert all(words in notes for words in ("81 năm (không tròn", "152/2025/NĐ-CP", "20 tháng 02 năm 2026", "XV"))


def test_a_target_of_the_request_takes_its_old_place() -> None:
    target = {"name": "Thu ngân sách nhà nước trên địa bàn", "value": "1.400", "unit": "tỷ đồng"}
    assert written(rolled(targets=[target]), "- Thu") == (
        f"- Thu ngân sách trên địa bàn đạt trên 1.400 tỷ đồng, trong đó thu nội địa {BLANK} tỷ đồng;"
    )


def test_another_comparison_takes_the_place_of_the_old_one() -> None:
    target = {"name": "Tỷ lệ che phủ rừng", "comparison": "tối thiểu", "value": "56", "unit": "%"}
    assert written(rolled(targets=[target]), "- Tỷ lệ").startswith("- Tỷ lệ che phủ rừng tối thiểu 56%;")


def test_a_line_of_the_request_is_kept_verbatim() -> None:
    line = "Tỷ lệ che phủ rừng giữ vững 56% như cam kết"
    assert written(rolled(targets=[f"- {line}."]), "- Tỷ lệ") == f"- {line}; trồng mới {BLANK} km đường hoa;"


def test_small_counts_keep_their_leading_zero() -> None:
    assert (
        "trồng mới 07 km" in rolled(targets=[{"name": "Trồng mới đường hoa", "value": 7, "unit": "km"}]).document.text
    )


def test_a_change_states_the_level_reached_and_opens_the_start() -> None:
    text = rolled(targets=[{"name": "Giảm hộ nghèo", "value": 90, "unit": "hộ"}]).document.text
    assert f"- Giảm 90 hộ nghèo, từ {BLANK} hộ xuống còn {BLANK} hộ." in text


def test_a_new_target_ends_the_list_in_its_style() -> None:
    text = rolled(
        targets=[{"name": "Số hóa hồ sơ đất đai", "comparison": "đạt", "value": 95, "unit": "%"}]
    ).document.text
    assert f"xuống còn {BLANK} hộ;\n- Số hóa hồ sơ đất đai đạt 95%.\n" in text


def test_a_new_target_has_its_provenance() -> None:
    draft = rolled(targets=["Xây 03 nhà văn hóa"])
    assert next(p for p in draft.paragraphs if "nhà văn hóa" in p.text).provenance.kind == "request"
    assert ["nhà văn hóa" in p.text for p in draft.paragraphs if "Chỉ tiêu mới" in p.note] == [True]


def test_theme_signer_recipients_number_and_date_come_from_the_request() -> None:
    text = rolled(
        theme="Gần dân, sát việc",
        number="3",
        date="05/01/2026",
        recipients=["Bộ Nội vụ", "Các sở, ban, ngành"],
        signer={"post": "Phó Chủ tịch", "name": "Hà Văn Tiên"},
    ).document.text
    assert "với chủ đề “Gần dân, sát việc”" in text
    assert "Số: 03/CT-UBND" in text
    assert "Lũng Vân, ngày 05 tháng 01 năm 2026" in text
    assert text.endswith(
        "Nơi nhận:\n- Bộ Nội vụ;\n- Các sở, ban, ngành;\n- Lưu: VT, NC.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHà Văn Tiên\n"
    )


def test_a_resolution_of_the_request_fills_its_place() -> None:
    text = rolled(legal_bases=["Nghị quyết số 72/NQ-HĐND ngày 08/12/2025 của Hội đồng nhân dân tỉnh"]).document.text
    assert "Nghị quyết số 72/NQ-HĐND ngày 08 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh về nhiệm vụ năm 2026" in text


def test_an_error_of_last_year_is_not_carried_on() -> None:
    wrong = Document.parse(LAST.replace("hết ngày 31 tháng 12 năm 2025", "hết ngày 31 tháng 12 năm 2024"), "cũ")
    draft = rollforward(wrong, asked())
    assert "đến hết ngày 31 tháng 12 năm 2026" in draft.document.text
    assert any("Đã sửa lỗi của văn bản trước" in p.note for p in draft.paragraphs)


def test_what_did_not_change_is_last_years_word_by_word() -> None:
    kept = next(p for p in rolled().paragraphs if p.text == "3. Nội dung thi đua")
    assert (kept.provenance.kind, kept.provenance.id, kept.provenance.verbatim) == ("previous", "chi-thi-2025", 1.0)


def test_a_section_names_the_paragraphs_below_it() -> None:
    assert next(p for p in rolled().paragraphs if p.text.startswith("- Giảm")).provenance.section == "Chỉ tiêu"


def test_days_of_a_campaign_are_counted_from_its_period() -> None:
    text = LAST.replace("phong trào thi đua năm 2025", "đợt thi đua “60 ngày đêm” năm 2025").replace(
        "Từ ngày phát động đến hết ngày 31 tháng 12 năm 2025", "60 ngày đêm, từ ngày 01/9/2025 đến ngày 30/10/2025"
    )
    draft = rollforward(
        Document.parse(text, "đợt"), asked(movement="campaign", period={"start": "10/9/2026", "end": "18/11/2026"})
    )
    assert "4. Thời gian thi đua: 70 ngày đêm, từ ngày 10/9/2026 đến ngày 18/11/2026." in draft.document.text


def test_another_bodys_directive_gives_way_to_the_issuers_name() -> None:
    draft = rollforward(last(), asked(issuer="Ủy ban nhân dân tỉnh Nậm Xa"))
    assert draft.document.text.startswith("ỦY BAN NHÂN DÂN\nTỈNH NẬM XA\n")
    assert "Lũng Vân" not in draft.document.text


def test_a_directive_of_another_level_is_named_by_the_issuers_and_pointed_out_where_it_speaks_of_its_own() -> None:
    text = LAST.replace(
        "b) Sở Kế hoạch và Đầu tư", "b) Công an tỉnh Lũng Vân giúp các sở của tỉnh.\n\nc) Sở Kế hoạch và Đầu tư"
    )
    draft = rollforward(Document.parse(text, "năm trước"), asked(issuer="Ủy ban nhân dân xã Nậm Xa"))
    paragraph = next(p for p in draft.paragraphs if p.text.startswith("b) Công an xã Nậm Xa giúp các sở của tỉnh"))
    assert "Văn bản trước là của tỉnh, văn bản này của xã: xem lại “tỉnh”" in paragraph.note


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Phòng Y tế các huyện, thành phố tham mưu.", "Phòng Văn hóa - Xã hội các xã, phường tham mưu."),
        ("Phòng Nội vụ các huyện, thị xã đôn đốc.", "Phòng Văn hóa - Xã hội ………, ……… đôn đốc."),
        ("Tỷ lệ cử tri đi bầu cử đạt trên 99%.", "………."),
    ],
)
def test_what_the_law_or_the_year_has_ended_goes_whole_and_takes_nothing_with_it(then: str, now: str) -> None:
    text = LAST.replace("b) Sở Kế hoạch và Đầu tư", f"b) {then}\n\nc) Sở Kế hoạch và Đầu tư")
    assert f"\nb) {now}\n" in rollforward(Document.parse(text, "năm trước"), asked()).document.text


@pytest.mark.parametrize("name", ["Báo và Phát thanh, Truyền hình Lũng Vân", "Tuyến đường từ phường Lũng Vân"])
def test_a_name_that_another_level_has_not_is_kept_and_pointed_out(name: str) -> None:
    text = LAST.replace("b) Sở Kế hoạch và Đầu tư", f"b) {name} làm trước.\n\nc) Sở Kế hoạch và Đầu tư")
    draft = rollforward(Document.parse(text, "năm trước"), asked(issuer="Ủy ban nhân dân xã Nậm Xa"))
    paragraph = next(p for p in draft.paragraphs if p.text.startswith(f"b) {name}"))
    assert "Lũng Vân” là tên riêng của nơi khác" in paragraph.note


@pytest.mark.parametrize("year", [2024, 2025])
def test_a_document_that_is_not_older_is_refused(year: int) -> None:
    with pytest.raises(UserError, match="không trước năm"):
        rollforward(last(), asked(year=year))


def test_a_document_without_a_year_is_refused() -> None:
    with pytest.raises(UserError, match="Không đọc được năm"):
        rollforward(Document.parse("Một đoạn văn.", "đoạn"), asked())


def test_no_district_issues_after_the_districts_ended() -> None:
    with pytest.raises(UserError, match="không còn cấp huyện"):
        rollforward(last(), asked(issuer="Ủy ban nhân dân huyện Mường Lay"))


def body(sentence: str) -> str:
    """What becomes of a sentence of the content."""
    text = LAST.replace("b) Sở Kế hoạch và Đầu tư", f"b) {sentence}\n\nc) Sở Kế hoạch và Đầu tư")
    draft = rollforward(Document.parse(text, "năm trước"), asked())
    return written(draft, "b) ")[3:]


@pytest.mark.parametrize(
    ("sentence", "next_"),
    [
        (
            "Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ phát động thi đua hằng năm và Kế hoạch "
            "5 năm (2021 - 2025) theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; tuyên truyền rộng rãi.",
            f"Thực hiện Chỉ thị số {BLANK}; tuyên truyền rộng rãi.",
        ),
        ("Trạm Y tế phục vụ cuộc bầu cử ngày 15/3/2025; trực đủ người.", f"Trạm Y tế phục vụ {BLANK}; trực đủ người."),
        ("Bảo vệ an toàn đại hội đảng bộ các cấp.", f"Bảo vệ an toàn {BLANK}."),
        ("Đưa Nghị quyết Đại hội toàn quốc lần thứ XIII của Đảng vào cuộc sống.", "Đưa Nghị quyết Đại hội toàn quốc lần thứ XIV của Đảng vào cuộc sống."),
        ("Giữ 12/12 xã đạt chuẩn; mỗi hộ có bể 2 m3.", f"Giữ {BLANK} xã đạt chuẩn; mỗi hộ có bể {BLANK} m3."),
        ("Sơ kết 6 tháng; học sinh lớp 9 ôn tập; OCOP từ 3 sao.", "Sơ kết 6 tháng; học sinh lớp 9 ôn tập; OCOP từ 3 sao."),
        ("Thăm hỏi dịp Ngày Thương binh - Liệt sĩ 27/7.", "Thăm hỏi dịp Ngày Thương binh - Liệt sĩ 27/7."),
        ("Tai nạn giao thông giảm so với năm 2024.", "Tai nạn giao thông giảm so với năm 2025."),
        ("Hoàn thành Kế hoạch phát triển 5 năm 2021 - 2025.", "Hoàn thành Kế hoạch phát triển 5 năm 2026 - 2030."),
        ("Thực hiện đến năm 2030, tầm nhìn 2045.", "Thực hiện đến năm 2030, tầm nhìn 2045."),
        ("Gieo vụ Đông Xuân 2025 - 2026 đúng lịch.", "Gieo vụ Đông Xuân 2026 - 2027 đúng lịch."),
        ("Đề án giai đoạn 2026 - 2027 được duyệt.", "Đề án giai đoạn 2026 - 2027 được duyệt."),
        ("Chấm điểm: kỷ luật 20 điểm, trật tự của tổ 15 điểm.", f"Chấm điểm: kỷ luật {BLANK} điểm, trật tự của tổ {BLANK} điểm."),
        ("Phòng Nội vụ các huyện theo dõi.", f"Phòng Văn hóa - Xã hội {BLANK} theo dõi."),
    ],
)  # fmt: skip
def test_a_sentence_of_last_year_becomes_this_years(sentence: str, next_: str) -> None:
    assert body(sentence) == next_


def test_a_season_of_two_years_turns_with_its_days() -> None:
    text = (
        "CÔNG TY THỦY LỢI SÔNG LŨNG\n\nSố: 45/KH-TLSL\n\nSông Lũng, ngày 20 tháng 10 năm 2023\n\nKẾ HOẠCH\n"
        "Phát động thi đua chống hạn mùa khô năm 2023 - 2024\n\n1. Thời gian\n\nTừ ngày 01/11/2023 đến ngày 30/4/2024.\n"
    )
    period = {"start": "01/11/2024", "end": "30/4/2025"}
    new = rollforward(Document.parse(text), asked(year=2024, movement="campaign", period=period)).document.text
    assert "mùa khô năm 2024 - 2025" in new
    assert "Từ ngày 01/11/2024 đến ngày 30/4/2025." in new


CAMPAIGN = """THUẾ TỈNH LŨNG VÂN

Số: 45/KH-TLV

Lũng Vân, ngày 20 tháng 9 năm 2025

KẾ HOẠCH
Phát động đợt thi đua “75 ngày đồng hành cùng hộ kinh doanh”

I. BỐI CẢNH

Qua khảo sát đầu tháng 9 năm 2025, bốn trong mười chủ hộ chưa phân biệt được doanh thu. Ba tổ được tặng Giấy khen.

Đợt thi đua này là dịp để sửa việc ấy.

II. MỤC ĐÍCH

Chủ đề: “Khai đúng, nộp đủ”. Kiến nghị của chủ hộ được trả lời trong 15 ngày.

III. THỜI GIAN

Thời gian: 75 ngày, từ ngày 01/10/2025 đến ngày 14/12/2025.
"""


def test_how_things_stood_a_year_ago_is_to_be_written_anew_under_any_heading() -> None:
    new = rollforward(Document.parse(CAMPAIGN), asked(movement="campaign")).document.text
    assert f"I. BỐI CẢNH\n\n{BLANK}.\n\n{BLANK}.\n\nII. MỤC ĐÍCH" in new


def test_last_years_numbers_told_in_words_do_not_pass_for_this_years() -> None:
    text = LAST.replace(
        "1. Mục tiêu", "1. Đánh giá khái quát\n\n1.1. Ba tập thể được tặng Cờ thi đua.\n\n2. Mục tiêu", 1
    )
    new = rollforward(Document.parse(text, "năm trước"), asked()).document.text
    assert f"1. Đánh giá khái quát\n\n1.1. {BLANK}.\n\n2. Mục tiêu" in new


def test_the_days_in_a_campaigns_name_are_counted_from_its_period() -> None:
    period = {"start": "01/10/2026", "end": "29/11/2026"}
    new = rollforward(Document.parse(CAMPAIGN), asked(movement="campaign", period=period)).document.text
    assert "“60 ngày đồng hành cùng hộ kinh doanh”" in new
    assert "Thời gian: 60 ngày" in new


def test_a_deadline_in_days_is_not_the_length_of_a_campaign() -> None:
    period = {"start": "01/10/2026", "end": "29/11/2026"}
    new = rollforward(Document.parse(CAMPAIGN), asked(movement="campaign", period=period)).document.text
    assert f"trả lời trong {BLANK} ngày" in new


def test_the_parts_of_a_plan_behind_its_decision_keep_their_numbers() -> None:
    text = (
        "SỞ NỘI VỤ\n\nSố: 41/QĐ-SNV\n\nLũng Vân, ngày 12 tháng 01 năm 2025\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch phát động phong trào thi đua năm 2025\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát động phong trào thi đua năm 2025./.\n\n"
        "Nơi nhận:\n- Các phòng;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn Minh\n\n"
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2025\n(Kèm theo Quyết định số 41/QĐ-SNV ngày 12/01/2025)\n\n"
        "I. NỘI DUNG\n\n1. 95% hồ sơ giải quyết đúng hạn.\n\n2. Các phòng giữ vững nền nếp.\n"
    )
    draft = rollforward(Document.parse(text), asked(issuer="Sở Nội vụ"))
    assert f"1. {BLANK}% hồ sơ giải quyết đúng hạn.\n\n2. Các phòng" in draft.document.text
