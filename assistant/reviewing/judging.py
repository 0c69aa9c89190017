"""A long text judged beside the page, rule after rule: looked at whenever wanted, stopped soon, gone on with later."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future

from assistant.reviewing.review import difference
from checks.document import Document
from checks.engine import Report, Unevaluated, Verdict, reported, verdicts
from checks.rules import all_rules

LONG = 40_000
"""Characters from which a judgement takes longer than a press may take to show."""
HEAD_START = 0.4
"""Seconds in which the page is drawn before the rules begin: at work at once, they would make it wait for its own words."""
NEAR = 40
"""Characters beside a change in which a finding may be another one by now."""
STOPPED = "đã bấm “Dừng” trước khi xét"


class Judging:
    """``told`` is what the rules have said by now, in their order; a judgement begun with some of it goes on behind that."""

    def __init__(self, document: Document, told: Sequence[Verdict] = ()) -> None:
        self.document, self.told, self.rules = document, list(told), tuple(all_rules())
        self._report: Future[Report] = Future()
        self._stopped = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    @property
    def done(self) -> bool:
        return self._report.done()

    def report(self) -> Report:
        """Once it is done; raises what made it fail."""
        return self._report.result()

    def stop(self) -> Report:
        """What is known by now; the rule at work is the last."""
        self._stopped.set()
        told = tuple(self.told)
        left = (Verdict(rule.name(), (), Unevaluated(rule.name(), STOPPED)) for rule in self.rules[len(told) :])
        return reported(self.document, self.rules, (*told, *left))

    def _run(self) -> None:
        try:
            self._stopped.wait(HEAD_START)
            for verdict in verdicts(self.document, self.rules[len(self.told) :]):
                if self._stopped.is_set():
                    return
                self.told.append(verdict)
            self._report.set_result(reported(self.document, self.rules, self.told))
        except Exception as problem:  # noqa: BLE001 raised again where it is waited for
            self._report.set_exception(problem)


def moved(known: Report, document: Document) -> Report:
    """What was known of a text before it became ``document``: findings well before and behind the change, where they stand now."""
    at, before, after = difference(known.document.text, document.text)
    first, last, step = at - NEAR, at + len(before) + NEAR, len(after) - len(before)
    kept = (
        finding if finding.span.end < first else finding._replace(span=finding.span.moved(step))
        for finding in known.findings
        if finding.span.end < first or finding.span.start > last
    )
    return known._replace(document=document, findings=tuple(kept))
