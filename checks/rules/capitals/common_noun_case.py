"""Danh từ chung viết hoa giữa câu."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import key
from checks.language.word_places import meetings
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table
from checks.tables import rows

STANDARD = "chuẩn quốc gia"
"""Never the name of anything, whatever the text writes elsewhere."""
UNIONS = ("Hiệp hội ", "Liên minh ", "Câu lạc bộ ", "Hội đồng ", "Trung tâm ", "Ban Chỉ đạo ", "Văn phòng ", "Ủy ban ")
"""What makes a name of the noun behind it: “Hiệp hội Doanh nghiệp tỉnh”, “Trung tâm Chuyển đổi số tỉnh”."""

# “Hội thi trực tuyến Cải cách hành chính”: what an event is on
EVENT = Pattern(
    r"(?:Hội thi|Cuộc thi|Hội thao|Hội diễn|Liên hoan|Giải|Chiến dịch|Ngày hội|Tuần lễ|Diễn đàn|Hội nghị|Hội thảo|Chuyên trang|Chuyên mục)"
    r"(?: [^\W\dA-ZĐ]+){0,3} $"
)
# “Ủy ban Quốc gia về Chuyển đổi số”, “Ban Chỉ đạo của tỉnh về Cải cách hành chính”: what a body is for belongs to its name
BODY_ON = Pattern(r"(?:Ủy ban|Uỷ ban|Ban Chỉ đạo|Hội đồng|Tổ công tác)(?: [^\s.,;:()“”]+){0,5} về $")


class CommonNounCase(Rule):
    """Danh từ chung giữa câu viết thường như ở các chỗ khác trong văn bản: “củng cố hợp tác xã”.

    Chỉ nhắc khi chính văn bản này viết thường từ đó ít nhất cũng nhiều lần như vậy, khi từ đó đứng sau một số đếm, và với
    “chuẩn quốc gia”; tên riêng đi sau (“Hợp tác xã Tân Thành”) thì viết hoa là đúng.
    """

    severity = Severity.WARNING
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản; Nghị định 30/2020/NĐ-CP, Phụ lục II"
    good = (
        "1 Giáo viên đăng ký thi đua.\n2 Giáo viên chấm điểm của lớp mình.\n",
        "hỗ trợ hợp tác xã, doanh nghiệp; các hợp tác xã vay vốn; thành lập Hợp tác xã Tân Thành và Hợp tác xã số 1.\n",
        "thực hiện chuyển đổi số; đề nghị Ủy ban Quốc gia về Chuyển đổi số và Ban Chỉ đạo tỉnh về Chuyển đổi số.\n",
        "chuyển đổi số toàn diện; đẩy mạnh chuyển đổi số; giao Trung tâm Chuyển đổi số tỉnh chủ trì.\n",
        "giúp doanh nghiệp vay vốn; hỗ trợ doanh nghiệp.\n- Doanh nghiệp góp vốn cho các\nDoanh nghiệp khác; phong trào “Giúp Doanh nghiệp vượt khó”.\n",
        "giúp doanh nghiệp vay vốn; hỗ trợ doanh nghiệp:\nVốn cho Doanh nghiệp vay | 5 tỷ đồng\n",
        "kế hoạch hợp tác công tư; hợp tác công tư; theo hình thức Hợp tác công tư, giúp hợp tác xã.\n",
        "giúp hợp tác xã vay vốn; hỗ trợ hợp tác xã; tập huấn cho Hợp tác xã",
        "củng cố Hợp tác xã nông nghiệp.\n",
        "công tác cải cách hành chính; đẩy mạnh cải cách hành chính; tổ chức Hội thi trực tuyến Cải cách hành chính.\n",
        "giúp doanh nghiệp vay vốn; đề nghị Hiệp hội Doanh nghiệp tỉnh phối hợp.\n",
    )
    bad = (
        "thành lập 02 [[Hợp→hợp]] tác xã do phụ nữ quản lý; tỷ lệ trường đạt chuẩn [[Quốc→quốc]] gia là 72%; 03 Hợp tác xã Tân Thành.\n",
        "chuyển đổi số toàn diện; chuyển đổi số trong trường; Hội thi đã xong, mọi nhà đẩy mạnh việc [[Chuyển→chuyển]] đổi số.\n",
        "vốn vay cho hợp tác xã, doanh nghiệp; tập huấn cho [[Hợp→hợp]] tác xã; sáp nhập hợp tác xã yếu.\n",
        "thành lập mới 50 hợp tác xã và 02 Liên hiệp [[Hợp→hợp]] tác xã của xã.\n",
        "thư viện đạt chuẩn quốc gia; phòng đọc đạt chuẩn quốc gia; nhà văn hóa đạt chuẩn [[Quốc→quốc]] gia.\n",
    )

    def applies(self, doc: Document) -> str | None:
        # In a text without its line breaks a paragraph begins in the middle of a line.
        return "văn bản dồn vào một dòng nên không rõ chỗ bắt đầu câu" if doc.parted else super().applies(doc)

    def check(self, doc: Document) -> Iterator[Finding]:
        tokens, known = doc.tokens, nouns()
        large: dict[tuple[str, ...], list[int]] = {}
        for place in meetings(tokens, known):
            for noun in known[tokens.pairs[place]]:
                if tuple(tokens.keys[place : place + len(noun)]) == noun and self._inside(doc, place, len(noun)):
                    large.setdefault(noun, []).append(place)
        for noun, places in large.items():
            # “chuẩn Quốc gia” is told apart by any “quốc gia” of the text.
            capital = self._capital(doc, places[0], len(noun))
            first = tokens.places.index(capital) - places[0]
            tail = tokens.places[places[0] + min(first, len(noun) - 2) : places[0] + len(noun)]
            small = doc.text.count(" " + " ".join(tokens.lower[i] for i in tail)) >= len(places)
            for place in places:
                whole = doc.text[
                    slice(*tokens.span(tokens.places[place], tokens.places[place + len(noun) - 1]))
                ].lower()
                counted = tokens.texts[tokens.places[place] - 1].isdigit()  # “02 Hợp tác xã do phụ nữ quản lý”
                if small or counted or whole == STANDARD:
                    yield self._finding(doc, place, len(noun), whole, small)

    def _capital(self, doc: Document, place: int, size: int) -> int:
        """The token of the noun that has the capital."""
        tokens = doc.tokens
        return next(i for i in tokens.places[place : place + size] if tokens.texts[i][0].isupper())

    def _inside(self, doc: Document, place: int, size: int) -> bool:
        """With one capital, within a sentence, and no name follows?"""
        tokens = doc.tokens
        if sum(tokens.texts[i][0].isupper() for i in tokens.places[place : place + size]) != 1:
            return False
        first, last = tokens.places[place], tokens.places[place + size - 1]
        if (
            first == 0
            or last + 1 >= len(tokens)
            or not (tokens.texts[first - 1].islower() or tokens.texts[first - 1].isdigit())
        ):
            return False
        after = tokens.texts[last + 1]
        start = tokens.start(first)
        # “02 Hợp tác xã” is counted, “4 Giáo viên” at the head of a line is the fourth item
        before = first - 1 - tokens.texts[first - 1].isdigit()
        inside = before >= 0 and "\n" not in doc.text[tokens.start(before) : start] and not in_table(doc, start)
        named = after == "số" or (after[0].isalnum() and not after.islower())
        named = named or doc.text[max(0, start - 12) : start].endswith(UNIONS)
        named = named or EVENT.search(doc.text, max(0, start - 40), start) is not None
        named = named or BODY_ON.search(doc.text, max(0, start - 60), start) is not None
        return inside and not named and not in_quotes(doc.text, start)

    def _finding(self, doc: Document, place: int, size: int, whole: str, small: bool) -> Finding:
        token = doc.tokens.token(self._capital(doc, place, size))
        message = (
            f"Chỗ khác trong văn bản viết thường “{whole}”." if small else f"Danh từ chung viết thường: “{whole}”."
        )
        return self.finding((token.start, token.end), message, token.lower)


@cache
def nouns() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for (noun,) in rows("common_nouns.txt"):
        keys = tuple(map(key, noun.split()))
        pair = f"{keys[0]} {keys[1]}"
        found[pair] = (*found.get(pair, ()), keys)
    return found
