"""What an officer pastes or uploads, read into the fields of the form by code, and by a model where one is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assistant.entry.reading import Pasted, Question, Slots, from_resolution, from_text, missing
from assistant.entry.request_form import LABELS, MOVEMENTS, target_label
from assistant.entry.slots import Picked, pick, unread
from assistant.gate.injection import instructions_in
from assistant.model import Model
from assistant.request import Target
from assistant.rolling.matching import alike, matched
from assistant.rolling.matching import asked as asked_of
from checks.document import Document
from checks.errors import UserError
from checks.facts import numbers
from checks.facts.indicators import Indicator
from checks.facts.quantities import quantities
from checks.reading import Source

FEW = 6
"""Words below which nothing is asked of a model."""
SEVERAL = 3
"""Sections from which a text with a header is a directive and not a request that quotes one."""
WORD = re.compile(r"[^\W\d_]+")
TARGET = "target_"
"""Field of the form for one of last year's targets, with its number behind."""


class Entry(NamedTuple):
    """What was read. ``values`` are fields of the form; ``ignored`` are sentences that speak to a machine.

    ``unread`` are rows of a table with figures nobody can tell the meaning of; ``left`` are sentences whose figures went
    nowhere; ``dropped`` are sentences about what a model gave and the officer never wrote; ``fault`` is why no model was
    heard.
    """

    values: dict[str, str]
    ignored: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    fault: str = ""
    left: tuple[str, ...] = ()


def read_entry(
    text: str,
    resolution: Source | None,
    form: Mapping[str, str],
    last: Sequence[Indicator] = (),
    asked: str = "",
    model: Model | None = None,
) -> Entry:
    """The fields ``text`` and ``resolution`` tell; ``asked`` is the field of the question on the page.

    Code reads first; what it leaves open a ``model`` may pick out, word by word.

    ``form`` is what stands in the form: lines are added to it, never lost. Raises UserError where nothing is given, or
    where the resolution sets no target.
    """
    if not text.strip() and resolution is None:
        raise UserError("Chưa có gì để đọc: hãy dán yêu cầu, dán bảng chỉ tiêu hoặc chọn một nghị quyết.")
    slots = _read(text, asked) if text.strip() else {}
    picked, fault = _picked(text, slots, asked, model)
    slots |= picked.slots
    resolved = from_resolution(resolution) if resolution else Pasted(())
    targets = [*slots.pop("targets", ()), *resolved.targets]
    unread_rows = (*slots.get("unread", ()), *resolved.unread)
    values = dict(_fields(slots, form))
    values |= _targets([one for one in targets if not instructions_in(_line(one), own=True)], form, last)
    uploaded = instructions_in(resolution.text) if resolution else ()
    ignored = dict.fromkeys(one.text for one in (*instructions_in(text, own=True), *uploaded))
    left = () if picked.slots.get("targets") else tuple(one for one in slots.get("left", ()) if one not in ignored)
    return Entry(values, tuple(ignored), unread_rows, picked.dropped, fault, left)


def whole_launch(text: str) -> bool:
    """Is it a whole directive, pasted where a request belongs? Whoever does that begins from last year's."""
    doc = Document.parse(text)
    return doc.framed and doc.launch and len(doc.sections) >= SEVERAL


def told(values: Mapping[str, str], last: Sequence[Indicator] = ()) -> Iterator[str]:
    """What was read, a line a field: “Năm phát động: 2027”."""
    for name, value in values.items():
        if name.startswith(TARGET):
            known = last[int(name.removeprefix(TARGET))]
            yield f"{target_label(known)}: {value}"
        elif name == "movement":
            yield f"{LABELS[name]}: {MOVEMENTS.get(value, value)}"
        else:
            yield f"{LABELS[name].partition(', mỗi')[0]}: {'; '.join(value.splitlines())}"


def question(form: Mapping[str, str], skipped: Sequence[str] = (), *, rolled: bool) -> Question | None:
    """The first question the form leaves open; ``rolled``: the kind is that of last year's directive.

    ``skipped`` are questions the officer has passed over.
    """
    slots = {
        **{name: form.get(name, "") for name in ("issuer", "year", "movement", "theme", "kind")},
        "targets": any(value for name, value in form.items() if name == "targets" or name.startswith(TARGET)),
        "period": form.get("start") and form.get("end"),
        "signer": form.get("post") or form.get("name"),
    }
    return next(iter(missing(slots, (*skipped, *(("kind",) if rolled else ())))), None)


def _read(text: str, asked: str) -> Slots:
    """A request in words; else a bare list of targets, or a bare answer to the question."""
    return from_text(text) or from_text(text, asked="targets" if "\n" in text.strip() else asked)


def _picked(text: str, slots: Slots, asked: str, model: Model | None) -> tuple[Picked, str]:
    """What a model adds, and the fault that kept it from answering. A bare answer to a question needs none."""
    left = unread(slots)
    if model is None or not left or len(text.split()) < FEW or (asked and asked in slots):
        return Picked({}), ""
    try:
        return pick(text, left, model), ""
    except UserError as problem:
        return Picked({}), str(problem)


def _fields(slots: Slots, form: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in ("issuer", "kind", "year", "theme"):
        if slots.get(name):
            yield name, str(slots[name])
    if slots.get("school_year"):
        yield "movement", "school"
    elif slots.get("movement"):
        yield "movement", str(slots["movement"])
    for part in ("period", "signer"):
        yield from ((name, str(value)) for name, value in slots.get(part, {}).items() if value)
    bases = [base for base in slots.get("legal_bases", ()) if not instructions_in(base, own=True)]
    if bases:
        yield "legal_bases", _added(form.get("legal_bases", ""), bases)
    if slots.get("recipients"):
        yield "recipients", _added(form.get("recipients", ""), slots["recipients"])


def _targets(
    targets: Sequence[dict[str, Any] | str], form: Mapping[str, str], last: Sequence[Indicator]
) -> Iterator[tuple[str, str]]:
    """A target of last year goes beside it, so that its sentence is kept; the others are lines of their own."""
    lines = []
    told = dict(_told_again([_line(one) for one in targets], last))
    for n, one in enumerate(targets):
        beside = next((k for k, known in enumerate(last) if isinstance(one, dict) and _same(one, known)), None)
        if beside is not None:
            yield f"{TARGET}{beside}", Target.model_validate(one).amount
        elif n in told:
            yield told[n]
        else:
            lines.append(_line(one))
    if lines:
        yield "targets", "\n".join(_once(_added(form.get("targets", ""), lines).split("\n")))


def _told_again(lines: Sequence[str], last: Sequence[Indicator]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Lines that say one figure of a target of last year and nothing else: “Thu ngân sách 4,8 tỷ đồng”."""
    asks = asked_of(lines)
    for n, known in matched(asks, last).items():
        said = next(iter(Document.parse(f"1. Chỉ tiêu\n\n- {lines[n]}").indicators), None)
        if said is None or alike(asks[n], known) < 1 or any(one.previous or one.of for one in (said, known)):
            continue
        words = _told(f"{said.name} {said.comparison} {said.unit}").words | {"đạt"}
        if said.unit == known.unit and said.comparison in ("", known.comparison) and _told(lines[n]).words <= words:
            figures = (said.value, said.upper) if said.upper is not None else (said.value,)
            yield n, (f"{TARGET}{last.index(known)}", " - ".join(map(numbers.spell, figures)))


class _Told(NamedTuple):
    """What a line of targets says: its amounts, and its words."""

    amounts: tuple[tuple[object, str], ...]
    words: frozenset[str]


def _once(lines: Sequence[str]) -> list[str]:
    """“Thu ngân sách: 12,5 tỷ đồng” says no more than “Thu ngân sách trên địa bàn 12,5 tỷ đồng”: the fuller one stays."""
    told = [_told(line) for line in lines]
    return [
        line
        for n, line in enumerate(lines)
        if not any(_says_no_more(told[n], other, later=m > n) for m, other in enumerate(told) if m != n)
    ]


def _told(line: str) -> _Told:
    amounts = tuple((one.value, one.unit) for one in quantities(line, 0, len(line)))
    return _Told(amounts, frozenset(WORD.findall(line.casefold())))


def _says_no_more(one: _Told, other: _Told, *, later: bool) -> bool:
    same = bool(one.amounts) and one.amounts == other.amounts
    return same and (one.words < other.words or (later and one.words == other.words))


def _same(one: Mapping[str, Any], known: Indicator) -> bool:
    return str(one["name"]).casefold() == known.name.casefold() and one.get("unit", "") == known.unit


def _line(one: dict[str, Any] | str) -> str:
    return one if isinstance(one, str) else Target.model_validate(one).text


def _added(before: str, lines: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys([*(line for line in before.splitlines() if line.strip()), *lines]))
