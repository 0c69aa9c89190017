"""Search by meaning beside search by words: optional, off by default, switched on only by the office's own measured gain.

The words choose 100 sections, which hold 99 % of what answers; the vectors put those in a second order, and the two orders
are fused by their ranks (RRF). So every engine, filter and size stays as it is, and where no vector comes the words decide.
"""

from __future__ import annotations

import hashlib
import math
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from statistics import mean, stdev
from typing import NamedTuple

from assistant.faults import ModelFault
from assistant.index import Hit, SectionRecord
from assistant.index.embedded import EmbeddedIndex
from assistant.index.ranking import CANDIDATES
from assistant.index.tokens import key
from assistant.precedents.corpus import Corpus, Progress, Step, unseen
from assistant.precedents.precedent import Precedent, records
from assistant.precedents.vectors import Place, Vector, Vectors, digest, nearest_first, text_of, unit
from checks.errors import UserError
from checks.parsing import secrecy

Embed = Callable[[Sequence[str]], list[list[float]]]
"""One vector for each text. Raises ModelFault."""

DEPTH = 10
RRF = 60
"""Reciprocal rank fusion: 1 / (60 + rank) of each order (Cormack, Clarke and Büttcher 2009)."""
AT_ONCE = 32
"""Texts of one request."""
MOST_QUERIES, MOST_SECTIONS = 200, 3_000
"""Of a measurement: enough to tell 0,02 from chance, few enough for a slow server."""
FEWEST_QUERIES = 20
SURE = 2.0
"""Standard errors the gain must be above nothing."""
UNANSWERED = "Máy chủ vectơ ngữ nghĩa không trả lời nên chỉ tìm theo từ: hãy kiểm tra máy chủ và các biến CHITHI_EMBEDDING, CHITHI_LLM__…."


class Gain(NamedTuple):
    """nDCG@10 of the same queries without and with vectors, and the standard error of the difference."""

    model: str
    queries: int
    without: float
    with_: float
    error: float

    @property
    def sure(self) -> bool:
        """Whether the gain is more than chance."""
        return self.with_ - self.without > SURE * self.error


class Meaning:
    """The second order of a search."""

    def __init__(self, vectors: Vectors, embed: Embed, model: str) -> None:
        self._vectors = vectors
        self._embed = embed
        self._model = model
        self.notice = ""
        """What the officer is told when the server does not answer; it is not asked again then."""

    def ordered(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """``hits`` with meaning counted; as they are where the query may not be sent or no answer comes."""
        if not hits or self.notice or secrecy.stamp(query):
            return list(hits)
        try:
            question = unit(self._embed([query])[0])
        except ModelFault:
            self.notice = UNANSWERED
            return list(hits)
        return fused(hits, question, self._vectors.of(map(_place, hits), self._model))

    def close(self) -> None:
        """Let go of the vectors."""
        self._vectors.close()


def fused(hits: Sequence[Hit], question: Sequence[float], vectors: Mapping[Place, Sequence[float]]) -> list[Hit]:
    """``hits`` by the sum of both orders; one without a vector keeps what its words are worth."""
    by_meaning = {place: n for n, place in enumerate(nearest_first(question, vectors), 1)}
    scores = {
        _place(hit): 1 / (RRF + n) + (1 / (RRF + by_meaning[_place(hit)]) if _place(hit) in by_meaning else 0.0)
        for n, hit in enumerate(hits, 1)
    }
    return sorted((replace(hit, score=round(scores[_place(hit)], 6)) for hit in hits), key=lambda hit: -hit.score)


def fill(corpus: Corpus, vectors: Vectors, embed: Embed, model: str, progress: Progress = unseen) -> int:
    """Make the vectors that are missing; texts stamped MẬT get none. How many were made. Raises ModelFault."""
    held = vectors.stamps()
    precedents = corpus.list_()
    vectors.forget(held.keys() - {precedent.id for precedent in precedents})
    made = 0
    for done, precedent in enumerate(precedents, 1):
        stamp = f"{model} {precedent.stamp}"
        if held.get(precedent.id) != stamp:
            new = list(_vectors(precedent, vectors.held(precedent.id, model), embed))
            vectors.put(precedent.id, stamp, model, (vector for vector, _ in new))
            made += sum(fresh for _, fresh in new)
        progress(Step(done, len(precedents)))
    return made


def measure(corpus: Corpus, vectors: Vectors, embed: Embed, model: str) -> Gain:
    """What vectors gain on questions the office has written itself: the headings of its sections.

    Each heading is asked for with all headings taken out of the texts, so the answer must be found by what a section says.
    Raises UserError where there are too few headings, ModelFault when the server fails.
    """
    held = list(_measured(corpus, vectors))
    answers: defaultdict[str, set[Place]] = defaultdict(set)
    for record in held:
        answers[_asked(record)].add((record.precedent_id, record.position))
    asked = sorted(
        (words for words in answers if len(words.split()) > 1),
        key=lambda words: hashlib.sha256(words.encode()).digest(),
    )
    queries = asked[:MOST_QUERIES]
    if len(queries) < FEWEST_QUERIES:
        raise UserError(
            f"Kho mới có {len(queries)} đề mục để đo, cần ít nhất {FEWEST_QUERIES}: hãy nhập thêm văn bản vào kho rồi đo lại."
        )
    index = EmbeddedIndex()
    index.add(replace(record, heading="", title="") for record in held)
    pairs = []
    for words, question in zip(queries, _embedded(queries, embed), strict=True):
        hits = index.search(words, limit=CANDIDATES)
        again = fused(hits, question, vectors.of(map(_place, hits), model))
        pairs.append((_ndcg(hits, answers[words]), _ndcg(again, answers[words])))
    index.close()
    gains = [with_ - without for without, with_ in pairs]
    error = stdev(gains) / math.sqrt(len(gains))
    return Gain(model, len(pairs), mean(one for one, _ in pairs), mean(one for _, one in pairs), error)


def _vectors(precedent: Precedent, held: Mapping[str, Vector], embed: Embed) -> Iterator[tuple[Vector, bool]]:
    """The vectors of a precedent, and whether each is new."""
    if secrecy.stamp(precedent.text):
        return
    sections = [(record, digest(record)) for record in records(precedent) if text_of(record)]
    missing = [(record, mark) for record, mark in sections if mark not in held]
    made = dict(
        zip((mark for _, mark in missing), _embedded([text_of(record) for record, _ in missing], embed), strict=True)
    )
    for record, mark in sections:
        values = made[mark] if mark in made else held[mark].values
        yield Vector(record.position, mark, values), mark in made


def _embedded(texts: Sequence[str], embed: Embed) -> list[array[float]]:
    batches = (texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE))
    return [unit(vector) for batch in batches for vector in embed(batch)]


def _measured(corpus: Corpus, vectors: Vectors) -> Iterator[SectionRecord]:
    """Sections that have a vector: of the office's own papers, of the samples too while it has few."""
    read = vectors.stamps()
    listed = sorted(corpus.list_(), key=lambda one: (one.provenance != "own", hashlib.sha256(one.id.encode()).digest()))
    found = (record for precedent in listed if precedent.id in read for record in records(precedent))
    return islice((record for record in found if record.heading and text_of(record)), MOST_SECTIONS)


def _asked(record: SectionRecord) -> str:
    """The innermost heading without its number: “IV. NỘI DUNG – 2. Thi đua học tốt” asks “thi dua hoc tot”."""
    return " ".join(
        word for word in key(record.heading.split(" – ")[-1]).split() if not word.isdigit() and len(word) > 1
    )


def _ndcg(hits: Iterable[Hit], answers: set[Place]) -> float:
    gained = sum(1 / math.log2(n + 1) for n, hit in enumerate(islice(hits, DEPTH), 1) if _place(hit) in answers)
    return gained / sum(1 / math.log2(n + 1) for n in range(1, min(DEPTH, len(answers)) + 1))


def _place(hit: Hit) -> Place:
    return hit.record.precedent_id, hit.record.position
