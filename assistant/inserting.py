"""A section written anew, put where the draft has the old one; blanks and provenance of the rest stay."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.draft import OPEN, Blank, Draft, Paragraph
from checks.document import Section
from checks.finding import Span

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
    section = draft.document.section(role)
    return draft.document.text[slice(*_place(draft, section))].strip(" :.\n") if section else ""


def insert(draft: Draft, role: str, paragraphs: Sequence[Paragraph], prompts: Sequence[str] = ()) -> Draft:
    """The draft with these paragraphs as its section; unchanged where it has no such section or nothing is to enter."""
    placed, _ = inserted(draft, role, paragraphs)
    return Draft(placed.document, placed.paragraphs, placed.blanks, tuple(dict.fromkeys([*draft.prompts, *prompts])))


def inserted(draft: Draft, role: str, paragraphs: Sequence[Paragraph]) -> tuple[Draft, tuple[int, int]]:
    """The draft and where the new text stands in it."""
    section = draft.document.section(role)
    if section is None or not paragraphs:
        return draft, (0, 0)
    text = draft.document.text
    place = _place(draft, section)
    line = draft.document.lines[draft.document.line_at(section.span.start)]
    if "\n" not in text[section.body.start : place.start] and place.start <= line.span.end:
        # “4. Thời gian thi đua: Từ ngày …”: the first paragraph goes on in the line of the heading
        head = text[line.span.start : place.start].rstrip()
        lead = f"{head}{'' if head.endswith((':', '.')) else ':'} "
        first = paragraphs[0]._replace(text=lead + paragraphs[0].text)
        place, paragraphs = Span(line.span.start, place.end), (first, *paragraphs[1:])
    said = "\n\n".join(p.text for p in paragraphs)
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


def _place(draft: Draft, section: Section) -> Span:
    """The words of the section after its heading, from the first to the last that is no blank."""
    text = draft.document.text
    start, end = section.body
    while start < end and (text[start].isspace() or text[start] in ":.*"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
