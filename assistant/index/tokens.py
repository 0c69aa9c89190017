"""What a text is searched by: its syllables without diacritics, and each pair of neighbouring syllables.

Vietnamese words are mostly two syllables, so pairs do what word segmentation would. Folding is ours because
SQLite's ``remove_diacritics`` never folds đ: there “thi dua” does not find “thi đua”.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

PAIR = "_"
"""Joins the two syllables of a pair: ``thi_dua``."""

SYLLABLE = r"[0-9]+(?:[.,/][0-9]+)*|[^\W\d_]+"
_SYLLABLE = re.compile(SYLLABLE)
# A pair never spans a mark that ends a clause: “…yêu nước. Phong trào…” has no pair “nuoc_phong”.
_SYLLABLE_OR_BREAK = re.compile(SYLLABLE + r"|[.;:,()\n“”\"]")
_MARKS = re.compile("[\u0300-\u036f]+")
ABBREVIATIONS = {
    short: long.split()
    for short, long in {
        "ubnd": "uy ban nhan dan",
        "hdnd": "hoi dong nhan dan",
        "tp": "thanh pho",
        "atgt": "an toan giao thong",
        "attp": "an toan thuc pham",
        "bhxh": "bao hiem xa hoi",
        "bhyt": "bao hiem y te",
        "cbccvc": "can bo cong chuc vien chuc",
        "cchc": "cai cach hanh chinh",
        "cds": "chuyen doi so",
        "cnvcld": "cong nhan vien chuc lao dong",
        "dtc": "dau tu cong",
        "gd": "giao duc",
        "gddt": "giao duc va dao tao",
        "gpmb": "giai phong mat bang",
        "kt": "kinh te",
        "ktxh": "kinh te xa hoi",
        "ldld": "lien doan lao dong",
        "mttq": "mat tran to quoc",
        "nsnn": "ngan sach nha nuoc",
        "ntm": "nong thon moi",
        "pccc": "phong chay chua chay",
        "qp": "quoc phong",
        "qpan": "quoc phong an ninh",
        "tdkt": "thi dua khen thuong",
        "thcs": "trung hoc co so",
        "thpt": "trung hoc pho thong",
        "tthc": "thu tuc hanh chinh",
        "ubmttq": "uy ban mat tran to quoc",
        "vsattp": "ve sinh an toan thuc pham",
        "xh": "xa hoi",
    }.items()
}
"""What offices write short, as typed without diacritics; none is a Vietnamese syllable."""


def exact(text: str) -> str:
    """``text`` as it is compared with its diacritics: composed, lower case."""
    return unicodedata.normalize("NFC", text).lower()


def fold(text: str) -> str:
    """``text`` without diacritics, đ as d, lower case: “Thi đua” → “thi dua”."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).lower().replace("đ", "d")


def bare(text: str) -> str:
    """As ``fold``, ten times as fast, with ASCII for signs too: a composed ``text`` keeps its places."""
    try:
        return codecs.charmap_encode(text, "strict", _CODES)[0].translate(_BARE).decode("ascii")
    except UnicodeEncodeError:  # a character that directives do not use
        return fold(text)


def is_folded(text: str) -> bool:
    """Whether ``text`` was typed without diacritics."""
    return fold(text) == text.lower()


def syllables(text: str) -> list[str]:
    """The syllables and numbers of ``text``, in order; the caller has folded it or not."""
    return _SYLLABLE.findall(text)


def tokens(text: str) -> list[str]:
    """Folded syllables of ``text``, abbreviations written out, and after each syllable the pair it closes."""
    return list(_with_pairs(bare(text)))


def written_out(text: str) -> list[str]:
    """The syllables of ``text`` in lower case, with their diacritics; abbreviations written out."""
    return [part for syllable in syllables(exact(text)) for part in ABBREVIATIONS.get(fold(syllable), (syllable,))]


def names(text: str) -> list[str]:
    """The pairs and numbers among ``tokens``: “Lạng Hà” is not a name for every “ha”."""
    return [token for token in tokens(text) if PAIR in token or token[0].isdigit()]


def exact_tokens(text: str) -> list[str]:
    """As ``tokens``, with the diacritics kept and a space in the pairs."""
    return [token.replace(PAIR, " ") for token in _with_pairs(exact(text))]


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """One spelling of a name for comparison: “UBND tỉnh X” and “UỶ BAN NHÂN DÂN TỈNH X” share a key."""
    return " ".join(word for syllable in syllables(fold(text)) for word in ABBREVIATIONS.get(syllable, (syllable,)))


_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = "đ" + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)
_SIGNS = "“”‘’–—−…•·×°≥≤‰\u00a0"
_PLAIN = {"“": '"', "”": '"'}  # they end a clause
_ASCII = "\t\n" + "".join(map(chr, range(32, 127)))
# One byte for each character of a directive, so that C folds them all in one pass; the map is fast when it begins with NUL.
_CHARACTERS = "\0" + "".join(dict.fromkeys(_ASCII + _SIGNS + _LETTERS + _LETTERS.upper()))
_CODES = codecs.charmap_build(_CHARACTERS.ljust(256, "\ufffe"))
_BARE = (
    "".join(_PLAIN.get(sign, " ") if sign in _SIGNS else fold(sign) for sign in _CHARACTERS).encode("ascii").ljust(256)
)


def _with_pairs(text: str) -> Iterator[str]:
    before = ""
    for found in _SYLLABLE_OR_BREAK.findall(text):
        if not found[0].isalnum():
            before = ""
            continue
        for token in ABBREVIATIONS.get(found) or (found,):
            yield token
            if before:
                yield before + PAIR + token
            before = token
