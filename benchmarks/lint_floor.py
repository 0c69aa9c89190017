"""What the least program costs that could find anything: not a checker, but the floor one is measured against.

    python benchmarks/lint_floor.py WORDS [--warm ROUNDS] FILE…

NFC, tokens, a look-up of each syllable and each pair in WORDS (a syllable or a pair a line), 20 expressions.
"""

import re
import sys
import time
import unicodedata
from collections.abc import Callable
from itertools import pairwise

TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,/]\d+)*")
LITERAL_FIRST = (
    "ngày \\d+ tháng", "năm \\d{4}", "Số: ?\\d", "Nơi nhận", "Lưu: ", "KT\\. ", "TM\\. ", "phát động", "thi đua \\w+",
    "đến hết ", "từ ngày ", "tỷ lệ ", "chỉ tiêu", "giai đoạn \\d", "Nghị định \\S+", "Quyết định \\S+", "Luật \\w+",
    "xã, phường", "khen thưởng", "tổng kết",
)  # fmt: skip


def words_of(path: str) -> frozenset[str]:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib would be a tenth of the floor
        return frozenset(file.read().split("\n"))


def judge(text: str, known: frozenset[str], patterns: list[re.Pattern[str]]) -> int:
    tokens = [token.lower() for token in TOKEN.findall(unicodedata.normalize("NFC", text))]
    unknown = sum(token not in known for token in tokens)
    pairs = sum(f"{one} {other}" in known for one, other in pairwise(tokens))
    return unknown + pairs + sum(len(pattern.findall(text)) for pattern in patterns)


def read(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read().decode()


def timed(rounds: int, job: Callable[[], int]) -> float:
    """Median milliseconds of the processor in ``rounds``."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        job()
        times.append(time.process_time() - started)
    return sorted(times)[rounds // 2] * 1000


def main(arguments: list[str]) -> None:
    known, patterns = words_of(arguments[0]), [re.compile(source) for source in LITERAL_FIRST]
    if arguments[1] == "--warm":
        text = read(arguments[3])
        print(timed(int(arguments[2]), lambda: judge(text, known, patterns)))
        return
    for path in arguments[1:]:
        print(path, judge(read(path), known, patterns))


if __name__ == "__main__":
    main(sys.argv[1:])
