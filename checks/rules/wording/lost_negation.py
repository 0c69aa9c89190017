"""Chữ “không” bị mất trước “để xảy ra”."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “e) Để xảy ra tai nạn lao động”, “…, thân thiện; để xảy ra bạo lực học đường”: a clause that begins so
ALLOWED = Pattern(
    r"(?:(?:^|\n)[ \t]*(?:[-–+•*] ?|\d{1,2}(?:\.\d{1,2})*[.)] |[a-zđ]\) )|; (?:và )?)(?P<said>[Đđ]ể (?:xảy ra|ai bị bỏ lại))",
    hooks=("ể xảy ra", "ể ai bị bỏ lại"),
    back=12,
)
# “Để xảy ra vi phạm, người đứng đầu chịu trách nhiệm”: what follows when it happens
JUDGED = Pattern(r"chịu trách nhiệm|xử lý|xem xét|trừ|không (?:được|xét)|kiểm điểm|kỷ luật|hạ |bị |thì |nếu |\d điểm")


class LostNegation(Rule):
    """Mục tiêu, yêu cầu là “không để xảy ra …”: vế câu mở đầu bằng “để xảy ra” đã mất chữ “không”.

    Câu nói về hậu quả (“để xảy ra vi phạm thì người đứng đầu chịu trách nhiệm”, “trừ 5 điểm”) không bị xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "gợi ý"
    source = "Cách diễn đạt chung"
    good = (
        "1. Không để xảy ra tai nạn lao động; không để ai bị bỏ lại phía sau.\n"
        "- Để xảy ra vi phạm, người đứng đầu chịu trách nhiệm; để xảy ra cháy nổ: trừ 5 điểm.\n",
        "Cơ quan nào để xảy ra vi phạm; để xảy ra cháy thì bị phê bình.\n",
    )
    bad = (
        "e) [[Để xảy ra→Không để xảy ra]] tai nạn lao động, cháy nổ do chủ quan.\n",
        "1. Bảo đảm an ninh trật tự; [[để xảy ra→không để xảy ra]] điểm nóng.\n",
        "- Xây dựng trường học an toàn, thân thiện; [[để xảy ra→không để xảy ra]] bạo lực học đường.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in ALLOWED.finditer(doc.text):
            if JUDGED.search(doc.text, match.end(), sentence(doc.text, match.end()).end):
                continue
            said = match["said"]
            right = f"Không {said.lower()}" if said[0] == "Đ" else f"không {said}"
            yield self.finding(match.span("said"), f"Vế này đọc như một việc phải làm: có lẽ là “{right}”.", right)
