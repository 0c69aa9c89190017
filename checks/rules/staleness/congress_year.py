"""Đại hội Đảng toàn quốc và năm của văn bản."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.document import Document
from checks.facts.numbers import roman
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

HELD = {
    10: date(2006, 4, 25),
    11: date(2011, 1, 19),
    12: date(2016, 1, 28),
    13: date(2021, 2, 1),
    14: date(2026, 1, 25),
}
"""The day each national congress of the Party closed."""
EMULATION = {8: date(2010, 12, 28), 9: date(2015, 12, 7), 10: date(2020, 12, 10), 11: date(2025, 12, 27)}
"""The same of the national congresses of emulation."""
OF_EMULATION = Pattern(
    r"(?:chào mừng|tiến tới|hướng tới|chuẩn bị)[^.;]{0,160}?(?P<name>Đại hội [Tt]hi đua yêu nước toàn quốc lần thứ (?P<n>[IVX]+))(?!\w)",
    hooks=("chào mừng", "tiến tới", "hướng tới", "chuẩn bị"),
)
_WHICH = r"(?:lần thứ )?(?P<n>X[IVX]{0,4})(?![\w.])"
# “chào mừng Đại hội đại biểu toàn quốc lần thứ XIV của Đảng”
AHEAD = Pattern(
    r"(?:chào mừng|tiến tới|hướng tới|chuẩn bị)[^.;]{0,160}?(?P<name>Đại hội (?:(?:đại biểu\s)?(?:Đảng )?(?:đại biểu\s)?toàn quốc "
    + _WHICH
    + "|(?:Đảng )?"
    + _WHICH.replace("<n>", "<short>")
    + r"(?= của Đảng(?! bộ))))",
    hooks=("chào mừng", "tiến tới", "hướng tới", "chuẩn bị"),
)
# “Năm 2025 là năm cuối thực hiện Nghị quyết Đại hội XIII của Đảng”
NTH = Pattern(
    r"[Nn]ăm (?P<y>20\d\d) là năm (?P<nth>đầu(?: tiên)?|thứ (?:hai|ba|tư|năm)|cuối) (?:triển khai )?(?:thực hiện|của nhiệm kỳ)[^.;,\n]{0,40}?"
    r"(?P<name>Đại hội (?:(?:đại biểu )?(?:Đảng )?toàn quốc )?" + _WHICH + r")(?= của Đảng(?! bộ)|[,;.])",
    hooks=(" là năm ",),
    back=len("Năm 2026"),
)
# “Năm 2026 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XIV của Đảng”
SITS = Pattern(
    r"[Nn]ăm (?P<y>20\d\d) là năm (?:diễn ra |tổ chức |tiến hành )(?P<name>Đại hội (?:đại biểu )?(?:Đảng )?toàn quốc "
    + _WHICH
    + r")(?! thành công)",
    hooks=(" là năm ",),
    back=len("Năm 2026"),
)
YEARS = {"đầu": 0, "đầu tiên": 0, "thứ hai": 1, "thứ ba": 2, "thứ tư": 3, "thứ năm": 4, "cuối": 4}
LATE = 180
"""Days after a congress in which it may still be welcomed."""


class CongressYear(Rule):
    """Văn bản chào mừng Đại hội Đảng sắp tới, không phải Đại hội đã họp; “năm đầu”, “năm cuối” của nhiệm kỳ đúng với năm.

    Đại hội XIII họp tháng 01/2021, Đại hội XIV tháng 01/2026. Đại hội đảng bộ các cấp có số thứ tự riêng nên không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Ngày họp Đại hội đại biểu toàn quốc của Đảng"
    good = (
        "Lâm Vân, ngày 06 tháng 10 năm 2025\n\nKẾ HOẠCH\nPhát động thi đua chào mừng Đại hội đại biểu toàn quốc lần thứ XIV của Đảng\n\nThực hiện.\n",
        "Năm 2025 là năm cuối thực hiện Nghị quyết Đại hội XIII của Đảng.\n",
        "Năm 2026 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.\n",
        "Năm 2026 là năm đầu thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.\n",
        "Năm 2006 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ X; Năm 2011 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XI; "
        "Năm 2016 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XII; Năm 2021 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XIII.\n",
        "Năm 2027 là năm thứ hai thực hiện Nghị quyết Đại hội XIV của Đảng. Năm 2028 là năm thứ ba thực hiện Nghị quyết Đại hội XIV của Đảng. "
        "Năm 2029 là năm thứ tư thực hiện Nghị quyết Đại hội XIV của Đảng. Năm 2030 là năm cuối thực hiện Nghị quyết Đại hội XIV của Đảng.\n",
        "Toàn xã thi đua chào mừng Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.\n",
        "Lâm Vân, ngày 06 tháng 10 năm 2025\n\nKẾ HOẠCH\nPhát động thi đua\n\nChào mừng Đại hội XIII của Đảng bộ xã.\n"
        "Năm 2025 là năm đầu thực hiện Nghị quyết Đại hội XIII của Đảng bộ xã. Năm 2025 là năm đầu thực hiện Nghị quyết Đại hội XIII Đảng bộ xã.\n",
        "Lâm Vân, ngày 06 tháng 10 năm 2029\n\nKẾ HOẠCH\nPhát động thi đua\n\nThi đua chào mừng Đại hội đại biểu toàn quốc lần thứ XV của Đảng.\n"
        "Năm 2031 là năm diễn ra Đại hội đại biểu toàn quốc lần thứ XV của Đảng. Năm 2031 là năm đầu thực hiện Nghị quyết Đại hội XV của Đảng.\n",
    )
    bad = (
        "Lâm Vân, ngày 06 tháng 10 năm 2025\n\nKẾ HOẠCH\nPhát động thi đua\n\nThi đua chào mừng [[Đại hội đại biểu toàn quốc lần thứ XV]] của Đảng.\n",
        "Lâm Vân, ngày 06 tháng 10 năm 2025\n\nKẾ HOẠCH\nPhát động thi đua\n\nLập thành tích chào mừng [[Đại hội XIII]] của Đảng.\n",
        "Lâm Vân, ngày 06 tháng 10 năm 2025\n\nKẾ HOẠCH\nPhát động thi đua chào mừng [[Đại hội đại biểu toàn quốc lần thứ XIII]] của Đảng\n\nThực hiện.\n",
        "Năm 2026 là năm diễn ra [[Đại hội đại biểu toàn quốc lần thứ XIII]] của Đảng, năm bầu cử đại biểu Quốc hội.\n",
        "Năm 2025 là năm cuối thực hiện Nghị quyết [[Đại hội XII]] của Đảng.\n",
        "Năm 2026 là năm đầu thực hiện Nghị quyết [[Đại hội đại biểu toàn quốc lần thứ XIII]] của Đảng.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in AHEAD.finditer(doc.text):
            number = roman(match["n"] or match["short"])
            held = HELD.get(number)
            if doc.issued and number > _next(doc.issued):
                yield self.finding(match.span("name"), "Trước Đại hội này còn một Đại hội chưa họp: xem lại số thứ tự.")
            elif held:
                yield from self._over(doc, match, held)
        for match in OF_EMULATION.finditer(doc.text) if doc.issued else ():
            number = roman(match["n"])
            held = EMULATION.get(number)
            if doc.issued and number > _next(doc.issued, EMULATION):
                yield self.finding(match.span("name"), "Đại hội này chưa tới: trước đó còn Đại hội khác.")
            elif held:
                yield from self._over(doc, match, held)
        for match in SITS.finditer(doc.text):
            held = HELD.get(roman(match["n"]))
            if held and int(match["y"]) != held.year:
                yield self.finding(match.span("name"), f"Đại hội này họp năm {held.year}, không phải năm {match['y']}.")
        for match in NTH.finditer(doc.text):
            held = HELD.get(roman(match["n"]))
            if held and int(match["y"]) != held.year + YEARS[match["nth"]]:
                right = held.year + YEARS[match["nth"]]
                message = f"Năm {match['nth']} của nhiệm kỳ Đại hội này là năm {right}, không phải năm {match['y']}."
                yield self.finding(match.span("name"), message)

    def _over(self, doc: Document, match: re.Match[str], held: date) -> Iterator[Finding]:
        """A congress that is looked forward to long after it was ``held``."""
        if doc.issued and (doc.issued - held).days > LATE:
            message = (
                f"Đại hội này đã họp (bế mạc ngày {held.day:02}/{held.month}/{held.year}) trước ngày ban hành văn bản."
            )
            yield self.finding(match.span("name"), message)


def _next(day: date, congresses: dict[int, date] = HELD) -> int:
    """The congress that was to come on ``day``, or the one just held."""
    return next((number for number, held in congresses.items() if (day - held).days <= LATE), max(congresses) + 1)
