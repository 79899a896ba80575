"""From process start to a window on the screen, against an empty window; and what window and workers hold."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.conftest import PATIENTS, TODAY

# The budget is 1.7 times and 350 MB; where it is not met yet, the limit is what must not be lost again.
MOST_TIMES_AN_EMPTY_WINDOW = 2.5
MOST_MB, MOST_MB_OF_A_LARGE_PRACTICE = 350, 420
CHECKOUT = Path(__file__).resolve().parents[2]
_MEMORY = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))\n"
EMPTY = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
application.processEvents()
print("shown", flush=True)
"""
OURS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from icm_desktop import paths
from ui.app import prepare
from ui.preferences import Preferences
if __name__ == "__main__":
    application = QApplication([])
    keeper = prepare(application, Preferences(paths.settings_file()))
    keeper.start(database=None, user="", sample=False)
    while not any(widget.isVisible() for widget in application.topLevelWidgets()):
        application.processEvents()
    application.processEvents()
    print("shown", flush=True)
"""
WORKER = """
import json, sys
from pathlib import Path
from db import database
from db.key import Key
from icm_desktop.contracts.calendar import AskDay
from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.practice import OpenPractice
from db.unit_of_work import Actor
from zoneinfo import ZoneInfo
import datetime as dt
path, key, database_id, user, today = sys.argv[1:]
opened = database.open_existing(Path(path), Key(bytes.fromhex(key), database_id), Path(path).parent / "bench-state")
rosa = OpenPractice(opened, Actor(int(user), "Rosa", "coordinator"), ZoneInfo("America/New_York"),
                    dt.date.fromisoformat(today))
rosa.run("queries.today.worklist", WorkFilter(everyone=True))
rosa.run("queries.referrals.rows", ReferralFilter())
rosa.run("queries.patients.patients", PatientFilter())
rosa.run("queries.patients.find", "mar")
rosa.run("queries.calendar.day_view", AskDay(dt.date.fromisoformat(today)))
for patient in range(1, 200):
    rosa.run("queries.chart.chart", patient)
"""


def _shown_ms(scripts, home):
    """Medians of each script, run in turn so that a busy moment meets all of them."""
    took: list[list[float]] = [[] for _ in scripts]
    for _ in range(10):
        for times, script in zip(took, scripts, strict=True):
            start = time.perf_counter()
            with _started(script, home) as process:
                assert process.stdout.readline().strip() == "shown"
                times.append((time.perf_counter() - start) * 1000)
                process.kill()
    return [statistics.median(times) for times in took]


def _started(script, home):
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "ICM_HOME")}
    path = home / "script.py"
    path.write_text(script, encoding="utf-8")
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen([sys.executable, str(path)], stdout=subprocess.PIPE, text=True, env=environment)


def test_the_first_window(filled, figures, tmp_path):
    file = tmp_path / "data" / "practice.icm"  # there is a practice, so the window is the one for signing in
    file.parent.mkdir()
    file.touch()
    floor, ours = _shown_ms((EMPTY, OURS), tmp_path)
    figures("sign-in window visible (wall)", ours, floor, "floor: empty PySide6 window")
    assert ours <= MOST_TIMES_AN_EMPTY_WINDOW * floor


def test_memory_of_window_and_workers(filled, figures, tmp_path):
    users = {role.value: number for role, number in filled.users.items()}
    window = _rss_mb([sys.executable, "-c", OURS.replace('print("shown", flush=True)', _MEMORY.strip())], tmp_path)
    key = filled.database.key
    about = [str(filled.database.path), key.hex, key.database_id, str(users["coordinator"]), TODAY.isoformat()]
    worker = _rss_mb([sys.executable, "-c", WORKER + _MEMORY, *about], tmp_path)
    figures("memory of the window, MB", window)
    figures("memory of the worker after every screen and 200 charts, MB", worker, remark="there are two workers")
    assert window + 2 * worker <= (MOST_MB if PATIENTS <= 10_000 else MOST_MB_OF_A_LARGE_PRACTICE)


def _rss_mb(command, home):
    environment = {**os.environ, "HOME": str(home), "ICM_HOME": str(home), "PYTHONPATH": str(CHECKOUT)}
    found = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return int(found.stdout.split()[-1]) / 1024
