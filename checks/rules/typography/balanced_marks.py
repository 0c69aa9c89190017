"""Ngoặc đơn và ngoặc kép đi thành cặp."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.lines import Line, is_caps
from checks.patterns import Pattern, occurrences
from checks.rule import Rule

MARKS = Pattern(r"[()“”]", hooks=("(", ")", "“", "”"))
# A label of a list inside a line: “gồm: a) …; b) …”, “1) …”, “đ)”
LABEL = Pattern(r"(?:^|[\s;:,.(/–-])(?:[a-zđA-ZĐ]|\d{1,3}(?:\.\d+)*|[ivxIVX]+)\)$")
# “b) Kéo giảm …”: the label of an item at the start of its line
ITEM = Pattern(r"\s*(?:[a-zđ]|\d{1,2})\) ")
ITEM_LABEL = 8
# “(gồm: a) nông dân; b) công nhân)”, “(gồm: 1) xã; 2) phường)”: a label within a bracket
ITEM_INSIDE = Pattern(r"(?:[:;] [a-zđ]|: 1|; [2-9])\) $")
# “Dân vận khéo": opened by one kind of mark, closed by the other
CROOKED = Pattern(r'“[^"\n“”]{1,400}"', needs='"')
# “ Thi đua “ .: what closes a quotation is turned
TURNED, TO_OPEN, WORDLESS = Pattern(r"“(?: ?[.,;:)]|\s|$)"), Pattern(r"” ?\w"), re.compile(r"\W*\Z")
TWICE = ("’’", "''", "‘‘")
FAR = 400
"""A quotation whose first mark is turned ends within so many characters."""
CLOSES = {")": "(", "”": "“"}
NAMES = {"(": "ngoặc đơn", "“": "ngoặc kép"}
DEEPEST = 20
"""Nobody opens so many marks inside one another."""
LABELLED = 20
"""Characters in which a label is looked for."""
VERSE, VERSES = 60, 6
"""A motto of so many lines at most, each of so many characters, is quoted as a whole."""
REACH = 3
"""A page break may cut a quotation: its end may stand so many lines further down."""


class BalancedMarks(Rule):
    """Mỗi dấu mở ngoặc có dấu đóng ngoặc tương ứng trong cùng đoạn.

    Chữ đánh điểm “a)”, “1)” không phải dấu đóng ngoặc. Đoạn bị ngắt giữa hai trang được nối lại trước khi xét.
    """

    tier = "gợi ý"
    source = "Quy tắc dấu câu tiếng Việt"
    good = (
        "a) Một; b) Hai; 1) Ba. Ông nói: “Thi đua” và (ghi chú (trong ngoặc)).\n",
        "PHÁT ĐỘNG ĐỢT THI ĐUA “CHÀO MỪNG KỶ NIỆM 80 NĂM\n\nNGÀY TRUYỀN THỐNG DÂN QUÂN\n\nVÀ 20 NĂM NGÀY THÀNH LẬP XÃ” NĂM 2026\n",
        "1. Chủ đề năm học\n\n“Vâng lời Bác dạy\n\nHọc tốt, rèn luyện chăm\n\nXây dựng Đội mạnh\n\nCùng tiến lên Đoàn”\n\n2. Nội dung\n",
        "Bảng | (chưa xong | số |\n",
        "Sở Nội vụ (Ban Thi đua - Khen thưởng) phát động phong trào “Dân vận khéo”.\n",
        "Các nhóm: a) nông dân; b) công nhân; 1) trí thức.\n",
        'Màn hình 14"; phong trào "Dân vận\nkhéo" của xã; cuộc vận động "Vì người nghèo”.\n',
        "theo Chương trình (giai đoạn\n\n2021 - 2025) của tỉnh.\n",
        "kéo dài thời gian (lần\n2) đến ngày 30/6/2026.\n",
        'phong trào “Dân vận khéo" và cuộc vận động “Vì người nghèo" của xã.\n',
        "ba nhóm thi đua (gồm:\na) nông dân; b) công nhân); ba khối (gồm: a) xã; b) phường; c) trường học).\n",
        "ba khối thi đua (gồm: 1) các xã; 2) các phường; 3) các trường học).\n",
        "thu ngân sách (năm 2025: 9) và số hộ nghèo (năm 2025: 5) của xã; việc giao (gồm: a) trồng cây (10 ha); b) sửa đường).\n",
        "chia theo nhóm (gồm:\nNhóm 1) để thi đua; các nhóm khác (nông dân;\ncông nhân) tham gia.\n",
        "Kế hoạch “Phát động phong trào “Dân vận khéo” năm 2026.\nNghị quyết “Về phát triển, “Dân vận khéo” và thi đua”.\n",
        "phong trào “Dân vận khéo (giai đoạn 2026 - 2030)” của xã.\nPhong trào „Dạy tốt” của trường.\n",
        '"Vì người nghèo” là cuộc vận động lớn; phong trào của xã.\nCác thôn thực hiện.\nPhong trào "Dạy tốt" của xã.\nCác thôn thực hiện.\n',
        'Hưởng ứng phong trào "Dân vận\nkhéo" của xã.\nCác thôn thực hiện.\n',
        'Đạt “mục tiêu kép" trong năm 2026.\nCác thôn thực hiện.\nCấp màn hình 14" cho các thôn.\nCác thôn thực hiện.\n',
        'Nội dung | Phong trào "Dân vận | 5 mô hình\nCác thôn thực hiện.\nHưởng ứng phong trào "Ngày h\n',
        "Nếu có vướng | mắc, đề nghị các xã phản ánh về tỉnh (qua Sở\nNội vụ) để kịp thời xử lý.\n",
        "Các thôn tổ chức thực hiện phong trào thi đua của xã năm 2026.\n" * 10
        + "Ủy ban nhân dân xã phát động đợt thi đua đặc biệt chào mừng 20 năm Ngày thành lập xã (0",
    )
    bad = (
        "Biểu dương 50 [[“]]Công nhân tiêu biểu, giới thiệu 05 cá nhân xét tặng Bằng “Lao động sáng tạo” của Tổng Liên đoàn.\n",
        "Với chủ đề “Phát huy truyền thống, lập công năm 2026[[’’→”]], đơn vị phát động đợt thi đua.\n",
        "Phát động thi đua [[“]]Lập thành tích chào mừng Quốc khánh\n\nTại hội nghị, xã phát động phong trào “Dân vận khéo”.\n",
        "Bác dạy: [[”→“]] Thi đua là yêu nước” và các thôn làm theo.\n",
        "cách làm hay nhất là “Thi đua [[“→”]]. Các thôn làm theo.\n",
        "kỷ niệm 80 năm Ngày thành lập[[”]].”.\n",
        "giá trị hàng hóa đạt 110 triệu USD[[)]].\n",
        "Sở Nội vụ [[(]]Ban Thi đua - Khen thưởng phát động phong trào.\n",
        "phong trào [[“]]Dân vận khéo trên địa bàn.\n",
        "a) Giao quân đạt 100% chỉ tiêu [[(]]21 thanh niên.\nb) Giảm phạm pháp hình sự.\n",
        'phong trào [["]]Dân vận khéo trên địa bàn xã.\nCác thôn thực hiện.\n',
        "đạt 100% chỉ tiêu [[(]]21 thanh niên.\nb) Giảm phạm pháp hình sự so với năm 2025[[)]].\n",
        "đạt 100% chỉ tiêu [[(]]21 thanh niên.\nGiảm phạm pháp hình sự so với năm 2025[[)]].\n",
        "Sở Nội vụ (phong trào [[“]]Dân vận khéo) và các thôn.\n",
        "Chương trình đến năm 2030[[”]]; Quyết định số 403/QĐ-BYT ngày 20 tháng 01 năm 2021.\n",
        "CHỈ THỊ\nPhát động thi đua\n\nCác thôn thực hiện.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n\n"
        "PHỤ LỤC\n\nXuân Phương [[(]]vịnh Xuân Đài\n\nThôn Một\n",
        "các phong trào “Dân vận khéo”, [[“]]Vì người nghèo, “Dạy tốt - Học tốt”.\n",
        "danh hiệu “Gia đình văn hóa”, Thôn văn hóa[[”]] và “Khu dân cư tiêu biểu”.\n",
        "1. Chủ đề\n\n[[“]]Vâng lời Bác dạy\n\nHọc tốt, rèn luyện chăm\n\nXây dựng Đội mạnh\n\nCác chi đội thực hiện.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        unfinished = doc.line_at(doc.torn) if doc.torn >= 0 else -1
        for finding in self._turned(doc, list(self._unpaired(doc))):
            if doc.line_at(finding.span.start) == unfinished and doc.text[finding.span.start] in CLOSES.values():
                continue  # what closes it was not copied
            if CROOKED.match(doc.text, finding.span.start):
                continue  # closed, by a mark of the other kind: straight-quotes repairs it
            # Annexes hold forms and tables whose cells a text extraction tears apart: there it only asks for a look.
            yield finding if finding.span.start < doc.frame.end else finding._replace(severity=Severity.WARNING)
        yield from self._straight(doc)

    def _turned(self, doc: Document, found: list[Finding]) -> Iterator[Finding]:
        """A mark turned the wrong way is one slip, told once, and so is a mark too many (“…”.””)."""
        text, closing = doc.text, [one.span.start for one in found if doc.text[one.span.start] == "”"]
        for one in found:
            at = one.span.start
            line = doc.lines[doc.line_at(at)].span.end
            if text[at] == "”":
                place = closing.index(at)
                before, after = closing[place - 1 : place], closing[place + 1 : place + 2]
                if self._opens(text, at, after):
                    yield self.finding(one.span, "Dấu mở ngoặc kép viết ngược thành dấu đóng.", "“")
                elif not before or not (self._opens(text, before[0], [at]) or WORDLESS.match(text[before[0] : at])):
                    yield one
                continue
            twice = next((place for mark in TWICE if (place := text.find(mark, at, line)) >= 0), -1)
            if text[at] == "“" and twice >= 0 and not {"“", "”"} & set(text[at + 1 : twice]):
                yield self.finding((twice, twice + 2), "Dấu đóng ngoặc kép viết bằng hai dấu nháy.", "”")
                continue
            other = text.find("“", at + 1, line)
            if text[at] == "“" and other >= 0 and "”" not in text[at:other] and TURNED.match(text, other):
                yield self.finding((other, other + 1), "Dấu đóng ngoặc kép viết ngược thành dấu mở.", "”")
            else:
                yield one

    def _opens(self, text: str, at: int, after: list[int]) -> bool:
        """Does “”” at ``at`` open what the next one, which has lost its partner too, closes?"""
        alone = (at == 0 or text[at - 1].isspace()) and TO_OPEN.match(text, at) is not None
        return alone and bool(after) and after[0] - at < FAR and text[after[0] - 1].isalnum()

    def _straight(self, doc: Document) -> Iterator[Finding]:
        """A straight mark looks the same at both ends: one too many in a line, and none in the lines beside it."""
        text, marks = doc.text, list(occurrences('"', doc.text))
        in_lines = {i: list(group) for i, group in groupby(marks, key=doc.line_at)}
        for i, places in in_lines.items():
            line = doc.lines[i].text
            odd = len(places) % 2 and not any(len(in_lines.get(j, ())) % 2 for j in (i - 1, i + 1))
            inches = any(text[at - 1 : at].isdigit() for at in places)
            mixed = line.count("“") != line.count("”") or " | " in line
            if odd and not inches and not mixed and doc.lines[i].span.end < len(text.rstrip()):
                at = places[-1]
                yield self.finding((at, at + 1), "Dấu ngoặc kép này không có dấu thứ hai.", severity=Severity.WARNING)

    def _unpaired(self, doc: Document) -> Iterator[Finding]:
        open_: list[tuple[str, int, int]] = []
        row_open = -1
        for i, marks in groupby(MARKS.finditer(doc.text), key=lambda mark: doc.line_at(mark.start())):
            line = doc.lines[i]
            if " | " in line.text:
                row_open = i + 1 if line.text.rfind("(") > line.text.rfind(")") else -1
                continue
            if open_ and not (self._continues(doc.lines, i, open_[-1][2]) and not self._begun(doc.lines, i, open_[-1])):
                yield from self._left(open_)
                open_ = []
            more = line.text.count("“") > line.text.count("”")
            # What closes a quotation that was opened by another kind of mark, or further up
            ends = [place for place in map(line.text.find, '"”') if place >= 0]
            foreign = 0 if "„" in line.text else min(ends, default=len(line.text))
            curly = line.text.count("”") > line.text.count("“") and not {'"', "„"} & set(line.text)
            nested = -1
            for mark in marks:
                at, sign = mark.start(), mark[0]
                inside = at - line.span.start
                if sign in NAMES:
                    if sign == "“" and any(o[0] == "“" for o in open_):
                        # “A”, “B, “C”: the next name of a list begins, so the one before has lost its end.
                        if (
                            more
                            and open_[-1][0] == "“"
                            and self._lost(line.text, inside, open_[-1][1] - line.span.start)
                        ):
                            yield from self._left([open_.pop()])
                            open_.append((sign, at, i))
                        else:
                            curly = False  # one inside another: which of them is closed is not told
                            nested = next(o[1] for o in open_ if o[0] == "“") if nested < 0 else nested
                        continue
                    open_.append((sign, at, i))
                    if len(open_) > DEEPEST:
                        yield from self._left([open_.pop(0)])
                elif sign == ")" and open_ and self._labels(doc.lines, i, inside, open_[-1][2]):
                    continue
                elif open_ and open_[-1][0] == CLOSES[sign]:
                    open_.pop()
                elif any(o[0] == CLOSES[sign] for o in open_):
                    while open_[-1][0] != CLOSES[sign]:
                        yield from self._left([open_.pop()])
                    open_.pop()
                elif sign == ")" and i == row_open and "(" not in line.text[:inside]:
                    continue  # opened in a line with a stroke, which may be a table's or a scanner's
                elif sign == ")" and not LABEL.search(line.text, max(0, inside - LABELLED), inside + 1):
                    yield self.finding((at, at + 1), "Dấu đóng ngoặc đơn không có dấu mở tương ứng.")
                elif sign == "”" and (inside <= foreign or curly):
                    yield self.finding((at, at + 1), "Dấu đóng ngoặc kép không có dấu mở tương ứng.")
            if nested >= 0 and line.text.count("“") == line.text.count("”") + 1 and '"' not in line.text:
                yield from self._one_short(line, nested, open_)
        yield from self._left(open_)

    def _one_short(self, line: Line, at: int, open_: list[tuple[str, int, int]]) -> Iterator[Finding]:
        """“Công nhân tiêu biểu, giới thiệu xét tặng Bằng “Lao động sáng tạo” hằng năm.”: of two that were opened one was closed."""
        between = line.text[at - line.span.start : line.text.find("“", at - line.span.start + 1)]
        apart = at >= line.span.start and ("," in between or ";" in between)
        if apart and line.bare.endswith((".", ";", ":")) and not any(o[0] == "“" for o in open_):
            message = "Trong đoạn này hai dấu mở ngoặc kép mà chỉ một dấu đóng."
            yield self.finding((at, at + 1), message, severity=Severity.WARNING)

    def _left(self, open_: list[tuple[str, int, int]]) -> Iterator[Finding]:
        for sign, at, _ in open_:
            yield self.finding((at, at + 1), f"Dấu mở {NAMES[sign]} không có dấu đóng tương ứng.")

    def _lost(self, text: str, at: int, opened: int) -> bool:
        """Has the quotation opened at ``opened`` lost its end before the one that begins at ``at``?"""
        return opened >= 0 and text[opened:at].rstrip().endswith((",", ";"))

    def _continues(self, lines: tuple[Line, ...], i: int, opened: int) -> bool:
        """Does line ``i`` still belong to the paragraph whose mark is open?"""
        # Lines of a title in capitals may be paragraphs, with blank lines between them.
        title = is_caps(lines[i].bare) and is_caps(lines[opened].bare)
        if self._verse(lines, opened):
            return True
        if (sum(not line.blank for line in lines[opened:i]) if title else i - opened) > REACH:
            return False
        last = next(x.bare for x in reversed(lines[opened:i]) if x.bare)
        goes_on = lines[i].bare[:1].islower() and not ITEM.match(lines[i].bare)
        return not last.endswith((".", ";", "./.")) or goes_on

    def _begun(self, lines: tuple[Line, ...], i: int, last: tuple[str, int, int]) -> bool:
        """Is it another paragraph, with quotations of its own, that begins at line ``i`` below a title whose mark is open?"""
        text, opened = lines[i].text, last[2]
        own = 0 < text.count("“") == text.count("”") and not is_caps(lines[opened].bare)
        apart = any(line.blank for line in lines[opened:i])
        return last[0] == "“" and own and apart and lines[i].bare[:1].isupper() and not self._verse(lines, opened)

    def _verse(self, lines: tuple[Line, ...], opened: int) -> bool:
        """Does a motto of several short lines begin at line ``opened``, and end with the mark that closes it?"""
        if not lines[opened].bare.startswith("“"):
            return False
        text = [line.bare for line in islice((x for x in lines[opened:] if x.bare), VERSES)]
        last = next((at for at, line in enumerate(text) if line.rstrip(".").endswith("”")), 0)
        inner = "".join(text[: last + 1])
        return last > 0 and max(map(len, text[: last + 1])) <= VERSE and inner.count("“") == inner.count("”") == 1

    def _labels(self, lines: tuple[Line, ...], i: int, at: int, opened: int) -> bool:
        """Is this the label of an item within the open bracket, that another mark closes?"""
        text = lines[i].text
        if at < ITEM_LABEL and ITEM.match(text):
            # The first item of “(gồm:”, not the rest of “(lần”, broken before “2) …”
            return next((x.bare for x in reversed(lines[opened:i]) if x.bare), "").endswith(":")
        inside = ITEM_INSIDE.search(text, max(0, at - 3), at + 2) is not None
        return inside and text.count(")", at + 1) > text.count("(", at)
