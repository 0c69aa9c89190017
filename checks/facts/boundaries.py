"""Where the words of one target end and those of the next begin."""

from __future__ import annotations

import re

from checks.facts.kinds import listed
from checks.facts.quantities import Quantity
from checks.facts.units import counted

PART = re.compile(r",?\s*\(?(?:trong đó|bao gồm|gồm|riêng)\s*:?\s*(?:riêng\s|có\s)?", re.IGNORECASE)
# “260 doanh nghiệp và 45 hợp tác xã”, “250 triệu đồng xây dựng 05 nhà”
_BUILD = r"(?:khởi công|xây dựng|xây mới|sửa chữa|hỗ trợ|trao|trồng|thành lập|công nhận|nâng cấp)(?: mới| thêm)?"
_JOINED = re.compile(
    rf"\s(?P<next>và\s+(?:(?:tăng|giảm|duy trì)(?: thêm)?\s+)?(?:{_BUILD}\s+)?(?:ít nhất |tối thiểu |trên |hơn )?)$|^\s(?P<built>(?:để )?{_BUILD}\s)$"
)
# Nouns that begin the name of a target: “tỷ lệ hộ nghèo”, “thu ngân sách”
_HEAD = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ trọng|tốc độ|tổng|giá trị|thu nhập|thu (?!gom|hút|hồi)|"
    r"sản lượng|diện tích|kim ngạch|số (?!hóa|hoá)|mức|năng suất|chỉ số|bình quân|grdp|vốn|chi (?!tiêu|trả)|doanh thu|mật độ)",
    re.IGNORECASE,
)
# “…, số xã đạt chuẩn nâng cao, kiểu mẫu …”: the comma before a name's first word, not one inside it
_NEXT = re.compile(rf",(?=\s{_HEAD.pattern})", re.IGNORECASE)
# “mặt bằng thuộc 04 công trình”, “tổng vốn của 06 dự án”
DESCRIBES = re.compile(
    r"(?<!\w)(?:thuộc|của|những|các|với|do|tại|theo|là|tổng vốn|trong|mỗi)\s(?:tổng vốn\s)?$", re.IGNORECASE
)
# “cụm công nghiệp có tối thiểu 1 trạm”
_EACH_HAS = re.compile(
    r"\s(?!mỗi|toàn|cả|riêng|có|phấn đấu)(?:\S+ ){1,5}(?:có|được|tổ chức|thành lập|ký|dự)(?: được)? (?:ít nhất|tối thiểu) $",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<!\w)(?:có|được|đạt|tham gia|thực hiện|hoàn thành|sử dụng|tổ chức|dùng|trồng|xây dựng)(?!\w)", re.IGNORECASE
)
TIMES = ("giờ", "phút", "ngày", "ngày làm việc")


def heads(lead: str) -> bool:
    """Does the name stand wholly before the amount (“tỷ lệ hộ nghèo …”)?"""
    return _HEAD.match(lead) is not None


def next_head(words: str) -> int:
    """Where, behind a comma, the first word of a name begins; 0 where none does."""
    match = _NEXT.search(words)
    return match.end() if match else 0


def boundary(text: str, start: int, end: int) -> int | None:
    """Where the words of the next amount begin; None where it only qualifies the one before."""
    parts = list(PART.finditer(text, start, end))
    if parts:
        return parts[-1].end()
    between = text[start:end]
    if between.startswith(" và "):
        return start + 1  # “khoai tây 95 ha và rau 75 ha”
    inside = listed(between)
    closed = between.rfind(")") + 1  # “320 đơn (năm 2025: 274 đơn), tăng 16,8%”
    begins = between[closed:].lstrip()
    if begins.startswith((",", "(")):
        return start + len(between) - len(begins) + 1
    if _qualified(between, inside):
        return None  # “100% khu công nghiệp, cụm công nghiệp có tối thiểu 1 trạm”
    headed = _NEXT.search(between, inside)
    comma = headed.start() if headed else max(between.rfind(",", inside), between.rfind("(", inside))
    if comma >= 0:
        return start + comma + 1
    joined = _JOINED.search(between)
    return start + joined.start(joined.lastgroup or 0) if joined else None


def _qualified(between: str, inside: int) -> bool:
    """Do the words between two amounts only go on with the list of those the first is of, and say what each has?"""
    comma = between.rfind(",", inside)
    return _EACH_HAS.match(between, comma + 1) is not None and _VERB.search(between, 0, comma) is None


def tail_end(text: str, amount: Quantity, rest: list[Quantity], end: int) -> int:
    """Where the words that follow ``amount`` end."""
    for after in rest:
        at = boundary(text, amount.span.end, after.span.start)
        if at is not None:
            part = PART.search(text, amount.span.end, after.span.start)
            return part.start() if part else at - 1
    return end


def denominator(text: str, amount: Quantity, rest: list[Quantity]) -> bool:
    """“trên 1 đơn vị diện tích (ha) đạt 46 triệu đồng”, “/1ha đất canh tác đạt 35 triệu đồng”."""
    if amount.value != 1 or not rest or amount.of:
        return False
    before = text[max(0, amount.span.start - 6) : amount.span.start].rstrip().lower()
    return before.endswith(("/", "trên", "mỗi")) and "," not in text[amount.span.end : rest[0].span.start]


def describes(text: str, start: int, amount: Quantity, rest: list[Quantity]) -> bool:
    """Does the amount only say of what the next one is: “Tỷ lệ của 05 xã biên giới đạt 95%”?"""
    if not rest or amount.of:
        return False
    before = text[start : amount.span.start]
    lasts = rest[0].unit in TIMES and amount.unit not in TIMES and "thời gian" in before.lower()
    if not lasts and not (counted(amount.noun) and DESCRIBES.search(before)):
        return False
    return not re.search(r"[,;(]| và ", text[amount.span.end : rest[0].span.start])
