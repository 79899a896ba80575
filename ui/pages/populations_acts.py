"""Acts of the Populations page: rules of our own, and what is done with the people of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from icm_desktop.contracts.common import TakeAway
from icm_desktop.contracts.pathways import PathwayRow
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.populations import MembersSaved, RuleSaved
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.list_sheet import show_list
from ui.dialogs.log_contact import LogContactDialog

if TYPE_CHECKING:
    from ui.pages.populations import PopulationsPage

_PRINTED = ("patient", "why", "enrolled", "coordinator", "seen", "next", "phone")


class PopulationActs(QObject):
    """Each act asks in a dialog of its own and can be undone."""

    def __init__(self, context: AppContext, page: PopulationsPage) -> None:
        super().__init__(page)
        self.context, self.page = context, page

    # people

    def log(self) -> None:
        """Log a contact with the person."""
        rows = self.page.chosen()
        if not rows:
            return
        head = rows[0].head
        dialog = LogContactDialog(self.context, head, None, self.page.window())
        name = self.tr("log contact, {family}").format(family=head.family.upper())
        dialog.saved.connect(lambda done: self.context.feedback.done(dialog.told(), name, done.changes))
        dialog.open()

    def assign(self) -> None:
        """Give the chosen people a coordinator."""
        self._ask("queries.people.colleagues", self._assign)

    def _assign(self, colleagues: Sequence[Colleague]) -> None:
        from ui.dialogs.population_acts import AssignMembersDialog

        if rows := self.page.chosen():
            dialog = AssignMembersDialog(self.context, rows, colleagues, self.page.window())
            self._open(dialog, self.tr("assign"), lambda saved: self.tr("%n patient(s) assigned", "", saved.patients))

    def enrol(self) -> None:
        """Put the chosen people into a pathway."""
        self._ask("queries.pathways.shipped", self._enrol)

    def _enrol(self, pathways: Sequence[PathwayRow]) -> None:
        from ui.dialogs.population_acts import EnrolMembersDialog
        from ui.feedback import Level

        row, rows = self.page.population(), self.page.chosen()
        if row is None or not rows:
            return
        if not any(one.adoption_id is not None for one in pathways):
            words = self.tr("The practice uses no pathway yet: an administrator adopts one (Admin, Pathways).")
            self.context.feedback.say(words, Level.CAUTION)
            return
        dialog = EnrolMembersDialog(self.context, rows, pathways, row.population.id, self.page.window())
        dialog.prefer(row.population.pathway)
        self._open(dialog, self.tr("enrol"), lambda saved: self.tr("%n patient(s) enrolled", "", saved.patients))

    def exclude(self) -> None:
        """Leave the chosen people out, with the reason."""
        from ui.dialogs.population_acts import ExcludeMembersDialog

        row, rows = self.page.population(), self.page.chosen()
        if row is not None and rows:
            dialog = ExcludeMembersDialog(self.context, rows, row.population.id, self.page.window())
            self._open(
                dialog, self.tr("leave out"), lambda saved: self.tr("%n patient(s) left out", "", saved.patients)
            )

    def _ask(self, name: str, done: Callable[[Any], object]) -> None:
        if self.page.chosen():
            self.context.jobs.run(name, owner=self, done=done, failed=self.context.feedback.refuse)

    def _open(self, dialog: Any, name: str, told: Callable[[MembersSaved], str]) -> None:
        dialog.saved.connect(lambda saved: self.context.feedback.done(told(saved), name, saved.changes))
        dialog.open()

    # rules

    def new_rule(self) -> None:
        """A new list."""
        self._rule(None)

    def edit_rule(self) -> None:
        """Change a rule made here."""
        row = self.page.population()
        if row is not None and row.population.own_id is not None:
            self._rule(row)

    def _rule(self, row: Any) -> None:
        from ui.dialogs.population_rule import PopulationRuleDialog

        if self.page.words.choices is None:
            return
        dialog = PopulationRuleDialog(self.context, self.page.words, row, self.page.window())

        def done(saved: RuleSaved) -> None:
            self.context.feedback.done(self.tr("List saved"), self.tr("save a list"), saved.changes)
            self.page.stand_on(saved.population)

        dialog.saved.connect(done)
        dialog.open()

    def remove_rule(self) -> None:
        """Take a list made here away; Undo brings it back."""
        row = self.page.population()
        if row is None or row.population.own_id is None:
            return

        def done(saved: RuleSaved) -> None:
            self.context.feedback.done(self.tr("List taken away"), self.tr("take a list away"), saved.changes)

        request = TakeAway(row.population.own_id, row.row_version)
        self.context.jobs.run("services.populations.remove_rule", request, owner=self, done=done,
                              failed=self.context.feedback.refuse)  # fmt: skip

    def include(self) -> None:
        """Somebody who was left out is on the list again."""
        row = self.page.table.current_row()
        if row is None or row.exclusion_id is None:
            return

        def done(saved: MembersSaved) -> None:
            words = self.tr("On the list again")
            name = self.tr("include again, {family}").format(family=row.head.family.upper())
            self.context.feedback.done(words, name, saved.changes)

        request = TakeAway(row.exclusion_id, row.exclusion_version)
        self.context.jobs.run("services.populations.include_again", request, owner=self, done=done,
                              failed=self.context.feedback.refuse)  # fmt: skip

    def print_list(self) -> None:
        """The people as a call list with phone numbers, seen before it is printed."""
        row = self.page.list.current_row()
        if row is None or not self.page.table.rows():
            return
        about = (self.page.rule.text(), self.page.words.numbers(row))
        show_list(self.context, self.page, self.page.table, self.page.words.title(row), about, only=_PRINTED)

    # commands

    def offered(self) -> tuple[Action, ...]:
        """Every command of the page."""
        page, here, write = self.page, self.page.name, Privilege.CLINICAL_WRITE
        return (
            Action("populations.reckon", self.tr("&Reckon all lists again"), page.reckon, "Ctrl+R", "refresh-cw",
                   "work", here),
            Action("populations.new_rule", self.tr("&New list…"), self.new_rule, "Ctrl+Shift+R", "plus", "work",
                   here, write, (self.tr("rule"), self.tr("population"))),
            Action("populations.edit_rule", self.tr("&Change the rule…"), self.edit_rule, "F2", "pencil", "work",
                   here, write),
            Action("populations.remove_rule", self.tr("Take the list a&way"), self.remove_rule, None, "x", "work",
                   here, write),
            Action("populations.chart", self.tr("&Open chart"), page.open_chart, None, "file-text", "work", here,
                   group=1),
            Action("populations.log", self.tr("&Log contact…"), self.log, "Ctrl+L", "phone", "work", here,
                   Privilege.CALL_LOG, (self.tr("call"),), group=1),
            Action("populations.assign", self.tr("&Assign…"), self.assign, "Ctrl+J", "users", "work", here,
                   write, (self.tr("coordinator"),), group=1),
            Action("populations.enrol", self.tr("&Enrol in a pathway…"), self.enrol, "Ctrl+.", "git-branch",
                   "work", here, write, group=1),
            Action("populations.exclude", self.tr("Leave ou&t…"), self.exclude, "Ctrl+H", "circle-x", "work",
                   here, write, (self.tr("exclude"),), group=1),
            Action("populations.include", self.tr("&Include again"), self.include, "Ctrl+D", "check", "work", here,
                   write, group=1),
            Action("populations.print", self.tr("&Print call list…"), self.print_list, "Ctrl+P", "printer", "file",
                   here),
            Action("populations.filter", self.tr("&Filter these patients"), page.search.setFocus, "Ctrl+Shift+F",
                   "filter", "view", here),
        )  # fmt: skip
