"""``chithi compare PREVIOUS CURRENT``: last year's directive beside this year's; with more files, targets over the years."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.document import Document
from checks.errors import UserError
from checks.reading import read

if TYPE_CHECKING:
    from checks.compare import Comparison
    from checks.comparison.pairing import Pair

OK, LEFTOVERS, FAILED = 0, 1, 2
"""Exit codes: compared; left-overs found and --fail-on-leftovers given; a file could not be read or was the wrong one."""
TEXTS = ("text", "json", "html")
REDLINE = "redline"
TABLES = ("csv", "xlsx")
Writers = Mapping[str, Callable[["Comparison"], bytes]]
"""Further formats of a comparison, by name: they are not of this package."""


def register(commands: Any, writers: Writers | None = None) -> None:
    """Add the parser of ``compare``."""
    further = writers or {}
    parser = commands.add_parser("compare", help="so sánh văn bản năm nay với văn bản năm trước")
    parser.add_argument("previous", metavar="NĂM-TRƯỚC", type=Path, help="văn bản năm trước (.txt, .md, .docx, .pdf)")
    parser.add_argument("current", metavar="NĂM-NAY", type=Path, help="văn bản năm nay")
    parser.add_argument(
        "others",
        metavar="NĂM-KHÁC",
        nargs="*",
        default=[],
        type=Path,
        help="thêm năm khác của cơ quan: bảng chỉ tiêu qua các năm",
    )
    parser.add_argument(
        "--format", choices=(*TEXTS, *further, REDLINE, *TABLES), default="text",
        help="dạng kết quả; redline: tệp Word năm trước với mọi thay đổi được đánh dấu; "
        "csv, xlsx: bảng chỉ tiêu qua các năm (csv: dấu chấm phẩy, dấu phẩy thập phân)",
    )  # fmt: skip
    parser.add_argument("--output", metavar="TỆP", type=Path, help="ghi kết quả vào tệp này thay vì in ra")
    parser.add_argument(
        "--resolution", metavar="TỆP", type=Path, help="nghị quyết của Hội đồng nhân dân, để đối chiếu chỉ tiêu"
    )
    parser.add_argument("--pairs", metavar="TỆP", type=Path, help="các chỉ tiêu đã ghép bằng tay (JSON)")
    parser.add_argument(
        "--fail-on-leftovers", action="store_true", help="mã thoát bằng 1 khi còn sót nội dung của năm trước"
    )
    parser.set_defaults(run=run, writers=further)


def run(args: argparse.Namespace) -> int:
    """Print or write the comparison."""
    try:
        shown, code = _years(args) if args.others or args.format in TABLES else _two(args)
        _put(shown, args.output, args.format)
    except UserError as error:
        print(error, file=sys.stderr)
        return FAILED
    return code


def _two(args: argparse.Namespace) -> tuple[bytes, int]:
    from checks.compare import compare
    from checks.comparison.doubts import refuse_mistakes
    from checks.report.comparison import as_html, as_json, as_text

    previous, current = _document(args.previous), _document(args.current)
    refuse_mistakes(previous, current)
    if args.format == REDLINE:
        return _redline(args.previous, current), OK
    resolution = _document(args.resolution) if args.resolution else None
    result = compare(previous, current, resolution, _pairs(args.pairs))
    code = LEFTOVERS if args.fail_on_leftovers and result.leftovers else OK
    if args.format in args.writers:
        return args.writers[args.format](result), code
    render = {"text": as_text, "json": as_json, "html": as_html}[args.format]
    return _encoded(render(result).rstrip("\n") + "\n"), code


def _redline(path: Path, current: Document) -> bytes:
    from checks.comparison.redline import redline
    from checks.word import AUTHOR

    if path.suffix.lower() != ".docx":
        raise UserError(
            f"Để đánh dấu thay đổi ngay trong tệp Word, văn bản năm trước phải là .docx; tệp {path.name} thì không."
        )
    made = redline(_bytes(path), current.text, datetime.now(UTC), author=AUTHOR, name=path.name)
    if made.left:
        print(f"{len(made.left)} thay đổi Word không theo dõi được, đã ghi thành chú thích bên lề.", file=sys.stderr)
    return made.data


def _years(args: argparse.Namespace) -> tuple[bytes, int]:
    from checks.comparison.years import over_years
    from checks.report import years as report

    if args.format in (*args.writers, REDLINE):
        raise UserError(f"Dạng {args.format} chỉ dùng khi so sánh hai văn bản: hãy chọn xlsx, csv, html hoặc text.")
    if args.resolution or args.fail_on_leftovers:
        raise UserError(
            "--resolution và --fail-on-leftovers chỉ dùng khi so sánh hai văn bản, dạng text, json hoặc html."
        )
    table = over_years([_document(path) for path in (args.previous, args.current, *args.others)], _pairs(args.pairs))
    for warning in table.warnings if args.format in TABLES else ():
        print(warning, file=sys.stderr)
    if args.format == "xlsx":
        return report.as_xlsx(table), OK
    render = {"text": report.as_text, "json": report.as_json, "html": report.as_html, "csv": report.as_csv}
    return _encoded(render[args.format](table).rstrip("\n") + "\n"), OK


def _pairs(path: Path | None) -> tuple[Pair, ...]:
    from checks.comparison.pairing import read_pairs

    return read_pairs(path) if path else ()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"Không đọc được tệp {path}: hãy kiểm tra đường dẫn và quyền đọc.") from error


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _put(data: bytes, path: Path | None, form: str) -> None:
    if path is not None:
        try:
            path.write_bytes(data)
        except OSError as error:
            raise UserError(f"Không ghi được tệp {path}: hãy kiểm tra thư mục và quyền ghi.") from error
        print(f"Đã ghi {path}.", file=sys.stderr)
    elif form in TEXTS:
        sys.stdout.write(data.decode("utf-8"))
    elif sys.stdout.isatty() and form != "csv":
        raise UserError("Kết quả này là tệp, không in ra màn hình được: hãy thêm --output và tên tệp.")
    else:
        # The line ends of a .csv are its own on every system.
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def _document(path: Path) -> Document:
    source = read(path)
    return Document.parse(source.text, name=path.name, layout=source.layout)
