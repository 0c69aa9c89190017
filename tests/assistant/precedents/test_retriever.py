"""The LangChain adapter behaves as LangChain's own retriever tests ask."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from assistant.index import Filters
from assistant.precedents.corpus import Corpus, shipped
from assistant.precedents.retriever import retriever

QUERY = "chỉ tiêu giảm nghèo"
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(tmp_path_factory.mktemp("kho"), shipped())


def test_as_many_are_found_as_were_wanted_when_it_was_made(corpus: Corpus) -> None:
    found = {k: retriever(corpus, k=k).invoke(QUERY) for k in (1, 3)}
    assert {k: len(documents) for k, documents in found.items()} == {1: 1, 3: 3}
    assert all(isinstance(one, Document) for documents in found.values() for one in documents)


def test_as_many_are_found_as_are_wanted_when_it_is_asked(corpus: Corpus) -> None:
    assert [len(retriever(corpus).invoke(QUERY, k=k)) for k in (1, 3)] == [1, 3]


def test_documents_in_a_batch_and_asynchronously(corpus: Corpus) -> None:
    found = retriever(corpus, k=2)
    one = found.invoke(QUERY)
    assert found.batch([QUERY, QUERY]) == [one, one]
    assert asyncio.run(found.ainvoke(QUERY)) == one


def test_it_takes_its_place_in_a_chain(corpus: Corpus) -> None:
    found = retriever(corpus, k=2)
    assert isinstance(found, BaseRetriever)
    chain = found | RunnableLambda(lambda documents: [d.metadata["role"] for d in documents])
    assert len(chain.invoke(QUERY)) == 2


def test_a_document_tells_its_place_and_why(corpus: Corpus) -> None:
    found = retriever(corpus, filters=Filters(role="targets")).invoke("thu ngân sách")
    assert {d.metadata["role"] for d in found} == {"targets"}
    assert all(d.id == f"{d.metadata['precedent_id']}#{d.metadata['position']}" for d in found)


def test_a_query_of_unknown_words_finds_nothing(corpus: Corpus) -> None:
    assert retriever(corpus).invoke("xyzzy") == []


def test_langchain_is_imported_only_when_asked_for() -> None:
    code = "import sys, assistant.precedents.retriever; assert 'langchain_core' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
