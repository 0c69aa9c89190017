"""Who is given a task, and whether the recipients cover them."""

from __future__ import annotations

import pytest

from checks.document import Document
from checks.facts.tasks import Task, covered, tasks
from checks.finding import Span

PLAN = "KẾ HOẠCH\nPhát động thi đua\n\nI. NỘI DUNG\n\nSở Y tế khám bệnh.\n\nII. TỔ CHỨC THỰC HIỆN\n\n{items}\n"


def named(items: str) -> list[tuple[str, str]]:
    return [(task.body, task.kind) for task in tasks(Document.parse(PLAN.format(items=items)))]


@pytest.mark.parametrize(
    ("item", "task"),
    [
        ("1. Giao Sở Tài chính cân đối kinh phí.", ("Sở Tài chính", "department")),
        ("1. Giám đốc Sở Văn hóa, Thể thao và Du lịch chỉ đạo.", ("Sở Văn hóa, Thể thao và Du lịch", "department")),
        ("1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp.", ("Ủy ban Mặt trận Tổ quốc", "front")),
        ("- Ủy ban nhân dân các xã, phường tổ chức.", ("Ủy ban nhân dân các xã", "commune")),
    ],
)
def test_the_first_words_of_an_item_name_who_acts(item: str, task: tuple[str, str]) -> None:
    assert named(item) == [task]


def test_a_body_within_a_sentence_is_given_no_task() -> None:
    assert named("1. Các hộ báo cáo qua Sở Tài chính.") == []


def test_an_item_right_behind_the_heading_counts() -> None:
    plan = PLAN.replace("HIỆN\n\n", "HIỆN\n").format(items="1. Giao Sở Y tế kiểm tra.\n2. Công an xã tuần tra.")
    assert [task.body for task in tasks(Document.parse(plan))] == ["Sở Y tế", "Công an xã"]


def test_without_a_part_on_implementation_nobody_is_given_a_task() -> None:
    plan = PLAN.partition("II.")[0]
    assert list(tasks(Document.parse(plan))) == []


@pytest.mark.parametrize(
    ("kind", "body", "recipients", "answer"),
    [
        ("department", "Sở Tài chính", "các sở, ban, ngành tỉnh", True),
        ("department", "Sở Tài chính", "các sở: nội vụ, tài chính", True),
        ("department", "Sở Tài chính", "sở nội vụ, tài chính", True),
        ("association", "Hội Nông dân", "sở nội vụ ; lưu: vt, hnd", False),
        ("department", "Sở Giáo dục và Đào tạo", "sở gdđt ; lưu: vt", True),
        ("department", "Sở Tài chính", "sở nội vụ ; ubnd các xã", False),
        ("front", "Ủy ban Mặt trận Tổ quốc", "ubmttq tỉnh", True),
        ("front", "Ủy ban Mặt trận Tổ quốc", "các sở, ban, ngành", False),
        ("commune", "UBND các xã", "như điều 3", True),
    ],
)
def test_a_group_covers_its_members(kind: str, body: str, recipients: str, answer: bool) -> None:
    assert covered(Task(body, kind, Span(0, 0)), recipients) is answer
