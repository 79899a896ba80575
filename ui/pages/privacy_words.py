"""The words of patients' requests and of disclosures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.disclosures import DisclosureRow
from icm_desktop.contracts.patient_requests import RequestRow
from icm_desktop.domain.privacy import OPEN
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.value_words import kind_name
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact


class PrivacyWords:
    """Rows in the language of the screen; `lists` are the codes of the privacy rules in words."""

    def __init__(self, context: AppContext, lists: Choices) -> None:
        self._context, self.lists = context, lists

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("PrivacyWords", text, note, number)

    # requests

    def kind(self, row: RequestRow) -> str:
        """What is asked for."""
        return self.lists.words("request", row.kind)

    def chip(self, row: RequestRow) -> Chip:
        """Where it stands."""
        if row.status == OPEN:
            late = self.tr("%n day(s) late", "", row.days_late)
            return Chip(Level.HIGH, late) if row.days_late else Chip(Level.CAUTION, self.tr("Open"))
        denied = Level.INFO if row.denies else Level.GOOD
        return Chip(denied, self.lists.words("outcome", row.outcome))

    def due(self, row: RequestRow) -> str:
        """The last day, and how far it is, while it is open."""
        shown = self._context.formatting
        day = shown.date(row.due_on)
        return f"{day} · {shown.relative(row.due_on)}" if row.status == OPEN else day

    def facts(self, row: RequestRow) -> tuple[Fact, ...]:
        """Everything that is known of it, in the order it happened."""
        shown = self._context.formatting
        about = ""
        if row.about is not None:
            about = f"{kind_name(row.about.kind)}: {row.about_title}"
        longer = " · ".join(part for part in (shown.date(row.extended_on), row.extension_reason) if part)
        answer = [self.lists.words("outcome", row.outcome), shown.date(row.closed_on), row.closed_by or ""]
        statement = " · ".join(part for part in (shown.date(row.statement_on), row.statement) if part)
        lines = (
            ("text", self.tr("Asked for"), row.text),
            ("asked_by", self.tr("Asked by"), row.asked_by or self.tr("the patient")),
            ("received", self.tr("Received"), f"{shown.date(row.received_on)} · {row.noted_by}"),
            ("form", self.tr("Form asked for"), row.form_wanted or ""),
            ("about", self.tr("About"), about),
            ("due", self.tr("Last day to answer"), self.due(row)),
            ("longer", self.tr("Term made longer"), longer),
            ("owner", self.tr("Who answers"), row.owner.name if row.owner else ""),
            ("answer", self.tr("Answer"), " · ".join(part for part in answer if part)),
            ("ground", self.tr("Denied because"), self._ground(row)),
            ("reason", self.tr("Reason"), row.outcome_text or ""),
            ("statement", self.tr("Statement of disagreement"), statement),
            ("rebuttal", self.tr("Our answer to it"), row.rebuttal or ""),
        )
        told = ((key, title, words) for key, title, words in lines if words)
        return tuple(
            Fact(key, title, sentence=f"{title}: {words}", aside=words, label=True) for key, title, words in told
        )

    def _ground(self, row: RequestRow) -> str:
        """On what ground it was denied, and whether the patient may have that reviewed."""
        if row.ground is None:
            return ""
        may = self.tr("the patient may have it reviewed by another clinician") if row.reviewable else ""
        return " · ".join(part for part in (self.lists.words("denial", row.ground), may) if part)

    # disclosures

    def to(self, row: DisclosureRow) -> str:
        """Who got it, with the address, or that it is not known."""
        name = row.to_name or (self.tr("our own copy") if row.legal_basis == "operations" else self.tr("not known"))
        return f"{name}, {row.to_address}" if row.to_address else name

    def what(self, row: DisclosureRow) -> str:
        """What left."""
        words = self.lists.words("channel", row.channel)
        everybody = self.tr("with the records of all patients") if row.practice_wide else ""
        return ": ".join(part for part in (words, row.description or everybody) if part)

    def why(self, row: DisclosureRow) -> str:
        """On what ground, and what was noted of it."""
        return ": ".join(part for part in (self.lists.words("basis", row.legal_basis), row.purpose) if part)

    def counted(self, row: DisclosureRow) -> str:
        """Whether an accounting lists it."""
        if row.held_back_until is not None:
            until = self._context.formatting.date(row.held_back_until)
            return self.tr("held back until {date}").format(date=until)
        return self.tr("listed") if row.counted else self.tr("need not be listed")
