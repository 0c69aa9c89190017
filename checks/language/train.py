"""``python -m checks.language.train``: build the context table, or fit its weights (``--fit``)."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from checks.language import context
from checks.language.lexicon import shipped
from checks.language.training import Counts, encode, extra_words, texts_of

SHIPPED_CORPUS = Path(__file__).parents[2] / "corpus"


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
    _finish(counts, [corpus], out, extra=extra)


def _finish(counts: Counts, corpora: Iterable[Path], out: Path, *, extra: bool) -> None:
    for corpus in corpora:
        for text in texts_of(corpus):
            counts.add_document(text)
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
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="kho văn bản của cơ quan")
    parser.add_argument("--extra", action="store_true", help="thêm danh sách từ của pyvi, underthesea nếu đã cài")
    parser.add_argument("--fit", action="store_true", help="ước lượng lại các trọng số")
    parser.add_argument("--out", type=Path, default=context.SHIPPED)
    asked = parser.parse_args(arguments)
    if asked.fit:
        from checks.language import fitting

        text = fitting.weights_of(SHIPPED_CORPUS)
        replace(fitting.WEIGHTS, text.encode())
        return 0
    _finish(shipped_counts(), asked.corpus, asked.out, extra=asked.extra)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
