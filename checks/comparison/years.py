"""The targets of one office over several years as one table: each target's figure year by year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checks.comparison.doubts import same_text
from checks.comparison.ledger import ledger
from checks.comparison.pairing import Pair
from checks.document import Document
from checks.errors import UserError
from checks.facts.indicators import Indicator


class Course(NamedTuple):
    """One target over the years, in one unit. ``stated``: as each year's directive has it; None where it has not."""

    name: str
    """As the latest directive calls it."""
    unit: str
    stated: tuple[Indicator | None, ...]


class Years(NamedTuple):
    """``courses``: the latest year's targets in their order, then those that ended, the last ended first."""

    issuer: str
    years: tuple[int, ...]
    courses: tuple[Course, ...]
    warnings: tuple[str, ...]


def over_years(documents: Sequence[Document], pairs: Sequence[Pair] = ()) -> Years:
    """The table of ``documents``, in whatever order they come. Raises UserError where it would mix what differs."""
    _refuse(documents)
    ordered = sorted((doc.flowing for doc in documents), key=lambda doc: doc.year or 0)
    years = tuple(doc.year or 0 for doc in ordered)
    courses: list[list[Indicator | None]] = []
    for n, doc in enumerate(ordered):
        last = [next(one for one in reversed(course) if one is not None) for course in courses]
        at = {id(one): course for one, course in zip(last, courses, strict=True)}
        for course in courses:
            course.append(None)
        for row in ledger(last, doc.indicators, pairs):
            if row.current is None:
                continue
            # A change of unit, or of a rise into a level, begins a course of its own: no line may join the two.
            if row.previous is not None and row.status != "unit-changed":
                at[id(row.previous)][n] = row.current
            else:
                courses.append([*[None] * n, row.current])
    return Years(ordered[-1].issuer, years, _ordered(courses), tuple(_warnings(documents, years)))


def _ordered(courses: list[list[Indicator | None]]) -> tuple[Course, ...]:
    out = []
    for stated in courses:
        latest = max(n for n, one in enumerate(stated) if one is not None)
        one = stated[latest]
        assert one is not None, "the latest is stated"
        out.append((-latest, one.span, Course(one.name, one.unit, tuple(stated))))
    return tuple(course for _, _, course in sorted(out, key=lambda item: item[:2]))


def _refuse(documents: Sequence[Document]) -> None:
    """One sentence instead of a wrong table."""
    for n, doc in enumerate(documents):
        if doc.year is None:
            raise UserError(
                f"Không đọc được năm của văn bản {doc.name}: hãy bỏ tệp này hoặc ghi rõ năm trong trích yếu."
            )
        for other in documents[:n]:
            if same_text(doc, other):
                raise UserError(
                    f"Hai tệp {other.name} và {doc.name} có nội dung giống hệt nhau: hãy bỏ một tệp, "
                    "mỗi năm chỉ lấy một văn bản."
                )
            if doc.year == other.year:
                raise UserError(
                    f"Hai tệp {other.name} và {doc.name} đều của năm {doc.year}: hãy chọn một văn bản cho mỗi năm."
                )
            if doc.issuer and other.issuer and doc.issuer.lower() != other.issuer.lower():
                raise UserError(
                    f"Bảng nhiều năm chỉ dùng cho một cơ quan; ở đây có {other.issuer} ({other.name}) "
                    f"và {doc.issuer} ({doc.name}): hãy bỏ văn bản của cơ quan khác."
                )


def _warnings(documents: Sequence[Document], years: tuple[int, ...]) -> list[str]:
    told = []
    if [doc.year for doc in documents] != list(years):
        told.append(f"Các tệp không theo thứ tự năm; bảng đã xếp lại từ năm {years[0]} đến năm {years[-1]}.")
    kinds = dict.fromkeys(doc.kind for doc in documents if doc.kind)
    if len(kinds) > 1:
        told.append(f"Các văn bản khác loại ({', '.join(kinds)}): chỉ tiêu có thể không cùng phạm vi.")
    gaps = [str(year) for year in range(years[0], years[-1]) if year not in years]
    if gaps:
        told.append(f"Không có văn bản năm {', '.join(gaps)}: bảng để trống các năm này.")
    return told
