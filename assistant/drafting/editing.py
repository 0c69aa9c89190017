"""A draft in the hands of its officer: blanks filled, parts retyped, safe repairs made; what was not touched keeps its origin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from assistant.draft import OPEN, Blank, Draft, Paragraph, Provenance
from assistant.drafting.inserting import heading_of
from checks import engine
from checks.document import Document
from checks.errors import UserError
from checks.finding import Span
from checks.rules import all_rules

HEAD, PREFACE, TAIL = "Đầu văn bản", "Phần mở đầu", "Nơi nhận, người ký"
ALIKE = 0.5
"""Share of common letters from which two lines are one line before and after."""
LIST_MARK = re.compile(r"^\s*[-–+•]\s*")
BESIDE = 6
"""Words on either side that show where a blank stands."""
UNKNOWN = "Nội dung cần điền"


class Part(NamedTuple):
    """A stretch an officer edits as a whole. ``role`` is empty for the frame of the document."""

    name: str
    role: str
    span: Span


def names(found: Sequence[Part]) -> list[str]:
    """Each name once: “Nội dung”, “Nội dung (2)”."""
    told: Counter[str] = Counter()
    out = []
    for part in found:
        told[part.name] += 1
        out.append(part.name if told[part.name] == 1 else f"{part.name} ({told[part.name]})")
    return out


def parts(draft: Draft) -> tuple[Part, ...]:
    """The draft from top to bottom: head, preface, each outermost section, and what stands below the body."""
    doc = draft.document
    cuts = [(HEAD, "", 0), (PREFACE, "preface", doc.body.start)]
    end = 0
    for section in doc.sections:
        if section.span.start >= end:
            cuts.append((_named(draft, section.role, section.heading), section.role, section.span.start))
            end = section.span.end
    cuts.append((TAIL, "", doc.body.end))
    stops = [start for _, _, start in cuts[1:]] + [len(doc.text)]
    found = (
        Part(name, role, _bare(doc.text, start, stop)) for (name, role, start), stop in zip(cuts, stops, strict=True)
    )
    return tuple(part for part in found if part.span.end > part.span.start)


def text_of(draft: Draft, part: Part) -> str:
    return draft.document.text[slice(*part.span)]


def edited(draft: Draft, part: Part, text: str) -> Draft:
    """The draft with ``text`` as that part. Raises UserError where the part is not what it was."""
    if part not in parts(draft):
        raise UserError("Dự thảo vừa thay đổi nên chưa lưu phần này: hãy mở lại phần cần sửa.")
    whole = draft.document.text
    said = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.splitlines()).strip())
    return with_text(draft, whole[: part.span.start] + said + whole[part.span.end :])


def filled(draft: Draft, words: Mapping[int, str]) -> Draft:
    """The draft with blanks filled; keys are numbers of ``draft.blanks``. A blank given nothing stays."""
    text = draft.document.text
    for number in sorted(words, reverse=True):
        blank = draft.blanks[number]
        lines = [" ".join(line.split()) for line in words[number].splitlines() if line.strip()]
        said = _listed(draft, blank, lines) if len(lines) > 1 and whole_line(draft, blank) else " ".join(lines)
        if said:
            text = text[: blank.span.start] + said + text[blank.span.end :]
    return with_text(draft, text)


def whole_line(draft: Draft, blank: Blank) -> bool:
    """Has the blank a sentence of its own, for paragraphs or a list: “……….”, “- ……….”?"""
    lead, tail = _beside(draft, blank)
    return not LIST_MARK.sub("", lead).strip() and tail.strip() in (".", ";")


def _listed(draft: Draft, blank: Blank, lines: Sequence[str]) -> str:
    """Each line as the blank's own would stand: with its list mark, else as a paragraph."""
    lead, tail = _beside(draft, blank)
    end = tail.strip()
    bare = [LIST_MARK.sub("", line).rstrip(" .;") for line in lines]
    return f"{end}\n{lead}".join(bare) if lead.strip() else f"{end}\n\n".join(bare)


def _beside(draft: Draft, blank: Blank) -> tuple[str, str]:
    """What stands before and after a blank in its line."""
    line, text = draft.document.lines[draft.document.line_at(blank.span.start)], draft.document.text
    return text[line.span.start : blank.span.start], text[blank.span.end : line.span.end]


def around(draft: Draft, blank: Blank) -> str:
    """The words a blank stands between: “Sơn Thủy, ngày ▁▁ tháng …”."""
    lead, tail = _beside(draft, blank)
    before, after = OPEN.sub("…", lead).split(), OPEN.sub("…", tail).split(" ")
    more, rest = "… " if len(before) > BESIDE else "", " …" if len(after) > BESIDE else ""
    return f"{more}{' '.join(before[-BESIDE:])} ▁▁{' '.join(after[:BESIDE])}{rest}".strip()


def repaired(draft: Draft) -> Draft:
    """The draft with every repair to which there is one right answer."""
    rules = all_rules()
    fixed = engine.fix(draft.document, lambda doc: engine.check(doc, rules))
    return with_text(draft, fixed.text)


def with_text(draft: Draft, text: str) -> Draft:
    """The draft reading ``text``. Lines that stay keep origin, note and what their blanks ask; others are the officer's."""
    if text == draft.document.text:
        return draft
    document = draft.document.with_text(Document.parse(text).text)
    old = list(draft.paragraph_spans())
    new = [line for line in document.lines if line.text.strip()]
    paragraphs: list[Paragraph] = []
    blanks: list[Blank] = []
    for before, now in paired([p.text for _, p in old], [line.text for line in new]):
        if now is None:
            continue
        line = new[now]
        span, known = old[before] if before is not None else (Span(0, 0), None)
        paragraphs.append(_paragraph(line.text, known))
        asked = [blank for blank in draft.blanks if span.start <= blank.span.start < span.end]
        blanks += _blanks(line.text, line.span.start, known.text if known else "", span.start, asked)
    return Draft(document, tuple(paragraphs), tuple(blanks), draft.prompts)


def _named(draft: Draft, role: str, heading: str) -> str:
    return heading.strip(" :.") or heading_of(draft, role)


def _bare(text: str, start: int, stop: int) -> Span:
    said = text[start:stop]
    lead = len(said) - len(said.lstrip())
    return Span(start + lead, max(start + lead, start + len(said.rstrip())))


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Numbers of the lines before and after, in the order of the new text."""
    out: list[tuple[int | None, int | None]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            out += zip(range(a, b), range(c, d), strict=True)
        elif b - a == d - c:
            out += ((i if _alike(old[i], new[j]) else None, j) for i, j in zip(range(a, b), range(c, d), strict=True))
        else:
            left = list(range(a, b))
            for j in range(c, d):
                best = max(left, key=lambda i: _ratio(old[i], new[j]), default=None)
                alike = best is not None and _alike(old[best], new[j])
                out.append((best if alike else None, j))
                if alike:
                    left = [i for i in left if i != best]
    return _moved(out, old, new)


def _moved(
    pairs: list[tuple[int | None, int | None]], old: Sequence[str], new: Sequence[str]
) -> list[tuple[int | None, int | None]]:
    """The pairs with lines that stand elsewhere now: Word keeps the number beside the motto, not below it."""
    left = [n for n in range(len(old)) if n not in {before for before, _ in pairs}]
    out: list[tuple[int | None, int | None]] = []
    for before, now in pairs:
        found = before
        if before is None and now is not None:
            found = next((n for n in left if old[n] == new[now] or _only_filled(old[n], new[now])), None)
            left = [n for n in left if n != found]
        out.append((found, now))
    return out


def _alike(old: str, new: str) -> bool:
    return _only_filled(old, new) or _ratio(old, new) >= ALIKE


def _ratio(old: str, new: str) -> float:
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _only_filled(old: str, new: str) -> bool:
    """Is ``new`` the old line with words where its blanks were?"""
    apart = [re.escape(piece) for piece in OPEN.split(old)]
    return len(apart) > 1 and re.fullmatch("(?:.+?)".join(apart), new) is not None


def _paragraph(text: str, known: Paragraph | None) -> Paragraph:
    if known is None:
        return Paragraph(text, Provenance("officer", "", "", 0.0))
    if text == known.text:
        return known
    if _only_filled(known.text, text):
        share = round(known.provenance.verbatim * len(known.text) / len(text), 3)
        return known._replace(text=text, provenance=known.provenance._replace(verbatim=min(1.0, share)))
    came = known.provenance
    return Paragraph(text, Provenance("officer", came.id, came.section, 0.0))


def _blanks(text: str, at: int, before: str, start: int, asked: Sequence[Blank]) -> list[Blank]:
    """The blanks of a line. One that stayed is known by its place in line, else by the words in front of it."""
    found = list(OPEN.finditer(text))
    if len(found) == len(asked):
        known: list[Blank | None] = list(asked)
    else:
        leads = {before[max(0, b.span.start - start - 12) : b.span.start - start]: b for b in asked}
        known = [leads.get(text[max(0, m.start() - 12) : m.start()]) for m in found]
    return [
        Blank(Span(at + m.start(), at + m.end()), b.what if b else UNKNOWN, b.last if b else "")
        for m, b in zip_longest(found, known)
        if m is not None
    ]
