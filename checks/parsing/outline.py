"""The sections of a body: what its numbered and bare headings open, level by level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from checks.finding import Span
from checks.parsing.headings import is_heading, roles_of, words_of
from checks.parsing.lines import Line, is_caps
from checks.parsing.markers import MARKER, Marker, heading_of
from checks.values import NamedTuple


class Section(NamedTuple):
    """A heading with everything below it, up to the next heading of its own or a higher level."""

    number: str
    heading: str
    role: str
    """The first of ``roles``; empty where the heading names none."""
    roles: tuple[str, ...]
    span: Span
    level: int
    body: Span
    """What follows the heading, the rest of its line included."""


class Outermost:
    """Which of some sections, in the order of the text, is the first that holds a place; found by halves."""

    __slots__ = ("_held", "_starts")

    def __init__(self, found: Iterable[Section]) -> None:
        self._held: list[Section] = []
        self._starts: list[int] = []
        end = 0
        for section in found:
            if section.span.end > end:  # what a section before it holds is that one's
                self._starts.append(max(section.span.start, end))
                self._held.append(section)
                end = section.span.end

    def at(self, offset: int) -> Section | None:
        """None where a place is in no section."""
        last = bisect_right(self._starts, offset) - 1
        return self._held[last] if last >= 0 and offset < self._held[last].span.end else None


def sections(lines: tuple[Line, ...], found: tuple[Marker, ...], end: int) -> tuple[Section, ...]:
    """Sections of the body that ends at ``end``; headings without a number (“Mục tiêu”, “THỜI GIAN:”) are included."""
    numbered = {m.line.span.start: m for m in found}
    heads: list[tuple[int, int, str, str, tuple[str, ...], int]] = []
    for i, line in enumerate(lines):
        marker = numbered.get(line.span.start)
        if marker is not None:
            heading = heading_of(marker)
            joined = _wrapped_heading(lines, i, heading, marker)
            # A blank may stand between number and words (“Thứ hai, thi đua…”).
            body = line.span.start + line.text.find(heading, marker.text_at - line.span.start) + len(heading)
            heads.append(
                (line.span.start, marker.depth, marker.label, joined or heading, roles_of(joined or heading), body)
            )
        elif is_heading(line):
            heading = words_of(line.bare)
            at = line.within(len(heading)).start
            heads.append((line.span.start, 1, "", heading, roles_of(heading), at))
    out = []
    for i, (start, level, number, heading, roles, body) in enumerate(heads):
        stop = next((h[0] for h in heads[i + 1 :] if h[1] <= level), end)
        stop = max(stop, start)
        out.append(
            Section(
                number, heading, roles[0] if roles else "", roles, Span(start, stop), level, Span(min(body, stop), stop)
            )
        )
    return tuple(out)


def _wrapped_heading(lines: tuple[Line, ...], i: int, heading: str, marker: Marker) -> str:
    """A heading in capitals that a PDF broke over two lines."""
    if (
        i + 1 < len(lines)
        and heading
        and is_caps(heading)
        and is_caps(lines[i + 1].bare)
        and marker.scheme in ("roman", "arabic", "upper")
    ):
        after = lines[i + 1].bare
        return "" if MARKER.match(after) else f"{heading} {after}"
    return ""
