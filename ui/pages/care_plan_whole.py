"""What one does with the plan as a whole: sign-off and versions, its written parts, what is missing, its review."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_sheet import AskSheet, MissingElement, PlanSheet, SheetSaved
from icm_desktop.contracts.plan_starts import PATHWAYS, AskStarts, Starts
from icm_desktop.contracts.plan_versions import VersionsView
from ui.context import AppContext
from ui.dialogs.plan_missing import PlanMissingDialog
from ui.dialogs.plan_paper import PlanPaperDialog
from ui.dialogs.plan_parts import PlanPartsDialog
from ui.dialogs.plan_review import PlanReviewDialog
from ui.dialogs.plan_starts import PlanStartsDialog
from ui.dialogs.plan_versions import PlanVersionsDialog
from ui.latest import Latest

Shown = Callable[[VersionsView, PlanSheet], object]
_TEAM_TAB = "team"


class PlanWhole(QObject):
    """Asks for the state of the plan, and opens the forms about it; `fills` adds a concern, goal or action."""

    def __init__(self, context: AppContext, over: QWidget, fills: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(over)
        self.context, self._over, self._fills = context, over, fills
        self._versions, self._sheet = Latest(context.jobs, self), Latest(context.jobs, self)
        self.view: VersionsView | None = None
        self.sheet: PlanSheet | None = None

    def ask(self, patient_id: int, show: Shown) -> None:
        """Read how the plan stands as a whole."""

        def versions_came(view: VersionsView) -> None:
            self.view = view
            both()

        def sheet_came(sheet: PlanSheet) -> None:
            self.sheet = sheet
            both()

        def both() -> None:
            view, sheet = self.view, self.sheet
            if view and sheet and view.head.id == sheet.patient_id == patient_id:
                show(view, sheet)

        self._versions.ask("queries.plan_versions.versions", patient_id, done=versions_came)
        self._sheet.ask("queries.plan_sheet.sheet", AskSheet(patient_id, QLocale().name()), done=sheet_came)

    def forget(self) -> None:
        """Another patient comes."""
        self.view, self.sheet = None, None
        self._versions.forget()
        self._sheet.forget()

    def open_versions(self) -> None:
        """Sign-off, versions, copies and what differs."""
        if self.view is not None and self.sheet is not None:
            dialog = PlanVersionsDialog(self.context, self.view, self.sheet.review, self._over)
            dialog.saved.connect(self._told)
            dialog.open()

    def print_plan(self) -> None:
        """The version in force on paper; without one the plan as it is now, not signed."""
        if self.view is not None:
            dialog = PlanPaperDialog(self.context, self.view.head, self.view.in_force, self._over)
            told, name = self.tr("Pages kept and noted."), self.tr("plan on paper")
            dialog.sent.connect(lambda given: self._told(told, name, given.changes))
            dialog.open()

    def start_from(self, source: str, patient_id: int) -> None:
        """What pathways in use propose, or what was on the plan before, line by line."""
        name = self.tr("from pathway") if source == PATHWAYS else self.tr("from the last plan")

        def came(found: Starts) -> None:
            dialog = PlanStartsDialog(self.context, found, self._over)
            dialog.saved.connect(lambda saved: self._put(dialog.told(saved), name, found.head, saved.changes))
            dialog.open()

        asked = AskStarts(patient_id, source, QLocale().name())
        self.context.jobs.run("queries.plan_starts.starts", asked, owner=self._over, done=came)

    def _put(self, words: str, name: str, head: PatientHead, changes: Changes) -> None:
        self.context.feedback.done(words, f"{name}, {head.family.upper()}", changes)

    def open_parts(self, part: str = "") -> None:
        """The written parts."""
        if self.view is not None and self.sheet is not None:
            dialog = PlanPartsDialog(self.context, self.view.head, self.sheet, part, self._over)
            dialog.saved.connect(
                lambda saved: self._saved(saved, self.tr("Written down."), self.tr("about the patient"))
            )
            dialog.open()

    def open_review(self) -> None:
        """How often and when the plan is reviewed."""
        if self.view is not None and self.sheet is not None:
            dialog = PlanReviewDialog(self.context, self.view.head, self.sheet.review, self._over)
            dialog.saved.connect(lambda saved: self._saved(saved, self.tr("Review saved."), self.tr("review")))
            dialog.open()

    def open_missing(self) -> None:
        """What is missing of a whole plan."""
        if self.view is not None and self.sheet is not None:
            dialog = PlanMissingDialog(self.context, self.view.head, self.sheet, self._over)
            dialog.fill.connect(self.fill)
            dialog.open()

    def fill(self, one: MissingElement) -> None:
        """Go to where an element is filled in."""
        if one.fill in self._fills:
            self._fills[one.fill]()
        elif one.fill == "part":
            self.open_parts(one.part or "")
        elif one.fill == "review":
            self.open_review()
        elif one.fill == "team":
            self.context.navigation.open_chart(self.view.head.id if self.view else 0, tab=_TEAM_TAB)
        else:
            self.open_versions()

    def _saved(self, saved: SheetSaved, words: str, name: str) -> None:
        self._told(words, name, saved.changes)

    def _told(self, words: str, name: str, changes: Changes) -> None:
        family = self.view.head.family.upper() if self.view else ""
        self.context.feedback.done(words, f"{name}, {family}", changes)
