"""Nơi nhận ghi trùng."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Chánh Văn phòng, các Chánh Văn phòng”: the second lost its “Phó”
TWICE = Pattern(
    r"(?P<post>Chánh Văn phòng|Chủ tịch|Giám đốc|Hiệu trưởng|Trưởng ban|Bí thư|Cục trưởng|CVP|CT|GĐ),? (?:và )?các (?P<again>(?P=post))(?!\w)",
    needs="các ",
)
# “C, PCVP UBND tỉnh”: the letters of “CVP” lost
LOST = Pattern(r"(?<!\w)(?<!Chánh )(?P<lost>C|CV|VP), (?:các )?PCVP(?!\w)", needs="PCVP")
DEPUTY = {"CVP": "PCVP", "CT": "PCT", "GĐ": "PGĐ"}
NOTE = Pattern(
    r"\s*\((?:b/c|để b/c|báo cáo|để báo cáo|t/h|để t/h|p/h|để p/h)\)|[-–+•;,. ]+$|^[-–+•\s]+", flags=re.IGNORECASE
)
HEAD = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\nCác thôn thực hiện./.\n\nNơi nhận:\n"
END = "- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"


class DuplicateRecipient(Rule):
    """Mỗi nơi nhận ghi một lần; cấp trưởng và cấp phó ghi “Chánh Văn phòng, các Phó Chánh Văn phòng”."""

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD + "- Chánh Văn phòng, các Phó Chánh Văn phòng;\n- Các thôn;\n- CT, các PCT UBND xã;\n" + END,
        HEAD + "- Chánh VP, PCVP;\n" + END,
        HEAD + "- Các thôn;\n- Các xã:\nXã An Bình;\nXã An Bình;\n" + END,
    )
    apart = (HEAD.removesuffix("Nơi nhận:\n") + "CHỦ TỊCH\n\nTrần Văn Minh\n",)
    bad = (
        HEAD + "- Chánh Văn phòng, các [[Chánh Văn phòng→Phó Chánh Văn phòng]] UBND tỉnh;\n" + END,
        HEAD + "- CT, các [[CT→PCT]] UBND tỉnh;\n" + END,
        HEAD + "- [[C→CVP]], PCVP UBND tỉnh;\n" + END,
        HEAD + "- Thường trực Đảng ủy (b/c);\n- Các thôn;\n[[- Thường trực Đảng ủy;]]\n" + END,
    )

    def applies(self, doc: Document) -> str | None:
        return super().applies(doc) or (None if doc.frame.recipients else "không có dòng nơi nhận nào")

    def check(self, doc: Document) -> Iterator[Finding]:
        seen: set[str] = set()
        for line in doc.frame.recipients:
            match = TWICE.search(line.text)
            if match:
                right = DEPUTY.get(match["post"], f"Phó {match['post']}")
                span = (line.span.start + match.start("again"), line.span.start + match.end("again"))
                yield self.finding(span, f"Thiếu chữ “Phó”: viết đúng là “{right}”.", right, severity=Severity.ERROR)
            lost = LOST.search(line.text)
            if lost:
                span = (line.span.start + lost.start("lost"), line.span.start + lost.end("lost"))
                message = "Chánh Văn phòng viết tắt là “CVP”."
                yield self.finding(span, message, "CVP", severity=Severity.ERROR)
            entry = NOTE.sub("", NOTE.sub("", line.bare)).lower()
            if line.bare.startswith(("-", "–")) and len(entry) > 4:
                if entry in seen:
                    yield self.finding(line.within(), "Nơi nhận này đã ghi ở trên.")
                seen.add(entry)
