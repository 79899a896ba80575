"""The status bar: count and filters, when something was saved last, long work with Cancel."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from ui.context import AppContext
from ui.feedback import Level
from ui.jobs import Job
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.status_chip import StatusChip

_LEAST = 40  # pixels of a text that is cut short


class _Short(Text):
    """One line that is cut short where there is no room: large text never makes the window wider than it is."""

    def minimumSizeHint(self) -> QSize:
        least = min(Theme.current().px(_LEAST), super().minimumSizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        QPainter(self).drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class JobLine(QWidget):
    """One running long work: name, how far, Cancel."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._words = _Short("body", job.label, parent=self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setMaximumWidth(160)
        self._bar.setAccessibleName(job.label)
        self._stop = Button(self.tr("Cancel"), parent=self)
        self._stop.setAccessibleName(self.tr("Cancel {work}").format(work=job.label))
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self._stop):
            row.addWidget(widget)
        job.progressed.connect(self._tell)

    def _tell(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(f"{self._job.label} {done:,} / {total:,}" if total else self._job.label)

    def _cancel(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText(self.tr("{work}: stopping…").format(work=self._job.label))
        self._job.cancel()


class StatusStrip(QStatusBar):
    """Left the page's count, right what was saved and what runs."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._count = _Short("body", parent=self)
        self._saved = _Short("body", tone="text_2", parent=self)
        self._backup = _Short("body", tone="text_2", parent=self)
        self._backup_wrong = StatusChip(Level.CAUTION, "", self)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(context.theme.px(10), 0, context.theme.px(12), context.theme.px(2))
        self.addWidget(self._count, 1)
        for widget in (self._backup, self._backup_wrong):
            self.addPermanentWidget(widget)
            widget.hide()
        self.addPermanentWidget(self._saved)
        self._lines: dict[int, JobLine] = {}

    @property
    def count_text(self) -> str:
        """What stands at the left."""
        return self._count.text()

    def show_count(self, text: str) -> None:
        """Show the page's count and filters."""
        self._count.setText(text)

    def show_backup(self, words: str, level: Level) -> None:
        """Say of when the last good backup is."""
        quiet = level is Level.NEUTRAL
        self._backup.setText(words)
        self._backup.setVisible(quiet)
        self._backup_wrong.show_status(level, words)
        self._backup_wrong.setVisible(not quiet)

    @property
    def backup_text(self) -> str:
        """What it says of the last good backup."""
        return self._backup.text()

    def show_saved(self, time: str) -> None:
        """Say when something was saved last."""
        self._saved.setText(self.tr("Saved {time}").format(time=time))

    def add_job(self, job: Job) -> None:
        """Show a long work until it ends."""
        line = JobLine(job, self)
        self._lines[job.number] = line
        self.insertPermanentWidget(1, line)  # after the count, before what was saved
        job.ended.connect(lambda: self._remove(job.number))

    def jobs(self) -> int:
        """How many long works are shown."""
        return len(self._lines)

    def _remove(self, number: int) -> None:
        line = self._lines.pop(number, None)
        if line is not None:
            self.removeWidget(line)
            line.deleteLater()
