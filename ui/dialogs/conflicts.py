"""Forms of a conflict: who looks after it, whom it is asked, what a clinician decides and why, why it is open again."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.conflicts import (
    AskAboutConflict,
    AssignConflict,
    ConflictRow,
    DecideConflict,
    ReopenConflict,
)
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.team import Team
from icm_desktop.domain.conflicts.states import MUTED, OVERRIDDEN, RESOLVED
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.conflict_words import SHAPES, ConflictWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel
from ui.widgets.text_area import TextArea

_USUAL_DAYS, _USUAL_MUTE = 7, 90


class ConflictForm(FormDialog):
    """What every form of a conflict begins with: the conflict itself, with its facts and what is proposed."""

    def __init__(self, context: AppContext, row: ConflictRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent)
        self.row, self.words = row, ConflictWords(context)
        self.column.addWidget(ShapeLabel(SHAPES[row.severity], self.words.pick(row.told.title), self))
        facts = "\n".join(f"• {self.words.line(fact)}" for fact in row.facts)
        self.column.addWidget(Text("body", facts, wrap=True, selectable=True))
        self.column.addWidget(Text("body", self.words.pick(row.told.action), tone="text_2", wrap=True))

    def _line(self, name: str, label: str, value: str = "", hint: str = "") -> QLineEdit:
        edit = QLineEdit(value)
        self.add(name, FormField(label, edit, hint=hint))
        return edit

    def _reason(self, label: str, missing: str) -> QLineEdit:
        """The reason, without which nothing is decided."""
        edit = QLineEdit()
        check = lambda: "" if edit.text().strip() else missing  # noqa: E731  one line that the field calls
        self.add("reason", FormField(label, edit, required=True, check=check))
        return edit


class AssignConflictDialog(ConflictForm):
    """Which colleague looks after it."""

    def __init__(
        self, context: AppContext, row: ConflictRow, colleagues: tuple[Colleague, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, row, parent)
        self.setWindowTitle(self.tr("Who looks after this conflict"))
        self.save_button.setText(self.tr("&Save"))
        self.owner = QComboBox()
        for one in colleagues:
            if one.role != "front_desk":
                self.owner.addItem(one.display_name, one.id)
        mine = row.owner.id if row.owner is not None and row.owner_noted else context.session.user_id
        self.owner.setCurrentIndex(max(self.owner.findData(mine), 0))
        self.add("owner_id", FormField(self.tr("&Who"), self.owner))
        self.fit(520)
        self.owner.setFocus()

    def save(self) -> None:
        owner = int(self.owner.currentData() or 0)
        self.run("services.conflicts.assign", AssignConflict(self.row.key, self.row.version, owner))


class AskAboutConflictDialog(ConflictForm):
    """A question to somebody of the team, worded beforehand; the thread is on the Team tab too."""

    def __init__(
        self, context: AppContext, row: ConflictRow, team: Team, channels: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, row, parent)
        self.setWindowTitle(self.tr("Ask about this conflict"))
        self.save_button.setText(self.tr("&Ask"))
        self.whom, self.channel, self.question = QComboBox(), QComboBox(), TextArea()
        for one in team.members:
            if one.id is not None and one.state == "now":
                self.whom.addItem(", ".join(part for part in (one.name, one.organization) if part), one.id)
        for code, said in channels.of("channel"):
            self.channel.addItem(said, code)
        self.channel.setCurrentIndex(max(self.channel.findData("phone"), 0))
        self.question.setPlainText(self._worded())
        self.question.setFixedHeight(context.theme.px(96))
        self.due, self.reason = DateEdit(context), QLineEdit()
        self.due.set_day(context.formatting.today() + dt.timedelta(days=_USUAL_DAYS))
        hint = self.tr("Proposed: {whom}").format(whom=row.told.ask)
        self.add("member_id", FormField(self.tr("&Whom"), self.whom, hint=hint, check=self._check_whom))
        self.add("question", FormField(self.tr("&Question"), self.question, check=self._check))
        self.add("channel", FormField(self.tr("&How"), self.channel))
        self.add("due_on", FormField(self.tr("Answer &due"), self.due, check=self._check_due))
        self.add("shared_reason", FormField(self.tr("Wh&y they are told all the same"), self.reason))
        self.fields["shared_reason"].hide()
        self.fit(560)
        self.whom.setFocus()

    def _worded(self) -> str:
        facts = "; ".join(self.words.line(fact) for fact in self.row.facts)
        words = self.tr("{title} ({facts}). What shall hold?")
        return words.format(title=self.words.pick(self.row.told.title), facts=facts)

    def _check_whom(self) -> str:
        return "" if self.whom.currentData() else self.tr("Nobody is on the team yet. Add them on the Team tab.")

    def _check(self) -> str:
        return "" if self.question.toPlainText().strip() else self.tr("Write the question.")

    def _check_due(self) -> str:
        return "" if self.due.understood else self.tr("Enter a day, for example 2w, fri or 14 jul.")

    def refused(self, error: UserError) -> None:
        if error.field == "shared_reason":
            self.fields["shared_reason"].show()
        super().refused(error)

    def save(self) -> None:
        reason = self.reason.text().strip() or None
        request = AskAboutConflict(
            self.row.key, self.row.version, int(self.whom.currentData()), str(self.channel.currentData()),
            self.question.toPlainText().strip(), self.due.day, shared_reason=reason,
        )  # fmt: skip
        self.run("services.conflicts.ask", request)


class DecideConflictDialog(ConflictForm):
    """Resolve, override or mute, with the reason; of goals, what holds instead, also in the patient's words."""

    def __init__(self, context: AppContext, row: ConflictRow, state: str, parent: QWidget | None = None) -> None:
        super().__init__(context, row, parent)
        self.setWindowTitle(self.tr("Decide this conflict"))
        self.save_button.setText(self.tr("&Decide"))
        self.state = QComboBox()
        for code, said in (
            (RESOLVED, self.tr("Resolve: it is settled")),
            (OVERRIDDEN, self.tr("Override: it stays as it is")),
            (MUTED, self.tr("Mute for this patient, for a time")),
        ):
            self.state.addItem(said, code)
        self.state.setCurrentIndex(self.state.findData(state))
        self.add("state", FormField(self.tr("&What"), self.state))
        self._value_fields()
        self.until = DateEdit(context)
        self.until.set_day(context.formatting.today() + dt.timedelta(days=_USUAL_MUTE))
        self.add("until_on", FormField(self.tr("&Until"), self.until, check=self._check_until))
        self.reason = self._reason(self.tr("&Reason"), self.tr("Write why."))
        self.by = self._line("decided_by", self.tr("Decided &by"), context.session.display_name)
        self.told = self._line(
            "told", self.tr("Who was &told"), hint=self.tr("For example: Dr. Grey by phone, patient")
        )
        self.state.currentIndexChanged.connect(lambda _at: self._chosen())
        self._chosen()
        self.fit(600)
        (self.high if row.measured else self.decision if row.goal else self.reason).setFocus()

    def _value_fields(self) -> None:
        unit, row = self.row.unit, self.row
        self.low, self.high, self.decision = QLineEdit(), QLineEdit(), QLineEdit()
        self.english, self.spanish = QLineEdit(), QLineEdit()
        most, least = self.tr("At &most, {unit}"), self.tr("At &least, {unit}")
        hint = self.tr("This holds instead of the goals, on the plan and on the patient's page")
        if row.measured:
            self.add("high", FormField(most.format(unit=unit), self.high, hint=hint, check=self._check_value))
            self.add("low", FormField(least.format(unit=unit), self.low))
        elif row.goal:
            self.add("decision", FormField(self.tr("What &holds"), self.decision, hint=hint, check=self._check_value))
            self.add("english", FormField(self.tr("For the patient, in &English"), self.english))
            self.add("spanish", FormField(self.tr("For the patient, in &Spanish"), self.spanish))

    def _chosen(self) -> None:
        state = self.state.currentData()
        for name in ("high", "low", "decision", "english", "spanish"):
            if name in self.fields:
                self.fields[name].setVisible(state == RESOLVED)
        self.fields["until_on"].setVisible(state == MUTED)
        self.make_room()

    def _number(self, edit: QLineEdit) -> float | None:
        text = edit.text().strip().replace(",", ".")
        return float(text) if text else None

    def _check_value(self) -> str:
        if not self.row.measured:
            return "" if self.decision.text().strip() else self.tr("Write what holds from now on.")
        try:
            ends = [self._number(self.low), self._number(self.high)]
        except ValueError:
            return self.tr("Write a number.")
        return "" if any(end is not None for end in ends) else self.tr("Write a number.")

    def _check_until(self) -> str:
        day = self.until.day
        later = day is not None and day > self.context.formatting.today()
        return "" if later else self.tr("Enter a day, for example 3m or 2 sep.")

    def save(self) -> None:
        state = str(self.state.currentData())
        resolved = state == RESOLVED
        measured = resolved and self.row.measured
        said = (("en", self.english.text().strip()), ("es", self.spanish.text().strip()))
        request = DecideConflict(
            self.row.key, self.row.version, state, self.reason.text().strip(), self.by.text().strip() or None,
            self.until.day if state == MUTED else None, self.told.text().strip() or None,
            decision=(self.decision.text().strip() or None) if resolved else None,
            low=self._number(self.low) if measured else None, high=self._number(self.high) if measured else None,
            words=tuple(one for one in said if one[1]) if resolved else (),
        )  # fmt: skip
        self.run("services.conflicts.decide", request)


class ReopenConflictDialog(ConflictForm):
    """Why what was decided does not hold any more."""

    def __init__(self, context: AppContext, row: ConflictRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row, parent)
        self.setWindowTitle(self.tr("Open this conflict again"))
        self.save_button.setText(self.tr("&Open again"))
        for part in self.words.decided(row):
            self.column.addWidget(Text("small", part, tone="text_2", wrap=True))
        self.reason = self._reason(self.tr("&Why"), self.tr("Write why."))
        self.fit(520)
        self.reason.setFocus()

    def save(self) -> None:
        reason = self.reason.text().strip()
        self.run("services.conflicts.reopen", ReopenConflict(self.row.key, self.row.version, reason))
