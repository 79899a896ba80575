"""Has exchange partners asked and sent to while somebody works here, and tells quietly what is new."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, QTimer

from icm_desktop.changes import Changes
from icm_desktop.contracts.partners import Polled, PollRequest
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.feedback import Level

AFTER_TROUBLE = 60  # seconds until the next round when this one could not be made at all


class PartnerWatch(QObject):
    """One round after the other, never two at once; a practice without partners asks the network nothing."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._busy = False
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self.ask)
        context.jobs.changed.connect(self._changed)

    def start(self) -> None:
        """Somebody begins to work here."""
        self._context.jobs.run("queries.partner_polling.anybody", owner=self, done=self._begin)

    def _begin(self, anybody: bool) -> None:
        if anybody and not self._busy:
            self.ask()
        elif not anybody:
            self.clock.stop()

    def ask(self) -> None:
        """One round with everybody whose time has come."""
        if self._busy:
            return
        self._busy = True
        self._context.jobs.run(
            "services.partners.poll", PollRequest(), owner=self, done=self._asked, failed=self._not_asked, lane="quiet"
        )

    def _changed(self, changes: Changes) -> None:
        if "partner" in changes.kinds:
            self.start()

    def _asked(self, polled: Polled) -> None:
        self._busy = False
        if polled.next_in is not None:
            self.clock.start(max(1, polled.next_in) * 1000)
        if polled.news and self._context.may(Privilege.CLINICAL_READ):
            self._tell(Counter(one.kind for one in polled.news))

    def _not_asked(self, _error: object) -> None:
        self._busy = False
        self.clock.start(AFTER_TROUBLE * 1000)

    def _tell(self, new: Counter[str]) -> None:
        """What came, by kind; whose it is stands on Today, not in a line over every screen."""
        said = {
            "discharge": self.tr("%n patient(s) discharged", "", new["discharge"]),
            "note": self.tr("notes or letters for %n patient(s)", "", new["note"]),
            "assessment": self.tr("assessments of %n patient(s)", "", new["assessment"]),
            "changed": self.tr("changes to the plan of %n patient(s)", "", new["changed"]),
        }
        told = ", ".join(words for kind, words in said.items() if new[kind])
        text = self.tr("New from exchange partners: {what}.").format(what=told)
        self._context.feedback.offer(text, "go.today", Level.INFO)
