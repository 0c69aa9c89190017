"""Quyền hạn, chức vụ và họ tên người ký."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.parsing.foot import Signature
from checks.parsing.lines import Line, is_caps
from checks.patterns import Pattern
from checks.rule import Rule
from checks.tables import words

DEPUTY = Pattern(r"PHÓ |THỨ TRƯỞNG")
HEAD_POST = Pattern(
    r"(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHỈ HUY TRƯỞNG|TƯ LỆNH|CHÍNH TRỊ VIÊN|CHÍNH ỦY)"
)
# “TM ỦY BAN”, “KT CHỦ TỊCH” without the point; “KT.CHỦ TỊCH” without the space; not “QUYỀN GIÁM ĐỐC”
FORM = Pattern(r"(?P<form>TM|KT|TL|TUQ|Q)(?P<point>\.?)(?P<gap>\s*)(?<=[.\s])(?=[" + CAPITAL + r"]{2})")
PARTY_FORM = Pattern(r"(?P<form>[TK])/(?P<rest>[MTL])\b\.?")
# “TM/BAN THƯỜNG VỤ”
SLASHED = Pattern(r"(?P<form>TM|KT|TL|TUQ)(?P<slash> ?/ ?)(?=[" + CAPITAL + r"]{2})")
# “TM. BAN THƯỜNG VỤ”, “KT TRƯỞNG BAN” where the Party's own form is “T/M”, “K/T”
NO_SLASH = Pattern(r"(?P<form>[TK])(?P<rest>[MTL])(?P<point>\.? ?|/)(?=[" + CAPITAL + r"]{2})")
# A deputy signs with these, in the line of the post or above it
INSTEAD = Pattern(r"\bKT\b")
FOR_SOMEBODY = Pattern(r"\b(?:KT|TUQ|TL)\b|K/T|T/L|TRƯỞNG BAN|CHỦ TỊCH HỘI ĐỒNG")
# What the head of a body is called: no school has a director, no hospital a headmaster
HEADS = {
    "trường": "HIỆU TRƯỞNG",
    "bệnh viện": "GIÁM ĐỐC",
    "trung tâm": "GIÁM ĐỐC",
    "sở": "GIÁM ĐỐC",
    "phòng": "TRƯỞNG PHÒNG",
    "tòa án": "CHÁNH ÁN",
    "toà án": "CHÁNH ÁN",
    "viện kiểm sát": "VIỆN TRƯỞNG",
}
POST = Pattern(r"(?:PHÓ )?(?P<post>HIỆU TRƯỞNG|GIÁM ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG)")
# “TM. CHỦ TỊCH”: one acts for a body, not for a person
PERSONAL = Pattern(
    r"TM\.? ?(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BỘ TRƯỞNG|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG)(?! HỘI ĐỒNG)"
)
# Of bodies that one person heads nobody signs for a board: “TM. BAN GIÁM HIỆU”
BOARD = Pattern(r"TM\.? ?(?P<body>BAN (?:TỔNG )?GIÁM ĐỐC|BAN GIÁM HIỆU|(?:BAN )?LÃNH ĐẠO)(?!\w)")
# For the committee its chairman signs; the head of its office signs on his order
COMMITTEE_FOR = Pattern(r"TM\. ?(?:[UỦ][ỶY] BAN NHÂN DÂN|UBND)(?!.*CHỦ TỊCH)")
DEGREE = Pattern(
    r"(?:(?:GS|PGS|TS|ThS|Th\.S|BS|CKI|CKII|KS|CN|NGƯT|NGND|(?:Phó )?[Gg]iáo sư|Tiến s[ĩỹ]|Thạc s[ĩỹ]|Cử nhân)\b\.?,? ?)+"
)
SURNAMES = words(
    "NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH TRỊNH ĐOÀN LƯƠNG MAI TRƯƠNG LÂM PHÙNG NÔNG VI "
    "HÀ CAO CHU TÔ TẠ QUÁCH LA TRIỆU LƯU HỨA THÁI KIỀU TÒNG LÒ QUÀNG GIÀNG VÀNG SÙNG MÙA THÀO"
)
HEADMASTER = "HIỆU TRƯỞNG"
SCHOOL = Pattern(r"[Tt]rường|[Đđ]ại [Hh]ọc|[Cc]ao đẳng|TIỂU HỌC|[Mm]ầm [Nn]on|THCS|THPT|PTDT")
FOR_ANOTHER = ("TL", "TUQ")
"""Signs for whose power is used on order."""
POSTS = 2
"""Whose power is used, and the post of who signs."""
COUNCIL = ("province", "district", "commune")
"""People's committees; armed forces, schools, hospitals and institutes may print ranks and degrees."""
# A standing committee that decides together is signed for by any of its deputies
COLLECTIVE = Pattern(r"TM\. ?(?:BAN THƯỜNG TRỰC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BTV|BCH|ĐOÀN CHỦ TỊCH|THƯỜNG TRỰC)")
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nCác thôn thực hiện./.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\n"
PARTY = (
    "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
    "về phát động phong trào thi đua năm 2026\n\nCác chi bộ thực hiện.\n\nNơi nhận:\n- Các chi bộ,\n- Lưu VPĐU.\n\n"
)
JOINT = "KẾ HOẠCH\nPhối hợp tổ chức phong trào thi đua năm 2026\n\nCác đơn vị thực hiện./.\n\n"
JOINT_END = "\nNơi nhận:\n- Các đơn vị;\n- Lưu: VT.\n"
COMMITTEE = "ỦY BAN NHÂN DÂN\nTỈNH SƠN THỦY\n\nSố: 12/KH-UBND\n\n"


class SignatureBlock(Rule):
    """Phần ký ghi đúng quyền hạn và chức vụ: cấp phó ký thay có “KT.” ở dòng trên, “TM.”, “KT.”, “TL.”, “TUQ.”, “Q.” có dấu chấm.

    Chủ tịch ký chỉ thị không cần “TM.”. “T/M”, “K/T” là cách ghi của văn bản Đảng. Trường do hiệu trưởng ký, bệnh viện do giám đốc.
    Chưa có họ tên người ký là việc
    còn để trống của dự thảo.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, phần I, mục II khoản 7; văn bản Đảng: Hướng dẫn 36-HD/VPTW, từ 27/5/2026 Hướng dẫn 05-HD/VPTW"
    apart = (
        "ĐOÀN TNCS HỒ CHÍ MINH\nBCH XÃ AN PHÚ TÂY\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\n"
        "Phát động phong trào thi đua năm 2026\n\nCác chi đoàn thực hiện./.\n\nNơi nhận:\n- Các chi đoàn;\n- Lưu VP.\n\nBÍ THƯ\n\nTrần Văn Minh\n",
        "KẾ HOẠCH\nPhát động thi đua\n(Kèm theo Quyết định số 41/QĐ-SNV ngày 31 tháng 01 năm 2026)\n\nI. MỤC ĐÍCH\n\nCác phòng thực hiện./.\n",
    )
    good = (
        HEAD.partition("\n\nNơi nhận:")[0],
        JOINT
        + "TM. BỘ CHỈ HUY QUÂN SỰ TỈNH\nCHÍNH ỦY\n\nĐại tá Lê Văn Phương\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nTrần Thị Hà\n"
        + JOINT_END,
        PARTY + "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nTrần Văn Minh\n",
        PARTY + "BÍ THƯ\n\nTrần Văn Minh\n",
        "TRƯỜNG CAO ĐẲNG Y TẾ HÀ KHÊ\n\nSố: 12/KH-CĐYT\n\n"
        + HEAD
        + "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\nTS. Lê Thị Hoa\n",
        "ỦY BAN ĐOÀN KẾT CÔNG GIÁO TỈNH HÀ KHÊ\n\nSố: 12/KH-UBĐKCG\n\n"
        + HEAD
        + "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\n\nLinh mục Giuse Trần Văn Minh\n",
        "BỆNH VIỆN QUÂN Y 16\n\nSố: 12/KH-BV\n\n" + HEAD + "GIÁM ĐỐC\n\nĐại tá, BSCKII. Trần Văn Minh\n",
        HEAD + "CHỦ TỊCH\n\nTrần Văn Minh\n",
        HEAD + "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n",
        HEAD + "KT. CHỦ TỊCH\n\nPhó Chủ tịch\n\n(Đã ký)\n\nLê Thị Hoa\n",
        HEAD + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n",
        HEAD + "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Thị Hoa\n",
        HEAD + "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nLê Thị Hoa\n",
        HEAD.replace("\n- Lưu", " - Các xã; - Lưu").replace(":\n- ", ": - ")
        + "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH     Trần Văn Minh\n",
        HEAD + "Q. CHỦ TỊCH\n\nLê Thị Hoa\n",
        HEAD + "TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n",
        COMMITTEE + HEAD + "TL. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n\nLê Thị Hoa\n",
        HEAD + "TRƯỞNG THUẾ TỈNH\n\nTrần Văn Minh\n",
        HEAD + "QUYỀN GIÁM ĐỐC\n\nTrần Văn Minh\n",
        HEAD + "KT. HẢI ĐỘI TRƯỞNG\nHẢI ĐỘI PHÓ\n\nThiếu tá Trần Văn Minh\n",
        HEAD + "PHỤ TRÁCH ĐÀI\n\nTrần Văn Minh\n",
        HEAD + "KT. CHI CỤC TRƯỞNG\nPHÓ CHI CỤC TRƯỞNG\n\nLê Thị Hoa\n",
        "ĐOÀN LUẬT SƯ TỈNH HÀ KHÊ\n\nSố: 12/KH-ĐLS\n\n" + HEAD + "CHỦ NHIỆM\n\nLuật sư Trần Văn Minh\n",
        "BỆNH VIỆN ĐA KHOA HÀ KHÊ\n\nSố: 12/KH-BV\n\n" + HEAD + "GIÁM ĐỐC\n\nBSCKII. Lê Thị Hoa\n",
    )
    bad = (
        HEAD + "CHỦ TỊCH[[.→]]\n\nTrần Văn Minh\n",
        JOINT
        + "[[TM. BỘ CHỈ HUY QUÂN SỰ TỈNH]]\n\nĐại tá Lê Văn Phương\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nTrần Thị Hà\n"
        + JOINT_END,
        JOINT
        + "TM. BỘ CHỈ HUY QUÂN SỰ TỈNH\nCHÍNH ỦY\n\nĐại tá Lê Văn Phương\n\n[[KT→KT.]] CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Hà\n"
        + JOINT_END,
        "QUỸ HỖ TRỢ PHÁT TRIỂN HỢP TÁC XÃ\n\nSố: 12/KH-QHT\n\n" + HEAD + "[[HIỆU TRƯỞNG]]\n\nTrần Văn Minh\n",
        PARTY + "T/M BAN THƯỜNG VỤ\n[[BÍ THƯ]]\n",
        PARTY + "[[TM. →T/M ]]BAN THƯỜNG VỤ\nBÍ THƯ\n\nTrần Văn Minh\n",
        PARTY + "[[KT →K/T ]]TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nTrần Văn Minh\n",
        HEAD + "TM[[/→. ]]BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nTrần Văn Minh\n",
        "TRƯỜNG CAO ĐẲNG Y TẾ HÀ KHÊ\n\nSố: 12/KH-CĐYT\n\n" + HEAD + "[[GIÁM ĐỐC→HIỆU TRƯỞNG]]\n\nTS. Lê Thị Hoa\n",
        HEAD + "[[PHÓ CHỦ TỊCH]]\n\nLê Thị Hoa\n",
        HEAD + "[[KT. CHỦ TỊCH]]\n\nLê Thị Hoa\n",
        HEAD + "[[KT. CHỈ HUY TRƯỞNG]]\n\nĐại tá Trần Văn Minh\n",
        HEAD + "[[KT→KT.]] CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n",
        HEAD + "[[T/M→TM.]] ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Minh\n",
        HEAD + "[[CHỦ TỊCH]]\n",
        HEAD + "[[TRƯỞNG TRẠM]]\n",
        HEAD + "[[TM. CHỦ TỊCH]]\n\nTrần Văn Minh\n",
        HEAD + "[[TM. BAN GIÁM HIỆU]]\nHIỆU TRƯỞNG\n\nTrần Văn Minh\n",
        HEAD + "TM. ỦY BAN NHÂN DÂN\n[[CHÁNH VĂN PHÒNG]]\n\nTrần Văn Minh\n",
        HEAD + "[[TM. ỦY BAN NHÂN DÂN]]\n\nTrần Văn Minh\n",
        HEAD + "[[TL. CHỦ TỊCH]]\n\nTrần Văn Minh\n",
        HEAD + "[[TL. GIÁM ĐỐC]]\nPHÓ GIÁM ĐỐC\n\nTrần Văn Minh\n",
        HEAD + "CHỦ TỊCH\n\n[[TRẦN VĂN MINH→Trần Văn Minh]]\n",
        COMMITTEE + HEAD + "CHỦ TỊCH\n\n[[TS. →]]Trần Văn Minh\n",
        COMMITTEE + HEAD + "CHỦ TỊCH\n\n[[Thạc sĩ →]]Trần Văn Minh\n",
        COMMITTEE + HEAD + "[[GIÁM ĐỐC]]\n\nTrần Văn Minh\n",
        HEAD.replace("Nơi nhận:", "[[Nơi nhận:]]"),
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside is None and doc.own_form and not (doc.party and doc.signature):
            return "văn bản của đoàn thể ký theo quy định riêng"
        if outside is None and doc.enclosed and doc.signature is None:
            return "văn bản kèm theo văn bản khác, văn bản ấy có phần ký"
        if outside is None and doc.of_parties:
            return "bản giao ước do các bên cùng ký"
        if outside is None and doc.open_ended:
            return "văn bản không có phần cuối (nơi nhận, chữ ký)"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        signature = doc.signature
        if signature is None:
            head = doc.frame.recipients_head
            if doc.kind and head:  # where both are missing, recipients tells it
                yield self.finding(head.span, "Văn bản chưa có phần ký (chức vụ, họ và tên người ký).")
            return
        if doc.party:
            yield from self._of_the_party(signature)
            yield from self._name(doc, signature)
            return
        for one in (signature, doc.frame.cosigner):
            if one is not None:
                yield from self._powers(one)
        if doc.frame.cosigner is None:
            yield from self._post(doc, signature)
        else:
            for one in (signature, doc.frame.cosigner):
                yield from self._unposted(one)
        yield from self._name(doc, signature)

    def _powers(self, signature: Signature) -> Iterator[Finding]:
        """“TM.”, “KT.”, “TL.” have their point, and whose post is told is who signs."""
        lines = signature.authority
        for i, line in enumerate(lines):
            party = PARTY_FORM.match(line.bare)
            if party:
                yield self.finding(
                    line.within(*party.span()),
                    "“T/M”, “K/T” là cách ghi của văn bản Đảng; văn bản hành chính ghi “TM.”, “KT.”.",
                    f"{party['form']}{party['rest']}.",
                    safe=True,
                )
            else:
                yield from self._points(line)
                yield from self._deputies(lines, i)

    def _points(self, line: Line) -> Iterator[Finding]:
        """One point and a blank behind “TM”, “KT”, “TL”; none behind a post."""
        at = line.within().start
        if line.bare.endswith(".") and HEAD_POST.search(line.bare) and is_caps(line.bare):
            end = at + len(line.bare)
            yield self.finding(
                (end - 1, end), "Sau chức vụ ở phần ký không có dấu chấm.", "", safe=True, severity=Severity.WARNING
            )
        slashed = SLASHED.match(line.bare)
        if slashed:
            span = (at + slashed.start("slash"), at + slashed.end("slash"))
            yield self.finding(span, f"Sau “{slashed['form']}” là dấu chấm.", ". ", safe=True)
        form = FORM.match(line.bare)
        if form and not form["point"]:
            yield self.finding(
                (at, at + form.end("point")), f"Thiếu dấu chấm sau “{form['form']}”.", f"{form['form']}.", safe=True
            )
        elif form and not form["gap"]:
            gap = at + form.end("point")
            yield self.finding(
                (gap, gap), f"Sau “{form['form']}.” có khoảng trống.", " ", safe=True, severity=Severity.STYLE
            )

    def _deputies(self, lines: Sequence[Line], i: int) -> Iterator[Finding]:
        """A deputy signs below “KT.” and the post of the head, and below “KT.” a deputy signs."""
        line, before = lines[i], " ".join(line.bare for line in lines[:i])
        deputy, form = DEPUTY.search(line.bare), FORM.match(line.bare)
        if deputy and not (INSTEAD.search(line.bare) or FOR_SOMEBODY.search(before) or COLLECTIVE.match(before)):
            yield self.finding(line.span, "Cấp phó ký thay phải có dòng “KT.” và chức vụ người đứng đầu ở trên.")
        of_the_head = form and form["form"] == "KT" and HEAD_POST.search(line.bare) and not deputy
        if of_the_head and not any(DEPUTY.search(below.bare) for below in lines[i + 1 :]):
            yield self.finding(line.span, "Dưới dòng “KT.” phải ghi chức vụ của cấp phó ký thay.")

    def _unposted(self, signature: Signature) -> Iterator[Finding]:
        """Of two who sign, each tells a post below “TM.”."""
        last = signature.authority[-1]
        form = FORM.match(last.bare)
        if form and form["form"] in ("TM", "TL", "TUQ") and signature.name and not HEAD_POST.search(last.bare):
            yield self.finding(last.span, f"Dưới dòng “{form['form']}.” phải ghi chức vụ của người ký.")

    def _of_the_party(self, signature: Signature) -> Iterator[Finding]:
        for line in signature.authority:
            form = NO_SLASH.match(line.bare)
            if form:
                right = f"{form['form']}/{form['rest']}"
                message = f"Văn bản Đảng ghi “{right}”, không ghi “{form[0].strip()}”."
                yield self.finding(line.within(0, form.end()), message, f"{right} ", severity=Severity.WARNING)

    def _post(self, doc: Document, signature: Signature) -> Iterator[Finding]:
        """The post of who signs stands there, and is one that heads this body."""
        lines = [line for line in signature.authority if not _shouted(line.bare)]
        yield from self._whose_power(signature, lines)
        body = next((body for body in HEADS if (doc.issuer or "").lower().startswith(f"{body} ")), "")
        if body:
            yield from self._head_of(body, lines)
        elif doc.issuer and not SCHOOL.search(doc.issuer):
            yield from self._headmaster(doc.issuer, lines)
        posts = " ".join(line.bare for line in lines)
        signed_for = any(FORM.match(line.bare) for line in lines)
        if lines and _of_a_committee(doc) and "CHỦ TỊCH" not in posts and not signed_for:
            message = f"Văn bản của {doc.issuer} do Chủ tịch, Phó Chủ tịch ký, hoặc người khác ký có “TL.”, “TUQ.”."
            yield self.finding(lines[0].span, message, severity=Severity.WARNING)

    def _whose_power(self, signature: Signature, lines: list[Line]) -> Iterator[Finding]:
        """“TM.”, “TL.”, “TUQ.” name whose power is used; the post of who signs stands below."""
        for i, line in enumerate(lines):
            form = FORM.match(line.bare)
            used = form["form"] if form else ""
            board = BOARD.match(line.bare)
            below = lines[i + 1].bare if i + 1 < len(lines) else ""
            if board:
                message = f"Cơ quan, đơn vị làm việc theo chế độ thủ trưởng do người đứng đầu ký, không ký thay mặt {board['body'].capitalize()}."
                yield self.finding(line.span, message, severity=Severity.WARNING)
            elif COMMITTEE_FOR.match(line.bare) and below and "CHỦ TỊCH" not in below and not FORM.match(below):
                message = "Thay mặt Ủy ban nhân dân chỉ có Chủ tịch, Phó Chủ tịch ký; người khác ký thừa lệnh: “TL. CHỦ TỊCH”."
                yield self.finding(lines[i + 1].span, message, severity=Severity.WARNING)
            elif PERSONAL.match(line.bare):
                message = "“TM.” chỉ đứng trước tên tập thể; người đứng đầu ký thì ghi chức vụ, không có “TM.”."
                yield self.finding(line.span, message)
            elif used in FOR_ANOTHER and _own_deputy(lines[i:]):
                message = (
                    f"Cấp phó ký thay người đứng đầu ghi “KT.”; “{used}.” dùng cho người đứng đầu đơn vị bên dưới."
                )
                yield self.finding(line.span, message)
            elif used == "TM" and HEAD_POST.search(line.bare):
                continue  # “TM. ỦY BAN NHÂN DÂN CHỦ TỊCH”, as a web page joins them
            elif used in (*FOR_ANOTHER, "TM") and i == len(lines) - 1 and signature.name:
                yield self.finding(line.span, f"Dưới dòng “{used}.” phải ghi chức vụ của người ký.")

    def _head_of(self, body: str, lines: list[Line]) -> Iterator[Finding]:
        """Who heads such a body has another title, unless somebody of another body signs on order."""
        if any((form := FORM.match(line.bare)) and form["form"] != "KT" for line in lines):
            return
        for line in lines:
            post = POST.search(line.bare)
            if post and post["post"] != HEADS[body]:
                message = f"Người đứng đầu {body} là {HEADS[body].lower()}."
                span = line.within(*post.span("post"))
                yield self.finding(span, message, HEADS[body], severity=Severity.WARNING)

    def _headmaster(self, issuer: str, lines: list[Line]) -> Iterator[Finding]:
        for line in lines:
            at = line.bare.find(HEADMASTER)
            if at >= 0:
                message = f"Hiệu trưởng đứng đầu một trường, không phải {issuer}."
                yield self.finding(line.within(at, at + len(HEADMASTER)), message, severity=Severity.WARNING)

    def _name(self, doc: Document, signature: Signature) -> Iterator[Finding]:
        last = signature.authority[-1] if signature.authority else None
        if not signature.name and last is not None and _shouted(last.bare):
            at = last.span.start + last.text.find(last.bare)
            right = last.bare.title()
            message = f"Họ và tên người ký viết chữ thường, hoa chữ đầu: “{right}”."
            yield self.finding((at, at + len(last.bare)), message, right, severity=Severity.WARNING)
        elif not signature.name and last is not None:
            yield self.finding(last.span, "Phần ký chưa ghi họ và tên người ký.", severity=Severity.WARNING)
        title = DEGREE.match(signature.name)
        if title and signature.name_span and _of_a_committee(doc):
            at = doc.text.find(title[0], *signature.name_span)
            message = f"Trước họ tên người ký không ghi học hàm, học vị, danh hiệu (“{title[0].strip()}”)."
            yield self.finding((at, at + len(title[0])), message, "")


def _of_a_committee(doc: Document) -> bool:
    return doc.level in COUNCIL and (doc.number or "").endswith("-UBND")


def _own_deputy(lines: list[Line]) -> bool:
    """“TL. GIÁM ĐỐC” above “PHÓ GIÁM ĐỐC”: the deputy of whose power is used."""
    whose = lines[0].bare.partition(".")[2].strip()
    return len(lines) == POSTS and bool(whose) and lines[1].bare == f"PHÓ {whose}"


def _shouted(bare: str) -> bool:
    """Is it a person's name in capitals?"""
    parts = bare.split()
    return 2 <= len(parts) <= 5 and parts[0] in SURNAMES and all(word.isalpha() for word in parts)
