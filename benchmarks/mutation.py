"""Do the examples of the rules notice a changed rule? Small mistakes are put into the code, one at a time.

    nice -n 10 python benchmarks/mutation.py rules [NAME…] > mutants.txt     each rule against its own examples
    nice -n 10 python benchmarks/mutation.py facts [NAME…] > mutants.txt     what a text states, its head too, against everything

A mutant is killed when an example of the rule fails or is told with another severity or certainty (docs/rules.md would no
longer be fresh), or a text of the corpus gets an error that is not planted there. What survives is printed with its
line: an example is missing there, or the code does not matter. The table at the end is kept in mutation.md.
"""

from __future__ import annotations

import ast
import copy
import os
import signal
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pytest

    from checks.finding import Span
    from checks.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SECONDS = 20
"""A mutant that takes so much processor time is killed: it would never be let in."""
TEXTS = frozenset({"good", "bad", "source", "tier", "severity"})
"""Class attributes that are words for readers, or what the tests are made of."""
LISTS = "test_wrong_totals.py"
OF_FACTS = ("facts", "parsing/test_head.py", "test_tables.py", LISTS)
"""Tests of what a text states: a folder and files of tests/checks."""
FIGURES = frozenset({"dates", "numbers", "periods", "sentences", "tables", "totals", "units"})
"""Modules that the lists of wrong figures are about; the lists take longer than everything else."""
SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Mutant(NamedTuple):
    """A changed module: where, what was written, what is written now."""

    line: int
    before: str
    after: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of ``source``, one change each."""
    tree = ast.parse(source)
    for at, node in enumerate(ast.walk(tree)):
        for changed in _changes(node):
            fresh = copy.deepcopy(tree)
            twin = next(n for i, n in enumerate(ast.walk(fresh)) if i == at)
            after = _put(fresh, twin, changed)
            if after is not None:
                yield Mutant(getattr(node, "lineno", 0), _short(node), after, ast.fix_missing_locations(fresh))


def _changes(node: ast.AST) -> Iterator[ast.expr]:
    if getattr(node, "_quiet", False):
        return
    if isinstance(node, (ast.ClassDef, ast.Module, ast.FunctionDef)):
        for child in node.body:
            told = isinstance(child, ast.Assign) and any(
                isinstance(t, ast.Name) and t.id in TEXTS for t in child.targets
            )
            if told or (isinstance(child, ast.Assign) and isinstance(child.value, ast.Constant)):
                _silence(child)
    if isinstance(node, ast.JoinedStr):
        _silence(node)
        for i, part in enumerate(node.values):  # words of a message have no guards
            for without in _without_looks(part.value if isinstance(part, ast.Constant) else ""):
                yield ast.JoinedStr([*node.values[:i], ast.Constant(without), *node.values[i + 1 :]])
    elif isinstance(node, ast.AnnAssign):
        _silence(node)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        swapped = copy.deepcopy(node)
        swapped.ops = [SWAPS[type(node.ops[0])]()]
        yield swapped
    elif isinstance(node, ast.BoolOp):
        for i in range(len(node.values)):
            rest = [copy.deepcopy(v) for j, v in enumerate(node.values) if j != i]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield copy.deepcopy(node.operand)
    elif isinstance(node, (ast.If, ast.IfExp)) and not isinstance(node.test, ast.Constant):
        yield ast.Constant(value=True)
        yield ast.Constant(value=False)
    elif isinstance(node, ast.comprehension):
        for _ in node.ifs[:1]:
            yield ast.Constant(value=True)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(value=not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(value=node.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "(?" in node.value:
        for without in _without_looks(node.value):
            yield ast.Constant(value=without)


def _silence(node: ast.AST) -> None:
    for below in ast.walk(node):
        below._quiet = True  # type: ignore[attr-defined]


def _without_looks(pattern: str) -> Iterator[str]:
    """A pattern without one of its looks ahead or behind: those are its guards."""
    for opened in ("(?!", "(?<!", "(?=", "(?<="):
        at = pattern.find(opened)
        while at >= 0:
            end = _closing(pattern, at)
            if end:
                yield pattern[:at] + pattern[end:]
            at = pattern.find(opened, at + 1)


def _closing(pattern: str, at: int) -> int:
    depth, inside, i = 0, False, at
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            i += 1
        elif inside:
            inside = c != "]"
        elif c == "[":
            inside = True
        elif c in "()":
            depth += 1 if c == "(" else -1
            if depth == 0:
                return i + 1
        i += 1
    return 0


def _put(tree: ast.Module, twin: ast.AST, changed: ast.expr) -> str | None:
    """Put ``changed`` in place of ``twin`` (or of its condition); what the line now says."""
    if isinstance(twin, (ast.If, ast.IfExp)):
        twin.test = changed
        return f"if {ast.unparse(changed)}"
    if isinstance(twin, ast.comprehension):
        twin.ifs[0] = changed
        return f"if {ast.unparse(changed)}"
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is twin:
                setattr(parent, name, changed)
                return _short(changed)
            if isinstance(value, list) and any(item is twin for item in value):
                setattr(parent, name, [changed if item is twin else item for item in value])
                return _short(changed)
    return None


def _short(node: ast.AST) -> str:
    if isinstance(node, (ast.If, ast.IfExp)):
        node = node.test
    if isinstance(node, ast.comprehension):
        node = node.ifs[0]
    text = ast.unparse(node)
    return text if len(text) <= 90 else text[:60] + " … " + text[-25:]


def killed(run: Callable[[], bool]) -> bool:
    """Does ``run`` fail, crash or never end? In a child, so that nothing of the mutant stays."""
    child = os.fork()
    if child == 0:
        # Of the processor, not of the clock: on a busy machine every mutant would look endless.
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            os._exit(0 if run() else 1)
        except BaseException:  # noqa: BLE001 - a mutant may raise anything
            os._exit(1)
    return os.waitpid(child, 0)[1] != 0


# Rules: each against its own examples and the corpus


def of_rules(names: list[str]) -> None:
    from checks.rules import all_rules

    documents = list(_corpus())
    told: list[tuple[str, int, int]] = []
    for rule in all_rules():
        if names and rule.name() not in names:
            continue
        file = Path(sys.modules[type(rule).__module__].__file__ or "")
        assert _rule_holds(rule, documents), f"{rule.name()}: fails as it is"
        found = list(mutants(file.read_text("utf-8")))
        page = told_of(rule)
        left = [m for m in found if not killed(partial(_changed_rule_holds, m, file, documents, page))]
        told.append((rule.name(), len(found), len(left)))
        _tell(file, found, left)
    _table("rule", told)


def told_of(rule: object) -> list[tuple[str, bool]]:
    """Severity and certainty of what the bad examples give, as the rule's page tells them."""
    from checks import engine, examples

    found = [f for e in rule.bad for f in engine.check(examples.document(examples.read(e).text), [rule]).findings]  # type: ignore[attr-defined, list-item]
    return [(str(f.severity), bool(f.fix and f.fix.safe)) for f in found]


def _changed_rule_holds(
    mutant: Mutant, file: Path, documents: list[tuple[object, list[str]]], page: list[tuple[str, bool]]
) -> bool:
    from checks.rule import Rule

    module = ModuleType("checks.rules.mutant")
    exec(compile(mutant.tree, str(file), "exec", dont_inherit=True), vars(module))
    own = [x for x in vars(module).values() if isinstance(x, type) and issubclass(x, Rule) and x is not Rule]
    (rule,) = [r() for r in own if r.__module__ == module.__name__]
    return _rule_holds(rule, documents) and told_of(rule) == page


def _rule_holds(rule: object, documents: list[tuple[object, list[str]]]) -> bool:
    from checks import engine, examples
    from checks.finding import Severity

    for text in (*examples.OUTSIDE[rule.scope], *rule.apart):  # type: ignore[attr-defined]
        if rule.applies(examples.document(text)) is None:  # type: ignore[attr-defined]
            return False
    for text in rule.good:  # type: ignore[attr-defined]
        doc = examples.document(text)
        report = engine.check(doc, [rule])  # type: ignore[list-item]
        if rule.applies(doc) is not None or report.findings or report.crashed:  # type: ignore[attr-defined]
            return False
    for marked in rule.bad:  # type: ignore[attr-defined]
        example = examples.read(marked)
        report = engine.check(examples.document(example.text), [rule])  # type: ignore[list-item]
        if report.crashed or [f.span for f in report.findings] != list(example.spans):
            return False
        if engine.apply(example.text, report.findings, unsafe=True) != example.repaired:
            return False
    for doc, planted in documents:  # type: ignore[assignment]
        report = engine.check(doc, [rule])  # type: ignore[list-item]
        if report.crashed:
            return False
        spans = [(doc.text.find(quote), doc.text.find(quote) + len(quote)) for quote in planted]
        for f in report.findings:
            near = any(f.span.start < b and a < max(f.span.end, f.span.start + 1) for a, b in spans)
            if f.severity is Severity.ERROR and not near:
                return False
    return True


def _corpus() -> Iterator[tuple[object, list[str]]]:
    """Parsed once: a child inherits what its parent read."""
    from checks import engine
    from checks.document import Document
    from checks.rules import all_rules

    for path in sorted((ROOT / "corpus").glob("*/findings.toml")):
        doc = Document.parse((path.parent / "document.txt").read_text("utf-8"))
        engine.check(doc, all_rules())
        yield doc, [p["quote"] for p in tomllib.loads(path.read_text("utf-8"))["findings"]]


# Facts: a changed module under every rule and every test of facts


def of_facts(names: list[str]) -> None:
    import pytest

    os.environ["CI"] = "true"  # the examples of hypothesis are always the same
    tests = [str(ROOT / "tests/checks" / name) for name in OF_FACTS]
    quiet = ["-p", "no:cacheprovider", "-p", "no:terminal", "-o", "addopts=--strict-markers --import-mode=importlib"]
    pytest.main(["-x", *quiet, *tests], plugins=[_Facts(names)])


class _Facts:
    """Everything is imported and collected once; each mutant is put in its place in a child, which runs what was collected."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        from checks.rules import all_rules

        # Spelling knows nothing of facts and costs most
        rules = [rule for rule in all_rules() if ".spelling." not in type(rule).__module__]
        told = []
        for file in [*sorted((ROOT / "checks" / "facts").glob("*.py")), ROOT / "checks" / "parsing" / "head.py"]:
            if file.stem == "__init__" or (self.names and file.stem not in self.names):
                continue
            source = file.read_text("utf-8")
            same = Mutant(0, "", "", ast.parse(source))
            assert not killed(partial(_changed_fact_holds, same, file, session, rules)), f"{file.stem}: fails as it is"
            found = list(mutants(source))
            left = [m for m in found if not killed(partial(_changed_fact_holds, m, file, session, rules))]
            told.append((file.stem, len(found), len(left)))
            _tell(file, found, left)
        _table("module", told)
        return True


def _changed_fact_holds(mutant: Mutant, file: Path, session: pytest.Session, rules: Sequence[Rule]) -> bool:
    _change(mutant, file)
    own = f"test_{file.stem}.py"
    asked = [i for i in session.items if i.path.name != LISTS or file.stem in FIGURES]
    for item in sorted(asked, key=lambda i: (i.path.name != own, i.path.name == LISTS)):  # most mutants fall early
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if session.testsfailed:
            return False
    return all(_rule_holds(rule, []) for rule in rules) and _corpus_holds(rules)


def _change(mutant: Mutant, file: Path) -> None:
    """Put the changed module in place of the one that was imported, and its objects where others have taken the old ones.

    A pattern that another module made of a constant at import stays as it was: of units that means UNIT in totals.
    """
    old = sys.modules[".".join(file.relative_to(ROOT).with_suffix("").parts)]
    before = dict(vars(old))
    exec(compile(mutant.tree, str(file), "exec", dont_inherit=True), vars(old))
    changed = {id(value): vars(old)[name] for name, value in before.items() if _own(value, old)}
    for module in [m for n, m in sys.modules.items() if n.startswith(("checks.", "test_", "tests")) and m is not old]:
        for name, value in list(vars(module).items()):
            if id(value) in changed:
                setattr(module, name, changed[id(value)])


def _own(value: object, module: ModuleType) -> bool:
    """Was it made in the module, and is it no small value that others share?"""
    return (
        not isinstance(value, (str, int, ModuleType))
        and getattr(value, "__module__", module.__name__) == module.__name__
    )


def _corpus_holds(rules: Sequence[Rule]) -> bool:
    """What tests/checks/test_corpus_findings.py asks, of these rules only."""
    from checks import engine
    from checks.document import Document
    from checks.finding import Severity

    names = {rule.name() for rule in rules}
    for path in sorted((ROOT / "corpus").glob("*/findings.toml")):
        doc = Document.parse((path.parent / "document.txt").read_text("utf-8"))
        planted = tomllib.loads(path.read_text("utf-8"))["findings"]
        report = engine.check(doc, rules)
        found = {p["quote"]: [f for f in report.findings if _at(f.span, doc.text, p["quote"])] for p in planted}
        if report.crashed or any(p["rule"] in names and not found[p["quote"]] for p in planted):
            return False
        if any(f.severity is Severity.ERROR and all(f not in at for at in found.values()) for f in report.findings):
            return False
    return True


def _at(span: Span, text: str, quote: str) -> bool:
    start = text.find(quote)
    return start >= 0 and span.start < start + len(quote) and start < max(span.end, span.start + 1)


# What is told


def _tell(file: Path, found: list[Mutant], left: list[Mutant]) -> None:
    print(f"{file.relative_to(ROOT)}: {len(found)} mutants, {len(left)} left", flush=True)
    for mutant in left:
        print(f"  {mutant.line}: {mutant.before}  ->  {mutant.after}", flush=True)


def _table(head: str, told: list[tuple[str, int, int]]) -> None:
    print(f"\n| {head} | mutants | killed | left |\n|---|---|---|---|")
    for name, made, left in [*told, ("together", sum(t[1] for t in told), sum(t[2] for t in told))]:
        print(f"| {name} | {made} | {made - left} | {left} |")


if __name__ == "__main__":
    began = time.monotonic()
    part, *wanted = sys.argv[1:] or ["rules"]
    {"rules": of_rules, "facts": of_facts}[part](wanted)
    print(f"\n{time.monotonic() - began:.0f} s", file=sys.stderr)
