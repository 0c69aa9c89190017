"""A model picks fields out of a request; only what the officer wrote word by word is taken."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistant.entry.quick_entry import read_entry
from assistant.entry.slots import FIELDS, MANY, pick, unread
from assistant.faults import ModelFault
from tests.assistant.openai_stub import Stub
from tests.assistant.scripted import Scripted
from tests.assistant.test_model import model as behind

SAID = (
    "Chị cần một văn bản cho UBND xã Nà Phai, năm tới là 2027, lấy tên Gần dân, sát việc. Ngân sách thu về 12,5 tỷ đồng, "
    "trồng thêm 340 ha rừng, không giao chỉ tiêu xóa 12 nhà tạm. Bà Lò Thị Mận ký."
)


def answer(**given: Any) -> str:
    return json.dumps({name: given.get(name, [] if name in MANY else "") for name in FIELDS}, ensure_ascii=False)


def picked(**given: Any) -> tuple[dict[str, Any], tuple[str, ...]]:
    found = pick(SAID, FIELDS, Scripted(answer(**given)))
    return found.slots, found.dropped


def test_what_stands_in_the_words_is_taken() -> None:
    slots, dropped = picked(
        issuer="UBND xã Nà Phai", year="2027", theme="Gần dân, sát việc", name="Lò Thị Mận",
        targets=["Ngân sách thu về 12,5 tỷ đồng", "trồng thêm 340 ha rừng"],
    )  # fmt: skip
    assert dropped == ()
    assert slots == {
        "issuer": "Ủy ban nhân dân xã Nà Phai", "year": 2027, "theme": "Gần dân, sát việc", "signer": {"name": "Lò Thị Mận", "post": ""},
        "targets": ["Ngân sách thu về 12,5 tỷ đồng", "trồng thêm 340 ha rừng"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("issuer", "UBND xã Nà Pha", "không có nguyên văn"),
        ("issuer", "UBND tỉnh Lũng Vân", "không có nguyên văn"),
        ("theme", "Gần dân, sát việc, hiệu quả", "không có nguyên văn"),
        ("name", "Lò Thị Mẩn", "không có nguyên văn"),
        ("year", "2028", "không có nguyên văn"),
        ("targets", ["Ngân sách thu về 13 tỷ đồng"], "không có nguyên văn"),
        ("targets", ["trồng thêm 34"], "không có nguyên văn"),
        ("targets", ["Ngân sách thu về 12"], "không có nguyên văn"),
        ("targets", ["Ngân sách thu về 12,5 tỷ"], "không phải trọn"),
        ("targets", ["xóa 12 nhà tạm"], "phủ định"),
        ("recipients", ["Sở Nội vụ"], "không có nguyên văn"),
        ("legal_bases", ["Nghị quyết số 27/NQ-HĐND"], "không có nguyên văn"),
    ],
)
def test_what_the_officer_never_wrote_is_dropped_with_the_reason(field: str, value: Any, why: str) -> None:
    slots, dropped = picked(**{field: value})
    assert slots == {}
    assert len(dropped) == 1
    assert why in dropped[0]


def test_a_wrong_form_is_a_fault() -> None:
    with pytest.raises(ModelFault, match="sai khuôn dạng"):
        pick(SAID, FIELDS, Scripted("Vâng, văn bản của xã Nà Phai đây ạ."))


def test_the_model_is_asked_only_for_what_code_has_not_read() -> None:
    model = Scripted(answer(theme="Gần dân, sát việc"))
    entry = read_entry(SAID, None, {}, model=model)
    assert entry.values["theme"] == "Gần dân, sát việc"
    assert "issuer" not in model.asked[0][0].content.split("CẦN CHÉP")[1].split("Mỗi chỉ tiêu")[0]
    assert "<tai-lieu" in model.asked[0][1].content


def test_a_bare_answer_to_a_question_asks_no_model() -> None:
    model = Scripted(answer())
    read_entry("xã Nà Phai", None, {}, asked="issuer", model=model)
    assert model.asked == []


def test_a_model_that_is_down_leaves_what_code_has_read() -> None:
    with Stub("server") as stub:
        entry = read_entry(SAID, None, {}, model=behind(stub))
    assert entry.values["issuer"] == "Ủy ban nhân dân xã Nà Phai"
    assert "sự cố" in entry.fault


def test_nothing_is_left_to_ask_where_code_has_read_what_matters() -> None:
    assert unread({"issuer": "x", "year": 2027, "theme": "x", "targets": ["x"], "signer": {"name": "x"}}) == ()


def test_a_stamped_text_is_read_by_code_alone() -> None:
    with Stub(answer=answer()) as stub:
        entry = read_entry(f"TUYỆT MẬT\n{SAID}", None, {}, model=behind(stub))
    assert stub.asked == []
    assert "không được gửi" in entry.fault
    assert entry.values["issuer"] == "Ủy ban nhân dân xã Nà Phai"
