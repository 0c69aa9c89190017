"""“Phiếu kiểm tra trước khi ban hành”: a page an officer prints and signs, one for each file.

It stands alone: no script, nothing loaded from anywhere, and the same input gives the same bytes. The day of the
check is therefore written by hand. Every word of a document passes ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape as _escape
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from checks.document import Document
from checks.finding import Finding, Severity
from checks.letters import capital
from checks.report import REASONS, STDIN, Checked, Run, Suppressed, Titles, counted, gathered, lines_of, tally
from checks.version import VERSION, rules_version

if TYPE_CHECKING:
    from checks.facts.citations import Citation
    from checks.facts.indicators import Indicator

BESIDE = 48
"""Characters shown on either side of a finding, within its line."""
LONGEST = 160
"""Characters of a finding shown before it is cut."""
SHORT = 12
SAYS_HOW = ("Thiếu ", "Nên thêm ", "Thừa ", "Bỏ ")
"""How a message begins that tells its own repair of a sign."""
HEADINGS = {
    Severity.ERROR: "Lỗi: phải sửa trước khi ban hành",
    Severity.WARNING: "Nên xem lại",
    Severity.STYLE: "Gợi ý",
}
BOX = "☐"


def part(checked: Checked, titles: Titles) -> str:
    """The sheet of one file."""
    report = checked.report
    doc = report.document
    blocks = [
        _facts(checked),
        _verdict(checked),
        *(_findings(doc, report.findings, severity) for severity in Severity),
        _sources(report.findings, titles),
        _aside(doc, checked.suppressed),
        _indicators(doc, doc.indicators) if doc.launch else "",
        _citations(doc, doc.citations),
        _unchecked(checked, titles),
    ]
    return "\n".join(["<article>", _TITLE, *filter(None, blocks), _SIGNATURES, "</article>"])


def render(parts: Sequence[str], run: Run) -> str:
    """One page with a sheet for each file; what could not be read has a sheet that says so."""
    refused = (_refused(path, told) for path, told in run.unread)
    remarks = _list("Về tệp mốc và miễn trừ", run.remarks)
    return "\n".join([_HEAD, *parts, *refused, remarks, "</body>", "</html>", ""])


def escape(text: str) -> str:
    """``text`` as HTML shows it: markup and quotes as entities, what no page may hold as “�”."""
    return _escape(
        "".join(c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text)
    )


def _number(doc: Document) -> str:
    """“………/CT-UBND” is a symbol whose number is still to be given."""
    if doc.number and doc.number[0] in "/-":
        return f"chưa ghi số (………{doc.number})"
    return doc.number or "chưa có"


def _facts(checked: Checked) -> str:
    doc = checked.report.document
    issued = doc.issued.strftime("%d/%m/%Y") if doc.issued else "chưa ghi đủ"
    rows = (
        ("Tệp", "đầu vào chuẩn" if checked.path == STDIN else PurePath(checked.path).name),
        ("Mã tệp (SHA-256)", checked.digest),
        ("Loại văn bản", doc.kind or "không rõ"),
        ("Số, ký hiệu", _number(doc)),
        ("Ngày ban hành", issued),
        ("Cơ quan ban hành", doc.issuer or "không rõ"),
        ("Trích yếu", doc.subject or "không rõ"),
        ("Người ký", doc.signer or "chưa ghi"),
        ("Kiểm tra bằng", f"chithi {VERSION}, bộ phép kiểm {rules_version()}"),
    )
    cells = "\n".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    return f'<table class="facts">\n{cells}\n</table>'


def _verdict(checked: Checked) -> str:
    report = checked.report
    errors = tally(report.document.text, report.findings)[Severity.ERROR]
    if report.crashed:
        told = "Chưa kiểm tra xong: có phép kiểm gặp sự cố."
    elif errors:
        told = f"Chưa được ban hành: còn {errors} lỗi phải sửa."
    elif report.findings:
        told = "Không còn lỗi; người ký xem lại các chỗ dưới đây."
    else:
        told = "Không thấy lỗi trong phạm vi các phép kiểm đã chạy."
    total = len(report.evaluated) + len(report.not_evaluated)
    ran = f"{counted(report.document.text, report.findings)}; đã chạy {len(report.evaluated)}/{total} phép kiểm."
    return f'<p class="verdict"><strong>{escape(told)}</strong> {escape(ran)}</p>'


def _findings(doc: Document, findings: Iterable[Finding], severity: Severity) -> str:
    own = gathered(doc.text, [f for f in findings if f.severity is severity])
    rows = (
        (
            str(number),
            escape(lines_of(doc, alike)),
            _quoted(doc, f),
            f"{escape(f.message)}{_repair(doc, f)}{f'<br>Có {len(alike)} chỗ như vậy.' if len(alike) > 1 else ''}",
            f"<small>{escape(f.rule)}</small>",
            BOX,
        )
        for number, (f, alike) in enumerate(((group[0], group) for group in own), 1)
    )
    heads = ("STT", "Dòng", "Trong văn bản", "Nhận xét và cách sửa", "Phép kiểm", "Xong")
    return _table(f"{HEADINGS[severity]} ({len(own)})", heads, rows, severity) if own else ""


def _sources(findings: Sequence[Finding], titles: Titles) -> str:
    """The article or custom behind each rule that spoke, once: in every row they would fill the page."""
    told = [rule for rule in dict.fromkeys(f.rule for f in findings) if rule in titles and titles[rule].source]
    return _list("Căn cứ của từng phép kiểm", [f"{rule}: {titles[rule].source}" for rule in sorted(told)])


def _aside(doc: Document, suppressed: Sequence[Suppressed]) -> str:
    rows = (
        (
            str(doc.place(item.finding.span.start)[0]),
            _quoted(doc, item.finding),
            escape(f"{item.finding.message} [{item.finding.rule}]"),
            escape(f"{REASONS[item.by].capitalize()}: {item.reason}"),
        )
        for item in suppressed
    )
    heads = ("Dòng", "Trong văn bản", "Phát hiện", "Lý do không tính")
    return _table(f"Phát hiện không tính ({len(suppressed)})", heads, rows) if suppressed else ""


def _indicators(doc: Document, indicators: Sequence[Indicator]) -> str:
    rows = (
        (
            str(number),
            escape(capital(f"{one.name} ({one.scope})" if one.scope else one.name)),
            escape(one.comparison),
            escape(_value(one)),
            escape(one.unit.removeprefix("x/x ")),
            str(doc.place(one.span.start)[0]),
        )
        for number, one in enumerate(indicators, 1)
    )
    heads = ("STT", "Chỉ tiêu", "So sánh", "Mức", "Đơn vị", "Dòng")
    return _table(f"Chỉ tiêu trong văn bản ({len(indicators)})", heads, rows) if indicators else ""


def _citations(doc: Document, citations: Sequence[Citation]) -> str:
    rows = (
        (
            escape(f"{one.kind} {one.number}".strip()),
            one.date.strftime("%d/%m/%Y") if one.date else "",
            escape(one.issuer),
            escape(one.title),
            str(doc.place(one.span.start)[0]),
        )
        for one in citations
    )
    heads = ("Văn bản được dẫn", "Ngày", "Cơ quan ban hành", "Về việc", "Dòng")
    return _table(f"Văn bản viện dẫn ({len(citations)})", heads, rows) if citations else ""


def _unchecked(checked: Checked, titles: Titles) -> str:
    reasons: dict[str, list[str]] = {}
    for left in checked.report.not_evaluated:
        name = titles[left.rule].title.rstrip(".") if left.rule in titles else left.rule
        reasons.setdefault(left.reason, []).append(f"{name} ({left.rule})")
    told = [f"{capital(reason)}: {'; '.join(rules)}." for reason, rules in reasons.items()]
    return _list("Chưa kiểm tra", [*told, *checked.notes])


def _refused(path: str, told: str) -> str:
    name = escape(path if path == STDIN else Path(path).name)
    return f'<article>\n{_TITLE}\n<p class="verdict"><strong>{name}: chưa kiểm tra được.</strong> {escape(told)}</p>\n</article>'


def _quoted(doc: Document, finding: Finding) -> str:
    """The words of a finding, marked, with their surroundings; a gap where something is missing."""
    start, end = finding.span
    line = doc.lines[doc.line_at(start)].span
    last = doc.lines[doc.line_at(end)].span
    before, after = doc.text[line.start : start], doc.text[end : max(end, last.end)]
    if len(before) > BESIDE:
        before = "…" + before[-BESIDE:].partition(" ")[2]
    if len(after) > BESIDE:
        after = after[:BESIDE].rpartition(" ")[0] + " …"
    written = doc.text[start:end] if end - start <= LONGEST else doc.text[start : start + LONGEST] + "…"
    return f"{escape(before)}<mark>{escape(written) or '‸'}</mark>{escape(after)}"


def _repair(doc: Document, finding: Finding) -> str:
    if finding.fix is None:
        return ""
    if finding.fix.replacement and f"“{finding.fix.replacement}”" in finding.message:
        return ""  # said already
    right, written = finding.fix.replacement, doc.text[slice(*finding.span)]
    if finding.message.startswith(SAYS_HOW) and (not right or not written):
        return ""
    certain = "Sửa" if finding.fix.safe else "Có thể sửa"
    if not written:
        return f"<br>{certain} bằng cách thêm {f'“{escape(right)}”' if right.strip() else 'dấu cách'}."
    if not right.strip():
        return f"<br>{certain} bằng cách bỏ {'chỗ này' if written.strip() else 'dấu cách này'}."
    return f"<br>{certain} thành “{escape(right)}”."


def _value(one: Indicator) -> str:
    value = _figure(one.value)
    if one.of is not None:
        value = f"{value}/{_figure(one.of)}"
    if one.upper is not None:
        value = f"{value} - {_figure(one.upper)}"
    return f"{_figure(one.previous)} → {value}" if one.previous is not None else value


def _figure(value: Decimal) -> str:
    """“1.234,5”, as the texts write it."""
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """``rows`` hold HTML; ``title`` and ``heads`` hold text."""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "\n".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    shown = f' class="{kind}"' if kind else ""
    return (
        f"<h2>{escape(title)}</h2>\n<table{shown}>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _cell(html: str) -> str:
    """A figure or a date stays on one line."""
    return f'<td class="short">{html}</td>' if len(html) <= SHORT else f"<td>{html}</td>"


def _list(title: str, items: Sequence[str]) -> str:
    told = "\n".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<h2>{escape(title)}</h2>\n<ul>\n{told}\n</ul>" if items else ""


_TITLE = "<h1>PHIẾU KIỂM TRA TRƯỚC KHI BAN HÀNH</h1>"
_SIGNATURES = """<div class="signatures">
<p><strong>Người kiểm tra</strong><br>Ngày … tháng … năm …<br><em>(ký, ghi rõ họ tên)</em></p>
<p><strong>Người duyệt</strong><br>Ngày … tháng … năm …<br><em>(ký, ghi rõ họ tên)</em></p>
</div>"""
_HEAD = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Phiếu kiểm tra trước khi ban hành</title>
<style>
@page { size: A4; margin: 18mm 15mm 18mm 20mm; }
body { font: 11pt/1.4 "Times New Roman", "Liberation Serif", "Noto Serif", serif; color: #000; background: #fff;
  max-width: 180mm; margin: 8mm auto; padding: 0 5mm; }
article + article { break-before: page; margin-top: 16mm; }
h1 { font-size: 14pt; text-align: center; margin: 0 0 4mm; }
h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; }
th, td { border: 0.5pt solid #555; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.short { white-space: nowrap; }
thead { display: table-header-group; }
thead th { background: #eee; overflow-wrap: normal; }
tr { break-inside: avoid; }
.facts th { width: 32mm; font-weight: normal; background: #f6f6f6; }
.verdict { border: 1.2pt solid #000; padding: 2mm 3mm; margin: 4mm 0; break-inside: avoid; }
table.error { border-left: 2.5pt solid #000; }
td:has(mark) { width: 38%; }
td:has(mark) + td { width: 38%; }
td small { overflow-wrap: normal; }
mark { background: #ffe9a8; color: #000; text-decoration: underline; print-color-adjust: exact; }
small { color: #333; }
ul { margin: 0; padding-left: 5mm; font-size: 10pt; }
.signatures { display: flex; justify-content: space-around; text-align: center; margin-top: 8mm; break-inside: avoid; }
.signatures p { min-height: 30mm; margin: 0; }
@media print { body { margin: 0; padding: 0 0.5mm; max-width: none; } article + article { margin-top: 0; } }
</style>
</head>
<body>"""
