"""``chithi compare PREVIOUS CURRENT``: last year's directive beside this year's."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from checks.document import Document
from checks.errors import UserError
from checks.reading import read

OK, LEFTOVERS, FAILED = 0, 1, 2
"""Exit codes: compared; left-overs found and --fail-on-leftovers given; a file could not be read."""


def register(commands: Any) -> None:
    """Add the parser of ``compare``."""
    parser = commands.add_parser("compare", help="so sánh văn bản năm nay với văn bản năm trước")
    parser.add_argument("previous", metavar="NĂM-TRƯỚC", type=Path, help="văn bản năm trước (.txt, .md, .docx, .pdf)")
    parser.add_argument("current", metavar="NĂM-NAY", type=Path, help="văn bản năm nay")
    parser.add_argument("--format", choices=("text", "json", "html"), default="text", help="dạng kết quả")
    parser.add_argument(
        "--fail-on-leftovers", action="store_true", help="mã thoát bằng 1 khi còn sót nội dung của năm trước"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the comparison."""
    from checks.compare import compare
    from checks.report.comparison import as_html, as_json, as_text

    try:
        previous, current = _document(args.previous), _document(args.current)
    except UserError as error:
        print(error, file=sys.stderr)
        return FAILED
    result = compare(previous, current)
    render = {"text": as_text, "json": as_json, "html": as_html}[args.format]
    sys.stdout.write(render(result).rstrip("\n") + "\n")
    return LEFTOVERS if args.fail_on_leftovers and result.leftovers else OK


def _document(path: Path) -> Document:
    source = read(path)
    return Document.parse(source.text, name=path.name, layout=source.layout)
