"""An allergy or intolerance: to what, what happened, how bad it was, how certain it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics_requests import RowId
from icm_desktop.contracts.medicines import AllergyEntry, SaveAllergy
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.pages.value_words import coded

_CATEGORIES = ("medication", "food", "environment", "biologic")
_SEVERITIES = ("mild", "moderate", "severe")
_CRITICALITIES = ("low", "high", "unable-to-assess")
_CERTAINTIES = ("confirmed", "unconfirmed", "refuted")
_STATUSES = ("active", "inactive", "resolved")


class AllergyDialog(PersonForm):
    """Add an allergy, or change what one says."""

    table = "allergy_intolerance"

    def __init__(
        self, context: AppContext, head: PatientHead, row: AllergyEntry | None, parent: QWidget | None = None
    ) -> None:
        stored = RowId(head.id, row.id, row.version) if row is not None else None
        super().__init__(context, head, "allergy", parent, stored)
        self._before = row
        self.setWindowTitle(self.tr("Change an allergy") if row else self.tr("Add an allergy"))
        self.line("text", self.tr("&To what"), row.text if row else None, required=True,
                  hint=self.tr("a medicine, a class such as penicillin, a food"))  # fmt: skip
        self.line("reaction", self.tr("What &happened"), row.reaction if row else None,
                  hint=self.tr("for example hives, trouble breathing"))  # fmt: skip
        left, right = self.columns()
        kinds = (("allergy", self.tr("Allergy")), ("intolerance", self.tr("Intolerance, a side effect")))
        not_said = self.tr("Not said")
        self.choice("kind", self.tr("&Kind"), kinds, (row.kind if row else "allergy"), left, empty=not_said)
        self.choice("severity", self.tr("How &bad it was"), self._of(_SEVERITIES), row.severity if row else None,
                    right, empty=not_said)  # fmt: skip
        self.choice("category", self.tr("&Group"), self._of(_CATEGORIES), row.category if row else "medication", left,
                    empty=not_said)  # fmt: skip
        self.choice("criticality", self.tr("&Danger next time"), self._of(_CRITICALITIES),
                    row.criticality if row else None, right, empty=not_said)  # fmt: skip
        self.choice("verification", self.tr("How &certain"), self._of(_CERTAINTIES),
                    row.verification if row else "confirmed", left, empty=not_said)  # fmt: skip
        self.choice("status", self.tr("T&oday"), self._of(_STATUSES), row.status if row else "active", right,
                    empty=not_said)  # fmt: skip
        self.day("onset_on", self.tr("S&ince"), row.onset if row else None)
        self.line("note", self.tr("&Note"), row.note if row else None)
        self.made(560, "text")

    @staticmethod
    def _of(codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        return tuple((code, coded(code)) for code in codes)

    def save(self) -> None:
        before = self._before
        request = SaveAllergy(
            patient_id=self.row.patient_id,
            text=self.text("text") or "",
            kind=self.code("kind") or "",
            category=self.code("category") or "",
            reaction=self.text("reaction") or "",
            severity=self.code("severity") or "",
            criticality=self.code("criticality") or "",
            verification=self.code("verification") or "",
            status=self.code("status") or "",
            onset_on=self.date("onset_on") or "",
            note=self.text("note") or "",
            allergy_id=before.id if before else None,
            expected_version=before.version if before else 0,
        )
        self.run("services.allergies.save", request)
