"""Tên gọi, cấp của chính cơ quan ban hành."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity, Span
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

_COMMITTEE = r"(?:(?:Ủy|Uỷ) ban nhân dân|UBND)"
_NAME = rf"[{CAPITAL}]\w*(?: [{CAPITAL}]\w*)*"
# “Ủy ban nhân dân xã Khánh Sơn”; “thị xã” is no “xã”
OWN = re.compile(rf"(?<!thị )(?<!\w)(?P<unit>xã|phường|thị trấn|huyện|tỉnh) (?P<name>{_NAME})$")
URBAN = re.compile(r"Ủy ban nhân dân (?:thị xã|thành phố|quận) ")
COMMUNES = ("xã", "phường", "thị trấn")
# “Ủy ban nhân dân phường”, “trên địa bàn phường”: the unit without a name is one's own
BARE = Pattern(
    rf"(?P<body>{_COMMITTEE}|HĐND|Hội đồng nhân dân|(?:UBMTTQ|Mặt trận Tổ quốc) Việt Nam|Đảng ủy|Công an|địa bàn) (?P<unit>xã|phường|thị trấn)"
    rf"(?!\w|,? (?:xã|phường|thị trấn|đặc khu)| (?:[{CAPITAL}\d“]|khác|bạn|bên|kiểu|tiêu|vùng|biên|"
    rf"lân|giáp|liền|kề|cũ|điểm|mới|loại|nào)| (?:và|hoặc) (?:xã|phường))",
    hooks=("Ủy ban", "Uỷ ban", "UBND", "HĐND", "Hội đồng", "UBMTTQ", "Mặt trận", "Đảng ủy", "Công an", "địa bàn"),
)
# “Ủy ban nhân dân các xã, phường”: a rural district has communes and towns, no wards
WARDS = Pattern(
    rf"(?:{_COMMITTEE}|(?<=- )[Cc]ác) (?:các )?(?P<units>xã, phường(?!, thị trấn)|phường, xã|phường, thị trấn)(?!\w)",
    needs=("xã, phường", "phường, xã", "phường, thị trấn"),
)
# “các xã, phường, thị trấn”: a town of a province has no town below it
TOWNS = Pattern(rf"{_COMMITTEE} (?:các )?xã, phường(?P<units>, thị trấn)(?!\w)", needs=", thị trấn")
# “Sở Nội vụ là cơ quan thường trực Hội đồng Thi đua - Khen thưởng huyện”: a department is of the province
STANDING = Pattern(
    r"(?P<body>Sở [A-ZĐ]\w*(?: \w+){0,3}?) (?:là |\()?[Cc]ơ quan [Tt]hường trực(?: của)? Hội đồng Thi đua - Khen thưởng (?P<unit>huyện|xã|phường|thị xã)(?!\w)",
    needs="Sở ",
)
# What only a province gives its tasks to, at the head of an item
BELOW = Pattern(
    rf"(?:Giao |Yêu cầu |Đề nghị )?"
    rf"(?P<body>(?:{_COMMITTEE} (?:các |cấp )(?:xã, phường|huyện|xã)(?:, đặc khu)?|Các sở, (?:ban, )?ngành|Các Sở, (?:ban, )?ngành))(?!\w)"
)
# “Trường THPT Quyết Tiến ban hành Kế hoạch …”
ISSUES = Pattern(r" (?:ban hành|xây dựng|phát động|tổ chức|đề ra) (?:[Kk]ế hoạch|phong trào|đợt)")
# “Ủy ban nhân dân tỉnh Tây Lâm phát động phong trào thi đua”
LAUNCHER = Pattern(
    rf"(?P<by>(?:do|của|được|theo|với|và) )?(?:Chủ tịch |Ban Thường vụ )?(?P<organ>{_COMMITTEE}|Liên đoàn Lao động|LĐLĐ|Hội (?:Liên hiệp Phụ nữ|LHPN|Nông dân|"
    rf"Cựu chiến binh)|Công an|Mặt trận Tổ quốc Việt Nam) (?P<unit>tỉnh|huyện|xã|phường) (?P<name>{_NAME})"
    r" (?:tổ chức )?(?:phát động|yêu cầu|đề nghị các|kêu gọi|ban hành Kế hoạch (?:phát động|tổ chức)|xây dựng Kế hoạch (?:phát động|tổ chức)) ",
    hooks=(
        "ân dân ",
        "BND ",
        "Lao động ",
        "LĐLĐ ",
        "Phụ nữ ",
        "LHPN ",
        "Nông dân ",
        "Cựu chiến binh ",
        "Công an ",
        "Tổ quốc Việt Nam ",
    ),
    back=len("được Ban Thường vụ Hội Liên hiệp "),
)
# “Trường Trung học cơ sở Cao Bá Quát” in a plan of the “Trường Trung học phổ thông” of that name
SCHOOLS = {
    "THPT": "Trung học phổ thông", "THCS": "Trung học cơ sở", "TH": "Tiểu học", "MN": "Mầm non",
}  # fmt: skip
_SCHOOL = "(?P<type>Trung học phổ thông|Trung học cơ sở|Tiểu học|Mầm non|THPT|THCS|TH|MN)"
SCHOOL = Pattern(rf"[Tt]rường {_SCHOOL} (?P<name>{_NAME})", hooks=("rường ",), back=1)
# “các thôn” once where all others are “ấp”
VILLAGES = {
    "ấp": Pattern(r"(?<!\w)[ấẤ]p(?!\w)", hooks=("ấp", "Ấp")),
    "thôn": Pattern(r"(?<!ông )(?<!\w)[Tt]hôn(?!\w|, | bản)", hooks=("thôn", "Thôn")),
}
USUAL = 4
"""So often a commune names its villages one way for one other name to be left over from another office's paper."""
HEAD = (
    "ỦY BAN NHÂN DÂN\n{unit}\n\nSố: 05/CT-UBND\n\nKhánh Sơn, ngày 12 tháng 01 năm {year}\n\nCHỈ THỊ\n"
    "Phát động phong trào thi đua năm {year}\n\nI. NỘI DUNG\n\nThi đua.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
)
COMMUNE, DISTRICT = HEAD.format(unit="XÃ KHÁNH SƠN", year=2026), HEAD.format(unit="HUYỆN KHÁNH SƠN", year=2021)
AT_SCHOOL = (
    "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO KHÁNH SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ LÊ LAI\n\nSố: 05/KH-THCSLL\n\nKhánh Sơn, ngày 12 tháng 9 năm 2024\n\n"
    "KẾ HOẠCH\nPhát động phong trào thi đua năm học 2024 - 2025\n\n"
)


class OwnLevel(Rule):
    """Văn bản gọi đúng tên, đúng cấp của chính mình và giao việc cho đơn vị thuộc mình: xã không giao việc cho sở, huyện không có phường.

    Lấy văn bản của nơi khác, cấp khác làm mẫu thì hay sót “Ủy ban nhân dân phường” trong văn bản của xã. Tên có kèm tên riêng của
    nơi khác, dãy “xã, phường, thị trấn” không bị xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu với tên cơ quan ban hành; Luật Tổ chức chính quyền địa phương (huyện có xã, thị trấn; xã không có cấp dưới là Ủy ban nhân dân)"
    apart = ("KẾ HOẠCH\nPhát động thi đua\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n",)
    good = (
        COMMUNE
        + "1. Công an xã, các thôn thực hiện; phối hợp với Ủy ban nhân dân phường Bắc Hà, công an các xã, phường lân cận.\n",
        COMMUNE + "1. Báo cáo Ủy ban nhân dân tỉnh; đề nghị các sở, ngành của tỉnh giúp đỡ; thăm Đảng ủy phường bạn.\n",
        DISTRICT
        + "1. Ủy ban nhân dân các xã, thị trấn tổ chức thực hiện; tuyên truyền trong các xã, phường, thị trấn.\n",
        DISTRICT + "1. Học tập các phường, thị trấn của thành phố bạn.\n",
        COMMUNE.replace("II. TỔ CHỨC THỰC HIỆN", "II. KHEN THƯỞNG") + "1. Khen tập thể xuất sắc.\n",
        COMMUNE + "1. Hưởng ứng phong trào do Ủy ban nhân dân xã Bắc Hà phát động năm 2025.\n",
        DISTRICT.replace("HUYỆN", "TỈNH") + "1. Ủy ban nhân dân các xã, phường tổ chức thực hiện.\n",
        DISTRICT.replace("HUYỆN KHÁNH SƠN", "THÀNH PHỐ HÀ NỘI")
        + "1. Ủy ban nhân dân các xã, phường, thị trấn tổ chức thực hiện.\n",
        DISTRICT + "1. Ủy ban nhân dân các xã, phường, thị trấn tổ chức thực hiện.\n",
        COMMUNE.replace(
            "Thi đua.", "1. Các sở, ngành đã giúp xã.\n\n2. Ủy ban nhân dân xã Khánh Sơn phát động phong trào thi đua."
        )
        + "1. Hưởng ứng phong trào Ủy ban nhân dân tỉnh Tây Lâm phát động năm 2025.\n",
        AT_SCHOOL + "Trường Trung học cơ sở Lê Lai, trường THCS Lê Lai cùng Trường Tiểu học Bắc Hà ra quân.\n",
    )
    bad = (
        COMMUNE
        + "1. Các ấp đăng ký; 12 ấp phát động; Trưởng ấp báo cáo; ấp văn hóa; các [[thôn]] tổng kết; nông thôn mới.\n",
        COMMUNE + "1. Văn phòng tham mưu [[Ủy ban nhân dân phường→Ủy ban nhân dân xã]] khen thưởng.\n",
        COMMUNE + "1. [[Ủy ban nhân dân các xã, phường]] tổ chức thực hiện.\n\n2. [[Các sở, ban, ngành]] phối hợp.\n",
        DISTRICT + "1. [[Ủy ban nhân dân các xã, phường]] tổ chức thực hiện.\n",
        DISTRICT + "1. [[Sở Nội vụ]] là cơ quan thường trực của Hội đồng Thi đua - Khen thưởng huyện theo dõi.\n",
        COMMUNE.replace(
            "Thi đua.", "Chủ tịch Ủy ban nhân dân xã [[Bắc Hà→Khánh Sơn]] phát động phong trào thi đua năm 2026."
        )
        + "1. Các thôn thực hiện.\n",
        COMMUNE + "1. Các thôn thực hiện.\n\nỦy ban nhân dân xã [[Bắc Hà→Khánh Sơn]] yêu cầu các thôn thực hiện.\n",
        DISTRICT.replace("HUYỆN", "THỊ XÃ") + "1. Ủy ban nhân dân các xã, phường[[, thị trấn→]] tổ chức thực hiện.\n",
        AT_SCHOOL.replace("Thi đua.", "Trường Trung học cơ sở [[Lê Lợi→Lê Lai]] xây dựng Kế hoạch như sau:", 1)
        + "Các tổ thực hiện.\n",
        AT_SCHOOL + "Trên đây là Kế hoạch thi đua của Trường [[Tiểu học→Trung học cơ sở]] Lê Lai.\n",
    )

    def applies(self, doc: Document) -> str | None:
        known = OWN.search(doc.issuer) or SCHOOL.search(doc.issuer) or URBAN.search(doc.issuer)
        return super().applies(doc) or (None if known else "tên cơ quan ban hành không cho biết cấp")

    def check(self, doc: Document) -> Iterator[Finding]:
        own, school, end = OWN.search(doc.issuer), SCHOOL.search(doc.issuer), doc.frame.end
        if own:
            yield from self._unit(doc, own)
        if school:
            yield from self._school(doc, school)
        if doc.level == "district" and URBAN.search(doc.issuer):
            for match in TOWNS.finditer(doc.text, doc.body.start, end):
                message = "Thị xã, thành phố thuộc tỉnh, quận có xã, phường, không có thị trấn."
                yield self.finding(match.span("units"), message, "")

    def _unit(self, doc: Document, own: re.Match[str]) -> Iterator[Finding]:
        """What the committee of a commune, district or province says of its own unit."""
        body = (doc.text, doc.body.start, doc.frame.end)
        if own["unit"] in COMMUNES:
            for match in BARE.finditer(*body):
                if match["unit"] != own["unit"]:
                    message = f"Văn bản do {doc.issuer} ban hành: xem lại “{match[0]}”."
                    yield self.finding(match.span(), message, f"{match['body']} {own['unit']}")
            yield from self._tasks(doc)
            yield from self._villages(doc)
        for match in STANDING.finditer(*body):
            message = f"Cơ quan thường trực của Hội đồng cấp {match['unit']} không phải là {match['body']}."
            yield self.finding(match.span("body"), message)
        if own["unit"] == "huyện" and not doc.two_tier:
            for match in WARDS.finditer(*body):
                yield self.finding(match.span(), f"Huyện có xã, thị trấn, không có phường: xem lại “{match[0]}”.")
        for match in LAUNCHER.finditer(*body):
            another = match["unit"] == own["unit"] and match["name"].lower() != own["name"].lower()
            mine = (
                match["organ"].lower() in ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd")
                or match["organ"].lower() in doc.issuer.lower()
            )
            if another and mine and not match["by"]:
                yield self.finding(match.span("name"), f"Văn bản này do {doc.issuer} ban hành.", own["name"])

    def _school(self, doc: Document, school: re.Match[str]) -> Iterator[Finding]:
        """A school of that name that is of another kind."""
        for match in SCHOOL.finditer(doc.text, doc.body.start, doc.frame.end):
            if match["name"].lower() == school["name"].lower() and _type(match) != _type(school):
                yield self.finding(match.span("type"), f"Cơ quan ban hành là {doc.issuer}.", _type(school))
            another = match["name"].lower() != school["name"].lower() and _type(match) == _type(school)
            if another and match.end() < doc.preface.end and ISSUES.match(doc.text, match.end()):
                yield self.finding(match.span("name"), f"Văn bản này do {doc.issuer} ban hành.", school["name"])

    def _villages(self, doc: Document) -> Iterator[Finding]:
        places = {name: [m.span() for m in p.finditer(doc.text, *doc.body)] for name, p in VILLAGES.items()}
        for name, other in (("ấp", "thôn"), ("thôn", "ấp")):
            if len(places[name]) >= USUAL and len(places[other]) == 1:
                span = Span(*places[other][0])
                message = f"Chỗ khác trong văn bản là “{name}”: xem lại “{doc.text[slice(*span)]}”."
                yield self.finding(span, message, severity=Severity.STYLE)

    def _tasks(self, doc: Document) -> Iterator[Finding]:
        part = doc.section("implementation")
        starts = [m.text_at for m in doc.markers if part and part.span.start < m.span.start < part.span.end]
        for at in starts:
            match = BELOW.match(doc.text, at)
            if match:
                message = f"Cấp xã không giao việc cho “{match['body']}”."
                yield self.finding(Span(*match.span("body")), message)


def _type(match: re.Match[str]) -> str:
    return SCHOOLS.get(match["type"], match["type"])
