"""Số đếm tính từ một tỷ lệ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts import rates
from checks.facts.numbers import COUNT, FIGURE, spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
# “40 cá nhân; 70% số cá nhân là công nhân, tức 28 người”, “tỷ lệ cá nhân không giữ chức vụ ít nhất 60%, tức từ 12 cá nhân”
MEANS = Pattern(
    rf"(?:(?<![\d.,–-])(?P<rate>{_F})% (?:tổng )?số (?P<of>cá nhân|tập thể|hộ|học sinh|đảng viên|người|đoàn viên|hội viên)(?!\w)[^.;\n%\d()]{{0,60}}"
    rf"|(?<![\d.,–-])(?P<whole>{COUNT}) [^\W\d_]+(?: [^\W\d_]+){{0,6}}, trong đó (?:có )?(?:ít nhất |khoảng )?(?P<rate3>{_F})%"
    rf"|tỷ lệ (?P<of2>cá nhân|tập thể|hộ|học sinh|đảng viên|người)(?!\w)[^.;\n%\d()]{{0,60}} (?P<rate2>{_F})%),"
    rf" tức (?:là )?(?:từ |ít nhất |khoảng )?(?P<part>{COUNT}) (?!%|điểm|triệu|tỷ|nghìn)[^\W\d_]",
    hooks=(", tức ",),
    back=150,
)


class ShareCount(Rule):
    """Số đếm sau chữ “tức” bằng tỷ lệ nhân với tổng nêu trước đó: “40 cá nhân; 70% số cá nhân là công nhân, tức 28 người”.

    Chỉ xét khi trong câu có đúng một tổng; cho phép làm tròn thành số nguyên.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Khen 40 cá nhân; 70% số cá nhân là công nhân, tức 28 người; 45 cá nhân, 65% số cá nhân là nữ, tức 29 người.\n",
        "Xã có 40 hộ; 70% số hộ của cả nước, tức 19 triệu hộ, đã dùng nước sạch.\n",
    )
    bad = (
        "Khen 08 tập thể và 40 cá nhân; 70% số cá nhân là công nhân trực tiếp, tức [[26]] người.\n",
        "Giới thiệu 900 đoàn viên ưu tú cho Đảng, trong đó ít nhất 60%, tức [[450]] người, được kết nạp.\n",
        "Khen 20 cá nhân; tỷ lệ cá nhân không giữ chức vụ chiếm ít nhất 60%, tức từ [[10]] cá nhân trở lên.\n",
        "Khen 40 cá nhân; 70% số cá nhân là công nhân, tức [[27]] người.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in MEANS.finditer(doc.text):
            counts = [match["whole"]] if match["whole"] else _counted(doc.text, match)
            share = match["rate"] or match["rate2"] or match["rate3"]
            if len(counts) != 1:
                continue
            right = value(counts[0]) * value(share) / 100
            if abs(right - value(match["part"])) >= 1:
                told = spell(right.quantize(Decimal("0.1")).normalize())
                yield self.finding(match.span("part"), f"{share}% của {spell(value(counts[0]))} là {told}.")


def _counted(text: str, match: re.Match[str]) -> list[str]:
    """What was counted before, in the paragraph, of that of which the share is told."""
    before = text[max(text.rfind("\n", 0, match.start()), match.start() - rates.REACH) + 1 : match.start()]
    return re.findall(rf"(?<![\d.,/–-])({COUNT}) {match['of'] or match['of2']}(?!\w)", before)
