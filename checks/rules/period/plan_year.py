"""Năm đầu, năm cuối của một giai đoạn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import roman
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Năm 2026 là năm đầu thực hiện kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030”
YEAR = Pattern(
    r"[Nn]ăm (?P<year>20\d\d)(?:,? (?:cũng )?là|,| -) năm (?P<nth>đầu(?: tiên)?(?! tư )|thứ hai|thứ ba|thứ tư|thứ năm|cuối(?: cùng)?|"
    r"bản lề|tăng tốc|bứt phá|then chốt)"
    r"(?P<of>[^.;\n]{0,220})",
    hooks=("ăm 20",),
    back=1,
)
# “Năm 2021 là năm diễn ra Đại hội …; là năm đầu thực hiện kế hoạch 5 năm 2021 - 2025”
FURTHER = Pattern(
    r"(?:[;,]| và) (?:cũng )?là năm (?P<nth>đầu(?: tiên)?|thứ hai|thứ ba|thứ tư|thứ năm|cuối(?: cùng)?) "
    r"(?=(?:triển khai |tổ chức )?thực hiện|của)(?P<of>[^.;\n]{0,220})",
    hooks=(" là năm ",),
    back=len(" và cũng"),
)
# “nhiệm vụ năm thứ hai của Kế hoạch 5 năm 2026 - 2030” in a launch of 2027
OWN = Pattern(
    r"(?<!là )(?<!, )(?P<all>năm (?P<nth>đầu|thứ hai|thứ ba|thứ tư|thứ năm|cuối)(?: tiên| cùng)?,? (?:của|thực hiện) )"
    r"(?P<of>(?:Kế hoạch|kế hoạch|giai đoạn)[^.;,\n]{0,90})",
    hooks=(" của Kế hoạch", " của kế hoạch", " của giai đoạn", "hực hiện Kế hoạch", "hực hiện kế hoạch"),
    back=26,
)
SPAN = re.compile(r"năm (?P<y>20\d\d)(?! ?[-–])")
OPENS = re.compile(r"Năm (?P<year>20\d\d)(?:,? (?:cũng )?là|,| -) năm ")
YEARS = re.compile(r"20\d\d(?! ?[-–] ?20\d\d)(?<!20\d\d [-–] 20\d\d)(?<!20\d\d[-–]20\d\d)(?<!/20\d\d)")
# Where the sentence goes on to what else the year is
ALSO = re.compile(
    r",? (?:năm (?!20|\()|kỷ niệm|tiến hành|cũng là|đồng thời|tiếp tục|chuẩn bị|hướng tới|tiến tới|tổng kết)"
)
STAGE = re.compile(r"(?:5 năm|năm năm|giai đoạn),? \(?(?P<years>(?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d))")
TERM = re.compile(
    r"nhiệm kỳ (?:(?:của )?Hội đồng nhân dân (?:các cấp )?)?\(?(?P<years>(?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d))"
)
CONGRESS = re.compile(r"Đại hội (?:[Đđ]ại biểu )?(?:toàn quốc )?(?:lần thứ )?(?P<n>X[IVX]{0,3})(?= của Đảng)")
NTH = {"đầu": 0, "thứ hai": 1, "thứ ba": 2, "thứ tư": 3, "thứ năm": 4}
CONGRESSES = {11: 2011, 12: 2016, 13: 2021, 14: 2026}
"""The year each congress of the Party sat; its resolution is carried out over five years, that one included."""
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua\n\n"


class PlanYear(Rule):
    """Năm nêu là năm đầu, năm thứ hai, năm cuối phải đúng với giai đoạn, nhiệm kỳ, kỳ Đại hội kể ngay sau đó.

    “Năm 2026 là năm đầu thực hiện Kế hoạch 5 năm 2021 - 2025” thường còn sót từ văn bản cũ. Nhiệm kỳ tính từ đại hội nên năm đầu
    có thể là năm sau; “năm bản lề” chỉ cần nằm trong giai đoạn.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu các năm nêu trong chính câu văn; Đại hội XI năm 2011, XII năm 2016, XIII năm 2021, XIV năm 2026"
    good = (
        HEAD
        + "Năm 2026 là năm đầu thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng và Kế hoạch 5 năm 2026 - 2030.\n",
        HEAD
        + "Năm 2025 là năm cuối thực hiện kế hoạch giai đoạn 2021 - 2025, năm chuẩn bị kế hoạch 5 năm 2026 - 2030.\n",
        HEAD
        + "Năm 2026 là năm đầu thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, nhiệm kỳ 2025 - 2030; năm 2027 là năm thứ hai của giai đoạn 2026 - 2030.\n",
        HEAD + "Năm 2018 là năm bản lề thực hiện kế hoạch 5 năm 2016 - 2020, nhiệm kỳ 2015 - 2020.\n",
        HEAD + "Năm 2028 là năm thứ ba của giai đoạn 2026 - 2030; năm 2029 là năm thứ tư của giai đoạn 2026 - 2030; "
        "năm 2030, năm thứ năm của kế hoạch 5 năm 2026 - 2030.\n",
        HEAD + "Năm 2011 là năm đầu thực hiện Nghị quyết Đại hội lần thứ XI của Đảng; "
        "Năm 2016 là năm đầu thực hiện Nghị quyết Đại hội lần thứ XII của Đảng.\n",
        HEAD
        + "Năm 2025 là năm cuối thực hiện Nghị quyết Đại hội lần thứ XIII của Đảng. Năm 2010 là năm cuối thực hiện Nghị quyết Đại hội lần thứ X của Đảng.\n",
        HEAD
        + "Năm 2026 là năm đầu thực hiện Nghị quyết Đại hội lần thứ XII Công đoàn tỉnh. Năm 2025 là năm đầu tư cho vùng khó của giai đoạn 2021 - 2025.\n",
        HEAD
        + "Năm 2025 là năm đại hội; là năm cuối thực hiện kế hoạch 5 năm 2021 - 2025, chuẩn bị cho năm 2026, là năm đầu của kế hoạch 5 năm 2026 - 2030.\n",
        HEAD
        + "Năm 2024 là năm đầu thi hành Luật Thi đua, khen thưởng, tiếp tục thực hiện kế hoạch 5 năm 2021 - 2025.\n",
    )
    bad = (
        HEAD + "Năm 2018 là năm bản lề thực hiện kế hoạch phát triển kinh tế - xã hội 5 năm [[2011 - 2015]].\n",
        HEAD + "Năm 2026 là năm đầu thực hiện Kế hoạch 5 năm [[2021 - 2025]].\n",
        HEAD + "Năm 2025 là năm cuối thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, nhiệm kỳ [[2025 - 2030]].\n",
        HEAD + "Năm 2026 là năm đầu thực hiện Nghị quyết [[Đại hội đại biểu toàn quốc lần thứ XIII]] của Đảng.\n",
        HEAD
        + "Năm 2010, năm đầu thực hiện Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2010 - 2015 và kế hoạch 5 năm [[2011 - 2015]].\n",
        HEAD + "Năm 2012 là năm đầu thực hiện Nghị quyết [[Đại hội lần thứ XI]] của Đảng; "
        "năm 2017 là năm đầu thực hiện Nghị quyết [[Đại hội lần thứ XII]] của Đảng.\n",
        HEAD + "Năm 2027 là năm đầu thực hiện Nghị quyết [[Đại hội lần thứ XIV]] của Đảng.\n",
        HEAD
        + "Năm 2021 là năm bầu cử Hội đồng nhân dân nhiệm kỳ 2021 - 2026; là năm cuối thực hiện kế hoạch phát triển kinh tế - xã hội 5 năm [[2021 - 2025]].\n",
        HEAD
        + "Năm 2018 là năm thứ ba thực hiện kế hoạch 5 năm 2016 - 2020 và là năm đầu tiên của nhiệm kỳ Hội đồng nhân dân các cấp [[2016 - 2021]].\n",
        HEAD + "Năm 2027, là năm thứ ba thực hiện kế hoạch giai đoạn [[2026 - 2030]].\n",
        HEAD.replace("thi đua", "thi đua năm 2027")
        + "Nhằm hoàn thành nhiệm vụ năm thứ ba của Kế hoạch 5 năm [[2026 - 2030]], xã phát động thi đua.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in YEAR.finditer(doc.text):
            yield from self._told(match, int(match["year"]))
        for match in FURTHER.finditer(doc.text):
            before = doc.text[sentence(doc.text, match.start(), clauses=False).start : match.start()]
            opens = OPENS.match(before)
            if opens and len(YEARS.findall(before)) == 1:  # no other year came between
                yield from self._told(match, int(opens["year"]))

        for match in OWN.finditer(doc.text, *doc.body) if doc.movement == "annual" and doc.year else ():
            around = sentence(doc.text, match.start())
            if {int(m["y"]) for m in SPAN.finditer(doc.text, *around)} <= {doc.year}:
                yield from self._told(match, doc.year or 0)

    def _told(self, match: re.Match[str], year: int) -> Iterator[Finding]:
        also = ALSO.search(match["of"])
        of = match["of"][: also.start()] if also else match["of"]
        for pattern in (STAGE, TERM, CONGRESS):
            for told in pattern.finditer(of):
                if pattern is CONGRESS:
                    first = CONGRESSES.get(roman(told["n"]), 0)
                    last, slack, span = first + 4, 0, told.span()
                else:
                    first, last = int(told["first"]), int(told["last"])
                    slack, span = int(pattern is TERM), told.span("years")
                if first and not _fits(year, match["nth"].split(" tiên")[0].split(" cùng")[0], first, last, slack):
                    start = match.start("of")
                    name = f"nghị quyết {told[0]}" if pattern is CONGRESS else f"{first} - {last}"
                    message = f"Năm {year} không phải là năm {match['nth']} của {name}."
                    yield self.finding((start + span[0], start + span[1]), message)


def _fits(year: int, nth: str, first: int, last: int, slack: int) -> bool:
    """Is ``year`` that year of the stage? A term may begin with the congress or in the year behind it."""
    if nth not in NTH and nth != "cuối":
        return year in range(first, last + 1)
    if nth == "cuối":
        return year in range(last - slack, last + 1)
    return year in range(first + NTH[nth], first + NTH[nth] + slack + 1)
