"""Vietnamese typed without its marks (“UY BAN NHAN DAN”): nothing in it can be judged, so nothing may seem to pass."""

from __future__ import annotations

import re

from checks.errors import UserError
from checks.tables import words

from .source import quoted

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 40
"""Words; a shorter text is a remark, a name, a code."""
_PLAIN = words(
    """
    uy ban nhan dan hoi dong cong hoa xa chu nghia viet doc lap tu do hanh phuc chi thi ke hoach ve viec phat dong
    phong trao dua nam ngay thang va cua cac cho trong tren theo den voi duoc la co thuc hien to chuc nhiem vu muc
    tieu yeu cau noi dung thoi gian khen thuong don vi can bo tinh huyen phuong truong so tich xuat sac tiep tuc
    day manh gop phan nang cao chat luong hieu qua kinh te quoc phong an ninh giao duc
    """
)
"""What the genre's commonest words become without their marks."""


def refuse_unmarked(text: str, name: str) -> None:
    """Raises UserError where the text is Vietnamese and its marks are gone."""
    said = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(said) < _FEWEST or sum(not word.isascii() for word in said) * 50 > len(said):
        return
    if sum(word in _PLAIN for word in said) * 3 > len(said):
        raise UserError(
            f"Tệp {quoted(name)} viết không dấu nên không kiểm tra được: hãy mở bản có dấu hoặc gõ đủ dấu rồi thử lại."
        )
