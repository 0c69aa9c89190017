"""Hạn hoàn thành đã qua."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.dates import DateMention, own_dates, short, with_word
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

# “trước ngày 20/6/2026”, “chậm nhất ngày 20 tháng 6 năm 2026”, read backwards from the date
DEADLINE = Pattern(r"(?:[Tt]rước|[Cc]hậm nhất(?: là)?(?: vào)?|[Mm]uộn nhất(?: là)?(?: vào)?) (?:ngày )?$")
# “tổ chức Lễ phát động vào ngày 03/9/2025”, “Lễ phát động tổ chức vào ngày …”: what is to be held
EVENT = Pattern(
    r"(?:Lễ phát động(?: [^\W\d_]+){0,6} tổ chức|tổ chức (?:Lễ|lễ|Hội nghị|hội nghị|Hội thi|hội thi|Hội thao|hội thao))(?: [^\W\d_]+){0,10},?"
    r" (?:vào )?(?:(?:sáng|chiều) )?(?:thứ [^\W\d_]+,? )?(?:ngày )?$|"
    r"(?:[Ss]ơ kết|[Tt]ổng kết)(?: [^\W\d_]+){0,6} vào dịp (?:ngày )?$"
)
# “từ ngày 01/6 đến ngày 31/7/2025”, of a season or a week within the movement
RANGE = Pattern(r"[Tt]ừ (?:ngày )?\d[^.;\n]{0,25} đến (?:hết )?(?:ngày )?$")
LONG_AGO = 60
"""Days: so long over, a stretch of time is left over from last year."""
ORDER = Pattern(
    r"gửi|báo cáo|hoàn thành|xong|k[ýí] (?:kết |giao )|tổ chức|xây dựng|ban hành|đăng k[ýí]|nộp|trình|tổng hợp|tổng kết|sơ kết|công bố|"
    r"tham mưu|bình xét|xét (?:danh hiệu|duyệt|khen|tặng|thi đua)|triển khai|phát động|giao chỉ tiêu|giao kế hoạch|"
    r"số hóa|nghiệm thu|đưa vào|giải ngân|lắp đặt|di dời|tháo dỡ|sửa chữa|khắc phục|kết nạp|thực hiện xong|"
    r"cụ thể hóa|lập danh sách|phân công|phổ biến|quán triệt|hướng dẫn|rà soát|thẩm định|bàn giao|khởi công",
    flags=re.IGNORECASE,
)
# “tổng kết đợt thi đua trong tháng 7 năm 2026”
IN_MONTH = Pattern(
    r"(?P<order>[Tt]ổng kết|[Ss]ơ kết|[Bb]áo cáo kết quả|[Hh]oàn thành|[Tt]ổ chức|[Bb]ình xét|[Cc]hấm điểm|[Kk]iểm tra)"
    r"(?:“[^”\n]{3,60}”|[^.;,“”\n\d]){0,50} "
    r"(?P<when>(?:trong|vào|trước) (?:đầu |giữa |cuối )?tháng (?P<m>\d{1,2})(?: năm |/)(?P<y>20\d\d))(?!\d)",
    hooks=("ổng kết", "ơ kết", "áo cáo kết quả", "oàn thành", "ổ chức", "ình xét", "hấm điểm", "iểm tra"),
    back=1,
)
# “tổng kết vào quý IV/2018”
IN_QUARTER = Pattern(
    r"(?P<order>[Tt]ổng kết|[Ss]ơ kết|[Hh]oàn thành|[Tt]ổ chức)[^.;,\n\d]{0,50} "
    r"(?P<when>(?:trong|vào|trước) quý (?P<q>IV|I{1,3})(?: năm |/)(?P<y>20\d\d))(?!\d)",
    hooks=("ổng kết", "ơ kết", "oàn thành", "ổ chức"),
    back=1,
)
QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12}
"""The last month of each."""
# “1. Đến ngày 31 tháng 12 năm 2025: 100% hồ sơ …”: the milestone that a target begins with
MILESTONE = Pattern(
    r"(?:^|\n)[ \t*]*(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))? ?Đến (?P<when>(?:hết )?ngày (?P<d>\d{1,2})(?:/| tháng )"
    r"(?P<m>\d{1,2})(?:/| năm )(?P<y>20\d\d))(?=:)",
    needs="Đến ",
)
# “- Tháng 10/2025: hội nghị biểu dương.”, a line of a schedule
STEP = Pattern(
    r"(?:^|\n)[ \t]*(?:[-–+•]|\d{1,2}[.)]|[a-zđ]\))? ?(?P<when>(?:(?:Từ tháng \d{1,2}(?:/20\d\d)? đến (?:hết )?t|T)háng (?P<m>\d{1,2})|"
    r"(?:Từ q|Q)uý (?P<q>IV|I{1,3}))(?:/| năm )(?P<y>20\d\d))"
    r"(?=:| đến)",
    needs=("háng ", "uý "),
    hooks=("\n",),
)
HISTORY = Pattern(
    r"\bđã\b|tính đến|đến trước|quy định tại|có hiệu lực|sinh |thành lập trước|được giao trước|(?<!đăng )ký trước|\bcũ\b|kết quả|Nghị định|Luật "
)
# A report of results is an order, not history: “báo cáo kết quả trước ngày 15/6”
REPORTED = Pattern(
    r"(?:[Bb]áo cáo|[Gg]ửi|[Tt]ổng hợp|[Tt]ổng kết|[Đđ]ánh giá|[Nn]ộp|[Tt]hông báo)(?: [^\s,.;]+)? kết quả"
    r"(?:(?: [^\W\d_]+| \d)*? trước ngày \d[^,;.\n]*, kết quả)?",
    needs=" kết quả",
)
REACH = 400
"""Days: a date further back is no deadline left over from last year, but history."""
EVENT_REACH = 110
LEAD = 300
"""Characters of a line that leads to a list, at its end."""
MONTHS = 13
"""The same for a month."""
HEAD = "Hà Tân, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua năm 2026\n\nI. NỘI DUNG\n\nThi đua.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"


class DeadlineBeforeIssue(Rule):
    """Hạn giao cho các cơ quan, ở phần nào cũng vậy, phải sau ngày ban hành văn bản.

    Hạn đã qua thường còn sót từ văn bản năm trước, hoặc do gõ nhầm tháng, năm. Câu kể lại việc đã làm không bị xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu với ngày ban hành của chính văn bản"
    apart = (
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n\nGửi báo cáo trước ngày 10/01/2025.\n",
    )
    good = (
        HEAD.replace("Thi đua.", "- Quý IV/2025: đã ra quân.\n- Quý IV/2026: tổng kết.") + "1. Các thôn thực hiện.\n",
        HEAD + "1. Gửi báo cáo về tình hình thực hiện đề án ban hành trước ngày 10/01/2020.\n",
        HEAD + "1. Các thôn gửi báo cáo số liệu từ ngày 10/01/2026.\n",
        HEAD.replace("Thi đua.", "Năm qua, các thôn đã hoàn thành xây dựng trước ngày 10/01/2026.")
        + "1. Các thôn thực hiện.\n",
        HEAD
        + "1. Gửi báo cáo trước ngày 12/01/2026; tổng kết trong tháng 12 năm 2026; đã tổng kết trong tháng 12 năm 2025.\n",
        HEAD + "1. Khu tái định cư có trước ngày 10/01/2026.\n",
        HEAD + "1. Các thôn ký giao ước thi đua xong trước ngày 20/02/2026.\n",
        HEAD + "1. Các thôn đã ký giao ước trước ngày 10/01/2026 tiếp tục thực hiện và gửi báo cáo.\n",
        HEAD + "1. Hoàn thành hồ sơ cho người có công sinh trước ngày 01/01/1945.\n",
    )
    bad = (
        HEAD.replace(
            "Thi đua.",
            "Các thôn hoàn thành xây dựng trước [[ngày 10/01/2026]].\n\nHồ sơ gửi về Văn phòng, thời hạn:\n\n- Ngành giáo dục: trước [[ngày 15/8/2025]].",
        )
        + "1. Các thôn thực hiện.\n",
        HEAD.replace("Thi đua.", "1. Đến [[ngày 31/12/2025]]: 90% hồ sơ trực tuyến.\n\n2. Đến ngày 31/12/2026: 95%.")
        + "1. Các thôn thực hiện.\n",
        HEAD.replace(
            "Thi đua.\n", "Thi đua.\n\nII. TIẾN ĐỘ THỰC HIỆN\n\n- Quý I: ban hành kế hoạch trước [[ngày 15/02/2025]].\n"
        ).replace("II. TỔ", "III. TỔ")
        + "1. Các thôn thực hiện.\n",
        HEAD
        + "1. Các thôn xây dựng kế hoạch trước [[ngày 05/01/2026]], báo cáo kết quả cả năm trước [[ngày 05/12/2025]].\n",
        HEAD.replace(
            "Thi đua.\n", "Thi đua.\n\nII. KHEN THƯỞNG\n\nHội đồng xét danh hiệu trước [[ngày 15/12/2025]].\n"
        ).replace("II. TỔ", "III. TỔ")
        + "1. Các thôn thực hiện.\n",
        HEAD
        + "1. Văn phòng tham mưu tổ chức Lễ phát động vào [[ngày 02/01/2026]]; đã tổ chức Hội nghị ngày 03/01/2026.\n",
        HEAD + "- Tháng 3/2026: phát động.\n- [[Tháng 10/2025]]: hội nghị biểu dương.\n",
        HEAD + "1. Văn phòng tham mưu tổng kết trước [[ngày 20/11/2025]].\n",
        HEAD + "1. Các chi bộ cụ thể hóa Chỉ thị thành kế hoạch trước [[ngày 10/01/2026]]; bố trí kinh phí.\n",
        HEAD
        + "1. Hướng dẫn các thôn đăng ký trước [[ngày 05/01/2026]].\n\n2. Các thôn: Xây dựng kế hoạch trước [[ngày 10/01/2026]].\n",
        HEAD + "1. Tổng kết đợt thi đua [[trong tháng 7 năm 2025]]; khen thưởng 20 tập thể.\n",
        HEAD + "1. Văn phòng báo cáo kết quả đợt 1 trước ngày 05/8/2026, kết quả cả đợt trước [[ngày 05/9/2025]].\n",
        HEAD.replace("Thi đua.", "1. Tái canh đúng thời vụ (từ ngày 01/6 đến [[ngày 31/7/2025]]).")
        + "1. Các thôn thực hiện.\n",
        HEAD
        + "1. Tổ chức hội thi “Điều dưỡng giỏi, thanh lịch” [[trong tháng 5/2025]]; sơ kết vào dịp [[02/9/2025]].\n",
        HEAD + "- [[Quý II/2025]]: phát động.\n- Quý IV/2026: tổng kết.\n",
        HEAD + "1. Sơ kết vào quý II/2026, tổng kết [[vào quý IV/2025]].\n",
        HEAD + "1. Các cụm tổ chức chấm điểm chéo [[trong tháng 11 năm 2025]].\n",
        HEAD.replace(
            "Thi đua.\n", "Thi đua.\n\nII. KHEN THƯỞNG\n\nHồ sơ gửi về Văn phòng trước [[ngày 10 tháng 01 năm 2026]].\n"
        ).replace("II. TỔ", "III. TỔ")
        + "1. Các thôn thực hiện.\n",
        HEAD + "1. Các thôn ký giao ước thi đua xong trước [[ngày 20/02/2025]].\n",
        HEAD + "1. Các thôn gửi báo cáo chậm nhất [[ngày 10 tháng 01 năm 2026]] về Văn phòng.\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.issued else "văn bản chưa ghi ngày ban hành")

    def check(self, doc: Document) -> Iterator[Finding]:
        issued = doc.issued
        if issued:
            yield from self._milestones(doc, issued)
            yield from self._steps(doc, issued)
            yield from self._part(doc, Span(doc.preface.end, doc.body.end), issued)

    def _milestones(self, doc: Document, issued: date) -> Iterator[Finding]:
        for match in MILESTONE.finditer(doc.text, *doc.body):
            try:
                due = date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                continue
            if due < issued:
                yield self.finding(match.span("when"), f"Mốc này đã qua khi văn bản được ban hành ({short(issued)}).")

    def _steps(self, doc: Document, issued: date) -> Iterator[Finding]:
        """A step in a month that is past, in a schedule that has others to come."""
        steps = [
            (12 * int(match["y"]) + (QUARTERS[match["q"]] if match["q"] else int(match["m"])), match)
            for match in STEP.finditer(doc.text, *doc.body)
        ]
        now = 12 * issued.year + issued.month
        for month, match in steps if any(month >= now for month, _ in steps) else ():
            line = doc.text[slice(*sentence(doc.text, match.start("when"), clauses=False))]
            if 0 < now - month <= MONTHS and not HISTORY.search(line):
                yield self.finding(match.span("when"), f"Mốc này đã qua khi văn bản được ban hành ({short(issued)}).")

    def _part(self, doc: Document, part: Span, issued: date) -> Iterator[Finding]:
        for stated in own_dates(doc):
            inside = part.start <= stated.span.start < part.end
            if inside and stated.date and stated.date < issued and self._due(doc, stated, issued):
                message = f"Hạn này đã qua khi văn bản được ban hành ({short(issued)})."
                yield self.finding(with_word(doc.text, stated), message)
        for match in (*IN_MONTH.finditer(doc.text, *part), *IN_QUARTER.finditer(doc.text, *part)):
            month = QUARTERS[match["q"]] if match.re.groupindex.get("q") else int(match["m"])
            months = (issued.year - int(match["y"])) * 12 + issued.month - month
            if 0 < months <= MONTHS and 0 < month <= 12 and not _looks_back(doc.text, match.start()):
                yield self.finding(match.span("when"), f"Hạn này đã qua khi văn bản được ban hành ({short(issued)}).")

    def _long_over(self, doc: Document, stated: DateMention, issued: date) -> bool:
        """Does a stretch of time of the movement's content end long before it is launched?"""
        at = stated.span.start
        days = (issued - stated.date).days if stated.date else 0
        if not (doc.launch and LONG_AGO < days <= REACH and RANGE.search(doc.text, max(0, at - 60), at)):
            return False
        return at > doc.preface.end and not _in_period(doc, at) and not _looks_back(doc.text, at)

    def _due(self, doc: Document, stated: DateMention, issued: date) -> bool:
        first, at = max(0, stated.span.start - EVENT_REACH), stated.span.start
        if self._long_over(doc, stated, issued):
            return True
        if not DEADLINE.search(doc.text, max(0, at - 24), at) and not EVENT.search(doc.text, first, at):
            return False
        old = stated.date is None or (issued - stated.date).days > REACH
        return not old and _ordered(doc.text, sentence(doc.text, at)) and not _looks_back(doc.text, at)


def _looks_back(text: str, at: int) -> bool:
    """Does the clause at ``at`` tell what was, and no report of it that is still to come?"""
    return HISTORY.search(REPORTED.sub(" ", text[slice(*sentence(text, at))])) is not None


def _in_period(doc: Document, at: int) -> bool:
    return any(one.span.start <= at < one.span.end for one in doc.sections if "period" in one.roles)


def _ordered(text: str, clause: Span) -> bool:
    """Does the clause tell what is to be done, or the line it is in, or the line that leads to a list: “Thời hạn nộp hồ sơ:”?"""
    line = text.rfind("\n", 0, clause.start) + 1
    if ORDER.search(text, line, clause.end):
        return True
    above = text[:line].rstrip()[-LEAD:].rpartition("\n")[2]
    return above.endswith(":") and ORDER.search(above) is not None
