"""Năm còn sót lại từ văn bản năm trước."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.named_year import NO_YEAR
from checks.facts.sentences import sentence
from checks.facts.tables import tables
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

STATED = Pattern(r" (?P<word>năm|NĂM) (?P<year>20\d\d)(?!\d| ?[-–])", needs=(" năm 20", " NĂM 20"))
SCHOOL = Pattern(r" (?P<told>năm học (?P<year>20\d\d) ?[-–] ?20\d\d)", needs=" năm học 20")
# “nhiệm vụ phát triển kinh tế - xã hội” year, “giao ước thi đua” year; read backwards from the year
TASK = Pattern(
    r"(?:nhiệm vụ|chỉ tiêu|kế hoạch|mục tiêu|thi đua|dự toán|công tác|giao ước|chương trình|nghị quyết)[^.;:|\t\n“”\"()\d]{0,60}$",
    flags=re.IGNORECASE,
)
# “hoàn thành toàn diện nhiệm vụ năm 2025”: all that counts in a campaign, which has its own dates
FULFILLED = re.compile(
    r"[Hh]oàn thành (?:toàn diện |thắng lợi |xuất sắc |vượt mức |tốt |và |hoàn thành |các )*(?:nhiệm vụ|chỉ tiêu|kế hoạch|mục tiêu)[^.;:|\n“”()\d]{0,50}$"
)
# “Thực hiện nhiệm vụ năm học 2025 - 2026 và Kế hoạch số …, Trường … phát động …”
ORDERED = re.compile(r"(?<=\n)Thực hiện nhiệm vụ(?: trọng tâm)?$")
# The head of a column: “Kế hoạch 2026”, “Chỉ tiêu giao năm 2026”
PLANNED = re.compile(r"(?:Kế hoạch|Chỉ tiêu|Mục tiêu|Phấn đấu|Dự toán)(?: giao| phấn đấu)?(?: năm)? (?P<year>20\d\d)")
SPRING = 3
REACH = 80
AFTER = 14
"""What follows the year may tell that it is history: “năm 2025 đã đạt”."""
OPENING = 120
"""Characters below the heading of a document without a subject that say the year of its movement."""
LONGEST_AGO = 15
"""Years: a model may be old; what is further back is history."""
ROLES = frozenset(
    {"goal", "targets", "content", "implementation", "means", "criteria", "reward", "review", "inspection"}
)
# A sentence that looks back, compares, orders papers of the old year or names a document
PAST = Pattern(
    r"kết quả|tổng kết|sơ kết|đánh giá|\bđã\b|vừa qua|trước|so với|hơn năm|cùng kỳ|từ năm|đến năm|tồn tại|hạn chế|chưa|bài học|cuối năm|hết năm|"
    r"quyết toán|báo cáo|xét (?:tặng|khen)|bình xét|khen thưởng|kết thúc|tháng \d|quý |số liệu|chuyển (?:tiếp|nguồn|sang)|kéo dài|"
    r"ban hành|phê duyệt|kỷ niệm|thành tích|điển hình"
)
HEAD = "Thạch Giang, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Mục tiêu\n\n"


class MovementYear(Rule):
    """Mục tiêu, nội dung và phần giao việc nói tới năm của phong trào, không còn sót năm trước.

    “Nhiệm vụ năm 2025” trong chỉ thị phát động thi đua năm 2026 thường là chỗ quên sửa khi lấy văn bản năm trước làm mẫu.
    Câu so sánh, tổng kết, khen thưởng thành tích năm trước và tên văn bản được viện dẫn không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu với năm ghi ở trích yếu"
    apart = (
        "Hà Tân, ngày 18 tháng 3 năm 2026\n\nKẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\nHoàn thành nhiệm vụ năm 2025.\n",
        "KẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\nHoàn thành nhiệm vụ năm 2025.\n",
    )
    good = (
        "Hà Tân, ngày 18 tháng 8 năm 2026\n\nKẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\n"
        "Thi đua thực hiện kế hoạch năm 2025 của ngành.\n",
        HEAD
        + "Thiên tai năm 2025 gây thiệt hại lớn. Hưởng ứng lời phát động thi đua năm 2025 của tỉnh. Thực hiện nhiệm vụ năm 2025 - 2026.\n\n"
        "2. Thời gian thi đua\n\nThực hiện theo kế hoạch năm 2025 của tỉnh.\n",
        HEAD.replace("12 tháng 01 năm 2026", "20 tháng 12 năm 2025") + "Hoàn thành nhiệm vụ năm 2025.\n",
        HEAD.replace("thi đua năm 2026", "thi đua năm học 2026 - 2027") + "Hoàn thành nhiệm vụ năm 2025.\n",
        HEAD + "Hoàn thành thắng lợi nhiệm vụ năm 2026; thu ngân sách tăng 8% so với kế hoạch năm 2025.\n",
        HEAD + "Hoàn thành 02 nhiệm vụ năm 2025 chuyển sang.\n",
        HEAD + "TT Chỉ tiêu Đơn vị tính Thực hiện năm 2025 Mục tiêu năm 2026\n",
        HEAD + "TT\tChỉ tiêu\tĐơn vị tính\tThực hiện năm 2025\tMục tiêu năm 2026\n1\tThu ngân sách\ttỷ đồng\t24\t26\n",
        HEAD + "Tổng kết phong trào thi đua năm 2025. Chuẩn bị xây dựng kế hoạch năm 2027.\n",
        HEAD + "Thực hiện Nghị quyết số 88/NQ-HĐND ngày 09/12/2024 về nhiệm vụ phát triển kinh tế - xã hội năm 2025.\n",
    )
    bad = (
        HEAD
        + "TT | Chỉ tiêu | Thực hiện 2025 | Kế hoạch [[2025→2026]]\n1 | Khám bệnh | 312.460 | 320.000\n2 | Phẫu thuật | 4.215 | 4.300\n",
        HEAD.replace(
            "thi đua năm 2026\n\n",
            "thi đua năm học 2026 - 2027\n\nThực hiện nhiệm vụ [[năm học 2025 - 2026→năm học 2026 - 2027]], nhà trường phát động.\n\n",
        )
        + "Lập thành tích.\n",
        "Hà Tân, ngày 08 tháng 02 năm 2027\n\nKẾ HOẠCH\nPhát động đợt thi đua cao điểm năm 2027\n\nI. MỤC ĐÍCH\n\n"
        "Quyết tâm hoàn thành thắng lợi nhiệm vụ [[năm 2026→năm 2027]].\n",
        "Hà Tân, ngày 18 tháng 8 năm 2026\n\nKẾ HOẠCH\nPhát động đợt thi đua cao điểm chào mừng Quốc khánh\n\nI. MỤC ĐÍCH\n\n"
        "Hoàn thành toàn diện nhiệm vụ [[năm 2025→năm 2026]] của ngành.\n",
        HEAD + "Phấn đấu hoàn thành thắng lợi nhiệm vụ phát triển kinh tế - xã hội [[năm 2025→năm 2026]].\n",
        HEAD.replace("12 tháng 01 năm 2026", "20 tháng 12 năm 2025") + "Hoàn thành nhiệm vụ [[năm 2024→năm 2026]].\n",
        HEAD.replace("thi đua năm 2026", "thi đua năm học 2026 - 2027")
        + "Thi đua dạy tốt, học tốt, hoàn thành thắng lợi nhiệm vụ [[năm học 2025 - 2026→năm học 2026 - 2027]].\n",
        HEAD
        + "Lập thành tích.\n\n2. Các đợt thi đua\n\nĐợt 2: từ ngày 03/9/2026 đến hết ngày 31/12/2026, thi đua hoàn thành các chỉ tiêu [[năm 2025→năm 2026]].\n",
        HEAD.replace("12 tháng 01", "18 tháng 3")
        + "Lập thành tích.\n\nII. CHỈ TIÊU [[NĂM 2025→NĂM 2026]]\n\nThu 12 tỷ đồng.\n",
        HEAD + "Thi đua hoàn thành nhiệm vụ [[năm 2014→năm 2026]] của ngành.\n",
        HEAD + "Tổ chức ký giao ước thi đua [[năm 2025→năm 2026]] trong toàn tỉnh.\n",
    )

    def applies(self, doc: Document) -> str | None:
        if doc.movement == "annual":
            told = (
                doc.subject or doc.text[doc.body.start : doc.body.start + OPENING]
            )  # a pact has no subject of its own
            return super().applies(doc) or (None if str(doc.year) in told else NO_YEAR)
        # In the first months the tasks of last year may still be under way, unless the subject says this year
        issued = doc.issued if doc.movement == "campaign" else None
        late = issued is not None and (issued.month > SPRING or f"năm {issued.year}" in doc.subject)
        return super().applies(doc) or (None if late else "không rõ văn bản nói về nhiệm vụ của năm nào")

    def check(self, doc: Document) -> Iterator[Finding]:
        year = doc.issued.year if doc.issued and doc.movement == "campaign" else doc.year
        if year is not None and doc.school_year:
            yield from self._school(doc, year)
            return
        if year is None:
            return
        yield from self._heads(doc, year)
        spans = [s.span for s in doc.sections if ROLES & set(s.roles) and s.level == 1] or [
            Span(doc.preface.end, doc.body.end)
        ]
        for match in STATED.finditer(doc.text, doc.preface.end, doc.body.end):
            stated = int(match["year"])
            current = doc.as_of is not None and stated == doc.as_of.year  # the year is not over yet
            fulfilled = FULFILLED.search(doc.text, max(doc.preface.end, match.start() - REACH), match.start())
            elsewhere = not fulfilled and not any(a <= match.start() < b for a, b in spans)
            if doc.movement == "campaign" and not fulfilled:
                continue
            if not 1 <= year - stated <= LONGEST_AGO or current or elsewhere:
                continue
            if not TASK.search(doc.text, max(doc.preface.end, match.start() - REACH), match.start()):
                continue
            around = sentence(doc.text, match.start())
            # “từ ngày … đến hết ngày …, thi đua nước rút hoàn thành các chỉ tiêu năm 2025”: its own clause tells
            begin = doc.text.rfind(", ", around.start, fulfilled.start()) + 1 if fulfilled else 0
            told = doc.text[max(begin, around.start) : min(around.end, match.end() + AFTER)].lower()
            if PAST.search(told) or "phát động" in told[: match.start() - around.start]:
                continue
            if any(around.start <= c.span.start < match.end() for c in doc.citations):
                continue
            line = doc.text.rfind("\n", 0, match.start()) + 1
            if doc.text.startswith(("TT ", "STT "), line):  # the heads of a pasted table, its tabs lost
                continue
            span = Span(match.end() - len("năm 2025"), match.end())
            what = "Phong trào của văn bản này là" if doc.movement == "annual" else "Văn bản này ban hành"
            yield self.finding(span, f"{what} năm {year}, ở chỗ này ghi năm {stated}.", f"{match['word']} {year}")

    def _heads(self, doc: Document, year: int) -> Iterator[Finding]:
        """“Thực hiện 2025 | Kế hoạch 2025” above the targets of 2026."""
        for rows in tables(doc.text):
            planned = [(cell, match) for cell in rows[0] if (match := PLANNED.fullmatch(cell.text))]
            if len(planned) != 1 or any(str(year) in cell.text for cell in rows[0]):
                continue
            cell, match = planned[0]
            if int(match["year"]) == year - 1:
                at = cell.span.start + match.start("year")
                yield self.finding(
                    (at, at + 4), f"Cột này của năm {match['year']}, phong trào của năm {year}.", str(year)
                )

    def _school(self, doc: Document, year: int) -> Iterator[Finding]:
        """“hoàn thành thắng lợi nhiệm vụ năm học 2025 - 2026” in the launch of 2026 - 2027, or “Thực hiện nhiệm vụ …” above all."""
        for match in SCHOOL.finditer(doc.text, *doc.body):
            around = sentence(doc.text, match.start())
            told = doc.text[around.start : min(around.end, match.end() + AFTER)].lower()
            fulfilled = FULFILLED.search(doc.text, max(doc.body.start, match.start() - REACH), match.start())
            begins = ORDERED.search(doc.text, around.start, match.start())
            if int(match["year"]) == year - 1 and (fulfilled or begins) and not PAST.search(told):
                message = f"Phong trào của văn bản này là năm học {year} - {year + 1}, ở chỗ này ghi năm học {match['year']} - {year}."
                yield self.finding(match.span("told"), message, f"năm học {year} - {year + 1}")
