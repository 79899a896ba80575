"""The sample practice: invented patients in a file of its own, with a password everybody may know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from icm_desktop.contracts.access import NewPractice
from ui.jobs import Failed
from ui.workers import Workers

SAMPLE_USER = "sample"
SAMPLE_PASSWORD = "only invented people in here"  # noqa: S105  shown on the screen: there is nothing to protect
SAMPLE_PATIENTS, SAMPLE_SEED = 60, 1
FILL = "services.demo.fill"
_PARTS = ("", "-wal", "-shm", ".keys.json", ".keys.json.bak")


class SampleMaker:
    """Makes a fresh sample practice in place of the last one."""

    def __init__(self, workers: Workers, file: Path) -> None:
        self._workers, self._file = workers, file

    def make(self, practice: str, zone: str, done: Callable[[], object], failed: Failed) -> None:
        """Make the file; filling it is long work in the opened window."""
        for part in _PARTS:
            Path(f"{self._file}{part}").unlink(missing_ok=True)
        request = NewPractice(str(self._file), practice, zone, SAMPLE_USER, SAMPLE_PASSWORD, is_sample=True)
        self._workers.make_practice(request, lambda _made: done(), failed)
