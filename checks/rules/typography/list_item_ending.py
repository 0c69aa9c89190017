"""Dấu cuối của các mục trong một danh sách, của các dòng căn cứ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from checks.document import Document, Line
from checks.finding import Finding, Severity
from checks.rule import Rule

BULLETS = ("- ", "+ ", "– ", "• ")
LETTERED = re.compile(r"[a-zđ]\) ")
LONGEST = 220
"""A longer item is a paragraph and ends as it likes."""
ENOUGH = 4
"""Items that must agree before another one is called different."""
FEW = 2
"""The same where one of them ends in a comma, which no item does."""
BASES = ("Căn cứ ", "- Căn cứ ")
NEXT = (*BASES, "Theo đề nghị ", "Xét đề nghị ", "- Theo đề nghị ", "- Xét đề nghị ")
GROUNDS = (*NEXT, "Thực hiện ", "- Thực hiện ", "Theo ", "- Theo ")
"""How the last ground of a preface may begin."""
TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua năm 2026\n\n"
FIVE = "- Thu ngân sách;\n- Giảm nghèo;\n- Mở đường;\n- Xây nhà;\n- Dạy nghề;\n"


class ListItemEnding(Rule):
    """Các mục gạch đầu dòng của một danh sách kết thúc bằng cùng một dấu.

    Mục cuối và những mục dài nhiều câu không xét. Dòng căn cứ còn dòng khác đứng sau kết thúc bằng dấu chấm phẩy.
    """

    severity = Severity.STYLE
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        f"{TITLE}- Thu ngân sách 20 tỷ đồng;\n- Trồng rừng 40 ha;\n- Giảm nghèo 3%;\n- Mở mới 2 km đường;\n- Lập 01 hợp tác xã.\n",
        f"{TITLE}{FIVE}- Trồng rừng 40 ha. Chăm sóc rừng cũ.\n{FIVE}",
        f"{TITLE}{FIVE}- {'Trồng rừng, chăm sóc rừng, bảo vệ rừng, ' * 6}phát triển rừng.\n{FIVE}",
        f"{TITLE}{FIVE}+ Trồng rừng 40 ha.\n{FIVE}",
        f"{TITLE}{FIVE.replace('- ', 'Thôn ')}Thôn Hạ trồng rừng.\nThôn Trung giảm nghèo;\n",
        f"{TITLE}- Tổ 1 gồm 5 xóm\n- Tổ 2 gồm 6 xóm\n- Tổ 3 gồm 7 xóm;\n- Tổ 4 gồm 8 xóm\n- Tổ 5 gồm 3 xóm\n- Tổ 6 gồm 9 xóm\n",
        f"{TITLE}- Trồng rừng;\n- Giảm nghèo;\n- Mở đường.\n- Xây nhà;\n- Khen thưởng.\n",
        f"{TITLE}{FIVE}- Mở đường.\n- Xây nhà.\n- Khen thưởng.\n",
        f"{TITLE}{FIVE}- Trồng rừng 40 ha\n- Khen thưởng.\n",
        f"{TITLE}a) Thu ngân sách;\nb) Trồng rừng 40 ha,\nc) Giảm nghèo 3%,\nd) Mở mới 2 km đường;\nđ) Sửa cầu.\n",
    )
    bad = (
        f"{TITLE}Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022[[.→;]]\nCăn cứ Kế hoạch số 12/KH-SGDĐT năm học 2025 - 2026[[→;]]\n"
        "Căn cứ hướng dẫn của Sở Nội vụ;\nTheo đề nghị của Trưởng phòng Tổ chức.\nCác phòng thực hiện.\n",
        f"{TITLE}I. MỤC ĐÍCH\n\na) Thi đua.\n\nb) Nêu gương[[;→.]]\n\nII. NỘI DUNG\n\nTrồng rừng.\n",
        f"{TITLE}Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\nThực hiện Kế hoạch số 12/KH-UBND của tỉnh[[→;]]\n"
        "Ủy ban nhân dân xã phát động phong trào thi đua như sau:\n- Thu ngân sách.\n",
        f"{TITLE}a) Thu ngân sách 20 tỷ đồng;\nb) Trồng rừng 40 ha[[,→;]]\n\nc) Giảm nghèo 3%;\nd) Mở mới 2 km đường.\n",
        f"{TITLE}- Thu ngân sách 20 tỷ đồng;\n- Trồng rừng 40 ha[[.→;]]\n- Giảm nghèo 3%;\n- Mở mới 2 km đường;\n- Lập 01 hợp tác xã;\n"
        "- Sửa 01 cầu.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        lines = [line for line in doc.body_lines if line.bare]
        yield from self._bases(lines)
        yield from self._commas(doc)
        yield from self._parts(doc, lines)
        for items in lists(doc.body_lines):
            # The last item closes the list.
            ends = Counter(line.bare[-1] for line in items[:-1])
            mark, count = ends.most_common(1)[0]
            if mark not in ";." or count < ENOUGH or count < 3 * (len(items) - 1 - count):
                continue
            for line in items[:-1]:
                if line.bare[-1] != mark and line.bare[-1] in ";.,":
                    at = line.within().end
                    yield self.finding((at - 1, at), f"Các mục khác của danh sách kết thúc bằng dấu “{mark}”.", mark)

    def _commas(self, doc: Document) -> Iterator[Finding]:
        """“a) …;”, “b) …,”: a comma where the other items have a semicolon."""
        for items in lettered(doc.body_lines):
            ends = [line.bare[-1] for line in items[:-1]]
            if ends.count(",") == 1 and ends.count(";") == len(ends) - 1 >= FEW:
                line = items[ends.index(",")]
                at = line.within().end
                yield self.finding((at - 1, at), "Các mục khác của danh sách kết thúc bằng dấu “;”.", ";")

    def _parts(self, doc: Document, lines: list[Line]) -> Iterator[Finding]:
        """The last line of a part, above the heading of the next in capitals, ends no list with a semicolon."""
        heads = {s.span.start for s in doc.sections if s.level == 1 and s.heading.isupper() and s.number[:1] in "IVX"}
        for line, below in pairwise(lines if heads else ()):
            if below.span.start in heads and line.bare[-1] in ";,":
                at = line.within().end
                yield self.finding((at - 1, at), "Câu cuối của một phần kết thúc bằng dấu chấm.", ".")

    def _bases(self, lines: list[Line]) -> Iterator[Finding]:
        above = ""
        for line, below in pairwise(lines):
            listed, above = above.startswith(BASES) and above.endswith(";"), line.bare
            last = listed and line.bare.startswith(GROUNDS) and line.bare[-1].isalnum() and below.bare.endswith(":")
            known = line.bare.startswith(BASES) and below.bare.startswith(NEXT) and not line.bare.endswith(";")
            if not (last or known):
                continue
            end = line.within().end
            start = end - (line.bare[-1] in ".,:")
            if line.bare[-1] in ".,:" or line.bare[-1].isalnum():
                yield self.finding((start, end), "Dòng căn cứ kết thúc bằng dấu chấm phẩy.", ";")


def lists(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Runs of short items with one bullet, blank lines aside."""
    run: list[Line] = []
    for line in lines:
        bare = line.bare
        if not bare:
            continue
        item = bare.startswith(BULLETS) and len(bare) < LONGEST and ". " not in bare and " | " not in bare
        if run and not (item and bare[0] == run[0].bare[0]):
            yield from [run] if len(run) > ENOUGH else []
            run = []
        if item:
            run.append(line)
    if len(run) > ENOUGH:
        yield run


def lettered(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Runs of items “a) …”, “b) …”, one line each."""
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and not line.bare:
            continue
        item = line is not None and LETTERED.match(line.bare) and len(line.bare) < LONGEST and ". " not in line.bare
        if run and not (item and line and not line.bare.startswith("a) ")):
            yield run
            run = []
        if item and line:
            run.append(line)
