"""Obligation: what last year's sentence demands, this year's may not turn into a wish, its opposite or another's duty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from assistant.gate.figures import LINK
from assistant.gate.given import Given
from assistant.gate.names import names
from assistant.gate.words import holds, key, plain, splits, words
from checks.letters import SMALL

STRONG = re.compile(
    r"(?<!\w)(?<!không )(?:phải|bắt buộc|nghiêm cấm|không được|không để|tuyệt đối|có trách nhiệm|chịu trách nhiệm|yêu cầu)(?!\w)"
)
FIRM = re.compile(r"(?<!\w)(?:cần|bảo đảm|đảm bảo|hoàn thành|thực hiện|tổ chức)(?!\w)")
WEAK = re.compile(
    r"(?<!\w)(?:có thể|nên|khuyến khích|đề nghị xem xét|cố gắng|"
    r"xem xét(?!,? (?:và )?(?:quyết định|giải quyết|khen|tặng|xử lý|cho ý kiến|biểu dương|tôn vinh))|nếu có điều kiện|tùy (?:điều kiện|tình hình|theo)|tùy|"
    r"không phải(?! là)|không bắt buộc|không nhất thiết|được phép|trong khả năng|nếu cần|nếu thấy)(?!\w)"
)
# “không huy động …”; not “hàng không”, nor “… có phải nộp không”
FORBIDS = re.compile(r"(?<!\w)(?:(?<!hàng )không|nghiêm cấm|cấm|chưa được)(?= [^\W\d_])")
NO = re.compile(r"(?<!\w)(?:không|chưa|nghiêm cấm|cấm|tránh|ngăn|chống|khỏi)(?!\w)")
UNDONE = re.compile(r"(?<!\w)(?:xóa|xoá|hết|chấm dứt|khắc phục|phòng ngừa|đẩy lùi)(?!\w)")
MODAL = re.compile(r"^(?: (?:được|để|xảy|ra|bị|phải|có|phát|sinh|làm))+(?!\w)")
# “giảm hồ sơ, sổ sách”
MOVE = re.compile(r"(?<!\w)(?P<move>tăng|giảm|mở rộng|thu hẹp) (?P<what>[^\W\d_]+ [^\W\d_]+)")
OPPOSITE = {"tăng": ("giảm",), "giảm": ("tăng",), "mở rộng": ("thu hẹp",), "thu hẹp": ("mở rộng",)}
DOERS = frozenset(
    (
        "Sở", "Phòng", "Ban", "Bộ", "Văn phòng", "Công an", "Trung tâm", "Thanh tra", "Chi cục", "Cục", "Đài", "Báo", "Trạm", "Hội đồng", "Hội", "Đoàn",
        "Kho bạc", "Bảo hiểm", "Thuế", "Tòa án", "Ngân hàng", "Hợp tác xã", "Bệnh viện", "Trường", "Quỹ",
    )
)  # fmt: skip
TASK, TAKEN_OVER = 4, 0.75
"""Words of a duty that tell it from others; the share of them that makes it the one that was given."""
ALIKE = 0.5
SAME = 0.65
NEARLY = 0.8


def weakened(said: str, before: str) -> str:
    """Why ``said`` demands less than its sentence in ``before``; empty where it does not."""
    mine = set(words(said))
    share, old = max(((_alike(mine, theirs), one) for theirs, one in _sentences(before)), default=(0.0, ""))
    if share < ALIKE:
        return ""
    new_key, old_key = key(said), key(old)
    if "phát động phong trào" in old_key:
        old_key = old_key.replace("yêu cầu", "")  # the sentence that launches demands nothing by itself
    strong, weak = STRONG.search(old_key), WEAK.search(new_key)
    if weak and not WEAK.search(old_key) and (strong or FIRM.search(old_key)):
        was = strong[0] if strong else "yêu cầu thực hiện"
        return f"Câu gốc yêu cầu “{was}”, câu này chỉ còn “{weak[0]}”."
    if strong and share >= SAME and not STRONG.search(new_key):
        return f"Câu gốc có “{strong[0]}”, câu này bỏ mất."
    lost = Counter(STRONG.findall(old_key)) - Counter(STRONG.findall(new_key))
    if share >= NEARLY and lost and len(STRONG.findall(new_key)) < len(STRONG.findall(old_key)):
        return f"Câu gốc có “{next(iter(lost))}”, câu này bỏ mất."
    return ""


@lru_cache(maxsize=16)
def _sentences(text: str) -> tuple[tuple[Set[str], str], ...]:
    """Each sentence behind its words: all that a model wrote is held against one text."""
    return tuple((frozenset(words(one)), one) for line in text.split("\n") for one in splits(line))


def turned(said: str, given: Sequence[Given], before: str = "") -> str:
    """Why ``said`` allows what is forbidden where it was given, or the other way about."""
    sources = [source for source in given if source.kind != "other"]
    told = [part for text in (before, *(source.text for source in sources)) for part in _parts(text)]
    for mine in map(_part, _clauses(said)):
        if any(part.key.strip(" .") == mine.key.strip(" .") for part in told):
            continue
        for theirs in told:
            if (mine.turns or theirs.turns) and _alike(mine.task, theirs.task) >= SAME and _opposed(mine, theirs):
                return f"Câu này đảo nghĩa của câu đã cho: “{theirs.text[:120]}”."
    return ""


def _opposed(one: _Part, other: _Part) -> bool:
    return _flipped(one.key, other.key) or _flipped(other.key, one.key) or _reversed(one.key, other.key)


def _flipped(one: str, other: str) -> bool:
    """Does ``other`` say without a ban what ``one`` bans?"""
    for ban in FORBIDS.finditer(one):
        head = " ".join(MODAL.sub("", one[ban.end() :]).replace(",", " ").split()[:2])
        places = _places(other, head)
        if places and not UNDONE.search(other) and not any(NO.search(other[:at].rpartition(",")[2]) for at in places):
            return True
    return False


def _places(text: str, words_: str) -> list[int]:
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words_)}(?!\w)", text)] if words_ else []


def _reversed(one: str, other: str) -> bool:
    """“giảm hồ sơ” and “tăng hồ sơ”."""
    return any(
        holds(two, f"{against} {match['what']}") >= 0 and holds(two, match[0]) < 0
        for first, two in ((one, other), (other, one))
        for match in MOVE.finditer(first)
        for against in OPPOSITE[match["move"]]
    )


def moved(said: str, given: Sequence[Given]) -> str:
    """Why the duty in ``said`` is another body's: the words of a clause that was given, with another body in it."""
    for mine in map(_part, _clauses(said)):
        swapped = _swapped(mine, given)
        if swapped:
            return swapped
        task = mine.task
        if not mine.bodies or len(task) < TASK:
            continue
        told = [
            (len(task & part.task) / len(task), part) for source in given for part in _parts(source.text) if part.bodies
        ]
        share = max((share for share, _ in told), default=0.0)
        if share < TAKEN_OVER:
            continue
        near = [part for s, part in told if s >= share - 0.15]
        known = {body for part in near for body in (*part.bodies, *part.line)}
        asked = mine.text.partition("phối hợp")[0]  # who helps may be added; who acts may not be another
        strange = next((body for body in mine.bodies if body in asked and key(body) not in map(key, known)), "")
        instead = next((body for body in near[0].bodies if key(body) not in map(key, mine.bodies)), "")
        if strange and instead:
            return f"Việc này được giao cho “{instead}”, không phải “{strange}”."
    return ""


def _swapped(mine: _Part, given: Sequence[Given]) -> str:
    """“A chủ trì, B phối hợp” where it was given that B leads and A helps."""
    lead, helper = _pair(mine)
    for source in given if lead and helper else ():
        for part in _parts(source.text) if source.kind != "other" else ():
            told = _pair(part)
            if (key(helper), key(lead)) == tuple(map(key, told)):
                return f"Cơ quan chủ trì là “{helper}”, “{lead}” phối hợp."
            if key(helper) == key(told[1]) and key(lead) != key(told[0]) and len(part.task) <= TASK:
                return f"Cơ quan chủ trì là “{told[0]}”, không phải “{lead}”."  # no other task was given to the two
    return ""


def _pair(part: _Part) -> tuple[str, str]:
    leads = [
        body
        for body in part.bodies
        if re.search(rf"{re.escape(body)}(?: [{SMALL}]+){{0,3}}:? (?:là cơ quan )?chủ trì", part.text)
    ]
    helps = [
        body for body in part.bodies
        if re.search(rf"{re.escape(body)} phối hợp|phối hợp (?:với )?{re.escape(body)}", part.text)
    ]  # fmt: skip
    return (leads[0], helps[0]) if leads and helps else ("", "")


class _Part(NamedTuple):
    """A clause. ``bodies`` are those it names, else those its line begins with; ``line`` all of its line."""

    text: str
    key: str
    task: frozenset[str]
    """Its words without those of the bodies and without mere links."""
    bodies: tuple[str, ...]
    turns: bool
    """Does it forbid, or say that something grows or shrinks?"""
    line: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def _parts(text: str) -> tuple[_Part, ...]:
    return tuple(_with_line(text))


def _with_line(text: str) -> Iterator[_Part]:
    for line in text.split("\n"):
        parts = [_part(clause) for clause in _clauses(plain(line))]
        bodies = tuple(dict.fromkeys(body for part in parts for body in part.bodies))
        leading = parts[0].bodies if parts else ()
        for part in parts:
            yield part._replace(bodies=part.bodies or leading, line=bodies)


@lru_cache(maxsize=4096)
def _part(clause: str) -> _Part:
    bodies = tuple(dict.fromkeys(n.text for n in names(clause, []) if n.head in DOERS and n.text != n.head))
    rest = clause
    for body in bodies:
        rest = rest.replace(body, " ")
    plainly = key(clause)
    task = frozenset(word for word in words(rest) if word not in LINK and not word.isdigit())
    return _Part(clause, plainly, task, bodies, bool(FORBIDS.search(plainly) or MOVE.search(plainly)))


def _clauses(text: str) -> list[str]:
    return [clause.strip() for one in splits(text) for clause in one.split(";") if clause.strip(" .")]


def _alike(one: Set[str], other: Set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if min(len(one), len(other)) >= 4 else 0.0
