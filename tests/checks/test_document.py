"""The document knows itself: metadata read from the text of every shipped precedent equals what its author wrote down."""

from __future__ import annotations

import tomllib
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import engine
from checks.document import Document
from checks.rules import all_rules

CORPUS = sorted(path.parent for path in (Path(__file__).parents[2] / "corpus").glob("*/metadata.toml"))


def _read(folder: Path) -> tuple[dict[str, object], Document]:
    metadata = tomllib.loads((folder / "metadata.toml").read_text("utf-8"))
    return metadata, Document.parse((folder / "document.txt").read_text("utf-8"), folder.name)


@pytest.mark.parametrize("folder", CORPUS, ids=lambda p: p.name)
@pytest.mark.parametrize("key", ["issuer", "kind", "number", "issued", "year", "movement", "signer", "theme"])
def test_what_the_frame_says_is_read_from_the_text(folder: Path, key: str) -> None:
    metadata, doc = _read(folder)
    assert getattr(doc, key) == metadata.get("date" if key == "issued" else key, "" if key == "theme" else None)


@pytest.mark.parametrize("folder", CORPUS, ids=lambda p: p.name)
def test_every_precedent_is_a_launch_with_the_sections_it_must_have(folder: Path) -> None:
    _, doc = _read(folder)
    assert doc.launch
    assert doc.section("content")
    assert doc.section("implementation")


def test_a_first_sentence_that_names_the_party_is_no_header() -> None:
    text = (
        "Sáng 25/01, Liên đội tổ chức sinh hoạt chuyên đề dưới cờ, ôn lại truyền thống vẻ vang của quê hương và đất nước, "
        "hướng tới kỷ niệm 91 năm Ngày thành lập Đảng Cộng sản Việt Nam.\n\nCác chi đội tham gia.\n"
    )
    assert Document.parse(text).body.start == 0


def test_a_headline_in_capitals_over_news_is_no_document_but_a_kind_above_its_subject_is() -> None:
    news = "QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH BIỂU DƯƠNG CÁC ĐIỂN HÌNH TIÊN TIẾN.\n\nNgày 04/5, Ủy ban nhân dân tỉnh ban hành quyết định.\n"
    assert not Document.parse(news).framed
    assert Document.parse(news.replace(".\n\nNgày", "\n\nNgày")).framed


def test_a_pasted_paragraph_is_no_document_and_no_launch() -> None:
    doc = Document.parse("Đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ Nhân dân.")
    assert not doc.framed
    assert not doc.launch


def test_decomposed_text_and_windows_line_ends_give_the_same_findings() -> None:
    text = (CORPUS[0] / "document.txt").read_text("utf-8")
    plain = engine.check(Document.parse(text), all_rules())
    other = engine.check(Document.parse(unicodedata.normalize("NFD", text).replace("\n", "\r\n")), all_rules())
    assert other.findings == plain.findings


@given(st.text(alphabet=st.sampled_from(list("abđếộ SốngàyIV123./;:-()“”…\n|KT.CHỦTỊCH")), max_size=400))
def test_any_text_is_parsed_and_judged_without_a_crash(text: str) -> None:
    assert not engine.check(Document.parse(text), all_rules()).crashed


@given(st.data())
def test_a_mutated_directive_is_judged_without_a_crash(data: st.DataObject) -> None:
    text = (data.draw(st.sampled_from(CORPUS)) / "document.txt").read_text("utf-8")
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "double", "swap", "cut"]))
        if change == "drop":
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "swap":
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))]
        lines = lines or [""]
    report = engine.check(Document.parse("\n".join(lines)), all_rules())
    assert not report.crashed, report.not_evaluated


COLUMNS = """
     UBND TỈNH SƠN THỦY              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       SỞ NỘI VỤ                          Độc lập - Tự do - Hạnh phúc
   Số: 105/KH-SNV                   Sơn Thủy, ngày 05 tháng 02 năm 2026

                               KẾ HOẠCH
        Phát động phong trào thi đua yêu nước năm 2026

    IV. TỔ CHỨC THỰC HIỆN
    1. Các phòng, đơn vị thực hiện./.

 Nơi nhận:                                        KT. GIÁM ĐỐC
 - UBND tỉnh (b/c);                               PHÓ GIÁM ĐỐC
 - Lưu: VT, VP.

                                               Nguyễn Văn Hòa
"""


def test_two_columns_printed_side_by_side_are_read_one_after_the_other() -> None:
    doc = Document.parse(COLUMNS)
    assert (doc.issuer, doc.number, doc.seat) == ("Sở Nội vụ tỉnh Sơn Thủy", "105/KH-SNV", "Sơn Thủy")
    assert doc.recipients == ("UBND tỉnh (b/c)", "Lưu: VT, VP")
    assert doc.signature
    assert [line.bare for line in doc.signature.authority] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert doc.signer == "Nguyễn Văn Hòa"


ROWS = """ỦY BAN NHÂN DÂN TỈNH SƠN THỦY | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 24/KH-UBND | Sơn Thủy, ngày 12 tháng 01 năm 2026 |
KẾ HOẠCH
Phát động phong trào thi đua năm 2026
"""
NARROW = """ỦY BAN NHÂN DÂN
TỈNH SƠN THỦY
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 24/KH-UBND
|
Sơn
Thủy, ngày 12 tháng
01 năm 2026
|
KẾ HOẠCH
PHÁT ĐỘNG PHONG TRÀO THI ĐUA THEO NGHỊ QUYẾT CỦA BAN
THƯỜNG VỤ TỈNH ỦY VỀ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026
Căn cứ Kế hoạch số 30-KH/TU ngày
05/01/2026 của Tỉnh ủy về công tác thi đua, khen thưởng và tuyên truyền
gương điển hình tiên tiến năm 2026, Ủy ban nhân dân tỉnh phát động phong
trào thi đua trên địa bàn, với các nội dung sau.
"""


def test_where_a_copied_page_breaks_off_inside_a_word_nothing_is_misspelt() -> None:
    page = (
        NARROW + "Mỗi thôn chọn một việc làm cụ thể và đăng ký với xã trước ngày 31 tháng 3 năm 2026.\n"
        "Thi đua làm đường thôn, trồng cây và giữ gìn vệ sinh ở các thôn trên địa bàn xã; phát huy khối đại đoàn kết toàn dân tộ"
    )
    spelled = {"syllable", "near-miss", "unlikely-word"}
    assert not spelled & {finding.rule for finding in engine.check(Document.parse(page), all_rules()).findings}
    assert spelled & {finding.rule for finding in engine.check(Document.parse(f"{page}.\n"), all_rules()).findings}


@pytest.mark.parametrize("page", [ROWS, NARROW])
def test_the_header_a_web_page_keeps_as_a_table_is_read(page: str) -> None:
    doc = Document.parse(page).flowing
    assert (doc.issuer, doc.number, doc.seat) == ("Ủy ban nhân dân tỉnh Sơn Thủy", "24/KH-UBND", "Sơn Thủy")
    assert (str(doc.issued), doc.year) == ("2026-01-12", 2026)


def test_a_heading_in_capitals_is_no_issuer() -> None:
    doc = Document.parse(
        "I. MỤC ĐÍCH, YÊU CẦU\n\nTạo khí thế thi đua sôi nổi trong các thôn, các trường học trên địa bàn xã.\n"
    )
    assert doc.issuer == ""


def test_a_court_has_its_name() -> None:
    doc = Document.parse(
        "TOÀ ÁN NHÂN DÂN TỐI CAO\n\nSố: 12/KH-TANDTC\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n"
    )
    assert doc.issuer == "Tòa án nhân dân tối cao"


def test_a_year_and_the_plan_of_five_years_it_opens_make_a_movement_of_several_years() -> None:
    doc = Document.parse("CHỈ THỊ\nPhát động thi đua thực hiện kế hoạch năm 2026 và kế hoạch 5 năm (2026 - 2030)\n")
    assert doc.movement == "multi-year"


def test_a_season_of_two_years_has_days_of_its_own() -> None:
    doc = Document.parse("KẾ HOẠCH\nPhát động thi đua chống hạn mùa khô năm 2023 - 2024\n")
    assert (doc.movement, doc.year) == ("campaign", 2023)


LETTER = """CÔNG ĐOÀN NGÀNH GIÁO DỤC
TỈNH SƠN THỦY
Số: 45/CĐN-TĐ
V/v phát động đợt thi đua chào mừng
Ngày Nhà giáo Việt Nam 20/11/2026
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Thủy, ngày 14 tháng 9 năm 2026

Kính gửi: Công đoàn các trường.

Công đoàn Ngành phát động đợt thi đua từ ngày 05/10/2026 đến ngày 15/11/2026.
"""


def test_a_letter_says_what_it_is_about_over_two_lines() -> None:
    doc = Document.parse(LETTER)
    assert doc.subject == "phát động đợt thi đua chào mừng Ngày Nhà giáo Việt Nam 20/11/2026"
    assert (doc.launch, doc.movement, str(doc.issued)) == (True, "campaign", "2026-09-14")
    assert [f.rule for f in engine.check(doc, all_rules()).findings if f.severity.rank < 2] == []


def test_a_heading_right_below_the_subject_is_no_part_of_it() -> None:
    doc = Document.parse(
        "KẾ HOẠCH\nPhát động thi đua\nnăm 2026\nA. MỤC ĐÍCH\nTạo khí thế mới.\nB. NỘI DUNG\nThi đua dạy tốt.\n"
    )
    assert (doc.subject, [s.role for s in doc.sections]) == ("Phát động thi đua năm 2026", ["goal", "content"])


def test_prose_below_a_kind_that_has_its_subject_in_its_own_line_is_the_body() -> None:
    prose = (
        "Trong 06 tháng đầu năm 2026, các đội sản xuất của công ty đã vượt qua nhiều khó khăn, giữ vững tiến độ, "
        "hoàn thành sớm ba công trình và chăm lo tốt cho đời sống của người lao động."
    )
    doc = Document.parse(
        f"PHÁT ĐỘNG PHONG TRÀO THI ĐUA 06 THÁNG CUỐI NĂM 2026\n\n{prose}\n\n1. Thời gian: từ 01/7/2026.\n"
    )
    assert (doc.subject, doc.text[slice(*doc.body)].startswith(prose)) == (
        "PHONG TRÀO THI ĐUA 06 THÁNG CUỐI NĂM 2026",
        True,
    )


def test_bold_and_italic_marks_of_an_extraction_are_no_part_of_the_words() -> None:
    doc = Document.parse(
        "**CHỈ THỊ**\n**Phát động phong trào thi đua năm 2026**\n\n***Nơi nhận:***\n- Các thôn;\n- Lưu: VT.\n\n**CHỦ TỊCH**\n\n**Lê Thị Hoa**\n"
    )
    assert (doc.kind, doc.subject, doc.signer) == ("Chỉ thị", "Phát động phong trào thi đua năm 2026", "Lê Thị Hoa")


def test_a_list_counted_through_the_points_of_a_section_has_no_gap() -> None:
    doc = Document.parse(
        "KẾ HOẠCH\nThi đua\n\n2. Chỉ tiêu\n\na, Kinh tế\n\n1. Lúa.\n2. Ngô.\n\nb, Xã hội\n\n3. Y tế.\n4. Giáo dục.\n\n3. Nội dung\n\nThi đua.\n"
    )
    assert [m.label for m in doc.markers if m.expected is not None and m.before] == []


def test_a_plan_that_carries_out_a_launch_of_another_body_is_no_launch() -> None:
    doc = Document.parse(
        "KẾ HOẠCH\nThực hiện Chỉ thị số 19/CT-TTg ngày 16 tháng 7 năm 2021 về việc phát động thi đua 5 năm (2021 - 2025)\n"
    )
    assert not doc.launch


def test_the_year_of_a_movement_is_not_that_of_a_date_in_its_subject() -> None:
    doc = Document.parse("KẾ HOẠCH\nPhong trào thi đua theo Chỉ thị ngày 16 tháng 7 năm 2021 giai đoạn 2021 - 2025\n")
    assert doc.movement == "multi-year"


def test_a_school_names_its_year_below_the_subject() -> None:
    doc = Document.parse(
        "TRƯỜNG THPT LŨNG CHÂU\n\nSố: 12/KH-THPT\n\nKẾ HOẠCH\nPhát động phong trào thi đua\n\nNăm học: 2026 - 2027\n\n"
        "II. THỜI GIAN\n\nTừ ngày 05/9/2026 đến hết ngày 31/5/2027.\n"
    )
    assert doc.school_year
    assert doc.issuer == "Trường THPT Lũng Châu"


@pytest.mark.parametrize(
    ("end", "open_ended", "cut"),
    [
        ("Các thôn thực hiện Chỉ thị này./.\n", False, False),
        ("Các thôn thực hiện Chỉ thị này.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n", False, False),
        ("Các thôn thực hiện Chỉ thị này.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n", False, False),
        ("Các thôn thực hiện Chỉ thị này.\n", True, False),
        ("Các thôn thực hiện Chỉ thị", True, True),
    ],
)
def test_a_document_without_an_end_is_finished_open_or_cut(end: str, open_ended: bool, cut: bool) -> None:
    doc = Document.parse(
        f"CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Mục tiêu\n\nHoàn thành kế hoạch.\n\n{end}"
    )
    assert (doc.open_ended, doc.cut) == (open_ended, cut)


def test_the_title_of_a_web_page_above_the_header_is_no_kind() -> None:
    doc = Document.parse(
        "KẾ HOẠCH THI ĐUA NĂM 2026\n\nThứ hai - 12/01/2026 08:45\nXÃ HÀ KHÊ\nTRƯỜNG TIỂU HỌC HÀ KHÊ\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/KH-TH\n\n"
        "Hà Khê, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nThi đua năm 2026\n\nCác tổ thực hiện.\n"
    )
    assert (doc.number, doc.issued) == ("12/KH-TH", date(2026, 1, 12))


def test_half_a_year_and_a_quarter_have_days_of_their_own() -> None:
    for of in ("6 tháng đầu năm 2026", "sáu tháng cuối năm 2026", "quý IV năm 2026"):
        assert Document.parse(f"KẾ HOẠCH\nPhát động phong trào thi đua {of}\n").movement == "campaign"


ENCLOSED = """KẾ HOẠCH
Phát động phong trào thi đua năm 2026
(Ban hành kèm theo Quyết định số 41/QĐ-SNV ngày 31 tháng 01 năm 2026
của Giám đốc Sở Nội vụ Sơn Thủy)

I. MỤC ĐÍCH

Tạo khí thế mới.
"""


def test_a_plan_that_comes_with_a_decision_was_issued_by_it() -> None:
    doc = Document.parse(ENCLOSED)
    assert doc.enclosed
    assert doc.issued == date(2026, 1, 31)
    assert doc.subject == "Phát động phong trào thi đua năm 2026"
    undated = Document.parse(ENCLOSED.replace("thi đua năm 2026", "thi đua giai đoạn 2024 - 2028"))
    assert undated.year == 2026


def test_a_document_with_a_number_of_its_own_comes_with_no_other() -> None:
    doc = Document.parse(f"SỞ NỘI VỤ SƠN THỦY\nSố: 12/KH-SNV\nSơn Thủy, ngày 05 tháng 02 năm 2026\n\n{ENCLOSED}")
    assert doc.enclosed is None
    assert doc.issued == date(2026, 2, 5)


def test_the_union_of_students_has_a_head_of_its_own() -> None:
    doc = Document.parse(
        "HỘI SINH VIÊN VIỆT NAM\nTRƯỜNG ĐẠI HỌC SƠN THỦY\n***\nSố: 14-KH/HSV\nSơn Thủy, ngày 08 tháng 12 năm 2026\n\n"
        "KẾ HOẠCH\nPhát động thi đua “Sinh viên 5 tốt”\n"
    )
    assert doc.own_form


def test_a_title_typed_as_paragraphs_is_one_subject() -> None:
    for title, subject in (
        (
            "Phát động phong trào thi đua chào mừng\n\nkỷ niệm 80 năm thành lập xã",
            "Phát động phong trào thi đua chào mừng kỷ niệm 80 năm thành lập xã",
        ),
        ("PHÁT ĐỘNG\n\nPHONG TRÀO THI ĐUA NĂM 2026", "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2026"),
        ("Phát động phong trào thi đua năm 2026\n\nMục đích, yêu cầu", "Phát động phong trào thi đua năm 2026"),
        ("Tổ chức phong trào thi đua\n\n(Giai đoạn 2026 - 2030)", "Tổ chức phong trào thi đua (Giai đoạn 2026 - 2030)"),
        ("Về việc phát động phong trào thi đua\n\nNăm 2026", "Về việc phát động phong trào thi đua Năm 2026"),
        ("Phát động phong trào thi đua năm 2026\n\na) Mục đích", "Phát động phong trào thi đua năm 2026"),
        ("PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2026\n\nMỤC ĐÍCH, YÊU CẦU", "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2026"),
    ):
        doc = Document.parse(f"KẾ HOẠCH\n\n{title}\n\nCác thôn thực hiện kế hoạch này.\n")
        assert (doc.subject, doc.launch) == (subject, True)
