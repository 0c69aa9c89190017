"""Dấu câu thừa."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_address, in_table

SAME = Pattern(r"(?P<mark>[,;:])\s?(?P=mark)(?![,;:./])", needs=(",,", ";;", "::", ", ,", "; ;", ": :"))
# Two points where one or three should be, so never repaired unasked; “v.v..”, “../.” and blanks of a draft are others’ business
POINTS = Pattern(r"\.\.(?![./…\w])", needs="..")
# “các hoạt động,.. để khen thưởng”: an ellipsis that lost a point
CUT_ELLIPSIS = Pattern(r",\.\.(?![.…/\w])", needs=",..")
# “đã đạt,.” “hoàn thành;,”: two marks of different kinds
MIXED = Pattern(r",\.(?![\d.…/])|,;|;,|;\.(?![.…/])|:;|:,|,:", needs=(",.", ",;", ";,", ";.", ":;", ":,", ",:"))
# “- - Nội dung”: the sign of a list twice at the head of a line
BULLETS = Pattern(r"\n(?P<mark>[-+•] )(?P=mark)(?=[^\W\d_])", needs=("\n- - ", "\n+ + ", "\n• • "))
SHORTEST = 2


class DoubledMark(Rule):
    """Giữa hai từ, cuối câu chỉ có một dấu câu, đầu dòng chỉ có một gạch: không có “,,”, “;;”, “,.”, “..”, “- - ”.

    Hai dấu liền nhau thường còn lại sau khi sửa câu. Dấu ba chấm, “v.v.”, dấu kết thúc “./.” và dòng chấm của dự thảo
    không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "thông lệ"
    source = "Quy tắc trình bày văn bản tiếng Việt trên máy tính"
    good = (
        "Họ và tên:.......; đơn vị:,,; bảng | a,, | b |; tỷ lệ đạt 1,,5.\n",
        "Phát triển trồng trọt, chăn nuôi, v.v...; các sở, ban, ngành... phối hợp./.\n",
        "Thu ngân sách đạt ........ tỷ đồng; chi tiết xem tại https://an-phu.gov.vn/a,,b.\n",
        "Trồng trọt, chăn nuôi,... phối hợp; nuôi ong;... trồng nấm; mục a,; đơn vị,,, số hộ.\nNhiệt độ:\n- - 5 độ C về đêm.\n",
    )
    bad = (
        "Báo cáo về Ủy ban nhân dân xã (qua Văn phòng)[[,,→,]] trước ngày 20.\n",
        "Tiếp tục rà soát[[,,→,]] bổ sung quy hoạch.\n",
        "Giữ vững an ninh[[;;→;]] bảo đảm trật tự.\n",
        "Hoàn thành kế hoạch năm[[..→.]]\nTổ chức tổng kết.\n",
        "Nâng cao đời sống Nhân dân[[,.→.]]\n",
        "Sơ kết các phong trào, hoạt động[[,..→...]] để khen thưởng.\n",
        "Giữ vững an ninh[[;,]] bảo đảm trật tự.\n",
        "- Đối với tập thể;\n[[- - →- ]]Đối với cá nhân.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in BULLETS.finditer(text):
            if not in_table(doc, match.end()):
                start, end = match.start() + 1, match.end()
                yield self.finding((start, end), "Dấu đầu dòng viết hai lần.", match["mark"], safe=True)
        for match in CUT_ELLIPSIS.finditer(text):
            if _word_ends(text, match.start()) and not in_table(doc, match.start()):
                yield self.finding(match.span(), "Dấu ba chấm có ba dấu chấm.", "...")
        for pattern in (SAME, POINTS, MIXED):
            for match in pattern.finditer(text):
                start, end = match.span()
                if not _word_ends(text, start) or in_table(doc, start) or in_address(text, start):
                    continue
                marks = "".join(match[0].split())
                right = marks[-1] if marks[0] == marks[1] or marks[-1] == "." else None
                told = f"chỉ giữ dấu “{right}”" if right else "chỉ giữ một dấu"
                yield self.finding((start, end), f"Hai dấu câu liền nhau: {told}.", right, safe=pattern is SAME)


def _word_ends(text: str, at: int) -> bool:
    """Does a word stand before the marks, or a bracket or quotation that closes? “v.v..” and “1..” are none."""
    if at and text[at - 1] in ")”":
        return True
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return at - start >= SHORTEST and text[start - 1 : start] != "."
