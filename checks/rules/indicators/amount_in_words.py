"""Số tiền, số lượng viết bằng số và bằng chữ."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import AMOUNT, COUNT, amounts, spell, whole_number
from checks.facts.spelled import number
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “10.000.000 đồng (Mười triệu đồng)”, “15 triệu đồng (bằng chữ: mười lăm triệu đồng chẵn)”
MONEY = Pattern(
    rf"(?<![\d.,])(?P<told>{AMOUNT})(?:/[^\W\d_]+(?: [^\W\d_]+)?)?,? \((?:[Bb]ằng chữ|[Vv]iết bằng chữ)?:? ?(?P<words>[^()\d]{{3,120}}?) đồng(?: chẵn)?[./]*\)",
    hooks=(" đồng",),
    back=len("1.234.567.890,5 nghìn triệu"),
)
# “05 (năm) ngày”, “10 (mười) suất”
COUNTED = Pattern(
    rf"(?<![\d.,/])(?P<told>{COUNT}) \((?P<words>[^\W\d_]+(?: [^\W\d_]+){{0,5}})\) [^\W\d_]",
    hooks=(" (",),
    back=len("1.234"),
)


class AmountInWords(Rule):
    """Số viết bằng chữ trong ngoặc bằng số đứng trước: “10.000.000 đồng (Mười triệu đồng)”, “05 (năm) ngày”."""

    severity = Severity.ERROR
    alone = True
    tier = "gợi ý"
    source = "Đối chiếu trong chính câu văn"
    good = (
        "Thưởng 10.000.000 đồng (Mười triệu đồng), 15 triệu đồng/tập thể (bằng chữ: mười lăm triệu đồng chẵn).\n",
        "Trong 05 (năm) ngày làm việc; 21 (hai mươi mốt) xã; 105 (một trăm linh năm) cây; 3 (ba hoặc bốn) lần; 12 (xã) thôn.\n",
        "Kinh phí 1.250.000.000 đồng (một tỷ hai trăm năm mươi triệu đồng); 900.000 đồng (chín trăm ngàn đồng).\n",
        "Chi 20 triệu đồng (trích từ quỹ thi đua 20 triệu đồng); thu 50.000 đồng (tiền Việt Nam đồng).\n",
    )
    bad = (
        "Tập thể xuất sắc được thưởng 10.000.000 đồng ([[Một triệu]] đồng).\n",
        "Trả kết quả trong 05 ([[bốn]]) ngày làm việc; kinh phí 1,5 tỷ đồng (bằng chữ: [[một tỷ năm triệu]] đồng).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in MONEY.finditer(doc.text):
            said = number(match["words"])
            (told,) = amounts(match["told"])
            if said and said != told:
                message = f"Viết bằng số là {match['told']}, bằng chữ là {spell(Decimal(said))} đồng."
                yield self.finding(match.span("words"), message)
        for match in COUNTED.finditer(doc.text):
            said = number(match["words"])
            if said and said != whole_number(match["told"]):
                message = f"Viết bằng số là {match['told']}, bằng chữ là {said}."
                yield self.finding(match.span("words"), message)
