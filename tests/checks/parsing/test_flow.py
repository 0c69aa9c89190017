"""Texts that a PDF or a mail broke into lines are judged as the paragraphs they were."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from checks import engine
from checks.document import Document
from checks.parsing.flow import flowing
from checks.rules import all_rules

CORPUS = sorted((Path(__file__).parents[3] / "corpus").glob("*/document.txt"))
SOME = CORPUS[::6]
WIDTHS = {**dict.fromkeys("iljtf.,;:I()|' ", 0.28), **dict.fromkeys("mwMW", 0.75)}


def wrapped(text: str, width: int = 80) -> str:
    return "\n".join(
        line if len(line) <= width else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def printed(text: str) -> str:
    """Broken as a proportional font breaks it, with a page number every 38 lines."""
    out: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for word in paragraph.split(" "):
            size = sum(WIDTHS.get(letter, 0.5) for letter in word) + 0.25
            if line and used + size > 36:
                out.append(line)
                line, used = word, size
            else:
                line, used = f"{line} {word}" if line else word, used + size
        out.append(line)
    pages = [out[i : i + 38] for i in range(0, len(out), 38)]
    return "\n".join("\n".join([*page, "", str(n), ""]) for n, page in enumerate(pages, 1))


def found(text: str) -> list[tuple[str, str]]:
    doc = Document.parse(text)
    findings = engine.check(doc, all_rules()).findings
    return sorted((f.rule, " ".join(doc.text[slice(*f.span)].split())) for f in findings)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_whole_paragraphs_are_left_as_they_are(path: Path) -> None:
    text = Document.parse(path.read_text("utf-8")).text
    assert flowing(text) == text


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_a_text_broken_at_80_columns_has_the_findings_of_its_paragraphs(path: Path) -> None:
    text = path.read_text("utf-8")
    assert found(wrapped(text)) == found(text)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_a_printed_page_with_its_number_has_no_other_errors(path: Path) -> None:
    text = path.read_text("utf-8")
    assert {rule for rule, _ in found(printed(text))} <= {rule for rule, _ in found(text)}


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_every_place_stays_a_place_of_the_text_as_written(path: Path) -> None:
    text = Document.parse(printed(path.read_text("utf-8"))).text
    whole = flowing(text)
    assert len(whole) == len(text)
    assert all(a == b or (b in " \n" and (a == "\n" or a.isdigit())) for a, b in zip(text, whole, strict=True))


BROKEN = """Thực hiện thắng lợi các chỉ tiêu phát triển kinh tế
- xã hội năm 2026, Chủ tịch Ủy ban nhân dân xã yêu cầu
các thôn, các trường học và trạm y tế trên địa bàn xã
tổ chức tốt phong trào thi đua ngay từ đầu năm, trong
đó tập trung vào những việc sau:
a) Xây dựng đường giao thông nông thôn;
b) Bảo vệ môi trường.
"""


def test_list_items_and_a_hyphen_at_the_start_of_a_line_are_told_apart() -> None:
    assert flowing(BROKEN).split("\n") == [
        "Thực hiện thắng lợi các chỉ tiêu phát triển kinh tế - xã hội năm 2026, Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn, "
        "các trường học và trạm y tế trên địa bàn xã tổ chức tốt phong trào thi đua ngay từ đầu năm, trong đó tập trung vào "
        "những việc sau:",
        "a) Xây dựng đường giao thông nông thôn;",
        "b) Bảo vệ môi trường.",
        "",
    ]


def test_line_and_column_are_those_of_the_text_as_written() -> None:
    doc = Document.parse(BROKEN)
    at = BROKEN.index("tổ chức tốt")
    assert doc.flowing.place(at) == (4, 1)


def test_a_repair_keeps_the_line_breaks() -> None:
    text = BROKEN.replace("trên địa bàn xã", "trên trên địa bàn xã")
    fixed = engine.fix(Document.parse(text), lambda doc: engine.check(doc, all_rules()))
    assert len(re.findall("\n", fixed.text)) == BROKEN.count("\n")


def test_headings_of_markdown_are_headings() -> None:
    text = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n## **I. MỤC TIÊU**\n\nVề đích.\n\n### 1. Nội dung thi đua\n\nThi đua.\n"
    assert [section.role for section in Document.parse(text).sections] == ["goal", "content"]


def in_one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n") if line.strip()) + "\n"


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_a_text_in_one_line_has_no_errors_its_paragraphs_have_not(path: Path) -> None:
    text = path.read_text("utf-8")
    assert {rule for rule, _ in found(in_one_line(text))} <= {rule for rule, _ in found(text)}


ONE_LINE = in_one_line(
    """ỦY BAN NHÂN DÂN
    XÃ TÂN PHONG
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: 05/CT-UBND
    Tân Phong, ngày 12 tháng 01 năm 2026
    CHỈ THỊ
    Phát động phong trào thi đua năm 2026
    Năm 2026 là năm đầu của nhiệm kỳ mới. Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua tới toàn thể cán bộ và Nhân dân như sau:
    I. MỤC TIÊU
    Hoàn thành các chỉ tiêu kinh tế - xã hội của năm, giữ vững quốc phòng, an ninh trên địa bàn xã.
    II. NỘI DUNG THI ĐUA
    1. Thi đua phát triển sản xuất, nhân rộng các mô hình trồng cây ăn quả, chăn nuôi an toàn sinh học.
    2. Thi đua làm đường giao thông nông thôn, giữ gìn vệ sinh, trồng hoa và cây xanh dọc các tuyến đường liên thôn.
    3. Thi đua dạy tốt, học tốt; chăm sóc sức khỏe ban đầu; giúp đỡ hộ nghèo, hộ cận nghèo vươn lên thoát nghèo bền vững.
    III. THỜI GIAN THI ĐUA
    Từ ngày ban hành Chỉ thị đến hết ngày 31 tháng 12 năm 2025.
    IV. TỔ CHỨC THỰC HIỆN
    1. Các thôn, trường học và Trạm Y tế xã xây dựng kế hoạch, đăng ký thi đua trước ngày 28/02/2026.
    2. Phòng Văn hóa - Xã hội theo dõi, kiểm tra, sơ kết, tổng kết và đề nghị khen thưởng các điển hình tiên tiến./.
    Nơi nhận:
    - Các thôn, trường học;
    - Lưu: VT.
    CHỦ TỊCH
    Trần Văn Minh"""
)


def test_a_text_in_one_line_is_read_as_the_directive_it_is() -> None:
    doc = Document.parse(ONE_LINE).flowing
    roles = [section.role for section in doc.sections if section.level == 1]
    assert (doc.kind, doc.number, str(doc.issued), doc.year) == ("Chỉ thị", "05/CT-UBND", "2026-01-12", 2026)
    assert roles == ["goal", "content", "period", "implementation"]


def test_in_one_line_the_wrong_period_is_found_and_the_layout_is_not_judged() -> None:
    report = engine.check(Document.parse(ONE_LINE), all_rules())
    assert [f.rule for f in report.findings if f.severity.rank == 0] == ["period-end"]
    assert {"heading-sequence", "signature-block", "required-sections"} <= {left.rule for left in report.not_evaluated}


def test_one_line_with_dashes_close_to_their_words_has_its_parts() -> None:
    text = (
        "Công đoàn Giáo dục Hà Tân CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM CĐCS Trường THCS An Phú Độc lập – Tự do – Hạnh phúc Số: 09/KH-CĐCS "
        "An Phú, ngày 04 tháng 3 năm 2026 KẾ HOẠCH PHÁT ĐỘNG THI ĐUA CHÀO MỪNG NGÀY QUỐC TẾ PHỤ NỮ 8/3 *** -Thực hiện sự chỉ đạo của Công đoàn "
        "cấp trên về tháng hành động. -Thực hiện chương trình công tác năm học, Công đoàn trường lập kế hoạch như sau: I. MỤC ĐÍCH, YÊU CẦU: "
        "-Tạo sân chơi bổ ích cho chị em trong trường. -Động viên đoàn viên dạy tốt. II. NỘI DUNG: Hội thi nấu ăn giữa các tổ chuyên môn. "
        + "-Mỗi tổ cử một đội ba người tham gia thi nấu ăn và cắm hoa. "
        * 9
    )
    doc = Document.parse(text).flowing
    assert (doc.kind, str(doc.issued), [section.role for section in doc.sections]) == (
        "Kế hoạch",
        "2026-03-04",
        ["goal", "content"],
    )


PAGE = (
    "KẾ HOẠCH\nPHÁT ĐỘNG PHONG TRÀO THI ĐUA\n\nCăn cứ Kế hoạch số 30-KH/TU ngày\n05/01/2026 của Tỉnh ủy về công tác thi đua, khen thưởng và tuyên truyền\n"
    "gương điển hình tiên tiến năm 2026, Sở Nội vụ phát động phong trào thi\nđua trong toàn ngành, với các nội dung sau.\n"
)


def test_a_number_that_its_word_waits_for_at_the_end_of_a_line_is_no_item() -> None:
    prose = (
        "Các thôn phát huy kết quả đạt được trong những năm qua, khắc phục hạn chế, tiếp tục\n"
        "thi đua lao động sản xuất, xây dựng nông thôn mới và giữ gìn\nan ninh.\n"
    )
    text = f"I. NỘI DUNG\n\n{prose}\nII. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã, Ban Chỉ huy Quân sự xã: chủ trì thực hiện khoản 4 mục\nI.\n2. Các thôn báo cáo.\n"
    assert "mục I.\n2. Các thôn" in flowing(text)


def test_a_line_that_a_page_broke_behind_the_word_for_a_day_goes_on() -> None:
    doc = Document.parse(PAGE)
    assert "số 30-KH/TU ngày 05/01/2026 của Tỉnh ủy" in doc.flowing.text


PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN PHONG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/QĐ-UBND
Tân Phong, ngày 12 tháng 01 năm
2026

QUYẾT ĐỊNH
Ban hành Kế hoạch phát động phong trào thi đua năm 2026
Năm 2025, toàn xã đã hoàn thành chu trình đổi mới với
kết quả tốt; các thôn đã hoàn thành vượt mức các chỉ
tiêu được giao, Nhân dân tin tưởng, cán bộ gương mẫu và
công việc trôi chảy ở mọi nơi trên địa bàn toàn xã.

Nơi nhận:
- Các thôn trên địa bàn xã, các trường học trên địa bàn
xã;
- Lưu: VT.

CHỦ TỊCH

Lê Thị Mẫu

KẾ HOẠCH
Phát động phong trào thi đua năm 2026

1.
Các thôn thi đua thực hiện đúng thời hạn các chỉ tiêu
được giao ngay từ đầu năm.
-

Thôn nào xong trước được khen trước.
"""


def test_the_plan_behind_a_decision_is_read_as_paragraphs_too() -> None:
    lines = flowing(PLAN).split("\n")
    assert "1. Các thôn thi đua thực hiện đúng thời hạn các chỉ tiêu được giao ngay từ đầu năm." in lines
    assert "-  Thôn nào xong trước được khen trước." in lines


def test_a_year_below_the_date_and_a_name_of_the_state_in_two_lines_are_the_head_of_the_document() -> None:
    doc = Document.parse(PLAN).flowing
    assert (str(doc.issued), doc.subject) == ("2026-01-12", "Ban hành Kế hoạch phát động phong trào thi đua năm 2026")
    assert "national-motto" not in {rule for rule, _ in found(PLAN)}


def test_what_a_letter_is_about_goes_on_beside_its_date() -> None:
    head = PLAN[: PLAN.index("Số:")] + "Số: 05/UBND-VX\n"
    body = "\nKính gửi: Các thôn\n\nỦy ban nhân dân xã yêu cầu các thôn thực hiện.\n"
    for about in (
        "V/v phát động phong trào thi\n\nđua năm 2026\n\nTân Phong, ngày 12 tháng 01 năm 2026\n",
        " V/v phát động phong trào thi        Tân Phong, ngày 12 tháng 01 năm 2026\n         đua năm 2026\n",
    ):
        doc = Document.parse(head + about + body)
        assert (doc.subject, str(doc.issued)) == ("phát động phong trào thi đua năm 2026", "2026-01-12")


def test_a_heading_on_the_digital_turn_is_whole_above_its_first_point() -> None:
    body = "Cán bộ, công chức, viên chức, người lao động trong toàn xã thi đua hoàn thành các nhiệm vụ được giao " * 6
    text = f"{wrapped(body, 60)}\n3. Thi đua chuyển đổi số\na) Mỗi thôn có một tổ.\n4. Nhà ở\n"
    assert flowing(text).splitlines()[1:] == ["3. Thi đua chuyển đổi số", "a) Mỗi thôn có một tổ.", "4. Nhà ở"]


NARROW = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ TÂN\n\nSố: 36/QĐ-UBND\n\nHà Tân, ngày 10\ntháng 11 năm 2026\n\nQUYẾT\nĐỊNH\nVề việc ban hành Quy định thi đua\n\n"
    "Điều 1. Ban hành kèm theo Quyết định này Quy định thi đua.\n"
)


def test_a_kind_and_a_date_that_a_narrow_cell_broke_are_whole() -> None:
    doc = Document.parse(NARROW).flowing
    assert (doc.kind, str(doc.issued), len(doc.text)) == ("Quyết định", "2026-11-10", len(NARROW))


def test_a_report_in_one_line_has_its_head_and_its_parts() -> None:
    text = (
        "CÔNG ĐOÀN XÃ HÀ TÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số:03 /BC-CĐCS Hà Tân, ngày 18 tháng 5 năm 2026 "
        "BÁO CÁO TỔNG KẾT PHONG TRÀO THI ĐUA (2021-2025) I- Đặc điểm, tình hình: 1. Tình hình chung: Công đoàn có 25 đoàn viên. "
        + "Đoàn viên có ý thức tốt, tham gia đầy đủ các phong trào thi đua. " * 12
        + "II- Kết quả thực hiện: 1. Công tác tuyên truyền: Công đoàn tuyên truyền thường xuyên."
    )
    doc = Document.parse(text).flowing
    assert (doc.kind, doc.number, str(doc.issued)) == ("Báo cáo", "03/BC-CĐCS", "2026-05-18")
    assert [marker.label for marker in doc.markers][:2] == ["I-", "1."]


def test_the_last_paragraph_is_none_of_the_item_above_it() -> None:
    item = "3. Công an phường đăng ký thi đua với Phòng Văn hóa - Xã hội\ntrước ngày 10 tháng 02 năm 2026, phối hợp tuyên truyền trong Nhân dân."
    text = f"{item}\nTrong quá trình thực hiện, nếu có vướng mắc, phản ánh về Phòng Văn hóa - Xã hội\nđể tổng hợp./.\n"
    assert [line.partition(" ")[0] for line in flowing(text).strip().split("\n")] == ["3.", "Trong"]
