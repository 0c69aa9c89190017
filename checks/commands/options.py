"""The options of the commands that need no drafting, for argparse: nobody who only names files pays for it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from checks.cli import FAILED, OK, run_check, run_explain, run_fix, run_rules
from checks.settings.config import FAIL_ON

FORMATTER = partial(argparse.HelpFormatter, width=110)
"""With a width of its own, or argparse asks for the terminal's at every option: 3 ms of a run that shows no help."""


class Parser(argparse.ArgumentParser):
    """argparse that tells the office in Vietnamese what is wrong with a command.

    ``fill`` adds the options when the parser is first used: a command pays for its own options only.
    """

    def __init__(self, *, fill: Callable[[Parser], None] | None = None, **options: Any) -> None:
        super().__init__(**{"formatter_class": FORMATTER, **options, "add_help": False})
        self._fill = fill
        self._positionals.title, self._optionals.title = "đối số", "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in phần hướng dẫn này")

    def tell_version(self) -> None:
        """Add ``--version``: which program and which rules judged."""
        self.add_argument(
            "--version", action=_Version, nargs=0, help="in phiên bản của chương trình và của các phép kiểm"
        )

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        if self._fill is not None:
            fill, self._fill = self._fill, None
            fill(self)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        from checks.commands.usage import sentence

        self.exit(FAILED, f"{sentence(message)} Xem: {self.prog} --help\n")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "cách dùng: ", 1)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from checks.version import VERSION, rules_version

        print(f"chithi {VERSION}, phép kiểm {rules_version()}")
        parser.exit(OK)


def register(commands: Any) -> None:
    """Add the parsers of this module's commands to ``commands``, the subparsers of a ``Parser``."""
    for name, (fill, told) in COMMANDS.items():
        about = f"{told[:1].upper()}{told[1:]}."
        commands.add_parser(name, help=told, description=about, epilog=EPILOGS.get(name), fill=fill)


def _check(parser: argparse.ArgumentParser) -> None:
    from checks.report import FORMATS

    _inputs(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="dạng kết quả (mặc định: text)")
    parser.add_argument("--output", metavar="TỆP", type=Path, help="ghi kết quả vào tệp này thay vì in ra")
    parser.add_argument("--fail-on", choices=FAIL_ON, help="mức độ làm mã thoát bằng 1 (mặc định: error)")
    parser.add_argument("--previous", metavar="TỆP", type=Path, help="văn bản năm trước, để tìm chỗ còn sót lại")
    parser.add_argument(
        "--pairs", metavar="TỆP", type=Path, help="các chỉ tiêu đã ghép bằng tay (JSON), dùng với --previous"
    )
    parser.add_argument("--languagetool", metavar="URL", help="hỏi thêm máy chủ LanguageTool của cơ quan, để tham khảo")
    parser.add_argument("--baseline", metavar="TỆP", type=Path, help="tệp mốc: phát hiện đã có trong đó không tính nữa")
    parser.add_argument(
        "--write-baseline", metavar="TỆP", nargs="?", const="", help="ghi mọi phát hiện hiện có vào tệp mốc"
    )
    parser.add_argument("--waivers", metavar="TỆP", type=Path, help="tệp miễn trừ (mặc định: chithi-waivers.toml)")
    parser.add_argument("--diff", action="store_true", help="chỉ cho xem sẽ sửa gì, không ghi tệp")
    parser.add_argument("--fix", action="store_true", help="sửa như chithi fix rồi kiểm tra bản đã sửa")
    parser.add_argument("--unsafe-fixes", action="store_true", help="sửa cả những chỗ cần người xem lại")
    parser.add_argument("--statistics", action="store_true", help="đếm số phát hiện theo phép kiểm")
    parser.add_argument("--timing", action="store_true", help="thời gian chạy của từng phép kiểm")
    parser.add_argument("--jobs", type=_count, metavar="SỐ", help="số tiến trình (mặc định: tự chọn khi trên 100 tệp)")
    parser.add_argument("--show-settings", action="store_true", help="in cấu hình sẽ áp dụng rồi dừng")
    parser.set_defaults(run=run_check)


def _fix(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
    parser.add_argument("--diff", action="store_true", help="chỉ cho xem sẽ sửa gì, không ghi tệp")
    parser.add_argument("--unsafe-fixes", action="store_true", help="sửa cả những chỗ cần người xem lại")
    parser.add_argument("--out", "--output", type=Path, metavar="TỆP", help="ghi bản đã sửa vào tệp này")
    parser.add_argument("--in-place", action="store_true", help="ghi đè tệp .txt, .md; bản gốc giữ lại với đuôi .goc")
    parser.add_argument(
        "--no-backup", dest="backup", action="store_false", help="không giữ bản .goc (khi git đã giữ bản gốc)"
    )
    parser.add_argument("--waivers", metavar="TỆP", type=Path, help="tệp miễn trừ (mặc định: chithi-waivers.toml)")
    from checks.commands.word import add_options

    add_options(parser)
    parser.set_defaults(run=run_fix, fail_on=None, baseline=None)


def _inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="TỆP", help="tệp .txt, .md, .docx, .pdf hoặc thư mục; “-” là đầu vào chuẩn"
    )
    parser.add_argument("--stdin-filename", metavar="TỆP", help="tên của văn bản vào từ đầu vào chuẩn, khi dùng “-”")
    parser.add_argument("--exclude", action="append", default=[], metavar="MẪU", help="bỏ qua các tệp khớp mẫu này")
    parser.add_argument(
        "--select", action="append", metavar="PHÉP-KIỂM", help="chỉ chạy các phép kiểm này (cách nhau bằng dấu phẩy)"
    )
    parser.add_argument("--ignore", action="append", metavar="PHÉP-KIỂM", help="bỏ qua các phép kiểm này")
    parser.add_argument("--issued", type=_day, metavar="NĂM-THÁNG-NGÀY", help="ngày ban hành, khi văn bản chưa ghi")
    parser.add_argument("--final", action="store_true", help="bản chuẩn bị ban hành: chỗ còn để trống là lỗi")
    parser.add_argument(
        "--config", metavar="TỆP", type=Path, help="tệp cấu hình (mặc định: tìm từ thư mục của văn bản)"
    )
    parser.add_argument("--isolated", action="store_true", help="không đọc tệp cấu hình và tệp miễn trừ nào")


def _rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--markdown", action="store_true", help="in trang tài liệu của mọi phép kiểm")
    parser.add_argument("--json", action="store_true", help="in mọi phép kiểm dạng JSON")
    parser.set_defaults(run=run_rules)


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="PHÉP-KIỂM", help="tên phép kiểm, như trong ngoặc vuông sau mỗi phát hiện")
    parser.set_defaults(run=run_explain)


COMMANDS = {
    "check": (_check, "kiểm tra văn bản trước khi ban hành"),
    "fix": (_fix, "sửa những lỗi chỉ có một cách sửa đúng"),
    "rules": (_rules, "liệt kê các phép kiểm"),
    "explain": (_explain, "giải thích một phép kiểm: yêu cầu, nguồn, ví dụ"),
}


EPILOGS = {
    "check": "Mã thoát: 0 khi không có phát hiện nào từ mức --fail-on trở lên, 1 khi có, 2 khi có tệp hoặc phép kiểm chưa kiểm tra được."
}


def _day(text: str) -> date:
    """“2026-01-12”, or as an office writes it: “12/01/2026”."""
    parts = text.split("/")
    try:
        return date(*map(int, reversed(parts))) if len(parts) == 3 else date.fromisoformat(text)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng 2026-01-12 hay 12/01/2026") from None


def _count(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” không phải số nguyên dương")
