"""When a movement or one of its stages is reviewed, as directives write it."""

from __future__ import annotations

from datetime import date

import pytest

from checks.facts.periods import periods
from checks.facts.reviews import REVIEW, SUMMING_UP, done, due, early
from checks.finding import Span


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("sơ kết trước ngày 05/6/2026", (date(2026, 6, 5), date(2026, 6, 5))),
        ("Sơ kết đợt 1, chậm nhất là vào ngày 05 tháng 6 năm 2026", (date(2026, 6, 5), date(2026, 6, 5))),
        ("sơ kết phong trào thi đua trong tháng 12/2026", (date(2026, 12, 1), date(2026, 12, 31))),
        ("Sơ kết: Ngày 02/6/2026", (date(2026, 6, 2), date(2026, 6, 2))),
        ("sơ kết trước ngày 31/6/2026", None),
    ],
)
def test_the_day_of_a_review_is_its_first_and_its_last(text: str, days: tuple[date, date] | None) -> None:
    match = REVIEW.search(text)
    assert match is not None
    assert due(match) == days


@pytest.mark.parametrize(
    "text", ["sơ kết Đề án 06 trước ngày 05/6/2026", "sơ kết trước ngày 05/6/20261", "sơ kết 05/6/2026"]
)
def test_a_review_of_something_else_is_none(text: str) -> None:
    assert REVIEW.search(text) is None


@pytest.mark.parametrize(
    ("text", "told"), [("Xã đã tổng kết vào tháng 5/2026", True), ("Việc đã xong. Tổng kết vào tháng 5/2026", False)]
)
def test_what_is_done_is_told_in_its_own_clause(text: str, told: bool) -> None:
    match = SUMMING_UP.search(text)
    assert match is not None
    assert done(text, match) is told


FIRST = "- Giai đoạn 1: từ ngày 01/01/2026 đến ngày 30/6/2026."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FIRST} Sơ kết trước ngày 19/6/2026.\n", [("Giai đoạn 1", "trước ngày 19/6/2026")]),
        (f"{FIRST} Sơ kết trước ngày 20/6/2026.\n", []),
        (f"{FIRST} Sơ kết trước ngày 31/4/2026.\n", []),
        (f"{FIRST}\nSơ kết trước ngày 01/4/2026.\n", []),
        (f"{FIRST}\nBáo cáo kết quả giai đoạn 1 về Sở trước ngày 01/4/2026.\n", [("Giai đoạn 1", "trước ngày 01/4/2026")]),
        (f"{FIRST}\nBáo cáo kết quả giai đoạn 2 trước ngày 01/4/2026.\n", []),
        (f"{FIRST}\nSơ kết giai đoạn 1 trước ngày 01/4/2026.\n- Giai đoạn 1: từ ngày 01/01/2027 đến ngày 01/4/2027.\n",
         [("Giai đoạn 1", "trước ngày 01/4/2026")]),
        (f"{FIRST.replace('ngày 01/01', 'tháng 01')}\nSơ kết giai đoạn 1 trước ngày 01/4/2026.\n", []),
        (f"{FIRST.replace('30/6/2026', '30/6')} Sơ kết trước ngày 01/4/2026.\n", []),
        (f"{FIRST.replace('30/6', '31/12')} Tổng kết trước ngày 10/12/2026.\n", []),
        (f"{FIRST.replace('30/6', '31/12')} Sơ kết trước ngày 10/12/2026.\n", [("Giai đoạn 1", "trước ngày 10/12/2026")]),
        (f"{FIRST.replace('30/6', '31/12')} Tổng kết trước ngày 10/12/2025.\n", [("Giai đoạn 1", "trước ngày 10/12/2025")]),
        (f"{FIRST.replace('30/6', '30/12')} Tổng kết trước ngày 10/12/2026.\n", [("Giai đoạn 1", "trước ngày 10/12/2026")]),
        (f"{FIRST} Sơ kết giai đoạn 1 trước ngày 01/4/2026.\n", [("Giai đoạn 1", "trước ngày 01/4/2026")]),
        ("Từ ngày 01/01/2026 đến ngày 30/6/2026. Sơ kết trước ngày 01/4/2026.\n", []),
    ],
)  # fmt: skip
def test_a_stage_is_reviewed_too_early(text: str, found: list[tuple[str, str]]) -> None:
    whole = Span(0, len(text))
    stages = early(text, whole, periods(text, whole, 2026))
    assert [(stage.stage, text[slice(*stage.span)]) for stage in stages] == found
