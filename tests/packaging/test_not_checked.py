"""A test that cannot run on this computer is named at the end, not only counted."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.sources import CHECKOUT


def test_without_its_program_a_test_is_named_as_not_checked() -> None:
    no_programs = {**os.environ, "PATH": str(CHECKOUT / "tests" / "no-programs")}
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/keeping/test_secret_service.py"],
        cwd=CHECKOUT, env=no_programs, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    told = [line for line in ended.stdout.splitlines() if line.startswith("NOT CHECKED: tests/keeping/")]
    assert (ended.returncode, len(told)) == (0, 2), ended.stdout
    assert all("dbus-run-session" in line for line in told)
