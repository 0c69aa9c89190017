"""What the head of a document says of itself, and who receives it."""

from __future__ import annotations

import pytest

from checks.document import Document

HEAD = "ỦY BAN NHÂN DÂN XÃ HÀ TÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BODY = "\n\nI. NỘI DUNG\n\nCác thôn thi đua trồng rừng.\n"
END = "\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nTrần Văn Bình\n"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 01/CT-UBND", "01/CT-UBND"),
        ("Số 12 - CT/HU", "12-CT/HU"),
        ("Số: 105/KH – SNV", "105/KH–SNV"),
        ("Số:     /KH-UBND", "/KH-UBND"),
        ("Số:\n\n/KH-UBND", "/KH-UBND"),
        ("Số: ……/KH-UBND", "/KH-UBND"),
        ("SỐ: 24/KH-UBND", "24/KH-UBND"),
        ("Số: 24/KH-UBND, Hà Tân, ngày 12 tháng 01 năm 2026", "24/KH-UBND"),
        ("Số: 24/KH-UBND      Hà Tân, ngày 12 tháng 01 năm 2026", "24/KH-UBND"),
    ],
)
def test_the_number_is_read_without_blanks_and_what_stands_beside_it(line: str, number: str) -> None:
    assert Document.parse(f"{HEAD}{line}\n\nKẾ HOẠCH\nPhát động thi đua năm 2026{BODY}{END}").number == number


@pytest.mark.parametrize(
    ("line", "seat"),
    [
        ("Hà Tân, ngày 12 tháng 01 năm 2026", "Hà Tân"),
        ("Số: 24/KH-UBND      Hà Tân, ngày 12 tháng 01 năm 2026", "Hà Tân"),
        ("Số: 24/KH-UBND\tHà Tân, ngày 12 tháng 01 năm 2026", "Hà Tân"),
        ("Số: 24/KH-UBND Hà Tân, ngày 12 tháng 01 năm 2026", "Hà Tân"),
        ("TP. Hồ Chí Minh, ngày 12 tháng 01 năm 2026", "TP. Hồ Chí Minh"),
        ("Độc lập - Tự do - Hạnh phúc Đà Nẵng, ngày 12 tháng 01 năm 2026", "Đà Nẵng"),
        ("Hà Tân , ngày 12 tháng 01 năm 2026", "Hà Tân"),
    ],
)
def test_the_seat_is_the_place_before_the_date(line: str, seat: str) -> None:
    assert Document.parse(f"{HEAD}{line}\n\nKẾ HOẠCH\nPhát động thi đua năm 2026{BODY}{END}").seat == seat


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("KẾ HOẠCH\nPhát động phong trào thi đua\nnăm 2026", "Phát động phong trào thi đua năm 2026"),
        ("KẾ HOẠCH PHÁT ĐỘNG THI ĐUA\nnăm 2026", "PHÁT ĐỘNG THI ĐUA năm 2026"),
        ("KẾ HOẠCH:\nPhát động thi đua năm 2026", "Phát động thi đua năm 2026"),
        ("DỰ THẢO KẾ HOẠCH\nPhát động thi đua năm 2026", "Phát động thi đua năm 2026"),
        ("V/v phát động phong trào\nthi đua năm 2026\n\nKính gửi: Các thôn", "phát động phong trào thi đua năm 2026"),
    ],
)
def test_the_subject_is_one_line_without_the_kind(title: str, subject: str) -> None:
    doc = Document.parse(f"{HEAD}Số: 24/KH-UBND\nHà Tân, ngày 12 tháng 01 năm 2026\n\n{title}{BODY}{END}")
    assert doc.subject == subject


def test_recipients_lose_their_bullet_and_mark_and_broken_lines_are_joined() -> None:
    end = (
        "\nNơi nhận:\nĐảng ủy xã (b/c);\n- Các phòng, ban,\nngành của huyện;\n"
        "– Hội Nông dân;\n+ Các thôn;\n- ;\n• Lưu: VT./.\n\nCHỦ TỊCH\n\n\nTrần Văn Bình\n"
    )
    doc = Document.parse(
        f"{HEAD}Số: 24/KH-UBND\nHà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua{BODY}{end}"
    )
    assert doc.recipients == (
        "Đảng ủy xã (b/c)", "Các phòng, ban, ngành của huyện", "Hội Nông dân", "Các thôn", "Lưu: VT",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"KẾ HOẠCH\nPhát động thi đua năm 2026{BODY}", True),
        (f"{HEAD}Số: 24/KH-UBND{BODY}", True),
        (f"Hà Tân, ngày 12 tháng 01 năm 2026\n{BODY}{END}", True),
        (f"Số: 24/KH-UBND{BODY}", False),
        ("KẾ HOẠCH Tổ chức phong trào thi đua năm 2026.\n\nCác thôn thi đua trồng rừng.\n", True),
        (BODY, False),
        ("KẾ HOẠCH PHÁT ĐỘNG THI ĐUA.\n\nSáng nay, xã Hà Tân mở hội nghị.\n", False),
    ],
)
def test_a_kind_or_two_parts_of_the_form_make_a_document(text: str, *, whole: bool) -> None:
    assert Document.parse(text).framed is whole


@pytest.mark.parametrize(
    ("above", "number", "told"),
    [
        ("ĐOÀN TNCS HỒ CHÍ MINH\nXÃ HÀ TÂN", "24/KH-UBND", True),
        ("ĐỘI TNTP HỒ CHÍ MINH\nLIÊN ĐỘI HÀ TÂN", "24/KH-LĐ", True),
        ("HỘI NÔNG DÂN HUYỆN HÀ TÂN", "21-KH/HNDH", True),
        ("HUYỆN ỦY HÀ TÂN", "12-CT/HU", True),
        ("TỈNH ĐOÀN SƠN THỦY", "145-KH/TĐTN-PT", True),
        ("ỦY BAN NHÂN DÂN XÃ HÀ TÂN", "24/KH-UBND", False),
        ("TRƯỜNG THCS HÀ TÂN", "12-KH/THCS", False),
    ],
)
def test_a_paper_of_the_party_or_a_mass_organisation_shows_in_its_head(above: str, number: str, *, told: bool) -> None:
    text = f"{above}\nSố: {number}\nHà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua{BODY}{END}"
    assert Document.parse(text).own_form is told


def test_a_legal_basis_above_the_order_is_no_place_and_date() -> None:
    basis = "Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;"
    order = "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n"
    doc = Document.parse(f"BAN HÀNH KẾ HOẠCH\nCHỦ TỊCH ỦY BAN NHÂN DÂN\n{basis}\n{order}")
    assert (doc.place_date, doc.enclosed, doc.issued) == (None, None, None)


def test_a_scanned_number_line_is_found_by_its_semicolon() -> None:
    text = "SỞ NỘI VỤ\nSố; #32 /QĐ-SNV\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch\n\nĐiều 1. Ban hành.\n"
    assert Document.parse(text).number == "#32/QĐ-SNV"


def test_a_number_below_its_word_is_held_whole_by_its_line() -> None:
    text = f"{HEAD}Số:\n\n/KH-UBND\n\nKẾ HOẠCH\nPhát động thi đua năm 2026{BODY}{END}"
    line = Document.parse(text).frame.number
    assert line is not None
    assert text[slice(*line.span)] == line.text == "Số:\n\n/KH-UBND"


@pytest.mark.parametrize(
    ("header", "name", "province"),
    [
        ("ỦY\nBAN NHÂN DÂN\nTỈNH SƠN THỦY", "Ủy ban nhân dân tỉnh Sơn Thủy", "Sơn Thủy"),
        ("ỦY BAN NHÂN\nDÂN\nTỈNH SƠN THỦY", "Ủy ban nhân dân tỉnh Sơn Thủy", "Sơn Thủy"),
        ("UỶ BAN NHÂN DÂN\nTỈNH BÀ RỊA-VŨNG TÀU", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG", "Ban Thi đua - Khen thưởng Trung ương", ""),
    ],
)
def test_a_body_broken_over_narrow_lines_keeps_its_name(header: str, name: str, province: str) -> None:
    doc = Document.parse(
        f"{header}\n\nSố: 24/KH-UBND\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua{BODY}{END}"
    )
    assert (doc.issuer, doc.province) == (name, province)


def test_the_year_a_movement_looks_ahead_to_is_not_its_own() -> None:
    order = (
        "Chủ tịch Ủy ban nhân dân xã phát động phong trào “Xanh” giai đoạn 2021 - 2025, tầm nhìn đến năm 2030 như sau:"
    )
    doc = Document.parse(
        f"{HEAD}Số: 24/KH-UBND\n\nHà Tân, ngày 12 tháng 01 năm 2022\n\nKẾ HOẠCH\nTổ chức phong trào “Xanh”\n\n{order}{BODY}{END}"
    )
    assert doc.year == 2022


def test_a_sentence_copied_without_its_end_is_not_of_the_title_in_capitals() -> None:
    title = "KẾ HOẠCH\nTỔ CHỨC PHONG TRÀO THI ĐUA NĂM 2026\n"
    doc = Document.parse(
        title + "Năm 2026, xã tiếp tục triển khai phong trào thi đua" + " tới các thôn, các trường học" * 6
    )
    assert doc.subject == "TỔ CHỨC PHONG TRÀO THI ĐUA NĂM 2026"


@pytest.mark.parametrize(
    ("place", "order", "issuer"),
    [
        ("Hà Tân", "Ủy ban nhân dân thành phố Hà Tân ban hành Kế hoạch", "Ủy ban nhân dân thành phố Hà Tân"),
        ("Thành phố Hà Tân", "UBND Thành phố Hà Tân giao các sở", "Ủy ban nhân dân thành phố Hà Tân"),
        ("Sơn Hà", "Ủy ban nhân dân tỉnh Hà Tân ban hành Kế hoạch", "Ủy ban nhân dân tỉnh Hà Tân"),
        ("Hà Tân", "Ủy ban nhân dân xã ban hành Kế hoạch", "Ủy ban nhân dân xã Hà Tân"),
        ("Hà Tân", "Các thôn thi đua", "Ủy ban nhân dân"),
    ],
)
def test_a_council_whose_unit_a_copy_lost_is_that_of_the_text(place: str, order: str, issuer: str) -> None:
    head = f"ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 24/KH-UBND | {place}, ngày 12 tháng 01 năm 2026 |\n"
    assert Document.parse(f"{head}KẾ HOẠCH\nPHÁT ĐỘNG THI ĐUA\n\n{order}.\n").issuer == issuer
