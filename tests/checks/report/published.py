"""The published form of each format, for a report as text; how strict and from where: schemas/README.md."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SCHEMAS = {
    "rdjson": HERE / "schemas/rdjson.schema.json",
    "gitlab": HERE / "schemas/gitlab.schema.json",
    "json": ROOT / "docs/report.schema.json",
}
JUNIT: dict[str, dict[str, list[str]]] = json.loads((HERE / "schemas/junit.json").read_text("utf-8"))
COMMAND = re.compile(r"::(?:error|warning|notice)(?: (?P<where>[^:]*))?::(?P<message>.+)")
WHERE = re.compile(r"(?P<key>file|line|endLine|col|endColumn|title)=(?P<value>[^,:\r\n]+)")


def valid_by_schema(name: str, text: str) -> None:
    schema = json.loads(SCHEMAS[name].read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))


def valid_junit(text: str) -> None:
    root = ET.fromstring(text.encode("utf-8", "backslashreplace"))
    assert root.tag == "testsuites"
    for element in root.iter():
        told = JUNIT[element.tag]
        assert set(told["required"]) <= set(element.attrib) <= {*told["required"], *told["allowed"]}
        assert {child.tag for child in element} <= set(told["children"])
        # The schema has text in these only; blanks between elements are none.
        assert element.tag in {"failure", "error", "skipped", "system-out"} or not (element.text or "").strip()


def valid_github(text: str) -> None:
    *commands, summary = text.removesuffix("\n").split("\n")
    assert summary.startswith("chithi: ")
    for line in commands:
        command = COMMAND.fullmatch(line)
        assert command, line
        pairs = [WHERE.fullmatch(pair) for pair in (command["where"] or "").split(",") if pair]
        assert all(pairs), line
        keys = [pair["key"] for pair in pairs if pair]
        assert len(set(keys)) == len(keys)


def valid(name: str, text: str) -> None:
    if name in SCHEMAS:
        valid_by_schema(name, text)
    else:
        {"junit": valid_junit, "github": valid_github}[name](text)
