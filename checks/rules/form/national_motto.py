"""Quốc hiệu và tiêu ngữ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing.lines import Line
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_table

NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# By the shape of the words, so that one with a slip is replaced with the rest: “CỘNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM”
ABOUT_NAME = Pattern(
    r"C\wNG\s+H\w{1,2}(?:\s+X\w)?\s*H\wI\s+CH\w\s+NGH\w{1,2}(?!\w)(?:\s+V\w{1,3}(?:\s+N\w{1,2})?(?!\w))?",
    flags=re.IGNORECASE,
)
_BETWEEN = r"\s*[-–—.,]?\s*"
ABOUT_MOTTO = Pattern(
    rf"Đ\wc\s+l\wp{_BETWEEN}T\w{{1,2}}\s+do(?!\w)(?:{_BETWEEN}H\w{{2,3}}\s+ph\w{{2,3}}(?!\w))?", flags=re.IGNORECASE
)
BELOW = 2
"""Lines below the name of the state where the rest of it may stand, the other column beside it."""
HEAD = "UBND XÃ AN PHÚ TÂY\n\n{name}\n{motto}\n\nSố: 05/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động thi đua\n\nCác thôn thực hiện.\n"


class NationalMotto(Rule):
    """Phần đầu có Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” và Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”.

    Giữa các cụm từ của Tiêu ngữ là gạch nối, có khoảng trống hai bên. Văn bản mất phần đầu (chỉ còn tên loại, nội dung)
    không bị đòi Quốc hiệu. Đoàn thể dùng tiêu đề của Nhà nước thì cũng ghi đúng hai dòng ấy.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 1"
    apart = (
        "ĐẢNG ỦY XÃ AN PHÚ TÂY\n\nSố 05-CT/ĐU\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\n"
        "về phát động phong trào thi đua năm 2026\n\nCác chi bộ thực hiện.\n\nNơi nhận:\n- Các chi bộ;\n- Lưu VPĐU.\n\nBÍ THƯ\n\nTrần Văn Minh\n",
    )
    good = (
        HEAD.format(name=NAME, motto=MOTTO),
        HEAD.format(name=NAME.replace(" NAM", "\nNAM"), motto=MOTTO),
        HEAD.format(name=NAME.replace("HÒA", "HOÀ"), motto=MOTTO),
    )
    bad = (
        HEAD.format(name=NAME, motto=f"[[Độc lập – Tự do – Hạnh phúc→{MOTTO}]]"),
        HEAD.format(name=NAME, motto=f"[[Độc lập -Tự do - Hạnh phúc→{MOTTO}]]"),
        HEAD.format(name=f"[[CỘNG HÒA XÃ HỘI CHỦ NGHĨA→{NAME}]]", motto=MOTTO),
        HEAD.format(name=f"[[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM→{NAME}]]", motto=MOTTO),
        HEAD.format(name=f"[[CỘNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM→{NAME}]]", motto=MOTTO),
        HEAD.format(name=f"[[CỘNG HÒA XàHỘI CHỦ NGHĨA VIỆT NAM→{NAME}]]", motto=MOTTO),
        HEAD.format(name=f"[[CỘNG HÒA HỘI CHỦ NGHĨA VIỆT NM→{NAME}]]", motto=MOTTO),
        HEAD.format(name=NAME, motto=f"[[Độc lâp - Tự do - Hạnh phúc→{MOTTO}]]"),
        HEAD.format(name=NAME, motto=f"[[Độc lập - Tự do - Hanh phúc→{MOTTO}]]"),
        HEAD.format(name=NAME, motto=f"[[Độc lập Tự do Hạnh phúc→{MOTTO}]]"),
        HEAD.format(name=NAME, motto=f"[[Độc lập – Tự do – Hạnh phúc→{MOTTO}]]")
        .replace("UBND XÃ AN PHÚ TÂY", "HỘI NÔNG DÂN VIỆT NAM\nBCH HỘI NÔNG DÂN XÃ AN PHÚ TÂY")
        .replace("05/CT-UBND", "05-CT/HNDX"),
        HEAD.format(name=f"[[{NAME}→{NAME}\n{MOTTO}]]", motto="").replace("]]\n\n\n", "]]\n\n"),
        HEAD.format(name="", motto="").replace("Số: 05/CT-UBND", "[[Số: 05/CT-UBND]]"),
    )

    def applies(self, doc: Document) -> str | None:
        outside = super().applies(doc)
        if outside is None and doc.own_form and not any(ABOUT_MOTTO.search(line.text) for line in doc.frame.motto):
            return "văn bản của Đảng, Đoàn có tiêu đề riêng"
        return outside

    def check(self, doc: Document) -> Iterator[Finding]:
        frame = doc.frame
        if not frame.motto:
            if frame.issuer and frame.number:
                message = "Phần đầu chưa có Quốc hiệu và Tiêu ngữ."
                yield self.finding(frame.number.span, message, severity=Severity.WARNING)
            return
        # A web page that makes a row of the header drops the second line of its cell.
        if (
            len(frame.motto) == 1
            and frame.issuer
            and not ABOUT_MOTTO.search(frame.motto[0].text)
            and not in_table(doc, frame.motto[0].span.start)
        ):
            line = frame.motto[0]
            message = f"Dưới Quốc hiệu chưa có Tiêu ngữ “{MOTTO}”."
            yield self.finding(line.span, message, f"{line.text}\n{MOTTO}", severity=Severity.WARNING)
        for line in frame.motto:
            if not _broken(doc, line):
                yield from self._exact(line, ABOUT_NAME, (NAME, NAME.replace("HÒA", "HOÀ")))
            yield from self._exact(line, ABOUT_MOTTO, (MOTTO,))

    def _exact(self, line: Line, about: Pattern, right: tuple[str, ...]) -> Iterator[Finding]:
        match = about.search(line.text)
        if match is None or match[0] in right:
            return
        dashed = re.sub(r"\s*[-–—]\s*", " - ", match[0])
        if right[0] == MOTTO and dashed == MOTTO.upper():
            return
        span = (line.span.start + match.start(), line.span.start + match.end())
        severity = Severity.WARNING if dashed == right[0] else Severity.ERROR
        yield self.finding(span, f"Viết đúng là “{right[0]}”.", right[0], safe=True, severity=severity)


def _broken(doc: Document, line: Line) -> bool:
    """Does the name go on in the line below, “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT / NAM”, in a cell too narrow for it?"""
    match = ABOUT_NAME.search(line.text)
    written = match[0].replace("OÀ", "ÒA") if match else ""
    rest = NAME.removeprefix(written).strip()
    if match is None or not NAME.startswith(written) or not rest:
        return False
    below = doc.text[line.span.start + match.end() : doc.body.start].split("\n")[1 : 1 + BELOW]
    return any(f" {piece.strip()}".endswith(f" {rest}") for piece in below)
