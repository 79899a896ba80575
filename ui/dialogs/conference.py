"""Forms of team meetings: when and who, and for each patient what was decided, why, and what is to be done."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import Owner, OwnerKind, PatientHead
from icm_desktop.contracts.conferences import Attendee, CaseRow, CaseTask, Conference, SaveCase, SaveConference
from icm_desktop.contracts.people import Colleague
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.set_up.form import choices, note_box, typed
from ui.widgets.check_group import CheckGroup
from ui.widgets.date_edit import DateEdit
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField
from ui.widgets.time_edit import TimeEdit


class MeetingDialog(FormDialog):
    """What the meeting was, when, how, and who took part."""

    def __init__(
        self,
        context: AppContext,
        meeting: Conference | None,
        colleagues: tuple[Colleague, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, None, "", parent)
        self._meeting, self._colleagues = meeting, colleagues
        row = meeting.row if meeting else None
        self.setWindowTitle(self.tr("Change meeting") if meeting else self.tr("New meeting"))
        self.save_button.setText(self.tr("&Save"))
        self.title = QLineEdit(row.title if row else self.tr("Case review"))
        self.add("title", FormField(self.tr("&Name"), self.title, required=True))
        self.day = DateEdit(context, lean=Lean.PAST)
        self.day.set_day(row.held_on if row else context.formatting.today())
        self.add("held_on", FormField(self.tr("&Day"), self.day, check=self._check_day))
        self.time = TimeEdit(context)
        if row is not None and row.starts_at:
            self.time.set_time(dt.time.fromisoformat(row.starts_at))
        self.add("starts_at", FormField(self.tr("&Time"), self.time))
        hows = (("in_person", self.tr("In person")), ("phone", self.tr("By phone")), ("video", self.tr("By video")))
        self.how = choices(QComboBox(), None, hows, row.how if row else "in_person")
        self.add("how", FormField(self.tr("&How"), self.how))
        self.place = QLineEdit((row.place or "") if row else "")
        self.add("place", FormField(self.tr("W&here"), self.place))
        self._add_people()
        self.notes = note_box(context, meeting.note if meeting else None, 3)
        self.add("note", FormField(self.tr("N&otes"), self.notes))
        self.keep_draft(f"meeting:{row.id if row else 'new'}")
        self.fit(560)
        self.title.setFocus()

    def _add_people(self) -> None:
        there = self._meeting.attendees if self._meeting else ()
        ours = {one.user_id for one in there if one.user_id is not None} or {self.context.session.user_id}
        known = [(str(one.id), one.display_name) for one in self._colleagues]
        self.people = CheckGroup(known, [str(one) for one in ours if str(one) in dict(known)])
        self.add("attendees", FormField(self.tr("Who took &part"), self.people))
        others = ", ".join(_with_role(one) for one in there if one.user_id is None)
        self.others = QLineEdit(others)
        hint = self.tr("Names with commas; a role in brackets: Dr. Petrov (Lakeshore Heart)")
        self.add("others", FormField(self.tr("&Others"), self.others, hint=hint))

    def _check_day(self) -> str:
        return "" if self.day.day is not None else self.tr("Enter a day, for example yesterday or 14 jul.")

    def _attendees(self) -> tuple[Attendee, ...]:
        names = {str(one.id): one.display_name for one in self._colleagues}
        roles = {one.user_id: one.role_text for one in (self._meeting.attendees if self._meeting else ())}
        ours = [Attendee(names[key], int(key), roles.get(int(key))) for key in self.people.chosen() if key in names]
        return (*ours, *(_attendee(part) for part in self.others.text().split(",") if part.strip()))

    def save(self) -> None:
        row = self._meeting.row if self._meeting else None
        time = self.time.time
        request = SaveConference(
            self.title.text(), self.day.day or self.context.formatting.today(),
            time.strftime("%H:%M") if time is not None else None, self.how.currentData(), self.place.text(),
            typed(self.notes), self._attendees(), row.id if row else None, row.version if row else 0,
        )  # fmt: skip
        self.run("services.conferences.save", request)


class CaseDialog(FormDialog):
    """What was talked about, what was decided and why; one more task with whoever does it until when."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        meeting: Conference,
        case: CaseRow | None,
        owners: tuple[Owner, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._conference_id, self._case = meeting.row.id, case
        self.setWindowTitle(self.tr("Case"))
        self.save_button.setText(self.tr("&Save"))
        self.question = note_box(context, case.question if case else None, 2)
        self.add("question", FormField(self.tr("Talked &about"), self.question))
        self.decision = note_box(context, case.decision if case else None, 2)
        self.add("decision", FormField(self.tr("&Decision"), self.decision))
        self.reason = note_box(context, case.reason if case else None, 2)
        self.add("reason", FormField(self.tr("&Why"), self.reason))
        if case is not None and case.tasks:
            given = FactList(self.tr("Tasks given"))
            given.set_facts([self._given(task) for task in case.tasks])
            self.add_box(given)
        self.task = QLineEdit()
        hint = self.tr("It comes to Today of whoever does it.")
        self.add("task", FormField(self.tr("A &task"), self.task, hint=hint))
        people = [(one, one.name) for one in owners]
        mine = next((one for one in owners if one.id == context.session.user_id and one.kind is OwnerKind.USER), None)
        self.owner = QComboBox()
        for one, name in people:
            self.owner.addItem(name, one)
        self.owner.setCurrentIndex(max([one for one, _ in people].index(mine) if mine else 0, 0))
        self.add("owner", FormField(self.tr("W&ho does it"), self.owner))
        self.due = DateEdit(context)
        self.due.set_day(meeting.task_due)
        self.add("task_due", FormField(self.tr("&Until"), self.due))
        self.keep_draft(f"case:{meeting.row.id}")
        self.fit(560)
        self.question.setFocus()

    def _given(self, task: CaseTask) -> Fact:
        shown = self.context.formatting
        due = shown.date(task.due_on) if task.due_on is not None else ""
        who = task.owner.name if task.owner is not None else self.tr("nobody")
        done = self.tr("done") if task.status == "completed" else ""
        return Fact(f"task:{task.id}", task.text, (" · ".join(part for part in (who, due, done) if part),))

    def save(self) -> None:
        case, words = self._case, self.task.text().strip()
        tasks = (CaseTask(words, self.owner.currentData(), self.due.day),) if words else ()
        request = SaveCase(
            self._conference_id, self.head.id if self.head else 0, typed(self.question), typed(self.decision),
            typed(self.reason), tasks, case.id if case else None, case.version if case else 0,
        )  # fmt: skip
        self.run("services.conferences.save_case", request)


def _with_role(one: Attendee) -> str:
    return f"{one.name} ({one.role_text})" if one.role_text else one.name


def _attendee(text: str) -> Attendee:
    """A name with its role in brackets."""
    name, _, role = text.strip().partition("(")
    return Attendee(name.strip(), None, role.rstrip(") ").strip() or None)
