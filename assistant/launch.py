"""Start the app for this machine only, and open it in the browser."""

from __future__ import annotations

import argparse
import http.client
import os
import socket
import sys
import threading
import time
import webbrowser
from pathlib import Path
from typing import Any

from assistant import folders
from checks.errors import UserError

ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 50
LAST_PORT = 65535
SECONDS_TO_START = 60


def register(commands: Any) -> None:
    """Add `chithi app`."""
    parser = commands.add_parser("app", help="mở ứng dụng trong trình duyệt, chỉ trên máy này")
    parser.add_argument("--port", type=int, help=f"cổng phải dùng (mặc định: cổng trống đầu tiên từ {FIRST_PORT})")
    parser.add_argument("--no-browser", action="store_true", help="không tự mở trình duyệt")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    refuse_no_port(options.port)
    if options.port and not is_free(options.port):
        raise UserError(f"Cổng {options.port} đang bận: hãy chọn cổng khác, hoặc bỏ --port để tự tìm cổng trống.")
    launch(options.port or free_port(), open_browser=not options.no_browser)
    return 0


def launch(port: int, *, open_browser: bool) -> None:
    """Serve the app on PORT until the process is told to stop."""
    try:
        from streamlit.web.cli import main as streamlit
    except ModuleNotFoundError as missing:
        raise UserError("Chưa cài ứng dụng: hãy chạy “python3 -m assistant.setup app”.") from missing
    app = script()
    print("Đang khởi động ứng dụng…", flush=True)
    threading.Thread(target=announce, args=(port, open_browser), daemon=True).start()
    # How the app behaves is told in .streamlit/config.toml, beside the script; here is what this way of starting it adds.
    options = {
        "server.address": ADDRESS,  # a variable of the machine could say another one, but not against this
        "server.port": port,
        "server.headless": "true",  # announce() opens the browser
        "logger.hideWelcomeMessage": "true",
        "logger.level": "warning",
    }
    streamlit(["run", str(app), *(f"--{key}={value}" for key, value in options.items())], standalone_mode=False)


def script() -> Path:
    place = folders.shipped("app.py")
    if place.is_file():
        return place
    raise UserError("Không tìm thấy tệp app.py của ứng dụng: hãy tải lại toàn bộ chương trình rồi cài lại.")


def free_port() -> int:
    ports = range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    for port in ports:
        if is_free(port):
            return port
    raise UserError(
        f"Các cổng từ {ports[0]} đến {ports[-1]} đều bận: hãy đóng bớt ứng dụng, hoặc chọn cổng khác bằng --port."
    )


def refuse_no_port(port: int | None) -> None:
    """Raises UserError for a number no port has."""
    if port is not None and not 0 < port <= LAST_PORT:
        raise UserError(f"Không có cổng {port}: hãy chọn một số từ 1 đến {LAST_PORT}.")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name == "posix":
            # As the server itself does: a port in TIME_WAIT is free. On Windows the option means "share".
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except (OSError, OverflowError):
            return False
        return True


def announce(port: int, open_browser: bool) -> None:
    """Say where the app is as soon as it answers, and be ready for the first text while the browser opens."""
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(port):
        if time.monotonic() > deadline:
            return
        time.sleep(0.2)
    address = f"http://{ADDRESS}:{port}"
    print(f"Ứng dụng đang chạy ở {address} (chỉ máy này mở được). Nhấn Ctrl+C để dừng.", flush=True)
    if open_browser and has_desktop():
        webbrowser.open(address)
    warm_up()


def warm_up() -> None:
    """Import, read and compile once what a review needs: a second that the first one then does not wait for."""
    from checks.document import Document
    from checks.engine import check
    from checks.rules import all_rules

    for directive in sorted(folders.shipped("corpus").glob("*/document.txt"))[:1]:
        check(Document.parse(directive.read_text("utf-8")), all_rules())


def answers(port: int) -> bool:
    # Not urllib, which would ask the office's proxy for the loopback address.
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()


def has_desktop() -> bool:
    """Without one, webbrowser may start a text browser in the terminal that shows the app's messages."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
