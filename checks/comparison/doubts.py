"""Why two texts may not be two years of one office's directive: each reason in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

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
    if previous.issuer and current.issuer and not same_name(previous.issuer, current.issuer):
        yield (
            f"Tên cơ quan ở hai văn bản khác nhau ({previous.issuer}; {current.issuer}): nếu không phải một cơ quan "
            "đã đổi tên thì chỉ tiêu và nội dung có thể không so sánh được với nhau."
        )
    if previous.kind and current.kind and previous.kind != current.kind:
        yield f"Hai văn bản khác loại ({previous.kind} và {current.kind}): bố cục có thể khác nhau."
    unknown = untold(previous, current)
    if unknown:
        yield unknown
    elif previous.year and current.year and current.year - previous.year > 1:
        yield f"Hai văn bản cách nhau {current.year - previous.year} năm: nhiều thay đổi có thể đã có từ các năm ở giữa."


def same_name(one: str, other: str) -> bool:
    """Are the words of both names the same, one of them perhaps by its initials: “Trung tâm Phục vụ HCC”?"""
    a, b = (name.casefold().split() for name in (one, other))
    while a and b:
        if a[0] == b[0]:
            del a[0], b[0]
        elif _initials(b[: len(a[0])]) == a[0]:
            del b[: len(a[0])], a[0]
        elif _initials(a[: len(b[0])]) == b[0]:
            del a[: len(b[0])], b[0]
        else:
            return False
    return not a and not b


def _initials(words: list[str]) -> str:
    return "".join(normalize("NFD", word)[0] for word in words)


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
