"""The targets of one clause: every amount with its name, its comparison and what it is a part of."""

from __future__ import annotations

from checks.facts import boundaries, kinds, phrases
from checks.facts.comparisons import Comparison, comparison
from checks.facts.quantities import Quantity, quantities
from checks.facts.units import SHARES, counted
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Prose = Literal["", "joint", "content"]
"""What the amounts stand in: a list of targets, a section of content and targets, or content alone."""
LONGEST = 4000
"""Characters of a clause that are read: what is longer is no sentence, and reading it costs the square of its amounts."""
SHORT = 5
"""“Kết quả rèn luyện: Tốt 85%, Khá 13%”: names of so few words need the head before the colon."""


class Target(NamedTuple):
    """One amount and what it is of; ``scope`` is the target it is a part of."""

    name: str
    comparison: str
    scope: str
    amount: Quantity


class _Phrase(NamedTuple):
    """The words around one amount, and how they hang on those before."""

    lead: str
    tail: str
    said: Comparison
    first: bool
    part: bool
    bracketed: bool
    joined: bool
    compared: bool
    """“… so với năm 2025”."""
    headed: bool
    """“Về đào tạo: 100% …”."""


class _Context(NamedTuple):
    """What the amounts before leave to the next: “Thành lập mới 260 doanh nghiệp và 45 hợp tác xã”."""

    prefix: str
    name: str = ""
    verb: str = ""
    scope: str = ""
    said: Comparison = Comparison("", "", "")
    last: str = ""
    """The name of the amount just before, be it a part or the whole."""
    unit: str = ""
    part: bool = False
    headed: bool = False
    """Was ``verb`` a head before a colon?"""


def targets(text: str, start: int, end: int, prefix: str, *, prose: Prose) -> tuple[str, list[Target]]:
    """The targets in ``text[start:end]`` and the common head (“Kết quả rèn luyện”) that goes on after them.

    In ``prose`` only what is said as a target counts; where a ``joint`` section sets targets too, every task that counts.
    """
    end = min(end, start + LONGEST)
    found: list[Target] = []
    kept: Quantity | None = None
    context = _Context(prefix)
    amounts = quantities(text, start, end)
    for i, amount in enumerate(amounts):
        rest = amounts[i + 1 :]
        at = start if kept is None else boundaries.boundary(text, kept.span.end, amount.span.start)
        if at is None or boundaries.denominator(text, amount, rest):
            continue  # it qualifies the amount before: “05 xã đạt từ 17 - 18 tiêu chí”
        if boundaries.describes(text, start, amount, rest):
            continue  # “đạt yêu cầu theo 5 lĩnh vực phát triển: 92%”
        part = kept is not None and boundaries.PART.search(text, kept.span.end, amount.span.start) is not None
        phrase = _phrase(
            text, (start, at, boundaries.tail_end(text, amount, rest, end)), amount, part=part, prose=bool(prose)
        )
        listed = (
            context.part and amount.unit == context.unit and text[at - 1] == ","
        )  # “trong đó 24 ha ngô, 11 ha khoai”
        if prose and not (part or listed or phrases.meant(text, start, amount, phrase.said, joint=prose == "joint")):
            continue
        if phrase.bracketed and phrases.told_before(text[at : amount.span.start]):
            continue
        if amount.noun == "chỉ tiêu" and text[amount.span.start - 1] == "(":
            continue  # “Về kinh tế (11 chỉ tiêu)”
        target, context = _target(phrase, amount, context)
        if target.name:
            found.append(target)
            kept = amount
    return context.prefix, _shared(found)


def _shared(found: list[Target]) -> list[Target]:
    """“85% hộ, 08/09 thôn và 100% cơ quan đạt chuẩn văn hóa”: what is said once of all is said of each."""
    said = ""
    for i in range(len(found) - 1, -1, -1):
        said = said if kinds.kind_only(found[i].name) else kinds.said_of_kind(found[i].name)
        if said and kinds.kind_only(found[i].name):
            found[i] = found[i]._replace(name=f"{found[i].name} {said}")
    return found


def _phrase(text: str, places: tuple[int, int, int], amount: Quantity, *, part: bool, prose: bool) -> _Phrase:
    start, at, stop = places
    before, after = text[at : amount.span.start], text[amount.span.end : stop]
    short = phrases.shortened(before, opens=at == start, prose=prose)
    said = comparison(short, after, amount.way, opens=at == start, ranged=amount.upper is not None)
    tail = phrases.counted_words(after, amount.unit)
    return _Phrase(
        lead=phrases.subject(said.rest, amount, tail),
        tail=tail,
        said=said,
        first=at == start,
        part=part,
        bracketed=text[at - 1 : at] == "(",
        joined=before.strip().lower().startswith("và"),
        compared=phrases.compared(after),
        headed=said.rest.rstrip().endswith(":"),
    )


def _target(phrase: _Phrase, amount: Quantity, context: _Context) -> tuple[Target, _Context]:
    prefix, lead = _head(phrase.lead, context.prefix)
    scope = (context.scope or context.name) if phrase.part else context.scope
    said, verb = phrase.said, context.verb
    headed = phrase.headed and lead == phrase.lead
    again = not lead and _tells_more(phrase, amount, context)
    if phrase.joined and not said.said and not lead:
        said = context.said  # “có ít nhất 28 giải cấp huyện và 03 giải cấp tỉnh”
    if not lead and not again and verb and counted(amount.noun) and not amount.way and not phrase.part:
        lead, headed = verb, context.headed
    elif lead or phrase.tail or counted(amount.noun):
        verb = "" if boundaries.heads(lead) or amount.way else lead
    name = phrases.name(lead, amount, phrase.tail, copula=said.copula, headed=headed)
    if not lead and context.name:
        if not name or again or amount.previous is not None or (phrase.bracketed and not phrase.tail):
            name = context.last  # “(từ 13,18% xuống 13,08%)”, “tăng 8% so với năm 2025”
        else:
            name = phrases.elsewhere(context.last, phrase.tail) or name
    own = scope if phrase.part or not phrase.first else ""
    full = name
    if (
        prefix
        and lead
        and phrases.short(lead, SHORT)
        and not boundaries.heads(lead)
        and not phrase.tail
        and not counted(amount.noun)
    ):
        full, own = f"{prefix}: {name}", prefix
    after = _Context(
        prefix,
        context.name if phrase.part else name,
        verb,
        scope,
        said,
        name,
        amount.unit,
        phrase.part or (context.part and not lead),
        headed,
    )
    return Target(full, said.word, own, amount), after


def _tells_more(phrase: _Phrase, amount: Quantity, context: _Context) -> bool:
    """Is this another figure of the target before: its share of the plan, its growth?"""
    if amount.unit in SHARES and phrases.measured_by(phrase.tail):
        return True
    moved = phrase.said.move in ("tăng", "giảm")
    return moved and (phrase.compared or (not phrase.tail and amount.unit == context.unit.removeprefix("x/x ")))


def _head(lead: str, prefix: str) -> tuple[str, str]:
    """“Kết quả rèn luyện: Tốt” as its head, kept for what follows, and its own words."""
    head, colon, own = lead.rpartition(": ")
    if not colon or not own:
        return prefix, lead
    if phrases.short(own, SHORT) and not phrases.theme(head) and not boundaries.heads(own):
        return head.rpartition(": ")[2].strip(), own.strip()
    return prefix, lead.partition(": ")[2].strip()
