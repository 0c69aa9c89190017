"""Dấu kết thúc nội dung văn bản."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# What stands after the last word of the body: “./.”, “./”, “.”, nothing
TAIL = Pattern(r"(?P<mark>[./\s…]*)$")
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua năm 2026\n\n"
END = "\n\nNơi nhận:\n- Lưu: VT.\n"
PARTY = (
    "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
    "về phát động phong trào thi đua năm 2026\n\nCác chi bộ thực hiện"
)
PARTY_END = "\n\nNơi nhận:\n- Các chi bộ;\n- Lưu VPĐU.\n\nBÍ THƯ\n\nTrần Văn Minh\n"
WEAK_KINDS = frozenset(
    {
        "Thông báo",
        "Công văn",
        "Tờ trình",
        "Nghị quyết",
        "Quyết định",
        "Báo cáo",
        "Biên bản",
        "Giấy mời",
        "Công điện",
        "Kết luận",
    }
)


class ClosingMark(Rule):
    """Nội dung văn bản phải kết thúc bằng dấu “./.”.

    Dấu này đứng cuối nội dung trong các mẫu văn bản của Nghị định 30; “./” và “/.” là gõ thiếu. Chỉ có dấu chấm thì nên
    xem lại; thông báo, quyết định thường kết thúc bằng dấu chấm nên không bị nhắc. Văn bản Đảng không dùng dấu này, chỉ gợi ý khi có.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1 đến Mẫu 1.10 (Mẫu 1.4 cho chỉ thị)"
    apart = (
        "ĐOÀN TNCS HỒ CHÍ MINH\nBCH XÃ AN PHÚ TÂY\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\n"
        "Phát động phong trào thi đua năm 2026\n\nCác chi đoàn thực hiện.\n\nNơi nhận:\n- Các chi đoàn;\n- Lưu VP.\n\nBÍ THƯ\n\nTrần Văn Minh\n",
    )
    good = (
        f"{PARTY}.{PARTY_END}",
        f"{HEAD}Các phòng, ban nghiêm túc thực hiện./.{END}",
        f"{HEAD}Báo cáo về Ủy ban nhân dân xã (qua Văn phòng)./.{END}",
        "CỤM THI ĐUA SỐ 3\n\nHà Trung, ngày 22 tháng 02 năm 2027\n\nGIAO ƯỚC THI ĐUA\nPhong trào thi đua năm 2027\n\n1. Các đơn vị cam kết thực hiện./.\n\n"
        "ĐẠI DIỆN CÁC ĐƠN VỊ KÝ GIAO ƯỚC\n\nBAN CHQS XÃ SƠN HÀ\nCHỈ HUY TRƯỞNG\n\nĐinh Văn Rin\n",
        f"{HEAD}Chào mừng sự kiện ………./.{END}",
        f"THÔNG BÁO\nKết luận cuộc họp\n\nVăn phòng thông báo để các cơ quan biết.{END}",
    )
    bad = (
        f"{PARTY}[[./.→.]]{PARTY_END}",
        f"{HEAD}Các phòng, ban nghiêm túc thực hiện[[./→./.]]{END}",
        f"{HEAD}Báo cáo về Ủy ban nhân dân xã (qua Văn phòng)[[/.→./.]]{END}",
        f"{HEAD}Các phòng, ban nghiêm túc thực hiện[[.→./.]]{END}",
        f"{HEAD}Các phòng, ban nghiêm túc thực hiện[[ ./.→./.]]{END}",
        f"{HEAD}Các phòng, ban nghiêm túc thực hiện[[../.→./.]]{END}",
        f"{HEAD}Các phòng, ban nghiêm túc thực hiện[[→./.]]{END}",
        "SỞ CÔNG THƯƠNG\n\nSố: 512/SCT-VP\nV/v phát động phong trào thi đua năm 2026\n\nHà Khê, ngày 12 tháng 01 năm 2026\n\n"
        f"Kính gửi: Các phòng, đơn vị.\n\nSở Công Thương đề nghị các đơn vị thực hiện[[.→./.]]{END}",
    )

    def applies(self, doc: Document) -> str | None:
        if doc.own_form and not doc.party:
            return "văn bản của đoàn thể có thể thức riêng"
        if not doc.frame.recipients_head and not doc.signature:
            return "không thấy nơi nhận hoặc chữ ký nên không rõ nội dung kết thúc ở đâu"
        return super().applies(doc)

    def check(self, doc: Document) -> Iterator[Finding]:
        last = next((line for line in reversed(doc.body_lines) if line.bare and set(line.bare) - set("-_—–* ")), None)
        # Those who are bound by a pact sign below its last words, each in a few lines of the body
        if last is None or (doc.of_parties and any(line.text.rstrip().endswith("./.") for line in doc.body_lines)):
            return
        text = last.text.rstrip().rstrip("*").rstrip()
        match = TAIL.search(text)
        mark = match["mark"] if match else ""
        if doc.party:
            if "".join(mark.split()) == "./.":
                span = (last.span.start + len(text) - len(mark), last.span.start + len(text))
                message = "Văn bản Đảng kết thúc nội dung bằng dấu chấm, không dùng “./.”."
                yield self.finding(span, message, ".", severity=Severity.STYLE)
            return
        if "".join(mark.split()).endswith("./."):
            # An ellipsis may stand before it (“v.v../.”, “………./.”); a blank or one more point may not.
            if "…" not in mark and (" " in mark or mark == "../.") and not text.endswith("v../."):
                span = (last.span.start + len(text) - len(mark), last.span.start + len(text))
                message = "Dấu kết thúc nội dung là “./.”: ba dấu viết liền, ngay sau chữ cuối."
                yield self.finding(span, message, "./.", safe=True, severity=Severity.STYLE)
            return
        span = (last.span.start + len(text) - len(mark), last.span.start + len(text))
        if "/" in mark:
            yield self.finding(span, "Dấu kết thúc nội dung viết đủ là “./.”.", "./.", safe=True)
            return
        letter = doc.launch and doc.framed and doc.kind in (None, "Công văn")
        weak = doc.kind in WEAK_KINDS or doc.kind is None
        if (weak and not letter) or " | " in last.text:
            return
        if not text[: len(text) - len(mark)].endswith((":", ";", ",")):
            severity = Severity.STYLE if letter else Severity.WARNING
            yield self.finding(span, "Nội dung văn bản phải kết thúc bằng dấu “./.”.", "./.", severity=severity)
