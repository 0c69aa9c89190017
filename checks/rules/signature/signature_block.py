"""Quyền hạn, chức vụ và họ tên người ký."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

DEPUTY = Pattern(r"PHÓ |THỨ TRƯỞNG")
HEAD_POST = Pattern(
    r"(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG)"
)
# “TM ỦY BAN”, “KT CHỦ TỊCH” without the point; “KT.CHỦ TỊCH” without the space
FORM = Pattern(r"(?P<form>TM|KT|TL|TUQ|Q)(?P<point>\.?)(?P<gap>\s*)(?=[" + CAPITAL + r"]{2})")
PARTY_FORM = Pattern(r"(?P<form>[TK])/(?P<rest>[MTL])\b\.?")
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nCác thôn thực hiện./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\n"


class SignatureBlock(Rule):
    """Phần ký ghi đúng quyền hạn và chức vụ: cấp phó ký thay có “KT.” ở dòng trên, “TM.”, “KT.”, “TL.”, “TUQ.”, “Q.” có dấu chấm.

    Chủ tịch ký chỉ thị không cần “TM.”. “T/M”, “K/T” là cách ghi của văn bản Đảng. Chưa có họ tên người ký là việc
    còn để trống của dự thảo.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, phần I, mục II khoản 7"
    good = (
        HEAD + "CHỦ TỊCH\n\nTrần Văn Minh\n",
        HEAD + "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n",
        HEAD + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n",
        HEAD + "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Thị Hoa\n",
        HEAD + "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nLê Thị Hoa\n",
        HEAD + "Q. CHỦ TỊCH\n\nLê Thị Hoa\n",
    )
    bad = (
        HEAD + "[[PHÓ CHỦ TỊCH]]\n\nLê Thị Hoa\n",
        HEAD + "[[KT. CHỦ TỊCH]]\n\nLê Thị Hoa\n",
        HEAD + "[[KT→KT.]] CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n",
        HEAD + "[[T/M→TM.]] ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Minh\n",
        HEAD + "[[CHỦ TỊCH]]\n",
        HEAD.replace("Nơi nhận:", "[[Nơi nhận:]]"),
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside is None and doc.level == "party":
            return "văn bản Đảng ký theo quy định riêng"
        if outside is None and not doc.frame.recipients_head and not doc.signature:
            return "văn bản không có phần cuối (nơi nhận, chữ ký)"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        signature = doc.signature
        if signature is None:
            if doc.frame.recipients_head and doc.kind:
                yield self.finding(
                    doc.frame.recipients_head.span, "Văn bản chưa có phần ký (chức vụ, họ và tên người ký)."
                )
            return
        lines = signature.authority
        for i, line in enumerate(lines):
            at = line.span.start + line.text.find(line.bare)
            party = PARTY_FORM.match(line.bare)
            if party:
                span = (at + party.start(), at + party.end())
                yield self.finding(
                    span,
                    "“T/M”, “K/T” là cách ghi của văn bản Đảng; văn bản hành chính ghi “TM.”, “KT.”.",
                    f"{party['form']}{party['rest']}.",
                    safe=True,
                )
                continue
            form = FORM.match(line.bare)
            if form and not form["point"]:
                yield self.finding(
                    (at, at + form.end("point")), f"Sau “{form['form']}” có dấu chấm.", f"{form['form']}.", safe=True
                )
            elif form and not form["gap"]:
                gap = at + form.end("point")
                yield self.finding(
                    (gap, gap), f"Sau “{form['form']}.” có khoảng trống.", " ", safe=True, severity=Severity.STYLE
                )
            deputy = DEPUTY.search(line.bare)
            before = " ".join(x.bare for x in lines[:i])
            inline = re.search(r"\bKT\b", line.bare)
            if (deputy and i == 0 and not inline) or (
                deputy
                and not inline
                and not re.search(r"\b(?:KT|TUQ|TL)\b|K/T|T/L|TRƯỞNG BAN|CHỦ TỊCH HỘI ĐỒNG", before)
            ):
                yield self.finding(line.span, "Cấp phó ký thay phải có dòng “KT.” và chức vụ người đứng đầu ở trên.")
            if (
                form
                and form["form"] == "KT"
                and HEAD_POST.search(line.bare)
                and not deputy
                and not any(DEPUTY.search(x.bare) for x in lines[i + 1 :])
            ):
                yield self.finding(line.span, "Dưới dòng “KT.” phải ghi chức vụ của cấp phó ký thay.")
        if not signature.name and lines:
            yield self.finding(lines[-1].span, "Phần ký chưa ghi họ và tên người ký.", severity=Severity.WARNING)
