"""Mức tăng, giảm và khoảng “từ … xuống …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.finding import Finding, Span
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
UNIT = r"[ ]?(?:%|‰|điểm %|tỷ đồng|triệu đồng|ha|hộ|tấn|xã|bậc)"
# “0,1% (từ 13,18% xuống 13,08%)”, “giảm 2% (từ 5% còn 3%)”
RANGE = Pattern(
    rf"(?P<delta>{_F})(?P<unit>{UNIT})[^\n.;()]{{0,40}}?\(? ?từ (?P<a>{_F})(?P<ua>{UNIT})?(?P<mid>[^\n.;()]{{0,30}}?)"
    rf" (?P<way>xuống|lên|còn|đến)(?: còn)? (?P<b>{_F})(?P<ub>{UNIT})?",
    needs=(" xuống ", " lên ", " còn "),
)
WAY = Pattern(r"(?P<word>giảm|tăng|nâng|hạ)[^.;\n]{0,80}$", flags=re.IGNORECASE)


class ChangeRange(Rule):
    """Mức tăng, giảm khớp với khoảng nêu kèm: “giảm 0,1% (từ 13,18% xuống 13,08%)”.

    “Xuống” đi với số nhỏ hơn, “lên” với số lớn hơn. Mức thay đổi tính theo điểm phần trăm hoặc theo tỷ lệ so với số đầu
    đều được chấp nhận.
    """

    tier = "gợi ý"
    source = "Phép trừ các con số nêu trong chính câu văn"
    good = (
        "Giảm tỷ lệ trẻ em suy dinh dưỡng 0,1% (từ 13,18% xuống 13,08%).\n",
        "Thu ngân sách tăng 10% (từ 20 tỷ đồng lên 22 tỷ đồng).\n",
        "Giảm tỷ lệ hộ nghèo 2% trở lên (từ 9,5% xuống dưới 7,5%).\n",
    )
    bad = (
        "Giảm tỷ lệ trẻ em suy dinh dưỡng [[0,2% (từ 13,18% xuống 13,08%]]).\n",
        "Giảm tỷ lệ hộ nghèo [[2% (từ 7,5% xuống 9,5%]]).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in RANGE.finditer(doc.text):
            span = Span(match.start("delta"), match.end())
            first, second, delta = value(match["a"]), value(match["b"]), value(match["delta"])
            word = WAY.search(doc.text, max(0, match.start() - 100), match.start())
            falling = match["way"] == "xuống" or (match["way"] == "còn")
            if (falling and second > first) or (match["way"] == "lên" and second < first):
                word_way = "lớn" if falling else "nhỏ"
                yield self.finding(span, f"Ghi “{match['way']}” nhưng {match['b']} {word_way} hơn {match['a']}.")
                continue
            units = {u.strip() for u in (match["ua"], match["ub"]) if u}
            if word is None or not units or (units != {match["unit"].strip()} and match["unit"].strip() != "%"):
                continue
            off = abs(second - first)
            relative = first and abs(off * 100 / first - delta) <= max(delta / 20, value("0,06"))
            if off != delta and not (match["unit"].strip() == "%" and relative):
                yield self.finding(
                    span, f"Từ {match['a']} đến {match['b']} chênh nhau {spell(off)}, văn bản ghi {match['delta']}."
                )
