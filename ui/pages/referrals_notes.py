"""Beneath the board: a note that came in and fits the referral; one key takes it, nothing is linked by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.referral_notes import LinkNote, NoteProposal
from icm_desktop.contracts.referrals import ReferralRow, ReferralSaved
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.messages import say
from ui.pages.referrals_detail import ReferralDetailPane

ACCEPT = "referrals.accept_note"


class FittingNotes(QObject):
    """Asks what fits the referral the keyboard is on, shows it with its reasons, and takes it when asked."""

    def __init__(
        self, context: AppContext, detail: ReferralDetailPane, saved: Callable[[ReferralSaved, str, str], None]
    ) -> None:
        super().__init__()
        self._context, self._detail, self._saved = context, detail, saved
        self._asked = Latest(context.jobs, self)
        self._row: ReferralRow | None = None
        self.proposals: tuple[NoteProposal, ...] = ()

    def action(self, here: str) -> Action:
        """The command that takes the note."""
        return Action(ACCEPT, self.tr("This note &answers it"), self.accept, "Ctrl+Shift+J", "check", "work", here,
                      Privilege.REFERRAL_CLINICAL, (self.tr("consult note"), self.tr("link")))  # fmt: skip

    def look(self, row: ReferralRow | None) -> None:
        """Look for notes that fit this referral."""
        self._row, self.proposals = row, ()
        self._context.actions.set_enabled(ACCEPT, False)
        self._asked.forget()
        if row is not None and "report_received" in row.next_states and self._context.may(Privilege.REFERRAL_CLINICAL):
            self._asked.ask("queries.referral_notes.proposals", row.id, done=self._show)

    def _show(self, found: tuple[NoteProposal, ...]) -> None:
        self.proposals = found
        if found and self._row is not None:
            self._context.actions.set_enabled(ACCEPT, True)
            self._detail.show_row(self._row, self.words(found[0]), ACCEPT)

    def words(self, one: NoteProposal) -> str:
        """What came and why it fits."""
        shown = self._context.formatting
        why = ", ".join(say(f"referrals.note_why.{reason}", shown) for reason in one.reasons)
        what = ", ".join(filter(None, (one.title, shown.partial_date(one.written) if one.written else "", one.author)))
        return self.tr("A note came that fits: {what}. Why: {why}.").format(what=what, why=why)

    def accept(self) -> None:
        """The first note that fits is the answer."""
        row = self._row
        if row is None or not self.proposals:
            return

        def done(saved: ReferralSaved) -> None:
            self._saved(saved, self.tr("Note linked. Next: a clinician reviews it."), self.tr("note of a referral"))

        asked = LinkNote(row.id, row.version, self.proposals[0].document_id)
        self._context.jobs.run("services.referral_notes.accept", asked, owner=self, done=done)
