# coding: utf-8  # noqa: UP009 - Python 2 must be able to read this file
"""The checker: what an administrative document must be before it is issued. Standard library only."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whatever Python the machine has starts here
    OLD = "Máy đang dùng Python " + sys.version.split()[0] + ", chithi cần từ 3.11: hãy cài bản mới hơn rồi chạy lại.\n"
    # As bytes, which any console takes; to Python 2 a string is that already.
    getattr(sys.stderr, "buffer", sys.stderr).write(OLD if bytes is str else OLD.encode("utf-8"))
    sys.exit(2)
