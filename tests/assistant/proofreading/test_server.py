"""The server as clients nobody here wrote see it."""

from __future__ import annotations

import asyncio
import http.client
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

import language_tool_python
import pytest
import uvicorn

from assistant.cli import main
from assistant.proofreading.endpoints import BUSY, application
from assistant.proofreading.server import usual_processes
from assistant.proofreading.serving import Answers, BusyError, Checkers, GoneError, Known, Words
from checks.language import context
from checks.language.train import rebuild
from tests.ports import free_port

WRONG = "Diện tích rừng đạt 800ha, thu ngân sách đạt 15 tỷ đồng."


@contextmanager
def serving(app: object = None) -> Iterator[int]:
    """A real server on a free port of this machine, for as long as the block runs."""
    app = app or application()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))  # type: ignore[arg-type]
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serving() as here:
        yield here


def _send(
    port: int, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    text = answer.read().decode()
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    connection.close()
    return answer.status, text


def test_language_tool_python_checks_and_corrects_through_us(port: int) -> None:
    with language_tool_python.LanguageTool("vi-VN", remote_server=f"http://127.0.0.1:{port}") as tool:
        assert tool.correct("😀 " + WRONG) == "😀 " + WRONG.replace("800ha", "800 ha")


def test_language_tool_python_places_a_match_beyond_the_first_plane(port: int) -> None:
    text = "😀😀\n" + WRONG
    with language_tool_python.LanguageTool("vi", remote_server=f"http://127.0.0.1:{port}") as tool:
        (match, *_) = tool.check(text)
        assert text[match.offset : match.offset + match.error_length].startswith("800")


def test_errors_are_plain_text_with_languagetools_status(port: int) -> None:
    assert _send(port, "POST", "/v2/check", b"text=a&language=xx")[0] == 400
    assert _send(port, "POST", "/v2/check", b"language=vi")[1].startswith("Error: ")
    assert _send(port, "GET", "/v2/nothing") == (404, "Error: Unsupported action")
    assert _send(port, "GET", "/else")[0] == 400
    assert _send(port, "POST", "/v2/check", b"text=" + b"a" * 3_000_000 + b"&language=vi")[0] == 413


def test_browsers_may_ask_from_other_pages(port: int) -> None:
    assert _send(port, "OPTIONS", "/v2/check")[0] == 204


def test_the_health_check_answers_ok(port: int) -> None:
    assert _send(port, "GET", "/v2/healthcheck") == (200, "OK")


def test_a_token_is_asked_where_one_is_set() -> None:
    with serving(application(token="bí-mật")) as port:
        body = f"text={WRONG}&language=vi".encode()
        assert _send(port, "POST", "/v2/check", body)[0] == 403
        assert _send(port, "POST", "/v2/check", b"text=a&language=vi&apiKey=b%C3%AD-m%E1%BA%ADt")[0] == 200


def test_the_dictionary_is_read_again_when_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "tu-dien.txt"
    file.write_text("Nậm Kha\n", "utf-8")
    words = Words(file)
    assert "nậm kha" in words.now().words
    file.write_text("Nậm Khòa\n", "utf-8")
    os.utime(file, (1, 1))
    assert words.now().words == frozenset({"nậm khòa"})


def test_an_answer_is_given_anew_by_new_words(tmp_path: Path) -> None:
    file = tmp_path / "tu-dien.txt"
    file.write_text("", "utf-8")
    body = "text=Nghành giáo dục&language=vi".encode()
    with serving(application(dictionary=file)) as port:
        before = [_send(port, "POST", "/v2/check", body) for _ in range(2)]
        file.write_text("nghành\n", "utf-8")
        after = json.loads(_send(port, "POST", "/v2/check", body)[1])["matches"]
    assert (before[0], len(json.loads(before[0][1])["matches"]), after) == (before[1], 1, [])


def test_an_answer_is_given_anew_by_a_new_context_table(tmp_path: Path) -> None:
    sentence = "Các xã không đế người dân thiếu nước."
    for number in (1, 2):  # what two papers of the office have is believed
        (tmp_path / "kho" / str(number)).mkdir(parents=True)
        (tmp_path / "kho" / str(number) / "document.txt").write_text(f"Năm 202{number}. {sentence}", "utf-8")
    body = f"text={sentence}&language=vi".encode()
    context.use(tmp_path / "context.bin")
    try:
        with serving() as port:
            before = json.loads(_send(port, "POST", "/v2/check", body)[1])["matches"]
            rebuild(tmp_path / "kho", tmp_path / "context.bin")
            after = json.loads(_send(port, "POST", "/v2/check", body)[1])["matches"]
    finally:
        context.use(None)
    assert (len(before), after) == (1, [])


def test_requests_that_differ_in_what_matters_are_not_taken_for_one_another() -> None:
    form = {"text": "a", "language": "vi"}
    others = [
        form | {"level": "picky"},
        form | {"disabledRules": "A"},
        {"data": "a", "language": "vi"},
        {"text": "alanguage=2=vi", "language": ""},
    ]
    assert Answers.key(form | {"apiKey": "x"}) == Answers.key(form)
    assert Answers.key(form) not in map(Answers.key, others)


def test_answers_kept_have_a_limit() -> None:
    answers, known = Answers(largest=4000), Known(frozenset(), 0.0)
    answers.get(b"", known)
    for number in range(100):
        answers.keep(bytes([number]), known, b"x" * 100)
    assert [bool(answers.get(bytes([number]), known)) for number in (0, 89, 90, 99)] == [False, False, True, True]


def test_what_one_client_was_told_is_told_to_another_and_to_nobody_without_the_token() -> None:
    body = f"text={WRONG}&language=vi".encode()
    with serving(application(token="abc")) as port:
        first = _send(port, "POST", "/v2/check", body, {"Authorization": "Bearer abc"})
        refused = [_send(port, "POST", "/v2/check", body, given)[0] for given in ({}, {"Authorization": "Bearer abd"})]
        again = _send(port, "POST", "/v2/check", body + b"&apiKey=abc")
    assert (first[0], refused, again) == (200, [403, 403], first)


def test_when_too_many_texts_wait_one_more_is_told_so_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.proofreading.serving.WAITING", 1)
    monkeypatch.setattr("assistant.proofreading.serving.SECONDS_TO_WAIT", 60)
    bodies = [f"text={number} {WRONG * 500}&language=vi".encode() for number in range(3)]
    with serving() as port, ThreadPoolExecutor(3) as clients:
        sent = [clients.submit(_send, port, "POST", "/v2/check", body) for body in bodies]
        first = next(as_completed(sent)).result()
        answers = sorted(one.result() for one in sent)
    assert first == answers[-1] == (503, f"Error: {BUSY}")
    assert [status for status, _ in answers] == [200, 200, 503]


def test_a_text_that_waited_too_long_is_told_so_and_the_next_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.proofreading.serving.SECONDS_TO_WAIT", 0.05)

    async def asked() -> tuple[bytes, bytes]:
        checkers = Checkers()
        slow = asyncio.create_task(checkers.run(lambda: time.sleep(0.5) or b"slow", _waits))
        await asyncio.sleep(0)
        with pytest.raises(BusyError):
            await checkers.run(lambda: b"too late", _waits)
        answers = await slow, await checkers.run(lambda: b"next", _waits)
        checkers.stop()
        return answers

    assert asyncio.run(asked()) == (b"slow", b"next")


def test_what_nobody_waits_for_any_more_is_not_checked() -> None:
    checked = []

    async def asked() -> None:
        checkers = Checkers()
        slow = asyncio.create_task(checkers.run(lambda: time.sleep(0.1) or b"slow", _waits))
        await asyncio.sleep(0)
        with pytest.raises(GoneError):
            await checkers.run(lambda: checked.append(1) or b"", _left)
        await slow
        checkers.stop()

    asyncio.run(asked())
    assert checked == []


async def _waits() -> bool:
    return False


async def _left() -> bool:
    return True


def test_several_processes_check_and_one_that_is_killed_is_replaced() -> None:
    with serving(application(processes=2)) as port:
        first = _send(port, "POST", "/v2/check", f"text={WRONG}&language=vi".encode())
        for process in multiprocessing.active_children():
            process.kill()
        second = _send(port, "POST", "/v2/check", f"text={WRONG} Hết.&language=vi".encode())
    assert (first[0], second[0]) == (200, 200)
    assert len(json.loads(second[1])["matches"]) == len(json.loads(first[1])["matches"]) == 1


def test_an_unreasonable_number_of_processes_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--processes", "0"])
    assert "không phải số từ 1 đến 64" in capsys.readouterr().err


def test_one_person_is_served_by_one_process_and_an_office_by_more() -> None:
    assert usual_processes("127.0.0.1") == 1
    assert usual_processes("may-chu.vi-du.vn") == min(os.cpu_count() or 1, 4)


def test_a_request_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.proofreading.endpoints.SECONDS_TO_SEND", 0.2)
    with serving() as port, socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
        slow.sendall(b"POST /v2/check HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\ntext=")
        assert slow.recv(100).startswith(b"HTTP/1.1 408")


@contextmanager
def started(*options: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """``chithi serve`` as its own process."""
    port = free_port()
    command = [sys.executable, "-m", "assistant.cli", "serve", "--port", str(port), *options]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        while _status(port) != 200:
            assert server.poll() is None
            time.sleep(0.1)
        yield port, server
    finally:
        server.kill()
        server.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_what_is_under_way_is_answered_before_the_server_stops(processes: str) -> None:
    body = f"text={WRONG}&language=vi".encode()
    with started("--processes", processes) as (port, server):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/v2/healthcheck")
        connection.getresponse().read()
        connection.putrequest("POST", "/v2/check")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body[:10])
        time.sleep(1)
        server.terminate()
        time.sleep(0.2)
        connection.send(body[10:])
        answer = connection.getresponse()
        assert (answer.status, len(json.loads(answer.read())["matches"])) == (200, 1)
        assert server.wait(30) == -signal.SIGTERM


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc")
def test_no_process_outlives_a_server_that_was_killed() -> None:
    with started("--processes", "2") as (port, server):
        _send(port, "POST", "/v2/check", f"text={WRONG}&language=vi".encode())
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        server.kill()
        server.wait()
        deadline = time.monotonic() + 20
        while any(map(_runs, children)) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert children
        assert not any(map(_runs, children))


def _runs(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _status(port: int) -> int:
    try:
        return _send(port, "GET", "/v2/healthcheck")[0]
    except OSError:
        return 0
