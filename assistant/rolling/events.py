"""Congresses and elections of last year: what was ahead then is behind now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.rolling.cited import yearly
from assistant.rolling.edits import Edit, Turn, blank, shortened
from checks.finding import Span

# “cuộc bầu cử đại biểu Quốc hội khóa XVI, đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031”
EVENT = re.compile(
    r"(?:toàn dân đi bầu|cuộc [Bb]ầu cử|[Bb]ầu cử|[Đđ]ại hội)(?! (?:cổ đông|chi đoàn|lớp))"
    r"(?:(?!, |;|\. |\.\n|\./|\n|:|[()“”]"
    r"| (?:xong|trước ngày|trong (?:quý|tháng|năm)|vào (?:ngày|tháng|cuối|đầu)|thành công|an toàn|đúng luật|bảo đảm)"
    r"| và (?:cũng|đồng thời|là|năm|kỷ niệm|cuộc|các|chào|yêu|được|lập|toàn|phục|bảo|từng))."
    r"|, (?=nhiệm kỳ|đại biểu Hội đồng nhân dân))*"
)
# What a congress left behind is still at work: “Nghị quyết Đại hội …”, “được tôn vinh tại Đại hội …”
BEHIND = re.compile(
    r"(?:[Nn]ghị quyết|Văn kiện|tinh thần|tại|từ|sau|kết quả|thành công của|theo|do)\s(?:các |cuộc |sau )?(?:[Đđ]ại biểu )?$"
)
# “…, chào mừng đại hội đảng bộ các cấp./.” closes a directive; without its event the phrase goes too.
CLOSING = re.compile(r",(?: lập thành tích)? (?:chào mừng|hướng tới|tiến tới)(?: thành công)? $")
# “Tỷ lệ cử tri đi bầu cử đạt trên 99%”: without the election nothing is left of the target
# “… nhiệm kỳ 2026 - 2031 (ngày 15 tháng 3 năm 2026)”: its day is that event's
ON_DAY = re.compile(r" \((?:Chủ nhật, )?(?:từ )?(?:ngày )?\d{1,2}[^()\n]{0,60}\)")
# “chào mừng … thành công của Đại hội đại biểu toàn quốc lần thứ XIV”
SUCCESS = re.compile(r"mừng[^.;\n]*thành công của\s(?:các |cuộc )?$")
VOTERS = re.compile(r"(?:[Tt]ỷ lệ )?[Cc]ử tri (?:đi|tham gia) $")


def edits(turn: Turn) -> Iterator[Edit]:
    """Each event becomes a blank, unless the text speaks of its outcome."""
    for match in turn.find(EVENT):
        before = turn.text[max(0, match.start() - 40) : match.start()]
        cited = any(c.span.start < match.start() < c.span.end and not yearly(turn, c) for c in turn.last.citations)
        if not cited and SUCCESS.search(turn.text[max(0, match.start() - 240) : match.start()]):
            note = f"“{shortened(match[0].strip(' .,'), 90)}” là sự kiện văn bản trước chào mừng: năm {turn.new} hãy thay hoặc bỏ."
            yield Edit(Span(match.start(), match.start()), "", note=note)
        if cited or BEHIND.search(before) or re.search(r"^[^,;.]*\bphát động", match[0]):
            continue
        end = match.end()
        while turn.text[end - 1] in " .,/":
            end -= 1
        day = ON_DAY.match(turn.text, end)
        end = day.end() if day else end
        closing = CLOSING.search(before)
        if closing and turn.text[end : end + 3] in ("./.", ".\n", "."):
            span = Span(match.start() - len(closing[0]), end)
            yield Edit(span, "", note=f"Đã bỏ “{turn.text[slice(*span)].strip(', ')}” vì sự kiện đã qua.")
            continue
        voters = VOTERS.search(before)
        yield blank(
            turn,
            Span(match.start() - len(voters[0] if voters else ""), end),
            f"Sự kiện lớn của năm {turn.new} (sự kiện năm trước đã qua), hoặc bỏ ý này",
        )
