"""What argparse has to say about a command, in Vietnamese."""

from __future__ import annotations

import re

MESSAGES = (
    (r"the following arguments are required: LỆNH", r"Chưa nêu lệnh cần chạy."),
    (r"argument LỆNH: invalid choice: '(.+?)' \(choose from (.+)\)", r"Không có lệnh “\1”; các lệnh là \2."),
    (r"the following arguments are required: (.+)", r"Lệnh còn thiếu \1."),
    (r"unrecognized arguments: ([^-].*)", r"Các tên tệp phải đứng liền nhau: \1 đứng tách ra sau một tùy chọn."),
    (r"unrecognized arguments: (.+)", r"Không có tùy chọn \1."),
    (r"ambiguous option: (\S+) could match (.+)", r"Tùy chọn \1 chưa rõ: có thể là \2."),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\1 không nhận giá trị \2; hãy chọn: \3."),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1 còn thiếu giá trị đi kèm."),
    (r"argument (\S+): expected \d+ arguments?", r"\1 còn thiếu giá trị đi kèm."),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 không nhận giá trị \2."),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 không dùng cùng \2."),
    (r"one of the arguments (.+) is required", r"Lệnh cần một trong các tùy chọn \1."),
    (r"argument (\S+): invalid int value: (.+)", r"\1 phải là một số, không phải \2."),
    (r"argument (\S+): (.+)", r"\1: \2."),
)
"""Messages of Python 3.11 to 3.13 and ours; what is not here is passed on as it is."""


def sentence(message: str) -> str:
    """One Vietnamese sentence for a message of argparse."""
    for pattern, told in MESSAGES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return match.expand(told).replace("'", "")
    return f"Lệnh không hợp lệ: {message}."
