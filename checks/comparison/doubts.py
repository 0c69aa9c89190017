"""Why two texts may not be two years of one office's directive: each reason in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from checks.comparison.past import years_of
from checks.document import Document
from checks.errors import UserError


def doubts(previous: Document, current: Document) -> Iterator[str]:
    """Sentences for the reader of a comparison, what makes it meaningless first."""
    mistake = mistaken(previous, current)
    if mistake:
        yield mistake
    if same_text(previous, current):
        return
    if previous.issuer and current.issuer and previous.issuer.lower() != current.issuer.lower():
        yield (
            f"Hai văn bản của hai cơ quan khác nhau ({previous.issuer}; {current.issuer}): "
            "chỉ tiêu và nội dung có thể không so sánh được với nhau."
        )
    if previous.kind and current.kind and previous.kind != current.kind:
        yield f"Hai văn bản khác loại ({previous.kind} và {current.kind}): bố cục có thể khác nhau."
    unknown = untold(previous, current)
    if unknown:
        yield unknown
    elif previous.year and current.year and current.year - previous.year > 1:
        yield f"Hai văn bản cách nhau {current.year - previous.year} năm: nhiều thay đổi có thể đã có từ các năm ở giữa."


def untold(previous: Document, current: Document) -> str:
    """Why nothing can be said of left-overs; empty where the years follow one another."""
    unknown = [name for name, doc in (("năm trước", previous), ("năm nay", current)) if doc.year is None]
    if unknown:
        return f"Không đọc được năm của văn bản {' và '.join(unknown)}: không tìm được chỗ còn sót lại từ năm trước."
    if previous.year == current.year and years_of(previous, current) is None:
        return f"Cả hai văn bản đều của năm {current.year}: không có gì là của năm trước."
    return ""


def mistaken(previous: Document, current: Document) -> str:
    """The mistake after which every row of a comparison would be wrong; empty where there is none."""
    if same_text(previous, current):
        return "Hai tệp có nội dung giống hệt nhau: hãy kiểm tra xem có chọn nhầm cùng một văn bản hai lần không."
    if previous.year is not None and current.year is not None and previous.year > current.year:
        return (
            f"Văn bản năm trước lại là của năm {previous.year}, văn bản năm nay của năm {current.year}: "
            "hãy đổi thứ tự hai tệp."
        )
    return ""


def refuse_mistakes(previous: Document, current: Document) -> None:
    """Raises UserError rather than let a wrong table be shown: one text twice, or the years in reversed order."""
    mistake = mistaken(previous, current)
    if mistake:
        raise UserError(mistake)


def same_text(one: Document, other: Document) -> bool:
    return one.text.split() == other.text.split()
