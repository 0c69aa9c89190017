"""Chữ viết tắt gõ thừa, thiếu một chữ cái."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

# “(CBCNV)”, “(sau đây viết tắt là CBCNV)”
EXPLAINED = Pattern(rf"[( ][“\"]?(?P<short>[{CAPITAL}]{{4,8}})[”\"]?\)", hooks=(")",), back=len("(“CBCNVCLĐ”"))
OPENED = re.compile(r"\([^()\n]{0,40}\Z")
REACH = len("(") + 40
SHORT = Pattern(rf"(?<![\w/.&-])[{CAPITAL}]{{4,9}}(?![\w/&]|-[{CAPITAL}])")
OFTEN = 3
"""So often the explained form must stand in the text."""
CAPS = re.compile(rf"[^{CAPITAL}]")
TEXT = "Toàn thể cán bộ, công nhân viên (CBCNV) thi đua. CBCNV các đội đăng ký; 100% CBCNV học tập; mỗi "


class AbbreviationSlip(Rule):
    """Chữ viết tắt đã giải thích thì mọi chỗ viết như nhau: “CBCNV”, không có chỗ viết “CBCNVC”, “CBNV”.

    Chỉ xét chữ viết tắt được giải thích trong ngoặc và dùng nhiều lần; chữ gần giống mà chính văn bản cũng giải thích thì là chữ khác.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Quy ước của chính văn bản"
    good = (
        TEXT + "CBCNV là một bông hoa.\n",
        TEXT + "CBCNV quý trọng cán bộ, công nhân viên chức (CBCNVC) của trường.\n",
        TEXT + "CBCNVC và CBCNVC các đơn vị bạn.\n",
        TEXT + "CBCNV học tập mô hình “CBCNVC tự quản”.\n",
        TEXT + "CBCNV gương mẫu, theo Kế hoạch số 12/KH-CBCNVC.\n",
        TEXT + "CBCNV hưởng ứng.\n\nCÁC CBCNVC THI ĐUA\n",
        TEXT + "CBCNV được CBGVNV, CBCNVCLĐ quý mến.\n",
        "Tổng sản phẩm trên địa bàn (GRDP) tăng; GRDP công nghiệp, GRDP dịch vụ; GDP cả nước.\n",
        "Cán bộ, công nhân viên (CBCNV) thi đua; mỗi CBCNVC gương mẫu.\n",
    )
    bad = (
        TEXT + "[[CBCNVC→CBCNV]] là một bông hoa.\n",
        TEXT + "[[CBNV→CBCNV]] là một bông hoa.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        explained = {match["short"] for match in EXPLAINED.finditer(doc.text, *doc.body) if _in_brackets(match)}
        if all(doc.text.count(short) < OFTEN for short in explained):
            return
        places = [match for match in SHORT.finditer(doc.text, *doc.body) if not _headline(doc.text, match)]
        counts = Counter(match[0] for match in places)
        usual = [short for short in explained if counts[short] >= OFTEN]
        for match in places:
            odd = match[0]
            right = next((short for short in usual if _one_letter(odd, short)), None)
            if right and odd not in explained and counts[odd] == 1 and not in_quotes(doc.text, match.start()):
                message = f"Văn bản viết tắt là “{right}” ({counts[right]} lần), ở đây là “{odd}”."
                yield self.finding(match.span(), message, right)


def _in_brackets(match: re.Match[str]) -> bool:
    at = match.start()
    return match[0][0] == "(" or OPENED.search(match.string, max(0, at - REACH), at) is not None


def _one_letter(one: str, other: str) -> bool:
    """Is ``one`` the ``other`` with a letter more or less?"""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _headline(text: str, match: re.Match[str]) -> bool:
    """Does it stand among words in capitals?"""
    before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 3]
    return any(len(CAPS.sub("", side)) > 1 for side in (before, after))
