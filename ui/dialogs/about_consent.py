"""Forms for consents: taking one, and revoking it with a day and a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import About, Choices, ConsentRow
from icm_desktop.contracts.demographics_requests import RevokeConsent, RowId, SaveConsent
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.about_part2 import Part2Fields
from ui.dialogs.person_form import PersonForm
from ui.widgets.buttons import Button


class ConsentDialog(PersonForm):
    """An agreement or refusal: what about, when, how and by whom it was taken, and until when it holds."""

    table = "consent"
    revoke_wanted = Signal(object)  # ConsentRow

    def __init__(
        self,
        context: AppContext,
        about: About,
        choices: Choices,
        consent: ConsentRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        row = RowId(about.head.id, consent.id, consent.version) if consent else None
        super().__init__(context, about.head, "about:consent", parent, row)
        self._consent, self._choices = consent, choices
        self.setWindowTitle(self.tr("Consent"))
        self._build()
        if consent is not None and consent.revoked_on is None:
            self.revoke_button = Button(self.tr("Re&voke…"))
            self.revoke_button.clicked.connect(self._revoke)
            self.button_row.insertWidget(0, self.revoke_button)
            self._order.append(self.revoke_button)
        self.made(860, "scope")
        self.part2.look()

    def _build(self) -> None:
        one, (left, right) = self._consent, self.columns()
        scopes = self._choices.of("consent_scope")
        self.choice("scope", self.tr("&About"), scopes, one.scope if one else scopes[0][0], left, empty=None)
        answers = (("permit", self.tr("Agrees")), ("deny", self.tr("Refuses")))
        self.choice("decision", self.tr("&The patient"), answers, one.decision if one else "permit", left, empty=None)
        today = self.context.formatting.today().isoformat()
        self.day("given_on", self.tr("Said &on"), one.given_on if one else today, left, required=True)
        hows = self._choices.of("consent_how")
        self.choice("given_how", self.tr("Ho&w"), hows, one.given_how if one else "written", left)
        self.line("given_by", self.tr("Said &by, if not the patient"), one.given_by if one else None, left)
        taker = one.taken_by if one else self.context.session.display_name
        self.line("taken_by", self.tr("Ta&ken by"), taker, left, required=one is None)
        self.line("text", self.tr("In wo&rds"), one.text if one else None, left)
        topics = self._choices.of("topic")
        self.checks("covers", self.tr("&Covers only, if limited"), topics, one.covers if one else (), right)
        self.checks("excludes", self.tr("&Not covered"), topics, one.excludes if one else (), right)
        people = ", ".join(one.recipients) if one else None
        self.line("recipients", self.tr("With w&hom, with commas"), people, right)
        self.day("starts_on", self.tr("Holds &from"), one.starts_on if one else None, right)
        self.day("expires_on", self.tr("Holds unti&l"), one.expires_on if one else None, right, lean=Lean.FUTURE)
        self.note("note", self.tr("Not&e"), one.note if one else None, left)
        self.part2 = Part2Fields(self, self._choices, one, (left, right), self.request)

    def request(self) -> SaveConsent:
        """What would be saved now."""
        recipients = tuple(name.strip() for name in (self.text("recipients") or "").split(",") if name.strip())
        shown, one = self.part2.shown, self._consent
        return SaveConsent(
            self.row, self.code("scope") or "other", self.code("decision") or "permit", self.date("given_on"),
            self.text("given_by"), self.code("given_how"), self.text("taken_by"), self.text("text"),
            self.codes("covers"), self.codes("excludes"), recipients, self.date("starts_on"), self.date("expires_on"),
            self.text("note"), self.code("purpose") if shown else one.purpose if one else None,
            self.text("discloser") if shown else one.discloser if one else None, self.part2.recipient_class,
            self.text("expiry_event") if shown else one.expiry_event if one else None,
            self.codes("statements") if shown else one.statements if one else (),
        )  # fmt: skip

    def save(self) -> None:
        self.run("services.consents.save", self.request())

    def _revoke(self) -> None:
        consent = self._consent
        self.reject()
        self.revoke_wanted.emit(consent)


class RevokeConsentDialog(PersonForm):
    """From when a consent no longer holds, and why."""

    def __init__(self, context: AppContext, about: About, consent: ConsentRow, parent: QWidget | None = None) -> None:
        row = RowId(about.head.id, consent.id, consent.version)
        super().__init__(context, about.head, "about:revoke", parent, row)
        self.setWindowTitle(self.tr("Revoke consent"))
        self.save_button.setText(self.tr("&Revoke"))
        today = context.formatting.today().isoformat()
        self.day("revoked_on", self.tr("No longer holds &from"), today, required=True)
        self.line("reason", self.tr("&Why"), None, required=True)
        self.made(480, "reason")

    def save(self) -> None:
        request = RevokeConsent(self.row, self.date("revoked_on"), self.text("reason"))
        self.run("services.consents.revoke", request)
