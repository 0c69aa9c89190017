"""Năm kỷ niệm các ngày lễ lớn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.patterns import Pattern
from checks.rule import Rule

DAYS = (
    (1890, r"ngày sinh (?:của )?(?:Chủ tịch Hồ Chí Minh|Bác Hồ)|ngày sinh nhật Bác"),
    (1886, r"(?:ngày )?Quốc tế Lao động"),
    (1925, r"(?:ngày )?Báo chí [Cc]ách mạng Việt Nam"),
    (1929, r"(?:ngày )?thành lập Công đoàn Việt Nam"),
    (
        1930,  # a branch of a union of that year counts from its own
        r"(?:ngày )?thành lập (?:Đảng(?: Cộng sản Việt Nam)?(?! bộ|\w)|Hội (?:Liên hiệp Phụ nữ|LHPN|Nông dân) Việt Nam(?! (?:tỉnh|thành|huyện|xã|phường)))",
    ),
    (1931, r"(?:ngày )?thành lập Đoàn (?:Thanh niên Cộng sản Hồ Chí Minh|TNCS)"),
    (1941, r"(?:ngày )?thành lập Đội Thiếu niên Tiền phong"),
    (1944, r"(?:ngày )?thành lập Quân đội nhân dân"),
    (
        1945,
        r"(?:ngày )?(?:Quốc khánh|Cách mạng tháng Tám)|(?:ngày )?thành lập nước|(?:ngày )?(?:truyền thống|thành lập) (?:lực lượng )?Công an nhân dân",
    ),
    (1947, r"(?:ngày )?Thương binh"),
    (1948, r"(?:ngày )?(?:Chủ tịch Hồ Chí Minh|Bác Hồ) ra Lời kêu gọi thi đua ái quốc"),
    (1954, r"(?:ngày )?chiến thắng (?:lịch sử )?Điện Biên Phủ"),
    (1955, r"(?:ngày )?Thầy thuốc Việt Nam"),
    (1959, r"(?:ngày )?(?:truyền thống|thành lập) Bộ đội Biên phòng"),
    (1975, r"(?:ngày )?giải phóng (?:hoàn toàn )?miền Nam"),
    (1982, r"(?:ngày )?Nhà giáo Việt Nam"),
    (1989, r"(?:ngày )?(?:hội )?Quốc phòng toàn dân|(?:ngày )?thành lập Hội Cựu chiến binh Việt Nam"),
)
"""Years the great days are counted from, and how directives name the days."""
# “chào mừng kỷ niệm 96 năm Ngày thành lập Đảng”
COUNT = Pattern(
    r" năm (?:" + "|".join(f"(?P<y{year}>{words})" for year, words in DAYS) + ")",
    flags=re.IGNORECASE,
)
NUMBER = Pattern(r"(?<![\d.,/])\d{2,3}$")
AHEAD = Pattern(r"chào mừng|lập thành tích|thiết thực kỷ niệm|hướng tới|là năm", flags=re.IGNORECASE)
PAST = Pattern(r"\bđã\b|vừa qua|năm qua|kết quả|tổng kết|trước|\bnăm (?P<year>\d{4})", flags=re.IGNORECASE)
REACH = 15
"""Years: a count further off belongs to another day of that name."""
HEAD = "Thạch Giang, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n1. Nội dung thi đua\n\n"


class AnniversaryYear(Rule):
    """Số năm kỷ niệm ngày lễ lớn trong lời phát động tính đến năm của phong trào: năm 2026 là 96 năm thành lập Đảng.

    Chỉ xét câu nói về việc sắp làm (“chào mừng”, “lập thành tích”); câu kể lại việc năm trước, câu nêu năm khác và mốc
    còn ở phía trước (“hướng tới 100 năm thành lập Đảng”) không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Phép trừ từ năm của sự kiện: 1886, 1890, 1925, 1929, 1930, 1931, 1941, 1944, 1945, 1947, 1948, 1954, 1955, 1959, 1975, 1982, 1989"
    good = (
        HEAD.replace("phong trào thi đua năm 2026", "thi đua năm 2026 kỷ niệm 44 năm Ngày Nhà giáo Việt Nam")
        + "Thi đua.\n",
        HEAD + "Trưng bày hiện vật 80 năm thành lập nước; lập thành tích chào mừng 80 năm thành lập Đảng bộ xã.\n",
        HEAD + "Thi đua lập thành tích chào mừng 96 năm Ngày thành lập Đảng Cộng sản Việt Nam, 81 năm Quốc khánh.\n",
        HEAD + "Phấn đấu đến năm 2030, lập thành tích chào mừng 100 năm Ngày thành lập Đảng.\n",
        HEAD
        + "Năm 2025, đợt thi đua chào mừng 80 năm Quốc khánh đã thành công; chào mừng 80 năm thành lập Đảng bộ tỉnh.\n",
    )
    bad = (
        HEAD
        + "Chào mừng 82 năm Ngày thành lập Quân đội nhân dân Việt Nam và [[36 năm→37 năm]] Ngày hội Quốc phòng toàn dân.\n",
        HEAD.replace("phong trào thi đua năm 2026", "thi đua năm 2026 kỷ niệm [[43 năm→44 năm]] Ngày Nhà giáo Việt Nam")
        + "Thi đua.\n",
        HEAD
        + "Chào mừng [[80 năm→81 năm]] Quốc khánh, [[77 năm→78 năm]] ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc.\n",
        HEAD + "Chào mừng [[71 năm→72 năm]] chiến thắng Điện Biên Phủ, [[50 năm→51 năm]] ngày giải phóng miền Nam.\n",
        HEAD + "Lập thành tích chào mừng [[50 năm→51 năm]] Ngày Giải phóng hoàn toàn miền Nam, thống nhất đất nước.\n",
        HEAD + "Thi đua lập thành tích chào mừng [[95 năm→96 năm]] Ngày thành lập Đảng Cộng sản Việt Nam.\n",
        HEAD + "Tổ chức các hoạt động chào mừng [[135 năm→136 năm]] Ngày sinh Chủ tịch Hồ Chí Minh.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        year = doc.year
        start = doc.frame.kind.span.end if doc.frame.kind else doc.body.start
        numbers = (last for first, last in doc.figures if 2 <= last - first <= 3)
        for match in COUNT.behind(numbers, 0, doc.text, start, doc.body.end):
            base = int(str(match.lastgroup)[1:])
            count = NUMBER.search(doc.text, max(0, match.start() - 4), match.start())
            if count is None or year is None or not year - REACH < base + int(count[0]) < year:
                continue
            # A subject names what is to come: “Phát động thi đua kỷ niệm 136 năm …”
            if count.start() < doc.body.start or self._ahead(doc, count.start()):
                right = f"{year - base} năm"
                span = Span(count.start(), match.start() + len(" năm"))
                yield self.finding(span, f"Đến năm {year} là {right}, văn bản ghi {count[0]} năm.", right)

    def _ahead(self, doc: Document, at: int) -> bool:
        around = sentence(doc.text, at)
        if not AHEAD.search(doc.text, *around):
            return False
        told = [m["year"] for m in PAST.finditer(doc.text, *around)]
        return all(y == str(doc.year) for y in told)
