"""Ngày tổng kết."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts import reviews
from checks.facts.dates import short
from checks.facts.periods import last_end
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.rule import Rule

# “học kỳ I tổng kết vào tháng 02”, “tổng kết đợt 1 trước ngày …”: of a part
PART = re.compile(
    r"(?:học kỳ|học kì|đợt|chặng|giai đoạn|bước|quý|tháng) (?:\d|I|một|hai|ba|đầu)|(?:6|sáu) tháng|năm \d{4}|hội (?:thi|nghị|thao)",
    re.IGNORECASE,
)
DATE = re.compile(r"(?:ngày \d{1,2} )?tháng \d{1,2} năm \d{4}")
LATE = 200
"""Days after its end within which a movement is summed up."""
RUNS = "Từ ngày 05/5/2026 đến ngày 02/9/2026."
HEAD = (
    f"KẾ HOẠCH\nPhát động đợt thi đua cao điểm năm 2026\n\nI. THỜI GIAN THI ĐUA\n\n{RUNS}\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
)


class SummingUpDate(Rule):
    """Tổng kết phong trào khi đã qua hơn nửa thời gian thi đua và không quá nửa năm sau khi kết thúc.

    Tổng kết ít lâu trước ngày kết thúc là thường; sớm hơn, muộn hơn nhiều là gõ nhầm tháng, năm. Tổng kết một phần (đợt, học kỳ,
    hội thi) không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "Học kỳ I tổng kết vào tháng 5/2026; các thôn tổng kết đợt 1 trước ngày 10/6/2026, tổng kết phong trào trước ngày 20/8/2026.\n",
        HEAD
        + "Huyện đã tổng kết phong trào trước ngày 20/5/2026; xã tổng kết phong trào trước ngày 31/6/2026, tổng kết đợt vào tháng 12/2026.\n",
        HEAD + "Tổng kết phong trào trước ngày 04/7/2026; các thôn tổng kết trước ngày 20/4/2026.\n",
        HEAD + "Tổng kết phong trào trước ngày 21/3/2027.\n",
        HEAD.replace("ngày 05/5/2026 đến ngày", "tháng 5/2026 đến ngày")
        + "Tổng kết phong trào trước ngày 20/5/2026.\n",
        HEAD.replace(RUNS, "Cao điểm từ ngày 05/5 đến ngày 10/5; phong trào từ ngày 05/10/2026 đến ngày 02/12/2026.")
        + "Tổng kết phong trào trước ngày 20/5/2026.\n",
        HEAD.replace("05/5/2026 đến ngày 02/9/2026", "02/9/2026 đến ngày 02/9/2026")
        + "Tổng kết phong trào trước ngày 21/9/2027.\n",
        HEAD.replace(
            RUNS,
            "- Đợt 1: Từ ngày 05/5/2026 đến ngày 31/5/2026.\n- Đợt 2: Từ ngày 01/6/2026 đến ngày 31/12/2026. Tổng kết trước ngày 10/6/2026.",
        )
        + "Lập thành tích.\n",
    )
    bad = (
        HEAD + "Sơ kết trước ngày 10 tháng 7 năm 2026, tổng kết [[trước ngày 15 tháng 9 năm 2027]].\n",
        HEAD + "Văn phòng tham mưu tổng kết phong trào [[trước ngày 20/5/2026]].\n",
        HEAD + "Văn phòng tham mưu tổng kết phong trào [[trước ngày 05/5/2026]].\n",
        HEAD + "Tổng kết phong trào [[trước ngày 03/7/2026]].\n",
        HEAD + "Văn phòng tham mưu tổng kết phong trào [[vào tháng 9/2027]].\n",
        HEAD + "Tổng kết phong trào [[trước ngày 22/3/2027]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        told = [p.start for p in doc.periods if p.start and p.exact and p.year_stated]
        first, last = min(told, default=None), last_end(doc.periods, doc.year)
        if first is None or last is None or first >= last:
            return
        half = first + (last - first) / 2
        early = {stage.span for stage in reviews.early(doc.text, doc.body, doc.periods)}  # stage-review tells them
        for match in reviews.SUMMING_UP.finditer(doc.text, *doc.body):
            due = reviews.due(match)
            if due is None or match.span("when") in early or _other(doc.text, match):
                continue
            if first <= due[1] < half:
                yield self.finding(
                    match.span("when"), f"Tổng kết khi phong trào chưa qua một nửa (kết thúc {short(last)})."
                )
            elif (due[0] - last).days > LATE:
                yield self.finding(match.span("when"), f"Tổng kết quá lâu sau khi phong trào kết thúc ({short(last)}).")


def _other(text: str, match: re.Match[str]) -> bool:
    """Is it a part that is summed up, or is it done already?"""
    clause = clause_start(text, match.start())
    told = DATE.sub("", text[clause : match.start("when")])  # “sơ kết trước ngày 10 tháng 7 năm 2026, tổng kết …”
    return reviews.done(text, match) or PART.search(told) is not None
