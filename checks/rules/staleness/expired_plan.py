"""Giai đoạn, nhiệm kỳ, kỳ đại hội đã qua."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.numbers import roman
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

# “giai đoạn 2016 - 2020”, “nhiệm kỳ 2020 - 2025”, “5 năm (2021 - 2025)”
YEARS = Pattern(r"20\d\d ?[-–] ?(?P<last>20\d\d)\)?")
PLAN = Pattern(r"(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Tt]hời kỳ|5 năm|năm năm),? \(?$")
# “Nghị quyết Đại hội XIII của Đảng”, “Đại hội đại biểu toàn quốc lần thứ XIII”
CONGRESS = Pattern(
    r"Đại hội(?: [Đđ]ại biểu)?(?: toàn quốc)?(?: lần thứ)? (?P<n>X[IVX]{1,4})\b(?= của Đảng| Đảng)",
    needs="Đại hội",
)
# “tiến tới Đại hội đại biểu toàn quốc lần thứ XIV”: what is told as still to come
COMING = Pattern(
    r"(?:diễn ra|tiến tới|hướng tới|chuẩn bị|trước thềm|bảo vệ tuyệt đối an toàn) (?:cho )?(?P<congress>Đại hội(?: [Đđ]ại biểu)?(?: toàn quốc)?(?: lần thứ)? "
    r"(?P<n>X[IVX]{1,4}))\b(?= của Đảng| Đảng)",
    hooks=("diễn ra ", "tiến tới ", "hướng tới ", "chuẩn bị ", "trước thềm ", "bảo vệ tuyệt đối an toàn "),
)
YEAR_OF = Pattern(r"[Nn]ăm 20\d\d (?:là năm )?$")
HELD = {13: date(2021, 2, 1), 14: date(2026, 1, 25)}
"""The day each congress closed."""
CONGRESSES = {12: date(2021, 2, 1), 13: date(2026, 1, 25)}
"""The day the next congress closed: since then its resolution is the programme."""
# What a sentence says when it looks back, or names what went before the present programme
PAST = Pattern(
    r"kết quả|tổng kết|sơ kết|đánh giá|\bđã\b|vừa qua|trước|so với|kế thừa|thành tựu|năm cuối|kết thúc|sau \d+ năm|kỷ niệm|\bcũ\b|chuyển tiếp|kéo dài|"
    r"bình quân|cùng kỳ|theo chuẩn|quyết toán|báo cáo|chuẩn nghèo|tiêu chí|năm 20\d\d là năm"
)
HEAD = "Thạch Giang, ngày 12 tháng 02 năm {year}\n\nCHỈ THỊ\nPhát động phong trào thi đua năm {year}\n\n1. Nội dung thi đua\n\n"


class ExpiredPlan(Rule):
    """Giai đoạn, nhiệm kỳ, kế hoạch 5 năm, kỳ Đại hội nêu làm nhiệm vụ hiện tại phải còn trong thời gian thực hiện.

    “Phong trào thi đua giai đoạn 2021 - 2025” trong chỉ thị năm 2026 thường còn sót từ năm trước. Không tính trích yếu
    của văn bản được viện dẫn, tên trong ngoặc kép, và câu nói về kết quả, tổng kết, so sánh.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu với năm của phong trào; Đại hội XIII bế mạc ngày 01/02/2021, Đại hội XIV bế mạc ngày 25/01/2026"
    good = (
        HEAD.format(year=2026)
        + "Thực hiện Nghị quyết Đại hội XIII Công đoàn Việt Nam; chuẩn bị Đại hội XIV Công đoàn; trồng 2020 - 2025 cây.\n",
        HEAD.format(year=2026) + "Năm 2026 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.\n",
        HEAD.format(year=2025)
        + "Thực hiện Nghị quyết Đại hội XIII của Đảng, tiến tới Đại hội XIV của Đảng; kế hoạch 5 năm 2021 - 2025.\n",
        HEAD.format(year=2026) + "Thi đua hoàn thành kế hoạch 5 năm 2026 - 2030, nhiệm kỳ 2025 - 2030.\n",
        HEAD.format(year=2026)
        + "Tổng kết phong trào giai đoạn 2021 - 2025. Tỷ lệ hộ nghèo giảm so với giai đoạn 2021 - 2025.\n",
        HEAD.format(year=2026).replace("1. Nội dung thi đua\n\n", "")
        + "Căn cứ Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025;\n\nThi đua thực hiện nhiệm vụ giai đoạn 2026 - 2030.\n",
        HEAD.format(year=2026)
        + "Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về việc phát động thi đua thực hiện Kế hoạch 5 năm (2021 - 2025) theo Nghị quyết Đại "
        "hội XIII của Đảng.\n",
        HEAD.format(year=2024) + "Thi đua thực hiện Nghị quyết Đại hội XIII của Đảng, nhiệm kỳ 2020 - 2025.\n",
    )
    bad = (
        HEAD.format(year=2026) + "Đẩy mạnh các phong trào thi đua [[giai đoạn 2021 - 2025]] do Thủ tướng phát động.\n",
        HEAD.format(year=2026) + "Thi đua hoàn thành kế hoạch [[5 năm (2021 - 2025)]], [[nhiệm kỳ 2020 - 2025]].\n",
        HEAD.format(year=2026) + "Hoàn thành lập quy hoạch sử dụng đất [[thời kỳ 2011 - 2020]].\n",
        HEAD.format(year=2026) + "Thi đua thực hiện thắng lợi Nghị quyết [[Đại hội XIII]] của Đảng.\n",
        HEAD.format(year=2026).replace("1. Nội dung thi đua\n\n", "")
        + "Tiếp tục xây dựng nông thôn mới [[giai đoạn 2016 - 2020]].\n",
        HEAD.format(year=2026) + "Lập thành tích tiến tới [[Đại hội đại biểu toàn quốc lần thứ XIV]] của Đảng.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        year = doc.year or (doc.as_of.year if doc.as_of else None)
        # A text without headings is all preface
        start = doc.preface.end if doc.sections else doc.body.start
        for match in YEARS.finditer(doc.text, start, doc.body.end):
            plan = PLAN.search(doc.text, max(0, match.start() - 14), match.start())
            if plan and year and int(match["last"]) < year and not _told(doc, plan.start()):
                span = Span(plan.start(), match.end() - (match[0][-1] == ")" and "(" not in plan[0]))
                name = doc.text[span.start : span.end]
                yield self.finding(span, f"{name[0].upper()}{name[1:]} đã qua, văn bản này cho năm {year}.")
        today = doc.as_of
        for match in COMING.finditer(doc.text, doc.body.start, doc.body.end):
            held = HELD.get(roman(match["n"]))
            of_year = YEAR_OF.search(doc.text, max(0, match.start() - 20), match.start())
            if held and today and today > held and not of_year:
                message = f"Đại hội {match['n']} của Đảng đã bế mạc ngày {held.day:02}/{held.month:02}/{held.year}."
                yield self.finding(match.span("congress"), message)
        for match in CONGRESS.finditer(doc.text, start, doc.body.end):
            closed = CONGRESSES.get(roman(match["n"]))
            if closed and today and today > closed and not _told(doc, match.start()):
                message = f"Từ ngày {closed.day:02}/{closed.month:02}/{closed.year} nghị quyết của Đại hội sau đã thay Nghị quyết Đại hội {match['n']}."
                yield self.finding(match.span(), message)


def _told(doc: Document, at: int) -> bool:
    """Is it history, a title of a cited document, or a quoted name?"""
    around: Span = sentence(doc.text, at)
    if doc.text[slice(*around)].lstrip("*_ -").startswith("Căn cứ"):
        return True
    if PAST.search(doc.text[slice(*around)].lower()):
        return True
    if any(around.start <= c.span.start < at for c in doc.citations):
        return True
    opened = doc.text.rfind("“", around.start, at)
    # “Cả nước chung sức …” giai đoạn 2021 - 2025 belongs to the quoted movement, but is over all the same
    return opened > doc.text.rfind("”", around.start, at)
