"""Các giai đoạn tính theo năm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import numeral
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import ITEM_MARK
from checks.values import NamedTuple

# “Giai đoạn 1 (2026 - 2028)”, “Giai đoạn II: Từ năm 2029 đến năm 2030”, at the start of a line
STAGE = Pattern(
    rf"\n[ \t]*(?:(?:{ITEM_MARK}|\d{{1,2}}(?:\.\d{{1,2}})*) *)?(?P<name>Giai đoạn|Đợt|Bước) (?P<n>\d|I{{1,3}}V?|IV|V)"
    r"(?:,|:)? \(?(?:[Tt]ừ )?(?:năm )?(?P<years>(?:tháng (?P<m>\d{1,2})(?:/| năm ))?(?P<first>20\d\d)"
    r"(?: ?[-–] ?| đến (?:hết )?(?:năm )?)(?:tháng (?P<n2>\d{1,2})(?:/| năm ))?(?P<last>20\d\d))(?![\d/])",
    hooks=("Giai đoạn ", "Đợt ", "Bước "),
    back=16,
)
# “c) Quý IV năm 2028: Sơ kết giai đoạn 1”, “- Tháng 12/2028: Tổng kết”
AT_HEAD = Pattern(
    r"(?:[Qq]uý (?P<late>III|IV|3|4)|[Qq]uý (?:I{1,2}|[12])|[Tt]háng (?P<late2>[789]|1[012])|[Tt]háng \d{1,2}|[Nn]ăm)"
    r"(?: năm |/| )?(?P<year>20\d\d): ?[^.;\n]{0,40}?(?P<what>[Ss]ơ kết|[Tt]ổng kết)",
    hooks=("ơ kết", "ổng kết"),
    back=70,
)
# “sơ kết trong quý IV năm 2028”, “tổ chức hội nghị tổng kết trong tháng 12 năm 2030”
BEHIND = Pattern(
    r"(?P<what>[Ss]ơ kết|[Tt]ổng kết)(?: giai đoạn| đợt| phong trào| thi đua| về Sở [^\d.;,:\n]{2,30}| \d| I{1,3})*(?:,|:)? (?:vào |trong |trước )"
    r"(?:ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )|(?:đầu |giữa |cuối )?"
    r"(?:tháng (?:(?P<late>[789]|1[012])|\d{1,2})|quý (?:(?P<late2>III|IV|[34])|I{1,2}|[12]))(?:/| năm )"
    r"|(?:cuối )?năm )(?P<year>20\d\d)",
    hooks=("ơ kết", "ổng kết"),
    back=1,
)
# “giai đoạn 1 từ năm 2026 đến năm 2028, giai đoạn 2 từ năm 2029 đến năm 2030” in one sentence
_YEARS = r"\(?(?:từ )?(?:năm )?(?P<{0}first>20\d\d)(?: ?[-–] ?| đến (?:hết )?(?:năm )?)(?P<{0}last>20\d\d)\)?"
PAIR = Pattern(
    rf"[Gg]iai đoạn (?:1|I|một),?:? {_YEARS.format('a')}[^.\n\d]{{0,60}}?[,;] (?:và )?giai đoạn (?:2|II|hai),?:? (?P<years>{_YEARS.format('b')})(?!\d)",
    needs="iai đoạn ",
)
# “sơ kết giai đoạn 1 vào quý IV năm 2028”
OF_STAGE = Pattern(
    r"(?P<what>[Ss]ơ kết) giai đoạn (?P<n>\d|I{1,3}V?|IV|V)(?:,|:)? (?:vào |trong )"
    r"(?:(?:đầu |giữa |cuối )?(?:tháng \d{1,2}|quý (?:IV|I{1,3}|[1-4]))(?:/| năm )|(?:cuối )?năm )"
    r"(?P<year>20\d\d)",
    needs="ơ kết giai đoạn ",
)
TITLE = re.compile(r"giai đoạn (?P<first>20\d\d) ?[-–] ?(?P<last>20\d\d)", re.IGNORECASE)
HEAD = (
    "Sơn Khê, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nTổ chức phong trào thi đua chuyển đổi số giai đoạn 2026 - 2030\n\nI. MỤC ĐÍCH\n\n"
    "Thi đua chuyển đổi số.\n\nII. THỜI GIAN THỰC HIỆN\n\n"
)
END = "\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác đơn vị tổ chức thực hiện.\n"


class Stage(NamedTuple):
    """A stage of some years and what is said under it, up to the next one."""

    name: str
    number: int
    first: int
    last: int
    begins: int
    """The month it begins with, counted from the year 0; January where the text names years only."""
    ends: int
    monthly: bool
    years: Span
    body: Span


class StageYears(Rule):
    """Các giai đoạn tính theo năm nối tiếp nhau; sơ kết, tổng kết một giai đoạn vào năm của giai đoạn ấy hoặc năm liền sau.

    “Giai đoạn 1 (2026 - 2028)” thì giai đoạn 2 bắt đầu năm 2029. Năm sơ kết trước giai đoạn hoặc nhiều năm sau giai đoạn thường do
    sửa một chỗ mà quên chỗ kia.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "Giai đoạn 1 từ năm 2026 đến năm 2028, giai đoạn 2 từ năm 2029 đến năm 2030; sơ kết giai đoạn 1 vào quý IV năm 2028."
        + END,
        HEAD
        + "1. Giai đoạn 1 (2026 - 2028)\n\na) Quý IV năm 2028: Sơ kết giai đoạn 1.\n\n2. Giai đoạn 2 (2029 - 2030)\n\n"
        + "a) Tổng kết phong trào trong quý I năm 2031."
        + END,
        HEAD + "- Giai đoạn 1: Từ năm 2026 đến năm 2028.\n- Giai đoạn 3: Từ năm 2028 đến năm 2030." + END,
        HEAD + "Phong trào chia hai giai đoạn; sơ kết trong năm 2028." + END,
        HEAD
        + "- Giai đoạn 1 (từ tháng 5/2026 đến tháng 6/2028): sơ kết vào quý II/2028.\n- Giai đoạn 2 (từ tháng 6/2028 đến tháng 12/2030)."
        + END,
    )
    bad = (
        HEAD
        + "Chia làm 02 giai đoạn: giai đoạn 1 từ năm 2026 đến năm 2029, giai đoạn 2 [[từ năm 2029 đến năm 2030]]."
        + END,
        HEAD
        + "Giai đoạn 1 từ năm 2026 đến năm 2028, giai đoạn 2 từ năm 2029 đến năm 2030.\n\nSơ kết giai đoạn 1 vào quý IV năm [[2026]]."
        + END,
        HEAD + "- Giai đoạn 1 (2026 - 2028): phát động.\n- Giai đoạn 2 ([[2029 - 2031]]): nhân rộng." + END,
        HEAD
        + "1. Giai đoạn 1 (2026 - 2028)\n\na) Quý IV năm 2029: [[Sơ kết]] giai đoạn 1.\n\n2. Giai đoạn 2 ([[2028 - 2030]])\n\n"
        + "a) Hội nghị [[tổng kết]] trong tháng 12 năm 2027."
        + END,
        HEAD + "- Giai đoạn 1 (từ tháng 5/2026 đến tháng 12/2028): phát động; [[sơ kết]] vào quý IV/2029.\n"
        "- Giai đoạn 2 (từ [[tháng 01/2028 đến tháng 12/2030]]): nhân rộng." + END,
        HEAD.partition("\n\nI")[0]
        + "\n\nI. THỜI GIAN\n\nTừ ngày ban hành Kế hoạch đến hết [[ngày 31 tháng 12 năm 2025]].\n\nII. NỘI DUNG\n\nThi đua.\n",
        HEAD + "- Giai đoạn 1: Từ năm 2026 đến năm 2027.\n- Giai đoạn 2: Từ năm [[2029 đến năm 2030]]." + END,
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        before: Stage | None = None
        stages = list(_stages(doc))
        yield from self._in_sentence(doc, stages)
        title = TITLE.search(doc.subject or "")
        if title and doc.movement == "multi-year":
            for period in doc.periods:
                if period.year_stated and not int(title["first"]) <= period.end.year <= int(title["last"]):
                    message = f"Ngày này ra ngoài thời gian ghi ở trích yếu ({title['first']} - {title['last']})."
                    yield self.finding(period.end_span, message)
        for stage in stages:
            if (
                title
                and stage.name == "Giai đoạn"
                and not int(title["first"]) <= stage.first <= stage.last <= int(title["last"])
            ):
                message = f"{stage.name} {stage.number} ra ngoài thời gian ghi ở trích yếu ({title['first']} - {title['last']})."
                yield self.finding(stage.years, message)
            if before and stage.name == before.name and stage.number == before.number + 1:
                which, former = f"{stage.name} {stage.number}", f"{stage.name.lower()} {before.number}"
                if stage.begins < before.ends or (stage.begins == before.ends and not stage.monthly):
                    since = doc.text[slice(*stage.years)] if stage.monthly else f"năm {stage.first}"
                    until = doc.text[slice(*before.years)] if stage.monthly else before.last
                    message = f"{which} bắt đầu {since.split(' đến ')[0]} khi {former} chưa kết thúc ({until})."
                    yield self.finding(stage.years, message)
                elif stage.first > before.last + 1:
                    message = f"{which} bắt đầu năm {stage.first}, {former} kết thúc năm {before.last}: còn thiếu khoảng giữa."
                    yield self.finding(stage.years, message)
            yield from self._reviews(doc, stage)
            before = stage

    def _in_sentence(self, doc: Document, stages: list[Stage]) -> Iterator[Finding]:
        """Stages told in one sentence follow each other, and one of them is reviewed when it ends."""
        ends = {stage.number: (stage.first, stage.last) for stage in stages if stage.name == "Giai đoạn"}
        for match in PAIR.finditer(doc.text, *doc.body):
            first, last = int(match["afirst"]), int(match["alast"])
            ends.setdefault(1, (first, last))
            ends.setdefault(2, (int(match["bfirst"]), int(match["blast"])))
            if last > first and int(match["bfirst"]) <= last:
                yield self.finding(match.span("years"), f"Giai đoạn 2 bắt đầu khi giai đoạn 1 chưa kết thúc ({last}).")
        for match in OF_STAGE.finditer(doc.text, *doc.body):
            first, last = ends.get(numeral(match["n"]), (0, 0))
            if last > first and int(match["year"]) < last:
                message = f"Sơ kết giai đoạn {match['n']} vào năm {match['year']}, khi giai đoạn này chưa kết thúc ({first} - {last})."
                yield self.finding(match.span("year"), message)

    def _reviews(self, doc: Document, stage: Stage) -> Iterator[Finding]:
        for match in (*AT_HEAD.finditer(doc.text, *stage.body), *BEHIND.finditer(doc.text, *stage.body)):
            year = int(match["year"])
            late = match.groupdict().get("late") or match.groupdict().get("late2")
            if not stage.first <= year <= stage.last + (0 if late else 1):
                message = f"{match['what'].capitalize()} năm {year}, ngoài {stage.name.lower()} {stage.number} ({stage.first} - {stage.last})."
                yield self.finding(match.span("what"), message)


def _stages(doc: Document) -> Iterator[Stage]:
    found = list(STAGE.finditer(doc.text, *doc.body))
    for i, match in enumerate(found):
        end = found[i + 1].start() if i + 1 < len(found) else doc.body.end
        around = (s.span for s in doc.sections if s.level == 1 and s.span.start <= match.start() < s.span.end)
        stop = min((span.end for span in around), default=end)
        first, last = int(match["first"]), int(match["last"])
        begins, ends = first * 12 + int(match["m"] or 1), last * 12 + int(match["n2"] or 12)
        if begins <= ends:
            monthly, years = bool(match["m"] and match["n2"]), Span(*match.span("years"))
            body = Span(match.end(), min(end, stop))
            yield Stage(match["name"], numeral(match["n"]), first, last, begins, ends, monthly, years, body)
