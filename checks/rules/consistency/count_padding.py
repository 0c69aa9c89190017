"""Số đếm nhỏ viết có hay không có số 0 đứng trước."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.tokens import Tokens
from checks.language.word_places import word_places
from checks.rule import Rule
from checks.surroundings import in_quotes
from checks.tables import words

DIGITS = words("1 2 3 4 5 6 7 8 9")
PADDED = words("01 02 03 04 05 06 07 08 09")
NOT_AFTER = words(
    """
    ngày tháng quý năm số khoản điều điểm mục tiết chương phần bảng biểu mẫu độ cấp lớp khối khóa kỳ đợt lần thứ loại
    hạng nhóm bước vòng giai đoạn chặng tuần hình phụ lục quyển tập hoặc đến từ nghĩa tốp top cột dòng ô trang tổ đội phường
    quận ca nhà ương type vùng hàng phẩy là đường khu vực đoàn lộ bài binh
    """
)
NOT_BEFORE = words(
    "tháng năm tỷ triệu nghìn ngàn giờ h g buổi phần trăm trên dưới trở và hoặc đến điều của lần rưỡi là theo điểm tuổi sao "
    "không có sạch tốt rõ cùng dám chống tại sẵn xung"  # “5 không, 3 sạch”, “4 tại chỗ”: watchwords
)
CLEAR = 3
"""The usual way must be met so many times as often as the other."""


class CountPadding(Rule):
    """Số đếm dưới 10 viết cùng một kiểu: “03 mô hình”, “01 hợp tác xã” hoặc “3 mô hình”, “1 hợp tác xã”.

    Chỉ nhắc khi văn bản dùng một kiểu rõ rệt và có chỗ viết khác. Ngày, tháng, số văn bản, thứ bậc không xét.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "xây dựng 03 mô hình, lập 01 hợp tác xã, sửa 05 trường; ngày 5 tháng 9; Nghị quyết Trung ương 4 khóa XII; thu 2 tỷ đồng; lớp 5 bán trú.\n",
        "xây dựng 03 mô hình, lập 01 hợp tác xã, sửa 05 trường; hướng dẫn của Bộ Tư lệnh Quân khu 7 về thi đua; Quốc lộ 6 mới.\n",
        "xây dựng 03 mô hình, lập 01 hợp tác xã, sửa 05 trường; Tiểu đoàn Bộ binh 1 xây dựng kế hoạch.\n",
        "xây dựng 3 mô hình, lập 1 hợp tác xã, sửa 02 trường.\n",
        "xây dựng 03 mô hình, lập 01 hợp tác xã, sửa 05 trường; mở đường Vành đai 3 TP mới; dạy 2 buổi; đến tháng 8 hoàn thành; bờ sông Mã 8 cây số; lớp 2.\n",
        "xây dựng 03 mô hình, lập 01 hợp tác xã, sửa 05 trường; bài “Bản có 2 mô hình hay”; 12 m3 đất.\n",
        "xây dựng 03 mô hình, lập 01 hợp tác xã, sửa 05 trường, xây 2 trạm y tế và 4 chợ quê.\n",
        "xây dựng 03 mô hình, lập 01 hợp tác xã, sửa 05 trường; gia đình 5 không, 3 sạch; bắt đầu lúc 9h30, kết thúc 8h00.\n",
    )
    bad = (
        "xây dựng 3 mô hình, thành lập 1 hợp tác xã, sửa chữa 5 trường và [[02→2]] trạm y tế.\n",
        "xây dựng 03 mô hình, thành lập 01 hợp tác xã, sửa chữa 05 trường và [[2→02]] trạm y tế.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens = doc.tokens
        padded = list(self._counts(tokens, PADDED))
        bare = list(self._counts(tokens, DIGITS))
        usual, rare = (padded, bare) if len(padded) >= len(bare) else (bare, padded)
        if not rare or len(usual) < CLEAR * len(rare):
            return
        token = tokens.token(rare[0])
        if not doc.text[token.start - 1].isspace():  # m3
            return
        right = token.text.lstrip("0") if rare is padded else "0" + token.text
        if not in_quotes(doc.text, token.start):
            message = (
                f"Chỗ khác trong văn bản viết số đếm dưới 10 như “{tokens.texts[usual[0]]}”; ở đây nên viết “{right}”."
            )
            yield self.finding((token.start, token.end), message, right)

    def _counts(self, tokens: Tokens, numbers: frozenset[str]) -> Iterator[int]:
        texts, lower = tokens.texts, tokens.lower
        places = word_places(tokens)
        for i in sorted(place for number in numbers for place in places.get(number, ())):
            if 0 < i < len(texts) - 1:
                before, after = texts[i - 1], texts[i + 1]
                if before.islower() and after.islower() and before not in NOT_AFTER and lower[i + 1] not in NOT_BEFORE:
                    yield i
