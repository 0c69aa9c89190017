"""The places a document is of, by its head, and where its text puts another one in their stead.

“XÃ ĐÔNG HẢI” above, “Ủy ban nhân dân xã Đông Hà” below: a draft made from another office's paper keeps such names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.facts.sentences import sentence
from checks.finding import Span
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checks.document import Document

_UNIT = "xã|phường|đặc khu|tỉnh|huyện|thị trấn|THPT|THCS|Trung học phổ thông|Trung học cơ sở|Tiểu học|Mầm non"
_NAMED = rf"(?P<name>[{CAPITAL}]\w*(?: [{CAPITAL}]\w*)+)"
# “ỦY BAN NHÂN DÂN / XÃ ĐÔNG HẢI”, “CÔNG AN XÃ PHÚ LỘC”, “SỞ Y TẾ TỈNH HÀ KHÊ”; “THỊ XÃ” is no “XÃ”
_HEAD = re.compile(rf"(?<!thị )(?<!\w)(?P<unit>{_UNIT}) (?P<name>[^\W\d_]+(?: [^\W\d_]+)+)$", re.IGNORECASE)
# Who in a place speaks, acts or is built up only in one's own paper
_OWN = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Đảng ủy|Đảng bộ|Hội đồng nhân dân|HĐND|Mặt trận Tổ quốc Việt Nam|MTTQ Việt Nam|Công an|"
    r"Ban Chỉ huy quân sự|Trạm Y tế|"
    r"[Nn]hân dân|[Tt]uổi trẻ|[Tt]hanh niên|[Pp]hụ nữ|[Nn]ông dân|[Hh]ội viên|[Đđ]oàn viên|[Cc]ông nhân|[Xx]ây dựng(?: quê hương)?|[Đđ]ịa bàn|[Tt]oàn|"
    r"(?:Ban Giám hiệu|Hội đồng|Chi bộ|Công đoàn)(?: nhà)?(?: [Tt]rường)?|[Kk]ế hoạch (?:này )?của [Tt]rường|Sở [A-ZĐ]\w*(?: \w+){0,4}?)"
)
_PLACE = Pattern(rf"(?= (?:{_UNIT}) {_NAMED})", hooks=tuple(f" {unit} " for unit in _UNIT.split("|")))
_TOLD = Pattern(rf"(?P<by>{_OWN}) (?P<unit>{_UNIT}) {_NAMED}")
_BACK = 48
"""Characters of who speaks: where no name follows (“toàn xã đã”), nobody is looked for before it."""
# Of another place by right: its neighbour, its past, a paper or a model of it
_OTHER = re.compile(
    r"sáp nhập|hợp nhất|nhập từ|trước đây|cũ(?!\w)|giáp ranh|lân cận|kết nghĩa|phối hợp|học tập|tham quan|giúp|hỗ trợ|"
    r"bạn(?!\w)|các (?:xã|phường|tỉnh|trường)|ký kết|khối|cụm|liên |vùng|tập thể|khen|điển hình|mô hình|số \d"
)
BEHIND = 16
"""Characters behind a name that may tell why it is named: “xã Bắc Sơn giáp ranh”."""


class Stray(NamedTuple):
    """The name of another place, its span and the name it stands for."""

    span: Span
    unit: str
    own: str


def places(doc: Document) -> dict[str, str]:
    """The kinds of units in the head with their names, in small letters: “xã”, “đông hải”."""
    own: dict[str, str] = {}
    for line in doc.frame.issuer:
        match = _HEAD.search(" ".join(line.bare.split()).lower())
        if match:
            own.setdefault(_kind(match["unit"]), match["name"])
    return own


def strays(doc: Document) -> Iterator[Stray]:
    """Where the text names another place as its own, once, while the own one is in the head."""
    own = places(doc)
    if not own:
        return
    named = [place.start() for place in _PLACE.finditer(doc.text, doc.body.start, doc.frame.end)]
    told = [m for m in _TOLD.behind(named, _BACK, doc.text, doc.body.start, doc.frame.end) if _kind(m["unit"]) in own]
    often = Counter(match["name"].lower() for match in told)
    for match in told:
        right = own[_kind(match["unit"])]
        name = match["name"].lower()
        if name == right or name.startswith(f"{right} ") or right.startswith(f"{name} ") or often[name] > 1:
            continue
        around = sentence(doc.text, match.start())
        if _mine(doc, match["by"]) and not _OTHER.search(doc.text, around.start, min(around.end, match.end() + BEHIND)):
            yield Stray(Span(*match.span("name")), match["unit"], right.title())


def _kind(unit: str) -> str:
    unit = unit.lower()
    return {"trung học phổ thông": "thpt", "trung học cơ sở": "thcs"}.get(unit, unit)


def _mine(doc: Document, by: str) -> bool:
    """A department is named with its province in many papers; with another province it is told where it is the issuer."""
    return not by.startswith("Sở ") or doc.issuer.lower().startswith(by.lower())
