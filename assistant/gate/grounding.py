"""The gate: no sentence of a model enters a draft unless all it states stands in what the model was given.

Code only. Every figure with its unit, date, document number, quotation, slogan, name of a body or a person is looked up
in the request, in this year's text so far and, verbatim, in the precedents. Figures of precedents are never figures of
this draft. What is refused is kept, with the reason, for the officer to see.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant import form
from assistant.draft import BLANK
from assistant.gate.cited import citation_end
from assistant.gate.claims import LABEL, Claim, claims
from assistant.gate.duties import moved, turned, weakened
from assistant.gate.given import Given, Place
from assistant.gate.injection import UNSEEN, instructions_in
from assistant.gate.names import names
from assistant.gate.naming import judge_name
from assistant.gate.posts import judge_posts
from assistant.gate.ruling import Ruling, Verdict
from assistant.gate.verdicts import judge
from assistant.gate.words import key, plain, splits, words
from assistant.precedents.precedent import Precedent, same_issuer
from assistant.request import Request, Target

__all__ = ["Given", "Judged", "Place", "Sentence", "Verdict", "given_precedent", "given_request", "grounded"]

WORST: tuple[Verdict, ...] = ("not-found", "stitched", "misattributed", "found")
RUN = 5
"""So many words in a row taken over are verbatim."""
# “⑨”, “¹²”, letters of other scripts; “m²”, “m³” and the marks of a list are the office's own
ODD = re.compile(
    r"[\u00b9\u2070-\u209c\u2150-\u218b\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u0370-\u03ff\u0400-\u052f\u0530-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff"
    r"\uac00-\ud7af\uff10-\uff5a\U0001d400-\U0001d7ff]|(?<!m)[²³]"
)
MARKUP = ("```", "<", "](", "**", "http:", "https:")


class Sentence(NamedTuple):
    """One sentence of an answer. Refused ones have reasons; ``sources`` say where its facts stand."""

    text: str
    verdict: Verdict
    reasons: tuple[str, ...]
    sources: tuple[Place, ...]
    paragraph: int = 0

    @property
    def accepted(self) -> bool:
        return self.verdict == "found"


class Judged(NamedTuple):
    """An answer, sentence by sentence."""

    sentences: tuple[Sentence, ...]

    @property
    def refused(self) -> tuple[Sentence, ...]:
        return tuple(s for s in self.sentences if not s.accepted)

    def paragraphs(self) -> tuple[str, ...]:
        """The text that may enter the draft: each paragraph of its accepted sentences."""
        numbers = dict.fromkeys(s.paragraph for s in self.sentences)
        kept = (" ".join(s.text for s in self.sentences if s.paragraph == n and s.accepted) for n in numbers)
        return tuple(text for text in kept if text and not LABEL.fullmatch(f"{text} "))


def grounded(paragraphs: Iterable[str], request: Request, given: Sequence[Given], rewrites: str = "") -> Judged:
    """Every sentence of ``paragraphs`` judged; ``rewrites`` is the section they stand in for."""
    told = [given_request(request), *given]
    return Judged(
        tuple(
            sentence(text, told, request, rewrites)._replace(paragraph=number)
            for number, paragraph in enumerate(paragraphs)
            for text in splits(visible(paragraph))
        )
    )


def sentence(text: str, given: Sequence[Given], request: Request, rewrites: str = "") -> Sentence:
    """One sentence judged against what was given."""
    said = plain(text)
    stated = claims(said)
    rulings = [judge(said, claim, stated, given, request) for claim in stated]
    rulings += [judge_name(name, given) for name in names(said, _taken(said, stated, given), _opening(said))]
    rulings += judge_posts(said, given)
    demands = (weakened(said, rewrites) if rewrites else "", turned(said, given, rewrites), moved(said, given))
    rulings += [Ruling("misattributed", reason) for reason in demands if reason]
    odd = ODD.search(unicodedata.normalize("NFC", text))
    if odd:
        rulings.append(Ruling("not-found", f"Câu có ký tự lạ “{odd[0]}”, không phải chữ và số của văn bản."))
    if any(mark in text for mark in MARKUP):
        rulings.append(Ruling("not-found", "Câu có ký hiệu trang trí hoặc liên kết, không phải chữ của văn bản."))
    if instructions_in(text):
        rulings.append(Ruling("not-found", "Câu này là lời sai khiến máy, không phải nội dung văn bản."))
    worst: Verdict = min([r.verdict for r in rulings] or ["found"], key=WORST.index)
    reasons = tuple(dict.fromkeys(r.reason for r in rulings if r.reason))
    places = tuple(dict.fromkeys(r.place for r in rulings if r.place))
    return Sentence(text, worst, reasons, places)


def visible(text: str) -> str:
    """``text`` as it is seen: nothing is judged that would not be read, nor read that was not judged."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def _taken(said: str, stated: Sequence[Claim], given: Sequence[Given]) -> list[tuple[int, int]]:
    """What the claims answer for already: a quotation, a citation with its issuer and title."""
    return [(c.start, citation_end(said, c, given) if c.kind == "citation" else c.end) for c in stated]


def _opening(said: str) -> int:
    label = LABEL.match(said)
    return label.end() if label else len(said) - len(said.lstrip('-–+•“"( '))


def verbatim(text: str, given: Iterable[Given]) -> tuple[float, str]:
    """The share of ``text`` that stands word by word in one of ``given``, and in which."""
    said = words(text)
    best = (0.0, "")
    for source in given:
        held = " ".join(words(source.plain))
        kept = [False] * len(said)
        for n in range(len(said) - RUN + 1):
            if " ".join(said[n : n + RUN]) in held:
                kept[n : n + RUN] = [True] * RUN
        best = max(best, (round(sum(kept) / max(1, len(said)), 3), source.id))
    return best


def given_request(request: Request) -> Given:
    """The request as text: every field that states something, each target on its line."""
    lines = [
        request.issuer,
        *form.issuer_lines(request.issuer, request.parent),
        request.parent,
        request.province,
        request.place,
    ]
    lines += [
        request.kind,
        request.subject,
        request.theme,
        f"năm {request.year}",
        f"năm học {request.year} - {request.year + 1}" if request.school_year else "",
    ]
    for target in request.targets:
        lines += [f"{target.text}", target.note] if isinstance(target, Target) else [target]
    lines += [*request.legal_bases, *request.recipients]
    if request.signer:
        lines += [request.signer.authority, request.signer.post, request.signer.name]
    if request.period:
        lines.append(f"từ ngày {request.period.start:%d/%m/%Y} đến ngày {request.period.end:%d/%m/%Y}")
    return Given("yêu cầu", "\n".join(line for line in lines if line), "request", request.theme)


def given_precedent(precedent: Precedent, request: Request, text: str = "") -> Given:
    """A precedent, or the part ``text`` of it, as something given."""
    own = same_issuer(precedent.issuer, request.issuer)
    places = (precedent.province, form.unit_of(precedent.issuer).name, precedent.document.seat)
    ours = {key(request.province), key(form.unit_of(request.issuer).name), key(request.place)}
    local = tuple(place for place in dict.fromkeys(places) if place and key(place) not in ours)
    return Given(precedent.id, text or precedent.text, "own" if own else "other", precedent.theme, () if own else local)


def is_blank(text: str) -> bool:
    """Is there nothing but a blank to fill?"""
    return not key(text.replace(BLANK, "")).strip(" .,;:-")
