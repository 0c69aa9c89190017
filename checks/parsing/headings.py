"""Headings: the words of one, the roles those words name, and whether a line without a number is one."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.parsing.lines import Line

ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("goal", r"mục (?:tiêu|đích)"),
        ("targets", r"chỉ tiêu"),
        ("content", r"nội dung"),
        # A deadline for papers is not the period of the movement: “Thời gian trình khen thưởng”.
        (
            "period",
            r"(?<!lấy ý kiến )(?:thời gian|thời hạn)(?! (?:trình|gửi|nộp|báo cáo|nhận|xét|bình xét|khen|đề nghị|lấy|"
            r"hoàn thành hồ sơ|chờ|khám|hoạt động|bán|giải quyết|xử lý|làm việc|tiêu ))|(?:tiến độ|lộ trình|các giai đoạn) (?:thực hiện|triển khai)|"
            r"^(?:tiến độ|lộ trình)$|^các đợt thi đua$",
        ),
        ("scope", r"phạm vi|đối tượng"),
        ("theme", r"chủ đề|khẩu hiệu"),
        ("criteria", r"tiêu chí"),
        ("means", r"giải pháp|biện pháp"),
        (
            "implementation",
            r"tổ chức thực hiện|trách nhiệm|tổ chức triển khai|phân công|triển khai thực hiện|tổ chức, thực hiện|tổ chức và thực hiện",
        ),
        ("reward", r"khen thưởng|tiêu chuẩn"),
        ("review", r"sơ kết|tổng kết"),
        ("inspection", r"kiểm tra|giám sát"),
        ("meaning", r"ý nghĩa"),
        ("requirement", r"yêu cầu"),
        ("budget", r"kinh phí"),
    )
)
"""Roles of a section by the words of its heading, case-folded; several may share one heading."""

_PAPERS = re.compile(r"hồ sơ|thủ tục|đề nghị khen")
# “Nội dung, thời gian”, “Đối tượng và thời gian”; a target or a duty that speaks of time is no such part: “95% kết luận đúng thời hạn”
_BEFORE_PERIOD = re.compile(
    r"\W*(?:về |quy định |khoảng )?(?:(?:mục|nội dung|đối tượng|phạm vi|chủ đề|hình thức|phương thức|địa điểm|thành phần|chỉ tiêu|tiêu chí|kinh phí|tên)"
    r"[^;%\d]{0,50}(?:,|và|[-–/]) *)?$"
)
HEADING_LENGTH = 160
"""A numbered line longer than this is a paragraph, not a heading."""


def words_of(rest: str) -> str:
    """The heading at the start of a line: up to a colon, the whole of a short line, else its first words."""
    colon = rest.find(":")
    if 0 < colon <= HEADING_LENGTH:
        return rest[:colon].strip(" *")
    if len(rest) <= HEADING_LENGTH:
        return rest.strip(" *.")
    stop = rest.find(". ")
    return rest[:stop].strip(" *") if 0 < stop <= 60 else ""


@lru_cache(maxsize=1 << 11)  # the headings of one office are much alike
def roles_of(heading: str) -> tuple[str, ...]:
    """The roles a heading names, in the order it names them."""
    folded = heading.lower()
    if not folded:
        return ()
    found = []
    for role, pattern in ROLES:
        match = pattern.search(folded)
        if match and (role != "period" or _heads_a_period(folded, match.start())):
            found.append((match.start(), role))
    return tuple(role for _, role in sorted(found))


def _heads_a_period(folded: str, at: int) -> bool:
    return not _PAPERS.search(folded) and _BEFORE_PERIOD.match(folded, 0, at) is not None


def is_heading(line: Line) -> bool:
    """A short line without a number that begins with the words of a role: “Mục tiêu”, “**Thời gian thi đua:** từ …”."""
    bare = line.bare
    if not bare or bare[0] in '-–+•(“"' or not bare[0].isupper() or " | " in bare:
        return False
    heading = words_of(bare)
    if not heading or len(heading) > 90 or (":" not in bare and (len(bare) > 90 or bare.endswith((".", ";", ",")))):
        return False
    folded = heading.lower()
    return any(
        p.match(folded.removeprefix("về "))
        for role, p in ROLES
        if role not in ("requirement", "inspection", "review", "meaning")
    )
