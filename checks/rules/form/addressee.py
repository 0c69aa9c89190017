"""“Kính gửi”."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.rule import Rule

ALLOWED = frozenset({"Tờ trình", "Báo cáo", "Công văn", "Công điện", "Giấy mời", "Lời kêu gọi", None})
LETTERS = frozenset({"Công văn", "Tờ trình", None})
SAME = ("như trên", "kính gửi", "như đã", "như địa chỉ")
"""How the recipients name those the letter is addressed to."""
TITLE = "CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\n"
LETTER = "TỜ TRÌNH\nVề việc khen thưởng\n\nKính gửi: Hội đồng Thi đua - Khen thưởng tỉnh.\n\n"
END = "Các thôn thực hiện./.\n\nNơi nhận:\n- Như trên;\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"


class Addressee(Rule):
    """Chỉ thị, kế hoạch, quyết định không có phần “Kính gửi”; nơi nhận ghi ở cuối văn bản.

    “Kính gửi” chỉ dùng trong tờ trình, báo cáo gửi cấp trên, công văn và lời kêu gọi, sau đó là dấu hai chấm; dòng đầu của
    “Nơi nhận” trong công văn, tờ trình khi ấy ghi “Như trên”.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 9 điểm b"
    good = (TITLE + END, LETTER + END, LETTER + END.replace("Như trên", "Như kính gửi"))
    bad = (
        TITLE + "[[Kính gửi:]] Ủy ban nhân dân các xã, phường.\n\n" + END,
        "TỜ TRÌNH\nVề việc khen thưởng\n\nKính gửi[[→:]]\n- Hội đồng Thi đua - Khen thưởng tỉnh.\n\n" + END,
        LETTER + END.replace("Nơi nhận:\n- Như trên;", "[[Nơi nhận:]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if "Kính gửi" not in doc.text:
            return
        if doc.kind in ALLOWED:
            yield from self._colon(doc)
            yield from self._same(doc)
            return
        for line in doc.lines[: doc.line_at(doc.body.end) + 1]:
            if line.bare.startswith("Kính gửi"):
                at = line.span.start + line.text.find("Kính gửi")
                end = at + len("Kính gửi") + (line.bare[8:9] == ":")
                message = f"{doc.kind} không có phần “Kính gửi”: ghi cơ quan nhận ở “Nơi nhận”."
                yield self.finding(
                    (at, end), message, severity=Severity.ERROR if doc.kind == "Chỉ thị" else Severity.WARNING
                )
                return

    def _colon(self, doc: Document) -> Iterator[Finding]:
        """“Kính gửi” alone on its line is followed by a colon."""
        for line in doc.lines[: doc.line_at(doc.body.end) + 1]:
            if line.bare == "Kính gửi":
                at = line.span.start + line.text.find("Kính gửi") + len("Kính gửi")
                yield self.finding(
                    (at, at), "Thiếu dấu hai chấm sau “Kính gửi”.", ":", safe=True, severity=Severity.WARNING
                )
                return

    def _same(self, doc: Document) -> Iterator[Finding]:
        """Those a letter is addressed to are its first recipients."""
        head = doc.frame.recipients_head
        addressed = any(line.bare.startswith("Kính gửi") for line in doc.lines[: doc.line_at(doc.body.end) + 1])
        if head is None or doc.kind not in LETTERS or not addressed or not doc.recipients:
            return
        below = doc.text[head.span.start :].lower()
        if not any(word in below for word in SAME):
            message = "Văn bản có “Kính gửi”: dòng đầu của “Nơi nhận” ghi “Như trên”."
            yield self.finding(head.span, message, severity=Severity.WARNING)
