"""Dẫn chiếu trong chính văn bản."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts.numbers import numeral
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

LIKE = Pattern(
    r"[Nn]hư [Đđ]iều (?P<n>\d{1,3})(?! *(?:của )?(?:Luật|Nghị định|Thông tư|Quyết định số|Quy chế|Quy định))",
    needs=("hư Điều", "hư điều"),
)
# “khoản 3 Điều 5 của Chỉ thị này”
OWN_ARTICLE = Pattern(
    r"Điều (?P<n>\d{1,3}) (?:của )?(?P<kind>Chỉ thị|Kế hoạch|Công điện|Hướng dẫn|Thông báo|Quyết định) này",
    needs=" này",
)
OWN_CLAUSE = Pattern(r"khoản (?P<n>\d{1,2}) Điều này", needs="Điều này")
# “mục 3 phần II Kế hoạch này”, “Mục II của Chỉ thị này”, read backwards from “này”
PART = Pattern(
    r"(?:[Mm]ục|[Pp]hần) (?P<part>[IVX]+|\d{1,2}(?:\.\d{1,2})?),?"
    r" (?:của |trong |tại )?(?:Chỉ thị|Kế hoạch|Công văn|Hướng dẫn|Chương trình|văn bản)$"
)
THIS = " này"
ITEM = Pattern(r"(?:mục|khoản|điểm) (?P<item>\d{1,2}(?:\.\d{1,2})?),? $")
ARTICLE = Pattern(r"\**Điều (?P<n>\d{1,3})\b")
ANNEX = Pattern(
    r"(?:Phụ lục|phụ lục|PHỤ LỤC)(?: số)? (?P<n>[IVX]+|\d{1,2})(?!\w|\.\d)"
    r"(?P<more>(?:(?:,| và) [IVX]+(?!\w))*)(?=(?P<after>[^.;\n]{0,30}))",
    needs=("hụ lục", "HỤ LỤC"),
)
LABEL = Pattern(r"[IVX]+")
ANNEX_HEAD = Pattern(r"\**(?:PHỤ LỤC|Phụ lục)(?: SỐ| số)? *(?P<n>[IVX]+|\d{1,2})\b")
OTHER = Pattern(r"(?P<kind>Chỉ thị|Kế hoạch|Công điện|Công văn|Hướng dẫn|Chương trình|Thông báo|Quyết định)$")
# “Trên đây là Kế hoạch tổ chức phong trào thi đua …”
ABOVE = Pattern(
    r"Trên đây là (?:toàn bộ )?(?:nội dung )?(?P<kind>Chỉ thị|Kế hoạch|Hướng dẫn|Chương trình|Thông báo|Quyết định)(?= [a-zđ])",
    needs="Trên đây là ",
)
DECIDED = "theo Quyết định"
"""A text that comes with a decision may call it “Quyết định này”."""
SELF = frozenset({"Chỉ thị", "Kế hoạch", "Công điện", "Hướng dẫn", "Thông báo"})
"""Kinds that carry no other document within them; a decision may issue a plan and call it “Kế hoạch này”."""
DECISION = "QUYẾT ĐỊNH\nBan hành quy chế\n\nĐiều 1. Ban hành quy chế.\nĐiều 2. Quyết định có hiệu lực.\nĐiều 3. Các sở thi hành.\n\nNơi nhận:\n"
END = "- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Minh\n"
PLAN = "KẾ HOẠCH\nPhát động thi đua\n\nI. MỤC ĐÍCH\n\nThi đua.\n\nII. NỘI DUNG\n\n1. Thi đua lao động.\n2. Thi đua học tập.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n"


class InternalReference(Rule):
    """Dẫn chiếu trong văn bản chỉ tới điều, khoản, phần, mục, phụ lục có thật; văn bản tự gọi mình bằng đúng tên loại.

    “Như Điều 4” trong quyết định có ba điều, “mục 3 phần II Kế hoạch này” khi phần II có hai mục, “Chỉ thị này” trong một
    kế hoạch thường còn sót từ văn bản mẫu. Phụ lục có thể nằm ở tệp khác: chỉ báo khi tệp có phụ lục nhưng thiếu phụ
    lục được nhắc tới.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản; phụ lục: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III khoản 1"
    good = (
        PLAN + "Kinh phí theo Điều 5 Quyết định này; biểu mẫu theo Phụ lục II.\n",
        PLAN.replace("I. ", "I- ") + "Thực hiện mục 2 phần II Kế hoạch này.\n",
        DECISION.replace("Các sở thi hành", "Theo Điều 2 Quyết định này và Điều 9 Kế hoạch này") + "- Các sở;\n" + END,
        "QUYẾT ĐỊNH\nBan hành quy chế\n\nThực hiện theo Điều 5 Quyết định này.\n",
        PLAN
        + "Theo Phụ lục II Quyết định số 09/QĐ-UBND và Phụ lục I.\n\nNơi nhận:\n- Các thôn;\n"
        + END
        + "\nPHỤ LỤC I\nDanh sách\n",
        DECISION + "- Như Điều 5 Nghị định số 152/2025/NĐ-CP;\n" + END,
        DECISION.replace("Các sở thi hành.", "Các sở thi hành:\n1. Rà soát.\n2. Báo cáo kết quả khoản 1 Điều này.")
        + "- Như Điều 3;\n"
        + END,
        PLAN
        + "Biểu mẫu theo Phụ lục II Nghị định số 30/2020/NĐ-CP.\n\nNơi nhận:\n- Các thôn;\n"
        + END
        + "\nPHỤ LỤC I\nDanh sách\n",
        "KẾ HOẠCH\nPhát động thi đua\n\nCác thôn thực hiện mục 3 Kế hoạch này.\n",
        DECISION.replace("Các sở thi hành", "Các sở thực hiện Kế hoạch này") + "- Các sở;\n" + END,
        DECISION.replace("Điều 2. ", "") + "- Như Điều 4;\n" + END,
        DECISION + "- Như Điều 3;\n" + END,
        PLAN + "Thực hiện mục 2 phần II Kế hoạch này; theo khoản 4 Điều 12 Luật Thi đua, khen thưởng.\n",
        PLAN
        + "Thực hiện Chỉ thị số 02/CT-UBND ngày 12/01/2026 của Ủy ban nhân dân xã; quán triệt Chỉ thị này tới các thôn.\n",
    )
    bad = (
        PLAN + "Theo [[Phụ lục II]] Quyết định này.\n\nNơi nhận:\n- Các thôn;\n" + END + "\nPHỤ LỤC I\nDanh sách\n",
        PLAN.replace("1. Thi đua lao động.", "2.1. Lao động.\n2.2. Học tập.\n1. Thi đua lao động.")
        + "Thực hiện [[mục 2.5 Kế hoạch này]].\n",
        DECISION + "- [[Như Điều 4→Như Điều 3]];\n" + END,
        DECISION.replace("Các sở thi hành", "Các sở thi hành [[khoản 1 Điều này]]") + "- Các sở;\n" + END,
        PLAN + "Bố trí kinh phí theo khoản 3 [[Điều 5 của Kế hoạch này]].\n",
        DECISION.replace("Các sở thi hành", "Danh mục tại [[Điều 5 Quyết định này]]") + "- Các sở;\n" + END,
        PLAN + "Thực hiện [[mục 3 phần II Kế hoạch này]].\n",
        PLAN + "Thực hiện [[phần V Kế hoạch này]].\n",
        PLAN + "Căn cứ [[Chỉ thị→Kế hoạch]] này, các thôn thực hiện.\n",
        "Số: 05/KH-UBND\n\n"
        + PLAN
        + "Các thôn thực hiện [[Quyết định→Kế hoạch]] này. Trên đây là [[Chương trình→Kế hoạch]] phát động thi đua.\n",
        PLAN
        + "Biểu mẫu theo phụ lục I, [[II]] và [[III]].\n\nNơi nhận:\n- Các thôn;\n"
        + END
        + "\nPHỤ LỤC I\nDanh sách\n",
        PLAN
        + "Theo Phụ lục I, [[Phụ lục II]], [[Phụ lục III]].\n\nNơi nhận:\n- Các thôn;\n"
        + END
        + "\nPHỤ LỤC I\nDanh sách\n",
        PLAN + "Chỉ tiêu tại [[Phụ lục II]] kèm theo.\n\nNơi nhận:\n- Các thôn;\n" + END + "\nPHỤ LỤC\nDanh sách\n",
        PLAN + "Biểu mẫu theo [[Phụ lục II]].\n\nNơi nhận:\n- Các thôn;\n" + END + "\nPHỤ LỤC I\nDanh sách\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        yield from self._articles(doc)
        yield from self._parts(doc)
        yield from self._annexes(doc)
        yield from self._own_name(doc)

    def _articles(self, doc: Document) -> Iterator[Finding]:
        heads = _articles(doc)
        last = len(heads)
        for match in OWN_ARTICLE.finditer(doc.text, doc.body.start, doc.body.end) if not heads else ():
            if match["kind"] == doc.kind and doc.kind in SELF:
                yield self.finding(match.span(), f"{doc.kind} này không chia thành điều.")
        if not heads or [n for n, _ in heads] != list(range(1, last + 1)):
            return  # a head that lost its number in a web page, or an instrument with its own articles
        for match in LIKE.finditer(doc.text, 0, doc.frame.end):
            if int(match["n"]) > last:
                right = f"{match[0][: -len(match['n'])]}{last}"
                message = f"Văn bản có {last} điều, không có Điều {match['n']}."
                yield self.finding(match.span(), message, right, severity=Severity.ERROR)
        for match in OWN_ARTICLE.finditer(doc.text, heads[0][1], doc.body.end):
            if match["kind"] == doc.kind and int(match["n"]) > last:
                yield self.finding(match.span(), f"Văn bản có {last} điều, không có Điều {match['n']}.")
        for match in OWN_CLAUSE.finditer(doc.text, heads[0][1], doc.body.end):
            number, start = max((head for head in heads if head[1] < match.start()), key=lambda head: head[1])
            after = min((at for _, at in heads if at > match.end()), default=doc.body.end)
            if not re.search(rf"(?:\n|\. )\**{match['n']}\**[.)/ ]", doc.text[start:after]):
                yield self.finding(match.span(), f"Điều {number} không có khoản {match['n']}.")

    def _parts(self, doc: Document) -> Iterator[Finding]:
        for at in _this(doc):
            match = PART.search(doc.text, max(0, at - 40), at)
            if match is None:
                continue
            part = match["part"]
            scheme = "roman" if part.isalpha() else "decimal" if "." in part else "arabic"
            if not any(m.scheme in (scheme, "part") for m in doc.markers):
                continue  # numbered in another way, or by Word itself
            before = ITEM.search(doc.text, max(0, match.start() - 16), match.start())
            span = (before.start() if before else match.start(), at + len(THIS))
            same = [s for s in doc.sections if s.number.strip("./)-– ").rpartition(" ")[2] == part]
            if not same:
                yield self.finding(span, f"Văn bản không có {'phần' if scheme == 'roman' else 'mục'} {part}.")
            elif before and len(same) == 1:
                item = before["item"]
                inside = [m for m in doc.markers if same[0].body.start <= m.span.start < same[0].span.end]
                if inside and not any(m.label.strip("()./-– ") in (item, f"{part}.{item}") for m in inside):
                    yield self.finding(span, f"Phần {part} không có mục {item}.")

    def _annexes(self, doc: Document) -> Iterator[Finding]:
        if not ANNEX.possible(doc.text):
            return
        first = doc.line_at(doc.frame.end)
        heads = {numeral(m["n"]) for line in doc.lines[first:] if (m := ANNEX_HEAD.match(line.text))}
        lone = [line for line in doc.lines[first:] if line.bare.strip("*: ").lower() == "phụ lục"]
        for match in ANNEX.finditer(doc.text, doc.body.start, doc.body.end) if len(lone) == 1 and not heads else ():
            if numeral(match["n"]) > 1 and not re.search(r"Nghị|Thông|Luật|Quyết", match["after"]):
                message = f"Văn bản nhắc tới Phụ lục {match['n']} nhưng tệp chỉ có một phụ lục, không đánh số."
                yield self.finding((match.start(), match.end("n")), message)
        for match in ANNEX.finditer(doc.text, doc.body.start, doc.body.end) if heads else ():
            foreign = re.search(r"(?:Nghị định|Thông tư|Luật|Nghị quyết|Quyết định)(?! này)", match["after"])
            if foreign:
                continue
            told = [(match["n"], match.start(), match.end("n"))]
            told += [(m[0], m.start(), m.end()) for m in LABEL.finditer(doc.text, *match.span("more"))]
            for label, start, end in told:
                if numeral(label) and numeral(label) not in heads:
                    message = f"Văn bản nhắc tới Phụ lục {label} nhưng tệp không có phụ lục này."
                    yield self.finding((start, end), message)

    def _own_name(self, doc: Document) -> Iterator[Finding]:
        for at in _this(doc) if doc.kind in SELF else ():
            match = OTHER.search(doc.text, max(0, at - 12), at)
            if match is None or match["kind"] == doc.kind:
                continue
            if match["kind"] == "Quyết định" and (doc.enclosed or doc.frame.number is None or DECIDED in doc.text):
                continue
            paragraph = max(doc.text.rfind("\n", 0, match.start()), 0)
            before = doc.text[doc.text.rfind("\n", 0, max(0, paragraph - 1)) : match.start()]
            kind = match["kind"]
            if kind.lower() not in f"{doc.subject} {before}".lower():
                message = f"Văn bản này là {doc.kind}, ở chỗ này tự gọi là “{kind} này”."
                yield self.finding(match.span(), message, doc.kind)
        for match in ABOVE.finditer(doc.text, *doc.body) if doc.kind in SELF else ():
            if match["kind"] != doc.kind and match["kind"].lower() not in doc.subject.lower():
                message = f"Văn bản này là {doc.kind}, ở chỗ này tự gọi là {match['kind']}."
                yield self.finding(match.span("kind"), message, doc.kind)


def _this(doc: Document) -> Iterator[int]:
    """Each place before “ này” in the body."""
    at = doc.text.find(THIS, doc.body.start, doc.body.end)
    while at >= 0:
        yield at
        at = doc.text.find(THIS, at + len(THIS), doc.body.end)


def _articles(doc: Document) -> list[tuple[int, int]]:
    """Number and place of each article up to the signature; 0 for a head that lost its number."""
    heads = ((ARTICLE.match(line.text), line) for line in doc.lines if line.bare.startswith("Điều"))
    return [
        (int(head["n"]) if head else 0, line.span.start)
        for head, line in heads
        if line.span.start < doc.frame.end and (head or line.bare == "Điều")
    ]
