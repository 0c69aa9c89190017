"""Số năm kỷ niệm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import line_before

_AT = r"(?:(?P<{p}d>\d{{1,2}})[/.\-](?P<{p}m>\d{{1,2}})[/.\-])?(?:(?P<{p}om>\d{{1,2}})/)?(?P<{p}y>\d{{4}})"
# “110 năm ngày sinh … (04/11/1909 - 04/11/2019)”, “520 năm thành lập tỉnh (1499 - 2019)”; whole dates may stand without brackets
SPAN = Pattern(
    rf"(?P<n>\d{{1,4}}) năm (?P<what>(?:(?!\d năm)[^()\n;]){{0,140}}?)\n?(?P<open>\()? ?{_AT.format(p='a')} ?[-–] ?{_AT.format(p='b')}(?(open) ?\))",
    hooks=(" năm ",),
    back=4,
)
# “chào mừng kỷ niệm 43 ngày Nhà giáo Việt Nam”
NO_YEARS = Pattern(
    r"(?:[Kk]ỷ niệm|[Cc]hào mừng) (?P<n>\d{2,3}) "
    r"(?=[Nn]gày (?:thành lập|[Ss]inh|[Tt]ruyền thống|[Gg]iải phóng|[Cc]hiến thắng|Nhà giáo|Thầy thuốc|Quốc khánh|Thương binh))",
    hooks=("ỷ niệm ", "hào mừng "),
    back=1,
)
# “80 năm Ngày thành lập ngành Ngoại giao Việt Nam”, told again without its years
NAMED = Pattern(
    r"(?<!\d)(?P<n>\d{2,3}) năm (?P<what>[Nn]gày [^\d(),.;:“”\n]{12,90})", hooks=(" năm Ngày ", " năm ngày "), back=3
)
# “đi vào hoạt động (01/7/2025 - 01/7/2025)”
SAME = Pattern(r"\((?P<day>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d) ?[-–] ?(?P<again>(?P=day))\)", needs="(")
WORDS, SLIP = 5, 2
"""So many words of its name tell one day from another."""
NEXT = re.compile(r"(?:tiến tới|hướng tới|năm sau|năm tới)[^.;]*$")
NOT_ANNIVERSARY = Pattern(r"giai đoạn|kế hoạch|nhiệm kỳ|mục tiêu|chương trình|phát triển kinh tế", flags=re.IGNORECASE)


class Anniversary(Rule):
    """Số năm kỷ niệm bằng hiệu hai năm trong ngoặc: “110 năm … (04/11/1909 - 04/11/2019)”.

    “Kế hoạch 5 năm (2021 - 2025)” là giai đoạn, tính cả năm đầu, nên không bị xét.
    """

    tier = "gợi ý"
    source = "Phép trừ hai năm nêu trong chính câu văn"
    good = (
        "Kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025), tiến tới 136 năm Ngày sinh Chủ tịch Hồ Chí Minh.\n",
        "chào mừng 110 năm ngày sinh đồng chí A (04/11/1909 - 04/11/2019)\n",
        "520 năm thành lập tỉnh (1499 - 2019)\n",
        "Kế hoạch phát triển kinh tế - xã hội 5 năm (2021 - 2025)\n",
        "nhiệm vụ năm 2016 và Kế hoạch 5 năm (2016 - 2020)\n",
        "ra quân ngày 19 tháng 5 năm 2026, chào mừng 136 năm Ngày sinh Bác Hồ (19/5/1890 - 19/5/2026)\n",
        "10 năm thực hiện phong trào xây dựng nông thôn mới (2010 - 2020)\n",
        "kế hoạch 5 năm 2021 - 2026; kỷ niệm 65 năm thành lập trường 1961 - 2025\n",
        "tổng kết chặng đường 5 năm (2021 - 2025); Kế hoạch 5 năm (2021 - 2026); 03 năm triển khai (2021 - 2025)\n",
    )
    bad = (
        "một năm đặc khu đi vào hoạt động (01/7/2025 - [[01/7/2025]]); họp bàn (01/7/2025 - 02/7/2025)\n",
        "Kỷ niệm 80 năm Ngày thành lập ngành Ngoại giao Việt Nam (28/8/1945 - 28/8/2025).\n"
        "Thực hiện Kế hoạch kỷ niệm [[79 năm→80 năm]] Ngày thành lập ngành Ngoại giao Việt Nam.\n",
        "chào mừng kỷ niệm [[43→43 năm]] ngày Nhà giáo Việt Nam\n",
        "Trung Hà, ngày 01 tháng 3 năm 2026\n\nKẾ HOẠCH\nKỷ niệm 95 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/[[2025→2026]])\n",
        "chào mừng [[111 năm→110 năm]] ngày sinh đồng chí A (04/11/1909 - 04/11/2019)\n",
        "gắn với Tháng Công nhân và kỷ niệm [[139 năm→140 năm]] Ngày Quốc tế Lao động 01/5/1886 - 01/5/2026.\n",
        "Hoàn thành kế hoạch năm, chào mừng [[80 năm→81 năm]] Ngày truyền thống của ngành (14/11/1945 - 14/11/2026).\n",
        "kỷ niệm [[60 năm→65 năm]] thành lập trường (1961 - 2026)\n",
        "kỷ niệm [[80 năm→81 năm]] Quốc khánh (02/9/1945 - 02/9/2026)\n",
        "KẾ HOẠCH\nPhát động thi đua chào mừng [[69 năm→71 năm]] Ngày Thầy thuốc Việt Nam\n(27/02/1955 - 27/02/2026)\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in NO_YEARS.finditer(doc.text):
            yield self.finding(match.span("n"), f"Thiếu chữ “năm”: “{match['n']} năm”.", f"{match['n']} năm", safe=True)
        for match in SAME.finditer(doc.text):
            yield self.finding(
                match.span("again"), f"Hai ngày trong ngoặc đều là {match['day']}.", severity=Severity.WARNING
            )
        dated = list(SPAN.finditer(doc.text))
        yield from self._again(doc, dated)
        for match in dated:
            stated, years = int(match["n"]), int(match["by"]) - int(match["ay"])
            if stated == years or years <= 0 or stated < 5 or not (match["open"] or match["ad"]):
                continue
            # Not across the line: above a subject stands “KẾ HOẠCH”.
            around = doc.text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2] + match[0]
            inclusive = match["ad"] is None and stated == years + 1
            if inclusive or (match["ad"] is None and NOT_ANNIVERSARY.search(around)):
                continue
            meant = int(match["ay"]) + stated
            if doc.issued and doc.issued.year == meant:  # “81 năm … (26/3/1931 - 26/3/2011)”, written in 2012
                message = f"{stated} năm từ {match['ay']} là đến {meant}, ở đây ghi {match['by']}."
                yield self.finding(match.span("by"), message, str(meant))
                continue
            span = Span(match.start("n"), match.end("n") + len(" năm"))
            message = f"Từ {match['ay']} đến {match['by']} là {years} năm, văn bản ghi {stated} năm."
            yield self.finding(span, message, f"{years} năm")

    def _again(self, doc: Document, dated: list[re.Match[str]]) -> Iterator[Finding]:
        """The years of a day that another place of the text counts right, with its dates."""
        sure: dict[tuple[str, ...], set[int]] = {}
        for match in dated:
            if int(match["by"]) - int(match["ay"]) == int(match["n"]):
                sure.setdefault(_key(match["what"]), set()).add(int(match["n"]))
        for match in NAMED.finditer(doc.text) if sure else ():
            right = sure.get(_key(match["what"]), set())
            dates_follow = re.match(r" ?\n?\( ?\d", doc.text[match.end() : match.end() + 4])
            line = line_before(doc.text, match.start())
            if doc.school_year or NEXT.search(line):
                continue
            if (
                len(right) == 1
                and int(match["n"]) not in right
                and abs(int(match["n"]) - min(right)) <= SLIP
                and not dates_follow
            ):
                years = min(right)
                span = Span(match.start("n"), match.end("n") + len(" năm"))
                yield self.finding(
                    span, f"Chỗ khác trong văn bản là {years} năm.", f"{years} năm", severity=Severity.WARNING
                )


def _key(what: str) -> tuple[str, ...]:
    return tuple(what.lower().split()[:WORDS])
