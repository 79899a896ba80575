"""Add or change a plan action: one line such as "call pharmacy re metformin @rosa fri" is enough."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.plans import ActionDraft, AddAction, CarePlanView, ChangeAction, PlanActionRow
from icm_desktop.contracts.scheduling import Setup
from ui.context import AppContext
from ui.dates_input import read_date
from ui.dialogs.action_quick import QuickAction, read_line
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.plan_fields import OwnerBox, tick
from ui.drafts import DraftKeeper
from ui.pages.plan_words import PlanWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.reading_check import ReadingCheck
from ui.widgets.shape_label import ShapeLabel

_LANGUAGES = ("en", "es")
_NEEDS_REASON = ("cancelled", "stopped")


class ActionDialog(FormDialog):
    """The form of an action; owner and day typed in the line fill their fields at once."""

    def __init__(
        self,
        context: AppContext,
        view: CarePlanView,
        goal_id: int | None,
        row: PlanActionRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, view.head, "", parent)
        self._view, self._row, self._words = view, row, PlanWords(context)
        self._draft = row.draft if row else ActionDraft("")
        self.setWindowTitle(self.tr("Change action") if row else self.tr("New action"))
        self.save_button.setText(self.tr("&Save") if row else self.tr("&Add action"))
        self.line = QLineEdit(self._draft.text)
        self.echo = ShapeLabel(parent=self)
        self.goal = QComboBox()
        self.owner = OwnerBox(self._words, view.owners, self._draft.owner)
        self.due = DateEdit(context)
        self.due.set_day(self._draft.due_on)
        self.status, self.visit = QComboBox(), QComboBox()
        self.visit.addItem(self.tr("No visit"), None)
        self.reason = QLineEdit()
        self._fill_choices(goal_id)
        self._build()
        name = f"action:{row.id}" if row else "action:new"
        self.drafts = DraftKeeper(self, name, view.head.id)
        self.line.textChanged.connect(self._read_line)
        context.jobs.run("queries.calendar.setup", owner=self, done=self._offer_visits)
        self.fit(620)
        self.line.setFocus()

    def _fill_choices(self, goal_id: int | None) -> None:
        self.goal.addItem(self.tr("The plan as a whole"), None)
        for goal in self._view.goals:
            self.goal.addItem(f"{goal.number} {self._words.goal_title(goal.draft, goal.target)}", goal.id)
        self.goal.setCurrentIndex(max(self.goal.findData(goal_id), 0))
        self.goal.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for status, words in self._words.action_statuses().items():
            self.status.addItem(words, status)
        self.status.setCurrentIndex(max(self.status.findData(self._draft.status), 0))

    def _offer_visits(self, setup: Setup) -> None:
        """An action that asks for a kind of visit is in the calendar's tray until one is booked."""
        for kind in setup.types:
            self.visit.addItem(self.tr("{name}, {minutes} min").format(name=kind.name, minutes=kind.minutes), kind.id)
        self.visit.setCurrentIndex(max(self.visit.findData(self._draft.appointment_type_id), 0))

    def _build(self) -> None:
        hint = self.tr("The line may name who and when: call pharmacy re metformin @rosa fri")
        self.add(
            "text", FormField(self.tr("&What, verb first"), self.line, required=True, hint=hint, check=self._check)
        )
        self.column.addWidget(self.echo)
        self.echo.hide()
        grid, left, right = QGridLayout(), QVBoxLayout(), QVBoxLayout()
        grid.setHorizontalSpacing(self.context.theme.px(24))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.add("owner", FormField(self.tr("&Owner"), self.owner), left)
        self.add("due_on", FormField(self.tr("&Due"), self.due, check=self._check_due), right)
        self.add("appointment_type_id", FormField(self.tr("Needs a &visit"), self.visit), right)
        if self._row is None:
            self.add("goal_id", FormField(self.tr("For &goal"), self.goal))
        self.column.addLayout(grid)
        self.column.addSpacing(self.context.theme.px(4))
        if self._row is not None:
            self.add("status", FormField(self.tr("S&tatus"), self.status), left)
            self.add("reason", FormField(self.tr("&Reason"), self.reason, check=self._check_reason), right)
        for layout in (left, right):
            layout.setSpacing(self.context.theme.px(8))
            layout.addStretch(1)
        self._add_patient_words()
        self.on_handout = tick(self.context, self.tr("On the &patient's page"), self._draft.on_handout)
        self.urgent = tick(self.context, self.tr("&Urgent"), self._draft.urgent)
        self.sensitive = tick(self.context, self.tr("Sens&itive: not for front desk"), self._draft.sensitive)
        for box in (self.on_handout, self.urgent, self.sensitive):
            self.add_box(box)

    def _add_patient_words(self) -> None:
        kept = dict(self._draft.patient_words)
        self.patient_words: dict[str, QLineEdit] = {}
        for code in _LANGUAGES:
            edit = QLineEdit(kept.get(code, ""))
            label = self.tr("What the patient reads ({language})").format(
                language=self.context.formatting.language(code)
            )
            self.patient_words[code] = edit
            self.add(f"patient_words_{code}", FormField(label, edit))
            check = ReadingCheck(self.context, edit, code, why=True)
            self.add_box(check, reached=check.findings)

    # the one line

    def _read(self) -> QuickAction:
        if self._row is not None and self.line.text() == self._draft.text:
            return QuickAction(self._draft.text)
        return read_line(self.line.text(), self._view.owners, self._day)

    def _day(self, typed: str) -> dt.date | None:
        return read_date(typed, self.context.formatting.today())

    def _read_line(self) -> None:
        quick, shown = self._read(), self.context.formatting
        if quick.owner is not None:
            self.owner.choose(quick.owner)
        if quick.due_on is not None:
            self.due.set_day(quick.due_on)
        parts = []
        if quick.owner is not None:
            parts.append(self.tr("Owner: {name}").format(name=self._words.owner_long(quick.owner)))
        elif len(quick.owners) > 1:
            names = ", ".join(owner.name for owner in quick.owners[:4])
            parts.append(self.tr("Several fit: {names}").format(names=names))
        elif quick.owner_typed:
            parts.append(self.tr("Nobody is called “{typed}”").format(typed=quick.owner_typed))
        if quick.due_on is not None:
            parts.append(self.tr("Due: {date}").format(date=shown.weekday_date(quick.due_on)))
        clear = quick.owner is not None or not quick.owner_typed
        self.echo.say("info" if clear else "caution", " · ".join(parts))
        self.echo.setVisible(bool(parts))

    # checks and saving

    def _check(self) -> str:
        quick = self._read()
        if not quick.text:
            return self.tr("Say what is to be done.")
        if len(quick.owners) > 1 and self.owner.owner is None:
            return self.tr("Several people fit. Type more of the name, or choose the owner below.")
        if quick.owner_typed and not quick.owners and self.owner.owner is None:
            return self.tr("Nobody has this name. Choose the owner below, or write the line without @.")
        return ""

    def _check_due(self) -> str:
        return "" if self.due.understood else self.tr("Enter a day, for example 2w, fri or 14 jul.")

    def _check_reason(self) -> str:
        changed = self.status.currentData() != self._draft.status
        if changed and self.status.currentData() in _NEEDS_REASON and not self.reason.text().strip():
            return self.tr("Say why it ends.")
        return ""

    def draft(self) -> ActionDraft:
        """What is typed, as a request."""
        words = {code: edit.text().strip() for code, edit in self.patient_words.items()}
        others = {code: text for code, text in self._draft.patient_words if code not in words}
        kept = others | {code: text for code, text in words.items() if text}
        return ActionDraft(
            text=self._read().text,
            owner=self.owner.owner,
            due_on=self.due.day,
            status=str(self.status.currentData()),
            patient_words=tuple(sorted(kept.items())),
            phrase=self._draft.phrase,
            on_handout=self.on_handout.isChecked(),
            sensitive=self.sensitive.isChecked(),
            urgent=self.urgent.isChecked(),
            appointment_type_id=self.visit.currentData(),
        )

    def save(self) -> None:
        if self._row is not None:
            reason = self.reason.text().strip() or None
            request = ChangeAction(self._row.id, self._row.version, self.draft(), reason)
            self.run("services.care_plans.change_action", request)
            return
        add = AddAction(self._view.head.id, self.goal.currentData(), self.draft())
        self.run("services.care_plans.add_action", add)

    def before_close(self) -> None:
        self.drafts.discard()
