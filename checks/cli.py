"""The commands that need no drafting: check, fix, rules, explain. Imported on every lint, so it imports little."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from checks import engine
from checks.document import Document
from checks.errors import UserError
from checks.finding import Severity
from checks.rules import all_rules

if TYPE_CHECKING:
    from checks.reading import Source
    from checks.rule import Rule

OK, FOUND, FAILED = 0, 1, 2
"""Exit codes: nothing at or above --fail-on; something; could not check."""
FAIL_ON = ("error", "warning", "style", "never")
BLANKS = "open-blank"
"""The rule that is a reminder in a draft and an error in a final text."""
STDIN = "-"


def register(commands: Any) -> None:
    """Add the parsers of this module's commands."""
    check = commands.add_parser("check", help="kiểm tra văn bản trước khi ban hành")
    _inputs(check)
    check.add_argument("--format", choices=("text", "json"), default="text", help="dạng kết quả")
    check.add_argument(
        "--fail-on", choices=FAIL_ON, default="error", help="mức độ làm mã thoát bằng 1 (mặc định: error)"
    )
    check.add_argument("--previous", metavar="TỆP", type=Path, help="văn bản năm trước, để tìm chỗ còn sót lại")
    check.set_defaults(run=run_check)

    fix = commands.add_parser("fix", help="sửa những lỗi chỉ có một cách sửa đúng")
    _inputs(fix)
    fix.add_argument("--diff", action="store_true", help="chỉ cho xem sẽ sửa gì, không ghi tệp")
    fix.add_argument("--unsafe-fixes", action="store_true", help="sửa cả những chỗ cần người xem lại")
    fix.add_argument("--out", type=Path, metavar="TỆP", help="ghi bản đã sửa vào tệp này")
    fix.add_argument("--in-place", action="store_true", help="ghi đè tệp .txt, .md; bản gốc giữ lại với đuôi .goc")
    fix.set_defaults(run=run_fix)

    rules = commands.add_parser("rules", help="liệt kê các phép kiểm")
    rules.add_argument("--markdown", action="store_true", help="in trang tài liệu của mọi phép kiểm")
    rules.set_defaults(run=run_rules)

    explain = commands.add_parser("explain", help="giải thích một phép kiểm: yêu cầu, nguồn, ví dụ")
    explain.add_argument("rule", metavar="PHÉP-KIỂM")
    explain.set_defaults(run=run_explain)


def _inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="TỆP", help="tệp .txt, .md, .docx, .pdf; “-” là đầu vào chuẩn")
    parser.add_argument(
        "--select", action="append", metavar="PHÉP-KIỂM", help="chỉ chạy các phép kiểm này (cách nhau bằng dấu phẩy)"
    )
    parser.add_argument("--ignore", action="append", metavar="PHÉP-KIỂM", help="bỏ qua các phép kiểm này")
    parser.add_argument("--issued", type=_day, metavar="NĂM-THÁNG-NGÀY", help="ngày ban hành, khi văn bản chưa ghi")
    parser.add_argument("--final", action="store_true", help="bản chuẩn bị ban hành: chỗ còn để trống là lỗi")


def run_check(args: argparse.Namespace) -> int:
    """``chithi check``: report every file that can be read; exit 2 if one could not be checked."""
    rules = chosen(args.select, args.ignore)
    severities = {BLANKS: Severity.ERROR} if args.final else {}
    previous = _previous(args.previous, args.issued) if args.previous else None
    status = OK
    checked, unread = [], []
    for path, source in _sources(args.files):
        if isinstance(source, UserError):
            unread.append((path, str(source)))
            print(f"{path}: {source}", file=sys.stderr)
            status = FAILED
            continue
        report = engine.check(_parse(source, args.issued), rules, severities)
        if previous is not None:
            report = _with_leftovers(report, previous)
        status = max(status, _status(report, args.fail_on))
        if args.format == "text":
            from checks.report import text

            print(text.render(report, path, source.notes))
        else:
            checked.append((path, report, source.notes))
    if args.format == "json":
        from checks.report import json

        sources = {rule.name(): (rule.title(), rule.source) for rule in rules}
        print(json.render((json.Checked(*item) for item in checked), sources, unread))
    return status


def run_fix(args: argparse.Namespace) -> int:
    """``chithi fix``: show or write the text with its certain repairs made; the original is never lost."""
    if args.out and len(args.files) > 1:
        raise UserError("--out chỉ dùng với một tệp; hãy chạy từng tệp một.")
    rules = chosen(args.select, args.ignore)
    status = OK
    for path, source in _sources(args.files):
        if isinstance(source, UserError):
            print(f"{path}: {source}", file=sys.stderr)
            status = FAILED
            continue
        doc = _parse(source, args.issued)
        fixed = engine.fix(doc, partial(engine.check, rules=rules), unsafe=args.unsafe_fixes)
        if args.diff:
            sys.stdout.writelines(_diff(doc.text, fixed.text, path))
        else:
            _write(path, source, doc.text, fixed.text, args.out, in_place=args.in_place)
    return status


def run_rules(args: argparse.Namespace) -> int:
    """``chithi rules``: name, severity, strength of source and title of every rule."""
    if args.markdown:
        from checks.report.pages import pages

        print(pages(all_rules()), end="")
        return OK
    for rule in all_rules():
        print(f"{rule.name():22} {rule.severity.label:12} {rule.tier:9} {rule.title()}")
    return OK


def run_explain(args: argparse.Namespace) -> int:
    """``chithi explain RULE``."""
    from checks.report.pages import page

    print(page(_named([args.rule])[0]), end="")
    return OK


def chosen(select: Sequence[str] | None, ignore: Sequence[str] | None) -> tuple[Rule, ...]:
    """The rules to run. Raises UserError for a name that is none."""
    rules = _named(select) if select else all_rules()
    dropped = {rule.name() for rule in _named(ignore)} if ignore else set()
    return tuple(rule for rule in rules if rule.name() not in dropped)


def _named(names: Iterable[str]) -> tuple[Rule, ...]:
    known = {rule.name(): rule for rule in all_rules()}
    wanted = [name.strip() for item in names for name in item.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1)
            hint = f" (có phải “{near[0]}”?)" if near else ""
            raise UserError(f"Không có phép kiểm tên “{name}”{hint}; xem danh sách bằng chithi rules.")
    return tuple(known[name] for name in wanted)


def _sources(files: Sequence[str]) -> Iterator[tuple[str, Source | UserError]]:
    from checks.reading import read, read_bytes

    for name in files:
        try:
            yield (name, read_bytes(sys.stdin.buffer.read(), "đầu vào") if name == STDIN else read(Path(name)))
        except UserError as error:
            yield name, error


def _parse(source: Source, issued: date | None) -> Document:
    return Document.parse(source.text, source.name, source.layout, issued)


def _previous(path: Path, issued: date | None) -> Document:
    from checks.reading import read

    return _parse(read(path), issued)


def _with_leftovers(report: engine.Report, previous: Document) -> engine.Report:
    from checks.comparison.leftovers import leftovers

    found = sorted((*report.findings, *leftovers(previous, report.document)), key=lambda f: f.span)
    return report._replace(findings=tuple(found))


def _status(report: engine.Report, fail_on: str) -> int:
    if report.crashed:
        return FAILED
    worst = report.worst()
    return FOUND if fail_on != "never" and worst is not None and worst.rank <= Severity(fail_on).rank else OK


def _diff(before: str, after: str, path: str) -> Iterator[str]:
    from difflib import unified_diff

    name = path if path != STDIN else "đầu vào"
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, f"{name} (đã sửa)")
    yield from (line if line.endswith("\n") else f"{line}\n" for line in lines)


def _write(path: str, source: Source, before: str, after: str, out: Path | None, *, in_place: bool) -> None:
    if path == STDIN and out is None:
        sys.stdout.write(after)
        return
    if before == after:
        print(f"{path}: không có gì phải sửa.")
        return
    target = Path(path)
    if in_place:
        if source.format not in ("text", "markdown"):
            raise UserError(
                f"{path} không phải tệp .txt hay .md nên không ghi đè; hãy dùng --out để ghi bản đã sửa ra tệp khác."
            )
        kept = target.with_name(target.name + ".goc")
        if kept.exists():
            raise UserError(f"Đã có {kept.name} từ lần sửa trước; hãy cất hoặc xóa tệp đó rồi chạy lại.")
        kept.write_bytes(target.read_bytes())
    else:
        target = out or target.with_name(f"{target.stem}.da-sua.txt")
        if target.exists() and out is None:
            raise UserError(f"Đã có tệp {target.name}; hãy chọn tên khác bằng --out.")
    target.write_text(after, encoding="utf-8", newline="\n")
    print(f"{path}: đã ghi bản sửa vào {target}.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng 2026-01-12") from None


def guarded(run: Any, args: argparse.Namespace, stderr: TextIO | None = None) -> int:
    """Run a command; a problem the office can solve is one sentence and exit 2."""
    try:
        return int(run(args))
    except UserError as error:
        print(error, file=stderr or sys.stderr)
        return FAILED


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m checks``: ``chithi check`` without the rest."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="python -m checks", description="Kiểm tra văn bản trước khi ban hành.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    register(commands)
    if not arguments or (arguments[0] not in commands.choices and arguments[0] not in ("-h", "--help")):
        arguments = ["check", *arguments]
    args = parser.parse_args(arguments)
    return guarded(args.run, args)
