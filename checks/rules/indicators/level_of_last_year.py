"""Mức của năm trước và mức tăng tính từ đó."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, MULTIPLES, spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern, occurrences
from checks.rule import Rule

_F = FIGURE.pattern
_NAME = r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){1,8}?)"
_UNIT = r"(?P<unit>%|[^\W\d_]+(?: [^\W\d_]+)?)(?P<per>(?:/[^\W\d_]+)*)"
# “Năm 2025, …”: the paragraph that tells what last year brought
OPENS = Pattern(r"(?:^|\n)[^\w\n]*(?:Trong |Kết thúc |Hết )?[Nn]ăm (?P<year>20\d\d)[, ]+(?P<told>[^\n]+)")
# “doanh thu đạt 5.480 tỷ đồng,”, “hoàn thành kế hoạch: doanh thu 5.480 tỷ đồng,”
LEVEL = re.compile(
    rf"(?:^|[,;.:] )(?:trong đó |tổng )?{_NAME} (?:toàn (?:xã|phường|tỉnh|ngành) )?(?:(?:đạt|là|còn) )?(?P<level>{_F}) ?{_UNIT}(?=[,;.]| ?\(|$| so)",
    re.IGNORECASE,
)
# “Doanh thu đạt 5.900 tỷ đồng, tăng 420 tỷ đồng so với năm 2025;”
TARGET = Pattern(
    rf"(?:\n[^\w\n]*(?:\d[\d.]*[.)] |[a-zđ]\) )?|[;.] ){_NAME} (?:phấn đấu )?(?:đạt|là|còn) (?P<level>{_F}) ?{_UNIT}(?: trở lên)?"
    rf"(?:, (?P<way>tăng|giảm) (?P<change>{_F}) ?(?P<of>%|[^\W\d_]+(?: [^\W\d_]+)?) "
    rf"so với (?:thực hiện |ước thực hiện |kết quả )?năm (?P<year>20\d\d))?(?=[,;.]|\s|$)",
    hooks=(" đạt ", " là ", " còn "),
    back=90,
)
FAR = 100
"""Money of one name a hundred times more or less than last year: another unit was meant."""
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"
LAST = (
    HEAD
    + "Năm 2025, doanh thu đạt 5.480 tỷ đồng, lợi nhuận trước thuế đạt 312 tỷ đồng, hộ nghèo còn 54 hộ.\n\nI. CHỈ TIÊU\n\n"
)


class LevelOfLastYear(Rule):
    """Mức tăng, giảm so với năm trước khớp với mức năm trước nêu ở phần mở đầu, cùng chỉ tiêu, cùng đơn vị.

    “Doanh thu đạt 5.900 tỷ đồng, tăng 420 tỷ đồng so với năm 2025” khi phần mở đầu ghi năm 2025 doanh thu đạt 5.480 tỷ đồng. Chỉ so khi tên
    chỉ tiêu như nhau từng chữ; số tiền lớn, nhỏ hơn trăm lần thường là lẫn triệu với tỷ.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        LAST
        + "1. Doanh thu đạt 5.900 tỷ đồng, tăng 420 tỷ đồng so với năm 2025; lợi nhuận trước thuế đạt 340 tỷ đồng.\n",
        LAST
        + "1. Doanh thu đạt 5.900 tỷ đồng, tăng 7,7% so với năm 2025; hộ nghèo còn 40 hộ, giảm 14 hộ so với năm 2025.\n",
        LAST
        + "1. Doanh thu xuất khẩu đạt 590 tỷ đồng, tăng 20 tỷ đồng so với năm 2025; doanh thu đạt 1,2 tỷ đồng/lao động.\n",
        LAST
        + "1. Hộ nghèo còn 40 hộ, giảm 25,9% so với năm 2025; doanh thu đạt 5.900 tỷ đồng, tăng 420 tỷ đồng so với năm 2024.\n",
        LAST + "1. Doanh thu đạt 5.900 triệu USD, tăng 20 triệu USD so với năm 2025; hộ nghèo còn 9 người.\n",
        LAST
        + "1. Doanh thu đạt 548 tỷ đồng; lợi nhuận trước thuế đạt 31.200 tỷ đồng, tăng 12 triệu USD so với năm 2025.\n",
        LAST.replace("hộ nghèo còn", "doanh thu đạt 60 tỷ đồng, hộ nghèo còn")
        + "1. Doanh thu đạt 5.900 tỷ đồng, tăng 20 tỷ đồng so với năm 2025.\n",
        LAST.replace("2025, doanh", "2025, tỷ lệ đăng ký đạt 90%, doanh")
        + "1. Tỷ lệ đăng ký đạt 95%, tăng 5% so với năm 2025; hộ nghèo còn 40 hộ, giảm 26% so với năm 2025.\n",
        LAST.replace("Năm 2025", "Năm 2024") + "1. Doanh thu đạt 5.900 tỷ đồng, tăng 300 tỷ đồng so với năm 2025.\n",
    )
    bad = (
        LAST + "1. Doanh thu đạt 5.900 tỷ đồng, tăng [[520 tỷ đồng]] so với năm 2025.\n",
        LAST
        + "1. Doanh thu đạt 5.900 tỷ đồng, tăng [[9,7%]] so với năm 2025; hộ nghèo còn 40 hộ, giảm [[12 hộ]] so với năm 2025.\n",
        LAST.replace("doanh thu đạt", "Công ty hoàn thành kế hoạch: doanh thu")
        + "1. Doanh thu đạt 5.900 tỷ đồng, tăng [[520 tỷ đồng]] so với năm 2025.\n",
        LAST + "1. Lợi nhuận trước thuế đạt [[340 triệu đồng]]; doanh thu đạt 5.900 tỷ đồng.\n",
        LAST.replace("doanh thu đạt", "kim ngạch xuất khẩu đạt 41,5 triệu USD, doanh thu đạt")
        + "1. Kim ngạch xuất khẩu đạt [[46 tỷ USD]]; doanh thu đạt 5.900 tỷ đồng, tăng [[520 tỷ đồng]] so với thực hiện năm 2025.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        told = _told(doc)
        for match in TARGET.finditer(doc.text, *doc.body) if told else ():
            last = told.get(match["name"].lower())
            if last is None or last["per"] != match["per"] or last.end() + _start(doc, last) > match.start():
                continue
            if match["change"] and int(match["year"]) == _year(doc):
                yield from self._change(match, last)
            yield from self._scale(match, last)

    def _change(self, match: re.Match[str], last: re.Match[str]) -> Iterator[Finding]:
        if last["unit"] != match["unit"]:
            return
        sign = 1 if match["way"] == "tăng" else -1
        base, change = value(last["level"]), value(match["change"])
        right = (value(match["level"]) - base) * sign
        if match["of"] == "%" and match["unit"] != "%" and base:
            right, loose = right / base * 100, right.copy_abs() / base * 5 + Decimal("0.06")
        elif match["of"] == match["unit"]:
            loose = Decimal()
        else:
            return
        if abs(right - change) > loose:
            unit = "%" if match["of"] == "%" else f" {match['of']}"
            message = (
                f"Văn bản ghi năm trước {last['name'].lower()} đạt {last['level']} {last['unit']}: mức {match['way']} là "
                f"{spell(right.quantize(Decimal('0.01')).normalize())}{unit}."
            )
            yield self.finding((match.start("change"), match.end("of")), message)

    def _scale(self, match: re.Match[str], last: re.Match[str]) -> Iterator[Finding]:
        before, now = (_money(one) for one in (last, match))
        same = match["unit"].split()[-1].lower() == last["unit"].split()[-1].lower()
        if same and before and now and max(before, now) > FAR * min(before, now):
            message = (
                f"Năm trước ghi {last['level']} {last['unit']}, ở đây {match['level']} {match['unit']}: xem lại đơn vị."
            )
            yield self.finding((match.start("level"), match.end("unit")), message)


def _year(doc: Document) -> int:
    return (doc.year or 0) - 1


def _start(doc: Document, last: re.Match[str]) -> int:
    return doc.text.find(last.string)


def _told(doc: Document) -> dict[str, re.Match[str]]:
    """What the paragraph on last year tells, by its name; what is told twice is left out."""
    found: dict[str, re.Match[str]] = {}
    twice: set[str] = set()
    first = max(0, doc.body.start - 1)  # the line end before the body, which may open with that paragraph
    lines = [first, *occurrences("\n", doc.text, *doc.body)]
    for paragraph in OPENS.behind(lines, 0, doc.text, first, doc.body.end):
        if int(paragraph["year"]) == _year(doc):
            for level in LEVEL.finditer(paragraph["told"]):
                name = level["name"].lower()
                if name in found:
                    twice.add(name)
                found[name] = level
    return {name: level for name, level in found.items() if name not in twice}


def _money(match: re.Match[str]) -> Decimal | None:
    """The amount in đồng; None for what is no money."""
    scale, _, unit = match["unit"].rpartition(" ")
    return value(match["level"]) * MULTIPLES[scale] if unit in ("đồng", "usd", "USD") and scale in MULTIPLES else None
