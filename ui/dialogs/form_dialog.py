"""The dialog every form is made of: who it is about, fields with their messages, one verb to save, drafts kept."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from icm_desktop.contracts.common import PatientHead
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_values import person_signal, value_of
from ui.messages import sentence
from ui.mnemonics import make_distinct
from ui.room import room_for
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.scroll import VerticalScroll
from ui.widgets.shape_label import ShapeLabel

if TYPE_CHECKING:
    from ui.drafts import DraftKeeper

_SAVES = ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormDialog(QDialog):
    """A form bound to its patient from the start; it can never be turned to another one.

    Ctrl+Enter and Ctrl+S save; Enter in a single-line field moves on, unless the form is a short `prompt`.
    Concrete forms add fields with `add` and say what to do in `save`.
    """

    saved = Signal(object)  # what the use case returned

    def __init__(
        self, context: AppContext, head: PatientHead | None, verb: str, parent: QWidget | None, *, prompt: bool = False
    ) -> None:
        super().__init__(parent)
        self.context, self.head, self._prompt = context, head, prompt
        self.fields: dict[str, FormField] = {}
        self._busy = False
        self._kept: DraftKeeper | None = None
        self._order: list[QWidget] = []
        self._width = 560
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.summary = ShapeLabel(parent=self)
        self.summary.hide()
        self.save_button = Button(verb, primary=True)
        self.cancel_button = Button(QCoreApplication.translate("FormDialog", "Cancel"))
        self.column = QVBoxLayout()
        self.foot = QVBoxLayout()
        for keys in _SAVES:  # as shortcuts: on some desktops lists and ticks keep every Enter for themselves
            QShortcut(QKeySequence(keys), self, self.submit).setAutoRepeat(False)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, space = self.context.theme, self.context.theme.px(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, space)
        whole.setSpacing(theme.px(8))
        if self.head is not None:
            whole.addWidget(MicroBanner(self.context, self.head, self))
        self.inside = QWidget()
        inner = QVBoxLayout(self.inside)
        inner.setContentsMargins(space, theme.px(8), space, theme.px(8))
        inner.setSpacing(theme.px(8))
        inner.addWidget(self.summary)
        inner.addLayout(self.column)
        inner.addStretch(1)
        self.column.setSpacing(theme.px(8))
        self.area = VerticalScroll(self.inside)
        whole.addWidget(self.area, 1)
        self.foot.setContentsMargins(space, 0, space, 0)
        whole.addLayout(self.foot)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.button_row = row = QHBoxLayout()
        row.setContentsMargins(self.context.theme.px(16), 0, self.context.theme.px(16), 0)
        row.addStretch(1)
        for button in (self.cancel_button, self.save_button):
            button.setMinimumHeight(self.context.theme.px(32))
            button.setAutoDefault(False)
            row.addWidget(button)
        self.save_button.setDefault(self._prompt)
        self.save_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.reject)
        return row

    # fields

    def add(self, name: str, field: FormField, to: QVBoxLayout | None = None) -> FormField:
        """Put a field into the form; errors of the use case that name it are shown beneath it."""
        self.fields[name] = field
        self._order.append(field.edit)
        (self.column if to is None else to).addWidget(field)
        return field

    def add_box(self, box: QWidget, to: QVBoxLayout | None = None, *, reached: QWidget | None = None) -> None:
        """Put an input without a label of its own into the form; `reached`: the part of it that Tab comes to."""
        self._order.append(reached or box)
        (self.column if to is None else to).addWidget(box)

    def put_side_by_side(
        self, left: QVBoxLayout, right: QVBoxLayout, *, gap: int = 10, shares: tuple[int, int] = (1, 1)
    ) -> None:
        """Two columns of fields below what the form has already; `gap` between fields in pixels at the usual size."""
        grid, px = QGridLayout(), self.context.theme.px
        grid.setHorizontalSpacing(px(24))
        for place, (column, share) in enumerate(zip((left, right), shares, strict=True)):
            column.setSpacing(px(gap))
            grid.addLayout(column, 0, place)
            grid.setColumnStretch(place, share)
        self.column.addLayout(grid)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab walks the form as it is read: Qt's own order is the order in which the inputs were made."""
        items = [self.foot.itemAt(at) for at in range(self.foot.count())]
        foot = [part for item in items if item is not None and (part := item.widget()) is not None]
        order = [*self._order, *foot, self.save_button, self.cancel_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        make_distinct(self, (self.save_button, self.cancel_button))
        super().showEvent(event)
        self._fit_now()  # hidden inputs have no size yet, so not before

    def fit(self, width: int) -> None:
        """Be this wide at the usual text size and as high as the form needs, but never bigger than its window."""
        self._width = width

    def make_room(self) -> None:
        """Something was put into the form after it was shown."""
        if self.isVisible():
            self._fit_now()

    def _fit_now(self) -> None:
        most = room_for(self)
        least = self.inside.minimumSizeHint().width() + self.area.verticalScrollBar().sizeHint().width()
        wide = min(max(self.context.theme.px(self._width), least), most.width())
        self.resize(wide, self.sizeHint().height())
        layout = self.layout()
        if layout is not None:
            layout.activate()
        wide = self.inside.width()
        room = self.inside.heightForWidth(wide) if self.inside.hasHeightForWidth() else 0
        needed = max(self.inside.sizeHint().height(), room)
        around = self.height() - self.area.height()  # what the layout says before is older than the form's messages
        spare = self.context.theme.px(8)
        self.resize(self.width(), min(needed + around + spare, most.height()))

    def values(self) -> dict[str, str]:
        """What is in the fields, as text, for the draft."""
        return {name: value_of(field.edit) for name, field in self.fields.items()}

    def first_problem(self) -> FormField | None:
        """Check every field; the first that is wrong."""
        wrong = [field for field in self.fields.values() if field.isVisibleTo(self) and field.problem()]
        return wrong[0] if wrong else None

    # saving

    @abstractmethod
    def save(self) -> None:
        """Send the request; concrete forms call `run`."""

    def submit(self) -> None:
        """Check, then save; the first wrong field gets the keyboard."""
        if self._busy:
            return
        wrong = self.first_problem()
        if wrong is not None:
            self.show_at(wrong)
            return
        self.save()

    def run(self, name: str, *args: object) -> None:
        """Run the use case that saves; the form closes when it is done and stays when it was refused."""
        self.set_busy(True)
        self.context.jobs.run(name, *args, owner=self, done=self._done, failed=self.refused)

    def _done(self, result: object) -> None:
        self.set_busy(False)
        if self._kept is not None:
            self._kept.discard()
        self.before_close()
        self.saved.emit(result)
        self.accept()

    def keep_draft(self, name: str, *, but: Collection[str] = (), more: Mapping[str, QWidget] | None = None) -> None:
        """Keep what is put in until it is saved; called once when all fields are in.

        What the form chooses by itself, a day or an entry of a list, is a draft only once a person changed it.

        Args:
            but: Fields that are never kept, such as passwords.
            more: Inputs that are no fields.
        """
        from ui.drafts import DraftKeeper

        inputs = {key: field.edit for key, field in self.fields.items() if key not in but}
        texts = frozenset(key for key, edit in inputs.items() if isinstance(edit, QLineEdit | QPlainTextEdit))
        choices = {key: edit for key, edit in inputs.items() if key not in texts and person_signal(edit) is not None}
        whose = self.head.id if self.head is not None else None
        self._kept = DraftKeeper(self, name, whose, only=texts, choices={**choices, **(more or {})})

    def stop_draft(self) -> None:
        """The form turned to something else: what is put in from now on is no draft of this."""
        if self._kept is not None:
            self._kept.stop()

    def chosen_by_person(self, name: str) -> bool:
        """Whether a person put what is in this input, now or in a draft."""
        return self._kept is not None and self._kept.chosen_by_person(name)

    def before_close(self) -> None:
        """Called once after saving, before the form closes."""

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.save_button.setEnabled(not busy)

    def refused(self, error: UserError) -> None:
        """Show what is wrong beside its field, or on top when it belongs to none."""
        self.set_busy(False)
        told = sentence(error, self.context.formatting)
        field = self.fields.get(error.field or "")
        if field is not None and not field.isHidden():
            field.show_problem(told)
            self.show_at(field)
        else:
            self.say("high", told)

    def say(self, level: str, words: str) -> None:
        """Show a sentence above the fields; "" hides it."""
        self.summary.say(level, words)
        self.summary.setVisible(bool(words))
        self.area.ensureVisible(0, 0)

    def show_at(self, field: FormField) -> None:
        """Bring a field into view and put the keyboard there."""
        self.area.ensureWidgetVisible(field)
        field.edit.setFocus()

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._prompt and event.key() in _ENTER and not isinstance(self.focusWidget(), QPushButton):
            self.submit()
        elif event.key() in _ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)
