"""A section written anew, put where the draft has the old one; blanks and provenance of the rest stay."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.draft import OPEN, Blank, Draft, Paragraph
from assistant.form import LEGAL_BASE
from checks.document import Section
from checks.finding import Span

PREFACE = "preface"
HEADINGS = {
    "preface": "Phần mở đầu", "goal": "Mục tiêu", "targets": "Chỉ tiêu", "content": "Nội dung thi đua", "period": "Thời gian thi đua",
    "implementation": "Tổ chức thực hiện", "reward": "Khen thưởng", "scope": "Phạm vi, đối tượng", "means": "Giải pháp", "theme": "Chủ đề",
}  # fmt: skip


def heading_of(draft: Draft | None, role: str) -> str:
    """The heading of that section as the draft prints it, else its usual name."""
    section = draft.document.section(role) if draft else None
    return section.heading if section and section.heading else HEADINGS.get(role, role)


def current(draft: Draft, role: str) -> str:
    """What the section says now, without its heading; empty where the draft has none."""
    place = _place(draft, role)
    return draft.document.text[slice(*place)].strip(" :.\n") if place else ""


def insert(draft: Draft, role: str, paragraphs: Sequence[Paragraph], prompts: Sequence[str] = ()) -> Draft:
    """The draft with these paragraphs as its section; unchanged where it has no such section or nothing is to enter."""
    placed, _ = inserted(draft, role, paragraphs)
    return Draft(placed.document, placed.paragraphs, placed.blanks, tuple(dict.fromkeys([*draft.prompts, *prompts])))


def inserted(draft: Draft, role: str, paragraphs: Sequence[Paragraph]) -> tuple[Draft, tuple[int, int]]:
    """The draft and where the new text stands in it."""
    place = _place(draft, role)
    if place is None or not paragraphs:
        return draft, (0, 0)
    text = draft.document.text
    section = draft.document.section(role)
    if role == PREFACE:
        place = _before_launching(draft, place, paragraphs[-1].text)
    elif section:
        place, paragraphs = _behind_heading(draft, section, place, paragraphs)
    said = "\n\n".join(p.text for p in paragraphs) + ("\n\n" if place.end == place.start else "")
    whole = text[: place.start] + said + text[place.end :]
    moved = len(said) - (place.end - place.start)
    fresh = [
        Blank(Span(place.start + m.start(), place.start + m.end()), "Nội dung cần điền", "")
        for m in OPEN.finditer(said)
    ]
    before = [b for b in draft.blanks if b.span.end <= place.start]
    after = [
        b._replace(span=Span(b.span.start + moved, b.span.end + moved))
        for b in draft.blanks
        if b.span.start >= place.end
    ]
    kept = list(draft.paragraph_spans())
    above = [p for span, p in kept if span.end <= place.start]
    below = [p for span, p in kept if span.start >= place.end]
    document = draft.document.with_text(whole)
    new = Draft(document, (*above, *paragraphs, *below), (*before, *fresh, *after), draft.prompts)
    return new, (place.start, place.start + len(said))


def _place(draft: Draft, role: str) -> Span | None:
    """The words of the section after its heading, or of the preface after its legal bases; None where there are none."""
    text = draft.document.text
    section = draft.document.section(role)
    if section is None and role != PREFACE:
        return None
    start, end = section.body if section else _argued(draft)
    while start < end and (text[start].isspace() or text[start] in ":.*"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _argued(draft: Draft) -> Span:
    """The preface below its legal bases, which are cited and not worded."""
    preface = draft.document.preface
    lines = [line for line in draft.document.lines if preface.start <= line.span.start < preface.end and line.bare]
    bases = [line for line in lines if LEGAL_BASE.match(line.bare) and line.bare[-1] in ";,"]
    first = next((line for line in lines if not bases or line.span.start > bases[-1].span.start), None)
    return Span(first.span.start if first else preface.end, preface.end)


def _before_launching(draft: Draft, place: Span, last: str) -> Span:
    """“… phát động phong trào thi đua với những nội dung sau:” stays where the new preface does not lead on."""
    inside = [span for span, _ in draft.paragraph_spans() if place.start <= span.start < place.end]
    text = draft.document.text
    if not inside or last.rstrip().endswith(":") or not text[slice(*inside[-1])].rstrip().endswith(":"):
        return place
    end = place.start + len(text[place.start : inside[-1].start].rstrip())
    return Span(place.start, end)


def _behind_heading(
    draft: Draft, section: Section, place: Span, paragraphs: Sequence[Paragraph]
) -> tuple[Span, Sequence[Paragraph]]:
    """“4. Thời gian thi đua: Từ ngày …”: there the first paragraph goes on in the line of the heading."""
    text = draft.document.text
    line = draft.document.lines[draft.document.line_at(section.span.start)]
    if "\n" in text[section.body.start : place.start] or place.start > line.span.end:
        return place, paragraphs
    head = text[line.span.start : place.start].rstrip()
    lead = f"{head}{'' if head.endswith((':', '.')) else ':'} "
    first = paragraphs[0]._replace(text=lead + paragraphs[0].text)
    return Span(line.span.start, place.end), (first, *paragraphs[1:])
