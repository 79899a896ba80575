"""A directory from a CSV file: every line with what becomes of it, before anything is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.directory import DirectoryFile, DirectoryRead, EntryKind, FileLine, LineState
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import sentence
from ui.mnemonics import make_distinct
from ui.room import room_for
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_READ = "services.directory_file.read_file"


class DirectoryFileDialog(QDialog):
    """Shows the lines of a file; the button adds those that are new."""

    saved = Signal(object)  # DirectoryRead

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._path = context, ""
        self.found: DirectoryRead | None = None
        self.setWindowTitle(self.tr("Directory from a file"))
        self.title = Text("title", self.tr("Choose a CSV file"), wrap=True, parent=self)
        hint = self.tr(
            "The first line names the columns: Kind (person, place, service), Name or Family name, Given names, "
            "Specialty, Place, Phone, Fax, Address, Hours, Languages, Insurances, NPI. Only one of the names is needed."
        )
        self.hint = Text("body", hint, wrap=True, tone="text_2", parent=self)
        self.problem = ShapeLabel(parent=self)
        self.problem.hide()
        self.chips = FilterChips((
            (LineState.NEW.value, self.tr("New")),
            (LineState.THERE.value, self.tr("There already")),
            (LineState.WRONG.value, self.tr("With a mistake")),
        ))  # fmt: skip
        self.lines: RowsTable[FileLine] = RowsTable(
            context, "directory_file", self._columns(), lambda row: row.number, self._sentence
        )
        self.lines.setAccessibleName(self.tr("Lines of the file"))
        self.choose_button = Button(self.tr("Choose &file…"), "folder-open")
        self.keep_button = Button(self.tr("&Add"), "plus", primary=True)
        self._lay_out()
        self.chips.changed.connect(lambda _on: self._filter())
        self.choose_button.clicked.connect(lambda _on=False: self.choose())
        self.keep_button.clicked.connect(lambda _on=False: self.keep())
        self._show_state()
        make_distinct(self)
        self.choose_button.setFocus()

    def _lay_out(self) -> None:
        px = self._context.theme.px
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(10))
        for part in (self.title, self.hint, self.problem, self.chips):
            column.addWidget(part)
        column.addWidget(self.lines, 1)
        close = Button(self.tr("&Close"))
        close.clicked.connect(lambda _on=False: self.reject())
        foot.addWidget(self.choose_button)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.keep_button)
        column.addLayout(foot)
        self.resize(QSize(px(960), px(560)).boundedTo(room_for(self)))

    def _columns(self) -> Sequence[Column[FileLine]]:
        return (
            Column("line", self.tr("Line"), lambda row: str(row.number), lambda row: row.number, width=6, number=True),
            Column("state", self.tr("State"), lambda _row: "", lambda row: row.state, width=16, chip=self._chip),
            Column("name", self.tr("Name"), lambda row: row.name, width=22),
            Column("kind", self.tr("Kind"), self._kind, width=10),
            Column("what", self.tr("Specialty or kind"), lambda row: row.what or "", width=16),
            Column("place", self.tr("Place"), lambda row: row.place or "", width=18),
            Column("problem", self.tr("What is wrong"), self._wrong, stretch=True, tip=self._wrong, least="m" * 14),
        )

    def _chip(self, row: FileLine) -> Chip:
        if row.state is LineState.NEW:
            return Chip(Level.GOOD, self.tr("New"))
        if row.state is LineState.THERE:
            return Chip(Level.NEUTRAL, self.tr("There already"))
        return Chip(Level.HIGH, self.tr("Mistake"))

    def _kind(self, row: FileLine) -> str:
        if row.kind is EntryKind.PERSON:
            return self.tr("Person")
        return self.tr("Place") if row.kind is EntryKind.PLACE else self.tr("Service")

    def _wrong(self, row: FileLine) -> str:
        error = UserError(row.problem, None, **dict(row.params))
        return sentence(error, self._context.formatting) if row.problem else ""

    def _sentence(self, row: FileLine) -> str:
        parts = (self.tr("line {number}").format(number=row.number), self._chip(row).word, row.name, self._wrong(row))
        return ", ".join(part for part in parts if part)

    # reading

    def choose(self) -> None:
        """Ask for the file."""
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Directory from a file"), "", "CSV (*.csv *.txt)")
        if path:
            self.look_at(path)

    def look_at(self, path: str) -> None:
        """Read a file and show what is in it; nothing is kept."""
        self._path = path
        self._say("")
        self._context.jobs.run(_READ, DirectoryFile(path), owner=self, done=self._show, failed=self._refused)

    def _show(self, found: DirectoryRead) -> None:
        self.found = found
        counts = {state: sum(line.state is state for line in found.lines) for state in LineState}
        self.title.setText(
            self.tr("{new} new, {there} there already, {wrong} with a mistake").format(
                new=counts[LineState.NEW], there=counts[LineState.THERE], wrong=counts[LineState.WRONG]
            )
        )
        self.hint.setVisible(bool(found.places))
        words = self.tr("%n place(s) that lines name are added too: {names}", "", len(found.places))
        shown = ", ".join(found.places[:5]) + (" …" if len(found.places) > 5 else "")
        self.hint.setText(words.format(names=shown))
        self.lines.set_rows(found.lines)
        self._filter()
        self._show_state()
        (self.keep_button if self.keep_button.isEnabled() else self.choose_button).setFocus()

    def _filter(self) -> None:
        on = self.chips.on()
        self.lines.set_filter(lambda row: not on or row.state.value in on)

    def _show_state(self) -> None:
        new = sum(line.state is LineState.NEW for line in self.found.lines) if self.found else 0
        self.keep_button.setEnabled(new > 0)
        self.keep_button.setText(self.tr("&Add %n entries", "", new) if new else self.tr("&Add"))
        for part in (self.lines, self.chips):
            part.setVisible(self.found is not None)

    def keep(self) -> None:
        """Add what is new."""
        if self.found is None:
            return
        self.keep_button.setEnabled(False)
        request = DirectoryFile(self._path, keep=True, digest=self.found.digest)
        self._context.jobs.run(_READ, request, owner=self, done=self._kept, failed=self._refused)

    def _kept(self, done: DirectoryRead) -> None:
        self.saved.emit(done)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.found = None
        self._show_state()
        self._say(sentence(error, self._context.formatting))
        self.choose_button.setFocus()

    def _say(self, words: str) -> None:
        self.problem.say(Level.HIGH, words)
        self.problem.setVisible(bool(words))
