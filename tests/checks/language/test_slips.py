"""What is no syllable: how certain the repair of two words run together is."""

from __future__ import annotations

import pytest

from checks.language.lexicon import shipped
from checks.language.slips import slips
from checks.language.tokens import tokens


@pytest.mark.parametrize(
    ("text", "right", "kind"),
    [
        ("trách nhiệm củaTrung tâm", "của Trung", "camel"),
        ("các tổ chức đoàn thểPhường", "thể Phường", "camel"),
        ("chỉ tiêu của đợt thi đuĐa", "đu Đa", "runon"),  # as likely a letter too many: not repaired unasked
    ],
)
def test_a_missing_blank_before_a_capital_is_certain_where_the_first_half_is_a_word(
    text: str, right: str, kind: str
) -> None:
    (slip,) = slips(tokens(text), shipped())
    assert (slip.right, slip.kind) == (right, kind)
