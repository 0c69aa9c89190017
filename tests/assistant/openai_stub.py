"""A server that speaks the OpenAI protocol and plays every fault; the standard library only.

    with Stub("cut", answer="Phát động …") as stub: … stub.url, stub.asked

The model name of a request may also name the fault, so that one server plays several.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ANSWER = "Các cơ quan, đơn vị nghiêm túc tổ chức phát động phong trào thi đua, bảo đảm thiết thực, hiệu quả."
ECHO = "sk-planted-0123456789"
"""A key some servers echo in their refusal."""
STATUS = {"busy": 429, "key": 401, "model": 404, "server": 503, "refused": 422, "strict": 400, "long-request": 400}


class Stub:
    """The server, running while in its ``with`` block."""

    def __init__(self, fault: str = "", answer: str = ANSWER, port: int = 0) -> None:
        self.fault = fault
        self.answers = [answer]
        self.asked: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.vector: Callable[[str], list[float]] = lambda text: [float(len(text)), 1.0]
        self.slow = 1.5
        self.pause = 0.0
        """Seconds before each piece of a stream, so that a person can press a button."""
        self.held_at = ""
        self.go_on = threading.Event()
        """A stream waits before the piece with the words ``held_at`` until it may go on."""
        stub = self

        class Handler(_Handler):
            owner = stub

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.server.daemon_threads = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def __enter__(self) -> Stub:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *told: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self) -> str:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: Stub

    def log_message(self, *args: object) -> None:
        """Tests print nothing."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.owner.asked.append(body)
        self.owner.paths.append(self.path)
        self.owner.headers.append(dict(self.headers.items()))
        fault = self.owner.fault
        if fault == "busy-twice":
            fault = "busy" if len(self.owner.asked) < 3 else ""
        if fault == "strict" and "response_format" not in body:
            fault = ""
        if fault in STATUS:
            self._refuse(STATUS[fault], fault)
        elif fault == "redirect":
            self.send_response(307)
            self.send_header("location", "http://127.0.0.1:9/v1/chat/completions")
            self.send_header("content-length", "0")
            self.end_headers()
        elif fault == "page":
            self._send(b"<html><body>Dang nhap</body></html>", "text/html; charset=utf-8")
        elif fault == "slow":
            time.sleep(self.owner.slow)
            self.close_connection = True
        elif fault == "error-200":
            self._send(
                b'{"error": {"message": "GPU het bo nho", "type": "server_error", "code": 500}}', "application/json"
            )
        elif fault == "no-choices":
            self._send(
                b'{"id": "1", "object": "chat.completion", "created": 1, "model": "thu", "choices": []}',
                "application/json",
            )
        elif fault == "cut-body":
            self._cut_body()
        elif fault == "no-json":
            self._send(b'{"id": "1", "choices": [', "application/json")
        elif body.get("stream"):
            self._stream(self._events(body, fault), fault)
        else:
            self._send(json.dumps(self._whole(body, fault), ensure_ascii=False).encode(), "application/json")

    def _refuse(self, status: int, fault: str) -> None:
        told = {
            "key": f"Incorrect API key provided: {ECHO}",
            "strict": "response_format json_schema is not supported",
            "long-request": "This model's maximum context length is 4096 tokens",
        }
        error = {"message": told.get(fault, fault), "type": fault, "code": fault, "param": None}
        self._send(json.dumps({"error": error}).encode(), "application/json", status)

    def _send(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.send_header("openai-organization", "co-quan-thu-nghiem")
        self.send_header("set-cookie", "__cf_bm=bi-mat")
        self.send_header("retry-after", "0.01")
        self.end_headers()
        self.wfile.write(data)

    def _cut_body(self) -> None:
        """The line breaks in the middle of a whole answer."""
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", "4096")
        self.end_headers()
        self.wfile.write(b'{"id": "1", "choices": [')
        self.close_connection = True

    def _whole(self, body: dict[str, Any], fault: str) -> dict[str, Any]:
        if self.path.endswith("/embeddings"):
            made = [
                {"object": "embedding", "index": n, "embedding": self.owner.vector(t)}
                for n, t in enumerate(body["input"])
            ]
            return {"object": "list", "model": body["model"], "data": made[: 1 if fault == "short" else None]}
        text = "" if fault == "empty" else self.owner.answer()
        finish = {"long": "length", "filtered": "content_filter"}.get(fault, "stop")
        if self.path.endswith("/responses"):
            return _response(body["model"], text, fault)
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
        return {"id": "1", "object": "chat.completion", "created": 1, "model": body["model"], "choices": [choice]}

    def _events(self, body: dict[str, Any], fault: str) -> Iterator[str]:
        text = "" if fault == "empty" else self.owner.answer()
        words = [word + " " for word in text.split(" ")]
        words[-1] = words[-1][:-1]
        if self.path.endswith("/responses"):
            yield from _response_events(body["model"], text, words, fault)
            return
        head = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": body["model"]}
        for n, word in enumerate(words):
            if n == 4 and fault == "error-inside":
                yield 'data: {"error": {"message": "GPU het bo nho", "type": "server_error", "code": 500}}\n\n'
                return
            if n == 4 and fault == "bad-event":
                yield "data: {day khong phai JSON\n\n"
                return
            if n == 4 and fault == "stall":
                time.sleep(self.owner.slow)
            if n == 4 and fault in ("cut", "clean-end"):
                return
            yield _event({**head, "choices": [{"index": 0, "delta": {"content": word}, "finish_reason": None}]})
        finish = {"long": "length", "filtered": "content_filter"}.get(fault, "stop")
        yield _event({**head, "choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
        yield "data: [DONE]\n\n"

    def _stream(self, events: Iterator[str], fault: str) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        try:
            while fault == "alive":  # signs of life, never a word
                time.sleep(self.owner.pause)
                self.wfile.write(b"3\r\n:\n\n\r\n")
            for event in events:
                time.sleep(self.owner.pause)
                if self.owner.held_at and self.owner.held_at in event:
                    self.owner.go_on.wait()
                data = event.encode()
                self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
                self.wfile.flush()
            if fault == "cut":
                self.connection.shutdown(socket.SHUT_RDWR)
            else:
                self.wfile.write(b"0\r\n\r\n")
        except OSError:
            pass  # the client has cancelled
        self.close_connection = True


def _event(value: dict[str, Any]) -> str:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n"


STOPS = {"long": "max_output_tokens", "filtered": "content_filter"}


def _response(model: str, text: str, fault: str = "") -> dict[str, Any]:
    content = [{"type": "output_text", "text": text, "annotations": []}]
    item = {"id": "m1", "type": "message", "role": "assistant", "status": "completed", "content": content}
    cut = STOPS.get(fault)
    return {
        "id": "r1", "object": "response", "created_at": 1, "model": model, "status": "incomplete" if cut else "completed",
        "incomplete_details": {"reason": cut} if cut else None, "output": [item],
        "parallel_tool_calls": False, "tool_choice": "none", "tools": [],
    }  # fmt: skip


def _response_events(model: str, text: str, words: list[str], fault: str = "") -> Iterator[str]:
    whole = _response(model, text, fault)
    item = {**whole["output"][0], "content": [], "status": "in_progress"}
    part = {"type": "output_text", "text": "", "annotations": []}
    here = {"item_id": "m1", "output_index": 0, "content_index": 0}
    opening: list[dict[str, Any]] = [
        {"type": "response.created", "response": {**whole, "status": "in_progress", "output": []}},
        {"type": "response.output_item.added", "output_index": 0, "item": item},
        {"type": "response.content_part.added", **here, "part": part},
    ]
    said = [{"type": "response.output_text.delta", **here, "delta": word, "logprobs": []} for word in words]
    closing: list[dict[str, Any]] = [
        {"type": "response.output_text.done", **here, "text": text, "logprobs": []},
        {"type": "response.content_part.done", **here, "part": {**part, "text": text}},
        {"type": "response.output_item.done", "output_index": 0, "item": whole["output"][0]},
        {"type": f"response.{whole['status']}", "response": whole},
    ]
    if fault in ("cut", "clean-end"):
        said, closing = said[:4], []
    if fault in ("error-inside", "failed"):
        error = {"code": "server_error", "message": "GPU het bo nho"}
        failed = {**whole, "status": "failed", "error": error, "output": []}
        told = {"type": "error", **error, "param": None}
        said, closing = said[:4], [told if fault == "error-inside" else {"type": "response.failed", "response": failed}]
    for number, event in enumerate((*opening, *said, *closing)):
        if fault == "bad-event" and number == len(opening) + 4:
            yield "data: {day khong phai JSON\n\n"
            return
        yield f"event: {event['type']}\n{_event({**event, 'sequence_number': number})}"
