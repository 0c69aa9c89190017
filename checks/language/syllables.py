"""Vietnamese syllables: onset, rime and tone, and the rules of writing them."""

from __future__ import annotations

from functools import lru_cache

from checks.caching.answers import Answers
from checks.tables import words
from checks.values import NamedTuple

ONSETS = words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x")

RIMES = words(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch
    êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu o oa oac
    oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oep oet oi om on ong ooc oong op
    ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi
    uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương
    ươp ươt ươu
    """
)
AFTER_QU = words(
    """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê êch ên ênh êt i in it
    ich inh ip iu y ych yên yêt ynh yn yp yt ơ ơn ôc ôt
    """
)
FRONT = frozenset("eêiy")

PLAIN = "aăâeêioôơuưy"
VOWELS = frozenset(PLAIN)
TONED = ("aăâeêioôơuưy", "àằầèềìòồờùừỳ", "áắấéếíóốớúứý", "ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ", "ạặậẹệịọộợụựỵ")
LEVEL, STOPPED = 0, frozenset({2, 5})
TONE = {letter: tone for tone, row in enumerate(TONED) if tone for letter in row}
UNTONED = str.maketrans({letter: plain for row in TONED[1:] for letter, plain in zip(row, PLAIN, strict=True)})
BARE = str.maketrans(
    {**{letter: plain for row in TONED for letter, plain in zip(row, "aaaeeiooouuy", strict=True)}, "đ": "d"}
)
MARKED = frozenset("ăâđêôơư").union(*TONED[1:])
EITHER = frozenset({"oa", "oe", "uy"})


class Syllable(NamedTuple):
    """A syllable taken apart; ``tone`` counts không dấu, huyền, sắc, hỏi, ngã, nặng from 0."""

    onset: str
    rime: str
    tone: int


def split_tone(word: str) -> tuple[str, int]:
    """The word without its tone mark, and the tone; two tone marks give -1."""
    found = [TONE[letter] for letter in word if letter in TONE]
    if not found:
        return word, LEVEL
    return word.translate(UNTONED), found[0] if len(found) == 1 else -1


@lru_cache(maxsize=1 << 14)
def parse(word: str) -> Syllable | None:
    """The syllable that a lower-case word is, wherever its tone mark stands; None if it is none."""
    base, tone = split_tone(word)
    if tone < 0 or len(base) > 7:
        return None
    for length in (3, 2, 1, 0):
        onset, rime = base[:length], base[length:]
        if (length and onset not in ONSETS) or len(onset) < length:
            continue
        rime = _rime(onset, rime)
        if rime and (tone in STOPPED or (rime[-1] not in "cpt" and not rime.endswith("ch"))):
            return Syllable(onset, rime, tone)
    return None


def _rime(onset: str, rime: str) -> str:
    """The rime as it sounds after ``onset``, empty where the spelling rules forbid the two together."""
    if onset == "gi":
        if rime in ("", "m", "n", "p"):
            return "i" + rime
        return rime if rime in RIMES and rime[0] not in "iy" else ""
    if onset == "qu":
        return ("i" + rime[1:] if rime[0] == "y" else rime) if rime in AFTER_QU else ""
    if onset == "q" or rime not in RIMES:
        return ""
    front = rime[0] in FRONT
    if (onset in ("k", "gh", "ngh") and not front) or (onset in ("c", "g", "ng") and front):
        return ""
    if rime[0] == "y" and onset:
        return "i" if rime == "y" else ""
    return rime


def is_syllable(word: str) -> bool:
    return parse(word) is not None


class _Keys(Answers[str, str]):
    """The key of every word met so far; four words in five are their own."""

    def find(self, word: str) -> str:
        end = ONE_KEY.get(word[-2:])
        return word[:-2] + end if end else word


def _one_key() -> dict[str, str]:
    """Endings that are written in two ways, each with the one that stands for both."""
    ends: dict[str, str] = {}
    for tone in range(1, 6):
        row = dict(zip(PLAIN, TONED[tone], strict=True))
        ends |= {first + row[second]: row[first] + second for first, second in ("oa", "oe", "uy")}
        ends["u" + row["i"]] = row["u"] + "y"  # quí
    for consonant in "bcdđghklmnprstvx":
        ends |= {consonant + row[PLAIN.index("y")]: consonant + row[PLAIN.index("i")] for row in TONED}
    return ends


ONE_KEY = _one_key()
KEYS = _Keys()


def key(word: str) -> str:
    """What the right spellings of one lower-case syllable share: hòa and hoà, kỹ and kĩ, quý and quí."""
    return KEYS[word]


def bare(word: str) -> str:
    """The letters without any diacritic: đường → duong."""
    return word.translate(BARE)


def spellings(syllable: Syllable) -> tuple[str, ...]:
    """The right ways of writing a syllable: two where the mark may stand on either vowel (hòa, hoà), else one."""
    onset, rime, tone = syllable
    if onset == "gi" and rime[0] == "i":
        onset = "g"
    if tone == LEVEL:
        return (onset + rime,)
    return tuple(onset + rime[:at] + TONED[tone][PLAIN.index(rime[at])] + rime[at + 1 :] for at in _seats(rime))


def _seats(rime: str) -> tuple[int, ...]:
    """Where the tone mark may stand in a rime."""
    vowels = [at for at, letter in enumerate(rime) if letter in PLAIN]
    if rime in EITHER:
        return 0, 1
    hatted = [at for at in vowels if rime[at] in "ăâêôơ"]
    if hatted:
        return (hatted[-1],)
    if "ư" in rime:
        return (rime.index("ư"),)
    closed = vowels[-1] < len(rime) - 1
    if len(vowels) == 1 or (len(vowels) == 2 and not closed):
        return (vowels[0],)
    return (vowels[1],)


def tone_misplaced(word: str) -> str | None:
    """The right form of a lower-case syllable whose tone mark stands on the wrong vowel (nứơc → nước), else None."""
    if len(word) < 3:
        return None
    syllable = parse(word)
    if syllable is None or syllable.tone == LEVEL:
        return None
    # i and y are a matter of house style: compare with y read as i, so that only the seat of the mark is judged.
    right = spellings(syllable)
    if word.translate(Y_AS_I) in {form.translate(Y_AS_I) for form in right}:
        return None
    return _with_y(word, right[-1])


Y_AS_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
I_AS_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")


def _with_y(word: str, form: str) -> str:
    """``form`` with y where ``word`` was written with y (qúy → quý)."""
    return form.translate(I_AS_Y) if bare(word).endswith("y") and bare(form).endswith("i") else form
