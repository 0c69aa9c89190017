"""Sections of a draft written anew by a model: what can be asked, what has come so far, versions to return to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.draft import Draft
from assistant.drafting.answer import closed_paragraphs
from assistant.drafting.inserting import PREFACE, current, heading_of, insert
from assistant.drafting.write import Progress, Written, judge_section, write_section
from assistant.index import Hit
from assistant.model import Model
from assistant.precedents.corpus import Corpus
from assistant.precedents.precedent import Precedent
from assistant.precedents.retrieve import nearest
from assistant.request import Request

NEAREST = 3
MOST_VERSIONS = 10
INTERRUPTED = "Trang được tải lại khi mô hình đang viết: phần đã nhận được giữ lại."
STOPPED = "Đã dừng theo yêu cầu: phần đã nhận được giữ lại."


class Rewritten(NamedTuple):
    """A section as far as the model has come. ``received`` is its answer as it came; ``written`` what was judged."""

    text: str = ""
    received: str = ""
    written: Written | None = None
    fault: str = ""
    instruction: str = ""
    """What the officer asked for; its figures are given ones."""

    @property
    def resumable(self) -> bool:
        """Has something come with which the model can go on?"""
        return bool(self.fault and closed_paragraphs(self.received))


class Example(NamedTuple):
    """A section of another directive to write after. ``reasons`` say why it was chosen."""

    name: str
    heading: str
    reasons: tuple[str, ...]
    text: str


class Version(NamedTuple):
    """A draft as it was. ``name`` tells when."""

    name: str
    draft: Draft


def sections(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Role and heading of every section that can be written anew, in reading order; never one inside another."""
    found = [(PREFACE, heading_of(draft, PREFACE))] if current(draft, PREFACE) else []
    end = 0
    for section in draft.document.sections:
        # “4. Thời gian, đối tượng” is written as a whole, its “a) Đối tượng” not once more.
        outermost = section.span.start >= end and draft.document.section(section.role) == section
        if section.role and outermost and current(draft, section.role):
            found.append((section.role, heading_of(draft, section.role)))
            end = section.span.end
    return tuple(found)


def rewrite(
    request: Request, draft: Draft, role: str, model: Model, corpus: Corpus, instruction: str = "", received: str = ""
) -> Iterator[Progress]:
    """The section written anew after the nearest precedents; as ``write_section``."""
    precedents = _precedents(request, role, corpus)
    return write_section(
        request, role, current(draft, role), precedents, model, instruction, draft=draft, received=received
    )


def after(known: Rewritten, step: Progress) -> Rewritten:
    """What there is after one more step; nothing that came is lost."""
    return known._replace(
        text=step.text or known.text,
        received=step.received or known.received,
        written=step.written or known.written,
        fault=step.fault,
    )


def halted(known: Rewritten, request: Request, draft: Draft, role: str, corpus: Corpus) -> Rewritten:
    """What the officer has when stopping: whole paragraphs that came are judged as they stand."""
    if known.written is not None:
        return known._replace(fault=STOPPED)
    said = closed_paragraphs(known.received)
    return judged(known, request, draft, role, corpus, said)._replace(fault=STOPPED)


def judged(
    known: Rewritten, request: Request, draft: Draft, role: str, corpus: Corpus, said: Sequence[str], rounds: int = 0
) -> Rewritten:
    """The same answer with ``said`` judged anew."""
    precedents = _precedents(request, role, corpus)
    section = current(draft, role)
    found = judge_section(request, role, section, precedents, said, known.instruction, draft=draft, rounds=rounds)
    return known._replace(written=found)


def told(step: Progress) -> str:
    """What is shown while one waits."""
    match step.step:
        case "sending":
            return "Đang gửi tới mô hình…"
        case "again":
            return f"{step.text}\n\nĐang nhờ mô hình sửa những câu chưa có căn cứ…"
    return step.text


def accepted(draft: Draft, written: Written) -> Draft:
    """The draft with what passed the gate."""
    return insert(draft, written.role, written.paragraphs, written.prompts)


def kept(versions: Sequence[Version], name: str, draft: Draft) -> tuple[Version, ...]:
    """The versions with this one; the oldest go first."""
    return (*versions, Version(name, draft))[-MOST_VERSIONS:]


def restored(
    known: Rewritten, request: Request, draft: Draft, role: str, corpus: Corpus, said: Sequence[str], rounds: int = 0
) -> Rewritten:
    """An answer kept outside, judged anew; one that was still coming is judged as far as it came."""
    if said:
        return judged(known, request, draft, role, corpus, said, rounds)
    came = known._replace(fault=known.fault or INTERRUPTED)
    return judged(came, request, draft, role, corpus, closed_paragraphs(known.received))


def examples(request: Request, role: str, corpus: Corpus) -> tuple[Example, ...]:
    """The nearest sections of other directives, each with the reason why it is near."""
    return tuple(
        Example(_named(hit), hit.record.heading, hit.why, hit.record.text)
        for hit in nearest(request, corpus, role, NEAREST)
    )


def _named(hit: Hit) -> str:
    return f"{hit.record.issuer or hit.record.precedent_id}, {hit.record.year or 'không rõ năm'}"


def _precedents(request: Request, role: str, corpus: Corpus) -> tuple[Precedent, ...]:
    hits = nearest(request, corpus, role, NEAREST)
    return tuple(corpus.show(one) for one in dict.fromkeys(hit.record.precedent_id for hit in hits))
