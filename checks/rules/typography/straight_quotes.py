"""Ngoặc kép thẳng lẫn với ngoặc kép cong."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table

PAIR = Pattern(r'"(?P<inside>[^"\n“”]{1,400})"', needs='"')
# “"Đoàn kết, sáng tạo”, “Đoàn kết, sáng tạo"”: a straight mark at one end only
OPENS = Pattern(r'"(?=[^"\n“”]{1,400}”)', needs='"')
CLOSES = Pattern(r'“[^"\n“”]{1,400}(?P<mark>")', needs='"')
MIXED = "Hai đầu một chỗ trích dùng cùng một kiểu ngoặc kép."


class StraightQuotes(Rule):
    """Một văn bản dùng một kiểu ngoặc kép: “…”.

    Ngoặc kép thẳng chỉ bị nhắc khi chỗ khác trong văn bản, hoặc đầu kia của chính chỗ trích ấy, dùng ngoặc kép cong.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = ('với chủ đề "Đoàn kết, sáng tạo".\n', "với chủ đề “Đoàn kết, sáng tạo”.\n")
    bad = (
        'phong trào “Dân vận khéo”, chủ đề [["Đoàn kết, sáng tạo"→“Đoàn kết, sáng tạo”]].\n',
        'phong trào [["→“]]Dân vận khéo”, chủ đề “Đoàn kết, sáng tạo[["→”]].\n',
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if "“" not in doc.text:
            return
        for match in OPENS.finditer(doc.text):
            if doc.text.count('"', doc.text.rfind("\n", 0, match.start()) + 1, match.start()) % 2 == 0:
                yield self.finding(match.span(), MIXED, "“")
        for match in CLOSES.finditer(doc.text):
            yield self.finding(match.span("mark"), MIXED, "”")
        for match in PAIR.finditer(doc.text):
            # After a stray mark the pairs are shifted: what they hold then begins or ends like the text between two quotations.
            shifted = match["inside"][0] in " ,;.)" or match["inside"][-1] == " "
            if not shifted and not in_table(doc, match.start()):
                yield self.finding(
                    match.span(), "Chỗ này dùng ngoặc kép thẳng, chỗ khác dùng ngoặc kép cong.", f"“{match['inside']}”"
                )
