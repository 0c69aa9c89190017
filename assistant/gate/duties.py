"""Obligation: what last year's sentence demands, this year's may not turn into a wish."""

from __future__ import annotations

import re
from collections import Counter

from assistant.gate.words import key, splits, words

STRONG = re.compile(
    r"(?<!\w)(?<!không )(?:phải|bắt buộc|nghiêm cấm|không được|không để|tuyệt đối|có trách nhiệm|chịu trách nhiệm|yêu cầu)(?!\w)"
)
FIRM = re.compile(r"(?<!\w)(?:cần|bảo đảm|đảm bảo|hoàn thành|thực hiện|tổ chức)(?!\w)")
WEAK = re.compile(
    r"(?<!\w)(?:có thể|nên|khuyến khích|đề nghị xem xét|xem xét|cố gắng|nếu có điều kiện|tùy (?:điều kiện|tình hình|theo)|tùy|"
    r"không phải(?! là)|không bắt buộc|không nhất thiết|được phép|trong khả năng|nếu cần|nếu thấy)(?!\w)"
)
BAN = re.compile(r"(?<!\w)(?:không|nghiêm cấm|chưa được)(?!\w)")
ALIKE = 0.5
SAME = 0.65
NEARLY = 0.8


def weakened(said: str, before: str) -> str:
    """Why ``said`` demands less than its sentence in ``before``; empty where it does not."""
    mine = set(words(said))
    pairs = [(_alike(mine, set(words(one))), one) for line in before.split("\n") for one in splits(line)]
    share, old = max(pairs, default=(0.0, ""))
    if share < ALIKE:
        return ""
    new_key, old_key = key(said), key(old)
    strong, weak = STRONG.search(old_key), WEAK.search(new_key)
    if weak and not WEAK.search(old_key) and (strong or FIRM.search(old_key)):
        was = strong[0] if strong else "yêu cầu thực hiện"
        return f"Câu gốc yêu cầu “{was}”, câu này chỉ còn “{weak[0]}”."
    if strong and share >= SAME and not STRONG.search(new_key):
        return f"Câu gốc có “{strong[0]}”, câu này bỏ mất."
    lost = Counter(STRONG.findall(old_key)) - Counter(STRONG.findall(new_key))
    if share >= NEARLY and lost and len(STRONG.findall(new_key)) < len(STRONG.findall(old_key)):
        return f"Câu gốc có “{next(iter(lost))}”, câu này bỏ mất."
    if share >= SAME and bool(BAN.search(old_key)) != bool(BAN.search(new_key)):
        return "Câu này đảo nghĩa cấm hoặc phủ định của câu gốc."
    return ""


def _alike(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if min(len(one), len(other)) >= 4 else 0.0
