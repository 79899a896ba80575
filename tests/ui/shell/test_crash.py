"""A bug shows a dialog and leaves a trace, both without a word about a patient."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtWidgets import QApplication

from ui.crash import CrashReports, frames
from ui.dialogs.notice import Notice

SECRET = "LOPEZ Maria 04-Mar-1958"


def _fail(name: str) -> None:
    raise ValueError(f"cannot book {name}")


def _caught() -> ValueError:
    try:
        _fail(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_details_say_where_but_not_about_whom() -> None:
    told = frames(_caught())
    assert "ValueError" in told
    assert "test_crash.py" in told
    assert "_fail" in told
    assert "LOPEZ" not in told
    assert "book" not in told


def test_what_a_worker_sends_along_is_stripped_too() -> None:
    error = RuntimeError("outer")
    error.__cause__ = Exception(
        f'Traceback\n  File "/x/icm_desktop/services/a.py", line 7, in book\nValueError: {SECRET}'
    )
    told = frames(error)
    assert "worker services/a.py:7 book" in told
    assert "LOPEZ" not in told


def test_one_dialog_at_a_time_and_a_line_in_the_log(
    qapp: QApplication, qtbot, caplog: pytest.LogCaptureFixture
) -> None:
    reports = CrashReports()
    with caplog.at_level(logging.ERROR):
        reports.report(_caught())
        reports.report(_caught())
    boxes = [window for window in qapp.topLevelWidgets() if isinstance(window, Notice) and window.isVisible()]
    assert len(boxes) == 1
    assert SECRET not in boxes[0].text + boxes[0].details
    assert "saved before is safe" in boxes[0].text
    assert SECRET not in caplog.text
    assert "unexpected: ValueError" in caplog.text
    boxes[0].close()
    boxes[0].deleteLater()
