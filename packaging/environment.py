"""The .venv: made from the lock, checked in milliseconds, repaired when it is broken or out of date."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Sequence  # noqa: UP035  an old Python must get as far as being told that it is too old

from system_libraries import NEEDED, Stop, quiet, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
STAMP = VENV / "made-from.json"


class Stamp(NamedTuple):
    """What .venv was made from: digests of the lock and of pyproject.toml, and where the checkout was."""

    lock: str
    project: str
    place: str


def venv_program(name: str) -> Path:
    """Where a program of .venv is on this system."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def wanted_stamp(lock: bytes, project: bytes, place: str) -> Stamp:
    """The stamp an up-to-date .venv carries."""
    return Stamp(hashlib.sha256(lock).hexdigest(), hashlib.sha256(project).hexdigest(), place)


def read_stamp(file: Path) -> Stamp | None:
    """The stamp of a finished .venv, None when it was never finished."""
    try:
        return Stamp(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def remaining_steps(have: Stamp | None, want: Stamp, usable: bool) -> list[str]:
    """What has to be done to .venv, in order: "create", "packages", "project"; nothing when it is up to date."""
    if not usable or (have is not None and have.place != want.place):  # its programs carry the old place's path
        return ["create", "packages", "project"]
    if have is None or have.lock != want.lock:
        return ["packages", "project"]
    return [] if have.project == want.project else ["project"]


def environment() -> dict[str, str]:
    """Our own environment without what would let another Python's packages in, or have each process compile anew."""
    left_out = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


def usable_venv() -> bool:
    """Whether .venv has a working Python, new enough, with pip."""
    probe = f"import sys, importlib.util as u; sys.exit(sys.version_info < {NEEDED} or u.find_spec('pip') is None)"
    try:
        return quiet([str(venv_program("python")), "-I", "-c", probe]) == 0
    except OSError:
        return False


def make_venv_ready() -> None:
    """Bring .venv to what the lock and pyproject.toml say. Does nothing when it is."""
    want = wanted_stamp(LOCK.read_bytes(), PROJECT.read_bytes(), str(ROOT))
    steps = remaining_steps(read_stamp(STAMP), want, usable_venv())
    if not steps:
        return
    STAMP.unlink(missing_ok=True)
    if "create" in steps:
        _create_venv()
    if "packages" in steps:
        _install_packages()
    pip(["install", "--no-deps", "--no-build-isolation", "--quiet", "--editable", str(ROOT)])
    STAMP.write_text(json.dumps(want._asdict()), encoding="utf-8")


def _create_venv() -> None:
    if VENV.exists() and any(VENV.iterdir()) and not (VENV / "pyvenv.cfg").exists():
        raise Stop(f"{VENV} is there but is no Python environment. Move it away and start again.")
    say(f"Making {VENV.name} with Python {sys.version_info[0]}.{sys.version_info[1]}")
    shutil.rmtree(VENV, ignore_errors=True)
    # From inside an old .venv the interpreter it was made from does it.
    creator = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([creator, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise Stop(f"Python could not make {VENV}:\n{made.stdout[-1000:]}{made.stderr[-1000:]}")


def _install_packages() -> None:
    locked = locked_names(LOCK.read_text(encoding="utf-8"))
    say(f"Installing up to {len(locked)} packages (about 250 MB the first time; takes a minute or two)")
    pip(["install", "--require-hashes", "--only-binary=:all:", "--compile", "--requirement", str(LOCK)])
    listing = subprocess.run(
        [str(venv_program("python")), "-m", "pip", "freeze", "--exclude-editable"],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    extra = extras(listing.stdout, locked)
    if extra:
        pip(["uninstall", "--yes", "--quiet", *extra])


def normal(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked_names(lock: str) -> set[str]:
    """The packages a lock names."""
    return {normal(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, re.MULTILINE)}


def extras(freeze: str, locked: set[str]) -> list[str]:
    """Installed packages the lock does not know: left-overs of an older lock."""
    installed = re.findall(r"^([A-Za-z0-9][\w.-]*)(?:==| @ )", freeze, re.MULTILINE)
    return sorted(name for name in installed if normal(name) not in {*locked, "pip", "icm-desktop"})


def pip(arguments: Sequence[str]) -> None:
    """Run pip in .venv, counting packages on a terminal.

    Raises:
        Stop: With a sentence for what went wrong.
    """
    command = [str(venv_program("python")), "-m", "pip", *arguments]
    said: list[str] = []
    count = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=environment()
    ) as process:
        for line in process.stdout or ():
            said.append(line)
            if line.startswith("Collecting ") and sys.stderr.isatty():
                count += 1
                print(f"\r  {count} {line.split()[1]:60.60}", end="", file=sys.stderr, flush=True)
    if count:
        print("\r" + " " * 70 + "\r", end="", file=sys.stderr)
    if process.returncode != 0:
        raise Stop(pip_sentence("".join(said)))


def pip_sentence(output: str) -> str:
    """What pip's complaint means for the person, most specific first."""
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded package is not the one recorded in packaging/requirements.lock, so nothing was installed. "
            "Try once more; if it happens again, do not go on: somebody may be changing what you download."
        )
    if "No space left on device" in output:
        return f"The disk is full: making {VENV} needs about 1 GB."
    offline = ("NewConnectionError", "Max retries exceeded", "name resolution", "Network is unreachable", "ReadTimeout")
    if any(sign in output for sign in (*offline, "ConnectTimeout", "ProxyError", "getaddrinfo failed")):
        return "The packages could not be downloaded. Check the network connection and start again."
    if "No matching distribution found" in output:
        found = re.search(r"No matching distribution found for (\S+)", output)
        name = found.group(1) if found else "a package"
        return f"There is no ready-made {name} for this computer (system, processor and Python version)."
    return "pip could not install the packages:\n" + "".join(output.splitlines(keepends=True)[-12:])
