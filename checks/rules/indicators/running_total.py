"""Số đã có, số thêm và tổng số phải đạt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import COUNT, spell, value
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Có thêm 58 trạm y tế đạt chuẩn, nâng tổng số lên 148/148 trạm”
ADDED = Pattern(
    rf"thêm (?:ít nhất )?(?P<delta>{COUNT}) (?P<what>[^\d.;:\n]{{8,100}}?),? (?:nâng|đưa) tổng số"
    rf"(?:(?! từ )[^\d.;\n]){{0,50}}(?:giai đoạn 20\d\d ?[-–] ?20\d\d )?(?:lên|thành) (?P<total>{COUNT})(?![\d,]|\.\d|%| ?[-–] ?\d)",
    needs="thêm ",
)
# “Có 90/148 trạm y tế xã, phường đạt chuẩn”, before it
HELD = Pattern(
    rf"(?:[Cc]ó|[Đđ]ạt|[Hh]oàn thành|[Đđ]ã công nhận)(?: ít nhất)? (?P<held>{COUNT})(?:/{COUNT})?(?= [^\W\d_])(?P<what>[^\d.;:\n]{{6,120}})",
    hooks=("ó ", "ạt ", "oàn thành ", "ã công nhận "),
    back=1,
)
FEWEST = 4
"""Syllables: of what is counted the text must say as much in both places."""
NEAR = 7
"""A slip misses the total by less than a seventh; farther off, another base is meant."""
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua giai đoạn 2026 - 2030\n\nI. MỤC ĐÍCH\n\nThi đua.\n\nII. CHỈ TIÊU\n\n"


class RunningTotal(Rule):
    """“Có thêm 58 trạm y tế đạt chuẩn, nâng tổng số lên 148 trạm” thì số đã có nêu ở trên cộng số thêm phải bằng tổng số.

    Chỉ xét khi ở trên có đúng một con số đếm cùng thứ ấy, nói đủ chữ như ở dưới, và chênh lệch nhỏ như khi sửa một chỗ mà quên chỗ kia.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính văn bản"
    good = (
        HEAD
        + "1. Có 90/148 trạm y tế xã, phường đạt chuẩn quốc gia.\n\n2. Có thêm 58 trạm y tế đạt chuẩn quốc gia, nâng tổng số lên 148/148 trạm.\n",
        HEAD
        + "1. Có 30 trạm y tế có bác sĩ.\n\n2. Có thêm 58 trạm y tế đạt chuẩn quốc gia, nâng tổng số lên 148/148 trạm.\n",
        HEAD
        + "1. Có 90 trạm y tế đạt chuẩn quốc gia; năm 2027 có 100 trạm y tế đạt chuẩn quốc gia.\n\n"
        + "2. Có thêm 58 trạm y tế đạt chuẩn quốc gia, nâng tổng số lên 150 trạm.\n",
        HEAD + "1. Có 10 sáng kiến.\n\n2. Có thêm 08 sáng kiến cấp tỉnh, nâng tổng số sáng kiến lên 19 sáng kiến.\n",
    )
    bad = (
        HEAD
        + "1. Có 90/148 trạm y tế xã, phường đạt chuẩn quốc gia.\n\n2. Có thêm [[56]] trạm y tế đạt chuẩn quốc gia, nâng tổng số lên 148/148 trạm.\n",
        HEAD
        + "1. Có ít nhất 300 sáng kiến, đề tài cấp cơ sở được công nhận.\n\n"
        + "2. Có thêm ít nhất [[200]] sáng kiến, đề tài cấp cơ sở, đưa tổng số của cả giai đoạn 2026 - 2030 lên 550 sáng kiến, đề tài.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in ADDED.finditer(doc.text, *doc.body):
            what = _words(match["what"])
            if len(what) < FEWEST:
                continue
            before = HELD.finditer(doc.text, doc.body.start, clause_start(doc.text, match.start()))
            held = {value(m["held"]) for m in before if what <= _words(m["what"])}
            if len(held) != 1:
                continue
            summed, total = held.pop() + value(match["delta"]), value(match["total"])
            if summed != total and abs(summed - total) * NEAR <= total:
                message = f"Số nêu ở trên cộng thêm {match['delta']} là {spell(summed)}, văn bản ghi tổng số {match['total']}."
                yield self.finding(match.span("delta"), message)


def _words(told: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", told.lower()))
