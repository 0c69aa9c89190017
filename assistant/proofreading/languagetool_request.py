"""LanguageTool's requests: what a client asks, read from its bytes; what LanguageTool refuses is refused."""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from assistant.proofreading.annotated import Annotated, from_json, plain

LONGEST = 100_000
"""Most code points of one text; an office's longest directive has a quarter of that."""
ACCEPTED = ("vi", "vi-vn", "auto")
LEVELS = (
    "default", "picky", "academic", "clarity", "professional", "creative", "customer", "jobapp", "objective", "elegant",
)  # fmt: skip
"""What LanguageTool 6.6 takes; all but “picky” ask for rules that we do not have."""
MOST_FIELDS = 50
PRINTABLE = bytes(range(0x21, 0x7F))
"""All bytes that a percent-encoded body can hold."""
NO_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
# “text=Xử lý R&D&disabledRules=A&level=picky&language=vi”
OPTIONS = re.compile(rb"(?:&(?:(?:en|dis)abled(?:Rules|Categories)|enabledOnly|level|motherTongue)=[\w,+%.-]*)+$")


class RefusedError(Exception):
    """A request that cannot be answered: an HTTP status and LanguageTool's plain “Error: …”."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Switched(NamedTuple):
    """Rules and categories that a client has switched off or on."""

    disabled_rules: frozenset[str]
    enabled_rules: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_categories: frozenset[str]
    enabled_only: bool


class Query(NamedTuple):
    """What a client asks."""

    annotated: Annotated
    language: str
    switched: Switched
    picky: bool
    token: str


def fields(body: bytes) -> dict[str, str]:
    """The form fields of a body, percent-encoded or raw as LibreOffice 7.4 sends it.

    A raw body is known by bytes that an encoded one cannot hold. Its text runs from ``text=`` to the last
    ``&language=``, or to the options of a hand-written request before that: “&”, “+” and “%20” in it are the author's own.
    """
    if not _encoded(body) and body.startswith((b"text=", b"data=")):
        name, _, rest = body.partition(b"=")
        text, cut, tail = rest.rpartition(b"&language=")
        if not cut:
            return {name.decode(): rest.decode("utf-8", "replace")}
        options = OPTIONS.search(text)
        own = text[: options.start()] if options else text
        return {name.decode(): own.decode("utf-8", "replace"), **fields(text[len(own) + 1 :] + b"&language=" + tail)}
    if body.count(b"&") >= MOST_FIELDS:
        raise RefusedError(400, f"More than {MOST_FIELDS} fields")
    parts = (part.partition(b"=") for part in body.split(b"&") if part)
    return {_decoded(name): _decoded(value) for name, _, value in parts}


def _encoded(body: bytes) -> bool:
    return not body.translate(None, PRINTABLE)


def _decoded(part: bytes) -> str:
    """A name or a value without its percent-encoding."""
    if _encoded(part) and not NO_ESCAPE.search(part):
        # Quoted-printable writes “=” for “%”, and the standard library decodes it in C: a tenth of the time.
        raw = a2b_qp(part.replace(b"=", b"=3D").replace(b"+", b"=20").replace(b"%", b"="))
    else:
        raw = unquote_to_bytes(part.replace(b"+", b" "))
    return raw.decode("utf-8", "replace")


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
    switched = Switched(
        disabled_rules=_listed(form, "disabledRules"),
        enabled_rules=_listed(form, "enabledRules"),
        disabled_categories=_listed(form, "disabledCategories"),
        enabled_categories=_listed(form, "enabledCategories"),
        enabled_only=form.get("enabledOnly", "").lower() in ("true", "yes"),
    )
    if switched.enabled_only and (switched.disabled_rules or switched.disabled_categories):
        raise RefusedError(400, "You cannot specify disabled rules or categories using enabledOnly=true")
    if switched.enabled_only and not (switched.enabled_rules or switched.enabled_categories):
        raise RefusedError(400, "You must specify enabled rules or categories when using enabledOnly=true")
    return Query(annotated, form["language"], switched, picky=level == "picky", token=form.get("apiKey", ""))


def _listed(form: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(part.strip() for part in form.get(name, "").split(",") if part.strip())


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
