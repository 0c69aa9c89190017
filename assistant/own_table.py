"""The office's own context table: what its past directives teach the spelling rules, beside what ships.

It lies in the office's folder and is renewed in the background whenever the corpus changes. ``check``, ``serve`` and the
app judge by it alike, as soon as it is there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from assistant.folders import data_folder, own_file
from checks.errors import UserError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from checks.language.doubts import Doubt

FILE, ACCEPTED = "context.bin", "chinh-ta-dung.txt"
"""The table, and what the office has called right in its own papers, a phrase a line."""


def use(*, stays: bool = False) -> None:
    """Let the rules of this process judge by the office's table; one that ``stays`` takes it up even when it is made later."""
    own = own_file(FILE)
    if stays or os.path.isfile(own):
        from checks.language import context

        context.use(own)


def renew(data: Path) -> subprocess.Popen[bytes] | None:
    """Count the office's papers anew, in a process that outlives this one; None where it has no paper and no table."""
    from checks.language.train import rebuild_later

    corpus, table = data / "corpus", data / FILE
    if not table.is_file() and not any(corpus.glob("*/document.txt")):
        return None
    return rebuild_later(corpus, table, data / ACCEPTED)


def doubts_of(text: str) -> list[Doubt]:
    """What one of the office's papers probably has wrong, judged without any of them."""
    from checks.language import context
    from checks.language.doubts import doubts
    from checks.language.lexicon import shipped
    from checks.language.train import phrases_of

    return doubts(text, shipped(), context.load(), phrases_of(data_folder() / ACCEPTED))


def accept(phrases: Iterable[str]) -> None:
    """Note that the office writes these on purpose. Raises UserError where nothing can be written."""
    file = data_folder() / ACCEPTED
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", newline="\n") as notes:
            notes.writelines(f"{' '.join(phrase.split())}\n" for phrase in phrases)
    except OSError as error:
        raise UserError(f"Không ghi được vào {file}: hãy kiểm tra quyền ghi và chỗ trống trên đĩa.") from error
