"""Tổng tiền thưởng tính từ số lượng và mức nêu ở nhiều chỗ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from checks.document import Document
from checks.facts.numbers import AMOUNT, COUNT, amounts, money, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_bounds
from checks.values import NamedTuple

# “tổng tiền thưởng dự kiến 130.000.000 đồng”, “Tổng quỹ thưởng 170 triệu đồng”, “, kinh phí 480 triệu đồng”
TOTAL = Pattern(
    r"(?:[Tt]ổng(?: (?:cộng|số|tiền|kinh phí|quỹ|giá trị|trị giá|mức)){0,2}(?: khen)?(?: giải)?(?: thưởng)?|, (?:kinh phí|trị giá))"
    rf"(?: hỗ trợ)?(?: dự kiến)?(?: là|:)? (?P<total>{AMOUNT})(?![/\d])",
    hooks=("ổng ", ", kinh phí ", ", trị giá "),
    back=1,
)
_GROUP = (
    r"tập thể|cá nhân|gia đình|hộ|học sinh|giáo viên|đơn vị|thôn|chi bộ|lớp|nhà|căn|suất|"
    r"giải (?:đặc biệt|nhất|nhì|ba|tư|khuyến khích|phụ|tập thể|[ABC])(?!\w)"
)
# “mỗi tập thể 6 triệu đồng”, “mỗi thôn kèm tiền thưởng 2.000.000 đồng”, “(mức 80 triệu đồng/nhà)”, “tập thể 4.000.000 đồng”
RATE = re.compile(
    rf"(?:mỗi (?P<each>[^\W\d_]+(?: [^\W\d_]+){{0,2}}?)(?: (?:kèm|được|là|trị giá|tiền|thưởng|quà|hỗ trợ)){{0,4}} |"
    rf"(?P<group>{_GROUP})(?: (?:được|là|tiền|thưởng))*:? )?(?P<amount>{AMOUNT})(?:/(?P<per>[^\W\d_]+(?: (?:thể|nhân|đình|vị|bộ|sinh|viên))?))?",
    re.IGNORECASE,
)
PERSON = {"người": "cá nhân"}
COUNTED = re.compile(
    rf"(?<![\d.,/–-]){COUNT} (?P<what>hộ|gia đình|em|người|học sinh|tập thể|cá nhân|giải)(?!\w)(?! pháp)", re.IGNORECASE
)
# “mỗi suất 500.000 đồng và 1 thùng mì”
ADDED = re.compile(rf",?(?: và| cùng| kèm| cộng)(?: theo)? (?:một|{COUNT}) (?!{_GROUP}|giải)", re.IGNORECASE)
MORE = re.compile(r"[^.;\n]{0,40}(?:gồm|cả|và|chưa|kể|trong đó)(?!\w)")
MOST = 6
ABOVE = 3
"""Lines above in which the numbers may be told."""
CLOSE = 2
"""A total within so many times of the sum is a slip; else it is of something else."""


class Rate(NamedTuple):
    """What each of a group is given, and how many of them may be meant."""

    amount: Decimal
    counts: tuple[Decimal, ...]


class RewardSum(Rule):
    """Tổng tiền thưởng, tiền hỗ trợ bằng số lượng nhân với mức, dù số lượng nêu ở câu trước, dòng trước.

    “10 tập thể, mỗi tập thể 6 triệu đồng; 20 cá nhân, mỗi cá nhân 3 triệu đồng; tổng 120 triệu đồng”. Chỉ xét khi mọi số tiền đứng trước tổng đều
    là mức của một nhóm đếm được; một nhóm nêu nhiều số lượng thì chỉ báo khi không số nào cho ra tổng ấy.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính văn bản"
    good = (
        "Khen 10 tập thể, mỗi tập thể 6 triệu đồng; 20 cá nhân, mỗi cá nhân 3 triệu đồng. Tổng tiền thưởng 120 triệu đồng.\n",
        "1. Giấy khen cho 10 tập thể (06 phòng, 04 đội), 60 cá nhân.\n2. Mức thưởng: tập thể 4.000.000 đồng, cá nhân 1.500.000 đồng; tổng tiền thưởng dự kiến "
        "130.000.000 đồng.\n",
        "Hội thi 4 nghề, mỗi nghề 01 giải nhất, 02 giải nhì; cả Công ty 04 giải nhất, 08 giải nhì. Mức thưởng: giải nhất 5 triệu đồng, giải nhì 3 triệu đồng; "
        "tổng tiền thưởng 44 triệu đồng.\n",
        "Khen 03 tập thể, 12 cá nhân và 5 hộ; mức thưởng tập thể 2 triệu đồng, cá nhân 1 triệu đồng, tổng số tiền 20 triệu đồng.\n",
        "Tặng 10 suất quà, mỗi suất 500.000 đồng và 1 thùng mì, tổng trị giá 6,5 triệu đồng. "
        "Khen 10 tập thể, mỗi tập thể 2 triệu đồng; tổng 20 triệu đồng. Thưởng 5 giải 2 triệu đồng, quà 3 triệu đồng, "
        "tổng 15 triệu đồng.\n",
    )
    bad = (
        "Khen 10 tập thể, mỗi tập thể 6 triệu đồng; 20 cá nhân, mỗi cá nhân 3 triệu đồng. Tổng tiền thưởng [[130 triệu đồng]].\n",
        "1. Giấy khen cho 10 tập thể (06 phòng, 04 đội), 60 cá nhân.\n2. Mức thưởng: tập thể 4.000.000 đồng, cá nhân 1.500.000 đồng; tổng tiền thưởng dự kiến "
        "[[140.000.000 đồng]].\n",
        "Hội thi 4 nghề, mỗi nghề 01 giải nhất, 02 giải nhì; cả Công ty 04 giải nhất, 08 giải nhì. Mức thưởng: giải nhất 5 triệu đồng, giải nhì 3 triệu đồng; "
        "tổng tiền thưởng [[54 triệu đồng]].\n",
        "Xây 180 nhà (mức 80 triệu đồng/nhà) và sửa 120 nhà (mức 40 triệu đồng/nhà), tổng kinh phí [[18,2 tỷ đồng]]; tập thể 3.000.000 đồng/tập thể, cá nhân "
        "800.000 đồng/người.\n",
        "Mức thưởng: tập thể 3 triệu đồng/tập thể, cá nhân 800.000 đồng/người; 08 tập thể và 50 cá nhân, tổng [[74.000.000 đồng]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in TOTAL.finditer(doc.text):
            start, _ = line_bounds(doc.text, match.start())
            rates = _rates(doc.text, start, match.start())
            before = doc.text[start : match.start()]
            own = start + max(before.rfind("; "), before.rfind(". ")) + 1
            if (
                not rates and " mỗi " in doc.text[own : match.start()]
            ):  # “…; tặng 320 suất quà, mỗi suất 500.000 đồng, tổng trị giá …”
                rates = _rates(doc.text, own, match.start())
            rates = [] if MORE.match(doc.text, match.end()) else rates
            if not rates or " | " in doc.text[start : match.start()]:
                continue
            (told,) = amounts(match["total"])
            sums = {
                sum((rate.amount * n for rate, n in zip(rates[first:], chosen[first:], strict=True)), Decimal())
                for chosen in product(*(rate.counts for rate in rates))
                for first in range(len(rates))
            }
            nearest = min(sums, key=lambda summed: abs(summed - told))
            if told not in sums and nearest / CLOSE < told < nearest * CLOSE:
                message = f"Các mức nhân với số lượng cộng lại là {money(nearest)}, văn bản ghi {match['total']}."
                yield self.finding(match.span("total"), message, subject="product")


def _rates(text: str, start: int, end: int) -> list[Rate]:
    """The rates of the line before a total; none where an amount is no rate of a group whose number is told."""
    line, found, groups = text[start:end], [], set()
    for match in RATE.finditer(line):
        what = (match["each"] or match["group"] or match["per"] or "").lower()
        what = PERSON.get(what, what)
        before = line[: match.start()] if match["each"] or (match["per"] and not match["group"]) else line
        counts = _counts(what, before) if what else ()
        if match["group"] and not counts:
            above = text[max(0, start - 900) : start].rstrip("\n").split("\n")
            counts = _counts(what, "\n".join([told for told in above if told.strip()][-ABOVE:]))
        if not counts or ADDED.match(line, match.end()):
            return []
        groups.add(what.split()[0])
        # Of one told right there the last is meant: “02 giải nhì mỗi giải 6 triệu đồng”
        found.append(
            Rate(amounts(match["amount"])[0], counts[-1:] if match["each"] or not match["group"] else counts[-4:])
        )
    others = {match["what"].lower() for match in COUNTED.finditer(line)}
    return found if all(other.split()[0] in groups for other in others - {"người"}) and len(found) <= MOST else []


def _counts(what: str, told: str) -> tuple[Decimal, ...]:
    return tuple(
        value(n) for n in re.findall(rf"(?<![\d.,/–-])({COUNT}) (?:lượt )?{re.escape(what)}(?!\w)", told, re.IGNORECASE)
    )
