"""Chức vụ người ký và loại cơ quan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.lines import Line
from checks.patterns import Pattern
from checks.rule import Rule

OF = {
    "TỔNG CỤC TRƯỞNG": ("tổng cục",),
    "CHI CỤC TRƯỞNG": ("chi cục", "hải quan", "thuế", "kho bạc"),
    "CỤC TRƯỞNG": ("cục",),
    "VỤ TRƯỞNG": ("vụ",),
    "VIỆN TRƯỞNG": ("viện", "phân viện"),
    "CHÁNH ÁN": ("tòa án", "toà án"),
    "HIỆU TRƯỞNG": ("trường", "đại học", "nhà trường", "phân hiệu"),
    "BỘ TRƯỞNG": ("bộ",),
    "SƯ ĐOÀN TRƯỞNG": ("sư đoàn",),
    "LỮ ĐOÀN TRƯỞNG": ("lữ đoàn",),
    "TRUNG ĐOÀN TRƯỞNG": ("trung đoàn",),
    "TIỂU ĐOÀN TRƯỞNG": ("tiểu đoàn",),
}
"""Posts that only one kind of body has, and how its name begins."""
NO_DIRECTOR = (
    "cục",
    "chi cục",
    "vụ",
    "hội liên",
    "hội nông",
    "hội cựu",
    "hội chữ",
    "liên đoàn lao động",
    "lữ đoàn",
    "trung đoàn",
    "sư đoàn",
)
"""Bodies that no “Giám đốc” leads."""
ELSEWHERE = ("trường", "bệnh viện", "trung tâm", "sở", "phòng", "tòa án", "toà án", "viện kiểm sát")
TOLD = ("HIỆU TRƯỞNG", "GIÁM ĐỐC", "CHÁNH ÁN", "VIỆN TRƯỞNG")
"""These posts in those bodies are told by signature-block."""
KNOWN = re.compile(
    r"(?<!\w)(?:tổng cục|chi cục|cục|vụ|viện|tòa án|toà án|trường|sở|bệnh viện|trung tâm|công ty|hội|liên đoàn|ủy ban|phòng|lữ đoàn|sư đoàn|"
    r"trung đoàn|tiểu đoàn)(?!\w)"
)
"""What a body is; the name of another was not read rightly."""
POST = Pattern(r"(?:KT\. ?|Q\. ?|QUYỀN )?(?:PHÓ )?(?P<post>" + "|".join(OF) + r"|GIÁM ĐỐC)$")
POWERS = ("TL", "TUQ", "T/", "K/")
# “CHỦ TỊCH UBND TỈNH” below a paper of a district
CHAIR = Pattern(
    r"(?:KT\. ?|Q\. ?)?(?:PHÓ )?CHỦ TỊCH (?:UBND|[UỦ][ỶY] BAN NHÂN DÂN) (?P<unit>TỈNH|HUYỆN|XÃ|PHƯỜNG|THỊ TRẤN|QUẬN)(?!\w)"
)
UNIT = re.compile(r"[ủu][ỷy] ban nhân dân (?P<unit>tỉnh|huyện|xã|phường|thị trấn|quận) ")
# “TM. HỘI ĐỒNG NHÂN DÂN” below a paper of the committee
FOR_BODY = Pattern(r"T/?M\.? ?(?P<body>HỘI ĐỒNG NHÂN DÂN|[UỦ][ỶY] BAN NHÂN DÂN)")
_PARTY = ("đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy")
NOT_FOR = {
    "HỘI ĐỒNG NHÂN DÂN": ("ủy ban nhân dân", *_PARTY),
    "ỦY BAN NHÂN DÂN": ("hội đồng thi đua", *_PARTY),
    "UỶ BAN NHÂN DÂN": ("hội đồng thi đua", *_PARTY),
}
CHAIRMAN = Pattern(r"(?:KT\. ?)?(?:PHÓ )?CHỦ TỊCH")
NO_CHAIRMAN = (
    *_PARTY,
    "công an",
    "sở ",
    "trường ",
    "bệnh viện",
    "trung tâm",
    "chi cục",
    "cục ",
    "bộ chỉ huy",
    "ban chỉ huy",
)
"""Bodies that no “Chủ tịch” leads."""
SECRETARY = Pattern(r"(?:KT\. ?)?(?:PHÓ )?BÍ THƯ")
NO_SECRETARY = (
    "hội ",
    "liên đoàn lao động",
    "công đoàn",
    "ủy ban nhân dân",
    "sở ",
    "trường ",
    "bệnh viện",
    "công an",
    "công ty",
)
"""Bodies of their own that no “Bí thư” leads."""
JOINT = re.compile(r"LT-|-[A-ZĐ]+-S[A-ZĐ]+$")
"""“07/HDLT-LĐLĐ-SNV”: of two bodies, each with its own signer."""
DECIDER = 4
"""Lines below the subject of a decision in which who decides stands in capitals."""
YOUTH = "ĐOÀN TNCS HỒ CHÍ MINH"
"""Its committees are led by a secretary."""
HEAD = (
    "{above}\n{issuer}\n\nSố: 118/KH-LĐ\n\nNghệ An, ngày 12 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nCác đơn vị thực hiện./.\n\nNơi nhận:\n"
    "- Các đơn vị;\n- Lưu: VT.\n\n{sign}\n\nPhan Văn Hoài\n"
)


class SignerPost(Rule):
    """Chức vụ người ký là của loại cơ quan ban hành: Cục trưởng đứng đầu cục, Hiệu trưởng đứng đầu trường, Lữ đoàn trưởng đứng đầu lữ đoàn.

    Lấy văn bản của cơ quan khác, của cơ quan trước khi đổi tên làm mẫu thì hay sót chức vụ cũ. Ký thừa lệnh, thừa ủy quyền không bị xét.
    """

    severity = Severity.WARNING
    scope = "document"
    needs_end = True
    tier = "gợi ý"
    source = "Đối chiếu với tên cơ quan ban hành"
    apart = ("KẾ HOẠCH\nPhát động thi đua\n\nCác thôn thực hiện.\n",)
    good = (
        HEAD.format(above="BỘ XÂY DỰNG", issuer="CỤC ĐƯỜNG BỘ VIỆT NAM", sign="KT. CỤC TRƯỞNG\nPHÓ CỤC TRƯỞNG"),
        HEAD.format(above="BỘ XÂY DỰNG", issuer="CỤC ĐƯỜNG BỘ VIỆT NAM", sign="TL. BỘ TRƯỞNG\nCỤC TRƯỞNG"),
        HEAD.format(above="BỘ XÂY DỰNG", issuer="TỔNG CỤC ĐƯỜNG BỘ", sign="TL. TỔNG CỤC TRƯỞNG\nVỤ TRƯỞNG"),
        HEAD.format(above="BỘ NỘI VỤ", issuer="HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", sign="TM. HỘI ĐỒNG\nBỘ TRƯỞNG"),
        HEAD.format(above="SỞ Y TẾ", issuer="BỆNH VIỆN ĐA KHOA HÀ TÂN", sign="GIÁM ĐỐC"),
        HEAD.format(above="SỞ Y TẾ", issuer="BỆNH VIỆN ĐA KHOA HÀ TÂN", sign="HIỆU TRƯỞNG"),
        HEAD.format(above="BỘ Y TẾ", issuer="KIỂM TOÁN KHU VỰC II", sign="CỤC TRƯỞNG"),
        HEAD.format(above="SỞ GIÁO DỤC", issuer="TRƯỜNG THPT HÀ TÂN", sign="HIỆU TRƯỞNG"),
        HEAD.format(above="ỦY BAN NHÂN DÂN", issuer="HUYỆN HÀ TÂN", sign="CHỦ TỊCH UBND HUYỆN"),
    )
    bad = (
        HEAD.format(
            above="BỘ XÂY DỰNG", issuer="CỤC ĐƯỜNG BỘ VIỆT NAM", sign="KT. [[TỔNG CỤC TRƯỞNG]]\nPHÓ [[TỔNG CỤC TRƯỞNG]]"
        ),
        HEAD.format(
            above="TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            issuer="LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ TÂN",
            sign="TM. BAN THƯỜNG VỤ\n[[GIÁM ĐỐC]]",
        ),
        HEAD.format(above="QUÂN KHU 4", issuer="LỮ ĐOÀN 475", sign="[[SƯ ĐOÀN TRƯỞNG]]"),
        HEAD.format(above="ỦY BAN NHÂN DÂN", issuer="HUYỆN HÀ TÂN", sign="[[CHỦ TỊCH UBND TỈNH]]"),
        HEAD.format(above="BỘ TÀI CHÍNH", issuer="CHI CỤC KIỂM LÂM", sign="[[GIÁM ĐỐC]]"),
        HEAD.format(above="ỦY BAN NHÂN DÂN", issuer="XÃ HÀ TÂN", sign="[[TM. HỘI ĐỒNG NHÂN DÂN]]\nCHỦ TỊCH"),
        HEAD.format(above="ỦY BAN NHÂN DÂN", issuer="XÃ HÀ TÂN", sign="CHỦ TỊCH").replace(
            "KẾ HOẠCH\nPhát động thi đua\n\n",
            "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\n[[CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN]]\n\nĐiều 1. Ban hành.\n",
        ),
        HEAD.format(above="TỈNH ỦY NGHỆ AN", issuer="ĐẢNG ỦY XÃ HÀ TÂN", sign="[[T/M ỦY BAN NHÂN DÂN]]\n[[CHỦ TỊCH]]"),
        HEAD.format(
            above="HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM",
            issuer="HỘI LIÊN HIỆP PHỤ NỮ TỈNH HÀ TÂN",
            sign="TM. BAN THƯỜNG VỤ\n[[PHÓ BÍ THƯ]]",
        ),
        HEAD.format(above="BỘ CÔNG AN", issuer="CÔNG AN TỈNH NGHỆ AN", sign="[[KT. CHỦ TỊCH]]\n[[PHÓ CHỦ TỊCH]]"),
        HEAD.format(above="SỞ Y TẾ", issuer="TRUNG TÂM Y TẾ HÀ TÂN", sign="[[CHI CỤC TRƯỞNG]]"),
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (
            None if doc.signature and doc.issuer else "không đọc được tên cơ quan, người ký"
        )

    def _of_another(self, doc: Document, lines: Sequence[Line]) -> Iterator[Finding]:
        """“T/M ỦY BAN NHÂN DÂN” below a paper of the Party committee, “KT. CHỦ TỊCH” below one of the police."""
        own = UNIT.match(doc.issuer.lower()) if doc.kind == "Quyết định" else None
        for line in doc.body_lines[:DECIDER] if own else ():
            chair = CHAIR.match(line.bare)
            if own and chair and chair["unit"].lower() != own["unit"]:
                message = f"Văn bản do {doc.issuer} ban hành: xem lại “{line.bare}”."
                yield self.finding(line.within(), message)
        if any(line.bare.startswith(POWERS[:2]) for line in lines):
            return
        issuer = doc.issuer.lower()
        for line in lines:
            body = FOR_BODY.match(line.bare)
            told = body["body"] if body else ""
            wrong = told and issuer.startswith(NOT_FOR[told])
            wrong = wrong or (
                CHAIRMAN.fullmatch(line.bare)
                and (issuer.startswith(NO_CHAIRMAN) or YOUTH in doc.text[: doc.body.start])
            )
            wrong = wrong or (SECRETARY.fullmatch(line.bare) and issuer.startswith(NO_SECRETARY))
            if wrong:
                message = f"Văn bản do {doc.issuer} ban hành: xem lại “{line.bare}”."
                yield self.finding(line.within(), message)

    def check(self, doc: Document) -> Iterator[Finding]:
        issuer = doc.issuer.lower()
        lines = doc.signature.authority if doc.signature else ()
        if doc.frame.cosigner is None and not JOINT.search(doc.number or ""):
            yield from self._of_another(doc, lines)
        if not KNOWN.search(issuer) or any(line.bare.startswith(POWERS) for line in lines) or doc.frame.cosigner:
            return
        own = UNIT.match(issuer)
        for line in lines:
            chair = CHAIR.match(line.bare) if own else None
            if own and chair and chair["unit"].lower() != own["unit"]:
                message = f"Văn bản do {doc.issuer} ban hành: xem lại chức vụ “{chair[0]}”."
                yield self.finding(line.within(0, chair.end()), message)
            match = POST.match(line.bare)
            post = match["post"] if match else ""
            if not match or (post in TOLD and issuer.startswith(ELSEWHERE)):
                continue
            if lines[0].bare.startswith("TM") and post != "GIÁM ĐỐC":  # for a council or a board of its own
                continue
            director = post == "GIÁM ĐỐC"  # the name may begin with that of the body above
            wrong = (
                issuer.startswith(NO_DIRECTOR)
                if director
                else not any(f" {kind} " in f" {issuer} " for kind in OF[post])
            )
            if wrong:
                message = f"Văn bản do {doc.issuer} ban hành: xem lại chức vụ “{post}”."
                yield self.finding(line.within(*match.span("post")), message)
