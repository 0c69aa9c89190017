"""Lần viện dẫn đầu tiên ghi đủ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.citations import Citation
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_before

# What a title begins with, after the issuer, the term or the session: “… (khóa XI) tại kỳ họp thứ 11 về …”
TITLE = Pattern(
    r"(?:về|phê duyệt|ban hành|quy định|sửa đổi|bổ sung|hướng dẫn|một số|công bố|giao|triển khai|phát động|điều chỉnh|tổ chức|thực hiện|kèm theo)\b|[“\"]",
    flags=re.IGNORECASE,
)
# The content stands before the number: “Đề án … theo Quyết định số”, “ban hành kèm theo”, “tại Kế hoạch số”
TOLD_BEFORE = Pattern(r"(?:theo|tại|kèm theo|trong|bằng) $")
# Before the colon of a list: “các nghị quyết trụ cột của Bộ Chính trị:”
OWNER_OF_ALL = Pattern(
    r"(?:các|những) (?:nghị quyết|chỉ thị|quyết định|kế hoạch|văn bản|kết luận)[^.:]{0,60} của (?:[^.:]{3,60}):[^.\n]*$",
    flags=re.IGNORECASE,
)
REACH = 140
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nChủ tịch Ủy ban nhân dân xã phát động phong trào thi đua như sau:\n\n1. Nội dung\n\n"


class FirstCitation(Rule):
    """Lần đầu viện dẫn một văn bản ghi đủ tên loại, số, ngày ban hành, cơ quan ban hành và trích yếu; lần sau chỉ cần tên loại và số.

    Luật và pháp lệnh chỉ ghi tên. Khi nội dung của văn bản đã được nói ngay trước đó (“Đề án … theo Quyết định số …”)
    thì không cần nhắc lại trích yếu.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm b"
    good = (
        HEAD + "Quán triệt Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng.\n",
        HEAD
        + "Thực hiện Nghị quyết số 88/NQ-HĐND ngày 09/12/2025 của Hội đồng nhân dân xã tại kỳ họp thứ 5 về nhiệm vụ năm 2026; bám sát "
        "Nghị quyết số 88/NQ-HĐND.\n",
        HEAD
        + "Thực hiện các nghị quyết của Bộ Chính trị: Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học; Nghị quyết số 68-NQ/TW "
        "ngày 04/5/2025 về phát triển kinh tế tư nhân.\n",
        HEAD
        + "Thực hiện Đề án Văn hóa công vụ theo Quyết định số 1847/QĐ-TTg ngày 27/12/2018 của Thủ tướng Chính phủ.\n",
        HEAD
        + "Căn cứ Quyết định số 88/QĐ-EVN SPC ngày 12/01/2026 của Tổng công ty Điện lực miền Nam về giao chỉ tiêu kế hoạch năm 2026.\n",
    )
    bad = (
        HEAD
        + "Quán triệt [[Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị]] (khóa XI) và Nghị quyết Đại hội Đảng bộ xã.\n",
        HEAD
        + "Quán triệt [[Chỉ thị số 05-CT/TW ngày 15/5/2016]] về đẩy mạnh học tập và làm theo tư tưởng Hồ Chí Minh.\n",
        HEAD + "Thực hiện [[Kế hoạch số 12/KH-UBND]] về chuyển đổi số.\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (
            None if doc.citations else "văn bản không viện dẫn văn bản nào theo số, ký hiệu"
        )

    def check(self, doc: Document) -> Iterator[Finding]:
        seen: set[str] = set()
        for i, citation in enumerate(doc.citations):
            number = re.sub(r"\s+", "", citation.number)
            if citation.span.start > doc.body.end or number in seen or citation.family == "law":
                continue
            seen.add(number)
            after = doc.citations[i + 1].span.start if i + 1 < len(doc.citations) else doc.body.end
            missing = list(_missing(doc.text, citation, after))
            if missing:
                end = _end(doc.text, citation)
                message = f"Lần đầu viện dẫn văn bản số {number} còn thiếu {', '.join(missing)}."
                yield self.finding((citation.span.start, end), message)


def _missing(text: str, citation: Citation, after: int) -> Iterator[str]:
    """What the first citation does not say."""
    end = citation.date_span.end if citation.date_span else citation.number_span.end
    if citation.date_span is None:
        yield "ngày ban hành"
    # The owner may be told before the number or by the sentence: “Bộ Chính trị ban hành Chỉ thị số”
    if not re.match(r"(?:\)|”|,)? *(?:của|do) ", text[end:after]) and not _owner_before(text, citation):
        yield "cơ quan ban hành"
    rest = re.split(r"[.;\n](?=\s|$)", text[end : min(after, end + REACH)])[0]
    if not TITLE.search(rest) and not TOLD_BEFORE.search(text, max(0, citation.span.start - 9), citation.span.start):
        yield "trích yếu"


def _owner_before(text: str, citation: Citation) -> bool:
    before = text[max(0, citation.span.start - 60) : citation.span.start]
    return bool(re.search(r"(?:ban hành|ký|tại|có) (?:các )?$", before)) or _owner_of_all(text, citation)


def _owner_of_all(text: str, citation: Citation) -> bool:
    """“các nghị quyết của Bộ Chính trị: Nghị quyết số …; Nghị quyết số …”: the list names its owner once."""
    return bool(OWNER_OF_ALL.search(line_before(text, citation.span.start)))


def _end(text: str, citation: Citation) -> int:
    """Where the citation's own words end: the issuer, else the date, else the number."""
    start = citation.date_span.end if citation.date_span else citation.number_span.end
    if citation.issuer:
        owner = re.split(r" (?:đến|vào|cho|bằng|để|và)\b", citation.issuer)[0]
        return text.find(owner, start) + len(owner)
    return start
