"""Cơ quan ban hành và ký hiệu của văn bản được viện dẫn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.citations import Citation
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

GOVERNMENT, PREMIER, ASSEMBLY = "Chính phủ", "Thủ tướng Chính phủ", "Quốc hội"
COUNCIL, COMMITTEE = "Hội đồng nhân dân", "Ủy ban nhân dân"
# What the end of a number tells of who issued it, and how a text names them
SYMBOLS = (
    (re.compile(r"/(?:NĐ|NQ)-CP$"), GOVERNMENT, ("Chính phủ",)),
    (re.compile(r"/(?:QĐ|CT|CĐ)-TTg$"), PREMIER, ("Thủ tướng", "Phó Thủ tướng")),
    (re.compile(r"/QH1\d$"), ASSEMBLY, ("Quốc hội",)),
    (
        re.compile(r"/(?:NQ|CT|KH|QĐ)-HĐND$"),
        COUNCIL,
        ("Hội đồng nhân dân", "HĐND", "Thường trực", "Thường trực HĐND", "kỳ họp"),
    ),
    (re.compile(r"/(?:CT|KH|QĐ|CTr|NQ)-UBND$"), COMMITTEE, ("Ủy ban nhân dân", "Uỷ ban nhân dân", "UBND", "Chủ tịch")),
)
# Who may have been meant by none of these symbols
OTHERS = re.compile(
    r"(?:Chính phủ|Thủ tướng Chính phủ|Thủ tướng|Quốc hội|"
    r"Hội đồng nhân dân|HĐND|(?:Chủ tịch )?(?:Ủy ban nhân dân|UBND)|Bộ trưởng|Bộ (?!Chỉ huy|Chính trị|Tư lệnh)[A-ZĐ]|"
    r"Ban Chấp hành|Ban Thường vụ|Sở [A-ZĐ]|Tỉnh ủy|Thành ủy)"
)
MINISTRIES = {
    "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BYT": "Bộ Y tế", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng",
    "BKHCN": "Bộ Khoa học và Công nghệ", "BXD": "Bộ Xây dựng", "BNNMT": "Bộ Nông nghiệp và Môi trường", "BCT": "Bộ Công Thương",
    "BTP": "Bộ Tư pháp", "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
}  # fmt: skip
CIRCULAR = Pattern(r"/TT-(?P<of>B[A-ZĐ]+)$")
NAMED = re.compile(r"(?:Bộ trưởng )?(?P<body>Bộ [A-ZĐ].*)")
COMMITTEES = {"TU": ("Tỉnh ủy", "Thành ủy"), "HU": ("Huyện ủy",), "ĐU": ("Đảng ủy",)}
FAR = 160
"""Characters behind the number within which its issuer stands."""
HEAD = "Hà Khê, ngày 20 tháng 3 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"


class IssuerSymbol(Rule):
    """Cơ quan ban hành ghi sau “của” là cơ quan có ký hiệu ấy: NĐ-CP của Chính phủ, QĐ-TTg của Thủ tướng Chính phủ, TT-BNV của Bộ Nội vụ.

    Nghị định không do Thủ tướng ban hành, thông tư không do Chính phủ ban hành, nghị quyết của Hội đồng nhân dân không do Ủy ban nhân dân.
    """

    severity = Severity.WARNING
    tier = "luật"
    source = "Luật Ban hành văn bản quy phạm pháp luật năm 2025, Điều 4; Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 3 (số, ký hiệu)"
    good = (
        HEAD
        + "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ; Quyết định số 12/QĐ-TTg ngày 12/01/2026 của Thủ tướng Chính phủ; "
        "Thông tư số 15/2025/TT-BNV ngày 04/8/2025 của Bộ trưởng Bộ Nội vụ; Nghị quyết số 45/NQ-HĐND ngày 17/12/2025 của HĐND xã; "
        "Kế hoạch số 45/KH-UBND ngày 17/12/2025 của UBND xã; Luật số 06/2022/QH15 ngày 15/6/2022 của Quốc hội.\n",
        HEAD
        + "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Đảng ủy; Thông tư số 15/2025/TT-BABC ngày 04/8/2025 của Bộ trưởng Bộ Y tế.\n",
    )
    bad = (
        HEAD
        + "Căn cứ Quyết định số 312/QĐ-TTg ngày 12/01/2026 của [[Chính phủ→Thủ tướng Chính phủ]] về việc phê duyệt đề án;\n",
        HEAD + "Căn cứ Nghị định số 311/2025/NĐ-CP ngày 12/12/2025 của [[Thủ tướng Chính phủ→Chính phủ]] về an toàn;\n",
        HEAD
        + "Thông tư số 43/2018/TT-BYT ngày 26 tháng 12 năm 2018 của [[Chính phủ→Bộ Y tế]] hướng dẫn phòng ngừa sự cố;\n",
        HEAD + "Thông tư số 25/2025/TT-BNV ngày 04/8/2025 của Bộ trưởng [[Bộ Y tế]] về khen thưởng;\n",
        HEAD
        + "Nghị quyết số 45/NQ-UBND ngày 17/12/2025 của [[Hội đồng nhân dân]] xã; Chỉ thị số 02/CT-HĐND ngày 19/01/2026 của [[Chủ tịch Ủy ban nhân dân]] tỉnh; "
        "Kế hoạch số 25-KH/HU ngày 15/01/2026 của Ban Thường vụ [[Tỉnh ủy]] về thi đua.\n",
        HEAD + "Nghị quyết số 45/NQ-HĐND ngày 17 tháng 12 năm 2025 của [[Ủy ban nhân dân]] xã về nhiệm vụ;\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for citation in doc.citations:
            yield from self._committee(doc, citation)
            if not OTHERS.match(citation.issuer):
                continue
            at = doc.text.find(citation.issuer, citation.number_span.end, citation.number_span.end + FAR)
            if at < 0:
                continue
            yield from self._owner(citation, at)
            yield from self._ministry(citation, at)

    def _committee(self, doc: Document, citation: Citation) -> Iterator[Finding]:
        """“Kế hoạch số 25-KH/HU” is of no “Ban Thường vụ Tỉnh ủy”."""
        symbol = citation.number.rpartition("/")[2]
        own = COMMITTEES.get(symbol, ())
        at = doc.text.find(citation.issuer, citation.number_span.end, citation.number_span.end + FAR)
        told = next((n for names in COMMITTEES.values() for n in names if n in citation.issuer), "")
        if at >= 0 and told and own and told not in own:
            span = Span(at + citation.issuer.find(told), at + citation.issuer.find(told) + len(told))
            yield self.finding(span, f"Văn bản có ký hiệu {symbol} là của {own[0]}.")

    def _owner(self, citation: Citation, at: int) -> Iterator[Finding]:
        right, names = next(((r, names) for end, r, names in SYMBOLS if end.search(citation.number)), ("", ()))
        told = OTHERS.match(citation.issuer)
        if right and told and not citation.issuer.startswith(names):
            sure = right if right in (GOVERNMENT, PREMIER, ASSEMBLY) else None
            last = at + (len(citation.issuer) if sure else told.end())
            message = f"Văn bản có ký hiệu {citation.number.rpartition('/')[2]} là của {right}."
            yield self.finding(Span(at, last), message, sure)

    def _ministry(self, citation: Citation, at: int) -> Iterator[Finding]:
        symbol = CIRCULAR.search(citation.number)
        right = MINISTRIES.get(symbol["of"]) if symbol else None
        if right is None:
            return
        told = f"Thông tư có ký hiệu TT-{symbol['of'] if symbol else ''} là của {right}"
        named = NAMED.match(citation.issuer)
        known = named and any(named["body"].startswith(name) for name in MINISTRIES.values())
        if named and known and not named["body"].startswith(right):
            span = Span(at + named.start("body"), at + len(citation.issuer))
            yield self.finding(span, f"{told}: xem lại ký hiệu hoặc tên cơ quan.")
        elif named is None and citation.issuer.startswith((GOVERNMENT, PREMIER, ASSEMBLY)):
            yield self.finding(Span(at, at + len(citation.issuer)), f"{told}.", right)
