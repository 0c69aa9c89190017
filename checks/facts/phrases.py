"""What the words around an amount name, and whether prose means it as a target."""

from __future__ import annotations

import re

from checks.facts.boundaries import DESCRIBES, PART, heads, next_head
from checks.facts.comparisons import GRADE, Comparison
from checks.facts.kinds import goes_on
from checks.facts.quantities import Quantity
from checks.facts.units import SCALES, counted

PROSE_LEAD = 12
"""In running prose the words of a target begin after the last comma, if there are more words than this before it."""
LONG_TAIL = 45
"""What follows an amount for more words than this says more than what is counted: it is cut at a comma or “và”."""

_TAIL_END = re.compile(
    r",?\s*(?:trong đó|so với|trước ngày|chậm nhất|trong năm \d{4}|vào năm|đến (?:hết|cuối) năm)\b|\s+là\s+(?=\d)|\s*\(|\)"
    r"|\s+(?:trước|đến|từ) (?=\d{1,2} tháng \d|\d{1,2}/\d)|(?<!\d)\s?/\s?(?=\d)"
    r"|, (?:không|chưa|phấn đấu|tăng|giảm|vượt|góp phần) |,(?= (?:thu|chi|tổng|tỷ lệ|tỉ lệ) )",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"(?:,| và) ")
_UPWARDS = re.compile(r"^\s*trở (?:lên|xuống)\b|(?<=số vụ)\s*trở (?:lên|xuống)\b", re.IGNORECASE)
# “Trên 95% dân số trở lên tham gia …”, but “90% hộ khá trở lên”
_INSIDE = re.compile(
    r"^((?:\s(?!khá|tốt|giỏi|trung|tiên|xuất|sao|cấp|loại|hạng|mức|đạt|từ)[^\W\d]+){1,2}) trở (?:lên|xuống)(?= \w)",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\s*trở (?:lên|xuống)(?=[\s.,]*$)", re.IGNORECASE)
_WHEN = re.compile(
    r"^(?:trong|tại|qua|ở|đến|đến hết|từ nay đến(?: hết)?) (?:(?:đợt|năm|kỳ|quý|tháng|ngày|giai đoạn)\b|\d{1,2} tháng )[^,]*,?$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:(?:và|có|đồng thời|phấn đấu|đưa|nâng(?: cao|(?! cấp))|trong đó|riêng|cụ thể|là|được|với|bằng|bảo đảm|"
    r"đảm bảo|quyết tâm|tập trung|đặc biệt|ước|tương ứng(?: với)?|tương đương(?: với)?|khoảng|để|tức(?: là)?|nghĩa là|-|–|:|,|\()(?=\s|$|:)\s*:?\s*)+",
    re.IGNORECASE,
)
# “Chỉ tiêu 2: Đến năm 2030 …”, “Từ năm 2025 trở đi, …”
_LEADS_IN = re.compile(
    r"^\s*(?:(?:chỉ|mục) tiêu \d+(?:\.\d+)?[:.]\s*)?(?:(?:phấn đấu )?(?:(?:đến|trong|từ|hết|cuối)\s)*năm \d{4}(?: trở đi)?,?\s+)?",
    re.IGNORECASE,
)
# “Về môi trường, giữ vững tỷ lệ che phủ rừng …”
_ABOUT = re.compile(r"\s*(?:Về|Trong lĩnh vực|Đối với) [^,:]+,")
# “các cấp, các ngành thi đua đưa tốc độ tăng …”, “Văn phòng phấn đấu có 100% văn bản …”
_UP_TO = re.compile(
    r"^.*(?<!\w)(?:phấn đấu|(?:đưa|nâng)(?=\s(?:tỷ lệ|tỉ lệ|tốc độ|tổng|số|mức|diện tích|thu nhập)))\s+",
    re.IGNORECASE | re.DOTALL,
)
_AIM = re.compile(r"(?<=\s)phấn đấu\s", re.IGNORECASE)
# “công nhận thêm 03 trường”, “xây dựng 40 cánh đồng lớn”
_DOER = re.compile(
    r"(?:thành lập mới|phát triển mới|công nhận(?: mới| thêm)?|trồng(?: mới)?|xây dựng(?: mới| thêm)?|xây mới|hoàn thành(?: việc)?(?: hỗ trợ| xây dựng)?|hỗ trợ"
    r"|khởi công(?: toàn bộ)?|khánh thành|bàn giao(?: mặt bằng)?|kích hoạt(?: thêm)?"
    r"|giải phóng|cứng hóa|bê tông hóa"
    r"|kiên cố hóa|gieo trồng|kết nạp|tổ chức|vận động|giúp(?: đỡ)?|đón|thu hút|tạo|giải quyết"
    r"|lắp đặt|sửa chữa|xóa|xoá|mở|đào tạo|cấp|huy động|cho|đối với|thêm|số hóa|có)\s*$",
    re.IGNORECASE,
)
# “tăng 8% so với năm 2025”, “đạt 110% dự toán”: the amount is measured by this, it is not what is counted
_MEASURED_BY = re.compile(
    r"(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|số phải thu|mức bình quân|trên tổng|so với|tổng (?:số|thu|chi))\b",
    re.IGNORECASE,
)
# “80% ở phường và 70% ở xã”
_PLACE = re.compile(r"(?:ở|tại|đối với|của)\s", re.IGNORECASE)
# “(năm 2025: 274 đơn)”, “(cùng kỳ 310 vụ)”
_BEFORE = re.compile(
    r"^\s*(?:(?:thực hiện |kế hoạch |ước )?(?:cuối |đầu )?(?:năm (?:\d{4}|trước|ngoái)|cùng kỳ)|hiện(?: nay|tại)? (?:còn|có))",
    re.IGNORECASE,
)
# Words that head an item and do not begin a name: “Thi đua phát triển kinh tế: …”
_THEME = re.compile(
    r"(?:thi đua|về|phong trào|nội dung|lĩnh vực|công tác|đẩy mạnh|nhóm|chỉ tiêu|mục tiêu|chương trình|trong|đối với)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:(?<!\w)đã|năm \d{4}[,]|năm qua|vừa qua|kết quả)\s", re.IGNORECASE)
# “3,05 triệu lượt khách” counts “lượt khách”
_SCALED = re.compile(rf"^(?:{'|'.join(SCALES)})\s")
PLAIN_NOUNS = frozenset(
    {"lao động", "người", "lượt", "lượt người", "lần", "vụ", "phút", "giờ", "ngày", "ngày làm việc"}
)
"""Nouns that add nothing to the words before the amount."""


def told_before(lead: str) -> bool:
    """Do the words before an amount, in brackets, say that it is of another time?"""
    return _BEFORE.match(lead) is not None


def measured_by(tail: str) -> bool:
    """Do the words after a share say what it is measured by, so that it tells more of the target before?"""
    return _MEASURED_BY.match(tail.strip()) is not None


def compared(tail: str) -> bool:
    """Is the amount one of a rise or fall against another year?"""
    return "so với" in tail


def short(words: str, limit: int) -> bool:
    """Has a name at most ``limit`` words, dashes not counted?"""
    return sum(any(map(str.isalnum, word)) for word in words.split()) <= limit


def theme(head: str) -> bool:
    """Is the head of an item its title, and no part of a target's name?"""
    return _THEME.match(head) is not None


def elsewhere(name: str, tail: str) -> str:
    """“Thu gom chất thải ở phường”, then “70% ở xã”: the name of the second; empty where ``tail`` is no other place."""
    place = _PLACE.match(tail)
    at = name.rfind(f" {place[0]}") if place else -1
    return f"{name[:at]} {tail}" if at > 0 else ""


_FARMING = re.compile(r"(?<!\w)(?:nông|lâm|ngư)$", re.IGNORECASE)


def shortened(before: str, *, opens: bool, prose: bool) -> str:
    """The words before an amount without what only leads to the target."""
    if prose and len(before.split()) > PROSE_LEAD:
        before = before[max((m.end() for m in PART.finditer(before)), default=0) :]
        if len(before.split()) > PROSE_LEAD:
            own = before.rpartition(": ")[2]
            before = own if heads(own.strip()) else _after_comma(before)
    if opens:
        before = _LEADS_IN.sub("", before)
    if opens and _ABOUT.match(before):
        before = _after_comma(before)
    after = next_head(before)
    if after and not heads(before.strip()):
        before = before[after:]  # “cơ cấu kinh tế chuyển dịch tích cực, tỷ trọng công nghiệp …”
    aim = _AIM.search(before)
    if aim and heads(before.strip()) and not heads(before[aim.end() :].strip()):
        return before[: aim.start()] + before[aim.end() :]  # “Tốc độ tăng trưởng phấn đấu từ 7,5% trở lên”
    return _UP_TO.sub("", before)


def _after_comma(words: str) -> str:
    at = words.rfind(",", 0, len(words) - 1)
    while at > 0 and _joins(words, at):
        at = words.rfind(",", 0, at)
    return words[at + 1 :]


def _joins(words: str, comma: int) -> bool:
    """Is the comma inside one name, “nông, lâm nghiệp”, “mức độ 3, 4”?"""
    behind = words[comma + 1 :]
    if _FARMING.search(words, max(0, comma - 12), comma):
        return behind.lstrip().startswith(("lâm", "ngư", "diêm", "thủy"))
    return words[comma - 1].isdigit() and behind.lstrip()[:1].isdigit()


def subject(rest: str, amount: Quantity, tail: str) -> str:
    """What the words before the amount name; empty where the words after it do."""
    lead = _FILLER.sub("", rest.strip(" :(*\n"))
    if _WHEN.match(lead) or (lead.endswith(",") and (tail or counted(amount.noun))):
        return ""  # “Nâng cao năng lực lãnh đạo, 100% tổ chức đảng …”
    return lead.strip(" ,")


def counted_words(tail: str, unit: str) -> str:
    """The words after an amount in ``unit`` that say what is counted."""
    if tail.startswith(",") and not (counted(unit) or goes_on(tail)):
        return ""
    upwards = "trở " in tail.lower()
    tail = _INSIDE.sub(r"\1", _UPWARDS.sub("", tail)) if upwards else tail
    cut = _TAIL_END.search(tail)
    if upwards and "từ" not in tail and not GRADE.search(tail):
        tail = _AT_LEAST.sub("", tail)
    plain = " ".join((tail[: cut.start()] if cut else tail).split()).strip(" ,.:*)")
    plain = plain.rstrip("”") if plain.count("”") > plain.count("“") else plain  # 60 “Mái ấm tình thương”
    if plain.count(" ") > LONG_TAIL:
        pause = _PAUSE.search(plain, len(" ".join(plain.split()[:8])))
        plain = plain[: pause.start()] if pause else plain
    return "" if plain.lower() in ("và", "trở lên", "trở xuống") else plain


def name(lead: str, amount: Quantity, tail: str, *, copula: bool, headed: bool = False) -> str:
    """The name of a target from the words before and after its amount; where the former are a head (“Về đào tạo: 100% …”)
    it stays one."""
    lead = " ".join(_FILLER.sub("", lead).split())
    if lead and (heads(lead) or (copula and not _unnamed(lead, amount))):
        return lead
    noun = _SCALED.sub("", re.split(r"\s?/|\strên\s", amount.noun)[0]) if counted(amount.noun) else ""
    if lead and not tail and (amount.of or noun.lower() in PLAIN_NOUNS or _says(lead, noun, headed=headed)):
        noun = ""  # “Tạo việc làm mới cho 17.500 lao động”
    counted_there = " ".join(part for part in (noun, tail) if part)
    return (": " if headed else " ").join(part for part in (lead, counted_there) if part)


def _says(lead: str, noun: str, *, headed: bool) -> bool:
    """Does the head say what is counted: “Xây dựng trường học đạt chuẩn: 01 trường”?"""
    if not headed:
        return lead.lower().endswith(noun.lower())
    return f" {noun.lower()} " in f" {lead.lower()} "


def _unnamed(lead: str, amount: Quantity) -> bool:
    """Is what is counted said only behind the amount: “xã đạt thêm 3 tiêu chí”?"""
    noun = amount.noun.lower()
    known = noun in lead.lower() or noun in PLAIN_NOUNS or amount.of is not None
    return counted(amount.noun) and not known and short(lead, 2)


def meant(text: str, start: int, amount: Quantity, said: Comparison, *, joint: bool) -> bool:
    """Does running prose set this amount as a target? ``joint``: its section is of content and of targets."""
    before = text[max(start, amount.span.start - 160) : amount.span.start]
    if amount.unit.endswith("đồng") and re.search(r"(?<!\w)mỗi\s", before, re.IGNORECASE):
        return False  # “mỗi căn hỗ trợ 60 triệu đồng” is a rate
    if _PAST.search(before) or (before.rstrip().endswith(("(", "“")) and not said.said):
        return False
    if said.said or "phấn đấu" in before.lower() or amount.unit in ("%", "‰"):
        return True
    if joint and not DESCRIBES.search(before):
        return True
    after = text[amount.span.end : amount.span.end + 12].lower()
    return after.startswith((" phấn đấu", " đạt chuẩn")) or _DOER.search(before) is not None
