"""Recorded exchanges with a model server: readable Vietnamese, nothing in them that is secret or not asked for.

Re-record against the tests' own server or a real endpoint: docs/model.md.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import vcr
import yaml

FOLDER = Path(__file__).parent / "cassettes"
URL = "http://127.0.0.1:8131/v1"
"""Where recorded requests went; a real endpoint is recorded under this name too."""
KEPT = {"content-type"}
"""All other headers are dropped, in requests and answers: an allow-list forgets nothing."""
RECORD = os.environ.get("CHITHI_RECORD", "")


class _Readable(yaml.SafeDumper):
    """Long texts as blocks, Vietnamese as itself."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Readable.add_representer(str, _text)


class Vietnamese:
    """vcrpy's serializer: bodies as text."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        return str(yaml.dump(cassette, Dumper=_Readable, allow_unicode=True, width=4096, sort_keys=True))

    @staticmethod
    def deserialize(text: str) -> Any:
        return yaml.safe_load(text)


def request(asked: Any) -> Any:
    """The request without its headers, its address made neutral, its body in one spelling."""
    asked.headers = {k: v for k, v in asked.headers.items() if k.lower() in KEPT}
    asked.uri = URL.removesuffix("/v1") + "/v1" + asked.uri.partition("/v1")[2].partition("?")[0]
    if asked.body:
        body = {**json.loads(asked.body), "model": "mo-hinh-thu"}
        asked.body = json.dumps(body, ensure_ascii=False, sort_keys=True).encode()
    return asked


def response(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without its headers."""
    answer["headers"] = {k: v for k, v in answer["headers"].items() if k.lower() in KEPT}
    return answer


def _same_body(one: Any, other: Any) -> None:
    assert json.loads(one.body) == json.loads(other.body)


recorder = vcr.VCR(
    cassette_library_dir=str(FOLDER),
    record_mode="all" if RECORD else "none",
    serializer="vietnamese",
    match_on=["method", "path", "json"],
    before_record_request=request,
    before_record_response=response,
    decode_compressed_response=True,
)
recorder.register_serializer("vietnamese", Vietnamese)
recorder.register_matcher("json", _same_body)
