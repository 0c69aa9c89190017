"""OpenSearch keeps the same contract on three real nodes, ranks close to SQLite, and loses nothing with a node."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

pytest.importorskip("opensearchpy", reason="opensearch-py is not installed: pip install '.[opensearch]'")

from assistant.index import Index, opensearch
from assistant.index.embedded import EmbeddedIndex
from assistant.index.opensearch import OpenSearchIndex
from assistant.precedents.corpus import Corpus, Step, shipped
from assistant.precedents.precedent import records
from checks.errors import UserError
from tests.assistant.index.index_contract import GOAL, TARGETS, IndexContract, Open
from tests.assistant.index.opensearch_nodes import Nodes, jars
from tests.assistant.index.overlap import shared
from tests.ports import free_port


@pytest.fixture(scope="session")
def nodes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    cluster = Nodes(jars(request.config.cache.mkdir("opensearch-jars")), tmp_path_factory.mktemp("nodes"))
    yield cluster
    cluster.close()


@pytest.fixture
def url(nodes: Nodes) -> Iterator[str]:
    url = nodes.url(f"test-{uuid4().hex[:8]}")
    yield url
    index = OpenSearchIndex(url)
    index._client.indices.delete(index=index._name)
    index.close()


class TestOpenSearchIndex(IndexContract):
    @pytest.fixture
    def open(self, url: str) -> Open:
        return lambda: OpenSearchIndex(url)


def test_most_of_the_first_ten_are_those_of_sqlite(tmp_path: Path, url: str) -> None:
    held = [record for precedent in Corpus(tmp_path, shipped()).list_() for record in records(precedent)]
    both: list[Index] = [EmbeddedIndex(), OpenSearchIndex(url)]
    for index in both:
        index.add(held)
    assert shared(*both) > 0.8


def test_a_precedent_of_which_a_part_is_missing_is_not_held(url: str) -> None:
    index = OpenSearchIndex(url)
    index.add([GOAL, TARGETS])
    index._client.delete(index=index._name, id=f"{GOAL.precedent_id}#1", refresh=True)
    assert index.stamps() == {GOAL.precedent_id: ""}
    index.close()


def test_what_an_older_version_left_goes_when_the_index_is_built_again(url: str) -> None:
    index = OpenSearchIndex(url)
    older = f"{index._name.removesuffix(f'-{opensearch.SCHEMA}')}-{opensearch.SCHEMA - 1}"
    index._client.indices.create(index=older)
    index.clear()
    assert (index._client.indices.exists(index=older), index._client.indices.exists(index=index._name)) == (False, True)
    index.close()


def test_an_import_that_was_cut_off_goes_on_where_it_was(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.precedents.corpus.BATCH", 10)
    steps: list[Step] = []

    def cut_off(step: Step) -> None:
        steps.append(step)
        if len(steps) == 2:
            raise KeyboardInterrupt

    corpus = Corpus(tmp_path, shipped(), url)
    with pytest.raises(KeyboardInterrupt):
        corpus.rebuild(cut_off)
    corpus.close()
    total = steps[0].total
    again = Corpus(tmp_path, shipped(), url)
    index = again._open_index()
    assert len(index.stamps()) == 20
    again._filled(index, steps.append)
    assert (steps[2].total, len(index.stamps())) == (total - 20, total)
    index.close()


@pytest.fixture
def fresh_nodes(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Nodes]:
    """A cluster that is lost with the test: where a node dies, the memory of earlier tests must not decide."""
    cluster = Nodes(jars(request.config.cache.mkdir("opensearch-jars")), tmp_path)
    yield cluster
    cluster.close()


def test_no_acknowledged_section_is_lost_when_a_node_dies_in_the_middle_of_a_bulk(fresh_nodes: Nodes) -> None:
    nodes, index = fresh_nodes, OpenSearchIndex(fresh_nodes.url("kho"))
    text = "Trồng rừng, giữ nước, mở đường. " * 30
    acknowledged: set[str] = set()
    for n in range(8):
        batch = [replace(GOAL, precedent_id=f"p{n}-{m}", position=k, text=text) for m in range(20) for k in range(5)]
        if n == 4:  # the node with the first copy, while the bulk is on its way
            threading.Timer(0.05, nodes.stop, [primary(index)]).start()
        try:
            index.add(batch)
        except UserError:
            if nodes.ended():
                pytest.skip(
                    "the Java process of all three nodes ended with the one that was stopped: nothing is proved"
                )
            raise
        acknowledged |= {record.precedent_id for record in batch}
    assert set(index.stamps()) == acknowledged
    assert "" not in index.stamps().values()
    assert index.count() == 5 * len(acknowledged)
    index.close()


def primary(index: OpenSearchIndex) -> int:
    """Which node, counted from 1, holds the first copy."""
    (shard,) = [shard for shard in index._client.cat.shards(index=index._name, format="json") if shard["prirep"] == "p"]
    return int(shard["node"].rpartition(" ")[2])


def test_a_cluster_that_does_not_answer_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opensearch, "PATIENCE_SECONDS", 0.1)
    port = free_port()
    with pytest.raises(UserError, match=f"127.0.0.1:{port} không trả lời"):
        OpenSearchIndex(f"opensearch://user:secret@127.0.0.1:{port}/kho")
