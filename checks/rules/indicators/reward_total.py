"""Tổng tiền thưởng, tiền hỗ trợ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import AMOUNT, FIGURE, amounts, spell, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_before

_F = FIGURE.pattern
# “03 tập thể, 12 cá nhân; mức thưởng tập thể 1.000.000 đồng, cá nhân 500.000 đồng, tổng số tiền 9 triệu đồng”
REWARDS = Pattern(
    rf"(?<![\d.,/])(?P<n>{_F}) tập thể(?:,| và) (?P<m>{_F}) cá nhân(?P<rest>[^\n]{{5,160}})",
    hooks=(" tập thể, ", " tập thể và "),
    back=len("1.234"),
)
# “Giấy khen cho 08 tập thể và 20 cá nhân; … 2 triệu đồng/tập thể, 1 triệu đồng/cá nhân được tặng Giấy khen, tổng cộng 36 triệu đồng”
RATES = Pattern(
    rf"(?P<a>{AMOUNT})/(?:một )?tập thể[^.;\n\d]{{0,30}}[,;]?(?: và)? (?P<b>{AMOUNT})/(?:một )?(?:cá nhân|người)[^.;\n\d]{{0,50}}[,;.] "
    rf"(?:tổng|Tổng) (?:cộng |số tiền |kinh phí |tiền thưởng |số )?(?:là )?(?P<total>{AMOUNT})(?![/\d])",
    hooks=("đồng/tập thể", "đồng/một tập thể"),
    back=len("1.234.567,8 nghìn "),
)
OF_A_GROUP = re.compile(rf"tập thể (?P<a>{AMOUNT})(?:/tập thể)?(?:,|;| và) cá nhân (?P<b>{AMOUNT})")
IN_ALL = re.compile(
    rf"[Tt]ổng (?:cộng |số tiền |kinh phí |tiền thưởng )?(?:là )?(?P<total>{AMOUNT})(?= ?(?:[.;,()\n]|$))"
)
# “01 giải Nhất 20 triệu đồng, 03 giải Nhì mỗi giải 15 triệu đồng; tổng 65 triệu đồng”
_PRIZE = (
    rf"{_F} giải (?!thưởng|pháp)[^\W\d_]+(?: [^\W\d_]+)?(?:,? |: | \()"
    rf"(?:(?:mỗi giải|trị giá|mức thưởng|tiền thưởng|là) )*{AMOUNT}(?:/(?:01 )?giải)?\)?"
)
_TOTAL = r"(?:cộng|số tiền|số|giá trị|trị giá|kinh phí|tiền|cơ cấu|các giải|giải thưởng|thưởng)"
PRIZES = Pattern(
    rf"(?P<parts>{_PRIZE}(?:(?:(?:,|;|,? và) |[.,;]?\n+[-+*•] ?){_PRIZE}){{1,5}})"
    rf"(?:[,;.]?\s+(?:[-+*•] )?[Tt]ổng(?: {_TOTAL})*:?(?: là)? (?P<total>{AMOUNT})(?!/giải|[^.;\n]{{0,20}} (?:gồm|cả|và) ))?",
    hooks=(" giải ",),
    back=len("1.234"),
)
# “gồm 10 giải: ”
OF_PRIZES = re.compile(
    r"(?<![\d.,/])(?P<n>\d{1,3}) giải(?! pháp)(?: thưởng)?[^\d.;:\n]{0,40}(?::| gồm)\s*(?:[-+*•] ?)?$"
)
OTHER_PRIZE = re.compile(r"\d giải (?!thưởng|pháp)|giải (?:khuyến khích|phụ|tập thể)", re.IGNORECASE)
PRIZE = re.compile(rf"(?P<n>{_F}) giải [^\d]*?(?P<each>{AMOUNT})")
# “20 tập thể (10 triệu đồng/tập thể), 100 cá nhân (3 triệu đồng/cá nhân)”, “20 nhà xây mới (mỗi nhà 60 triệu đồng)”
_PRICED = (
    rf"{_F} (?!triệu|tỷ|nghìn|đồng)[^\W\d_]+(?: [^\W\d_]+){{0,4}} "
    rf"\((?:mỗi (?:[^\W\d_]+ ){{1,2}}{AMOUNT}|{AMOUNT}/[^\W\d_]+(?: [^\W\d_]+)?)\)"
)
_PRICES = rf"{_PRICED}(?:(?:,|;| và|, và) {_PRICED}){{1,4}}"
GIVEN = Pattern(
    r"[Tt]ổng (?:cộng |số tiền |số tiền thưởng |tiền thưởng |kinh phí |trị giá |giá trị )?(?:là )?"
    rf"(?P<total>{AMOUNT})(?![/\d])(?:,? (?:bao )?gồm:? (?P<parts>{_PRICES})(?= ?(?:[.;\n]|$)))?",
    hooks=("ổng ",),
    back=1,
)
GIVEN_BEFORE = re.compile(rf"(?P<parts>{_PRICES})[,;:]? (?:với )?$")
PRICE = re.compile(rf"(?P<n>{_F}) [^(\d]+\((?:mỗi [^\d]+)?(?P<each>{AMOUNT})")


REACH = 160
"""Characters before the first prize in which their number stands."""


class RewardTotal(Rule):
    """Tổng tiền thưởng, tiền hỗ trợ bằng số lượng nhân với mức: “20 tập thể (10 triệu đồng/tập thể), 50 cá nhân (2 triệu đồng/cá nhân), tổng 300 triệu”."""

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Phép tính từ các con số nêu trong chính câu văn"
    good = (
        "Khen 03 tập thể, 12 cá nhân; mức thưởng tập thể 2 triệu đồng, cá nhân 1 triệu đồng, tổng kinh phí 20 triệu đồng gồm cả chi tổ chức.\n",
        "Khen 08 tập thể và 20 cá nhân, sau đó 02 tập thể, 05 cá nhân: 2 triệu đồng/tập thể, 1 triệu đồng/cá nhân, tổng cộng 45 triệu đồng.\n",
        "Trao 01 giải Nhất 20 triệu đồng, 03 giải Nhì mỗi giải 15 triệu đồng; tổng 65 triệu đồng.\n",
        "Có 04 giải: 01 giải Nhất trị giá 20 triệu đồng, 03 giải Nhì mỗi giải 15 triệu đồng. Tổng kinh phí 90 triệu đồng, gồm cả chi tổ chức.\n",
        "Có 01 giải Đặc biệt là một chuyến tham quan, 01 giải Nhất 5 triệu đồng, 02 giải Nhì mỗi giải 3 triệu đồng. Tổng giải thưởng 20 triệu đồng.\n",
        "Gồm 12 giải:\n- 01 giải Nhất: 5 triệu đồng;\n- 02 giải Nhì: 3 triệu đồng/giải; và 09 giải phụ.\n",
        "Khen thưởng 03 tập thể, 12 cá nhân; mức thưởng tập thể 1 triệu đồng, cá nhân 0,5 triệu đồng, tổng số tiền 9 triệu đồng.\n",
        "Thưởng 12 gia đình, mỗi gia đình 1 triệu đồng, 20 tập thể (10 triệu đồng/tập thể), 50 cá nhân (2 triệu đồng/cá nhân), tổng 312 triệu đồng.\n",
        "Thưởng 20 tập thể (10 triệu đồng/tập thể), 100 cá nhân (3 triệu đồng/cá nhân), tổng số tiền thưởng 0,5 tỷ đồng.\n",
        "Khen 03 tập thể, 12 cá nhân và 5 hộ; mức thưởng tập thể 2 triệu đồng, cá nhân 1 triệu đồng, tổng số tiền 20 triệu đồng cả 5 hộ.\n",
    )
    bad = (
        "Giải thưởng gồm [[10]] giải: 01 giải Nhất trị giá 10.000.000 đồng, 02 giải Nhì mỗi giải 7.000.000 đồng, 03 giải Ba mỗi giải 5.000.000 đồng, "
        "05 giải Khuyến khích mỗi giải 2.000.000 đồng. Tổng kinh phí giải thưởng [[51.000.000 đồng]].\n",
        "Cơ cấu giải thưởng:\n- 01 giải Nhất: 5.000.000 đồng;\n- 02 giải Nhì: 3.000.000 đồng/giải;\n- 03 giải Ba (2.000.000 đồng/giải).\n"
        "Tổng giá trị giải thưởng: [[18.000.000 đồng]].\n",
        "Khen thưởng 03 tập thể, 12 cá nhân; mức thưởng tập thể 1.000.000 đồng, cá nhân 500.000 đồng, tổng số tiền [[90 triệu đồng]].\n",
        "Giám đốc Sở tặng Giấy khen cho 08 tập thể và 20 cá nhân; đề nghị tặng Bằng khen cho 02 tập thể, 05 cá nhân. Tiền thưởng: 2 triệu đồng/tập thể, "
        "1 triệu đồng/cá nhân được tặng Giấy khen, tổng cộng [[38 triệu đồng]].\n",
        "Trao 01 giải Nhất 20 triệu đồng, 03 giải Nhì mỗi giải 15 triệu đồng, 06 giải Ba mỗi giải 10 triệu đồng; tổng [[145 triệu đồng]].\n",
        "Tặng Giấy khen cho 20 tập thể (10 triệu đồng/tập thể), 100 cá nhân (3 triệu đồng/cá nhân), tổng số tiền thưởng [[550 triệu đồng]].\n",
        "Hỗ trợ 40 nhà với tổng số tiền [[1.800 triệu đồng]], gồm 20 nhà xây mới (mỗi nhà 50 triệu đồng) và 20 nhà sửa chữa (mỗi nhà 30 triệu đồng).\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in REWARDS.finditer(doc.text):
            each, total = OF_A_GROUP.search(match["rest"]), IN_ALL.search(match["rest"])
            if each and total and not re.search(r"\d+ (?:tập thể|cá nhân|gia đình|hộ|giải)", match["rest"]):
                paid = value(match["n"]) * _dong(each["a"]) + value(match["m"]) * _dong(each["b"])
                yield from self._paid(match.start("rest"), total, paid)
        for match in RATES.finditer(doc.text):
            yield from self._rates(doc.text, match)
        for match in PRIZES.finditer(doc.text):
            yield from self._prizes(doc.text, match)
        for match in GIVEN.finditer(doc.text):
            before = line_before(doc.text, match.start())
            told = match if match["parts"] else GIVEN_BEFORE.search(before)
            more = told and told is not match and "đồng" in re.split(r"[.;] ", before[: told.start()])[-1]
            if told and not more:  # “12 suất mỗi suất 2 triệu đồng, 20 tập thể (…), tổng …”: the total is of all
                paid = sum((value(p["n"]) * _dong(p["each"]) for p in PRICE.finditer(told["parts"])), Decimal())
                yield from self._paid(0, match, paid)

    def _prizes(self, text: str, match: re.Match[str]) -> Iterator[Finding]:
        """What the prizes cost, and how many they are where a count stands before them."""
        prizes = [(value(p["n"]), _dong(p["each"])) for p in PRIZE.finditer(match["parts"])]
        before = text[max(0, match.start() - REACH) : match.start()].rpartition("\n\n")[2]
        counted = OF_PRIZES.search(before)
        if OTHER_PRIZE.search(before[: counted.start()] if counted else before):
            return  # a prize told in other words: the total is of all
        if match["total"]:
            yield from self._paid(0, match, sum((n * each for n, each in prizes), Decimal()))
        number = sum((n for n, _ in prizes), Decimal())
        more = OTHER_PRIZE.search(text[match.end() :].partition("\n")[0])
        if counted and not more and value(counted["n"]) != number:
            at = match.start() - len(before) + counted.start()
            yield self.wrong_total((at, at + len(counted["n"])), f"{counted['n']} giải", f"{spell(number)} giải")

    def _rates(self, text: str, match: re.Match[str]) -> Iterator[Finding]:
        """Rates told behind the counts of the paragraph: some of the counts, or all of them, are paid so."""
        before = line_before(text, match.start())
        groups, persons = (
            [value(n) for n in re.findall(rf"(?<![\d.,/])({_F}) {what}(?!\w)", before)]
            for what in ("tập thể", "cá nhân")
        )
        if not groups or not persons:
            return
        a, b = _dong(match["a"]), _dong(match["b"])
        paid = {n * a + m * b for n in (*groups, sum(groups)) for m in (*persons, sum(persons))}
        if not paid & {_dong(match["total"])}:
            yield from self._paid(0, match, groups[0] * a + persons[0] * b)

    def _paid(self, start: int, total: re.Match[str], paid: Decimal) -> Iterator[Finding]:
        if paid != _dong(total["total"]):
            span = (start + total.start("total"), start + total.end("total"))
            yield self.finding(
                span,
                f"Các mức cộng lại là {spell(paid.normalize())} đồng, văn bản ghi {total['total']}.",
                subject="product",
            )


def _dong(told: str) -> Decimal:
    """“1,5 triệu đồng” in đồng."""
    (amount,) = amounts(told)
    return amount
