"""LanguageTool's answers: findings of our rules as its matches.

Offsets are UTF-16 code units, as every client of LanguageTool counts. Only rules that judge a text are asked: through
this protocol comes a paragraph at a time, which has no recipients and no signature to miss.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from assistant.proofreading.annotated import Annotated
from assistant.proofreading.languagetool_request import LONGEST, Query, Switched
from checks import engine
from checks.document import Document
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.language.syllables import is_syllable
from checks.paragraphs import Paragraphs
from checks.report.places import Places, utf16
from checks.rule import Rule
from checks.rules import all_rules
from checks.settings.office import Dictionary
from checks.version import VERSION

LANGUAGES = (
    {"name": "Vietnamese", "code": "vi", "longCode": "vi-VN"},
    {"name": "Vietnamese", "code": "vi", "longCode": "vi"},
)
CONTEXT = 40
"""Characters shown on either side of a match."""
WORD = re.compile(r"\s*\S+")
LETTERS = re.compile(r"[^\W\d_]+")
MET = Paragraphs()
"""What was found in the paragraphs of earlier requests: an editor sends the whole text after each pause."""
VIETNAMESE = 0.5
"""Share of the words that are Vietnamese syllables from which a text is; English has one in five, directives all but all."""

# Folder of a rule: category id and name, issue type of ITS 2.0
KINDS: Mapping[str, tuple[str, str, str]] = {
    "spelling": ("TYPOS", "Chính tả", "misspelling"),
    "typography": ("TYPOGRAPHY", "Dấu câu", "typographical"),
    "capitals": ("CASING", "Viết hoa", "typographical"),
    "wording": ("CONFUSED_WORDS", "Thuật ngữ", "terminology"),
    "consistency": ("STYLE", "Thống nhất cách viết", "inconsistency"),
    "indicators": ("SEMANTICS", "Số liệu", "numbers"),
    "citations": ("SEMANTICS", "Viện dẫn", "inconsistent-entities"),
    "staleness": ("SEMANTICS", "Nội dung đã cũ", "non-conformance"),
}
OTHER = ("MISC", "Khác", "non-conformance")
SOFTWARE = {"name": "chithi", "buildDate": "", "apiVersion": 1, "premium": False, "premiumHint": "", "status": ""}


def rule_id(name: str) -> str:
    """“near-miss” is ``VI_NEAR_MISS`` among the rules of other languages."""
    return "VI_" + name.upper().replace("-", "_")


@cache
def kind(rule: Rule) -> tuple[str, str, str]:
    """Category id, its name and the issue type of a rule."""
    return KINDS.get(type(rule).__module__.split(".")[-2], OTHER)


@lru_cache(maxsize=8)
def chosen(switched: Switched, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of text that the client has not switched off."""
    out = []
    for rule in rules:
        if rule.scope != "text":
            continue
        name, category = rule_id(rule.name()), kind(rule)[0]
        wanted = name in switched.enabled_rules or category in switched.enabled_categories
        if switched.enabled_only and not wanted:
            continue
        if not wanted and (name in switched.disabled_rules or category in switched.disabled_categories):
            continue
        out.append(rule)
    return tuple(out)


def answer_in_bytes(asked: Query, known_words: frozenset[str]) -> bytes:
    """What the server sends: plain data in, plain data out, so that another process can do it."""
    return json.dumps(answer(asked, all_rules(), VERSION, known_words), ensure_ascii=False).encode()


def answer(
    asked: Query, rules: Sequence[Rule], version: str, known_words: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """LanguageTool's JSON. ``known_words`` are the office's own, folded: nothing within them is a spelling error."""
    annotated = asked.annotated
    # The text is judged as it is: to compose it again, across markup, would move every place behind.
    doc = Document(annotated.text)
    share = _vietnamese(doc.text) if asked.language.lower() == "auto" else 1.0
    judges = chosen(asked.switched, tuple(rules)) if share >= VIETNAMESE else ()
    report = engine.check(doc, judges, paragraphs=MET)
    by_name = {rule.name(): rule for rule in judges} if report.findings else {}
    places, known = Places(annotated.sent), Dictionary(tuple(known_words))
    matches = [
        _match(annotated, finding, by_name[finding.rule], places)
        for finding in report.findings
        if (asked.picky or finding.severity is not Severity.STYLE)
        and not annotated.is_markup(finding.span)
        and not (kind(by_name[finding.rule])[0] == "TYPOS" and known.has(doc, finding))
    ]
    found = {"name": "Vietnamese", "code": "vi-VN"}
    crashed = [left.rule for left in report.not_evaluated if left.crashed]
    incomplete = {"incompleteResultsReason": f"Not checked: {', '.join(crashed)}"} if crashed else {}
    return {
        "software": {**SOFTWARE, "version": version},
        "warnings": {"incompleteResults": bool(crashed), **incomplete},
        "language": {**found, "detectedLanguage": {**found, "confidence": round(share, 2), "source": "chithi"}},
        "matches": matches,
        "sentenceRanges": [],
    }


def _vietnamese(text: str) -> float:
    """The share of its words that are Vietnamese syllables; a text without words is no other language."""
    words = LETTERS.findall(text.lower())
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def _match(annotated: Annotated, finding: Finding, rule: Rule, places: Places) -> dict[str, Any]:
    text = annotated.text
    mild = finding.severity is Severity.STYLE
    span = _visible(text, finding.span)
    repair = []
    if finding.fix and not annotated.has_markup(span):
        repair = [text[span.start : finding.span.start] + finding.fix.replacement + text[finding.span.end : span.end]]
    category, category_name, issue = kind(rule)
    start, end = annotated.place(span)
    offset, behind = places.at(start).utf16, places.at(end).utf16
    return {
        "message": finding.message,
        "shortMessage": category_name,
        "replacements": [{"value": value} for value in repair],
        "offset": offset,
        "length": behind - offset,
        "context": _context(annotated.sent, start, end),
        "sentence": text[slice(*sentence(text, span.start, clauses=False))].strip(),
        "type": {"typeName": "Hint" if mild else "Other"},
        "rule": {
            "id": rule_id(finding.rule),
            "description": rule.title(),
            "issueType": "style" if mild else issue,
            "category": {"id": "STYLE" if mild and category != "TYPOS" else category, "name": category_name},
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _visible(text: str, span: Span) -> Span:
    """An insertion has no width, and no client shows a match without one: the word at its side carries the mark."""
    start, end = span
    if start == end:
        while start > 0 and not text[start - 1].isspace():
            start -= 1
    if start == end and (word := WORD.match(text, end)):
        end = word.end()
    return Span(start, end)


def _context(sent: str, start: int, end: int) -> dict[str, Any]:
    left, right = max(0, start - CONTEXT), min(len(sent), end + CONTEXT)
    before, after = "..." if left else "", "..." if right < len(sent) else ""
    return {
        "text": before + sent[left:right].replace("\n", " ") + after,
        "offset": len(before) + utf16(sent[left:start]),
        "length": utf16(sent[start:end]),
    }


def configuration(rules: Iterable[Rule], version: str) -> dict[str, Any]:
    """LanguageTool's ``configinfo``: which rules there are, so that a client can offer to switch them off."""
    return {
        "software": {**SOFTWARE, "version": version},
        "parameter": {"maxTextLength": LONGEST},
        "rules": [
            {
                "ruleId": rule_id(rule.name()),
                "description": rule.title(),
                "categoryId": kind(rule)[0],
                "categoryName": kind(rule)[1],
                "locQualityIssueType": kind(rule)[2],
            }
            for rule in rules
            if rule.scope == "text"
        ],
    }
