"""Tháng, ngày ghi ngay bên một quý, một nửa năm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import numeral
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “quý II/2026”, “Quý 3 năm 2026”
QUARTER = Pattern(
    r"[Qq]uý (?P<q>[IV]{1,4}|\d)(?!\w)(?:(?:/| năm )(?P<year>20\d\d))?",
    hooks=("uý ",),
    back=1,
)
# “6 tháng đầu năm 2026”, “ba tháng cuối năm”
MONTHS = Pattern(
    r"(?P<n>0?[3689]|ba|sáu|tám|chín) tháng (?P<which>đầu|cuối) năm(?: (?P<year>20\d\d))?",
    hooks=(" tháng đầu năm", " tháng cuối năm"),
    back=4,
)
WORDS = {"ba": 3, "sáu": 6, "tám": 8, "chín": 9}
# When something is done, read backwards from the quarter: “trong quý II”, “đến hết quý II”, “Thời gian: quý II”
WHEN = Pattern(r"(?:[Tt]rong|[Vv]ào|[Cc]uối|[Đđ]ầu|[Gg]iữa|[Hh]ết|[Tt]hời gian:|\||\n) ?$")
# A report on a quarter is written behind it: “báo cáo kết quả trong quý II (trước ngày 15/7)”
TOLD_OF = re.compile(
    r"báo cáo|kết quả|số liệu|sơ kết|tổng kết|đánh giá|chấm điểm|xếp loại|thống kê|quyết toán|thanh toán|so với|\bkỳ\b|\bđã\b",
    re.IGNORECASE,
)
# “ (tháng 4, 5 và 6)”, “ (từ tháng 4 đến hết tháng 6/2026)”
LISTED = re.compile(
    r" \((?:từ )?(?:các )?(?P<months>tháng \d{1,2}(?:(?:/| năm )20\d\d)?"
    r"(?:(?:, | và | đến | đến hết | ?[-–] ?)(?:tháng )?\d{1,2}(?:(?:/| năm )20\d\d)?)*)\)"
)
MONTH = re.compile(r"(?P<m>\d{1,2})(?:(?:/| năm )(?P<year>20\d\d))?")
# “ (trước ngày 30/6/2026)”, “, xong trước ngày 30 tháng 6.”: behind a comma nothing may follow that is done on that day
DUE = re.compile(
    r"(?P<open> \(|, )(?P<due>(?:(?:xong |hoàn thành |kết thúc )?(?P<before>trước|chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết|đến)(?: vào)? )?"
    r"(?:ngày )?(?P<d>\d{1,2})(?:/| tháng )(?P<m>\d{1,2})(?:(?:/| năm )(?P<year>20\d\d))?)(?P<shut>\)?)(?P<end>\s*(?:[.;|\n]|$))?"
)
# “tháng 7 (quý II)”, read backwards from the quarter
MONTH_BEFORE = Pattern(r"tháng (?P<m>\d{1,2})(?:(?:/| năm )20\d\d)? \($")


class QuarterDates(Rule):
    """Tháng, ngày ghi ngay bên cạnh một quý, “6 tháng đầu năm” nằm trong khoảng đó; một năm có bốn quý.

    “Hoàn thành trong quý II (trước ngày 31/7)” là hai hạn khác nhau cho một việc. Báo cáo, đánh giá về một quý làm sau quý đó nên
    không bị xét; chỉ xét tháng, ngày trong ngoặc hoặc là hạn đứng ngay sau.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Đối chiếu trong chính câu văn"
    good = (
        "Tập huấn trong quý II (tháng 4, 5 và 6); đăng ký trong quý I, trước ngày 01/4/2026.\n",
        "Tổng hợp kết quả cho 1.200 hộ trong quý II (trước ngày 10/7/2026).\n",
        "Báo cáo kết quả trong quý II (trước ngày 10/7/2026); kiểm tra từ quý I đến quý III (tháng 01 đến tháng 9).\n",
        "Mỗi quý 5 buổi học; kiểm tra trong quý II, trước ngày 10/7/2026 gửi biên bản về Phòng Nội vụ.\n",
        "Làm xong trong 9 tháng đầu năm (trước ngày 30/9/2026); mở lớp trong quý IV/2026 (tháng 12/2026).\n",
        "Kính mời Quý Vị đại biểu; họp dân (quý II); mở lớp vào tháng 6 (quý II); chấm điểm, báo cáo vào tháng 7 (quý II).\n",
        "Kiểm tra vào quý I và vào quý III (tháng 2 và tháng 8); nộp phiếu điểm quý II (trước ngày 10/7/2026).\n",
        "Bàn giao nhà đến hết quý III (30/9/2026); làm đường đến hết quý III/2026 (30/9); họp trong quý II, ngày 10/7/2026.\n",
        "Mở lớp vào tháng 7 (quý II đã mở một lớp); trồng cây trong 6 tháng cuối năm (tháng 7 đến tháng 12).\n",
    )
    bad = (
        "Tập huấn trong quý II ([[tháng 6, 7]]).\n",
        "Hoàn thành trong quý I/2026 ([[trước ngày 30/4/2026]]); ký giao ước trong quý I, [[chậm nhất ngày 15 tháng 4 năm 2026]].\n",
        "Làm xong trong 6 tháng đầu năm 2026 (từ [[tháng 01 đến tháng 7]]).\n",
        "Phát động đợt hai vào [[quý V]], [[quý 5]]/2026; mở lớp vào [[tháng 7]] (quý II), ngày 15 [[tháng 3]] (quý II).\n",
        "Làm xong trong ba tháng đầu năm ([[tháng 4]]); trong sáu tháng đầu năm ([[tháng 7]]); trong tám tháng đầu năm ([[tháng 9]]).\n",
        "Làm xong trong chín tháng đầu năm ([[tháng 10]]); trong 6 tháng cuối năm ([[tháng 6]]); trong quý 2 ([[tháng 7]]).\n",
        "Thi đua trong quý II/2026 ([[tháng 4, 5/2025]]); ký kết trong quý I ([[chậm nhất ngày 01/4/2026]]), vào quý I ([[trước ngày 01/6/2026]]).\n",
        "Trao nhà đến hết quý III/2026 ([[30/9/2025]]).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in QUARTER.finditer(text):
            number = numeral(match["q"])
            if not 1 <= number <= 4:
                # “mỗi quý 5 buổi” counts something else
                if match["year"] or not match["q"].isdigit():
                    yield self.finding((match.start(), match.end("q")), "Một năm chỉ có bốn quý.")
                continue
            name = f"{match[0][0].lower()}{match[0][1:]}"
            yield from self._beside(doc, match, range(number * 3 - 2, number * 3 + 1), name)
            before = MONTH_BEFORE.search(text, max(0, match.start() - 20), match.start())
            if before and text[match.end() : match.end() + 1] == ")" and not _told_of(text, match.start()):
                month = int(before["m"])
                if month not in range(number * 3 - 2, number * 3 + 1):
                    yield self.finding((before.start(), before.end() - len(" (")), f"Tháng {month} không thuộc {name}.")
        for match in MONTHS.finditer(text):
            count = WORDS.get(match["n"]) or int(match["n"])
            inside = range(1, count + 1) if match["which"] == "đầu" else range(13 - count, 13)
            yield from self._beside(doc, match, inside, match[0])

    def _beside(self, doc: Document, match: re.Match[str], inside: range, name: str) -> Iterator[Finding]:
        """What is written in brackets or as a deadline right behind a stretch of the year."""
        text, at = doc.text, match.start()
        # Two quarters have one bracket: “quý II và quý III (tháng 4 đến tháng 9)”
        joined = text[max(0, at - 24) : at].rpartition(";")[2].lower().count("quý ")
        if joined or (at and not WHEN.search(text, max(0, at - 12), at)) or _told_of(text, at):
            return
        listed = LISTED.match(text, match.end())
        if listed:
            for month in MONTH.finditer(listed["months"]):
                if int(month["m"]) not in inside or _other(match["year"], month["year"]):
                    yield self.finding(listed.span("months"), f"Tháng {month[0]} không thuộc {name}.")
                    return
        due = DUE.match(text, match.end())
        if due and (due["shut"] if due["open"] == " (" else due["before"] and due["end"] is not None):
            day, month_due = int(due["d"]), int(due["m"])
            # “trước ngày 01/7” is the whole of the second quarter
            reached = month_due in inside or (due["before"] == "trước" and day == 1 and month_due - 1 == inside[-1])
            if not reached or _other(match["year"], due["year"]):
                yield self.finding(due.span("due"), f"Ngày {day:02}/{month_due} không thuộc {name}.")


def _told_of(text: str, at: int) -> bool:
    """Is the clause before ``at`` about what was or will be reported of that time?"""
    return TOLD_OF.search(text, clause_start(text, at), at) is not None


def _other(year: str | None, stated: str | None) -> bool:
    return bool(year and stated and year != stated)
