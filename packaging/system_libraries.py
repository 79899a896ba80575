"""What the computer must have before .venv can be made: a new enough Python, its venv module, Qt's system libraries."""

# This file and its siblings import on an old Python, so that they can say in a sentence that it is too old.
from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, NoReturn, Sequence  # noqa: UP035  an old Python must get as far as `too_old`

NEEDED = (3, 11)

# soname -> Debian package. Found by adding packages one at a time to a minimal Debian 12.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
    "libcups.so.2": "libcups2",
}


# program -> Debian package. Only tests need them: a keyring and signals in a session of its own, what a writer asks of
# the disk. Without them these are skipped.
TEST_PROGRAMS = {"gnome-keyring-daemon": "gnome-keyring", "dbus-run-session": "dbus", "strace": "strace"}


class Stop(Exception):
    """Something the person at the keyboard has to do first; the text says what."""


def say(text: str) -> None:
    """Tell the person what is going on; stdout belongs to the program that is run."""
    print(text, file=sys.stderr, flush=True)


def quiet(command: Sequence[str]) -> int:
    """Run a command without its output; returns its exit code."""
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode


def too_old(version: tuple[int, int], executable: str, found: Callable[[str], str | None] = shutil.which) -> str | None:
    """The sentence for a Python that is too old, naming a newer one that is here; None when it is new enough."""
    if version >= NEEDED:
        return None
    sentence = f"ICM Desktop needs Python 3.11 or newer; {executable} is Python {version[0]}.{version[1]}."
    newer = next((name for name in (f"python3.{minor}" for minor in range(20, 10, -1)) if found(name)), None)
    if newer:
        return f"{sentence} {newer} is installed: start again with `{newer} packaging/bootstrap.py`."
    return f"{sentence} Install a newer Python from https://www.python.org/downloads/ and start again with it."


def is_debian(os_release: str) -> bool:
    """Whether the text of /etc/os-release is that of Debian, Ubuntu or a child of theirs."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").split()
    return bool({"debian", "ubuntu"} & set(names))


def loads(soname: str) -> bool:
    """Whether the dynamic loader finds the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries(display: bool, present: Callable[[str], bool] = loads) -> dict[str, str]:
    """Libraries Qt needs and the loader does not find, as soname -> Debian package."""
    wanted = {**QT_LIBRARIES, **(DISPLAY_LIBRARIES if display else {})}
    return {soname: package for soname, package in wanted.items() if not present(soname)}


def apt_commands(packages: Sequence[str], root: bool, sudo: bool) -> list[list[str]] | None:
    """The commands that install Debian packages: update, then install. None when this user may not."""
    if not (root or sudo):
        return None
    prefix = [] if root else ["sudo", "-n"]
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return [[*apt, "update", "-q"], [*apt, "install", "-y", "-q", "--no-install-recommends", *packages]]


def by_hand(packages: Sequence[str]) -> str:
    """The one line a person runs when we may not install for them."""
    return (
        "Some system libraries are missing and installing them needs administrator rights. Run this once, then start "
        f"again:\n\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}\n"
    )


def make_system_ready(display: bool) -> None:
    """Install what Qt and venv need from Debian's packages, or say what to do."""
    missing = missing_libraries(display) if sys.platform == "linux" else {}
    no_venv = importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None
    if not missing and not no_venv:
        return
    debian = sys.platform == "linux" and _is_debian_here()
    if not debian:
        _say_other_system(missing, no_venv)
    own_venv = [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"] if no_venv else []
    packages = [*own_venv, *missing.values()]
    _apt(packages)
    importlib.invalidate_caches()
    left = missing_libraries(display)
    if left or (no_venv and importlib.util.find_spec("ensurepip") is None):
        raise Stop(f"Installing {' '.join(packages)} went through, but Qt still does not find: {' '.join(left)}.")


def missing_test_packages(found: Callable[[str], str | None] = shutil.which) -> list[str]:
    """Debian packages whose programs some tests drive and that are not here."""
    return [package for program, package in TEST_PROGRAMS.items() if not found(program)]


def make_tests_ready() -> None:
    """Install what some tests drive, where that is possible; a machine where it is not only skips them."""
    packages = missing_test_packages() if sys.platform == "linux" and _is_debian_here() else []
    if packages:
        try:
            _apt(packages)
        except Stop:
            say(f"Tests that need {' and '.join(packages)} will be skipped: they cannot be installed here.")


def _is_debian_here() -> bool:
    release = Path("/etc/os-release")
    return release.is_file() and is_debian(release.read_text(encoding="utf-8")) and bool(shutil.which("apt-get"))


def _say_other_system(missing: dict[str, str], no_venv: bool) -> NoReturn:
    if no_venv:
        raise Stop("This Python has no `venv` and `ensurepip` modules. Install the complete Python 3.11 or newer.")
    raise Stop(f"Qt needs these system libraries; install them with the system's package manager: {' '.join(missing)}.")


def _apt(packages: Sequence[str]) -> None:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = not root and bool(shutil.which("sudo")) and quiet(["sudo", "-n", "true"]) == 0
    commands = apt_commands(packages, root, sudo)
    if commands is None:
        raise Stop(by_hand(packages))
    update, install = commands
    say(f"Installing system libraries: {' '.join(packages)}")
    # The package lists of a used machine are mostly good enough; a fresh one has none.
    if quiet(install) != 0 and (quiet(update) != 0 or subprocess.call(install) != 0):
        raise Stop(f"apt-get could not install them. {by_hand(packages)}")
