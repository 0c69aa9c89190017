"""Số năm của một kế hoạch, một giai đoạn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

YEARS = Pattern(r"20\d\d ?[-–] ?20\d\d(?![\d/-])")
# “kế hoạch 5 năm (2021 - 2025)”, “giai đoạn 2021 - 2025”; read backwards from the years
COUNTED = Pattern(r"(?P<n>\d{1,2}|năm|mười) năm,? \(?$")
PLAN = Pattern(r"[Kk]ế hoạch [^.;:\n()“”]{0,40}\(?$")
# “kế hoạch phát triển kinh tế - xã hội 5 năm 2010 - 2015”: this plan runs from a year in 1 or 6 to one in 5 or 0
OF_THE_STATE = Pattern(r"kinh tế ?[-–] ?xã hội 0?5 năm,? \(?$")
STAGE = Pattern(r"[Gg]iai đoạn \(?$")
TERM = Pattern(r"[Nn]hiệm kỳ \(?$")
# “phong trào thi đua “Đoàn kết, sáng tạo” giai đoạn 2026 - 2030”
NAMED = Pattern(
    r"“(?P<name>[^“”\n]{8,200})” giai đoạn (?P<years>(?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d))(?!\d)",
    needs="” giai đoạn ",
)
# “thời gian thực hiện: 05 năm, từ năm 2026 đến năm 2030”
RUN = Pattern(
    r"[Tt]hời gian[^.;\n\d]{0,40} (?P<n>\d{1,2}) năm,? \(?(?:tính )?"
    r"(?P<years>từ (?:đầu )?năm (?P<first>20\d\d) đến (?:hết |cuối )?(?:năm )?(?P<last>20\d\d))(?!\d)",
    needs="hời gian",
)
# “năm học 2026 - 2027”; “ba năm học 2024 - 2027” are several
SCHOOL = Pattern(r"(?<!\w)(?P<several>(?:các|những|mỗi|hai|ba|bốn|năm|\d+) )?năm học:? \(?$", flags=re.IGNORECASE)
LONGEST_TERM = 7
"""Years: the people's councils of 2004 sat until 2011; every other term is shorter."""
WORDS = {"năm": 5, "mười": 10}
USUAL = 5
"""Years of a plan of the state; stages begin in years that end in 1 or 6."""


class PlanPeriod(Rule):
    """Số năm nêu khớp với năm đầu và năm cuối: “kế hoạch 5 năm 2021 - 2025”; một giai đoạn ghi như nhau trong cả văn bản.

    “Giai đoạn 2021 - 2026” trong văn bản nhiều lần ghi “giai đoạn 2021 - 2025” thường là nhầm với nhiệm kỳ Hội đồng nhân dân.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Thời gian thực hiện trong 05 năm, từ năm 2026 đến hết năm 2030.\n",
        "Năm học 2026 - 2027, 2027 - 2028; ba năm học 2024 - 2027; các năm học (2021 - 2025). Các năm học 2023 - 2026.\n",
        "Kế hoạch 5 năm (2021 - 2025), giai đoạn 2021 - 2025; chương trình phối hợp giai đoạn 2021 - 2026.\n",
        "Kế hoạch năm năm (2021-2025), chương trình mười năm (2016-2025), đề án 6 năm (2021-2026); giai đoạn 2021-2025, thời kỳ 2021-2030.\n",
        "Kế hoạch 5 năm (2020 - 2025); bảng so sánh 2026 - 2025; Hội đồng nhân dân giai đoạn 2021 - 2026.\n",
        "Kế hoạch 5 năm (2021 - 2025), sau 5 năm (2020 - 2025); giai đoạn 2022 - 2025, giai đoạn 2021 - 2025.\n",
        "Chi thường xuyên giai đoạn 2026 - 2028; nông thôn mới giai đoạn 2026 - 2030; giảm nghèo giai đoạn 2026 - 2030.\n",
        "Phong trào “Đoàn kết, sáng tạo” giai đoạn 2021 - 2025, phong trào “Đoàn kết, sáng tạo” giai đoạn 2026 - 2030.\n",
        "Nhiệm kỳ 2021 - 2026; sau 10 năm (2015 - 2025) thực hiện; kế hoạch năm 2021 - 2022.\n",
    )
    bad = (
        "Thời gian: [[04]] năm, từ năm 2026 đến năm 2030.\n",
        "Phong trào “Đoàn kết, sáng tạo” giai đoạn 2026 - 2031.\nKế hoạch phong trào “Đoàn kết, sáng tạo” giai đoạn [[2026 - 2030]] như sau.\n",
        "Phong trào “Đoàn kết, sáng tạo” giai đoạn [[2025 - 2030]].\nThực hiện phong trào “Đoàn kết, sáng tạo” giai đoạn 2026 - 2030, "
        "tổng kết phong trào “Đoàn kết, sáng tạo” giai đoạn 2026 - 2030.\n",
        "Phấn đấu năm học [[2026 - 2028]] có 5 giáo viên dạy giỏi cấp tỉnh.\n",
        "Hoàn thành nhiệm vụ giai đoạn 2021 - 2025 và kế hoạch 5 năm ([[2020 - 2025→2021 - 2025]]).\n",
        "Nghị quyết về kế hoạch phát triển kinh tế - xã hội 5 năm [[2020-2025→2021-2025]].\n",
        "Hoàn thành kế hoạch 5 năm ([[2021 - 2026]]); sau 10 năm ([[2016 - 2021]]).\n",
        "Nhiệm kỳ [[2025 - 2020]]; kế hoạch 5 năm ([[2025 - 2021]]).\n",
        "Tổng kết phong trào giai đoạn [[2025 - 2021]].\n",
        "Đại hội Đảng bộ tỉnh lần thứ I, nhiệm kỳ [[2025 - 2035]].\n",
        "Phong trào giai đoạn [[2021 - 2026→2021 - 2025]]; nông thôn mới giai đoạn 2021 - 2025; giảm nghèo giai đoạn 2021 - 2025.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._named(doc)
        for match in RUN.finditer(doc.text, *doc.body):
            run = int(match["last"]) - int(match["first"]) + 1
            if run > 1 and run != int(match["n"]):
                message = f"Từ năm {match['first']} đến năm {match['last']} là {run} năm, văn bản ghi {match['n']} năm."
                yield self.finding(match.span("n"), message)
        stages: dict[str, list[Span]] = {}
        for match in YEARS.finditer(doc.text):
            first, last = int(match[0][:4]), int(match[0][-4:])
            before = (doc.text, max(0, match.start() - 16), match.start())
            counted = COUNTED.search(*before)
            if last < first:
                if STAGE.search(*before) or TERM.search(*before) or counted:
                    yield self.finding(match.span(), "Năm cuối đứng trước năm đầu.", severity=Severity.ERROR)
                continue
            if counted and last > first:
                yield from self._counted(doc, match, WORDS.get(counted["n"]) or int(counted["n"]))
            elif (school := SCHOOL.search(*before)) and not school["several"] and last - first != 1:
                yield self.finding(match.span(), f"Một năm học là {first} - {first + 1}.")
            elif TERM.search(*before) and last - first > LONGEST_TERM:
                yield self.finding(match.span(), f"Từ năm {first} đến năm {last} không phải một nhiệm kỳ.")
            elif STAGE.search(*before):
                stages.setdefault(match[0], []).append(Span(*match.span()))
        yield from self._elsewhere(stages)

    def _counted(self, doc: Document, match: re.Match[str], stated: int) -> Iterator[Finding]:
        """“5 năm (2021 - 2025)”: the years of a plan against how many they are said to be."""
        first, last = int(match[0][:4]), int(match[0][-4:])
        if 2 <= stated <= 30 and last - first not in (stated - 1, stated):
            yield self.finding(match.span(), f"Từ năm {first} đến năm {last} không phải {stated} năm.")
        elif (
            stated == USUAL == last - first
            and last % USUAL == 0
            and OF_THE_STATE.search(doc.text, max(0, match.start() - 40), match.start())
        ):
            meant = match[0].replace(str(first), str(first + 1), 1)
            message = f"Kế hoạch phát triển kinh tế - xã hội 5 năm tính từ năm {first + 1} đến năm {last}."
            yield self.finding(match.span(), message, meant)
        elif stated == USUAL and first % USUAL == 1 and last - first == USUAL:
            yield self.finding(match.span(), f"Từ năm {first} đến năm {last} là {last - first + 1} năm.")
        elif stated == USUAL == last - first and PLAN.search(doc.text, max(0, match.start() - 60), match.start()):
            # “kế hoạch 5 năm (2020 - 2025)” beside “giai đoạn 2021 - 2025”
            own = re.search(rf"[Gg]iai đoạn \(?(?P<years>{first + 1} ?[-–] ?{last})(?!\d)", doc.text)
            if own:
                yield self.finding(match.span(), f"Ở chỗ khác giai đoạn này ghi {own['years']}.", own["years"])

    def _elsewhere(self, stages: dict[str, list[Span]]) -> Iterator[Finding]:
        """A stage of six years where the text elsewhere, and more often, has it end after five."""
        for years, spans in stages.items():
            first = int(years[:4])
            right = next(
                (other for other in stages if other[:4] == years[:4] and int(other[-4:]) == first + USUAL - 1), None
            )
            if right and first % USUAL == 1 and int(years[-4:]) == first + USUAL and len(stages[right]) > len(spans):
                for span in spans:
                    yield self.finding(span, f"Ở chỗ khác giai đoạn này ghi {right}.", right)

    def _named(self, doc: Document) -> Iterator[Finding]:
        """A movement that begins in one year ends in one year, and the other way round."""
        named = list(NAMED.finditer(doc.text))
        for one, other, word in (("first", "last", "kết thúc"), ("last", "first", "bắt đầu")):
            told: dict[tuple[str, str], list[re.Match[str]]] = {}
            for match in named:
                told.setdefault((match["name"].lower(), match[one]), []).append(match)
            for places in told.values():
                often = Counter(place[other] for place in places)
                usual = often.most_common(1)[0][0]
                for match in places:
                    if match[other] != usual:
                        message = f"Phong trào này ở chỗ khác ghi {word} năm {usual}."
                        yield self.finding(match.span("years"), message)
