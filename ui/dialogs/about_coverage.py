"""The form for an insurance."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import About, Choices, CoverageRow
from icm_desktop.contracts.demographics_requests import RowId, SaveCoverage
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.person_form import PersonForm


class CoverageDialog(PersonForm):
    """Who pays, in which order, from when to when."""

    table = "coverage"

    def __init__(
        self,
        context: AppContext,
        about: About,
        choices: Choices,
        coverage: CoverageRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        row = RowId(about.head.id, coverage.id, coverage.version) if coverage else None
        super().__init__(context, about.head, "about:coverage", parent, row)
        one = coverage
        self.setWindowTitle(self.tr("Insurance"))
        left, right = self.columns()
        self.line("payer", self.tr("&Who pays"), one.payer if one else None, left)
        self.line("plan", self.tr("&Plan"), one.plan if one else None, left)
        kinds, kind = choices.of("coverage_kind"), one.kind if one else None
        self.choice("kind", self.tr("&Kind"), kinds, kind, left, empty=self.tr("Not known"))
        self.line("member_id", self.tr("&Member number"), one.member_id if one else None, left)
        self.line("group_number", self.tr("&Group number"), one.group_number if one else None, left)
        self.line("phone", self.tr("P&hone of the insurer"), one.phone if one else None, left)
        places = tuple((str(number), str(number)) for number in range(1, 10))
        place = str(one.position) if one and one.position else None
        self.choice("position", self.tr("Pays in this &order"), places, place, right, empty=self.tr("After the others"))
        self.line("subscriber", self.tr("Insured p&erson, if not the patient"), one.subscriber if one else None, right)
        relation = one.relationship_text if one else None
        self.line("relationship_text", self.tr("&Relationship to the patient"), relation, right)
        self.day("starts_on", self.tr("&From"), one.starts_on if one else None, right)
        self.day("ends_on", self.tr("Un&til"), one.ends_on if one else None, right, lean=Lean.FUTURE)
        self.note("note", self.tr("&Note"), one.note if one else None, right)
        self.made(720, "payer")

    def save(self) -> None:
        place = self.code("position")
        self.run(
            "services.coverages.save",
            SaveCoverage(
                self.row, self.text("payer"), self.text("plan"), self.code("kind"), self.text("member_id"),
                self.text("group_number"), self.text("subscriber"), self.text("relationship_text"), self.text("phone"),
                self.date("starts_on"), self.date("ends_on"), int(place) if place else None, self.text("note"),
            ),
        )  # fmt: skip
