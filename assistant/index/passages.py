"""What the text of a section says of a query: where its words stand, in how many sentences, and the stretch to show."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from assistant.index import Snippet
from assistant.index.asking import topic
from assistant.index.thesaurus import senses
from assistant.index.tokens import PAIR, bare, exact, fold, syllables, tokens
from assistant.index.topics import SENTENCE_END
from checks.finding import Span

SNIPPET_LENGTH = 240
SNIPPET_LEAD = 30
"""Characters shown before the first matched word."""
PAIR_GAIN = 3
"""What a matched pair is worth beside a lone syllable when a snippet is chosen."""
SYLLABLE_WEIGHT = 0.5
"""What a lone syllable is worth beside a pair in a sentence."""
SENTENCES = 3
"""So many sentences on one thing make a section that is about it; one may be in passing."""

_FIGURE = re.compile(r"\d")


class Sought(NamedTuple):
    """What is looked for in each section that a search found."""

    marked: frozenset[str]
    """Tokens to mark."""
    syllable: re.Pattern[str]
    """Any of their syllables, at its end; that a word begins with it is for the caller to see."""
    weights: Mapping[str, float]
    """What the tokens of the matter are worth; words that only name a kind of section are not among them."""
    senses: tuple[Other, ...]
    typed: Mapping[str, frozenset[str]]
    """How each folded syllable was typed, by its letters."""


class Other(NamedTuple):
    """Other words for what was typed, as they stand in folded text."""

    typed: tuple[str, ...]
    tokens: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    """Each as it is written, and folded."""


class Match(NamedTuple):
    """A syllable that was asked for, with the tokens of the query it is, closes or opens."""

    start: int
    end: int
    tokens: tuple[str, ...]


class Passage(NamedTuple):
    """A text as it is shown, with what was found in it. ``folded`` is as long as ``text``."""

    text: str
    folded: str
    found: list[Match]


class Evidence(NamedTuple):
    """From 0 to 1: how much of the matter the best sentences hold, and the best one that has a figure."""

    about: float
    with_figure: float


def sought(query: str, wanted: Sequence[str] = ()) -> Sought:
    """What to look for; ``wanted`` are the tokens of the query, slips mended."""
    marked = frozenset((*tokens(query), *syllables(fold(query)), *wanted))
    weights = {token: 1.0 if PAIR in token else SYLLABLE_WEIGHT for token in topic(query, wanted or tokens(query))}
    others = tuple(
        Other(
            tuple(form for words in sense.typed for form in _forms(words)),
            tuple(token for words in sense.typed for token in tokens(words) if token in weights),
            tuple((words, form) for words in sense.others for form in _forms(words)),
        )
        for sense in senses(query)
    )
    typed: defaultdict[str, set[str]] = defaultdict(set)
    for syllable in syllables(exact(query)):
        typed[fold(syllable)].add(_letters(syllable))
    forms = {folded: frozenset(letters) for folded, letters in typed.items()}
    return Sought(marked, _any_of(token for token in marked if PAIR not in token), weights, others, forms)


def read(text: str, wanted: Sought) -> Passage:
    """``text`` with one blank between words, one line a paragraph, and all that is wanted found in it."""
    text = unicodedata.normalize("NFC", _one_blank(text))
    folded = bare(text)
    if len(folded) != len(text):  # a letter that folds to two: nothing could be marked in its place
        return Passage(text, "", [])
    return Passage(text, folded, _matches(folded, wanted))


def _one_blank(text: str) -> str:
    """``text`` with one blank between words and one line a paragraph; nothing is taken apart that is so already."""
    if "  " in text or " \n" in text or "\n " in text or not text.replace("\n", "").isprintable():
        return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    while "\n\n" in text:
        text = text.replace("\n\n", "\n")
    return text.strip()


def evidence(passage: Passage, wanted: Sought) -> Evidence:
    """What the sentences of ``passage`` hold of the matter."""
    total = sum(wanted.weights.values())
    if not total:
        return Evidence(0.0, 0.0)
    ends = [end.end() for end in SENTENCE_END.finditer(passage.folded)]
    held: defaultdict[int, set[str]] = defaultdict(set)
    for match in passage.found:
        held[bisect_right(ends, match.start)].update(match.tokens)
    worth = {sentence: sum(wanted.weights.get(token, 0.0) for token in said) / total for sentence, said in held.items()}
    starts = [0, *ends, len(passage.folded)]
    figured = (
        value
        for sentence, value in worth.items()
        if _FIGURE.search(passage.folded, starts[sentence], starts[sentence + 1])
    )
    return Evidence(sum(nlargest(SENTENCES, worth.values())) / SENTENCES, max(figured, default=0.0))


def understood(passage: Passage, heading: str, wanted: Sought) -> Iterator[str]:
    """The words by which a section answers that has none of those typed for the same thing."""
    texts = (bare(heading), passage.folded)
    for other in wanted.senses:
        if not any(stands_in(words, text) for words in other.typed for text in texts):
            yield from (words for words, form in other.others if any(stands_in(form, text) for text in texts))


def snippet(passage: Passage, wanted: Sought) -> Snippet:
    """The stretch with most different words of the query; a pair of neighbours weighs more than two."""
    found = sorted([*passage.found, *_other_words(passage, wanted)])
    text = passage.text.replace("\n", " ")
    first = _densest(found)
    start = found[first].start if found else 0
    start = max(0, min(start - SNIPPET_LEAD, len(text) - SNIPPET_LENGTH))
    end = min(len(text), start + SNIPPET_LENGTH)
    start, end = _to_spaces(text, start, end)
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    shift = len(lead) - start
    shown = (one for one in found if start <= one.start and one.end <= end and _is_meant(one, text, wanted))
    marks = (Span(one.start + shift, one.end + shift) for one in shown)
    return Snippet(lead + text[start:end] + tail, tuple(marks))


def _is_meant(match: Match, text: str, wanted: Sought) -> bool:
    """“tạm” alone does not ask for “tám”; “tam” asks for both, and beside its neighbour a slip of the tone is one."""
    if len(match.tokens) != 1:  # other words for what was typed may have none
        return True
    folded = match.tokens[0]
    typed = wanted.typed.get(folded)
    if not typed or _letters(folded) in typed:
        return True
    return _letters(exact(text[match.start : match.end])) in typed


def _letters(syllable: str) -> str:
    """The same for “hòa” and “hoà”."""
    return "".join(sorted(unicodedata.normalize("NFD", syllable)))


def _other_words(passage: Passage, wanted: Sought) -> Iterator[Match]:
    """Other words for what was typed, where no typed word is marked already."""
    taken = {at for match in passage.found for at in range(match.start, match.end)}
    for other in wanted.senses:
        for _, words in other.others:
            for at in _places(words, passage.folded):
                if taken.isdisjoint(range(at, at + len(words))):
                    taken.update(range(at, at + len(words)))
                    yield Match(at, at + len(words), other.tokens)


def _matches(folded: str, wanted: Sought) -> list[Match]:
    found: list[Match] = []
    for match in wanted.syllable.finditer(folded):
        start, end = match.span()
        if folded[start - 1 : start].isalnum():
            continue
        here: tuple[str, ...] = (match[0],)
        if found and not any(map(str.isalnum, folded[found[-1].end : start])):
            # Whoever asks for a pair asks for its syllables too.
            last = found[-1]
            pair = f"{last.tokens[0]}{PAIR}{match[0]}"
            if pair in wanted.marked:
                found[-1] = Match(last.start, last.end, (*last.tokens, pair))
                here = (match[0], pair)
        found.append(Match(start, end, here))
    return found


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Only what is asked for is looked for: a section has ten times as many syllables.

    Without a boundary before it CPython skips to the letters that may begin one.
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})\b" if longest_first else r"(?!)")


def _forms(words: str) -> Iterable[str]:
    """As they may stand in folded text: with their commas and without."""
    return dict.fromkeys((bare(words), bare(words).replace(",", "")))


def stands_in(words: str, text: str) -> bool:
    """Whether ``words`` stand in ``text`` as whole words."""
    return words in text and any(True for _ in _places(words, text))


def _places(words: str, text: str) -> Iterator[int]:
    """Where ``words`` stand as whole words."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(words, end)


def _densest(found: Sequence[Match]) -> int:
    """The match from which a snippet's length holds most different tokens; the first one of several."""
    best, most, end, gain = 0, 0, 0, 0
    inside: Counter[str] = Counter()
    for first, match in enumerate(found):
        while end < len(found) and found[end].end - match.start <= SNIPPET_LENGTH - SNIPPET_LEAD:
            for token in found[end].tokens:
                gain += 0 if inside[token] else _worth(token)
                inside[token] += 1
            end += 1
        if gain > most:
            best, most = first, gain
        for token in match.tokens:
            inside[token] -= 1
            gain -= 0 if inside[token] else _worth(token)
    return best


def _worth(token: str) -> int:
    return PAIR_GAIN if PAIR in token else 1


def _to_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the cuts inward to spaces so that no word is cut."""
    if start:
        start = text.find(" ", start - 1) + 1 or start
    if end < len(text):
        end = text.rfind(" ", start, end + 1) if " " in text[start : end + 1] else end
    return start, end
