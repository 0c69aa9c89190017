"""A word or a group of words written twice: “để để”, “tiếp nhận tiếp nhận”, “Ủy ban nhân nhân dân”.

Vietnamese repeats syllables by right all the time (“hành vi vi phạm”, “Luật Luật sư”, “thường thường”). Reported
is only what no grammar allows: a function word twice, a group of words twice, a syllable too many inside a known phrase,
a syllable that nobody writes twice and many wrote once between these neighbours (“số vụ vụ tai nạn”) or that
does not end one word and begin another, and half of a word again that nobody writes by itself there (“công khai khai trên bảng tin”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from checks.language import context
from checks.language.bound import bound
from checks.language.confusables import cost
from checks.language.context import Table
from checks.language.evidence import VOUCHED, free_words, single_words
from checks.language.lexicon import FUNCTION_WORDS, Lexicon
from checks.language.near_miss import WORD
from checks.language.syllables import KEYS, is_syllable
from checks.language.tokens import Tokens
from checks.language.waiting import waiting
from checks.parsing.lines import GAP
from checks.tables import words
from checks.values import NamedTuple

ALONE = words(
    """
    của các để được trong trên và với cho những đến đã giữa theo về tại số do khi nhưng hoặc bởi thì mà phải sẽ bị nếu
    vào hết tỉnh huyện xã phường trước này là tỷ cuối cũng đang nâng
    """
)
# “ngày ngày” is a word of its own; before a figure it is a slip.
NUMBERED = words("ngày tháng năm")
HEADS = words("bệnh trường trung công phòng văn ủy hội chi kế chỉ cộng quân bộ")
BODIES = words("viện đoàn tổ đội ban quan cục")
HAVE_NUMBERS = words("mã chữ con biển hệ chỉ tham tổng dãy ký ẩn thông")  # “mã số số 12”
LONGEST = 6
CLAUSE, CLAUSES, SEED, STEP = 50, 420, 16, 32
WORDY = 14
"""Of so many letters and no more, and of so many words, is what was copied once too often; shorter a list may be right: “tổ chức
chính trị - xã hội, tổ chức chính trị - xã hội - nghề nghiệp”, “đơn vị tự bảo đảm chi thường xuyên, đơn vị tự bảo đảm chi
thường xuyên và chi đầu tư”."""
WORDS, MARK = re.compile(r"[^\W\d_]+"), re.compile(r"[,;.] ")
TWICE = words(
    """
    người nhà ngành nơi lớp đêm giờ đâu đều dần hay luôn chiều sáng quả song su ràng bo ba cào chuồn chôm le đa ai chốn đời kiếp mãi từ
    thường trùng điệp ào ầm rầm rào ù vù băng phăng ùn đùn bừng phừng đùng oang khăng khư rành sờ lăm hao đăm thao rưng lâng nao
    xanh đỏ vàng trắng tím cao xa gần nhỏ to vui lạ khá vừa êm xinh cay chua ấm mát tròn vuông dài lù lừ lần hàng tà rì năm cười
    nói vội gật hớn hò chung riêng tầng đội
    """
)
"""“nhà nhà thi đua”: said twice for all of them; “kết quả quả là đáng mừng”, “song song”."""
EACH = words(
    "thôn bản làng xã phường phố xóm ấp buôn tổ đội hộ trường chi khoa phòng huyện tỉnh vùng miền mùa tuần tháng"
)
"""“Thôn thôn ra quân, bản bản hưởng ứng”: at the head of a clause."""
OFTEN, OFTEN_ENOUGH = 3, 5
"""So many times the syllable was met once between its neighbours; more, where it makes a word with either."""
IN_USE = 5
"""In so many documents a syllable must stand for its not standing twice to tell anything."""
MOSTLY, HALF = 0.8, 0.5
"""So often half of a word has its other half where it stands, or one without is a slip; and so often anywhere."""


class Doubled(NamedTuple):
    """The words between ``start`` and ``end`` repeat those before them; ``words`` is what stands twice."""

    start: int
    end: int
    words: str


def doubled_words(tokens: Tokens, lexicon: Lexicon) -> Iterator[Doubled]:
    """Every repetition in reading order, the longest group at a place."""
    done = -1
    for index, length in sorted(_repeats(tokens), key=lambda repeat: (repeat[0], -repeat[1])):
        if index >= done and _wrong(tokens, lexicon, index, length):
            second = index + length
            start, end = tokens.span(second, second + length - 1)
            _, before = tokens.span(index, second - 1)
            yield Doubled(before, end, tokens.text[start:end])
            done = second + length


def clauses_twice(text: str) -> Iterator[Doubled]:
    """Every passage longer than a group of words that stands again right behind itself in its line."""
    done = 0
    for at in range(0, len(text) - CLAUSE, STEP):  # a seed from one of these is in any passage that is long enough
        again = text.find(text[at : at + SEED], at + CLAUSE, at + CLAUSES) if at >= done else -1
        if again < 0:
            continue
        length, first, last = again - at, at, again
        while first > done and text[first - 1] == text[first - 1 + length] != "\n":
            first -= 1
        while last < len(text) and text[last] == text[last - length] != "\n":
            last += 1
        if last - first < 2 * length - len(", "):
            continue
        begins = next((mark.end() for mark in MARK.finditer(text, first, last - 2 * length + len(", "))), first)
        start = begins if begins == first or begins + 2 * length - len(", ") <= last else first
        start += len(text[start:last]) - len(text[start:last].lstrip(" ,;"))
        once = text[start : start + length].rstrip(" ,;")
        if len(WORDS.findall(once)) >= WORDY and " | " not in once and GAP not in once:
            yield Doubled(start + length, start + length + len(once), once)
            done = start + 2 * length


def begun_twice(tokens: Tokens, lexicon: Lexicon, table: Table) -> Iterator[Doubled]:
    """Every word whose first half stands again behind it, where all go on with another word: “cơ quan cơ chức năng”."""
    again = (
        other
        for word, places in tokens.word_places.items()
        if len(places) > 1 and KEYS[word] in waiting()
        for one, other in pairwise(places)
        if other - one == 2
    )
    for place in sorted(again):
        if place + 1 == len(tokens) or not tokens.texts[place].islower():
            continue
        first, second, _, behind = map(KEYS.__getitem__, tokens.lower[place - 2 : place + 2])
        one, two, next_ = (table.ids[text] for text in (first, second, behind))
        word = lexicon.known[f"{first} {second}"] and not lexicon.known[f"{first} {behind}"]
        if word and table.pair(one, next_) < 0 and table.triple(table.pair(one, two), next_):
            start, end = tokens.span(place - 2, place)
            yield Doubled(start, end, tokens.text[start : tokens.span(place - 2, place - 1)[1]])


def _repeats(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Where as many words as ``length`` stand again right after themselves."""
    again = {
        (place, other - place)
        for word, places in tokens.word_places.items()
        if len(places) > 1 and word.isalpha()
        for at, (place, after) in enumerate(pairwise(places), 1)
        if after - place <= LONGEST
        for other in places[at : at + LONGEST]
    }
    for index, length in again:
        if length <= LONGEST and all((index + step, length) in again for step in range(1, length)):
            yield index, length


def _wrong(tokens: Tokens, lexicon: Lexicon, index: int, length: int) -> bool:
    words = tokens.lower[index : index + length]
    if not all(word.isalpha() and is_syllable(word) for word in words):
        return False
    if length > 1:
        # “TM. BAN CHỦ NHIỆM CHỦ NHIỆM”, “TM. BAN GIÁM ĐỐC GIÁM ĐỐC”: a board and its head in one line of a signature.
        board = index > 0 and tokens.texts[index - 1] == "BAN" and tokens.texts[index].isupper()
        # “Viện kiểm sát kiểm sát việc tạm giữ”, “đoàn kiểm tra kiểm tra đột xuất”: a body does what it is named for.
        named = index > 0 and tokens.lower[index - 1] in BODIES
        # “xã, phường, xã, phường”, “từng bước, từng bước” have commas, which are tokens and no words.
        return len(set(words)) > 1 and not board and not named
    word = words[0]
    follower = tokens.lower[index + 2] if index + 2 < len(tokens) else ""
    if word in NUMBERED:
        return follower[:1].isdigit()
    if word == "số" and index and tokens.lower[index - 1] in HAVE_NUMBERS:
        return False
    # “BỆNH BỆNH VIỆN ĐA KHOA”: a heading; “LUẬT LUẬT SƯ” is right
    start = tokens.span(index, index)[0]
    heads = index == 0 or tokens.text[start - 1 : start] == "\n"
    if heads and tokens.texts[index].isupper() and tokens.texts[index + 1].isupper() and word in HEADS:
        return True
    return (
        (word in ALONE and tokens.texts[index + 1].islower())
        or _inside_phrase(tokens, lexicon, index)
        or _ends_twice(tokens, lexicon, index)
        or _never_twice(tokens, lexicon, index)
    )


def _ends_twice(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """“tổ chức chức “hội thi””, “phát triển triển.”: the second half of a word again, and a mark behind it."""
    left, word = (tokens.lower[at] if at >= 0 else "" for at in (index - 1, index))
    if KEYS[word] not in bound() or index + 2 >= len(tokens) or tokens.lower[index + 2].isalnum():
        return False
    small = tokens.texts[index].islower() and tokens.texts[index + 1].islower()
    return small and bool(lexicon.known[f"{KEYS[left]} {KEYS[word]}"])


def _never_twice(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Is it a syllable that nobody writes twice, and one too many here?"""
    if not tokens.texts[index].islower() or not tokens.texts[index + 1].islower():
        return False
    beside = [tokens.lower[at] if 0 <= at < len(tokens) else "\n" for at in (index - 1, index, index + 2)]
    left, word, right = map(KEYS.__getitem__, beside)
    table = context.load()
    own = table.ids[beside[1]]
    if lexicon.known[f"{word} {word}"]:
        return False
    if table.pair_documents(table.pair(own, own)):  # “Đại hội Hội Nông dân”, but “mạng xã hội hội của”
        ends = left not in FUNCTION_WORDS and lexicon.known[f"{left} {word}"]
        return ends and right in FUNCTION_WORDS and word not in TWICE and not lexicon.known[f"{word} {right}"]
    return (
        _half_again(beside, lexicon, table)
        or _met_once(beside, lexicon, table)
        or (table.count_documents(own) >= IN_USE and _joined_once(beside, lexicon, table))
    )


def _half_again(beside: list[str], lexicon: Lexicon, table: Table) -> bool:
    """“công khai khai trên bảng tin”, “có trách trách nhiệm”: half of a word, which nobody writes there without the other."""
    left, word, right = map(KEYS.__getitem__, beside)
    ends = left not in FUNCTION_WORDS and lexicon.known[f"{left} {word}"]
    begins = right not in FUNCTION_WORDS and lexicon.known[f"{word} {right}"]
    one, own, other = (table.ids[text] for text in beside)
    if begins and table.pair_count(table.pair(own, other)) >= HALF * table.count(own):  # “tuyệt đối chấp chấp hành”
        return not ends or table.pair_documents(table.pair(one, own)) <= VOUCHED
    if ends == begins:
        return False
    if word not in free_words():
        return True
    before, behind = table.pair(one, own), table.pair(own, other)
    if ends:
        halves = [x for x in table.before(own) if lexicon.known[f"{table.syllables[x]} {word}"]]
        whole, all_ = sum(table.triple(table.pair(x, own), other) for x in halves), table.pair_count(behind)
    else:
        halves = [x for x in table.after(own) if lexicon.known[f"{word} {table.syllables[x]}"]]
        whole, all_ = sum(table.triple(before, x) for x in halves), table.pair_count(before)
    return table.triple(before, other) > 0 and whole >= MOSTLY * all_


def _met_once(beside: list[str], lexicon: Lexicon, table: Table) -> bool:
    """“giảm 5% số vụ vụ tai nạn”: between its neighbours the syllable was often met once."""
    left, word, right = map(KEYS.__getitem__, beside)
    if word in TWICE:
        return False
    ends, begins = (bool(lexicon.known[pair]) for pair in (f"{left} {word}", f"{word} {right}"))
    one, own, other = (table.ids[text] for text in beside)
    if ends and not begins and right in FUNCTION_WORDS:  # “được công nhận nhận và áp dụng”
        return True
    # “hành vi vi phạm”: two words, one behind the other
    return table.triple(table.pair(one, own), other) >= (OFTEN_ENOUGH if ends and begins else OFTEN)


def _joined_once(beside: list[str], lexicon: Lexicon, table: Table) -> bool:
    """“máy máy cắt cỏ”, “chết người người.”: no end of a word and beginning of another, as in “hành vi vi phạm”."""
    left, word, right = map(KEYS.__getitem__, beside)
    if word in TWICE or (word in EACH and not left.isalpha()):
        return False
    ends = left.isalpha() and left not in FUNCTION_WORDS and lexicon.known[f"{left} {word}"]
    begins = right.isalpha() and right not in FUNCTION_WORDS and lexicon.known[f"{word} {right}"]
    if ends and begins:
        return False
    # “hệ thông thông tin”: the first is a slip of “thống”
    if (not ends and _a_slip(word, lexicon, left, lexicon.after)) or (
        not begins and _a_slip(word, lexicon, right, lexicon.before)
    ):
        return False
    if not (ends or begins) or word not in single_words():
        return True
    # “tại xã xã đội trưởng”: a word by itself may stand beside the end or the beginning of another, as it often does.
    one, own, other = (table.ids[text] for text in beside)
    pair = table.pair(own, other) if ends else table.pair(one, own)
    free = right if ends else left
    return (
        table.triple(table.pair(one, own), other) > 0
        or not free.isalpha()
        or (ends and free in FUNCTION_WORDS)
        or table.pair_documents(pair) <= VOUCHED
    )


def _a_slip(word: str, lexicon: Lexicon, beside: str, rows: Mapping[str, frozenset[str]]) -> bool:
    """Is it one slip away from what phrases have beside its neighbour?"""
    if not beside.isalpha() or beside in FUNCTION_WORDS:
        return False
    return any(0 < cost(word, meant) <= WORD for meant in rows[beside].intersection(lexicon.close(word)))


def _inside_phrase(tokens: Tokens, lexicon: Lexicon, index: int) -> bool:
    """Whether without its twin the syllable is inside a known phrase of four or more: “Ủy ban nhân nhân dân”."""
    left, word, right = (
        KEYS[tokens.lower[at]] if 0 <= at < len(tokens) else "" for at in (index - 1, index, index + 2)
    )
    around = [KEYS[text] for text in tokens.lower[max(0, index - 6) : index + 1] + tokens.lower[index + 2 : index + 8]]
    here = min(index, 6)
    for phrase in lexicon.reading(left, word, right):
        for at, (one, other) in enumerate(zip(phrase.keys, phrase.keys[1:], strict=False)):
            first = here - 1 - at
            inside = (one, other) == (left, word) and at + 2 < len(phrase.keys) and phrase.keys[at + 2] == right
            if (
                inside
                and len(phrase.keys) > 3
                and tuple(around[max(0, first) : first + len(phrase.keys)]) == phrase.keys
            ):
                return True
    return False
