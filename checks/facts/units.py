"""Units of targets as directives write them: shares, money, measures, and the nouns that are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from checks.facts.numbers import MULTIPLES

SHARES = ("%", "‰", "điểm phần trăm", "điểm %", "%/năm")
"""Units of a share; “điểm phần trăm” is the difference of two shares."""

MONEY = ("đồng", "USD", "đô la Mỹ", "đô la", "EUR")
SCALES = ("nghìn tỷ", "nghìn tỉ", "triệu", "nghìn", "ngàn", "tỷ", "tỉ")
MEASURES = (
    "tấn", "tạ", "kg", "héc-ta", "héc ta", "hecta", "ha", "m2", "m²", "m3", "m³", "km2", "km²", "km", "m", "MW", "kWh",
    "kW", "lít", "Mbps", "điểm",
)  # fmt: skip

# What targets count, longest first where one begins another. A noun that is missing here is read as two syllables.
NOUNS = (
    "xã, phường, thị trấn", "xã, phường, đặc khu", "xã, thị trấn", "xã, phường", "phường, xã", "huyện, thành phố",
    "huyện, thị xã, thành phố", "thôn, tổ dân phố", "thôn, bản", "tổ hợp tác", "hợp tác xã", "HTX", "khu dân cư",
    "khu tái định cư", "tổ dân phố", "khu phố", "thị trấn", "thị xã", "thành phố", "đặc khu", "phường", "huyện", "tỉnh",
    "xã", "thôn", "bản", "làng", "xóm", "ấp", "buôn", "hộ kinh doanh", "hộ gia đình", "hộ dân", "hộ", "gia đình",
    "nhân khẩu", "người", "lao động", "công nhân", "học sinh", "sinh viên", "học viên", "giáo viên", "viên chức",
    "công chức", "cán bộ", "đảng viên", "đoàn viên", "hội viên", "thanh niên", "vận động viên", "bác sĩ", "bác sỹ",
    "dược sĩ", "điều dưỡng", "giường bệnh", "lượt khách", "lượt người", "khách du lịch", "khách", "lượt", "trẻ em",
    "doanh nghiệp", "cơ sở", "cơ quan", "đơn vị", "trường học", "trường", "lớp", "phòng học", "nhà ở", "căn nhà", "căn hộ", "căn",
    "nhà", "công trình", "dự án", "mô hình", "sản phẩm", "nhãn hiệu", "cánh đồng", "công viên", "vườn hoa", "trang trại",
    "gia trại", "tiêu chí", "chỉ tiêu", "nhiệm vụ", "sáng kiến", "đề tài", "giải pháp", "chuyên đề", "tiết", "bài",
    "tin, bài", "giải", "huy chương", "danh hiệu", "thủ tục hành chính", "thủ tục", "dịch vụ công", "hồ sơ", "văn bản",
    "cuộc họp", "cuộc", "buổi", "vụ việc", "vụ", "đoàn kiểm tra", "đoàn", "điển hình tiên tiến", "điển hình",
    "tấm gương", "gương", "tập thể", "cá nhân", "chi bộ", "tổ chức đảng", "tổ chức", "câu lạc bộ", "tuyến đường",
    "tuyến", "cây xanh", "cây", "con", "góc đọc", "tài liệu", "suất quà", "suất", "phần quà", "máy", "camera", "tàu cá",
    "tàu", "việc", "lần", "cụm", "khu", "công đoàn cơ sở", "công đoàn", "chi đoàn", "chi hội", "thỏa ước", "trạm y tế", "trạm", "bệnh viện",
    "phòng khám", "bệnh nhân", "người bệnh", "nhiệm vụ", "bộ phận", "chương trình", "hội nghị", "lớp học", "tổ", "đội", "nhóm",
    "đồng chí", "trẻ", "cháu", "bậc", "đơn", "văn bằng", "bằng khen", "giấy khen", "kỹ thuật", "kĩ thuật", "mẫu", "bộ", "đầu sách", "cuốn",
    "tài khoản", "ngày công", "phương tiện", "giường", "thửa", "khâu", "tổ chuyên môn", "cây cầu", "bài báo", "trụ sở", "sân", "bể", "mũi", "liều", "gói thầu",
    "vị trí", "quầy", "chợ", "di tích", "lễ hội", "tác phẩm", "bài viết", "tin", "xe",
    "đại đội", "trung đội", "phạm nhân", "giảng viên", "công tơ", "trạm biến áp", "giáo xứ", "họ đạo",
    "đồng hồ", "học bổng", "sổ", "thẻ", "hồ chứa", "cống", "thửa đất", "đề tài", "cầu", "đồ án", "quy hoạch", "nền tảng", "ứng dụng", "ca", "đơn vị máu",
)  # fmt: skip

IGNORED = frozenset(
    (
        "tuổi",
        "năm",
        "tháng",
        "ngày",
        "quý",
        "giờ",
        "phút",
        "giây",
        "tuần",
        "đêm",
        "sao",
        "khóa",
        "khoá",
        "nhiệm",
        "kỳ",
        "phần",
        "thứ",
        "trang",
    )
)
"""Nouns whose number is a time, an age or a grade, never a target."""


def _any(words: Iterable[str]) -> str:
    """Any of ``words``, the longest first; each letter is tried once for all words that share what stands before it."""
    return _branches([re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True)])


def _branches(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0].replace(" ", r"\s")
    tails: dict[str, list[str]] = {}
    for word in words:
        head = word[:2] if word[:1] == "\\" else word[:1]
        tails.setdefault(head, []).append(word[len(head) :])
    branches = [head.replace(" ", r"\s") + _branches(rest) if head else "" for head, rest in tails.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


# “bác sĩ/ vạn dân”, “triệu đồng/người/năm”, “đồng/trẻ/ngày”, “ca trên 100.000 dân”
_MANY = r"(?:1\.000|10\.000|100\.000|một vạn|01 vạn|1 vạn|vạn) (?:dân|trẻ(?: đẻ sống| sinh sống)?)"
_EACH = (
    rf"(?:{_MANY}|năm|tháng|ngày|quý|tuần|buổi|vụ|ha|m2|km2|km|người|hộ|lao động|trẻ|cháu|học sinh|giáo viên|đồng chí|đảng viên|xã|thôn"
    r"|bản|tổ chuyên môn|tổ|lớp|trường|đơn vị|cơ sở|ca|lượt|giường|con|căn|nhà|suất|dân)(?!\w)"
)
PER = rf"(?: ?(?:/|trên(?= {_MANY})) ?{_EACH})"
MEASURED = rf"(?:{_any(SCALES)})?\s?(?:{_any(MONEY)}|{_any(MEASURES)})(?!\w|\schí\b|\shồ\b(?!\ssơ))"
_SPOTS = (
    r"điểm\s(?:đen|lõm(?: sóng)?|trường|sáng|du lịch|bán hàng|chữa cháy|phát sóng|truy cập|hỗ trợ"
    r"|vui chơi|sinh hoạt|tham quan|đổi rác|bưu điện|giao dịch|sạt lở|ngập(?: úng)?|cầu|tập kết|dân cư)(?!\w)"
)
UNIT = (
    rf"(?:{_any(SHARES)}|{_SPOTS}|{MEASURED}{PER}{{0,2}}|(?:(?:{_any(SCALES)})\s)?(?:{_any(NOUNS)})(?!\w){PER}{{0,2}}"
    rf"|(?:{_any(SCALES)})(?!\w)|/ ?{_MANY})"
)
"""One unit, to be placed in a larger pattern."""

_MEASURED = re.compile(MEASURED, re.IGNORECASE)


@lru_cache(1024)
def counted(unit: str) -> bool:
    """Does the unit name the things themselves (“xã”, “hộ”), so that the name of the target begins with it?"""
    return bool(unit) and unit not in SHARES and unit[0] != "/" and _MEASURED.fullmatch(unit.partition("/")[0]) is None


@lru_cache(1024)
def normal(unit: str) -> str:
    """One spelling a unit: “tỉ đồng” and “tỷ đồng”, “bác sĩ/ vạn dân” and “bác sĩ/vạn dân” are the same."""
    plain = (
        " ".join(unit.split())
        .replace(" trên ", "/")
        .replace(" /", "/")
        .replace("/ ", "/")
        .replace("²", "2")
        .replace("³", "3")
    )
    plain = re.sub(r"\btỉ\b", "tỷ", plain)
    plain = re.sub(r"(?:một|0?1) (?=vạn)", "", plain)
    plain = re.sub(r"^(?:héc-ta|héc ta|hecta)\b", "ha", plain).replace("ngàn", "nghìn").replace("bác sỹ", "bác sĩ")
    if plain == "điểm %":
        return "điểm phần trăm"
    plain = re.sub(r"đô la(?: Mỹ)?$", "USD", plain)
    head, slash, rest = plain.partition("/")
    lower = head.lower()
    return _FOLDED.get(lower, lower.replace("usd", "USD")) + slash + rest


def ratio(unit: str, other: str) -> Decimal | None:
    """What one ``unit`` is in ``other``: 10 for “tấn/ha” in “tạ/ha”; None where they measure different things."""
    (head, _, rest), (target, _, per) = unit.partition("/"), other.partition("/")
    one, two = _worth(head), _worth(target)
    if rest != per or one is None or two is None or one[0] != two[0]:
        return None
    return one[1] / two[1]


def _worth(head: str) -> tuple[str, Decimal] | None:
    """What is measured, and how much of it: “triệu đồng” is a million of “đồng”."""
    if head in _SIZES:
        return _SIZES[head]
    scale, _, rest = head.rpartition(" ")
    if rest in MONEY and (not scale or scale in MULTIPLES):
        return rest, MULTIPLES.get(scale, Decimal(1))
    return None


_SIZES = {
    "kg": ("mass", Decimal(1)), "tạ": ("mass", Decimal(100)), "tấn": ("mass", Decimal(1000)),
    "m": ("length", Decimal(1)), "km": ("length", Decimal(1000)),
    "m2": ("area", Decimal(1)), "ha": ("area", Decimal(10_000)), "km2": ("area", Decimal(1_000_000)),
    "kW": ("power", Decimal(1)), "MW": ("power", Decimal(1000)),
}  # fmt: skip
_FOLDED = {
    **{unit.lower(): unit for unit in (*MEASURES, *MONEY)},
    "htx": "hợp tác xã",
    "trường học": "trường",
    "nhà ở": "nhà",
    "căn nhà": "căn",
    "căn hộ": "căn",
    "hộ gia đình": "hộ",
    "hộ dân": "hộ",
}
