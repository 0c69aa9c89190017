"""The programs that only tests use, and how to get them. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import NamedTuple


class Program(NamedTuple):
    names: tuple[str, ...]
    package: str
    tests: str


PROGRAMS = {
    "chromium": Program(
        ("chromium", "chromium-browser", "google-chrome"), "chromium", "các kiểm thử mở trang bằng trình duyệt"
    ),
    "soffice": Program(
        ("soffice", "libreoffice"), "libreoffice-writer-nogui", "các kiểm thử mở văn bản bằng LibreOffice"
    ),
    "hunspell": Program(("hunspell",), "hunspell", "các kiểm thử đọc từ điển bằng hunspell"),
}
# Without any font both draw boxes for letters, and version 1 of this one lacks Vietnamese; playwright's driver does not
# start without libatomic; LibreOffice is spoken to through the UNO of Debian's own Python.
DEBIAN_PACKAGES = ("fonts-liberation2", "libatomic1", "python3-uno")


def find(name: str) -> str | None:
    """The path of a program of PROGRAMS, or None."""
    return next(filter(None, map(shutil.which, PROGRAMS[name].names)), None)


def install_missing_programs() -> None:
    """On Debian as root, install what is missing; then name the tests that will be skipped for want of a program."""
    if shutil.which("apt-get"):
        packages = missing_packages()
        if packages and os.geteuid() == 0:
            print(f"Cài bằng apt-get những gì kiểm thử cần: {', '.join(packages)}…", flush=True)
            apt_install(packages)
        elif packages:
            print(f"Để chạy được mọi kiểm thử: sudo apt-get install {' '.join(packages)}", flush=True)
    for name, program in PROGRAMS.items():
        if find(name) is None:
            print(f"Không có {name} trên máy này: {program.tests} sẽ được bỏ qua.", flush=True)


def missing_packages() -> list[str]:
    """A program counts wherever it came from; the rest is asked of dpkg."""
    programs = [program.package for name, program in PROGRAMS.items() if find(name) is None]
    return programs + [package for package in DEBIAN_PACKAGES if not is_installed(package)]


def is_installed(package: str) -> bool:
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True).stdout == "installed"


def apt_install(packages: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        if done.returncode:
            print("apt-get không cài được (xem thông báo ngay trên).", flush=True)
            return
