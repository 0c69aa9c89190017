"""Dấu phẩy thừa."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.lexicon import shipped
from checks.language.syllables import KEYS
from checks.language.tokens import Tokens
from checks.language.waiting import waiting
from checks.patterns import Pattern
from checks.rule import Rule

LONGEST_SYLLABLE = 7
ALONE = 4.0
"""A syllable that waits so much for its other half (``checks.language.waiting``) is no item of a list: “thu, chi” waits less."""
# “Giao Sở Y tế (Trung tâm Kiểm soát bệnh tật), tổng hợp”
TASKED = Pattern(
    r"Giao [^.;,\n()]{3,80}\([^()\n]{2,80}\)(?P<comma>,) (?=tổ chức|chủ trì|hướng dẫn|theo dõi|tham mưu|triển khai|tổng hợp)",
    needs="Giao ",
)
# “Kế hoạch số 12/KH-UBND, ngày 12/01/2026 của”: the date belongs to the number. The Party parts them (“05-CT/TW, ngày …”).
DATED = Pattern(
    r"\d/[\wĐ.-]{2,20}(?P<comma>,) (?=ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm )\d{4} (?:của|về) )",
    hooks=(", ngày ",),
    back=22,
)
GRASP = tuple(
    Pattern(rf"{word}(?P<comma>,) (?=nắm )", needs=f"{word}, ")
    for word in ("Chủ động", "chủ động", "Kịp thời", "kịp thời")
)

# “phong trào thi đua, yêu nước năm 2026”
PATRIOTIC = Pattern(
    r"(?:phong trào|[Đđ]ại hội|công tác|kế hoạch) [Tt]hi đua(?P<comma>,) yêu nước", needs="hi đua, yêu nước"
)

# “quyền lợi về bảo, hiểm thất nghiệp”
PARTED = Pattern(
    r"(?<!\w)(?P<before>[^\W\d_]+) (?P<one>[^\W\d_A-Z]+)(?P<comma>,) (?P<other>[^\W\d_A-Z]+)(?: (?P<behind>[^\W\d_]+))?(?!\w)",
    back=2 * LONGEST_SYLLABLE + 1,
)


class StrayComma(Rule):
    """Không đặt dấu phẩy giữa cơ quan được giao và việc phải làm, giữa “chủ động” và việc chủ động làm, giữa số và ngày của văn bản,
    giữa hai chữ của một từ (“bảo, hiểm”).

    Văn bản của Nhà nước được viện dẫn ghi liền số và ngày: “Kế hoạch số 12/KH-UBND ngày 12/01/2026 của …”.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Quy tắc dấu câu tiếng Việt; cách ghi văn bản được viện dẫn trong Nghị định 30/2020/NĐ-CP, Phụ lục III"
    good = (
        "Giao Sở Y tế (Trung tâm Kiểm soát bệnh tật) tổng hợp số liệu hằng tuần.\n",
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.\n",
        "Thực hiện Kế hoạch số 12/KH-UBND, ngày 12/01/2026 xã tổ chức lễ phát động.\n",
        "Thi đua, yêu nước là truyền thống của xã.\n",
        "Mọi người vui, khỏe; các điểm bán hàng, hóa chất; tăng gia, đình chùa, trường học; cân đối thu, chi; một số bệnh, tật trước sinh.\n",
        "Giao Sở Tài chính (chủ trì), Sở Nội vụ tham mưu; chủ động, sáng tạo trong công việc.\n",
    )
    bad = (
        "Giao Sở Y tế (Trung tâm Kiểm soát bệnh tật)[[,→]] tổng hợp số liệu hằng tuần.\n",
        "Thực hiện Kế hoạch số 12/KH-UBND[[,→]] ngày 12/01/2026 của huyện; Kế hoạch số 19/KH-THHB.LĐ[[,→]] ngày 23/10/2026 của Liên đội.\n",
        "Phường tổng kết phong trào thi đua[[,→]] yêu nước.\n",
        "Giải quyết quyền lợi về bảo[[,→]] hiểm thất nghiệp cho người lao động.\n",
        "Kịp thời[[,→]] nắm tình hình sạt lở để báo cáo.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in (m for pattern in (TASKED, PATRIOTIC, *GRASP) for m in pattern.finditer(doc.text)):
            yield self.finding(match.span("comma"), "Dấu phẩy này thừa.", "")
        for match in DATED.finditer(doc.text):
            yield self.finding(
                match.span("comma"), "Bỏ dấu phẩy giữa số và ngày của văn bản.", "", severity=Severity.STYLE
            )
        for match in PARTED.behind(_parting(doc.tokens), PARTED.back, doc.text):
            if _halves(*(part.lower() for part in match.group("before", "one", "other", "behind") if part)):
                yield self.finding(match.span("comma"), "Dấu phẩy này thừa.", "")


def _parting(tokens: Tokens) -> Iterator[int]:
    """Where a comma stands between two syllables neither of which stands alone: few of all commas."""
    lower, waits = tokens.lower, waiting()
    for at in tokens.word_places.get(",", ()):
        around = lower[max(0, at - 1) : at + 2 : 2]
        if min(waits.get(KEYS[word], 0.0) for word in around) >= ALONE:
            yield tokens.start(at)


def _halves(before: str, one: str, other: str, behind: str = "") -> bool:
    """Are ``one`` and ``other`` the halves of a word, and does neither make one with what is beside it?"""
    known = shipped().known
    return bool(known[f"{one} {other}"]) and not known[f"{before} {one}"] and not known[f"{other} {behind}"]
