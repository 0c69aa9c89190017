"""So sánh với chính năm thi đua."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import ITEM_MARK, line_before

# “tăng 8% so với năm 2025”
COMPARED = Pattern(r"so với (?P<same>cùng kỳ )?(?P<year>năm (?P<y>20\d\d))(?![\d/-])", needs="so với ")
AHEAD = re.compile(r"năm (20\d\d)")
TITLE = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Chỉ tiêu\n\n"
CAMPAIGN = "Hà Tân, ngày 18 tháng 8 năm 2026\n\nKẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. NỘI DUNG\n\n"
# “Năm 2026, sản lượng đạt …, tăng 8% so với năm 2026”
OF_YEAR = re.compile(rf"(?:^\s*{ITEM_MARK} |^|[.;] )Năm (20\d\d)(?=[ ,])")
# “tăng 8% so với năm 2025” among the targets of 2027
GROWTH = re.compile(r"(?:[Tt]ăng|[Gg]iảm|vượt|cao hơn|thấp hơn)[^.;\n]{1,60} $")
STANDING = re.compile(r"(?:cả nước|toàn tỉnh|phấn đấu|mục tiêu|dự kiến|kế hoạch)", re.IGNORECASE)
YEAR = re.compile(r"[Nn]ăm 20\d\d")
BASE = re.compile(r"giai đoạn|cam kết|lộ trình|mục tiêu đến|năm gốc|nhiệm kỳ")
LATER = re.compile(r"năm (?:sau|tới)|những năm|20\d\d")
WHOLE_YEAR = re.compile(r"cả năm(?! sau)")


class ComparedYear(Rule):
    """Chỉ tiêu của năm được so với năm trước, không so với chính năm ấy: năm 2026 “tăng 8% so với năm 2025”.

    Năm sau đó thường là chữ sửa nhầm khi soạn tiếp từ văn bản năm trước. Trong đợt thi đua chỉ xét câu nói về cả năm.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu với năm của phong trào"
    good = (
        TITLE + "Phát thải giảm 5% so với năm 2024 theo cam kết giai đoạn 2024 - 2030.\n",
        CAMPAIGN + "Sản lượng lương thực cả năm tăng 2,5% so với năm 2025; vụ xuân năm sau tăng 5% so với năm 2026.\n",
        TITLE + "Thu ngân sách tăng 8% so với năm 2025.\n",
        TITLE + "Đến năm 2030, quy mô tăng gấp hai lần so với năm 2026.\n",
    )
    bad = (
        TITLE.replace("Chỉ tiêu", "Nội dung thi đua")
        + "Giảm tai nạn giao thông trên cả 03 tiêu chí so với [[năm 2024→năm 2025]].\n",
        CAMPAIGN + "Kéo giảm 10% số vụ phạm pháp hình sự so với cùng kỳ [[năm 2024→năm 2025]].\n",
        CAMPAIGN + "Giảm số vụ cháy rừng so với [[năm 2026→năm 2025]].\n",
        CAMPAIGN + "Giảm 10% số vụ tai nạn giao thông so với cùng kỳ [[năm 2026→năm 2025]].\n",
        TITLE + "1. Năm 2025, xã cho vay 25 tỷ đồng; dư nợ tăng 15% so với [[năm 2025→năm 2024]].\n",
        TITLE.replace(
            "1. Chỉ tiêu",
            "Năm 2025, xã vượt 8 chỉ tiêu. Thu ngân sách tăng 8% so với [[năm 2025→năm 2024]].\n\n1. Chỉ tiêu",
        ),
        TITLE.replace(
            "1. Chỉ tiêu",
            "Năm 2025, thu ngân sách đạt 12 tỷ đồng, tăng 8% so với [[năm 2025→năm 2024]].\n\n1. Chỉ tiêu",
        ),
        TITLE + "Thu ngân sách tăng 8% so với [[năm 2024→năm 2025]].\n",
        TITLE + "Thu ngân sách tăng 8% so với [[năm 2026→năm 2025]].\n",
        TITLE.replace("1. Chỉ tiêu", "1. Nội dung thi đua")
        + "a) Giảm từ 15% số vụ vi phạm so với [[năm 2024→năm 2025]].\n\nb) Thu ngân sách tăng 8% so với năm 2025.\n",
        CAMPAIGN + "Sản lượng lương thực cả năm đạt 412.000 tấn, tăng 2,5% so với [[năm 2026→năm 2025]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in COMPARED.finditer(doc.text, doc.body.start, doc.body.end):
            year = int(match["y"])
            own = doc.year if doc.movement == "annual" else doc.issued.year if doc.issued else None
            around = sentence(doc.text, match.start())
            ahead = any(int(said) > year for said in AHEAD.findall(doc.text[around.start : around.end]))
            told = doc.movement == "annual" or match["same"] or WHOLE_YEAR.search(doc.text, around.start, match.start())
            before = doc.text[around.start : match.start()]
            # “Giảm số vụ cháy rừng so với năm 2026” in a campaign of that year
            told = told or (GROWTH.search(before) and not LATER.search(before))
            above = line_before(doc.text, match.start())
            opened = OF_YEAR.match(before)
            if opened is None and (told_of := OF_YEAR.match(above)) and not STANDING.search(before):
                opened, before = told_of, above
            if opened and int(opened[1]) == year and set(AHEAD.findall(before.lower())) == {opened[1]} and not ahead:
                message = f"Năm {year} không so với chính năm ấy; năm trước là năm {year - 1}."
                yield self.finding(match.span("year"), message, f"năm {year - 1}")
                continue
            if own and year == own - 2 and told and self._two_back(doc, match):
                message = f"Chỉ tiêu của năm {own} thường so với năm {own - 1}."
                yield self.finding(match.span("year"), message, f"năm {own - 1}", severity=Severity.STYLE)
            if own and year >= own and told and not ahead and not doc.school_year:
                message = f"Chỉ tiêu của năm {own} không so với năm {year}; năm trước là năm {own - 1}."
                yield self.finding(match.span("year"), message, f"năm {own - 1}")

    def _two_back(self, doc: Document, match: re.Match[str]) -> bool:
        """Is it a target that grows on the year before the last?"""
        # “kéo giảm 10% so với cùng kỳ năm 2024” among the tasks of 2026, behind a preface that tells of the years before
        part = any(s.span.start <= match.start() < s.span.end for s in doc.sections)
        before = line_before(doc.text, match.start())
        around = sentence(doc.text, match.start())
        told = GROWTH.search(before) and not YEAR.search(before) and not BASE.search(doc.text, *around)
        usual = f"so với năm {int(match['y']) + 1}" in doc.text  # the others of this text are compared with last year
        return (part or usual) and bool(told) and not doc.school_year
