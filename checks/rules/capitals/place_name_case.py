"""Viết hoa địa danh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.lexicon import shipped
from checks.language.syllables import key
from checks.language.tokens import Tokens
from checks.language.word_places import word_places
from checks.rule import Rule
from checks.surroundings import in_quotes
from checks.tables import rows

UNITS = ("tỉnh", "huyện", "xã", "phường", "thị", "quận", "thôn", "khu")
SECOND = frozenset({"phố", "xã", "trấn"})  # thành phố, thị xã, thị trấn
CLEAR = 3
"""A name is known from the document itself when it stands there so often with both capitals for each slip."""


class PlaceNameCase(Rule):
    """Địa danh viết hoa tất cả các chữ: “huyện Sơn Khê”, “tỉnh Lâm Đồng”.

    Tên tỉnh, tên huyện trước ngày 01/7/2025 lấy theo danh mục; tên xã, phường khác lấy theo cách viết nhiều lần trong chính văn bản,
    kể cả ở chỗ không có chữ “xã”, “huyện” đi trước.
    """

    severity = Severity.ERROR
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III khoản 1"
    good = (
        "xã Tân phong trào sôi nổi; tỉnh Hà giao nhiệm vụ.\n",
        "tỉnh Lâm Đồng, thành phố Hà Nội; xã Tân phấn đấu đạt chuẩn; vì hòa bình.\n",
        "xã Sơn động viên đoàn viên; xã Tân hưng thịnh hơn trước; ông Nguyễn Phú lộc.\n",
        "Hòa bình và phát triển; huyện Sơn quyết tâm; đường Hà nổi tiếng.\n",
        "Huế, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nCác phường, xã Phú giao việc.\n",
        "huyện Yên Bình, huyện Yên Bình, huyện Yên Bình. Yên bình là mong ước; cuộc sống yên bình; về Yên bình đẳng.\n",
        "chung sức vì Hòa bình; xây dựng xã hội an bình; sửa chỗ ghi sai “huyện Hạ lang”.\n",
    )
    bad = (
        "hội chợ nông sản tỉnh [[Lâm đồng→Lâm Đồng]] năm 2026.\n",
        "Sơn Khê, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nPhát động thi đua\n\nThông xe đường nối xã [[Sơn khê→Sơn Khê]] với cửa khẩu.\n",
        "hội chợ tỉnh [[Hòa bình→Hòa Bình]]; thành phố [[Hải dương→Hải Dương]]; về [[Lâm đồng→Lâm Đồng]] học tập.\n",
        "Tuyên dương huyện [[Hạ lang→Hạ Lang]], phường [[Tân châu→Tân Châu]].\n",
        "huyện Sơn Khê, huyện Sơn Khê, huyện Sơn Khê; giải bóng đá huyện [[Sơn khê→Sơn Khê]] mở rộng.\n",
        "huyện Sơn Khê, huyện Sơn Khê, huyện Sơn Khê; khởi công Bệnh viện đa khoa [[Sơn khê→Sơn Khê]] và trạm y tế.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens = doc.tokens
        for place in sorted({*self._provinces(tokens), *self._localities(tokens, doc.seat)}):
            start, end = tokens.span(place, place + 1)
            if "\n" not in doc.text[start:end] and not in_quotes(doc.text, start):
                right = f"{tokens.texts[place]} {tokens.texts[place + 1].capitalize()}"
                yield self.finding((start, end), f"Địa danh viết là “{right}”.", right)

    def _provinces(self, tokens: Tokens) -> Iterator[int]:
        """Where the first two syllables of a province are written with one capital."""
        places = word_places(tokens)
        for (name,) in rows("provinces.txt"):
            ordinary, words = name[0] == "*", name.lower().lstrip("* ").split()[:2]
            if words[0] not in places or words[1] not in places:
                continue
            for at in places[words[0]]:
                if at + 1 < len(tokens) and tokens.lower[at + 1] == words[1] and slip(tokens, at):
                    before = tokens.lower[at - 1] if at else ""
                    inside = at > 0 and tokens.texts[at - 1].islower()
                    if before in UNITS or before in SECOND or (inside and not ordinary):
                        yield at

    def _localities(self, tokens: Tokens, seat: str) -> Iterator[int]:
        """Where a name after “huyện”, “xã” is written unlike its other places in the document, or unlike its seat."""
        places, texts = word_places(tokens), tokens.texts
        after = sorted(at + 1 for unit in {*UNITS, *SECOND} for at in places.get(unit, ()) if at + 2 < len(tokens))
        known = Counter(pair(tokens, at) for at in after if texts[at].istitle() and texts[at + 1].istitle())
        own = seat.split()
        if len(own) > 1 and own[0].istitle() and own[1].istitle():
            known[(key(own[0].lower()), key(own[1].lower()))] += CLEAR
        slips = [at for at in after if slip(tokens, at)]
        wrong = Counter(pair(tokens, at) for at in slips)
        for at in slips:
            if known[pair(tokens, at)] >= CLEAR * wrong[pair(tokens, at)] or _district(tokens, at):
                yield at
        often = {name for name, times in known.items() if times >= CLEAR}
        for word in {tokens.lower[at] for at in after if often and pair(tokens, at) in often}:
            for at in places[word]:
                # “Bệnh viện đa khoa Thanh trì” beside “huyện Thanh Trì”; a sentence may begin with “Yên bình”
                inside = at > 0 and tokens.texts[at - 1].islower() and at + 2 < len(tokens) and at not in after
                if inside and slip(tokens, at) and pair(tokens, at) in often and not _known(tokens, at + 1):
                    yield at


def _district(tokens: Tokens, at: int) -> bool:
    """A name of the list, whose second syllable does not belong to a word: “xã Sơn động viên …” is no Sơn Động."""
    if pair(tokens, at) not in districts():
        return False
    return not _a_word(tokens, at + 1)


def _known(tokens: Tokens, at: int) -> bool:
    """Does the syllable make a word with the one behind it: “cho Tân hưng thịnh”?"""
    return bool(shipped().known[" ".join(key(syllable) for syllable in tokens.lower[at : at + 2])])


def _a_word(tokens: Tokens, at: int) -> bool:
    """Does the syllable belong to the one behind it: “xã Tân hưng thịnh hơn trước”?"""
    word = " ".join(key(syllable) for syllable in tokens.lower[at : at + 2])
    return bool(shipped().known[word] or shipped().stand([word])[0])


@cache
def districts() -> frozenset[tuple[str, str]]:
    """The folded names of ``districts.txt``; read when a name is written with one capital."""
    names = (name.lower().split() for _, line in rows("districts.txt") for name in line.split(", "))
    return frozenset((key(first), key(second)) for first, second in names)


def slip(tokens: Tokens, at: int) -> bool:
    """One capital, then a small letter: “Sơn khê”."""
    return tokens.texts[at].istitle() and tokens.texts[at + 1].islower()


def pair(tokens: Tokens, at: int) -> tuple[str, str]:
    return key(tokens.lower[at]), key(tokens.lower[at + 1])
