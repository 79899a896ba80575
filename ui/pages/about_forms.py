"""Which form opens for a line of the About tab, and what is told when it was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics import About, Choices, ConsentRow
from icm_desktop.contracts.demographics_requests import OpenThing
from icm_desktop.contracts.records import FactRef
from ui.context import AppContext
from ui.dialogs.about_alert import AlertDialog
from ui.dialogs.about_consent import ConsentDialog, RevokeConsentDialog
from ui.dialogs.about_contact import ContactPersonDialog
from ui.dialogs.about_coverage import CoverageDialog
from ui.dialogs.about_death import DeathDialog
from ui.dialogs.about_identity import IdentityDialog
from ui.dialogs.about_names import FormerNameDialog, NamesDialog
from ui.dialogs.about_reach import AddressDialog, PreferencesDialog, TelecomDialog
from ui.dialogs.person_form import PersonForm


class AboutForms:
    """Opens forms over a tab; each knows the person as read when it was opened.

    `call_mistaken` asks why a row was an error.
    """

    def __init__(
        self, context: AppContext, parent: QWidget, call_mistaken: Callable[[FactRef, PatientHead], None]
    ) -> None:
        self._context, self._parent, self._call_mistaken = context, parent, call_mistaken
        self._makers: dict[str, Callable[[About, Choices, Any], PersonForm]] = {
            "names": lambda about, choices, row: NamesDialog(context, about, parent),
            "name": lambda about, choices, row: FormerNameDialog(context, about, row, parent),
            "identity": lambda about, choices, row: IdentityDialog(context, about, choices, parent),
            "telecom": lambda about, choices, row: TelecomDialog(context, about, row, parent),
            "address": lambda about, choices, row: AddressDialog(context, about, row, parent),
            "preferences": lambda about, choices, row: PreferencesDialog(context, about, parent),
            "contact": lambda about, choices, row: ContactPersonDialog(context, about, choices, row, parent),
            "coverage": lambda about, choices, row: CoverageDialog(context, about, choices, row, parent),
            "consent": self._consent,
            "alert": lambda about, choices, row: AlertDialog(context, about, choices, row, parent),
        }

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("AboutForms", text, note, number)

    def kinds(self) -> tuple[str, ...]:
        """Every kind of line that has a form of its own."""
        return tuple(self._makers)

    def open(self, key: str, about: About, choices: Choices) -> bool:
        """Open the form of a line such as "telecom:12", or of a new one ("telecom:"); False when it has none."""
        kind, _, number = key.partition(":")
        if kind == "death":
            self._ask_death(about)
            return True
        if kind not in self._makers:
            return False
        row = _row(kind, number, about)
        self._show(kind, self._makers[kind](about, choices, row), about, new=row is None)
        return True

    def _show(self, kind: str, dialog: PersonForm, about: About, *, new: bool = False) -> None:
        family = about.head.family.upper()

        def saved(done: Any) -> None:
            name = self.tr("change details, {family}").format(family=family)
            self._context.feedback.done(self._told(kind, new), name, done.changes)

        dialog.saved.connect(saved)
        dialog.mistaken.connect(lambda ref: self._call_mistaken(ref, about.head))
        dialog.open()

    def _told(self, kind: str, new: bool) -> str:
        if kind == "revoke":
            return self.tr("Consent revoked.")
        if kind == "death":
            return self.tr("Saved.")
        return self.tr("Added.") if new and kind in ROWS else self.tr("Saved.")

    def _consent(self, about: About, choices: Choices, row: ConsentRow | None) -> PersonForm:
        dialog = ConsentDialog(self._context, about, choices, row, self._parent)
        dialog.revoke_wanted.connect(lambda consent: self.revoke(about, consent))
        return dialog

    def revoke(self, about: About, consent: ConsentRow) -> None:
        """Ask from when a consent no longer holds, and why."""
        self._show("revoke", RevokeConsentDialog(self._context, about, consent, self._parent), about)

    def _ask_death(self, about: About) -> None:
        def opened(things: tuple[OpenThing, ...]) -> None:
            self._show("death", DeathDialog(self._context, about, things, self._parent), about)

        self._context.jobs.run("queries.death.open_things", about.head.id, owner=self._parent, done=opened)


ROWS = {
    "name": "patient_name", "telecom": "patient_telecom", "address": "patient_address", "contact": "patient_contact",
    "coverage": "coverage", "consent": "consent", "alert": "flag",
}  # fmt: skip
"""Kinds of line that are records of their own, and which."""


def _row(kind: str, number: str, about: About) -> Any:
    """The row of a key; None for a new one."""
    rows: dict[str, Sequence[Any]] = {
        "name": about.names, "telecom": about.telecoms, "address": about.addresses, "contact": about.contacts,
        "coverage": about.coverages, "consent": about.consents, "alert": about.alerts,
    }  # fmt: skip
    return next((row for row in rows.get(kind, ()) if str(row.id) == number), None)
