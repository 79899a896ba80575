"""About the patient and in an emergency: the written parts of the plan in one form."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_sheet import PartText, PlanSheet, SaveParts
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.widgets.labels import Text


class PlanPartsDialog(PersonForm):
    """One box for each part, group by group; `at` is the part the keyboard is put on."""

    def __init__(
        self, context: AppContext, head: PatientHead, sheet: PlanSheet, at: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "plan:parts", parent)
        self._sheet = sheet
        self.setWindowTitle(self.tr("About the patient, and in an emergency"))
        groups = {
            "person": self.tr("The person"),
            "emergency": self.tr("In an emergency"),
            "assessment": self.tr("How things stand"),
        }
        for group, words in groups.items():
            self.column.addWidget(Text("section", words))
            for part in sheet.parts:
                if part.group == group:
                    edit = self.note(part.part, part.title, part.text)
                    edit.setPlaceholderText(part.hint)
        self.made(680, at or sheet.parts[0].part)
        if at:
            self.show_at(self.fields[at])

    def save(self) -> None:
        changed = tuple(
            PartText(part.part, part.version, self.text(part.part))
            for part in self._sheet.parts
            if (part.text or None) != self.text(part.part)
        )
        self.run("services.plan_parts.save_parts", SaveParts(self._sheet.patient_id, changed))
