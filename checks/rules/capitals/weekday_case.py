"""Viết hoa tên ngày trong tuần."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “vào thứ bảy, ngày 17 tháng 01”; not “đại hội lần thứ hai, ngày …”
DAY = Pattern(
    r"(?:[Vv]ào|[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Tt]rước|[Hh]ết|[Đđ]ến|[Tt]ừ) (?:ngày )?"
    r"(?P<day>thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?=,? \(?(?:ngày )?\d{1,2}(?:/\d| tháng ))",
    hooks=("thứ ", "chủ nhật"),
    back=len("Trước ngày "),
)

# “07/02/2027 (chủ Nhật)”; “Chủ Nhật” is written by many, “chủ Nhật Bản” is another thing
SUNDAY = Pattern(r"chủ Nhật(?= *[,;.)]| ngày \d)", needs="chủ Nhật")


class WeekdayCase(Rule):
    """Tên ngày trong tuần viết hoa chữ chỉ ngày: “thứ Bảy, ngày 17 tháng 01”, “Chủ nhật”."""

    severity = Severity.STYLE
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 8"
    good = (
        "Lễ phát động vào thứ Bảy, ngày 17/01/2026; Đại hội lần thứ hai, ngày 18/01/2026; họp vào thứ hai hằng tuần.\n",
    )
    bad = (
        "Lễ phát động tổ chức vào [[thứ bảy→thứ Bảy]], ngày 17 tháng 01 năm 2026; hội thao từ sáng [[chủ nhật→Chủ nhật]] ngày 18/01/2026.\n",
        "Chậm nhất ngày 07/02/2027 ([[chủ Nhật→Chủ nhật]]).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in DAY.finditer(doc.text):
            first, second = match["day"].split(" ")
            right = f"{first} {second.capitalize()}" if first == "thứ" else "Chủ nhật"
            yield self.finding(match.span("day"), f"Tên ngày trong tuần viết là “{right}”.", right)
        for match in SUNDAY.finditer(doc.text):
            yield self.finding(match.span(), "Tên ngày trong tuần viết là “Chủ nhật”.", "Chủ nhật")
