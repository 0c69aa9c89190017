"""Chỉ tiêu của điều xấu đi theo chiều giảm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.document import Document
from checks.facts.numbers import FIGURE, value
from checks.facts.sentences import sentence
from checks.facts.tables import Cell, tables
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_HARM = (
    r"(?:[Tt]ỷ lệ|[Ss]ố) (?:hộ |vụ |người |trẻ em |trẻ )?(?:hộ nghèo|hộ cận nghèo|nghèo|cận nghèo|tai nạn|"
    r"phạm pháp|vi phạm|cháy|thất nghiệp|suy dinh dưỡng|tảo hôn|"
    r"tái nghèo|bỏ học|nợ xấu|tử vong|bị thương|chết)"
)
# “số vụ vi phạm Luật Lâm nghiệp tăng từ 15% trở lên so với cùng kỳ”
RISES = Pattern(
    rf"{_HARM}(?: [^\W\d_]+){{0,8}} (?P<way>tăng)(?: từ| ít nhất| thêm| trên)? \d", hooks=("ỷ lệ ", "ố "), back=1
)
# “tăng 1.200 hộ nghèo” for “giảm 1.200 hộ nghèo”
MORE = Pattern(
    r"(?<![^\W\d_])(?P<way>[Tt]ăng) (?:thêm )?\d[\d.]* (?:hộ nghèo|hộ cận nghèo|vụ tai nạn|vụ cháy|vụ vi phạm|vụ phạm pháp|người nghiện)(?!\w)",
    needs="ăng ",
)
# “thanh toán không dùng tiền mặt đạt 80% trở xuống”: what is reached is reached “trở lên”
BELOW = Pattern(
    r"(?:thanh toán|hài lòng|đúng hạn|trực tuyến|bảo hiểm|tham gia|giải ngân|tốt nghiệp|chuẩn quốc gia|văn hóa|nước sạch|số hóa|đăng ký|hoàn thành)"
    r"(?: [^\W\d_]+){0,6} đạt (?:từ )?\d[\d,]*% (?P<way>trở xuống)(?!\w)",
    needs="trở xuống",
)
# “khám phá số vụ phạm pháp tăng 5%”, “không để số vụ tai nạn tăng”
APART = Pattern(
    r"phát hiện|xử lý|khám phá|điều tra|không|kiềm chế|giải quyết|đã|thu hồi|ngăn|nếu|trường hợp|phòng ngừa|năm \d{4},|thoát|giảm|đấu tranh|bảo hiểm|được",
    flags=re.IGNORECASE,
)
NAME = re.compile(rf"{_HARM}(?: [^\W\d_]+| \([^()]*\)){{0,8}}")
DONE = re.compile(r"(?:ước )?(?:thực hiện|kết quả|năm 20\d\d).*", re.IGNORECASE)
PLANNED = re.compile(r"(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|năm 20\d\d).*", re.IGNORECASE)
YEAR = re.compile(r"20\d\d")
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC ĐÍCH\n\nLập thành tích.\n\nII. CHỈ TIÊU\n\n"
TABLE = "TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2025 | Kế hoạch năm 2026\n1 | Trồng rừng | ha | 80 | 90\n"


class TargetDirection(Rule):
    """Chỉ tiêu về hộ nghèo, tai nạn, vi phạm, cháy nổ là giảm: “số vụ tai nạn tăng 5%” hay bảng ghi hộ nghèo kế hoạch cao hơn thực hiện năm trước là sai.

    Số vụ phát hiện, xử lý, khám phá tăng là điều tốt nên không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "1. Phát hiện, xử lý số vụ vi phạm tăng 5%; tỷ lệ hộ nghèo giảm 1%; không để số vụ tai nạn tăng 1 vụ.\n\n"
        + TABLE
        + "2 | Tỷ lệ hộ nghèo | % | 4,6 | 3,4\n3 | Tỷ lệ hộ nghèo thoát nghèo | % | 4,6 | 5,4\n",
        HEAD + TABLE.replace("Thực hiện năm 2025", "Cơ quan theo dõi") + "2 | Tỷ lệ hộ nghèo | % | 4,6 | 5,4\n",
        HEAD + TABLE.replace("Kế hoạch năm 2026", "So sánh") + "2 | Tỷ lệ hộ nghèo | % | 4,6 | 5,4\n",
        HEAD + TABLE.replace("Kế hoạch năm 2026", "Kế hoạch năm 2025") + "2 | Tỷ lệ hộ nghèo | % | 4,6 | 5,4\n",
        HEAD
        + TABLE
        + "2 | Tỷ lệ hộ nghèo | % | 4,6 | còn 5,4\n3 | Số vụ cháy | vụ | chưa rõ | 3\n4 | Số vụ cháy rừng | vụ | 2 | 2\n",
        HEAD + TABLE + "\nIII. TỔ CHỨC THỰC HIỆN\n\nKhi số vụ tai nạn tăng 5%, các thôn họp ngay.\n",
    )
    bad = (
        HEAD + "1. Tỷ lệ thanh toán không dùng tiền mặt đạt 80% [[trở xuống→trở lên]]; tỷ lệ nợ xấu 2% trở xuống.\n",
        HEAD + "Phấn đấu [[tăng]] 1.200 hộ nghèo.\n",
        HEAD + "1. Giữ độ che phủ rừng 46,8%; số vụ vi phạm Luật Lâm nghiệp [[tăng]] từ 15% trở lên so với cùng kỳ.\n",
        HEAD + TABLE + "2 | Tỷ lệ hộ nghèo | % | 4,6 | [[5,4]]\n",
        HEAD
        + TABLE.replace("Thực hiện năm 2025", "Thực hiện năm trước").replace("Kế hoạch năm 2026", "Kế hoạch")
        + "2 | Tỷ lệ hộ nghèo | % | 4,6 | [[5,4]]\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for section in doc.sections:
            if section.level > 1 or not {"goal", "targets", "content"} & set(section.roles):
                continue
            for match in (*RISES.finditer(doc.text, *section.body), *MORE.finditer(doc.text, *section.body)):
                around = sentence(doc.text, match.start())
                if not APART.search(doc.text, around.start, match.start("way")):
                    yield self.finding(match.span("way"), "Chỉ tiêu này là điều phải giảm: xem lại chữ “tăng”.")
            for match in BELOW.finditer(doc.text, *section.body):
                yield self.finding(match.span("way"), "Chỉ tiêu phải đạt được thì ghi “trở lên”.", "trở lên")
        for heads, *rows in tables(doc.text):
            columns = _columns(heads)
            for row in rows if columns else ():
                before, planned = (row[i] for i in columns)
                figures = FIGURE.fullmatch(before.text) and FIGURE.fullmatch(planned.text)
                harm = any(NAME.fullmatch(cell.text) and not APART.search(cell.text) for cell in row[:3])
                if harm and figures and value(planned.text) > value(before.text):
                    message = f"Chỉ tiêu này là điều phải giảm: năm trước {before.text}, kế hoạch {planned.text}."
                    yield self.finding(planned.span, message)


def _columns(heads: list[Cell]) -> tuple[int, ...]:
    """The columns of last year's result and of this year's plan, where the table has one of each side by side."""
    for i, (one, other) in enumerate(pairwise(heads)):
        years = [int(m[0]) if (m := YEAR.search(cell.text)) else 0 for cell in (one, other)]
        if DONE.fullmatch(one.text) and PLANNED.fullmatch(other.text) and (not all(years) or years[0] + 1 == years[1]):
            return i, i + 1
    return ()
