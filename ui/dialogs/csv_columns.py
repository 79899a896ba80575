"""What the columns of somebody else's list mean: every column with its first lines, guessed, to be put right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from icm_desktop.contracts.csv_files import ListLook
from icm_desktop.domain.csv_dates import DMY, MDY
from icm_desktop.domain.csv_mapping import FIELDS, CsvMapping, lacking
from ui.context import AppContext
from ui.dialogs.csv_words import CsvWords
from ui.dialogs.room import resize_within
from ui.feedback import Level
from ui.mnemonics import make_distinct
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll
from ui.widgets.shape_label import ShapeLabel

_NOT_READ = ""
_SHOWN = 3  # sample cells of a column


class CsvColumnsDialog(QDialog):
    """Asks once; the answer is remembered by the names of the columns."""

    settled = Signal(object)  # CsvMapping

    def __init__(self, context: AppContext, look: ListLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._look, self._words = context, look, CsvWords()
        self.setWindowTitle(self.tr("Columns of a list"))
        self.kind, self.source, self.dates = QComboBox(), QLineEdit(look.mapping.source), QComboBox()
        self.means: list[QComboBox] = []
        self.problem = ShapeLabel(Level.CAUTION, "", self)
        self.keep_button = Button(self.tr("&Use these columns"), primary=True)
        self._fill_choices()
        self._lay_out()
        self._wire()
        self._guess()
        make_distinct(self)
        self._show_state()
        self.means[0].setFocus()

    def _fill_choices(self) -> None:
        for kind, words in self._words.kinds():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(self._look.mapping.kind))
        self.dates.addItem(self.tr("(choose)"), "")
        for order in (MDY, DMY):
            self.dates.addItem(self._words.orders()[order], order)
        self.dates.setCurrentIndex(max(self.dates.findData(self._look.mapping.dates), 0))

    def _lay_out(self) -> None:
        px = self._context.theme.px
        title = self.tr("What do the columns of “{file}” mean?").format(file=Path(self._look.path).name)
        hint = self.tr(
            "%n lines. What was recognized is filled in; a column that is not needed is not read.", "", self._look.lines
        )
        column, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(10))
        column.addWidget(Text("title", title, wrap=True))
        column.addWidget(Text("body", hint, wrap=True, tone="text_2"))
        self.dates_field = FormField(self.tr("&Dates stand as"), self.dates, required=True)
        head.addWidget(FormField(self.tr("This is a list &of"), self.kind), 1)
        head.addWidget(FormField(self.tr("Its numbers &come from"), self.source), 1)
        head.addWidget(self.dates_field, 2)
        head.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(self._columns(), 1)
        column.addWidget(self.problem)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(lambda _on=False: self.reject())
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep_button)
        column.addLayout(foot)
        over = self.parentWidget()
        resize_within(self, over.parentWidget() if over is not None else None, 900, 620)

    def _columns(self) -> QWidget:
        px = self._context.theme.px
        inside, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(px(12), px(8), px(12), px(8))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        for place, words in enumerate((self.tr("Column"), self.tr("First lines"), self.tr("Means"))):
            grid.addWidget(Text("small", words, tone="text_2"), 0, place)
        for row, name in enumerate(self._look.headers, start=1):
            self._add_column(grid, row, name)
        for place, share in enumerate((3, 4, 4)):
            grid.setColumnStretch(place, share)
        grid.setRowStretch(len(self._look.headers) + 1, 1)
        inside.setLayout(grid)
        return VerticalScroll(inside)

    def _add_column(self, grid: QGridLayout, row: int, name: str) -> None:
        cells = [cells[row - 1] for cells in self._look.samples if cells[row - 1]][:_SHOWN]
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.setAccessibleName(self.tr("What {column} means").format(column=name or row))
        choice.currentIndexChanged.connect(lambda _index, at=row - 1: self._chosen(at))
        self.means.append(choice)
        shown = Text("body", name or self.tr("(column {number})").format(number=row), strong=True, wrap=True)
        grid.addWidget(shown, row, 0)
        grid.addWidget(Text("body", " · ".join(cells), tone="text_2", wrap=True), row, 1)
        grid.addWidget(choice, row, 2)

    def _wire(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._guess())
        self.dates.currentIndexChanged.connect(lambda _index: self._show_state())
        self.keep_button.clicked.connect(lambda _on=False: self.keep())

    def _guess(self) -> None:
        """Fill in what the columns mean for the kind of list that is chosen."""
        kind = str(self.kind.currentData())
        fields = {place: field for field, place in self._look.columns_of(kind)}
        for place, choice in enumerate(self.means):
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(self.tr("(not read)"), _NOT_READ)
            for field in FIELDS[kind]:
                choice.addItem(self._words.field(field), field)
            choice.setCurrentIndex(max(choice.findData(fields.get(place, _NOT_READ)), 0))
            choice.blockSignals(False)
        self._show_state()

    def _chosen(self, at: int) -> None:
        """A field has one column: choosing it for another takes it from the first."""
        field = self.means[at].currentData()
        for place, choice in enumerate(self.means):
            if place != at and field != _NOT_READ and choice.currentData() == field:
                choice.setCurrentIndex(0)
        self._show_state()

    def columns(self) -> dict[str, int]:
        """Each field that has a column."""
        return {str(one.currentData()): place for place, one in enumerate(self.means) if one.currentData()}

    def _show_state(self) -> None:
        kind, columns = str(self.kind.currentData()), self.columns()
        dated = len(self._look.orders_of(kind, columns)) > 1
        self.dates_field.setVisible(dated)
        missing = lacking(kind, columns) or ("dates" if dated and not self.dates.currentData() else "")
        self.problem.say(Level.CAUTION, self._words.lacking(missing))
        self.problem.setVisible(bool(missing))
        self.keep_button.setEnabled(not missing)

    def keep(self) -> None:
        """Hand the answer over."""
        kind, columns = str(self.kind.currentData()), self.columns()
        orders = self._look.orders_of(kind, columns)
        dates = orders[0] if len(orders) == 1 else str(self.dates.currentData() or "")
        source = self.source.text().strip()
        self.settled.emit(CsvMapping(self._look.headers, kind, tuple(columns.items()), dates, source))
        self.accept()
