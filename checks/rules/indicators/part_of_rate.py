"""Tỷ lệ của mức cao hơn trong một tỷ lệ."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import FIGURE, value
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

_F = FIGURE.pattern
# What is a higher grade of the same thing, never another group
_GRADE = (
    r"(?:(?:(?:có|tỷ lệ|số|xếp|loại|đạt|mức|hoàn thành|học sinh|đảng viên|chi bộ|hộ|hồ sơ|hội cơ sở|trong sạch,) ?)*"
    r"(?:giỏi|xuất sắc|vững mạnh xuất sắc|hoàn thành xuất sắc|rất hài lòng|toàn trình|trước hạn|nâng cao|kiểu mẫu|mức độ 2|bằng cấp,?(?: và)? chứng chỉ))"
)
# “85% học sinh khá, giỏi, trong đó 90% giỏi”, “76%, trong đó có bằng cấp, chứng chỉ đạt 38%”
PART = Pattern(
    rf"(?<![\d.,–-])(?P<whole>{_F})%(?P<of>[^.;:\n%\d]{{0,70}}?)(?:,|;| \()? ?trong đó,?(?: có)?(?: ít nhất| tối thiểu| trên| từ)? "
    rf"(?:{_GRADE}(?: trở lên)?(?: (?:đạt|là|chiếm|có|ít nhất|tối thiểu|từ|trên))* (?P<then>{_F})%|(?P<first>{_F})%(?: trở lên)? {_GRADE}(?!\w))",
    hooks=("%",),
    back=len("1.234,56"),
)
OF_THESE = Pattern(r" (?:trong số|số|của|tổng số)(?: này| đó)?(?!\w)")


class PartOfRate(Rule):
    """Mức cao hơn không nhiều hơn mức chung: “85% học sinh khá, giỏi, trong đó 30% giỏi”, không thể “trong đó 90% giỏi”.

    Chỉ xét khi phần sau “trong đó” là mức cao hơn của chính điều đang nói (giỏi, xuất sắc, nâng cao, có bằng cấp, chứng chỉ); nhóm khác
    (“85% dân số, trong đó 100% hộ nghèo”) không bị xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Đối chiếu hai tỷ lệ nêu trong chính câu văn"
    good = (
        "Phấn đấu 85% học sinh khá, giỏi, trong đó 30% giỏi; 85% dân số tham gia, trong đó 100% hộ nghèo có thẻ.\n",
        "Lao động qua đào tạo đạt 76%, trong đó có bằng cấp, chứng chỉ đạt 38%; 40% hồ sơ, trong đó 90% trước hạn trong số này.\n",
    )
    bad = (
        "Phấn đấu 85% học sinh khá, giỏi, trong đó [[90%]] giỏi.\n",
        "Lao động qua đào tạo đạt 76%, trong đó có bằng cấp, chứng chỉ đạt [[83%]].\n",
        "Có 92% hội cơ sở đạt trong sạch, vững mạnh, trong đó [[93%]] vững mạnh xuất sắc.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in PART.finditer(doc.text):
            group = "then" if match["then"] else "first"
            if value(match[group]) > value(match["whole"]) and not OF_THESE.match(doc.text, match.end()):
                message = f"Phần này ({match[group]}%) nhiều hơn mức chung {match['whole']}%."
                yield self.finding((match.start(group), match.end(group) + 1), message)
