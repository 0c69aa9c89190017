"""Old office formats (.doc, .rtf, .odt) become .docx through LibreOffice, where it is installed: one process, one
profile, one time limit a file, so that a file that hangs or breaks it harms no other."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from pathlib import Path

from assistant import programs
from checks.errors import UserError
from checks.reading.kinds import Kind, is_word_97, kind_of
from checks.reading.source import FILE_LIMIT, quoted, refuse_if_larger

SUFFIXES = (".doc", ".rtf", ".odt")
ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""How the first entry of an .odt begins, behind the 30 bytes of its header."""
SECONDS = 120.0
"""For one file. A new profile takes LibreOffice about four seconds; a busy machine takes its time."""


def is_old(data: bytes, name: str) -> bool:
    """Is it for LibreOffice? A .docx that is called .doc is not, a .doc that is called .docx is."""
    kind = kind_of(data)
    if kind is Kind.WORD_XML:
        return name.lower().endswith(SUFFIXES)  # Word 2003 wrote a .doc so
    return kind is Kind.RTF or (kind is Kind.OLE and is_word_97(data)) or data.startswith(ODT, 30)


def converted(data: bytes, name: str, seconds: float = SECONDS) -> bytes:
    """The .docx that LibreOffice makes of the file ``name``. Raises UserError when there is none to be had."""
    soffice, shown = programs.find("soffice"), quoted(name)
    if soffice is None:
        raise UserError(
            f"{shown} cần LibreOffice để đọc mà máy này chưa có: hãy cài LibreOffice, hoặc mở tệp bằng Word rồi lưu lại dạng .docx."
        )
    refuse_if_larger(len(data), FILE_LIMIT, name)
    with tempfile.TemporaryDirectory(prefix="chithi-") as made:
        folder = Path(made)
        # A name of ours: no name of a user is read as an option or breaks a command.
        source = folder / "source.doc"  # LibreOffice looks at the content
        source.write_bytes(data)
        _run(
            [
                soffice,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--norestore", "--nolockcheck"),
                *("--convert-to", "docx", "--outdir", str(folder), str(source)),
            ],
            seconds,
            shown,
        )
        try:
            return (folder / "source.docx").read_bytes()
        except FileNotFoundError as error:
            raise UserError(
                f"LibreOffice không mở được {shown}, có thể vì tệp có mật khẩu: hãy mở bằng Word, bỏ mật khẩu rồi lưu lại dạng .docx."
            ) from error


def _run(command: list[str], seconds: float, shown: str) -> None:
    quiet = subprocess.DEVNULL
    # A session of its own: soffice is a script whose child would outlive it.
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise UserError(
            f"LibreOffice mở {shown} quá {seconds:g} giây nên đã bị dừng: hãy mở tệp bằng Word rồi lưu lại dạng .docx."
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
