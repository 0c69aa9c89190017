"""Nơi nhận."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing import head
from checks.rule import Rule

NAMED = frozenset({"Chỉ thị", "Kế hoạch", "Quyết định", "Chương trình", "Hướng dẫn", "Phát động"})
NO_FOOT = "Văn bản chưa có phần cuối: mục “Nơi nhận:”, chức vụ và họ tên người ký."
HEAD = "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\nSố: 05/KH-UBND\n\nKẾ HOẠCH\nTổ chức phong trào thi đua\n\nCác thôn thực hiện./.\n\n"


class Recipients(Rule):
    """Văn bản có mục “Nơi nhận:” và ít nhất một nơi nhận ngoài dòng Lưu.

    Nơi nhận cho biết ai thi hành, ai giám sát, ai lưu; thiếu thì văn bản không tới được người phải làm. “Như trên” là lời của
    công văn, chỉ về phần “Kính gửi”; chỉ thị, kế hoạch không có phần ấy nên ghi tên cơ quan nhận.
    """

    scope = "document"
    needs_end = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 và Phụ lục I, phần I, mục II khoản 9"
    apart = (
        "SỞ NỘI VỤ\nKHỐI THI ĐUA SỐ 4\n\nHà Tân, ngày 12 tháng 01 năm 2026\n\nBẢN GIAO ƯỚC THI ĐUA\nNăm 2026\n\nCác đơn vị ký kết./.\n\n"
        "GIÁM ĐỐC\n\nTrần Văn Minh\n",
        "CÔNG TY THỦY ĐIỆN HÀ KHÊ\n\nHà Khê, ngày 05 tháng 01 năm 2026\n\nTHƯ PHÁT ĐỘNG THI ĐUA\n\nThân gửi cán bộ, công nhân viên!\n\n"
        "GIÁM ĐỐC\n\nTrần Văn Minh\n",
    )
    good = (
        HEAD + "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n",
        "KẾ HOẠCH\nPhát động thi đua\n(Kèm theo Quyết định số 41/QĐ-SNV ngày 31 tháng 01 năm 2026)\n\nI. MỤC ĐÍCH\n\nCác phòng thực hiện./.\n",
        HEAD.replace("KẾ HOẠCH", "CÔNG ĐIỆN") + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n",
    )
    bad = (
        HEAD + "Nơi nhận:\n- [[Như trên]];\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n",
        HEAD + "[[CHỦ TỊCH]]\n\nTrần Văn Minh\n",
        HEAD.replace("KẾ HOẠCH", "[[KẾ HOẠCH]]"),
        HEAD + "Nơi nhận[[→:]]\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n",
        HEAD + "[[Nơi nhận:]]\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n",
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside is None and (doc.of_parties or head.titled(head.LETTER, doc.text, doc.lines)):
            return "bản giao ước, thư gửi chung không có nơi nhận"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        head = doc.frame.recipients_head
        if head is not None and head.bare.lower() == "nơi nhận":
            at = head.span.start + head.text.find(head.bare) + len(head.bare)
            message = "Thiếu dấu hai chấm sau chữ “Nơi nhận”."
            yield self.finding((at, at), message, ":", safe=True, severity=Severity.STYLE)
        if head is None and not doc.enclosed and (doc.signature or doc.own_form):
            anchor = doc.signature.authority[0].span if doc.signature else self.anchor(doc)
            yield self.finding(anchor, "Văn bản chưa có mục “Nơi nhận:”.")
        elif head is None and not doc.enclosed:  # signature-block says no more of it
            yield self.finding(self.anchor(doc), NO_FOOT)
        for line in doc.frame.recipients if doc.kind in NAMED and "ính gửi" not in doc.text[: doc.body.end] else ():
            if line.bare.lstrip("-–+• ").startswith("Như trên"):
                at = line.span.start + line.text.find("Như trên")
                message = "“Như trên” chỉ dùng trong công văn có phần “Kính gửi”; ở đây ghi tên cơ quan nhận."
                yield self.finding((at, at + 8), message, severity=Severity.WARNING)
        if (
            head is not None
            and not [entry for entry in doc.recipients if not entry.startswith("Lưu")]
            and "như" not in head.bare.lower()
        ):
            yield self.finding(head.span, "Mục nơi nhận chưa ghi cơ quan, đơn vị nào phải nhận văn bản.")
