"""Tên phòng, ban, tổ được giao việc."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.lexicon import shipped
from checks.letters import CAPITAL, SMALL
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import ITEM_MARK

_FIRST = rf"(?P<head>Phòng|Ban|Tổ|Đội|Trung tâm) (?P<first>[{CAPITAL}]\w* [^\W\d_]+)"
HEADS = ("Phòng ", "Ban ", "Tổ ", "Đội ", "Trung tâm ")
# “Phòng Kinh tế, Hạ tầng và Đô thị”, “Phòng Kế hoạch tổng hợp”: who begins an item of the tasks
HOLDER = Pattern(rf"{_FIRST}(?P<rest>(?:(?: - |, | và | )[^\W\d_]+){{0,6}})", hooks=HEADS)
# “Phòng Kinh tế - Hạ tầng”, “Phòng Văn hóa và Thông tin”; “Phòng Kinh tế và Công an xã” are two
NAMED = Pattern(
    rf"{_FIRST}(?: - | và )(?!Phòng|Ban |Tổ |Đội|Trung tâm|Công an|Trạm|Văn phòng|Đoàn|Hội|Ủy|UBND|Sở|Các)(?P<last>[{CAPITAL}]\w*)(?: (?P<more>[{SMALL}]+))?",
    hooks=HEADS,
)
ABOVE = re.compile(r"[^.;,\n]{0,12}(?:Sở|huyện|tỉnh|thành phố|Bộ|Cục|Tổng|cũ(?!\w)|trước đây|HĐND|Đảng ủy)")
LED = re.compile(rf"{ITEM_MARK}?\s*(?:Giao |Đề nghị |Yêu cầu )?")
SAID = 8
"""Words of the item that are quoted: its name and some of what it is to do."""
PART = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\n{}\n\nII. TỔ CHỨC THỰC HIỆN\n\n"


class OneUnitName(Rule):
    """Phòng, ban, tổ của mình được gọi bằng đúng tên đã ghi ở phần giao việc: “Phòng Kinh tế, Hạ tầng và Đô thị”, không phải “Phòng Kinh tế - Hạ tầng”.

    Đơn vị đổi tên mà bảng, phụ lục, câu “báo cáo về …” còn tên cũ thì người nhận không biết gửi ai. Chỉ báo tên ghi một lần, không được giao việc,
    trùng hai chữ đầu với một đơn vị được giao việc; phòng, ban của cấp trên không bị xét.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    apart = ("KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\nThi đua.\n",)
    good = (
        PART.format("Phòng Tổ chức - Hành chính đăng ký; báo cáo Phòng Tổ chức - Cán bộ Sở Y tế.")
        + "1. Phòng Tổ chức - Hành chính theo dõi, gửi Phòng Kinh tế - Hạ tầng; phối hợp với Phòng Tổ chức và Trạm Y tế.\n",
        PART.format("Thi đua.")
        + "1. Phòng Kế hoạch - Tài chính bố trí kinh phí.\n\n2. Phòng Kế hoạch - Kỹ thuật nghiệm thu; gửi Phòng Kế hoạch - Kinh doanh, "
        "Phòng Kế hoạch - Kinh doanh.\n",
        PART.format("Trung tâm Khuyến nông và Giống chuyển giao 25 mô hình.")
        + "1. Trung tâm Khuyến nông và Giống phát động thi đua.\n",
    )
    bad = (
        PART.format("TT | Việc | Chủ trì\n1 | Trồng cây | [[Phòng Kinh tế - Hạ tầng]]")
        + "1. Phòng Kinh tế, Hạ tầng và Đô thị chủ trì.\n",
        PART.format("Thi đua.")
        + "1. Phòng Kế hoạch tổng hợp theo dõi.\n\n2. Phòng Điều dưỡng phối hợp với [[Phòng Kế hoạch - Nghiệp vụ]] kiểm tra.\n\n"
        "3. Giao Phòng Tổ chức - Hành chính tổng hợp; các khoa báo cáo về [[Phòng Tổ chức - Lao động]].\n",
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.section("implementation") else "văn bản không có phần giao việc")

    def check(self, doc: Document) -> Iterator[Finding]:
        part = doc.section("implementation")
        found = list(HOLDER.finditer(doc.text, *part.span)) if part else []
        holders = [m for m in found if _opens(doc.text, m.start())]
        for match in NAMED.finditer(doc.text, *doc.body) if holders else ():
            name, key = _name(match), (match["head"], match["first"].lower())
            same = [m for m in holders if (m["head"], m["first"].lower()) == key]
            if len(same) != 1 or same[0].start() == match.start() or same[0][0].startswith(name):
                continue
            if doc.text.count(name) == 1 and not ABOVE.match(doc.text, match.start() + len(name)):
                line, holder = doc.line_at(same[0].start()) + 1, " ".join(same[0][0].split()[:SAID])
                message = f"Không đơn vị nào tên này được giao việc; dòng {line} ghi “{holder}…”."
                yield self.finding((match.start(), match.start() + len(name)), message)


def _name(match: re.Match[str]) -> str:
    """The name without what its holder does: “Trung tâm Khuyến nông và Giống |chuyển giao|”."""
    more = match["more"]
    if not more or shipped().known[f"{match['last']} {more}".lower()]:
        return match[0]
    return match[0].removesuffix(f" {more}")


def _opens(text: str, at: int) -> bool:
    return LED.fullmatch(text, text.rfind("\n", 0, at) + 1, at) is not None
