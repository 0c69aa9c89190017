"""One section written by a model, and judged: precedents and facts in, paragraphs that passed the gate out.

What a fix already answers is never asked of the model; what remains goes back to it at most twice, then to the person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from assistant.draft import BLANK, Draft, Paragraph, Provenance
from assistant.drafting.answer import SCHEMA, closed_paragraphs, paragraphs_of
from assistant.drafting.inserting import PREFACE, heading_of, inserted
from assistant.drafting.prompt import Prompt
from assistant.faults import ModelFault
from assistant.gate.grounding import (
    Given,
    Judged,
    Sentence,
    given_precedent,
    given_request,
    grounded,
    is_blank,
    verbatim,
)
from assistant.gate.injection import Instruction, instructions_in
from assistant.model import Message, Model
from assistant.precedents.precedent import Precedent
from assistant.request import Request, Target
from checks import engine
from checks.document import Document
from checks.finding import Finding, Severity
from checks.parsing import secrecy
from checks.rules import all_rules

__all__ = ["Ignored", "Progress", "Written", "judge_section", "write_section"]

AGAIN = 2
"""At most so often the model is asked to repair."""
SHOWN = 3
"""At most so many precedents are shown to the model."""
LONGEST = 6_000
"""Characters of one precedent's section that are sent."""
Step = Literal["sending", "writing", "judged", "again", "stopped", "done"]


class Ignored(NamedTuple):
    """A sentence of a text given that speaks to a machine: shown to the officer, obeyed by nobody."""

    source: str
    instruction: Instruction


@dataclass(frozen=True)
class Written:
    """A section as far as it is written. ``paragraphs`` are what may enter the draft."""

    role: str
    paragraphs: tuple[Paragraph, ...]
    judged: Judged
    findings: tuple[Finding, ...] = ()
    """What the checks say of the section inside the draft; places are those of ``document``."""
    document: Document | None = None
    prompts: tuple[str, ...] = ()
    precedents: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    rounds: int = 0

    @property
    def refused(self) -> tuple[Sentence, ...]:
        return self.judged.refused

    @property
    def said(self) -> tuple[str, ...]:
        """The paragraphs as the model wrote them, refused sentences included."""
        numbers = dict.fromkeys(s.paragraph for s in self.judged.sentences)
        return tuple(" ".join(s.text for s in self.judged.sentences if s.paragraph == n) for n in numbers)

    @property
    def open(self) -> int:
        """How much is left for a person."""
        return len(self.refused) + len(self.findings)


class Progress(NamedTuple):
    """One step of writing. ``text`` is the answer so far as text; ``received`` is what to hand in again to resume."""

    step: Step
    text: str = ""
    received: str = ""
    written: Written | None = None
    fault: str = ""


def write_section(
    request: Request,
    role: str,
    previous_section: str,
    precedents: Sequence[Precedent],
    model: Model,
    instruction: str = "",
    *,
    draft: Draft | None = None,
    received: str = "",
) -> Iterator[Progress]:
    """The section step by step; close the iterator to stop. The last step is “done” or “stopped” and has the section.

    ``previous_section`` is the text it stands in for: this year's as rolled forward, else last year's. ``draft`` is
    where it will stand, so that all rules can judge it. ``received`` is what a stopped run had. Raises UserError only
    for a text that may not be sent; every other fault ends in a step “stopped” that keeps what came.
    """
    writing = _Writing(request, role, previous_section, tuple(precedents[:SHOWN]), instruction, draft)
    secrecy.refuse([instruction, previous_section, writing.facts, *(p.text for p in writing.precedents)])
    yield Progress("sending")
    done = closed_paragraphs(received)
    messages = [Message("system", writing.system.text), Message("user", writing.asked())]
    if done:
        messages.append(Message("user", writing.resumed(done)))
    best: Written | None = None
    for turn in range(AGAIN + 1):
        answer = ""
        try:
            for piece in model(messages, SCHEMA):
                answer += piece
                yield Progress("writing", "\n\n".join([*done, *paragraphs_of(answer)]), _whole(done, answer))
            said = (*done, *_checked(answer))
        except ModelFault as fault:
            answer = fault.received or answer
            kept = best or writing.judged((*done, *closed_paragraphs(answer)), turn)
            yield Progress(
                "stopped", "\n\n".join(p.text for p in kept.paragraphs), _whole(done, answer), kept, str(fault)
            )
            return
        found = writing.judged(said, turn)
        # The first answer stands unless a later one leaves less to do.
        best = found if best is None or (found.open < best.open and found.paragraphs) else best
        yield Progress("judged", "\n\n".join(said), "", best)
        if not best.open or turn == AGAIN:
            break
        yield Progress("again", "\n\n".join(said), "", best)
        done = ()
        messages = [*messages[:2], Message("user", writing.repaired(found, said))]
    assert best is not None
    yield Progress("done", "\n\n".join(p.text for p in best.paragraphs), "", best)


def judge_section(
    request: Request,
    role: str,
    previous_section: str,
    precedents: Sequence[Precedent],
    said: Sequence[str],
    instruction: str = "",
    *,
    draft: Draft | None = None,
    rounds: int = 0,
) -> Written:
    """What a model wrote before, judged once more: nothing kept outside this program is believed."""
    return _Writing(request, role, previous_section, tuple(precedents[:SHOWN]), instruction, draft).judged(said, rounds)


def _checked(answer: str) -> tuple[str, ...]:
    """The paragraphs of a whole answer. Raises ModelFault for what is no answer of the form asked for."""
    found = closed_paragraphs(answer, whole=True)
    if not found:
        raise ModelFault("broken", answer)
    return found


def _whole(done: Sequence[str], answer: str) -> str:
    """What a resumed run is handed: paragraphs already there and the answer as it came."""
    return json.dumps({"paragraphs": [*done, *closed_paragraphs(answer)]}, ensure_ascii=False) if done else answer


@dataclass(frozen=True)
class _Writing:
    """What is constant while one section is written."""

    request: Request
    role: str
    previous: str
    precedents: tuple[Precedent, ...]
    instruction: str
    draft: Draft | None

    @property
    def system(self) -> Prompt:
        return Prompt.load("model/system")

    @property
    def heading(self) -> str:
        return heading_of(self.draft, self.role)

    @property
    def facts(self) -> str:
        request = self.request
        lines = [f"- Cơ quan ban hành: {request.issuer}", f"- Năm: {request.year}"]
        lines += [f"- Chủ đề: “{request.theme}”"] if request.theme else ["- Chủ đề: ………"]
        lines += [f"- Chỉ tiêu: {t.text if isinstance(t, Target) else t}" for t in request.targets]
        lines += [f"- Căn cứ: {base}" for base in request.legal_bases]
        if request.period:
            lines.append(f"- Thời gian: từ {request.period.start:%d/%m/%Y} đến {request.period.end:%d/%m/%Y}")
        return "\n".join(lines)

    def asked(self) -> str:
        request = self.request
        shown = [data(n, p.id, self.part(p)) for n, p in enumerate(self.precedents, 1)]
        return Prompt.load("model/section").render(
            heading=self.heading,
            kind=request.kind.lower() or "chỉ thị",
            period_name=f"năm học {request.year} - {request.year + 1}"
            if request.school_year
            else f"năm {request.year}",
            issuer=request.issuer,
            facts=self.facts,
            current=data(0, "đoạn đang có", self.previous) if self.previous.strip() else "(chưa có)",
            precedents="\n".join(shown) or "(không có)",
            instruction=escaped(self.instruction.strip()) or "(không có)",
        )

    def part(self, precedent: Precedent) -> str:
        """The section of that role, else the opening of the body."""
        document = precedent.document
        section = document.section(self.role)
        span = document.preface if self.role == PREFACE else section.body if section else document.body
        return document.text[span.start : span.end].strip()[:LONGEST]

    def given(self) -> list[Given]:
        """What the gate looks facts up in: the precedents as far as the model saw them."""
        out = [given_precedent(p, self.request, self.part(p)) for p in self.precedents]
        if self.previous.strip():
            # Rolled forward by code it is this year's; else it is a precedent like the others.
            out.insert(0, Given("đoạn đang có", self.previous, "current" if self.draft else "own"))
        if self.instruction.strip() and not instructions_in(self.instruction, own=True):
            out.append(Given("ý kiến của người soạn", self.instruction, "request"))
        return out

    def resumed(self, done: Sequence[str]) -> str:
        return Prompt.load("model/resume").render(heading=self.heading, answer=escaped("\n\n".join(done)))

    def repaired(self, found: Written, said: Sequence[str]) -> str:
        told = [f"- Câu “{s.text}”: {' '.join(s.reasons)}" for s in found.refused]
        told += [f"- {f.message}" for f in found.findings]
        return Prompt.load("model/repair").render(
            heading=self.heading, problems=escaped("\n".join(told)), answer=escaped("\n\n".join(said))
        )

    def judged(self, said: Sequence[str], rounds: int) -> Written:
        """The gate, then the checks; repairs that are safe are made on the way."""
        given = self.given()
        judged = grounded(said, self.request, given, self.previous)
        paragraphs = tuple(
            self._paragraph(text, judged, given) for text in judged.paragraphs() if not is_blank(text) or BLANK in text
        )
        fixed, findings, document = self._proofread(paragraphs)
        names = ("system", "section", *(["repair"] if rounds else []))
        return Written(
            self.role,
            fixed,
            judged,
            findings,
            document,
            tuple(Prompt.load(f"model/{name}").version for name in names),
            tuple(p.id for p in self.precedents),
            self.ignored(),
            rounds,
        )

    def ignored(self) -> tuple[Ignored, ...]:
        own = instructions_in(self.instruction, own=True)
        texts = [("đoạn đang có", self.previous), *((p.id, p.text) for p in self.precedents)]
        given = [Ignored(name, one) for name, text in texts for one in instructions_in(text)]
        return (*(Ignored("ý kiến của người soạn", one) for one in own), *given)

    def _paragraph(self, text: str, judged: Judged, given: Sequence[Given]) -> Paragraph:
        share, where = verbatim(text, given)
        places = [place.id for s in judged.sentences if s.accepted and s.text in text for place in s.sources]
        names = {p.id: f"{p.issuer or p.id}, {p.year}" for p in self.precedents}
        kept = f", giữ {round(share * 100)}% chữ của “{names.get(where, where)}”" if share and where else ""
        stated = dict.fromkeys(names.get(place, place) for place in places)
        facts = f" Dữ kiện có trong: {'; '.join(stated)}." if stated else ""
        note = f"Mô hình viết{kept}: hãy đọc lại.{facts}"
        return Paragraph(text, Provenance("model", self.system.version, self.heading, share), note)

    def _proofread(
        self, paragraphs: tuple[Paragraph, ...]
    ) -> tuple[tuple[Paragraph, ...], tuple[Finding, ...], Document | None]:
        if not paragraphs:
            return paragraphs, (), None
        rules = all_rules()
        given = [given_request(self.request), *self.given()]
        out = []
        for paragraph in paragraphs:
            report = engine.check(Document.parse(paragraph.text), rules)
            text = engine.apply(paragraph.text, report.findings)
            # A repair must not bring in what the gate would refuse.
            out.append(
                paragraph._replace(text=text if _stands(text, paragraph.text, self.request, given) else paragraph.text)
            )
        fixed = tuple(out)
        if self.draft is None:
            document = Document.parse("\n\n".join(p.text for p in fixed))
            inside = (0, len(document.text))
        else:
            placed, inside = inserted(self.draft, self.role, fixed)
            document = placed.document
        found = engine.check(document, rules).findings
        kept = tuple(
            f for f in found
            if inside[0] <= f.span.start < max(inside[1], inside[0] + 1) and f.rule != "open-blank" and f.severity is not Severity.STYLE
        )  # fmt: skip
        return fixed, kept, document


def _stands(text: str, before: str, request: Request, given: Sequence[Given]) -> bool:
    return text == before or not grounded([text], request, given).refused


def data(number: int, name: str, text: str) -> str:
    """A text as numbered data that cannot close its own frame."""
    return f'<tai-lieu so="{number}" ten="{escaped(name)}">\n{escaped(text)}\n</tai-lieu>'


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
