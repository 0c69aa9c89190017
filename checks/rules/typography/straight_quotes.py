"""Ngoặc kép thẳng lẫn với ngoặc kép cong."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table, line_before, line_bounds

PAIR = Pattern(r'"(?P<inside>[^"\n“”]{1,400})"', needs='"')
# “"Đoàn kết, sáng tạo”, “Đoàn kết, sáng tạo"”: a straight mark at one end only
OPENS = Pattern(r'"(?=[^"\n“”]{1,400}”)', needs='"')
CLOSES = Pattern(r'“[^"\n“”]{1,400}(?P<mark>")', needs='"')
# “''Dân vận khéo''”: two apostrophes for a mark
DOUBLED = Pattern(r"(?<![\w'’])''(?=[^\W_])(?P<inside>[^'\n“”\"]{1,400}[^\s'])''(?!['\w])", needs="''")
MIXED = "Hai đầu của chỗ trích này dùng hai kiểu ngoặc kép khác nhau."


class StraightQuotes(Rule):
    """Một văn bản dùng một kiểu ngoặc kép: “…”.

    Ngoặc kép thẳng chỉ bị nhắc khi chỗ khác trong văn bản, hoặc đầu kia của chính chỗ trích ấy, dùng ngoặc kép cong. Hai
    đầu một chỗ trích khác nhau thì nên xem lại, cả văn bản lẫn hai kiểu thì chỉ gợi ý.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "tọa độ 10 độ 20'15'' và 10 độ 21'05'' vĩ độ Bắc.\n",
        'với chủ đề "Đoàn kết, sáng tạo".\n',
        "với chủ đề “Đoàn kết, sáng tạo”.\n",
        '“Dạy tốt” là mục tiêu " Toàn trường thi đua".\nPhong trào | "Dân vận khéo" | 5\n',
        'bài “Phong trào "Dân vận khéo" ở một xã” đăng tháng 5.\n',
    )
    bad = (
        "phong trào [[''Dân vận khéo''→“Dân vận khéo”]] năm 2026.\n",
        'phong trào “Dân vận khéo”, chủ đề [["Đoàn kết, sáng tạo"→“Đoàn kết, sáng tạo”]].\n',
        'phong trào [["→“]]Dân vận khéo”, chủ đề “Đoàn kết, sáng tạo[["→”]].\n',
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in DOUBLED.finditer(doc.text):
            if not in_table(doc, match.start()):
                message = "Ngoặc kép này gõ bằng hai dấu nháy đơn."
                yield self.finding(match.span(), message, f"“{match['inside']}”", severity=Severity.WARNING)
        if "“" not in doc.text:
            return
        for match in OPENS.finditer(doc.text):
            if line_before(doc.text, match.start()).count('"') % 2 == 0:
                yield self.finding(match.span(), MIXED, "“", severity=Severity.WARNING)
        for match in CLOSES.finditer(doc.text):
            if not _nested(doc.text, match.start("mark")):
                yield self.finding(match.span("mark"), MIXED, "”", severity=Severity.WARNING)
        for match in PAIR.finditer(doc.text):
            # After a stray mark the pairs are shifted: what they hold then begins or ends like the text between two quotations.
            shifted = match["inside"][0] in " ,;.)" or match["inside"][-1] == " "
            if not (shifted or in_table(doc, match.start()) or _nested(doc.text, match.start())):
                yield self.finding(
                    match.span(), "Chỗ này dùng ngoặc kép thẳng, chỗ khác dùng ngoặc kép cong.", f"“{match['inside']}”"
                )


def _nested(text: str, at: int) -> bool:
    """Does the mark open a pair of its own within a quotation that is closed further on?"""
    start = line_bounds(text, at)[0]
    if text.rfind("“", start, at) <= text.rfind("”", start, at):
        return False
    ends = [end for end in (text.find("“", at), text.find("\n", at)) if end >= 0]
    rest = text[at : min(ends, default=len(text))]
    return "”" in rest and rest[: rest.find("”")].count('"') % 2 == 0
