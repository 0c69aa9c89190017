"""What a document costs: a long line no more than a short one, and no memory after its check."""

from __future__ import annotations

import time
import weakref
from pathlib import Path

from checks import engine
from checks.document import Document
from checks.rules import all_rules

SAMPLE = Path(__file__).parents[2] / "corpus/xa-tan-phong-thuong-chi-thi-2026/document.txt"


def test_the_period_of_a_line_of_100_kb_is_looked_for_in_no_time() -> None:
    doc = Document.parse("CHỈ THỊ\nPhát động phong trào thi đua\n\n1. Chỉ tiêu\n\n" + "12,5% " * 20_000)
    start = time.perf_counter()
    assert doc.period_spans == ()
    assert time.perf_counter() - start < 1


def test_a_document_is_gone_after_its_check() -> None:
    doc = Document.parse(SAMPLE.read_text("utf-8"))
    engine.check(doc, all_rules())
    held = weakref.ref(doc)
    del doc
    assert held() is None  # without waiting for the collector: 500 documents must not pile up
