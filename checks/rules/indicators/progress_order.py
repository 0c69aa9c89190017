"""Tiến độ cộng dồn qua các quý."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.document import Document
from checks.facts.numbers import FIGURE, value
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “hết quý II 42%”, “6 tháng đạt 52%”, “cả năm đạt 108%”
STEP = Pattern(
    rf"(?P<mark>[Qq]uý (?:IV|I{{1,3}}|[1-4])|[369] tháng(?: đầu năm)?|(?:[Cc]ả|[Hh]ết|[Đđ]ến cuối) năm)(?!\w|/)[^\d%.;\n]{{0,45}}? (?P<n>{FIGURE.pattern})%",
    hooks=("uý ", " tháng", "ả năm", "ết năm", "uối năm"),
    back=len("đến c"),
)
ORDER = {"I": 3, "1": 3, "II": 6, "2": 6, "III": 9, "3": 9, "IV": 12, "4": 12}
SUMS = re.compile(r"lũy kế|luỹ kế|[Hh]ết (?:quý|\d tháng)|đến hết|cộng dồn|tiến độ|giải ngân", re.IGNORECASE)
LEAST = 3
ALL, MORE = 90, 150
"""A last step of so many percent, and more in all: each step holds the ones before it."""


class ProgressOrder(Rule):
    """Tiến độ cộng dồn không lùi: “hết quý I 12%, hết quý II 42%, hết quý III 70%”, quý sau không thấp hơn quý trước.

    Chỉ xét câu nêu từ ba mốc, mốc cuối từ 90% và cộng các mốc vượt xa 100%: đó là số cộng dồn, không phải phần của từng quý.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Đối chiếu các con số nêu trong chính câu văn"
    good = (
        "Giải ngân: hết quý I 12%, hết quý II 42%, hết quý III 70%, hết năm 98%; thu quý I 25%, quý II 27%, quý III 23%, quý IV 25%.\n",
        "Tỷ lệ hài lòng quý I đạt 95%, quý II đạt 93%, quý III đạt 96%.\n",
    )
    bad = (
        "Giải ngân: hết quý I 12%, hết quý II 42%, hết quý III [[40]]%, hết năm và thời gian chỉnh lý quyết toán 98%.\n",
        "Tiến độ thu lũy kế: quý I đạt 25% dự toán, 6 tháng đạt [[22]]%, 9 tháng đạt 78%, cả năm đạt 108%.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        runs: dict[int, list[re.Match[str]]] = {}
        for step in STEP.finditer(doc.text):
            runs.setdefault(sentence(doc.text, step.start()).start, []).append(step)
        for start, steps in runs.items():
            told = [value(step["n"]) for step in steps]
            falls = [(one, after) for one, after in pairwise(steps) if value(after["n"]) < value(one["n"])]
            months = [_months(step["mark"]) for step in steps]
            if (
                len(steps) < LEAST
                or len(falls) != 1
                or months != sorted(set(months))
                or not SUMS.search(doc.text, start, steps[-1].end())
            ):
                continue
            if told[-1] >= ALL and sum(told) > MORE:
                one, after = falls[0]
                message = f"Tiến độ cộng dồn {after['mark']} ghi {after['n']}%, thấp hơn {one['mark']} ({one['n']}%)."
                yield self.finding(after.span("n"), message)


def _months(mark: str) -> int:
    word = mark.split()
    return int(word[0]) if word[0].isdigit() else ORDER.get(word[-1], 12)
