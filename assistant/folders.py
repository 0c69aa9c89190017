"""Where the office's own data lies and where ours, without the cost of all settings: commands over in a moment ask here."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

DATA = "CHITHI_DATA"


def data_folder() -> Path:
    """CHITHI_DATA, else the user's own folder; it need not exist."""
    from pathlib import Path

    return Path(own_file(""))


def own_file(name: str) -> str:
    """A file of that folder. Without pathlib, which costs a check more than all that it reads."""
    return os.path.join(os.path.abspath(os.path.expanduser(os.environ.get(DATA) or _user_folder())), name)


def shipped(name: str) -> Path:
    """What ships beside the code: packed into an installed wheel, else at the top of the checkout."""
    from pathlib import Path

    here = Path(__file__).resolve().parent
    packed = here / "_data" / name
    return packed if packed.exists() else here.parent / name


def user_folder() -> Path:
    """Where programs of this system keep a user's data."""
    from pathlib import Path

    return Path(_user_folder())


def _user_folder() -> str:
    home = os.path.expanduser("~")
    if home == "~":
        raise RuntimeError("this system tells of no home")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), "chithi")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", "chithi")
    return os.path.join(os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share"), "chithi")
