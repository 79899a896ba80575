"""Every text something had, a letter or a sentence; one of them can count again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from icm_desktop.contracts.own_texts import TextVersion
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.room import resize_within
from ui.feedback import Level
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button


class VersionsDialog(QDialog):
    """The newest on top, the shipped one last; Enter on a line lets its text count again.

    Args:
        context: For the worker that brings a text back.
        title: Of what these are versions.
        versions: The texts.
        back_to: The use case that lets a version count again, and its request; None: the shipped one.
        parent: The window beneath.
    """

    saved = Signal(object)  # what the use case returned

    def __init__(
        self,
        context: AppContext,
        title: str,
        versions: Sequence[TextVersion],
        back_to: Callable[[int | None], tuple[str, object]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.context, self._back_to = context, back_to
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = context.theme
        self.table: RowsTable[TextVersion] = RowsTable(
            context, "text_versions", self._columns(), lambda one: one.id or 0, self._sentence
        )
        self.table.setAccessibleName(self.tr("Versions"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of this version"))
        self.back_button = Button(self.tr("&Let this text count again"), "undo-2", self, primary=True)
        self.close_button = Button(self.tr("Close"), parent=self)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.table)
        sides.addWidget(self.text)
        sides.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.addWidget(sides, 1)
        column.addLayout(buttons)
        self.table.row_changed.connect(self._show)
        self.table.opened.connect(lambda _row: self.back())
        self.back_button.clicked.connect(self.back)
        self.close_button.clicked.connect(self.reject)
        for button in (self.back_button, self.close_button):
            button.setAutoDefault(False)
        self.table.set_rows(versions)
        self._show(self.table.current_row())
        resize_within(self, parent, 1000, 520)
        sides.setSizes([theme.px(560), theme.px(400)])
        self.table.setFocus()

    def _columns(self) -> tuple[Column[TextVersion], ...]:
        return (
            Column("when", self.tr("When"), self._when, sortable=False, width=18),
            Column("who", self.tr("Who"), lambda one: one.by or "", sortable=False, width=16),
            Column("state", self.tr("State"), lambda _one: "", sortable=False, width=16, chip=self._chip),
            Column("heading", self.tr("Text"), lambda one: one.words[0], sortable=False, stretch=True),
        )

    def _when(self, one: TextVersion) -> str:
        return self.context.formatting.date_time(one.at) if one.at else self.tr("came with the program")

    def _chip(self, one: TextVersion) -> Chip:
        if one.current:
            return Chip(Level.GOOD, self.tr("Counts now"))
        return Chip(Level.NEUTRAL, self.tr("As shipped") if one.shipped else self.tr("Earlier"))

    def _sentence(self, one: TextVersion) -> str:
        return ", ".join(filter(None, (self._when(one), one.by, self._chip(one).word, one.words[0])))

    def _show(self, one: TextVersion | None) -> None:
        self.text.setPlainText("\n\n".join(one.words) if one is not None else "")
        self.back_button.setEnabled(one is not None and not one.current and self.context.may(Privilege.SETTINGS))

    def back(self) -> None:
        """Let the text of the line count again."""
        one = self.table.current_row()
        if one is None or not self.back_button.isEnabled():
            return
        name, request = self._back_to(None if one.shipped else one.id)
        self.context.jobs.run(name, request, owner=self, done=self._done)

    def _done(self, saved: object) -> None:
        self.saved.emit(saved)
        self.accept()
