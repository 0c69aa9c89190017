"""The request: what an office may type, and the sentence it reads when it cannot be used."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.request import Request, Target, load_request, read_request, template
from checks.errors import UserError

LEAST = 'issuer = "Ủy ban nhân dân xã Nà Phai"\nyear = 2027\n'


def told(text: str, folder: Path) -> str:
    path = folder / "request.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UserError) as caught:
        load_request(path)
    return str(caught.value)


def test_the_template_is_a_request() -> None:
    assert read_request(tomllib.loads(template())).year == 2027


def test_every_field_stands_in_the_template() -> None:
    assert [
        name for name in Request.model_fields if not re.search(rf"^(?:# )?\[?\[?{name}\b", template(), re.MULTILINE)
    ] == []


def test_every_line_of_the_template_can_be_used() -> None:
    head, _, targets = re.sub(r"(?m)^# (?=[a-z_]+ = |\[|\]|  \")", "", template()).partition("# Cũng có thể")
    assert len(read_request(tomllib.loads(head)).targets) == 2
    assert "targets = " in targets


def test_a_vietnamese_figure_is_exact() -> None:
    assert Target.model_validate({"name": "Thu ngân sách", "value": "13.455,5"}).value == Decimal("13455.5")


def test_a_target_reads_as_a_sentence() -> None:
    target = Target.model_validate({"name": "Hồ sơ đúng hạn", "comparison": "đạt từ trở lên", "value": 98, "unit": "%"})
    assert target.text == "Hồ sơ đúng hạn đạt từ 98% trở lên"


def test_the_level_is_told_by_the_issuer() -> None:
    assert read_request(tomllib.loads(LEAST)).level == "commune"


def test_a_file_of_an_old_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "request.toml"
    path.write_bytes(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode())
    assert load_request(path).year == 2027


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LEAST + 'chude = "x"\n', "trường lạ “chude”"),
        (LEAST.replace("2027", '"hai nghìn"'), "không phải là một năm"),
        (LEAST.replace("2027", "27"), "không phải là một năm"),
        (LEAST.replace("2027", "2027.5"), "không phải là một năm"),
        ("year = 2027", "còn thiếu trường “issuer”"),
        (LEAST + "theme = \n", "sai cú pháp TOML ở dòng 3"),
        (LEAST + '[[targets]]\nname = "GRDP"\nvalue = "8.5"\n', "“targets 1, value”"),
        (LEAST + '[[targets]]\nname = "GRDP"\nvalue = 8\nten = "x"\n', "“targets 1, ten”"),
        (LEAST + '[period]\nstart = "03/9/2027"\nend = "01/9/2027"\n', "kết thúc trước ngày bắt đầu"),
        (LEAST + 'date = "31/02/2027"\n', "ngày có trong lịch"),
        (LEAST + 'movement = "năm"\n', "annual, campaign"),
        (LEAST + 'kind = "Thư ngỏ"\n', "Thư ngỏ"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_in_one_sentence(text: str, words: str, tmp_path: Path) -> None:
    sentence = told(text, tmp_path)
    assert words in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không đọc được tệp yêu cầu"):
        load_request(tmp_path / "khong-co.toml")


def test_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "request.toml"
    path.write_bytes(LEAST.encode("utf-16"))
    with pytest.raises(UserError, match="UTF-8"):
        load_request(path)
