"""Ngày không có trong lịch."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.dates import DateMention, own_dates, with_word
from checks.finding import Finding
from checks.letters import capital
from checks.patterns import Pattern
from checks.rule import Rule

# “trước ngày 31/6”, without a year
SHORT = Pattern(r"ngày (?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])", needs="ngày ")
# “trước ngày 31 tháng 6 hằng năm”
YEARLY = Pattern(r"ngày (?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?! năm \d|[\d/])", hooks=(" tháng ",), back=len("ngày 31"))
# “từ tháng 13/2026”, without a day
MONTH = Pattern(r"(?P<day>\d )?(?P<month>tháng (?P<m>\d{1,2})(?:/| năm )20\d\d)(?!\d)", hooks=("tháng ",), back=2)
# “ngày 26/11/1003”: a slip of 2003
YEAR = Pattern(
    r"ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )(?P<year>1[0-7]\d\d|0\d{3}|2[2-9]\d\d|[3-9]\d{3}|(?:19|20)\d{3})(?!\d)",
    needs="ngày ",
)
DATED = Pattern(r"/20\d\d/")
# “từ ngày 01/11/202 đến ngày 15/11/2026”: the year has lost a figure
LOST = Pattern(r"ngày \d{1,2}/\d{1,2}/(?P<year>(?:1[89]|20)\d)(?![\d/])", needs="ngày ")
# “(26/31931 - 26/3/2026)”, “ngày 12/32026”: no slash before the year
JOINED = Pattern(
    r"(?:ngày |\( ?| [-–] )(?P<date>(?P<d>[0-3]?\d)/(?P<m>1[0-2]|0?[1-9])(?P<y>(?:19|20)\d\d))(?![\d/-])",
    hooks=("ngày ", "(", " - ", " – "),
)
WEEKDAY = Pattern(
    r"(?P<name>[Tt]hứ [Hh]ai|[Tt]hứ [Bb]a|[Tt]hứ [Tt]ư|[Tt]hứ [Nn]ăm|[Tt]hứ [Ss]áu|[Tt]hứ [Bb]ảy|[Tt]hứ [2-7]|[Cc]hủ [Nn]hật),? \(?(?:ngày )?$"
)
# “ngày 15/6/2026 (thứ Hai)”
WEEKDAY_BEHIND = Pattern(r",? \(?(?P<name>[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật)\)")
# “Việt dã 31/10/2026-T7”, “14/11/2026 (CN)”: a column of days
WEEKDAY_CELL = Pattern(r" ?(?:[-–] ?|\()(?P<name>T[2-7]|CN)(?![\w/-])")
CELLS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
# “lúc 25 giờ 30 ngày 12/6/2026”, “14 giờ 75 phút ngày 20/5/2026”; “trong 72 giờ” is a length
HOUR = Pattern(
    r"(?P<hour>(?<![\d.,])(?P<h>\d{1,2}) giờ(?: (?P<m>\d{1,2})(?: phút)?(?!\d))?)(?=,? \(?(?:ngày \d|[Tt]hứ|[Cc]hủ nhật|sáng|chiều|hằng ngày))",
    hooks=(" giờ",),
    back=2,
)
AT = Pattern(r"(?:lúc|hồi|vào|từ|đến|gian:) $")
WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ImpossibleDate(Rule):
    """Ngày nêu trong nội dung có thật trong lịch, và thứ trong tuần khớp với ngày.

    “31/6”, “30/02” thường do gõ nhầm hoặc cộng tháng. Ngày của văn bản được viện dẫn do phép kiểm citation-form xét.
    """

    alone = True
    tier = "gợi ý"
    source = "Đối chiếu với lịch"
    good = (
        "Họp thứ 7, ngày 20/6/2026; Nghị quyết số 12/NQ-HĐND ngày 31/6/2025.\n",
        "Hà Tân, ngày 31 tháng 6 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nThi đua.\n",
        "Họp lúc 7 giờ 30 phút, ngày 15/6/2026; trực từ 0 giờ đến 24 giờ ngày 19/8/2026; "
        "trả lời trong 72 giờ, ngày nghỉ không tính; sau 48 giờ, ngày 03/5/2026 báo cáo.\n",
        "Báo cáo trước ngày 30/6 và ngày 29/02/2028; họp thứ Hai, ngày 15/6/2026; tỷ lệ 31/6 không phải ngày.\n",
        "Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị; Đại hội lần thứ hai, ngày 16/6/2026.\n",
        "Quyết định số 46/2014/QĐ-TTg ngày 15/8/5014 của Thủ tướng Chính phủ.\n",
        "Công văn số 12/32026; hồ sơ (12/52026/HS); quyết định (số 26/31931).\n",
    )
    bad = (
        "Báo cáo trước [[ngày 05 tháng 13]] hằng năm, sơ kết trước [[ngày 31 tháng 6]].\n",
        "Họp [[Thứ Hai→Chủ nhật]], ngày 14/6/2026; tổng kết trước [[ngày 10/13]].\n",
        "Báo cáo trước [[ngày 31/6/2026]].\n",
        "Tổng kết trước [[ngày 30/02]].\n",
        "Các xã tổ chức thực hiện.\nHoàn thành trước [[ngày 31 tháng 11 năm 2026]].\n",
        "Thực hiện từ [[tháng 13/2026]] đến hết năm.\n",
        "Hội nghị tổ chức vào [[thứ Ba→thứ Hai]], ngày 15/6/2026.\n",
        "Họp lúc [[25 giờ 30]] ngày 12/6/2026, dự kiến xong lúc [[14 giờ 75 phút]], thứ Sáu, ngày 12/6/2026.\n",
        "Luật được Quốc hội thông qua ngày 26/11/[[1003]].\n",
        "Quyết định số 365/QĐ-TTg ngày 17/3/[[20015]]; họp ngày 05 tháng 3 năm [[20126]].\n",
        "Nhận bài dự thi từ ngày 01/11/[[202]] đến ngày 15/11/2026.\n",
        "Gửi hồ sơ chậm nhất [[ngày 31 tháng 9 năm 2026]].\n",
        "Hội nghị tổ chức vào [[thứ 3→thứ 2]], ngày 15/6/2026.\n",
        "Hội nghị tổ chức vào ngày 15/6/2026 ([[thứ Ba→thứ Hai]]).\n",
        "Ra quân ngày 14/02/2026 ([[Thứ 2→Thứ 7]]).\n",
        "Kéo co 31/10/2026-T7, cờ tướng 14/11/2026-[[CN→T7]], cầu lông 20/11/2026 ([[T5→T6]]).\n",
        "Kỷ niệm ngày thành lập Đoàn ([[26/31931→26/3/1931]] - 26/3/2026); báo cáo trước ngày [[15/122026→15/12/2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        dated = {c.date_span.end for c in doc.citations if c.date_span and DATED.search(c.number)}
        for stated in own_dates(doc):
            if stated.span.start < doc.body.start:
                continue
            if stated.impossible:
                yield self.finding(with_word(doc.text, stated), "Ngày này không có trong lịch.")
            elif stated.date:
                yield from self._weekday(doc, stated)
        for match in (*SHORT.finditer(doc.text, *doc.body), *YEARLY.finditer(doc.text, *doc.body)):
            day, month = int(match["d"]), int(match["m"])
            if not 1 <= month <= 12 or not 1 <= day <= LONGEST[month - 1]:
                yield self.finding(match.span(), "Ngày này không có trong lịch.")

        for match in JOINED.finditer(doc.text):
            right = f"{match['d']}/{match['m']}/{match['y']}"
            yield self.finding(match.span("date"), f"Thiếu dấu “/” trước năm: “{right}”.", right)

        for match in LOST.finditer(doc.text):
            yield self.finding(match.span("year"), f"Năm “{match['year']}” thiếu một chữ số.")

        for match in YEAR.finditer(doc.text, 0, doc.body.end):
            if match.end() in dated:
                continue  # “số 46/2014/QĐ-TTg ngày 15/8/5014” is told by citation-form
            yield self.finding(match.span("year"), f"Xem lại năm “{match['year']}” của ngày này.")

        for match in MONTH.finditer(doc.text, doc.body.start, doc.body.end):
            if match["day"] is None and not 1 <= int(match["m"]) <= 12:
                yield self.finding(match.span("month"), "Một năm chỉ có 12 tháng.")

        for match in HOUR.finditer(doc.text, doc.body.start, doc.body.end):
            late = int(match["h"]) > 24 and AT.search(doc.text, max(0, match.start() - 8), match.start())
            if late or int(match["m"] or 0) > 59:
                yield self.finding(match.span("hour"), "Không có giờ này trong ngày.")

    def _weekday(self, doc: Document, stated: DateMention) -> Iterator[Finding]:
        cell = WEEKDAY_CELL.match(doc.text, stated.span.end)
        if cell is not None and stated.date is not None and cell["name"] != (right := CELLS[stated.date.weekday()]):
            yield self.finding(cell.span("name"), f"Ngày này là {right}.", right)
        told = WEEKDAY.search(doc.text, max(0, stated.span.start - 20), stated.span.start) or WEEKDAY_BEHIND.match(
            doc.text, stated.span.end
        )
        if told is None or stated.date is None or doc.text[max(0, told.start() - 5) : told.start()].endswith("lần "):
            return
        right = WEEKDAYS[stated.date.weekday()]
        said = told["name"].lower()
        if said[-1].isdigit():
            figure = f"thứ {stated.date.weekday() + 2}" if stated.date.weekday() < 6 else "chủ nhật"
            if said != figure:
                yield self.finding(told.span("name"), f"Ngày này là {figure}.", told["name"][0] + figure[1:])
        elif said != right:
            name = right if right == "chủ nhật" else f"thứ {right[4:].capitalize()}"
            shown = capital(name) if told["name"][0].isupper() else name
            yield self.finding(told.span("name"), f"Ngày này là {name}.", shown)
