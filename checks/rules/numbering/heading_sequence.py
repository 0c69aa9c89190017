"""Thứ tự của số và chữ đánh mục."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import to_roman
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.parsing.markers import LETTERS, Marker
from checks.rule import Rule
from checks.values import NamedTuple

TURNED = {4: (6,), 9: (11,)}
"""“VI” for “IV”, “XI” for “IX”: the figures of a Roman number turned about."""
UPPERS = ("ABCDEGH", "ABCDĐEGH")
AIMS = (re.compile(r"\. Mục đích(?::|$)"), re.compile(r"\. Yêu cầu(?::|$)"))
ARTICLES = 5
"""A decision that brings a plan into force has no more."""
TITLE = "KẾ HOẠCH\nTổ chức phong trào thi đua\n\n"


class HeadingSequence(Rule):
    """Các mục đánh số liên tục, không nhảy, không lặp: I II III; 1 2 3; 1.1 1.2; a b c d đ e g.

    Chữ cái theo thứ tự tiếng Việt: sau d) là đ), sau e) là g). Danh sách đánh số chạy tiếp qua các điểm a, b, c là
    cách viết hợp lệ. Chỉ báo khi chỗ đứt rõ ràng: số trước và số sau cùng một danh sách.
    """

    scope = "document"
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm đ"
    good = (
        TITLE + "Điều 1. Một.\n\nĐiều 2. Hai.\n\nĐiều 2. Ba.\n",
        TITLE + "3. Nội dung\n\n3.1. Ý.\n\n3.2. 100% thôn đạt.\n\n3.3. Ý.\n",
        TITLE + "I. MỘT\n\nTrong quý I:\n\n1. Họp.\n\nTrong quý II:\n\n1. Sơ kết.\n\n2. Khen.\n\nII. HAI\n\nX.\n",
        TITLE + "1. Mục đích\n\nMột.\n\n2. Nội dung\n\nHai.\n\n7. Bảy.\n\n8. Tám.\n\n12. Mười hai.\n",
        TITLE + "I. MỘT\n\n1.1. Ý.\n\n1.2. Ý.\n\nII. HAI\n\n2.1. Ý.\n\n2.2. Ý.\n\n2.3. Ý.\n",
        TITLE + "Điều 1. Một.\n\nĐiều 3. Ba.\n\nĐiều 3. Bốn.\n",
        TITLE + "1. Mục đích\n\na) Một.\n\nb) Hai.\n\nk) Mười một.\n",
        TITLE + "1. Kiểm tra\n\na. Thời gian: cả năm b. Địa điểm\n\nCác thôn.\n\nc. Nội dung\n\nBa.\n",
        TITLE
        + "A. MỘT\n\nX.\n\nB. HAI\n\nX.\n\nC. BA\n\nX.\n\nD. BỐN\n\nX.\n\nĐ. NĂM\n\nX.\n\nE. SÁU\n\nX.\n\nG. BẢY\n\nX.\n",
        TITLE + "A. MỘT\n\nX.\n\nB. HAI\n\nX.\n\nC. BA\n\nX.\n\nD. BỐN\n\nX.\n\nE. NĂM\n\nX.\n\nG. SÁU\n\nX.\n",
        TITLE
        + "1. Chỉ tiêu\n\n1.1. Trồng rừng.\n\n1.2. 90% chi bộ.\n\n1.3. 36/40 thôn.\n\n1.4. 12 km đường.\n\n1.5. Giảm nghèo.\n",
        TITLE + "1. Một\n\n1.1. Ý.\n\n2. Hai\n\n2.1. Ý.\n\n3. Ba\n\n3.1. Ý.\n",
        TITLE
        + "1. Mục đích\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.\n\ng) Bảy.\n\n2. Yêu cầu\n\na) Một.\n\nb) Hai.\n",
        TITLE + "I. MỤC ĐÍCH\n\n1. Một\n\n2. Hai\n\nII. NỘI DUNG\n\n1. Một\n\n1.1. Ý đầu\n\n1.2. Ý sau\n\n2. Hai\n",
        TITLE
        + "2. Chỉ tiêu\n\na) Kinh tế\n\n1. Lúa 5 tấn.\n2. Ngô 3 tấn.\n\nb) Xã hội\n\n3. Giảm nghèo.\n4. Y tế.\n\n3. Nội dung\n\nThi đua.\n",
    )
    bad = (
        TITLE + "I. MỘT\n\n1. Họp.\n\na) Kín.\n\nb) Mở.\n\n[[3.→2.]] Sơ kết.\n\n3. Khen.\n\nII. HAI\n\nX.\n",
        TITLE + "1. Mục đích\n\na) Một.\n\nb) Hai.\n\n[[đ)→c)]] Ba.\n\n2. Yêu cầu\n\na) Một.\n\nb) Hai.\n",
        TITLE + "Thứ nhất, lao động.\n\nThứ hai, học tập.\n\n[[Thứ tư,→Thứ ba,]] vui chơi.\n",
        TITLE + "A. MỘT\n\nX.\n\nB. HAI\n\nX.\n\nC. BA\n\nX.\n\nD. BỐN\n\nX.\n\nĐ. NĂM\n\nX.\n\n[[G.→E.]] SÁU\n\nX.\n",
        TITLE + "1. Mục đích\n\n(1) Một.\n\n(2) Hai.\n\n[[(4)→(3)]] Ba.\n",
        TITLE + "1. Mục đích\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.\n\n[[f)→g)]] Bảy.\n",
        TITLE + "1. Mục đích\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\n[[e)→đ)]] Năm.\n",
        TITLE + "1. Mục đích\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\n[[e)→d)]] Bốn.\n",
        TITLE + "I. MỤC ĐÍCH\n\nMột.\n\nII. NỘI DUNG\n\nHai.\n\n[[IV.→III.]] TỔ CHỨC THỰC HIỆN\n\nBa.\n",
        TITLE
        + "I. MỤC ĐÍCH\n\nA.\n\nII. CHỈ TIÊU\n\nB.\n\nIII. NỘI DUNG\n\nC.\n\n[[VI.→IV.]] TỔ CHỨC THỰC HIỆN\n\nD.\n",
        TITLE + "1. Mục đích\n\nMột.\n\n2. Nội dung\n\nHai.\n\n[[2.→3.]] Tổ chức thực hiện\n\nBa.\n",
        TITLE + "3. Nội dung\n\n3.1. Một.\n\n3.2. Hai.\n\n[[3.4.→3.3.]] Ba.\n",
        TITLE + "3. Nội dung\n\n3.1. Một.\n\n3.2. Hai.\n\n[[3.2.→3.3.]] Ba.\n\n3.4. Bốn.\n",
        TITLE + "3. Nội dung\n\n3.1. Một.\n\n3.2. Hai.\n\n[[3.4.→3.3.]] Ba.\n\n3.4. Bốn.\n",
        TITLE + "3. Nội dung\n\n3.1. Một.\n\n3.2. Hai.\n\n[[2.3.→3.3.]] Ba.\n\n3.4. Bốn.\n",
        TITLE + "1. Mục đích\n\nMột.\n\n2. Nội dung\n\nHai.\n\n[[5.→3.]] Thời gian\n\nBa.\n\n4. Thực hiện\n\nBốn.\n",
        TITLE + "1. Mục đích\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\n[[e)→d)]] Bốn.\n\nđ) Năm.\n",
        TITLE
        + "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n- Thi đua.\n\n[[1.→2.]] Yêu cầu\n\n- Thiết thực.\n\nII. NỘI DUNG\n\nX.\n",
        "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nĐiều 1. Ban hành Kế hoạch.\n\nĐiều 2. Hiệu lực.\n\n[[Điều 4.→Điều 3.]] Văn phòng thi hành.\n",
        "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nĐiều 1. Ban hành Kế hoạch.\n\nĐiều 2. Hiệu lực.\n\n[[Điều 2.→Điều 3.]] Văn phòng thi hành.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        slips = {slip.at: slip for slip in _between(doc.markers)}
        excused = {slip.after for slip in slips.values()}
        for i, marker in enumerate(doc.markers):
            if i in slips:
                before, right = slips[i].before, slips[i].right
                message = (
                    f"Đánh mục sai: giữa “{before.label}” và mục sau nó là “{right}”, văn bản ghi “{marker.label}”."
                )
                yield self.finding(marker.span, message, right)
                continue
            if marker.nth == 1 and _two_aims(doc.markers, i):
                right = _label(marker._replace(expected=2))
                message = f"Đánh mục lặp lại: sau “{marker.label}” là “{right}”, văn bản ghi “{marker.label}”."
                yield self.finding(marker.span, message, right)
                continue
            twice = marker.scheme == "article" and doc.kind == "Quyết định" and marker.nth == (marker.expected or 0) - 1
            twice = twice or _last_article(doc, i)
            if marker.expected is None or not marker.before or (marker.scheme in ("article", "part") and not twice):
                continue
            if i in excused or not self._clear(doc.markers, i):
                continue
            right = _label(marker)
            if marker.nth > marker.expected and _runs_in(doc.text, doc.markers, i, right):
                continue
            what = "lặp lại" if marker.nth < marker.expected else "nhảy số"
            message = f"Đánh mục {what}: sau “{marker.before}” là “{right}”, văn bản ghi “{marker.label}”."
            if marker.scheme == "letter" and marker.nth > len(LETTERS):
                message = (
                    f"Điểm “{marker.label}” không thuộc thứ tự chữ cái tiếng Việt: sau “{marker.before}” là “{right}”."
                )
            yield self.finding(marker.span, message, right, severity=self._severity(marker))

    def _severity(self, marker: Marker) -> Severity:
        return Severity.WARNING if marker.scheme == "letter" and marker.nth > len(LETTERS) else Severity.ERROR

    def _clear(self, found: tuple[Marker, ...], i: int) -> bool:
        """A gap or repeat of one, in a list that a person would read as one list."""
        marker = found[i]
        expected = marker.expected or 0
        if marker.nth > len(LETTERS) and marker.scheme == "letter":
            return marker.label[0] == "f"
        # “c)” then “e)”: whoever forgets đ often forgets d with it.
        reach = (expected + 2,) if marker.scheme == "letter" else ()
        if marker.scheme == "roman":
            reach = TURNED.get(expected, ())
        if marker.nth not in (expected + 1, expected - 1, *reach):
            return False
        # A repeat that starts a list anew after an unnumbered heading is a new list, not a slip.
        after = next((m for m in found[i + 1 :] if m.scheme == marker.scheme and m.depth <= marker.depth), None)
        restarts = marker.nth == expected - 1 and marker.nth == 1
        return not restarts and (
            after is None or after.depth < marker.depth or after.nth in (1, marker.nth, marker.nth + 1)
        )


def _last_article(doc: Document, i: int) -> bool:
    """The last article of a decision of a few: “Điều 1”, “Điều 2”, “Điều 4”."""
    found = doc.markers
    of_a_decision = found[i].scheme == "article" and doc.kind == "Quyết định" and (found[i].expected or 0) <= ARTICLES
    return of_a_decision and not any(m.scheme == "article" for m in found[i + 1 :])


def _two_aims(found: tuple[Marker, ...], i: int) -> bool:
    """“1. Mục đích”, then “1. Yêu cầu”."""
    if not AIMS[1].search(found[i].line.bare):
        return False
    before = next((m for m in reversed(found[:i]) if m.label == found[i].label), None)
    return before is not None and AIMS[0].search(before.line.bare) is not None


def _runs_in(text: str, found: tuple[Marker, ...], i: int, label: str) -> bool:
    """Does the missing label stand inside a line above (“a. Thời gian: cả năm b. Địa điểm”)? Pages lose line breaks."""
    start = found[i - 1].span.end if i else 0
    return re.search(rf"[^\n] {re.escape(label)} [{CAPITAL}]", text[start : found[i].span.start]) is not None


class Slip(NamedTuple):
    """The item at ``at`` should be ``right``; the item at ``after`` goes on where it would have led."""

    at: int
    before: Marker
    right: str
    after: int


def _between(found: tuple[Marker, ...]) -> Iterator[Slip]:
    """Items whose neighbours leave one number for them and that have another: “3.2.”, “3.2.”, “3.4.”."""
    for i, marker in enumerate(found):
        if marker.scheme in ("article", "part") or (marker.scheme == "letter" and marker.nth > len(LETTERS)):
            continue
        before, after = _sibling(found, i, -1), _sibling(found, i, 1)
        if marker.scheme == "decimal" and not _alike(found, before, i):
            before, after = _decimal(found, i, -1), _decimal(found, i, 1)
        if before is None or after is None:
            continue
        a, c = found[before], found[after]
        fits = a.scheme == c.scheme == marker.scheme and a.prefix == c.prefix and c.nth == a.nth + 2
        slips = (marker.nth, marker.prefix) != (a.nth + 1, a.prefix)
        if fits and slips and (marker.prefix == a.prefix or marker.nth == a.nth + 1):
            yield Slip(i, a, _label(marker._replace(expected=a.nth + 1, prefix=a.prefix)), after)


def _alike(found: tuple[Marker, ...], before: int | None, i: int) -> bool:
    return before is not None and found[before].prefix == found[i].prefix


def _sibling(found: tuple[Marker, ...], i: int, step: int) -> int | None:
    """The item before or after ``i`` in its own list."""
    j = i + step
    while 0 <= j < len(found) and found[j].depth >= found[i].depth:
        if found[j].depth == found[i].depth:
            return j if found[j].scheme == found[i].scheme else None
        j += step
    return None


def _decimal(found: tuple[Marker, ...], i: int, step: int) -> int | None:
    """The decimal number of as many parts before or after ``i``, with nothing of a higher level between."""
    j = i + step
    while 0 <= j < len(found) and found[j].scheme != "roman":
        if found[j].scheme == "decimal" and len(found[j].prefix) == len(found[i].prefix):
            return j
        j += step
    return None


def _label(marker: Marker) -> str:
    index = marker.expected or 1
    if marker.scheme == "letter":
        value = LETTERS[index - 1] if index <= len(LETTERS) else "?"
    elif marker.scheme == "roman":
        value = to_roman(index)
    elif marker.scheme == "upper":
        # With Đ among the parts or without: the letter that stands there tells by its own place.
        alphabet = next((a for a in UPPERS if a[marker.nth - 1 : marker.nth] == marker.label[0]), UPPERS[0])
        value = alphabet[index - 1 : index] or "?"
    elif marker.scheme == "decimal":
        value = ".".join(str(part) for part in (*marker.prefix, index))
    elif marker.scheme == "ordinal":
        return f"Thứ {('nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười')[index - 1]}{marker.form}"
    elif marker.scheme == "paren":
        return f"({index})"
    elif marker.scheme == "article":
        return f"Điều {index}{marker.form}"
    else:
        value = str(index)
    return f"{value}{marker.form}"
