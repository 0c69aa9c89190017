"""Dấu phẩy, gạch nối trong các cụm từ cố định."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import key
from checks.language.tokens import Tokens
from checks.language.word_places import meetings
from checks.rule import Rule
from checks.surroundings import in_quotes
from checks.tables import rows
from checks.values import NamedTuple

ROOM = 2
"""The same formula is pointed out so often in one document."""

MARKS = {",": ", ", "-": " - "}


class Joint(NamedTuple):
    """One comma or dash of a formula: its folded syllables, and after how many of them the mark stands."""

    formula: str
    keys: tuple[str, ...]
    at: int
    mark: str
    not_after: frozenset[str]
    not_before: frozenset[str]


LISTED = (", ", "; ", "- ")


class MissingComma(Rule):
    """Các cụm từ cố định giữ đủ dấu phẩy, gạch nối: “chỉ đạo, điều hành”, “phòng, chống tham nhũng”, “kinh tế - xã hội”.

    Thiếu dấu thì hai việc đọc thành một. Chỉ xét những cụm luôn được viết tách trong văn bản hành chính.
    """

    severity = Severity.STYLE
    tier = "thông lệ"
    source = (
        "Cách viết trong tên luật (Luật Phòng, chống tham nhũng; Luật Thi đua, khen thưởng) và văn bản của Chính phủ"
    )
    good = (
        "nâng cao hiệu lực, hiệu quả chỉ đạo, điều hành; phòng, chống tham nhũng.\n",
        "Hội đồng Thi đua - Khen thưởng; tổ chức chính trị xã hội - nghề nghiệp.\n",
        "đổi mới công tác chỉ đạo và điều hành; kinh tế xã hội chủ nghĩa.\n",
        "Phòng Nghiệp vụ, Phòng Chống buôn lậu cung cấp số liệu.\n",
        "nâng cao trách nhiệm, tập trung thực hiện vai trò, trách nhiệm trong công vụ.\n",
        "Giúp Trưởng Ban Chỉ đạo điều hành hoạt động; gửi qua chuyên mục “Phản ánh kiến nghị”.\n",
    )
    bad = (
        "nâng cao hiệu quả [[chỉ đạo điều hành→chỉ đạo, điều hành]] của chính quyền.\n",
        "đẩy mạnh [[phòng chống→phòng, chống]] tham nhũng, lãng phí.\n",
        "[[phòng chống→phòng, chống]] thiên tai; quỹ [[phòng chống→phòng, chống]] thiên tai; tập huấn phòng chống thiên tai.\n",
        "- [[Tuyên truyền hướng dẫn→Tuyên truyền, hướng dẫn]] người dân; Ban [[Kinh tế Xã hội→Kinh tế - Xã hội]] giám sát.\n",
        "kỷ niệm 50 năm Ngày [[Giải phóng miền Nam thống nhất→Giải phóng miền Nam, thống nhất]] đất nước.\n",
        "Sở Nội vụ [[chủ trì phối hợp→chủ trì, phối hợp]] với các cơ quan liên quan.\n",
        "phát triển [[kinh tế xã hội→kinh tế - xã hội]] năm 2026.\n",
        "thủ trưởng các [[sở ban ngành→sở, ban, ngành]] của tỉnh.\n",
        "phong trào trong [[công nhân viên chức lao động→công nhân, viên chức, lao động]] toàn tỉnh.\n",
        "giữ cơ quan [[xanh, sạch đẹp→xanh, sạch, đẹp]].\n",
        "chủ trương của Đảng, [[chính sách pháp luật→chính sách, pháp luật]] của Nhà nước; các [[tổ chức xã hội nghề nghiệp→tổ chức xã hội - nghề nghiệp]].\n",
        "rèn luyện [[đạo đức lối, sống→đạo đức, lối sống]] của người thầy.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens, known = doc.tokens, joints()
        told: dict[str, int] = {}
        for place in meetings(tokens, known):
            # A mark that stands there is a token of its own between the two.
            if tokens.places[place + 1] - tokens.places[place] > 1:
                continue
            for row, at in known[tokens.pairs[place]]:
                joint = joint_of(row, at)
                first = place + 1 - joint.at
                if told.get(joint.formula, 0) < ROOM and self._reads(tokens, joint, first):
                    yield from self._finding(doc, joint, first)
                    told[joint.formula] = told.get(joint.formula, 0) + 1
                    break

    def _reads(self, tokens: Tokens, joint: Joint, first: int) -> bool:
        keys, last = tokens.keys, first + len(joint.keys)
        if first < 0 or tuple(keys[first:last]) != joint.keys:
            return False
        before = keys[first - 1] if first else ""
        after = keys[last] if last < len(keys) else ""
        return before not in joint.not_after and after not in joint.not_before

    def _finding(self, doc: Document, joint: Joint, first: int) -> Iterator[Finding]:
        """Mark the two parts beside the missing comma, not the whole formula."""
        tokens, places = doc.tokens, doc.tokens.places
        start = tokens.span(places[first], places[first])[0]
        left = tokens.span(places[first], places[first + joint.at - 1])[1]
        right, end = tokens.span(places[first + joint.at], places[first + joint.at + self._second(joint) - 1])
        if in_quotes(doc.text, start) or "\n" in doc.text[start:end]:
            return
        # “Văn phòng, Phòng Chống buôn lậu”: a division in a list of divisions
        if (
            doc.text[right : right + 2].istitle()
            and doc.text[start].isupper()
            and doc.text[start - 2 : start] in LISTED
        ):
            return
        mark, formula = joint.mark, joint.formula
        last = tokens.span(places[first], places[first + len(joint.keys) - 1])[1]
        if len(formula.split(",")) > 2 and places[first + len(joint.keys) - 1] - places[first] == len(joint.keys) - 1:
            # “sở ban ngành” has none of its commas: one finding puts them all
            if joint.at == len(formula.partition(",")[0].split()):
                said = iter(doc.text[start:last].split())
                whole = " ".join(next(said) + ("," if part.endswith(",") else "") for part in formula.split())
                yield self.finding((start, last), f"Cụm “{formula}” có dấu “,” ngăn giữa các phần.", whole)
            return
        if "," in doc.text[start:last]:
            # “xanh, sạch đẹp”: the text parts the formula by commas, and so does its repair
            mark, formula = MARKS[","], formula.replace(MARKS["-"], MARKS[","])
        written = doc.text[start:left] + mark + doc.text[right:end]
        if written.count(",") > formula.count(","):  # “đạo đức lối, sống”: the comma strayed into a part
            written = doc.text[start:left].replace(",", "") + mark + doc.text[right:end].replace(",", "")
        yield self.finding((start, end), f"Nên viết “{formula}”, có dấu “{mark.strip()}” ngăn giữa hai phần.", written)

    def _second(self, joint: Joint) -> int:
        """How many syllables after the mark are shown: one after one, else two."""
        return min(joint.at, len(joint.keys) - joint.at, 2)


@cache
def joints() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Rows of the table, and which of their parts is the mark, by the two folded syllables that meet there."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for row in rows("enumerations.txt"):
        parts = row[0].replace(",", " ,").split()
        for at, part in enumerate(parts):
            if part in MARKS:
                found.setdefault(f"{key(parts[at - 1].lower())} {key(parts[at + 1].lower())}", []).append((row, at))
    return found


@cache
def joint_of(row: tuple[str, ...], at: int) -> Joint:
    formula, before, after = row
    parts = formula.replace(",", " ,").split()
    keys = tuple(key(part.lower()) for part in parts if part not in MARKS)
    first = sum(part not in MARKS for part in parts[:at])
    return Joint(
        formula, keys, first, MARKS[parts[at]], frozenset(map(key, before.split())), frozenset(map(key, after.split()))
    )
