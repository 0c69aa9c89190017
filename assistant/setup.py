"""The two commands of the README: install what is locked, then start the app or run the tests.

Runs before anything is installed, on Linux, macOS and Windows: standard library only. Downloads packages from the package
index that pip is set up for, and nothing else.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

from assistant.programs import install_missing_programs
from checks.errors import UserError

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOG = VENV / "install.log"
# The app's packages are all in the tests' lock, in the same versions.
PROFILES = {"app": ("app",), "test": ("test", "app")}
MOST_PROCESSES = 4
USAGE = """Cách dùng:
  python3 -m assistant.setup app              cài những gì cần rồi mở ứng dụng
  python3 -m assistant.setup test [THAM SỐ]   cài những gì cần rồi chạy kiểm thử (tham số chuyển cho pytest)
  python3 -m assistant.setup install [app|test]   chỉ cài"""

# What pip or venv wrote, in the order in which it tells most: a broken connection also ends in "no distribution".
CAUSES = (
    (
        ("DO NOT MATCH THE HASHES", "Hashes are required"),
        "Gói tải về không khớp mã kiểm tra trong tệp khóa nên không được cài: hãy chạy lại, nếu vẫn vậy thì báo "
        "người quản trị mạng vì gói có thể đã bị thay đổi trên đường truyền.",
    ),
    (
        ("No space left", "Errno 28", "WinError 112", "not enough space"),
        "Ổ đĩa đã đầy: hãy giải phóng khoảng 2 GB ở ổ chứa thư mục này rồi chạy lại.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED",),
        "Kho gói dùng chứng thư mà máy này chưa tin: hãy hỏi người quản trị mạng tệp chứng thư của cơ quan, "
        "đặt biến PIP_CERT trỏ tới tệp đó rồi chạy lại.",
    ),
    (
        ("connection broken", "ConnectionError", "Max retries", "ProxyError", "timed out", "unreachable"),
        "Không kết nối được kho gói Python: hãy kiểm tra mạng (và proxy của cơ quan, nếu có) rồi chạy lại.",
    ),
    (
        ("No matching distribution found",),
        "Có gói chưa hỗ trợ bản Python hoặc loại máy này: hãy dùng Python 3.11 đến 3.13 bản 64 bit rồi chạy lại.",
    ),
    (
        ("Permission denied", "Errno 13", "WinError 5"),
        "Không được phép ghi vào thư mục .venv: hãy đóng ứng dụng đang chạy, kiểm tra quyền ghi rồi chạy lại.",
    ),
    (
        ("ensurepip",),
        "Python trên máy này thiếu phần tạo môi trường riêng: hãy cài gói python3-venv (Debian, Ubuntu) "
        "hoặc cài lại Python bản đầy đủ rồi chạy lại.",
    ),
)


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands of USAGE. Exit code: that of what was run; 2 if it could not be."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows pipe is cp1252 by default, which has no Vietnamese.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return run(sys.argv[1:] if arguments is None else arguments)
    except UserError as problem:
        print(f"Lỗi: {problem}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Đã dừng. Chạy lại lệnh này để tiếp tục.", file=sys.stderr)
        return 130


def run(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "app":
        install("app")
        return hand_over("assistant.cli", ["app", *rest])
    if command == "test":
        # The programs come from elsewhere than the packages, so neither has to wait for the other.
        programs = Thread(target=install_missing_programs)
        programs.start()
        try:
            install("test")
        finally:
            programs.join()
        say("Chạy kiểm thử…")
        return hand_over("pytest", [*in_parallel(os.cpu_count() or 1), *rest])
    if command == "install" and (rest or ["app"])[0] in PROFILES:
        install((rest or ["app"])[0])
        return 0
    print(USAGE)
    return 0 if command in ("-h", "--help") else 2


def in_parallel(processors: int) -> tuple[str, ...]:
    """Options of pytest: two processes more than there are processors, because slow tests wait for a browser or a server.

    The tests of a file share their servers and stay together; in order, so that the slow ones, of the browser, come first.
    """
    processes = min(processors + 2, MOST_PROCESSES)
    return f"--numprocesses={processes}", "--dist=loadfile", "--no-loadscope-reorder"


def install(profile: str) -> None:
    """Make .venv hold what .ci/lock/PROFILE.txt names and the project itself; do nothing if it does already."""
    if is_installed(profile):
        say("Các gói đã được cài đủ, không phải cài lại.")
        return
    try:
        make_environment()
        install_packages(profile)
        say("Cài chính chương trình…")
        # Without isolation, because an isolated build would fetch its backend with no lock and no hash.
        pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        # Only speed: without the file a check takes 25 ms longer (docs/decisions/0003-kept-values.md).
        subprocess.run([python(), "-m", "checks.precompile"], cwd=ROOT, capture_output=True)
        for name in PROFILES[profile]:
            stamp(name).write_text(digest(name), encoding="ascii")
    except OSError as problem:
        raise UserError(explain(str(problem))) from problem
    say("Đã cài xong.")


def is_installed(profile: str) -> bool:
    mark = stamp(profile)
    return python().exists() and mark.exists() and mark.read_text(encoding="ascii") == digest(profile)


def stamp(profile: str) -> Path:
    return VENV / f"installed-{profile}.sha256"


def digest(profile: str) -> str:
    """What an installation depends on: the lock, the project's own entry points, and where the project lies."""
    parts = (lock(profile).read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def lock(profile: str) -> Path:
    return ROOT / ".ci" / "lock" / f"{profile}.txt"


def python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment() -> None:
    if Path(sys.prefix) == VENV or environment_works():
        return
    say("Tạo môi trường riêng trong thư mục .venv (không đụng tới Python của máy)…")
    if importlib.util.find_spec("ensurepip") is None:
        raise UserError(explain("ensurepip"))
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, errors="replace"
    )
    if made.returncode:
        raise UserError(explain(made.stdout + made.stderr))


def environment_works() -> bool:
    """False too for what an interrupted creation left behind, or a Python that has since been removed."""
    return (
        python().exists() and subprocess.run([python(), "-I", "-c", "import pip"], capture_output=True).returncode == 0
    )


def install_packages(profile: str) -> None:
    path = lock(profile)
    total = sum("==" in line and not line.startswith(("#", " ")) for line in path.read_text("utf-8").splitlines())
    say(f"Tải và cài {total} gói đã khóa phiên bản, có kiểm tra mã băm (lần đầu mất vài phút)…")
    pip("--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(path), total=total)


def pip(*arguments: str, total: int = 0) -> None:
    """Run `pip install`, its own words going to LOG and a Vietnamese line of progress to the screen."""
    command = [str(python()), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )
    seen = 0
    with process, LOG.open("w", encoding="utf-8") as log:
        for line in process.stdout or ():
            log.write(line)
            # "Ignoring" is a package of another platform.
            if line.startswith(("Collecting", "Requirement already", "Ignoring")):
                seen += 1
                if total and seen % 20 == 0:
                    say(f"  {seen}/{total} gói")
            elif line.startswith("Installing collected packages") and total:
                say("  Đã tải đủ, đang chép vào .venv…")
    if process.returncode:
        raise UserError(explain(LOG.read_text(encoding="utf-8")))


def explain(output: str) -> str:
    """One Vietnamese sentence for what made `output`."""
    for signs, sentence in CAUSES:
        if any(sign in output for sign in signs):
            return sentence
    return f"Không cài được chương trình: hãy gửi tệp {LOG} cho người hỗ trợ kỹ thuật."


def hand_over(module: str, arguments: list[str]) -> int:
    """Go on as MODULE in .venv, so that a signal to this command reaches what it started."""
    os.chdir(ROOT)
    # For the same reason as in main().
    os.environ["PYTHONUTF8"] = "1"
    command = [str(python()), "-m", module, *arguments]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
