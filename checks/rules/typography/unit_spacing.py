"""Dấu cách giữa con số và đơn vị."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table

# “120ha”; a code such as “T1m” or “2m×3m” is told apart by what stands before the figure
TIGHT = Pattern(
    r"[0-9](?P<unit>ha|km2|km²|km|kg|m2|m3|m²|m³|m|cm|mm|tấn|tạ|lít|kWh|kW|MW|MWh|kV|kVA|MHz|GHz|tỷ|triệu|nghìn|đồng|hộ|người)(?![\w²³])"
)
PERCENT = Pattern(r" +[%‰]", needs=(" %", " ‰"))


class UnitSpacing(Rule):
    """Giữa con số và đơn vị có một dấu cách: “120 ha”; dấu phần trăm viết liền với số: “5%”."""

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Nghị định 86/2012/NĐ-CP, Phụ lục V (cách viết đơn vị đo); với dấu % là thông lệ"
    good = ("Trồng mới 120 ha rừng, mở mới 12 km đường, tăng 5%.\n", "Mẫu T1m, khổ 2m×3m.\n")
    bad = (
        "Trồng mới 120[[→ ]]ha keo.\n",
        "Mỗi thôn mở mới 2[[→ ]]km đường, đường dây 110[[→ ]]kV.\n",
        "Thu ngân sách tăng 5[[ →]]%.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in TIGHT.behind(doc.touching, 1, text):
            at = match.start() + 1
            figure = at - 1
            while figure and text[figure - 1] in "0123456789.,":
                figure -= 1
            beside = text[figure - 1] if figure else " "
            if (beside.isspace() or beside in "(/-–~><≥≤") and text[match.end() : match.end() + 1] not in (
                "x",
                "×",
                "-",
            ):
                message = f"Thiếu dấu cách giữa con số và đơn vị “{match['unit']}”."
                yield self.finding((at, at), message, " ", safe=True)
        for match in PERCENT.finditer(text):
            if text[match.start() - 1].isdigit() and not in_table(doc, match.start()):
                yield self.finding(
                    (match.start(), match.end() - 1),
                    "Thừa dấu cách trước dấu phần trăm.",
                    "",
                    safe=True,
                    severity=Severity.STYLE,
                )
