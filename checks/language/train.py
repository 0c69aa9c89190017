"""``python -m checks.language.train``: build the context table, or fit its weights (``--fit``)."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checks.language import context
from checks.language.lexicon import shipped
from checks.language.training import Counts, encode, extra_words, texts_of

ROOT = Path(__file__).parents[2]
SHIPPED_CORPUS = ROOT / "corpus"


def shipped_counts() -> Counts:
    """What the shipped table is made of: the shipped corpus and the lexicon."""
    counts = Counts()
    counts.add_lexicon()
    for text in texts_of(SHIPPED_CORPUS):
        counts.add_document(text)
    return counts


def rebuild(corpus: Path, out: Path, *, extra: bool = False) -> None:
    """Write the shipped table and the precedents of an office's ``corpus`` to ``out``, all at once or not at all."""
    counts = Counts()
    counts.add_table(context.load())
    for text in texts_of(corpus):
        counts.add_document(text)
    _write(counts, out, extra=extra)


def rebuild_later(corpus: Path, out: Path) -> subprocess.Popen[bytes]:
    """``rebuild`` in a process of its own, which outlives this one; nobody has to wait for it."""
    command = [sys.executable, "-m", "checks.language.train", "--corpus", str(corpus), "--out", str(out)]
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
    parser.add_argument("--extra", action="store_true", help="thêm danh sách từ của pyvi, underthesea nếu đã cài")
    parser.add_argument("--fit", action="store_true", help="ước lượng lại các trọng số")
    parser.add_argument("--out", type=Path, default=context.SHIPPED, help="tệp bảng được ghi")
    asked = parser.parse_args(arguments)
    if asked.corpus and asked.out == context.SHIPPED:
        parser.error("--corpus phải đi với --out, để bảng kèm theo chương trình không bị thay.")
    if asked.fit:
        from checks.language import fitting

        replace(fitting.WEIGHTS, fitting.weights_of(SHIPPED_CORPUS).encode())
    elif asked.corpus:
        rebuild(asked.corpus, asked.out, extra=asked.extra)
    else:
        _write(shipped_counts(), asked.out, extra=asked.extra)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
