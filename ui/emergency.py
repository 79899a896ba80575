"""A backup that is looked at: the schedule and the plans come out on paper from the File menu."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.emergency import DUE_THAT_DAY, EVERY, EmergencyMade, PrintEmergency
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.sheet_preview import SheetPreview


class Emergency(QObject):
    """Offers its commands only while a backup is looked at."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def actions(self) -> Iterable[Action]:
        """The commands of the File menu."""
        if not self._context.session.read_only:
            return
        yield Action(
            "file.emergency_day", self.tr("Print &today's schedule and plans…"),
            partial(self.print_pages, DUE_THAT_DAY), None, "printer", "file", group=1,
            privilege=Privilege.APPOINTMENTS, synonyms=(self.tr("emergency"),),
        )  # fmt: skip
        yield Action(
            "file.emergency_plans", self.tr("Print the schedule and &every plan…"), partial(self.print_pages, EVERY),
            None, "printer", "file", group=1, privilege=Privilege.CLINICAL_READ, synonyms=(self.tr("emergency"),),
        )  # fmt: skip

    def print_pages(self, plans: str) -> None:
        """Make the pages and show them before they are printed."""
        self._context.jobs.run(
            "reports.emergency.render", PrintEmergency(None, plans, QLocale().name()[:2]), owner=self,
            done=self._show, failed=self._context.feedback.refuse,
        )  # fmt: skip

    def _show(self, made: EmergencyMade) -> None:
        title = self.tr("Schedule and %n plan(s)", "", made.plans)
        if made.without:
            without = self.tr("%n patient(s) of today without a plan", "", made.without)
            title = f"{title} · {without}"
        on = self._context.formatting.today().isoformat()
        preview = SheetPreview(made.pdf, self._window, title=title, file_name=f"emergency-{on}", missing=made.missing)
        preview.saved_words = self.tr("Saved. It holds health information: delete the file once it is printed.")
        preview.open()
