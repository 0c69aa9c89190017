"""Một chỉ tiêu nói lại bằng lời khác với con số khác."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.document import Document
from checks.facts.reworded import SHORT, Claim, claims, rows, weight
from checks.finding import Finding, Severity
from checks.rule import Rule

NEAR = Decimal("0.7")
"""A figure farther off is of something else."""
ROLES = frozenset(("goal", "targets", "content", "implementation"))
HEAD = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC TIÊU\n\n"
TARGETS = (
    "\n\nII. CHỈ TIÊU\n\n1. Tỷ lệ hồ sơ thủ tục hành chính trả đúng và trước hạn từ 98% trở lên.\n"
    "2. Thu ngân sách nhà nước trên địa bàn đạt 58.000 tỷ đồng.\n"
)
TABLE = (
    "\nTT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026\n"
    "1 | Tỷ lệ người dân tham gia bảo hiểm y tế | % | 93 | 95,2\n2 | Sáng kiến | sáng kiến | 10 | 12\n"
)
END = "\nIII. NỘI DUNG\n\n{}\n"


class RewordedIndicator(Rule):
    """Một chỉ tiêu nêu ở mục tiêu, ở phần chỉ tiêu, ở bảng hay ở nhiệm vụ thì cùng một con số, dù mỗi chỗ nói một cách.

    “giải quyết hồ sơ đúng hạn đạt 98%” và “tỷ lệ hồ sơ trả đúng và trước hạn từ 95% trở lên” là một chỉ tiêu. Chỉ so hai chỗ nói cùng những chữ
    ấy, không kể thứ tự, cùng đơn vị, cùng năm; chỗ nói riêng một nhóm, một quý, một nơi, mức tăng giảm, điều kiện khen thưởng không bị so.
    """

    severity = Severity.WARNING
    scope = "launch"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        HEAD
        + "Giải quyết hồ sơ đúng hạn đạt 98%; thu ngân sách 58.000 tỷ đồng."
        + TARGETS
        + END.format("Bảo hiểm y tế bao phủ 95%."),
        HEAD
        + "Giải quyết hồ sơ đúng hạn quý I đạt 95%; thu ngân sách tăng 10%; năm 2030, giải quyết hồ sơ đúng hạn đạt 100%."
        + TARGETS
        + END.format("Thi đua."),
        HEAD
        + "Về đích."
        + TARGETS
        + TABLE
        + END.format("Vận động 95,2% người dân tham gia bảo hiểm y tế; hồ sơ đất đai giải quyết đúng hạn đạt 95%."),
        HEAD
        + "Về đích."
        + TARGETS
        + END.format(
            "Tập thể có hồ sơ giải quyết đúng hạn từ 90% được xét khen. Khối xã: hồ sơ giải quyết đúng hạn đạt 96%."
        ),
    )
    bad = (
        HEAD + "Giải quyết hồ sơ đúng hạn đạt 95%." + TARGETS.replace("98%", "[[98]]%") + END.format("Thi đua."),
        HEAD
        + "Về đích."
        + TARGETS
        + END.format(
            "Thu ngân sách trên địa bàn [[56.000]] tỷ đồng; hồ sơ thủ tục hành chính giải quyết đúng hạn từ [[95]]% trở lên."
        ),
        HEAD + "Về đích." + TARGETS + TABLE + END.format("Vận động [[95]]% người dân tham gia bảo hiểm y tế."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        told: dict[tuple[frozenset[str], frozenset[str], str], list[Claim]] = {}
        spans = [section.body for section in doc.sections if section.level == 1 and ROLES & set(section.roles)]
        for claim in (*(claim for span in spans for claim in claims(doc, span)), *(rows(doc) if spans else ())):
            if weight(claim.about) > SHORT:
                told.setdefault((claim.about, claim.years, claim.unit), []).append(claim)
        for same in told.values():
            one, *others = sorted(same, key=lambda claim: claim.span)
            wrong = [other for other in others if other.amount != one.amount]
            values = {claim.amount for claim in same}
            if (
                len(values) == 2
                and min(values) >= NEAR * max(values)
                and doc.line_at(one.span.start) != doc.line_at(wrong[0].span.start)
            ):
                line = doc.line_at(one.span.start) + 1
                message = f"Chỉ tiêu này ở dòng {line} ghi {one.figure}, ở đây ghi {wrong[0].figure}."
                yield self.finding(wrong[0].span, message, subject="figure")
