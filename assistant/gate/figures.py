"""A figure against the figures given: its value, its unit, and what it is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.gate.claims import Amount, Claim
from assistant.gate.given import Given, Place, first
from assistant.gate.lookup import claims_in
from assistant.gate.ruling import Ruling, found, stands
from assistant.gate.words import key, words
from checks.tables import words as words_of

SHARED = 0.3
"""Share of the words around a figure that must be those around it where it was given."""
LINK = words_of(
    """
    và của các những được cho trong trên với về để là có không do từ đến tại theo ở ra vào khi như này đó một mà
    thì đạt phấn đấu năm tổng số mức thêm ít nhất tối thiểu hơn dưới trở lên tăng giảm còn ước thi đua hoàn thành
    bảo đảm đảm hết xong tức đưa cả xuống lên tỷ lệ gồm chỉ riêng vượt mốc ngưỡng mang hướng tới chào mừng dịp
    """
)
ROUNDS = ("đợt", "việc")
LEVEL = re.compile(r"(?<!\w)(?:xuống|còn|lên)(?: còn| mức| dưới| trên| đến)*\s*$")
SHORT = 30
"""Words of a line that states one target: there another noun in the place of one is another target."""
_UP, _DOWN = re.compile(r"(?<!\w)(?:tăng|nâng|(?<!trở )lên)(?!\w)"), re.compile(r"(?<!\w)(?:giảm|hạ|xuống)(?!\w)")
_LEAST = re.compile(r"(?<!\w)(?:(?<!không )trên|ít nhất|tối thiểu|không dưới|từ|vượt|hơn)\s*$")
_MOST = re.compile(r"(?<!\w)(?:(?<!không )dưới|tối đa|không quá|không vượt quá)\s*$")


# “không giảm 2,5%”, “chưa đạt 12,5 tỷ đồng”; not “không quá”, “không dưới”
_DENIED = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng)(?! (?:quá|dưới|vượt|ít hơn|thấp hơn|kém|những|chỉ|ngừng|để))(?: [^\W\d_]+){0,3}\s*$"
)
_MOVED = re.compile(r"(?<!\w)(?:tăng|giảm)(?: thêm)?(?: ít nhất| trên| khoảng| tối thiểu)*\s*$")
# “khởi công 06 dự án” are not 06 that are completed
_STAGE = re.compile(r"khởi công|hoàn thành|bàn giao|thông xe|khánh thành|phê duyệt|xây mới|sửa chữa")
# “tăng trưởng kinh tế” is what the figures of GRDP say
_GROWTH = re.compile(
    r"(?:tốc độ )?tăng(?: trưởng)? (?:tổng sản phẩm(?: trên địa bàn)?(?: (?:toàn )?(?:tỉnh|thành phố|xã))?(?: ?\(grdp\))?|grdp)|"
    r"(?:tốc độ )?tăng trưởng kinh tế|kinh tế tăng trưởng"
)
# “20 hộ cận nghèo”, “lao động nữ”: some of those that were given
_SOME = re.compile(
    r"(?<!\w)(?:cận nghèo|mới thoát nghèo|dân tộc thiểu số|khuyết tật|người cao tuổi|nữ|trẻ em|thanh niên|nông thôn|thành thị|đô thị|vùng sâu|"
    r"biên giới|công lập|ngoài công lập|tư thục|nhỏ và vừa|vừa và nhỏ)(?!\w)"
)
# “mỗi thôn trồng mới 340 ha”: one share of what was given as a whole
_EACH = re.compile(r"(?<!\w)(?:mỗi|từng) [^\W\d_]+[^,;:.]*$")
_SHARED = re.compile(r"(?<!\w)(?:mỗi|từng|bình quân|hằng|hàng)(?!\w)|/")
_WHOLE = re.compile(
    r"(?<!\w)(?:toàn|cả|trên địa bàn) (?P<unit>tỉnh|thành phố|huyện|xã|phường|nước|quốc)(?!\w)[^,;:.]*$"
)
_CLAUSE_END = re.compile(r"[;.:](?=\s|$)|\d")
# “bảy trên 21 thôn”, “trong tổng số 21 thôn”
_OUT_OF = re.compile(
    r"(?<!\w)(?:trong (?:tổng )?số|trên tổng số|(?:\d|mốt|hai|ba|bốn|lăm|sáu|bảy|tám|chín|mười) trên) $"
)
OWN = {
    "province": ("tỉnh", "thành phố"), "commune": ("xã", "phường"), "district": ("huyện", "thành phố"),
}  # fmt: skip
"""What an office of a level calls its own territory; others name no territory here."""


def judge_figure(text: str, claim: Claim, all_: Sequence[Claim], given: Sequence[Given], level: str = "") -> Ruling:
    if claim.value == ("reporting",):
        return found(None)
    if claim.value == ("vague",):
        after = re.match(r" [^\W\d_]+", text[claim.end :])
        place = first(g.verbatim(claim.text + (after[0] if after else "")) for g in given if g.ours)
        return stands(place, f"“{claim.text}” là con số ước chừng không có trong yêu cầu.")
    around = _around(text, claim, all_)
    other_unit = elsewhere = None
    for source in given:
        for line in source.sentences:
            here = claims_in(line)
            for one in here:
                if one.kind != "figure" or len(one.value) != 3 or not (_equal(claim, one) or _total(text, claim, one)):
                    continue
                if not source.ours:
                    elsewhere = elsewhere or source.id
                    continue
                if not _unit(claim, one, line):
                    other_unit = other_unit or one.text
                    continue
                if _amount(claim).unit == _amount(one).unit in ROUNDS:  # “ba đợt”, whatever is said of them
                    return found(Place(source.id, line[:160]))
                problem = _about(around, _around(line, one, here) if "|" not in line else line, line)
                problem = problem or _scope(around[0], line, level) or _of_all(text, claim, line, one)
                problem = problem or _better(claim, around, one, line, given)
                if not problem:
                    return found(
                        Place(source.id, line if len(line) < 160 else line[max(0, one.start - 80) : one.end + 20])
                    )
                other_unit = other_unit or problem
    if other_unit:
        said = (
            other_unit
            if other_unit.endswith(".")
            else f"Con số “{claim.text}” khác đơn vị với yêu cầu (“{other_unit}”)."
        )
        return Ruling("misattributed", said)
    if elsewhere:
        return Ruling("misattributed", f"Con số “{claim.text}” là của {elsewhere}, không phải chỉ tiêu của năm nay.")
    return Ruling("not-found", f"Con số “{claim.text}” không có trong yêu cầu.")


def _amount(claim: Claim) -> Amount:
    amount = claim.value[0]
    assert isinstance(amount, Amount)
    return amount


def _equal(claim: Claim, one: Claim) -> bool:
    a, b = _amount(claim), _amount(one)
    if a.value != b.value and a.value != one.value[1] and not _bare(a, b):
        return False
    if claim.value[1:] == one.value[1:]:
        return True
    # One end of a range that was given: “ít nhất 17 thôn” of “17 - 18 thôn”
    return claim.value[1:] == (None, None) and one.value[2] is None and a.value in (b.value, one.value[1])


def _total(text: str, claim: Claim, one: Claim) -> bool:
    """“trong số 21 thôn” of “07/21 thôn”, “cả 42 xã” of “42/42 xã”."""
    of = one.value[2]
    if claim.value[1:] != (None, None) or _amount(claim).value != of:
        return False
    return _amount(one).value == of or _OUT_OF.search(text[: claim.start]) is not None


def _bare(a: Amount, b: Amount) -> bool:
    """A table row has its unit in another cell: 21.300 there is 21.300 tỷ đồng."""
    big, small = max(a.value, b.value), min(a.value, b.value)
    lesser = b if b.value == small else a
    return not lesser.unit and small != 0 and big / small in (1000, 10**6, 10**9, 10**12)


def _unit(claim: Claim, one: Claim, line: str) -> bool:
    a, b = _amount(claim), _amount(one)
    if a.unit == b.unit or ("đầu người" in key(line) and a.unit.replace("/người", "") == b.unit):
        return True
    if not b.unit:
        # A table row has its unit in another cell; “lớp 10” counts no teachers.
        return a.unit in key(line) and (a.unit not in ("%", "‰") or "|" in line)
    return not a.unit and b.unit not in ("%", "‰")


def _around(text: str, claim: Claim, all_: Sequence[Claim]) -> tuple[str, str]:
    """The words of one figure: from the figure or clause before it, and up to the next mark after it."""
    ends = sorted((c.end for c in all_ if c.end <= claim.start and c.kind == "figure"), reverse=True)
    clause = max(text.rfind(mark, 0, claim.start) + 1 for mark in (";", ":"))
    stop = re.search(r"[;,.:](?=\s|$)", text[claim.end :])
    after = text[claim.end : claim.end + stop.start() if stop else len(text)]
    before = ""
    for start in (*ends, 0):
        before = _without(all_, text, max(start, clause), claim.start)
        # “khen hai lớp, sáu giáo viên”: what is counted second shares the words before the first.
        if _content(before) or start <= clause:
            break
    return before, after


def _without(all_: Sequence[Claim], text: str, start: int, end: int) -> str:
    """That part of ``text`` without the figures in it and their units."""
    for one in sorted(all_, key=lambda c: c.start, reverse=True):
        if one.kind == "figure" and start <= one.start and one.end <= end:
            text, end = f"{text[: one.start]}{text[one.end :]}", end - (one.end - one.start)
    return text[start:end]


def _about(said: tuple[str, str], given: tuple[str, str] | str, line: str) -> str:
    """Why the figure speaks of something else there; empty where it does not."""
    before, after = (given, "") if isinstance(given, str) else given
    mine, theirs = _content(" ".join(said)), _content(f"{before} {after}")
    if not theirs:
        theirs = _content(line)
    if not mine:
        return ""
    shared = len(mine & theirs) / min(len(mine), len(theirs)) if theirs else 0
    if shared < SHARED:
        return f"Con số này trong yêu cầu nói về việc khác: “{line[:120]}”."
    one, other = key(said[0]), key(before)
    if (
        len(line.split()) <= SHORT
        and "|" not in line
        and _substituted(_ordered(" ".join(said)), _ordered(f"{before} {after}"))
    ):
        return f"Con số này trong yêu cầu nói về việc khác: “{line[:120]}”."
    if (_UP.search(one) and _DOWN.search(other) and not _UP.search(other)) or (
        _DOWN.search(one) and _UP.search(other) and not _DOWN.search(other)
    ):
        return f"Yêu cầu nói chiều ngược lại (tăng, giảm): “{line[:120]}”."
    strange = next((m[0] for m in _SOME.finditer(key(said[1])) if m[0] not in key(line)), "")
    if strange:
        return f"Yêu cầu không nói con số này riêng của “{strange}”: “{line[:120]}”."
    stages = _stages(one, key(said[1])), _stages(other, key(after))
    if all(stages) and stages[0].isdisjoint(stages[1]):
        return f"Con số này trong yêu cầu nói về việc khác: “{line[:120]}”."
    # “nâng … lên 96%” reaches what “đạt 96%” asks for; “giảm còn 2,5%” is not “giảm 2,5%”.
    if LEVEL.search(one) and not LEVEL.search(other) and (_UP.search(key(line)) or _DOWN.search(key(line))):
        return f"Yêu cầu nói mức thay đổi, không phải mức đạt tới: “{line[:120]}”."
    mine_bound, their_bound = _bound(one, said[1]), _bound(other, after)
    if {mine_bound, their_bound} == {"least", "most"} or (mine_bound == "most" and not their_bound):
        return f"Yêu cầu nói mức khác (trên, dưới): “{line[:120]}”."
    if _DENIED.search(one) and not _DENIED.search(other):
        return f"Câu này phủ định điều yêu cầu nêu: “{line[:120]}”."
    if _MOVED.search(one) and not (_UP.search(key(line)) or _DOWN.search(key(line))):
        return f"Yêu cầu nói mức đạt tới, không phải mức thay đổi: “{line[:120]}”."
    return ""


def _stages(before: str, after: str) -> set[str]:
    """What is done with so many: “hoàn thành 06 dự án”, “1.250 căn hoàn thành”."""
    near = _STAGE.findall(before.rpartition(",")[2])
    behind = [stage for stage in _STAGE.findall(after) if after.strip().endswith(stage)]
    return set(near or behind or _STAGE.findall(before))


def _better(claim: Claim, around: tuple[str, str], one: Claim, line: str, given: Sequence[Given]) -> str:
    """Why the figure is another's: the words around it are those of another figure given, in the same unit."""
    mine = _content(" ".join(around))
    here = _content(" ".join(_around(line, one, claims_in(line)))) or _content(line)
    if not mine or 2 * len(mine & here) >= len(mine):
        return ""
    unit = _amount(claim).unit
    for source in given:
        for other in source.sentences if source.ours else ():
            stated = claims_in(other)
            for rival in stated:
                if rival.kind != "figure" or len(rival.value) != 3 or _equal(claim, rival):
                    continue
                if _amount(rival).unit == unit and mine <= _content(" ".join(_around(other, rival, stated))):
                    return f"Yêu cầu nêu con số khác cho việc này: “{rival.text}”."
    return ""


def _scope(before: str, line: str, level: str) -> str:
    """Why the figure is said of a part, or of a territory, that the given one is not."""
    said, told = key(before), key(line)
    if _EACH.search(said) and not _SHARED.search(told):
        return f"Yêu cầu nói con số chung, không phải của từng nơi hay từng kỳ: “{line[:120]}”."
    whole = _WHOLE.search(said)
    if whole and level in OWN and whole["unit"] not in OWN[level] and whole["unit"] not in told:
        return f"Yêu cầu không nói con số này của {whole[0].partition(' ')[0]} {whole['unit']}: “{line[:120]}”."
    return ""


def _of_all(text: str, claim: Claim, line: str, one: Claim) -> str:
    """Why all of them do another thing than was given: “100% xã, phường phát động” of “100% xã, phường không có tụ điểm”."""
    amount = _amount(claim)
    if amount.value != 100 or amount.unit != "%" or "|" in line:
        return ""
    mine, theirs = (
        _ordered(_CLAUSE_END.split(said[at.end :], maxsplit=1)[0]) for said, at in ((text, claim), (line, one))
    )
    same = next((i for i, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs)))
    if same:
        other = bool(mine[same:] and theirs[same:]) and set(mine[same:]).isdisjoint(theirs[same:])
    else:  # “giải ngân vốn đầu tư công đạt 100% kế hoạch” is said of the capital too
        told = _words(line[: one.start]), _words(text[: claim.start])
        other = bool(mine and theirs) and mine[0] not in told[0] and theirs[0] not in told[1]
    return f"Con số này trong yêu cầu nói về việc khác: “{line[:120]}”." if other else ""


def _bound(before: str, after: str) -> str:
    """Does “trên …”, “… trở lên” set a floor, or “không quá …” a ceiling?"""
    if _MOST.search(before) or re.search(r"(?<!\w)trở xuống(?!\w)", after):
        return "most"
    return "least" if _LEAST.search(before) or re.search(r"(?<!\w)trở lên(?!\w)", after) else ""


def _words(text: str) -> list[str]:
    return words(_GROWTH.sub("tăng trưởng grdp", key(text)))


def _ordered(text: str) -> list[str]:
    return [word for word in _words(text) if word not in LINK and not word.isdigit()]


def _substituted(mine: list[str], theirs: list[str]) -> bool:
    """“bảo hiểm xã hội” for “bảo hiểm y tế”: after one word another word than was given, that was never given."""
    for i, word in enumerate(mine[:-1]):
        for j, other in enumerate(theirs[:-1]):
            if word == other and mine[i + 1] not in theirs and theirs[j + 1] not in mine:
                return True
    return False


def _content(text: str) -> set[str]:
    return {word for word in _words(text) if word not in LINK and not word.isdigit()}
