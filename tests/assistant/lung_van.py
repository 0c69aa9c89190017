"""A directive with one of everything that a year changes; issuer and figures do not exist."""

from __future__ import annotations

from typing import Any

from assistant.request import Request, read_request
from checks.document import Document

LAST = """ỦY BAN NHÂN DÂN
TỈNH LŨNG VÂN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 04/CT-UBND

Lũng Vân, ngày 14 tháng 01 năm 2025

CHỈ THỊ
Phát động phong trào thi đua năm 2025

Năm 2024, tỉnh đã hoàn thành 18/20 chỉ tiêu. Tuy nhiên, nơi phát động thi đua còn chậm.

Năm 2025 là năm cuối thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025, \
năm diễn ra đại hội đảng bộ các cấp và kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025). \
Thực hiện Nghị quyết số 61/NQ-HĐND ngày 09 tháng 12 năm 2024 của Hội đồng nhân dân tỉnh về nhiệm vụ năm 2025, \
Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2025 với chủ đề “Chung lòng, bền chí”, như sau:

1. Mục tiêu

Hoàn thành các nhiệm vụ của năm 2025.

2. Chỉ tiêu

- Thu ngân sách trên địa bàn đạt trên 1.250 tỷ đồng, trong đó thu nội địa 980 tỷ đồng;
- Tỷ lệ che phủ rừng đạt 55,5%; trồng mới 05 km đường hoa;
- Giảm 120 hộ nghèo, từ 610 hộ xuống còn 490 hộ.

3. Nội dung thi đua

a) Thực hiện Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ \
quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng; Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.

b) Sở Kế hoạch và Đầu tư cùng Ủy ban nhân dân các huyện, thành phố giải ngân 97% vốn; sửa Đường tỉnh 152; chuẩn bị tết Nguyên đán Bính Ngọ.

4. Thời gian thi đua: Từ ngày phát động đến hết ngày 31 tháng 12 năm 2025.

5. Tổ chức thực hiện

Các cơ quan ký giao ước thi đua trước ngày 20 tháng 02 năm 2025./.

Nơi nhận:
- Thường trực Tỉnh ủy;
- UBND các huyện, thành phố;
- Lưu: VT, NC.

CHỦ TỊCH

Lò Thị Mận
"""


def last() -> Document:
    return Document.parse(LAST, "chi-thi-2025")


def asked(**values: Any) -> Request:
    return read_request({"issuer": "Ủy ban nhân dân tỉnh Lũng Vân", "year": 2026, **values})
