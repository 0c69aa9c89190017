"""Where the office's own data lies, without the cost of all settings: commands that are over in a moment ask here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DATA = "CHITHI_DATA"


def data_folder() -> Path:
    """CHITHI_DATA, else the user's own folder; it need not exist."""
    return Path(os.environ.get(DATA) or user_folder()).expanduser().absolute()


def user_folder() -> Path:
    """Where programs of this system keep a user's data."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "chithi"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "chithi"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "chithi"
