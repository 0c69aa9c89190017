"""Chức vụ cấp phó đi với một tên."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL, capital
from checks.patterns import Pattern
from checks.rule import Rule

POSTS = (
    "thủ tướng", "chủ tịch", "bí thư", "giám đốc", "tổng giám đốc", "hiệu trưởng", "trưởng ban", "trưởng phòng", "trưởng đoàn", "chánh văn phòng",
    "chủ nhiệm", "viện trưởng", "cục trưởng", "tổ trưởng",
)  # fmt: skip
# “ông Nguyễn Văn Hải, Phó chủ tịch Ủy ban nhân dân xã”, “Phó chủ tịch Trần Văn Bình”
DEPUTY = Pattern(rf"Phó (?P<post>{'|'.join(POSTS)})(?= (?:[{CAPITAL}]|thường trực ))", hooks=("Phó ",))
# “đề nghị chủ tịch Ủy ban nhân dân tỉnh”: one head of one body
HEAD = Pattern(
    r"(?:[Đđ]ề nghị|[Gg]iao|đồng chí|của|do|trình|và|,|là) (?P<post>chủ tịch (?=(?:Ủy|Uỷ) ban nhân dân|UBND|Hội đồng nhân dân|HĐND)|"
    r"giám đốc (?=Sở |Bệnh viện |Công an )|bí thư (?=Tỉnh ủy|Thành ủy|Đảng ủy|Huyện ủy))",
    hooks=("chủ tịch ", "giám đốc ", "bí thư "),
    back=len("đồng chí "),
)


class PostCase(Rule):
    """Chức vụ đi liền với tên người, tên cơ quan viết hoa cả chữ sau: “Phó Chủ tịch Trần Văn Bình”, “Phó Giám đốc Sở”.

    Một chức vụ đi liền với tên cơ quan viết hoa: “Chủ tịch Ủy ban nhân dân tỉnh”. Nói chung về chức vụ (“các phó chủ tịch”) thì viết thường.
    """

    severity = Severity.STYLE
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 3"
    good = (
        "Phó Chủ tịch Trần Văn Bình; các phó chủ tịch hội; Phó chủ tịch phụ trách kinh tế; Phó chủ tịch được ủy quyền; Phó Giám đốc Sở Nội vụ.\n",
        "Họp các chủ tịch Ủy ban nhân dân xã.\n",
    )
    bad = (
        "Đề nghị [[chủ tịch→Chủ tịch]] Ủy ban nhân dân tỉnh, [[giám đốc→Giám đốc]] Sở Nội vụ quan tâm.\n",
        "Giao ông Nguyễn Văn Hải, [[Phó chủ tịch→Phó Chủ tịch]] Ủy ban nhân dân xã phụ trách.\n",
        "[[Phó thủ tướng→Phó Thủ tướng]] Trần Văn Bình dự lễ phát động.\n",
        "Giao [[Phó chủ tịch→Phó Chủ tịch]] thường trực Hội Nông dân theo dõi.\n",
        "Mời [[Phó giám đốc→Phó Giám đốc]] Sở Nội vụ và [[Phó hiệu trưởng→Phó Hiệu trưởng]] Lý Thị Mẩy dự lễ phát động.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in DEPUTY.finditer(doc.text):
            right = f"Phó {match['post'][0].upper()}{match['post'][1:]}"
            yield self.finding(match.span(), f"Chức vụ này viết là “{right}”.", right)
        for match in HEAD.finditer(doc.text):
            right = capital(match["post"].rstrip())
            span = (match.start("post"), match.end("post") - 1)
            yield self.finding(span, f"Chức vụ đi liền với tên cơ quan viết là “{right}”.", right)
