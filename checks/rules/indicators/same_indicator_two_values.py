"""Một chỉ tiêu hai con số."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import spell
from checks.facts.restated import figures_by_clause
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.facts.indicators import Indicator

YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")
# What narrows an indicator without being part of its name: “đợt 1”, “riêng khu vực đô thị”, “đến tháng 6”
NARROWS = Pattern(
    r"riêng|trong đó|bao gồm|gồm|đợt|quý|tháng|giai đoạn|đến ngày|đến năm|đối với|ở |tại |khu vực|vùng|cấp |bậc|loại|mức|nhóm"
)
# “- Tỷ lệ che phủ rừng”, “; tỷ lệ hộ nghèo đa”, “| Tỷ lệ che phủ rừng”: the first words of an item, a clause or a cell
ITEM = Pattern(r"(?:\n[^\w\n]*(?:\d[\d.]*[.)] |[a-zđ]\) )?|; |\d \| )(?P<opening>[^\W\d]+(?: [^\W\d]+){3})")
WORDS = 4
"""A shorter name (“hộ nghèo”, “số trường”) is shared by different indicators."""
HEAD = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Mục tiêu\n\nVề đích.\n\n2. Chỉ tiêu\n\n"
END = "\n3. Nội dung\n\nThi đua.\n"


class SameIndicatorTwoValues(Rule):
    """Một chỉ tiêu nêu hai lần, trong phần chỉ tiêu hay lại ở mục tiêu, nội dung, thì cùng một con số.

    Chỉ so hai chỗ cùng tên đầy đủ, cùng phạm vi, cùng năm, cùng cách so sánh và cùng đơn vị; với mục tiêu và nội dung
    thì cả vế câu phải như nhau. Các bậc của một thang, các nhóm nhỏ hơn, các mốc thời gian khác nhau không bị so.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "- Thu nhập bình quân đầu người đạt 62 triệu đồng/năm.\n- Trồng mới 120 ha rừng.\n"
        + END.replace(
            "Thi đua.",
            "Thu nhập bình quân đầu người đạt 62 triệu đồng/năm. Khối trường học trồng mới 20 ha rừng. Quý I trồng mới 30 ha rừng.",
        ),
        HEAD
        + "- Tỷ lệ che phủ rừng toàn xã đạt 60,9%, phấn đấu đạt 61,9%.\n- Tổng sản lượng lương thực có hạt đạt 500 tấn.\n"
        + "- Tổng sản lượng lương thực có hạt tăng 20 tấn.\n- Tỷ lệ che phủ rừng toàn xã đạt 60,9%.\n"
        + "- Thôn Một: hộ nghèo còn 12 hộ; tỷ lệ hộ nghèo khu vực chợ còn 5%.\n- Thôn Hai: hộ nghèo còn 9 hộ; tỷ lệ hộ nghèo khu vực chợ còn 3%.\n"
        + "- Số xã đạt chuẩn nông thôn mới: 7/16 xã.\n- Số xã đạt chuẩn nông thôn mới: 9/12 xã.\n"
        + END,
        HEAD
        + "- Thu nhập bình quân đầu người đạt 62 triệu đồng/năm.\n- Ủng hộ quỹ vì người nghèo đạt 50 triệu đồng.\n"
        + END.replace(
            "Thi đua.",
            "a) Thôn Một: ủng hộ quỹ vì người nghèo đạt 20 triệu đồng.\n\nb) Thôn Hai: ủng hộ quỹ vì người nghèo đạt 30 triệu đồng.\n\n"
            "4. Kết quả năm 2025\n\nThu nhập bình quân đầu người đạt 58 triệu đồng/năm.",
        ),
        HEAD
        + "2.1. Chỉ tiêu giai đoạn 2026 - 2028\n\na) Tỷ lệ che phủ rừng toàn xã đạt 60,9%.\n\n"
        + "2.2. Chỉ tiêu giai đoạn 2029 - 2030\n\na) Tỷ lệ che phủ rừng toàn xã đạt 61,9%.\n"
        + END,
        HEAD
        + "- Tỷ lệ che phủ rừng đạt 60,9%.\n- Tỷ lệ hộ nghèo đa chiều còn 3%; tỷ lệ hộ nghèo đa chiều ở xã biên giới còn 9%.\n"
        + END,
    )
    apart = (HEAD.replace("2. Chỉ tiêu", "2. Nội dung") + "Thi đua lao động.\n",)
    bad = (
        HEAD
        + "- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn 8,2%.\n"
        + END.replace(
            "Thi đua.",
            "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn [[8,5]]%; tỷ lệ trẻ em dưới 2 tuổi suy dinh dưỡng còn 6%.",
        ),
        HEAD
        + "- Thu nhập bình quân đầu người đạt 62 triệu đồng/năm.\n"
        + END.replace("Thi đua.", "Phấn đấu năm 2026 thu nhập bình quân đầu người đạt [[60]] triệu đồng/năm."),
        HEAD.replace("Về đích.", "Phấn đấu trồng mới 210 ha rừng.") + "- Trồng mới [[120]] ha rừng.\n" + END,
        HEAD
        + "Tỷ lệ hộ nghèo còn [[3,5%]].\n\n| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch |\n|---|---|---|---|\n| 1 | Tỷ lệ hộ nghèo | % | 5,3 |\n"
        + END,
        HEAD
        + "- Tỷ lệ che phủ rừng toàn xã đạt [[60,9%]].\n\nTT | Chỉ tiêu | Đơn vị tính | Kế hoạch\n1 | Tỷ lệ che phủ rừng toàn xã | % | 61,9\n"
        + END,
        HEAD
        + "- Tỷ lệ che phủ rừng toàn tỉnh đạt 60,9%.\n- Trồng 120 ha rừng.\n- Tỷ lệ che phủ rừng toàn tỉnh đạt [[61,9%]].\n"
        + END,
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.section("targets") else "văn bản không có phần chỉ tiêu")

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._elsewhere(doc)
        if not _repeats(doc):
            return
        seen: dict[tuple[str, str, str, str, str], Indicator] = {}
        for found in doc.indicators:
            name = " ".join(found.name.lower().split())
            line = doc.lines[found.line - 1].text
            if len(name.split()) < WORDS or NARROWS.search(f"{name} {found.scope} ") or found.of or found.previous:
                continue
            years = " ".join((*YEAR.compiled.findall(line), *_stage(doc, found)))
            # A table leaves out “đạt”, “còn”
            comparison = "" if found.comparison in ("đạt", "còn") else found.comparison
            key = (name, found.scope, comparison, found.unit, years)
            first = seen.setdefault(key, found)
            if (first.value, first.upper) != (found.value, found.upper) and first.line != found.line:
                message = f"Chỉ tiêu này ở dòng {first.line} ghi {spell(first.value)}, ở đây ghi {spell(found.value)}."
                yield self.finding(found.span, message, subject="figure")

    def _elsewhere(self, doc: Document) -> Iterator[Finding]:
        """A clause of the targets that the goal or the content says again with another figure."""
        part = doc.section("targets")
        if part is None or part.level > 1:
            return
        targets = figures_by_clause(doc, part.body)
        for section in doc.sections if targets else ():
            if section.level > 1 or "targets" in section.roles or not {"goal", "content"} & set(section.roles):
                continue
            for words, told in figures_by_clause(doc, section.body).items():
                # Several figures of the same words are of several places or groups
                if (
                    words in targets
                    and len(told) == len(targets[words]) == 1
                    and told[0].value != targets[words][0].value
                ):
                    first, second = sorted((told[0], targets[words][0]), key=lambda restated: restated.span)
                    line = doc.line_at(first.span.start) + 1
                    message = f"Chỉ tiêu này ở dòng {line} ghi {spell(first.value)}, ở đây ghi {spell(second.value)}."
                    yield self.finding(second.span, message, subject="figure")


def _stage(doc: Document, found: Indicator) -> Iterator[str]:
    """The years of the headings above it: “2. Chỉ tiêu giai đoạn 2026 - 2028”."""
    for section in doc.sections:
        if section.span.start <= found.span.start < section.span.end and found.span.start >= section.body.start:
            yield from YEAR.compiled.findall(section.heading)


def _repeats(doc: Document) -> bool:
    """Do two items begin alike? Reading the targets costs 20 ms of a cold run, and few texts name one twice."""
    openings: set[str] = set()
    for section in doc.sections:
        if "targets" not in section.roles or section.level > 1:
            continue
        for item in ITEM.finditer(doc.text, *section.body):
            opening = item["opening"].lower()
            if opening in openings:
                return True
            openings.add(opening)
    return False
