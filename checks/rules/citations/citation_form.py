"""Cách ghi số, ký hiệu, ngày của văn bản được viện dẫn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.citations import Citation, joined, torn
from checks.facts.dates import LONG, SHORT, mentions, short
from checks.facts.numbers import to_roman
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

PARTY = Pattern(r"(?P<n>\d{1,4})/(?P<type>CT|NQ|KL|QĐ|HD|KH|TB|BC|CTr)-(?P<owner>TW|TU|HU|ĐU|VPTW)\b")
STATE = Pattern(r"(?P<n>\d{1,4})-(?P<type>CT|NQ|QĐ|KH|TB|BC|CTr|HD)/(?P<owner>UBND|HĐND|TTg|CP)\b")
# “/NQ-HĐND”, “-NQ/TW”, “/2025/NĐ-CP”: the type in the symbol; “/CĐ-ĐHQG” is of a trade union (Công đoàn), not a Công điện
SYMBOL = Pattern(
    r"[/-](?:\d{4}/)?(?P<type>CT|NQ|NĐ|QĐ(?=-(?:CP|TTg|UBND))|TT(?=-)|KH|CĐ(?=-(?:TTg|CT|UBND|VP|PC|BC))|KL)[-/]"
)
# “Chỉ thị số 13156/UBND-CT”: the symbol of a công văn, which has no kind in it
LETTER = Pattern(r"\d{1,5}/(?:UBND|HĐND|TTg|VPCP|VPUBND)-[A-ZĐ]{1,8}")
LETTERED = ("Chỉ thị", "Quyết định", "Kế hoạch", "Nghị quyết")
# “Nghị số 94/2022/NĐ-CP”: the first half of a kind
HALF = Pattern(
    r"(?<!\w)(?P<half>Nghị|Thông|Quyết|Chỉ|Kế) số:? (?P<number>\d[\w/.-]*\w)",
    hooks=("Nghị số", "Thông số", "Quyết số", "Chỉ số", "Kế số"),
)
# “/2025/QH15”, “/2017/UBTVQH14”
TERM = Pattern(r"/(?P<year>\d{4})/(?:QH|UBTVQH)(?P<term>\d{1,2})$")
TERMS = {11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016), 14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031)}
"""First and last year of each National Assembly that numbers its papers so; two share the year of an election."""
SIXTEENTH = (2026, 4)
"""The month in which the National Assembly of the sixteenth term first met: papers of that month may be of either."""
LAST_NORMATIVE = 2016
"""The last year a chỉ thị of a people's committee could be a normative document, with the year in its number."""
KINDS = {
    "CT": "Chỉ thị", "NQ": "Nghị quyết", "NĐ": "Nghị định", "KH": "Kế hoạch", "CĐ": "Công điện", "KL": "Kết luận",
    "QĐ": "Quyết định", "TT": "Thông tư", "TB": "Thông báo",
}  # fmt: skip
"""Kinds by their abbreviation; QĐ is also a “Quy định” of the Party and TB heads many papers: those only contradict."""


class CitationForm(Rule):
    """Số, ký hiệu văn bản viện dẫn viết liền, đúng dạng; năm trong số khớp với năm ban hành; ngày có thật.

    Văn bản Đảng: “34-CT/TW”; văn bản nhà nước: “18/CT-TTg”; văn bản quy phạm pháp luật có năm: “152/2025/NĐ-CP”. Văn bản
    được viện dẫn không thể ban hành sau ngày ký của chính văn bản này.
    """

    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 3 và khoản 6 điểm b; Quy định 399-QĐ/TW (văn bản Đảng)"
    good = (
        "Chỉ số 01 về cải cách hành chính; Thông số 12/24 của máy; Kế số 5/NQ-HĐND.\n",
        "Căn cứ Quyết định số 88/QĐ-EVN SPC ngày 12/01/2026 của Tổng công ty Điện lực miền Nam.\n",
        "Chỉ thị số 05/2016/CT-UBND ngày 05/01/2016 của Ủy ban nhân dân tỉnh; thông tin chính thức số 88/NQ-HĐND.\n",
        "Hà Tân, ngày 12 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nThực hiện Kế hoạch số 12/KH-UBND ngày 12/02/2026.\n",
        "Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị; Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ.\n",
        "Nghị quyết số 74/NQ-HĐND ngày 09/12/2025 của Hội đồng nhân dân tỉnh; Luật số 06/2022/QH15.\n",
        "Kế hoạch số 12/KH-UBND ngày 30 tháng 01 năm 2026; Đề án số 03/ĐA-MTTW-BTT ngày 15/01/2026.\n",
        "Kế hoạch số 155/CĐ-ĐHQG ngày 24/9/2025 của Công đoàn Đại học Quốc gia.\n",
        "Luật số 39/2013/QH13; Nghị quyết số 351/2017/UBTVQH14; Nghị quyết số 30/2026/QH16; Luật số 15/2003/QH11; Luật số 01/1997/QH10.\n",
        "Theo tinh thần Nghị quyêt số 01/NQ-\nCP ngày 07/01/2016; Điều 5 Thông tư số 156/2013/TT-\nBTC ngày 06/11/2013.\n",
        "Hướng dẫn số 56/HD-BTĐKTTW ngày 12/01/2006 của Ban Thi đua - Khen thưởng Trung ương.\n",
        "Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP; Quyết định số 25/QĐ/UB; nhà số 12 Lam - Thanh; Hướng dẫn số 05-HD/BTGTU.\n",
    )
    bad = (
        "Căn cứ [[Nghị→Nghị định]] số 94/2022/NĐ-CP ngày 07/11/2022; [[Quyết→Quyết định]] số 34/QĐ-TTg ngày 12/01/2026.\n",
        "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nThực hiện Kế hoạch số 12/KH-UBND [[ngày 13/01/2026]].\n",
        "Chỉ thị số [[22/CT-TW→22-CT/TW]] ngày 23/01/2018 của Ban Bí thư; Chỉ thị số [[58/CT-TW→58-CT/TW]].\n",
        "Luật Tổ chức chính quyền địa phương số [[72/2025/QH14]]; Luật Đất đai số 31/2024/QH15 [[ngày 18/01/2023]].\n",
        "Nghị quyết số [[31/2026/QH15]] ngày 30/6/2026 của Quốc hội; Nghị quyết số 30/2026/QH16 ngày 24/4/2026.\n",
        "Văn bản hợp nhất số [[05VBHN-VPQH→05/VBHN-VPQH]] ngày 15/5/2025 của Văn phòng Quốc hội.\n",
        "Chỉ thị số [[24-CT/UBND→24/CT-UBND]] ngày 23/01/2018 của Chủ tịch Ủy ban nhân dân tỉnh.\n",
        "Kế hoạch số [[78 /KH-UBND→78/KH-UBND]] ngày 12/02/2026; Kế hoạch số [[41 – KH/TĐTN→41-KH/TĐTN]] của Tỉnh đoàn.\n",
        "Quyết định số [[1315/QĐ- TTg→1315/QĐ-TTg]] ngày 09/11/2023; Công văn số [[924/SNV – TĐ→924/SNV-TĐ]] ngày 09/9/2025.\n",
        "Quyết định [[733/QĐ/TTg→733/QĐ-TTg]] năm 2019; Kế hoạch số [[298 KH/TWĐTN→298-KH/TWĐTN]] của Trung ương Đoàn.\n",
        "Nghị định số 152/2025/NĐ-CP [[ngày 14/6/2024]] của Chính phủ.\n",
        "Kế hoạch số 12/KH-UBND [[ngày 30/02/2026]] của Ủy ban nhân dân tỉnh.\n",
        "Nghị định số 152/2025/[[NĐCP→NĐ-CP]] ngày 14/6/2025 của Chính phủ; Nghị quyết số 30c/[[NQCP→NQ-CP]]; Thông tư số 01/2018/[[TTVPCP→TT-VPCP]].\n",
        "Chỉ thị số 27/[[CTTg→CT-TTg]] ngày 15/8/2024 của Thủ tướng Chính phủ; Thông báo số 90/[[TBMTTQ→TB-MTTQ]] ngày 14/01/2026.\n",
        "Chỉ thị số [[05/2026/CT-UBND→05/CT-UBND]] ngày 05/01/2026 của Chủ tịch Ủy ban nhân dân tỉnh.\n",
        "theo Chỉ thị số [[13156/UBND-CT]] ngày 19/9/2025 của UBND thành phố.\n",
        "theo [[Nghị định]] số 61/2018/QĐ-CP ngày 23/4/2018; [[Nghị định]] số 01/2024/TT-BNV ngày 24/02/2024 của Bộ Nội vụ.\n",
        "theo [[Quyết định]] số 88/NQ-HĐND ngày 09/12/2025 của Hội đồng nhân dân tỉnh.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for span, right in joined(doc.text):
            yield self.finding(
                span, f"Thiếu gạch nối giữa tên loại và tên cơ quan trong ký hiệu: “{right}”.", right, safe=True
            )
        told: set[int] = set()
        for citation in doc.citations:
            for finding in self._number(doc, citation):
                told.add(finding.span.start)
                yield finding
            yield from self._kind(doc, citation)
            yield from self._term(citation)
            yield from self._date(doc, citation)
        yield from self._half(doc)
        for span, right in torn(doc.text, doc.body.start):
            # “01/NQ-” at the end of a line, “CP” at the head of the next: the page broke it, nobody wrote a blank.
            if span.start not in told and doc.written[slice(*span)].replace("\n", "") != right:
                message = f"Số, ký hiệu viết liền, đúng dạng là “{right}”."
                spaces = "".join(doc.text[span.start : span.end].split()) == right
                yield self.finding(span, message, right, safe=spaces, severity=Severity.WARNING)

    def _number(self, doc: Document, citation: Citation) -> Iterator[Finding]:
        written = citation.number
        tight = re.sub(r"(?<!EVN)\s+", "", written)  # “88/QĐ-EVN SPC” is two words
        for pattern, template in ((PARTY, "{n}-{type}/{owner}"), (STATE, "{n}/{type}-{owner}")):
            match = pattern.fullmatch(tight)
            if match:
                right = template.format(**match.groupdict())
                kind = "văn bản Đảng" if pattern is PARTY else "văn bản nhà nước"
                yield self.finding(citation.number_span, f"Số, ký hiệu của {kind} viết là “{right}”.", right)
                return
        if tight != written and tight != doc.written[slice(*citation.number_span)].replace("\n", ""):
            message = f"Số, ký hiệu viết liền: “{tight}”."
            yield self.finding(citation.number_span, message, tight, safe=True, severity=Severity.WARNING)

    def _kind(self, doc: Document, citation: Citation) -> Iterator[Finding]:
        """“Quyết định số 88/NQ-HĐND”: the words and the symbol name two kinds."""
        if citation.kind in LETTERED and LETTER.fullmatch(citation.number):
            message = f"Ký hiệu “{citation.number}” là của công văn: xem lại ký hiệu hoặc tên loại “{citation.kind}”."
            yield self.finding(citation.number_span, message, severity=Severity.WARNING)
            return
        symbol = SYMBOL.search(citation.number)
        right = KINDS.get(symbol["type"]) if symbol else None
        said = citation.kind[:1].upper() + citation.kind[1:].lower()
        if right and said in KINDS.values() and said != right:
            at = Span(citation.span.start, citation.span.start + len(citation.kind))
            told = doc.text[at.start : at.end]
            message = f"Ký hiệu “{citation.number}” là của {right.lower()}, ở đây ghi “{told}”."
            yield self.finding(at, message, severity=Severity.WARNING)

    def _half(self, doc: Document) -> Iterator[Finding]:
        """“Nghị số 94/2022/NĐ-CP”: the symbol names the kind of which the second word is missing."""
        for match in HALF.finditer(doc.text):
            symbol = SYMBOL.search(match["number"])
            right = KINDS.get(symbol["type"], "") if symbol else ""
            if right.startswith(f"{match['half']} "):
                message = f"Ký hiệu “{match['number']}” là của {right.lower()}: thiếu chữ “{right.split()[1]}”."
                yield self.finding(match.span("half"), message, right)

    def _term(self, citation: Citation) -> Iterator[Finding]:
        """“72/2025/QH14”: the year is not of that National Assembly."""
        match = TERM.search(citation.number) if citation.family == "law" else None
        years = TERMS.get(int(match["term"])) if match else None
        if match and years and not years[0] <= int(match["year"]) <= years[1]:
            term = to_roman(int(match["term"]))
            message = f"Quốc hội khóa {term} có nhiệm kỳ {years[0]} - {years[1]}, số này ghi năm {match['year']}."
            yield self.finding(citation.number_span, message)
        elif match and citation.date and (right := _other_term(int(match["term"]), citation.date)):
            number = f"{citation.number.removesuffix(match['term'])}{right}"
            message = f"Ngày {short(citation.date)} là của Quốc hội khóa {to_roman(right)}: số là “{number}”, hoặc xem lại ngày."
            yield self.finding(citation.number_span, message, severity=Severity.WARNING)

    def _date(self, doc: Document, citation: Citation) -> Iterator[Finding]:
        if citation.date_span is None:
            return
        stated = next(mentions(doc.text, *citation.date_span), None)
        if stated is None:
            return
        span = _own(doc.text, citation.date_span)
        if stated.impossible:
            yield self.finding(
                span,
                f"Ngày ban hành của {citation.kind.lower() or 'văn bản'} số {citation.number} không có trong lịch.",
            )
            return
        year = re.search(r"/(\d{4})/", citation.number)
        if year and int(year[1]) > LAST_NORMATIVE and citation.number.endswith("/CT-UBND"):
            right = citation.number.replace(f"{year[1]}/", "", 1)
            message = f"Chỉ thị của Ủy ban nhân dân từ năm 2017 không mang năm trong số: “{right}”."
            yield self.finding(citation.number_span, message, right, severity=Severity.WARNING)
        if year and citation.family in ("normative", "law") and int(year[1]) != stated.year:
            yield self.finding(
                span, f"Số “{citation.number}” là của năm {year[1]} nhưng ngày ban hành ghi năm {stated.year}."
            )
        elif stated.date and doc.issued and stated.date > doc.issued and citation.span.start < doc.frame.end:
            yield self.finding(
                span, "Văn bản được viện dẫn ghi ngày sau ngày ban hành của văn bản này.", severity=Severity.WARNING
            )


def _other_term(term: int, day: date) -> int | None:
    """The term a paper of that day is of, where the two terms of one year were taken for each other."""
    month = (day.year, day.month)
    if term == 15 and month > SIXTEENTH:
        return 16
    return 15 if term == 16 and month < SIXTEENTH else None


def _own(text: str, span: Span) -> Span:
    """The date with its word “ngày”, without the comma before it."""
    match = LONG.search(text, *span)
    if match:
        return Span(*match.span())
    short = SHORT.search(text, *span)
    if short is None:
        return span
    at = text.rfind("ngày", span.start, short.start())
    return Span(at if at >= 0 else short.start(), short.end())
