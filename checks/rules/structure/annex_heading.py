"""Phụ lục và văn bản chính."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.dates import as_written, mentions, short, words
from checks.facts.numbers import numeral, to_roman
from checks.finding import Finding, Severity, Span
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

# “(Kèm theo Kế hoạch số 05/KH-UBND ngày 12 tháng 01 năm 2026 của …)”
BELONGS = Pattern(
    r"[Kk]èm theo (?P<kind>Chỉ thị|Kế hoạch|Quyết định|Công văn|Hướng dẫn|Chương trình|Thông báo|Báo cáo|Tờ trình) "
    r"(?:số:? *(?:(?P<number>\d+[a-z]?/[A-ZĐa-z0-9/&-]+)|[.… ]*/[A-ZĐa-z0-9/&-]+))?",
    hooks=("èm theo",),
    back=1,
)
# “của Chủ tịch Ủy ban nhân dân tỉnh Nghệ An”
OF_UNIT = Pattern(
    rf"(?:Ủy ban nhân dân|UBND) (?P<unit>tỉnh|xã|phường|huyện|đặc khu) (?P<name>[{CAPITAL}]\w*(?: [{CAPITAL}]\w*)*)"
)
# A head is a line of its own: “PHỤ LỤC II”, “Phụ lục 1. DANH MỤC …”
HEAD_LINE = Pattern(r"(?:PHỤ LỤC|Phụ lục)(?: SỐ| số)?(?: *(?P<n>[IVX]+|\d{1,2}))?(?:[.:]|$|(?= [A-ZĐ]{2}))")
MENTIONED = Pattern(r"phụ lục|kèm theo|đính kèm|biểu|danh mục|danh sách|mẫu", flags=re.IGNORECASE)
# “Phụ lục I”, “các phụ lục I, II và III”
NUMBERED = Pattern(
    r"[Pp]hụ lục(?: số)? (?P<list>(?:[IVX]+|\d{1,2})(?:(?:,| và| -|;) (?:[Pp]hụ lục )?(?:[IVX]+|\d{1,2}))*)(?!\w)"
)
NUMBER = re.compile(r"[IVX]+|\d{1,2}")
TOP = "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\nSố: 05/KH-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\n"
BODY = (
    TOP
    + "Các thôn thực hiện các chỉ tiêu tại {refer}./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n\n"
)
WITH = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân xã)\n"


class AnnexHeading(Rule):
    """Phụ lục được nhắc tới trong văn bản, đánh số La Mã khi có từ hai phụ lục, và ghi đúng số, ngày của văn bản chính.

    Dòng “(Kèm theo Kế hoạch số … ngày …)” dưới tên phụ lục hay còn lại số, ngày của dự thảo trước. Phụ lục nằm ở tệp
    khác thì không xét được.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III khoản 1"
    apart = (BODY.format(refer="Phụ lục kèm theo"),)
    good = (
        BODY.format(refer="Phụ lục kèm theo")
        + "PHỤ LỤC\nTờ trình mẫu\n(Kèm theo Quyết định số 09/QĐ-UBND ngày 15 tháng 01 năm 2026)\n",
        BODY.format(refer="các phụ lục kèm theo") + "PHỤ LỤC I\nMột\nPHỤ LỤC I\nHai\n",
        BODY.format(refer="phụ lục I - III kèm theo") + "PHỤ LỤC I\nMột\nPHỤ LỤC II\nHai\nPHỤ LỤC III\nBa\n",
        BODY.format(refer="Phụ lục kèm theo") + "PHỤ LỤC\nChỉ tiêu thi đua\n" + WITH,
        BODY.format(refer="Phụ lục I, Phụ lục II") + "PHỤ LỤC I\nChỉ tiêu\n" + WITH + "PHỤ LỤC II\nPhân công\n" + WITH,
        BODY.format(refer="phụ lục I, II kèm theo") + "PHỤ LỤC I\nChỉ tiêu\nPHỤ LỤC II\nPhân công\n",
        BODY.format(refer="các phụ lục kèm theo") + "Phụ lục I\nChỉ tiêu\nPhụ lục II\nPhân công\n",
    )
    bad = (
        BODY.format(refer="Phụ lục kèm theo")
        + "PHỤ LỤC\nChỉ tiêu\n"
        + WITH.replace("05/KH", "[[04/KH").replace("-UBND", "-UBND→05/KH-UBND]]"),
        BODY.format(refer="Phụ lục kèm theo")
        + "PHỤ LỤC\nChỉ tiêu\n"
        + WITH.replace("ngày 12 tháng 01 năm 2026", "[[ngày 15 tháng 01 năm 2026→ngày 12 tháng 01 năm 2026]]"),
        BODY.format(refer="Phụ lục kèm theo")
        + "PHỤ LỤC\nChỉ tiêu\n"
        + WITH.replace(
            "05/KH-UBND ngày 12 tháng 01 năm 2026",
            "    /KH-UBND [[ngày 12 tháng 01 năm 2025→ngày 12 tháng 01 năm 2026]]",
        ),
        BODY.format(refer="Phụ lục kèm theo")
        + "PHỤ LỤC\nChỉ tiêu\n"
        + WITH.replace("xã)", "[[xã Tân Kiên→xã An Phú Tây]])"),
        BODY.format(refer="mục II") + "[[PHỤ LỤC]]\nChỉ tiêu\n",
        BODY.format(refer="Phụ lục I") + "PHỤ LỤC I\nChỉ tiêu\n[[PHỤ LỤC II]]\nPhân công\n",
        BODY.format(refer="các phụ lục kèm theo") + "PHỤ LỤC [[1→I]]\nChỉ tiêu\nPHỤ LỤC 2\nPhân công\n",
        BODY.format(refer="các phụ lục kèm theo") + "PHỤ LỤC I\nChỉ tiêu\nPHỤ LỤC [[III→II]]\nPhân công\n",
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside is None and not _heads(doc) and BELONGS.search(doc.text, doc.frame.end) is None:
            return "văn bản không có phụ lục trong cùng tệp"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._belongs(doc)
        heads = _heads(doc)
        body = doc.text[doc.body.start : doc.body.end]
        if heads and not MENTIONED.search(body):
            yield self.finding(heads[0][0], "Văn bản không nhắc tới phụ lục này ở chỗ nào.")
        yield from self._numbers(doc, heads)

    def _belongs(self, doc: Document) -> Iterator[Finding]:
        for match in BELONGS.finditer(doc.text, doc.frame.end):
            if match["kind"] != doc.kind:
                continue
            own = doc.number or ""
            if match["number"] and own[:1].isdigit() and match["number"].rstrip(".,)") != own:
                message = f"Phụ lục ghi kèm theo văn bản số “{match['number']}”, số của văn bản này là “{own}”."
                yield self.finding(match.span("number"), message, own)
            stated = next(mentions(doc.text, match.end(), match.end() + 40), None)
            if (
                stated
                and stated.date
                and doc.issued
                and stated.date != doc.issued
                and stated.span.start - match.end() < 12
            ):
                at = words(doc.text, Span(match.end(), stated.span.end)) or stated.span
                right = as_written(doc.text[at.start : at.end], doc.issued)
                message = f"Phụ lục ghi ngày khác với ngày ban hành văn bản ({short(doc.issued)})."
                yield self.finding(at, message, right)
            own_unit, by = OF_UNIT.search(doc.issuer), OF_UNIT.search(doc.text, match.end(), match.end() + 120)
            if own_unit and by and "\n" not in doc.text[match.end() : by.start()]:
                other = own_unit["unit"] == by["unit"] and own_unit["name"].lower() != by["name"].lower()
                if other:
                    message = f"Văn bản này là của {doc.issuer}."
                    yield self.finding((by.start("unit"), by.end()), message, own_unit[0].split(" dân ", 1)[-1].strip())

    def _numbers(self, doc: Document, heads: list[tuple[Span, str, Span]]) -> Iterator[Finding]:
        """Two or more carry Roman numbers in order, and each is mentioned where any is by its number."""
        if len(heads) < 2 or not all(number for _, number, _ in heads):
            return
        lists = [m["list"] for m in NUMBERED.finditer(doc.text, doc.body.start, doc.body.end)]
        said = {numeral(number) for told in lists for number in NUMBER.findall(told)}
        said |= set(range(1, max(said) + 1)) if any(" - " in told for told in lists) else set()
        seen: list[int] = []
        for span, number, at in heads:
            value = numeral(number)
            if value in seen:
                return  # the annexes of something else, each with its own
            if value != len(seen) + 1:
                right = to_roman(len(seen) + 1)
                yield self.finding(at, f"Phụ lục đánh số không liên tục: ở đây là Phụ lục {right}.", right)
                return
            if number.isdigit():
                message = "Từ hai phụ lục trở lên đánh số bằng chữ số La Mã."
                yield self.finding(at, message, to_roman(value), severity=Severity.STYLE)
                return
            elif said and value not in said and max(said) <= len(heads):
                yield self.finding(span, f"Văn bản không nhắc tới Phụ lục {number}.")
            seen.append(value)


def _heads(doc: Document) -> list[tuple[Span, str, Span]]:
    """The heads of the annexes behind the document: place, number and its place."""
    out = []
    for line in doc.lines[doc.line_at(doc.frame.end) :]:
        match = HEAD_LINE.match(line.bare) if line.span.start >= doc.frame.end else None
        if match and len(line.bare) < 100:
            number = line.within(*match.span("n")) if match["n"] else line.within(0, 0)
            out.append((line.within(), match["n"] or "", number))
    return out
