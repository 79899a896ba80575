"""What kinds of record are called when they leave, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.record_export import HeldBack, KindCount
from ui.feedback import Level
from ui.messages import say
from ui.tables.base import Chip, Column


class ExportRecordWords:
    """Words and columns in the language of the screen."""

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ExportRecordWords", text, note, number)

    def kind(self, kind: str) -> str:
        """What a FHIR type is called; its own name when nobody here calls it anything."""
        return {
            "Patient": self.tr("Personal details"), "Condition": self.tr("Problems and health concerns"),
            "AllergyIntolerance": self.tr("Allergies"), "MedicationRequest": self.tr("Prescriptions"),
            "MedicationStatement": self.tr("Medicines taken"), "MedicationDispense": self.tr("Medicines handed out"),
            "Observation": self.tr("Results and findings"), "DiagnosticReport": self.tr("Reports"),
            "QuestionnaireResponse": self.tr("Questionnaires"), "Encounter": self.tr("Visits and stays"),
            "Appointment": self.tr("Appointments"), "Procedure": self.tr("Procedures"),
            "Immunization": self.tr("Vaccinations"), "CarePlan": self.tr("Care plans"), "Goal": self.tr("Goals"),
            "CareTeam": self.tr("Care teams"), "ServiceRequest": self.tr("Referrals and orders"),
            "Task": self.tr("Tasks and where referrals stand"), "DocumentReference": self.tr("Documents"),
            "Consent": self.tr("Agreements"), "Coverage": self.tr("Insurance"), "Flag": self.tr("Alerts"),
            "Claim": self.tr("Claims"), "ExplanationOfBenefit": self.tr("Payments"),
            "Communication": self.tr("Messages"), "Device": self.tr("Devices"),
            "FamilyMemberHistory": self.tr("Family history"), "RelatedPerson": self.tr("Contact persons"),
            "Provenance": self.tr("Who recorded what"), "Practitioner": self.tr("People who give care"),
            "PractitionerRole": self.tr("What they do for whom"), "Organization": self.tr("Organizations"),
            "Location": self.tr("Places"), "HealthcareService": self.tr("Services"),
        }.get(kind, kind)  # fmt: skip

    def columns(self, held: Callable[[], tuple[HeldBack, ...]]) -> tuple[Column[KindCount], ...]:
        """What leaves, what is held back, and why; `held` is asked when a cell is painted."""

        def reasons(row: KindCount) -> str:
            found = sorted((one for one in held() if one.kind == row.kind), key=lambda one: -one.count)
            if len(found) == 1:
                return say(found[0].why)
            return " · ".join(f"{say(one.why)}: {one.count:,}" for one in found)

        return (
            Column("kind", self.tr("What"), lambda row: self.kind(row.kind), width=24),
            Column("told", self.tr("Leaves"), lambda row: f"{row.told:,}", lambda row: row.told, width=8, number=True),
            Column("held", self.tr("Held back"), lambda row: f"{row.held:,}" if row.held else "", lambda row: row.held,
                   width=10, number=True),
            Column("why", self.tr("Why"), reasons, stretch=True, tip=reasons),
        )  # fmt: skip

    def sentence(self, row: KindCount) -> str:
        """A row for screen readers."""
        words = self.tr("{what}: {told} leave, {held} held back")
        return words.format(what=self.kind(row.kind), told=f"{row.told:,}", held=f"{row.held:,}")

    def total(self, kinds: tuple[KindCount, ...]) -> Chip:
        """What leaves and what is held back, in one line."""
        told, held = sum(one.told for one in kinds), sum(one.held for one in kinds)
        leaves = self.tr("%n entries leave", "", told)
        if not held:
            return Chip(Level.INFO, self.tr("{leaves}, nothing is held back.").format(leaves=leaves))
        back = self.tr("%n are held back", "", held)
        return Chip(Level.CAUTION, self.tr("{leaves}, {back}.").format(leaves=leaves, back=back))
