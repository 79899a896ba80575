"""What one does with the care team: add, change, let leave, put back, lead, take over, ask, hand work over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from icm_desktop.contracts.leaving import HandedOver
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.team import AddAgain, Candidate, ImportedMember, MakeLead, MemberRow, TakeOver, Team
from icm_desktop.contracts.team_letters import ABOUT_PLAN
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.hand_work_over import HandWorkOverDialog
from ui.dialogs.questions import AskDialog
from ui.dialogs.team_letter import TeamLetterDialog
from ui.dialogs.team_member import EndMemberDialog, MemberDialog

if TYPE_CHECKING:
    from ui.pages.chart_tabs.team import TeamTab


class TeamActs(QObject):
    """The commands of the Team tab, each about the line it stands on."""

    def __init__(self, context: AppContext, tab: TeamTab) -> None:
        super().__init__(tab)
        self._context, self._tab = context, tab

    def _member(self) -> tuple[Team, MemberRow] | None:
        """The stored member the tab stands on."""
        row, team = self._tab.current(), self._tab.team
        return (team, row) if isinstance(row, MemberRow) and row.id is not None and team is not None else None

    def add(self) -> None:
        """Put somebody on the team."""

        def open_form(team: Team, people: tuple[Candidate, ...]) -> None:
            if (lists := self._tab.lists()) is not None:
                dialog = MemberDialog(self._context, team.head, lists[0], people, None, self._tab)
                self._form(dialog, self.tr("Added to the team."))

        self._with_candidates(open_form)

    def change(self) -> bool:
        """Change what is noted of a member; False when there is nothing to change here."""
        found, lists = self._member(), self._tab.lists()
        if found is None or lists is None or "team.add" not in self._context.actions:
            return False
        team, row = found
        self._form(MemberDialog(self._context, team.head, lists[0], (), row, self._tab), self.tr("Saved."))
        return True

    def end(self) -> None:
        """Let somebody leave the team."""
        found = self._member()
        if found is None:
            return
        row = found[1]

        def open_form(team: Team, people: tuple[Candidate, ...]) -> None:
            dialog = EndMemberDialog(self._context, team.head, row, team.members, people, self._tab)
            self._form(dialog, self.tr("{name} has left the team.").format(name=row.name))

        self._with_candidates(open_form)

    def add_again(self) -> None:
        """Put a former member back from today."""
        if (found := self._member()) is not None:
            told = self.tr("{name} is on the team again.").format(name=found[1].name)
            self._run("services.team.add_again", AddAgain(found[1].id or 0), told)

    def make_lead(self) -> None:
        """Let a colleague lead from now on."""
        if (found := self._member()) is not None and found[1].user_id is not None:
            team, row = found
            told = self.tr("{name} leads the team.").format(name=row.name)
            self._run("services.team.make_lead", MakeLead(team.head.id, found[1].user_id, team.version), told)

    def take_over(self) -> None:
        """Put the chosen members of other systems on our own team, in one act."""
        rows = [
            one for one in self._tab.table.selected_rows() if isinstance(one, ImportedMember) and one.member_id is None
        ]
        if rows and self._tab.patient_id is not None:
            told = self.tr("Taken over: {names}.").format(names=", ".join(row.name for row in rows))
            wanted = TakeOver(self._tab.patient_id, tuple(row.id for row in rows))
            self._run("services.team.take_over", wanted, told)

    def ask(self) -> None:
        """Put a question to the member."""
        found, lists = self._member(), self._tab.lists()
        if found is not None and lists is not None:
            dialog = AskDialog(self._context, found[0].head, found[1], lists, self._tab)
            self._form(dialog, self.tr("Question noted."))

    def write_letter(self) -> None:
        """A letter to the member about the shared plan."""
        if (found := self._member()) is not None:
            dialog = TeamLetterDialog(self._context, found[0].head, ABOUT_PLAN, found[1].name, None, self._tab)
            dialog.sent.connect(lambda kept: self._told(kept, self.tr("Letter kept and noted.")))
            dialog.open()

    def hand_over(self) -> None:
        """Give all open work of one person to a colleague."""
        row = self._tab.current()
        giver = row.user_id if isinstance(row, MemberRow) else None

        def open_form(found: tuple[Colleague, ...]) -> None:
            dialog = HandWorkOverDialog(self._context, self._tab.head, found, giver, self._tab)
            dialog.saved.connect(self._handed_over)
            dialog.open()

        self._context.jobs.run("queries.people.colleagues", owner=self._tab, done=open_form)

    def _handed_over(self, done: HandedOver) -> None:
        told = self.tr("%n thing(s) handed over.", "", done.owned)
        self._context.feedback.done(told, self.tr("hand work over"), done.changes)

    def _with_candidates(self, then: Callable[[Team, tuple[Candidate, ...]], None]) -> None:
        def came(people: tuple[Candidate, ...]) -> None:
            if self._tab.team is not None:
                then(self._tab.team, people)

        self._context.jobs.run("queries.team.candidates", self._tab.patient_id, owner=self._tab, done=came)

    def _form(self, dialog: FormDialog, told: str) -> None:
        dialog.saved.connect(lambda saved: self._told(saved, told))
        dialog.open()

    def _run(self, name: str, request: object, told: str) -> None:
        refuse = self._context.feedback.refuse
        self._context.jobs.run(
            name, request, owner=self._tab, done=lambda saved: self._told(saved, told), failed=refuse
        )

    def _told(self, saved: Any, told: str) -> None:
        head = self._tab.head
        name = self.tr("care team, {family}").format(family=head.family.upper() if head is not None else "")
        self._context.feedback.done(told, name, saved.changes)
