"""LibreOffice Writer proofreads Vietnamese through our server, with its built-in LanguageTool setting."""

from __future__ import annotations

import json
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.test_server import serving

CLIENT = Path(__file__).with_name("libreoffice_client.py")
PARAGRAPH = "Tăng 5%20 và R&D + a; diện tích rừng đạt 800ha"
SECONDS = 120


@pytest.fixture
def python_with_uno() -> str:
    for name in ("/usr/bin/python3", shutil.which("python3") or "python3"):
        if subprocess.run([name, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return name
    pytest.skip("no Python with UNO is installed (Debian: python3-uno)")


@pytest.fixture
def office(soffice: str, tmp_path: Path) -> Iterator[str]:
    pipe = f"chithi{uuid.uuid4().hex[:8]}"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    process = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", profile, f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield pipe
    process.terminate()
    process.wait(20)


@pytest.mark.office
def test_a_paragraph_sent_raw_comes_back_with_our_suggestion_at_its_place(office: str, python_with_uno: str) -> None:
    with serving() as port:
        run = subprocess.run(
            [python_with_uno, str(CLIENT), office, f"http://127.0.0.1:{port}/v2", PARAGRAPH],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
    assert answer["vietnamese"]
    assert [(PARAGRAPH[start : start + length], ways) for start, length, ways in answer["errors"]] == [
        ("800", ["800 "])
    ]
