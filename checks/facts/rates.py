"""A rate and the figures it is computed from: what rounding hides, and what was told before it in its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from checks.facts.numbers import FIGURE, spell, value

UNIT = (
    r"tỷ đồng|triệu đồng|nghìn tỷ đồng|tỷ USD|triệu USD|nghìn lượt|triệu lượt|tấn|ha|km|lượt|người|hộ|căn|sản phẩm|xã|thôn|trường|"
    r"công trình|mô hình|lớp|cuộc|vụ|hợp tác xã|doanh nghiệp|đảng viên|đoàn viên|hội viên|học sinh|giáo viên|lao động|sáng kiến|đề tài|cây|"
    r"đơn vị máu|tập thể|cá nhân|chi bộ|hồ sơ|nhà|công tơ|thiết bị|giảng viên|phạm nhân|nhân khẩu|triệu kWh|tỷ kWh|kWh|MW|m3|m²|nghìn tấn|triệu tấn"
)
"""What amounts are told in."""
COUNTED = (
    r"xã|phường|thôn|bản|xóm|ấp|khu phố|tổ dân phố|khu dân cư|trường|hộ|người|học sinh|lớp|chi bộ|đơn vị|cơ quan|doanh nghiệp|sản phẩm|hồ sơ|dự án|"
    r"công trình|nhiệm vụ|chỉ tiêu|trạm|gia đình|đảng viên|đoàn viên|hội viên|cán bộ|giáo viên|viên chức|công chức|sáng kiến|mô hình|nhà"
)
"""What is counted one by one."""
YEAR = r"(?:là |đạt |năm \d{4}:? |năm \d{4} (?:là|đạt) )?"
"""What stands before the amount of the year compared with: “(năm 2025 là 34 sản phẩm)”."""
REACH = 160
_BRACKET = re.compile(r"\([^()]*\)")


def unbracketed(told: str) -> str:
    """What is told, without what brackets hold: a base, a part, another time."""
    return _BRACKET.sub("", told)


def half(figure: str) -> Decimal:
    """Half of the last place: what rounding hides."""
    return Decimal(5).scaleb(-1 - len(figure.partition(",")[2]))


def hidden(share: Decimal, amounts: Sequence[str]) -> Decimal:
    """What rounding of the ``amounts`` hides in the ``share`` that they make; counts of things are whole."""
    if not share or not any("," in amount for amount in amounts):
        return Decimal()
    return share * sum(half(amount) / value(amount) for amount in amounts)


def differs(stated: str, right: Decimal, loose: Decimal) -> bool:
    """Is a ``stated`` percentage another one than ``right``, of which the amounts leave ``loose`` open?"""
    exact = not loose and right == right.quantize((2 * half(stated)).normalize())  # 0,1 for “93,8”, not 0,10
    # “4.200 triệu đồng, tăng 6% so với 4.000”: where it comes out even there is nothing to round off
    even = "," not in stated and loose * 5 <= half(stated) and abs(right - round(right)) * 5 <= half(stated)
    return abs(value(stated) - right) > (0 if exact else (1 if even else 2) * half(stated) + loose)


def told(what: str, right: Decimal, unit: str) -> str:
    """The message: what the figures of the sentence make."""
    if right < 0:
        return "Hai con số nêu trong câu đổi theo chiều ngược lại: xem lại các con số và chữ chỉ tăng, giảm."
    return f"Theo hai con số nêu trong câu, {what} {spell(right)}{unit}."


def against(stated: str, right: Decimal) -> str:
    """The message on a ``stated`` percentage that is another one."""
    return told("tỷ lệ là", right.quantize(Decimal("0.01")).normalize(), f"%, văn bản ghi {stated}%")


def before(text: str, at: int, unit: str) -> tuple[str, list[str]]:
    """The clause up to ``at``, and the amounts told in it in ``unit``."""
    clause = re.split(r"[.;\n](?!\d)", text[max(0, at - REACH) : at].rstrip("; "))[-1]
    amount = re.compile(rf"(?<![\d.,/])({FIGURE.pattern}) {re.escape(unit)}(?!\w)")
    # “thu 58.600 tỷ đồng, đạt 124,7% dự toán (47.000 tỷ đồng), tăng 21,3% so với …”: what a bracket holds is a base
    return clause, amount.findall(unbracketed(clause)) or amount.findall(clause)
