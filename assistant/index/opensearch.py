"""The index for several machines: OpenSearch, an extra (`pip install '.[opensearch]'`,
CHITHI_INDEX=opensearch://host:9200,other:9200/name; opensearch+https:// with TLS).

A precedent counts as held when all its sections are there with one stamp, so an import that was cut off goes on where
it was. A write is acknowledged when every copy has it: a node may die without costing a section.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from uuid import uuid4

from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConnectionError as Unreachable
from opensearchpy.exceptions import NotFoundError, OpenSearchException, TransportError
from opensearchpy.helpers import streaming_bulk

from assistant.index import ALL, NOBODY, Filters, Hit, Near, SectionRecord
from assistant.index.documents import SCHEMA, candidate, conditions, searched, stamp_of, stored, terms
from assistant.index.ranking import IMPLIED_WEIGHT, pool, rank
from checks.errors import UserError

PATIENCE_SECONDS = 90.0
"""How long writing waits for a cluster that is choosing new copies of its data."""
PAUSE_SECONDS = 0.5
PAGE = 5_000
"""Precedents whose stamps are asked for at once."""
AGAIN = frozenset((408, 409, 429, 500, 502, 503, 504))
"""Answers of a cluster that is busy or losing a node: asked once more, they succeed."""

_KEYWORD = {"type": "keyword"}
_WORDS = {"type": "text", "analyzer": "whitespace"}
BODY: Mapping[str, Any] = {
    # One shard holds millions of sections; one copy on another node where there is one.
    "settings": {
        "number_of_shards": 1,
        "auto_expand_replicas": "0-1",
        "index.unassigned.node_left.delayed_timeout": "5s",
        "index.max_result_window": 10_000,
    },
    "mappings": {
        "dynamic": "strict",
        "properties": {
            **dict.fromkeys(("precedent", "level", "role", "province_key", "kind_key", "held", "written"), _KEYWORD),
            "year": {"type": "integer"},
            "total": {"type": "integer"},
            "words": {**_WORDS, "index_options": "freqs"},
            "issuer_key": _WORDS,
            "record": {"type": "object", "enabled": False},
        },
    },
}


class OpenSearchIndex:
    """``Index`` on a cluster."""

    def __init__(self, url: str) -> None:
        """Raises UserError when no node answers."""
        parts = urlsplit(url)
        self._hosts = [f"{host.hostname}:{host.port or 9200}" for host in _hosts(parts)]
        name = parts.path.strip("/") or "chithi"
        self._name = f"{name}-{SCHEMA}"
        self._older = [f"{name}-{schema}" for schema in range(1, SCHEMA)]
        self._client = _client(parts)
        try:
            self._create()
        except OpenSearchException as error:
            raise self._unreachable() from error

    def add(self, records: Iterable[SectionRecord]) -> None:
        """See ``Index.add``."""
        whole = [(precedent, list(sections)) for precedent, sections in groupby(records, lambda one: one.precedent_id)]
        if not whole:
            return
        written = uuid4().hex
        self._send(list(_actions(whole, written)))
        others = {
            "filter": [{"terms": {"precedent": [precedent for precedent, _ in whole]}}],
            "must_not": [{"term": {"written": written}}],
        }
        self._patiently(self._client.indices.refresh, index=self._name)
        self._delete({"bool": others})

    def remove(self, precedent_id: str) -> None:
        """See ``Index.remove``."""
        self._delete({"term": {"precedent": precedent_id}})

    def clear(self) -> None:
        """See ``Index.clear``; also removes what older versions left, until then an older program may search in it."""
        for name in (*self._older, self._name):
            self._patiently(self._client.indices.delete, index=name, ignore_unavailable=True)
        self._create()

    def search(self, query: str, filters: Filters = ALL, limit: int = 10, near: Near = NOBODY) -> list[Hit]:
        """See ``Index.search``."""
        wanted, known, implied = terms(query, self._frequencies)
        if not (known or implied) or limit < 1:
            return []
        body = {
            "size": pool(near, limit),
            "track_total_hits": False,
            "_source": ["record"],
            "query": {
                "bool": {
                    "should": [
                        *({"term": {"words": token}} for token in known),
                        *({"term": {"words": {"value": token, "boost": IMPLIED_WEIGHT}}} for token in implied),
                    ],
                    "minimum_should_match": 1,
                    "filter": [_condition(*one) for one in conditions(filters).items()],
                }
            },
        }
        found = self._patiently(
            self._client.search, index=self._name, body=body, params={"search_type": "dfs_query_then_fetch"}
        )
        candidates = [candidate(hit["_source"]["record"], hit["_score"]) for hit in found["hits"]["hits"]]
        return rank(candidates, query, near, limit, wanted)

    def stamps(self) -> dict[str, str]:
        """See ``Index.stamps``; a precedent of which a part is missing, or of two versions, has no stamp."""
        found: dict[str, str] = {}
        for bucket in self._held():
            precedent, stamp = stamp_of(bucket["key"]["held"])
            whole = bucket["doc_count"] == bucket["total"]["value"] and precedent not in found
            found[precedent] = stamp if whole else ""
        return found

    def count(self) -> int:
        """See ``Index.count``."""
        return int(self._patiently(self._client.count, index=self._name)["count"])

    def close(self) -> None:
        """See ``Index.close``."""
        self._client.close()

    def _create(self) -> None:
        if not self._client.indices.exists(index=self._name):
            # Another process may be first; what counts is that it is there.
            self._client.indices.create(
                index=self._name, body=dict(BODY), params={"wait_for_active_shards": "1"}, ignore=400
            )

    def _frequencies(self, wanted: Sequence[str]) -> dict[str, int]:
        """See ``asking.Frequencies``: asked as the term vector of a document that nobody stores."""
        if not wanted:
            return {}
        body = {
            "doc": {"words": " ".join(wanted)},
            "fields": ["words"],
            "term_statistics": True,
            **dict.fromkeys(("positions", "offsets", "field_statistics"), False),
        }
        answer = self._patiently(self._client.termvectors, index=self._name, body=body)
        terms = answer.get("term_vectors", {}).get("words", {}).get("terms", {})
        return {token: facts["doc_freq"] for token, facts in terms.items() if facts.get("doc_freq")}

    def _held(self) -> Iterator[Any]:
        after: dict[str, Any] = {}
        while True:
            composite = {"size": PAGE, "sources": [{"held": {"terms": {"field": "held"}}}], **after}
            held = {"composite": composite, "aggs": {"total": {"max": {"field": "total"}}}}
            answer = self._patiently(self._client.search, index=self._name, body={"size": 0, "aggs": {"held": held}})
            page = answer["aggregations"]["held"]
            yield from page["buckets"]
            if "after_key" not in page:
                return
            after = {"after": page["after_key"]}

    def _send(self, actions: list[dict[str, Any]]) -> None:
        """Every action, again and again until each is acknowledged by every copy."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        left = {action["_id"]: action for action in actions}
        while left:
            try:
                for _, outcome in streaming_bulk(
                    self._client,
                    list(left.values()),
                    raise_on_error=False,
                    raise_on_exception=False,
                    index=self._name,
                    params={"wait_for_active_shards": "all"},
                ):
                    facts = outcome["index"]
                    if facts["status"] in (200, 201):
                        # With a copy that failed just then it is written once more: the other copy may be the next to go.
                        if not facts.get("_shards", {}).get("failed"):
                            left.pop(facts["_id"], None)
                    elif isinstance(facts["status"], int) and facts["status"] not in AGAIN:
                        raise RuntimeError(f"OpenSearch refused {facts['_id']}: {facts.get('error')}")
            except TransportError as error:
                self._or_give_up(error, deadline)
            if left:
                self._or_give_up(None, deadline)

    def _delete(self, query: dict[str, Any]) -> None:
        params = {"refresh": "true", "conflicts": "proceed", "wait_for_active_shards": "all"}
        self._patiently(self._client.delete_by_query, index=self._name, body={"query": query}, params=params)

    def _patiently(self, call: Any, **arguments: Any) -> Any:
        """``call``, once more while the cluster loses or gains a node."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return call(**arguments)
            except NotFoundError:  # emptied by another process just now, or never made
                self._or_give_up(None, deadline)
                self._create()
            except TransportError as error:
                if not isinstance(error, Unreachable) and error.status_code not in AGAIN:
                    raise
                self._or_give_up(error, deadline)

    def _or_give_up(self, error: Exception | None, deadline: float) -> None:
        if time.monotonic() > deadline:
            raise self._unreachable() from error
        time.sleep(PAUSE_SECONDS)

    def _unreachable(self) -> UserError:
        return UserError(
            f"Máy tìm kiếm OpenSearch ở {', '.join(self._hosts)} không trả lời: hãy kiểm tra máy chủ và biến CHITHI_INDEX rồi thử lại."
        )


def _hosts(parts: SplitResult) -> list[SplitResult]:
    _, _, hosts = parts.netloc.rpartition("@")
    return [urlsplit(f"//{host}") for host in hosts.split(",") if host]


def _client(parts: SplitResult) -> OpenSearch:
    secret = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return OpenSearch(
        [{"host": host.hostname, "port": host.port or 9200} for host in _hosts(parts)],
        http_auth=secret,
        use_ssl=parts.scheme == "opensearch+https",
        timeout=30,
        max_retries=3,
        retry_on_timeout=True,
    )


def _actions(whole: Iterable[tuple[str, list[SectionRecord]]], written: str) -> Iterator[dict[str, Any]]:
    for precedent, sections in whole:
        for section in sections:
            source = {**searched(section), "record": stored(section), "total": len(sections), "written": written}
            yield {"_op_type": "index", "_id": f"{precedent}#{section.position}", "_source": source}


def _condition(name: str, value: str | int) -> dict[str, Any]:
    return {"match_phrase" if name == "issuer_key" else "term": {name: value}}
