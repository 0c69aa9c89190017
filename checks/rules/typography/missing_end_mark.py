"""Mục liệt kê không có dấu ở cuối."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from checks.document import Document, Line
from checks.finding import Finding, Severity
from checks.parsing.lines import is_caps
from checks.rule import Rule

ITEM = re.compile(r"(?P<bullet>[-–+•]) |(?P<letter>[a-zđ])\) |(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)] ")
PART = re.compile(r"[IVX]+[./)] |(?:Phần|PHẦN|Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC) [\dIVX]")
# “… thường xuyên. (Chi tiết tại Phụ lục)”: a note behind the end of the sentence
NOTE = re.compile(r"\. \([^()]*\)$")
MARKS = ".;:,!?…/-"
SHORT = 7
"""Fewer words are a heading or the name of something, which end without a mark."""
ENOUGH = 6
"""So many items must there be before one of them can be unlike the others."""
ALIKE = 3
"""So many times as many of them must end with a mark."""
TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua năm 2026\n\n"
FIVE = "".join(f"- Vận động mỗi hộ trồng {n} cây bóng mát ven đường;\n" for n in range(3, 8))


class MissingEndMark(Rule):
    """Mục liệt kê kết thúc bằng dấu chấm phẩy hoặc dấu chấm, như các mục khác của văn bản.

    Chỉ nhắc khi hầu hết các mục của văn bản có dấu ở cuối. Đề mục, mục ngắn, mục còn mục con ở dưới, dòng trong bảng không bị xét.
    """

    severity = Severity.STYLE
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        f"{TITLE}{FIVE}- Mở mới 2 km đường từ nhà văn hóa đến trường học;\n- Trồng rừng\n",
        f"{TITLE}{FIVE}- Vận động mỗi hộ góp công làm đường\ntừ nhà văn hóa đến trường học.\n",
        f"{TITLE}{FIVE}1. Vận động các hộ góp công làm đường trong thôn\na) Thôn Thượng làm 2 km đường ven suối.\n",
        f"{TITLE}{FIVE}- Vận động các hộ góp công làm đường trong thôn\n+ Thôn Thượng làm 2 km đường ven suối.\n",
        TITLE + FIVE.replace(";", "") + "- Mở mới 2 km đường từ nhà văn hóa đến trường học.\n",
        f"{TITLE}{FIVE}- Vận động các hộ góp công làm đường trong thôn | 5 km\n",
        f"{TITLE}{FIVE}2. Thi đua vận hành lưới điện thông minh, an toàn\nĐiều độ viên theo dõi phụ tải từng giờ.\n",
    )
    bad = (
        f"{TITLE}{FIVE}- Mở mới 2 km đường từ nhà văn hóa đến trường học[[→;]]\n- Trồng rừng trên đồi trọc của ba thôn vùng cao.\n",
        f"{TITLE}{FIVE}- Tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 98%[[→.]]\n\nII. NỘI DUNG\n\nThi đua lao động.\n",
        f"{TITLE}{FIVE}1. Phòng Kinh tế bố trí kinh phí khen thưởng hằng năm.\n2. Công an xã thực hiện các chỉ tiêu tại mục 4[[→;]]\n"
        "3. Các thôn phát động, ký kết giao ước thi đua.\n\nCác thôn thực hiện./.\n",
    )

    def applies(self, doc: Document) -> str | None:
        # In a text without its line breaks where an item ends was found by guess.
        return "văn bản dồn vào một dòng nên không rõ chỗ hết mục" if doc.parted else super().applies(doc)

    def check(self, doc: Document) -> Iterator[Finding]:
        lines = [line for line in doc.body_lines if line.bare]
        items = [(line, below) for line, below in pairwise(lines) if _is_item(line, below)]
        bare = [(line, below) for line, below in items if line.bare[-1] not in MARKS]
        if not bare or len(items) < ENOUGH or len(items) - len(bare) < ALIKE * len(bare):
            return
        ends = Counter(line.bare[-1] for line, below in items if line.bare[-1] in ".;" and _alike(line, below))
        usual = ends.most_common(1)[0][0] if ends else "."
        for line, below in bare:
            at = line.within().end
            mark = usual if _alike(line, below) else "."
            yield self.finding((at, at), f"Mục này chưa có dấu ở cuối; các mục khác có dấu “{usual}”.", mark)


def _is_item(line: Line, below: Line) -> bool:
    """Is it a whole item, no heading of what stands below it and no line that goes on there?"""
    kind, under = _kind(line), _kind(below)
    if not kind or " | " in line.bare or len(line.bare.split()) < SHORT or is_caps(line.bare) or NOTE.search(line.bare):
        return False
    if not under:
        return PART.match(below.bare) is not None
    if below.bare.partition(" ")[2][:1].islower():  # “kinh tế⏎- xã hội”, “(lần⏎2) đến Sở”: the line goes on
        return False
    if kind[0].isdigit():
        return under[0].isdigit() and under.count(".") <= kind.count(".")
    return under in (kind, "a") or kind in "+•" or under[0].isdigit()


def _kind(line: Line) -> str:
    """The bullet, “a” for a letter, the number with its points, or nothing."""
    match = ITEM.match(line.bare)
    if match is None:
        return ""
    return match["bullet"] or match["number"] or "a"


def _alike(line: Line, below: Line) -> bool:
    """Are both items of one list?"""
    kind, under = _kind(line), _kind(below)
    return kind == under or (kind[:1].isdigit() and under[:1].isdigit() and kind.count(".") == under.count("."))
