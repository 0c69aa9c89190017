"""What a digital signature and the stamp of incoming mail add to a page is no part of the document."""

from __future__ import annotations

from checks import engine
from checks.document import Document
from checks.reading import read_bytes
from checks.reading.stamps import UNREAD
from checks.rules import all_rules

SIGNED = """Ký bởi: Ủy ban nhân dân xã An Phú Tây
Ngày ký: 12.01.2026 08:15:22 +07:00
"""
RECEIVED = """CÔNG VĂN ĐẾN
Số: 125
Ngày 15 tháng 01 năm 2026
"""
HEAD = """ỦY BAN NHÂN DÂN
XÃ AN PHÚ TÂY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 05/CT-UBND

An Phú Tây, ngày 12 tháng 01 năm 2026

"""
BODY = """CHỈ THỊ
Phát động phong trào thi đua năm 2026

Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn thực hiện Chỉ thị này./.

Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.

CHỦ TỊCH

"""
NAME = "Lê Thị Mẫu\n"


def found(text: str) -> list[str]:
    return sorted(f.rule for f in engine.check(Document.parse(text), all_rules()).findings)


def facts(text: str) -> tuple[object, ...]:
    doc = Document.parse(text).flowing
    return doc.kind, doc.number, doc.issued, doc.issuer, doc.subject, doc.signer


def test_a_stamped_and_signed_page_is_the_document_that_was_issued() -> None:
    plain = HEAD + BODY + NAME
    for text in (
        HEAD + RECEIVED + "\n" + BODY + NAME,
        "SỞ NỘI VỤ\nĐẾN Số: 125\nNgày: 15/01/2026\nChuyển: ......\n\n" + plain,
        "Người ký: Ủy ban nhân dân xã\nEmail: an@example.vn\nThời gian ký: 12.01.2026 08:15:22 +07:00\n" + plain,
        HEAD + BODY + SIGNED + NAME,
    ):
        assert facts(text) == facts(plain)
        assert found(text) == found(plain)


def test_what_is_left_out_is_told() -> None:
    plain = HEAD + BODY + NAME
    assert read_bytes((HEAD + BODY + SIGNED + NAME).encode(), "a.txt").notes == (UNREAD,)
    assert read_bytes((HEAD + RECEIVED + "\n" + BODY + NAME).encode(), "a.txt").notes == (UNREAD,)
    assert read_bytes(plain.encode(), "a.txt").notes == ()


def test_every_place_stays_where_it_was() -> None:
    text = HEAD + RECEIVED + "\n" + BODY + SIGNED + NAME
    whole = Document.parse(text).flowing.text
    assert len(whole) == len(text)
    assert whole.index("CHỦ TỊCH") == text.index("CHỦ TỊCH")


def test_a_form_that_asks_who_signs_is_text() -> None:
    text = HEAD + BODY + NAME + "\nPHỤ LỤC\n\nNgười ký: ông trưởng thôn ký thay các hộ\n"
    assert Document.parse(text).flowing.text == text
