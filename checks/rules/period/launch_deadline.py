"""Hạn phát động, đăng ký."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts import reviews
from checks.facts.dates import short
from checks.facts.periods import last_end
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “phát động xong trước ngày 18/12/2026”, “đăng ký thi đua gửi Văn phòng trước ngày …”
OPENS = Pattern(
    r"(?:[Pp]hát động|[Đđ]ăng ký|[Kk]ý (?:kết )?giao ước)[^.;,:\n\d]{0,70}?" + reviews.WHEN,
    hooks=("hát động", "ăng ký", "giao ước"),
    back=len("ký kết "),
)
HEAD = (
    "KẾ HOẠCH\nPhát động đợt thi đua cao điểm năm 2026\n\nI. THỜI GIAN THI ĐUA\n\nTừ ngày 05/5/2026 đến ngày 02/9/2026.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n\n"
)


class LaunchDeadline(Rule):
    """Phát động, đăng ký, ký giao ước thi đua xong trước khi phong trào kết thúc.

    Hạn sau ngày kết thúc thường do gõ nhầm tháng, năm.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "Các thôn phát động xong trước ngày 20/5/2026, đăng ký trước ngày 31/6/2026; đã phát động điểm trước ngày 15/10/2026.\n",
        HEAD + "Các thôn ký giao ước xong trước ngày 02/9/2026.\n",
        HEAD.replace("02/9/2026", "02/9") + "Các thôn phát động xong trước ngày 15/10/2026.\n",
        HEAD.replace("2026 đến ngày 02/9/2026", "2025 đến ngày 02/9/2025") + "Các thôn đăng ký trước ngày 20/5/2026.\n",
    )
    bad = (
        HEAD + "Các thôn phát động xong [[trước ngày 15/10/2026]], ký kết giao ước xong [[trong tháng 9/2027]].\n",
        HEAD + "Đăng ký thi đua gửi Văn phòng [[chậm nhất ngày 03/9/2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        last = last_end(doc.periods, doc.year)
        if last is None:
            return
        for match in OPENS.finditer(doc.text, *doc.body):
            due = reviews.due(match)
            if due and due[0] > last and not reviews.done(doc.text, match):
                yield self.finding(match.span("when"), f"Hạn này sau khi phong trào kết thúc ({short(last)}).")
