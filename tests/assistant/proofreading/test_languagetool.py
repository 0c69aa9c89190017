"""LanguageTool's protocol: what clients send is understood, and offsets are theirs."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from urllib.parse import parse_qs, quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proofreading import languagetool as protocol
from assistant.proofreading.languagetool_request import LONGEST, RefusedError, fields, query
from checks import engine
from checks.document import Document
from checks.rules import all_rules

RULES = all_rules()
CORPUS = Path(__file__).parents[3] / "corpus"
WRONG = "Diện tích rừng đạt 800ha, thu ngân sách đạt 15 tỷ đồng."


def _answer(**form: str) -> list[dict[str, object]]:
    asked = query({"language": "vi-VN", **form})
    matches: list[dict[str, object]] = protocol.answer(asked, RULES, "0")["matches"]
    return matches


def test_a_percent_encoded_body_is_decoded() -> None:
    assert fields(f"text={quote('cải cách & R+D')}&language=vi".encode()) == {
        "text": "cải cách & R+D",
        "language": "vi",
    }


@given(st.text("ab=&+%20C3A1\u0041zZ", max_size=40))
def test_an_encoded_body_is_read_as_the_standard_library_reads_it(body: str) -> None:
    known = {name: values[-1] for name, values in parse_qs(body, keep_blank_values=True).items()}
    assert fields(body.encode()) == known


def test_a_raw_body_of_libreoffice_keeps_its_ampersands_and_percent_signs() -> None:
    body = "text=Tăng 5%20 và R&D + a; cải cách&language=vi-VN".encode()
    assert fields(body) == {"text": "Tăng 5%20 và R&D + a; cải cách", "language": "vi-VN"}


def test_offsets_count_utf16_code_units() -> None:
    text = "😀😀 " + WRONG
    (match, *_) = _answer(text=text)
    units = text.encode("utf-16-le")
    start = int(str(match["offset"])) * 2
    assert "800" in units[start : start + int(str(match["length"])) * 2].decode("utf-16-le")


def test_offsets_of_decomposed_text_are_those_of_the_client() -> None:
    text = unicodedata.normalize("NFD", WRONG)
    (match, *_) = _answer(text=text)
    start = int(str(match["offset"]))
    assert "800" in text[start : start + int(str(match["length"]))]


def test_markup_counts_in_the_offsets_and_is_not_judged() -> None:
    data = json.dumps({"annotation": [{"markup": "<b class='800ha'>"}, {"text": WRONG}, {"markup": "</b>"}]})
    (match, *_) = _answer(data=data)
    assert int(str(match["offset"])) >= len("<b class='800ha'>")


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"language": "vi"}, 400),
        ({"text": "a"}, 400),
        ({"text": "a", "data": "{}", "language": "vi"}, 400),
        ({"text": "a", "language": "en-US"}, 400),
        ({"data": "no json", "language": "vi"}, 400),
        ({"data": '{"annotation": [{}]}', "language": "vi"}, 400),
        ({"text": "a" * (LONGEST + 1), "language": "vi"}, 413),
        ({"text": "a", "language": "vi", "enabledOnly": "true"}, 400),
        ({"text": "a", "language": "vi", "enabledOnly": "yes", "enabledRules": "A", "disabledRules": "B"}, 400),
    ],
)
def test_what_languagetool_refuses_is_refused_with_its_status(form: dict[str, str], status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        query(form)
    assert refused.value.status == status


def test_a_rule_or_category_can_be_switched_off() -> None:
    (match, *_) = _answer(text=WRONG)
    rule = match["rule"]
    assert isinstance(rule, dict)
    assert _answer(text=WRONG, disabledRules=str(rule["id"])) == []
    assert _answer(text=WRONG, disabledCategories=rule["category"]["id"]) == []
    assert len(_answer(text=WRONG, enabledOnly="true", enabledRules=str(rule["id"]))) == 1


def test_suggestions_of_style_come_only_to_the_picky() -> None:
    text = "Đẩy mạnh công tác phòng chống tham nhũng trên địa bàn xã."
    assert len(_answer(text=text, level="picky")) > len(_answer(text=text))


def test_a_paragraph_is_not_asked_for_recipients_or_a_signature() -> None:
    assert _answer(text="CHỈ THỊ\nPhát động phong trào thi đua năm 2026\n\nCác thôn thực hiện.") == []


def test_a_paragraph_alone_is_not_asked_what_only_the_whole_text_can_tell() -> None:
    opening = "Trong năm 2026, xã đẩy mạnh giải quyết thủ tục hành chính (TTHC).\n"
    paragraph = "Rút ngắn thời gian giải quyết TTHC cho người dân."
    assert [_answer(text=text, level="picky") for text in (paragraph, opening + paragraph)] == [[], []]


@pytest.mark.parametrize("document", sorted(CORPUS.glob("*-2026/document.txt"))[::4], ids=lambda file: file.parent.name)
def test_paragraph_by_paragraph_nothing_is_said_where_the_whole_document_has_no_fault(document: Path) -> None:
    text = document.read_text("utf-8")
    whole = [finding.span for finding in engine.check(Document.parse(text), RULES).findings]
    at = 0
    for line in text.splitlines():
        for match in _answer(text=line):
            start = at + int(str(match["offset"]))
            end = start + int(str(match["length"]))
            assert any(span.start <= end and start <= span.end for span in whole), match["message"]
        at += len(line) + 1


def test_options_written_by_hand_before_the_language_are_no_text() -> None:
    body = "text=Xử lý R&D, level=5&disabledRules=A,B&level=picky&language=vi"
    assert fields(body.encode()) == {
        "text": "Xử lý R&D, level=5",
        "disabledRules": "A,B",
        "level": "picky",
        "language": "vi",
    }


def test_a_name_of_the_dictionary_is_known_in_all_its_words() -> None:
    asked = query({"text": "Hai đơn vị ở bản Nậm Khòang thi đua.", "language": "vi"})
    found = [
        len(protocol.answer(asked, RULES, "0", words)["matches"]) for words in (frozenset(), frozenset({"nậm khòang"}))
    ]
    assert found == [1, 0]


def test_another_language_is_let_alone_where_the_server_is_to_guess() -> None:
    french = "Le conseil a décidé d'augmenter les subventions : 30% pour les jeunes , 800ha de forêt."
    assert _answer(text=french, language="auto") == []
    assert _answer(text=WRONG, language="auto")
    assert _answer(text="Dien tich rung dat 800ha, thu ngan sach dat 15 ty dong.", language="auto")


def test_too_many_fields_are_refused() -> None:
    with pytest.raises(RefusedError):
        fields(b"a=1&" * 100)
