"""Khóa Quốc hội và nhiệm kỳ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import TWO_TIER, Document
from checks.facts.numbers import roman, to_roman
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031”
TERM = Pattern(
    r"Quốc hội kh(?:óa|oá) (?P<n>X[IVX]{0,4})(?!\w)[^.;\n]{0,70}?nhiệm kỳ (?P<years>(?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d))",
    needs="Quốc hội kh",
)
# “Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2025 - 2030”
PARTY = Pattern(
    r"Đại hội (?:[Đđ]ại biểu )?(?P<of>Đảng bộ [^\W\d_]+(?: [^\s,.;()]+){0,4}?) lần thứ (?P<n>[IVX]{1,6}|\d{1,2}),? \(?nhiệm kỳ (?P<years>20\d\d ?[-–] ?20\d\d)",
    needs="Đại hội ",
)
# “Đại hội đại biểu toàn quốc lần thứ XIV của Đảng, nhiệm kỳ 2026 - 2031”
NATIONAL = Pattern(
    r"(?:toàn quốc (?:lần thứ )?|Đại hội )(?P<n>X[IVX]{0,4})(?: của Đảng| Đảng Cộng sản Việt Nam),? \(?nhiệm kỳ (?P<years>(?P<first>20\d\d) ?[-–] ?20\d\d)",
    hooks=(" của Đảng", " Đảng Cộng sản"),
    back=len("toàn quốc lần thứ XVIII"),
)
# “Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2031”
LENGTHS = Pattern(
    r"Đảng bộ [^.;,\n()]{0,50},? \(?nhiệm kỳ (?P<years>(?P<first>20[1-9]\d) ?[-–] ?(?P<last>20\d\d))", needs="nhiệm kỳ "
)
# “Đại hội Đảng bộ phường lần thứ I, nhiệm kỳ 2020 - 2025”: with the communes of 2025 the count began anew
ANEW = Pattern(
    r"Đảng bộ [^.;,\n()]{1,50} lần thứ (?:I|nhất),? \(?nhiệm kỳ (?P<years>20(?:1\d|2[0-4]) ?[-–] ?20\d\d)",
    needs=(" thứ I", " thứ nhất"),
)
# “Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2023 - 2028”, “Đại hội Công đoàn Việt Nam lần thứ XIII, nhiệm kỳ …”
_WHO = "Công đoàn Việt Nam|Hội Nông dân Việt Nam|Hội Liên hiệp Phụ nữ Việt Nam|Hội Cựu chiến binh Việt Nam"
_IN = r",? \(?nhiệm kỳ (?P<years>20\d\d ?[-–] ?20\d\d)(?!\d)"
MASS = (
    Pattern(
        rf"Đại hội (?:[Đđ]ại biểu )?(?:toàn quốc )?(?:lần thứ )?(?P<n>[IVX]{{1,5}}) (?:của )?(?P<who>{_WHO}){_IN}",
        needs="Đại hội ",
    ),
    Pattern(
        rf"Đại hội (?:[Đđ]ại biểu )?(?:toàn quốc )?(?P<who>{_WHO}),? lần thứ (?P<n>[IVX]{{1,5}}){_IN}", needs="Đại hội "
    ),
)
CONGRESSES = {
    "Công đoàn Việt Nam": (13, 2023),
    "Hội Nông dân Việt Nam": (8, 2023),
    "Hội Liên hiệp Phụ nữ Việt Nam": (13, 2022),
    "Hội Cựu chiến binh Việt Nam": (7, 2022),
}
"""The last congress that is known and the year its term began; those before came five years apart."""
KNOWN = 2
"""So many congresses before the last one are judged."""
FIRST, BEGAN, LENGTH = 14, 2016, 5
"""The 14th National Assembly sat from 2016, and so did the people's councils; each term is five years."""


class TermAgreement(Rule):
    """Khóa Quốc hội khớp với nhiệm kỳ ghi cùng: khóa XV là 2021 - 2026, khóa XVI là 2026 - 2031.

    Đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp được bầu cùng ngày, nhiệm kỳ năm năm. Đại hội của một đảng bộ nêu nhiều lần
    thì số thứ tự và nhiệm kỳ phải đi với nhau như nhau.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Các cuộc bầu cử đại biểu Quốc hội và Hội đồng nhân dân năm 2016, 2021, 2026"
    good = (
        "Nghị quyết Đại hội XII Công đoàn Việt Nam, nhiệm kỳ 2018 - 2023; Đại hội XIV Công đoàn Việt Nam, nhiệm kỳ 2026 - 2031.\n",
        "Nghị quyết Đại hội XIII của Đảng (nhiệm kỳ 2021-2026); Đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030 tiến tới Đại hội XIV của Đảng; "
        "Ban Chấp hành Đảng bộ xã nhiệm kỳ 2025 - 2030, Hội đồng nhân dân nhiệm kỳ 2026 - 2031.\n",
        "Đại hội Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020 - 2025; Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2025-2030; Đại hội Đảng bộ tỉnh lần thứ XVIII, "
        "nhiệm kỳ 2025 - 2030; Đại hội Đảng bộ xã An Lạc lần thứ I, nhiệm kỳ 2025 - 2030; Đại hội Đảng bộ xã Hà Tân lần thứ XXI, nhiệm kỳ 2025 - 2030.\n",
        "bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031.\n",
        "đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân tỉnh, nhiệm kỳ 2021 - 2026; nhiệm kỳ 2025 - 2030 của Đảng bộ.\n",
    )
    bad = (
        "Nghị quyết Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ [[2018 - 2023→2023 - 2028]]; Đại hội Đảng bộ tỉnh lần thứ I, nhiệm kỳ [[2026 - 2030]].\n",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng, nhiệm kỳ [[2025 - 2030→2026 - 2031]].\n",
        "Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ [[2025 - 2031]].\n",
        "Hà Tân, ngày 12 tháng 3 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\n"
        "Nghị quyết Đại hội đại biểu Đảng bộ phường lần thứ I, nhiệm kỳ [[2020 - 2025→2025 - 2030]].\n",
        "Đại hội Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020 - 2025. Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ [[2025 - 2030]].\n",
        "Đại hội Đảng bộ xã Hà Tân lần thứ I, nhiệm kỳ 2025 - 2030. Đại hội Đảng bộ xã Hà Tân lần thứ II, nhiệm kỳ [[2025 - 2030]].\n",
        "bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ [[2021 - 2026→2026 - 2031]].\n",
        "bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ [[2026 - 2031→2021 - 2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in TERM.finditer(doc.text):
            number = roman(match["n"])
            first = BEGAN + LENGTH * (number - FIRST)
            if number < FIRST or (int(match["first"]), int(match["last"])) == (first, first + LENGTH):
                continue
            right = f"{first} - {first + LENGTH}"
            message = f"Quốc hội khóa {to_roman(number)} và Hội đồng nhân dân cùng kỳ có nhiệm kỳ {right}."
            yield self.finding(match.span("years"), message, right)
        for match in NATIONAL.finditer(doc.text):
            began = 2006 + LENGTH * (roman(match["n"]) - 10)
            right = f"{began} - {began + LENGTH}"
            if match["years"].replace("–", "-").replace(" ", "") != right.replace(" ", ""):
                yield self.finding(match.span("years"), f"Nhiệm kỳ của Đại hội này là {right}.", right)
        for match in LENGTHS.finditer(doc.text):
            if int(match["last"]) - int(match["first"]) not in (2, 3, LENGTH):  # a group of cells has half a term
                yield self.finding(match.span("years"), "Nhiệm kỳ của đảng bộ là năm năm.")
        for match in (found for pattern in MASS for found in pattern.finditer(doc.text)):
            last, began = CONGRESSES[match["who"]]
            if last - KNOWN <= roman(match["n"]) <= last:
                began -= LENGTH * (last - roman(match["n"]))
                right = f"{began} - {began + LENGTH}"
                if match["years"].replace("–", "-").replace(" ", "") != right.replace(" ", ""):
                    message = f"Đại hội {match['n']} {match['who']} có nhiệm kỳ {right}."
                    yield self.finding(match.span("years"), message, right)
        if doc.as_of and doc.as_of >= TWO_TIER:
            for match in ANEW.finditer(doc.text):
                message = "Đại hội lần thứ I sau khi sắp xếp đơn vị hành chính có nhiệm kỳ 2025 - 2030."
                yield self.finding(match.span("years"), message, "2025 - 2030")
        yield from self._congresses(doc)

    def _congresses(self, doc: Document) -> Iterator[Finding]:
        """One congress of a Party organisation has one number and one term."""
        told: dict[tuple[str, str], str] = {}
        for match in PARTY.finditer(doc.text):
            number, years = match["n"], match["years"].replace("–", "-").replace(" ", "")
            for key, other in ((("số", number), years), (("kỳ", years), number)):
                if told.setdefault((f"{match['of']} {key[0]}", key[1]), other) != other:
                    what = f"lần thứ {number}, nhiệm kỳ {match['years']}"
                    yield self.finding(
                        match.span("years"),
                        f"Ở chỗ khác {match['of']} ghi số đại hội hoặc nhiệm kỳ khác: xem lại “{what}”.",
                    )
                    break
