"""This year's directive against last year's: what was kept, reworded, dropped and added, every target, every left-over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checks.comparison.details import CitationChange, Detail, citations, details, recipients
from checks.comparison.ledger import IndicatorChange, ledger
from checks.comparison.leftovers import leftovers
from checks.comparison.sections import SectionChange, compare_sections
from checks.document import Document
from checks.finding import Finding

__all__ = ["Comparison", "compare", "leftovers"]


class Comparison(NamedTuple):
    """Two years side by side. ``warnings``: Vietnamese sentences on why the pair may not be a pair."""

    previous: Document
    current: Document
    warnings: tuple[str, ...]
    sections: tuple[SectionChange, ...]
    indicators: tuple[IndicatorChange, ...]
    details: tuple[Detail, ...]
    citations: tuple[CitationChange, ...]
    recipients: tuple[Detail, ...]
    leftovers: tuple[Finding, ...]


def compare(previous: Document, current: Document) -> Comparison:
    """Everything that changed from ``previous`` to ``current``; pure, and the same every time."""
    return Comparison(
        previous=previous,
        current=current,
        warnings=tuple(_warnings(previous, current)),
        sections=compare_sections(previous, current),
        indicators=ledger(previous.indicators, current.indicators),
        details=details(previous, current),
        citations=citations(previous, current),
        recipients=recipients(previous, current),
        leftovers=tuple(leftovers(previous, current)),
    )


def _warnings(previous: Document, current: Document) -> Iterator[str]:
    """One sentence for each reason to doubt that these are two years of one office's directive."""
    if previous.text.split() == current.text.split():
        yield "Hai tệp có nội dung giống hệt nhau: hãy kiểm tra xem có chọn nhầm cùng một văn bản hai lần không."
        return
    if previous.issuer and current.issuer and previous.issuer.lower() != current.issuer.lower():
        yield (
            f"Hai văn bản của hai cơ quan khác nhau ({previous.issuer}; {current.issuer}): "
            "chỉ tiêu và nội dung có thể không so sánh được với nhau."
        )
    if previous.kind and current.kind and previous.kind != current.kind:
        yield f"Hai văn bản khác loại ({previous.kind} và {current.kind}): bố cục có thể khác nhau."
    unknown = [name for name, doc in (("năm trước", previous), ("năm nay", current)) if doc.year is None]
    if unknown:
        yield f"Không đọc được năm của văn bản {' và '.join(unknown)}: không tìm được chỗ còn sót lại từ năm trước."
    elif previous.year is not None and current.year is not None:
        if previous.year > current.year:
            yield (
                f"Văn bản năm trước lại là của năm {previous.year}, văn bản năm nay của năm {current.year}: "
                "hãy đổi thứ tự hai tệp."
            )
        elif previous.year == current.year:
            yield f"Cả hai văn bản đều của năm {current.year}: không có gì là của năm trước."
        elif current.year - previous.year > 1:
            yield f"Hai văn bản cách nhau {current.year - previous.year} năm: nhiều thay đổi có thể đã có từ các năm ở giữa."
