"""Viết hoa tên loại của văn bản được viện dẫn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import SMALL
from checks.patterns import Pattern
from checks.rule import Rule
from checks.surroundings import in_quotes

# “theo kế hoạch số 35-KH/TU”: from the number back to the kind
NUMBERED = Pattern(r" số (?=\d{1,5}(?:[-/]| ngày \d))", needs=" số ")
KINDS = (
    "kế hoạch", "quyết định", "chỉ thị", "nghị quyết", "công văn", "thông tư", "nghị định", "hướng dẫn", "thông báo", "báo cáo", "tờ trình",
    "chương trình", "kết luận", "quy định", "công điện", "đề án",
)  # fmt: skip

# “nhận được chỉ thị này”: the paper speaks of itself
THIS = ("chỉ thị", "kế hoạch", "công điện", "công văn", "nghị quyết")
OWN = Pattern(rf"(?<=[{SMALL}] )(?P<kind>{'|'.join(THIS)}) này(?!\w)", hooks=tuple(f"{kind} này" for kind in THIS))
# “Trên đây là kế hoạch phát động …”; “Trên đây là kế hoạch chi tiết” may be of a part
ABOVE = Pattern(
    r"Trên đây là (?P<kind>chỉ thị|kế hoạch(?! (?:chi tiết|công tác|cụ thể)))",
    needs="Trên đây là ",
)
SEVERAL = ("các ", "những ", "mọi ", "bản ", "loại ")

# “các chỉ tiêu Nghị Quyết của Đảng ủy”: between small letters, not in a title with capitals throughout
INSIDE = Pattern(
    rf"(?<=[{SMALL}] )(?P<kind>{'|'.join(kind.title() for kind in KINDS)})(?= [{SMALL}]+ )",
    hooks=tuple(kind.title() for kind in KINDS),
)


class DocumentKindCase(Rule):
    """Tên loại của một văn bản cụ thể viết hoa chữ đầu: “theo Kế hoạch số 35-KH/TU”."""

    severity = Severity.WARNING
    alone = True
    tier = "luật"
    source = "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V khoản 6"
    good = (
        "theo Kế hoạch số 35-KH/TU ngày 20/8/2026; xây dựng kế hoạch, quyết định số lượng; các công văn có số; Nghị Định; QUYẾT ĐỊNH số 15/QĐ-UBND.\n",
    )
    bad = (
        "Nhận được [[chỉ thị→Chỉ thị]] này, các phòng thực hiện; các kế hoạch này đã xong. Trên đây là [[kế hoạch→Kế hoạch]] thi đua.\n",
        "phân công cán bộ theo [[kế→Kế]] hoạch số 35-KH/TU ngày 20/8/2026.\n",
        "theo Nghị [[Định→định]] số 30/2020/NĐ-CP và Quyết [[Định→định]] số 15/QĐ-UBND.\n",
        "thực hiện [[hướng→Hướng]] dẫn số 31 ngày 10/9/2026 của Sở Nội vụ.\n",
        "hoàn thành các chỉ tiêu Nghị [[Quyết→quyết]] của Đảng ủy xã.\n",
        "ban hành [[kế→Kế]] hoạch 276/KH-UBND tổ chức ngày hội.\n",
        "theo [[công→Công]] văn số 15/UBND-NC ngày 12/01/2026.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        for match in INSIDE.finditer(text):
            if not text.startswith(" số ", match.end()):
                yield self._small(match.start(), match["kind"].lower(), "của")
        for match in (*OWN.finditer(text), *ABOVE.finditer(text)):
            if not text.endswith(SEVERAL, 0, match.start()) and not in_quotes(text, match.start("kind")):
                right = match["kind"].capitalize()
                message = f"Văn bản tự nói về mình viết hoa: “{right}{text[match.end('kind') : match.end()]}”."
                yield self.finding(match.span("kind"), message, right, safe=True, severity=Severity.STYLE)
        for match in NUMBERED.finditer(text):
            written = {kind: text[match.start() - len(kind) : match.start()] for kind in KINDS}
            kind = next((kind for kind, told in written.items() if told in (kind, kind.title())), None)
            if kind is None:
                continue
            start = match.start() - len(kind)
            if written[kind] != kind:
                yield self._small(start, kind)
                continue
            # “Thông báo kết luận số 12/TB-VPCP” names one kind only.
            named = text.endswith(("Thông báo ", "thông báo "), 0, start)
            if text[start - 1 : start] in (" ", "(") and not named and not in_quotes(text, start):
                first = kind.split()[0]
                message = f"Tên loại của văn bản cụ thể viết hoa: “{kind.capitalize()} số …”."
                yield self.finding((start, start + len(first)), message, first.capitalize(), safe=True)

        for citation in doc.citations:  # “ban hành kế hoạch 276/KH-UBND”, without the word “số”
            start, at = citation.span.start, citation.number_span.start
            if citation.kind in KINDS and text[start:at] == f"{citation.kind} " and not in_quotes(text, start):
                first = citation.kind.split()[0]
                message = f"Tên loại của văn bản cụ thể viết hoa: “{citation.kind.capitalize()} {citation.number}”."
                yield self.finding((start, start + len(first)), message, first.capitalize(), safe=True)

    def _small(self, start: int, kind: str, behind: str = "số") -> Finding:
        """“Nghị Định số”, “Nghị Quyết của”: only the first letter is large."""
        first, second = kind.split()
        at = start + len(first) + 1
        message = f"Tên loại của văn bản chỉ viết hoa chữ đầu: “{kind.capitalize()} {behind} …”."
        return self.finding((at, at + len(second)), message, second, safe=True)
