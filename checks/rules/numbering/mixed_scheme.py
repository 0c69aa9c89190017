"""Một cấp dùng hai kiểu đánh số."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.markers import Marker
from checks.rule import Rule

SECTIONED = frozenset({"Chỉ thị", "Kế hoạch", "Phát động", "Chương trình", "Hướng dẫn"})
"""Kinds without articles: a web page that lost the word “Điều” makes clauses of them."""
FEWEST = 4
"""So many parts with Roman numbers tell how the document marks them."""
TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\n1. Mục tiêu\n\nLập thành tích.\n\n2. Chỉ tiêu\n\n"


class MixedScheme(Rule):
    """Một cấp đánh số theo một kiểu; dưới điểm a) không đánh lại “1.”, “2.” trùng với số của mục lớn.

    “a)” và “a.” trong một văn bản, hay “1. …” nằm dưới “a)” khi các mục lớn cũng là “1.”, “2.”, làm người đọc không biết “mục 1” là mục nào.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm đ và phần V (phần, mục, khoản, điểm)"
    good = (
        TITLE + "Theo Nghị quyết\n214/NQ-CP.\n\n3. Nội dung\n\nThi đua.\n",
        "KẾ HOẠCH\nTổ chức phong trào thi đua\n\n1/ Mục tiêu\n\nThi đua.\n\n2/ Nội dung\n\nThi đua.\n",
        TITLE + "a. Thu ngân sách.\n\nb. Giảm nghèo.\n",
        TITLE + "a) Các chỉ tiêu kinh tế\n\n1) Thu ngân sách.\n\n2) Trồng rừng.\n",
        TITLE.replace("KẾ HOẠCH", "QUYẾT ĐỊNH") + "a) Các chỉ tiêu kinh tế\n\n1. Thu ngân sách.\n",
        "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nI. CHỈ TIÊU\n\na) Kinh tế\n\n1. Thu ngân sách.\n\n2. Giải ngân.\n",
        TITLE
        + "a) Các chỉ tiêu kinh tế\n\n- Thu ngân sách 12 tỷ đồng.\n\nb) Các chỉ tiêu xã hội\n\n- Giảm 10 hộ nghèo.\n",
        "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nI. CHỈ TIÊU\n\n1. Kinh tế\n\na) Thu ngân sách.\n\nb) Giải ngân.\n\n2. Xã hội\n\nGiảm nghèo.\n",
    )
    bad = (
        TITLE + "a. Thu ngân sách.\n\nb. Giảm nghèo.\n\n3. Nội dung\n\n[[a)→a.]] Thi đua lao động.\n",
        TITLE + "a) Thu ngân sách.\n\n3. Nội dung\n\n[[a.→a)]] Thi đua lao động.\n",
        TITLE
        + "a) Các chỉ tiêu kinh tế\n\n[[1.]] Thu ngân sách 12 tỷ đồng.\n\n2. Trồng 5 ha rừng.\n\nb) Các chỉ tiêu xã hội\n\n3. Giảm 10 hộ nghèo.\n",
        "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nI. MỤC TIÊU\n\nLập thành tích.\n\n[[II/→II.]] NỘI DUNG\n\nThi đua.\n\nIII. THỰC HIỆN\n\nCác thôn.\n",
        "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nI- MỤC TIÊU\n\nLập thành tích.\n\nII- CHỈ TIÊU\n\nThu ngân sách.\n\n[[III.→III-]] NỘI DUNG\n\nThi đua.\n\n"
        "IV- THỰC HIỆN\n\nCác thôn.\n",
        TITLE
        + "a) Thu ngân sách.\n\nb) Giảm nghèo.\n\nc) Trồng rừng.\n\n3. Nội dung\n\n[[a.→a)]] Thi đua lao động.\n\n[[b.→b)]] Thi đua học tập.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        letters = [m for m in doc.markers if m.scheme == "letter" and m.form in (")", ".")]
        dotted = [m for m in letters if m.form == "."]
        usual = ")" if len(dotted) * 2 <= len(letters) else "."
        for marker in letters:
            if marker.form != usual:
                right = f"{marker.label[0]}{usual}"
                message = f"Các điểm khác trong văn bản đánh là “{right}”, ở đây là “{marker.label}”."
                yield self.finding(marker.span, message, right)
        yield from self._slashes(doc)
        yield from self._dashes(doc)
        if doc.kind not in SECTIONED:
            return
        above: list[Marker] = []
        for marker in doc.markers:
            above = [one for one in above if one.depth < marker.depth]
            again = any(one.scheme == "arabic" and one.form == "." for one in above)
            under_point = bool(above) and above[-1].scheme == "letter"
            if again and under_point and marker.scheme == "arabic" and marker.form == "." and marker.nth == 1:
                message = (
                    "Dưới điểm a) lại đánh “1.” trùng với số của mục lớn: dùng gạch đầu dòng hoặc đổi cấp đánh số."
                )
                yield self.finding(marker.span, message)
                return
            above.append(marker)

    def _dashes(self, doc: Document) -> Iterator[Finding]:
        """“III.” among “I-”, “II-” and “IV-”, or the other way round: one part that was pasted from elsewhere."""
        own = [m for m in doc.markers if m.scheme == "roman" and m.form.strip() in (".", "-", "–")]
        dashed = [m for m in own if m.form.strip() != "."]
        odd, usual = (dashed, ".") if len(dashed) * 2 < len(own) else ([m for m in own if m not in dashed], "-")
        if len(odd) == 1 and len(own) >= FEWEST:
            right = f"{odd[0].label.rstrip(' .-–')}{usual}"
            message = f"Các phần khác đánh số kiểu “{right}”, ở đây là “{odd[0].label}”."
            yield self.finding(odd[0].span, message, right)

    def _slashes(self, doc: Document) -> Iterator[Finding]:
        """“II/” among “I.” and “III.”; whoever writes “1/” throughout keeps to it."""
        for scheme in ("roman", "arabic"):
            own = [m for m in doc.markers if m.scheme == scheme and m.form in (".", "/")]
            # “Nghị quyết⏎214/NQ-CP”: a line break before the number of a document makes no marker of it
            slashed = [m for m in own if m.form == "/" and doc.text[m.span.end : m.span.end + 1] == " "]
            if len(slashed) * 2 > len(own):
                continue
            for marker in slashed:
                right = f"{marker.label[:-1]}."
                message = f"Các mục khác đánh số có dấu chấm (“{right}”), ở đây là “{marker.label}”."
                yield self.finding(marker.span, message, right)
