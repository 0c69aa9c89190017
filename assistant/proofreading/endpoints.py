"""What the proofreading server answers, request by request: LanguageTool's paths, its words for what it refuses, CORS."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assistant.proofreading import languagetool as protocol
from assistant.proofreading.languagetool_request import LONGEST, RefusedError, fields, query
from assistant.proofreading.serving import Answers, BusyError, Checkers, GoneError, Known, Words
from checks.rules import all_rules
from checks.version import VERSION

LARGEST_BODY = 2_000_000
"""Bytes; three for each letter of the longest text, percent-encoded."""
SECONDS_TO_SEND = 30
"""For one request to arrive; who sends a byte now and then would hold a place for ever."""
BUSY = "There are currently too many parallel requests. Please try again later."
"""As LanguageTool says it."""
CLIENT_GONE = 499
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Accept, Authorization",
    "Access-Control-Max-Age": "86400",
}
Endpoint = Callable[[Request], Awaitable[Response]]


def application(token: str = "", dictionary: Path | None = None, processes: int = 1) -> Starlette:
    """The ASGI application. ``token``: asked of every request for a check; empty asks nothing."""
    proofreader = Proofreader(token, dictionary, processes)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        proofreader.stop()

    return Starlette(
        lifespan=lifespan,
        routes=[
            *_routed("/v2/check", proofreader.answer, ["GET", "POST"]),
            *_routed("/v2/languages", _languages, ["GET"]),
            *_routed("/v2/healthcheck", _health, ["GET"]),
            *_routed("/v2/maxtextlength", _longest, ["GET"]),
            *_routed("/v2/configinfo", _configuration, ["GET"]),
            *_routed("/v2/info", _about, ["GET"]),
            *_routed("/v2/words", _words_of_a_user, ["GET"]),
            *_routed("/v2/words/add", _words_of_a_user, ["POST"]),
            *_routed("/v2/words/delete", _words_of_a_user, ["POST"]),
        ],
        exception_handlers={404: _unknown, 405: _unknown, 500: _failed},
    )


class Proofreader:
    """Requests for a check: who may ask, what was answered before, who judges."""

    def __init__(self, token: str, dictionary: Path | None, processes: int) -> None:
        self._token = token
        self._words, self._answers, self._checkers = Words(dictionary), Answers(), Checkers(processes)
        all_rules()
        self._words.now()

    def stop(self) -> None:
        self._checkers.stop()

    async def answer(self, request: Request) -> Response:
        """LanguageTool's JSON, or its sentence for what is refused."""
        try:
            sent = await _body(request) if request.method == "POST" else request.scope["query_string"]
            # Only who was let in has an answer kept under what was sent, token and all.
            exact = self._answers.exact(sent, request.headers.get("authorization", "").encode())
            known = self._words.now()
            body = self._answers.get(exact, known) or await self._judged(request, sent, known)
            self._answers.keep(exact, known, body)
            return PlainTextResponse(body, headers=CORS, media_type="application/json")
        except RefusedError as refused:
            return _refuse(refused.status, str(refused))
        except BusyError:
            return _refuse(503, BUSY)
        except GoneError:
            return PlainTextResponse(status_code=CLIENT_GONE)

    async def _judged(self, request: Request, sent: bytes, known: Known) -> bytes:
        form = fields(sent)
        asked = query(form)
        if self._token and not _allowed(request, asked.token, self._token):
            raise RefusedError(403, "A valid 'apiKey' or Authorization header is required by this server")
        key = self._answers.key(form)
        body = self._answers.get(key, known)
        if body is None:
            check = partial(protocol.answer_in_bytes, asked, known.words)
            body = await self._checkers.run(check, request.is_disconnected)
            self._answers.keep(key, known, body)
        return body


def _allowed(request: Request, given: str, token: str) -> bool:
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    return any(hmac.compare_digest(one.encode(), token.encode()) for one in (given, bearer))


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


async def _languages(_: Request) -> Response:
    return _reply(protocol.LANGUAGES)


async def _health(_: Request) -> Response:
    return PlainTextResponse("OK", headers=CORS)


async def _longest(_: Request) -> Response:
    return PlainTextResponse(str(LONGEST), headers=CORS)


async def _configuration(request: Request) -> Response:
    if not request.query_params.get("language"):
        return _refuse(400, "'language' parameter missing")
    return _reply(protocol.configuration(all_rules(), VERSION))


async def _about(_: Request) -> Response:
    return _reply({"software": {**protocol.SOFTWARE, "version": VERSION}})


async def _words_of_a_user(_: Request) -> Response:
    # As LanguageTool without accounts: the office's words are a file (--dictionary), not a form anyone may fill in.
    return _refuse(400, "This end point needs a user id")


async def _options(_: Request) -> Response:
    return PlainTextResponse("", 204, headers=CORS)


async def _unknown(request: Request, _: Exception) -> Response:
    here = request.url.path.startswith("/v2/")
    return _refuse(404 if here else 400, "Unsupported action" if here else "Please use the API at /v2/")


async def _failed(_: Request, __: Exception) -> Response:
    return _refuse(500, "The check failed; the text was not judged")


def _routed(path: str, answer: Endpoint, methods: list[str]) -> list[Route]:
    return [Route(path, answer, methods=methods), Route(path, _options, methods=["OPTIONS"])]


def _reply(value: Any) -> Response:
    body = json.dumps(value, ensure_ascii=False).encode()
    return PlainTextResponse(body, headers=CORS, media_type="application/json")


def _refuse(status: int, message: str) -> Response:
    later = {"Retry-After": "1"} if status == 503 else {}
    return PlainTextResponse(f"Error: {message}", status, headers=CORS | later)
