"""What one office adds to the rules: words it writes that no list has, and wordings it does not want to see.

``dictionary``: a word or name a line. ``phrases``: “sai → đúng” a line, or a phrase of two syllables and more as the
office writes it, which one wrong syllable then misses. ``#`` begins a comment in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checks.document import Document
from checks.errors import UserError
from checks.finding import Finding, Severity
from checks.letters import composed
from checks.rule import Rule
from checks.values import NamedTuple

if TYPE_CHECKING:
    from checks.language.lexicon import Lexicon

ARROW = re.compile(r"\s*(?:→|->|=>)\s*")
SPELLING = ".rules.spelling."
"""Rules of this package may be answered by a dictionary; the others are not about words."""


class Wording(NamedTuple):
    """``wrong`` is to be written ``right``."""

    wrong: str
    right: str


class Dictionary(NamedTuple):
    """The words of an office, folded."""

    words: tuple[str, ...]

    def has(self, doc: Document, finding: Finding) -> bool:
        """Do the words of ``finding`` stand within a word or name of the dictionary?"""
        start, end = finding.span
        written = doc.text[start:end].casefold()
        for word in self.words:
            at = word.find(written) if written else -1
            while at >= 0:
                if doc.text[max(0, start - at) : start - at + len(word)].casefold() == word:
                    return True
                at = word.find(written, at + 1)
        return False


class OfficePhrase(Rule):
    """Từ ngữ phải viết theo danh sách riêng của cơ quan.

    Danh sách là tệp mà khóa phrases của cấu hình nêu tên. Dòng “sai → đúng” là một cách viết cơ quan không dùng; dòng chỉ có
    một cụm từ là cách viết đúng, sai một chữ trong cụm đó sẽ được nhắc.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "danh sách từ ngữ của cơ quan (khóa phrases của cấu hình)"
    good = ("Các thôn tổ chức ra quân vào ngày thứ bảy.",)
    bad = ("Các thôn tổ chức [[ra quan→ra quân]] vào ngày thứ bảy.",)

    def __init__(self, wordings: Sequence[Wording], phrases: Sequence[str] = ()) -> None:
        self._right = {item.wrong.casefold(): item.right for item in wordings}
        self._phrases = tuple(phrases)

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._wrong_wordings(doc)
        if self._phrases:
            yield from self._near_misses(doc)

    def _wrong_wordings(self, doc: Document) -> Iterator[Finding]:
        # Casefolding “ß” makes a text longer; Vietnamese letters keep their length.
        text = folded if len(folded := doc.text.casefold()) == len(doc.text) else doc.text
        for wrong, right in self._right.items():
            for match in re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", text):
                written = doc.text[slice(*match.span())]
                repair = right[:1].upper() + right[1:] if written[:1].isupper() else right
                if written != repair:
                    yield self.finding(match.span(), f"Cơ quan viết “{repair}”, không viết “{written}”.", repair)

    def _near_misses(self, doc: Document) -> Iterator[Finding]:
        """What misses a phrase of the office; what misses a phrase of the house is told by ``near-miss``."""
        from checks.language.lexicon import shipped
        from checks.language.near_miss import near_misses

        told = {(miss.start, miss.end) for miss in near_misses(doc.tokens, shipped())}
        for miss in near_misses(doc.tokens, self._lexicon):
            if (miss.start, miss.end) not in told:
                message = f"“{doc.text[miss.start : miss.end]}” khác {miss.why} với cụm từ của cơ quan “{miss.phrase}”."
                yield self.finding((miss.start, miss.end), message, miss.right)

    @cached_property
    def _lexicon(self) -> Lexicon:
        from checks.language.lexicon import shipped

        return shipped().with_phrases(self._phrases)


@lru_cache(maxsize=8)
def dictionary(file: Path) -> Dictionary:
    """Read a dictionary. Raises UserError when it cannot be read."""
    return Dictionary(tuple(dict.fromkeys(line.casefold() for _, line in lines(file))))


@lru_cache(maxsize=8)
def phrases(file: Path) -> OfficePhrase:
    """The rule that ``file`` describes. Raises UserError for a line that is neither wording nor phrase."""
    wordings, right = [], []
    for number, line in lines(file):
        sides = ARROW.split(line)
        if len(sides) == 2 and all(sides):
            wordings.append(Wording(*sides))
        elif len(sides) == 1 and all(word.isalpha() for word in line.replace(",", " ").split()) and " " in line:
            right.append(line)
        else:
            raise UserError(
                f"Dòng {number} của {file.name} phải có dạng “sai → đúng” hoặc là một cụm từ hai chữ trở lên: hãy sửa lại."
            )
    return OfficePhrase(wordings, right)


def lines(file: Path) -> Iterator[tuple[int, str]]:
    """Number and text of each line that says something. Raises UserError when the file cannot be read."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UserError(f"Không tìm thấy tệp {file} mà cấu hình nêu: hãy kiểm tra lại tên tệp.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"Không đọc được tệp {file}: hãy lưu lại bằng bảng mã UTF-8 và kiểm tra quyền đọc.") from error
    for number, raw in enumerate(composed(text).splitlines(), 1):
        line = " ".join(raw.partition("#")[0].split())
        if line:
            yield number, line
