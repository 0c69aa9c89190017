"""Is a document the launch of an emulation movement, of which kind, for which year, under which theme?"""

from __future__ import annotations

import re

from checks.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Movement = Literal["annual", "campaign", "multi-year"]

# “Phát động phong trào thi đua năm 2026”, “tổ chức đợt thi đua cao điểm …”
LAUNCH = Pattern(
    r"phát động[^.;\n]{0,60}thi đua|phong trào thi đua|đợt thi đua|công tác thi đua[^.;\n]{0,40}năm \d{4}|"
    r"thi đua (?:cao điểm|đặc biệt|yêu nước|chuyên đề|chào mừng|lập thành tích)",
    flags=re.IGNORECASE,
)
# A plan that carries out what another body has launched is no launch: “Triển khai thực hiện Chỉ thị số 19/CT-TTg …”
CARRIES_OUT = Pattern(
    r"(?:triển khai )?thực hiện (?:chỉ thị|quyết định|nghị quyết|kế hoạch|công văn) số", flags=re.IGNORECASE
)
NOT_LAUNCH = Pattern(
    r"(?:sơ|tổng) kết|báo cáo|kết quả|quy chế|quy định|hướng dẫn (?:xét|bình xét|chấm|tổng kết)|kiểm tra|"
    r"(?<!chào mừng )(?<!tiến tới )(?<!hướng tới )đại hội thi đua|hội nghị|"
    r"danh sách|tặng (?:cờ|bằng|thưởng)|khen thưởng (?:cho|đột xuất)|tiêu chí|chia (?:khối|cụm)|hoạt động (?:của )?(?:khối|cụm)",
    flags=re.IGNORECASE,
)
KINDS = frozenset(
    {"Chỉ thị", "Kế hoạch", "Phát động", "Lời kêu gọi", "Chương trình", "Công văn", "Công điện", "Hướng dẫn"}
)
CAMPAIGN = Pattern(
    r"đợt thi đua|chặng thi đua|đợt cao điểm|cao điểm|chào mừng|lập thành tích|ngày đêm|chuyên đề|đặc biệt|kỷ niệm|hướng tới|nước rút|"
    r"(?:\d|ba|sáu|chín) tháng (?:đầu|cuối) năm|quý (?:[IV]{1,3}|[1-4])\b|"
    r"đợt phát động|tổng điều tra|kỳ thi|bầu cử|lễ hội|festival|tết nguyên đán|tháng (?:thanh niên|công nhân)|tuần lễ|diễn tập",
    flags=re.IGNORECASE,
)
"""Also the events that have their days within a year: “Tổng điều tra dân số và nhà ở năm 2019”."""
# not “ngày 16 tháng 7 năm 2021”, not “kế hoạch 5 năm 2026 - 2030”, not “định hướng đến năm 2030”
YEAR = Pattern(
    r"(?<!\d )(?<!đến )(?<!nhìn )năm (?:học:? )?(?P<first>\d{4})(?: ?[-–] ?(?P<last>\d{4}))?", flags=re.IGNORECASE
)
MULTI_YEAR = Pattern(
    r"(?:giai đoạn|nhiệm kỳ|các năm|từ năm|\d năm) ?\(?(?P<first>\d{4}) ?(?:[-–]|đến(?: năm)?) ?(?P<last>\d{4})",
    flags=re.IGNORECASE,
)
# not “phát động phong trào … giai đoạn 2021 - 2025, tầm nhìn đến năm 2030”
ORDER_YEAR = Pattern(r"phát động[^.;\n]{0,80}?(?<!đến )(?<!nhìn )năm (\d{4})")
_QUOTED = r"[^“\"\n]{0,60}[“\"]\**(?P<theme>[^”\"\n]{6,400}?)\**[”\"]"
# The quoted theme after “chủ đề”; a slogan is the theme where nothing else is
THEME = Pattern(r"chủ đề" + _QUOTED, flags=re.IGNORECASE)
SLOGAN = Pattern(r"khẩu hiệu" + _QUOTED, flags=re.IGNORECASE)
# A campaign named in its subject: đợt thi đua “100 ngày đêm về đích năm 2025”; “60 ngày đêm” alone is a length
SUBJECT_THEME = Pattern(r"[“\"](?P<theme>(?!\d+ ngày(?: đêm)?[”\"])[^”\"]{6,200})[”\"]")


# “năm 2026 và kế hoạch 5 năm (2026 - 2030)”: the years go on after the first
AND_PLAN = Pattern(r"năm \d{4},? và (?:thực hiện )?kế hoạch 0?5 năm", flags=re.IGNORECASE)


def is_launch(kind: str | None, subject: str, opening: str) -> bool:
    """By kind and subject; a document without a subject is known by its ``opening`` words."""
    if kind is not None and kind not in KINDS:
        return False
    if LAUNCH.search(subject):
        return not NOT_LAUNCH.search(subject) and not CARRIES_OUT.match(subject)
    return kind in ("Chỉ thị", "Phát động") and not subject and "phong trào thi đua" in opening


def movement_of(subject: str, year: int | None) -> Movement:
    """“đợt”, “cao điểm”, “chào mừng” make a campaign; a span of years a movement over several years."""
    if CAMPAIGN.search(subject):
        return "campaign"
    if MULTI_YEAR.search(subject) and (AND_PLAN.search(subject) or not YEAR.search(MULTI_YEAR.sub("", subject))):
        return "multi-year"
    stated = YEAR.search(MULTI_YEAR.sub("", subject))
    if stated and stated["last"] and "học" not in stated[0].lower():
        # “mùa khô năm 2023 - 2024”: one season, with days of its own
        return "campaign" if int(stated["last"]) - int(stated["first"]) == 1 else "multi-year"
    return "annual" if year else "campaign"


def year_of(subject: str, preface: str) -> int | None:
    """The year of the subject, else of the order sentence; a school year counts as its first."""
    stated = YEAR.search(MULTI_YEAR.sub("", subject))
    if stated:
        return int(stated["first"])
    order = ORDER_YEAR.search(preface)
    return int(order[1]) if order else None


def theme_of(body: str, subject: str) -> str:
    """The quoted theme or slogan; empty where none is quoted."""
    match = THEME.search(body) or SUBJECT_THEME.search(subject) or SLOGAN.search(body)
    return match["theme"].strip(" .*") if match else ""
