"""Viết hoa tên danh hiệu thi đua."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import capital
from checks.patterns import Pattern
from checks.rule import Rule

TITLES = (
    "lao động tiên tiến", "chiến sĩ tiên tiến", "chiến sĩ thi đua cơ sở", "chiến sĩ thi đua toàn quốc", "chiến sĩ thi đua cấp tỉnh",
    "tập thể lao động tiên tiến", "tập thể lao động xuất sắc", "đơn vị tiên tiến", "đơn vị quyết thắng",
)  # fmt: skip
# “danh hiệu chiến sĩ thi đua cơ sở”, “danh hiệu “lao động tiên tiến””
TITLE = Pattern(rf"danh hiệu(?: thi đua)?:? [“\"]?(?P<title>{'|'.join(TITLES)})(?!\w)", needs="danh hiệu")

# “Chiến sĩ thi đua cấp cơ sở”: the law names it without “cấp”
BASIC = Pattern(r"Chiến s[ĩỹ] thi đua (?P<extra>(?:cấp|toàn) )cơ sở", needs="Chiến s")


class HonourCase(Rule):
    """Tên danh hiệu thi đua viết hoa chữ đầu: danh hiệu “Lao động tiên tiến”, “Chiến sĩ thi đua cơ sở”, “Tập thể lao động xuất sắc”."""

    severity = Severity.STYLE
    alone = True
    tier = "luật"
    source = (
        "Luật Thi đua, khen thưởng năm 2022, Điều 19 đến Điều 30; Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 2"
    )
    good = (
        "Xét tặng danh hiệu “Lao động tiên tiến”; phấn đấu là lao động tiên tiến; danh hiệu lao động tiên tiếng Anh.\n",
    )
    bad = (
        "Có 15% đạt “Chiến sĩ thi đua [[toàn →]]cơ sở”.\n",
        "Xét tặng danh hiệu “[[lao động tiên tiến→Lao động tiên tiến]]” cho cá nhân, "
        "danh hiệu [[tập thể lao động xuất sắc→Tập thể lao động xuất sắc]] cho phòng.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in TITLE.finditer(doc.text):
            right = capital(match["title"])
            yield self.finding(match.span("title"), f"Tên danh hiệu viết hoa chữ đầu: “{right}”.", right)
        for match in BASIC.finditer(doc.text):
            yield self.finding(match.span("extra"), "Tên danh hiệu theo luật là “Chiến sĩ thi đua cơ sở”.", "")
