"""``chithi fix --track-changes --comments``: what the command needs beside its own options.

The options are added on every run of the command, so nothing that reads a Word file is imported for them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import UserError
from checks.report import STDIN
from checks.word import AUTHOR

if TYPE_CHECKING:
    from checks.document import Document
    from checks.engine import Report
    from checks.reading import Source


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``chithi fix`` that ask for the officer's own Word file."""
    parser.add_argument(
        "--track-changes", action="store_true", help="trả lại chính tệp .docx, chỗ sửa ở dạng theo dõi (Track Changes)"
    )
    parser.add_argument(
        "--comments", action="store_true", help="trả lại chính tệp .docx, chỗ còn phải xem ở dạng lời góp ý (Comment)"
    )
    parser.add_argument(
        "--author", default=AUTHOR, metavar="TÊN", help=f"tên người sửa ghi trong tệp (mặc định: {AUTHOR})"
    )
    parser.add_argument(
        "--marked-on", type=_day, metavar="NĂM-THÁNG-NGÀY", help="ngày sửa ghi trong tệp (mặc định: lúc chạy lệnh)"
    )


def run_word_fix(
    args: argparse.Namespace,
    path: str,
    source: Source,
    doc: Document,
    judge: Callable[[Document], Report],
    now: datetime,
) -> str:
    """Write the file at ``path``, read as ``source`` and parsed as ``doc``, with its marks; what to tell of it.

    ``judge`` checks a document with the rules asked for; ``now`` is the time of the marks unless the command gives a
    day. With --comments alone nothing is repaired. Raises UserError for what is not a Word file or cannot be written.
    """
    from checks import engine
    from checks.reading.source import quoted
    from checks.word.corrected import corrected

    if source.format != "docx" or path == STDIN:
        raise UserError(
            f"{quoted(path)} không phải tệp .docx: --track-changes và --comments chỉ dùng với tệp Word, "
            "hãy lưu văn bản ở dạng .docx hoặc bỏ hai tùy chọn này."
        )
    target = _target(args.out, Path(path))
    fixed = engine.fix(doc, judge, unsafe=args.unsafe_fixes) if args.track_changes else doc
    findings = judge(fixed).findings if args.comments else ()
    when = datetime.combine(args.marked_on, time()) if args.marked_on else now
    try:
        made = corrected(
            Path(path).read_bytes(), doc.text, fixed.text, findings, when, author=args.author, name=source.name
        )
        target.write_bytes(made.data)
    except OSError as error:
        raise UserError(f"Không ghi được {target}: hãy kiểm tra thư mục và quyền ghi.") from error
    told = [f"{made.tracked} chỗ sửa có theo dõi"] if args.track_changes else []
    told += [f"{made.commented} lời góp ý"] if made.commented or args.comments else []
    return f"{path}: đã ghi {target} với {' và '.join(told)}."


def _target(out: Path | None, original: Path) -> Path:
    target = out or original.with_name(f"{original.stem}.da-soat.docx")
    if target.exists() and (out is None or target.samefile(original)):
        raise UserError(f"Đã có tệp {target.name}; hãy chọn tên khác bằng --out.")
    return target


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng 2026-01-12") from None
