"""A model behind an endpoint: every fault has its sentence, what came is kept, nothing goes where it should not."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from assistant.faults import SENTENCES, ModelFault, foreign, masked
from assistant.model import ANSWER_LIMIT, Message, Model, address, connect, connect_plain
from assistant.settings import Endpoint, Settings
from checks.errors import UserError
from checks.parsing.secrecy import refuse, stamp

from .openai_stub import ANSWER, ECHO, Stub

ASKED = [Message("system", "Viết bằng tiếng Việt."), Message("user", "Soạn phần mục tiêu.")]
ROOT = Path(__file__).parents[2]


def settings(url: str, **values: Any) -> Settings:
    values = {"timeout": 0.6, "retries": 0, "api_key": SecretStr(ECHO), "model": "thu", **values}
    return Settings(llm=Endpoint(base_url=url, **values))


def model(stub: Stub, **values: Any) -> Model:
    found = connect(settings(stub.url, **values))
    assert found is not None
    return found


def plain(stub: Stub, **values: Any) -> Model:
    found = connect_plain(settings(stub.url, **values))
    assert found is not None
    return found


def fault_of(answering: Model) -> ModelFault:
    with pytest.raises(ModelFault) as told:
        list(answering(ASKED))
    return told.value


def test_an_answer_comes_piece_by_piece() -> None:
    with Stub() as stub:
        pieces = list(model(stub)(ASKED))
    assert "".join(pieces) == ANSWER
    assert len(pieces) > 10
    assert stub.paths == ["/v1/chat/completions"]


def test_an_answer_that_trickles_ends_at_its_limit_with_what_came() -> None:
    with Stub(answer="Phát động thi đua. " * 200) as stub:
        stub.pause = 0.05
        began = time.monotonic()
        fault = fault_of(model(stub, limit=0.8))
    assert fault.kind == "endless"
    assert fault.received.startswith("Phát động")
    assert time.monotonic() - began < 5


def test_a_server_that_only_shows_signs_of_life_is_left_at_the_limit() -> None:
    with Stub("alive") as stub:
        stub.pause = 0.05
        fault = fault_of(model(stub, limit=0.8))
        assert fault.kind == "silent"
        assert "CHITHI_LLM__LIMIT" in str(fault)


def test_with_the_responses_switch_both_clients_ask_the_responses_path() -> None:
    with Stub() as stub:
        assert "".join(model(stub, responses=True)(ASKED)) == ANSWER
        assert "".join(plain(stub, responses=True)(ASKED)) == ANSWER
    assert stub.paths == ["/v1/responses"] * 2


def test_without_an_endpoint_there_is_no_model() -> None:
    assert connect(Settings(llm=Endpoint())) is None


FAULTS = {
    "busy": "busy", "key": "key", "model": "model", "server": "server", "refused": "refused", "page": "page",
    "long-request": "too-long-request", "redirect": "redirect", "slow": "slow", "empty": "empty", "long": "long", "filtered": "filtered",
}  # fmt: skip
BEGUN = {"cut": "cut", "clean-end": "cut", "error-inside": "server", "bad-event": "broken", "stall": "cut"}


@pytest.mark.parametrize("played", FAULTS)
def test_a_fault_before_an_answer_has_its_sentence(played: str) -> None:
    with Stub(played) as stub:
        streamed = fault_of(model(stub))
        whole = fault_of(plain(stub))
    assert (streamed.kind, whole.kind) == (FAULTS[played], FAULTS[played])
    assert str(streamed) == SENTENCES[streamed.kind]


@pytest.mark.parametrize("played", BEGUN)
def test_a_fault_in_the_middle_keeps_the_text_that_came(played: str) -> None:
    with Stub(played) as stub:
        fault = fault_of(model(stub))
    assert (fault.kind, fault.received.strip()) == (BEGUN[played], " ".join(ANSWER.split()[:4]))


@pytest.mark.parametrize("played", FAULTS)
def test_the_responses_switch_changes_no_fault(played: str) -> None:
    with Stub(played) as stub:
        streamed = fault_of(model(stub, responses=True))
        whole = fault_of(plain(stub, responses=True))
    assert (streamed.kind, whole.kind) == (FAULTS[played], FAULTS[played])


@pytest.mark.parametrize(
    ("played", "kind"), [("cut", "cut"), ("clean-end", "cut"), ("error-inside", "server"), ("failed", "server"), ("bad-event", "broken")]
)  # fmt: skip
def test_a_fault_in_the_middle_of_responses_keeps_the_text_that_came(played: str, kind: str) -> None:
    with Stub(played) as stub:
        fault = fault_of(model(stub, responses=True))
    assert (fault.kind, fault.received.strip()) == (kind, " ".join(ANSWER.split()[:4]))


@pytest.mark.parametrize("responses", [False, True])
@pytest.mark.parametrize("played", ["error-200", "no-choices", "cut-body"])
def test_an_answer_that_is_none_is_never_taken_for_one(played: str, responses: bool) -> None:
    with Stub(played) as stub:
        told = fault_of(model(stub, responses=responses)), fault_of(plain(stub, responses=responses))
    assert {fault.kind for fault in told} <= {"server", "closed"}
    assert all(fault.received == "" for fault in told)


def test_a_huge_answer_is_cut_where_a_section_ends() -> None:
    with Stub(answer="Thi đua. " * 600_000) as stub, pytest.raises(ModelFault) as told:
        list(plain(stub, timeout=20)(ASKED))
    assert (told.value.kind, len(told.value.received)) == ("long", ANSWER_LIMIT + 1)


def test_a_closed_port_has_its_sentence() -> None:
    with Stub() as stub:
        closed = stub.url
    found = connect(settings(closed))
    assert found is not None
    assert fault_of(found).kind == "closed"


def test_a_whole_answer_that_is_no_json_is_told() -> None:
    with Stub("no-json") as stub:
        assert fault_of(plain(stub)).kind == "broken"


@pytest.mark.parametrize(
    "answer",
    [
        "The departments shall organise the emulation movement and report results every quarter of the year.",
        "各部门要认真组织开展竞赛活动。",
        "Les services organisent le mouvement et rendent compte de leurs résultats chaque trimestre.",
    ],
)
def test_another_language_has_its_sentence(answer: str) -> None:
    with Stub(answer=answer) as stub:
        fault = fault_of(model(stub))
    assert (fault.kind, fault.received) == ("language", answer)


def test_vietnamese_is_not_taken_for_another_language() -> None:
    texts = [p.read_text("utf-8") for p in sorted((ROOT / "corpus").glob("*/document.txt"))]
    assert not any(foreign(line) for text in texts for line in text.split("\n"))


def test_a_busy_server_is_asked_again() -> None:
    with Stub("busy-twice") as stub:
        assert "".join(model(stub, retries=2)(ASKED)) == ANSWER
    assert len(stub.asked) == 3


def test_a_server_without_json_schema_is_asked_again_without() -> None:
    with Stub("strict") as stub:
        assert "".join(model(stub)(ASKED, {"type": "object"})) == ANSWER
    assert ["response_format" in body for body in stub.asked] == [True, False]


def test_closing_the_answer_cancels_it() -> None:
    with Stub("stall") as stub:
        answer = model(stub, timeout=5)(ASKED)
        next(answer)
        begun = time.monotonic()
        answer.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 1


def test_the_key_is_in_no_sentence_and_no_detail() -> None:
    with Stub("key") as stub:
        fault = fault_of(model(stub))
    chain, seen = fault, ""
    while chain is not None:
        seen += f"{chain} {chain!r} {getattr(chain, 'detail', '')}"
        chain = chain.__cause__ or chain.__context__  # type: ignore[assignment]
    assert ECHO not in seen
    assert fault.detail


def test_keys_are_masked() -> None:
    assert masked("Bearer abc.def và khoa-rieng", "khoa-rieng") == "*** và ***"


@pytest.mark.parametrize(
    "url",
    [
        "http://mo-hinh.example/v1", "ftp://127.0.0.1/v1", "https://169.254.169.254/v1", "https://2130706433/v1", "https://[::ffff:169.254.1.1]/v1",
        "https://nguoi:mk@may.example/v1", "file:///etc/passwd", "http://127.0.0.1.evil.example/v1", "http://0.0.0.0/v1", "khong-phai", "https://[1/v1",
    ],
)  # fmt: skip
def test_an_address_that_is_neither_https_nor_this_machine_is_refused(url: str) -> None:
    with pytest.raises(UserError, match="CHITHI_LLM__BASE_URL"):
        connect(settings(url))


@pytest.mark.parametrize("url", ["https://mo-hinh.example/v1", "http://127.0.0.1:8000/v1", "http://[::1]:1/v1"])
def test_https_and_this_machine_are_allowed(url: str) -> None:
    assert address(settings(url).llm) == url


def test_organisation_and_proxy_of_the_machine_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "co-quan-khac")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "du-an-khac")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/khac")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Stub() as stub:
        assert "".join(model(stub)(ASKED)) == "".join(plain(stub)(ASKED)) == ANSWER
    assert not any("co-quan-khac" in str(h) or "du-an-khac" in str(h) for h in stub.headers)


def test_langchain_traces_nothing_whatever_the_machine_says(tmp_path: Path) -> None:
    with Stub() as stub, Stub() as tracer:
        script = tmp_path / "run.py"
        script.write_text(
            "import langsmith.utils as u; u.get_env_var('TRACING')\n"
            "from assistant.model import *; from assistant.settings import load\n"
            "assert ''.join(connect(load())([Message('user', 'Viết.')]))\n"
            "import langsmith; print(u.tracing_is_enabled.__name__)\n"
            "import time; time.sleep(0.5)\n",
            "utf-8",
        )
        env = {
            "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LANGSMITH_TRACING": "true", "LANGCHAIN_TRACING_V2": "true",
            "LANGSMITH_API_KEY": "x", "LANGSMITH_ENDPOINT": tracer.url, "CHITHI_LLM__BASE_URL": stub.url, "CHITHI_LLM__MODEL": "thu",
        }  # fmt: skip
        run = subprocess.run([sys.executable, str(script)], env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert (len(stub.asked), tracer.asked) == (1, [])


@pytest.mark.parametrize(
    "text",
    ["MẬT\nỦY BAN NHÂN DÂN", "Độ mật: Tối mật", "(TUYỆT MẬT)", "T Ố I  M Ậ T", "Số: 01\nTỐI MẬT\nKẾ HOẠCH", "MẬT"],
)
def test_a_stamped_text_goes_to_no_model(text: str) -> None:
    with Stub() as stub, pytest.raises(UserError, match="không được gửi"):
        list(model(stub)([Message("user", f"Tài liệu 1: {text}")]))
    assert stub.asked == []


@pytest.mark.parametrize(
    "text", ["Luật Bảo vệ bí mật nhà nước", "TĂNG CƯỜNG BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Nuôi ong lấy mật", "Độ mật: không"]
)
def test_a_text_about_secrets_is_not_stamped(text: str) -> None:
    assert stamp(text) == ""


def test_no_shipped_text_is_taken_for_a_secret_one() -> None:
    refuse(p.read_text("utf-8") for p in (ROOT / "corpus").glob("*/document.txt"))


def test_nothing_of_a_model_is_imported_before_one_is_asked() -> None:
    code = (
        "import sys, assistant.model, assistant.pipeline\n"
        "assert not {'openai', 'langchain_core', 'langchain_openai', 'httpx2'} & set(sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
