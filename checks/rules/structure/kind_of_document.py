"""Tên loại văn bản."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import bare
from checks.parsing.kinds import KINDS
from checks.parsing.structure import HEAD_LINES
from checks.rule import Rule

HEAD = "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\nSố: 05/{symbol}\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\n"
BODY = "\n\nCác thôn thực hiện./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"
OUTSIDE = frozenset({"Phát động", "Lời kêu gọi"})
"""Headings of practice that are none of the 29 kinds."""


class KindOfDocument(Rule):
    """Văn bản hành chính mang một trong 29 tên loại của Nghị định 30; “Phát động”, “Lời kêu gọi” không phải tên loại.

    Phong trào thi đua được phát động bằng chỉ thị, kế hoạch hoặc công văn. Văn bản có ký hiệu của văn bản có tên loại thì
    phải ghi tên loại. Trước đây nhiều nơi vẫn dùng “PHÁT ĐỘNG” làm tên loại nên chỉ nhắc xem lại.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Điều 7 và Điều 8 khoản 2 (trước 05/3/2020: Nghị định 110/2004/NĐ-CP, sửa đổi năm 2010)"
    good = (
        HEAD.format(symbol="CT-UBND") + "CHỈ THỊ\nPhát động phong trào thi đua năm 2026" + BODY,
        HEAD.format(symbol="UBND-VX")
        + "V/v phát động phong trào thi đua\n\nKính gửi: Các thôn.\n\nỦy ban nhân dân xã đề nghị"
        + BODY,
        HEAD.format(symbol="KH-UBND") + "DỰ THẢO KẾ HOẠCH\nPhát động phong trào thi đua năm 2026" + BODY,
    )
    bad = (
        HEAD.format(symbol="CT-UBND") + "[[Chỉ thị→CHỈ THỊ]]\nPhát động phong trào thi đua năm 2026" + BODY,
        HEAD.format(symbol="CT-UBND") + "[[CHỈ THI→CHỈ THỊ]]\nPhát động phong trào thi đua năm 2026" + BODY,
        HEAD.format(symbol="PĐ-UBND") + "[[PHÁT ĐỘNG]]\nPhong trào thi đua năm 2026" + BODY,
        HEAD.format(symbol="KH-UBND").replace("Số: 05/KH-UBND", "[[Số: 05/KH-UBND]]")
        + "Thực hiện chỉ đạo của tỉnh, Ủy ban nhân dân xã xây dựng kế hoạch"
        + BODY,
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        kind, number = doc.frame.kind, doc.frame.number
        if kind is not None and doc.kind in OUTSIDE:
            at = kind.span.start + kind.text.find(kind.bare)
            message = f"“{kind.bare}” không thuộc 29 loại văn bản hành chính; có thể phát động bằng chỉ thị, kế hoạch hoặc công văn."
            yield self.finding((at, at + len(kind.bare)), message)
        elif (
            kind is None
            and number is not None
            and re.search(r"[/-](?:CT|KH|QĐ|NQ|TB|HD|BC|TTr|CTr|CĐ)[/-]", doc.number or "")
        ):
            # “KẾ HOẠCH” rightly written is the title of what the decision brings into force, its own is lost
            near = next((x for x in doc.lines[:HEAD_LINES] if NAMES.get(_folded(x.bare), x.bare) != x.bare), None)
            if near is not None:
                at = near.span.start + near.text.find(near.bare)
                right = NAMES[_folded(near.bare)]
                message = f"Tên loại văn bản viết in hoa, đúng dấu: “{right}”."
                yield self.finding((at, at + len(near.bare)), message, right)
            else:
                yield self.finding(number.span, f"Dưới số “{doc.number}” chưa ghi tên loại văn bản.")


def _folded(words: str) -> str:
    """In capitals and without its marks: “Chỉ thị” and “CHỈ THI” are “CHI THI”."""
    return " ".join(bare(word) for word in words.lower().split()).upper()


NAMES = {_folded(name): name for name, kind in KINDS.items() if kind not in OUTSIDE and " " in name}
