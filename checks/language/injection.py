"""Real-word errors put into right texts, to fit the context model and to measure it.

An error replaces a syllable with another one in use, one slip away. Kinds of slips come in stated proportions: what
is measured must not have the proportions of what was fitted on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random

from checks.language.confusables import FARTHEST, cost
from checks.language.near_miss import VARIANTS, like
from checks.language.syllables import KEYS, Syllable, bare, parse
from checks.language.tokens import Tokens
from checks.values import NamedTuple

Kind = str
FITTED: Mapping[Kind, float] = {
    "tone": 0.25, "tone lost": 0.10, "mark": 0.22, "hook or tilde": 0.03, "onset": 0.08, "final": 0.16, "vowel": 0.16
}  # fmt: skip
"""Nearly as VSEC counts them all: half tones and marks, and many letters lost, added or taken for others."""
MEASURED: Mapping[Kind, float] = {
    "tone": 0.2, "tone lost": 0.15, "mark": 0.15, "hook or tilde": 0.05, "onset": 0.15, "final": 0.15, "vowel": 0.15
}  # fmt: skip


class Error(NamedTuple):
    """``written`` stands where ``meant`` stood."""

    written: str
    meant: str
    kind: Kind


class Injected(NamedTuple):
    """A text with errors, by the place where each begins."""

    text: str
    errors: Mapping[int, Error]


def kind_of_slip(written: str, meant: str) -> Kind:
    """What two syllables differ in; “mixed” where it is more than one thing."""
    one, other = parse(written), parse(meant)
    if one is None or other is None:
        return "mixed"
    if one[:2] == other[:2]:
        if {one.tone, other.tone} == {3, 4}:
            return "hook or tilde"
        return "tone lost" if one.tone == 0 else "tone"
    if one.tone != other.tone:
        return "mixed"
    if one.rime == other.rime:
        return "onset"
    if bare(one.rime) == bare(other.rime):
        return "mark" if one.onset == other.onset else "mixed"
    if one.onset != other.onset:
        return "mixed"
    return _kind_of_rime(one, other)


def _kind_of_rime(one: Syllable, other: Syllable) -> Kind:
    return "final" if one.rime.rstrip("cghmnpt") == other.rime.rstrip("cghmnpt") else "vowel"


class Slips:
    """The slips that turn one syllable in use into another."""

    def __init__(self, syllables: Iterable[str]) -> None:
        self._all = sorted(s for s in syllables if parse(s))
        self._found: dict[str, dict[Kind, list[str]]] = {}

    def of(self, meant: str) -> dict[Kind, list[str]]:
        """What may be written for ``meant``, by kind."""
        found = self._found.get(meant)
        if found is None:
            found = self._found[meant] = {}
            for written in self._all:
                price = cost(written, meant)
                if 0 < price <= FARTHEST and frozenset((written, meant)) not in VARIANTS:
                    found.setdefault(kind_of_slip(written, meant), []).append(written)
        return found


def inject(tokens: Tokens, slips: Slips, kinds: Mapping[Kind, float], every: int, random: Random) -> Injected:
    """``tokens``' text with about one error in ``every`` small-letter syllables, never two side by side."""
    out: list[str] = []
    errors: dict[int, Error] = {}
    done = length = 0
    last = -9
    for index, text in enumerate(tokens.texts):
        if (
            len(text) < 2
            or not text.islower()
            or parse(text) is None
            or index - last < 5
            or random.random() * every > 1
        ):
            continue
        kind = random.choices(list(kinds), list(kinds.values()))[0]
        choices = slips.of(KEYS[text]).get(kind)
        if not choices:
            continue
        written = like(text, random.choice(choices))
        start = tokens.start(index)
        out.append(tokens.text[done:start])
        length += len(out[-1])
        errors[length] = Error(written, text, kind)
        out.append(written)
        length += len(written)
        done, last = start + len(text), index
    return Injected("".join([*out, tokens.text[done:]]), errors)
