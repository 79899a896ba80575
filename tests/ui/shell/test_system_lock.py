"""The records are locked when the system says that the screen is locked or the computer goes to sleep."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.sources import CHECKOUT
from ui.system_lock import SystemLock


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus here")
def test_sleep_and_a_locked_screen_are_heard_on_a_real_bus() -> None:
    command = (
        f'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "{sys.executable}" -m tests.ui.shell.system_bus'
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(CHECKOUT), *filter(None, sys.path)])}
    ran = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", command],
        env=environment, capture_output=True, text=True, timeout=120, cwd=CHECKOUT, check=False,
    )  # fmt: skip
    assert ran.stdout.split() == ["3", "3"], ran.stderr[-2000:]


def test_only_the_beginning_locks(qtbot) -> None:
    heard = SystemLock()
    with qtbot.assertNotEmitted(heard.wanted):
        heard.told(False)
    with qtbot.waitSignal(heard.wanted):
        heard.told(True)
