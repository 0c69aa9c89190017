"""Khoảng giá trị viết ngược."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = r"\d{1,3}(?:\.\d{3})*(?:,\d+)?"
# “95 - 90%”, “từ 20 đến 15 xã”
RANGE = Pattern(
    rf"[-–] ?(?P<high>{_F})(?= ?(?:%|‰)| (?:tỷ|triệu|ha|km|tấn|kg|hộ|người|xã|thôn|trường|tiêu chí|mô hình|"
    r"sản phẩm|lao động|doanh nghiệp|đảng viên|hoạt động|buổi|sáng kiến|công trình)\b)"
)
LOW = Pattern(rf"(?<![\w.,/–-])(?P<low>{_F}) ?$")
# “tăng từ 10% đến 9%”; what falls is written from the higher figure
FROM_TO = Pattern(
    rf"từ (?P<low>{_F})(?P<between>(?: ?%| ?‰)? (?:đến|tới) )(?P<high>{_F})"
    r"(?= ?(?:%|‰)| (?:tỷ|triệu|ha|tấn|hộ|người|xã|thôn|tiêu chí|mô hình|hoạt động|buổi|doanh nghiệp|đảng viên|sản phẩm|công trình|"
    r"cá nhân|tập thể|gương|điển hình|sáng kiến|lớp)\b)",
    hooks=("từ ",),
)
RISES = Pattern(
    r"(?:tăng|đạt|thêm|bình quân|tối thiểu|ít nhất|tổ chức|trồng|thu hút|huy động|kết nạp|thành lập|mỗi|giới thiệu|biểu dương|khen thưởng|lựa chọn)"
    r"[^.;,\n]{0,25}từ $",
    flags=re.IGNORECASE,
)
YEARS = Pattern(r"20\d\d ?[-–] ?20\d\d(?![\d/-])")
PERIOD = Pattern(r"(?:giai đoạn|nhiệm kỳ|năm học|5 năm|thời kỳ),? \(?$", flags=re.IGNORECASE)
FALLS = Pattern(r"(?:giảm|xuống|hạ|kéo|còn)[^.;\n]{0,30}$", flags=re.IGNORECASE)
FROM = Pattern(r"từ[^.;\n]{0,30}$", flags=re.IGNORECASE)


class ReversedRange(Rule):
    """Khoảng giá trị viết từ nhỏ đến lớn: “90 - 95%”, “giai đoạn 2021 - 2025”."""

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Đạt 90 - 95% dự toán; giai đoạn 2021 - 2025; giảm từ 13,18 - 13,08%; từ 17 - 18 tiêu chí; giảm từ 18% đến 14%.\n",
        "Từ 18 - 14% hộ nghèo; kéo giảm, đạt từ 5 - 3%; mỗi năm giảm từ 20 đến 15 hộ; tỷ lệ hộ nghèo còn 4 - 3%.\n",
        "Phòng 15 - 12 tầng hai; giai đoạn 2021-2025 - 10 xã tham gia; mỗi đêm trực từ 22 đến 5 giờ; mã số 2025 - 2021.\n",
        "Sắp xếp từ 20 đến 12 xã; sản lượng tăng từ 8 đến 10%.\n",
    )
    bad = (
        "Trồng mới từ [[50 đến 40→40 đến 50]] ha cây ăn quả; mỗi chi đoàn tổ chức từ [[4 đến 2→2 đến 4]] hoạt động.\n",
        "Mỗi năm giới thiệu từ [[10 đến 05→05 đến 10]] cá nhân.\n",
        "Thu hút từ [[30 - 25→25 - 30]] doanh nghiệp vào địa bàn.\n",
        "Tốc độ tăng trưởng đạt từ [[10 - 8→8 - 10]]%; thu nhập tăng từ 8 - 10%.\n",
        "Thu ngân sách đạt [[95 - 90→90 - 95]]% dự toán.\n",
        "Kế hoạch giai đoạn [[2025 - 2021→2021 - 2025]] của tỉnh.\n",
        "Sản lượng tăng từ [[10% đến 9→9% đến 10]]% so với năm 2025.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in RANGE.finditer(doc.text):
            low = LOW.search(doc.text, max(0, match.start() - 14), match.start())
            if low and value(low["low"]) > value(match["high"]) and not _falls(doc.text, low.start()):
                yield self._swapped(doc.text, low.start("low"), low.end("low"), match.start("high"), match.end())
        for match in FROM_TO.finditer(doc.text):
            rises = RISES.search(doc.text, max(0, match.start("low") - 50), match.start("low"))
            falls = FALLS.search(doc.text, max(0, match.start("low") - 50), match.start())
            if value(match["low"]) > value(match["high"]) and rises and not falls:
                right = f"{match['high']}{match['between']}{match['low']}"
                message = f"Khoảng giá trị viết ngược; viết từ nhỏ đến lớn là “{right}”."
                yield self.finding((match.start("low"), match.end()), message, right)
        for match in YEARS.finditer(doc.text):
            if match[0][:4] > match[0][-4:] and PERIOD.search(doc.text, max(0, match.start() - 14), match.start()):
                yield self._swapped(doc.text, match.start(), match.start() + 4, match.end() - 4, match.end())

    def _swapped(self, text: str, start: int, low_end: int, high: int, end: int) -> Finding:
        right = f"{text[high:end]}{text[low_end:high]}{text[start:low_end]}"
        return self.finding((start, end), f"Khoảng giá trị viết ngược; viết từ nhỏ đến lớn là “{right}”.", right)


def _falls(text: str, at: int) -> bool:
    """Is it told from the higher figure down, as “giảm từ 13,18 - 13,08%”? “đạt từ 10 - 8%” is not."""
    reach = max(0, at - 40)
    if FALLS.search(text, reach, at):
        return True
    return FROM.search(text, reach, at) is not None and RISES.search(text, max(0, at - 50), at) is None
