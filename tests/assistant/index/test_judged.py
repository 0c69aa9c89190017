"""The search answers what officers ask: measured on the judged queries over the shipped directives."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean

import pytest

from assistant.index.embedded import EmbeddedIndex
from assistant.precedents.corpus import Corpus, shipped

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"


def test_relevance_stays_where_it_was_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.delitem(sys.modules, "judged", raising=False)
    import judged

    held, queries = judged.read(Corpus(tmp_path, shipped()).list_())
    index = EmbeddedIndex()
    index.add(held)
    found = [[judged.place(hit.record) for hit in index.search(query.words)] for query in queries]
    values = [judged.ndcg(names, query.grades) for names, query in zip(found, queries, strict=True)]
    assert len(values) >= 120
    assert mean(values) > 0.88
