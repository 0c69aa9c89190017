"""Recorded exchanges through both clients, and what may not stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pydantic import SecretStr

from assistant.drafting.answer import SCHEMA, closed_paragraphs
from assistant.model import Message, connect, connect_plain
from assistant.settings import Endpoint, Settings
from assistant.settings import load as of_this_machine

from .cassettes import FOLDER, RECORD, URL, recorder
from .openai_stub import ECHO, Stub
from .scripted import slots

ASKED = [
    Message("system", "Viết tiếng Việt hành chính."),
    Message("user", "Viết mục tiêu của phong trào thi đua năm 2027 của xã Nà Phai."),
]
ANSWER = slots("Phát huy tinh thần đoàn kết, sáng tạo của cán bộ và Nhân dân; hoàn thành toàn diện nhiệm vụ năm 2027.")
SECRETS = re.compile(
    r"sk-|bearer|authorization|api[-_]key|organi[sz]ation|project|cookie|__cf|x-request-id|user-agent|x-stainless|@\w+\.\w+|\b\d{12}\b",
    re.IGNORECASE,
)


@contextmanager
def endpoint() -> Iterator[Settings]:
    """The settings to record with: the tests' own server, or with CHITHI_RECORD=real those of this machine."""
    if RECORD == "real":
        yield of_this_machine()
        return
    settings = Settings(llm=Endpoint(base_url=URL, api_key=SecretStr(ECHO), model="mo-hinh-thu", retries=0))
    if not RECORD:
        yield settings
        return
    with Stub(answer=ANSWER, port=8131):
        yield settings


@pytest.mark.parametrize(("name", "through"), [("langchain", connect), ("openai", connect_plain)])
@pytest.mark.parametrize("responses", [False, True])
def test_a_recorded_answer_is_played_back(name: str, through: object, responses: bool) -> None:
    with endpoint() as settings, recorder.use_cassette(f"{name}{'-responses' if responses else ''}.yaml") as cassette:
        chosen = Settings(llm=settings.llm.model_copy(update={"responses": responses}))
        model = through(chosen)  # type: ignore[operator]
        answer = "".join(model(ASKED, SCHEMA))
    assert closed_paragraphs(answer, whole=True)
    assert cassette.play_count == (0 if RECORD else 1)


@pytest.mark.parametrize("cassette", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.name)
def test_a_cassette_holds_nothing_secret(cassette: object) -> None:
    text = cassette.read_text("utf-8")  # type: ignore[attr-defined]
    assert SECRETS.findall(text) == []


def test_cassettes_are_readable_vietnamese() -> None:
    texts = [p.read_text("utf-8") for p in sorted(FOLDER.glob("*.yaml"))]
    assert len(texts) == 4
    assert all("Viết tiếng Việt hành chính." in text and "\\u" not in text for text in texts)


def test_what_was_not_recorded_is_not_sent() -> None:
    with (
        endpoint() as settings,
        recorder.use_cassette("openai.yaml", record_mode="none"),
        pytest.raises(Exception, match="mô hình"),
    ):
        list(connect_plain(settings)([Message("user", "Câu chưa ghi.")]))  # type: ignore[misc]
