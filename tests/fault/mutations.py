"""Builds broken on purpose, each in a copy of the program, with the test that must notice.

`python -m tests.fault.mutations` tries every one of mutations.toml and exits 1 when a test passes on a broken build;
`python -m tests.fault.mutations T4 T19` only those. It takes as long as the tests do, one after the other.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

CHECKOUT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("mutations.toml")
_COPIED = ("icm_desktop", "ui", "db", "tests", "packaging", "pyproject.toml", "README.md")
_LINKED = ("resources",)


@dataclass(frozen=True)
class Mutation:
    """One broken build: `find` in `file` becomes `put`; `test` must fail. `of`: the fault, T1 to T20."""

    of: str
    broken: str
    file: str
    find: str
    put: str
    test: str
    quick: bool = False


def listed() -> list[Mutation]:
    """Every mutation that is kept."""
    return [Mutation(**each) for each in tomllib.loads(LIST.read_text(encoding="utf-8"))["mutation"]]


def applied(mutation: Mutation, text: str) -> str:
    """The file's text, broken.

    Raises:
        ValueError: what is to be replaced does not stand there exactly once.
    """
    if text.count(mutation.find) != 1:
        raise ValueError(f"{mutation.of}: {mutation.file} holds it {text.count(mutation.find)} times")
    return text.replace(mutation.find, mutation.put)


def copy_into(folder: Path) -> None:
    """The program and its tests, to be broken."""
    for name in _COPIED:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "pictures"))
        else:
            shutil.copy(source, folder / name)
    for name in _LINKED:
        (folder / name).symlink_to(CHECKOUT / name)


def noticed(mutation: Mutation, folder: Path) -> bool:
    """Whether the test fails on the copy in `folder`, which is whole again afterwards.

    Raises:
        RuntimeError: the test could not be run at all.
    """
    file = folder / mutation.file
    good = file.read_text(encoding="utf-8")
    file.write_text(applied(mutation, good), encoding="utf-8")
    words = [
        sys.executable,
        "-B",
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        mutation.test,
    ]
    environment = {name: text for name, text in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    try:
        ran = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    finally:
        file.write_text(good, encoding="utf-8")
    if ran.returncode not in (0, 1) or (ran.returncode == 0 and " passed" not in ran.stdout):
        raise RuntimeError(f"{mutation.test} did not run:\n{ran.stdout[-2000:]}{ran.stderr[-1000:]}")
    return ran.returncode == 1


def main(wanted: list[str]) -> int:
    """Try them and tell. Returns 1 when one was not noticed."""
    missed = 0
    with TemporaryDirectory(prefix="icm-broken-") as place:
        copy_into(Path(place))
        for mutation in (each for each in listed() if not wanted or each.of in wanted):
            began = time.monotonic()
            found = noticed(mutation, Path(place))
            missed += not found
            told = "noticed" if found else "NOT NOTICED"
            sys.stdout.write(f"{mutation.of:4} {told} in {time.monotonic() - began:.0f} s: {mutation.broken}\n")
            sys.stdout.flush()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
