"""The real Secret Service: gnome-keyring in a D-Bus session of its own, unlocked and locked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.keeping.session import ENDED
from tests.sources import CHECKOUT

_UNLOCK = 'printf "test-password\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; '
_START = "gnome-keyring-daemon --start --components=secrets </dev/null >/dev/null 2>&1; "


def _in_session(folder: Path, scenario: str, first: str) -> Any:
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(program) is None:
            pytest.skip(f"no {program} here; `packaging/bootstrap.py test` installs it on Debian")
    tried = (_try(folder / str(number), scenario, first) for number in range(3))
    done = next((one for one in tried if one.returncode != ENDED), None)
    assert done is not None and done.returncode == 0, done and done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def _try(folder: Path, scenario: str, first: str) -> subprocess.CompletedProcess[str]:
    run = folder / "run"
    run.mkdir(mode=0o700, parents=True)
    places = {"HOME": folder, "XDG_DATA_HOME": folder / "data", "XDG_RUNTIME_DIR": run, "ICM_HOME": folder / "icm"}
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHON_KEYRING_BACKEND", "DISPLAY"}}
    environment = kept | {name: str(value) for name, value in places.items()}
    environment["PYTHONPATH"] = os.pathsep.join([str(CHECKOUT), *filter(None, sys.path)])
    command = f'{first} exec "{sys.executable}" -m tests.keeping.session {scenario} "{folder}"'
    return subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", command],
        env=environment, capture_output=True, text=True, timeout=180, cwd=CHECKOUT, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is of Linux")
def test_an_unlocked_keyring_from_the_first_day_to_being_wiped_and_back(tmp_path: Path) -> None:
    assert _in_session(tmp_path, "unlocked", _UNLOCK) == {
        "name": "Secret Service",
        "answers": True,
        "key_in_keyring": False,
        "doctor": True,
        "digits": 64,
        "wiped": "db.device_secret_lost",
        "lost": True,
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is of Linux")
def test_a_locked_keyring_looks_healthy_and_is_not_used(tmp_path: Path) -> None:
    told = _in_session(tmp_path, "locked", _START)
    assert told == {"name": "Secret Service", "answers": False, "code": "db.keyring_unfit", "left": []}
