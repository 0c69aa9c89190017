"""Posts of persons: “đồng chí Lò Văn Inh, Bí thư Đảng ủy” is another person than the Chủ tịch of that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.gate.given import Given
from assistant.gate.ruling import Ruling
from assistant.gate.words import holds, key
from checks.letters import CAPITAL, SMALL

POST = (
    r"(?:Phó |Quyền |Nguyên )?(?:Chủ tịch|Bí thư|Giám đốc|Tổng Giám đốc|Hiệu trưởng|Trưởng (?:phòng|ban|thôn|Công an|trạm)|Chánh Văn phòng|"
    r"Chủ nhiệm|Bộ trưởng|Cục trưởng|Chi cục trưởng|Đội trưởng)"
)
PERSON = rf"[{CAPITAL}][{SMALL}]*(?: [{CAPITAL}][{SMALL}]*){{1,3}}"
# “Lò Văn Inh, Chủ tịch Ủy ban nhân dân xã”, “Lò Văn Inh - Bí thư”
BEHIND = re.compile(rf"(?P<person>{PERSON})(?:, | - | \()(?P<post>{POST})")
# “Chủ tịch Lò Văn Inh”, “Chủ tịch Ủy ban nhân dân xã Lò Văn Inh”
BEFORE = re.compile(
    rf"(?P<post>{POST})(?: (?:Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy)(?: xã| phường| tỉnh)?)? (?P<person>{PERSON})"
)
NEAR = 60
"""Letters between a person and the post where both are given."""


def judge_posts(said: str, given: Sequence[Given]) -> Iterator[Ruling]:
    """A ruling for each post that is not the one a known person has."""
    for pattern in (BEHIND, BEFORE):
        for match in pattern.finditer(said):
            person, post = key(match["person"]), key(match["post"])
            known = [window for source in given for window in _around(source.key, person)]
            if known and not any(_holds(window, post) for window in known):
                yield Ruling("misattributed", f"“{match['person']}” giữ chức “{match['post']}” không có trong yêu cầu.")


def _around(text: str, person: str) -> Iterator[str]:
    at = text.find(person)
    while at >= 0:
        yield text[max(0, at - NEAR) : at + len(person) + NEAR]
        at = text.find(person, at + 1)


def _holds(window: str, post: str) -> bool:
    """“chủ tịch” does not stand in “phó chủ tịch”."""
    at = holds(window, post)
    while at >= 0:
        if not window[:at].rstrip().endswith(("phó", "quyền", "nguyên")):
            return True
        following = holds(window[at + 1 :], post)
        at = at + 1 + following if following >= 0 else -1
    return False
