"""Mỗi đơn vị bao nhiêu, bấy nhiêu đơn vị là bao nhiêu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import COUNT, FIGURE, spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_bounds
from checks.tables import words

_F = FIGURE.pattern
EACH = Pattern(r"ỗi (?=[^\W\d_])|ằng (?=năm [^\W\d_])", hooks=("ỗi ", "ằng năm "))
# What each does, up to the joint: “|xã hoàn thành ít nhất 03 mô hình|, 133 xã hoàn thành ít nhất 399 mô hình”
_WORDS = r"[^\W\d_]+(?:,? [^\W\d_]+){0,8}?"
SAID = re.compile(rf"(?P<lead>{_WORDS}) (?={_F} [^\W\d_])")
# “, 133 xã hoàn thành ít nhất |399 mô hình|”, “; toàn thành phố |30 tập thể|, 60 cá nhân”, “, cộng |28 xã|”, “, cả năm |24 lần|”
JOINT = re.compile(
    rf"[,;.)]+ (?:(?P<n>{COUNT}) (?P<again>[^\W\d_][^\d.;:()\n]{{1,70}}?)"
    r"|(?P<all>(?:[Tt]ổng(?: cộng| số)?|cộng|[Tt]oàn|[Cc]ả|tất cả|trong năm)(?:,? [^\W\d_]+){0,5}?)) (?:ít nhất |tối thiểu |từ |là |được |trên )*(?=\d)"
)
ITEM = re.compile(rf"(?<![\d.,/–-])(?P<figure>{_F}) (?P<unit>[^\W\d_]+)")
# “(14 đơn vị) mỗi đơn vị …”, “Chia 10 cụm thi đua, mỗi cụm …”, with what each is right before
BEFORE = re.compile(rf"(?<![\d.,/–-])(?P<n>{COUNT}) (?P<what>[^\W\d_]+(?: [^\W\d_]+){{0,4}})[),:;]* [Mm]?$")
GOES_ON = re.compile(r"[^,.;\n]*?(?: (?:do|vì|gồm|kể|chưa|ngoài|và (?:thêm|các))(?!\w)|\+)")
STOP = re.compile(r"[.;](?!\d)|\n")
LEAST = re.compile(r"ít nhất|tối thiểu|từ|trở lên|trên|không dưới", re.IGNORECASE)
COMPOUND = words("công cơ đơn khu chi gia doanh phòng hợp đội cá thành hội tập")
"""First syllables of many nouns: the second must be the same too."""
YEARLY = {"tháng": Decimal(12), "quý": Decimal(4)}
MONEY = words("nghìn triệu tỷ đồng")
OTHER_TIMES = words("năm ngày tuần buổi lần kỳ học người")
"""What there are not so many of in a text that it says how many."""
REACH = 260
CLOSE = 2
"""A total within so many times of the product is a slip; else something else is counted."""
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n"


class EachTimes(Rule):
    """Số của mỗi đơn vị nhân với số đơn vị bằng số chung nêu cùng câu: “mỗi xã 03 mô hình, 12 xã có 36 mô hình”.

    Số đơn vị lấy ngay trước hay ngay sau “mỗi …”; “ít nhất 03” thì số chung nhiều hơn là đúng. Tháng nhân 12, quý nhân 4.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép nhân các con số nêu trong chính câu văn"
    good = (
        "Mỗi xã hoàn thành ít nhất 03 mô hình “Khu dân cư kiểu mẫu”, 133 xã hoàn thành ít nhất 399 mô hình; mỗi tổ 30 cuộc, 12 tổ là 360 cuộc.\n",
        "Mỗi tổ chuyên môn thực hiện 04 chuyên đề, 9 tổ thực hiện 36 chuyên đề; mỗi xã ít nhất 5 ha, 3 xã trồng 20 ha.\n",
        "Chia 10 cụm thi đua, mỗi cụm đề nghị khen 03 tập thể, 06 cá nhân; toàn thành phố 30 tập thể, 60 cá nhân.\n",
        "Các trung tâm (14 đơn vị) mỗi đơn vị giúp 02 xã, cộng 28 xã; mỗi công ty có 05 sáng kiến, 62 công đoàn cơ sở có 300 sáng kiến.\n",
        "Mỗi thôn có 3 tổ tự quản, 12 thôn có 40 tổ tự quản do thôn lớn có thêm một tổ; mỗi quý kiểm tra ít nhất 05 đơn vị, cả năm 22 đơn vị.\n",
        "Mỗi lớp có 02 học sinh giỏi, 30 lớp có 1.200 học sinh; 7 khu, mỗi khu 01 hội thi/năm, cả giai đoạn 21 hội thi.\n",
    )
    bad = (
        "Mỗi xã hoàn thành ít nhất 03 mô hình “Khu dân cư kiểu mẫu”, 133 xã hoàn thành ít nhất [[369]] mô hình; mỗi thuế cơ sở 30 cuộc, 12 thuế cơ sở là "
        "[[380]] cuộc.\n",
        "Mỗi tổ chuyên môn thực hiện 04 chuyên đề, 9 tổ thực hiện [[32]] chuyên đề; mỗi công đoàn cơ sở có ít nhất 05 sáng kiến/năm; 62 công đoàn cơ sở có "
        "ít nhất [[300]] sáng kiến/năm.\n",
        "Chia 10 cụm thi đua, mỗi cụm đề nghị khen 03 tập thể, 06 cá nhân; toàn thành phố [[40]] tập thể, 60 cá nhân.\n",
        "Hằng năm tặng Giấy khen 20 tập thể, 60 cá nhân; 3 năm tặng [[50]] tập thể, 180 cá nhân; mỗi năm thêm 06 xã, 5 năm thêm [[36]] xã.\n",
        "Các trung tâm (14 đơn vị) mỗi đơn vị giúp 02 xã, cộng [[24]] xã; kiểm quỹ mỗi tháng 02 lần, cả năm [[26]] lần.\n",
        "Mỗi xã, phường, đặc khu xây dựng 02 mô hình, 114 xã, phường, đặc khu xây dựng [[218]] mô hình.\n",
        "Mỗi thôn trồng 500 cây, 12 thôn trồng [[6.500]] cây; mỗi quý kiểm tra 05 đơn vị, cả năm [[25]] đơn vị.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in EACH.finditer(doc.text):
            start, end = line_bounds(doc.text, match.start())
            line = doc.text[match.end() : min(end, match.end() + REACH)]
            said = SAID.match(line)
            joint = JOINT.search(line, said.end()) if said else None
            again = EACH.compiled.search(line, said.end() if said else 0)
            if (
                said is None
                or joint is None
                or (again and again.start() < joint.start())
                or " | " in doc.text[start:end]
            ):
                continue
            each = _items(line[said.end() : joint.start()])
            times = _times(doc, said["lead"], joint, doc.text[max(start, match.start() - 80) : match.start()])
            least = LEAST.search(line[: joint.start()]) is not None
            stop = STOP.search(line, joint.end())
            for told in ITEM.finditer(line, joint.end(), stop.start() if stop else len(line)):
                known = each.get(told["unit"])
                if known is None or not times or GOES_ON.match(line, told.end()):
                    break
                yield from self._compared(match.end(), told, known, times, least=least, counted=bool(joint["n"]))

    def _compared(
        self, at: int, told: re.Match[str], figure: str, times: Decimal, *, least: bool, counted: bool
    ) -> Iterator[Finding]:
        product, stated = times * value(figure), value(told["figure"])
        # What prizes cost is reckoned by stated-product and reward-total
        paid = told["unit"] in MONEY and not counted
        if paid or stated == product or (least and stated > product) or not product / CLOSE < stated < product * CLOSE:
            return
        message = f"{spell(times)} nhân {figure} là {spell(product)}, ở đây ghi {told['figure']}."
        yield self.finding((at + told.start("figure"), at + told.end("figure")), message, subject="product")


def _items(clause: str) -> dict[str, str]:
    """The figures of what each gives, by unit; none where a unit is told twice."""
    found = [(m["unit"], m["figure"]) for m in ITEM.finditer(clause)]
    units = [unit for unit, _ in found]
    return dict(found) if len(set(units)) == len(units) and "/ngày" not in clause else {}


def _times(doc: Document, lead: str, joint: re.Match[str], before: str) -> Decimal | None:
    """How many of them there are, by what stands right behind or right before; None where nothing says so."""
    what = lead.split()
    if what[0] in YEARLY:
        whole = joint["all"] in ("cả năm", "Cả năm", "trong năm") or (joint["all"] or "").startswith(
            ("cả năm ", "trong năm ")
        )
        return YEARLY[what[0]] if whole and not doc.school_year else None
    if what[0] in OTHER_TIMES and not (what[0] == "năm" and joint["n"]):
        return None
    if joint["n"]:
        return value(joint["n"]) if _same(what, joint["again"].split()) else None
    told = BEFORE.search(before)
    if told and _same(what, told["what"].split()) and not joint["all"].lower().startswith("cả "):
        return value(told["n"])
    return None


def _same(what: list[str], again: list[str]) -> bool:
    """Do both begin with one noun?"""
    same = next(
        (i for i, (a, b) in enumerate(zip(what, again, strict=False)) if a.strip(",") != b.strip(",")),
        min(len(what), len(again)),
    )
    return same > (what[0] in COMPOUND)
