"""Chức vụ cấp phó đi với một tên."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

POSTS = (
    "thủ tướng", "chủ tịch", "bí thư", "giám đốc", "tổng giám đốc", "hiệu trưởng", "trưởng ban", "trưởng phòng", "trưởng đoàn", "chánh văn phòng",
    "chủ nhiệm", "viện trưởng", "cục trưởng", "tổ trưởng",
)  # fmt: skip
# “ông Nguyễn Văn Hải, Phó chủ tịch Ủy ban nhân dân xã”, “Phó chủ tịch Trần Văn Bình”
DEPUTY = Pattern(rf"Phó (?P<post>{'|'.join(POSTS)})(?= (?:[{CAPITAL}]|thường trực ))", hooks=("Phó ",))


class PostCase(Rule):
    """Chức vụ đi liền với tên người, tên cơ quan viết hoa cả chữ sau: “Phó Chủ tịch Trần Văn Bình”, “Phó Giám đốc Sở”.

    Nói chung về chức vụ (“các phó chủ tịch”) thì viết thường.
    """

    severity = Severity.STYLE
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 3"
    good = (
        "Phó Chủ tịch Trần Văn Bình; các phó chủ tịch hội; Phó chủ tịch phụ trách kinh tế; Phó chủ tịch được ủy quyền; Phó Giám đốc Sở Nội vụ.\n",
    )
    bad = (
        "Giao ông Nguyễn Văn Hải, [[Phó chủ tịch→Phó Chủ tịch]] Ủy ban nhân dân xã phụ trách.\n",
        "[[Phó thủ tướng→Phó Thủ tướng]] Trần Văn Bình dự lễ phát động.\n",
        "Giao [[Phó chủ tịch→Phó Chủ tịch]] thường trực Hội Nông dân theo dõi.\n",
        "Mời [[Phó giám đốc→Phó Giám đốc]] Sở Nội vụ và [[Phó hiệu trưởng→Phó Hiệu trưởng]] Lý Thị Mẩy dự lễ phát động.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in DEPUTY.finditer(doc.text):
            right = f"Phó {match['post'][0].upper()}{match['post'][1:]}"
            yield self.finding(match.span(), f"Chức vụ này viết là “{right}”.", right)
