"""Ngày kết thúc của phong trào thi đua theo năm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.dates import short, spell
from checks.facts.periods import Period
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.parsing.movement import YEAR
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import ITEM_MARK, line_before

# Without a part on the time, a stretch told elsewhere is the movement's only where its clause says so and tells of no part of it
WHOLE = Pattern(r"phong trào|thi đua|phát động|thời gian", flags=re.IGNORECASE)
PART = Pattern(
    r"đợt|cao điểm|chặng|giai đoạn|\d ngày|hồ sơ|bài (?:dự )?thi|nhận|nộp|đăng ký|kiểm tra|chấm|hội thi|cuộc thi|hội nghị|tập huấn|tháng hành động|tuần lễ|"
    r"ra quân|chiến dịch|bầu cử|kỷ niệm|bình xét|báo cáo",
    flags=re.IGNORECASE,
)
# Courts, procuracies and enforcement of judgments close their year of work earlier
OWN_YEAR = Pattern(r"T[ÒO][AÀ] ÁN NHÂN DÂN|VIỆN KI[ỂỀ]M SÁT|THI HÀNH ÁN", flags=re.IGNORECASE)
OWN_ENDS = ((9, 30), (11, 30))
EARLIER = ((11, 30), (12, 15), (12, 20), (12, 25))
"""Days of the same year that an office may choose, to have its awards ready: worth a look, no error."""
SINCE_LAUNCH = Pattern(
    r"từ (?:ngày (?:phát động|ký(?: ban hành)?|ban hành)|nay|khi phát động)(?: (?:phong trào|thi đua|chỉ thị|kế hoạch|văn bản)(?: này)?)* $",
    flags=re.IGNORECASE,
)
# “Tổng kết: trong tháng 12/2026”
IN_DECEMBER = Pattern(
    r"[Tt]ổng kết[^.;\n\d]{0,40}(?:ngày \d{1,2}(?:/| tháng )|tháng )12(?!\d)", hooks=("ổng kết",), back=1
)
# “Tháng 11/2026: tổng kết, khen thưởng”: a line of the schedule
IN_NOVEMBER = Pattern(r"[Tt]háng 11(?:/| năm )20\d\d ?: ?[^.;\n]{0,30}tổng kết", hooks=("háng 11",), back=1)
LONGEST = 300
"""Days of a movement that a subject without a year tells of and that goes on into the next year: it has dates of its own."""
MARK = re.compile(rf"\s*{ITEM_MARK}?\s*")
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n"
TITLE = HEAD + "4. Thời gian thi đua: "


class PeriodEnd(Rule):
    """Phong trào thi đua theo năm kết thúc ngày 31 tháng 12 của năm ghi ở trích yếu.

    Ngày hoặc năm khác thường là phần còn sót lại khi soạn từ chỉ thị năm trước. Đợt thi đua, cao điểm, chuyên đề có thời
    gian riêng và năm học không bị xét ở đây. Kết thúc sớm để kịp bình xét (30/11, 15/12 của chính năm ấy) chỉ được nhắc.
    “Trong năm 2026”, “đến hết năm 2026” là đủ.
    """

    scope = "annual"
    tier = "thông lệ"
    source = "Thông lệ của chỉ thị phát động thi đua hằng năm; việc tổng kết theo năm công tác (Nghị định 91/2017/NĐ-CP, Điều 4 khoản 1)"
    apart = (
        "TÒA ÁN NHÂN DÂN HUYỆN HÀ KHÊ\n\n" + TITLE + "từ ngày 01/12/2025 đến ngày 30/11/2026.\n",
        HEAD.replace("thi đua năm", "thi đua thực hiện cuộc Tổng điều tra kinh tế năm")
        + "1. Thời gian thi đua: từ ngày 05/01/2026 đến ngày 30/3/2026.\n",
        HEAD + "1. Nội dung\n\nTổ chức đợt thi đua 90 ngày đêm từ ngày 02/6/2026 đến ngày 30/8/2026.\n",
        HEAD + "1. Nội dung\n\nTrồng cây từ ngày 02/6/2026 đến ngày 30/8/2026.\n",
        TITLE
        + "\n- Tháng 3/2026: phát động.\n- Từ tháng 4 đến tháng 9/2026: tổ chức thực hiện, bình xét.\n- Tháng 10/2026: hội nghị biểu dương.\n",
        HEAD + "1. Nội dung\n\nTiếp nhận hồ sơ, bài dự thi từ ngày 02/6/2026 đến ngày 30/8/2026.\n",
    )
    good = (
        HEAD + "Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua từ ngày 12/01/2026 đến ngày 31/12/2026.\n",
        TITLE + "Từ ngày phát động đến hết ngày 31 tháng 12 năm 2026.\n",
        TITLE + "trong năm 2026 và tính đến hết ngày 31/12/2026.\n",
        TITLE + "Bắt đầu từ ngày ký, kết thúc vào ngày 31-12.\n",
        TITLE + "Từ tháng 01 đến hết tháng 12 năm 2026.\n",
        TITLE + "Thực hiện từ ngày phát động đến hết ngày 30/11/2026. Tổng kết: trong tháng 12/2026.\n",
        "Hà Khê, ngày 01 tháng 12 năm 2025\n\n"
        + HEAD.replace("năm 2026", "khắc phục hậu quả thiên tai")
        + "1. Thời gian thi đua: từ ngày 01/12/2025 đến ngày 31/01/2026.\n",
        TITLE + "Từ ngày 02/3/2026 đến ngày 30/11/2026.\n\n5. Tiến độ\n\n- Tháng 11/2026: tổng kết, khen thưởng.\n",
        TITLE + "Đợt 1 từ ngày 12/01/2026 đến ngày 30/6/2026; đợt 2 từ ngày 01/7/2026 đến hết ngày 31/12/2026.\n",
    )
    bad = (
        HEAD
        + "Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua từ ngày 12/01/2026 đến ngày [[31/12/2025→31/12/2026]].\n",
        TITLE + "Từ ngày phát động đến hết [[ngày 31 tháng 12 năm 2025→ngày 31 tháng 12 năm 2026]].\n",
        HEAD
        + "3. Chỉ tiêu\n\na) Đạt 100% thời gian, nội dung huấn luyện.\n\n"
        + "4. Ký giao ước thi đua trước ngày 25/01/2026. Thời gian thực hiện phong trào từ tháng 01 đến hết ngày [[30/12/2026→31/12/2026]].\n",
        "Tân Bình, ngày 22 tháng 01 năm 2026\n\n"
        + TITLE
        + "kể từ ngày phát động đến hết ngày [[31/12/2025→31/12/2026]].\nĐợt 3: từ ngày 03/9/2026 đến ngày 31/12/2026.\n",
        TITLE + "Từ ngày phát động đến hết [[31/12/2025→31/12/2026]].\n",
        "Tân Bình, ngày 22 tháng 01 năm 2026\n\n"
        + TITLE
        + "Từ ngày ký ban hành Chỉ thị này đến hết ngày [[31/12/2025→31/12/2026]], chia làm 02 đợt:\n"
        "a) Đợt 1: đến hết ngày 30/6/2026.\nb) Đợt 2: từ ngày 01/7/2026 đến hết ngày 31/12/2026.\n",
        TITLE + "Từ ngày phát động đến hết [[năm 2025→ngày 31 tháng 12 năm 2026]].\n",
        TITLE + "Từ ngày phát động đến hết [[ngày 30 tháng 12→ngày 31 tháng 12 năm 2026]].\n",
        TITLE + "từ nay đến hết ngày [[30/12/2026→31/12/2026]].\n",
        TITLE
        + "Từ ngày ký đến [[ngày 31 tháng 12 năm 2025→ngày 31 tháng 12 năm 2026]]; sơ kết đợt 1 đến hết ngày 30/6/2026.\n",
        TITLE + "Từ tháng 01 đến hết [[tháng 12 năm 2025→ngày 31 tháng 12 năm 2026]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside:
            return outside
        if doc.school_year:
            return "phong trào thi đua theo năm học"
        if OWN_YEAR.search(doc.issuer or "") and any((p.end.month, p.end.day) in OWN_ENDS for p in doc.periods):
            return "Tòa án, Viện kiểm sát, cơ quan thi hành án tính theo năm công tác riêng"
        return None if self._periods(doc) else "không đọc được ngày kết thúc trong phần thời gian"

    def check(self, doc: Document) -> Iterator[Finding]:
        year = doc.year or 0
        right = date(year, 12, 31)
        periods = self._periods(doc)
        over = next((p for p in periods if self._over(doc, p)), None)
        if over is None and any(p.end == right for p in periods):
            return
        # The slip is the 31/12 of another year where there is one, not the end of a first stage.
        last = over or max(periods, key=lambda p: ((p.end.month, p.end.day) == (12, 31), p.end))
        if over is None and (self._planned(doc, last) or _of_its_own(doc, last)):
            return
        written = doc.text[slice(*last.end_span)]
        long = "tháng" in written or "năm" in written
        fix, span = spell(right) if long else short(right), last.end_span
        if not long and written.lower().startswith("ngày"):
            span = span._replace(start=span.end - len(written[4:].lstrip()))
        severity = Severity.WARNING if last.end.year == year and (last.end.month, last.end.day) in EARLIER else None
        message = f"Theo thông lệ, phong trào thi đua năm {year} kết thúc {spell(right)}."
        yield self.finding(span, message, fix, severity=severity)

    def _planned(self, doc: Document, period: Period) -> bool:
        """“Thực hiện: đến hết ngày 30/11/2026. Tổng kết: trong tháng 12/2026”: the office has counted so."""
        end = period.end
        section = next(
            (one.span for one in doc.sections if one.span.start <= period.span.start < one.span.end), doc.body
        )
        counted = (end.year, end.month, end.day) == (doc.year, 11, 30)
        if counted and IN_NOVEMBER.search(doc.text, *doc.body):
            return True
        return counted and IN_DECEMBER.search(doc.text, *section) is not None

    def _over(self, doc: Document, period: Period) -> bool:
        """Does a period that begins with the launch end on the 31/12 before it, whatever the stages say?"""
        end, issued = period.end, doc.issued
        if issued is None or (end.month, end.day) != (12, 31) or end >= issued:
            return False
        return SINCE_LAUNCH.search(doc.text, max(0, period.span.start - 40), period.span.start) is not None

    def _periods(self, doc: Document) -> tuple[Period, ...]:
        """Those of the movement as a whole."""
        whole = [p for p in doc.periods if not _step(doc.text, p)]
        if any("period" in section.roles for section in doc.sections):
            return tuple(whole)
        return tuple(p for p in whole if _of_the_movement(doc.text, p))


def _of_its_own(doc: Document, period: Period) -> bool:
    """“xây dựng lại nhà cho Nhân dân”, from 01/12/2025 to 31/01/2026: no year is in its name."""
    begins, end = period.start, period.end
    across = begins is not None and begins.year == doc.year and end.year == begins.year + 1
    return across and begins is not None and (end - begins).days <= LONGEST and not YEAR.search(doc.subject)


def _step(text: str, period: Period) -> bool:
    """“- Từ tháng 4 đến tháng 9/2026: tổ chức bình xét”: a line of a schedule."""
    opens = MARK.fullmatch(line_before(text, period.span.start)) is not None
    return opens and text[period.span.end : period.span.end + 2].lstrip().startswith(":")


def _of_the_movement(text: str, period: Period) -> bool:
    clause = text[clause_start(text, period.span.start) : period.span.start]
    return bool(WHOLE.search(clause)) and not PART.search(clause)
