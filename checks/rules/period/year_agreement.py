"""Năm ở trích yếu, lời phát động và ngày ban hành."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.dates import DateMention, short
from checks.facts.sentences import clause_start, sentence
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

# “phát động phong trào thi đua năm 2025 với chủ đề”
ORDER = Pattern(
    r"phát động(?P<between>[^.;:\n“\"]{0,60}?)thi đua(?P<after>[^.;:\n“\"]{0,40}?)năm (?P<year>\d{4})(?! *[-–])"
)
SCHOOL_YEAR = re.compile(r"năm học (?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d)")
# “phát động phong trào thi đua năm học 2025 - 2026 với các nội dung sau:”
ORDER_SCHOOL = Pattern(
    r"phát động [^.;:\n“\"]{0,60}?thi đua[^.;:\n“\"]{0,40}?(?P<told>năm học (?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d))"
    r"(?=[^.;\n]{0,60}:)",
    needs="năm học",
)
SUMMER = 7
"""The month in which a school year is over."""
# “Ban Tuyên giáo xây dựng Kế hoạch thực hiện phong trào “Dân vận khéo” năm 2025 như sau:”
FOLLOWS = Pattern(
    r"(?<=năm )(?P<year>\d{4}) (?:như sau|với (?:các|những) nội dung(?: cụ thể| chính)?(?: như)? sau) ?:", needs=" sau"
)
SETS_OUT = Pattern(r"xây dựng|ban hành|phát động|đề ra|triển khai|tổ chức")
# “Chỉ thị số 02/CT-UBND … về phát động phong trào thi đua năm 2025” tells what another document was about
TITLE = Pattern(r"về (?:việc )?(?:tổ chức )?$")
# “Chủ tịch Ủy ban nhân dân tỉnh phát động”: whoever launches stands right before; the sentence may have told of last year first
LAUNCHER = Pattern(
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Giám đốc|Hiệu trưởng|Ban Thường vụ|Ban Chấp hành)(?: [^\s,.;:]+){0,6} $"
)
# “Năm 2017 là năm bản lề … Chủ tịch phát động phong trào thi đua năm 2018”: what the year of the movement is
OPENS = Pattern(r"Năm (?P<year>20\d\d)(?=(?: tiếp tục)? là năm )", needs="Năm 20")
OPENING = Pattern(r"\s*(?P<named>Năm (?P<year>20\d\d)), ")
# “Để hoàn thành nhiệm vụ năm 2026, Chủ tịch … phát động phong trào thi đua yêu nước năm 2027”
AIMED = Pattern(
    r"[Đđ]ể (?:hoàn thành|thực hiện|tổ chức)[^.;\n]{0,80}?(?P<named>năm (?P<year>20\d\d)), [^.;\n]{0,80}?phát động[^.;\n]{0,60}?năm (?P<launched>20\d\d)",
    hooks=("ể hoàn thành", "ể thực hiện", "ể tổ chức"),
    back=1,
)
PAST = Pattern(r"tổng kết|sơ kết|kết quả|đánh giá|đã |trước|vừa qua", flags=re.IGNORECASE)
AS_FOLLOWS = Pattern(r"[^.;\n]{0,80}(?:như sau|sau đây|sau)? ?:")
SUBJECT_YEAR = re.compile(r"(?<![\d/-])20\d\d(?!\d)")
# What the subject says of a movement of more than a year, or of what is over
LASTS = Pattern(
    r"đến năm|giai đoạn|nhiệm kỳ|tổng kết|sơ kết|kết quả|ngày \d|\d/20\d\d|số \d|Nghị quyết|Chỉ thị|Kế hoạch",
    flags=re.IGNORECASE,
)
EARLY = 6
"""The last month in which a campaign of the next year is hardly launched."""
HEAD = "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\nSố: 05/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm {issued}\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n"


class YearAgreement(Rule):
    """Năm ở trích yếu, ở lời phát động và ở ngày ban hành khớp nhau.

    Văn bản phát động cho năm sau có thể ban hành từ tháng 10 năm trước. Câu kể kết quả của năm đã qua không bị xét.
    """

    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD.format(issued=2026)
        + "Năm 2025 là năm cuối của giai đoạn, xã đã hoàn thành các chỉ tiêu. Xã phát động phong trào thi đua năm 2026.\n",
        HEAD.format(issued=2026)
        + "Ủy ban nhân dân xã phát động phong trào thi đua yêu nước năm 2026 với các nội dung sau.\n",
        HEAD.format(issued=2026) + "Phong trào thi đua năm 2025 đã đạt nhiều kết quả.\n",
        HEAD.format(issued=2026)
        + "Chỉ thị này thay thế Chỉ thị số 02/CT-UBND ngày 15/01/2025 của Ủy ban nhân dân xã về phát động phong trào thi đua năm 2025.\n",
        HEAD.format(issued=2025).replace("tháng 01", "tháng 10")
        + "Năm trước, Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua năm 2025 và các thôn hưởng ứng. "
        + "Các chỉ tiêu được giao năm 2025 như sau: thu 12 tỷ đồng. Xã đã ban hành các chỉ tiêu năm 2025 như sau: thu 10 tỷ đồng. "
        + "Khi phát động phong trào thi đua vượt kết quả năm 2025, các thôn đăng ký; xã phát động thi đua trong giai đoạn từ năm 2025 - 2030.\n",
        HEAD.format(issued=2026).replace("An Phú Tây, ngày 12 tháng 01 năm 2026\n\n", "")
        + "1. Nội dung\n\nTriển khai các chỉ tiêu của Kế hoạch năm 2025 như sau: thu 12 tỷ đồng.\n",
        HEAD.format(issued=2026).replace("thi đua năm 2026", "thi đua năm học 2026 - 2027")
        + "Hiệu trưởng phát động phong trào thi đua từ nay đến tháng 5 năm 2027.\n",
        HEAD.format(issued=2026).replace("thi đua năm 2026", "thi đua yêu nước")
        + "Ủy ban nhân dân xã phát động phong trào thi đua năm 2027.\n",
    )
    bad = (
        HEAD.format(issued=2024)
        .replace("thi đua năm 2026", "thi đua năm học 2025 - 2026")
        .replace("ngày 12 tháng 01 năm 2024", "[[ngày 22 tháng 9 năm 2024]]")
        + "Nhà trường phát động phong trào thi đua.\n",
        HEAD.format(issued=2026)
        + "[[Năm 2025→Năm 2026]] là năm bản lề; để hoàn thành nhiệm vụ, Chủ tịch phát động phong trào thi đua năm 2026 với các nội dung sau:\n",
        HEAD.format(issued=2026)
        .replace("thi đua năm 2026", "thi đua năm học 2024 - 2025")
        .replace("ngày 12 tháng 01 năm 2026", "[[ngày 12 tháng 01 năm 2026]]")
        + "Nhà trường phát động phong trào thi đua [[năm học 2025 - 2026→năm học 2024 - 2025]] với các nội dung sau:\n",
        HEAD.format(issued=2026)
        + "Ủy ban nhân dân xã phát động phong trào thi đua [[năm 2025→năm 2026]] với các nội dung sau.\n",
        HEAD.format(issued=2026)
        + "[[Năm 2024→Năm 2025]], phong trào thi đua của xã đạt nhiều kết quả. Năm 2026 là năm đầu thực hiện Kế hoạch 5 năm 2025 - 2029.\n",
        HEAD.format(issued=2026)
        + "Để hoàn thành nhiệm vụ [[năm 2025→năm 2026]], Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua năm 2026 với các nội dung sau:\n",
        HEAD.format(issued=2026)
        + "Phát huy kết quả đã đạt được, Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua [[năm 2025→năm 2026]] như sau:\n",
        HEAD.format(issued=2026)
        + "Ủy ban nhân dân xã xây dựng Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” [[năm 2025→năm 2026]] như sau:\n\n1. Mục tiêu\n",
        HEAD.format(issued=2026) + "Ủy ban nhân dân xã phát động phong trào thi đua [[năm 2025→năm 2026]] như sau:\n",
        HEAD.format(issued=2027)
        .replace("phong trào thi đua năm", "đợt thi đua cao điểm Tháng Công nhân năm")
        .replace("ngày 12 tháng 01 năm 2027", "[[ngày 12 tháng 01 năm 2027]]")
        + "Toàn xã thi đua.\n",
        HEAD.format(issued=2024).replace("ngày 12 tháng 01 năm 2024", "[[ngày 12 tháng 11 năm 2024]]")
        + "Toàn xã thi đua.\n",
        HEAD.format(issued=2025).replace("ngày 12 tháng 01 năm 2025", "[[ngày 12 tháng 01 năm 2025]]")
        + "Toàn xã thi đua.\n",
        HEAD.format(issued=2027).replace("ngày 12 tháng 01 năm 2027", "[[ngày 12 tháng 01 năm 2027]]")
        + "Toàn xã thi đua.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        year = doc.year
        stated = doc.place_date
        if doc.movement != "annual":
            yield from self._campaign(doc)
            return
        if doc.school_year:
            yield from self._school(doc)
            return
        if year is None or str(year) not in doc.subject:
            return
        if stated and not (stated.year == year or (stated.year == year - 1 and (stated.month or 12) >= 10)):
            yield self._dated(stated, year, Severity.ERROR if stated.year < year else Severity.WARNING)
        yield from self._follows(doc, year)
        yield from self._opens(doc, year)
        yield from self._looks_back(doc, year)
        for match in ORDER.finditer(doc.text, doc.body.start, doc.body.end):
            before = _before(doc.text, match.start())
            launcher = LAUNCHER.search(before) if AS_FOLLOWS.match(doc.text, match.end()) else None
            if (
                int(match["year"]) == year
                or PAST.search(before[launcher.start() :] if launcher else before)
                or PAST.search(match["after"])
                or TITLE.search(doc.text, max(0, match.start() - 20), match.start())
            ):
                continue
            span = Span(match.start("year") - len("năm "), match.end("year"))
            yield self.finding(span, f"Lời phát động ghi năm {match['year']}, trích yếu ghi năm {year}.", f"năm {year}")

    def _campaign(self, doc: Document) -> Iterator[Finding]:
        """“V/v phát động đợt thi đua Tháng Công nhân năm 2025”, dated 26 March 2026."""
        stated, years = doc.place_date, SUBJECT_YEAR.findall(doc.subject)
        if doc.school_year or stated is None or stated.year is None or len(years) != 1 or LASTS.search(doc.subject):
            return
        year = int(years[0])
        if stated.year == year + 1 or (stated.year == year - 1 and (stated.month or 12) <= EARLY):
            yield self._dated(stated, year, Severity.WARNING)

    def _opens(self, doc: Document, year: int) -> Iterator[Finding]:
        """A paragraph that says what year it is and launches the movement speaks of one year."""
        for match in OPENS.finditer(doc.text, *doc.preface):
            line = doc.text.find("\n", match.end(), doc.preface.end)
            paragraph = doc.text[match.end() : line if line >= 0 else doc.preface.end]
            order = ORDER.search(paragraph)
            told = paragraph[: order.start()] if order else ""
            if order and int(match["year"]) == year - 1 and int(order["year"]) == year and not PAST.search(told):
                yield self.finding(
                    (match.start(), match.end()),
                    f"Phong trào là của năm {year}, ở đây nói năm {match['year']}.",
                    f"Năm {year}",
                    severity=Severity.WARNING,
                )

    def _looks_back(self, doc: Document, year: int) -> Iterator[Finding]:
        """“Năm 2025, các cấp, các ngành …” opens a directive for 2027; “Để hoàn thành nhiệm vụ năm 2026, … phát động”."""
        opening = OPENING.match(doc.text, doc.body.start)
        told = re.compile(rf"ăm {year - 1}(?! ?[-–])")
        first = doc.text[slice(*sentence(doc.text, opening.end()))] if opening else ""
        if (
            opening
            and int(opening["year"]) == year - 2
            and str(year) not in first
            and not told.search(doc.text, *doc.preface)
        ):
            span, message = opening.span("named"), f"Phong trào là của năm {year}, lời mở đầu nói về năm {year - 2}."
            yield self.finding(span, message, f"Năm {year - 1}", severity=Severity.WARNING)
        for match in AIMED.finditer(doc.text, *doc.preface):
            if int(match["year"]) == year - 1 and int(match["launched"]) == year:
                message = f"Phong trào là của năm {year}, ở đây nói năm {match['year']}."
                yield self.finding(match.span("named"), message, f"năm {year}", severity=Severity.WARNING)

    def _school(self, doc: Document) -> Iterator[Finding]:
        """The school year of the subject and of the order that launches; “năm học 2024 - 2025” is over in September 2025."""
        own, stated = SCHOOL_YEAR.search(doc.subject), doc.issued
        if own is None or LASTS.search(doc.subject):
            return
        over = date(int(own["last"]), SUMMER, 31)
        if stated and doc.place_date and (stated > over or stated.year < int(own["first"])):
            message = f"Văn bản phát động cho {own[0]} nhưng ngày ban hành là {short(stated)}."
            yield self.finding(doc.place_date.span, message, severity=Severity.WARNING)
        for match in ORDER_SCHOOL.finditer(doc.text, doc.body.start, doc.body.end):
            told = (match["first"], match["last"])
            if told != (own["first"], own["last"]) and not PAST.search(_before(doc.text, match.start())):
                yield self.finding(
                    match.span("told"), f"Lời phát động ghi {match['told']}, trích yếu ghi {own[0]}.", own[0]
                )

    def _dated(self, stated: DateMention, year: int, severity: Severity) -> Finding:
        message = f"Văn bản phát động cho năm {year} nhưng ngày ban hành ghi năm {stated.year}."
        return self.finding(stated.span, message, severity=severity)

    def _follows(self, doc: Document, year: int) -> Iterator[Finding]:
        """What the preface says is to follow is of the year of the subject."""
        first = doc.markers[0].span.start if doc.markers else doc.body.end
        for match in FOLLOWS.finditer(doc.text, doc.body.start, first):
            before = _before(doc.text, match.start())
            ordered = ORDER.search(doc.text, match.start() - len(before), match.end("year"))  # told above
            if int(match["year"]) != year and not ordered and SETS_OUT.search(before) and not PAST.search(before):
                span = Span(match.start("year") - len("năm "), match.end("year"))
                yield self.finding(
                    span, f"Lời mở đầu ghi năm {match['year']}, trích yếu ghi năm {year}.", f"năm {year}"
                )


def _before(text: str, at: int) -> str:
    """The clause that ``at`` goes on, up to there."""
    return text[clause_start(text, at) : at]
