"""What can be done about something that left, and about an exchange partner, from the Exchange screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.exchange_rows import KeptPages, OutRow
from icm_desktop.contracts.partners import PartnerHealth, PartnerSaved, PausePartner, PollRequest
from ui.context import AppContext
from ui.dialogs.partner_patients import PartnerPatientsDialog
from ui.dialogs.partner_queue import PartnerQueueDialog
from ui.dialogs.sheet_preview import show_sheet
from ui.feedback import Level


class ExchangeActs(QWidget):
    """Acts of one row; never seen itself."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self.hide()
        self._context, self._page = context, page

    # what left

    def open_pages(self, row: OutRow) -> None:
        """The exact pages that went out, to look at or print again."""

        def show(pages: KeptPages) -> None:
            show_sheet(self._context, pages, self._page, title=self.tr("Pages that went out"), name="pages")

        self._context.jobs.run(
            "queries.exchange_out.kept", row.id, owner=self, done=show, failed=self._context.feedback.refuse
        )

    def again(self, row: OutRow) -> None:
        """Make the file anew, as the record is now: everything is shown beforehand once more."""
        if row.patient is not None:
            self._context.navigation.open_chart(row.patient.id, then="chart.export")

    def accounting(self, row: OutRow) -> None:
        """To whom records of this patient went."""
        if row.patient is not None:
            self._context.navigation.open_chart(row.patient.id, tab="privacy", then="privacy.where")

    # partners

    def ask_now(self, row: PartnerHealth, done: Callable[[], None]) -> None:
        """Do not wait for the next round."""
        self._context.feedback.say(self.tr("Asking {name}…").format(name=row.name), Level.INFO)
        self._context.jobs.run(
            "services.partners.poll", PollRequest(row.id, now=True), owner=self, done=lambda _polled: done(),
            failed=self._context.feedback.refuse, lane="quiet",
        )  # fmt: skip

    def pause(self, row: PartnerHealth) -> None:
        """Stop asking and sending, or go on."""
        on = row.paused_at is None
        told = self.tr("Exchange with {name} is paused.") if on else self.tr("Exchange with {name} goes on.")
        name = self.tr("pause exchange") if on else self.tr("go on with exchange")

        def done(saved: PartnerSaved) -> None:
            self._context.feedback.done(told.format(name=row.name), name, saved.changes)

        request = PausePartner(row.id, on, row.version)
        self._context.jobs.run(
            "services.partners.pause", request, owner=self, done=done, failed=self._context.feedback.refuse
        )

    def queue(self, row: PartnerHealth) -> None:
        """What waits to go there, and what was refused."""
        PartnerQueueDialog(self._context, row.id, row.name, self._page.window()).open()

    def patients(self, row: PartnerHealth) -> None:
        """Whom it is about."""
        PartnerPatientsDialog(self._context, row.id, row.name, self._page.window()).open()

    def settings(self) -> None:
        """Where partners are set up."""
        self._context.navigation.open("admin", state={"section": "partners"})
