"""Thứ tự thời hạn của các đợt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from checks.document import Document
from checks.facts.dates import DateMention, own_dates, short, with_word
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

# “Bón phân đợt 1 xong trước ngày 30/6/2026, đợt 2 xong trước ngày 31/10/2026”
STAGE = Pattern(
    r"(?<!\w)(?i:(?P<what>đợt|giai đoạn|chặng|bước|lần)) (?P<n>[1-6]|I{1,3}|IV|một|hai|ba|bốn)(?![\w/.]|,\d)(?! (?:xã|đợt|lần|năm|tháng|ngày))",
    hooks=("ợt ", "iai đoạn ", "hặng ", "ước ", "ần "),
    back=1,
)
ORDER = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
}
REACH = 160
"""Characters behind a stage in which its dates stand."""
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\n"


class StageOrder(Rule):
    """Hạn của đợt sau không trước hạn của đợt trước: “đợt 1 xong trước ngày 30/6/2026, đợt 2 xong trước ngày 31/5/2026” là ngược.

    Chỉ so hai đợt (giai đoạn, chặng, bước, lần) liền nhau, ghi trong một dòng hoặc hai dòng liền, mọi ngày đều đủ ngày, tháng, năm.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu các ngày nêu trong chính văn bản"
    good = (
        HEAD + "Bón phân đợt 1 xong trước ngày 30/6/2026, đợt 2 xong trước ngày 31/10/2026.\n",
        HEAD + "- Đợt 1: Từ ngày 01/3/2026 đến ngày 30/6/2026.\n- Đợt 2: Từ ngày 01/6/2026 đến ngày 30/11/2026.\n",
        HEAD
        + "Đợt 2 trước ngày 30/6/2026, đợt 1 trước ngày 31/5/2026; giai đoạn 1 trước ngày 30/9/2026, đợt 2 trước ngày 31/5/2026.\n",
        HEAD + "Sơ kết đợt 1 trước ngày 30/6/2026.\n\nKhen thưởng kịp thời.\n\nĐăng ký đợt 2 trước ngày 31/5/2026.\n",
        HEAD + "Đợt 1 hoàn thành trước ngày 30/6, đợt 2 trước ngày 31/5/2026.\n",
        HEAD + "Các thôn thi đua hoàn thành chỉ tiêu trước ngày 30/6/2026.\n",
    )
    bad = (
        HEAD + "Bón phân đợt 1 xong trước ngày 30/6/2026, đợt 2 xong trước [[ngày 31/5/2026]].\n",
        HEAD
        + "- Đợt 1: báo cáo trước ngày 15/7/2026;\n- Đợt 2: báo cáo trước [[ngày 15/6/2026]];\n- Đợt 3: báo cáo trước ngày 15/12/2026.\n",
        HEAD
        + "Giai đoạn I từ ngày 01/8/2026 đến ngày 30/9/2026; giai đoạn II từ [[ngày 01/3/2026]] đến ngày 30/6/2026.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        stages = list(STAGE.finditer(doc.text, *doc.body))
        bounds = [*(match.start() for match in stages), doc.body.end]
        dates = own_dates(doc)
        told = [_days(doc, dates, Span(match.end(), end)) for match, end in zip(stages, bounds[1:], strict=True)]
        for (first, days), (again, later) in pairwise(zip(stages, told, strict=True)):
            follows = first["what"].lower() == again["what"].lower() and ORDER[again["n"]] == ORDER[first["n"]] + 1
            near = doc.text.count("\n", first.end(), again.start()) <= 2
            if follows and near and days and later and max(later)[0] < min(days)[0]:
                earliest = short(min(days)[0])
                message = f"{again['what'].capitalize()} {again['n']} có ngày trước {first['what'].lower()} {first['n']} ({earliest})."
                yield self.finding(later[0][1], message)


def _days(doc: Document, dates: list[DateMention], part: Span) -> list[tuple[date, Span]]:
    """The whole ones of ``dates`` in the line behind a stage."""
    line = doc.text.find("\n", part.start, part.end)
    end = min(part.end if line < 0 else line, part.start + REACH)
    first, last = (bisect_left(dates, at, key=lambda told: told.span.start) for at in (part.start, end))
    return [(told.date, with_word(doc.text, told)) for told in dates[first:last] if told.date]
