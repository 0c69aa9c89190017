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
NOTE = "Đoạn này nêu công trình, việc cụ thể của văn bản trước: giữ việc còn làm tiếp, thay việc đã xong."


def edits(turn: Turn) -> Iterator[Edit]:
    """One note for each paragraph outside the targets that names a work."""
    seen: set[int] = set()
    for match in turn.find(WORK):
        start = line_bounds(turn.text, match.start())[0]
        if start not in seen and not turn.in_targets(start):
            seen.add(start)
            yield Edit(Span(start, start), "", note=NOTE)
