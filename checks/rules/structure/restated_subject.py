"""Trích yếu được nhắc lại ở lời mở đầu, ở Điều 1 và ở tên kế hoạch kèm theo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.facts import wording
from checks.facts.sentences import clause_start
from checks.finding import Finding, Severity
from checks.letters import CAPITAL
from checks.patterns import Pattern
from checks.rule import Rule

# “Ban hành kèm theo Quyết định này Kế hoạch phát động …”, “xây dựng Kế hoạch tổ chức …”
NAMES = ("Kế hoạch", "Chỉ thị", "Hướng dẫn", "Chương trình", "Đề án")
ISSUES = Pattern(
    rf"(?:[Bb]an hành(?: kèm theo Quyết định này)?|xây dựng|đề ra|triển khai) (?:bản )?(?P<kind>{'|'.join(NAMES)}) (?:về )?(?:việc )?$"
)
LEAD = re.compile(rf"(?:[Vv]ề )?(?:[Vv]iệc )?(?:[Bb]an hành )?(?:{'|'.join(NAMES)})?(?: về việc| về)? ?")
OPENS = 3
"""Words of the subject by which its second telling is found."""
SURE, SHARE = 8, 0.75
"""So many words must be the same, and so much of the subject: less is another thing."""
MOST = 2
"""Words that one slip changes; more is said otherwise on purpose."""
# “Thực hiện Chỉ thị số …, Sở Nội vụ hướng dẫn tổ chức phong trào …”
SETS_OUT = Pattern(
    rf", [{CAPITAL}][^;.\n]{{4,120}} (?:(?:ban hành|xây dựng) (?:{'|'.join(NAMES)}) |hướng dẫn |phát động )$"
)
QUOTED = re.compile(r"[“\"](?P<name>[^”\"]+)[”\"]")
YEAR = re.compile(r"20\d\d")
WORD = re.compile(r"\w+")
REACH = 60
"""Characters that another wording may be longer."""
GOES_ON = re.compile(r",? [^\W\d_]+(?! sau)")
"""The second telling goes on in words of its own."""
PAST = Pattern(r"đã |tổng kết|kết quả|năm trước|vừa qua")
PLAN = "KẾ HOẠCH\nTổ chức phong trào thi đua xây dựng cảnh quan xanh, sạch, đẹp năm 2026\n\n"
DECISION = (
    "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch phát động phong trào thi đua xây dựng cảnh quan xanh, sạch, đẹp năm 2026\n\n"
)


class RestatedSubject(Rule):
    """Lời mở đầu, Điều 1 của quyết định, tên kế hoạch kèm theo nhắc lại trích yếu bằng đúng những chữ ấy, đúng năm ấy.

    Chép văn bản năm trước thì trích yếu được sửa, chỗ nhắc lại hay bị quên. Chỉ xét khi chỗ nhắc lại trùng trích yếu từ tám chữ trở lên
    và khác đúng một chỗ; tên văn bản được viện dẫn và câu kể việc đã qua không bị xét.
    """

    severity = Severity.WARNING
    scope = "document"
    tier = "gợi ý"
    source = "Đối chiếu trong chính văn bản"
    good = (
        PLAN + "Xã tổ chức phong trào thi đua xây dựng cảnh quan xanh, sạch, đẹp năm 2026 như sau:\n",
        PLAN + "Xã tổ chức phong trào thi đua xây dựng cảnh quan sáng, xanh, sạch, đẹp, văn minh năm 2025 như sau:\n",
        PLAN + "Xã đã tổ chức phong trào thi đua xây dựng cảnh quan xanh, sạch, đẹp năm 2025 và đạt kết quả.\n",
        PLAN
        + "Thực hiện Công văn số 12/UBND-VX ngày 12/01/2026 của Ủy ban nhân dân tỉnh về tổ chức phong trào thi đua xây dựng cảnh quan xanh, "
        "sạch, đẹp năm 2025.\n",
        DECISION + "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát động phong trào thi đua năm 2026.\n",
    )
    bad = (
        PLAN + "Xã tổ chức phong trào thi đua xây dựng cảnh quan xanh, sạch, đẹp năm [[2025→2026]] như sau:\n",
        PLAN + "Xã tổ chức phong trào thi đua xây dựng cảnh quan [[sáng→xanh]], sạch, đẹp năm 2026 như sau:\n",
        PLAN
        + "Xã xây dựng [[Chương trình→Kế hoạch]] tổ chức phong trào thi đua xây dựng cảnh quan xanh, sạch, đẹp năm 2026 như sau:\n",
        DECISION
        + "Điều 1. Ban hành kèm theo Quyết định này [[Chương trình→Kế hoạch]] phát động phong trào thi đua xây dựng cảnh quan "
        "xanh, sạch, đẹp năm [[2025→2026]].\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        lead = LEAD.match(doc.subject)
        title = doc.subject[lead.end() if lead else 0 :].strip(" .*")
        end = doc.body.end if doc.kind == "Quyết định" else doc.preface.end
        if doc.enclosure:
            end = min(len(doc.text), doc.enclosure.start + len(title) + REACH)
        own = next((name for name in NAMES if lead and name in lead[0]), None)
        kind = own if doc.kind == "Quyết định" else doc.kind
        yield from self._told(doc, title, kind, end)
        # “phát động đợt thi đua “90 ngày đêm … năm 2025””: other words stand before the name
        name = QUOTED.search(doc.subject)
        if name and YEAR.search(name[0]):
            yield from self._told(doc, name["name"], None, end)

    def _told(self, doc: Document, title: str, kind: str | None, end: int) -> Iterator[Finding]:
        """Where the words of ``title`` are told again."""
        words = title.split()
        if len(words) < SURE:
            return
        opening = re.compile(r"\s+".join(map(re.escape, words[:OPENS])), re.IGNORECASE)
        for match in opening.finditer(doc.text, doc.body.start, end):
            clause = doc.text[clause_start(doc.text, match.start()) : match.start()]
            if PAST.search(clause) or self._cited(doc, match.start()):
                continue
            said = wording.compare(doc.text, match.start(), match.start() + len(title) + REACH, title)
            slips = [one for one in said.differences if not one.case]
            reached = said.matched + sum(len(WORD.findall(one.right)) for one in said.differences)
            if reached < len(WORD.findall(title)) and GOES_ON.match(doc.text, said.end):
                continue
            if said.matched < SURE or said.share < SHARE or said.parted or len(slips) > 1:
                continue
            for one in slips:
                yield from self._slip(doc, one)
            issues = ISSUES.search(doc.text, max(0, match.start() - 60), match.start())
            if issues and kind in NAMES and issues["kind"] != kind:
                yield self.finding(issues.span("kind"), f"Trích yếu ghi là {kind}.", kind)

    def _slip(self, doc: Document, one: wording.Difference) -> Iterator[Finding]:
        written = doc.text[slice(*one.span)]
        right = one.right.lower() if one.right.isupper() and written.islower() else one.right
        if len(WORD.findall(written)) == len(WORD.findall(right)) <= MOST:
            yield self.finding(one.span, f"Trích yếu ở chỗ này ghi “{right}”.", right)

    def _cited(self, doc: Document, at: int) -> bool:
        """Is it the title of a document that is cited, and not what is issued now?"""
        start = clause_start(doc.text, at)
        cited = [c for c in doc.citations if start <= c.span.start < at]
        return bool(cited) and not SETS_OUT.search(doc.text, cited[-1].number_span.end, at)
