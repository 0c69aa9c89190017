"""The words around an amount: where those of one target end and the next begin, and what they name."""

from __future__ import annotations

import re

from checks.facts.comparisons import Comparison
from checks.facts.quantities import Quantity
from checks.facts.units import counted

PROSE_LEAD = 12
"""In running prose the words of a target begin after the last comma, if there are more words than this before it."""
LONG_TAIL = 18
"""What follows an amount for more words than this says more than what is counted: it is cut at a comma or “và”."""

PART = re.compile(r",?\s*\(?(?:trong đó|bao gồm|gồm|riêng)\s*:?\s*(?:riêng\s|có\s)?", re.IGNORECASE)
# “260 doanh nghiệp và 45 hợp tác xã”, “250 triệu đồng xây dựng 05 nhà”
_BUILD = r"(?:khởi công|xây dựng|xây mới|sửa chữa|hỗ trợ|trao|trồng|thành lập|công nhận|nâng cấp)(?: mới| thêm)?"
_JOINED = re.compile(
    rf"\s(?P<next>và\s+(?:{_BUILD}\s+)?(?:ít nhất |tối thiểu |trên |hơn )?)$|^\s(?P<built>(?:để )?{_BUILD}\s)$"
)
_TAIL_END = re.compile(
    r",?\s*(?:trong đó|so với|trước ngày|chậm nhất|trong năm \d{4}|vào năm|đến (?:hết|cuối) năm)\b|\s+là\s+(?=\d)|\s*\(|\)",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"(?:,| và) ")
_UPWARDS = re.compile(r"^\s*trở (?:lên|xuống)\b|(?<=số vụ)\s*trở (?:lên|xuống)\b", re.IGNORECASE)
_AT_LEAST = re.compile(r"\s*trở (?:lên|xuống)(?=[\s.,]*$)", re.IGNORECASE)
_WHEN = re.compile(
    r"^(?:trong|tại|qua|ở|đến|đến hết|từ nay đến(?: hết)?) (?:đợt|năm|kỳ|quý|tháng|ngày|giai đoạn)\b[^,]*,?$",
    re.IGNORECASE,
)
# Nouns that begin the name of a target: “tỷ lệ hộ nghèo”, “thu ngân sách”
_HEAD = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ trọng|tốc độ|tổng|giá trị|thu nhập|thu (?!gom|hút|hồi)|"
    r"sản lượng|diện tích|kim ngạch|số (?!hóa|hoá)|mức|năng suất|chỉ số|bình quân|grdp|vốn|chi (?!tiêu|trả)|doanh thu|mật độ)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:(?:và|có|đồng thời|phấn đấu|đưa|nâng|trong đó|riêng|cụ thể|là|được|với|bằng|bảo đảm|"
    r"đảm bảo|quyết tâm|tập trung|đặc biệt|ước|-|–|:|,|\()(?=\s|$|:)\s*:?\s*)+",
    re.IGNORECASE,
)
# “Chỉ tiêu 2: Đến năm 2030 …”
_LEADS_IN = re.compile(
    r"^\s*(?:(?:Chỉ|Mục) tiêu \d+(?:\.\d+)?[:.]\s*)?(?:(?:Phấn đấu )?[Đđ]ến (?:hết |cuối )?năm \d{4},?\s+)?"
)
# “Về môi trường, giữ vững tỷ lệ che phủ rừng …”
_ABOUT = re.compile(r"\s*(?:Về|Trong lĩnh vực|Đối với) [^,:]+,")
# “các cấp, các ngành thi đua đưa tốc độ tăng …”, “Văn phòng phấn đấu có 100% văn bản …”
_UP_TO = re.compile(
    r"^.*(?<!\w)(?:phấn đấu|(?:đưa|nâng)(?=\s(?:tỷ lệ|tỉ lệ|tốc độ|tổng|số|mức|diện tích|thu nhập)))\s+",
    re.IGNORECASE | re.DOTALL,
)
# “công nhận thêm 03 trường”, “xây dựng 40 cánh đồng lớn”
_DOER = re.compile(
    r"(?:thành lập mới|phát triển mới|công nhận(?: mới| thêm)?|trồng(?: mới)?|xây dựng(?: mới| thêm)?|xây mới|hoàn thành(?: việc)?(?: hỗ trợ| xây dựng)?|hỗ trợ"
    r"|tổ chức|vận động|giúp(?: đỡ)?|đón|thu hút|tạo|giải quyết|lắp đặt|sửa chữa|xóa|xoá|mở|đào tạo|cấp|huy động|cho|đối với|thêm|số hóa|có)\s*$",
    re.IGNORECASE,
)
# “mặt bằng thuộc 04 công trình”, “tổng vốn của 06 dự án”
_DESCRIBES = re.compile(
    r"(?<!\w)(?:thuộc|của|những|các|với|do|tại|theo|là|tổng vốn|trong|mỗi)\s(?:tổng vốn\s)?$", re.IGNORECASE
)
_PAST = re.compile(r"(?:(?<!\w)đã|năm \d{4}[,]|năm qua|vừa qua|kết quả)\s", re.IGNORECASE)
PLAIN_NOUNS = frozenset(
    {"lao động", "người", "lượt", "lượt người", "lần", "vụ", "phút", "giờ", "ngày", "ngày làm việc"}
)
"""Nouns that add nothing to the words before the amount."""


def boundary(text: str, start: int, end: int) -> int | None:
    """Where the words of the next amount begin; None where it only qualifies the one before."""
    parts = list(PART.finditer(text, start, end))
    if parts:
        return parts[-1].end()
    between = text[start:end]
    if between.startswith(" và "):
        return start + 1  # “khoai tây 95 ha và rau 75 ha”
    if between.lstrip().startswith((",", "(")):
        return start + len(between) - len(between.lstrip()) + 1
    comma = max(between.rfind(","), between.rfind("("))
    if comma >= 0:
        return start + comma + 1
    joined = _JOINED.search(between)
    return start + joined.start(joined.lastgroup or 0) if joined else None


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


def shortened(before: str, *, opens: bool, prose: bool) -> str:
    """The words before an amount without what only leads to the target."""
    if prose and len(before.split()) > PROSE_LEAD:
        before = before[max((m.end() for m in PART.finditer(before)), default=0) :]
        if len(before.split()) > PROSE_LEAD:
            before = _after_comma(before)
    if opens:
        before = _LEADS_IN.sub("", before)
    if opens and _ABOUT.match(before):
        before = _after_comma(before)
    return _UP_TO.sub("", before)


def _after_comma(words: str) -> str:
    return words[words.rfind(",", 0, len(words) - 1) + 1 :]


def subject(rest: str, amount: Quantity, tail: str) -> str:
    """What the words before the amount name; empty where the words after it do."""
    lead = _FILLER.sub("", rest.strip(" :(*\n"))
    if _WHEN.match(lead) or (lead.endswith(",") and (tail or counted(amount.noun))):
        return ""  # “Nâng cao năng lực lãnh đạo, 100% tổ chức đảng …”
    return lead.strip(" ,")


def counted_words(tail: str) -> str:
    """The words after an amount that say what is counted."""
    tail = _UPWARDS.sub("", tail)
    cut = _TAIL_END.search(tail)
    if "từ" not in tail:
        tail = _AT_LEAST.sub("", tail)
    plain = " ".join((tail[: cut.start()] if cut else tail).split()).strip(" ,.:*)")
    if plain.count(" ") > LONG_TAIL:
        pause = _PAUSE.search(plain, len(" ".join(plain.split()[:8])))
        plain = plain[: pause.start()] if pause else plain
    return "" if plain.lower() in ("và", "trở lên", "trở xuống") else plain


def heads(lead: str) -> bool:
    """Does the name stand wholly before the amount (“tỷ lệ hộ nghèo …”)?"""
    return _HEAD.match(lead) is not None


def name(lead: str, amount: Quantity, tail: str, *, copula: bool) -> str:
    """The name of a target from the words before and after its amount."""
    lead = " ".join(_FILLER.sub("", lead).split())
    if lead and (copula or heads(lead)):
        return lead
    noun = re.split(r"\s?/|\strên\s", amount.noun)[0] if counted(amount.noun) else ""
    if lead and not tail and (amount.of or noun.lower() in PLAIN_NOUNS or lead.lower().endswith(noun.lower())):
        noun = ""  # “Tạo việc làm mới cho 17.500 lao động”
    return " ".join(part for part in (lead, noun, tail) if part)


def meant(text: str, start: int, amount: Quantity, said: Comparison, *, joint: bool) -> bool:
    """Does running prose set this amount as a target? ``joint``: its section is of content and of targets."""
    before = text[max(start, amount.span.start - 160) : amount.span.start]
    if _PAST.search(before) or (before.rstrip().endswith(("(", "“")) and not said.said):
        return False
    if said.said or "phấn đấu" in before.lower() or amount.unit in ("%", "‰"):
        return True
    if joint and not _DESCRIBES.search(before):
        return True
    after = text[amount.span.end : amount.span.end + 12].lower()
    return after.startswith((" phấn đấu", " đạt chuẩn")) or _DOER.search(before) is not None
