"""LibreOffice Writer proofreads Vietnamese through our server, with its built-in LanguageTool setting."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from assistant.cli import main
from tests.assistant.proofreading.test_server import serving

CLIENT = Path(__file__).with_name("libreoffice_client.py")
PARAGRAPH = "Tăng 5%20 và R&D + a; diện tích rừng đạt 800ha"
SECONDS = 120


@pytest.fixture
def python_with_uno() -> str:
    for name in ("/usr/bin/python3", shutil.which("python3") or "python3"):
        if subprocess.run([name, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return name
    pytest.skip("no Python with UNO is installed (Debian: python3-uno)")


@contextmanager
def office(soffice: str, profile: Path) -> Iterator[str]:
    """A LibreOffice that listens, for as long as the block runs; the name of its pipe."""
    pipe = f"chithi{uuid.uuid4().hex[:8]}"
    process = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", own(profile), f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield pipe
    finally:
        process.terminate()
        process.wait(20)


def own(profile: Path) -> str:
    """The option that keeps a LibreOffice away from that of whoever runs the tests."""
    return f"-env:UserInstallation={profile.as_uri()}"


def proofread(pipe: str, python_with_uno: str, server: str = "") -> dict[str, Any]:
    run = subprocess.run(
        [python_with_uno, str(CLIENT), pipe, server, PARAGRAPH],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def marked(answer: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(PARAGRAPH[start : start + length], ways) for start, length, ways in answer["errors"]]


@pytest.mark.office
def test_a_paragraph_sent_raw_comes_back_with_our_suggestion_at_its_place(
    soffice: str, python_with_uno: str, tmp_path: Path
) -> None:
    with serving() as port, office(soffice, tmp_path) as pipe:
        answer = proofread(pipe, python_with_uno, f"http://127.0.0.1:{port}/v2")
    assert answer["vietnamese"]
    assert marked(answer) == [("800", ["800 "])]


@pytest.mark.office
def test_our_extension_alone_makes_writer_proofread_through_us(soffice: str, python_with_uno: str) -> None:
    with serving() as port, TemporaryDirectory() as folder:
        profile = Path(folder)
        profile.chmod(0o777)
        file = profile / "chithi.oxt"
        assert main(["serve", "--port", str(port), "--write-extension", str(file)]) == 0
        add = ["unopkg", "add", "--suppress-license", own(profile), str(file)]
        # unopkg installs nothing for root, and CI is root.
        nobody = {"user": "nobody", "group": "nogroup", "extra_groups": ()} if os.geteuid() == 0 else {}
        environment = {**os.environ, "HOME": str(profile)}
        subprocess.run(add, capture_output=True, timeout=SECONDS, check=True, env=environment, cwd="/", **nobody)
        with office(soffice, profile) as pipe:
            answer = proofread(pipe, python_with_uno)
    assert marked(answer) == [("800", ["800 "])]


def test_an_extension_needs_an_address_that_can_be_reached(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0", "--write-extension", "x.oxt"]) == 2
    assert "không phải địa chỉ để kết nối tới" in capsys.readouterr().err
