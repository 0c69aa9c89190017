"""Keys of Telex and VNI that were left in the text because the input method was off: “thuwcj”, “tru7o7ng”."""

from __future__ import annotations

from checks.language.syllables import I_AS_Y, PLAIN, TONED, Syllable, is_syllable, parse, spellings

TELEX_MARKS = (
    ("dd", "đ"),
    ("aa", "â"),
    ("aw", "ă"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("uow", "ươ"),
    ("ow", "ơ"),
    ("uw", "ư"),
    ("uơ", "ươ"),
)
TELEX_TONES = {"f": 1, "s": 2, "r": 3, "x": 4, "j": 5}
VNI_MARKS = {"6": ("aeo", "âêô"), "7": ("uo", "ươ"), "8": ("a", "ă"), "9": ("d", "đ")}
VNI_TONES = {"2": 1, "1": 2, "3": 3, "4": 4, "5": 5}


def from_telex(word: str) -> str | None:
    """The syllable that these Telex keys make, None if they make none or no key of them is Telex's."""
    letters, tone = word, 0
    if word[-1] in TELEX_TONES:
        letters, tone = word[:-1], TELEX_TONES[word[-1]]
    else:
        # The tone key may be pressed before the final: “thuwjc”.
        inner = [at for at, letter in enumerate(word) if at and letter in TELEX_TONES and word[at - 1] in "aeiouyw"]
        if len(inner) == 1:
            letters, tone = word[: inner[0]] + word[inner[0] + 1 :], TELEX_TONES[word[inner[0]]]
    marked = letters
    for keys, letter in TELEX_MARKS:
        marked = marked.replace(keys, letter)
    return _toned(marked, tone) if marked != letters else None


def from_tone_key(word: str) -> str | None:
    """The syllable that a word without a mark makes with the Telex key of its tone at its end: “soats”, “kys”."""
    tone = TELEX_TONES.get(word[-1], 0)
    right = _toned(word[:-1], tone) if tone else None
    return right[:-1] + TONED[tone][PLAIN.index("y")] if right and len(word) < 5 and word[-2] == "y" else right


def from_vni(word: str) -> str | None:
    """The syllable that these VNI keys make, None if they make none."""
    letters, tone = "", 0
    for character in word:
        if character in VNI_TONES:
            tone = VNI_TONES[character]
        elif character in VNI_MARKS:
            plain, marked = VNI_MARKS[character]
            at = max(letters.rfind(letter) for letter in plain)
            if at < 0:
                return None
            letters = letters[:at] + marked[plain.index(letters[at])] + letters[at + 1 :]
        elif character.isdigit():
            return None
        else:
            letters += character
    return _toned(letters.replace("uơ", "ươ"), tone)


def _toned(letters: str, tone: int) -> str | None:
    """``letters`` with the mark of ``tone`` where it belongs."""
    at = next((at for at, letter in enumerate(letters) if letter in PLAIN), None)
    if at is None:
        return None
    carried = letters[:at] + TONED[tone][PLAIN.index(letters[at])] + letters[at + 1 :]
    syllable: Syllable | None = parse(carried)
    right = spellings(syllable)[0] if syllable else ""
    if letters.startswith("quy"):
        right = right[:2] + right[2:].translate(I_AS_Y)
    return right if is_syllable(right) else None
