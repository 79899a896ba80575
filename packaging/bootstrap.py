"""The README's commands: make .venv from the lock, then run, test, measure or lock. Standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, Sequence  # noqa: UP035  an old Python must get as far as being told that it is too old

from environment import LOCK, ROOT, environment, make_venv_ready, venv_program
from system_libraries import Stop, make_system_ready, make_tests_ready, say, too_old

USAGE = """usage: python3 packaging/bootstrap.py WORD [arguments]

  run [--demo] [...]   open the application (arguments go to icm-desktop)
  test [...]           ruff, mypy, import contracts and pytest (arguments go to pytest)
  bench [...]          the benchmarks (arguments go to pytest)
  install              only make everything ready
  lock [--upgrade]     compile packaging/requirements.lock anew
  sbom [FILE]          list what is shipped, as CycloneDX JSON
  audit [--osv FILE]   licences and known faults of everything locked
"""
WORDS = ("run", "test", "bench", "install", "lock", "sbom", "audit")


def parse(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Split the command line into the word and what is passed on.

    Raises:
        Stop: No word, or one that is not known; the text is the usage.
    """
    if not arguments or arguments[0] not in WORDS:
        raise Stop(USAGE)
    return arguments[0], list(arguments[1:])


def run(arguments: Sequence[str]) -> int:
    """Open the application."""
    # -P: a folder named `ui` or `db` where the person stands must not stand in for ours.
    command = [str(venv_program("python")), "-P", "-m", "icm_desktop", *arguments]
    if os.name == "posix":
        os.execve(command[0], command, environment())  # noqa: S606  our own interpreter, so that signals reach it
    return subprocess.call(command, env=environment())


class Check(NamedTuple):
    """One check of `test`.

    `beside`: it runs quietly while the later ones do, and is shown after them. `quiet`: it is shown only when it fails.
    """

    title: str
    command: list[str]
    beside: bool = False
    quiet: bool = False


class Done(NamedTuple):
    """How a check ended."""

    code: int
    seconds: float
    output: str = ""


def checks(arguments: Sequence[str], processors: int, *, fresh: bool = False) -> list[Check]:
    """The checks of `test`; those that say something at once come first.

    `fresh`: nobody read these tests yet. One process does it first: else each worker would compile all of them itself.
    """
    python = str(venv_program("python"))
    workers = str(max(3, min(4, processors + 1)))  # one more than processors: windows under test often only wait
    # Files in the order of tests/conftest.py, the longest first, so that no processor waits for another at the end.
    spread = ["-n", workers, "--dist", "loadfile", "--no-loadscope-reorder"]
    pytest = [python, "-m", "pytest", "-q", "--ignore", "tests/benchmarks"]
    reading = [Check("pytest reads", [*pytest, "--collect-only", "-p", "no:xdist"], quiet=True)]
    return [
        Check("ruff check", [python, "-m", "ruff", "check", "--quiet", "."]),
        Check("ruff format", [python, "-m", "ruff", "format", "--quiet", "--check", "."]),
        Check("import contracts", [str(venv_program("lint-imports")), "--no-logo"]),
        Check("mypy", [python, "-m", "mypy"], beside=True),
        *(reading if fresh else []),
        Check("pytest", [*pytest, *spread, *arguments]),
    ]


def test(arguments: Sequence[str]) -> int:
    """Run every check, also after one failed. Returns 0 when all passed."""
    fresh = not any((ROOT / "tests" / "__pycache__").glob("*-pytest-*.pyc"))
    return run_checks(checks(arguments, os.cpu_count() or 2, fresh=fresh))


def run_checks(wanted: Sequence[Check]) -> int:
    """Run these checks, show what they print and how long each took. Returns 0 when all passed."""
    started = time.monotonic()
    done: dict[str, Done] = {}
    with ThreadPoolExecutor() as threads:
        beside = {check.title: threads.submit(_run_check, check) for check in wanted if check.beside}
        for check in wanted:
            if not check.beside:
                say(f"== {check.title}")
                done[check.title] = _run_check(check)
                if done[check.title].code:
                    print(done[check.title].output, end="", flush=True)
        for title, running in beside.items():
            done[title] = running.result()
            say(f"== {title}")
            print(done[title].output, end="", flush=True)
    say("== Summary")
    for title, (code, seconds, _) in done.items():
        say(f"   {title}: {'FAILED' if code else 'ok'} ({seconds:.1f} s)")
    say(f"   in all: {time.monotonic() - started:.1f} s")
    return 1 if any(each.code for each in done.values()) else 0


def _run_check(check: Check) -> Done:
    started = time.monotonic()
    to = subprocess.PIPE if check.beside or check.quiet else None
    ran = subprocess.run(
        check.command,
        cwd=ROOT,
        env={**environment(), "QT_QPA_PLATFORM": "offscreen"},
        stdout=to,
        stderr=subprocess.STDOUT if to else None,
        text=True,
        errors="replace",
        check=False,
    )
    return Done(ran.returncode, time.monotonic() - started, ran.stdout or "")


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks."""
    command = [str(venv_program("python")), "-m", "pytest", "tests/benchmarks", "--benchmark-enable", "-q", *arguments]
    return subprocess.call(command, cwd=ROOT, env={**environment(), "QT_QPA_PLATFORM": "offscreen"})


def lock(arguments: Sequence[str]) -> int:
    """Compile the lock: every system, hashed, without the address of an index."""
    options = (
        "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet"
    )
    command = [str(venv_program("uv")), "pip", "compile", *options.split(), "--group", "dev", "pyproject.toml"]
    code = subprocess.call([*command, "--output-file", str(LOCK), *arguments], cwd=ROOT)
    if code == 0:
        say(f"{LOCK.relative_to(ROOT)} is up to date; `install` brings .venv to it")
    return code


def supply_chain(word: str, arguments: Sequence[str]) -> int:
    """List what is shipped, or check its licences and known faults."""
    return subprocess.call([str(venv_program("python")), str(ROOT / "packaging" / "supply_chain.py"), word, *arguments])


def main(arguments: Sequence[str]) -> int:
    """Make ready, then do the word. Returns the exit code: 0 done, 1 not done, 2 usage."""
    try:
        word, rest = parse(arguments)
    except Stop as usage:
        print(usage, file=sys.stderr)
        return 0 if arguments and arguments[0] in {"-h", "--help", "help"} else 2
    try:
        old = too_old((sys.version_info[0], sys.version_info[1]), sys.executable)
        if old:
            raise Stop(old)
        has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        make_system_ready(display=word == "run" and has_display)
        if word == "test":
            make_tests_ready()
        make_venv_ready()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    if word == "install":
        say("Everything is ready: python3 packaging/bootstrap.py run")
        return 0
    if word in ("sbom", "audit"):
        return supply_chain(word, rest)
    return {"run": run, "test": test, "bench": bench, "lock": lock}[word](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
