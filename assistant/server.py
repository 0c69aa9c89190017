"""``chithi serve``: LibreOffice, editors and scripts that know LanguageTool proofread Vietnamese through us."""

from __future__ import annotations

import argparse
import asyncio
import hmac
import ipaddress
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.errors import UserError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

    from assistant.serving import Known

LARGEST_BODY = 2_000_000
"""Bytes; three for each letter of the longest text, percent-encoded."""
SECONDS_TO_FINISH = 10
SECONDS_TO_SEND = 30
"""For one request to arrive; who sends a byte now and then would hold a place for ever."""
SWITCH = 0.001
"""Seconds after which a check lets the server take the next request; Python's own five would be felt."""
MOST_CONNECTIONS = 900
"""Of clients that keep theirs open between two paragraphs too; a process may usually hold 1,024."""
BUSY = "There are currently too many parallel requests. Please try again later."
"""As LanguageTool says it."""
CLIENT_GONE = 499
PORT = 8081
MOST_PROCESSES = 64
USUAL_PROCESSES = 4
"""For an office; each takes some 100 MB. One person's paragraphs come one after another, and one thread is soonest there."""
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Accept, Authorization",
    "Access-Control-Max-Age": "86400",
}


def application(token: str = "", dictionary: Path | None = None, processes: int = 1) -> Starlette:
    """The ASGI application. ``token``: asked of every request for a check; empty asks nothing."""
    from starlette.applications import Starlette
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from assistant import languagetool as protocol
    from assistant.languagetool_request import LONGEST, RefusedError, fields, query
    from assistant.serving import Answers, BusyError, Checkers, GoneError, Words
    from checks.rules import all_rules
    from checks.version import VERSION

    rules = all_rules()
    words, answers, checkers = Words(dictionary), Answers(), Checkers(processes)
    words.now()

    def reply(value: Any) -> Response:
        return PlainTextResponse(_json(value), headers=CORS, media_type="application/json")

    def refuse(status: int, message: str) -> Response:
        later = {"Retry-After": "1"} if status == 503 else {}
        return PlainTextResponse(f"Error: {message}", status, headers=CORS | later)

    async def check(request: Request) -> Response:
        try:
            sent = await _body(request) if request.method == "POST" else request.scope["query_string"]
            # Only who was let in has an answer kept under what was sent, token and all.
            exact = answers.exact(sent, request.headers.get("authorization", "").encode())
            known = words.now()
            body = answers.get(exact, known) or await judged(request, sent, known)
            answers.keep(exact, known, body)
            return PlainTextResponse(body, headers=CORS, media_type="application/json")
        except RefusedError as refused:
            return refuse(refused.status, str(refused))
        except BusyError:
            return refuse(503, BUSY)
        except GoneError:
            return PlainTextResponse(status_code=CLIENT_GONE)

    async def judged(request: Request, sent: bytes, known: Known) -> bytes:
        form = fields(sent)
        asked = query(form)
        if token and not _allowed(request, asked.token, token):
            raise RefusedError(403, "A valid 'apiKey' or Authorization header is required by this server")
        key = answers.key(form)
        body = answers.get(key, known)
        if body is None:
            body = await checkers.run(partial(protocol.answer_in_bytes, asked, known.words), request.is_disconnected)
            answers.keep(key, known, body)
        return body

    async def _body(request: Request) -> bytes:
        body = bytearray()
        try:
            async with asyncio.timeout(SECONDS_TO_SEND):
                async for part in request.stream():
                    body += part
                    if len(body) > LARGEST_BODY:
                        raise RefusedError(413, f"The request exceeds {LARGEST_BODY} bytes")
        except TimeoutError:
            raise RefusedError(408, f"The request did not arrive within {SECONDS_TO_SEND} seconds") from None
        return bytes(body)

    async def languages(_: Request) -> Response:
        return reply(protocol.LANGUAGES)

    async def health(_: Request) -> Response:
        return PlainTextResponse("OK", headers=CORS)

    async def longest(_: Request) -> Response:
        return PlainTextResponse(str(LONGEST), headers=CORS)

    async def configuration(request: Request) -> Response:
        if not request.query_params.get("language"):
            return refuse(400, "'language' parameter missing")
        return reply(protocol.configuration(rules, VERSION))

    async def about(_: Request) -> Response:
        return reply({"software": {**protocol.SOFTWARE, "version": VERSION}})

    async def words_of_a_user(_: Request) -> Response:
        # As LanguageTool without accounts: the office's words are a file (--dictionary), not a form anyone may fill in.
        return refuse(400, "This end point needs a user id")

    async def options(_: Request) -> Response:
        return PlainTextResponse("", 204, headers=CORS)

    async def unknown(request: Request, _: Exception) -> Response:
        here = request.url.path.startswith("/v2/")
        return refuse(404 if here else 400, "Unsupported action" if here else "Please use the API at /v2/")

    async def failed(_: Request, __: Exception) -> Response:
        return refuse(500, "The check failed; the text was not judged")

    def routed(path: str, answer: Callable[[Request], Awaitable[Response]], methods: list[str]) -> list[Route]:
        return [Route(path, answer, methods=methods), Route(path, options, methods=["OPTIONS"])]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        checkers.stop()

    return Starlette(
        lifespan=lifespan,
        routes=[
            *routed("/v2/check", check, ["GET", "POST"]),
            *routed("/v2/languages", languages, ["GET"]),
            *routed("/v2/healthcheck", health, ["GET"]),
            *routed("/v2/maxtextlength", longest, ["GET"]),
            *routed("/v2/configinfo", configuration, ["GET"]),
            *routed("/v2/info", about, ["GET"]),
            *routed("/v2/words", words_of_a_user, ["GET"]),
            *routed("/v2/words/add", words_of_a_user, ["POST"]),
            *routed("/v2/words/delete", words_of_a_user, ["POST"]),
        ],
        exception_handlers={404: unknown, 405: unknown, 500: failed},
    )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _allowed(request: Request, given: str, token: str) -> bool:
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    return any(hmac.compare_digest(one.encode(), token.encode()) for one in (given, bearer))


def register(commands: Any) -> None:
    """Add ``chithi serve``."""
    serve = commands.add_parser(
        "serve", help="máy chủ soát lỗi cho LibreOffice và các chương trình dùng được LanguageTool"
    )
    serve.add_argument("--host", default="127.0.0.1", help="địa chỉ nghe (mặc định chỉ máy này)")
    serve.add_argument("--port", type=int, default=PORT, help=f"cổng (mặc định {PORT})")
    serve.add_argument("--token", default="", help="mã mà máy khác phải gửi kèm; bắt buộc khi nghe ngoài máy này")
    serve.add_argument("--dictionary", type=Path, metavar="TỆP", help="từ điển của cơ quan, mỗi dòng một từ")
    serve.add_argument(
        "--processes",
        type=_count,
        metavar="SỐ",
        help=f"số tiến trình soát lỗi (mặc định 1; nghe ngoài máy này thì mỗi lõi một tiến trình, nhiều nhất {USUAL_PROCESSES})",
    )
    serve.add_argument(
        "--write-extension",
        type=Path,
        metavar="TỆP.oxt",
        help="ghi phần mở rộng cho LibreOffice trỏ tới --host, --port rồi dừng",
    )
    serve.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; requests under way are finished."""
    if args.write_extension:
        return _write_extension(args.write_extension, args.host, args.port)
    if not _loopback(args.host) and not args.token:
        raise UserError(
            f"Nghe ở {args.host} thì máy khác gửi văn bản vào được: hãy đặt mã bằng --token, hoặc bỏ --host."
        )
    if args.dictionary and not args.dictionary.is_file():
        raise UserError(f"Không tìm thấy từ điển {args.dictionary}: hãy kiểm tra lại tên tệp.")
    import uvicorn

    from assistant.launch import is_free, refuse_no_port

    refuse_no_port(args.port)
    if _loopback(args.host) and not is_free(args.port):
        raise UserError(f"Cổng {args.port} đang bận: hãy chọn cổng khác bằng --port.")
    sys.setswitchinterval(SWITCH)
    print(f"Đang soát lỗi tại http://{args.host}:{args.port}/v2 (Ctrl+C để dừng).", flush=True)
    uvicorn.run(
        application(args.token, args.dictionary, args.processes or usual_processes(args.host)),
        host=args.host,
        port=args.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
        limit_concurrency=MOST_CONNECTIONS,
    )
    return 0


def usual_processes(host: str) -> int:
    """How many check where nobody says how many."""
    return 1 if _loopback(host) else min(os.cpu_count() or 1, USUAL_PROCESSES)


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST_PROCESSES:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” không phải số từ 1 đến {MOST_PROCESSES}")


def _write_extension(file: Path, host: str, port: int) -> int:
    from assistant.libreoffice import extension

    if host in ("0.0.0.0", "::"):  # noqa: S104 - refused, not listened on
        raise UserError(f"{host} không phải địa chỉ để kết nối tới: hãy ghi tên hoặc địa chỉ của máy chủ sau --host.")
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/v2"
    try:
        file.write_bytes(extension(address))
    except OSError as error:
        raise UserError(f"Không ghi được {file}: hãy kiểm tra thư mục và quyền ghi.") from error
    print(f"Đã ghi {file}: mở tệp này bằng LibreOffice để cài, rồi khởi động lại LibreOffice.")
    return 0


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
