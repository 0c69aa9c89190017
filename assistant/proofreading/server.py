"""``chithi serve``: LibreOffice, editors and scripts that know LanguageTool proofread Vietnamese through us."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from checks.errors import UserError
from checks.hosts import is_loopback

SECONDS_TO_FINISH = 10
SWITCH = 0.001
"""Seconds after which a check lets the server take the next request; Python's own five would be felt."""
MOST_CONNECTIONS = 900
"""Of clients that keep theirs open between two paragraphs too; a process may usually hold 1,024."""
PORT = 8081
MOST_PROCESSES = 64
USUAL_PROCESSES = 4
"""For an office; each takes some 100 MB. One person's paragraphs come one after another, and one thread is soonest there."""


def register(commands: Any) -> None:
    """Add ``chithi serve``."""
    serve = commands.add_parser(
        "serve", help="máy chủ soát lỗi cho LibreOffice và các chương trình dùng được LanguageTool"
    )
    serve.add_argument("--host", default="127.0.0.1", help="địa chỉ nghe (mặc định chỉ máy này)")
    serve.add_argument("--port", type=int, default=PORT, help=f"cổng (mặc định {PORT})")
    serve.add_argument("--token", default="", help="mã mà máy khác phải gửi kèm; bắt buộc khi nghe ngoài máy này")
    serve.add_argument("--dictionary", type=Path, metavar="TỆP", help="từ điển của cơ quan, mỗi dòng một từ")
    serve.add_argument(
        "--processes",
        type=_count,
        metavar="SỐ",
        help=f"số tiến trình soát lỗi (mặc định 1; nghe ngoài máy này thì mỗi lõi một tiến trình, nhiều nhất {USUAL_PROCESSES})",
    )
    serve.add_argument(
        "--write-extension",
        type=Path,
        metavar="TỆP.oxt",
        help="ghi phần mở rộng cho LibreOffice trỏ tới --host, --port rồi dừng",
    )
    serve.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; requests under way are finished."""
    if args.write_extension:
        return _write_extension(args.write_extension, args.host, args.port)
    if not is_loopback(args.host) and not args.token:
        raise UserError(
            f"Nghe ở {args.host} thì máy khác gửi văn bản vào được: hãy đặt mã bằng --token, hoặc bỏ --host."
        )
    if args.dictionary and not args.dictionary.is_file():
        raise UserError(f"Không tìm thấy từ điển {args.dictionary}: hãy kiểm tra lại tên tệp.")
    import uvicorn

    from assistant.launch import is_free, refuse_no_port
    from assistant.proofreading.endpoints import application

    refuse_no_port(args.port)
    if is_loopback(args.host) and not is_free(args.port):
        raise UserError(f"Cổng {args.port} đang bận: hãy chọn cổng khác bằng --port.")
    sys.setswitchinterval(SWITCH)
    print(f"Đang soát lỗi tại http://{args.host}:{args.port}/v2 (Ctrl+C để dừng).", flush=True)
    uvicorn.run(
        application(args.token, args.dictionary, args.processes or usual_processes(args.host)),
        host=args.host,
        port=args.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
        limit_concurrency=MOST_CONNECTIONS,
    )
    return 0


def usual_processes(host: str) -> int:
    """How many check where nobody says how many."""
    return 1 if is_loopback(host) else min(os.cpu_count() or 1, USUAL_PROCESSES)


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST_PROCESSES:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” không phải số từ 1 đến {MOST_PROCESSES}")


def _write_extension(file: Path, host: str, port: int) -> int:
    from assistant.proofreading.libreoffice import extension

    if host in ("0.0.0.0", "::"):  # noqa: S104 - refused, not listened on
        raise UserError(f"{host} không phải địa chỉ để kết nối tới: hãy ghi tên hoặc địa chỉ của máy chủ sau --host.")
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/v2"
    try:
        file.write_bytes(extension(address))
    except OSError as error:
        raise UserError(f"Không ghi được {file}: hãy kiểm tra thư mục và quyền ghi.") from error
    print(f"Đã ghi {file}: mở tệp này bằng LibreOffice để cài, rồi khởi động lại LibreOffice.")
    return 0
