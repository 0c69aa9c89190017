"""What a sentence says about an amount: at least, below, a rise, a fall, kept at."""

from __future__ import annotations

import re

from checks.values import NamedTuple

_BOUNDS = {
    "không dưới": "tối thiểu", "không thấp hơn": "tối thiểu", "không ít hơn": "tối thiểu", "ít nhất": "tối thiểu", "tối thiểu": "tối thiểu",
    "không vượt quá": "tối đa", "không quá": "tối đa", "tối đa": "tối đa", "không cao hơn": "tối đa",
    "vượt": "trên", "hơn": "trên", "trên": "trên", ">": "trên", "≥": "tối thiểu", "dưới": "dưới", "<": "dưới", "≤": "tối đa",
}  # fmt: skip
_MOVES = {
    "tăng": "tăng",
    "giảm": "giảm",
    "cắt giảm": "giảm",
    "kéo giảm": "giảm",
    "tiết giảm": "giảm",
    "giảm thiểu": "giảm",
    "giữ ổn định": "duy trì",
    "duy trì": "duy trì",
    "giữ vững": "duy trì",
    "giữ": "duy trì",
    "ổn định": "duy trì",
}
_LEVELS = {"xuống còn": "còn", "xuống": "còn", "còn": "còn", "lên": "đạt", "đạt": "đạt", "là": "đạt"}
_PLAIN = (
    "khoảng", "từ", "thêm", "được", "ở", "ở mức", "mức", "cho", "tại", "có", "phấn đấu", "toàn bộ", "với",
    "gồm", "và", "đối với", "tiếp", "tiếp tục", "trong", "ước", "nhất là", "các", "mới đạt", "chiếm", "thêm được",
    "hằng năm", "hàng năm", "mỗi năm", "(", ":", "kéo", "làm",
)  # fmt: skip
_WORDS = sorted((*_BOUNDS, *_MOVES, *_LEVELS, *_PLAIN), key=len, reverse=True)
# The words right before the amount: “… đạt trên ”, “… giảm từ ”, “tăng thêm tối thiểu ”
_RUN = re.compile(rf"(?:^|(?<=[\s,(*]))(?P<word>{'|'.join(map(re.escape, _WORDS))})$", re.IGNORECASE)
_OPENS = re.compile(
    r"[\s*,(]*(?:phấn đấu |tiếp tục |và |làm )?(?P<word>tăng|(?:cắt |kéo |tiết )?giảm(?: thiểu)?|duy trì|giữ vững|giữ ổn định)\b(?: thêm)?,?\s*",
    re.IGNORECASE,
)
_UPWARDS = re.compile(r"\btrở (?P<way>lên|xuống)\b", re.IGNORECASE)
# “90% hộ khá trở lên”, “5 đề tài cấp tỉnh trở lên”: not fewer hundredths, but better ones
GRADE = re.compile(
    r"(?<!\w)(?:khá|tốt|giỏi|trung bình|xuất sắc|tiên tiến|đại học|cao đẳng|thạc sĩ|\d sao|cấp cơ sở|(?:cấp|loại|hạng|mức|mức độ) \w+)"
    r" trở (?:lên|xuống)(?!\w)",
    re.IGNORECASE,
)


class Comparison(NamedTuple):
    """``word`` joins the movement and the bound; ``rest`` is the text before the amount without them."""

    move: str
    bound: str
    rest: str
    level: str = ""
    way: str = ""
    copula: bool = False

    @property
    def said(self) -> bool:
        """Does it say anything?"""
        return bool(self.move or self.bound or self.level or self.way)

    @property
    def word(self) -> str:
        if self.way:
            return {"đến": "từ … đến …", "lên": "từ … lên …"}.get(self.way, "từ … xuống …")
        joined = f"{self.move} {self.bound}".strip()
        return joined or self.level


def comparison(lead: str, tail: str, way: str, *, opens: bool, ranged: bool = False) -> Comparison:
    """Read from the words before and after an amount; ``opens``: the words before begin the sentence.

    “từ 95%” alone sets a floor; ``ranged``: the amount has an upper end, then “từ” only begins the range.
    """
    move = bound = ""
    level = ""
    copula = False
    ends_from = False
    rest = lead.rstrip()
    while match := _RUN.search(rest, max(0, len(rest) - len(_WORDS[0]))):
        word = match["word"].lower()
        before = rest[: match.start()].rstrip()
        # “Đạt 2%” after a comma is the grade Đạt; “chưa đạt” denies; “việc làm”, “trở lên” are one word.
        graded = match["word"][0].isupper() and (before or not opens) and word in ("đạt", "giảm", "tăng")
        denied = word in ("đạt", "có", "còn", "được") and before.lower().endswith(("chưa", "không"))
        torn = (word == "làm" and before.lower().endswith("việc")) or (
            word in ("lên", "xuống") and before.lower().endswith("trở")
        )
        if graded or denied or torn:
            break
        ends_from = ends_from or (word == "từ" and not bound)
        bound = bound or _BOUNDS.get(word, "")
        if word in _MOVES and not level:
            move = move or _MOVES[word]
        level = level or _LEVELS.get(word, "")
        copula = copula or word in _LEVELS or word in _MOVES or word == ":"
        rest = before
    if opens and not level and not move and (start := _OPENS.match(rest)):
        move, rest = _MOVES[start["word"].lower()], rest[start.end() :]
    elif opens and level and (start := _OPENS.match(rest)):
        rest = rest[start.end() :]
    bound = _upwards(tail, ends_from) or bound or ("tối thiểu" if ends_from and not ranged else "")
    if way:
        move = bound = ""
    return Comparison(move, bound, rest, level, way, copula)


def _upwards(tail: str, ends_from: bool) -> str:
    """“trở lên” after the amount, unless it belongs to another “từ”: “sáng kiến từ cấp cơ sở trở lên”."""
    match = _UPWARDS.search(tail)
    if match is None:
        return ""
    between = tail[: match.start()]
    if re.search(r"(?:^|\s)từ\s", between) or "," in between or ";" in between:
        return ""
    if not ends_from and (len(between.split()) > 3 or GRADE.search(tail, 0, match.end())):
        return ""
    return f"trở {match['way'].lower()}"
