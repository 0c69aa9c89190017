"""``chithi app``: the browser pages on this machine."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from checks.errors import UserError


def register(commands: Any) -> None:
    """Add ``chithi app``."""
    app = commands.add_parser("app", help="mở ứng dụng trong trình duyệt, chỉ trên máy này")
    app.add_argument("--port", type=int, default=8501, help="cổng (mặc định 8501)")
    app.add_argument("--no-browser", action="store_true", help="không tự mở trình duyệt")
    app.set_defaults(run=run)


def script() -> Path:
    """app.py: beside the packages in a checkout, inside the wheel when installed from it."""
    here = Path(__file__).resolve().parent
    places = (here.parent / "app.py", here / "_data" / "app.py")
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise UserError("Không tìm thấy tệp app.py của ứng dụng; hãy cài lại chithi.")
    return found


def run(args: argparse.Namespace) -> int:
    """Start Streamlit in this process, bound to loopback, without statistics; returns when it is stopped."""
    from streamlit.web import cli as streamlit

    sys.argv = [
        "streamlit", "run", str(script()),
        "--server.address=127.0.0.1",
        f"--server.port={args.port}",
        f"--server.headless={'true' if args.no_browser else 'false'}",
        "--browser.gatherUsageStats=false",
        "--server.maxUploadSize=10",
        "--client.showErrorDetails=none",
    ]  # fmt: skip
    return int(streamlit.main(standalone_mode=False) or 0)
