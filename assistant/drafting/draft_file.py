"""Work on a draft as one JSON file: what the browser keeps between visits, and what an officer hands to a colleague."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.draft import OPEN, Blank, Draft, Origin, Paragraph, Provenance
from assistant.drafting.rewriting import Rewritten, Version
from assistant.request import Request
from checks.document import Document
from checks.errors import UserError
from checks.finding import Span
from checks.reading import Source
from checks.reading.source import TEXT_LIMIT

KIND: Literal["chithi-draft-1"] = "chithi-draft-1"
FILE_LIMIT = 12 * TEXT_LIMIT
Judge = Callable[[Rewritten, Request, Draft, str, Sequence[str], int], Rewritten]
"""An answer with its paragraphs, judged anew: the gate believes nothing that was kept outside."""


class Made(NamedTuple):
    """A draft with the request it was made for, its earlier versions, and what a model offered for its sections."""

    request: Request
    draft: Draft
    versions: tuple[Version, ...] = ()
    answers: Mapping[str, Rewritten] = {}


class Work(NamedTuple):
    """``values`` is what stands in the form; ``made`` is None as long as nothing is drafted."""

    values: Mapping[str, str]
    previous: Source | None = None
    resolution: Source | None = None
    made: Made | None = None


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Source(_Kept):
    text: str = Field(max_length=TEXT_LIMIT)
    name: str


class _Paragraph(_Kept):
    kind: Origin
    id: str = ""
    section: str = ""
    verbatim: float = Field(ge=0, le=1)
    note: str = ""


class _Blank(_Kept):
    start: int
    end: int
    what: str
    last: str = ""


class _Draft(_Kept):
    name: str
    text: str = Field(max_length=TEXT_LIMIT)
    paragraphs: tuple[_Paragraph, ...]
    blanks: tuple[_Blank, ...]
    prompts: tuple[str, ...] = ()


class _Version(_Kept):
    name: str
    draft: _Draft


class _Answer(_Kept):
    said: tuple[str, ...] = ()
    received: str = ""
    fault: str = ""
    instruction: str = ""
    rounds: int = 0


class _Made(_Kept):
    request: Request
    draft: _Draft
    versions: tuple[_Version, ...] = ()
    answers: dict[str, _Answer] = {}


class _Work(_Kept):
    kind: Literal["chithi-draft-1"]
    values: dict[str, str]
    previous: _Source | None = None
    resolution: _Source | None = None
    made: _Made | None = None


def to_json(work: Work) -> str:
    """Everything of one draft."""
    made = work.made
    kept = _Work(
        kind=KIND,
        values=dict(work.values),
        previous=_source(work.previous),
        resolution=_source(work.resolution),
        made=_Made(
            request=made.request,
            draft=_draft(made.draft),
            versions=tuple(_Version(name=one.name, draft=_draft(one.draft)) for one in made.versions),
            answers={role: _answer(one) for role, one in made.answers.items()},
        )
        if made
        else None,
    )
    return kept.model_dump_json(exclude_defaults=False)


def from_json(data: str | bytes, judge: Judge) -> Work:
    """The work in ``data``; every sentence a model wrote passes the gate again. Raises UserError when it is none."""
    if len(data) > FILE_LIMIT:
        raise _foreign()
    try:
        kept = _Work.model_validate_json(data)
        made = _made(kept.made, judge) if kept.made else None
    except ValidationError as error:
        raise _foreign() from error
    return Work(kept.values, _read(kept.previous), _read(kept.resolution), made)


def _foreign() -> UserError:
    return UserError(
        "Bản soạn đã lưu không đọc được: hãy chọn đúng tệp .json lấy từ nút “Xuất bản soạn”, hoặc soạn lại."
    )


def _source(source: Source | None) -> _Source | None:
    return _Source(text=source.text, name=source.name) if source else None


def _read(kept: _Source | None) -> Source | None:
    return Source(kept.text, kept.name, "text") if kept else None


def _draft(draft: Draft) -> _Draft:
    return _Draft(
        name=draft.document.name,
        text=draft.document.text,
        paragraphs=tuple(_Paragraph(**p.provenance._asdict(), note=p.note) for p in draft.paragraphs),
        blanks=tuple(_Blank(start=b.span.start, end=b.span.end, what=b.what, last=b.last) for b in draft.blanks),
        prompts=draft.prompts,
    )


def _opened(kept: _Draft) -> Draft:
    document = Document(kept.text, kept.name)
    lines = [line.text for line in document.lines if line.text.strip()]
    if len(lines) != len(kept.paragraphs) or not all(OPEN.fullmatch(kept.text[b.start : b.end]) for b in kept.blanks):
        raise _foreign()
    paragraphs = tuple(
        Paragraph(text, Provenance(p.kind, p.id, p.section, p.verbatim), p.note)
        for text, p in zip(lines, kept.paragraphs, strict=True)
    )
    blanks = tuple(Blank(Span(b.start, b.end), b.what, b.last) for b in kept.blanks)
    return Draft(document, paragraphs, blanks, kept.prompts)


def _answer(one: Rewritten) -> _Answer:
    written = one.written
    return _Answer(
        said=written.said if written else (),
        received=one.received,
        fault=one.fault,
        instruction=one.instruction,
        rounds=written.rounds if written else 0,
    )


def _made(kept: _Made, judge: Judge) -> Made:
    draft = _opened(kept.draft)
    answers = {}
    for role, one in kept.answers.items():
        known = Rewritten("\n\n".join(one.said), one.received, None, one.fault, one.instruction)
        answers[role] = judge(known, kept.request, draft, role, one.said, one.rounds)
    versions = tuple(Version(one.name, _opened(one.draft)) for one in kept.versions)
    return Made(kept.request, draft, versions, answers)
