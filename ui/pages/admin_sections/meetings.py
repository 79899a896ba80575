"""Section: meetings of the team with their patients, decisions and tasks, and minutes to print."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Owner, PatientHead
from icm_desktop.contracts.conferences import (
    CaseRow,
    Conference,
    ConferenceRow,
    ConferenceSaved,
    Minutes,
    RemoveCase,
)
from icm_desktop.contracts.people import Colleague
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.choose_patient import for_patient
from ui.dialogs.conference import CaseDialog, MeetingDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.sheet_preview import show_sheet
from ui.latest import Latest
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, Command
from ui.tables.base import Column
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text


class MeetingsSection(ListSection[ConferenceRow]):
    """Meetings on top; the patients of the one chosen beneath, Enter on one opens what was decided."""

    name = "meetings"
    icon = "message-square"
    opens = Privilege.CLINICAL_READ
    changes = Privilege.CLINICAL_WRITE
    shows = frozenset({"conference", "task"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self.cases = FactList("")
        self.cases_title = Text("section", "", wrap=True)
        self._meeting: Conference | None = None
        super().__init__(context, parent)
        self._asked_meeting = Latest(context.jobs, self)
        self.table.row_changed.connect(lambda _row: self._ask_meeting())
        self.cases.opened.connect(self._open_case)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("MeetingsSection", "Team meetings")

    def intro(self) -> str:
        return self.tr(
            "Who took part, which patients, what was decided and why. Tasks come to Today of whoever does them."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No meeting yet."), self.tr("Add one, then the patients who are talked about.")

    def _lay_out(self) -> None:
        super()._lay_out()
        self.cases.setAccessibleName(self.tr("Patients of the meeting"))
        self.body.addWidget(self.cases_title)
        self.body.addWidget(self.cases)

    def columns(self) -> Sequence[Column[ConferenceRow]]:
        shown = self.context.formatting
        return (
            Column("day", self.tr("Day"), lambda row: shown.date(row.held_on), lambda row: row.held_on, width=13),
            Column("time", self.tr("Time"), lambda row: row.starts_at or "", width=8),
            Column("title", self.tr("Meeting"), lambda row: row.title, stretch=True),
            Column("how", self.tr("How"), self._how, width=14),
            Column("people", self.tr("Took part"), lambda row: str(row.people), lambda row: row.people, width=10,
                   number=True),
            Column("cases", self.tr("Patients"), lambda row: str(row.cases), lambda row: row.cases, width=10,
                   number=True),
        )  # fmt: skip

    def _how(self, row: ConferenceRow) -> str:
        words = {"in_person": self.tr("In person"), "phone": self.tr("By phone"), "video": self.tr("By video")}
        return words[row.how]

    def row_id(self, row: ConferenceRow) -> Hashable:
        return row.id

    def refresh(self) -> None:
        self.asked.ask("queries.conferences.conferences", done=self._came)

    def _came(self, rows: tuple[ConferenceRow, ...]) -> None:
        self.show_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._ask_meeting()

    # the chosen meeting

    def _ask_meeting(self) -> None:
        row = self.row
        if row is None:
            self._show_meeting(None)
        else:
            self._asked_meeting.ask("queries.conferences.conference", row.id, done=self._show_meeting)

    def _show_meeting(self, meeting: Conference | None) -> None:
        self._meeting = meeting
        self.cases_title.setText(self.tr("Patients: {title}").format(title=meeting.row.title) if meeting else "")
        facts = [self._case(case) for case in meeting.cases] if meeting else []
        none = self.tr("No patient yet. Add the first with “Add a patient”.")
        self.cases.set_facts(facts or ([Fact("none", none)] if meeting else []))
        self.commands_changed.emit()

    def _case(self, case: CaseRow) -> Fact:
        shown = self.context.formatting
        lines = [
            self.tr("Talked about: {words}").format(words=case.question) if case.question else "",
            self.tr("Decision: {words}").format(words=case.decision) if case.decision else "",
            self.tr("Why: {words}").format(words=case.reason) if case.reason else "",
        ]
        for task in case.tasks:
            who = task.owner.name if task.owner else self.tr("nobody")
            due = shown.date(task.due_on) if task.due_on else ""
            lines.append(self.tr("To do: {words}").format(words=f"{task.text} · {who} · {due}"))
        return Fact(f"case:{case.id}", shown.name(case.head), tuple(line for line in lines if line), strong=True)

    def _current_case(self) -> CaseRow | None:
        key, meeting = self.cases.current_key(), self._meeting
        return next((one for one in meeting.cases if f"case:{one.id}" == key), None) if meeting else None

    def panes(self) -> Sequence[QWidget]:
        return (*super().panes(), self.cases) if self.cases.facts() else super().panes()

    # commands

    def words(self) -> Mapping[str, str]:
        return {ADD: self.tr("&New meeting…"), CHANGE: self.tr("&Change…")}

    def commands(self) -> Iterable[Command]:
        yield Command("case", self.tr("Add a &patient…"), self.add_case, "plus")
        yield Command("decide", self.tr("&Decision…"), self.decide, "pencil")
        yield Command("remove", self.tr("&Take the patient off"), self.remove_case, "circle-x")
        yield Command("minutes", self.tr("&Minutes…"), self.minutes, "printer")

    def fits(self, action_id: str, row: ConferenceRow) -> bool:
        if action_id in ("decide", "remove"):
            return self._current_case() is not None
        return True

    def add(self) -> None:
        self._open_meeting(None)

    def change(self) -> None:
        if self._meeting is not None:
            self._open_meeting(self._meeting)

    def _open_meeting(self, meeting: Conference | None) -> None:
        def open_form(people: tuple[Colleague, ...]) -> None:
            self._form(MeetingDialog(self.context, meeting, people, self.window()), self.tr("Meeting saved."))

        self.context.jobs.run("queries.people.colleagues", owner=self, done=open_form)

    def add_case(self) -> None:
        """Put a patient on the list of the meeting."""
        meeting = self._meeting
        if meeting is not None:
            title = self.tr("Who was talked about?")
            for_patient(self, self.context, title, None, lambda head: self._case_form(head, meeting, None))

    def decide(self) -> None:
        """Write down what was decided for the patient chosen beneath."""
        case, meeting = self._current_case(), self._meeting
        if case is not None and meeting is not None:
            self._case_form(case.head, meeting, case)

    def _open_case(self, _fact: Fact) -> None:
        if self.may_change:
            self.decide()

    def _case_form(self, head: PatientHead, meeting: Conference, case: CaseRow | None) -> None:
        def open_form(owners: tuple[Owner, ...]) -> None:
            dialog = CaseDialog(self.context, head, meeting, case, owners, self.window())
            self._form(dialog, self.tr("Case saved."))

        self.context.jobs.run("queries.people.owners", head.id, owner=self, done=open_form)

    def remove_case(self) -> None:
        """Take the patient off the list of the meeting; tasks stay."""
        if (case := self._current_case()) is not None:
            told = self.tr("Taken off the list; tasks that came of it stay.")
            self.context.jobs.run(
                "services.conferences.remove_case", RemoveCase(case.id, case.version), owner=self,
                done=lambda saved: self._saved(saved, told), failed=self.context.feedback.refuse,
            )  # fmt: skip

    def _form(self, dialog: FormDialog, told: str) -> None:
        dialog.saved.connect(lambda saved: self._saved(saved, told))
        dialog.open()

    def _saved(self, saved: ConferenceSaved, told: str) -> None:
        self.go_to(saved.conference_id)
        self.done(told, self.tr("team meeting"), saved.changes)

    def minutes(self) -> None:
        """The minutes on paper."""
        row = self.row
        if row is None:
            return
        title, saved = self.tr("Minutes"), self.tr("Saved. It names patients: keep it with the records or delete it.")

        def made(minutes: Minutes) -> None:
            name = f"minutes-{row.held_on.isoformat()}"
            show_sheet(self.context, minutes, self.window(), title=title, name=name, saved=saved)

        self._run_report(row.id, made)

    def _run_report(self, conference_id: int, done: Callable[[Minutes], None]) -> None:
        language = QLocale().name()[:2]
        self.context.jobs.run("reports.minutes.render", conference_id, language, "letter", owner=self, done=done)
