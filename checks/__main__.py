"""``python -m checks FILE…``."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whatever Python the machine has starts this file
    sys.stderr.write("chithi cần Python 3.11 trở lên: hãy cài bản mới hơn rồi chạy lại.\n")
    sys.exit(2)

from checks.cli import main
from checks.entry import start

start(main)
