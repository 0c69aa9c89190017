"""How many wrong words are found, and how many right ones suspected: ``python benchmarks/spelling.py``.

    python benchmarks/spelling.py [--outside FOLDER]… [--gold GOLD.jsonl]… [--cspell FOLDER] > benchmarks/spelling.md

Own texts: every office of the corpus is judged by a context table that knows none of its papers. Real-word errors are
put into them in other proportions than those the weights were fitted on. Outside texts (.txt, not part
of the project) are judged by the shipped table; GOLD names errors a careful reader found in the folder it lies in.
hunspell (apt: hunspell hunspell-vi) runs beside where it is installed, and cspell with its Vietnamese dictionary
(npm install --prefix FOLDER cspell @cspell/dict-vi-vn) where --cspell FOLDER tells where it is.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import repeat
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from checks.document import Document  # noqa: E402
from checks.finding import Severity  # noqa: E402
from checks.language import context  # noqa: E402
from checks.language.confusions import wrong_phrases  # noqa: E402
from checks.language.context import Table  # noqa: E402
from checks.language.context_errors import suspicions  # noqa: E402
from checks.language.fitting import folds  # noqa: E402
from checks.language.injection import MEASURED, Injected, Slips, inject  # noqa: E402
from checks.language.lexicon import shipped  # noqa: E402
from checks.language.near_miss import near_misses  # noqa: E402
from checks.language.slips import slips  # noqa: E402
from checks.language.tokens import Tokens, tokens  # noqa: E402
from checks.rules import all_rules  # noqa: E402
from tests.checks.language.test_natural_errors import FOURTH, LATER, LATEST, LINES, Share, share  # noqa: E402

CORPUS = ROOT / "corpus"
RATE = 40
OUTSIDE_RATE = 80
SEED = 7
LAYERS = (
    "A syllables",
    "B phrases",
    "C context, errors",
    "C with suggestions",
    "rules, errors",
    "rules, all",
)
SPELLING_RULES = [rule for rule in all_rules() if ".rules.spelling." in type(rule).__module__]
SPELLING = ("spelling_realword", "spelling_nonword", "real-word")


READING = """An error put in is another syllable in use, one slip away, at a random place: many are harder than what
people write, some make a right sentence. Kinds come in other proportions than those the weights were fitted on. Goals: 85 %
found as errors and 92 % with suggestions, at no more than 0.05 and 0.25 false alarms per 1,000 syllables. The last two layers are
the spelling rules as they speak, with their severities; the others are what lies under them. A finding may have no repair: of those
with one the right ones are counted. The list of ordinary words
(context_words.txt, context_frames.txt) was written by people who had read the outside texts' false alarms and some of our own texts', so those are
a little flattered. The share found grows with what is known: the outside texts, which write as offices write, are easier than
our own, which were written to be unlike one another.
"""


class Flag(NamedTuple):
    start: int
    end: int
    right: str | None


Flags = Mapping[str, list[Flag]]


def flags(read: Tokens, table: Table) -> Flags:
    """What every layer says of a text."""
    lexicon = shipped()
    a = [Flag(one.start, one.end, one.right) for one in slips(read, lexicon)]
    b = [Flag(one.start, one.end, one.right) for one in near_misses(read, lexicon)]
    b += [Flag(one.start, one.end, one.right) for one in wrong_phrases(read, lexicon)]
    found = list(suspicions(read, lexicon, table))
    every = [Flag(one.start, one.end, one.right) for one in found]
    sure = [Flag(one.start, one.end, one.right) for one in found if one.sure]
    said = list(spoken(read.text, table))
    errors = [flag for flag, severity in said if severity is Severity.ERROR]
    ours = dict(zip(LAYERS, (a, b, sure, every, errors, [flag for flag, _ in said]), strict=True))
    return ours | {name: unknown(read, name) for name in others()}


def spoken(text: str, table: Table) -> Iterator[tuple[Flag, Severity]]:
    """What the spelling rules say, judged by ``table``."""
    doc = Document.parse(text)
    context.use(None, table)
    try:
        for rule in SPELLING_RULES:
            for finding in rule.check(doc):
                yield Flag(*finding.span, finding.fix.replacement if finding.fix else None), finding.severity
    finally:
        context.use(None)


# The others: what they call a word is asked once a word


@cache
def others() -> Mapping[str, list[str]]:
    """The spelling checkers that are here, and the command that prints which of the words given it does not know."""
    found = {}
    if shutil.which("hunspell") and Path("/usr/share/hunspell/vi_VN.dic").is_file():
        found["hunspell-vi"] = ["hunspell", "-d", "vi_VN", "-i", "utf-8", "-l"]
    modules = Path(os.environ.get(CSPELL, "/nowhere")) / "node_modules"
    if (modules / "@cspell/dict-vi-vn").is_dir():
        config = Path(tempfile.mkdtemp()) / "cspell.json"
        # By default it looks at no word of fewer than four letters: at hardly a Vietnamese syllable.
        settings = {
            "import": [str(modules / "@cspell/dict-vi-vn/cspell-ext.json")],
            "language": "vi",
            "minWordLength": 2,
        }
        config.write_text(json.dumps(settings))
        quiet = ["--no-progress", "--no-summary", "--words-only", "--unique", "stdin"]
        found["cspell-vi"] = [str(modules / ".bin/cspell"), "lint", "--config", str(config), *quiet]
    return found


CSPELL = "CHITHI_BENCHMARK_CSPELL"
_KNOWN: dict[tuple[str, str], bool] = {}


def unknown(read: Tokens, name: str) -> list[Flag]:
    """Words that another checker does not know."""
    words = {text for text in read.texts if text.isalpha()}
    if any((name, word) not in _KNOWN for word in words):
        words |= set(shipped().syllables) if (name, "thi") not in _KNOWN else set()
        new = sorted(word for word in words if (name, word) not in _KNOWN)
        run = subprocess.run(others()[name], input="\n".join(new), capture_output=True, text=True, check=False)
        wrong = set(run.stdout.split())
        _KNOWN.update(((name, word), word not in wrong) for word in new)
    return [Flag(one.start, one.end, None) for one in read if one.text.isalpha() and not _KNOWN[name, one.text]]


def syllables(read: Tokens) -> int:
    return sum(map(str.isalpha, read.texts))


def touching(flag: Flag, places: list[tuple[int, int]]) -> bool:
    return any(flag.start < end and start < flag.end for start, end in places)


def planted(folder: Path, text: str) -> list[tuple[int, int]]:
    """Where errors were put into a precedent on purpose."""
    path = folder / "findings.toml"
    known = tomllib.loads(path.read_text("utf-8"))["findings"] if path.is_file() else []
    return [(text.find(one["quote"]), text.find(one["quote"]) + len(one["quote"])) for one in known]


class Score:
    """What was found of what, layer by layer."""

    def __init__(self) -> None:
        self.errors = self.syllables = 0
        self.found: Counter[str] = Counter()
        self.offered: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.found_kinds: Counter[str] = Counter()
        self.false: Counter[str] = Counter()

    def judge(self, wrong: Injected, said: Flags) -> None:
        """Count what was found of the errors put in."""
        self.errors += len(wrong.errors)
        for start, error in wrong.errors.items():
            self.kinds[error.kind] += 1
            place = [(start, start + len(error.written))]
            for layer, all_flags in said.items():
                hits = [flag for flag in all_flags if touching(flag, place)]
                self.found[layer] += bool(hits)
                self.offered[layer] += any(flag.right is not None for flag in hits)
                self.right[layer] += any(_mends(wrong, flag, start) for flag in hits)
                self.found_kinds[error.kind] += bool(hits) and layer == LAYERS[4]

    def clean(self, read: Tokens, said: Flags, known: list[tuple[int, int]]) -> None:
        """Count what is said of a right text, but for ``known`` errors."""
        self.syllables += syllables(read)
        for layer, all_flags in said.items():
            self.false[layer] += sum(not touching(flag, known) for flag in all_flags)

    def add(self, other: Score) -> None:
        """Count what another process has counted."""
        self.errors += other.errors
        self.syllables += other.syllables
        for name in ("found", "offered", "right", "kinds", "found_kinds", "false"):
            getattr(self, name).update(getattr(other, name))


def _mends(wrong: Injected, flag: Flag, start: int) -> bool:
    """Whether the repair puts back what stood there."""
    error = wrong.errors[start]
    if flag.right is None:
        return False
    mended = wrong.text[flag.start : start] + error.meant + wrong.text[start + len(error.written) : flag.end]
    return context_key(flag.right) == context_key(mended)


def context_key(text: str) -> list[str]:
    return [context.fold(word) for word in text.lower().split()]


def own(processes: int) -> Score:
    """Leave one office out."""
    total = Score()
    with ProcessPoolExecutor(processes) as pool:
        for score in pool.map(_own, range(processes), repeat(processes)):
            total.add(score)
    return total


def _own(first: int, every: int) -> Score:
    """What is found in each ``every``-th office from the ``first`` on."""
    score, made = Score(), Slips(shipped().syllables)
    paths = {path.read_text("utf-8"): path.parent for path in CORPUS.glob("*/document.txt")}
    for fold in folds(CORPUS, first, every):
        for text in fold.texts:
            read, folder = tokens(text), paths[text]
            score.clean(read, flags(read, fold.table), planted(folder, text))
            wrong = inject(read, made, MEASURED, RATE, Random(f"{SEED} {folder.name}"))
            score.judge(wrong, flags(tokens(wrong.text), fold.table))
    return score


def outside_injected(folders: list[Path]) -> Score:
    """Errors put into texts of outside folders, judged by the shipped table."""
    score, made, random = Score(), Slips(shipped().syllables), Random(SEED)
    table = context.load()
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            read = tokens(path.read_text("utf-8"))
            score.clean(read, flags(read, table), [])
            wrong = inject(read, made, MEASURED, OUTSIDE_RATE, random)
            score.judge(wrong, flags(tokens(wrong.text), table))
    return score


def natural(gold: Path) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """What each layer finds of the errors a reader named, by class, and how many there are."""
    found: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    table = context.load()
    for line in gold.read_text("utf-8").splitlines():
        known = json.loads(line)
        kind = known["class"]
        if kind not in SPELLING or known.get("arguable"):
            continue
        read = tokens((gold.parent / known.get("file", known.get("seed", ""))).read_text("utf-8"))
        at = read.text.find(known["quote"])
        places = [(at, at + len(known["quote"]))]
        total[kind] += 1
        said = flags(read, table)
        for layer, all_flags in said.items():
            found[layer, kind] += any(touching(flag, places) for flag in all_flags)
    return found, total


def show(title: str, score: Score) -> None:
    print(f"### {title}\n\n{score.errors:,} errors put into {score.syllables:,} syllables.\n")
    print("| layer | found | with a repair | repair right | false alarms | per 1,000 syllables |")
    print("|---|---:|---:|---:|---:|---:|")
    for layer in (*LAYERS, *others()):
        found, false = score.found[layer], score.false[layer]
        offered = score.offered[layer]
        right = f"{offered / found:.1%} | {score.right[layer] / offered:.1%}" if offered else "– | –"
        share, often = found / max(score.errors, 1), 1000 * false / max(score.syllables, 1)
        print(f"| {layer} | {share:.1%} | {right} | {false} | {often:.3f} |")
    kinds = ", ".join(f"{kind} {score.found_kinds[kind] / n:.0%} of {n}" for kind, n in sorted(score.kinds.items()))
    print(f"\nFound as errors, by kind: {kinds}.\n")


def sentences() -> Iterator[tuple[str, Share]]:
    """The natural errors of our own sentences, those that were looked at and those that nobody tunes on."""
    yield "looked at while the checker was improved", share(LINES[::2])
    yield "only counted", share(LINES[1::2])
    yield "later ones, looked at", share(LATER[::2])
    yield "later ones, only counted", share(LATER[1::2])
    yield "a third of them lost a syllable, looked at", share(LATEST[::2])
    yield "a third of them lost a syllable, only counted", share(LATEST[1::2])
    yield "of all kinds of bodies, looked at", share(FOURTH[::2])
    yield "of all kinds of bodies, only counted", share(FOURTH[1::2])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--outside", type=Path, action="append", default=[])
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--cspell", help="folder that holds node_modules/@cspell/dict-vi-vn")
    asked = parser.parse_args()
    if asked.cspell:
        os.environ[CSPELL] = str(Path(asked.cspell).resolve())
    print(
        "# Spelling in context\n\nCommand: `python benchmarks/spelling.py --outside FOLDER --gold GOLD.jsonl --cspell FOLDER`\n"
    )
    print(READING)
    print("## Own texts, one office left out at a time\n")
    show(f"one error in about {RATE} small-letter syllables", own(asked.processes))
    print("## Natural errors in sentences of our own\n")
    print(
        "| sentences | errors | found as errors | found | mended right | false alarms |\n|---|---:|---:|---:|---:|---:|"
    )
    for title, of in sentences():
        shares = (f"{n / of.errors:.1%}" for n in (of.sure, of.found, of.mended))
        print(f"| {title} | {of.errors} | {' | '.join(shares)} | {of.false} |")
    print()
    if asked.outside:
        print("## Outside texts, judged by the shipped table\n")
        print("A false alarm here is whatever was said of the text as it is: most are real errors (see below).\n")
        show("Errors put into outside texts", outside_injected(asked.outside))
    for number, gold in enumerate(asked.gold, 1):
        found, total = natural(gold)
        print(f"### Errors that a careful reader found, list {number}\n\n| layer | {' | '.join(sorted(total))} |")
        print("|---|" + "---:|" * len(total))
        for layer in (*LAYERS, *others()):
            print(f"| {layer} | {' | '.join(f'{found[layer, kind]} of {total[kind]}' for kind in sorted(total))} |")
        print()


if __name__ == "__main__":
    main()
