"""Small directives to compare."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.document import Document

Write = Callable[..., Document]


@pytest.fixture
def write() -> Write:
    """``write(year, targets=…, content=…)``: a directive of the commune Suối Mơ for a year."""

    def make(
        year: int,
        targets: str = "- Trồng 20 ha chè.",
        content: str = "Thi đua sản xuất giỏi.",
        preface: str = "",
        theme: str = "Đoàn kết, sáng tạo, về đích",
    ) -> Document:
        return Document.parse(
            f"ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ\n\nSố: 01/CT-UBND\n\nSuối Mơ, ngày 12 tháng 01 năm {year}\n\nCHỈ THỊ\n"
            f"Phát động phong trào thi đua năm {year}\n\n{preface}Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua năm {year} "
            f"với chủ đề “{theme}”.\n\n1. Mục tiêu\n\nHoàn thành nhiệm vụ.\n\n2. Chỉ tiêu\n\n{targets}\n\n3. Nội dung\n\n{content}\n\n"
            f"4. Thời gian thi đua: Từ ngày phát động đến hết ngày 31 tháng 12 năm {year}.\n\n5. Tổ chức thực hiện\n\n"
            f"5.1. Các thôn ký giao ước trước ngày 15/02/{year}.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Mẫu\n"
        )

    return make
