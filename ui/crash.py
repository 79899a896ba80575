"""What happens on a bug: a dialog that says what it means, and details without a word of patient data."""

from __future__ import annotations

import logging
import re
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.dialogs.notice import Notice

log = logging.getLogger(__name__)
_FRAME = re.compile(r'^\s*File "([^"]+)", line (\d+), in (\S+)', re.MULTILINE)


def frames(error: BaseException) -> str:
    """Where the program was: files, lines and functions, never messages or values."""
    import traceback

    lines = [type(error).__name__]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"{_short(frame.filename)}:{frame.lineno} {frame.name}")
    if error.__cause__ is not None:  # what a worker process sends along as text
        for file, line, name in _FRAME.findall(str(error.__cause__)):
            lines.append(f"worker {_short(file)}:{line} {name}")
    return "\n".join(lines)


def _short(path: str) -> str:
    return "/".join(path.replace("\\", "/").split("/")[-2:])


class CrashReports(QObject):
    """Catches what nobody expected, writes the frames to the log and shows one dialog at a time."""

    shown = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: Notice | None = None  # kept: without a parent nothing else would keep it open

    def install(self) -> None:
        """Catch errors in slots and event handlers too."""
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self.report(error.with_traceback(trace))

    def report(self, error: BaseException, parent: QWidget | None = None) -> None:
        """Tell the person and the log."""
        details = frames(error)
        log.error("unexpected: %s", details.replace("\n", " | "))
        if self._box is None:
            self._show(details, parent)
        self.shown.emit(details)

    def _show(self, details: str, parent: QWidget | None) -> None:
        from ui.dialogs.notice import Notice

        title = self.tr("Something in the program went wrong")
        text = self.tr(
            "The last step did not finish because of a fault in the program. What was saved before is safe.\n\n"
            "1  Try the step again.\n2  If it happens again, close the program and open it again.\n"
            "3  Send the details below to whoever looks after the program. They hold no patient data."
        )
        box = Notice(title, text, details, parent)
        box.finished.connect(self._closed)
        box.open()
        self._box = box

    def _closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None
