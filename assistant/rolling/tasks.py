"""Works and jobs that last year's text names: they may be done by now, and no figure gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.rolling.edits import Edit, Turn
from checks.finding import Span
from checks.surroundings import line_bounds

WORK = re.compile(
    r"(?:khởi công|khánh thành|thông xe|hoàn thành|khắc phục xong|đưa vào (?:sử dụng|khai thác|hoạt động)|nghiệm thu|bàn giao)"
    r"[^.;\n]{0,40}?(?:cầu|đường|hạ tầng|công trình|dự án|trụ sở|trường|trạm|nhà|khu|hồ|bệnh viện)",
)
# “Năm 2026, Sở Công Thương là Trưởng Khối”: it passes on from year to year
TURNS = re.compile(
    r"[Nn]ăm \d{4}[^.;\n]{0,80}(?:làm|là) (?:[Cc]ụm|[Kk]hối)?\s?(?:[Tt]rưởng|[Pp]hó)(?: [Tt]rưởng)? ?(?:[Cc]ụm|[Kk]hối)?"
)
TURNS_NOTE = "Cụm trưởng, khối trưởng nêu ở đây là của văn bản trước: hãy kiểm tra theo phân công luân phiên năm nay."
NOTE = "Đoạn này nêu công trình, việc cụ thể của văn bản trước: giữ việc còn làm tiếp, thay việc đã xong."


def edits(turn: Turn) -> Iterator[Edit]:
    """One note for each paragraph outside the targets that names a work."""
    seen: set[int] = set()
    for match in turn.find(WORK):
        start = line_bounds(turn.text, match.start())[0]
        if start not in seen and not turn.in_targets(start):
            seen.add(start)
            yield Edit(Span(start, start), "", note=NOTE)
    for match in turn.find(TURNS):
        yield Edit(Span(match.start(), match.start()), "", note=TURNS_NOTE)
