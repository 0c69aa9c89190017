"""Tên cơ quan khác còn sót trong văn bản."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts import own_places
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

_NAMES = (
    "Nội vụ|Tài chính|Tư pháp|Y tế|Xây dựng|Công Thương|Ngoại vụ|Giáo dục và Đào tạo|Khoa học và Công nghệ|Nông nghiệp và Môi trường|"
    "Văn hóa, Thể thao và Du lịch|Dân tộc và Tôn giáo|Du lịch|Văn hóa và Thể thao"
)
OWN = re.compile(rf"Sở (?P<name>{_NAMES})(?!\w)")
# “Công đoàn cơ sở và Đoàn Thanh niên Sở Nội vụ”: what a department has of its own
INNER = Pattern(
    rf"(?:Công đoàn(?: cơ sở)?|Đoàn (?:Thanh niên|TNCS Hồ Chí Minh|cơ sở)|Chi đoàn|Hội Cựu chiến binh|Ban Chấp hành|Ban Giám đốc|Lãnh đạo|"
    rf"Hội đồng Thi đua - Khen thưởng|Đảng ủy|Chi bộ|thuộc) (?P<body>Sở (?P<name>{_NAMES}))(?!\w)",
    needs="Sở ",
)
# “Bộ Tư lệnh Quân khu 3” in a paper whose own head says “QUÂN KHU 4”
REGION = Pattern(r"Quân khu (?P<n>[1-9])(?!\d)", needs="Quân khu ")
HEAD_REGION = re.compile(r"QUÂN KHU (?P<n>[1-9])(?!\d)")
BESIDE = Pattern(r"(?:hiệp đồng|giáp ranh|phối hợp|địa bàn|các Quân khu|kết nghĩa|tham quan|nguyên)[^.;\n]{0,60}$")
# “Kế hoạch số 41/KH-SYT … của Sở Y tế tỉnh Hà Khê” where the head says “SỞ Y TẾ TỈNH SƠN LĨNH”
ABOVE = re.compile(rf"(?P<body>[{CAPITAL}][{CAPITAL} ,-]*?) (?:TỈNH|THÀNH PHỐ) (?P<place>[{CAPITAL}][{CAPITAL} -]+)")
TITLE = "\n\nSố: 18/KH-X\n\nHà Khê, ngày 20 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"


class AnotherOffice(Rule):
    """Văn bản nói về cơ quan mình, nơi mình, không còn tên khác sót lại: Công đoàn của sở mình, sở của tỉnh mình, xã, trường của mình.

    Lấy văn bản của nơi khác làm mẫu thì hay sót “Đoàn Thanh niên Sở Nội vụ” trong kế hoạch của Sở Tài chính, “Quân khu 3” trong văn bản của
    đơn vị thuộc Quân khu 4, “Ủy ban nhân dân xã”, “trường” mang tên khác với phần đầu. Nơi được nói tới vì giáp ranh, kết nghĩa, sáp nhập
    hoặc được nhắc nhiều lần không bị xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu với tên cơ quan ở phần đầu văn bản"
    apart = ("BAN CHỈ ĐẠO PHONG TRÀO" + TITLE + "Các thôn thực hiện.\n",)
    good = (
        "ỦY BAN NHÂN DÂN\nXÃ HÀ KHÊ"
        + TITLE
        + "Công an xã Hà Khê, Công an xã Bắc Sơn giáp ranh; kết nghĩa với Đảng ủy xã Tây Lâm; Nhân dân xã Hà "
        "Khê Thượng nhập từ trước. Sở Y tế tỉnh Sơn Lĩnh. Ủy ban nhân dân xã Đông Hà, Ủy ban nhân dân xã Đông Hà.\n",
        "ỦY BAN NHÂN DÂN TỈNH HÀ KHÊ\nSỞ CÔNG THƯƠNG"
        + TITLE
        + "Giao Sở Nội vụ theo dõi; Công đoàn Sở Công Thương phối hợp.\n",
        "QUÂN KHU 4\nBỘ CHỈ HUY QUÂN SỰ TỈNH HÀ KHÊ"
        + TITLE
        + "Báo cáo Quân khu 4; hiệp đồng với Quân khu 3 khi giáp ranh.\n",
        "SỞ Y TẾ TỈNH HÀ KHÊ\nBỆNH VIỆN ĐA KHOA"
        + TITLE
        + "Thực hiện Kế hoạch của Sở Y tế tỉnh Hà Khê; thăm Sở Y tế tỉnh Sơn Lĩnh.\n",
    )
    bad = (
        "ỦY BAN NHÂN DÂN\nXÃ HÀ KHÊ"
        + TITLE
        + "Xây dựng xã [[Hà Lâm→Hà Khê]] văn minh. Trên đây là Kế hoạch của Ủy ban nhân dân xã [[Hà Kha→Hà Khê]].\n",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ KHÊ\nTRƯỜNG THPT LÊ LAI"
        + TITLE
        + "Phản ánh về Ban Giám hiệu trường THPT [[Lê Lợi→Lê Lai]].\n",
        "ỦY BAN NHÂN DÂN TỈNH HÀ KHÊ\nSỞ NỘI VỤ" + TITLE + "Phản ánh về Sở Nội vụ tỉnh [[Hà Lâm→Hà Khê]].\n",
        "ỦY BAN NHÂN DÂN TỈNH HÀ KHÊ\nSỞ CÔNG THƯƠNG"
        + TITLE
        + "Công đoàn cơ sở, Đoàn Thanh niên [[Sở Nội vụ→Sở Công Thương]] phối hợp.\n",
        "QUÂN KHU 4\nBỘ CHỈ HUY QUÂN SỰ TỈNH HÀ KHÊ"
        + TITLE
        + "Thực hiện Kế hoạch của Bộ Tư lệnh [[Quân khu 3→Quân khu 4]].\n",
        "SỞ Y TẾ TỈNH HÀ KHÊ\nBỆNH VIỆN ĐA KHOA"
        + TITLE
        + "Thực hiện Kế hoạch số 41/KH-SYT ngày 12/01/2026 của Sở Y tế tỉnh [[Sơn Lĩnh→Hà Khê]] về thi đua.\n",
    )

    def applies(self, doc: Document) -> str | None:
        heads = " ".join(line.bare for line in doc.frame.issuer)
        known = OWN.match(doc.issuer) or HEAD_REGION.search(heads) or ABOVE.search(heads) or own_places.places(doc)
        return super().applies(doc) or (
            None if known else "phần đầu không cho biết sở, quân khu, cơ quan cấp trên, tên xã, tỉnh, trường"
        )

    def check(self, doc: Document) -> Iterator[Finding]:
        own = OWN.match(doc.issuer)
        for match in INNER.finditer(doc.text, doc.body.start, doc.frame.end) if own else ():
            if own and match["name"] != own["name"]:
                right = f"Sở {own['name']}"
                yield self.finding(match.span("body"), f"Văn bản này do {doc.issuer} ban hành.", right)
        heads = [line.bare for line in doc.frame.issuer]
        regions = {found["n"] for head in heads for found in HEAD_REGION.finditer(head)}
        for match in REGION.finditer(doc.text, doc.body.start, doc.frame.end) if len(regions) == 1 else ():
            line = doc.text.rfind("\n", 0, match.start()) + 1
            if match["n"] not in regions and not BESIDE.search(doc.text, line, match.start()):
                right = f"Quân khu {min(regions)}"
                yield self.finding(match.span(), f"Phần đầu văn bản ghi {right}.", right)
        for head in heads[:-1]:
            yield from self._above(doc, head)
        for stray in own_places.strays(doc):
            yield self.finding(stray.span, f"Phần đầu văn bản ghi {stray.unit} {stray.own}.", stray.own)

    def _above(self, doc: Document, line: str) -> Iterator[Finding]:
        """The body above, cited in the preface as that of another province."""
        above = ABOVE.fullmatch(line)
        if above is None:
            return
        body, place = above["body"].lower(), " ".join(above["place"].lower().split())
        told = re.compile(
            rf"của {re.escape(body)} (?:tỉnh|thành phố) (?P<place>[{CAPITAL}]\w*(?: [{CAPITAL}]\w*)+)", re.IGNORECASE
        )
        for match in told.finditer(doc.text, *doc.preface):
            named = re.match(rf"[{CAPITAL}]\w*(?: [{CAPITAL}]\w*)+", match["place"])
            if named and named[0].lower() != place:
                start = match.start("place")
                right = " ".join(word.capitalize() for word in place.split())
                yield self.finding((start, start + named.end()), f"Phần đầu văn bản ghi {line}.", right)
