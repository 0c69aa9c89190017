"""Findings per rule on real documents, which are not part of the project: ``python benchmarks/real.py FOLDER [GOLD.jsonl]``.

FOLDER holds texts (.txt); GOLD names errors a careful reader found, one JSON object a line with the file (``file`` or
``seed``) and the exact words (``quote``), as ``arguable`` where a reasonable office may disagree. Prints Markdown.
"""

from __future__ import annotations

import collections
import json
import re
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checks import engine
from checks.document import Document
from checks.finding import Severity
from checks.rules import all_rules

SYLLABLE = re.compile(r"[^\W\d_]+")


def reports(folder: Path) -> dict[str, engine.Report]:
    """The report of each text, by file name."""
    rules = all_rules()
    return {
        path.name: engine.check(Document.parse(path.read_text("utf-8"), path.name), rules)
        for path in sorted(folder.glob("*.txt"))
    }


def table(found: dict[str, engine.Report]) -> str:
    """Findings by severity and rule, and per 1,000 syllables."""
    syllables = sum(len(SYLLABLE.findall(report.document.text)) for report in found.values())
    launches = sum(report.document.launch for report in found.values())
    counts = collections.Counter((f.severity, f.rule) for report in found.values() for f in report.findings)
    rows = [
        f"{len(found)} documents, {launches} launches, {syllables:,} syllables",
        "",
        "| severity | rule | findings | per 1,000 |",
        "|---|---|---|---|",
    ]
    for (severity, rule), n in sorted(counts.items(), key=lambda item: (item[0][0].rank, -item[1], item[0][1])):
        rows.append(f"| {severity} | {rule} | {n} | {1000 * n / syllables:.3f} |")
    for severity in Severity:
        n = sum(k for (s, _), k in counts.items() if s is severity)
        rows.append(f"| **{severity}** | all | {n} | {1000 * n / syllables:.3f} |")
    crashed = [name for name, report in found.items() if report.crashed]
    rows.append(f"\nRules that crashed: {len(crashed)}")
    return "\n".join(rows)


def recall(found: dict[str, engine.Report], gold: Path) -> str:
    """How many of the places a careful reader marked are touched by a finding."""
    hit, total = collections.Counter(), collections.Counter()
    for line in gold.read_text("utf-8").splitlines():
        known = json.loads(line)
        name = known.get("seed") or known.get("file")
        if name not in found or known.get("arguable") or known.get("class") == "artifact":
            continue
        text = found[name].document.text
        quote = unicodedata.normalize("NFC", known["quote"])
        places = [(m.start(), m.end()) for m in re.finditer(re.escape(quote), text)]
        group = known.get("severity") or known["class"]
        total[group] += 1
        hit[group] += any(
            f.span.start < end and start < max(f.span.end, f.span.start + 1)
            for f in found[name].findings
            for start, end in places
        )
    rows = ["| marked by a reader | found | of |", "|---|---|---|"]
    return "\n".join([*rows, *(f"| {group} | {hit[group]} | {n} |" for group, n in total.items())])


def main(arguments: list[str]) -> int:
    if not arguments or not Path(arguments[0]).is_dir():
        print("Needs a folder of real documents, which are not part of the project: nothing was measured.")
        return 0
    found = reports(Path(arguments[0]))
    print(table(found))
    for gold in arguments[1:]:
        print(f"\n{recall(found, Path(gold))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
