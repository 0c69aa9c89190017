"""A text that lost its line breaks (one line a page, as some programs copy a PDF) gets them back where they are plain.

A blank before a heading, an item, a piece of the header or of the signature becomes a line break, so every place stays.
"""

from __future__ import annotations

from checks.letters import CAPITAL, SMALL
from checks.patterns import Pattern

CROWDED = 500
"""Characters a line, on average: no text with its paragraphs in place comes near."""
SHORTEST = 900
HEAD, SUBJECT = 900, 500
"""How far from its beginning a text has its header, and how far from the kind its subject may go."""
_C, _S = f"[{CAPITAL}]", f"[{SMALL}]"
_POST = r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|THỦ TƯỚNG)"
_KIND = r"(?:CHỈ THỊ|KẾ HOẠCH|BÁO CÁO|TỜ TRÌNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|LỜI KÊU GỌI|PHÁT ĐỘNG|CÔNG ĐIỆN)"
_ROLE = (
    r"(?:Mục đích|Mục tiêu|Yêu cầu|Chỉ tiêu(?: chủ yếu| thi đua)?|Nội dung(?: thi đua)?|Thời gian(?: thi đua| thực hiện)?|Đối tượng|Phạm vi|"
    r"Khen thưởng|Tổ chức thực hiện)"
)
IN_HEAD = Pattern(
    rf" (?=CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|CÔNG AN (?:TỈNH|THÀNH|HUYỆN|XÃ|PHƯỜNG) |"
    rf"Độc lập [-–] Tự do|Số ?: ?\d* ?/|(?P<place>{_C}\w*(?: {_C}\w*){{0,4}}), ngày \d|(?P<kind>{_KIND}) (?:{_C}|v)|Kính gửi|V/v )"
)
OPENS = Pattern(
    r" (?=(?:[-–] ?)?(?:Căn cứ|Thực hiện (?:Kế hoạch|Chỉ thị|Công văn|Nghị quyết|Quyết định|Hướng dẫn|sự chỉ đạo|chương trình|nhiệm vụ)|"
    r"Năm (?:học )?\d{4}[ ,]|Thiết thực|Hưởng ứng|Nhân dịp|Hòa (?:chung|trong)|Trên cơ sở|Chủ tịch Ủy ban|Ủy ban nhân dân|Tiếp tục|"
    r"Để (?:tiếp|phát|góp|thực)|Phát huy|Nhằm|Trong năm|"
    r"Thời gian qua) |I ?[./–-] ?[" + CAPITAL + r"])"
)
# Else a subject ends with its year, its quoted name or its dates: “… năm 2026 Sáng ngày …”
SUBJECT_ENDS = Pattern(rf"(?:20\d\d|[”\")]) (?={_C}{_S}* )")
IN_BODY = (
    Pattern(rf" (?=[IVX]{{1,4}}\. {_C}{{2}})"),
    Pattern(rf"(?<=[.;:)]) (?=[IVX]{{1,4}} ?[/–-] {_C})"),
    # “I. MỤC TIÊU Phấn đấu …”: the heading ends where small letters begin
    Pattern(rf"(?<=[{CAPITAL}]{{2}}) (?={_C}{_S}+ {_S})"),
    Pattern(rf"(?<=[.;:{CAPITAL}]) (?=\d{{1,2}}\.(?:\d{{1,2}}\.)? {_C})"),
    Pattern(rf"(?<=[.;:]) (?=[a-zđ]\) {_C})"),
    Pattern(rf"(?<=[.;:)/]) (?=[-–+] ?{_C})"),
    Pattern(rf"(?<=\d\. ){_ROLE}(?P<gap> )(?={_C}|\d\.|[-–+] )"),
    Pattern(r"(?<=[;,.]) (?=(?:Căn cứ|Thực hiện|Triển khai|Xét đề nghị|Theo đề nghị|Điều \d{1,2}\.) )"),
    Pattern(r" (?=Nơi nhận ?:)"),
)
IN_TAIL = (
    Pattern(rf" (?=(?:TM|KT|TL|TUQ|Q)\. {_C}{{2}})"),
    Pattern(rf"(?<!KT\.)(?<!TL\.)(?<!Q\.) (?={_POST}(?: |$))"),
    Pattern(rf"(?<=[{CAPITAL}]{{2}}) (?={_C}{_S}+ {_C}{_S})"),
)


def parted(text: str) -> str:
    """``text`` with a line for each part, as long as before; the same text where its lines are in place."""
    lines = sum(1 for line in text.split("\n") if line.strip())
    if len(text) < SHORTEST or len(text) < CROWDED * lines:
        return text
    breaks: set[int] = set()
    kind = 0
    inside = 0
    for match in IN_HEAD.finditer(text, 0, HEAD):
        if match.start() >= inside:  # “Lũng Châu, ngày” is one place
            breaks.add(match.start())
            inside = max(inside, match.end("place"))
            kind = max(kind, match.end("kind"))
    if not kind:
        return text  # a paragraph, not a document
    opens = OPENS.search(text, kind, kind + SUBJECT) or SUBJECT_ENDS.search(text, kind, kind + SUBJECT)
    if opens is None:
        return text  # where the subject ends nobody can tell
    start = opens.end() - 1
    tail = text.find("Nơi nhận", start)
    tail = len(text) if tail < 0 else tail
    breaks.add(start)
    for pattern in IN_BODY:
        breaks |= {m.start("gap") if "gap" in m.groupdict() else m.start() for m in pattern.finditer(text, start)}
    for pattern in IN_TAIL:
        breaks |= {m.start() for m in pattern.finditer(text, tail)}
    return "".join("\n" if i in breaks and mark == " " else mark for i, mark in enumerate(text))
