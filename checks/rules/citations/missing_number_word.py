"""Chữ “số” trước số của văn bản được viện dẫn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.facts.citations import Citation
from checks.finding import Finding, Severity
from checks.rule import Rule
from checks.surroundings import in_quotes, in_table, line_before

USUAL = 2
"""So many other documents must be cited with the word."""


class MissingNumberWord(Rule):
    """Giữa tên loại và số của văn bản được viện dẫn có chữ “số”: “Nghị định số 30/2020/NĐ-CP”.

    Chỉ nhắc khi các văn bản khác trong cùng bài đều được ghi có chữ “số”. Cách gọi tắt một văn bản đã ghi đủ ở trên, lời trong
    ngoặc đơn, ngoặc kép và ô bảng không xét.
    """

    severity = Severity.STYLE
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 6 điểm b"
    good = (
        "Quyết định số 15/QĐ-UBND; Thông tư số 12/2019/TT-BNV; Nghị định số 30/2020/NĐ-CP. Thực hiện Nghị định 30/2020/NĐ-CP.\n",
        "Chỉ thị 05-CT/TW và Nghị quyết 57-NQ/TW.\n",
        "Quyết định số 15/QĐ-UBND; Thông tư số 12/2019/TT-BNV; quy chế làm việc (Quyết định 20/QĐ-UBND) và 40/KH-UBND.\n",
        "Quyết định số 15/QĐ-UBND; Thông tư số 12/2019/TT-BNV; bài “Học tập Chỉ thị 05-CT/TW”.\n| 1 | Nghị quyết 57-NQ/TW |\n",
    )
    bad = (
        "Căn cứ Thông tư số 12/2019/TT-BNV; Nghị định số 91/2017/NĐ-CP; Nghị định [[→số ]]30/2020/NĐ-CP ngày 05/3/2020.\n",
        "theo Kế hoạch số 12/KH-UBND và Quyết định số 15/QĐ-UBND; thực hiện Chỉ thị [[→số ]]05-CT/TW ngày 15/5/2016.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        with_word = {"".join(c.number.split()) for c in doc.citations if not _bare(doc, c)}
        if len(with_word) < USUAL:
            return
        for citation in doc.citations:
            at = citation.number_span.start
            told = "".join(citation.number.split()) in with_word
            if citation.kind and not (told or _aside(doc, at)):
                message = f"Thiếu chữ “số” giữa tên loại và số: “{citation.kind} số {citation.number}”."
                yield self.finding((at, at), message, "số ")


def _bare(doc: Document, citation: Citation) -> bool:
    """Does the number follow the kind at once?"""
    return doc.text[citation.span.start : citation.number_span.start].strip() == citation.kind


def _aside(doc: Document, at: int) -> bool:
    """In brackets, quotation marks or a table?"""
    line = line_before(doc.text, at)
    return line.count("(") > line.count(")") or in_quotes(doc.text, at) or in_table(doc, at)
