"""The model behind an endpoint of the office's choice: text goes in, text comes out piece by piece.

The only module that imports openai and langchain, and only when a model is connected. The endpoint comes from the
settings alone; it must be https or this machine. Nobody is redirected, no proxy is guessed, nothing is traced.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from assistant.addresses import address
from assistant.faults import ModelFault, foreign, told
from assistant.settings import Endpoint, Settings, forbid_tracing
from checks.errors import UserError
from checks.parsing import secrecy

if TYPE_CHECKING:
    from openai import OpenAI

CONNECT = 10.0
"""Seconds to wait for a connection."""
PATIENCE = 5.0
"""Seconds a search waits for the vector of its query."""
ANSWER_LIMIT = 60_000
"""Characters of one answer; a section is never longer."""
SILENT_LIMIT = 100_000
"""Pieces without a word that are waited for, as those of a model that thinks; an endless stream of them ends."""
STOPPED: dict[str, Literal["long", "filtered"]] = {
    "length": "long",
    "max_output_tokens": "long",
    "content_filter": "filtered",
}
FINISHED = frozenset({"stop", "end_turn", "completed"})


class Message(NamedTuple):
    """One message to a model."""

    role: Literal["system", "user"]
    content: str


class Model(Protocol):
    """Anything that answers messages piece by piece; a test's model is a function. Closing the iterator cancels."""

    def __call__(self, messages: Sequence[Message], schema: Mapping[str, Any] | None = None, /) -> Iterator[str]: ...


class NotAModelServer(Exception):  # noqa: N818 becomes the fault “page”
    """A web page came where an answer should be."""


class OutOfTime(Exception):  # noqa: N818 becomes the fault “endless”
    """An answer has not come to its end within its limit."""


class _Piece(NamedTuple):
    text: str
    finish: str = ""


def connect(settings: Settings) -> Model | None:
    """The model of the settings through langchain-openai; None where none is set. Raises UserError for a bad address."""
    return _connected(settings, _through_langchain)


def connect_plain(settings: Settings) -> Model | None:
    """The same through the openai client alone: one answer in one piece, for structured questions."""
    return _connected(settings, _through_openai)


def _connected(settings: Settings, pieces: Any) -> Model | None:
    endpoint = settings.llm
    if not endpoint.base_url and not endpoint.model:
        return None
    address(endpoint)

    def model(messages: Sequence[Message], schema: Mapping[str, Any] | None = None, /) -> Iterator[str]:
        secrecy.refuse(message.content for message in messages)
        return _answer(endpoint, pieces, messages, schema)

    return model


def embedder(settings: Settings, patient: bool = True) -> Callable[[Sequence[str]], list[list[float]]] | None:
    """Makes one vector for each text; None where no model for it is set. Raises UserError for a bad address.

    A search is not ``patient``: it asks once and waits ``PATIENCE`` seconds.
    """
    if not settings.embedding:
        return None
    hasty = {} if patient else {"retries": 0, "timeout": min(PATIENCE, settings.llm.timeout)}
    endpoint = settings.llm.model_copy(update={"model": settings.embedding, **hasty})
    address(endpoint)

    def embed(texts: Sequence[str]) -> list[list[float]]:
        secrecy.refuse(texts)
        return _vectors(endpoint, texts)

    return embed


def _vectors(endpoint: Endpoint, texts: Sequence[str]) -> list[list[float]]:
    """One vector for each text. Raises ModelFault."""
    fault = ModelFault("broken")
    try:
        with _client(endpoint) as client:
            answer = client.embeddings.create(model=endpoint.model, input=list(texts), encoding_format="float")
        found = {one.index: one.embedding for one in answer.data}
        vectors = [[float(value) for value in found[n]] for n in range(len(texts))]
        if len({len(vector) for vector in vectors}) <= 1 and all(v and all(map(math.isfinite, v)) for v in vectors):
            return vectors
    except (AttributeError, KeyError, TypeError, ValueError) as error:  # an answer of another shape
        fault = ModelFault("broken", detail=type(error).__name__)
    except Exception as error:  # noqa: BLE001 the clients raise their own, httpx2's and json's errors
        fault = told(error, "", endpoint.api_key.get_secret_value())
    raise fault


def _answer(
    endpoint: Endpoint, pieces: Any, messages: Sequence[Message], schema: Mapping[str, Any] | None
) -> Iterator[str]:
    """The pieces of one answer. Raises ModelFault, with what had come."""
    wished = schema if endpoint.structured else None
    received = ""
    finish = ""
    silent = 0
    fault: ModelFault | None = None
    try:
        try:
            source = pieces(endpoint, messages, wished)
            first = next(source, None)
        except Exception as error:
            if wished is None or getattr(error, "status_code", None) != 400 or "format" not in str(error):
                raise
            source = pieces(endpoint, messages, None)
            first = next(source, None)
        with closing(source):
            while first is not None:
                finish = first.finish or finish
                text = first.text[: ANSWER_LIMIT + 1 - len(received)]
                received += text
                silent = 0 if text else silent + 1
                if text:
                    yield text
                if len(received) > ANSWER_LIMIT or silent > SILENT_LIMIT:
                    finish = "length"
                    break
                first = next(source, None)
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001 the clients raise their own, httpx2's and json's errors
        fault = told(error, received, endpoint.api_key.get_secret_value())
    # Raised here, not above: the chain of causes may hold what a server echoed, the key among it.
    if fault or (fault := _ended(received, finish)):
        raise fault


def _ended(received: str, finish: str) -> ModelFault | None:
    """The fault of an answer that came to its end."""
    if finish in STOPPED:
        return ModelFault(STOPPED[finish], received)
    if not received.strip():
        return ModelFault("empty" if finish in FINISHED else "cut" if finish else "empty", received)
    if finish not in FINISHED:
        return ModelFault("cut", received)
    if foreign(_spoken(received)):
        return ModelFault("language", received)
    return None


def _spoken(received: str) -> str:
    """The words of an answer without the names of its JSON."""
    try:
        value = json.loads(received)
    except ValueError:
        return received
    texts: list[str] = []
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            texts.append(one)
        elif isinstance(one, dict):
            stack += one.values()
        elif isinstance(one, list):
            stack += one
    return " ".join(texts)


def _client(endpoint: Endpoint) -> OpenAI:
    """The one client both ways share."""
    forbid_tracing()
    import httpx2
    from openai import DefaultHttpx2Client, OpenAI

    patience = min(endpoint.timeout, endpoint.limit)
    end = time.monotonic() + endpoint.limit

    def in_time(*_: object) -> None:
        if time.monotonic() > end:
            raise OutOfTime

    class Watched(httpx2.SyncByteStream):
        """Looks at the clock with every byte, for a server may send signs of life and never a word."""

        def __init__(self, stream: httpx2.SyncByteStream) -> None:
            self.stream = stream

        def __iter__(self) -> Iterator[bytes]:
            for data in self.stream:
                in_time()
                yield data

        def close(self) -> None:
            self.stream.close()

    def judge(response: httpx2.Response) -> None:
        if response.is_success and "html" in response.headers.get("content-type", ""):
            raise NotAModelServer
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = Watched(response.stream)

    http = DefaultHttpx2Client(
        follow_redirects=False,
        trust_env=False,
        timeout=httpx2.Timeout(patience, connect=min(CONNECT, patience)),
        event_hooks={"request": [in_time], "response": [judge]},
    )
    client = OpenAI(
        base_url=address(endpoint),
        api_key=endpoint.api_key.get_secret_value() or "none",  # a local server needs no key, the client does
        organization="",
        project="",
        webhook_secret="",
        http_client=http,
        max_retries=endpoint.retries,
        timeout=http.timeout,
    )
    # None in the call above would mean: look into the machine's variables.
    client.organization = client.project = None
    return client


def _format(endpoint: Endpoint, schema: Mapping[str, Any] | None) -> dict[str, Any]:
    """What asks for JSON of a schema, as the body of the request has it."""
    if schema is None:
        return {}
    named = {"name": "tra_loi", "schema": dict(schema), "strict": True}
    if endpoint.responses:
        return {"text": {"format": {"type": "json_schema", **named}}}
    return {"response_format": {"type": "json_schema", "json_schema": named}}


def _through_langchain(
    endpoint: Endpoint, messages: Sequence[Message], schema: Mapping[str, Any] | None
) -> Iterator[_Piece]:
    client = _client(endpoint)
    from langchain_core.messages import HumanMessage, SystemMessage
    from langchain_openai import ChatOpenAI
    from langsmith import tracing_context
    from pydantic import SecretStr

    chat = ChatOpenAI(
        model=endpoint.model,
        base_url=address(endpoint),
        api_key=SecretStr(endpoint.api_key.get_secret_value() or "none"),
        root_client=client,
        client=client.chat.completions,
        use_responses_api=endpoint.responses,
        stream_usage=False,
        cache=False,
        max_retries=endpoint.retries,
    )
    said = [(SystemMessage if m.role == "system" else HumanMessage)(m.content) for m in messages]
    body = _format(endpoint, schema)
    with client:
        asked: dict[str, Any] = {"extra_body": body} if body else {}
        stream = chat.stream(said, config={"callbacks": []}, **asked)
        # The variables may have been read by langsmith before we could set them; it asks when the stream begins.
        with tracing_context(enabled=False):
            chunk = next(stream, None)
        while chunk is not None:
            facts = chunk.response_metadata
            finish = str(facts.get("finish_reason") or facts.get("status") or "")
            cut = facts.get("incomplete_details")
            yield _Piece(str(chunk.text), str((cut or {}).get("reason") or finish))
            chunk = next(stream, None)


def _through_openai(
    endpoint: Endpoint, messages: Sequence[Message], schema: Mapping[str, Any] | None
) -> Iterator[_Piece]:
    body = _format(endpoint, schema)
    said: Any = [{"role": m.role, "content": m.content} for m in messages]
    with _client(endpoint) as client:
        if endpoint.responses:
            reply = client.responses.create(model=endpoint.model, input=said, extra_body=body)
            cut = reply.incomplete_details
            yield _Piece(reply.output_text, (cut.reason if cut else None) or reply.status or "")
            return
        answer = client.chat.completions.create(model=endpoint.model, messages=said, extra_body=body)
        choice = answer.choices[0]
        yield _Piece(choice.message.content or "", choice.finish_reason)
