"""One review as a value: the text, what the officer decided about its findings, and every step back.

Nothing here knows a browser or a rule. Each step gives a new ``Review``; ``undo`` gives the one before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from checks.engine import Report
from checks.errors import UserError
from checks.finding import Finding, Severity
from checks.reading.source import Layout
from checks.settings.fingerprint import fingerprints

STEPS_KEPT = 300


class Waiver(NamedTuple):
    """A finding the officer accepts as it stands, and why; printed on the pre-issuance sheet."""

    mark: str
    rule: str
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """``ignored`` and waivers hold fingerprints of findings, ``words`` the case-folded words of the dictionary."""

    ignored: tuple[str, ...] = ()
    waived: tuple[Waiver, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One change: ``before`` became ``after`` at ``start``, and one set of decisions became another."""

    label: str
    start: int
    before: str
    after: str
    decided_before: Decisions
    decided_after: Decisions
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """A text the officer gave a name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """``past`` is undone from its end; ``future`` is redone from its end."""

    name: str
    text: str
    original: str
    notes: tuple[str, ...] = ()
    layout: Layout | None = None
    decisions: Decisions = field(default_factory=Decisions)
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    versions: tuple[Version, ...] = ()


class Open(NamedTuple):
    """A finding not yet decided. ``mark`` is its fingerprint; ``written`` the words it was raised for."""

    mark: str
    finding: Finding
    written: str


class Judged(NamedTuple):
    """What the checks say of a review, and what of it is still to be decided."""

    report: Report
    open: tuple[Open, ...]


def start(text: str, name: str, notes: tuple[str, ...] = (), layout: Layout | None = None) -> Review:
    """A review of ``text``, which is NFC with ``\\n`` line ends."""
    return Review(name, text, text, notes, layout)


def undecided(review: Review, report: Report) -> tuple[Open, ...]:
    """The findings of ``report``, which judged the present text, that are still to be decided."""
    closed = {*review.decisions.ignored, *(waiver.mark for waiver in review.decisions.waived)}
    marks = fingerprints(report.document, report.findings)
    opens = (
        Open(mark, finding, review.text[slice(*finding.span)])
        for mark, finding in zip(marks, report.findings, strict=True)
        if mark not in closed
    )
    return tuple(one for one in opens if not _is_learnt(review, one.finding, one.written))


def accept(review: Review, chosen: Sequence[Open], replacement: str | None = None) -> Review:
    """The chosen repairs made in one step; ``replacement`` stands for the proposed words of a single one."""
    edits = [(one, one.finding.fix.replacement if one.finding.fix else None) for one in chosen]
    if replacement is not None and len(chosen) == 1:
        edits = [(chosen[0], replacement)]
    text, made, end = review.text, 0, len(review.text) + 1
    for one, new in sorted(edits, key=lambda edit: edit[0].finding.span, reverse=True):
        if review.text[slice(*one.finding.span)] != one.written:
            raise UserError("Chữ ở chỗ này vừa thay đổi nên chưa sửa: hãy xem lại danh sách rồi chọn lại.")
        if new is None or one.finding.span.end > end:
            continue  # overlaps a repair just made: it is found again if it is still wrong
        text = text[: one.finding.span.start] + new + text[one.finding.span.end :]
        end = one.finding.span.start
        made += 1
    if not made:
        raise UserError("Chỗ này chưa có cách sửa sẵn: hãy nhập chữ cần thay hoặc sửa trực tiếp trong văn bản.")
    label = "Sửa 1 chỗ" if made == 1 else f"Sửa {made} chỗ"
    return _step(review, label, text, review.decisions)


def typed(review: Review, text: str) -> Review:
    """The officer's own typing; what is typed on in the same lines is one step."""
    if text == review.text:
        return review
    new = _step(review, "Gõ sửa văn bản", text, review.decisions, typed=True)
    last = review.past[-1] if review.past else None
    if last is None or not last.typed:
        return new
    joined = difference(_undone(review.text, last), text)
    own = new.past[-1]
    near = last.start - 1 <= own.start <= last.start + len(last.after) + 1
    if not near or "\n" in own.before + own.after:
        return new
    start_, before, after = joined
    return replace(new, past=(*review.past[:-1], replace(last, start=start_, before=before, after=after)))


def ignore(review: Review, chosen: Sequence[Open]) -> Review:
    """Say no more of these places."""
    marks = tuple(one.mark for one in chosen if one.mark not in review.decisions.ignored)
    label = "Bỏ qua 1 chỗ" if len(marks) == 1 else f"Bỏ qua {len(marks)} chỗ"
    return _step(review, label, review.text, replace(review.decisions, ignored=(*review.decisions.ignored, *marks)))


def waive(review: Review, one: Open, reason: str) -> Review:
    """Let it stand, with the reason that goes on the pre-issuance sheet."""
    if not reason.strip():
        raise UserError("Chưa có lý do: hãy ghi vì sao giữ nguyên chỗ này để đưa vào phiếu kiểm tra.")
    waiver = Waiver(one.mark, one.finding.rule, one.written, " ".join(reason.split()))
    return _step(
        review,
        "Giữ nguyên, có lý do",
        review.text,
        replace(review.decisions, waived=(*review.decisions.waived, waiver)),
    )


def learn(review: Review, one: Open) -> Review:
    """Put the words into the dictionary: no spelling rule asks about them again."""
    word = _folded(one.written)
    if not word:
        raise UserError("Chỗ này không có chữ nào để thêm vào từ điển: hãy dùng “Bỏ qua”.")
    words = tuple(sorted({*review.decisions.words, word}))
    return _step(review, f"Thêm “{word}” vào từ điển", review.text, replace(review.decisions, words=words))


def undo(review: Review) -> Review:
    """One step back; nothing to undo changes nothing."""
    if not review.past:
        return review
    last = review.past[-1]
    return replace(
        review,
        text=_undone(review.text, last),
        decisions=last.decided_before,
        past=review.past[:-1],
        future=(*review.future, last),
    )


def redo(review: Review) -> Review:
    """The step just undone, again."""
    if not review.future:
        return review
    step = review.future[-1]
    text = _replaced(review.text, step.start, step.before, step.after)
    return replace(
        review, text=text, decisions=step.decided_after, past=(*review.past, step), future=review.future[:-1]
    )


def keep_version(review: Review, name: str) -> Review:
    """Give the present text a name; a name used before is given to the new text."""
    label = " ".join(name.split())
    if not label:
        raise UserError("Phiên bản chưa có tên: hãy đặt tên, ví dụ “Trước khi trình”.")
    others = tuple(version for version in review.versions if version.name != label)
    return replace(review, versions=(*others, Version(label, review.text)))


def return_to(review: Review, version: Version) -> Review:
    """The text of that version, as one step that can be undone."""
    return _step(review, f"Trở về “{version.name}”", version.text, review.decisions)


def counts(opens: Iterable[Open]) -> dict[Severity, int]:
    """How many of each severity are still to be decided."""
    tally = Counter(one.finding.severity for one in opens)
    return {severity: tally[severity] for severity in Severity}


def is_spelling(finding: Finding) -> bool:
    """May the dictionary speak for it?"""
    return finding.rule in _spelling_rules()


@cache
def _spelling_rules() -> frozenset[str]:
    from checks.rules import all_rules

    return frozenset(rule.name() for rule in all_rules() if type(rule).__module__.split(".")[-2] == "spelling")


def _is_learnt(review: Review, finding: Finding, written: str) -> bool:
    return bool(review.decisions.words) and _folded(written) in review.decisions.words and is_spelling(finding)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _step(review: Review, label: str, text: str, decisions: Decisions, *, typed: bool = False) -> Review:
    if text == review.text and decisions == review.decisions:
        return review
    at, before, after = difference(review.text, text)
    step = Step(label, at, before, after, review.decisions, decisions, typed)
    return replace(review, text=text, decisions=decisions, past=(*review.past, step)[-STEPS_KEPT:], future=())


def difference(old: str, new: str) -> tuple[int, str, str]:
    """Where ``old`` and ``new`` first differ, and what stands there in each up to their common end."""
    limit = min(len(old), len(new))
    at = _longest(limit, lambda i, j: old[i:j] == new[i:j])
    a, b = len(old), len(new)
    back = _longest(limit - at, lambda i, j: old[a - j : a - i] == new[b - j : b - i])
    return at, old[at : a - back], new[at : b - back]


def _longest(limit: int, alike: Callable[[int, int], bool]) -> int:
    """How far two texts are alike, by halves: letter by letter a long text takes a second."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if alike(low, middle) else (low, middle - 1)
    return low


def _undone(text: str, step: Step) -> str:
    return _replaced(text, step.start, step.after, step.before)


def _replaced(text: str, at: int, old: str, new: str) -> str:
    if text[at : at + len(old)] != old:
        raise UserError("Văn bản không còn khớp với bước này nên không lùi được: hãy mở một phiên bản đã lưu.")
    return text[:at] + new + text[at + len(old) :]
