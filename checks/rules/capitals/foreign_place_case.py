"""Viết thường từ chỉ loại trước tên châu lục."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, opens_sentence, word_before

CONTINENT = Pattern(r"Châu(?= (?:Phi|Á|Âu|Mỹ|Úc|Đại Dương|Nam Cực)(?!\w))", needs="Châu ")


class ForeignPlaceCase(Rule):
    """Từ “châu” trước tên châu lục viết thường: “dịch tả lợn châu Phi”."""

    severity = Severity.WARNING
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III khoản 2"
    good = ("phòng, chống dịch tả lợn châu Phi.\n", "Châu Âu là thị trường lớn; xã Châu Phi Long.\n")
    bad = ("phòng, chống bệnh dịch tả lợn [[Châu→châu]] Phi.\n",)

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in CONTINENT.finditer(text):
            before = word_before(text, match.start() - 1)
            named = before in ("xã", "phường", "huyện") or before.istitle()
            if not named and not opens_sentence(text, match.start()) and not in_quotes(text, match.start()):
                yield self.finding(match.span(), "“châu” trước tên châu lục viết thường.", "châu", safe=True)
