"""LanguageTool's protocol as values: a request read from its bytes, an answer made of findings.

Offsets are UTF-16 code units, as every client of LanguageTool counts. Only rules that judge a text are asked: through
this protocol comes a paragraph at a time, which has no recipients and no signature to miss.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from assistant.annotated import Annotated, from_json, plain
from checks import engine
from checks.document import Document
from checks.facts.sentences import sentence
from checks.finding import Finding, Severity, Span
from checks.report.places import Places, utf16
from checks.rule import Rule
from checks.rules import all_rules
from checks.version import VERSION

LONGEST = 100_000
"""Most code points of one text; an office's longest directive has a quarter of that."""
LANGUAGES = (
    {"name": "Vietnamese", "code": "vi", "longCode": "vi-VN"},
    {"name": "Vietnamese", "code": "vi", "longCode": "vi"},
)
ACCEPTED = ("vi", "vi-vn", "auto")
LEVELS = (
    "default", "picky", "academic", "clarity", "professional", "creative", "customer", "jobapp", "objective", "elegant",
)  # fmt: skip
"""What LanguageTool 6.6 takes; all but “picky” ask for rules that we do not have."""
CONTEXT = 40
"""Characters shown on either side of a match."""
WORD = re.compile(r"\s*\S+")

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


class RefusedError(Exception):
    """A request that cannot be answered: an HTTP status and LanguageTool's plain “Error: …”."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Query(NamedTuple):
    """What a client asks."""

    annotated: Annotated
    language: str
    disabled_rules: frozenset[str]
    enabled_rules: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_categories: frozenset[str]
    enabled_only: bool
    picky: bool
    token: str


def fields(body: bytes) -> dict[str, str]:
    """The form fields of a body, percent-encoded or raw as LibreOffice 7.4 sends it.

    A raw body is known by bytes that an encoded one cannot hold. Its text runs from ``text=`` to the last
    ``&language=``: “&”, “+” and “%20” in it are the author's own.
    """
    encoded = all(byte > 0x20 and byte < 0x7F for byte in body)
    if not encoded and body.startswith((b"text=", b"data=")):
        name, _, rest = body.partition(b"=")
        text, cut, tail = rest.rpartition(b"&language=")
        if not cut:
            return {name.decode(): rest.decode("utf-8", "replace")}
        out = {name.decode(): text.decode("utf-8", "replace")}
        out.update(fields(b"language=" + tail))
        return out
    parsed = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50)
    return {name: values[-1] for name, values in parsed.items()}


def query(form: Mapping[str, str]) -> Query:
    """The request behind the form. Raises RefusedError for what LanguageTool refuses."""
    if "text" in form and "data" in form:
        raise RefusedError(400, "Set only 'text' or 'data' parameter, not both")
    if "text" not in form and "data" not in form:
        raise RefusedError(400, "Missing 'text' or 'data' parameter")
    if not form.get("language"):
        raise RefusedError(400, "Missing 'language' parameter, e.g. 'language=vi' or 'language=auto'")
    if form["language"].lower() not in ACCEPTED:
        raise RefusedError(
            400, f"'{form['language'][:40]}' is not a language code known to this server: use vi, vi-VN or auto"
        )
    level = form.get("level", "").lower() or "default"
    if level not in LEVELS:
        raise RefusedError(
            400, f"Unknown value '{level[:40]}' for parameter 'level'. Valid values: {', '.join(LEVELS)}"
        )
    _refuse_variants(form)
    annotated = _annotated(form)
    if len(annotated.sent) > LONGEST or len(annotated.text) > LONGEST:
        length = max(len(annotated.sent), len(annotated.text))
        raise RefusedError(413, f"Your text exceeds the limit of {LONGEST} characters (it's {length} characters)")
    enabled_only = form.get("enabledOnly", "").lower() in ("true", "yes")
    asked = {
        name: frozenset(part.strip() for part in form.get(name, "").split(",") if part.strip())
        for name in ("disabledRules", "enabledRules", "disabledCategories", "enabledCategories")
    }
    if enabled_only and (asked["disabledRules"] or asked["disabledCategories"]):
        raise RefusedError(400, "You cannot specify disabled rules or categories using enabledOnly=true")
    if enabled_only and not (asked["enabledRules"] or asked["enabledCategories"]):
        raise RefusedError(400, "You must specify enabled rules or categories when using enabledOnly=true")
    return Query(
        annotated=annotated,
        language=form["language"],
        disabled_rules=asked["disabledRules"],
        enabled_rules=asked["enabledRules"],
        disabled_categories=asked["disabledCategories"],
        enabled_categories=asked["enabledCategories"],
        enabled_only=enabled_only,
        picky=level == "picky",
        token=form.get("apiKey", ""),
    )


def _annotated(form: Mapping[str, str]) -> Annotated:
    if "text" in form:
        return plain(form["text"])
    try:
        return from_json(form["data"])
    except ValueError as error:
        raise RefusedError(400, str(error)) from error


def _refuse_variants(form: Mapping[str, str]) -> None:
    """“preferredVariants” means nothing to one language, but a mistake in it is told as LanguageTool tells it."""
    variants = form.get("preferredVariants", "")
    if variants and form["language"].lower() != "auto":
        raise RefusedError(400, "You specified 'preferredVariants' but you didn't specify 'language=auto'")
    for variant in filter(None, variants.split(",")):
        if "-" not in variant:
            raise RefusedError(
                400, f"Invalid format for 'preferredVariants', expected a dash as in 'en-GB': '{variant[:40]}'"
            )


def rule_id(name: str) -> str:
    """“near-miss” is ``VI_NEAR_MISS`` among the rules of other languages."""
    return "VI_" + name.upper().replace("-", "_")


def kind(rule: Rule) -> tuple[str, str, str]:
    """Category id, its name and the issue type of a rule."""
    return KINDS.get(type(rule).__module__.split(".")[-2], OTHER)


def chosen(asked: Query, rules: Iterable[Rule]) -> list[Rule]:
    """The rules of text that the client has not switched off."""
    out = []
    for rule in rules:
        if rule.scope != "text":
            continue
        name, category = rule_id(rule.name()), kind(rule)[0]
        wanted = name in asked.enabled_rules or category in asked.enabled_categories
        if asked.enabled_only and not wanted:
            continue
        if not wanted and (name in asked.disabled_rules or category in asked.disabled_categories):
            continue
        out.append(rule)
    return out


def answer_in_bytes(asked: Query, known_words: frozenset[str]) -> bytes:
    """What the server sends: plain data in, plain data out, so that another process can do it."""
    return json.dumps(answer(asked, all_rules(), VERSION, known_words), ensure_ascii=False).encode()


def answer(
    asked: Query, rules: Sequence[Rule], version: str, known_words: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """LanguageTool's JSON. ``known_words`` are the office's own, folded: nothing within them is a spelling error."""
    annotated = asked.annotated
    # The text is judged as it is: to compose it again, across markup, would move every place behind.
    report = engine.check(Document(annotated.text), chosen(asked, rules))
    by_name = {rule.name(): rule for rule in rules}
    places = Places(annotated.sent)
    matches = [
        _match(annotated, finding, by_name[finding.rule], places)
        for finding in report.findings
        if (asked.picky or finding.severity is not Severity.STYLE)
        and not annotated.is_markup(finding.span)
        and not _known(annotated.text, finding, by_name, known_words)
    ]
    found = {"name": "Vietnamese", "code": "vi-VN"}
    crashed = [left.rule for left in report.not_evaluated if left.crashed]
    incomplete = {"incompleteResultsReason": f"Not checked: {', '.join(crashed)}"} if crashed else {}
    return {
        "software": {**SOFTWARE, "version": version},
        "warnings": {"incompleteResults": bool(crashed), **incomplete},
        "language": {**found, "detectedLanguage": {**found, "confidence": 1.0, "source": "chithi"}},
        "matches": matches,
        "sentenceRanges": [],
    }


def _known(text: str, finding: Finding, rules: Mapping[str, Rule], words: frozenset[str]) -> bool:
    return bool(words) and kind(rules[finding.rule])[0] == "TYPOS" and text[slice(*finding.span)].casefold() in words


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
