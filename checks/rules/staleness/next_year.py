"""Phần phương hướng của báo cáo tổng kết."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.dates import short
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.parsing.lines import is_caps
from checks.patterns import Pattern
from checks.rule import Rule

# “Tổng kết phong trào thi đua năm 2026, phương hướng, nhiệm vụ năm 2027”
TITLE = Pattern(
    r"[Tt]ổng kết [^\n;]{0,120}?năm (?P<past>20\d\d)(?!\d| ?[-–] ?20)[,;]? (?:và )?(?:triển khai |đề ra )?(?:phương hướng|nhiệm vụ|kế hoạch)"
    r"[^\n;]{0,80}?(?P<next>năm (?P<y>20\d\d))(?!\d| ?[-–] ?20)",
    needs="ổng kết ",
)
# “PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027” on a line of its own
AHEAD = Pattern(r"(?:PHƯƠNG HƯỚNG|NHIỆM VỤ)[^\n\d]{0,80}(?P<at>NĂM (?P<y>20\d\d))\W*$")
COMPARED = Pattern(r"so với (?P<year>năm (?P<y>20\d\d))(?![\d/-])", needs="so với ")
GROWTH = Pattern(r"(?:[Tt]ăng|[Gg]iảm|vượt)[^.;\n]{1,60}so với $")
# “phát động phong trào thi đua trong tháng 01/2026”, “tổng kết trước ngày 10/12/2026”
DUE = Pattern(
    r"(?:[Pp]hát động|[Tt]ổ chức|[Hh]oàn thành|[Tt]ổng kết|[Ss]ơ kết|[Đđ]ăng ký|[Bb]áo cáo)[^.;\n\d]{0,60} "
    r"(?P<when>(?:trong|trước|vào|xong trong) (?:ngày \d{1,2}/|tháng )(?P<m>\d{1,2})(?:/| năm )(?P<y>20\d\d))(?!\d)",
    hooks=("hát động", "ổ chức", "oàn thành", "ổng kết", "ơ kết", "ăng ký", "áo cáo"),
    back=1,
)
DONE = Pattern(r"(?<!\w)(?:đã|kết quả|theo Kế hoạch)(?!\w)")
HEAD = "Hà Tân, ngày 08 tháng 12 năm 2026\n\nBÁO CÁO\nTổng kết phong trào thi đua năm 2026, phương hướng, nhiệm vụ năm 2027\n\n"
PART = "I. KẾT QUẢ\n\nĐạt 12 chỉ tiêu.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027\n\n"


class NextYear(Rule):
    """Phần phương hướng, nhiệm vụ của báo cáo tổng kết năm nay nói về năm sau: năm, hạn, mức so sánh.

    Báo cáo tổng kết năm 2026 nêu phương hướng, nhiệm vụ năm 2027; chỉ tiêu năm 2027 so với năm 2026; hạn phải làm ở phần ấy
    sau ngày ký báo cáo. Năm cũ thường sót lại khi lấy báo cáo năm trước làm mẫu.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + PART + "Tăng 6% so với năm 2026; phát động phong trào thi đua trong tháng 01/2027.\n",
        HEAD + PART + "Phong trào đã được phát động trong tháng 01/2026; tăng 6% so với năm 2025.\n",
        HEAD.replace("năm 2026,", "năm học 2025 - 2026,").replace("vụ năm 2027", "vụ năm học 2026 - 2027")
        + "I. KẾT QUẢ\n",
        HEAD.replace("Tổng kết", "Sơ kết 6 tháng đầu năm").replace("2027", "2026") + "I. KẾT QUẢ\n",
    )
    apart = (HEAD.replace("BÁO CÁO\n", "KẾ HOẠCH\n").replace("2027", "2026") + "I. KẾT QUẢ\n",)
    bad = (
        HEAD.replace("vụ năm 2027", "vụ [[năm 2026→năm 2027]]") + "I. KẾT QUẢ\n",
        HEAD + PART.replace("VỤ NĂM 2027", "VỤ [[NĂM 2026→NĂM 2027]]") + "Phấn đấu.\n",
        HEAD + PART + "Thu nhập bình quân tăng 6 triệu đồng so với [[năm 2027→năm 2026]].\n",
        HEAD + PART + "Phát động phong trào thi đua [[trong tháng 01/2026]]; tổng kết [[trước ngày 10/11/2026]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        report = doc.kind == "Báo cáo" and doc.frame.kind
        return super().applies(doc) or (None if report else "không phải báo cáo")

    def check(self, doc: Document) -> Iterator[Finding]:
        title = _title(doc)
        past = int(title["past"]) if title else 0
        if title and int(title["y"]) <= past:
            yield self._behind(title.span("next"), past, f"năm {past + 1}")
        heading = _heading(doc)
        if heading is None:
            return
        year, part = int(heading["y"]), Span(heading.end(), doc.body.end)
        if year <= past:
            yield self._behind(heading.span("at"), past, f"NĂM {past + 1}")
        else:
            yield from self._compared(doc, part, year)
            yield from self._due(doc, part)

    def _behind(self, span: tuple[int, int], past: int, right: str) -> Finding:
        return self.finding(span, f"Báo cáo tổng kết năm {past} nêu phương hướng, nhiệm vụ của năm {past + 1}.", right)

    def _compared(self, doc: Document, part: Span, year: int) -> Iterator[Finding]:
        for match in COMPARED.finditer(doc.text, *part):
            grown = GROWTH.search(doc.text[max(part.start, match.start() - 80) : match.start("year")])
            if int(match["y"]) == year and grown and not _done(doc, match):
                message = f"Chỉ tiêu của năm {year} không so với chính năm ấy; năm trước là năm {year - 1}."
                yield self.finding(match.span("year"), message, f"năm {year - 1}")

    def _due(self, doc: Document, part: Span) -> Iterator[Finding]:
        if doc.issued is None:
            return
        for match in DUE.finditer(doc.text, *part):
            month = int(match["y"]), int(match["m"])
            if 1 <= month[1] <= 12 and month < (doc.issued.year, doc.issued.month) and not _done(doc, match):
                message = f"Hạn này đã qua khi văn bản được ban hành ({short(doc.issued)})."
                yield self.finding(match.span("when"), message)


def _title(doc: Document) -> re.Match[str] | None:
    """Of the subject, which may go on over several lines."""
    start = doc.frame.kind.span.end if doc.frame.kind else 0
    return TITLE.search(doc.text[: doc.body.start].replace("\n", " "), start)


def _heading(doc: Document) -> re.Match[str] | None:
    """Of the part on what is to come: the last one, where it is apart from what was done."""
    found = None
    for line in doc.lines:
        if doc.body.start <= line.span.start < doc.body.end and is_caps(line.bare):
            ahead = AHEAD.search(doc.text, *line.span)
            found = (ahead, line.text) if ahead else found
    return found[0] if found and "KẾT QUẢ" not in found[1] else None


def _done(doc: Document, match: re.Match[str]) -> bool:
    """Does the sentence tell what has been done?"""
    return DONE.search(doc.text, *sentence(doc.text, match.start())) is not None
