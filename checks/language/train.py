"""``python -m checks.language.train``: build the context table, or fit its weights (``--fit``)."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from checks.language import context, waiting
from checks.language.doubts import believed
from checks.language.lexicon import shipped
from checks.language.training import VOUCHED, Counts, encode, extra_words, stream_of, texts_of
from checks.tables import DATA

ROOT = Path(__file__).parents[2]
AN_HOUR = 3600.0
SHIPPED_CORPUS = ROOT / "corpus"


def shipped_counts() -> Counts:
    """What the shipped table is made of: the shipped corpus and the lexicon."""
    counts = Counts()
    counts.add_lexicon()
    for text in texts_of(SHIPPED_CORPUS):
        counts.add_document(text)
    return counts


def rebuild(corpus: Path, out: Path, accepted: Path | None = None, *, extra: bool = False) -> None:
    """Write the shipped table and the precedents of an office's ``corpus`` to ``out``, all at once or not at all.

    What is added meanwhile is counted too, whoever of two that rebuild at once is the last.
    """
    _sweep(out)
    seen = None
    while (state := _state(corpus, accepted)) != seen:
        counts, table, seen = Counts(), context.load(), state
        counts.add_table(table)
        right = phrases_of(accepted)
        for pieces in believed(texts_of(corpus), shipped(), table, right):
            counts.add_pieces(pieces)
        for phrase in right:
            counts.add(stream_of(phrase), VOUCHED)
        _write(counts, out, extra=extra)


def _state(corpus: Path, accepted: Path | None) -> list[tuple[str, int]]:
    """What a table of ``corpus`` follows from."""
    files = [*sorted(corpus.glob("*/document.txt")), *([accepted] if accepted and accepted.is_file() else [])]
    return [(str(file), file.stat().st_mtime_ns) for file in files]


def _sweep(out: Path) -> None:
    """What a rebuild that was killed left half written."""
    for left in out.parent.glob(f".{out.name}.*"):
        if time.time() - left.stat().st_mtime > AN_HOUR:
            left.unlink(missing_ok=True)


def phrases_of(accepted: Path | None) -> list[str]:
    """What an office has called right in its own papers; nothing where it has said nothing."""
    if accepted is None or not accepted.is_file():
        return []
    return [line.strip().lower() for line in accepted.read_text(encoding="utf-8").splitlines() if line.strip()]


def rebuild_later(corpus: Path, out: Path, accepted: Path | None = None) -> subprocess.Popen[bytes]:
    """``rebuild`` in a process of its own, which outlives this one; nobody has to wait for it."""
    command = [sys.executable, "-m", "checks.language.train", "--corpus", str(corpus), "--out", str(out)]
    command += ["--accepted", str(accepted)] if accepted else []
    nothing = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 our own module
        command, cwd=ROOT, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )


def _write(counts: Counts, out: Path, *, extra: bool) -> None:
    for word in extra_words() if extra else ():
        counts.add_word(word)
    replace(out, encode(counts, shipped()))


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; whoever has the old file mapped goes on reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m checks.language.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="kho văn bản của cơ quan, được đếm thêm vào bảng kèm theo")
    parser.add_argument(
        "--accepted", type=Path, help="tệp những cụm từ mà cơ quan đã xác nhận là đúng, mỗi dòng một cụm"
    )
    parser.add_argument("--extra", action="store_true", help="thêm danh sách từ của pyvi, underthesea nếu đã cài")
    parser.add_argument("--fit", action="store_true", help="ước lượng lại các trọng số")
    parser.add_argument("--out", type=Path, default=Path(context.SHIPPED), help="tệp bảng được ghi")
    asked = parser.parse_args(arguments)
    if asked.corpus and asked.out == Path(context.SHIPPED):
        parser.error("--corpus phải đi với --out, để bảng kèm theo chương trình không bị thay.")
    if asked.fit:
        from checks.language import fitting, lost_fitting

        processes = os.cpu_count() or 1
        files = {fitting.WEIGHTS: fitting.weights_of(SHIPPED_CORPUS, processes)}
        for name, text in (files | lost_fitting.weights_of(SHIPPED_CORPUS, processes)).items():
            replace(Path(DATA, name), text.encode())
    elif asked.corpus:
        rebuild(asked.corpus, asked.out, asked.accepted, extra=asked.extra)
    else:
        _write(shipped_counts(), asked.out, extra=asked.extra)
        if asked.out == Path(context.SHIPPED):
            replace(Path(DATA, waiting.WAITING), waiting.counted(texts_of(SHIPPED_CORPUS), shipped()).encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
