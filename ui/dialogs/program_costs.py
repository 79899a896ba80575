"""What an hour of each role costs, and what the program costs each month besides."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import TakeAway
from icm_desktop.contracts.outcomes import ExpenseRow, OutcomeSaved, ProgramCosts, SaveExpense, SetRate
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dates_input import Lean
from ui.latest import Latest
from ui.messages import say, sentence
from ui.room import room_for
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_HIGHEST = 100_000.0


class ProgramCostsDialog(QDialog):
    """Each rate is kept as it is set; an expense is added, or taken away again."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._asked = Latest(context.jobs, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rates and expenses"))
        self.rates: dict[str, QDoubleSpinBox] = {}
        self._known: dict[str, float] = {}
        self._rates_box = QWidget()
        self._row = FlowLayout(self._rates_box, gap=context.theme.px(12))
        self.problem = ShapeLabel(parent=self)
        self.problem.hide()
        self.table: RowsTable[ExpenseRow] = RowsTable(
            context, "program_expenses", self._columns(), lambda row: row.id, lambda row: row.what
        )
        self.table.setAccessibleName(self.tr("Other expenses of the program, each month"))
        self.what, self.amount = QLineEdit(), QDoubleSpinBox()
        self.first, self.last = DateEdit(context, lean=Lean.PAST), DateEdit(context)
        self._lay_out()
        self.ask()

    def _columns(self) -> tuple[Column[ExpenseRow], ...]:
        shown = self.context.formatting
        return (
            Column("what", self.tr("What"), lambda row: row.what, stretch=True),
            Column("amount", self.tr("Each month"), lambda row: shown.cents(row.per_month),
                   lambda row: row.per_month, 12, number=True),
            Column("from", self.tr("From"), lambda row: shown.date(row.starts_on), lambda row: row.starts_on, 12),
            Column("to", self.tr("To"), lambda row: shown.date(row.ends_on), lambda row: row.ends_on, 12),
        )  # fmt: skip

    def _lay_out(self) -> None:
        px = self.context.theme.px
        self.amount.setRange(0, _HIGHEST)
        self.amount.setDecimals(2)
        self.first.set_day(self.context.formatting.today().replace(day=1))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(Text("section", self.tr("What an hour costs the practice, in dollars")))
        column.addWidget(self._rates_box)
        keep = Button(self.tr("Keep the &rates"))
        keep.clicked.connect(lambda _on=False: self.keep_rates())
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.problem)
        column.addWidget(Text("section", self.tr("Other expenses of the program, each month")))
        column.addWidget(self.table, 1)
        new = QWidget()
        row = FlowLayout(new, gap=px(12))
        for label, edit in (
            (self.tr("&What"), self.what), (self.tr("&Each month"), self.amount), (self.tr("&From"), self.first),
            (self.tr("&To (empty: goes on)"), self.last),
        ):  # fmt: skip
            row.addWidget(FormField(label, edit))
        column.addWidget(new)
        foot = QHBoxLayout()
        add, gone, close = Button(self.tr("&Add"), "plus"), Button(self.tr("Take a&way")), Button(self.tr("Close"))
        add.clicked.connect(lambda _on=False: self.add_expense())
        gone.clicked.connect(lambda _on=False: self.remove())
        close.clicked.connect(self.accept)
        foot.addWidget(add)
        foot.addWidget(gone)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(room_for(self).boundedTo(QSize(px(720), px(520))))

    def ask(self) -> None:
        """Ask for what is set."""
        self._asked.ask("queries.outcomes.savings.program_costs", done=self.show_costs)

    def show_costs(self, found: ProgramCosts) -> None:
        """Show it."""
        for one in found.rates:
            if one.role not in self.rates:
                spin = QDoubleSpinBox()
                spin.setRange(0, _HIGHEST)
                spin.setDecimals(2)
                spin.setSpecialValueText(self.tr("not set"))
                self.rates[one.role] = spin
                self._row.addWidget(FormField(say(f"role.{one.role}", self.context.formatting), spin))
            self._known[one.role] = one.amount or 0
            self.rates[one.role].setValue(one.amount or 0)
        self.table.set_rows(found.expenses)

    def keep_rates(self) -> None:
        """Keep those that changed, from today on."""
        for role, spin in self.rates.items():
            if spin.value() != self._known.get(role):
                self._run("services.outcomes.set_rate", SetRate(role, spin.value()))

    def add_expense(self) -> None:
        """Add what is typed."""
        first = self.first.day or self.context.formatting.today()
        self._run("services.outcomes.save_expense", SaveExpense(self.what.text(), self.amount.value(), first,
                                                                self.last.day))  # fmt: skip

    def remove(self) -> None:
        """Take the expense the keyboard is on away."""
        if (row := self.table.current_row()) is not None:
            self._run("services.outcomes.remove_expense", TakeAway(row.id, row.version))

    def _run(self, name: str, request: object) -> None:
        self.problem.hide()
        self.context.jobs.run(name, request, owner=self, done=self._done, failed=self._refused)

    def _done(self, saved: OutcomeSaved) -> None:
        self.context.feedback.done(self.tr("Kept"), self.tr("rates and expenses"), saved.changes)
        self.what.clear()
        self.ask()

    def _refused(self, error: UserError) -> None:
        self.problem.say("high", sentence(error, self.context.formatting))
        self.problem.show()
