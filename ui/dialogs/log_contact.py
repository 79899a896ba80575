"""Log contact: what to know before the call, how it went in one letter, and when to try again."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.worklist import CallCard, CallFor, LogContact
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.value_words import coded
from ui.widgets.call_card import CallCardBox
from ui.widgets.call_rules import CallRulesBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField

REACHED, WRONG_NUMBER = "reached", "wrong_number"
_TRY_AGAIN = {"left_message", "no_answer", WRONG_NUMBER}
_WORKING_DAYS = 2


class OutcomeChoice(QWidget):
    """How the call went: one radio button each, chosen by the underlined letter alone."""

    chosen = Signal(str)
    by_person = Signal()

    def __init__(self, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self._letters: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for key, words in choices:
            button = QRadioButton(words)
            button.setMinimumHeight(24)
            button.toggled.connect(lambda on, which=key: self.chosen.emit(which) if on else None)
            button.clicked.connect(self.by_person)
            self._group.addButton(button)
            self._buttons[key] = button
            found = re.search(r"&(\w)", words)
            self._letters[(found[1] if found else words[0]).upper()] = key
            column.addWidget(button)
        self._buttons[choices[0][0]].setChecked(True)

    @property
    def outcome(self) -> str:
        """The outcome that is chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, outcome: str) -> None:
        """Choose an outcome and put the keyboard on it."""
        self._buttons[outcome].setChecked(True)
        self._buttons[outcome].setFocus()

    def draft_text(self) -> str:
        """What is chosen."""
        return self.outcome

    def put_draft(self, text: str) -> None:
        """Choose what was chosen."""
        if text in self._buttons:
            self._buttons[text].setChecked(True)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by letter; False when the letter means nothing here."""
        key = self._letters.get(event.text().upper())
        if key is not None and not event.modifiers():
            self.choose(key)
            self.by_person.emit()
        return key is not None

    def first(self) -> QRadioButton:
        """The button that is chosen."""
        return self._buttons[self.outcome]


class LogContactDialog(FormDialog):
    """The call card: why, which numbers, what was tried; then outcome, next try, note, channel. Enter saves."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        key: str | None = None,
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        super().__init__(context, head, "", parent, prompt=True)
        self._key = key
        self.setWindowTitle(self.tr("Log contact"))
        self.save_button.setText(self.tr("&Save"))
        self.outcome = OutcomeChoice(self._choices())
        self.next_try = DateEdit(context)
        self.note = QLineEdit()
        self.channel = QComboBox()
        for name, words in self._channels():
            self.channel.addItem(words, name)
        self.card = CallCardBox(context, about, self)
        self.card.filled.connect(self._card_came)
        self.rules = CallRulesBox(context, self)
        self.rules.filled.connect(self.make_room)
        self.wrong = QComboBox()
        self.new_number = QLineEdit()
        self.missed = QComboBox()
        self._lay_out_card()
        self.outcome.chosen.connect(self._propose)
        self._propose(self.outcome.outcome)
        self.card.ask(CallFor(head.id, key))
        self.rules.ask(head.id)
        self.keep_draft("log_contact", more={"outcome": self.outcome})
        self.fit(480)
        self.outcome.first().setFocus()

    def _lay_out_card(self) -> None:
        self.column.addWidget(self.card)
        self.column.addWidget(self.rules)
        self.add_box(self.outcome)
        self.add("next_try_on", FormField(self.tr("Next &try"), self.next_try, check=self._check))
        self.add("wrong_number_id", FormField(self.tr("Which number is wro&ng"), self.wrong))
        self.add("value", FormField(self.tr("New n&umber, if it was told"), self.new_number))
        self.add("no_show_reason", FormField(self.tr("Wh&y the visit was missed"), self.missed))
        self.fields["no_show_reason"].hide()
        self.add("note", FormField(self.tr("N&ote"), self.note))
        self.add("channel", FormField(self.tr("&By"), self.channel))

    def _card_came(self, card: CallCard) -> None:
        self.wrong.clear()
        for number in card.numbers:
            self.wrong.addItem(number.value, number.id)
        self.wrong.addItem(self.tr("None of them"), None)
        self.missed.clear()
        self.missed.addItem(self.tr("Not known"), None)
        for code in card.no_show_reasons:
            self.missed.addItem(coded(code), code)
        if not self.chosen_by_person("no_show_reason"):
            self.missed.setCurrentIndex(max(self.missed.findData(card.no_show_reason), 0))
        self.fields["no_show_reason"].setVisible(bool(card.no_show_reasons))
        self._propose(self.outcome.outcome)
        self.make_room()

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            (REACHED, self.tr("&Reached")),
            ("left_message", self.tr("&Left message")),
            ("no_answer", self.tr("&No answer")),
            ("wrong_number", self.tr("&Wrong number")),
            ("declined", self.tr("&Declined")),
        )

    def _channels(self) -> tuple[tuple[str, str], ...]:
        return (
            ("phone", self.tr("Phone")),
            ("text", self.tr("Text message")),
            ("portal", self.tr("Portal message")),
            ("letter", self.tr("Letter")),
            ("in_person", self.tr("In person")),
        )

    def _propose(self, outcome: str) -> None:
        """The next try by the contact policy; a wrong number asks which one, and for another."""
        wrong = outcome == WRONG_NUMBER
        for name in ("wrong_number_id", "value"):
            self.fields[name].setVisible(wrong)
        card = self.card.card
        proposed = self._working_days_on() if card is None else card.next_try_on
        if not self.chosen_by_person("next_try_on"):
            self.next_try.set_day(proposed if outcome in _TRY_AGAIN else None)
        self.make_room()

    def _working_days_on(self) -> dt.date:
        """Two working days on; holidays are the practice's to skip."""
        day, left = self.context.formatting.today(), _WORKING_DAYS
        while left:
            day += dt.timedelta(days=1)
            left -= day.weekday() < 5
        return day

    def _check(self) -> str:
        if not self.next_try.understood:
            return self.tr("Enter a day, for example 2w, fri or 14 jul.")
        if self.next_try.day is not None and self.next_try.day <= self.context.formatting.today():
            return self.tr("Choose a day after today.")
        return ""

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("a contact is always somebody's")
        wrong = self.outcome.outcome == WRONG_NUMBER
        request = LogContact(
            self.head.id, str(self.channel.currentData()), self.outcome.outcome, self.note.text().strip() or None,
            self._key, self.next_try.day, self.wrong.currentData() if wrong else None,
            self.new_number.text().strip() or None if wrong else None, self.missed.currentData(),
        )  # fmt: skip
        self.run("services.follow_up.log_contact", request)

    def told(self) -> str:
        """What happened, in words."""
        if self.next_try.day is None:
            return self.tr("Contact logged.")
        day = self.context.formatting.weekday_date(self.next_try.day)
        return self.tr("Contact logged. Next try {date}.").format(date=day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_outcome = isinstance(self.focusWidget(), QRadioButton)
        if in_outcome and event.key() != Qt.Key.Key_Space and self.outcome.take_key(event):
            return
        super().keyPressEvent(event)
