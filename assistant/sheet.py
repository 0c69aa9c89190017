"""Phiếu kiểm tra trước khi ban hành: one printable page; the same review gives the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from assistant.pipeline import Judged
from assistant.review import Review, counts
from checks.facts.indicators import Indicator
from checks.version import VERSION, rules_version

STYLE = (
    "body{font:13pt/1.45 'Times New Roman','Liberation Serif',serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111}"
    "h1{font-size:16pt;text-align:center}h2{font-size:13pt;margin:1.4em 0 .4em}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #777;padding:3px 7px;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
    "code{font-size:10pt;overflow-wrap:anywhere}@page{size:A4;margin:20mm}@media print{body{margin:0}}"
)


def html(review: Review, judged: Judged) -> str:
    """The sheet of ``review``: what was found, what was waived and why, the targets, what was not checked."""
    report = judged.report
    doc = report.document
    tally = ", ".join(f"{number} {severity.label}" for severity, number in counts(judged.open).items())
    total = len(report.evaluated) + len(report.not_evaluated)
    facts = [
        ("Văn bản", review.name),
        ("Loại, số, ký hiệu", " ".join(filter(None, (doc.kind, doc.number)))),
        ("Cơ quan ban hành", doc.issuer),
        ("Trích yếu", doc.subject),
        ("Kết quả", f"Còn {tally}. Đã chạy {len(report.evaluated)}/{total} phép kiểm."),
        ("Mã băm SHA-256", hashlib.sha256(review.text.encode("utf-8", "replace")).hexdigest()),
        ("Phiên bản", f"chithi {VERSION}, bộ phép kiểm {rules_version()}"),
    ]
    found = [
        (
            one.finding.severity.label,
            str(doc.place(one.finding.span.start)[0]),
            one.finding.message,
            _short(one.written),
        )
        for one in judged.open
    ]
    waived = [(waiver.rule, _short(waiver.quote), waiver.reason) for waiver in review.decisions.waived]
    ignored = len(review.decisions.ignored)
    parts = [
        "<h1>PHIẾU KIỂM TRA TRƯỚC KHI BAN HÀNH</h1>",
        _table((), [(name, value or "Không đọc được") for name, value in facts]),
        _part("Còn phải xử lý", ("Mức độ", "Dòng", "Nội dung", "Chữ trong văn bản"), found),
        _part("Giữ nguyên, có lý do", ("Phép kiểm", "Chữ trong văn bản", "Lý do"), waived),
        f"<p>Số chỗ người soát đã bỏ qua: {ignored}.</p>",
        _part("Chỉ tiêu trong văn bản", ("Chỉ tiêu", "Mức"), _targets(doc.indicators if doc.launch else ())),
        _part("Chưa kiểm tra", ("Phép kiểm", "Lý do"), [(item.rule, item.reason) for item in report.not_evaluated]),
        _part("Ghi chú khi đọc tệp", (), [(note,) for note in review.notes]),
        "<p>Phiếu này do chương trình lập; người soạn thảo chịu trách nhiệm về nội dung văn bản.</p>",
    ]
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Phiếu kiểm tra trước khi ban hành</title>'
        f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _targets(indicators: Iterable[Indicator]) -> Iterator[tuple[str, str]]:
    for one in indicators:
        upper = f"–{_figure(str(one.upper))}" if one.upper is not None else ""
        yield one.name, f"{one.comparison} {_figure(str(one.value))}{upper} {one.unit}".strip()


def _figure(value: str) -> str:
    return value.replace(".", ",")


def _part(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    filled = list(rows)
    return f"<h2>{escape(title)}</h2>" + (_table(head, filled) if filled else "<p>Không có.</p>")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{f'<tr>{top}</tr>' if top else ''}{body}</table>"


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= 120 else one[:118] + "…"
