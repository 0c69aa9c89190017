"""Sections of a draft written anew by a model: what can be asked, what has come so far, versions to return to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assistant.answer import closed_paragraphs
from assistant.corpus import Corpus
from assistant.draft import Draft
from assistant.faults import ModelFault
from assistant.inserting import current, heading_of, insert
from assistant.model import Message, Model
from assistant.precedent import Precedent
from assistant.request import Request
from assistant.retrieve import nearest
from assistant.write import Progress, Written, write_section

NEAREST = 3
MOST_VERSIONS = 10
STOPPED = "Đã dừng theo yêu cầu: phần đã nhận được giữ lại."


class Rewritten(NamedTuple):
    """A section as far as the model has come. ``received`` is its answer as it came; ``written`` what was judged."""

    text: str = ""
    received: str = ""
    written: Written | None = None
    fault: str = ""

    @property
    def resumable(self) -> bool:
        """Has something come with which the model can go on?"""
        return bool(self.fault and closed_paragraphs(self.received))


class Version(NamedTuple):
    """A draft as it was. ``name`` tells when."""

    name: str
    draft: Draft


def sections(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Role and heading of every section that can be written anew, in reading order; never one inside another."""
    found: list[tuple[str, str]] = []
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
    return Rewritten(
        step.text or known.text, step.received or known.received, step.written or known.written, step.fault
    )


def halted(
    known: Rewritten, request: Request, draft: Draft, role: str, corpus: Corpus, instruction: str = ""
) -> Rewritten:
    """What the officer has when stopping: whole paragraphs that came are judged as they stand."""
    if known.written is not None:
        return known._replace(fault=STOPPED)
    *_, last = rewrite(request, draft, role, _silent, corpus, instruction, known.received)
    return known._replace(written=last.written, fault=STOPPED)


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


def _precedents(request: Request, role: str, corpus: Corpus) -> tuple[Precedent, ...]:
    hits = nearest(request, corpus, role, NEAREST)
    return tuple(corpus.show(one) for one in dict.fromkeys(hit.record.precedent_id for hit in hits))


def _silent(messages: Sequence[Message], schema: Mapping[str, Any] | None = None, /) -> Iterator[str]:  # noqa: ARG001
    """A model that has nothing more to say."""
    yield ""
    raise ModelFault("cut")
