"""Một văn bản được viện dẫn nhiều lần thì ghi giống nhau."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts import wording
from checks.facts.citations import Citation
from checks.facts.dates import mentions, short, words
from checks.facts.known_documents import numbered, slip
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

# “Luật Đường bộ ngày 27 tháng 6 năm 2024”; the name must follow “Luật” at once
LAW = Pattern(r"Luật (?P<name>[" + CAPITAL + r"][^;.\n“”()]{3,80}?),? (?=ngày +\d)", needs="Luật ")
FORMAL = frozenset({"về", "việc", "ban", "hành", "quy", "định", "phê", "tỉnh", "các", "của", "một", "số"})
CITED = Pattern(r"số \d|Nghị|Thông tư|Quyết định|Chỉ thị|Luật")


class CitationAgreement(Rule):
    """Cùng một văn bản được viện dẫn nhiều lần thì ngày ban hành và trích yếu phải như nhau; một luật không có hai ngày thông qua.

    Hai văn bản của hai cơ quan có thể trùng số; chỉ những chỗ lệch nhau một con số, hoặc cùng trích yếu mà khác ngày, mới
    bị coi là cùng một văn bản.
    """

    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Nghị định số 152/2025/NĐ-CP ngày 14/6/2024 của Chính phủ; Nghị định số 152/2025/NĐ-CP ngày 14/6/2023 của Chính phủ.\n",
        "Kế hoạch số 12/KH-UBND ngày 12/02/2026 về chuyển đổi số năm 2026; Kế hoạch số 12/KH-UBND ngày 12/02/2026 về phòng, chống thiên "
        "tai và tìm kiếm cứu nạn.\n",
        "Luật Nhà giáo, được thông qua và công bố ngày 16/6/2025; Luật Nhà giáo ngày 16/6/2024.\n",
        "Luật Nhà giáo ngày 16/6/2025; Luật Nhà giáo ngày 20/11/2023.\n",
        "Kết luận số 05-KL/TU ngày 12/02/2026 của Tỉnh ủy; Kết luận số 05-KL/TU ngày 25/9/2026 của Tỉnh ủy.\n",
        "Nghị quyết số 88/NQ-HĐND ngày 09/12/2024 của Hội đồng nhân dân tỉnh; "
        "Nghị quyết số 88/NQ-HĐND ngày 25/7/2025 của Hội đồng nhân dân tỉnh.\n",
        "Nghị quyết số 88/NQ-HĐND ngày 09/12/2025; Nghị quyết số 88/NQ-HĐND ngày 25/7/2025 của Hội đồng nhân dân tỉnh.\n",
        "Kế hoạch số 12/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân tỉnh về chuyển đổi số năm 2026; "
        "Kế hoạch số 12/KH-UBND ngày 12/02/2026 của Sở Nội vụ về cải cách hành chính năm 2026.\n",
        "Kế hoạch số 12/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân tỉnh; Kế hoạch số 12/KH-UBND ngày 03/3/2026 của Ủy ban nhân dân xã.\n",
        "Luật Nhà giáo ngày 16/6/2025; Luật sửa đổi, bổ sung một số điều của Luật Nhà giáo ngày 16/6/2026.\n",
        "Chỉ thị số 05-CT/TU ngày 12/02/2026 của Tỉnh ủy; Chỉ thị số 05-CT/TU ngày 12/02/2026 và Chỉ thị số 05-CT/TU.\n",
        "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen "
        "thưởng; Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng.\n",
    )
    bad = (
        "Luật Nhà giáo số 73/2025/QH15 ngày 16/6/2025; thực hiện Luật Nhà giáo số 73/2025/QH15 [[ngày 16/6/2024]].\n",
        "Kế hoạch số 12/KH-UBND ngày 12/02/2025 về chuyển đổi số của tỉnh năm 2026; "
        "Kế hoạch số 12/KH-UBND [[ngày 25/8/2024]] về chuyển đổi số của tỉnh năm 2026.\n",
        "Nghị quyết số 88/NQ-HĐND ngày 09/12/2025 của Hội đồng nhân dân tỉnh; thực hiện Nghị quyết số 88/NQ-HĐND [[ngày 09/11/2025]].\n",
        "Nghị quyết số 88/NQ-HĐND ngày 09/12/2025 của Hội đồng nhân dân tỉnh; thực hiện Nghị quyết số 88/NQ-HĐND [[ngày 10/12/2025]] "
        "của Hội đồng nhân dân tỉnh.\n",
        "Căn cứ Luật Nhà giáo ngày 16 tháng 6 năm 2025;\nThực hiện Luật Nhà giáo [[ngày 16 tháng 6 năm 2024]].\n",
        "Kế hoạch số 12/KH-UBND ngày 12/02/2026 về chuyển đổi số năm 2026; Kế hoạch số 12/KH-UBND ngày 12/02/2026 "
        "về [[cải cách hành→chuyển đổi]] số năm 2026.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        groups: dict[str, list[Citation]] = {}
        for citation in doc.citations:
            groups.setdefault(re.sub(r"\s+", "", citation.number), []).append(citation)
        for number, same in groups.items():
            if len(same) > 1:
                yield from self._dates(doc, number, same)
                yield from self._titles(doc, number, same)
        yield from self._laws(doc)

    def _dates(self, doc: Document, number: str, same: list[Citation]) -> Iterator[Finding]:
        dated = [(c, c.date) for c in same if c.date]
        usual = Counter(day for _, day in dated).most_common(1)
        if not usual:
            return
        right = usual[0][0]
        model = next(c for c, day in dated if day == right)
        for citation, day in dated:
            at = words(doc.text, citation.date_span) if citation.date_span else None
            if day != right and at and _same(citation, model, day, right):
                yield self.finding(
                    at, f"Văn bản số {number} ở chỗ này ghi ngày {short(day)}, ở chỗ khác ghi ngày {short(right)}."
                )

    def _titles(self, doc: Document, number: str, same: list[Citation]) -> Iterator[Finding]:
        if any(row.title for row in numbered(number)):  # each is held against the known title
            return
        told = [c for c in same if len(c.title) > 20 and c.date]
        for citation in told[1:]:
            first = told[0]
            if citation.date != first.date or _owners_differ(citation, first):
                continue
            start = doc.text.rfind(citation.title[:12], citation.number_span.end, citation.span.end)
            said = wording.compare(doc.text, start, citation.span.end, first.title)
            changed = [
                d for d in said.differences if _content(doc.text[d.span.start : d.span.end]) != _content(d.right)
            ]
            if said.share >= 0.5 and len(changed) == 1 and not CITED.search(doc.text, *changed[0].span):
                message = f"Trích yếu của văn bản số {number} ở chỗ này khác lần viện dẫn trước (“{changed[0].right}”)."
                yield self.finding(changed[0].span, message, changed[0].right, severity=Severity.WARNING)

    def _laws(self, doc: Document) -> Iterator[Finding]:
        seen: dict[str, date] = {}
        for match in LAW.finditer(doc.text):
            name = match["name"]
            stated = next(mentions(doc.text, match.end(), match.end() + 30), None)
            if (
                stated is None
                or stated.date is None
                or stated.span.start > match.end() + 5
                or " số " in name
                or "Luật" in name
            ):
                continue
            first = seen.setdefault(name, stated.date)
            if (
                stated.date != first
                and slip(stated.date, first)
                and "sửa đổi" not in doc.text[max(0, match.start() - 60) : match.start()]
            ):
                span = (match.end(), stated.span.end)
                yield self.finding(
                    span, f"Luật {name} ở chỗ này ghi ngày {short(stated.date)}, ở chỗ khác ghi ngày {short(first)}."
                )


def _same(one: Citation, other: Citation, day: date, right: date) -> bool:
    """Is it one document with two dates, not two documents with one number?"""
    if _owners_differ(one, other):
        return False
    year = re.search(r"/(\d{4})/", one.number)
    if year and int(year[1]) not in (day.year, right.year):
        return False
    # The numbers of one state body run from 01 through the year: one number, one body, one year is one document.
    numbered = bool(one.issuer and other.issuer) and one.family in ("admin", "normative") and day.year == right.year
    return numbered or slip(day, right) or (len(one.title) > 20 and one.title[:40] == other.title[:40])


def _content(phrase: str) -> set[str]:
    """The words of a phrase that bear its sense: offices write “về việc phê duyệt” and “phê duyệt” alike."""
    folded = phrase.lower().replace("oá", "óa").replace("oà", "òa").replace("uỷ", "ủy")
    return set(folded.split()) - FORMAL


def _owners_differ(one: Citation, other: Citation) -> bool:
    a, b = one.issuer.split(), other.issuer.split()
    return bool(a and b) and (a[:4] != b[:4] or a[-1] != b[-1])
