"""TOML files of an office, read so that every mistake in them is one Vietnamese sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from checks.errors import UserError


def read(file: Path) -> dict[str, Any]:
    """The tables of ``file``. Raises UserError when it is absent or no TOML."""
    import re
    import tomllib  # 6 ms: only where there is such a file

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UserError(f"Không tìm thấy tệp {file}: hãy kiểm tra lại tên tệp và thư mục.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"Không đọc được tệp {file}: hãy lưu lại bằng bảng mã UTF-8 và kiểm tra quyền đọc.") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        where = f"ở dòng {at[1]}, cột {at[2]}" if at else "ở cuối tệp"
        raise UserError(f"Tệp {file} viết sai cú pháp TOML {where}: hãy sửa lại chỗ đó.") from error


def refuse_unknown(keys: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raises UserError for the first key that is none, with the nearest one."""
    allowed = tuple(known)
    for key in keys:
        if key not in allowed:
            raise UserError(f"{where} có khóa lạ “{key}”{nearest(key, allowed)}: hãy bỏ hoặc sửa lại.")


def nearest(word: str, known: Iterable[str]) -> str:
    """“ (có phải “period-end”?)”, or nothing when no name is near."""
    from difflib import get_close_matches

    names = tuple(known)
    within = [name for name in names if word and word in name]
    near = within if len(within) == 1 else get_close_matches(word, names, 1)
    return f" (có phải “{near[0]}”?)" if near else ""


def strings(value: Any, where: str) -> tuple[str, ...]:
    """A list of strings. Raises UserError for anything else."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise UserError(f'{where} phải là một danh sách chữ, ví dụ ["period-end"]: hãy sửa lại.')


def string(value: Any, where: str) -> str:
    """A string that is not empty. Raises UserError for anything else."""
    if isinstance(value, str) and value.strip():
        return value
    raise UserError(f"{where} phải là chữ trong ngoặc kép và không để trống: hãy sửa lại.")


def choice(value: Any, allowed: Iterable[str], where: str) -> str:
    """One of ``allowed``. Raises UserError for anything else."""
    names = tuple(allowed)
    if value in names:
        return str(value)
    raise UserError(f"{where} phải là một trong: {', '.join(names)}; đang ghi “{value}”: hãy sửa lại.")


def table(value: Any, where: str) -> Mapping[str, Any]:
    """A table. Raises UserError for anything else."""
    if isinstance(value, dict):
        return value
    raise UserError(f"{where} phải là một bảng: hãy xem ví dụ trong docs/ci.md.")
