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
WHOLE = Pattern(
    r"(?:[Cc]ơ cấu(?: gồm|:| (?:kinh tế|ngành|lao động|GRDP|tổng sản phẩm|giá trị|nguồn vốn|vốn|thu|chi|dân số))|"
    r"[Tt]ỷ trọng (?:ngành )?(?:nông|công|dịch|thương|khu vực))"
    r"[^\n]{0,300}",
    hooks=("ơ cấu ", "ơ cấu:", "ỷ trọng "),
    back=1,
)
# “hoàn thành xuất sắc nhiệm vụ 20%, hoàn thành tốt nhiệm vụ 70%, hoàn thành nhiệm vụ 15%”: everyone is in one class only
CLASSED = Pattern(
    rf"(?:[Xx]ếp loại |[Hh]oàn thành )?[Xx]uất sắc(?: nhiệm vụ)?(?: đạt)? {_F} ?%(?:,|;| và) (?:hoàn thành )?tốt(?: nhiệm vụ)?(?: đạt)? {_F} ?%"
    rf"(?:,|;| và) (?:xếp loại )?(?:hoàn thành(?: nhiệm vụ)?|khá)(?: đạt)? {_F} ?%(?! trở lên)",
    hooks=("uất sắc",),
    back=len("hoàn thành x"),
)
SHARE = Pattern(rf"(?P<figure>{_F}) ?%")
NO_SHARE = Pattern(
    rf"(?:tăng|giảm|thêm|còn|trong đó|riêng|so với|trên|dưới|từ|đến)[^;,:]{{0,40}}{_F} ?%|{_F} ?[-–] ?{_F} ?%",
    flags=re.IGNORECASE,
)
# “tốt đạt 92%, khá 8%”, “Tốt 22%, Khá 55%, Đạt 21%, Chưa đạt 2%”: every pupil has one mark only
_LOWER = r"(?i:chưa đạt|chưa hoàn thành|không hoàn thành|hoàn thành|trung bình|giỏi|tốt|khá|đạt|yếu|kém)"
MARKS = Pattern(
    rf"(?:[Xx]uất sắc|[Gg]iỏi|[Tt]ốt|[Hh]oàn thành tốt)(?: đạt)? {_F} ?%(?:(?:,|;| và) (?:(?:loại|mức) )?{_LOWER}(?: đạt)? {_F} ?%(?! trở lên)){{1,4}}",
    hooks=("uất sắc", "iỏi", "ốt", "oàn thành tốt"),
    back=1,
)
# “80% khá, giỏi trở lên; giỏi từ 85%”: those are among these
NESTED = Pattern(
    rf"(?P<wide>{_F}) ?% (?:đạt )?khá,? giỏi(?: trở lên)?[,;(]? (?:trong đó (?:có )?)?\(?giỏi (?:đạt |từ |trên )*(?P<narrow>{_F}) ?%",
    hooks=("% khá", "% đạt khá"),
    back=len("99,99 "),
)
# The last mark of a scale: nobody is below it
LOWEST = re.compile(r"(?i:chưa đạt|chưa hoàn thành|không hoàn thành|kém) (?:đạt )?\d[^;,]*$")
NEARLY = 90
ROUNDING = Decimal("0.15")
FEWEST = 3


class Composition(Rule):
    """Các phần của một cơ cấu cộng lại không quá 100%: “nông nghiệp 13,5%; công nghiệp 44,5%; dịch vụ 42%”.

    Cộng chưa đủ 100% thì không bị xét: cơ cấu kinh tế có thể còn thuế sản phẩm.
    """

    alone = True
    tier = "gợi ý"
    source = "Phép cộng các tỷ lệ nêu trong chính câu văn"
    good = (
        "Cơ cấu kinh tế: nông nghiệp chiếm 13,5%; công nghiệp chiếm 44,5%; dịch vụ chiếm 42%.\n",
        "Cơ cấu kinh tế: công nghiệp 60%, dịch vụ 50%.\n",
        "Cơ cấu kinh tế: nông nghiệp 13,3%; công nghiệp 44,4%; dịch vụ 42,4%.\n",
        "Cơ cấu kinh tế chuyển dịch: công nghiệp tăng 60%, dịch vụ tăng 50%, nông nghiệp giảm 12%.\n",
        "Học sinh rèn luyện tốt đạt 92%, khá đạt 8%; giáo viên giỏi 40%, khá trở lên 90%.\n",
        "Chi bộ hoàn thành xuất sắc nhiệm vụ 20%, hoàn thành tốt nhiệm vụ 70%, hoàn thành nhiệm vụ 10%.\n",
        "Đảng viên xếp loại xuất sắc 20%, hoàn thành tốt 75%, hoàn thành nhiệm vụ 98% trở lên.\n",
        "Kết quả học tập: Tốt 22%, Khá 55%, Đạt 21%, Chưa đạt 2%; học sinh giỏi 40%, khá 65% trở lên.\n",
        "Kiểm tra có từ 80% khá, giỏi trở lên; giỏi từ 35% trở lên.\n",
        "Tỷ trọng nông nghiệp giảm còn 18%, công nghiệp 44%, dịch vụ 39%.\n",
    )
    bad = (
        "Kết quả học tập: [[Tốt 25%, Khá 50%, Đạt 22%, Chưa đạt 2%]].\n",
        "Kết quả học tập [[mức Tốt đạt 22%, mức Khá đạt 58%, mức Đạt 29%]], mức Chưa đạt không quá 1%.\n".replace(
            "[[mức Tốt", "mức [[Tốt"
        ),
        "[[Cơ cấu kinh tế: nông nghiệp chiếm 13,5%; công nghiệp chiếm 44,5%; dịch vụ chiếm 43%]].\n",
        "Học sinh rèn luyện [[tốt đạt 92%, khá đạt 18%]].\n",
        "Kết quả học tập: [[Tốt 22%, Khá 55%, Đạt 25%, Chưa đạt 2%]].\n",
        "Giá trị sản xuất đạt 2.380 tỷ đồng, [[cơ cấu: nông nghiệp 38%, công nghiệp - xây dựng 34%, dịch vụ 38%]].\n",
        "100% nội dung đạt yêu cầu, trong đó có từ [[80% khá, giỏi trở lên; giỏi từ 85%]] trở lên.\n",
        "Chi bộ [[hoàn thành xuất sắc nhiệm vụ 20%, hoàn thành tốt nhiệm vụ 70%, hoàn thành nhiệm vụ 15%]].\n",
        "[[Cơ cấu nguồn vốn: ngân sách 60%, doanh nghiệp 25%, dân cư đóng góp 20%]].\n",
        "[[Tỷ trọng nông nghiệp chiếm 18%, công nghiệp chiếm 44%, dịch vụ chiếm 39%]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in WHOLE.finditer(doc.text):
            clause = re.split(r"\.(?=\s|$)", match[0])[0]
            shares = list(SHARE.finditer(clause))
            if len(shares) >= FEWEST and not NO_SHARE.search(clause):
                total = sum(value(share["figure"]) for share in shares)
                if ROUNDING < total - 100 <= 10:
                    yield self._over(match.start(), match.start() + shares[-1].end(), total)
        for match in NESTED.finditer(doc.text):
            if value(match["narrow"]) > value(match["wide"]):
                message = f"Loại giỏi ({match['narrow']}%) nhiều hơn cả khá và giỏi ({match['wide']}%)."
                yield self.finding(match.span(), message)
        for pattern in (MARKS, CLASSED):
            for match in pattern.finditer(doc.text):
                total = sum(value(share["figure"]) for share in SHARE.finditer(match[0]))
                if total > 100 + ROUNDING:
                    yield self._over(match.start(), match.end(), total)
                elif LOWEST.search(match[0]) and NEARLY <= total < 100 - ROUNDING:
                    said = f"{total:f}".replace(".", ",")
                    yield self.finding(
                        match.span(), f"Các mức, từ cao nhất đến thấp nhất, cộng lại là {said}%, chưa đủ 100%."
                    )

    def _over(self, start: int, end: int, total: Decimal | int) -> Finding:
        said = f"{total:f}".replace(".", ",")
        return self.finding((start, end), f"Các phần cộng lại là {said}%, quá 100%.")
