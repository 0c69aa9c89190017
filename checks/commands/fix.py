"""``chithi fix``: the text with its certain repairs made, shown or written; the original is never lost."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checks import engine
from checks.commands import asked, judging
from checks.commands.judging import FAILED, FOUND, OK
from checks.document import Document
from checks.engine import Report
from checks.errors import UserError
from checks.report import STDIN
from checks.settings.sifting import sift
from checks.values import NamedTuple

if TYPE_CHECKING:
    from checks.reading import Source


class Prepared(NamedTuple):
    """A file as it was read, and how its text is to be judged."""

    source: Source
    doc: Document
    judge: Callable[[Document], Report]


class Repaired(NamedTuple):
    """A file before and after."""

    path: str
    source: Source
    before: str
    after: str


def fix(args: argparse.Namespace) -> int:
    """Write what can be repaired; exit 2 if a file could not be read."""
    paths = asked.paths(args)
    if args.out and len(paths) > 1:
        raise UserError("--out chỉ dùng với một tệp; hãy chạy từng tệp một.")
    if args.diff:
        return OK if diff(args, paths) != FAILED else FAILED
    status = OK
    for path in paths:
        try:
            told = _in_word(args, path) if args.track_changes or args.comments else _in_text(args, path)
        except UserError as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = FAILED
            continue
        if told:
            print(told)
    return status


def _in_text(args: argparse.Namespace, path: str) -> str:
    repaired = repair(args, path)
    if path == STDIN and args.out is None:
        sys.stdout.write(repaired.after)
        return ""
    target = _written(repaired, args.out, in_place=args.in_place, backup=args.backup)
    return f"{path}: đã ghi bản sửa vào {target}." if target else f"{path}: không có gì phải sửa."


def _in_word(args: argparse.Namespace, path: str) -> str:
    from checks.commands.word import run_word_fix

    prepared = prepare(args, path)
    return run_word_fix(args, path, prepared.source, prepared.doc, prepared.judge, datetime.now())


def diff(args: argparse.Namespace, paths: Sequence[str]) -> int:
    """Show what would be repaired and write nothing; 1 when there is something, 2 when a file could not be read."""
    status = OK
    for path in paths:
        try:
            repaired = repair(args, path)
        except UserError as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = FAILED
            continue
        sys.stdout.writelines(_lines(repaired, asked.named(args, path)))
        if repaired.before == repaired.after:
            print(f"{path}: không có gì phải sửa.", file=sys.stderr)
        status = max(status, FOUND if repaired.before != repaired.after else OK)
    return status


def fixed_copies(args: argparse.Namespace, paths: Sequence[str]) -> tuple[str, ...]:
    """Repair as ``chithi fix`` does and name what is to be checked now: the copies, or files that needed none."""
    if STDIN in paths:
        raise UserError("--fix không dùng với đầu vào chuẩn: hãy dùng chithi fix -.")
    out = []
    for path in paths:
        try:
            repaired = repair(args, path)
        except UserError:
            out.append(path)  # the check that follows says what is wrong with it
            continue
        target = _written(repaired, None, in_place=False, backup=True)
        if target:
            print(f"{path}: đã ghi bản sửa vào {target}.", file=sys.stderr)
        out.append(str(target) if target else path)
    return tuple(out)


def repair(args: argparse.Namespace, path: str) -> Repaired:
    """The file at ``path`` before and after its repairs. Raises UserError."""
    source, doc, judge = prepare(args, path)
    return Repaired(path, source, doc.text, engine.fix(doc, judge, unsafe=args.unsafe_fixes).text)


def prepare(args: argparse.Namespace, path: str) -> Prepared:
    """Read the file at ``path``; what a waiver covers is not judged wrong, so it stays. Raises UserError."""
    name = asked.named(args, path)
    source, _ = judging.read(path, name)
    settings = asked.settings(args, name)._replace(baseline=None)
    rules, graded, today = judging.chosen(settings), judging.severities(settings), date.today()

    def judge(doc: Document) -> Report:
        return sift(engine.check(doc, rules, graded), name, settings, today).report

    return Prepared(source, Document.parse(source.text, source.name, source.layout, args.issued), judge)


def _lines(repaired: Repaired, name: str) -> Iterator[str]:
    from difflib import unified_diff

    name = name if name != STDIN else "đầu vào"
    before, after = (text.splitlines(keepends=True) for text in (repaired.before, repaired.after))
    lines = unified_diff(before, after, name, f"{name} (đã sửa)")
    yield from (line if line.endswith("\n") else f"{line}\n" for line in lines)


def _written(repaired: Repaired, out: Path | None, *, in_place: bool, backup: bool) -> Path | None:
    """Where the repaired text was written; None when there was nothing to repair. Raises UserError."""
    if repaired.before == repaired.after:
        return None
    original = Path(repaired.path)
    target = out or original.with_name(f"{original.stem}.da-sua.txt")
    try:
        if in_place:
            target = original
            _keep(repaired, original, backup=backup)
        elif out is None and target.exists():
            raise UserError(
                f"Đã có tệp {target.name}; hãy cất hoặc xóa tệp đó, hoặc chọn tên khác bằng chithi fix --out."
            )
        target.write_text(repaired.after, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserError(f"Không ghi được {target}: hãy kiểm tra thư mục và quyền ghi.") from error
    return target


def _keep(repaired: Repaired, original: Path, *, backup: bool) -> None:
    if repaired.source.format not in ("text", "markdown"):
        raise UserError(
            f"{original} không phải tệp .txt hay .md nên không ghi đè; hãy dùng --out để ghi bản đã sửa ra tệp khác."
        )
    kept = original.with_name(original.name + ".goc")
    if not backup:
        return
    if kept.exists():
        raise UserError(f"Đã có {kept.name} từ lần sửa trước; hãy cất hoặc xóa tệp đó rồi chạy lại.")
    kept.write_bytes(original.read_bytes())
