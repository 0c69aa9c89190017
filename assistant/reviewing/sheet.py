"""Phiếu kiểm tra trước khi ban hành of a review: what the checks print, with the officer's decisions and reasons."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from assistant.reviewing.review import Judged, Review
from checks.commands.judging import titles
from checks.report import Checked, Run, Suppressed
from checks.report import html as page
from checks.rules import all_rules
from checks.settings.fingerprint import fingerprints


def html(review: Review, judged: Judged) -> str:
    """One printable page; the same review gives the same bytes. The digest is of the text as it is downloaded."""
    report = judged.report
    opens = {one.mark: one.finding for one in judged.open}
    aside = tuple(_aside(review, judged, set(opens)))
    checked = Checked(
        path=review.name,
        report=report._replace(findings=tuple(opens.values())),
        notes=review.notes,
        digest=hashlib.sha256(review.text.encode("utf-8", "replace")).hexdigest(),
        suppressed=aside,
    )
    told = titles(all_rules(), compared=False)
    return page.render([page.part(checked, told)], Run(all_rules(), told))


def _aside(review: Review, judged: Judged, opens: set[str]) -> Iterator[Suppressed]:
    """Findings the officer decided: waived with a reason, ignored, or in the dictionary."""
    report = judged.report
    reasons = {waiver.mark: waiver.reason for waiver in review.decisions.waived}
    for mark, finding in zip(fingerprints(report.document, report.findings), report.findings, strict=True):
        if mark in opens:
            continue
        if mark in reasons:
            yield Suppressed(finding, mark, "waiver", reasons[mark])
        elif mark in review.decisions.ignored:
            yield Suppressed(finding, mark, "waiver", "người soát bỏ qua, không ghi lý do")
        else:
            yield Suppressed(finding, mark, "dictionary", "chữ có trong từ điển của phiên soát")
