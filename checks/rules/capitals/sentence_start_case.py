"""Chữ đầu câu."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.language.syllables import is_syllable
from checks.letters import SMALL, capital
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, word_before

# “… dàn trải. tuy nhiên, …”
START = Pattern(rf"(?P<mark>[.?!]) (?P<word>[{SMALL}]{{2,}})(?!\w)", hooks=(". ", "? ", "! "))
# “a) Giao quân đạt 100%.” and below it “b) kéo giảm …”
ITEM = Pattern(
    rf"(?P<before>[^\W\d_]|%|\)|\d)\.\n\s*(?:[a-zđ]\)|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\.?) (?P<word>[{SMALL}]{{2,}})(?!\w)",
    hooks=(".\n",),
    back=1,
)
# “phát triển toàn diện Do đó nhà trường …”: words that open a sentence and no name
OPENS = (
    "Tuy nhiên",
    "Do đó",
    "Vì vậy",
    "Ngoài ra",
    "Bên cạnh đó",
    "Thông qua đó",
    "Qua đó",
    "Nhờ đó",
    "Đồng thời",
    "Mặt khác",
)
LOST = Pattern(
    rf"(?<=[{SMALL}\d)”]) (?P<opens>{'|'.join(OPENS)})(?= [{SMALL}]|,)", hooks=tuple(f" {one}" for one in OPENS)
)
CLOSERS = ("”", '"')
SHORTEST = 3
"""“TP. hồ”, “tr. 5”, “tx. an”: what is shorter before the point may be an abbreviation."""
NOT_BEFORE = frozenset({"thứ", "số", "điều", "mục", "khoản"})


class SentenceStartCase(Rule):
    """Sau dấu chấm, dấu chấm hỏi, dấu chấm than viết hoa chữ đầu câu sau.

    Chỗ này thường còn lại khi một câu được tách ra; nếu câu chưa hết thì dấu chấm mới là chỗ sai. Sau chữ viết tắt
    (“TP.”, “v.v.”) không xét.
    """

    severity = Severity.WARNING
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I (viết hoa vì phép đặt câu)"
    good = (
        "Phong trào phát triển rộng khắp. Tuy nhiên, việc sơ kết còn chậm.\n",
        "Lời dạy đó. Qua đó thấy rõ; bài “Tình người Qua đó thấy quê”; tác phẩm Tuy nhiên\n1 | tốt Tuy nhiên chậm | 5\n",
        "Gồm thóc, ngô, khoai, v.v. và các loại rau; UBND TP. hướng dẫn thực hiện.\n",
        "Bán hàng trên mạng. facebook là nơi đông khách; ông Hải, ThS. trưởng khoa; ghi “Hết câu. hết đoạn”; theo mục. khoản hai.\n"
        "a) Bán hàng trên mạng.\nb) facebook, zalo.\n1 | Thôn sạch. thôn đẹp | 5\n",
    )
    bad = (
        "Trường mầm non giúp trẻ phát triển toàn diện[[→.]] Do đó nhà trường chăm lo bữa ăn của trẻ.\n",
        "a) Giao quân đạt 100%.\nb) [[kéo→Kéo]] giảm phạm pháp hình sự từ 5% trở lên.\n",
        "Phong trào phát triển rộng khắp. [[tuy→Tuy]] nhiên, việc sơ kết còn chậm.\n",
        "Nhân dân đồng thuận! [[công→Công]] tác vận động đạt kết quả.\n",
        "Xã tổ chức “Tuần lễ vàng”. [[phong→Phong]] trào được hưởng ứng.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in ITEM.finditer(text, doc.body.start, doc.body.end):
            start, end = match.span("word")
            if is_syllable(match["word"]) and not in_table(doc, start):
                message = "Mục trên đã hết câu: chữ đầu mục này viết hoa."
                yield self.finding((start, end), message, capital(match["word"]))
        for match in LOST.finditer(text, doc.body.start, doc.body.end):
            if not doc.parted and not in_quotes(text, match.start()) and not in_table(doc, match.start()):
                message = f"Trước “{match['opens']}” thiếu dấu chấm."
                yield self.finding((match.start(), match.start()), message, ".")
        for match in START.finditer(text, doc.body.start, doc.body.end):
            closed = text[match.start() - 1 : match.start()] in CLOSERS
            before = word_before(text, match.start() - closed)
            if len(before) < SHORTEST or not before.islower() or before in NOT_BEFORE or not is_syllable(before):
                continue
            start, end = match.span("word")
            if not is_syllable(match["word"]) or in_quotes(text, start) or in_table(doc, start):
                continue
            message = f"Sau dấu “{match['mark']}” viết hoa chữ đầu câu; câu chưa hết thì xem lại dấu này."
            yield self.finding((start, end), message, capital(match["word"]))
