"""Số và ký hiệu của văn bản."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.document import Document
from checks.finding import Finding, Severity
from checks.patterns import Pattern
from checks.rule import Rule

# “Số: 01/CT-UBND”; the gaps are where stray spaces hide
LINE = Pattern(
    r"S[ốỐ](?P<colon>\s*:?)\s*(?P<number>(?P<n>\d+[a-z]?)?(?P<gap1>\s*\.?\s*)(?P<sep>[/-])(?P<gap2>\s*)"
    r"(?:(?P<year>\d{4})\s*/\s*)?(?P<first>[A-ZĐa-z]+)(?P<gap3>\s*)(?P<join>[-/–])(?P<gap4>\s*)(?P<second>[A-ZĐ][A-Za-zĐđ0-9&]*))"
)
# “02/CTUBND”: the hyphen is gone
JOINED = Pattern(
    r"S[ốỐ]\s*:\s*\d*\s*/\s*(?P<symbol>(?P<kind>CT|KH|QĐ|NQ|TB|HD|BC|TTr|CTr|CĐ)(?P<body>UBND|HĐND|SNV|TTg))(?![\w-])"
)
ABBREVIATIONS = {
    "Chỉ thị": "CT", "Kế hoạch": "KH", "Quyết định": "QĐ", "Nghị quyết": "NQ", "Thông báo": "TB", "Hướng dẫn": "HD",
    "Báo cáo": "BC", "Tờ trình": "TTr", "Chương trình": "CTr", "Phương án": "PA", "Đề án": "ĐA", "Công điện": "CĐ",
}  # fmt: skip
YEARLESS = frozenset({"Chỉ thị", "Kế hoạch", "Thông báo", "Hướng dẫn", "Công điện", "Báo cáo", "Tờ trình"})
"""Kinds that are no normative documents: only those carry a year in their number."""
LAST_NORMATIVE = {"province": 2016, "district": 2016, "commune": 2016, "": 2016, "ministry": 2008}
"""The last year a chỉ thị could be a normative document: of a people's committee, of a minister or the Prime Minister."""
STATE = frozenset({"ministry", "province", "district", "commune", "department", "school"})
PARTY_OWNERS = ("TW", "TU", "HU", "ĐU", "QU", "ThU")
COMMITTEES = (("đảng ủy", ("ĐU",)), ("tỉnh ủy", ("TU",)), ("huyện ủy", ("HU",)), ("quận ủy", ("QU",)))
"""Committees of the Party and what their symbols end with."""
APPEAL = "Lời kêu gọi"
"""Signed by a person and read out: it carries no number."""
HEAD = "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ TÂY\n\n"
REST = "\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2026\n"


class DocumentNumber(Rule):
    """Văn bản có dòng “Số: 05/CT-UBND”: số dưới 10 thêm số 0, dấu gạch chéo, dấu gạch nối, không khoảng trống.

    Ký hiệu của văn bản có tên loại gồm chữ viết tắt tên loại rồi đến cơ quan; ký hiệu kiểu “UBND-VX” là của công văn,
    kiểu “05-CT/TU” là của văn bản Đảng. Ô số còn để trống là việc của phép kiểm open-blank.
    """

    scope = "document"
    tier = "luật"
    source = (
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II khoản 3; Phụ lục III; chỉ thị là văn bản quy phạm pháp luật theo Luật năm 1996 "
        "(Thủ tướng, bộ trưởng, đến hết năm 2008) và Luật năm 2004 (Ủy ban nhân dân, đến 30/6/2016)"
    )
    good = (
        f"{HEAD}Số: 05/CT-UBND{REST}",
        f"{HEAD}Số: 012/CT-UBND{REST}",
        f"{HEAD}Số:      /CT-UBND{REST}",
        f"{HEAD}Số: 07/2009/CT-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2009\n\nCHỈ THỊ\nPhát động phong trào thi đua năm 2009\n",
        f"{HEAD}Số: 31/2025/QĐ-UBND\n\nAn Phú Tây, ngày 12 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\nBan hành Quy chế\n",
        "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n(Ban hành kèm theo Quyết định số 41/QĐ-SNV "
        "ngày 31 tháng 01 năm 2026 của\nGiám đốc Sở Nội vụ)\n\nCác phòng thực hiện.\n",
        "HỘI NÔNG DÂN TỈNH SƠN THỦY\n\nSố: 21-KH/HNDT\n\nSơn Thủy, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH\nTổ chức phong trào thi đua\n",
        "TỈNH ỦY SƠN THỦY\n\nSố 05-CT/TU\n\nSơn Thủy, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nvề tăng cường lãnh đạo công tác thi đua\n",
    )
    apart = (
        "BÁO CÁO SÁNG KIẾN\nTên sáng kiến: Rèn nền nếp cho trẻ mầm non\nHọ và tên người thực hiện: Trần Thị Mai\n",
    )
    bad = (
        f"{HEAD}Số: [[01 /CT-UBND→01/CT-UBND]]{REST}",
        f"{HEAD}Số: [[15./CT- UBND→15/CT-UBND]]{REST}",
        f"{HEAD}Số: [[5/CT-UBND→05/CT-UBND]]{REST}",
        f"{HEAD}Số: [[07-CT/UBND→07/CT-UBND]]{REST}",
        f"{HEAD}Số: [[12/KH-UBND]]{REST}",
        f"{HEAD}Số: [[12/UBND-VX]]{REST}",
        f"{HEAD}Số: [[12/2026/CT-UBND→12/CT-UBND]]{REST}",
        f"{HEAD}Số: [[12/ 2026/CT–UBND→12/CT-UBND]]{REST}",
        f"{HEAD}Số: [[12/CT–UBND→12/CT-UBND]]{REST}",
        f"{HEAD}Số: [[05-CT/TU]]{REST}",
        f"{HEAD}Số: 12/[[CTUBND→CT-UBND]]{REST}",
        "ĐẢNG ỦY XÃ SƠN THỦY\n\nSố [[05/CT-ĐU→05-CT/ĐU]]\n\nSơn Thủy, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nvề tăng cường lãnh đạo công tác thi đua\n",
        f"{HEAD}Số: [[12/CT-HĐND]]{REST}",
        "ĐẢNG ỦY XÃ SƠN THỦY\n\nSố [[05-KH/ĐU]]\n\nSơn Thủy, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nvề tăng cường lãnh đạo công tác thi đua\n",
        "ĐẢNG ỦY XÃ SƠN THỦY\n\nSố [[05-CT/HU]]\n\nSơn Thủy, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nvề tăng cường lãnh đạo công tác thi đua\n",
        f"{HEAD}[[Số→Số:]] 05/CT-UBND{REST}",
        "ĐẢNG ỦY XÃ SƠN THỦY\n\nSố[[:→]] 05-CT/ĐU\n\nSơn Thủy, ngày 12 tháng 01 năm 2026\n\nCHỈ THỊ\nvề tăng cường lãnh đạo công tác thi đua\n",
        "[[CHỈ THỊ]]\nPhát động phong trào thi đua năm 2026\n\nChủ tịch Ủy ban nhân dân xã phát động phong trào thi đua.\n",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        line = doc.frame.number
        if line is None:
            if doc.frame.kind and not doc.own_form and not doc.enclosed and doc.kind != APPEAL:
                headless = not doc.frame.issuer and not doc.frame.place_date
                lacks = "phần đầu (tên cơ quan, số, ký hiệu, địa danh, ngày ban hành)" if headless else ""
                lacks = lacks or "dòng số, ký hiệu (“Số: …/CT-UBND”) ở phần đầu"
                yield self.finding(doc.frame.kind.span, f"Văn bản chưa có {lacks}.")
            return
        match = LINE.search(line.text)
        if match is None:
            joined = JOINED.search(line.text)
            if joined:
                at = line.span.start + joined.start("symbol")
                message = (
                    f"Thiếu gạch nối giữa chữ viết tắt tên loại và tên cơ quan: “{joined['kind']}-{joined['body']}”."
                )
                span = (at, at + len(joined["symbol"]))
                yield self.finding(span, message, f"{joined['kind']}-{joined['body']}", safe=True)
            return
        start, end = (line.span.start + at for at in match.span("number"))
        party = match["second"] in PARTY_OWNERS or doc.own_form
        right = self._right(match, party)
        excess = match["year"] and doc.kind in YEARLESS and not _normative(doc, int(match["year"]))
        if right != match["number"] and match["n"] and not excess:
            spaces = _only_spaces(match, right)
            # The Youth Union's own papers leave blanks around the dash often enough to be no reason to stop one.
            degree = Severity.WARNING if spaces and doc.own_form else None
            padded = right == f"0{match['number']}"
            said = "Số dưới 10 ghi thêm số 0 ở trước:" if padded else "Số, ký hiệu viết liền, đúng dạng là"
            message = f"{said} “{right}”."
            yield self.finding((start, end), message, right, safe=spaces, severity=degree)
        elif doc.party and match["n"] and match["second"] in PARTY_OWNERS and match["sep"] == "/":
            right = f"{match['n']}-{match['first']}/{match['second']}"
            message = f"Văn bản Đảng ghi số, gạch nối rồi đến tên loại: “{right}”."
            yield self.finding((start, end), message, right, severity=Severity.WARNING)
        elif doc.party and match["colon"].strip():
            at = line.span.start + match.start("colon")
            message = "Văn bản Đảng ghi “Số” liền con số, không có dấu hai chấm."
            yield self.finding((at, at + len(match["colon"])), message, "", severity=Severity.STYLE)
        elif not party and not match["colon"].strip():
            at = line.span.start + match.start()
            yield self.finding((at, at + 2), "Thiếu dấu hai chấm sau chữ “Số”.", f"{match[0][:2]}:", safe=True)
        yield from self._symbol(doc, match, (start, end), party)

    def _right(self, match: re.Match[str], party: bool) -> str:
        number = match["n"] or ""
        if number.isdigit() and int(number) < 10 and len(number) == 1 and not party:
            number = f"0{number}"
        year = f"{match['year']}/" if match["year"] else ""
        if party:
            return f"{number}{match['sep']}{match['first']}{match['join']}{match['second']}"
        return f"{number}/{year}{match['first']}-{match['second']}"

    def _symbol(self, doc: Document, match: re.Match[str], span: tuple[int, int], party: bool) -> Iterator[Finding]:
        expected = ABBREVIATIONS.get(doc.kind or "")
        if doc.level in STATE and match["second"] in PARTY_OWNERS and match["sep"] == "-":
            yield self.finding(
                span, f"Ký hiệu “{match['second']}” là của văn bản Đảng, cơ quan ban hành là {doc.issuer}."
            )
        elif match["second"] == "HĐND" and doc.issuer.startswith("Ủy ban nhân dân"):
            message = f"Ký hiệu “HĐND” là của Hội đồng nhân dân, cơ quan ban hành là {doc.issuer}."
            yield self.finding(span, message, severity=Severity.WARNING)
        elif match["second"] in PARTY_OWNERS and match["second"] not in next(
            (owns for name, owns in COMMITTEES if doc.issuer.lower().startswith(name)), PARTY_OWNERS
        ):
            message = f"Ký hiệu “{match['second']}” không phải của {doc.issuer}."
            yield self.finding(span, message, severity=Severity.WARNING)
        elif match["year"] and doc.kind in YEARLESS and not _normative(doc, int(match["year"])):
            right = self._right(match, party).replace(f"/{match['year']}/", "/", 1)
            message = f"{doc.kind} không phải văn bản quy phạm pháp luật nên số không kèm năm: “{right}”."
            yield self.finding(span, message, right)
            return
        if expected is None or match["first"] == expected:
            return
        if match["first"] in ABBREVIATIONS.values():
            yield self.finding(
                span,
                f"Ký hiệu “{match['first']}” không phải của {(doc.kind or '').lower()}; chữ viết tắt đúng là “{expected}”.",
            )
        elif not party and match["first"] in ("UBND", "HĐND", "SNV", "VP"):
            yield self.finding(
                span,
                f"Ký hiệu kiểu “{match['first']}-{match['second']}” là của công văn; {(doc.kind or '').lower()} dùng “…/{expected}-…”.",
            )


def _normative(doc: Document, year: int) -> bool:
    """Was a chỉ thị of that year and that issuer a normative document, with the year in its number?"""
    return doc.kind == "Chỉ thị" and year <= LAST_NORMATIVE.get(doc.level, 0)


def _only_spaces(match: re.Match[str], right: str) -> bool:
    return "".join(match["number"].split()) == right or right == f"0{match['number']}"
