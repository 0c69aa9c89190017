"""Số lũy kế qua các năm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.numbers import FIGURE, spell, value
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = rf"{FIGURE.pattern}(?![\d/%]|[.,]\d)"
RUNNING = Pattern(r"(?:lũy|luỹ) kế", hooks=("ũy kế", "uỹ kế"), back=1)
# “năm 2027 thành lập 5 (lũy kế 11)”, “năm 2027: 14 xã, lũy kế 24 xã”, “đợt 2 hiến 500 đơn vị máu (lũy kế 900 đơn vị)”
STEP = re.compile(
    rf"(?:[Nn]ăm 20\d\d|[Đđ]ợt \d|[Qq]uý (?:IV|I{{1,3}}|[1-4])|[Gg]iai đoạn \d)(?::|,| là| đạt)?(?: [^\W\d_]+){{0,4}}? (?P<n>{_F})(?: ?[^\W\d_]+){{0,4}}?"
    rf"(?:,? ?\(?(?:cộng )?(?:lũy|luỹ) kế:?(?: [^\W\d_]+){{0,4}}? (?P<sum>{_F})[^(),;.\n]{{0,25}}\)?)?(?=[,;.)\n]| và |$)"
)
HELD = re.compile(r"đã có|hiện có|năm trước|đến hết năm|kế thừa|thêm")
NEAR = 5
"""A slip misses the sum by less than a fifth; farther off, something was there before."""


class CumulativeSum(Rule):
    """Số lũy kế bằng số lũy kế của kỳ trước cộng số của kỳ này: “năm 2026: 10 xã, năm 2027: 14 xã, lũy kế 24 xã”.

    Chỉ báo một số lũy kế lẻ khi các số lũy kế khác đúng, hoặc khi chỉ có một và lệch ít.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Phép cộng các con số nêu trong chính câu văn"
    good = (
        "Lộ trình: năm 2026: 60 khu, năm 2027: 80 khu (lũy kế 140 khu), năm 2028: 90 khu (lũy kế 230 khu).\n",
        "Hiện có 30 xã; năm 2026: 6 xã (lũy kế 36 xã), năm 2027: 6 xã (lũy kế 42 xã); năm 2026 đạt 10 xã, lũy kế 70 xã.\n",
        "Giải ngân lũy kế đạt 85% kế hoạch; năm 2026 giải ngân 300 tỷ đồng, năm 2027 giải ngân 200 tỷ đồng.\n",
    )
    bad = (
        "Lộ trình: năm 2026: 60 khu, năm 2027: 80 khu (lũy kế [[150]] khu), năm 2028: 90 khu (lũy kế 230 khu).\n",
        "Năm 2026 thành lập 6, năm 2027 thành lập 5 (lũy kế 11), năm 2028 thành lập 4 (lũy kế [[16]]); năm 2026: 10 xã, năm 2027: 14 xã, lũy kế [[22]] xã.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        done = 0
        for match in RUNNING.finditer(doc.text):
            if match.start() < done:
                continue
            around = sentence(doc.text, match.start())
            done = around.end
            steps = list(STEP.finditer(doc.text, *around))
            yield from self._judged(
                steps, held=HELD.search(doc.text, around.start, steps[0].start()) is not None if steps else True
            )

    def _judged(self, steps: list[re.Match[str]], *, held: bool) -> Iterator[Finding]:
        wrong, right = [], 0
        before: Decimal | None = None if held else Decimal()
        for step in steps:
            summed = None if before is None else before + value(step["n"])
            if step["sum"] and summed is not None:
                right += summed == value(step["sum"])
                wrong += [] if summed == value(step["sum"]) else [(step, summed)]
            before = value(step["sum"]) if step["sum"] else summed
        if not wrong:
            return
        step, summed = wrong[0]
        # One slip breaks the next step too
        following = steps[steps.index(step) + 1 :]
        mended = len(wrong) == 1 or (
            len(wrong) == 2 and following and summed + value(following[0]["n"]) == value(following[0]["sum"] or "0")
        )
        near = abs(summed - value(step["sum"])) * NEAR <= summed
        if mended and near and steps.index(step):
            message = f"Cộng dồn đến đây là {spell(summed)}, văn bản ghi lũy kế {step['sum']}."
            yield self.finding(step.span("sum"), message)
