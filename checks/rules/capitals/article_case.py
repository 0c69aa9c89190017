"""Viết hoa Điều, viết thường khoản, điểm khi viện dẫn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import DECREE_30, Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, opens_sentence

# “tại điều 5”, “theo Khoản 2 Điều 7”, “Điểm a khoản 2”
ARTICLE = Pattern(r" (?P<word>điều)(?= \d{1,3}(?!\d)[^%]{0,3}?(?: |,|;|\.|\)))", needs=" điều ")
CLAUSE = Pattern(r" (?P<word>Khoản)(?= \d{1,2}(?!\d))", needs=" Khoản ")
POINT = Pattern(r" (?P<word>Điểm)(?= [a-zđ][,; ])", needs=" Điểm ")
# “Thực hiện điều 17 Luật Thi đua, khen thưởng”: what follows tells as much as what stands before
OF_A_LAW = re.compile(r" \d{1,3},? (?:của )?(?:Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp|Pháp lệnh) ")
CITING = ("Như", "tại", "theo", "của", "và", "khoản", "quy", "định", "với", "hoặc", "đến", "từ", "vào", "cứ")


class ArticleCase(Rule):
    """Khi viện dẫn, “Điều” viết hoa, “khoản”, “điểm” viết thường: “điểm a khoản 2 Điều 17”.

    Áp dụng cho văn bản ban hành từ ngày 05/3/2020; trước đó khoản, điểm cũng viết hoa.
    """

    severity = Severity.WARNING
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 7, hiệu lực từ 05/3/2020"
    since = DECREE_30
    apart = (
        "Sơn Thủy, ngày 12 tháng 01 năm 2019\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2019\n\n"
        "Ủy ban nhân dân tỉnh phát động phong trào thi đua năm 2019.\n",
    )
    good = (
        "theo quy định tại điểm a khoản 2 Điều 17 Luật Thi đua, khen thưởng; năm điều 5 Bác Hồ dạy.\n",
        "Khoản 2 được sửa đổi như sau:\n- Khoản 1 Điều 31 Nghị định số 136/2025/NĐ-CP.\n",
        "Tùy theo điều kiện thực tế, dự hội nghị tại Điểm cầu Trung tâm; sửa cụm từ “tại Khoản 1” ở bảng sau:\nCăn cứ | theo Khoản 1 Điều 5 | 3\n",
    )
    bad = (
        "theo quy định tại khoản 2 [[điều→Điều]] 17 Luật Thi đua, khen thưởng.\n",
        "Nơi nhận:\n- Như [[điều→Điều]] 3;\n",
        "theo khoản 2 [[điều→Điều]] 3 của Quy chế.\n",
        "Thực hiện [[điều→Điều]] 17 Luật Thi đua, khen thưởng.\n",
        "theo quy định tại [[Điểm→điểm]] a [[Khoản→khoản]] 2 Điều 17.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for pattern, right in ((ARTICLE, "Điều"), (CLAUSE, "khoản"), (POINT, "điểm")):
            for match in pattern.finditer(text):
                start = match.start("word")
                before = text[max(0, start - 12) : start].split()
                told = right != "Điều" or (bool(before) and (before[-1] in CITING or before[-1].isdigit()))
                told = told or OF_A_LAW.match(text, match.end("word")) is not None
                if told and not opens_sentence(text, start) and not in_quotes(text, start) and not in_table(doc, start):
                    how = "viết hoa" if right == "Điều" else "viết thường"
                    yield self.finding(match.span("word"), f"“{right}” khi viện dẫn {how}.", right, safe=True)
