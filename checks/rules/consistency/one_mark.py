"""Một dấu nối cho một cụm từ trong cùng văn bản."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

PAIRS = (
    ("phát triển kinh tế - xã hội", "phát triển kinh tế, xã hội"),
    ("quốc phòng, an ninh", "quốc phòng - an ninh"),
)
SPACED = tuple((f"{field} - xã hội", f"{field}-xã hội") for field in ("kinh tế", "chính trị", "văn hóa"))
"""The first is the custom of the decrees; a text that writes the second throughout has its own."""
TIGHT = frozenset(tight for _, tight in SPACED)
# “Giỏi việc nước, đảm việc nhà”: a name of five syllables or more
QUOTED = Pattern(r"“(?P<name>[^“”\n]{12,120})”", needs="“")
FEWEST = 5
CLEAR = 3
"""The usual mark stands so many times as often as the other one; the custom of the decrees need only be as frequent."""


class OneMark(Rule):
    """Một cụm từ trong văn bản dùng một dấu nối: “quốc phòng, an ninh” hoặc “quốc phòng - an ninh”.

    Chỉ nhắc khi văn bản dùng một dấu rõ rệt và có chỗ viết khác. Một tên gọi trong ngoặc kép, như tên phong trào, giữ nguyên dấu ở mọi chỗ.
    """

    severity = Severity.STYLE
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        "Phong trào “Giỏi việc nước, đảm việc nhà”; danh hiệu “Giỏi việc nước, Đảm việc nhà.”; “KINH TẾ - XÃ HỘI”, “kinh tế xã hội”.\n",
        "bảo đảm quốc phòng - an ninh; củng cố quốc phòng - an ninh.\n",
        "củng cố quốc phòng, an ninh; giữ vững quốc phòng - an ninh; bảo đảm quốc phòng - an ninh.\n",
        "củng cố quốc phòng, an ninh; giữ quốc phòng, an ninh; chỉ tiêu quốc phòng, an ninh; bài “Vững quốc phòng - an ninh”.\n",
        "phát triển kinh tế-xã hội; chỉ tiêu kinh tế-xã hội; nhiệm vụ kinh tế-xã hội; tình hình kinh tế - xã hội.\n",
    )
    bad = (
        "Phong trào “Giỏi việc nước, đảm việc nhà”; 90% nữ đoàn viên đạt “Giỏi việc nước, đảm việc nhà”; tổng kết "
        "“[[Giỏi việc nước đảm việc nhà→Giỏi việc nước, đảm việc nhà]]”.\n",
        "Phong trào “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau”; hưởng ứng "
        "“[[Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau]]”.\n",
        "củng cố quốc phòng, an ninh; giữ vững quốc phòng, an ninh; chỉ tiêu quốc phòng, an ninh và "
        "bảo đảm [[quốc phòng - an ninh→quốc phòng, an ninh]].\n",
        "củng cố quốc phòng, an ninh; bảo đảm [[quốc phòng - an ninh→quốc phòng, an ninh]].\n",
        "chỉ tiêu kinh tế - xã hội năm 2026; tình hình kinh tế - xã hội của xã; nhiệm vụ kinh tế - xã hội quý I và "
        "phát triển [[kinh tế-xã hội→kinh tế - xã hội]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._names(doc)
        text = doc.text
        for pair in PAIRS + SPACED:
            counts = {form: text.count(form) for form in pair}
            usual, rare = sorted(pair, key=lambda form: -counts[form])
            clear = 1 if usual == pair[0] else CLEAR
            if not counts[rare] or usual in TIGHT or counts[usual] < clear * counts[rare]:
                continue
            at = -1
            while (at := text.find(rare, at + 1)) >= 0:
                if not in_quotes(text, at):
                    message = f"Chỗ khác trong văn bản viết “{usual}” ({counts[usual]} lần)."
                    yield self.finding((at, at + len(rare)), message, usual)

    def _names(self, doc: Document) -> Iterator[Finding]:
        """“Giỏi việc nước đảm việc nhà” where elsewhere its comma stands."""
        named = [(match.start("name"), match["name"].strip(" .,;")) for match in QUOTED.finditer(doc.text)]
        forms = Counter(_marks(name) for _, name in named)
        usual: dict[str, str] = {}
        for form, _ in forms.most_common():
            usual.setdefault(_words(form), form)
        for at, name in named:
            kept, form = usual[_words(_marks(name))], _marks(name)
            if form != kept and len(_words(form).split()) >= FEWEST:
                told = next(name for _, name in named if _marks(name) == kept)
                right = told if forms[kept] > forms[form] and told.lower() != name.lower() else None
                yield self.finding((at, at + len(name)), f"Chỗ khác trong văn bản viết “{told}”.", right)


def _marks(name: str) -> str:
    """The name in small letters with one blank between its words, its marks kept."""
    return re.sub(r" ?[-–] ?", " - ", " ".join(name.lower().split()))


def _words(form: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", form))
