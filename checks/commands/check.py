"""``chithi check``: the files of one run, judged one by one or in several processes, and reported together."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from checks.commands import asked, judging
from checks.commands.judging import FAILED, OK, Job, Outcome
from checks.errors import UserError
from checks.finding import Severity
from checks.report import STDIN, Run, format_of
from checks.rule import Rule
from checks.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from pathlib import Path

BASELINE = "--write-baseline"
PARALLEL = 100
"""More files than this are shared among processes; starting those takes as long as some 30 files."""


def check(args: argparse.Namespace) -> int:
    """Report every file that can be read; the exit code of the run."""
    if args.unsafe_fixes and not (args.fix or args.diff):
        raise UserError("--unsafe-fixes chỉ dùng cùng --fix hoặc --diff: hãy thêm một trong hai tùy chọn đó.")
    paths = asked.paths(args)
    if args.show_settings:
        return _show_settings(args, asked.named(args, paths[0]))
    if args.diff or args.fix:
        from checks.commands import fix as fixing

        if args.diff:
            return fixing.diff(args, paths)
        paths = fixing.fixed_copies(args, paths)
    target = _baseline_target(args, asked.named(args, paths[0]))
    jobs = [_job(args, path, accept=target is not None) for path in paths]
    if args.languagetool:
        from checks.languagetool import base_of

        base = base_of(args.languagetool)
        jobs = [job._replace(languagetool=base) for job in jobs]
    if args.previous:
        judging.last_year(args.previous)
        if args.pairs:
            judging.decided(args.pairs)
    outcomes = _outcomes(jobs, args.jobs)
    _tell(outcomes)
    text = format_of(args.format).render([o.part for o in outcomes if not o.unread], _run(jobs, outcomes))
    _write(text, args.output)
    tables = sys.stdout if args.format == "text" and not args.output else sys.stderr
    if args.statistics:
        print(statistics(outcomes), file=tables)
    if args.timing:
        print(timings(outcomes), file=tables)
    status = max((o.status for o in outcomes), default=OK)
    if target is not None:
        _write_baseline(target, outcomes, status)
    return status


def _job(args: argparse.Namespace, path: str, *, accept: bool) -> Job:
    name = asked.named(args, path)
    return Job(
        path,
        asked.settings(args, name),
        args.format,
        date.today(),
        args.issued,
        args.previous,
        args.pairs,
        accept,
        args.timing,
        name=name,
    )


def _outcomes(jobs: Sequence[Job], processes: int | None) -> list[Outcome]:
    alone = processes == 1 or any(job.path == STDIN for job in jobs)
    if alone or (processes is None and len(jobs) <= PARALLEL):
        return [judging.judge(job) for job in jobs]
    from checks.commands.pool import judge_all

    return judge_all(jobs, processes)


def _run(jobs: Sequence[Job], outcomes: Sequence[Outcome]) -> Run:
    rules: dict[str, Rule] = {}
    for settings in dict.fromkeys(job.settings for job in jobs):
        rules.update((rule.name(), rule) for rule in judging.chosen(settings))
    ordered = tuple(rules[name] for name in sorted(rules))
    return Run(
        ordered,
        judging.titles(
            ordered, compared=any(job.previous for job in jobs), asked=any(job.languagetool for job in jobs)
        ),
        tuple((o.path, o.unread) for o in outcomes if o.unread),
        tuple(remark for o in outcomes for remark in o.remarks),
    )


def _tell(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.unread or outcome.mistake:
            print(f"{outcome.path}: {outcome.unread or outcome.mistake}", file=sys.stderr)
        for remark in outcome.remarks:
            print(remark, file=sys.stderr)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        output.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UserError(f"Không ghi được kết quả vào {output}: hãy kiểm tra thư mục và quyền ghi.") from error


def _baseline_target(args: argparse.Namespace, path: str) -> Path | None:
    if args.write_baseline is None:
        return None
    from pathlib import Path

    target = Path(args.write_baseline) if args.write_baseline else asked.settings(args, path).baseline
    if target is None:
        raise UserError(f"{BASELINE} cần tên tệp mốc, ví dụ {BASELINE} chithi-baseline.json.")
    return target


def _write_baseline(target: Path, outcomes: Sequence[Outcome], status: int) -> None:
    if status == FAILED:
        raise UserError(f"Chưa ghi {target} vì còn tệp chưa kiểm tra được: hãy xử lý các tệp đó rồi chạy lại.")
    from checks.settings import baseline

    baseline.write(target, {o.path: o.known for o in outcomes})
    count = sum(len(o.known) for o in outcomes)
    print(f"Đã ghi {count} phát hiện vào tệp mốc {target}.", file=sys.stderr)


def _show_settings(args: argparse.Namespace, path: str) -> int:
    from checks.settings.config import shown

    print(shown(asked.settings(args, path)), end="")
    return OK


class Row(NamedTuple):
    """One line of ``--statistics``."""

    total: int
    rule: str
    by_severity: Mapping[Severity, int]


def statistics(outcomes: Iterable[Outcome]) -> str:
    """Findings a rule, the most frequent first."""
    counts: dict[str, dict[Severity, int]] = {}
    for outcome in outcomes:
        for rule, severity in outcome.counts:
            counts.setdefault(rule, dict.fromkeys(Severity, 0))[severity] += 1
    rows = sorted((Row(sum(c.values()), rule, c) for rule, c in counts.items()), key=lambda r: (-r.total, r.rule))
    lines = [
        f"{r.total:7} {r.rule:24} " + ", ".join(f"{n} {s.label}" for s, n in r.by_severity.items() if n) for r in rows
    ]
    return "\n".join([*lines, f"{sum(r.total for r in rows):7} tổng cộng"])


def timings(outcomes: Iterable[Outcome]) -> str:
    """Milliseconds a rule over all files, the slowest first."""
    total: dict[str, float] = {}
    for outcome in outcomes:
        for rule, seconds in outcome.seconds.items():
            total[rule] = total.get(rule, 0.0) + seconds
    rows = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{seconds * 1000:9.2f} ms {rule}" for rule, seconds in rows]
    note = "(phần dùng chung của văn bản tính cho phép kiểm hỏi đến trước)"
    return "\n".join([*lines, f"{sum(total.values()) * 1000:9.2f} ms tổng cộng {note}"])
