"""Heads and feet whose columns run together, as tabs in Word or a text copied from a PDF leave them."""

from __future__ import annotations

import pytest

from checks.document import Document

BODY = """CHỈ THỊ
Phát động phong trào thi đua năm 2026

Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn thực hiện tốt những việc sau./.
"""
HEAD = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ AN PHÚ TÂY Độc lập - Tự do - Hạnh phúc
Số: 05/CT-UBND An Phú Tây, ngày 12 tháng 01 năm 2026
"""
FEET = {
    "side by side": """Nơi nhận: KT. CHỦ TỊCH
- UBND tỉnh (b/c); PHÓ CHỦ TỊCH
- Ủy ban MTTQ Việt Nam xã, các tổ chức
chính trị - xã hội; Lê Thị Mẫu
- Lưu: VT.
""",
    "the post first": """Nơi nhận:

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

- UBND tỉnh (b/c);
- Ủy ban MTTQ Việt Nam xã, các tổ chức
chính trị - xã hội;
- Lưu: VT.

Lê Thị Mẫu
""",
    "in the middle": """Nơi nhận:
- UBND tỉnh (b/c);

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Mẫu

- Ủy ban MTTQ Việt Nam xã, các tổ chức
chính trị - xã hội;
- Lưu: VT.
""",
}
PLAN = """
KẾ HOẠCH
Tổ chức phong trào thi đua năm 2026
(Kèm theo Chỉ thị số 05/CT-UBND ngày 12 tháng 01 năm 2026)

1. Các thôn:
- Treo cờ;
- Dọn đường.
"""


def test_a_head_whose_columns_share_their_lines_says_who_issued_what_and_when() -> None:
    doc = Document.parse(HEAD + BODY)
    assert [line.bare for line in doc.frame.motto] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert (doc.issuer, doc.number, doc.seat, str(doc.issued)) == (
        "Ủy ban nhân dân xã An Phú Tây",
        "05/CT-UBND",
        "An Phú Tây",
        "2026-01-12",
    )


def test_a_title_that_names_the_party_stays_one_line() -> None:
    title = "KẾ HOẠCH KỶ NIỆM 96 NĂM NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM"
    doc = Document.parse(f"{title}\n\nCác thôn thực hiện.\n")
    assert doc.frame.kind is not None
    assert doc.frame.kind.bare == title


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET)
def test_recipients_and_signature_are_told_apart_wherever_they_stand(foot: str) -> None:
    doc = Document.parse(HEAD + BODY + "\n" + foot + PLAN)
    assert doc.signature is not None
    assert doc.signature is not None
    assert [line.bare for line in doc.signature.authority] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert doc.signer == "Lê Thị Mẫu"
    assert (doc.recipients[0], doc.recipients[-1], len(doc.recipients)) == ("UBND tỉnh (b/c)", "Lưu: VT", 3)
    assert doc.text[doc.frame.end :].split() == PLAN.split()


def test_recipients_above_whoever_signs_are_left_as_they_are() -> None:
    foot = "Nơi nhận:\n- Như trên;\n- Báo Hà Nội; Báo Lao Động\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Thị Mẫu\n"
    assert Document.parse(HEAD + BODY + "\n" + foot).recipients == ("Như trên", "Báo Hà Nội; Báo Lao Động", "Lưu: VT")


def test_recipients_on_one_line_are_each_a_recipient() -> None:
    text = (
        "UBND XÃ AN PHÚ TÂY\nSố: 05/QĐ-UBND\nAn Phú Tây, ngày 12 tháng 01 năm 2026\nQUYẾT ĐỊNH\nTặng Giấy khen\n\nĐiều 1. Tặng Giấy khen./.\n"
        "Nơi nhận: - Như Điều 2; - Các thôn; - Lưu: VT.\nTM. ỦY BAN NHÂN DÂN CHỦ TỊCH     Trần Văn Minh\n"
    )
    doc = Document.parse(text)
    assert [line.bare for line in doc.frame.recipients] == ["- Như Điều 2;", "- Các thôn;", "- Lưu: VT."]
    assert doc.signer == "Trần Văn Minh"


def test_the_cells_of_a_web_page_are_the_columns_of_a_foot() -> None:
    doc = Document.parse(
        "KẾ HOẠCH\nTổ chức thi đua\n\nCác thôn thực hiện./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT. | KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n"
    )
    assert [line.bare for line in doc.frame.recipients] == ["- Các thôn;", "- Lưu: VT."]
    assert doc.signature is not None
    assert [line.bare for line in doc.signature.authority] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


@pytest.mark.parametrize(
    "foot",
    [
        "| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n|---|---|\n| - Như trên; | CHỦ TỊCH |\n| - Các thôn; | |\n| - Lưu: VT. | Lê Văn An |\n",
        "| **Nơi nhận:**<br>- Như trên;<br/>- Các thôn;<br>- Lưu: VT. | TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Lê Văn An |\n",
        "Nơi nhận: | TM. ỦY BAN NHÂN DÂN\n- Như trên; | CHỦ TỊCH\n- Các thôn; |\n- Lưu: VT. | Lê Văn An\n",
    ],
)
def test_a_foot_in_a_table_is_read_column_by_column(foot: str) -> None:
    frame = Document.parse(f"KẾ HOẠCH\nTổ chức thi đua\n\nCác thôn thực hiện./.\n\n{foot}").frame
    assert [line.bare for line in frame.recipients] == ["- Như trên;", "- Các thôn;", "- Lưu: VT."]
    assert frame.signature
    assert ([line.bare for line in frame.signature.authority], frame.signature.name) == (
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        "Lê Văn An",
    )
