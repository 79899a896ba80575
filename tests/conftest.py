"""What every test stands on: no screen, a home of its own, and the folders of real input when they are there."""

from __future__ import annotations

import datetime as dt
import gc
import os
import shutil
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.support import PracticeForTests


# What tests make lives until their module ends, and walking all of it again and again took a tenth of the processor.
gc.set_threshold(10_000, 20, 20)
gc.disable()  # until all is collected: what is imported stays


CHECKOUT = Path(__file__).resolve().parent.parent
GOLDEN_DAY = dt.date(2026, 11, 20)
_HOME = Path(tempfile.mkdtemp(prefix="icm-test-"))

# Set before anything is imported that could look: a test never sees the settings, database or keyring of the person
# who runs it. Worker processes and commands started by a test inherit these.
os.environ.update(
    {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(_HOME),
        "USERPROFILE": str(_HOME),
        "APPDATA": str(_HOME / "roaming"),
        "LOCALAPPDATA": str(_HOME / "local"),
        "XDG_CACHE_HOME": str(_HOME / "cache"),
        "XDG_CONFIG_HOME": str(_HOME / "config"),
        "XDG_DATA_HOME": str(_HOME / "data"),
        "XDG_STATE_HOME": str(_HOME / "state"),
        "ICM_HOME": str(_HOME / "icm"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
)
os.environ.pop("ICM_PASSWORD", None)

# How long an example takes says how busy this computer is, nothing about the program.
settings.register_profile("icm", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("many", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("icm")


# Files that take longest beside the stories, as a run of everything names them at its end.
LONGEST = frozenset({
    "fault/test_migration_kill.py", "history/test_undo_any_act.py", "ui/outcomes/test_outcomes_page.py",
    "ui/test_desk_audit.py", "fault/test_power_cut.py", "ui/print_preview/test_print_preview.py",
    "ui/admin/test_set_up_audit.py", "ui/test_pages_audit.py", "ui/test_bad_input.py", "db/test_standing.py",
    "exchange/live/test_sending.py", "cli/test_documents.py",
    "security/test_hostile_everywhere.py", "test_query_plans.py",
})  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, stories before the others: a run on several processors ends when the last file does."""

    def place(item: pytest.Item) -> int:
        file = item.path.relative_to(CHECKOUT / "tests").as_posix()
        return 0 if item.get_closest_marker("story") else 1 if file in LONGEST else 2

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: looking for garbage leaves it alone."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what this computer could not check, and the slowest files, so that their growth is noticed."""
    _name_unchecked(terminalreporter)
    seconds: dict[str, float] = defaultdict(float)
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                seconds[report.nodeid.partition("::")[0]] += report.duration
    if len(seconds) > 20:
        terminalreporter.section("slowest files")
        for file, spent in sorted(seconds.items(), key=lambda each: -each[1])[:12]:
            terminalreporter.write_line(f"{spent:7.1f} s  {file}")


def _name_unchecked(terminalreporter: pytest.TerminalReporter) -> None:
    """A skipped test has shown nothing, so it is not only counted."""
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        terminalreporter.write_line(f"NOT CHECKED: {report.nodeid} ({reason.removeprefix('Skipped: ')})")


@pytest.fixture(autouse=True, scope="session")
def _workers_are_quick() -> Iterator[None]:
    """Worker processes begin with everything read, a password is stretched once by all, a statement compiled once.

    Commands that a test starts as the program stretch each password themselves.
    """
    from argon2.low_level import hash_secret_raw
    from sqlalchemy import create_engine

    from tests.statements import compiled_once
    from tests.worker_process import start_workers_quickly, stretched_once

    start_workers_quickly()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("db.slots.hash_secret_raw", stretched_once(hash_secret_raw))
        patch.setattr("db.engine.create_engine", compiled_once(create_engine))
        yield


@pytest.fixture(autouse=True, scope="session")
def _what_today_remembers_is_compared() -> Iterator[None]:
    """Behind every list of Today asked for in this process, what was remembered is compared with what is found anew."""
    from tests import today_memory

    with pytest.MonkeyPatch.context() as patch:
        today_memory.install(patch)
        yield


def pytest_unconfigure() -> None:
    """Leave nothing behind: no files, nothing of Python's on the clipboard, which Qt would free after Python ended."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui and gui.QGuiApplication.instance():
        gui.QGuiApplication.clipboard().clear()
    shutil.rmtree(_HOME, ignore_errors=True)


def _folder(variable: str, usual: Path) -> Path:
    folder = Path(os.environ.get(variable) or usual)
    if not folder.is_dir():
        pytest.skip(f"no folder {folder}; set {variable} to where the test data is")
    return folder


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of real test data (ICM_TEST_DATA)."""
    return _folder("ICM_TEST_DATA", CHECKOUT.parent / "shared" / "data")


@pytest.fixture(scope="session")
def golden_dir() -> Path:
    """The folder of the golden patients (ICM_TEST_GOLDEN), beside the test data unless set."""
    data = Path(os.environ.get("ICM_TEST_DATA") or CHECKOUT.parent / "shared" / "data")
    return _folder("ICM_TEST_GOLDEN", data.parent / "golden")


@pytest.fixture(scope="module")
def golden_practice(tmp_path_factory: pytest.TempPathFactory, golden_dir: Path) -> Iterator[PracticeForTests]:
    """A practice with the golden patient, on the day its facts are told for."""
    from icm_desktop.contracts.exchange import ImportRequest
    from tests.support import make_practice

    made = make_practice(tmp_path_factory.mktemp("golden"), today=GOLDEN_DAY)
    made.open().run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    yield made
    made.database.close()


@pytest.fixture(scope="session")
def golden_facts(golden_dir: Path) -> dict[str, Any]:
    """What is expected of the golden patient."""
    return tomllib.loads((golden_dir / "a.expected.toml").read_text("utf-8"))


@pytest.fixture
def store(practice: PracticeForTests) -> Callable[..., list[int]]:
    """Adds rows of one patient in one act; their ids."""

    def add(*rows: Any) -> list[int]:
        with practice.open().write("test") as uow:
            uow.session.add_all(rows)
            uow.session.flush()
            return [row.id for row in rows]

    return add
