"""What the forms of the set-up share: booked visits that would lose their place are shown before anything is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.form_values import change_signal, value_of
from ui.messages import sentence
from ui.widgets.date_edit import DateEdit
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.time_edit import TimeEdit

STRANDED = "set_up.visits_stranded"
MOST_SHOWN = 6


class SetUpForm(FormDialog):
    """`confirmed` becomes True when the person saw the visits and saves again; a change takes that back."""

    def __init__(self, context: AppContext, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(context, None, verb, parent)
        self.confirmed = False
        self._confirmed: dict[str, object] = {}
        self._verb = verb
        self.visits = StrandedVisits(context, self)
        self.visits.hide()
        self.foot.addWidget(self.visits)

    def watch(self) -> None:
        """Call once when all fields are in: what was confirmed no longer counts when one changes."""
        for field in self.fields.values():
            try:
                change_signal(field.edit).connect(self._compare)
            except TypeError:  # an input of its own tells by `changed_by_hand`
                continue

    def _compare(self, *_: object) -> None:
        """A day or time that is only written in full when its field is left is the same one."""
        if self._meant() != self._confirmed:
            self._take_back()

    def _meant(self) -> dict[str, object]:
        return {name: _meaning(field.edit) for name, field in self.fields.items()}

    def _take_back(self, *_: object) -> None:
        if self.confirmed:
            self.confirmed = False
            self.visits.hide()
            self.save_button.setText(self._verb)

    def refused(self, error: UserError) -> None:
        """Visits that would lose their place are named; saving again goes ahead.

        What is wrong with hours is said on top with its weekday: they are many fields.
        """
        if error.field == "hours":
            self.set_busy(False)
            self.say("high", sentence(error, self.context.formatting))
            return
        super().refused(error)
        if error.code != STRANDED:
            return
        ids = error.params.get("visits")
        self.confirmed, self._confirmed = True, self._meant()
        self.save_button.setText(self.visits.go_ahead(int(str(error.params.get("count")))))
        self.context.jobs.run("queries.appointments.by_ids", ids, owner=self, done=self._show_visits)

    def _show_visits(self, rows: tuple[AppointmentRow, ...]) -> None:
        self.visits.show_visits(rows)
        self.visits.show()
        self._fit_now()


class StrandedVisits(FactList):
    """The visits that have to be booked anew, a few lines high."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Visits to book anew"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # before there are any: Tab learns its way when the form opens
        self._context = context

    def go_ahead(self, count: int) -> str:
        """The button that goes ahead although visits must be booked anew."""
        return self.tr("Save; book %n visit(s) anew", "", count)

    def show_visits(self, rows: Sequence[AppointmentRow]) -> None:
        """Show whose visits, when and with whom."""
        shown = self._context.formatting
        facts = [
            Fact(
                str(row.id),
                f"{shown.date_time(row.starts_at)}  {shown.short_name(row.head)}",
                (", ".join(part for part in (row.with_whom, row.type_name, row.head.phone) if part),),
            )
            for row in rows[:MOST_SHOWN]
        ]
        if len(rows) > MOST_SHOWN:
            more = self.tr("and %n more", "", len(rows) - MOST_SHOWN)
            facts.append(Fact("more", more))
        self.set_facts(facts)


def _meaning(edit: QWidget) -> object:
    """What an input says, however it is written; None for an input of its own."""
    if isinstance(edit, DateEdit):
        return edit.day
    if isinstance(edit, TimeEdit):
        return edit.time
    try:
        return value_of(edit)
    except TypeError:
        return None


def typed(edit: QLineEdit | QPlainTextEdit) -> str | None:
    """What is in a field, None when nothing."""
    text = edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()
    return text.strip() or None


def choices(
    box: QComboBox, nothing: str | None, rows: Sequence[tuple[object, str]], chosen: object = None
) -> QComboBox:
    """Fill a box with (value, words); `nothing` is a first line for None."""
    if nothing is not None:
        box.addItem(nothing, None)
    for value, words in rows:
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def note_box(context: AppContext, text: str | None, lines: int = 3) -> QPlainTextEdit:
    """A field for some lines of text; Tab leaves it."""
    box = QPlainTextEdit(text or "")
    box.setTabChangesFocus(True)
    box.setMinimumHeight(context.theme.px(22) * lines)
    box.setMaximumHeight(context.theme.px(22) * (lines + 1))
    return box
