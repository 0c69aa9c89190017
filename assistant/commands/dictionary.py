"""``chithi dictionary export``: our words for programs that read hunspell dictionaries."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checks.errors import UserError

NAME = "vi_VN"
COMMON_WORDS = "common_words.txt"
"""LanguageTool wants this name, beside the dictionary."""


def register(commands: Any) -> None:
    """Add ``chithi dictionary``."""
    parser = commands.add_parser("dictionary", help="từ điển chính tả cho LibreOffice, LanguageTool và hunspell")
    actions = parser.add_subparsers(dest="action", required=True, metavar="VIỆC")
    export = actions.add_parser("export", help="ghi từ điển ra một thư mục")
    export.add_argument("folder", type=Path, metavar="THƯ-MỤC", help="thư mục nhận các tệp")
    export.add_argument("--dictionary", type=Path, metavar="TỆP", help="từ điển của cơ quan, mỗi dòng một từ")
    export.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files; those of an earlier export are replaced."""
    from checks.settings import office

    if args.dictionary and not args.dictionary.is_file():
        raise UserError(f"Không tìm thấy từ điển {args.dictionary}: hãy kiểm tra lại tên tệp.")
    own = [line for _, line in office.lines(args.dictionary)] if args.dictionary else []
    try:
        dic = export(args.folder, own)
    except OSError as error:
        raise UserError(f"Không ghi được vào {args.folder}: hãy kiểm tra thư mục và quyền ghi.") from error
    print(f"Đã ghi từ điển vào {dic}, kèm {dic.with_suffix('.aff').name} và {COMMON_WORDS}.")
    print(f"LanguageTool: thêm vào tệp cấu hình hai dòng\n    lang-vi=Vietnamese\n    lang-vi-dictPath={dic}")
    return 0


def export(folder: Path, office_words: Iterable[str] = ()) -> Path:
    """Write .dic, .aff and the common words into ``folder``; the path of the .dic."""
    from checks.language import hunspell

    made = hunspell.files(office_words)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((f"{NAME}.dic", made.dic), (f"{NAME}.aff", made.aff), (COMMON_WORDS, made.common_words)):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return (folder / f"{NAME}.dic").resolve()
