"""Chữ cái của tiếng Việt."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding
from checks.rule import Rule


class ForeignLetter(Rule):
    """Chữ Việt được gõ bằng chữ cái tiếng Việt.

    Chữ chép từ một số tệp PDF, trang web có “ƣ” thay cho “ư”, “Ð” thay cho “Đ”, “ǎ” thay cho “ă”, chữ Nga trông như chữ Việt: nhìn
    gần giống, nhưng tìm không thấy và đổi phông thì lộ ra. Các phép kiểm khác đọc những chữ ấy như chữ Việt mà chúng thay thế, nên mỗi chữ
    cái chỉ bị nhắc một lần kèm các dòng và được sửa tất cả cùng lúc. Tên riêng, câu chữ nước ngoài không bị xét.
    """

    tier = "thông lệ"
    source = "Bảng chữ cái tiếng Việt trong bộ mã Unicode theo TCVN 6909:2001"
    good = ("Hội nghị tại Hafnarfjörður và Norðurþing; tờ báo “Правда” của nước Nga; phường Ea Đrơng.\n",)
    bad = (
        "Phong trào thi đua yêu n[[ƣ→ư]]ớc của ph[[ƣ→ư]]ờng năm 2026, PH[[Ƣ→Ư]]ỜNG [[Ð→Đ]]ÔNG.\n",
        "[[Ð→Đ]]ảng bộ tỉnh; Quyết định số 12/Q[[Ð→Đ]]-UBND; Nghị định số 30/2020/NĐ-[[С→C]][[Р→P]].\n",
        "Trong n[[ǎ→ă]]m 2026, [[ð→đ]]/c Bí thư chi bộ chịu trách nhiệm.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        # Beside letters, only blanks and ends of lines are read as something else.
        letters = enumerate(zip(doc.written, doc.text, strict=True)) if doc.written is not doc.text else ()
        for at, (written, read) in letters:
            if written != read and read.isalpha():
                yield self.finding(
                    (at, at + 1),
                    f"“{written}” không phải chữ cái tiếng Việt, phải gõ lại chữ “{read}”.",
                    read,
                    safe=True,
                )
