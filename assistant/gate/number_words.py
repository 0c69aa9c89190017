"""Numbers written in words: “mười lăm”, “hai mươi tỷ”, “ba phần tư”, “hàng trăm”, “gấp đôi”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checks.facts.spelled import DIGITS
from checks.facts.units import NOUNS

SCALES = {"nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_ANY = "|".join(sorted((*DIGITS, *SCALES, "mười", "mươi", "trăm", "linh", "lẻ", "chục", "tá"), key=len, reverse=True))
# “hai mươi lăm”, “một trăm linh năm nghìn”
_RUN = rf"(?:{_ANY})(?:\s(?:{_ANY}))*(?!\w)"
# “hai phẩy năm phần trăm”, “mười hai phẩy năm tỷ đồng”
RUN = re.compile(rf"(?<!\w){_RUN}(?:\sphẩy\s{_RUN})?", re.IGNORECASE)
# Shares and multiples that need no digit
VAGUE = re.compile(
    r"(?<!\w)(?:hàng (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ)(?: (?:nghìn|ngàn|vạn|triệu|tỷ))?|(?:một|quá|hơn|gần) nửa|"
    r"gấp (?:đôi|rưỡi|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều lần)|(?:một|hai|ba|bốn|năm) phần (?:hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)|"
    r"(?:hai|ba|bốn) lần|đa số tuyệt đối|(?:hơn|gần|cả|trên|dưới|ngót) (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ)|"
    r"(?:hăm|băm) \w+|dăm (?:ba|bảy)|[\u00bc-\u00be\u2150-\u215e]|"
    r"(?<!gười )(?:vị trí|xếp|đứng)(?: hạng| thứ| đầu)(?: nhất| nhì| hai| ba| tư| năm)?|dẫn đầu (?:toàn tỉnh|toàn quốc|cả nước|cụm|khối)|"
    r"(?:cao|thấp|nhiều|ít|nhanh|lớn) hơn (?:mức |tốc độ )?(?:bình quân|trung bình)|một tá|(?:đại )?đa số|phần lớn|hầu hết|"
    r"(?:nửa|một|hai|ba|bốn|năm) (?:lần |tháng )(?:mức )?lương(?: cơ sở| tối thiểu)?|"
    r"vài (?:chục|trăm|nghìn)|mấy (?:chục|trăm|nghìn)|chục)(?!\w)",
    re.IGNORECASE,
)
_COUNTED = sorted({*NOUNS, "phần trăm", "đồng", "héc-ta", "ha", "km", "ki-lô-mét", "tấn", "lần", "điểm phần trăm", "tháng", "tuần", "ngày", "giờ", "năm",
                   "kỳ", "đợt", "bước", "nội dung"}, key=len, reverse=True)  # fmt: skip
COUNTED = re.compile(rf"\s(?P<unit>{'|'.join(map(re.escape, _COUNTED))})(?!\w)", re.IGNORECASE)
# “khen năm giáo viên”, “hai lớp, năm giáo viên”: five, where “trong năm hộ nghèo giảm” is the year
FIVE = re.compile(
    r"(?<!\w)(?:khen|thưởng|tặng|dựng|có|thêm|cho|ít nhất|tối thiểu|tối đa|quá|hơn|gần|khoảng|đủ|giúp|mở|lập|nhận|chọn|đăng ký|"
    rf"(?:{_ANY}|\d+) [^\W\d_]+(?: [^\W\d_]+)?(?:,| và)|[;:]) $",
    re.IGNORECASE,
)
# “hai việc phải làm ngay là gỡ vướng … và …”, “ba đợt sau:”: the list says how many
LISTED = re.compile(r"[^.;,]{0,40}?(?: là |:| sau(?: đây)?(?: |$)| gồm )")
# “một trong những”, “hai là”, “ba mặt”: said of nothing that is counted
SMALL = frozenset({"một", "hai", "ba", "bốn", "năm", "tư", "không"})


class Spelled(NamedTuple):
    """A number in words; ``unit`` is what follows it, empty where nothing that is counted does."""

    start: int
    end: int
    value: Decimal | None
    unit: str
    text: str


def spelled(text: str) -> Iterator[Spelled]:
    """Every number in words that states an amount."""
    taken: list[tuple[int, int]] = []
    for match in VAGUE.finditer(text):
        taken.append(match.span())
        yield Spelled(match.start(), match.end(), None, "", match[0])
    for match in RUN.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        words = match[0].lower().split()
        unit = COUNTED.match(text, match.end())
        start, words = _trimmed(match.start(), match[0], words)
        five = words == ["năm"] and unit and FIVE.search(text[: match.start()])
        if words and unit and unit["unit"].lower() in ("đợt", "việc") and LISTED.match(text, unit.end()):
            continue
        if not words or not (five or _counts(words, unit["unit"].lower() if unit else "")):
            continue
        value = _decimal(words)
        if value is not None:
            yield Spelled(start, match.end(), value, unit["unit"] if unit else "", " ".join(words))


def _trimmed(start: int, written: str, words: list[str]) -> tuple[int, list[str]]:
    """“năm hai nghìn …”: the first “năm” is the year; “không một” is no number."""
    while len(words) > 1 and (words[0] == "không" or (words[0] == "năm" and words[1] not in ("mươi", "trăm", *SCALES))):
        step = len(written.split()[0]) + 1
        start, written, words = start + step, written[step:], words[1:]
    return start, words


def _counts(words: list[str], unit: str) -> bool:
    if "phẩy" in words:
        return True
    if len(words) == 1:
        one = words[0]
        if one in ("không", "năm", "tư", "linh", "lẻ", "trăm", "mươi", "một", "mốt", "lăm", "nhăm", "tá", *SCALES):
            return False
        return (
            bool(unit) and unit not in ("nội dung", "bước", "lần", "nhóm", "kỳ", "tổ chức", "cấp")
            if one in SMALL
            else bool(unit)
        )
    return not all(word in SCALES or word in ("linh", "lẻ") for word in words)


def _decimal(words: list[str]) -> Decimal | None:
    """“mười hai phẩy năm tỷ” is 12.5 tỷ; the words behind “phẩy” are read as one number, “không năm” as 05."""
    if "phẩy" not in words:
        whole = _value(words)
        return None if whole is None else Decimal(whole)
    at = words.index("phẩy")
    behind = [word for word in words[at + 1 :] if word not in SCALES]
    before, after = _value(words[:at]), _value(behind)
    if before is None or after is None or not behind:
        return None
    zeros = next((n for n, word in enumerate(behind) if word != "không"), len(behind))
    digits = "0" * zeros + (str(after) if after else "")
    scale = 1
    for word in words[at + 1 + len(behind) :]:
        scale *= SCALES.get(word, 1)
    return Decimal(f"{before}.{digits or 0}") * scale


def _value(words: list[str]) -> int | None:
    """“hai nghìn không trăm hai mươi bảy” is 2027; “một nghìn hai trăm tỷ” is 1200 tỷ."""
    done = group = 0
    last: int | None = None
    for word in words:
        if word in DIGITS:
            last = DIGITS[word]
            group += last
        elif word == "mười":
            group, last = group + 10, None
        elif word in ("mươi", "chục", "trăm"):
            size = 100 if word == "trăm" else 10
            group, last = group + (size if last is None else last * (size - 1)), None
        elif word in SCALES:
            scale = SCALES[word]
            below = done % scale
            done, group, last = done - below + (below + group or 1) * scale, 0, None
        elif word not in ("linh", "lẻ"):
            return None
    return done + group
