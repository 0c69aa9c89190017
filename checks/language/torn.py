"""Syllables that a PDF or a web page tore into pieces: “đ ạt chuẩn”, “Đ ả ng”."""

from __future__ import annotations

from collections.abc import Iterator

from checks.language.lexicon import Lexicon
from checks.language.syllables import KEYS, ONSETS, TONE, is_syllable
from checks.language.tokens import Tokens, told_once
from checks.tables import words
from checks.values import NamedTuple

PIECES = words("b c ch d đ g gh h k kh l m n ng ngh nh p ph q qu r s t th tr v x")
"""Consonants without a vowel: “đ ạt”, “th i đua”, “phụ c vụ” were torn by a blank."""
OPEN = frozenset("ẩầấẫậẳằắẵặẻẹểềếễệỉịỏọổồốỗộởờớỡợủụửừứữựỷỹỵ")
"""Vowels that begin few syllables: “tri ển khai”, “chi ến sĩ”."""
LISTED = words("điểm khoản mục nhóm lớp khối tổ bảng loại hạng phụ hình tiết dạng nút vitamin")
"""Behind which a letter is a name: “điểm đ”, “nhóm b”."""
ALONE = frozenset(TONE) - frozenset("àáạồờởừý")
"""Vowels with a tone that were torn out of a syllable where an onset stands before them; not “điểm b ý 2”."""
LAST = words("a e i o u y")
"""Vowels without a mark that a blank tore off the end of a syllable: “the o dõi”; one with a point or bracket is a label."""
ENDINGS = words("ng nh n m p t c ch a i o u y")


class Torn(NamedTuple):
    """The pieces between ``start`` and ``end``, and the syllable they were."""

    start: int
    end: int
    whole: str


@told_once
def torn_syllables(tokens: Tokens, lexicon: Lexicon) -> tuple[Torn, ...]:
    """“đ ạt chuẩn” → “đạt chuẩn”: a syllable torn by a blank, which whole makes a word with what is beside it.

    Two rules ask about one text.
    """
    return tuple(_torn(tokens, lexicon))


def _torn(tokens: Tokens, lexicon: Lexicon) -> Iterator[Torn]:
    rests = {
        word for word in tokens.word_places if word[0] in OPEN and word.isalpha() and not lexicon.in_use(KEYS[word])
    }
    for piece in sorted((PIECES & tokens.word_places.keys()) | rests):
        for at in tokens.word_places[piece]:
            for first in (at - 1, at):
                right = _mended(tokens, lexicon, first)
                if right:
                    yield Torn(*tokens.span(first, first + 1), right)
    for vowel in sorted(LAST & tokens.word_places.keys()):
        for at in tokens.word_places[vowel]:
            right = _mended(tokens, lexicon, at - 1) if _torn_off(tokens, lexicon, at) else None
            if right:
                yield Torn(*tokens.span(at - 1, at), right)
    for vowel in sorted(ALONE & tokens.word_places.keys()):
        for at in tokens.word_places[vowel]:
            whole = _lettered(tokens, lexicon, at)
            if whole:
                yield Torn(*tokens.span(at - 1, at + 1), whole)


def _mended(tokens: Tokens, lexicon: Lexicon, first: int) -> str | None:
    """The two tokens from ``first`` on as one syllable, if that makes a word and the first is no head of a list."""
    if not 0 <= first < len(tokens) - 1:
        return None
    start, end = tokens.span(first, first + 1)
    one, other = tokens.texts[first : first + 2]
    whole, left = one + other, tokens.lower[first - 1] if first else ""
    if tokens.text[start:end] != f"{one} {other}" or not whole.islower() or not is_syllable(whole):
        return None
    if left in LISTED and one in PIECES:
        return None
    right = KEYS[tokens.lower[first + 2]] if first + 2 < len(tokens) else ""
    key = KEYS[whole]
    makes = lexicon.known[f"{KEYS[left]} {key}"] or lexicon.known[f"{key} {right}"]
    return whole if makes and key in lexicon.syllables else None


def _torn_off(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """Is the vowel at ``at`` no name of anything: what stands before it is no word with its neighbour, but with it and the next?"""
    if not 1 < at < len(tokens) - 1 or not tokens.texts[at + 1].islower() or tokens.lower[at - 1] in PIECES:
        return False
    before, one, behind = (KEYS[tokens.lower[place]] for place in (at - 2, at - 1, at + 1))
    whole = KEYS[one + tokens.lower[at]]
    return not lexicon.known[f"{before} {one}"] and bool(lexicon.known[f"{whole} {behind}"])


def _lettered(tokens: Tokens, lexicon: Lexicon, at: int) -> str | None:
    """“Đ ả ng”, “c ủ a”: the vowel at ``at`` and the letters beside it as one syllable."""
    if not 0 < at < len(tokens) - 1 or tokens.lower[at + 1] not in ENDINGS:
        return None
    start, end = tokens.span(at - 1, at + 1)
    pieces = tokens.texts[at - 1 : at + 2]
    onset = pieces[0].lower() in ONSETS or pieces[0].lower() == "qu"
    whole = "".join(pieces)
    return (
        whole
        if onset and tokens.text[start:end] == " ".join(pieces) and KEYS[whole.lower()] in lexicon.syllables
        else None
    )
