"""``chithi check --languagetool URL``, against a real LanguageTool and against servers that behave badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from checks import languagetool as client
from tests.assistant.proofreading.test_server import serving

TEXT = "Các thôn, bản Kơxia 😀 và đơn vị xsmart thi đua; nghành giáo dục đạt 800ha.\n"
LANGUAGES = [{"name": "Vietnamese", "code": "vi", "longCode": "vi"}]


@pytest.fixture(autouse=True)
def _forget() -> None:
    client._answer_or_problem.cache_clear()


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "van-ban.txt"
    file.write_text(TEXT, "utf-8")
    return file


@pytest.fixture
def check(text: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    def run(url: str, *options: str) -> tuple[int, dict[str, Any]]:
        command = ["check", "--isolated", "--format=json", f"--languagetool={url}", *options, str(text)]
        status = main(command)
        return status, json.loads(capsys.readouterr().out)["files"][0]

    return run


def theirs(file: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(f["text"], f["severity"], f["source"]) for f in file["findings"] if f["rule"] == "languagetool"]


def test_a_real_languagetool_adds_only_what_our_rules_do_not_say(
    languagetool: str, check: Callable[..., tuple[int, dict[str, Any]]]
) -> None:
    _, file = check(languagetool)
    ours = {f["text"] for f in file["findings"] if f["rule"] != "languagetool"}
    assert "nghành" in ours
    assert theirs(file) == [("xsmart", "style", client.SOURCE)]
    assert "languagetool" in file["evaluated"]


def test_the_dictionary_of_the_office_answers_languagetool_too(
    languagetool: str, text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (text.parent / "tu-dien.txt").write_text("xsmart\n", "utf-8")
    (text.parent / "chithi.toml").write_text('dictionary = "tu-dien.txt"\n', "utf-8")
    main(["check", "--format=json", f"--languagetool={languagetool}", str(text)])
    file = json.loads(capsys.readouterr().out)["files"][0]
    assert (theirs(file), [f["text"] for f in file["suppressed"] if f["rule"] == "languagetool"]) == ([], ["xsmart"])


def test_our_own_server_is_a_languagetool_too_and_says_nothing_new(
    check: Callable[..., tuple[int, dict[str, Any]]],
) -> None:
    with serving() as port:
        status, file = check(f"http://127.0.0.1:{port}/v2")
    assert (status, theirs(file)) == (1, [])


def unchecked(file: dict[str, Any]) -> str:
    (left,) = [item for item in file["not_evaluated"] if item["rule"] == "languagetool"]
    assert left["crashed"]
    return str(left["reason"])


def test_a_dead_server_is_not_checked_and_never_green(check: Callable[..., tuple[int, dict[str, Any]]]) -> None:
    status, file = check("http://127.0.0.1:9")
    assert status == 2
    assert unchecked(file).startswith("máy chủ LanguageTool ở http://127.0.0.1:9/v2/languages không trả lời")
    assert [f["rule"] for f in file["findings"] if f["text"] == "nghành"]


@contextmanager
def server(answers: dict[str, tuple[int, str]]) -> Iterator[str]:
    """A server that says what it is told to; the path of each request is kept."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, body = answers.get(self.path, (404, "Error: unknown"))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", body)
            self.end_headers()
            self.wfile.write(body.encode())

        do_GET = do_POST = answer  # noqa: N815 - names of the standard library

        def log_message(self, *_: object) -> None: ...

    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


@pytest.mark.parametrize(
    ("languages", "matches", "told"),
    [
        ((200, '[{"code": "en", "longCode": "en"}]'), (200, "{}"), "không có tiếng Việt"),
        ((200, "<html>"), (200, "{}"), "không phải máy chủ LanguageTool"),
        ((200, "5"), (200, "{}"), "không phải máy chủ LanguageTool"),
        ((302, "http://127.0.0.1:9/"), (200, "{}"), "trả lời 302"),
        ((200, json.dumps(LANGUAGES)), (413, "Error: too long"), "trả lời 413: Error: too long"),
        ((200, json.dumps(LANGUAGES)), (200, "[]"), "trả lời không đúng dạng"),
    ],
)
def test_what_a_server_says_wrong_is_one_sentence(
    check: Callable[..., tuple[int, dict[str, Any]]],
    languages: tuple[int, str],
    matches: tuple[int, str],
    told: str,
) -> None:
    with server({"/v2/languages": languages, "/v2/check": matches}) as url:
        status, file = check(url)
    assert (status, told in unchecked(file)) == (2, True)


def test_matches_that_make_no_sense_are_left_out(check: Callable[..., tuple[int, dict[str, Any]]]) -> None:
    place = TEXT.encode("utf-16-le").index("xsmart".encode("utf-16-le")) // 2
    matches = [
        {"offset": -1, "length": 2},
        {"offset": 0, "length": 10_000},
        {"offset": "0", "length": 1},
        {"offset": 0, "length": 0},
        5,
        {"offset": place, "length": 6, "replacements": 7, "rule": 5, "message": None},
        {"offset": place, "length": 6, "message": "again"},
    ]
    answers = {"/v2/languages": (200, json.dumps(LANGUAGES)), "/v2/check": (200, json.dumps({"matches": matches}))}
    with server(answers) as url:
        _, file = check(url)
    assert [found[0] for found in theirs(file)] == ["xsmart"]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://lt.tinh.example/v2", "hãy dùng địa chỉ https"),
        ("ftp://127.0.0.1/", "không phải địa chỉ"),
        ("languagetool", "không phải địa chỉ"),
        ("https://ten:mat-khau@lt.tinh.example/", "không được chứa tên hay mật khẩu"),
    ],
)
def test_a_text_is_sent_over_no_open_wire(text: Path, capsys: pytest.CaptureFixture[str], url: str, told: str) -> None:
    assert main(["check", f"--languagetool={url}", str(text)]) == 2
    assert told in capsys.readouterr().err


def test_a_secret_text_does_not_leave_this_machine(
    text: Path, check: Callable[..., tuple[int, dict[str, Any]]]
) -> None:
    text.write_text("TỐI MẬT\n" + TEXT, "utf-8")
    _, file = check("https://lt.tinh.example")
    assert unchecked(file) == "văn bản có dấu “TỐI MẬT” không được gửi ra khỏi máy này"


def test_it_may_be_ignored_or_graded_like_any_rule(
    languagetool: str, text: Path, check: Callable[..., tuple[int, dict[str, Any]]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert theirs(check(languagetool, "--ignore=languagetool")[1]) == []
    (text.parent / "chithi.toml").write_text('[severity]\nlanguagetool = "warning"\n', "utf-8")
    main(["check", "--format=json", f"--languagetool={languagetool}", str(text)])
    assert theirs(json.loads(capsys.readouterr().out)["files"][0])[0][1] == "warning"


def test_every_format_can_tell_what_it_found(languagetool: str, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "sarif", "github", "gitlab", "junit", "rdjson", "html"):
        main(["check", "--isolated", f"--format={form}", f"--languagetool={languagetool}", str(text)])
        assert "LanguageTool (VI_SPELLER_RULE): Possible spelling mistake found." in capsys.readouterr().out, form
