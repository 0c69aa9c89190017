"""A review as one JSON file: what the browser keeps between visits and what an officer hands to a colleague."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from assistant.reviewing.review import Review, redo, undo
from checks.errors import UserError
from checks.reading.source import TEXT_LIMIT

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KIND: Literal["chithi-review-1"] = "chithi-review-1"
FILE_LIMIT = 12 * TEXT_LIMIT
"""The text, what it was, and its versions."""


def to_json(review: Review) -> str:
    """The whole review: text, decisions, steps, versions."""
    body = _adapter().dump_json(review).decode()
    return f'{{"kind":"{KIND}","review":{body}}}'


def from_json(data: str | bytes) -> Review:
    """The review in ``data``. Raises UserError when it is none, or was changed by hand so that its steps break."""
    from pydantic import ValidationError
    from pydantic_core import from_json as parse

    if len(data) > FILE_LIMIT:
        raise UserError("Tệp phiên soát quá lớn: hãy chọn đúng tệp .json đã xuất từ chương trình.")
    try:
        content = parse(data)
    except ValueError as error:
        raise _foreign() from error
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise _foreign()
    try:
        review = _adapter().validate_python(content.get("review"))
    except ValidationError as error:
        raise _foreign() from error
    _walk(review)
    return review


def _foreign() -> UserError:
    return UserError(
        "Tệp này không phải phiên soát đã xuất từ chương trình: hãy chọn tệp .json lấy từ nút “Xuất phiên soát”."
    )


def _walk(review: Review) -> None:
    """Undo and redo everything once: a step that does not fit its text is refused at the door."""
    back = forth = review
    while back.past:
        back = undo(back)
    while forth.future:
        forth = redo(forth)


@cache
def _adapter() -> TypeAdapter[Review]:
    # The lint path imports no typing: pydantic looks here for the names that its types leave unimported.
    from typing import Literal  # noqa: F401

    from pydantic import TypeAdapter

    return TypeAdapter(Review)
