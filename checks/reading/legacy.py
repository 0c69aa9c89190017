"""Vietnamese written before Unicode: recognise TCVN3 (ABC) and VNI-Windows and convert them.

Such text reaches us as Latin letters that only a .VnTime or VNI-Times font shows rightly: “Céng hßa x· héi” and
“Coäng hoøa xaõ hoäi” for “Cộng hòa xã hội”.
"""

from __future__ import annotations

import re
import unicodedata

from checks.values import NamedTuple

TCVN3 = "TCVN3 (ABC)"
VNI = "VNI-Windows"

# TCVN 5712:1993 VN3. Its tones are lower case only: capitals with a tone need the upper-case fonts (.VnTimeH).
_TCVN3_CODES = bytes.fromhex(
    "a1a2a3a4a5a6a7a8a9aaabacadae"
    "b5b6b7b8b9bbbcbdbec6c7c8c9cacb"
    "cccecfd0d1d2d3d4d5d6d7d8dcddde"
    "dfe1e2e3e4e5e6e7e8e9eaebecedee"
    "eff1f2f3f4f5f6f7f8f9fafbfcfdfe"
).decode("latin-1")
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = dict(zip(map(ord, _TCVN3_CODES), _TCVN3_LETTERS, strict=True))

# VNI-Windows: a base letter, then a letter that stands for its marks; a few letters have a code of their own.
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_MARKS = {
    "aeo": {
        "â": _CIRCUMFLEX,
        "á": _CIRCUMFLEX + _ACUTE,
        "à": _CIRCUMFLEX + _GRAVE,
        "å": _CIRCUMFLEX + _HOOK,
        "ã": _CIRCUMFLEX + _TILDE,
        "ä": _CIRCUMFLEX + _DOT,
    },
    "a": {
        "ê": _BREVE,
        "é": _BREVE + _ACUTE,
        "è": _BREVE + _GRAVE,
        "ú": _BREVE + _HOOK,
        "ü": _BREVE + _TILDE,
        "ë": _BREVE + _DOT,
    },
    "aeouyôö": _VNI_TONES,
}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_CODE = re.compile(r"[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ôöñíìæóòî]", re.IGNORECASE)

_MODERN = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
"""Letters and marks that Unicode has for Vietnamese alone: where one stands, the text is not in an old code."""
_ACCENTED = re.compile("[\u00a1-\u00ff]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000

# So frequent that three lines of any official text hold several, and unlike anything a wrong code gives: all accented.
_FREQUENT = frozenset(
    re.findall(
        r"\w+",
        """
        và của các được là có với những một này để đã không người năm về tại đến từ số việc thực hiện tổ chức phát triển
        tế xã hội tỉnh ủy uỷ công tác cấp đơn vị chính nghị quyết định phủ nước thưởng trào chỉ thị kế hoạch nhiệm vụ
        tiêu chủ tịch cộng hòa hoà nghĩa việt độc lập tự hạnh phúc ngày tháng điều đảng bộ sở phòng giáo dục trường học
        đồng động phạm phố nội nhận đất đai tài khoản mục đích yêu cầu thời hạn đạo điện
        """,
    )
)


class Converted(NamedTuple):
    """A text in Unicode and the name of the code it was in, None when it was Unicode already."""

    text: str
    code: str | None


def modernise(text: str) -> Converted:
    """Convert a text that was typed for a TCVN3 or VNI font; leave every other text as it is."""
    if is_modern(text) or not _ACCENTED.search(text):
        return Converted(text, None)
    sample = text[:_SAMPLE]
    scores = {code: vietnamese(convert(sample, code)) for code in (TCVN3, VNI)}
    best = max(scores, key=scores.__getitem__)
    if scores[best] < 2 or scores[best] <= 2 * vietnamese(sample):
        return Converted(text, None)
    return Converted(convert(text, best), best)


def convert(text: str, code: str) -> str:
    """Text of a .Vn… or VNI-… font in Unicode."""
    return _from_tcvn3(text) if code == TCVN3 else _VNI_CODE.sub(_from_vni, text)


def is_modern(text: str) -> bool:
    """The text holds letters that only Unicode has, so it is in no old code."""
    return _MODERN.search(text) is not None


def code_of_font(font: str) -> str | None:
    """The old code a font was made for: all of TCVN3 are called .Vn…, all of VNI VNI-…."""
    if font.startswith(".Vn"):
        return TCVN3
    return VNI if font.startswith("VNI-") else None


def is_capital_font(font: str | None) -> bool:
    """.VnTimeH and its like show every letter as a capital."""
    return font is not None and font.startswith(".Vn") and font.endswith("H")


def vietnamese(text: str) -> int:
    """How many frequent Vietnamese words the text holds: the measure of a right guess at its code."""
    words = _WORD.findall(unicodedata.normalize("NFC", text[:_SAMPLE]).lower())
    return sum(word in _FREQUENT for word in words)


def _from_tcvn3(text: str) -> str:
    return "\n".join(map(_tcvn3_line, text.split("\n")))


def _tcvn3_line(line: str) -> str:
    """“CéNG HßA” was typed with the capitals lock on, for a font that shows é as Ộ."""
    converted = line.translate(_TCVN3)
    if _capitals(line):
        return converted.upper()
    return _WORD.sub(lambda m: m[0].upper() if _capitals(line[m.start() : m.end()]) else m[0], converted)


def _capitals(typed: str) -> bool:
    """Every plain letter is a capital, and there are at least two; the codes of accented letters do not count."""
    plain = [char for char in typed if char.isascii() and char.isalpha()]
    return len(plain) > 1 and all(char.isupper() for char in plain)


def _from_vni(match: re.Match[str]) -> str:
    code = match[0].lower()
    if len(code) == 1:
        letter = _VNI_SINGLE[code]
    else:
        base, sign = code[0], code[1]
        marks = next((table[sign] for bases, table in _VNI_MARKS.items() if base in bases and sign in table), None)
        if marks is None:
            return _VNI_SINGLE_IN_PAIR.sub(_from_vni, match[0])
        letter = unicodedata.normalize("NFC", _VNI_SINGLE.get(base, base) + marks)
    return letter.upper() if match[0][0].isupper() else letter


_VNI_SINGLE_IN_PAIR = re.compile(r"[ôöñíìæóòî]", re.IGNORECASE)
