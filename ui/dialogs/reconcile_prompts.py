"""What a decision about a medicine needs: why it stops, what it is changed to, who is asked what until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.reconciliation import Decided, Offered, ReconciledRow, SettleMedicine
from icm_desktop.domain import reconciliation as rules
from icm_desktop.domain.reconciliation import Matched
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.conflict_interrupt import change_of, save_asking
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.text_area import TextArea

_ANSWER_DAYS = 3


class _Prompt(FormDialog):
    """A short form about one medicine; `decided` is what came of it."""

    def __init__(self, context: AppContext, head: PatientHead, name: str, parent: QWidget | None) -> None:
        super().__init__(context, head, "", parent, prompt=True)
        self.decided = Decided("", "")
        self.column.addWidget(Text("section", name, wrap=True))

    def put(self, name: str, label: str, value: str = "", *, needed: bool = False) -> QLineEdit:
        """A line of text."""
        edit = QLineEdit(value)
        edit.setCursorPosition(0)
        told = QCoreApplication.translate("ReconcilePrompt", "Write this first.")
        field = FormField(label, edit, required=needed, check=lambda: "" if edit.text().strip() or not needed else told)
        self.add(name, field)
        return edit

    def made(self, first: QWidget, width: int = 520) -> None:
        """Every input is there."""
        self.fit(width)
        first.setFocus()


class StopPrompt(_Prompt):
    """Why a medicine is stopped."""

    def __init__(self, context: AppContext, head: PatientHead, one: Matched, parent: QWidget | None) -> None:
        super().__init__(context, head, one.name, parent)
        self.setWindowTitle(self.tr("Stop this medicine"))
        self.save_button.setText(self.tr("&Stop it"))
        self.reason = self.put("reason", self.tr("&Why"), needed=True)
        self.made(self.reason)

    def save(self) -> None:
        self.decided = Decided(key="", decision=rules.STOP, reason=self.reason.text().strip())
        self.accept()


class ChangePrompt(_Prompt):
    """What a medicine is changed to; what another list says stands there already."""

    def __init__(self, context: AppContext, head: PatientHead, one: Matched, parent: QWidget | None) -> None:
        super().__init__(context, head, one.name, parent)
        self.setWindowTitle(self.tr("Change this medicine"))
        self.save_button.setText(self.tr("&Change it"))
        theirs = [line for said in one.on[1:] for line in said]
        line = theirs[0] if theirs else one.lines[0]
        self.text = self.put("text", self.tr("&Medicine with strength"), line.written, needed=True)
        self.dosage = self.put("dosage", self.tr("&How it is taken"), line.dosage, needed=True)
        self.reason = self.put("reason", self.tr("&Why"))
        self.made(self.dosage)

    def save(self) -> None:
        self.decided = Decided(
            key="", decision=rules.CHANGE, reason=self.reason.text().strip(), text=self.text.text().strip(),
            dosage=self.dosage.text().strip(),
        )  # fmt: skip
        self.accept()


class AskPrompt(_Prompt):
    """Who is asked, what, how, and until when the answer is needed."""

    def __init__(self, context: AppContext, offered: Offered, one: Matched, parent: QWidget | None) -> None:
        super().__init__(context, offered.head, one.name, parent)
        self._prompt = False  # Enter moves on: there is a text of several lines
        self.setWindowTitle(self.tr("Ask a prescriber"))
        self.save_button.setText(self.tr("&Ask"))
        self._people = offered.prescribers
        self.who, self.how = QComboBox(), QComboBox()
        self.who.setEditable(not self._people)
        for person in self._people:
            self.who.addItem(person.name)
        named = [line.prescriber for line in one.lines if line.prescriber]
        self.who.setCurrentIndex(max(self.who.findText(named[0]) if named else 0, 0))
        for code, words in offered.channels:
            self.how.addItem(words, code)
        self.how.setCurrentIndex(max(self.how.findData("phone"), 0))
        self.add("who", FormField(self.tr("&Who is asked"), self.who, required=True, check=self._check_who))
        self.question = TextArea()
        self.question.setPlainText(self.tr("Is {medicine} still to be taken, and how?").format(medicine=one.name))
        self.question.setFixedHeight(self.question.fontMetrics().lineSpacing() * 3 + context.theme.px(14))
        self.add("question", FormField(self.tr("&Question"), self.question, required=True, check=self._check_question))
        self.add("channel", FormField(self.tr("&How"), self.how))
        self.due = DateEdit(context, lean=Lean.FUTURE)
        self.due.set_day(context.formatting.today() + dt.timedelta(days=_ANSWER_DAYS))
        self.add("due", FormField(self.tr("Answer &due"), self.due, required=True, check=self._check_due))
        self.hears = self.put("hears", self.tr("Wh&y they may hear this"), self.tr("Prescribes or knows this medicine"))
        self.made(self.who)

    def _check_who(self) -> str:
        return "" if self.who.currentText().strip() else self.tr("Choose who is asked.")

    def _check_question(self) -> str:
        return "" if self.question.toPlainText().strip() else self.tr("Write what is asked.")

    def _check_due(self) -> str:
        fits = self.due.day is not None and self.due.day >= self.context.formatting.today()
        return "" if fits else self.tr("Choose today or a later day.")

    def save(self) -> None:
        at = self.who.currentIndex()
        chosen = self._people[at] if 0 <= at < len(self._people) else None
        self.decided = Decided(
            key="", decision=rules.ASK, ask_member=chosen.member_id if chosen else None,
            ask_name=chosen.name if chosen else self.who.currentText().strip(),
            ask_question=self.question.toPlainText().strip(), ask_channel=str(self.how.currentData() or "phone"),
            ask_due=self.due.day, ask_reason=self.hears.text().strip(),
        )  # fmt: skip
        self.accept()


class SettlePrompt(_Prompt):
    """How a medicine that was asked about ended, by the answer."""

    def __init__(self, context: AppContext, head: PatientHead, row: ReconciledRow, parent: QWidget | None) -> None:
        super().__init__(context, head, row.medicine, parent)
        self._row, self._patient_id = row, head.id
        self.setWindowTitle(self.tr("Settle what was asked"))
        self.save_button.setText(self.tr("&Settle"))
        for told in (row.question, row.answer):
            if told:
                self.column.addWidget(Text("body", told, tone="text_2", wrap=True))
        self.what = QComboBox()
        words = {
            rules.KEEP: self.tr("Keep it"),
            rules.CHANGE: self.tr("Change it"),
            rules.STOP: self.tr("Stop it"),
        }
        for code, word in words.items():
            self.what.addItem(word, code)
        self.add("decision", FormField(self.tr("&How it ends"), self.what))
        self.text = self.put("text", self.tr("Changed to: &medicine with strength"), row.medicine)
        self.dosage = self.put("dosage", self.tr("How it is &taken"))
        answered = self.tr("{name}: {answer}").format(name=row.asked or "", answer=row.answer) if row.answer else ""
        self.reason = self.put("reason", self.tr("&Why"), answered, needed=True)
        self.what.currentIndexChanged.connect(lambda _at: self._show_fields())
        self._show_fields()
        self.made(self.what)

    def _show_fields(self) -> None:
        for name in ("text", "dosage"):
            self.fields[name].setVisible(self.what.currentData() == rules.CHANGE)
        self.make_room()

    def save(self) -> None:
        request = SettleMedicine(
            self._row.id, self._row.version, str(self.what.currentData()), self.reason.text().strip()
        )
        if self.what.currentData() == rules.CHANGE:
            request = replace(request, text=self.text.text().strip(), dosage=self.dosage.text().strip())
        if self.what.currentData() == rules.STOP:
            self.run("services.reconciliation.settle", request)
            return
        act = rules.Act(rules.ADDED, None, request.text or self._row.medicine, request.dosage)
        save_asking(self, change_of(self._patient_id, (act,)), "services.reconciliation.settle", request)
