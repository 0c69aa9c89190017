"""Dấu cách giữa chữ và số."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL, SMALL
from checks.patterns import Pattern
from checks.rule import Rule

# “ngày22 tháng 7”, “năm2026”
BEFORE = Pattern(
    r"(?<!["
    + SMALL
    + r"])(?:[Nn]gày|[Tt]háng|[Nn]ăm|[Ss]ố|[Tt]ừ|đến|của|[Kk]hóa|lần|[Qq]uý|trên|dưới|đạt|còn)(?=\d{1,4}(?:[ /.,;:)%]|$))"
)
# “ngày 03/12/2021của Liên đoàn”, “năm 2026của”, “năm học 2025-2026theo”
BEHIND = Pattern(r"(?:\d{1,2}/\d{1,2}/|[Nn]ăm |[Nn]ăm học |\d{4} ?[-–] ?)\d{4}(?=[" + SMALL + r"]{2})")
# “NGÀY 15/4/2010CỦA CHÍNH PHỦ”
IN_CAPITALS = Pattern(r"\d{1,2}/\d{1,2}/\d{4}(?=[" + CAPITAL + r"]{2,7}(?!\w))")
# “đợt học 3học kỳ 1”, “trong 5năm”: no letter of a street or a ward (“3b”, “phường 3a”)
MEASURED = Pattern(
    r"(?<=[ (])\d{1,3}(?=(?:học kỳ|năm|tháng|ngày|giờ|phút|người|hộ|xã|thôn|phường|tập thể|cá nhân|đơn vị|đồng chí|nội dung|chỉ tiêu|"
    r"phong trào|đợt|của|đến|theo|và|lần)(?!\w))"
)
# “Chỉ thị số 45-CT/TWngày 22”
_BODIES = ("TW", "TU", "UBND", "HĐND", "TTg", "CP", "BNV", "TTLT", "CT", "BTC")
SYMBOL = Pattern(rf"[/-](?:{'|'.join(_BODIES)})(?=ngày|của|về)", hooks=_BODIES, back=1)
BEHIND_IT = Pattern(r"[\w/-]+")


class JoinedNumber(Rule):
    """Giữa chữ và số, giữa ký hiệu văn bản và chữ đi sau có dấu cách: “ngày 22 tháng 7”, “03/12/2021 của”."""

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = ("Kế hoạch số 12/KH-UBND ngày 03/12/2021 của xã; năm 2026, đường số 3b, phường 3a, năm 2026-2027.\n",)
    bad = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 03/12/2021[[→ ]]của Ủy ban nhân dân xã.\n",
        "Chỉ thị số 45-CT/TW[[→ ]]ngày[[→ ]]22 tháng 7 năm 2010 của Bộ Chính trị.\n",
        "THỰC HIỆN NGHỊ ĐỊNH SỐ 42/2010/NĐ-CP NGÀY 15/4/2010[[→ ]]CỦA CHÍNH PHỦ\n",
        "Hoàn thành trong năm[[→ ]]2026.\n",
        "Thi đua trong đợt 3[[→ ]]học kỳ I, lúc 8[[→ ]]giờ, biểu dương 12[[→ ]]cá nhân, kỷ niệm 100[[→ ]]năm Ngày thành lập.\n",
        "Kế hoạch năm học 2025-2026[[→ ]]theo hướng dẫn của Sở.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text, places = doc.text, doc.touching
        for matches in (
            BEFORE.behind(places, 5, text),
            BEHIND.behind(places, 10, text),
            IN_CAPITALS.behind(places, 10, text),
            MEASURED.behind(places, 3, text),
            SYMBOL.finditer(text),
        ):
            for match in matches:
                at = match.end()
                behind = BEHIND_IT.match(text, at)
                message = f"Thiếu dấu cách giữa “{match[0].lstrip('/-')}” và “{behind[0] if behind else ''}”."
                yield self.finding((at, at), message, " ", safe=True)
