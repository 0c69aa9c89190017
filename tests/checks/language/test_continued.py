"""A syllable lost where nearly all went on with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.language import context
from checks.language.boosting import TREES, weights_in
from checks.language.continued import FIELDS, WEIGHTS, continued_syllables
from checks.language.lexicon import shipped
from checks.language.tokens import tokens


def continued(text: str) -> list[str]:
    return [missing.phrase for missing in continued_syllables(tokens(text), shipped(), context.load())]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Qua dịch vụ công trực toàn trình.", "trực tuyến"),
        ("Hồ sơ do cấp có thẩm phê duyệt.", "thẩm quyền"),
        ("Nâng cao chất công tác tham mưu.", "chất lượng"),
        ("Tuyên truyền, vận nhân dân tham gia.", "vận động"),
    ],
)
def test_a_syllable_is_missed_though_what_is_left_makes_words(text: str, phrase: str) -> None:
    assert phrase in continued(text)


@pytest.mark.parametrize(
    "text",
    [
        "Định kỳ sơ, tổng kết phong trào; chỉnh sửa, bổ sung tính năng.",
        "Tuyên truyền trên các phương tiện truyền thông đại chúng.",
        "Các đơn vị tiến tới Hội thi tay nghề; một số bộ, ngành và địa phương.",
    ],
)
def test_what_makes_sense_stands(text: str) -> None:
    assert continued(text) == []


def test_a_table_of_an_office_tells_what_nearly_all_wrote_behind_a_pair() -> None:
    own = context.Table(memoryview(Path(context.SHIPPED).read_bytes()))
    ids = own.ids
    pair = own.pair(ids["phạm"], ids["pháp"])
    assert own.syllables[own.mostly.forward[pair]] == "luật"
    assert own.mostly.backward[pair] < 0


def test_the_weights_tell_of_every_evidence() -> None:
    weights = weights_in(WEIGHTS, FIELDS)
    assert len(weights.linear) == len(FIELDS)
    assert len(weights.trees) == TREES
