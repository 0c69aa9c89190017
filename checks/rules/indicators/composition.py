"""Cơ cấu quá 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import value
from checks.finding import Finding
from checks.patterns import Pattern
from checks.rule import Rule

_F = r"\d{1,2}(?:,\d+)?"
# “Cơ cấu kinh tế: Nông nghiệp chiếm 13,5%; công nghiệp chiếm 44,5%; dịch vụ chiếm 42%”
WHOLE = Pattern(r"[Cc]ơ cấu (?:kinh tế|ngành|lao động|GRDP|tổng sản phẩm|giá trị)[^\n]{0,300}", needs="ơ cấu ")
SHARE = Pattern(rf"(?P<figure>{_F}) ?%")
NO_SHARE = Pattern(
    rf"(?:tăng|giảm|thêm|còn|trong đó|riêng|so với|trên|dưới|từ|đến)[^;,:]{{0,40}}{_F} ?%|{_F} ?[-–] ?{_F} ?%",
    flags=re.IGNORECASE,
)
# “tốt đạt 92%, khá 8%”: every pupil has one mark only
MARKS = Pattern(
    rf"(?P<whole>(?:[Xx]uất sắc|[Gg]iỏi|[Tt]ốt|[Hh]oàn thành tốt)(?: đạt)? (?P<a>{_F}) ?%(?:,|;| và) (?:tốt|khá|hoàn thành|đạt)(?: đạt)? (?P<b>{_F}) ?%"
    rf"(?:(?:,|;| và) (?:trung bình|đạt|khá)(?: đạt)? (?P<c>{_F}) ?%)?)",
    hooks=("uất sắc", "iỏi", "ốt", "oàn thành tốt"),
    back=1,
)
ROUNDING = Decimal("0.15")
FEWEST = 3


class Composition(Rule):
    """Các phần của một cơ cấu cộng lại không quá 100%: “nông nghiệp 13,5%; công nghiệp 44,5%; dịch vụ 42%”.

    Cộng chưa đủ 100% thì không bị xét: cơ cấu kinh tế có thể còn thuế sản phẩm.
    """

    tier = "gợi ý"
    source = "Phép cộng các tỷ lệ nêu trong chính câu văn"
    good = (
        "Cơ cấu kinh tế: nông nghiệp chiếm 13,5%; công nghiệp chiếm 44,5%; dịch vụ chiếm 42%.\n",
        "Cơ cấu kinh tế: nông nghiệp 13,3%; công nghiệp 44,4%; dịch vụ 42,4%.\n",
        "Cơ cấu kinh tế chuyển dịch: công nghiệp tăng 60%, dịch vụ tăng 50%, nông nghiệp giảm 12%.\n",
        "Học sinh rèn luyện tốt đạt 92%, khá đạt 8%; giáo viên giỏi 40%, khá trở lên 90%.\n",
    )
    bad = (
        "[[Cơ cấu kinh tế: nông nghiệp chiếm 13,5%; công nghiệp chiếm 44,5%; dịch vụ chiếm 43%]].\n",
        "Học sinh rèn luyện [[tốt đạt 92%, khá đạt 18%]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in WHOLE.finditer(doc.text):
            clause = re.split(r"\.(?=\s|$)", match[0])[0]
            shares = list(SHARE.finditer(clause))
            if len(shares) >= FEWEST and not NO_SHARE.search(clause):
                total = sum(value(share["figure"]) for share in shares)
                if ROUNDING < total - 100 <= 10:
                    yield self._over(match.start(), match.start() + shares[-1].end(), total)
        for match in MARKS.finditer(doc.text):
            total = sum(value(match[part]) for part in "abc" if match[part])
            if total > 100 + ROUNDING:
                yield self._over(match.start(), match.end(), total)

    def _over(self, start: int, end: int, total: Decimal | int) -> Finding:
        said = f"{total:f}".replace(".", ",")
        return self.finding((start, end), f"Các phần cộng lại là {said}%, quá 100%.")
