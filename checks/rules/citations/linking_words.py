"""Chữ nối trong câu viện dẫn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL, SMALL
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table

# Behind a number: “số 67/TTr-SNV 13 tháng 5 năm 2026”, “số 12/KH-UBND, 05/02/2026”
DAY = Pattern(r"(?P<at>,? )(?=\d{1,2}(?: tháng \d{1,2} năm |/\d{1,2}/)20\d\d(?!\d))")
# Behind its date: “ngày 03/3/2026 của Chính phủ việc ban hành Chiến lược”
ABOUT = Pattern(
    r" (?:của|do) (?:[^\s,.;:()“”]+ ){0,8}?"
    r"(?:phủ|tỉnh|xã|phường|huyện|phố|hội|ương|trị|dân|Nội vụ|Đào tạo|[" + CAPITAL + r"]{2,}\S*)(?P<at> )"
    r"(?=việc (?:ban hành|phê duyệt|tổ chức|triển khai|thành lập|kiện toàn|tăng cường|phát động|hướng dẫn|quy định|sửa đổi) )"
)
# “ngày 23/10/2026 của Liên đội. V/v tổ chức”: short for the subject line of a letter alone
SHORT = Pattern(r"(?P<at>[.;,]? [Vv]/[Vv]:?) (?=[“" + SMALL + r"])", hooks=(" V/v", " v/v", " V/V"), back=1)
FAR = 80
"""Within so many characters behind the date “V/v” tells what the cited document is about."""


class LinkingWords(Rule):
    """Câu viện dẫn có đủ chữ nối: “số 12/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh về việc …”.

    “V/v” chỉ dùng ở trích yếu của công văn.
    """

    severity = Severity.WARNING
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm b"
    good = (
        "Kế hoạch số 12/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh về việc ban hành quy chế.\n",
        "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định việc tổ chức phong trào; giao Ủy ban nhân dân tỉnh việc tổ chức lễ.\n",
        "Công văn số 15/SNV-TĐKT: 05/02/2026 nộp hồ sơ. Thông tư số 15/2025/TT-BNV của Bộ Nội vụ; Thông báo số 70-TB/TWngày 06/01/2026.\n",
        "| 12/KH-UBND 05/02/2026 | Kế hoạch |\n",
    )
    bad = (
        "Xét đề nghị tại Tờ trình số 67/TTr-SNV[[ → ngày ]]13 tháng 5 năm 2026.\n",
        "Thực hiện Kế hoạch số 12/KH-UBND[[, → ngày ]]05/02/2026 của Ủy ban nhân dân tỉnh.\n",
        "Kế hoạch số 19/KH-LĐ ngày 23/10/2026 của Liên đội[[. V/v→ về việc]] tổ chức lễ; Công văn số 118/SNV-TĐKT ngày 10/6/2026[[ v/v→ về việc]] nộp hồ sơ.\n",
        "Quyết định số 28/QĐ-TTg ngày 03/3/2026 của Thủ tướng Chính phủ[[ → về ]]việc ban hành Chương trình.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for citation in doc.citations:
            day = DAY.match(doc.text, citation.number_span.end)
            if day and not in_table(doc, day.start()):
                yield self.finding(day.span("at"), "Trước ngày ban hành thiếu chữ “ngày”.", " ngày ", safe=True)
            about = ABOUT.match(doc.text, citation.date_span.end) if citation.date_span else None
            if about and not in_table(doc, about.start()):
                yield self.finding(about.span("at"), "Trước “việc” thiếu chữ “về”: “về việc”.", " về ")
            end = citation.date_span.end if citation.date_span else citation.number_span.end
            told = SHORT.search(doc.text, end, end + FAR)
            if told and "\n" not in doc.text[end : told.end()] and not in_table(doc, end):
                message = "Trong câu viết đủ “về việc”; “V/v” chỉ dùng ở trích yếu của công văn."
                yield self.finding(told.span("at"), message, " về việc", severity=Severity.STYLE)
