"""The generated practice benchmarks share, and the table of figures at the end of the run.

ICM_BENCH_PATIENTS says how many patients (default 10,000); ICM_BENCH_PRACTICE a folder where the practice is kept
between runs (it holds the key of that practice too, which is of made-up people only).
"""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from db import database
from db.key import Key
from icm_desktop.permissions import Role
from tests.support import NEW_YORK, PracticeForTests, make_practice

PATIENTS = int(os.environ.get("ICM_BENCH_PATIENTS", "10000"))
TODAY = dt.date(2026, 11, 20)
SEED = 7
_FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def filled(request, tmp_path_factory):
    """The generated practice."""
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("benchmarks are off")
    kept = os.environ.get("ICM_BENCH_PRACTICE")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("filled")
    practice = open_kept(folder) if (folder / "key.json").exists() else _made(folder)
    yield practice
    practice.database.close()


def _made(folder):
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    practice = make_practice(folder, today=TODAY)
    practice.open("administrator").run("services.demo.fill", PATIENTS, SEED)
    keep_key(folder, practice.database.key)
    return practice


def keep_key(folder, key):
    """Lay the key of a made-up practice beside it."""
    (folder / "key.json").write_text(json.dumps([key.hex, key.database_id]))


def open_kept(folder):
    """The practice kept in a folder, with its key in key.json beside it."""
    text, database_id = json.loads((folder / "key.json").read_text())
    opened = database.open_existing(folder / "test.icm", Key(bytes.fromhex(text), database_id), folder / "state")
    with opened.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT role, id FROM user_account")
        return PracticeForTests(opened, NEW_YORK, TODAY, {Role(role): number for role, number in found})


@pytest.fixture
def figures(request):
    """Adds a line to the table: figures(what, milliseconds, floor in milliseconds or None, remark)."""

    def add(what, ms, floor_ms=None, remark=""):
        ratio = "" if not floor_ms else f"{ms / floor_ms:8.2f}"
        floor = "" if floor_ms is None else f"{floor_ms:10.2f}"
        lines = request.config.stash.setdefault(_FIGURES, [])
        lines.append(f"{what:58} {ms:10.2f} {floor:>10} {ratio:>8}  {remark}")

    return add


def pytest_terminal_summary(terminalreporter, config):
    """The table."""
    lines = config.stash.get(_FIGURES, [])
    if lines:
        terminalreporter.section(f"figures at {PATIENTS} patients")
        terminalreporter.write_line(f"{'':58} {'ms':>10} {'floor':>10} {'ratio':>8}")
        for line in lines:
            terminalreporter.write_line(line)
